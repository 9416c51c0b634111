"""The rules of the Quiz Éclair, in plain Python: chance, time and points come in as arguments."""
