"""Where challenges are kept: rounds, answers, and the XP that comes of them."""
