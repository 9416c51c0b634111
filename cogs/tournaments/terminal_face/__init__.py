"""The tournament as a script meets it: the engine over JSON lines."""
