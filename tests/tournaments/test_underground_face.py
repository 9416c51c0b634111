"""The underground bracket as a host, the players and a chat see it."""

from tests.discord_desk import MANAGE_GUILD
from tests.tournaments import test_twitch_face as chat
from tests.tournaments.at_desk import ONE, TWO, host, lost, presses
from tests.tournaments.server import HOST, Server
from tests.tournaments.test_discord_face import started

NAME = "Souterrain · Coupe"
DOWN = "Tableau souterrain"


async def hung(server: Server) -> list[int]:
    """Four who play, two of them out, and an underground bracket in two taps from the desk."""
    players = await started(server, template="open-64")
    await lost(server, players, 4, ONE)
    await lost(server, players, 3, TWO)
    asked = await presses(server, await host(server, "tournament desk"), DOWN)
    assert "2 places seraient prises sans victoire" in asked.text
    assert list(asked.buttons) == ["Sans victoire"]
    told = await presses(server, asked, "Sans victoire")
    assert told.text.startswith(f"C'est annoncé : **{NAME}**, début <t:")
    assert "2 places peuvent être prises" in told.text
    return players


async def test_two_taps_of_a_host_and_one_of_a_player(server: Server) -> None:
    players = await hung(server)
    assert DOWN not in (await host(server, "tournament desk")).buttons
    for player in players[2:]:
        mine = await server.desk.slash(player, "tournament match")
        assert f"il y a aussi **{NAME}**" in mine.text
        joined = await server.desk.press(player, mine.buttons[DOWN])
        assert joined.ephemeral
    assert NAME in (await server.card("2")).text
    await server.wait(minutes=11)
    mine = await server.desk.slash(players[3], "tournament match")
    assert f"contre **player{players[2]}**" in mine.text
    assert "Finale" in mine.text


async def test_nobody_else_comes_in_by_the_button_of_its_card(server: Server) -> None:
    players = await hung(server)
    passer = await server.press(77, "Je joue", "2")
    assert passer.text.startswith("Ce tableau est pour qui est sorti")
    finalist = await server.press(players[0], "Je joue", "2")
    assert finalist.text.startswith("Tu joues encore le tableau du haut")
    late = await server.desk.press(HOST, "tournaments.go_below|1|0", may=MANAGE_GUILD)
    assert late.text.startswith("Il y a déjà un souterrain")
    forged = await server.desk.press(players[0], "tournaments.go_below|1|0")
    assert "souterrain" not in forged.text.casefold()


async def test_a_result_that_is_taken_back_after_its_draw_is_told_by_name_on_the_desk(
    server: Server,
) -> None:
    players = await hung(server)
    for player in players[2:]:
        await server.press(player, "Je joue", "2")
    await server.desk.slash(HOST, "tournament start", may=MANAGE_GUILD)
    name = f"player{players[3]}"
    offered = await server.desk.offered(HOST, "tournament repair reopen", "match", name)
    match = next(each for label, each in offered.items() if name in label)
    asked = await host(server, "tournament repair reopen", match=match, reason="mistake")
    await presses(server, asked, "Le faire")
    await server.wait(seconds=5)
    line = next(text for _, text in server.said if "remet quelqu'un" in text)
    assert line.startswith(f"<@{HOST}> <@{players[3]}> : un résultat corrigé")
    desk = await host(server, "tournament desk")
    assert "**Dans les deux tableaux (1)**" in desk.text
    assert f"• **player{players[3]}**" in desk.text


async def test_a_chat_is_told_and_comes_down_by_the_bare_word(server: Server) -> None:
    viewers = await chat.started(server, *("Zed", "Kim", "Léo", "Ana", "Max", "Jo", "Bo", "Eve"))
    for viewer in viewers[4:]:
        await server.types(viewer, "ok")
        await server.types(viewer, "perdu")
    asked = await presses(server, await host(server, "tournament desk"), DOWN)
    await presses(server, asked, "Sans victoire")
    assert (await server.types(viewers[7], "match")).endswith(f"Tape !tournoi pour {NAME}.")
    assert [await server.types(viewer) for viewer in viewers[6:]] == ["", ""]
    assert (await server.types(viewers[6])).startswith("C'est déjà bon")
    assert (await server.types(viewers[0])).startswith("C'est déjà bon")
    assert (await server.types("Passante")).startswith("Les inscriptions sont fermées")
    await server.wait(minutes=11)
    assert any(line.startswith(f"{NAME} : une deuxième chance") for line in server.chat)
    await server.types(viewers[7], "ok")
    await server.types(viewers[7], "perdu")
    await server.wait(seconds=20)
    assert f"Le tournoi est à {viewers[6]} ! Merci à tout le monde d'avoir joué." in server.chat
