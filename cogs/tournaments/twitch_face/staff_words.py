"""What staff reads in a chat: one line, the names first and what to type next at its end."""

from collections.abc import Iterable
from functools import partial
from typing import Final

from cogs.tournaments.rules import acts
from cogs.tournaments.rules.acts import Repair
from cogs.tournaments.rules.board import Match
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.state import State
from cogs.tournaments.service.cast import Queue
from cogs.tournaments.service.deed_words import DEEDS, WORTH
from cogs.tournaments.service.desk import Board, Deed
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.repairs import Mended, Seen
from cogs.tournaments.service.wording import Tongue, Wording
from cogs.tournaments.twitch_face.face import MOST, short
from core.people import Voice
from prompts import Texts

NAMED: Final = 2  # players of a lobby, and matches of a kind
NAME: Final = 20  # characters of a name where others stand beside it


class StaffWords:
    def __init__(self, texts: Texts, wording: Wording) -> None:
        self.texts = texts
        self._wording = wording

    def match(self, voice: Voice, live: Live, match: Match) -> str:
        """`NOVA – Léo`; of a lobby, two and how many more."""
        sides = " – ".join(self.who(voice, live, side) for side in match.sides[:NAMED])
        more = len(match.sides) - NAMED
        return f"{sides} (+{more})" if more > 0 else sides

    def who(self, voice: Voice, live: Live, seat: int | None) -> str:
        return short(self._wording.who(Tongue(voice, str, str), live, seat), NAME)

    def typed(self, live: Live, seat: int) -> str:
        """How staff names somebody: by their number, where the name is long or not shown."""
        name = live.name(seat)
        return name if name and len(name) <= NAME else f"#{seat}"

    def deed(self, voice: Voice, live: Live, deed: Deed) -> str:
        """`Score · NOVA – Léo`."""
        what = self.texts.say(voice, DEEDS.get(deed.kind, "repairs-deed-other"))
        if deed.match and live.state:
            return f"{what} · {self._of(voice, live, live.state, deed.match)}"
        return f"{what} · {self.who(voice, live, deed.seat)}" if deed.seat else what

    def preview(self, voice: Voice, seen: Seen, verb: str, deed: Deed | None) -> str:
        """What would happen, and what to type for it; nothing has happened yet."""
        say, outlook, live = partial(self.texts.say, voice), seen.outlook, seen.live
        cleared = [match for match in outlook.cleared if match not in outlook.decided]
        title = self.title(voice, live, seen.repair, deed)
        counts = say(
            "chat-preview",
            kept=outlook.kept,
            cleared=len(cleared),
            people=len(outlook.people),
        )
        ask = say("chat-confirm-why") if verb == "rule" else say("chat-confirm", verb=verb)
        more = []
        if seen.again is not None:
            more.append(say("chat-again" if seen.again else "chat-keep"))
        state = live.state
        if cleared and state is not None:
            named = [self._of(voice, live, state, match) for match in cleared[:NAMED]]
            more.append(say("chat-cleared", matches=", ".join(named)))
        return _fitted((f"{title}.", counts), more, ask)

    def title(self, voice: Voice, live: Live, repair: Repair, deed: Deed | None) -> str:
        """What it is: "Undo: Score · NOVA – Léo"."""
        say, who = partial(self.texts.say, voice), partial(self.who, voice, live)
        match repair:
            case acts.Reopen(match=match) if live.state:
                return say("chat-reopen", what=self._of(voice, live, live.state, match))
            case acts.Rule(match=match, winner=winner) if live.state:
                beaten = self._others(voice, live, live.state.match(match), winner)
                return say("chat-rule", name=who(winner), other=beaten)
            case acts.Forfeit(seat=seat):
                return say("chat-forfeit", name=who(seat))
            case acts.Withdraw(seat):
                return say("chat-withdraw", name=who(seat))
            case acts.Reinstate(seat):
                return say("chat-reinstate", name=who(seat))
        return say("chat-undo", what=self.deed(voice, live, deed) if deed else "…")

    def done(self, voice: Voice, mended: Mended, deed: Deed | None) -> str:
        what = self.title(voice, mended.live, mended.repair, deed)
        return short(self.texts.say(voice, "chat-done", what=what))

    def board(self, voice: Voice, board: Board) -> str:
        """What to do first; what does not fit any more is left out."""
        say, live = partial(self.texts.say, voice), board.live
        disputes = [match for match, _ in board.disputes]
        known = {match.id for match in (*disputes, *board.late)}
        others = [(match, ahead) for match, ahead in board.blocking if match.id not in known]
        parts = [say("chat-paused")] if live.event.paused_at is not None else []
        if disputes:
            named = self._some(voice, live, disputes)
            parts.append(say("chat-disputes", count=len(disputes), matches=named))
        if board.late:
            named = self._some(voice, live, board.late)
            parts.append(say("chat-late", count=len(board.late), matches=named))
        if others:
            match, ahead = others[0]
            parts.append(say("chat-blocking", match=self.match(voice, live, match), count=ahead))
        return _fitted(parts[:1] or [say("repairs-desk-calm")], parts[1:])

    def queue(self, voice: Voice, queue: Queue) -> str:
        """What could be on the stream, the most wanted first, and why."""
        if not queue.matches:
            return self.texts.say(voice, "tournaments-stream-empty")
        lines = []
        for number, worth in enumerate(queue.matches, start=1):
            reasons = [self.texts.say(voice, WORTH[why]) for why in worth.reasons]
            kept = [self.texts.say(voice, "chat-kept")] if worth.match.held else []
            about = ", ".join((*kept, *reasons))
            line = f"{number}. {self.match(voice, queue.live, worth.match)}"
            lines.append(f"{line} ({about})" if about else line)
        first = queue.matches[0].match
        names = [self.typed(queue.live, side) for side in first.playing[:1]]
        ask = self.texts.say(voice, "chat-hold-how", name=names[0] if names else "…")
        return _fitted(lines[:1], lines[1:], ask)

    def _some(self, voice: Voice, live: Live, matches: Iterable[Match]) -> str:
        return ", ".join(self.match(voice, live, match) for match in list(matches)[:NAMED])

    def _others(self, voice: Voice, live: Live, match: Match, winner: int) -> str:
        others = tuple(side for side in match.sides if side != winner)
        more = len(others) - 1
        first = self.who(voice, live, others[0])
        return f"{first} (+{more})" if more else first

    def _of(self, voice: Voice, live: Live, state: State, match: MatchId) -> str:
        place = state.graph.places.get(match)
        return match if place is None else self.match(voice, live, state.board[place])


def _fitted(first: Iterable[str], more: Iterable[str], last: str = "") -> str:
    """What must be said, as much of the rest as a line holds, and what to type at its end."""
    room, kept = MOST - len(f" {last}" if last else ""), " ".join(first)
    for part in more:
        if len(f"{kept} {part}") <= room:
            kept = f"{kept} {part}"
    return f"{short(kept, room)} {last}".rstrip()
