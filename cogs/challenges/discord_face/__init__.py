"""The Quiz Éclair, as members of a Discord server meet it: one card, and answers in private."""
