"""The house as mediation's tests have it: signals stand on top of it."""

from tests.mediation.conftest import cast_, discord_home, house, mail, means, post, rota

__all__ = ["cast_", "discord_home", "house", "mail", "means", "post", "rota"]
