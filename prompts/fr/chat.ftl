### Ce que l'orga, l'arbitrage et l'antenne tapent dans le chat d'une chaîne : une ligne, 180 caractères.

## Refus

chat-nobody-named = Je ne vois pas ce pseudo dans le tournoi. Tape son début, comme sur l'arbre : !tournoi arbre
chat-several-named = Plusieurs pseudos commencent comme ça. Tape-le en entier, ou son numéro sur l'arbre, comme #3.
chat-no-match = Il n'y a pas de match qui aille avec ça. Regarde ce qui se joue : !tournoi regie
chat-nothing-shown = Rien n'attend ton oui. Tape d'abord la commande sans « oui » : je montre ce qui change.
chat-no-reason = Dis pourquoi, d'un mot : entendus, preuve, absence, erreur, conduite, demande ou technique. Par exemple : !tournoi trancher oui preuve
chat-bad-minutes = Dis combien de minutes, de 1 à 1440. Par exemple : !tournoi prolonger 10

## L'aperçu : rien n'est fait, personne n'est prévenu

# $what : un match ou un geste. $name, $other : des pseudos.
chat-undo = Annuler : { $what }
chat-reopen = Rouvrir : { $what }
chat-rule = { $name } gagne contre { $other }
chat-forfeit = Forfait de { $name }
chat-withdraw = Retirer { $name } de tout le tournoi
chat-reinstate = Faire revenir { $name }
# $kept : les résultats gardés. $cleared : les matchs vidés. $people : les personnes concernées.
chat-preview = { $kept ->
        [0] Aucun résultat gardé
        [one] Un résultat gardé
       *[other] { $kept } résultats gardés
    }, { $cleared ->
        [0] rien de vidé
        [one] un match vidé
       *[other] { $cleared } matchs vidés
    }, { $people ->
        [0] personne à prévenir
        [one] une personne à prévenir
       *[other] { $people } personnes à prévenir
    }.
chat-keep = Le tirage fait depuis est gardé.
chat-again = Le tirage fait depuis sera refait.
# $matches : un ou deux matchs.
chat-cleared = À reprendre : { $matches }.
# $verb : la commande, par son nom anglais.
chat-confirm = Pour le faire : !tournoi { $verb ->
        [undo] annuler
        [reopen] rouvrir
        [forfeit] forfait
        [withdraw] retirer
       *[other] reintegrer
    } oui
chat-confirm-why = Pour le faire : !tournoi trancher oui preuve (ou erreur…)
chat-done = C'est fait. { $what }.

## La régie

# $count : combien. $matches : les deux premiers. $match : un match.
chat-paused = ⏸ En pause.
chat-disputes = Litiges ({ $count }) : { $matches }.
chat-late = En retard ({ $count }) : { $matches }.
chat-blocking = Ça bloque : { $match } ({ $count ->
        [0] personne n'attend derrière
        [one] un match attend derrière
       *[other] { $count } matchs attendent derrière
    }).
# $minutes : un nombre. $count : combien de matchs.
chat-extended = { $minutes } min de plus pour { $count ->
        [one] un match
       *[other] { $count } matchs
    }.
chat-suspended = Tout est arrêté, rien ne se perd. Pour repartir : !tournoi reprendre

## Le stream

# $match : un match. $name : un pseudo.
chat-kept = gardé
chat-hold-how = Pour le garder : !tournoi retenir { $name }
chat-held = Gardé pour le stream : { $match }. Pour le laisser jouer : !tournoi liberer { $name }
chat-released = C'est libre, le match peut se jouer : { $match }.
