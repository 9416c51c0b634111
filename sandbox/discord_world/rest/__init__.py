"""The calls a bot makes over HTTP, one file per thing they are about."""
