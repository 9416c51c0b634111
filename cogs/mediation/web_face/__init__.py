"""Mediation in a browser: the mediators' desk, and the one-time room without an account."""
