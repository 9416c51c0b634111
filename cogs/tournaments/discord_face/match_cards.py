"""The card of one match: who plays, how far it is, and the next act of both sides."""

from functools import partial

from cogs.tournaments.discord_face.match_words import MatchWords
from cogs.tournaments.discord_face.speech import button, soon, tongue
from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.bracket import NOBODY, MatchId
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.service.book import Live
from cogs.tournaments.service.rooms import Rooms
from cogs.tournaments.service.tournaments import Tournaments
from cogs.tournaments.service.wording import Tongue, Wording
from core.courier import Card, Choice, Room
from core.people import Doorkeeper, Platform, Voice

Rows = tuple[tuple[Choice, ...], ...]


class MatchCards:
    def __init__(
        self,
        *,
        tournaments: Tournaments,
        words: MatchWords,
        wording: Wording,
        doorkeeper: Doorkeeper,
        rooms: Rooms,
        private: bool,
    ) -> None:
        """`private`: whether a match's thread is for its players and staff alone."""
        self._rooms = rooms
        self._words = words
        self._private = private
        self._tournaments = tournaments
        self._texts = words.texts
        self._wording = wording
        self._doorkeeper = doorkeeper

    async def show(self, subject: str) -> Card | None:
        """The card of one match, in a thread of its own where somebody of it is on Discord."""
        number, _, match_id = subject.partition(":")
        live = await self._tournaments.see(int(number))
        if live.state is None:
            return None
        match = live.state.match(MatchId(match_id))
        voice = Voice(live.event.language)
        accounts = {side: await self._account(live, side) for side in match.sides if side}
        names = {
            side: f"<@{account}>" if account else self._wording.who(tongue(voice), live, side)
            for side, account in accounts.items()
        }
        one, other = (names.get(side or NOBODY, "…") for side in match.sides)
        head = self._texts.say(
            voice,
            "tournaments-match-head",
            round=self._wording.round(voice, live, match),
            one=one,
            other=other,
            best=live.event.best_of,
        )
        if live.event.phase is Phase.CANCELLED and match.result is None:
            text = self._texts.say(voice, "tournaments-match-cancelled")
        else:
            text = self._words.stage(voice, live, match, names)
        trouble = (await self._rooms.troubles(live)).get(match.id) if _open(live, match) else None
        if trouble is not None:
            text += "\n" + self._texts.say(voice, "tournaments-match-flagged", what=trouble.value)
        players = tuple(account for account in accounts.values() if account)
        asked = trouble is not None or match.stage is Stage.DISPUTED
        room = await self._room(voice, live, match, players, asked=asked) if players else None
        return Card(f"{head}\n{text}", self.acts(voice, live, match), room=room)

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
        label, key = partial(self._texts.say, voice), (live.id, match.id)
        report = (
            button("won", label("tournaments-button-won"), *key, style="success"),
            button("lost", label("tournaments-button-lost"), *key),
        )
        problem = button("problem", label("tournaments-button-problem"), *key)
        match match.stage:
            case Stage.CALLED:
                here = label("tournaments-button-here")
                return ((button("arrive", here, *key, style="primary"), *report, problem),)
            case Stage.LIVE:
                return ((*report, problem),)
            case Stage.REPORTED:
                wrong, undo = "tournaments-button-not-right", "tournaments-button-take-back"
                return (
                    (
                        button("ok", label("tournaments-button-ok"), *key, style="success"),
                        button("not_right", label(wrong), *key, style="danger"),
                        button("take_back", label(undo), *key),
                        problem,
                    ),
                )
            case Stage.DISPUTED:
                return (tuple(self._rulings(voice, live, match)),)
        return ()

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
                *(live.id, match.id, side),
            )
            for side in match.sides
            if side
        ]

    async def _account(self, live: Live, seed: int) -> str | None:
        """Their Discord account, which calls them; None where they have none, or are forgotten."""
        entrant = live.seeded.get(seed)
        if entrant is None or entrant.person is None or not entrant.name:
            return None
        return await self._doorkeeper.account_of(entrant.person, Platform.DISCORD)


def _open(live: Live, match: Match) -> bool:
    """Whether anything more is expected of it."""
    return match.result is None and live.event.phase is Phase.RUNNING
