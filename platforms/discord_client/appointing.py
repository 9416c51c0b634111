"""Scheduled events: one for each appointment, in step with it, and never a second one.

Discord knows no nonce for them. So one of ours is looked for before it is made, and once more
after: discord.py repeats a request that ended in a fault of Discord's, and the spare is taken
back. What somebody has deleted or ended by hand is left as they wished.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

import aiohttp
import discord

from core.clock import Clock
from core.courier import Appointment, Progress
from storage.appointments import AppointmentRow, Appointments

EXTERNAL, GUILD_ONLY = 3, 2
AHEAD, ON, OVER, OFF = 1, 2, 3, 4
# What Discord calls each, and what has to come before it there.
STEPS: Final[Mapping[tuple[int, Progress], tuple[int, ...]]] = MappingProxyType(
    {
        (AHEAD, Progress.ON): (ON,),
        (AHEAD, Progress.OVER): (ON, OVER),
        (AHEAD, Progress.OFF): (OFF,),
        (ON, Progress.OVER): (OVER,),
        (ON, Progress.OFF): (OVER,),  # what has begun cannot be called off, only ended
    }
)
NAME, ABOUT, PLACE = 100, 1000, "https://discord.com/channels/{guild}/{channel}"
Shows = Callable[[str], Awaitable[Appointment | None]]
log = logging.getLogger(__name__)


class Appointing:
    def __init__(
        self, client: Callable[[], discord.Client], clock: Clock, shows: Mapping[str, Shows]
    ) -> None:
        """`shows`: what an appointment is, by its kind, asked at the moment of sending."""
        self._client = client
        self._clock = clock
        self._shows = shows

    async def carry(self, appointments: Appointments) -> None:
        """Make and change every scheduled event that is behind."""
        for row in await appointments.behind(self._clock.now()):
            try:
                await self._one(appointments, row)
            except discord.HTTPException as error:
                await self._refused(appointments, row, error)
            except (discord.RateLimited, aiohttp.ClientError, TimeoutError, OSError) as error:
                log.warning("discord.not_scheduled", extra={"error": type(error).__name__})
                await appointments.failed(row, self._clock.now())
            except Exception:  # Our fault, unless the login has ended: it waits, none is held up.
                if not self._client().is_closed():
                    log.exception("incident", extra={"platform": "discord", "kind": row.kind})
                await appointments.failed(row, self._clock.now())

    async def _one(self, appointments: Appointments, row: AppointmentRow) -> None:
        shown = await self._shows[row.kind](row.subject)
        if shown is None:
            await appointments.shown(row)
            return
        guild, event = row.guild, row.event
        if guild is None or event is None:
            home: Any = await self._client().http.get_channel(int(row.channel))
            guild = str(home["guild_id"])
            event = await self._made(guild, row.channel, shown)
            if event is None:
                await appointments.shown(row)
                return
            await appointments.found(row, guild, event)
        await self._in_step(guild, event, shown)
        await appointments.shown(row)

    async def _made(self, guild: str, channel: str, shown: Appointment) -> str | None:
        """Ours, there already or made now. None where it is too late for one."""
        mine = await self._ours(guild, shown)
        if not mine:
            if shown.progress is not Progress.AHEAD or shown.starts <= self._clock.now():
                return None
            place = PLACE.format(guild=guild, channel=channel)
            await self._client().http.create_guild_scheduled_event(
                int(guild),
                **_words(shown),
                **_hours(shown),
                privacy_level=GUILD_ONLY,
                entity_type=EXTERNAL,
                entity_metadata={"location": place},
            )
            mine = await self._ours(guild, shown)
        mine.sort(key=int)
        for each in mine[1:]:
            await self._client().http.delete_scheduled_event(int(guild), int(each))
        return mine[0] if mine else None

    async def _ours(self, guild: str, shown: Appointment) -> list[str]:
        """Those of ours that announce this, told by the address in their text."""
        client = self._client()
        listed: Any = await client.http.get_scheduled_events(int(guild), with_user_count=False)
        me = str(client.user.id) if client.user else ""
        return [
            each["id"]
            for each in listed
            if each["creator_id"] == me and shown.mark in (each["description"] or "")
        ]

    async def _in_step(self, guild: str, event: str, shown: Appointment) -> None:
        http = self._client().http
        there: Any = await http.get_scheduled_event(int(guild), int(event), False)
        if there["status"] not in {AHEAD, ON}:
            return
        changed: dict[str, Any] = {
            key: value for key, value in _words(shown).items() if there[key] != value
        }
        starts = datetime.fromisoformat(there["scheduled_start_time"])
        if there["status"] == AHEAD and starts != shown.starts > self._clock.now():
            changed |= _hours(shown)
        if changed:
            await http.edit_scheduled_event(int(guild), int(event), **changed)
        for status in STEPS.get((there["status"], shown.progress), ()):
            await http.edit_scheduled_event(int(guild), int(event), status=status)

    async def _refused(
        self, appointments: Appointments, row: AppointmentRow, error: discord.HTTPException
    ) -> None:
        log.warning("discord.not_scheduled", extra={"status": error.status, "error": error.code})
        if error.status == 429 or error.status >= 500:  # noqa: PLR2004 - HTTP's own numbers
            await appointments.failed(row, self._clock.now())
            return
        await appointments.shown(row, error.code if error.status == 403 else None)  # noqa: PLR2004


def _words(shown: Appointment) -> dict[str, str]:
    return {"name": shown.name[:NAME], "description": shown.about[:ABOUT]}


def _hours(shown: Appointment) -> dict[str, str]:
    return {
        "scheduled_start_time": shown.starts.isoformat(),
        "scheduled_end_time": shown.ends.isoformat(),
    }
