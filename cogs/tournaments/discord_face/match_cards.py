"""The card of one match: who plays, how far it is, and the next act of both sides."""

from functools import partial

from cogs.tournaments.discord_face.match_words import MatchWords
from cogs.tournaments.discord_face.speech import RULES, SAYS, button, soon
from cogs.tournaments.discord_face.team_matches import TeamMatches, accounts_of
from cogs.tournaments.discord_face.veto_words import ROOM
from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.marks import answered, marked
from cogs.tournaments.service.rooms import Rooms
from cogs.tournaments.service.tournaments import Tournaments
from cogs.tournaments.service.wording import Tongue, Wording
from core.courier import Card, Choice, Room
from core.people import Platform, Voice

Rows = tuple[tuple[Choice, ...], ...]

MOST_ROWS = 5  # of a message


class MatchCards:
    def __init__(
        self,
        *,
        tournaments: Tournaments,
        words: MatchWords,
        wording: Wording,
        rooms: Rooms,
        teams: TeamMatches,
        private: bool,
    ) -> None:
        """`private`: whether a match's thread is for its players and staff alone."""
        self._rooms = rooms
        self._teams = teams
        self._words = words
        self._games = words.games
        self._private = private
        self._tournaments = tournaments
        self._texts = words.texts
        self._wording = wording
        self._doorkeeper = teams.door

    async def show(self, subject: str) -> Card | None:
        """The card of one match, in a thread of its own where somebody of it is on Discord."""
        number, _, match_id = subject.partition(":")
        live = await self._tournaments.see(int(number))
        if live.state is None:
            return None
        match = live.state.match(MatchId(match_id))
        voice = Voice(live.event.language)
        sides = [side for side in match.sides if side]
        accounts = {side: await accounts_of(self._doorkeeper, live, side) for side in sides}
        names = {side: self._teams.name(voice, live, side, accounts[side]) for side in sides}
        head = self._words.head(voice, self._wording.round(voice, live, match), live, match, names)
        if live.event.phase is Phase.CANCELLED and match.result is None:
            text = self._texts.say(voice, "tournaments-match-cancelled")
        else:
            text = self._words.stage(voice, live, match, names)
            text += self._words.twice(voice, live, match, names)
        trouble = (await self._rooms.troubles(live)).get(match.id) if _open(live, match) else None
        if trouble is not None:
            text += "\n" + self._texts.say(voice, "tournaments-match-flagged", what=trouble.value)
        players = tuple(account for found in accounts.values() for account in found)
        asked = trouble is not None or match.stage is Stage.DISPUTED
        apart = players and not live.event.rehearsal  # which has one thread for everything
        room = await self._room(voice, live, match, players, asked=asked) if apart else None
        more, rows = (
            await self._games.of(voice, live, match, names) if _open(live, match) else ("", ())
        )
        said, step_in = (
            await self._teams.of(voice, live, match) if _open(live, match) else ("", ())
        )
        text = f"{head}\n{text}{said}"
        if more:
            text = f"{text}\n{more[: ROOM - len(text)]}"
        rows = (*rows, *self.acts(voice, live, match), *step_in)
        return Card(text, rows[:MOST_ROWS], room=room)

    async def _room(
        self, voice: Voice, live: Live, match: Match, players: tuple[str, ...], *, asked: bool
    ) -> Room:
        """Its thread: no name of a person in it; its host comes when they are `asked` for."""
        host = await self._host(live) if asked and _open(live, match) else None
        name = self._texts.say(
            voice,
            "tournaments-room",
            round=self._wording.round(voice, live, match),
            match=match.id,
            event=live.event.name,
        )
        members = (*players, host) if host and host not in players else players
        return Room(name[:100], self._private, members, over=not _open(live, match))

    async def _host(self, live: Live) -> str | None:
        person = await self._rooms.host_of(live.id)
        return await self._doorkeeper.account_of(person, Platform.DISCORD) if person else None

    def acts(self, voice: Voice, live: Live, match: Match) -> Rows:
        """The buttons of a match: what both sides may do next, or the hosts."""
        if live.event.phase is not Phase.RUNNING:
            return ()
        if not match.held:
            return self._in_stage(voice, live, match)
        without = self._texts.say(voice, "tournaments-button-without-stream")
        problem = self._texts.say(voice, "tournaments-button-problem")
        key = live.id, match.id
        return ((button("without_stream", without, *key), button("problem", problem, *key)),)

    def _in_stage(self, voice: Voice, live: Live, match: Match) -> Rows:
        label, key = partial(self._texts.say, voice), (live.id, marked(live, match))
        report = self._reports(voice, live, match)
        # A call for help is heard from any button, however old.
        problem = button("problem", label("tournaments-button-problem"), live.id, match.id)
        match match.stage:
            case Stage.CALLED:
                here = label("tournaments-button-here")
                return ((button("arrive", here, *key, style="primary"), *report, problem),)
            case Stage.LIVE:
                return ((*report, problem),)
            case Stage.REPORTED:
                wrong, undo = "tournaments-button-not-right", "tournaments-button-take-back"
                told = live.id, answered(live, match)
                return (
                    (
                        button("ok", label("tournaments-button-ok"), *told, style="success"),
                        button("not_right", label(wrong), *told, style="danger"),
                        button("take_back", label(undo), *key),
                        problem,
                    ),
                )
            case Stage.DISPUTED if match.lobby:
                order = label("games-button-order-rule")
                return ((button("order", order, *key, RULES, style="primary"),),)
            case Stage.DISPUTED:
                return (tuple(self._rulings(voice, live, match)),)
        return ()

    def _reports(self, voice: Voice, live: Live, match: Match) -> tuple[Choice, ...]:
        """How its players say that it is over."""
        label, key = partial(self._texts.say, voice), (live.id, marked(live, match))
        if match.lobby:
            return (button("order", label("games-button-order"), *key, SAYS, style="success"),)
        won = button("won", label("tournaments-button-won"), *key, style="success")
        lost = button("lost", label("tournaments-button-lost"), *key)
        if live.state is None or not live.state.draws(match.id):
            return won, lost
        return won, lost, button("drawn", label("games-button-drawn"), *key)

    def _rulings(self, voice: Voice, live: Live, match: Match) -> list[Choice]:
        spoken = Tongue(voice, str, soon)
        return [
            button(
                "rule",
                self._texts.say(
                    voice,
                    "tournaments-button-rule",
                    name=self._wording.who(spoken, live, side),
                )[:80],
                *(live.id, marked(live, match), side),
            )
            for side in match.sides
            if side
        ]


def _open(live: Live, match: Match) -> bool:
    """Whether anything more is expected of it."""
    return match.result is None and live.event.phase is Phase.RUNNING
