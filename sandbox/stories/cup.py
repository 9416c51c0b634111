"""A cup of teams in double elimination: half of it told from Twitch, with all that goes wrong.

Each team is a captain on Discord and a mate on Twitch, who joins with the captain's code. Some
check in and never come, some scores are contested, two teams leave in the middle and the host
takes four acts back. Nobody touches the database.
"""

import asyncio
import re
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from sandbox.discord_world.state import Message
from sandbox.discord_world.waiting import CannotDo, NothingHappened
from sandbox.people import Player, answers, buttons, insist, until_shown
from sandbox.stories.before import connect_stream
from sandbox.stories.cards import event_card, the_event_card
from sandbox.stories.gathering import PATIENCE
from sandbox.stories.playing import Referee, here
from sandbox.stories.set import WAITING, Evening
from sandbox.twitch_world.state import Viewer

MINUTES = 70  # from the announcement to the start
CODE = re.compile(r"\b[A-Z0-9]{6}\b")
AT_ONCE = 24  # people who sign up in the same moment
ABSENT, CONTESTED = 20, 33  # one team, one match, in so many
UNDOS, LEAVING = 4, 2
EVERY = 0.5  # seconds between two looks at how far the cup has come


@dataclass(frozen=True, slots=True)
class Team:
    """As a side of a match it acts where `player` lives; `mate` is the other one."""

    player: Player
    captain: Player
    mate: Viewer


@dataclass
class Cup:
    """What was meant to go wrong, and what did."""

    teams: list[Team]
    absent: set[Player]
    disputes: int
    contested: int = 0
    undone: int = 0
    left: list[str] = field(default_factory=list)

    @property
    def players(self) -> list[Player]:
        return [team.player for team in self.teams]


