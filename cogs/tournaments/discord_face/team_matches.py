"""A match of teams on its card: who is called, and somebody who may step in."""

from cogs.tournaments.discord_face.speech import button, tongue
from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.marks import marked
from cogs.tournaments.service.stand_ins import StandIns
from cogs.tournaments.service.wording import Wording
from core.courier import Choice
from core.people import Doorkeeper, Platform, Voice
from prompts import Texts

Rows = tuple[tuple[Choice, ...], ...]


class TeamMatches:
    def __init__(
        self, stand_ins: StandIns, door: Doorkeeper, texts: Texts, wording: Wording
    ) -> None:
        self.door = door
        self._stand_ins = stand_ins
        self._texts = texts
        self._wording = wording

    async def of(self, voice: Voice, live: Live, match: Match) -> tuple[str, Rows]:
        """Somebody is missing: a captain asks, and the other one answers."""
        if not live.event.in_teams or match.stage is not Stage.CALLED:
            return "", ()
        key = marked(live, match)
        missing = self._texts.say(voice, "teams-button-missing")
        ask = button("stand_in", missing, live.id, key)
        wanted = await self._stand_ins.wanted(live, match)
        if wanted is None:
            return "", ((ask,),)
        agree = self._texts.say(voice, "teams-button-agree")
        team = self._wording.who(tongue(voice), live, wanted.seat)
        text = "\n" + self._texts.say(voice, "teams-match-wanted", team=team)
        return text, ((button("stand_in_ok", agree, live.id, key, style="success"), ask),)

    def name(self, voice: Voice, live: Live, side: int, accounts: tuple[str, ...]) -> str:
        """A side as a card calls it: its account, or its team with everybody in it."""
        name = self._wording.who(tongue(voice), live, side)
        if not accounts:
            return name
        called = ", ".join(f"<@{account}>" for account in accounts)
        return f"{name} ({called})" if live.event.in_teams else called


async def accounts_of(door: Doorkeeper, live: Live, seat: int) -> tuple[str, ...]:
    """The Discord accounts of a side, which call them; none for who is forgotten."""
    if not live.name(seat):
        return ()
    people = live.people_of(seat)
    found = [await door.account_of(person, Platform.DISCORD) for person in people]
    return tuple(account for account in found if account)
