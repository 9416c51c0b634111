"""The questions asked of the tables of a case, an offer, a room and the desk."""
