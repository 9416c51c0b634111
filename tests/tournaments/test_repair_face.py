"""What referees see and press when something goes wrong: names, a preview, a reason, done."""

from typing import Any

import pytest

from cogs.people.service import People
from cogs.tournaments.rules.board import Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.roster import Phase
from core.people import Handle, Platform, Venue
from tests.discord_desk import GUILD, MANAGE_GUILD, Answer, Somebody, SomeRole
from tests.tournaments.server import HOST, Server
from tests.tournaments.test_discord_face import started

ONE, TWO, FINAL = (MatchId(each) for each in ("W1.1", "W1.2", "W2.1"))
REFEREE, BADGE = 77, 8800


async def stage(server: Server, match: MatchId = ONE) -> Stage:
    state = (await server.live()).state
    assert state is not None
    return state.match(match).stage


async def lost(server: Server, players: list[int], seat: int, match: str) -> None:
    await server.press(players[seat - 1], "J'ai perdu", f"1:{match}")


async def host(server: Server, path: str, **options: Any) -> Answer:  # noqa: ANN401 - as typed
    return await server.desk.slash(HOST, path, may=MANAGE_GUILD, **options)


async def presses(server: Server, answer: Answer, label: str) -> Answer:
    return await server.desk.press(HOST, answer.buttons[label], may=MANAGE_GUILD)


async def test_pain_01_a_wrong_score_is_undone_with_a_preview_from_a_list_of_names(
    server: Server,
) -> None:
    players = await started(server)
    await lost(server, players, 4, ONE)
    await lost(server, players, 3, TWO)
    offered = await server.desk.offered(HOST, "tournament repair undo", "act", may=MANAGE_GUILD)
    first = f"Score · Demi-finales · player{players[0]} – player{players[3]} · 0 min"
    assert first in offered
    preview = await host(server, "tournament repair undo", act=offered[first])
    assert preview.ephemeral
    assert preview.text.startswith("**Annuler** · Score · Demi-finales")
    assert "Un résultat gardé" in preview.text
    assert "personnes à prévenir" in preview.text
    assert "Rien n'est fait avant." in preview.text
    assert await stage(server) is Stage.SETTLED
    done = await presses(server, preview, "le score noté était faux")
    assert done.edits
    assert done.text.startswith("C'est fait.")
    assert await stage(server) is Stage.CALLED
    assert await stage(server, FINAL) is Stage.WAITING
    card = await server.card("1:W1.1", "tournaments.match")
    assert card.text.endswith("-# Décision de l'orga : le score noté était faux.")
    back = await presses(server, done, "Annuler ça")
    assert back.text.startswith("**Annuler** · Annulation")
    await presses(server, back, "les joueurs l'ont demandé")
    assert await stage(server, FINAL) is Stage.CALLED


async def test_with_its_reason_given_there_are_two_buttons_and_leaving_changes_nothing(
    server: Server,
) -> None:
    players = await started(server)
    await lost(server, players, 4, ONE)
    offered = await server.desk.offered(HOST, "tournament repair reopen", "match", "demi")
    (match,) = offered.values()
    preview = await host(server, "tournament repair reopen", match=match, reason="mistake")
    assert list(preview.buttons) == ["Le faire", "Laisser comme ça"]
    left = await presses(server, preview, "Laisser comme ça")
    assert (left.edits, left.text) == (True, "Rien n'a changé.")
    assert await stage(server) is Stage.SETTLED
    await presses(server, preview, "Le faire")
    assert await stage(server) is Stage.CALLED
    again = await presses(server, preview, "Le faire")
    assert again.text.startswith("Ça a bougé entre-temps, je n'ai rien touché.")
    assert await stage(server) is Stage.CALLED


async def test_a_ruling_names_the_winner_and_may_change_one_that_stands(server: Server) -> None:
    players = await started(server)
    await lost(server, players, 4, ONE)
    offered = await server.desk.offered(
        HOST, "tournament repair rule", "winner", f"player{players[3]} ·"
    )
    (winner,) = offered.values()
    preview = await host(server, "tournament repair rule", winner=winner)
    assert preview.text.startswith(f"**player{players[3]}** gagne · Demi-finales")
    await presses(server, preview, "une image le montre")
    card = await server.card("1:W1.1", "tournaments.match")
    assert card.text.endswith("-# Décision de l'orga : une image le montre.")


