"""The buttons of teams: each names its event and its team, so an old card can do no harm."""

from collections.abc import Mapping

from cogs.tournaments.discord_face.presses import match_of
from cogs.tournaments.discord_face.speech import number_at, tongue
from cogs.tournaments.discord_face.team_cards import TeamCards
from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.rules.refusals import NotEntered
from cogs.tournaments.rules.teams import CaptainOnly
from cogs.tournaments.service.stand_ins import StandIns
from cogs.tournaments.service.team_words import TeamWords
from cogs.tournaments.service.teams import Teams, TeamSeen
from cogs.tournaments.service.tournaments import Tournaments
from core.people import Actor
from platforms.discord_client.pressing import Field, Form, Press, Pressed
from platforms.discord_client.speaking import ask, say

NAME, CODE = 20, 10  # characters that are typed at most


class TeamPresses:
    def __init__(
        self,
        *,
        tournaments: Tournaments,
        teams: Teams,
        stand_ins: StandIns,
        cards: TeamCards,
        words: TeamWords,
    ) -> None:
        self.teams = teams
        self.cards = cards
        self.words = words
        self._tournaments = tournaments
        self._stand_ins = stand_ins
        self._texts = words.texts

    def all(self) -> Mapping[str, Press]:
        return {
            "tournaments.team_new": self.new,
            "tournaments.team_made": self.made,
            "tournaments.teams": self.open,
            "tournaments.team_join": self.join,
            "tournaments.team_code": self.code,
            "tournaments.team_coded": self.coded,
            "tournaments.team_mine": self.mine,
            "tournaments.team_seen": self.seen,
            "tournaments.team_invite": self.invite,
            "tournaments.team_do": self.choose,
            "tournaments.team_act": self.act,
            "tournaments.team_out": self.out,
            "tournaments.team_gone": self.gone,
            "tournaments.stand_in": self.stand_in,
            "tournaments.stand_in_for": self.stand_in_for,
            "tournaments.stand_in_ok": self.stand_in_ok,
        }

    async def new(self, press: Pressed) -> None:
        """Ask for the one thing that only they know: its name."""
        title = self._texts.say(press.actor.voice, "teams-form-new")
        label = self._texts.say(press.actor.voice, "teams-form-name")
        args = (str(number_at(press.args)),)
        fields = (Field("name", label, most=NAME),)
        await ask(press.interaction, Form("tournaments.team_made", title, fields, args))

    async def made(self, press: Pressed) -> None:
        typed = (press.fields.get("name") or ("",))[0]
        seen = await self.teams.create(press.actor, typed, number_at(press.args))
        await say(press.interaction, self.words.made(tongue(press.actor.voice), seen))

    async def open(self, press: Pressed) -> None:
        live = await self._tournaments.see(number_at(press.args))
        await say(press.interaction, self.cards.teams(press.actor.voice, live))

    async def join(self, press: Pressed) -> None:
        seen = await self.teams.join(
            press.actor, number_at(press.args), team=number_at(press.args, 1)
        )
        await say(press.interaction, self.words.joined(tongue(press.actor.voice), seen))

    async def code(self, press: Pressed) -> None:
        title = self._texts.say(press.actor.voice, "teams-form-join")
        label = self._texts.say(press.actor.voice, "teams-form-code")
        args = (str(number_at(press.args)),)
        fields = (Field("code", label, most=CODE),)
        await ask(press.interaction, Form("tournaments.team_coded", title, fields, args))

    async def coded(self, press: Pressed) -> None:
        typed = (press.fields.get("code") or ("",))[0]
        seen = await self.teams.join(press.actor, number_at(press.args), code=typed)
        await say(press.interaction, self.words.joined(tongue(press.actor.voice), seen))

    async def mine(self, press: Pressed) -> None:
        await self._roster(press, await self.teams.seen(press.actor, number_at(press.args)))

    async def seen(self, press: Pressed) -> None:
        await self._roster(press, await self._team(press))

    async def invite(self, press: Pressed) -> None:
        await say(press.interaction, self.invitation(press.actor, await self._team(press)))

    def invitation(self, actor: Actor, seen: TeamSeen) -> str:
        """The code is for those who lead. Raises `CaptainOnly`."""
        if not seen.leads:
            raise CaptainOnly
        return self.words.invitation(tongue(actor.voice), seen)

    async def choose(self, press: Pressed) -> None:
        seen = await self._team(press)
        card = self.cards.choose(press.actor.voice, seen, _word(press, 2))
        await say(press.interaction, card)

    async def act(self, press: Pressed) -> None:
        """The second tap: whom it is about was on the button."""
        actor, tournament, ticket = press.actor, number_at(press.args), number_at(press.args, 3)
        match _word(press, 2):
            case "captain":
                seen = await self.teams.hand_over(actor, ticket, tournament)
            case "remove":
                seen = await self.teams.remove(actor, ticket, tournament)
            case "swap":
                into = number_at(press.args, 4)
                seen = await self.teams.substitute(actor, ticket, into, tournament)
            case _:
                raise NoneHere
        await self._roster(press, seen)

    async def out(self, press: Pressed) -> None:
        """Asked once more: a whole team is taken out."""
        seen = await self._team(press)
        await say(press.interaction, self.cards.sure(press.actor.voice, seen))

    async def gone(self, press: Pressed) -> None:
        left = await self.teams.withdraw(
            press.actor, number_at(press.args), number_at(press.args, 1)
        )
        name = tongue(press.actor.voice).name(left.team)
        await say(
            press.interaction, self._texts.say(press.actor.voice, "teams-withdrawn", team=name)
        )

    async def stand_in(self, press: Pressed) -> None:
        """Who is missing: their names as buttons."""
        tournament, match = match_of(press)
        live = await self._tournaments.see(tournament)
        team = live.team_of(press.actor.person)
        if team is None:
            raise NotEntered
        await say(press.interaction, self.cards.missing(press.actor.voice, live, match, team))

    async def stand_in_for(self, press: Pressed) -> None:
        tournament, match = match_of(press)
        asked = await self._stand_ins.ask(press.actor, tournament, match, number_at(press.args, 2))
        key = "teams-stood-in" if asked.done else "teams-stand-in-asked"
        await say(press.interaction, self._texts.say(press.actor.voice, key))

    async def stand_in_ok(self, press: Pressed) -> None:
        tournament, match = match_of(press)
        await self._stand_ins.agree(press.actor, tournament, match)
        await say(press.interaction, self._texts.say(press.actor.voice, "teams-stood-in"))

    async def _team(self, press: Pressed) -> TeamSeen:
        return await self.teams.seen(press.actor, number_at(press.args), number_at(press.args, 1))

    async def _roster(self, press: Pressed, seen: TeamSeen) -> None:
        await say(press.interaction, self.cards.roster(press.actor.voice, seen))


def _word(press: Pressed, at: int) -> str:
    if len(press.args) <= at:
        raise NoneHere
    return press.args[at]
