"""An offer, a person's yes, a mediator, a hand-over: help, always by a human."""
