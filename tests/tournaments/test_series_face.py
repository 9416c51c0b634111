"""What comes back, rehearsals and the list of events, as hosts meet them on Discord."""

import pytest
from discord import Permissions

from core.courier import Progress
from storage import appointments
from tests.discord_desk import MANAGE_GUILD, Answer
from tests.tournaments.server import HOST, Server

THREADS = str(Permissions(create_private_threads=True, send_messages_in_threads=True).value)


async def published(server: Server) -> Answer:
    """The answer that its host reads; the card is in the channel."""
    await server.create()
    return server.desk.answers[-1]


async def rehearsed(server: Server, **options: str) -> Answer:
    server.desk.app_permissions = THREADS
    command = "tournament rehearse"
    return await server.desk.slash(HOST, command, may=MANAGE_GUILD, locale="fr", **options)


async def test_every_week_is_one_button_and_so_is_its_end(server: Server) -> None:
    told = await published(server)
    weekly = await server.desk.press(HOST, told.buttons["Chaque semaine"], may=MANAGE_GUILD)
    assert weekly.ephemeral
    assert weekly.text.startswith("**Coupe** revient chaque semaine, même jour, même heure.")
    again = await server.desk.press(HOST, told.buttons["Chaque semaine"], may=MANAGE_GUILD)
    assert "revient déjà chaque semaine" in again.text
    over = await server.desk.press(HOST, weekly.buttons["Ne plus répéter"], may=MANAGE_GUILD)
    assert over.edits
    assert "ne reviendra plus tout seul" in over.text
    await server.wait(days=4)
    assert ("tournaments.event", "2") not in server.shown


async def test_who_comes_by_repeats_nothing(server: Server) -> None:
    told = await published(server)
    answer = await server.desk.press(11, told.buttons["Chaque semaine"])
    assert not answer.text.startswith("**Coupe** revient")


async def test_the_next_one_has_its_card_in_the_same_channel(server: Server) -> None:
    told = await published(server)
    await server.desk.press(HOST, told.buttons["Chaque semaine"], may=MANAGE_GUILD)
    await server.wait(days=3)
    assert "Coupe" in (await server.card("2")).text


async def test_a_rehearsal_stands_in_a_private_thread_of_its_organisers(server: Server) -> None:
    answer = await rehearsed(server)
    assert answer.ephemeral
    assert "fil privé" in answer.text
    await server.wait(seconds=20)
    card = await server.card()
    assert card.room is not None
    assert card.room.private
    assert card.room.strict
    assert card.room.members == (str(HOST),)
    assert card.text.startswith("⚙ **Essai**")
    labels = [choice.label for row in card.rows for choice in row]
    assert labels[-2:] == ["Lancer maintenant", "Tout effacer"]
    assert all(choice.style != "link" for row in card.rows for choice in row)


async def test_its_matches_and_its_podium_stand_in_the_same_thread(server: Server) -> None:
    await rehearsed(server)
    await server.wait(minutes=30)
    below = [key for key, above in server.parents.items() if above == ("tournaments.event", "1")]
    assert {kind for kind, _ in below} >= {"tournaments.match"}
    assert all(server.shown[key].room is None for key in below)
    beside = [key for key in server.shown if key[0] == "tournaments.podium"]
    assert all(key in server.parents for key in beside)
    assert server.chat == [], "no chat hears of it"


async def test_a_host_begins_it_and_deletes_it_by_a_button(server: Server) -> None:
    await rehearsed(server)
    await server.wait(seconds=30)
    card = await server.card()
    begin, delete = card.rows[-1]
    begun = await server.desk.press(HOST, f"{begin.verb}|1", may=MANAGE_GUILD)
    assert begun.ephemeral
    assert (await server.live()).event.phase == "running"
    stranger = await server.desk.press(11, f"{delete.verb}|1")
    assert (await server.live()).event.rehearsal, stranger.text
    gone = await server.desk.press(HOST, f"{delete.verb}|1", may=MANAGE_GUILD)
    assert gone.text == "C'est effacé : il ne reste rien de cet essai."
    again = await server.desk.press(HOST, f"{delete.verb}|1", may=MANAGE_GUILD)
    assert again.text.startswith("Il n'y a pas de tournoi ici pour le moment.")


async def test_without_private_threads_it_says_what_to_do(server: Server) -> None:
    answer = await server.desk.slash(HOST, "tournament rehearse", may=MANAGE_GUILD)
    assert "« Créer des fils privés »" in answer.text


async def test_a_second_one_is_refused_with_the_way_out(server: Server) -> None:
    await rehearsed(server)
    again = await rehearsed(server, template="cup-16")
    assert "« Tout effacer »" in again.text


async def test_who_comes_by_rehearses_nothing_and_finds_nothing(server: Server) -> None:
    server.desk.app_permissions = THREADS
    await server.desk.slash(11, "tournament rehearse")
    assert server.shown == {}
    await rehearsed(server)
    listed = await server.desk.slash(11, "tournament list")
    assert "Vendredi" not in listed.text


@pytest.mark.parametrize(("then", "progress"), [("start", "on"), ("cancel", "off")])
async def test_what_stands_in_the_list_of_events_is_in_step(
    server: Server, then: str, progress: str
) -> None:
    await published(server)
    show = server.house.appointments["tournaments.event"]
    shown = await show("1")
    assert shown is not None
    assert (shown.name, shown.progress) == ("Coupe", Progress.AHEAD)
    assert shown.mark in shown.about
    assert shown.ends > shown.starts
    before = len(await appointments.Appointments(server.house.db).behind(server.clock.now()))
    assert before == 1
    for person in (11, 12):
        await server.press(person, "Je joue")
    await server.desk.slash(HOST, f"tournament {then}", may=MANAGE_GUILD)
    after = await show("1")
    assert after is not None
    assert after.progress == progress


async def test_the_card_says_what_is_missing_for_the_list_of_events(server: Server) -> None:
    await published(server)
    rows = appointments.Appointments(server.house.db)
    (row,) = await rows.behind(server.clock.now())
    await rows.shown(row, 50013)
    assert (await server.card()).text.endswith(
        "Pour l'orga : ce tournoi n'est pas dans les événements du serveur. Ajoute « Créer des"
        " événements » à mon rôle, et il y sera au prochain changement."
    )


async def test_a_rehearsal_is_in_no_list_of_events(server: Server) -> None:
    await rehearsed(server)
    await server.wait(minutes=3)
    assert await appointments.Appointments(server.house.db).behind(server.clock.now()) == []
