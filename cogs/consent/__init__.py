"""Consent: two yeses for every word, the channel's and the person's; stopping; forgetting."""
