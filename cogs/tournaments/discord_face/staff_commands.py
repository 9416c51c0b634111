"""`/tournament desk`, `pause` and `staff`: the evening at a glance, a break, and who helps."""

from typing import Any

from discord import Interaction, Member, Role, app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from cogs.tournaments.discord_face.choices import WHICH, WHICH_ABOUT, Offered, events
from cogs.tournaments.discord_face.repair_choices import number
from cogs.tournaments.discord_face.root import TOURNAMENT
from cogs.tournaments.discord_face.staff import Staff
from cogs.tournaments.rules.crew import Duty
from core.people import PlaceId, Platform, Voice
from platforms.discord_client.speaking import say, somebody, who

Asked = Interaction[Any]
DUTIES = {
    Duty.HOST: "repairs-duty-host",
    Duty.REFEREE: "repairs-duty-referee",
    Duty.CASTER: "repairs-duty-caster",
}
GIVEN = [
    app_commands.Choice(name=locale_str(duty.value, key=key), value=duty.value)
    for duty, key in DUTIES.items()
]
DUTY = locale_str("duty", key="repairs-name-option-duty")
DUTY_ABOUT = locale_str("repairs-about-option-duty")
MEMBER = locale_str("member", key="repairs-name-option-member")
MEMBER_ABOUT = locale_str("repairs-about-option-helper")
MODERATOR = "moderator"


class StaffCommands(commands.Cog):
    tournament_staff = app_commands.Group(
        name=locale_str("staff", key="repairs-name-staff"),
        description=locale_str("repairs-about-staff"),
        parent=TOURNAMENT,
    )
    staff: Staff  # handed over when it is hung up

    @TOURNAMENT.command(
        name=locale_str("desk", key="repairs-name-desk"),
        description=locale_str("repairs-about-desk"),
    )
    @app_commands.rename(tournament=WHICH)
    @app_commands.describe(tournament=WHICH_ABOUT)
    async def desk(self, interaction: Asked, tournament: str | None = None) -> None:
        which = number(tournament) if tournament is not None else None
        await say(interaction, await self.staff.cards.card(await who(interaction), which))

    @TOURNAMENT.command(
        name=locale_str("pause", key="repairs-name-pause"),
        description=locale_str("repairs-about-pause"),
    )
    @app_commands.rename(tournament=WHICH)
    @app_commands.describe(tournament=WHICH_ABOUT)
    async def pause(self, interaction: Asked, tournament: str | None = None) -> None:
        """A break, or its end: one button more, which says why."""
        actor = await who(interaction)
        which = number(tournament) if tournament is not None else None
        live = await self.staff.meant(actor, which)
        cards = self.staff.cards
        paused = live.event.paused_at is not None
        make = cards.resume_card if paused else cards.pause_card
        await say(interaction, make(actor.voice, live.id))

    @tournament_staff.command(
        name=locale_str("role", key="repairs-name-staff-role"),
        description=locale_str("repairs-about-staff-role"),
    )
    @app_commands.rename(duty=DUTY, role=locale_str("role", key="repairs-name-option-role"))
    @app_commands.describe(duty=DUTY_ABOUT, role=locale_str("repairs-about-option-role"))
    @app_commands.choices(duty=GIVEN)
    async def staff_role(self, interaction: Asked, duty: str, role: Role | None = None) -> None:
        """One role of this server for one of ours; without it, nobody by a role any more."""
        actor = await who(interaction)
        badge = str(role.id) if role is not None else None
        await self.staff.crew.map_badge(actor, Duty(duty), badge)
        await say(interaction, await self._roles(actor.voice, actor.place))

    @tournament_staff.command(
        name=locale_str("twitch", key="repairs-name-staff-twitch"),
        description=locale_str("repairs-about-staff-twitch"),
    )
    @app_commands.rename(moderators=locale_str("moderators", key="repairs-name-option-moderators"))
    @app_commands.describe(moderators=locale_str("repairs-about-option-moderators"))
    async def staff_twitch(self, interaction: Asked, moderators: bool) -> None:
        actor = await who(interaction)
        badge = MODERATOR if moderators else None
        await self.staff.crew.map_badge(actor, Duty.REFEREE, badge, Platform.TWITCH)
        await say(interaction, await self._roles(actor.voice, actor.place))

    @tournament_staff.command(
        name=locale_str("add", key="repairs-name-staff-add"),
        description=locale_str("repairs-about-staff-add"),
    )
    @app_commands.rename(duty=DUTY, member=MEMBER, tournament=WHICH)
    @app_commands.describe(duty=DUTY_ABOUT, member=MEMBER_ABOUT, tournament=WHICH_ABOUT)
    @app_commands.choices(duty=GIVEN)
    async def staff_add(
        self, interaction: Asked, duty: str, member: Member, tournament: str | None = None
    ) -> None:
        await self._changed(interaction, Duty(duty), member, tournament, given=True)

    @tournament_staff.command(
        name=locale_str("remove", key="repairs-name-staff-remove"),
        description=locale_str("repairs-about-staff-remove"),
    )
    @app_commands.rename(duty=DUTY, member=MEMBER, tournament=WHICH)
    @app_commands.describe(duty=DUTY_ABOUT, member=MEMBER_ABOUT, tournament=WHICH_ABOUT)
    @app_commands.choices(duty=GIVEN)
    async def staff_remove(
        self, interaction: Asked, duty: str, member: Member, tournament: str | None = None
    ) -> None:
        await self._changed(interaction, Duty(duty), member, tournament, given=False)

    @desk.autocomplete("tournament")
    @pause.autocomplete("tournament")
    @staff_add.autocomplete("tournament")
    @staff_remove.autocomplete("tournament")
    async def _events(self, interaction: Asked, typed: str) -> Offered:
        return events(await self.staff.here(await who(interaction)), typed)

    async def _changed(
        self,
        interaction: Asked,
        duty: Duty,
        member: Member,
        tournament: str | None,
        *,
        given: bool,
    ) -> None:
        """Give or take, and say who helps with this event now."""
        actor = await who(interaction)
        which = number(tournament) if tournament is not None else None
        live = await self.staff.meant(actor, which)
        person = (await somebody(interaction, member)).person
        change = self.staff.crew.give if given else self.staff.crew.take
        await change(actor, live, person, duty)
        lines = [self.staff.texts.say(actor.voice, "repairs-staff-event")]
        for each, theirs in await self.staff.crew.people(live.id):
            account = await self.staff.door.account_of(each, Platform.DISCORD)
            what = self.staff.texts.say(actor.voice, DUTIES[theirs])
            lines.append(f"• {what} · " + (f"<@{account}>" if account else "…"))
        nobody = self.staff.texts.say(actor.voice, "repairs-staff-nobody")
        await say(interaction, "\n".join(lines) if len(lines) > 1 else nobody)

    async def _roles(self, voice: Voice, place: PlaceId) -> str:
        badges = await self.staff.crew.badges(place)
        lines = [self.staff.texts.say(voice, "repairs-staff-roles")]
        for duty, key in DUTIES.items():
            badge = badges.discord.get(duty)
            lines.append(
                f"• {self.staff.texts.say(voice, key)} · " + (f"<@&{badge}>" if badge else "–")
            )
        if Duty.REFEREE in badges.twitch:
            lines.append(self.staff.texts.say(voice, "repairs-staff-twitch-yes"))
        return "\n".join(lines)
