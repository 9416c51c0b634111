"""What the bot does: one folder per feature, the same rooms in each."""

FEATURES = (  # in the order of who needs whom
    "people",
    "consent",
    "tournaments",
    "challenges",
    "mediation",
    "signals",
)
