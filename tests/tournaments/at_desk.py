"""What a host presses, for the tests of repairs and of the desk."""

from typing import Any

from cogs.tournaments.rules.board import Stage
from cogs.tournaments.rules.bracket import MatchId
from tests.discord_desk import MANAGE_GUILD, Answer
from tests.tournaments.server import HOST, Server

ONE, TWO, FINAL = (MatchId(each) for each in ("W1.1", "W1.2", "W2.1"))


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
