"""The desk, a pause and who helps, as those who run an evening see them on Discord."""

import pytest

from cogs.people.service import People
from cogs.tournaments.rules.board import Stage
from cogs.tournaments.rules.roster import Phase
from core.people import Handle, Platform, Venue
from tests.discord_data import Somebody, SomeRole
from tests.discord_desk import GUILD
from tests.tournaments.at_desk import FINAL, ONE, TWO, host, lost, presses, stage
from tests.tournaments.server import HOST, Server
from tests.tournaments.test_discord_face import started

REFEREE, BADGE = 77, 8800


async def test_pain_11_the_desk_shows_a_dispute_and_two_taps_rule_it(server: Server) -> None:
    players = await started(server)
    await server.press(players[0], "J'ai gagné", "1:W1.1")
    await server.press(players[3], "Pas d'accord", "1:W1.1")
    desk = await host(server, "tournament desk")
    assert desk.ephemeral
    assert desk.text.startswith("## Régie · Coupe\n**Litiges (1)**\n• <#7")
    assert f"player{players[0]}** dit : **player{players[0]}** gagne" in desk.text
    lately = "Ici, sur les 20 derniers tournois au plus · "
    assert f"{lately}Taux d'erreur : 0,0 % des matchs joués (0 sur 0)" in desk.text
    preview = await presses(server, desk, f"player{players[3]} gagne")
    done = await presses(server, preview, "chaque côté a été entendu")
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
    paused = await presses(server, ask, "un souci technique")
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
