"""Scripts in any language play in our Discord over HTTP, and people sign in with it."""

import base64
import hashlib
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest

from sandbox.discord_world.world import DiscordWorld
from tests.sandbox.conftest import Evening

BACK = "http://127.0.0.1:8080/back"


async def _play(world: DiscordWorld, verb: str, **form: Any) -> Any:  # noqa: ANN401 - JSON
    async with (
        aiohttp.ClientSession() as script,
        script.post(f"{world.base_url}/_world/{verb}", json=form) as answer,
    ):
        return await answer.json() | {"status": answer.status}


async def _look(world: DiscordWorld, path: str) -> Any:  # noqa: ANN401 - JSON
    async with (
        aiohttp.ClientSession() as script,
        script.get(f"{world.base_url}/_world/{path}") as answer,
    ):
        return await answer.json()


async def test_a_script_says_presses_chooses_and_fills_in(evening: Evening) -> None:
    world, hall = evening.world, evening.hall.id
    said = await _play(world, "say", person="Ana", channel="#général", text="bonjour")
    assert said["message"]["content"] == "bonjour"
    panel = await _play(world, "slash", person="Ana", channel=hall, command="hello")
    assert panel["text"] == "Salut"
    message = panel["message"]["id"]
    chosen = await _play(
        world, "choose", person="Ana", message=message, custom_id="game", values=["Go"]
    )
    assert chosen["text"] == "Choisi : go"
    form = await _play(world, "click", person="Ana", message=message, custom_id="form")
    fields = [row.get("component") or row["components"][0] for row in form["modal"]["components"]]
    values = {fields[0]["custom_id"]: "Zoé", fields[1]["custom_id"]: "low", "agreed": False}
    done = await _play(world, "submit", person="Ana", answer=form["answer"], values=values)
    assert (done["text"], done["ephemeral"]) == ("Zoé low False", True)
    duel = await _play(
        world,
        "slash",
        person="Ana",
        channel=hall,
        command="rival",
        options={"whom": {"person": "Ben"}, "points": 2},
    )
    assert duel["text"] == "Ben 2"
    private = await _play(world, "slash", person="Ana", channel="dm", command="hello")
    assert private["text"] == "Salut"
    read = await _play(
        world, "context_menu", person="Ben", message=said["message"]["id"], command="Demander"
    )
    assert read["text"] == "Lu : bonjour"


async def test_a_script_sees_the_state_and_what_each_person_sees(evening: Evening) -> None:
    world, ana, ben = evening.world, evening.ana.id, evening.ben.id
    await _play(world, "dm", person="Ana", text="en privé")
    await _play(world, "slash", person="Ana", channel=evening.hall.id, command="slow")
    state = await _look(world, "state")
    assert [guild["name"] for guild in state["guilds"]] == ["Salle d’arcade"]
    assert "hello" in [command["name"] for command in state["commands"]]
    (dm,) = [person["dm"] for person in state["people"] if person["id"] == ana]
    assert [each["content"] for each in await _look(world, f"messages?channel={dm}")] == [
        "en privé"
    ]
    assert await _look(world, f"messages?channel={dm}&as={ben}") == []
    hall = f"messages?channel={evening.hall.id}"
    assert await _look(world, hall) == []
    assert "Premier" in [each["content"] for each in await _look(world, f"{hall}&as={ana}")]
    assert any(call["path"].endswith("/callback") for call in await _look(world, "calls"))


async def test_a_page_is_told_what_one_person_sees_as_it_happens(evening: Evening) -> None:
    world = evening.world
    url = f"{world.base_url}/_world/events?as={evening.ben.id}"
    async with aiohttp.ClientSession() as page, page.get(url) as stream:
        assert await stream.content.readline() == b": welcome\n"
        world.dm(evening.ana, "pas pour Ben")
        await world.slash(evening.ana, evening.hall, "slow")
        said = world.say(evening.ana, evening.hall, "pour tous")
        world.delete_message(said)
        told = [await _event(stream), await _event(stream)]
    assert [each["event"] for each in told] == ["message_create", "message_delete"]
    assert told[0]["data"]["content"] == "pour tous"


async def _event(stream: aiohttp.ClientResponse) -> dict[str, Any]:
    while not (line := await stream.content.readline()).startswith(b"data: "):
        pass
    event: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
    return event


async def test_a_script_builds_a_world_and_makes_trouble_in_it(evening: Evening) -> None:
    world = evening.world
    made = await _play(world, "guild", name="Autre salle")
    await _play(world, "channel", guild=made["guild"], name="hall")
    await _play(world, "person", name="Zoé", guilds=[made["guild"]])
    said = await _play(world, "say", person="Zoé", channel="hall", text="là")
    await _play(world, "edit", person="Zoé", message=said["message"]["id"], text="ici")
    await _play(world, "react", person="Zoé", message=said["message"]["id"], emoji="👋")
    await _play(world, "delete", message=said["message"]["id"])
    await _play(world, "close_dms", person="Zoé")
    await _play(world, "open_dms", person="Zoé")
    await _play(world, "deadline", seconds=2)
    await _play(world, "answer_429", path_prefix="/channels", retry_after=0.1)
    await _play(world, "fault", path_prefix="/users", status=500)
    await _play(world, "leave", person="Zoé", guild="Autre salle")
    await _play(world, "reconnect", how="abort", forget=True)
    await world.until(lambda: len(world.ledger.received("READY")) == 2, 5)