def gathered(evening: Evening, many: int) -> Cup:
    """So many teams; every second one is played from the stream's chat."""
    discord, twitch, luck = evening.stage.discord, evening.stage.twitch, evening.luck
    teams = []
    for number in range(1, many + 1):
        name = f"Team{number:03d}"
        person = discord.add_person(f"cap{number:03d}", evening.places.guild)
        viewer = twitch.add_viewer(f"mate{number:03d}")
        strength = luck.uniform(0.5, 2.0)
        captain = Player(name, strength, discord=person)
        here = captain if number % 2 else Player(name, strength, twitch=viewer)
        teams.append(Team(here, captain, viewer))
    evening.cast.players = [team.player for team in teams]
    absent = {team.player for team in luck.sample(teams, max(1, many // ABSENT))}
    disputes = max(1, (2 * many - 2) // CONTESTED)
    return Cup(teams, absent, disputes)


def paced(evening: Evening, faster: int) -> None:
    """Let the evening run so much faster than the world, and both platforms' limits with it."""
    evening.pace = lambda waiting: WAITING if waiting else float(faster)
    discord = evening.stage.discord
    discord.limit("POST /channels/{channel_id}/messages", 5 * faster, 5)
    discord.limit("PATCH /channels/{channel_id}/messages/{message_id}", 5 * faster, 5)
    discord.limit("POST /channels/{channel_id}/threads", 50 * faster, 300)
    discord.limit("global", 50 * faster, 1)
    evening.stage.twitch.hurry(faster)
    evening.stage.extra |= {"MARAUDE_TWITCH__LINES_PER_30S": str(min(10_000, 90 * faster))}


async def open_cup(evening: Evening, cup: Cup) -> None:
    """One command and one press of the host's."""
    discord, owner = evening.stage.discord, evening.cast.owner
    while event_card(evening) is None:
        with suppress(NothingHappened, CannotDo):
            draft = await discord.slash(
                owner,
                evening.places.arena,
                "tournament create",
                template="duo-16",
                name="Grande Coupe",
                start=str(MINUTES),
                size=len(cup.teams),
                **{"best-of": 1},
            )
            for publish in buttons(draft, "tournaments.publish"):
                await discord.click(owner, draft, publish)
        await asyncio.sleep(EVERY)


async def sign_up(evening: Evening, cup: Cup) -> None:
    """Captains make their teams, and their mates join by a code typed on Twitch."""
    many = asyncio.Semaphore(AT_ONCE)

    async def enter(team: Team) -> None:
        async with many:
            await _enter(evening, team)

    await asyncio.gather(*(enter(team) for team in cup.teams))


async def _enter(evening: Evening, team: Team) -> None:
    discord, arena, lines = (
        evening.stage.discord,
        evening.places.arena,
        evening.places.stream.lines,
    )
    person = team.captain.discord
    if person is None:
        raise LookupError("a captain lives on Discord")
    create = partial(
        discord.slash, person, arena, "tournament team create", name=team.captain.name
    )
    code = ""
    while not code:
        answer = await insist(create)
        if answer is None or not CODE.search(answer.text):
            answer = await insist(partial(discord.slash, person, arena, "tournament team invite"))
        found = CODE.search(answer.text) if answer else None
        code = found[0] if found else ""
    before = len(lines)
    await until_shown(
        partial(evening.chat, team.mate, f"!tournoi equipe {code}"),
        lambda: any(answers(line, team.mate) for line in lines[before:]),
    )


async def check_in(evening: Evening, cup: Cup) -> None:
    """Any one of a team is enough."""
    card = the_event_card(evening)
    await evening.wait_for(
        lambda: bool(buttons(card, "tournaments.here")), PATIENCE, "check-in opens"
    )
    many = asyncio.Semaphore(AT_ONCE)

    async def be_here(team: Team) -> None:
        person = team.captain.discord
        if person is None:
            raise LookupError("a captain lives on Discord")
        async with many:
            press = buttons(card, "tournaments.here")[0]
            await insist(partial(evening.stage.discord.click, person, card, press))

    await asyncio.gather(*(be_here(team) for team in cup.teams))


class CupReferee(Referee):
    """Plays every match that can be played, all at once, with the faults of this cup."""

    def __init__(self, evening: Evening, cup: Cup) -> None:
        nobody = Player("", 0.0)
        super().__init__(evening, contests=nobody, absent=nobody, mute=nobody)
        self._contested = True  # nobody in particular: it is told of none
        self._cup = cup
        self._disputed: set[str] = set()
        self._looking: dict[str, asyncio.Task[bool]] = {}

    def _cards(self) -> list[Message]:
        """Those that somebody can press; a thread of a match has a card of its own."""
        live = (card for card in super()._cards() if card.components)
        return [card for card in live if not buttons(card, "tournaments.team_seen")]

    async def _look(self, card: Message) -> bool:
        """Nobody waits for the match next door."""
        looking = self._looking.get(card.id)
        if looking is not None and not looking.done():
            return True
        self._looking[card.id] = asyncio.create_task(super()._look(card))
        return looking is not None and looking.result()

    async def _come(self, card: Message, sides: list[Player]) -> bool:
        missing = [side for side in sides if side not in here(card, sides)]
        coming = [side for side in missing if side not in self._cup.absent]
        await asyncio.gather(*(self._once(card, side, "arrive", "!tournoi ok") for side in coming))
        return bool(coming)

    async def _answer(self, card: Message, loser: Player) -> bool:
        cup = self._cup
        if card.id not in self._disputed and cup.contested < cup.disputes:
            self._disputed.add(card.id)
            cup.contested += 1
        if card.id in self._disputed:
            return await self._once(card, loser, "not_right", "!tournoi score non")
        return await self._once(card, loser, "ok", "!tournoi score ok")


async def trouble(evening: Evening, cup: Cup) -> None:
    """While it is played: the host takes acts back, and takes out teams that have to go."""
    while cup.undone < UNDOS or len(cup.left) < LEAVING:
        await asyncio.sleep(EVERY * 2)
        if cup.undone < UNDOS and await _mend(evening, "undo", "act"):
            cup.undone += 1
        if len(cup.left) < LEAVING and (gone := await _mend(evening, "withdraw", "player")):
            cup.left.append(gone)


async def _mend(evening: Evening, what: str, option: str) -> str:
    """What was chosen from the list, once it was looked at and done; empty if it was not."""
    discord, owner, arena = evening.stage.discord, evening.cast.owner, evening.places.arena
    path = f"tournament repair {what}"
    try:
        offered = await discord.autocomplete(owner, arena, path, option, **{option: ""})
        if not offered.choices:
            return ""
        chosen = offered.choices[0]
        shown = await discord.slash(owner, arena, path, **{option: chosen["value"]})
        do = buttons(shown, "tournaments.mend_do")
        if not do:
            return ""
        done = await discord.click(owner, shown, do[0])
    except (NothingHappened, CannotDo):
        return ""
    return str(chosen["name"]) if not buttons(done, "tournaments.mend_do") else ""


async def play_cup(evening: Evening, cup: Cup) -> Player:
    """From the announcement to the podium. The champion."""
    await connect_stream(evening)
    await open_cup(evening, cup)
    await sign_up(evening, cup)
    await check_in(evening, cup)
    referee = CupReferee(evening, cup)
    busy = asyncio.create_task(trouble(evening, cup))
    try:
        return await referee.play()
    finally:
        busy.cancel()
        with suppress(asyncio.CancelledError):
            await busy
