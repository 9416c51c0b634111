"""`/tournament repair`, `/tournoi reparer`: what goes wrong, put right from a phone."""

from typing import Any

from discord import Interaction, Member, app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from cogs.tournaments.discord_face.choices import Offered
from cogs.tournaments.discord_face.codes import Coded
from cogs.tournaments.discord_face.repair_choices import chosen, number, why
from cogs.tournaments.discord_face.root import TOURNAMENT
from cogs.tournaments.discord_face.staff import Staff
from cogs.tournaments.rules import acts
from cogs.tournaments.rules.acts import Repair
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.hosting import NoneHere
from cogs.tournaments.service.live import Live
from core.people import Voice
from platforms.discord_client.speaking import say, who

Asked = Interaction[Any]
REASON = locale_str("reason", key="tournaments-name-option-reason")
REASON_ABOUT = locale_str("tournaments-about-option-reason")
MATCH = locale_str("match", key="repairs-name-option-match")
MATCH_ABOUT = locale_str("repairs-about-option-match")
PLAYER = locale_str("player", key="repairs-name-option-player")
PLAYER_ABOUT = locale_str("repairs-about-option-player")
MEMBER = locale_str("member", key="repairs-name-option-member")
MEMBER_ABOUT = locale_str("repairs-about-option-member")
WAITING = locale_str("waiting", key="repairs-name-option-waiting")
WAITING_ABOUT = locale_str("repairs-about-option-waiting")


