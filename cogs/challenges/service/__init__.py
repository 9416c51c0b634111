"""What hosts and players may do with a Quiz Éclair: `hosting` runs a round, `playing` answers."""
