"""`/tournament file`, as Discord sends it: the file comes with the answer, the yes by a button."""

import io
import json
from typing import Any

import discord
import pytest

from tests.discord_data import SomeFile
from tests.discord_desk import MANAGE_GUILD, Answer
from tests.tournaments.server import HOST, Server


def attached(answer: Answer) -> tuple[str, bytes]:
    """The name and the content of the file in an answer."""
    for part in answer.files:
        file: Any = part
        return file.filename, file.fp.getvalue() if isinstance(file.fp, io.BytesIO) else b""
    raise AssertionError(answer.text)


async def sent(
    server: Server, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes
) -> Answer:
    """Bring a file: what Discord's own store would hand out is `content`."""

    async def read(*_: object, **__: object) -> bytes:
        return content

    monkeypatch.setattr(discord.Attachment, "read", read)
    file = SomeFile(name, len(content))
    return await server.desk.slash(HOST, "tournament file import", may=MANAGE_GUILD, file=file)


async def played(server: Server) -> None:
    await server.create()
    for person in (2, 3):
        await server.press(person, "Je joue")
    await server.desk.slash(HOST, "tournament start", may=MANAGE_GUILD)


async def exported(
    server: Server, kind: str, person: int = HOST, may: str = MANAGE_GUILD
) -> Answer:
    return await server.desk.slash(person, "tournament file export", may=may, content=kind)


async def test_a_host_gets_the_file_and_nobody_else_sees_it(server: Server) -> None:
    await played(server)
    answer = await exported(server, "event.json")
    assert answer.ephemeral
    assert "jamais de comptes" in answer.text
    name, content = attached(answer)
    assert name == "event.json"
    assert json.loads(content)["format"] == "maraude.event"
    refused = await exported(server, "event.json", person=2, may="0")
    assert not refused.files


async def test_a_file_is_looked_at_first_and_comes_in_by_a_button(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    await played(server)
    _, content = attached(await exported(server, "event.json"))
    asked = await sent(server, monkeypatch, "event.json", content)
    assert asked.ephemeral
    assert list(asked.buttons) == ["Importer", "Laisser"]
    done = await server.desk.press(HOST, asked.buttons["Importer"], may=MANAGE_GUILD)
    assert "Coupe" in done.text
    assert (await server.live(2)).event.paused_at is not None


async def test_a_list_tells_its_mistakes_line_by_line(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    await server.create()
    asked = await sent(server, monkeypatch, "liste.csv", b"pseudo;ville\nNova;Lyon\n;Metz\n")
    assert "ligne 3" in asked.text
    done = await server.desk.press(HOST, asked.buttons["Importer"], may=MANAGE_GUILD)
    assert "1 nom de plus" in done.text
    assert [each.name for each in (await server.live()).entrants] == ["Nova"]


async def test_a_file_that_is_none_is_refused_with_its_reasons(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    await server.create()
    answer = await sent(server, monkeypatch, "event.json", b"{")
    assert "JSON" in answer.text
    assert not answer.buttons
    answer = await sent(server, monkeypatch, "event.json", b"x" * 1_000_001)
    assert "1 Mo" in answer.text
    kept = await sent(server, monkeypatch, "liste.csv", b"name\nNova\n")
    left = await server.desk.press(HOST, kept.buttons["Laisser"], may=MANAGE_GUILD)
    assert "Rien n'a changé" in left.text
    again = await server.desk.press(HOST, kept.buttons["Importer"], may=MANAGE_GUILD)
    assert "Importer" not in again.buttons
    assert (await server.live()).entrants == ()