class RepairCommands(commands.Cog):
    repair = app_commands.Group(
        name=locale_str("repair", key="repairs-name-repair"),
        description=locale_str("repairs-about-repair"),
        parent=TOURNAMENT,
    )
    staff: Staff  # handed over when it is hung up

    @repair.command(
        name=locale_str("undo", key="repairs-name-undo"),
        description=locale_str("repairs-about-undo"),
    )
    @app_commands.rename(act=locale_str("act", key="repairs-name-option-act"), reason=REASON)
    @app_commands.describe(act=locale_str("repairs-about-option-act"), reason=REASON_ABOUT)
    async def repair_undo(self, interaction: Asked, act: str, reason: str | None = None) -> None:
        tournament, seq = chosen(act, 2)
        await self._asked(interaction, tournament, acts.Undo(number(seq)), reason)

    @repair.command(
        name=locale_str("reopen", key="repairs-name-reopen"),
        description=locale_str("repairs-about-reopen"),
    )
    @app_commands.rename(match=MATCH, reason=REASON)
    @app_commands.describe(match=MATCH_ABOUT, reason=REASON_ABOUT)
    async def repair_reopen(
        self, interaction: Asked, match: str, reason: str | None = None
    ) -> None:
        tournament, match_ = chosen(match, 2)
        await self._asked(interaction, tournament, acts.Reopen(MatchId(match_)), reason)

    @repair.command(
        name=locale_str("rule", key="tournaments-name-rule"),
        description=locale_str("tournaments-about-rule"),
    )
    @app_commands.rename(
        winner=locale_str("winner", key="tournaments-name-option-winner"), reason=REASON
    )
    @app_commands.describe(
        winner=locale_str("tournaments-about-option-winner"), reason=REASON_ABOUT
    )
    async def repair_rule(
        self, interaction: Asked, winner: str, reason: str | None = None
    ) -> None:
        tournament, match, seat = chosen(winner, 3)
        ruled = acts.Rule(MatchId(match), number(seat))
        await self._asked(interaction, tournament, ruled, reason)

    @repair.command(
        name=locale_str("forfeit", key="repairs-name-forfeit"),
        description=locale_str("repairs-about-forfeit"),
    )
    @app_commands.rename(
        player=PLAYER, reason=REASON, both=locale_str("both", key="repairs-name-option-both")
    )
    @app_commands.describe(
        player=PLAYER_ABOUT, reason=REASON_ABOUT, both=locale_str("repairs-about-option-both")
    )
    async def repair_forfeit(
        self,
        interaction: Asked,
        player: str,
        both: bool = False,
        reason: str | None = None,
    ) -> None:
        tournament, match, seat = chosen(player, 3)
        one = acts.Forfeit(MatchId(match), number(seat))
        repair = acts.DoubleForfeit(MatchId(match)) if both else one
        await self._asked(interaction, tournament, repair, reason)

    @repair.command(
        name=locale_str("withdraw", key="repairs-name-withdraw"),
        description=locale_str("repairs-about-withdraw"),
    )
    @app_commands.rename(player=PLAYER, reason=REASON)
    @app_commands.describe(player=PLAYER_ABOUT, reason=REASON_ABOUT)
    async def repair_withdraw(
        self, interaction: Asked, player: str, reason: str | None = None
    ) -> None:
        tournament, seat = chosen(player, 2)
        await self._asked(interaction, tournament, acts.Withdraw(number(seat)), reason)

    @repair.command(
        name=locale_str("reinstate", key="repairs-name-reinstate"),
        description=locale_str("repairs-about-reinstate"),
    )
    @app_commands.rename(player=PLAYER, reason=REASON)
    @app_commands.describe(player=PLAYER_ABOUT, reason=REASON_ABOUT)
    async def repair_reinstate(
        self, interaction: Asked, player: str, reason: str | None = None
    ) -> None:
        tournament, seat = chosen(player, 2)
        await self._asked(interaction, tournament, acts.Reinstate(number(seat)), reason)

    @repair.command(
        name=locale_str("replace", key="repairs-name-replace"),
        description=locale_str("repairs-about-replace"),
    )
    @app_commands.rename(player=PLAYER, member=MEMBER, waiting=WAITING, reason=REASON)
    @app_commands.describe(
        player=PLAYER_ABOUT, member=MEMBER_ABOUT, waiting=WAITING_ABOUT, reason=REASON_ABOUT
    )
    async def repair_replace(
        self,
        interaction: Asked,
        player: str,
        member: Member | None = None,
        waiting: str | None = None,
        reason: str | None = None,
    ) -> None:
        tournament, seat = chosen(player, 2)
        repair = acts.Replace(number(seat), _ticket(member, waiting, tournament))
        await self._asked(interaction, tournament, repair, reason, member)

    @repair.command(
        name=locale_str("late", key="repairs-name-late"),
        description=locale_str("repairs-about-late"),
    )
    @app_commands.rename(member=MEMBER, waiting=WAITING, reason=REASON)
    @app_commands.describe(member=MEMBER_ABOUT, waiting=WAITING_ABOUT, reason=REASON_ABOUT)
    async def repair_late(
        self,
        interaction: Asked,
        member: Member | None = None,
        waiting: str | None = None,
        reason: str | None = None,
    ) -> None:
        if waiting is not None:
            tournament = chosen(waiting, 2)[0]
        else:
            tournament = str((await self.staff.meant(await who(interaction))).id)
        repair = acts.Late(_ticket(member, waiting, tournament))
        await self._asked(interaction, tournament, repair, reason, member)

    @repair.command(
        name=locale_str("extend", key="repairs-name-extend"),
        description=locale_str("repairs-about-extend"),
    )
    @app_commands.rename(
        minutes=locale_str("minutes", key="repairs-name-option-more"), reason=REASON, match=MATCH
    )
    @app_commands.describe(
        minutes=locale_str("repairs-about-option-more"),
        reason=REASON_ABOUT,
        match=locale_str("repairs-about-option-match-or-all"),
    )
    async def repair_extend(
        self,
        interaction: Asked,
        minutes: app_commands.Range[int, 1, 1440],
        reason: str,
        match: str | None = None,
    ) -> None:
        """Nothing is taken from anybody by it: it is done at once."""
        actor = await who(interaction)
        if match is not None:
            tournament, one = chosen(match, 2)
            given = number(tournament), MatchId(one)
        else:
            given = (await self.staff.meant(actor)).id, None  # type: ignore[assignment]
        _, longer = await self.staff.pauses.extend(actor, given[0], minutes, why(reason), given[1])
        text = self.staff.texts.say(
            actor.voice, "repairs-extended", minutes=minutes, count=len(longer)
        )
        await say(interaction, text)

    @repair.command(
        name=locale_str("swap", key="repairs-name-swap"),
        description=locale_str("repairs-about-swap"),
    )
    @app_commands.rename(
        one=locale_str("one", key="repairs-name-option-one"),
        other=locale_str("other", key="repairs-name-option-other"),
        reason=REASON,
    )
    @app_commands.describe(one=PLAYER_ABOUT, other=PLAYER_ABOUT, reason=REASON_ABOUT)
    async def repair_swap(
        self, interaction: Asked, one: str, other: str, reason: str | None = None
    ) -> None:
        tournament, seat = chosen(one, 2)
        swapped = acts.Swap(number(seat), number(chosen(other, 2)[1]))
        await self._asked(interaction, tournament, swapped, reason)

    @repair_undo.autocomplete("act")
    async def _deeds(self, interaction: Asked, typed: str) -> Offered:
        actor = await who(interaction)
        found = await self.staff.deeds(actor)
        return self.staff.choices.deeds(typed, actor.voice, self.staff.clock.now(), found)

    @repair_reopen.autocomplete("match")
    async def _settled(self, interaction: Asked, typed: str) -> Offered:
        voice, around = await self._around(interaction)
        return self.staff.choices.settled(typed, voice, around)

    @repair_extend.autocomplete("match")
    async def _waited_for(self, interaction: Asked, typed: str) -> Offered:
        voice, around = await self._around(interaction)
        return self.staff.choices.waited_for(typed, voice, around)

    @repair_rule.autocomplete("winner")
    async def _winners(self, interaction: Asked, typed: str) -> Offered:
        voice, around = await self._around(interaction)
        return self.staff.choices.sides(typed, voice, around, settled=True)

    @repair_forfeit.autocomplete("player")
    async def _playing(self, interaction: Asked, typed: str) -> Offered:
        voice, around = await self._around(interaction)
        return self.staff.choices.sides(typed, voice, around, settled=False)

    @repair_withdraw.autocomplete("player")
    @repair_replace.autocomplete("player")
    @repair_swap.autocomplete("one")
    @repair_swap.autocomplete("other")
    async def _seats(self, interaction: Asked, typed: str) -> Offered:
        voice, around = await self._around(interaction)
        return self.staff.choices.seats(typed, voice, around)

    @repair_reinstate.autocomplete("player")
    async def _gone(self, interaction: Asked, typed: str) -> Offered:
        voice, around = await self._around(interaction)
        return self.staff.choices.seats(typed, voice, around, gone=True)

    @repair_replace.autocomplete("waiting")
    @repair_late.autocomplete("waiting")
    async def _waiting(self, interaction: Asked, typed: str) -> Offered:
        actor = await who(interaction)
        return self.staff.choices.waiting(typed, await self.staff.here(actor))

    @repair_undo.autocomplete("reason")
    @repair_reopen.autocomplete("reason")
    @repair_rule.autocomplete("reason")
    @repair_forfeit.autocomplete("reason")
    @repair_withdraw.autocomplete("reason")
    @repair_reinstate.autocomplete("reason")
    @repair_replace.autocomplete("reason")
    @repair_late.autocomplete("reason")
    @repair_extend.autocomplete("reason")
    @repair_swap.autocomplete("reason")
    async def _reasons(self, interaction: Asked, typed: str) -> Offered:
        return self.staff.choices.reasons(typed, (await who(interaction)).voice)

    async def _around(self, interaction: Asked) -> tuple[Voice, list[Live]]:
        actor = await who(interaction)
        return actor.voice, await self.staff.here(actor)

    async def _asked(
        self,
        interaction: Asked,
        tournament: str,
        repair: Repair,
        reason: str | None,
        member: Member | None = None,
    ) -> None:
        coded = Coded(number(tournament), repair, str(member.id) if member else "")
        given = why(reason) if reason is not None else None
        await self.staff.mending.asked(interaction, await who(interaction), coded, given, member)


def _ticket(member: Member | None, waiting: str | None, tournament: str) -> int:
    """Of whoever waits; 0 for a member. Raises `NoneHere` without either."""
    if member is not None:
        return 0
    if waiting is None or chosen(waiting, 2)[0] != tournament:
        raise NoneHere
    return number(chosen(waiting, 2)[1])
