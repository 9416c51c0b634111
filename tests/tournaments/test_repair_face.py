"""What referees see and press when something goes wrong: names, a preview, a reason, done."""

from cogs.tournaments.rules.board import Stage
from tests.discord_data import Somebody
from tests.discord_desk import MANAGE_GUILD
from tests.tournaments.at_desk import FINAL, ONE, TWO, host, lost, presses, stage
from tests.tournaments.server import HOST, Server
from tests.tournaments.test_discord_face import started


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


async def test_a_reason_is_chosen_from_a_list_and_nothing_else_is_one(server: Server) -> None:
    await started(server)
    offered = await server.desk.offered(HOST, "tournament repair extend", "reason", "souci")
    assert list(offered.values()) == ["technical"]
    made_up = await host(server, "tournament repair extend", minutes=5, reason="par vengeance")
    assert made_up.text == "Je ne connais pas cette raison. Choisis-en une dans la liste."


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
