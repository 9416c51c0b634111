# Ce que disent toutes les pages.

web-skip = Aller au contenu
web-not-found = Il n'y a rien ici. Le lien a peut-être expiré : demande-en un nouveau au bot, avec /parler ou sur la carte du tournoi.