async def test_pain_02_somebody_is_withdrawn_and_let_in_again(server: Server) -> None:
    players = await started(server)
    name = f"player{players[3]}"
    offered = await server.desk.offered(HOST, "tournament repair withdraw", "player", name)
    preview = await host(server, "tournament repair withdraw", player=offered[name])
    assert "Décidé par là : Demi-finales" in preview.text
    await presses(server, preview, "quelqu'un n'était pas là")
    assert await stage(server) is Stage.SETTLED
    card = await server.card("1:W1.1", "tournaments.match")
    assert card.text.endswith("-# Décision de l'orga : quelqu'un n'était pas là.")
    gone = await server.desk.offered(HOST, "tournament repair reinstate", "player")
    assert list(gone) == [name]
    preview = await host(server, "tournament repair reinstate", player=gone[name], reason="asked")
    await presses(server, preview, "Le faire")
    assert await stage(server) is Stage.CALLED


async def test_pain_02_a_forfeit_is_for_one_or_for_both(server: Server) -> None:
    players = await started(server)
    offered = await server.desk.offered(
        HOST, "tournament repair forfeit", "player", f"player{players[3]} ·"
    )
    (side,) = offered.values()
    preview = await host(server, "tournament repair forfeit", player=side)
    assert preview.text.startswith("Forfait de **player")
    both = await host(server, "tournament repair forfeit", player=side, both=True, reason="absent")
    assert both.text.startswith("**Double forfait**")
    await presses(server, both, "Le faire")
    card = await server.card("1:W1.1", "tournaments.match")
    assert card.text.startswith("**Demi-finales**")
    assert "le match est clos" in card.text


async def test_pain_03_a_member_takes_a_seat_or_comes_late(server: Server) -> None:
    players = await started(server, 3)
    late = await host(server, "tournament repair late", member=Somebody(55), reason="asked")
    assert late.text.startswith("**player55** entre dans le tournoi")
    assert all(each.name != "player55" for each in (await server.live()).entrants)
    await presses(server, late, "Le faire")
    assert (await server.live()).seeded[4].name == "player55"
    name = f"player{players[1]}"
    offered = await server.desk.offered(HOST, "tournament repair replace", "player", name)
    taken = await host(
        server,
        "tournament repair replace",
        player=offered[name],
        member=Somebody(56),
        reason="absent",
    )
    assert taken.text.startswith("**player56** prend la place de **player")
    await presses(server, taken, "Le faire")
    assert (await server.live()).seeded[2].name == "player56"


async def test_pain_03_the_waiting_list_is_offered_by_name(server: Server) -> None:
    await server.create(size=2)
    for person in (11, 12, 13):
        await server.press(person, "Je joue")
    await host(server, "tournament start")
    offered = await server.desk.offered(HOST, "tournament repair replace", "waiting")
    assert list(offered) == ["player13"]
    seats = await server.desk.offered(HOST, "tournament repair replace", "player", "player12")
    preview = await host(
        server,
        "tournament repair replace",
        player=seats["player12"],
        waiting=offered["player13"],
        reason="absent",
    )
    await presses(server, preview, "Le faire")
    assert "player13" in (await server.live()).names.values()


async def test_pain_10_more_time_is_one_command(server: Server) -> None:
    await started(server)
    offered = await server.desk.offered(HOST, "tournament repair extend", "match")
    given = await host(
        server,
        "tournament repair extend",
        minutes=20,
        reason="technical",
        match=next(iter(offered.values())),
    )
    assert given.text == "20 min de plus pour ce match. Les cartes le montrent."
    everybody = await host(server, "tournament repair extend", minutes=5, reason="technical")
    assert everybody.text.startswith("5 min de plus pour 2 matchs.")


