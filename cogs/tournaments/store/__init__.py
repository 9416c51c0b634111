"""Where tournaments are kept."""
