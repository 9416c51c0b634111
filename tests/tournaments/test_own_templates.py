"""A server keeps the settings of its evenings under names of its own, and creates from them."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from cogs.people.service import People
from cogs.tournaments.rules.crew import HostsOnly
from cogs.tournaments.rules.hosting import BadName
from cogs.tournaments.rules.interchange.told import LATER
from cogs.tournaments.rules.keeping import NameKept, TooManyKept, kept_name
from cogs.tournaments.rules.refusals import UnknownTemplate
from cogs.tournaments.rules.templates import TEMPLATES
from cogs.tournaments.service.announcing import Changes
from cogs.tournaments.service.columns import COPIED
from cogs.tournaments.service.own_templates import OwnTemplates
from cogs.tournaments.store import templates
from cogs.tournaments.store.announced import Event
from config.settings import Settings
from core.people import Actor, Handle, Platform, Venue
from tests.discord_desk import GUILD, MANAGE_GUILD
from tests.tournaments.conftest import CHANNEL, Evening
from tests.tournaments.server import HOST, OWNED, Server
from tests.tournaments.test_creation import filled, pressed, told


def own_of(evening: Evening, most: int = 3) -> OwnTemplates:
    knobs = evening.settings.tournaments.model_copy(update={"templates_kept": most})
    return OwnTemplates(evening.turns, evening.announcing, knobs)


async def stranger(evening: Evening) -> Actor:
    """A host of another server."""
    handle = Handle(Platform.DISCORD, "far", "Ailleurs")
    return await evening.people.recognise(
        handle, Venue(Platform.DISCORD, "999", "Ailleurs"), roles=OWNED
    )


async def offered_to_host(server: Server, command: str) -> dict[str, str]:
    return await server.desk.offered(HOST, f"tournament {command}", "template", may=MANAGE_GUILD)


def columns(event: Event) -> dict[str, object]:
    return {name: getattr(event, name) for name in COPIED}


async def test_what_was_kept_is_created_again_down_to_its_last_setting(server: Server) -> None:
    await server.create(template=None, game="super-smash-bros-ultimate", size=12)
    kept = await told(server, "file keep", name="Smash du mardi")
    assert kept.text.startswith("C'est gardé : **Smash du mardi**.")
    offered = await offered_to_host(server, "create")
    assert next(iter(offered)) == "Smash du mardi", "the server's own come first"
    assert len(offered) == len(TEMPLATES) + 1
    draft = await told(server, "create", start="90", template=offered["Smash du mardi"])
    await pressed(server, draft, "Publier")
    one, two = (await server.live(1)).event, (await server.live(2)).event
    assert columns(one) == columns(two)
    assert two.starts_at > one.starts_at


async def test_what_a_host_wants_otherwise_goes_before_what_was_kept(server: Server) -> None:
    await server.create(template="cup-16")
    await told(server, "file keep", name="Coupe maison")
    asked: dict[str, Any] = {"name": "Mini", "size": 4, "best-of": 1}
    draft = await told(server, "create", start="90", template="coupe MAISON", **asked)
    await pressed(server, draft, "Publier")
    event = (await server.live(2)).event
    assert (event.name, event.size, event.best_of, event.template) == ("Mini", 4, 1, "cup-16")


async def test_a_draft_is_kept_by_its_button_and_let_go_by_one(server: Server) -> None:
    draft = await server.draft(template="swiss-32")
    form = await pressed(server, draft, "Garder comme modèle")
    assert form.data["components"][0]["components"][0]["value"] == "Coupe"
    kept = await filled(server, form, name="  Suisse  du   foyer ")
    assert kept.text.startswith("C'est gardé : **Suisse du foyer**.")
    again = await filled(server, form, name="SUISSE DU FOYER")
    assert again.text.startswith("Un modèle de ce serveur porte déjà ce nom.")
    gone = await pressed(server, kept, "Oublier ce modèle")
    assert gone.text.startswith("Le modèle **Suisse du foyer** n'est plus gardé.")
    twice = await pressed(server, kept, "Oublier ce modèle")
    assert twice.text.startswith("Je ne connais pas ce modèle")
    assert (await filled(server, form, name="Suisse du foyer")).text.startswith("C'est gardé")


async def test_a_template_is_let_go_by_its_name(server: Server) -> None:
    await server.create()
    await told(server, "file keep", name="Un", tournament="1")
    await told(server, "file keep", name="Deux")
    offered = await offered_to_host(server, "file forget")
    assert list(offered) == ["Deux", "Un"]
    gone = await told(server, "file forget", template="un")
    assert gone.text.startswith("Le modèle **Un** n'est plus gardé.")
    ours = await told(server, "file forget", template="cup-16")
    assert ours.text.startswith("Je ne connais pas ce modèle")


async def test_a_template_has_its_game(server: Server) -> None:
    await server.create(template=None, game="chess", size=8)
    await told(server, "file keep", name="Échecs")
    other = await told(server, "create", start="90", template="Échecs", game="tetris")
    assert other.text.startswith("Ce modèle a déjà son jeu.")
    same = await told(server, "create", start="90", template="Échecs", game="chess")
    assert same.text.startswith("**Rien n'est encore publié.**")


async def test_what_is_ready_made_is_still_found_by_its_name_in_either_language(
    server: Server,
) -> None:
    french = await offered_to_host(server, "create")
    assert set(french.values()) == set(TEMPLATES)
    typed = next(name for name, value in french.items() if value == "double-16")
    draft = await told(server, "create", start="90", template=typed.upper(), locale="en-GB")
    assert draft.text.startswith("**Nothing is published yet.**")
    unknown = await told(server, "create", start="90", template="Coupe de nulle part")
    assert unknown.text.startswith("Je ne connais pas ce modèle")


async def test_templates_are_for_those_who_create(server: Server) -> None:
    await server.create()
    await told(server, "file keep", name="Un")
    for command, options in (
        ("file keep", {"name": "Deux", "tournament": "1"}),
        ("file forget", {"template": "own|1"}),
    ):
        refused = await server.desk.slash(12, f"tournament {command}", **options)
        assert refused.text.startswith("Ça, c'est pour l'orga du tournoi."), command
    offered = await server.desk.offered(12, "tournament create", "template")
    assert "Un" not in offered
    guest = await server.house.ask(People).recognise(
        Handle(Platform.DISCORD, "12"), Venue(Platform.DISCORD, str(GUILD))
    )
    with pytest.raises(HostsOnly):
        await server.house.ask(OwnTemplates).here(guest)


async def test_another_server_neither_sees_it_nor_uses_it(evening: Evening) -> None:
    live, own = await evening.announced(), own_of(evening)
    host, far = await evening.host(), await stranger(evening)
    kept = await own.keep(host, live.id, "Un")
    assert [each.name for each in await own.here(host)] == ["Un"]
    assert await own.here(far) == []
    with pytest.raises(UnknownTemplate):
        await own.draft(far, kept.id, CHANNEL, Changes())
    with pytest.raises(UnknownTemplate):
        await own.forget(far, kept.id)


async def test_a_server_keeps_so_many_and_no_more(evening: Evening) -> None:
    live, own = await evening.announced(), own_of(evening, most=2)
    host = await evening.host()
    kept = [await own.keep(host, live.id, name) for name in ("Un", "Deux")]
    with pytest.raises(TooManyKept):
        await own.keep(host, live.id, "Trois")
    await own.forget(host, kept[0].id)
    await own.keep(host, live.id, "Trois")
    assert [each.name for each in await own.here(host)] == ["Deux", "Trois"]


async def test_what_was_kept_before_a_setting_existed_is_created_with_the_usual(
    evening: Evening,
) -> None:
    live, host = await evening.announced(), await evening.host()
    known = {name: value for name, value in columns(live.event).items() if name not in LATER}
    async with evening.db.write() as tx:
        made = await templates.add(tx, host.place, "Vieux", "vieux", known)
    starts = evening.clock.now() + timedelta(hours=2)
    changes = Changes(starts_at=starts)
    draft = await own_of(evening).draft(host, made, CHANNEL, changes)
    assert columns(draft.event) == known | LATER


async def test_players_and_guests_may_neither_keep_nor_create(evening: Evening) -> None:
    live, own = await evening.announced(), own_of(evening)
    kept = await own.keep(await evening.host(), live.id, "Un")
    guest = replace(await evening.somebody("Zed"), roles=frozenset())
    with pytest.raises(HostsOnly):
        await own.keep(guest, live.id, "Deux")
    with pytest.raises(HostsOnly):
        await own.draft(guest, kept.id, CHANNEL, Changes())
    with pytest.raises(HostsOnly):
        await own.forget(guest, kept.id)


def test_a_name_is_one_line_that_nobody_else_has() -> None:
    assert kept_name(" Le \n mardi ", ["Le lundi"], 5) == "Le mardi"
    for wrong in ("", " ", "x" * 61):
        with pytest.raises(BadName):
            kept_name(wrong, [], 5)
    with pytest.raises(NameKept):
        kept_name("LE MARDI", ["Le mardi"], 1)
    with pytest.raises(TooManyKept):
        kept_name("Le jeudi", ["Le mardi"], 1)


def test_all_that_is_kept_and_all_that_is_ready_made_can_be_shown_at_once(
    settings: Settings,
) -> None:
    assert settings.tournaments.templates_kept + len(TEMPLATES) == 25
