"""Cookies of the desk and of a room: for this site alone, out of reach of any script."""

from aiohttp import web

from cogs.mediation.service.means import Means


def name_of(means: Means, name: str) -> str:
    """With TLS a browser itself holds a `__Host-` cookie to this host and to https."""
    return f"__Host-{name}" if _is_secure(means) else name


def give_cookie(
    means: Means, response: web.StreamResponse, name: str, value: str, *, seconds: int | None
) -> None:
    response.set_cookie(
        name_of(means, name),
        value,
        max_age=seconds,
        httponly=True,
        samesite="Lax",
        secure=_is_secure(means),
    )


def forget_cookie(means: Means, response: web.StreamResponse, name: str) -> None:
    response.del_cookie(
        name_of(means, name), secure=_is_secure(means), httponly=True, samesite="Lax"
    )


def _is_secure(means: Means) -> bool:
    return means.settings.public_url.startswith("https://")
