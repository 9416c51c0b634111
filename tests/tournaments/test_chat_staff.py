"""What hosts, referees and casters do from a stream's chat, and who may not."""

from collections.abc import Sequence

import pytest
from sqlalchemy import update

from cogs.people.service import People
from cogs.tournaments.rules.board import Ending, Match, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.hosting import Reason
from cogs.tournaments.store import history
from cogs.tournaments.tables import pseudonyms
from core.people import Handle, Platform, Venue
from platforms.twitch_client.answering import MODERATOR, Heard
from tests.discord_data import Somebody
from tests.discord_desk import GUILD
from tests.tournaments.at_desk import host, presses
from tests.tournaments.server import HOST, STREAM, Server
from tests.tournaments.test_desk_face import REFEREE
from tests.tournaments.test_twitch_face import started

OWNER = STREAM.id  # the streamer, in their own chat
FIRST = MatchId("W1.1")


async def types(
    server: Server, viewer: str, *words: str, badge: str = "", language: str = "fr"
) -> str:
    """What the chat answers somebody with a badge."""
    chatter = Handle(Platform.TWITCH, viewer, viewer)
    heard = Heard(
        id="1",
        word="tournoi",
        given=words,
        venue=STREAM,
        chatter=chatter,
        language=language,
        at=server.clock.now(),
        badges=frozenset({badge} - {""}),
    )
    return await server.answers._answer(heard) or ""


async def match(server: Server, which: str = "W1.1") -> Match:
    state = (await server.live()).state
    assert state is not None
    return state.match(MatchId(which))


async def lost(server: Server, one: str, other: str) -> None:
    """A match that `one` has lost to `other`."""
    for viewer in (one, other):
        await server.types(viewer, "ok")
    await server.types(one, "perdu")


async def four(server: Server) -> tuple[str, str, str, str]:
    """Four viewers who play, by their seeds; the first match is 1 against 4."""
    one, two, three, last = await started(server, "Zed", "Kim", "Ana", "Max")
    return one, two, three, last


async def test_the_streamer_sees_what_an_undo_clears_and_says_yes(server: Server) -> None:
    one, _, _, last = await four(server)
    await lost(server, last, one)
    shown = await types(server, OWNER, "Annuler")
    assert shown.startswith(f"Annuler : Score · {one} – {last}. Aucun résultat gardé, ")
    assert shown.endswith("Pour le faire : !tournoi annuler oui")
    assert (await match(server)).result is not None, "nothing was done"
    done = await types(server, OWNER, "ANNULER", "Oui")
    assert done == f"C'est fait. Annuler : Score · {one} – {last}."
    assert (await match(server)).stage is Stage.LIVE
    async with server.house.db.read() as tx:
        line = (await history.log_of(tx, (await server.live()).id, kinds=("undone",)))[0]
    assert line.reason == Reason.MISTAKE
    assert (await types(server, OWNER, "annuler", "oui")).startswith("Rien n'attend ton oui.")


async def test_an_undo_may_name_whose_match_it_is_about(server: Server) -> None:
    one, two, three, last = await four(server)
    await lost(server, last, one)
    await lost(server, three, two)
    shown = await types(server, OWNER, "annuler", last.upper()[:2])
    assert shown.startswith(f"Annuler : Score · {one} – {last}.")


async def test_a_yes_comes_too_late_after_two_minutes(server: Server) -> None:
    one, _, _, last = await four(server)
    await lost(server, last, one)
    await types(server, OWNER, "annuler")
    server.clock.forward(seconds=121)
    assert (await types(server, OWNER, "annuler", "oui")).startswith("Rien n'attend ton oui.")
    assert (await match(server)).result is not None


async def test_a_yes_is_for_the_command_that_was_shown_and_for_nobody_else(
    server: Server,
) -> None:
    one, _, _, last = await four(server)
    await host(server, "tournament staff twitch", moderators=True)
    await lost(server, last, one)
    await types(server, OWNER, "annuler")
    assert (await types(server, OWNER, "rouvrir", "oui")).startswith("Rien n'attend")
    theirs = await types(server, "Modo", "annuler", "oui", badge=MODERATOR)
    assert theirs.startswith("Rien n'attend")
    assert (await match(server)).result is not None


