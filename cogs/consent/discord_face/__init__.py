"""Two yeses, as people on Discord meet them: the notice, the card, the ways out."""
