# Ce que lit, dans son terminal, la personne qui lance le bot, quand il ne peut pas démarrer.

start-nothing-configured = Rien à lancer : ni Discord ni Twitch n'est configuré. Donne MARAUDE_DISCORD__TOKEN (ou les trois réglages de Twitch), ou essaie « python3 bot.py demo », qui n'a besoin de rien.
start-discord-token = Discord refuse ce token. Copie-le à nouveau depuis le portail développeur (Bot → Reset Token) dans MARAUDE_DISCORD__TOKEN, sans espace ni guillemet.
start-unreachable = Impossible de joindre { $url }. Vérifie que le serveur est lancé et que l'adresse est la bonne, puis relance.
start-twitch-credentials = Twitch refuse cet identifiant d'application. Vérifie MARAUDE_TWITCH__CLIENT_ID, MARAUDE_TWITCH__CLIENT_SECRET et MARAUDE_TWITCH__BOT_ID.
start-setting-unknown = Le réglage { $name } n'existe pas. Les réglages sont tous dans config/default.toml ; corrige le nom ou retire-le.
start-setting-wrong = Le réglage { $name } ne va pas : { $problem }. Sa valeur attendue est expliquée dans config/default.toml.
start-config-malformed = Le fichier { $file } n'est pas du TOML lisible (ligne { $line }). Corrige cette ligne, ou renomme le fichier pour t'en passer.
start-game-wrong = Le fichier de jeu { $file } ne va pas. À gauche ce qui bloque, à droite ce qui est attendu (docs/games.md explique chaque ligne) : { $problems }
start-address-refused = { $name } vaut une adresse qui n'est ni celle de la plateforme ni une adresse de cette machine (127.0.0.1). Le token y partirait : retire ce réglage, ou donne une adresse locale.
start-speed-refused = MARAUDE_DEMO__SPEED n'accélère que des plateformes locales. Retire-le, ou donne des adresses en 127.0.0.1.
start-storage-unknown-engine = Le moteur « { $driver } » n'est pas connu. MARAUDE_STORAGE__URL commence par sqlite+aiosqlite:/// ou postgresql+asyncpg://.
start-storage-unreachable = La base de données ne s'ouvre pas. Vérifie MARAUDE_STORAGE__URL : le dossier existe-t-il, le serveur PostgreSQL tourne-t-il, as-tu le droit d'y écrire ?
start-storage-newer = Cette base vient d'une version plus récente (révision { $found }, celle-ci connaît { $known }). Mets le code à jour ; rien n'a été modifié.
start-key-malformed = La clé de chiffrement n'est pas valable : il faut 64 chiffres hexadécimaux, dans MARAUDE_SECRETS__KEY ou dans le fichier maraude.key. Remets la clé d'origine, sinon les contacts ne pourront plus être joints.
start-port-in-use = Le port { $port } est déjà pris. Arrête l'autre programme, ou choisis un autre port (MARAUDE_WEB__PORT pour le bot).
start-already-running = Un autre bot tourne déjà sur cette base. Arrête-le d'abord : deux copies répondraient deux fois.
start-file-missing = Le fichier { $file } n'existe pas ou ne se lit pas. Vérifie le chemin.
start-model-missing = Le modèle { $folder } est introuvable ou incomplet. Remets le dossier d'origine, ou retire MARAUDE_SIGNALS__MODEL.
start-model-needs-torch = Ce modèle n'a pas de fichier model.onnx : pour l'utiliser il faut PyTorch. Installe l'extra « train » : python3 -m pip install -e '.[train]'.