@pytest.mark.parametrize(
    ("verb", "form", "status"),
    [
        ("say", {"person": "Nobody", "channel": "général", "text": "a"}, 409),
        ("say", {"person": "Ana", "channel": "général"}, 400),
        ("click", {"person": "Ana", "message": "1", "custom_id": "a"}, 409),
        ("submit", {"person": "Ana", "answer": "1", "values": {}}, 409),
    ],
)
async def test_a_script_that_is_wrong_is_told_what_is(
    evening: Evening, verb: str, form: dict[str, Any], status: int
) -> None:
    answer = await _play(evening.world, verb, **form)
    assert answer["status"] == status
    assert answer["error"]


async def test_a_bot_that_does_not_answer_is_named(evening: Evening) -> None:
    evening.world.deadline(0.05)
    form = {"person": "Ana", "channel": "général", "command": "late"}
    answer = await _play(evening.world, "slash", **form)
    assert (answer["status"], "late" in answer["error"]) == (504, True)
    await evening.world.until(lambda: evening.world.ledger.calls[-1].status == 404, 2)


async def test_a_foreign_page_cannot_play(world: DiscordWorld) -> None:
    async with aiohttp.ClientSession() as browser:
        url = f"{world.base_url}/_world/state"
        for headers in ({"Origin": "https://example.org"}, {"Host": "example.org"}):
            assert (await browser.get(url, headers=headers)).status == 403
        ours = {"Origin": "http://localhost:1234"}
        answer = await browser.get(url, headers=ours)
        assert answer.headers["Access-Control-Allow-Origin"] == ours["Origin"]
        assert (await browser.options(f"{world.base_url}/_world/say", headers=ours)).status == 204


async def test_somebody_signs_in_and_shows_their_roles(world: DiscordWorld) -> None:
    guild = world.add_guild("Salle")
    role = world.add_role(guild, "Médiation")
    mia = world.add_person("Mia", guild, roles=[role])
    verifier = "v" * 43
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=")
    asked = {
        "client_id": world.application_id,
        "response_type": "code",
        "redirect_uri": BACK,
        "scope": "identify guilds.members.read",
        "state": "x y",
        "code_challenge": challenge.decode(),
        "code_challenge_method": "S256",
    }
    async with aiohttp.ClientSession() as browser:
        page = await browser.get(world.oauth_url, params=asked)
        assert "Se connecter" in await page.text()
        assert "Mia" in await page.text()
        answer = await browser.get(
            world.oauth_url, params=asked | {"as": mia.id}, allow_redirects=False
        )
        back = urlsplit(answer.headers["Location"])
        query = parse_qs(back.query)
        assert (back.path, query["state"]) == ("/back", ["x y"])
        form = {
            "client_id": world.application_id,
            "client_secret": world.client_secret,
            "grant_type": "authorization_code",
            "code": query["code"][0],
            "redirect_uri": BACK,
            "code_verifier": verifier,
        }
        answer = await browser.post(f"{world.api_base}/oauth2/token", data=form)
        token = (await answer.json())["access_token"]
        again = await browser.post(f"{world.api_base}/oauth2/token", data=form)
        assert again.status == 400
        bearer = {"Authorization": f"Bearer {token}"}
        answer = await browser.get(f"{world.api_base}/users/@me", headers=bearer)
        assert (await answer.json())["id"] == mia.id
        url = f"{world.api_base}/users/@me/guilds/{guild.id}/member"
        answer = await browser.get(url, headers=bearer)
        assert (await answer.json())["roles"] == [role.id]
        answer = await browser.get(f"{world.api_base}/guilds/{guild.id}", headers=bearer)
        assert answer.status == 401


async def test_a_browser_that_is_signed_in_is_not_asked_again(world: DiscordWorld) -> None:
    mia = world.add_person("Mia", world.add_guild("Hub"))
    asked = {
        "client_id": world.application_id,
        "response_type": "code",
        "redirect_uri": BACK,
        "scope": "identify",
    }
    async with aiohttp.ClientSession(headers={"Cookie": f"sandbox_discord={mia.id}"}) as browser:
        answer = await browser.get(world.oauth_url, params=asked, allow_redirects=False)
        assert parse_qs(urlsplit(answer.headers["Location"]).query)["code"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"client_id": "1"},
        {"response_type": "token"},
        {"redirect_uri": "https://example.org/"},
        {"scope": "email"},
    ],
)
async def test_a_wrong_sign_in_is_refused(world: DiscordWorld, wrong: dict[str, str]) -> None:
    asked = {
        "client_id": world.application_id,
        "response_type": "code",
        "redirect_uri": BACK,
        "scope": "identify",
    }
    async with aiohttp.ClientSession() as browser:
        assert (await browser.get(world.oauth_url, params=asked | wrong)).status == 400


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"client_secret": "guess"}, 401),
        ({"grant_type": "password"}, 400),
        ({"code": "guess"}, 400),
        ({"redirect_uri": "http://127.0.0.1/other"}, 400),
        ({"code_verifier": "guess"}, 400),
    ],
)
async def test_a_wrong_exchange_is_refused(
    world: DiscordWorld, wrong: dict[str, str], status: int
) -> None:
    asked = {
        "client_id": world.application_id,
        "response_type": "code",
        "redirect_uri": BACK,
        "scope": "identify",
        "code_challenge": "said",
        "as": world.owner.id,
    }
    async with aiohttp.ClientSession() as browser:
        answer = await browser.get(world.oauth_url, params=asked, allow_redirects=False)
        code = parse_qs(urlsplit(answer.headers["Location"]).query)["code"][0]
        form = {
            "client_id": world.application_id,
            "client_secret": world.client_secret,
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": BACK,
            "code_verifier": "said",
        }
        answer = await browser.post(f"{world.api_base}/oauth2/token", data=form | wrong)
        assert answer.status == status
