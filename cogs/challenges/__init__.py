"""Challenges: games of a few minutes that a host starts and everybody may play."""