async def test_what_has_changed_since_it_was_shown_is_left_alone(server: Server) -> None:
    one, _, _, last = await four(server)
    await lost(server, last, one)
    await types(server, OWNER, "annuler")
    offered = await server.desk.offered(HOST, "tournament repair reopen", "match")
    chosen = next(iter(offered.values()))
    preview = await host(server, "tournament repair reopen", match=chosen, reason="mistake")
    await presses(server, preview, "Le faire")
    answer = await types(server, OWNER, "annuler", "oui")
    assert answer.startswith("Ça a bougé entre-temps")


async def test_who_won_is_decided_with_a_reason_that_both_sides_see(server: Server) -> None:
    one, _, _, last = await four(server)
    for viewer in (one, last):
        await server.types(viewer, "ok")
    await server.types(one, "score", "1-0")
    await server.types(last, "score", "non")
    assert (await types(server, OWNER, "regie")).startswith(f"Litiges (1) : {one} – {last}. ")
    shown = await types(server, OWNER, "trancher", last, "1-0")
    assert shown.startswith(f"{last} gagne contre {one}.")
    assert (await types(server, OWNER, "trancher", "oui")).startswith("Dis pourquoi")
    assert (await match(server)).result is None
    done = await types(server, OWNER, "trancher", "oui", "PREUVE")
    assert done == f"C'est fait. {last} gagne contre {one}."
    result = (await match(server)).result
    assert result is not None
    assert (result.ending, result.winner, result.score) == (Ending.RULED, 4, (0, 1))
    assert (await server.live()).reasons[FIRST] == Reason.PROOF


@pytest.mark.parametrize(
    ("verb", "no", "yes"),
    [("forfait", "Forfait de ", "annuler"), ("retirer", "Retirer ", "réintégrer")],
)
async def test_somebody_who_left_is_taken_out_and_comes_back(
    server: Server, verb: str, no: str, yes: str
) -> None:
    one, _, _, last = await four(server)
    assert (await types(server, OWNER, verb, last)).startswith(f"{no}{last}")
    assert (await types(server, OWNER, verb, "oui")).startswith("C'est fait.")
    result = (await match(server)).result
    assert result is not None
    assert result.winner == 1, one
    assert (await types(server, OWNER, yes, last)).endswith("oui")
    assert (await types(server, OWNER, yes, "yes")).startswith("C'est fait.")
    assert (await match(server)).result is None


async def test_a_finished_match_is_opened_again_by_a_name(server: Server) -> None:
    one, _, _, last = await four(server)
    await lost(server, last, one)
    shown = await types(server, OWNER, "rouvrir", one, language="en")
    assert shown.startswith(f"Reopen: {one} – {last}. No result kept, ")
    assert shown.endswith("To do it: !tournament reopen yes")
    assert (await types(server, OWNER, "reopen", "yes", language="en")).startswith("Done.")
    assert (await match(server)).result is None


@pytest.mark.parametrize("verb", ["annuler", "trancher", "suspendre", "régie", "prolonger"])
async def test_moderators_referee_once_the_owner_has_said_so(server: Server, verb: str) -> None:
    one, _, _, last = await four(server)
    await lost(server, last, one)
    who_can = "Ça, c'est pour l'arbitrage et l'orga du tournoi."
    words = (verb, one) if verb == "trancher" else (verb,)
    assert (await types(server, "Modo", *words, badge=MODERATOR)).startswith(who_can)
    await host(server, "tournament staff twitch", moderators=True)
    assert not (await types(server, "Modo", *words, badge=MODERATOR)).startswith(who_can)
    assert (await types(server, "Passante", *words)).startswith(who_can)
    assert (await types(server, last, *words)).startswith(who_can), "players rule on nothing"


async def test_a_role_that_was_given_on_discord_counts_once_the_accounts_are_joined(
    server: Server,
) -> None:
    await four(server)
    folk, guild = server.house.ask(People), Venue(Platform.DISCORD, str(GUILD))
    await host(server, "tournament staff add", duty="referee", member=Somebody(REFEREE))
    assert (await types(server, "Ref", "régie")).startswith("Ça, c'est pour l'arbitrage")
    ours = await folk.recognise(Handle(Platform.DISCORD, str(REFEREE)), guild)
    viewer = await folk.recognise(Handle(Platform.TWITCH, "Ref", "Ref"), STREAM)
    await folk.redeem(viewer, STREAM, await folk.start_link(ours))
    assert (await types(server, "Ref", "régie")).startswith("Ça bloque : ")


