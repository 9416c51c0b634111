"""Slash commands and menus, as the bot registers them."""

import re
from collections.abc import Iterable

from sandbox.discord_world.asking import Ask, Reply, Route, done
from sandbox.discord_world.checks import length
from sandbox.discord_world.problems import invalid, missing_access, unknown
from sandbox.discord_world.state import Json

NAME = re.compile(r"[-_'\w]{1,32}")
SLASH, COMMANDS, OPTIONS, WEIGHT = 1, 100, 25, 8000


def overwrite(ask: Ask) -> Reply:
    """Replace all commands of the application, or those of one guild."""
    scope = _scope(ask)
    if not isinstance(ask.body, list) or len(ask.body) > COMMANDS:
        raise invalid("_", f"A list of at most {COMMANDS} commands.")
    names = [(each.get("type", SLASH), each.get("name")) for each in ask.body]
    if len(set(names)) < len(names):
        raise invalid("_", "Application command names must be unique")
    for number, each in enumerate(ask.body):
        _check(str(number), each)
    kept = {(each["type"], each["name"]): each["id"] for each in ask.realm.commands.get(scope, [])}
    ask.realm.commands[scope] = [_registered(ask, each, scope, kept) for each in ask.body]
    return done(ask.realm.commands[scope])


def listed(ask: Ask) -> Reply:
    return done(ask.realm.commands.get(_scope(ask), []))


def add(ask: Ask) -> Reply:
    """Register one command; the same name again replaces it."""
    scope = _scope(ask)
    _check("_", ask.form)
    here = ask.realm.commands.setdefault(scope, [])
    kept = {(each["type"], each["name"]): each["id"] for each in here}
    made = _registered(ask, ask.form, scope, kept)
    known = made["id"] in kept.values()
    here[:] = [each for each in here if each["id"] != made["id"]] + [made]
    return Reply(200 if known else 201, made)


def one(ask: Ask) -> Reply:
    return done(_found(ask))


def remove(ask: Ask) -> Reply:
    ask.realm.commands[_scope(ask)].remove(_found(ask))
    return done()


def _found(ask: Ask) -> Json:
    for each in ask.realm.commands.get(_scope(ask), []):
        if each["id"] == ask.match["command_id"]:
            return each
    raise unknown("application command")


def _scope(ask: Ask) -> str | None:
    if ask.match["application_id"] != ask.realm.bot.id:
        raise missing_access()
    if "guild_id" not in ask.match:
        return None
    if ask.match["guild_id"] not in ask.realm.guilds:
        raise missing_access()
    return ask.guild().id


def _registered(ask: Ask, each: Json, scope: str | None, kept: dict[tuple[int, str], str]) -> Json:
    kind = each.get("type", SLASH)
    shape: Json = {
        "description": "",
        "default_member_permissions": None,
        "nsfw": False,
        "contexts": None,
        "integration_types": [0],
        **each,
        "type": kind,
        "id": kept.get((kind, each["name"])) or ask.realm.live_ids.next(),
        "application_id": ask.realm.bot.id,
        "version": ask.realm.live_ids.next(),
    }
    shape["integration_types"] = shape["integration_types"] or [0]
    if shape["default_member_permissions"] is not None:
        shape["default_member_permissions"] = str(shape["default_member_permissions"])
    return shape | ({"guild_id": scope} if scope else {})


def _check(where: str, each: Json) -> None:
    kind = each.get("type", SLASH)
    names = [each.get("name") or "", *(each.get("name_localizations") or {}).values()]
    if kind != SLASH:
        for name in names:
            length(f"{where}.name", name, 32, 1)
        return
    _check_names(f"{where}.name", names)
    for words in (each.get("description") or "", *_translated(each)):
        length(f"{where}.description", words, 100, 1)
    _check_options(where, each.get("options") or [])
    if _weight(each) > WEIGHT:
        raise invalid(where, f"Command exceeds maximum size ({WEIGHT})")


def _check_names(where: str, names: Iterable[str]) -> None:
    for name in names:
        if not NAME.fullmatch(name) or name != name.lower():
            raise invalid(where, "Command name is invalid", "APPLICATION_COMMAND_INVALID_NAME")


def _check_options(where: str, options: list[Json]) -> None:
    if len(options) > OPTIONS:
        raise invalid(f"{where}.options", f"Must be {OPTIONS} or fewer in length.")
    names = [each["name"] for each in options]
    if len(set(names)) < len(names):
        raise invalid(f"{where}.options", "Option names must be unique")
    wanted = [bool(each.get("required")) for each in options]
    if wanted != sorted(wanted, reverse=True):
        raise invalid(f"{where}.options", "Required options must be placed before optional ones")
    for number, each in enumerate(options):
        spot = f"{where}.options.{number}"
        _check_names(
            f"{spot}.name", [each["name"], *(each.get("name_localizations") or {}).values()]
        )
        for words in (each.get("description") or "", *_translated(each)):
            length(f"{spot}.description", words, 100, 1)
        if len(each.get("choices") or []) > OPTIONS:
            raise invalid(f"{spot}.choices", f"Must be {OPTIONS} or fewer in length.")
        _check_options(spot, each.get("options") or [])


def _translated(each: Json) -> list[str]:
    return list((each.get("description_localizations") or {}).values())


def _weight(each: Json) -> int:
    """Name, description and values; the longest language of each counts, of a choice too."""
    words = [each.get("description") or "", *_translated(each)]
    total = _longest_name(each) + max(map(len, words))
    total += sum(
        len(str(choice["value"])) + _longest_name(choice) for choice in each.get("choices") or []
    )
    return total + sum(map(_weight, each.get("options") or []))


def _longest_name(each: Json) -> int:
    return max(map(len, (each["name"], *(each.get("name_localizations") or {}).values())))


_ALL, _GUILD = (
    "/applications/{application_id}/commands",
    "/applications/{application_id}/guilds/{guild_id}/commands",
)
ROUTES: tuple[Route, ...] = tuple(
    (method, base + tail, answer)
    for base in (_ALL, _GUILD)
    for method, tail, answer in (
        ("GET", "", listed),
        ("PUT", "", overwrite),
        ("POST", "", add),
        ("GET", "/{command_id}", one),
        ("DELETE", "/{command_id}", remove),
    )
)
