"""What two yeses are: a channel's state, a person's scopes, and the words that pass both."""