async def test_pain_11_the_desk_shows_a_dispute_and_two_taps_rule_it(server: Server) -> None:
    players = await started(server)
    await server.press(players[0], "J'ai gagné", "1:W1.1")
    await server.press(players[3], "Pas d'accord", "1:W1.1")
    desk = await host(server, "tournament desk")
    assert desk.ephemeral
    assert desk.text.startswith("## Régie · Coupe\n**Litiges (1)**\n• <#7")
    assert f"player{players[0]}** dit : **player{players[0]}** gagne" in desk.text
    assert "Taux d'erreur : 0,0 % des matchs joués (0 sur 0)" in desk.text
    preview = await presses(server, desk, f"player{players[3]} gagne")
    done = await presses(server, preview, "les deux côtés ont été entendus")
    assert done.text.startswith("C'est fait.")
    desk = await host(server, "tournament desk")
    assert "**Tes derniers gestes (1)**\n• Décision · Demi-finales" in desk.text
    undo = next(label for label in desk.buttons if label.startswith("Annuler : Décision"))
    preview = await presses(server, desk, undo)
    await presses(server, preview, "le score noté était faux")
    assert await stage(server) is Stage.DISPUTED


async def test_pain_10_whoever_is_late_is_on_the_desk_with_what_to_do(server: Server) -> None:
    players = await started(server)
    await server.press(players[0], "Je suis là", "1:W1.1")
    call = (await server.live()).event.call_minutes
    await server.wait(minutes=call + 0.5)
    desk = await host(server, "tournament desk")
    assert "**En retard (2)**" in desk.text
    assert f"on attend **player{players[3]}**" in desk.text
    more = await presses(server, desk, f"+5 min : player{players[3]}")
    assert more.text.startswith("5 min de plus pour ce match.")
    preview = await presses(server, desk, f"Forfait : player{players[3]}")
    await presses(server, preview, "quelqu'un n'était pas là")
    assert await stage(server) is Stage.SETTLED


async def test_a_pause_is_told_on_every_card_and_in_the_chat(server: Server) -> None:
    await started(server)
    ask = await host(server, "tournament pause")
    assert ask.text.startswith("Pause pour tout le monde")
    paused = await presses(server, ask, "le jeu, la connexion ou le stream a lâché")
    assert paused.text.startswith("Le tournoi est en pause")
    assert "⏸ **Pause**" in (await server.card()).text
    assert "⏸ **Pause**" in (await server.card("1:W1.1", "tournaments.match")).text
    await server.wait(hours=2)
    assert await stage(server) is Stage.CALLED
    assert any(line.startswith("Le tournoi fait une pause") for line in server.chat)
    again = await host(server, "tournament pause")
    resumed = await presses(server, again, "Reprendre")
    assert resumed.text.startswith("C'est reparti")
    assert "⏸" not in (await server.card()).text


async def test_a_role_of_the_server_makes_referees_and_a_player_is_told_who_can(
    server: Server,
) -> None:
    players = await started(server)
    await lost(server, players, 4, ONE)
    refused = await server.desk.slash(REFEREE, "tournament desk")
    assert refused.text.startswith("Ça, c'est pour l'arbitrage et l'orga du tournoi.")
    assert await server.desk.offered(REFEREE, "tournament repair undo", "act") == {}
    mapped = await host(server, "tournament staff role", duty="referee", role=SomeRole(BADGE))
    assert f"• arbitrage · <@&{BADGE}>" in mapped.text
    server.desk.roles[REFEREE] = [BADGE]
    desk = await server.desk.slash(REFEREE, "tournament desk")
    assert desk.text.startswith("## Régie")
    offered = await server.desk.offered(REFEREE, "tournament repair undo", "act")
    act = next(iter(offered.values()))
    preview = await server.desk.slash(REFEREE, "tournament repair undo", act=act, reason="mistake")
    await server.desk.press(REFEREE, preview.buttons["Le faire"])
    assert await stage(server) is Stage.CALLED
    not_theirs = await server.desk.slash(
        REFEREE, "tournament staff role", duty="host", role=SomeRole(BADGE)
    )
    assert not_theirs.text.startswith("Ça, c'est pour qui possède le serveur")


