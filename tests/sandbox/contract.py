"""Holds what went over the wire against the descriptions that others wrote of Discord.

`violations(world.ledger, OPENAPI)` for the REST calls, `gateway_violations(world.ledger, GATEWAY)`
for the events. Both give one sentence per breach; the descriptions are not part of the product.
"""

import copy
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import jsonschema_rs
import pytest

from sandbox.discord_world.ledger import Call, Ledger

Json = dict[str, Any]
CONTRACTS = Path(__file__).parents[3] / "shared" / "contracts"
OPENAPI = CONTRACTS / "discord-openapi.json"
GATEWAY = CONTRACTS / "discord-gateway.schema.json"
described = pytest.mark.skipif(
    not OPENAPI.exists(), reason="Discord's own API description is not beside the repository"
)


def violations(ledger: Ledger, description: Path = OPENAPI) -> list[str]:
    """Every request, and every answer to it, that Discord's description does not allow."""
    contract = _contract(description)
    return [
        breach for call in ledger.calls if not call.faulty for breach in contract.breaches(call)
    ]


def gateway_violations(ledger: Ledger, description: Path = GATEWAY) -> list[str]:
    """Every event the bot was sent that is not shaped as described."""
    events = _events(description)
    return [
        f"{frame.event}: {breach}"
        for frame in ledger.frames
        if frame.way == "out" and frame.event and frame.event in events.known
        for breach in events.breaches(frame.event, frame.data)
    ]


class Validator(Protocol):
    def iter_errors(self, instance: Json) -> Iterable[jsonschema_rs.ValidationError]: ...


class Contract:
    """Discord's OpenAPI description, ready to be asked.

    In requests ids and plain numbers may travel as digits in a string, as Discord allows; answers
    are held to the letter, because an id that is a number misleads clients.
    """

    def __init__(self, description: dict[str, Any]) -> None:
        self._paths = description["paths"]
        lenient = copy.deepcopy(description)
        _relax(lenient)
        self._asked = _registry("urn:discord", lenient)
        self._answered = _registry("urn:discord", description)
        self._validators: dict[tuple[str, bool], Any] = {}

    def breaches(self, call: Call) -> list[str]:
        operation = self._paths.get(call.route, {}).get(call.method.lower())
        if operation is None:
            return [] if call.route else [f"{call.method} {call.path}: no such address"]
        where = ["paths", call.route, call.method.lower()]
        found = self._asked_wrongly(call, operation, where)
        return [f"{call.method} {call.path}: {each}" for each in found] + [
            f"{call.method} {call.path} -> {call.status}: {each}"
            for each in self._answered_wrongly(call, operation, where)
        ]

    def _asked_wrongly(self, call: Call, operation: dict[str, Any], where: list[str]) -> list[str]:
        kinds = operation.get("requestBody", {}).get("content", {})
        if call.body is None or not kinds or call.status >= 400:
            return []
        if call.content_type not in kinds:
            return [f"sent as {call.content_type}"]
        return self._check(
            [*where, "requestBody", "content", "application/json", "schema"], call.body, True
        )

    def _answered_wrongly(
        self, call: Call, operation: dict[str, Any], where: list[str]
    ) -> list[str]:
        answers = operation["responses"]
        if call.status >= 400:
            return []
        if str(call.status) not in answers:
            return [f"answered with a status that is none of {', '.join(answers)}"]
        if "content" not in answers[str(call.status)]:
            return [] if call.answer is None else ["answered with a body where there is none"]
        spot = [*where, "responses", str(call.status), "content", "application/json", "schema"]
        return self._check(spot, call.answer, False)

    def _check(self, spot: list[str], data: Json, asked: bool) -> list[str]:
        pointer = "/".join(part.replace("~", "~0").replace("/", "~1") for part in spot)
        if (pointer, asked) not in self._validators:
            self._validators[pointer, asked] = _validator(
                f"urn:discord#/{_quoted(pointer)}", self._asked if asked else self._answered
            )
        return _told(self._validators[pointer, asked], data)


class Events:
    """The schema of the gateway's events."""

    def __init__(self, description: dict[str, Any]) -> None:
        self.known = set(description["definitions"]["ByEvent"]["properties"])
        self._registry = _registry("urn:gateway", description)
        self._validators: dict[str, Any] = {}

    def breaches(self, event: str, data: Json) -> list[str]:
        if event not in self._validators:
            pointer = f"urn:gateway#/definitions/ByEvent/properties/{event}"
            self._validators[event] = _validator(pointer, self._registry)
        return _told(self._validators[event], data)


def _told(validator: Validator, data: Json) -> list[str]:
    return [
        f"{'.'.join(map(str, error.instance_path))}: {str(error.message)[:300]}"
        for error in validator.iter_errors(data)
    ]


def _registry(name: str, schema: dict[str, Any]) -> jsonschema_rs.Registry:
    draft = jsonschema_rs.Draft7 if name == "urn:gateway" else jsonschema_rs.Draft202012
    return jsonschema_rs.Registry([(name, schema)], draft=draft)


def _validator(pointer: str, registry: jsonschema_rs.Registry) -> Validator:
    return jsonschema_rs.validator_for({"$ref": pointer}, registry=registry)


def _quoted(pointer: str) -> str:
    return pointer.replace("{", "%7B").replace("}", "%7D")


def _relax(schema: Json | list[Json]) -> None:
    """Ids and plain numbers may also come as digits in a string, in place."""
    if isinstance(schema, list):
        for each in schema:
            _relax(each)
    if not isinstance(schema, dict):
        return
    plain = schema.get("type") == "integer" and not schema.keys() & {"enum", "const", "oneOf"}
    if plain or schema.get("format") == "snowflake":
        schema.update(type=["integer", "string"], pattern="^-?[0-9]+$")
    for key, each in schema.items():
        if key != "nonce":  # it is a number or a text already, and must not be both
            _relax(each)


@cache
def _contract(description: Path) -> Contract:
    return Contract(json.loads(description.read_text("utf-8")))


@cache
def _events(description: Path) -> Events:
    return Events(json.loads(description.read_text("utf-8")))
