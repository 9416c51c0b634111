"""What stands in the thread of a match: its game, its maps, and how every format is told."""

import pytest

from cogs.tournaments.rules.board import Ending
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.roster import Phase
from tests.discord_desk import MANAGE_GUILD, Answer
from tests.tournaments.server import HOST, Server

MATCH = "tournaments.match"


async def started(server: Server, game: str, many: int, **options: object) -> list[int]:
    """A tournament of this game under way, its players' accounts in the order of the seeds."""
    await server.create(template=None, game=game, size=max(many, 2), **options)
    for person in range(11, 11 + many):
        await server.press(person, "Je joue")
    await server.desk.slash(HOST, "tournament start", may=MANAGE_GUILD)
    seeded = (await server.live()).seeded
    return [int(seeded[seed].name.removeprefix("player")) for seed in sorted(seeded)]


async def buttons(server: Server, match: str) -> dict[str, str]:
    card = await server.card(match, MATCH)
    return {each.label: "|".join((each.verb, *each.args)) for row in card.rows for each in row}


async def text(server: Server, match: str) -> str:
    return (await server.card(match, MATCH)).text


async def both_there(server: Server, players: list[int], match: str) -> tuple[int, int]:
    state = (await server.live()).state
    assert state is not None
    one, other = state.match(MatchId(match.partition(":")[2])).sides
    assert one
    assert other
    pair = players[one - 1], players[other - 1]
    for person in pair:
        await server.press(person, "Je suis là", match)
    return pair


async def chosen(server: Server, pair: tuple[int, int], match: str, label: str) -> Answer:
    """Whoever's turn it is presses; the other one is told to wait."""
    verb = (await buttons(server, match))[label]
    first = await server.desk.press(pair[0], verb)
    if first.text.startswith("C'est à l'autre côté de choisir."):
        return await server.desk.press(pair[1], verb)
    late = await server.desk.press(pair[1], verb)
    assert late.text == "C'est noté.", "pressed again it does no harm"
    return first


async def test_the_game_says_its_settings_and_how_to_meet(server: Server) -> None:
    await started(server, "clash-royale", 2)
    card = await text(server, "1:W1.1")
    assert "**Réglages**\nCombat amical 1 contre 1" in card
    assert "**Pour se retrouver**\nLe côté nommé en premier écrit ici son lien d'ami." in card


async def test_maps_are_struck_in_turns_by_buttons(server: Server) -> None:
    players = await started(server, "super-smash-bros-ultimate", 2)
    match = "1:W1.1"
    assert "les choix se font ici, par boutons" in await text(server, match)
    pair = await both_there(server, players, match)
    before = await buttons(server, match)
    assert "Smashville" in before
    assert "écarte un choix. Sinon, le sort décide <t:" in await text(server, match)
    told = await chosen(server, pair, match, "Smashville")
    assert told.text == "C'est noté."
    assert "Écarté : Smashville" in await text(server, match)
    assert "Smashville" not in await buttons(server, match)
    stranger = await server.desk.press(99, next(iter(before.values())))
    assert "noté" not in stranger.text


async def test_the_clock_chooses_by_a_lot_and_a_restart_loses_nothing(server: Server) -> None:
    players = await started(server, "super-smash-bros-ultimate", 2)
    match = "1:W1.1"
    await both_there(server, players, match)
    await server.wait(seconds=61)
    once = await text(server, match)
    assert "Écarté : " in once
    assert "tiré au sort ; la graine publiée permet de vérifier" in once
    for _ in range(12):
        await server.wait(seconds=61)
    done = await text(server, match)
    assert "Au programme : 1. " in done
    assert "écarte un choix" not in done
    assert "**Pour se retrouver**" in done
    assert "J'ai perdu cette partie" in await buttons(server, match)


async def test_whoever_lost_a_game_picks_the_next(server: Server) -> None:
    players = await started(server, "super-smash-bros-ultimate", 2)
    match = "1:W1.1"
    pair = await both_there(server, players, match)
    for _ in range(9):
        await server.wait(seconds=61)
    verb = (await buttons(server, match))["J'ai perdu cette partie"]
    told = await server.desk.press(pair[1], verb)
    assert told.text.startswith("C'est noté : à toi de prendre le choix suivant")
    await server.desk.press(pair[0], verb)
    while f"<@{pair[0]}>, écarte un choix." in await text(server, match):  # the winner strikes
        await server.desk.press(pair[0], next(iter((await buttons(server, match)).values())))
    assert f"<@{pair[1]}>, prends ton choix." in await text(server, match)
    label = next(iter(await buttons(server, match)))
    wrong = await server.desk.press(pair[0], (await buttons(server, match))[label])
    assert wrong.text.startswith("C'est à l'autre côté de choisir.")
    await server.desk.press(pair[1], (await buttons(server, match))[label])
    assert f" · 2. {label}" in await text(server, match)


