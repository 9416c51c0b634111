"""The desk on Discord: one card, for those who run the event, that says what to do first."""

from collections.abc import Iterable, Mapping
from functools import partial

from cogs.tournaments.discord_face import undergrounds, volunteering
from cogs.tournaments.discord_face.codes import Coded
from cogs.tournaments.discord_face.match_words import REASONS, games
from cogs.tournaments.discord_face.problems import TROUBLES
from cogs.tournaments.discord_face.repair_words import RepairWords
from cogs.tournaments.discord_face.speech import button, number_at, soon, tongue
from cogs.tournaments.rules import acts
from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.bracket import NOBODY, MatchId
from cogs.tournaments.rules.crew import Act, Reach, reach
from cogs.tournaments.rules.hosting import NoneHere, Reason
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.service.desk import MOST_SHOWN, Board, Desk
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.pauses import Pauses
from cogs.tournaments.service.wording import Tongue
from core.courier import Card, Choice
from core.people import Actor, Voice
from platforms.discord_client.pressing import Press, Pressed
from platforms.discord_client.speaking import plain, replace, say

MOST_TEXT = 1900  # characters of a message, with some room
MORE = 5  # minutes that one tap gives
BUTTONS = 5  # in a row
Row = tuple[Choice, ...]


class DeskCards:
    def __init__(self, desk: Desk, pauses: Pauses, words: RepairWords) -> None:
        self._desk = desk
        self._pauses = pauses
        self._words = words
        self._texts = words.texts

    def all(self) -> Mapping[str, Press]:
        return {
            "tournaments.desk": self.again,
            "tournaments.more": self.more,
            "tournaments.pause": self.pause,
            "tournaments.resume": self.resume,
        }

    async def card(self, actor: Actor, tournament: int | None = None) -> Card:
        """Raises `NotAllowed`, `NoneHere`."""
        board = await self._desk.see(actor, tournament)
        judges = reach(board.duties, Act.JUDGE) is Reach.ALL
        rows = self._rows(actor.voice, board) if judges else ()
        return Card(self._text(actor.voice, board), rows)

    async def again(self, press: Pressed) -> None:
        await replace(press.interaction, await self.card(press.actor, number_at(press.args)))

    async def more(self, press: Pressed) -> None:
        """A few minutes more, for whoever is on the way."""
        match = MatchId(press.args[1]) if len(press.args) > 1 else None
        await self._pauses.extend(press.actor, number_at(press.args), MORE, Reason.ABSENT, match)
        text = self._texts.say(press.actor.voice, "repairs-extended", minutes=MORE, count=1)
        await say(press.interaction, text)

    async def pause(self, press: Pressed) -> None:
        """Which reason; with one, everything stands still."""
        if len(press.args) == 1:
            await say(press.interaction, self.pause_card(press.actor.voice, number_at(press.args)))
            return
        reason = press.args[1]
        if reason not in set(Reason):
            raise NoneHere
        await self._pauses.pause(press.actor, number_at(press.args), Reason(reason))
        text = self._texts.say(press.actor.voice, "repairs-paused")
        await replace(press.interaction, Card(text, self._resume(press.actor.voice, press.args)))

    async def resume(self, press: Pressed) -> None:
        await self._pauses.resume(press.actor, number_at(press.args))
        text = self._texts.say(press.actor.voice, "repairs-resumed")
        await replace(press.interaction, Card(text))

    def pause_card(self, voice: Voice, tournament: int) -> Card:
        label = partial(self._texts.say, voice)
        whys = [
            button("pause", label(key), tournament, why, style="primary")
            for why, key in REASONS.items()
        ]
        rows = tuple(tuple(whys[at : at + 4]) for at in range(0, len(whys), 4))
        return Card(label("repairs-pause-why"), rows)

    def resume_card(self, voice: Voice, tournament: int) -> Card:
        text = self._texts.say(voice, "repairs-paused")
        return Card(text, self._resume(voice, (str(tournament),)))

    def _resume(self, voice: Voice, args: tuple[str, ...]) -> tuple[Row, ...]:
        label = self._texts.say(voice, "repairs-button-resume")
        return ((button("resume", label, args[0], style="success"),),)

    def _text(self, voice: Voice, board: Board) -> str:
        """The most urgent first; what does not fit any more is left out, line by line."""
        say = partial(self._texts.say, voice)
        lines = [say("repairs-desk-head", event=plain(board.live.event.name))]
        if board.live.event.paused_at is not None:
            lines.append(say("repairs-desk-paused"))
        lines += self._section(voice, "repairs-desk-disputes", self._disputes(voice, board))
        lines += self._section(voice, "repairs-desk-late", self._late(voice, board))
        lines += self._section(voice, "repairs-desk-troubles", self._troubles(voice, board))
        lines += self._section(voice, "repairs-desk-blocking", self._blocking(voice, board))
        lines += self._section(voice, "underground-desk", undergrounds.lines(board))
        lines += self._section(voice, "helping-desk", volunteering.lines(board))
        lines += self._section(voice, "repairs-desk-deeds", self._deeds(voice, board))
        if len(lines) == 1:
            lines.append(say("repairs-desk-calm"))
        last = "-# " + self._words.lately(voice, board.mistakes)
        while sum(map(len, (*lines, last))) + len(lines) > MOST_TEXT:
            lines.pop()
        return "\n".join((*lines, last))

    def _section(self, voice: Voice, key: str, lines: Iterable[str]) -> list[str]:
        """A title and its first lines; how many more there are is told in the title."""
        found = list(lines)
        if not found:
            return []
        title = self._texts.say(voice, key, count=len(found))
        return [title, *found[:MOST_SHOWN]]

    def _disputes(self, voice: Voice, board: Board) -> Iterable[str]:
        for match, since in board.disputes:
            claim = match.claim
            said = self._words.who(tongue(voice), board.live, claim.winner if claim else NOBODY)
            score = f" {games(claim.score)}" if claim and claim.score else ""
            by = self._words.who(tongue(voice), board.live, claim.by if claim else NOBODY)
            where = self._line(voice, board, match)
            says = self._texts.say(voice, "repairs-desk-says", by=by, winner=f"{said}{score}")
            yield f"{where} · {says} · {soon(since)}"

    def _late(self, voice: Voice, board: Board) -> Iterable[str]:
        for match in board.late:
            names = [self._words.who(tongue(voice), board.live, seat) for seat in match.absent]
            missing = self._texts.say(voice, "repairs-desk-missing", names=", ".join(names))
            yield f"{self._line(voice, board, match)} · {missing}"

    def _troubles(self, voice: Voice, board: Board) -> Iterable[str]:
        for match, trouble in board.troubles.items():
            if board.live.state is None:
                return
            what = self._texts.say(voice, TROUBLES[trouble])
            yield f"{self._line(voice, board, board.live.state.match(match))} · {what}"

    def _blocking(self, voice: Voice, board: Board) -> Iterable[str]:
        for match, ahead in board.blocking:
            wait = self._texts.say(voice, "repairs-desk-ahead", count=ahead)
            yield f"{self._line(voice, board, match)} · {wait}"

    def _deeds(self, voice: Voice, board: Board) -> Iterable[str]:
        for deed in board.deeds:
            yield f"• {self._words.deed(tongue(voice), board.live, deed)} · {soon(deed.at)}"

    def _line(self, voice: Voice, board: Board, match: Match) -> str:
        thread = board.threads.get(match.id)
        where = f"<#{thread}> " if thread else ""
        return f"• {where}{self._of(tongue(voice), board.live, match)}"

    def _of(self, spoken: Tongue, live: Live, match: Match) -> str:
        return self._words.match(spoken, live, live.state, match.id) if live.state else match.id

    def _rows(self, voice: Voice, board: Board) -> tuple[Row, ...]:
        """What is decided in two taps, from here."""
        if board.live.event.phase not in {Phase.RUNNING, Phase.FINISHED}:
            return ()
        label, key = partial(self._texts.say, voice), board.live.id
        again = button("desk", label("repairs-button-refresh"), key)
        running = board.live.event.phase is Phase.RUNNING
        if board.live.event.paused_at is not None:
            still = button("resume", label("repairs-button-resume"), key, style="success")
        else:
            still = button("pause", label("repairs-button-pause"), key)
        below = undergrounds.buttons(self._texts, voice, board)
        rows = (
            tuple(self._rulings(voice, board)),
            tuple(self._waits(voice, board)),
            tuple(self._undoings(voice, board)),
            tuple(volunteering.buttons(self._texts, voice, board)),
            (again, still, *below) if running else (again,),
        )
        return tuple(row[:BUTTONS] for row in rows if row)

    def _rulings(self, voice: Voice, board: Board) -> Iterable[Choice]:
        for match, _ in board.disputes[:2]:
            for seat in match.playing[:2]:
                name = self._words.who(_bare(voice), board.live, seat)
                label = self._texts.say(voice, "repairs-button-wins", name=name)
                coded = Coded(board.live.id, acts.Rule(match.id, seat))
                yield button("mend", label, *coded.args, style="primary")

    def _waits(self, voice: Voice, board: Board) -> Iterable[Choice]:
        for match in board.late[:2]:
            named = " – ".join(
                self._words.who(_bare(voice), board.live, seat) for seat in match.absent
            )
            more = self._texts.say(voice, "repairs-button-more", minutes=MORE, names=named)
            yield button("more", more, board.live.id, match.id)
            both = len(match.absent) > 1
            repair = (
                acts.DoubleForfeit(match.id) if both else acts.Forfeit(match.id, match.absent[0])
            )
            label = self._texts.say(voice, "repairs-button-forfeit", names=named)
            coded = Coded(board.live.id, repair)
            yield button("mend", label, *coded.args, style="danger")

    def _undoings(self, voice: Voice, board: Board) -> Iterable[Choice]:
        for deed in board.deeds:
            what = self._words.deed(_bare(voice), board.live, deed)
            label = self._texts.say(voice, "repairs-button-undo-what", what=what)
            coded = Coded(board.live.id, acts.Undo(deed.seq))
            yield button("mend", label, *coded.args)


def _bare(voice: Voice) -> Tongue:
    """Names as buttons show them, where nothing is formatted."""
    return Tongue(voice, str, soon)
