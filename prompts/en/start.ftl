# What the person who starts the bot reads in their terminal when it cannot start.

start-nothing-configured = Nothing to run: neither Discord nor Twitch is configured. Give MARAUDE_DISCORD__TOKEN (or Twitch's three settings), or try "python3 bot.py demo", which needs nothing.
start-discord-token = Discord refuses this token. Copy it again from the developer portal (Bot → Reset Token) into MARAUDE_DISCORD__TOKEN, without spaces or quotes.
start-unreachable = Cannot reach { $url }. Check that the server is up and that the address is right, then start again.
start-twitch-credentials = Twitch refuses this application. Check MARAUDE_TWITCH__CLIENT_ID, MARAUDE_TWITCH__CLIENT_SECRET and MARAUDE_TWITCH__BOT_ID.
start-setting-unknown = There is no setting { $name }. All settings are in config/default.toml; correct the name or take it out.
start-setting-wrong = The setting { $name } is wrong: { $problem }. What it should be is explained in config/default.toml.
start-config-malformed = The file { $file } is not readable TOML (line { $line }). Correct that line, or rename the file to do without it.
start-game-wrong = The game file { $file } is not right. On the left what is wrong, on the right what is expected (docs/games.md explains each line): { $problems }
start-address-refused = { $name } is an address that is neither the platform's own nor on this machine (127.0.0.1). The token would go there: take the setting out, or give a local address.
start-speed-refused = MARAUDE_DEMO__SPEED only speeds up local platforms. Take it out, or give addresses on 127.0.0.1.
start-storage-unknown-engine = The engine "{ $driver }" is not known. MARAUDE_STORAGE__URL begins with sqlite+aiosqlite:/// or postgresql+asyncpg://.
start-storage-unreachable = The database cannot be opened. Check MARAUDE_STORAGE__URL: is the folder there, does PostgreSQL run, may you write to it?
start-storage-newer = This database was written by a newer version (revision { $found }, this one knows { $known }). Update the code; nothing was changed.
start-key-malformed = The encryption key is not valid: it takes 64 hexadecimal digits, in MARAUDE_SECRETS__KEY or in the file maraude.key. Put the original key back, or contacts can no longer be reached.
start-port-in-use = Port { $port } is already taken. Stop the other program, or choose another port (MARAUDE_WEB__PORT for the bot).
start-already-running = Another bot already runs on this database. Stop it first: two copies would answer twice.
start-file-missing = The file { $file } is not there or cannot be read. Check the path.
start-model-missing = The model { $folder } is missing or incomplete. Put the original folder back, or take MARAUDE_SIGNALS__MODEL out.
start-model-needs-torch = This model has no model.onnx file: using it takes PyTorch. Install the extra "train": python3 -m pip install -e '.[train]'.