async def test_a_toss_says_who_chooses_how_to_start(server: Server) -> None:
    players = await started(server, "chess", 2)
    pair = await both_there(server, players, "1:R1.1")
    assert {"blancs", "noirs"} <= set(await buttons(server, "1:R1.1"))
    await chosen(server, pair, "1:R1.1", "noirs")
    card = await text(server, "1:R1.1")
    assert "Au programme : <@" in card
    assert " : noirs" in card
    assert "blancs" not in await buttons(server, "1:R1.1")


async def test_a_draw_is_one_button_where_the_game_has_draws(server: Server) -> None:
    players = await started(server, "chess", 2)
    match = "1:R1.1"
    told = await server.press(players[0], "Match nul", match)
    assert told.text.startswith("Score envoyé.")
    assert "dit : match nul. <@" in await text(server, match)
    await server.press(players[1], "C'est ça", match)
    assert "= Match nul." in await text(server, match)
    await server.wait(seconds=11)
    assert any(" = " in line for line in server.chat)
    assert (await server.live()).event.phase is Phase.FINISHED


async def test_nobody_draws_in_a_bracket(server: Server) -> None:
    players = await started(server, "tetris", 2)
    assert "Match nul" not in await buttons(server, "1:W1.1")
    typed = await server.desk.slash(players[0], "tournament score", score="1-1")
    assert typed.text == "Dis d'abord que tu es là pour ce match, le score vient après."
    await both_there(server, players, "1:W1.1")
    typed = await server.desk.slash(players[0], "tournament score", score="1-1")
    assert typed.text.startswith("Pas de match nul ici")


async def test_points_of_each_game_are_asked_where_the_game_counts_points(server: Server) -> None:
    players = await started(server, "ea-sports-fc-1v1", 4)
    form = await server.press(players[0], "J'ai gagné", "1:W1.1")
    label = form.data["components"][0]["components"][0]["label"]
    assert label == "Tes points d'abord, par exemple 13-9"
    told = await server.desk.form(players[0], form.data["custom_id"], score="3-1")
    assert told.text.startswith("Score envoyé.")
    assert "gagne 3-1" in await text(server, "1:W1.1")


async def test_a_lobby_tells_its_order_by_numbers(server: Server) -> None:
    players = await started(server, "any-lobby", 4)
    match = "1:F1.1"
    state = (await server.live()).state
    assert state is not None
    sides = state.match(MatchId("F1.1")).sides
    form = await server.press(players[0], "Ordre d'arrivée", match)
    listed = form.data["components"][0]
    assert listed["type"] == 10, "the numbers stand above the field"
    assert len(listed["content"].splitlines()) == 4
    assert listed["content"].startswith("1 · player")
    custom_id = form.data["custom_id"]
    wrong = await server.desk.form(players[0], custom_id, order="4 1 1")
    assert wrong.text.startswith("Il manque 2 (**player")
    assert "Deux fois le même numéro : 1 (" in wrong.text
    again = await server.desk.press(players[0], wrong.buttons["Ordre d'arrivée"])
    field = again.data["components"][1]["components"][0]
    assert field["value"] == "4 1 1"
    told = await server.desk.form(players[0], custom_id, order="4,1 3-2")
    assert told.text.startswith("Score envoyé.")
    card = await text(server, match)
    order = [players[(sides[number - 1] or 0) - 1] for number in (4, 1, 3, 2)]
    shown = " · ".join(f"{place}. <@{person}>" for place, person in enumerate(order, 1))
    assert f"donne l'arrivée : {shown}. Les autres" in card
    own = await server.press(players[0], "C'est ça", match)
    assert own.text.startswith("C'est à l'autre côté de répondre à ce score.")
    await server.press(players[1], "C'est ça", match)
    assert f"✓ Arrivée : {shown}." in await text(server, match)
    await server.wait(seconds=11)
    assert any(
        f"1. player{order[0]} 2. player{order[1]} 3. player" in each for each in server.chat
    )


