"""What stands in the channel and in its thread, drawn anew whenever something has changed."""

from functools import partial

from cogs.tournaments.discord_face.showing import Showing
from cogs.tournaments.discord_face.speech import at, button, link, soon, tongue
from cogs.tournaments.discord_face.team_cards import event_line, event_rows
from cogs.tournaments.picture.gallery import Gallery
from cogs.tournaments.rules.board import IN_PLAY
from cogs.tournaments.rules.bracket import NOBODY
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.standings import champion, placements
from cogs.tournaments.rules.state import State
from cogs.tournaments.service.describing import Describing
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.rooms import Rooms
from cogs.tournaments.service.teaming import heads
from cogs.tournaments.service.tournaments import Tournaments
from cogs.tournaments.service.upcoming import open_arena
from cogs.tournaments.service.wording import Wording
from core.courier import Card, Choice
from core.people import PersonId, Voice
from platforms.discord_client.rooms import TOO_MANY, WRONG_CHANNEL
from platforms.discord_client.speaking import plain

Rows = tuple[tuple[Choice, ...], ...]


class EventCards:
    def __init__(
        self,
        *,
        tournaments: Tournaments,
        wording: Wording,
        gallery: Gallery,
        public_url: str,
        rooms: Rooms,
        describing: Describing,
    ) -> None:
        self._rooms = rooms
        self._describing = describing
        self._tournaments = tournaments
        self._texts = describing.texts
        self._wording = wording
        self._showing = Showing(gallery)
        self._public_url = public_url

    def page(self, live: Live) -> str:
        """The address of the public page."""
        return f"{self._public_url}/t/{live.event.page}"

    def overlay(self, token: str) -> str:
        """The address that the overlays of one tournament begin with."""
        return f"{self._public_url}/o/{token}"

    async def event(self, subject: str) -> Card:
        """The one card of a tournament, in its channel."""
        live = await self._tournaments.see(int(subject))
        voice = Voice(live.event.language)
        head = self._head(voice, live)
        thread = self._texts.say(voice, "tournaments-thread", event=live.event.name)
        parts = [head, self._state(voice, live), self._seal(voice, live)]
        if live.event.in_teams and live.state is None:
            parts.insert(2, event_line(self._texts, voice, live))
        text = "\n".join((*parts, await self._no_room(voice, live)))
        page = self._page_button(voice, live)
        rows = event_rows(self._texts, voice, live, page) or self._buttons(voice, live)
        return Card(text.strip(), rows, thread=thread)

    def preview(self, live: Live) -> str:
        """The card of a draft, as everybody will see it."""
        voice = Voice(live.event.language)
        return f"{self._head(voice, live)}\n{self._registration(voice, live)}"

    async def podium(self, subject: str) -> Card:
        """Posted once, when the last match is over."""
        live = await self._tournaments.see(int(subject))
        voice, state = Voice(live.event.language), live.state
        if state is None:
            return await self.event(subject)
        lines = [self._texts.say(voice, "tournaments-podium-title", event=plain(live.event.name))]
        lines += self._winners(voice, live, state)
        played = sum(bool(match.result and match.result.played) for match in state.board)
        lines.append(
            self._texts.say(voice, "tournaments-podium-thanks", count=heads(live), matches=played)
        )
        again = button("again", self._texts.say(voice, "games-button-again"), live.id)
        rows = ((self._page_button(voice, live), again),)
        return Card("\n".join(lines), rows, await self._showing.podium(voice, live, state))

    async def bracket(self, voice: Voice, live: Live) -> Card:
        """The bracket for whoever asks: the list first, the picture with it, the page after."""
        rows = self._page_row(voice, live)
        if live.state is None:
            return Card(self._state(voice, live), rows)
        sight = await self._showing.bracket(voice, live, live.state)
        return Card(sight.text, rows, sight.picture)

    async def standings(self, voice: Voice, live: Live, person: PersonId) -> Card:
        """Who stands where, with one's own way as the picture for whoever plays."""
        rows = self._page_row(voice, live)
        if live.state is None:
            return Card(self._state(voice, live), rows)
        me = live.seed_of(person) or NOBODY
        sight = await self._showing.standings(voice, live, live.state, me)
        return Card(sight.text, rows, sight.picture)

    def _state(self, voice: Voice, live: Live) -> str:
        """How far the evening is, with its sign, and what comes next."""
        event, say = live.event, self._texts.say
        match event.phase:
            case Phase.REGISTRATION:
                return self._registration(voice, live)
            case Phase.CHECK_IN:
                return self._check_in(voice, live)
            case Phase.CLOSED:
                return say(
                    voice,
                    "tournaments-card-drawn",
                    count=heads(live),
                    starts=at(event.starts_at),
                )
            case Phase.CANCELLED:
                return say(voice, "tournaments-card-cancelled")
        return self._played(voice, live)

    def _head(self, voice: Voice, live: Live) -> str:
        about = self._describing.line(voice, live.event)
        return self._texts.say(
            voice, "games-card-head", event=plain(live.event.name), about=plain(about)
        )

    def _registration(self, voice: Voice, live: Live) -> str:
        event, roster = live.event, live.roster
        told = partial(
            self._texts.say,
            voice,
            entered=len(roster.entered),
            size=event.size,
            waiting=len(roster.waiting),
            starts=at(event.starts_at),
            opens=soon(event.check_in_opens),
        )
        return told("games-card-shut") if live.shut else told("tournaments-card-registration")

    def _check_in(self, voice: Voice, live: Live) -> str:
        event, roster = live.event, live.roster
        text = self._texts.say(
            voice,
            "tournaments-card-check-in",
            entered=len(roster.entered),
            here=sum(entry.here for entry in roster.entered),
            waiting=len(roster.waiting),
            closes=at(event.check_in_closes),
            starts=at(event.starts_at),
        )
        if not live.stalled:
            return text
        command = f"`/{self._texts.say(voice, 'tournaments-name-tournament')} "
        command += f"{self._texts.say(voice, 'tournaments-name-start')}`"
        return self._texts.say(voice, "tournaments-card-too-few", command=command)

    def _played(self, voice: Voice, live: Live) -> str:
        state, say = live.state, self._texts.say
        if state is None:
            return ""
        if live.event.phase is Phase.RUNNING:
            playing = [match for match in state.open if match.stage in IN_PLAY]
            round_ = self._wording.round(voice, live, playing[0]) if playing else "…"
            return say(
                voice,
                "tournaments-card-running",
                round=round_,
                left=state.left,
                count=heads(live),
            )
        first = champion(state)
        if first is None:
            return say(voice, "tournaments-card-nobody")
        name = plain(live.name(first)) or str(first)
        return say(voice, "tournaments-card-finished", name=name)

    def _seal(self, voice: Voice, live: Live) -> str:
        """The promise of a fair draw: short here, whole on the page."""
        seal = live.commitment[:12]
        if live.state is None:
            return self._texts.say(voice, "tournaments-card-sealed", seal=seal)
        return self._texts.say(
            voice, "tournaments-card-unsealed", seal=seal, secret=live.event.secret
        )

    async def _no_room(self, voice: Voice, live: Live) -> str:
        """For the host: why matches share a thread, and how to change that. Else nothing."""
        code = None
        if live.event.phase is Phase.RUNNING:
            code = await self._rooms.refused(live.id)
        if code is None:
            return ""
        if code in TOO_MANY:
            return self._texts.say(voice, "tournaments-card-rooms-full")
        if code == WRONG_CHANNEL:
            return self._texts.say(voice, "tournaments-card-rooms-channel")
        return self._texts.say(voice, "tournaments-card-rooms-refused")

    def _winners(self, voice: Voice, live: Live, state: State) -> list[str]:
        spoken = tongue(voice)
        found = []
        for placement in placements(state):
            name = self._wording.who(spoken, live, placement.entrant)
            match placement.rank:
                case 1 if placement.entrant == champion(state):
                    bare = plain(live.name(placement.entrant)) or name
                    found.append(self._texts.say(voice, "tournaments-podium-first", name=bare))
                case 2:
                    found.append(self._texts.say(voice, "tournaments-podium-second", name=name))
                case 3:
                    found.append(self._texts.say(voice, "tournaments-podium-third", name=name))
        return found

    def _buttons(self, voice: Voice, live: Live) -> Rows:
        label, key = partial(self._texts.say, voice), live.id
        mine = button("mine", label("tournaments-button-mine"), key)
        leave = button("leave", label("tournaments-button-leave"), key)
        page = self._page_button(voice, live)
        match live.event.phase:
            case Phase.REGISTRATION:
                join = button("join", label("tournaments-button-join"), key, style="primary")
                return ((join, mine, leave, page),)
            case Phase.CHECK_IN:
                here = button("here", label("tournaments-button-here"), key, style="success")
                join = button("join", label("tournaments-button-join"), key)
                return ((here, join, mine, leave, page),)
            case Phase.CLOSED | Phase.RUNNING:
                tree = button("bracket", label("tournaments-button-bracket"), key)
                mine = button("mine", label("tournaments-button-mine"), key, style="primary")
                if not open_arena(live):
                    return ((mine, tree, page),)
                join = button("join", label("tournaments-button-join"), key, style="success")
                return ((join, mine, tree, page),)
            case Phase.FINISHED:
                return ((button("bracket", label("tournaments-button-bracket"), key), page),)
        return ()

    def _page_row(self, voice: Voice, live: Live) -> Rows:
        return () if live.event.rehearsal else ((self._page_button(voice, live),),)

    def _page_button(self, voice: Voice, live: Live) -> Choice:
        return link(self._texts.say(voice, "tournaments-button-page"), self.page(live))
