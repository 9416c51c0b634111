"""What people may do about being read and written to: say yes, say no, stop, be forgotten."""
