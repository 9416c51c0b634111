"""The draw and the season on Discord: looked at first, made by one press, in both languages."""

from tests.discord_desk import MANAGE_GUILD
from tests.tournaments.server import HOST, Server


async def signed_up(server: Server, many: int = 4) -> None:
    await server.create()
    for person in range(11, 11 + many):
        await server.press(person, "Je joue")


async def test_a_host_looks_at_the_draw_and_makes_it_with_one_press(server: Server) -> None:
    await signed_up(server)
    host = {"may": MANAGE_GUILD}
    wished = await server.desk.slash(HOST, "tournament draw by", mode="last", **host)
    assert (
        wished.text == "C'est noté : les têtes de série seront placées selon le dernier tournoi."
    )
    placed = await server.desk.slash(HOST, "tournament draw place", player="1|3", seed=1, **host)
    assert placed.text == "player13 sera tête de série n° 1."
    look = await server.desk.slash(HOST, "tournament draw look", **host)
    assert look.ephemeral
    lines = look.text.splitlines()
    assert "Rien n'est fait tant que tu n'as pas appuyé." in lines[0]
    assert lines[1] == "1. **player13**"
    assert (await server.live()).state is None
    made = await server.desk.press(HOST, look.buttons["Faire ce tirage"], **host)
    assert made.text == "Tirage fait : 4 inscrits ont leur place."
    assert (await server.live()).name(1) == "player13"
    late = await server.desk.slash(HOST, "tournament draw look", **host)
    assert "tirage" in late.text.casefold()


async def test_the_look_tells_teams_with_their_people_and_who_is_not_in_it(
    server: Server,
) -> None:
    await server.create(template="duo-16")
    for captain, name in ((11, "Nova"), (12, "Zed"), (13, "Kim")):
        await server.desk.slash(captain, "tournament team create", name=name)
    for person in (14, 15):
        await server.press(person, "Jouer sans équipe")
    look = await server.desk.slash(HOST, "tournament draw look", may=MANAGE_GUILD)
    lines = sorted(look.text.splitlines()[1:])
    assert [line.partition(". ")[2] for line in lines[:2]] in (
        ["**Nova** · player11, player14", "**Zed** · player12, player15"],
        ["**Zed** · player12, player15", "**Nova** · player11, player14"],
    )
    assert lines[2] == "Hors de ce tirage : **Kim**."
    english = await server.desk.slash(
        HOST, "tournament draw look", may=MANAGE_GUILD, locale="en-GB"
    )
    assert english.text.splitlines()[-1] == "Not in this draw: **Kim**."


async def test_a_club_that_meets_at_once_is_told(server: Server) -> None:
    await signed_up(server, 3)
    for ticket in (1, 2, 3):
        told = await server.desk.slash(
            HOST,
            "tournament draw apart",
            player=f"1|{ticket}",
            kind="club",
            name="Les  Loups",
            may=MANAGE_GUILD,
        )
        assert told.text.endswith(": Les Loups. Le tirage en tiendra compte.")
    look = await server.desk.slash(HOST, "tournament draw look", may=MANAGE_GUILD)
    assert "se croiseraient dès leur premier match" in look.text


async def test_a_member_cannot_seed_and_is_told_who_can(server: Server) -> None:
    await signed_up(server)
    for command in ("tournament draw look", "tournament draw by"):
        answer = await server.desk.slash(12, command)
        assert answer.ephemeral
        assert "orga" in answer.text
    assert (await server.live()).state is None


async def test_the_seasons_board_is_for_whoever_asks_and_can_be_left(server: Server) -> None:
    await signed_up(server)
    board = await server.desk.slash(12, "tournament season", game="chess", locale="en-GB")
    assert board.ephemeral
    assert board.text.splitlines()[-1].startswith("Nobody has played a match that counts")
    off = await server.desk.press(12, board.buttons["Leave the board"], locale="en-GB")
    assert "Be on the board again" in off.buttons
    nothing = await server.desk.slash(12, "tournament season", game="nonsense")
    assert "liste" in nothing.text
