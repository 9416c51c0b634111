"""What is said of teams, the same on every platform."""

from cogs.tournaments.rules.roster import JOINABLE
from cogs.tournaments.rules.teams import Seat, Team, missing
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.squads import held, row_of
from cogs.tournaments.service.teams import TeamSeen
from cogs.tournaments.service.wording import Tongue
from cogs.tournaments.store.tickets import ALONE, LEFT
from prompts import Texts


class TeamWords:
    def __init__(self, texts: Texts) -> None:
        self.texts = texts

    def made(self, tongue: Tongue, seen: TeamSeen) -> str:
        """The answer to a captain: how the others join."""
        team, code = tongue.name(seen.row.name), seen.row.code
        return self.texts.say(
            tongue.voice, "teams-made", team=team, code=code, lacks=lacks(seen.live, seen.team)
        )

    def invitation(self, tongue: Tongue, seen: TeamSeen) -> str:
        """What a captain passes on."""
        team, code = tongue.name(seen.row.name), seen.row.code
        return self.texts.say(tongue.voice, "teams-invitation", team=team, code=code)

    def joined(self, tongue: Tongue, seen: TeamSeen) -> str:
        team, left = tongue.name(seen.row.name), lacks(seen.live, seen.team)
        if not seen.anew:
            return self.texts.say(tongue.voice, "teams-joined-again", team=team)
        return self.texts.say(tongue.voice, "teams-joined", team=team, lacks=left)

    def roster(self, tongue: Tongue, live: Live, team: Team) -> str:
        """Who is on a team, and who is still to come."""
        players = [self.member(tongue, live, team, one) for one in team.seats if not one.bench]
        bench = [self.member(tongue, live, team, one) for one in team.seats if one.bench]
        lines = [
            self.texts.say(
                tongue.voice,
                "teams-roster",
                team=tongue.name(row_of(live.teams, team.number).name),
                players=", ".join(players) or "–",
            )
        ]
        if bench:
            lines.append(self.texts.say(tongue.voice, "teams-bench", names=", ".join(bench)))
        if left := lacks(live, team):
            lines.append(self.texts.say(tongue.voice, "teams-lacks", lacks=left))
        return "\n".join(lines)

    def member(self, tongue: Tongue, live: Live, team: Team, seat: Seat) -> str:
        """A name; whoever was forgotten is a former player."""
        if seat.ticket is None:
            return self.texts.say(tongue.voice, "teams-former")
        name = tongue.name(name_of(live, seat.ticket)) or self.texts.say(
            tongue.voice, "tournaments-somebody", number=str(seat.number)
        )
        if seat.ticket == team.captain:
            return self.texts.say(tongue.voice, "teams-captain", name=name)
        return name


def name_of(live: Live, ticket: int) -> str:
    return next((each.name for each in live.entrants if each.ticket == ticket), "")


def alone_in(live: Live) -> int:
    """How many have no team yet."""
    return sum(e.standing == ALONE and held(e) for e in live.entrants)


def listed(live: Live) -> list[str]:
    """Everybody as a page lists them; teams with who is on them."""
    if not live.event.in_teams:
        return [each.name for each in live.entrants if each.name and each.standing != LEFT]
    found = []
    for team in live.squads.teams:
        names = filter(None, (name_of(live, ticket) for ticket in team.members))
        found.append(f"{row_of(live.teams, team.number).name} ({', '.join(names)})")
    alone = [each.name for each in live.entrants if each.standing == ALONE and each.name]
    return found + alone


def lacks(live: Live, team: Team) -> int:
    """Players still to add."""
    return missing(team, live.squads.shape)


def joinable(live: Live, team: Team) -> bool:
    """Whether one tap is enough to be in it."""
    shape = live.squads.shape
    room = len(team.members) < shape.most + shape.substitutes
    return room and team.open and bool(team.members) and live.event.phase in JOINABLE