async def test_somebody_helps_with_one_event(server: Server) -> None:
    await started(server)
    added = await host(server, "tournament staff add", duty="caster", member=Somebody(REFEREE))
    assert added.text == f"Pour ce tournoi :\n• antenne · <@{REFEREE}>"
    desk = await server.desk.slash(REFEREE, "tournament desk")
    assert (desk.text.startswith("## Régie"), desk.buttons) == (True, {})
    gone = await host(server, "tournament staff remove", duty="caster", member=Somebody(REFEREE))
    assert gone.text.startswith("Personne n'a de rôle à part")
    twitch = await host(server, "tournament staff twitch", moderators=True)
    assert twitch.text.endswith("Sur Twitch, la modération de la chaîne arbitre aussi.")


async def test_the_podium_shows_the_mistake_rate_and_waits_where_a_result_is_undone(
    server: Server,
) -> None:
    players = await started(server)
    for seat, match in ((4, ONE), (3, TWO), (4, "P1.1"), (2, FINAL)):
        await lost(server, players, seat, match)
    assert (await server.live()).event.phase is Phase.FINISHED
    podium = await server.card("1", "tournaments.podium")
    assert podium.text.endswith(
        "-# Taux d'erreur : 0,0 % des matchs joués (0 sur 4) · aucun match en retard"
    )
    offered = await server.desk.offered(HOST, "tournament repair reopen", "match", "finale · ")
    final = next(value for name, value in offered.items() if name.startswith("Finale"))
    preview = await host(server, "tournament repair reopen", match=final, reason="mistake")
    await presses(server, preview, "Le faire")
    assert "⚠ Un résultat est revu" in (await server.card("1", "tournaments.podium")).text
    await lost(server, players, 1, FINAL)
    podium = await server.card("1", "tournaments.podium")
    assert f"player{players[1]}" in podium.text.splitlines()[1]
    assert "Taux d'erreur : 25,0 % des matchs joués (1 sur 4)" in podium.text


async def test_a_made_up_button_repairs_nothing(server: Server) -> None:
    await started(server)
    for made_up in (
        "tournaments.mend|x",
        "tournaments.mend|1|z|W1.1||",
        "tournaments.mend|1|f|W1.1|x|",
        "tournaments.mend|1|d|W1.1||y",
        "tournaments.mend_do|1|d|W1.1|||1.abc|because",
        "tournaments.mend_do|1|d|W1.1||",
        "tournaments.pause|1|because",
        "tournaments.desk",
    ):
        answer = await server.desk.press(HOST, made_up, may=MANAGE_GUILD)
        assert answer.text.startswith("Il n'y a pas de tournoi ici"), made_up


@pytest.mark.parametrize("many", [64, pytest.param(256, marks=pytest.mark.long)])
async def test_the_desk_of_256_fits_into_one_message(server: Server, many: int) -> None:
    await server.create(template="double-256", size=many)
    people, place = server.house.ask(People), Venue(Platform.DISCORD, str(GUILD))
    actors = [
        await people.recognise(Handle(Platform.DISCORD, f"9{number}", f"*{number:_>18}*"), place)
        for number in range(many)
    ]
    for actor in actors:
        await server.tournaments.join(actor, 1)
    await host(server, "tournament start")
    live = await server.live()
    seats = {live.seed_of(actor.person): actor for actor in actors}
    assert live.state is not None
    for match in live.state.open[:12]:
        one, other = (seats[side] for side in match.playing)
        await server.tournaments.report(one, won=True, tournament=1, match=match.id)
        await server.tournaments.dispute(other, 1, match.id)
    server.clock.forward(hours=1)
    desk = await host(server, "tournament desk")
    assert len(desk.text) <= 2000
    assert "**Litiges (12)**" in desk.text
    assert f"**En retard ({many // 2 - 12})**" in desk.text
    assert "Taux d'erreur" in desk.text.splitlines()[-1]
