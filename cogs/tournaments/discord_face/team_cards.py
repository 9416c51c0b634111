"""Cards of teams: one per team, and what the card of an event says where it is played in teams."""

from functools import partial
from typing import Final

from cogs.tournaments.discord_face.speech import button, tongue
from cogs.tournaments.rules.roster import JOINABLE, Phase
from cogs.tournaments.rules.teams import Team, UnknownTeam
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.squads import row_of
from cogs.tournaments.service.team_words import TeamWords, alone_in, joinable, lacks, name_of
from cogs.tournaments.service.teams import TeamSeen
from cogs.tournaments.service.tournaments import Tournaments
from core.courier import Card, Choice
from core.people import Voice
from platforms.discord_client.speaking import plain
from prompts import Texts

Rows = tuple[tuple[Choice, ...], ...]
IN_ROW: Final = 5
MOST: Final = 25  # buttons of a card
NAMED: Final = 8  # teams that the host's line names


class TeamCards:
    def __init__(self, tournaments: Tournaments, words: TeamWords) -> None:
        self._tournaments = tournaments
        self._words = words
        self._texts = words.texts

    async def team(self, subject: str) -> Card:
        """The card of one team, in the thread of its event: one tap joins."""
        number, _, ticket = subject.partition(":")
        live = await self._tournaments.see(int(number))
        voice = Voice(live.event.language)
        try:
            team = live.squads.team(int(ticket))
        except UnknownTeam:
            return Card(self._texts.say(voice, "teams-gone"))
        text = self._words.roster(tongue(voice), live, team)
        return Card(text, self._open(voice, live, team))

    def roster(self, voice: Voice, seen: TeamSeen) -> Card:
        """A team for whoever asks; its captain and staff may change it."""
        text = self._words.roster(tongue(voice), seen.live, seen.team)
        if not seen.live.event.live:
            return Card(text)
        say, key = partial(self._texts.say, voice), (seen.live.id, seen.team.number)
        rows = []
        if seen.leads:
            others = len(seen.team.members) > 1
            acts = [button("team_invite", say("teams-button-invite"), *key)]
            if seen.team.bench:
                acts.append(button("team_do", say("teams-button-swap"), *key, "swap"))
            if others:
                acts.append(button("team_do", say("teams-button-captain"), *key, "captain"))
                acts.append(button("team_do", say("teams-button-remove"), *key, "remove"))
            out = button("team_out", say("teams-button-withdraw"), *key, style="danger")
            rows.append((*acts, out))
        if seen.mine:
            rows.append((button("leave", say("teams-button-leave"), seen.live.id),))
        return Card(text, tuple(rows))

    def choose(self, voice: Voice, seen: TeamSeen, act: str) -> Card:
        """Whom an act is about: their names as buttons, nothing to type."""
        live, team = seen.live, seen.team
        key = live.id, team.number, act

        def label(ticket: int) -> str:
            return name_of(live, ticket) or f"#{ticket}"

        if act == "swap":
            pairs = [(out, into) for out in team.players for into in team.bench]
            choices = [
                button("team_act", f"{label(out)} → {label(into)}", *key, out, into)
                for out, into in pairs
            ]
        else:
            others = [one for one in team.members if one != team.captain]
            choices = [button("team_act", label(one), *key, one) for one in others]
        if not choices:
            return Card(self._texts.say(voice, "teams-nobody-to-choose"))
        return Card(self._texts.say(voice, "teams-choose", act=act), in_rows(choices))

    def teams(self, voice: Voice, live: Live) -> Card:
        """The teams that anybody may join, and the way in with a code."""
        open_ = [team for team in live.squads.teams if joinable(live, team)]
        open_.sort(key=lambda team: -lacks(live, team))
        joins = [
            button("team_join", self._label(voice, live, team), live.id, team.number)
            for team in open_[: MOST - 1]
        ]
        code = button("team_code", self._texts.say(voice, "teams-button-code"), live.id)
        return Card(
            self._texts.say(voice, "teams-open", count=len(open_)), in_rows([*joins, code])
        )

    def sure(self, voice: Voice, seen: TeamSeen) -> Card:
        """A whole team goes at the second tap only."""
        name = tongue(voice).name(seen.row.name)
        out = self._texts.say(voice, "teams-button-withdraw")
        gone = button("team_gone", out, seen.live.id, seen.team.number, style="danger")
        return Card(self._texts.say(voice, "teams-sure", team=name), ((gone,),))

    def missing(self, voice: Voice, live: Live, match: str, team: Team) -> Card:
        """Who of a team is not there; a place that is free needs no name."""
        people = [
            button(
                "stand_in_for",
                name_of(live, one) or f"#{one}",
                *(live.id, match, one),
            )
            for one in team.members
        ]
        if len(team.players) < live.squads.shape.most:
            free = self._texts.say(voice, "teams-button-free")
            people.append(button("stand_in_for", free, live.id, match, 0))
        return Card(self._texts.say(voice, "teams-who-is-missing"), in_rows(people))

    def _open(self, voice: Voice, live: Live, team: Team) -> Rows:
        if not live.event.live:
            return ()
        shown = button(
            "team_seen", self._texts.say(voice, "teams-button-roster"), live.id, team.number
        )
        if not joinable(live, team):
            return ((shown,),)
        join = self._label(voice, live, team)
        return ((button("team_join", join, live.id, team.number, style="primary"), shown),)

    def _label(self, voice: Voice, live: Live, team: Team) -> str:
        name = row_of(live.teams, team.number).name
        return self._texts.say(voice, "teams-button-join-one", team=name)


def in_rows(choices: list[Choice]) -> Rows:
    shown = choices[:MOST]
    return tuple(tuple(shown[at : at + IN_ROW]) for at in range(0, len(shown), IN_ROW))


def event_line(texts: Texts, voice: Voice, live: Live) -> str:
    """How big teams are, who has none yet, and which are not complete."""
    size, alone = live.event.team_size, alone_in(live)
    line = texts.say(voice, "teams-card-line", size=size, alone=alone)
    short = [team for team in live.squads.incomplete if live.event.phase in JOINABLE]
    if not short:
        return line
    named = [
        f"{plain(row_of(live.teams, team.number).name)} ({lacks(live, team)})"
        for team in short[:NAMED]
    ]
    more = ", …" if len(short) > NAMED else ""
    return line + "\n" + texts.say(voice, "teams-card-short", teams=", ".join(named) + more)


def event_rows(texts: Texts, voice: Voice, live: Live, page: Choice) -> Rows | None:
    """The buttons of an event played in teams until the draw; None where they are as ever."""
    label, key = partial(texts.say, voice), live.id
    if not live.event.in_teams or live.event.phase not in JOINABLE:
        return None
    create = button("team_new", label("teams-button-new"), key, style="primary")
    join = button("teams", label("teams-button-join"), key)
    alone = button("join", label("teams-button-alone"), key)
    mine = button("mine", label("tournaments-button-mine"), key)
    roster = button("team_mine", label("teams-button-mine"), key)
    leave = button("leave", label("tournaments-button-leave"), key)
    first: tuple[Choice, ...] = (create, join, alone)
    if live.event.phase is Phase.CHECK_IN:
        first = (
            button("here", label("tournaments-button-here"), key, style="success"),
            *first,
        )
    return (first, (mine, roster, leave, page))