async def test_a_disputed_lobby_is_decided_by_its_order(server: Server) -> None:
    players = await started(server, "any-lobby", 3)
    match = "1:F1.1"
    form = await server.press(players[0], "Ordre d'arrivée", match)
    await server.desk.form(players[0], form.data["custom_id"], order="123")
    await server.press(players[1], "Pas d'accord", match)
    assert "Une image du résultat ? Poste-la ici" in await text(server, match)
    verb = (await buttons(server, match))["Trancher l'arrivée"]
    ruling = await server.desk.press(HOST, verb, may=MANAGE_GUILD)
    refused = await server.desk.form(players[2], ruling.data["custom_id"], order="321")
    assert refused.text.startswith("Ça, c'est")
    ruled = await server.desk.form(HOST, ruling.data["custom_id"], may=MANAGE_GUILD, order="321")
    assert ruled.text == "C'est tranché. Les deux côtés voient la raison."
    state = (await server.live()).state
    assert state is not None
    found = state.match(MatchId("F1.1"))
    assert found.result is not None
    assert found.result.ending is Ending.RULED
    assert found.result.order == found.sides[::-1]


async def test_a_viewer_in_a_lobby_is_told_where_to_go(server: Server) -> None:
    await server.create(template=None, game="any-lobby", size=4)
    for viewer in ("Zed", "Kim", "Léo"):
        await server.types(viewer)
    await server.desk.slash(HOST, "tournament start", may=MANAGE_GUILD)
    await server.types("Zed", "ok")
    told = await server.types("Zed", "score", "2-1")
    assert told.startswith("Vous êtes plusieurs dans cette partie : l'arrivée se donne")
    assert len(told) <= 180


async def test_a_card_of_twelve_fits_a_message(server: Server) -> None:
    await started(server, "mario-kart-8-deluxe", 12)
    card = await text(server, "1:F1.1")
    assert len(card) <= 2000
    assert card.count("<@") >= 12


@pytest.mark.parametrize("made_up", ["veto|1|W1.1|0", "veto|1|W9.9|0|1", "order|1|W1.1|say"])
async def test_a_made_up_button_of_a_game_leads_nowhere(server: Server, made_up: str) -> None:
    players = await started(server, "tetris", 2)
    answer = await server.desk.press(players[0], f"tournaments.{made_up}")
    nowhere = ("Il n'y a pas de tournoi ici", "Ce match n'est pas dans le tableau.")
    assert answer.text.startswith(nowhere)


async def test_who_reads_english_is_answered_in_english(server: Server) -> None:
    players = await started(server, "any-lobby", 3)
    verb = (await buttons(server, "1:F1.1"))["Ordre d'arrivée"]
    form = await server.desk.press(players[0], verb, locale="en-GB")
    assert form.data["title"] == "The order of arrival"
    host = await server.desk.slash(
        HOST, "tournament registration", locale="en-GB", may=MANAGE_GUILD, state="closed"
    )
    assert "draw" in host.text


async def test_maps_are_chosen_in_english_too(server: Server) -> None:
    players = await started(server, "chess", 2)
    pair = await both_there(server, players, "1:R1.1")
    verb = (await buttons(server, "1:R1.1"))["blancs"]
    told = {(await server.desk.press(each, verb, locale="en-GB")).text for each in pair}
    assert "Noted." in told
    drawn = (await buttons(server, "1:R1.1"))["Match nul"]
    sent = await server.desk.press(players[0], drawn, locale="en-GB")
    assert sent.text.startswith("Score sent.")


async def breaks(server: Server) -> None:
    """A break, or its end: the command, and the first of its buttons."""
    ask = await server.desk.slash(HOST, "tournament pause", may=MANAGE_GUILD)
    await server.desk.press(HOST, next(iter(ask.buttons.values())), may=MANAGE_GUILD)


async def test_while_the_event_stands_still_no_lot_chooses(server: Server) -> None:
    players = await started(server, "super-smash-bros-ultimate", 2)
    match = "1:W1.1"
    pair = await both_there(server, players, match)
    await server.wait(seconds=30)
    await breaks(server)
    await server.wait(minutes=10)
    still = await text(server, match)
    assert "Écarté" not in still
    assert "Smashville" not in await buttons(server, match)
    await server.desk.press(pair[0], f"tournaments.veto|{match.replace(':', '|')}|0|3")
    await breaks(server)
    assert "Smashville" in await buttons(server, match)
    await server.wait(seconds=20)
    assert "Écarté" not in await text(server, match), "half of its minute was left"
    await server.wait(seconds=15)
    assert "Écarté" in await text(server, match)
