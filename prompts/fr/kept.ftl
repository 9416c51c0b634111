### Les modèles d'un serveur : les réglages d'un de ses tournois, gardés sous un nom à lui.

kept-name-taken = Un modèle de ce serveur porte déjà ce nom. Choisis-en un autre, ou oublie l'ancien : /tournoi fichier oublier
kept-too-many = Ce serveur garde déjà tous les modèles qu'il peut. Oublies-en un d'abord, choisis lequel ici : /tournoi fichier oublier
kept-has-its-game = Ce modèle a déjà son jeu. Laisse vide l'option du jeu, ou choisis un autre modèle.
kept-name-keep = garder
kept-about-keep = Garder les réglages d'un tournoi comme modèle de ce serveur
kept-name-forget = oublier
kept-about-forget = Ne plus garder un modèle de ce serveur
kept-about-option-name = Le nom du modèle
kept-about-option-tournament = Lequel ; sans rien, le dernier annoncé ici
kept-about-option-template = Lequel
kept-button-keep = Garder comme modèle
kept-button-forget = Oublier ce modèle
kept-form-title = Garder comme modèle
kept-form-name = Nom du modèle
# $name : le nom du modèle.
kept-done = C'est gardé : **{ $name }**. Il est dans la liste des modèles de /tournoi creer, en premier.
kept-forgotten = Le modèle **{ $name }** n'est plus gardé. Ce qui en vient reste.
