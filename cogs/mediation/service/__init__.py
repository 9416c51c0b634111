"""What people may do: be offered, ask, talk, answer, hand over, leave."""
