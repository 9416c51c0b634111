"""Tournaments as a stream's chat meets them: what players type, and what staff types."""
