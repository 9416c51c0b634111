"""What a consenting person's words may mean: read in memory, weighed, forgotten."""
