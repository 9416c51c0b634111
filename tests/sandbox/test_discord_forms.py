"""Our Discord refuses the messages and commands that its API description does not forbid."""

from typing import Any

import pytest

from sandbox.discord_world.world import DiscordWorld
from tests.sandbox.callers import caller, post

BUTTON = {"type": 2, "style": 1, "label": "Jouer", "custom_id": "a"}


def _row(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(buttons)}


@pytest.mark.parametrize(
    "body",
    [
        {"content": "a" * 2001},
        {"content": "a", "unheard_of": 1},
        {"content": "a", "nonce": "a" * 26},
        {"embeds": [{"title": "a" * 257}]},
        {"embeds": [{"description": "a" * 3001}, {"description": "a" * 3000}]},
        {"content": "a", "components": [_row(BUTTON | {"custom_id": f"{n}"}) for n in range(6)]},
        {"content": "a", "components": [_row(BUTTON, BUTTON)]},
        {"content": "a", "components": [_row(BUTTON | {"custom_id": "a" * 101})]},
        {"content": "a", "components": [_row(BUTTON | {"style": 5, "url": "https://a.org"})]},
        {"content": "a", "components": [_row({"type": 2, "style": 1, "custom_id": "a"})]},
        {"content": "a", "components": [_row()]},
        {"content": "a", "components": [BUTTON]},
        {"content": "a", "components": [_row({"type": 3, "custom_id": "a", "options": []})]},
        {"content": "a", "flags": 1 << 15, "components": [{"type": 10, "content": "b"}]},
        {"content": "a", "allowed_mentions": {"parse": ["users"], "users": ["1"]}},
        {"content": "a", "message_reference": {"message_id": "1"}},
        {"content": "a", "components": "not a list"},
        {"content": 5},
    ],
)
async def test_a_body_that_breaks_a_rule_is_an_invalid_form(
    world: DiscordWorld, body: dict[str, Any]
) -> None:
    hall = world.add_channel(world.add_guild("Salle"), "hall")
    async with caller(world) as script:
        status, _, told = await post(script, world, hall, body)
    assert (status, told["code"]) == (400, 50035)
    assert told["errors"]
    assert hall.messages == []


@pytest.mark.parametrize("body", [{}, {"content": "  "}, {"content": None, "embeds": []}])
async def test_a_message_that_says_nothing_is_refused(
    world: DiscordWorld, body: dict[str, Any]
) -> None:
    hall = world.add_channel(world.add_guild("Salle"), "hall")
    async with caller(world) as script:
        status, _, told = await post(script, world, hall, body)
    assert (status, told["code"]) == (400, 50006)


def _option(name: str, **more: bool) -> dict[str, Any]:
    return {"name": name, "description": "c", "type": 3} | more


@pytest.mark.parametrize(
    "command",
    [
        {"name": "Tournoi", "description": "a"},
        {"name": "deux mots", "description": "a"},
        {"name": "a", "description": ""},
        {"name": "a", "description": "a" * 101},
        {"name": "a", "description": "a", "options": [_option("b"), _option("b")]},
        {"name": "a", "description": "a", "options": [_option("b"), _option("c", required=True)]},
    ],
)
async def test_a_command_that_breaks_a_rule_is_not_registered(
    world: DiscordWorld, command: dict[str, Any]
) -> None:
    url = f"{world.api_base}/applications/{world.application_id}/commands"
    async with caller(world) as script:
        answer = await script.put(url, json=[command])
        assert (answer.status, (await answer.json())["code"]) == (400, 50035)
    assert world.realm.commands == {}
