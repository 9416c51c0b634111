"""The card of one match: who plays, how far it is, and the next act of both sides."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from cogs.tournaments.discord_face.speech import button, soon, tongue
from cogs.tournaments.rules.board import Ending, Match, Score, Stage
from cogs.tournaments.rules.bracket import NOBODY, MatchId
from cogs.tournaments.rules.hosting import Reason
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.service.book import Live
from cogs.tournaments.service.tournaments import Tournaments
from cogs.tournaments.service.wording import Tongue, Wording
from core.courier import Card, Choice
from core.people import Doorkeeper, Platform, Voice
from prompts import Texts

Rows = tuple[tuple[Choice, ...], ...]

REASONS: Final[Mapping[Reason, str]] = MappingProxyType(
    {
        Reason.HEARD: "tournaments-reason-heard",
        Reason.PROOF: "tournaments-reason-proof",
        Reason.ABSENT: "tournaments-reason-absent",
        Reason.MISTAKE: "tournaments-reason-mistake",
        Reason.CONDUCT: "tournaments-reason-conduct",
    }
)


class MatchCards:
    def __init__(
        self, tournaments: Tournaments, texts: Texts, wording: Wording, doorkeeper: Doorkeeper
    ) -> None:
        self._tournaments = tournaments
        self._texts = texts
        self._wording = wording
        self._doorkeeper = doorkeeper

    async def show(self, subject: str) -> Card | None:
        """The card of one match, in the thread."""
        number, _, match_id = subject.partition(":")
        live = await self._tournaments.see(int(number))
        if live.state is None:
            return None
        match = live.state.match(MatchId(match_id))
        voice = Voice(live.event.language)
        names = {side: await self._mention(voice, live, side) for side in match.sides if side}
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
            text = self._stage(voice, live, match, names)
        return Card(f"{head}\n{text}", self.acts(voice, live, match))

    def acts(self, voice: Voice, live: Live, match: Match) -> Rows:
        """The buttons of a match: what both sides may do next, or the hosts."""
        if live.event.phase is not Phase.RUNNING:
            return ()
        label, key = partial(self._texts.say, voice), (live.id, match.id)
        report = (
            button("won", label("tournaments-button-won"), *key, style="success"),
            button("lost", label("tournaments-button-lost"), *key),
        )
        match match.stage:
            case Stage.CALLED:
                here = label("tournaments-button-here")
                return ((button("arrive", here, *key, style="primary"), *report),)
            case Stage.LIVE:
                return (report,)
            case Stage.REPORTED:
                wrong, undo = "tournaments-button-not-right", "tournaments-button-take-back"
                return (
                    (
                        button("ok", label("tournaments-button-ok"), *key, style="success"),
                        button("not_right", label(wrong), *key, style="danger"),
                        button("take_back", label(undo), *key),
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

    def _stage(self, voice: Voice, live: Live, match: Match, names: Mapping[int, str]) -> str:
        """Where a match stands, with its sign, and what comes next."""
        say = self._texts.say
        match match.stage:
            case Stage.CALLED:
                return self._called(voice, live, match, names)
            case Stage.LIVE:
                return say(voice, "tournaments-match-live")
            case Stage.REPORTED:
                return self._reported(voice, live, match, names)
            case Stage.DISPUTED:
                return say(voice, "tournaments-match-disputed")
            case Stage.SETTLED:
                return self._settled(voice, live, match, names)
        return say(voice, "tournaments-match-waiting")

    def _called(self, voice: Voice, live: Live, match: Match, names: Mapping[int, str]) -> str:
        until = soon(live.call_ends(match.id) or live.event.starts_at)
        if not match.here:
            return self._texts.say(voice, "tournaments-match-called", until=until)
        name, missing = names[next(iter(match.here))], names.get((*match.absent, 0)[0], "…")
        return self._texts.say(
            voice, "tournaments-match-half", name=name, missing=missing, until=until
        )

    def _reported(self, voice: Voice, live: Live, match: Match, names: Mapping[int, str]) -> str:
        claim, say = match.claim, self._texts.say
        if claim is None:
            return say(voice, "tournaments-match-live")
        name, winner = names[claim.by], names[claim.winner]
        other = names.get(match.opponent_of(claim.by) or NOBODY, "…")
        until = soon(live.report_stands(match.id) or live.event.starts_at)
        if claim.score is None:
            return say(
                voice,
                "tournaments-match-reported",
                name=name,
                winner=winner,
                other=other,
                until=until,
            )
        return say(
            voice,
            "tournaments-match-reported-score",
            name=name,
            winner=winner,
            other=other,
            until=until,
            score=games(claim.score),
        )

    def _settled(self, voice: Voice, live: Live, match: Match, names: Mapping[int, str]) -> str:
        result, say = match.result, self._texts.say
        if result is None or not result.winner:
            return say(voice, "tournaments-match-nobody")
        winner = names[result.winner]
        if not result.played:
            return say(voice, "tournaments-match-passes", winner=winner)
        if result.score:
            score = games(result.score)
            text = say(voice, "tournaments-match-won-score", winner=winner, score=score)
        else:
            text = say(voice, "tournaments-match-won", winner=winner)
        reason = live.reasons.get(match.id)
        if result.ending is not Ending.RULED or reason is None:
            return text
        why = say(voice, REASONS[Reason(reason)])
        return text + "\n" + say(voice, "tournaments-match-ruled", reason=why)

    async def _mention(self, voice: Voice, live: Live, seed: int) -> str:
        """Their Discord account, which calls them; their name where they have none."""
        entrant = live.seeded.get(seed)
        if entrant is not None and entrant.person is not None and entrant.name:
            account = await self._doorkeeper.account_of(entrant.person, Platform.DISCORD)
            if account is not None:
                return f"<@{account}>"
        return self._wording.who(tongue(voice), live, seed)


def games(score: Score) -> str:
    """The winner's games first, as a sentence has it."""
    more, fewer = sorted(score, reverse=True)
    return f"{more}-{fewer}"
