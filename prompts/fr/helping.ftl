### Donner un coup de main quand on ne joue plus : l'équipe technique.

helping-still-playing = Tu joues encore ici : regarde ton prochain match avec /tournoi match, l'équipe technique vient après.
helping-already = Tu es déjà dans l'équipe technique. Va voir la régie : /tournoi regie
helping-gone = Cette aide n'est plus proposée, ou elle est déjà prise. Regarde où ça en est : /tournoi regie
helping-button-offer = Équipe technique
helping-button-back = Finalement non
helping-offered = Merci ! L'orga voit que tu veux aider, et peut te confier l'antenne ou l'arbitrage. Tu peux changer d'avis.
helping-taken-back = C'est noté, profite de la suite.
# $name : un pseudo.
helping-taken = C'est fait : { $name } est dans l'équipe, et ça se lit dans le salon.
# $who : la mention. $duty : antenne ou arbitrage.
helping-welcome = { $who } rejoint l'équipe technique : { $duty ->
        [caster] l'antenne. La file du stream : /tournoi stream file
       *[referee] l'arbitrage. La régie : /tournoi regie
    } Merci !
# $count : combien.
helping-desk = **Veulent aider ({ $count })**
helping-button-caster = Antenne : { $name }
helping-button-referee = Arbitrage : { $name }
