"""A button of before a correction: nothing is noted, and who presses it sees what is true now."""

from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.bracket import MatchId
from tests.discord_data import Somebody
from tests.discord_desk import MANAGE_GUILD
from tests.tournaments.at_desk import host, lost, presses, stage
from tests.tournaments.server import HOST, Server
from tests.tournaments.test_discord_face import started
from tests.tournaments.test_races_seen import MATCH, button

FIRST, R1, S1, S2 = (MatchId(each) for each in ("W1.1", "S1.1", "S2.1", "S2.2"))
BEFORE = (
    "Ce bouton date d'avant une correction : ce match se joue autrement maintenant, "
    "et je n'ai rien noté. La commande « tournoi match » dit où tu en es."
)


async def seen(server: Server, match: MatchId) -> Match:
    state = (await server.live()).state
    assert state is not None
    return state.match(match)


async def sides(server: Server, match: MatchId) -> tuple[int | None, ...]:
    return (await seen(server, match)).sides


async def in_round_two(server: Server) -> list[int]:
    """Four in a Swiss: 1 and 2 have won, and meet."""
    players = await started(server, template="swiss-32")
    assert await sides(server, R1) == (1, 3)
    await lost(server, players, 3, "S1.1")
    await lost(server, players, 4, "S1.2")
    assert (await sides(server, S1), await sides(server, S2)) == ((1, 2), (3, 4))
    return players


async def taken_back(server: Server, who: str) -> None:
    """A result was wrong; the round since is to be paired again."""
    offered = await server.desk.offered(HOST, "tournament repair reopen", "match", who)
    (match,) = offered.values()
    preview = await host(server, "tournament repair reopen", match=match, reason="mistake")
    if "Tirer à nouveau" in preview.buttons:
        preview = await presses(server, preview, "Tirer à nouveau")
    await presses(server, preview, "Le faire")


async def on_card(server: Server, match: str, label: str) -> str:
    return button(await server.card(f"1:{match}", MATCH), label)


async def test_an_old_button_of_a_round_paired_anew_is_refused_and_the_new_one_works(
    server: Server,
) -> None:
    players = await in_round_two(server)
    two = players[1]
    old = {label: await on_card(server, "S2.1", label) for label in ("J'ai perdu", "Je suis là")}
    await taken_back(server, f"player{players[0]}")
    between = await server.desk.press(two, old["J'ai perdu"])
    assert between.text.startswith(f"{BEFORE}\n\n")
    await lost(server, players, 1, "S1.1")
    assert await sides(server, S1) == (2, 3), "the same id, another opponent"
    for pressed in old.values():
        refused = await server.desk.press(two, pressed)
        assert refused.ephemeral
        assert refused.text.startswith(f"{BEFORE}\n\n")
        assert f"player{players[2]}" in refused.text, "whom they play now"
    now = await seen(server, S1)
    assert (now.stage, now.here) == (Stage.CALLED, frozenset())
    told = await server.desk.press(two, refused.buttons["J'ai perdu"])
    assert not told.text.startswith(BEFORE)
    result = (await seen(server, S1)).result
    assert result is not None
    assert (result.winner, result.loser) == (3, 2)


async def test_a_form_that_was_open_during_the_correction_notes_nothing(server: Server) -> None:
    players = await in_round_two(server)
    form = (await on_card(server, "S2.1", "J'ai perdu")).replace(".lost|", ".scored|") + "|lost"
    await taken_back(server, f"player{players[0]}")
    await lost(server, players, 1, "S1.1")
    sent = await server.desk.form(players[1], form, score="")
    assert sent.text.startswith(f"{BEFORE}\n\n")
    assert await stage(server, S1) is Stage.CALLED


async def test_a_referee_does_not_decide_a_pairing_that_is_no_more(server: Server) -> None:
    players = await in_round_two(server)
    await server.press(players[0], "J'ai gagné", "1:S2.1")
    await server.press(players[1], "Pas d'accord", "1:S2.1")
    ruling = await on_card(server, "S2.1", f"player{players[1]} gagne")
    await taken_back(server, f"player{players[0]}")
    gone = await server.desk.press(HOST, ruling, may=MANAGE_GUILD)
    assert gone.text.startswith("Ça a bougé entre-temps, je n'ai rien touché.")
    await lost(server, players, 1, "S1.1")
    refused = await server.desk.press(HOST, ruling, may=MANAGE_GUILD)
    assert refused.text.startswith("Ça a bougé entre-temps, je n'ai rien touché.")
    assert f"<@{players[1]}>" in refused.text
    assert f"<@{players[2]}>" in refused.text
    assert await stage(server, S1) is Stage.CALLED


async def test_a_call_for_help_is_heard_from_any_button(server: Server) -> None:
    players = await in_round_two(server)
    problem = await on_card(server, "S2.1", "Un souci")
    await taken_back(server, f"player{players[0]}")
    await lost(server, players, 1, "S1.1")
    asked = await server.desk.press(players[1], problem)
    flagged = await server.desk.press(players[1], next(iter(asked.buttons.values())))
    assert not flagged.text.startswith(BEFORE)


async def test_a_button_from_before_there_were_marks_is_taken_at_its_word(server: Server) -> None:
    players = await in_round_two(server)
    await server.desk.press(players[1], "tournaments.lost|1|S2.1")
    assert await stage(server, S1) is Stage.SETTLED


async def test_a_newcomer_in_the_seat_is_another_opponent(server: Server) -> None:
    players = await started(server)
    four = f"player{players[3]}"
    old = await on_card(server, FIRST, "Je suis là")
    offered = await server.desk.offered(HOST, "tournament repair replace", "player", four)
    preview = await host(
        server,
        "tournament repair replace",
        player=offered[four],
        member=Somebody(56),
        reason="absent",
    )
    await presses(server, preview, "Le faire")
    refused = await server.desk.press(players[0], old)
    assert refused.text.startswith(f"{BEFORE}\n\n")
    assert "player56" in refused.text
    assert not (await seen(server, FIRST)).here
    await server.press(players[0], "Je suis là", f"1:{FIRST}")
    assert (await seen(server, FIRST)).here == {1}
