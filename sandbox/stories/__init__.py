"""Whole evenings, played by scripted people; the tests of the journeys play the same ones."""