async def test_everything_stands_still_and_goes_on_from_the_chat(server: Server) -> None:
    await four(server)
    assert (await types(server, OWNER, "suspendre")).startswith("Tout est arrêté")
    assert (await server.live()).event.paused_at is not None
    assert (await types(server, OWNER, "régie")).startswith("⏸ En pause.")
    await server.wait(minutes=30)
    assert {(await match(server, each)).stage for each in ("W1.1", "W1.2")} == {Stage.CALLED}
    assert (await types(server, OWNER, "resume")).startswith("C'est reparti")
    assert (await server.live()).event.paused_at is None


async def test_more_time_is_given_to_one_match_or_to_all(server: Server) -> None:
    one, *_ = await four(server)
    before = await server.live()
    assert await types(server, OWNER, "prolonger") == "5 min de plus pour 2 matchs."
    assert await types(server, OWNER, "prolonger", "10", one) == "10 min de plus pour un match."
    after = await server.live()
    ends, ended = after.call_ends(FIRST), before.call_ends(FIRST)
    assert ends is not None
    assert ended is not None
    assert (ends - ended).total_seconds() == 15 * 60
    assert (await types(server, OWNER, "prolonger", "0")).startswith("Dis combien")


async def test_a_match_is_kept_for_the_stream_and_let_go(server: Server) -> None:
    one, _, _, last = await four(server)
    queue = await types(server, OWNER, "file")
    assert queue.startswith("1. ")
    assert "!tournoi retenir" in queue
    held = await types(server, OWNER, "retenir", last)
    assert held == (
        f"Gardé pour le stream : {one} – {last}. Pour le laisser jouer : !tournoi liberer {one}"
    )
    assert (await match(server)).held
    assert f"1. {one} – {last} (gardé" in await types(server, OWNER, "retenir")
    free = f"C'est libre, le match peut se jouer : {one} – {last}."
    assert await types(server, OWNER, "libérer") == free
    assert not (await match(server)).held
    assert (await types(server, OWNER, "libérer")).startswith("Il n'y a pas de match")


async def test_the_stream_is_for_casters_and_hosts(server: Server) -> None:
    one, *_ = await four(server)
    await host(server, "tournament staff twitch", moderators=True)
    for words in (("file",), ("retenir", one), ("libérer",)):
        answer = await types(server, "Modo", *words, badge=MODERATOR)
        assert answer.startswith("Ça, c'est pour qui commente et pour l'orga.")


async def test_the_desk_says_what_is_late_and_what_blocks(server: Server) -> None:
    one, _, _, last = await four(server)
    assert (await types(server, OWNER, "régie")).startswith("Ça bloque : ")
    await server.types(one, "ok")
    await server.types(last, "ok")
    await server.wait(minutes=4)
    assert (await types(server, OWNER, "régie")).startswith("En retard (1) : ")


async def test_nothing_can_be_repaired_before_the_draw(server: Server) -> None:
    await server.create()
    assert (await types(server, OWNER, "annuler")).startswith("Ce tournoi ne se joue pas")
    assert await types(server, OWNER, "régie") == "✓ Rien à faire pour le moment."


FOUR = ("Anne-Sophie du Foyer", "Jean-Baptiste_le_94", "Marie-Charlotte_2012", "W" * 20)
TEAM = "Les Invincibles de la Maison des jeunes et de la culture"  # a name may have 60


@pytest.mark.parametrize("shown", [FOUR, [f"{n} {TEAM}" for n in range(4)]], ids=["20", "58"])
async def test_every_line_fits_a_phone_in_both_languages(
    server: Server, shown: Sequence[str]
) -> None:
    first, *_, loser = await started(server, *FOUR)
    await lost(server, loser, first)
    async with server.house.db.write() as tx:
        for ticket, name in enumerate(shown, start=1):
            row = update(pseudonyms).where(pseudonyms.c.ticket == ticket)
            await tx.execute(row.values(name=name))
    one, two, three, last = (f"#{seat}" for seat in range(1, 5))
    asked = [("annuler",), ("rouvrir", one), ("trancher", two, "2-1"), ("forfait", two)]
    asked += [("retirer", three), ("régie",), ("file",), ("suspendre",), ("reprendre",)]
    asked += [("prolonger",), ("trancher", "oui"), ("retenir", two), ("trancher", last)]
    asked += [("annuler", "x"), ("annuler", "oui"), ("libérer",), ("trancher",)]
    for words in asked:
        for language in ("fr", "en"):
            for viewer in (OWNER, "Passante"):
                line = await types(server, viewer, *words, language=language)
                assert 0 < len(line) <= 180, line
