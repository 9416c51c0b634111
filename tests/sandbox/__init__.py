"""The sandbox, met by clients that know nothing of the house."""
