"""Scheduled events of a guild: made, kept in step, begun, ended, called off."""

from datetime import datetime

from sandbox.discord_world import shapes
from sandbox.discord_world.asking import Ask, Reply, Route, done
from sandbox.discord_world.checks import check_keys, length
from sandbox.discord_world.permissions import BITS
from sandbox.discord_world.problems import Problem, invalid, missing_permissions, unknown
from sandbox.discord_world.state import (
    ACTIVE,
    CANCELED,
    COMPLETED,
    SCHEDULED,
    Guild,
    Json,
    ScheduledEvent,
)

EXTERNAL, GUILD_ONLY = 3, 2
MOST_LIVE = 100  # scheduled or under way at once, in one guild
NAME, DESCRIPTION, LOCATION = 100, 1000, 100
KEYS = frozenset(
    (
        *("name", "description", "image", "scheduled_start_time", "scheduled_end_time"),
        *("privacy_level", "entity_type", "channel_id", "recurrence_rule", "entity_metadata"),
    )
)
NEXT = {SCHEDULED: {ACTIVE, CANCELED}, ACTIVE: {COMPLETED}}


def listed(ask: Ask) -> Reply:
    """What is to come or under way; what is over is not told any more."""
    live = [each for each in ask.guild().scheduled.values() if each.status in NEXT]
    return done([_shape(ask, each) for each in live])


def create(ask: Ask) -> Reply:
    guild, form = ask.guild(), ask.form
    _may(guild, "create_events")
    check_keys(form, KEYS)
    for key in ("name", "scheduled_start_time", "privacy_level", "entity_type"):
        if form.get(key) is None:
            raise invalid(key, "This field is required", "BASE_TYPE_REQUIRED")
    if form["entity_type"] != EXTERNAL or form["privacy_level"] != GUILD_ONLY:
        raise invalid("entity_type", "Only events outside of Discord are made here.")
    if form.get("scheduled_end_time") is None:
        raise invalid("scheduled_end_time", "This field is required", "BASE_TYPE_REQUIRED")
    if sum(each.status in NEXT for each in guild.scheduled.values()) >= MOST_LIVE:
        raise Problem(400, 30038, "Maximum number of guild scheduled events reached (100)")
    now = ask.realm.clock.now()
    made = ScheduledEvent(ask.realm.ids.next(), ask.realm.bot, "", "", now, now, "")
    _written(ask, made, form)
    guild.scheduled[made.id] = made
    return _told(ask, guild, made, "GUILD_SCHEDULED_EVENT_CREATE")


def one(ask: Ask) -> Reply:
    return done(_shape(ask, _found(ask)))


def change(ask: Ask) -> Reply:
    guild, found, form = ask.guild(), _mine(ask), ask.form
    check_keys(form, KEYS | {"status"})
    if found.status not in NEXT:
        raise Problem(400, 180000, "Cannot update a finished event")
    _written(ask, found, {key: value for key, value in form.items() if key != "status"})
    status = form.get("status")
    if status is not None and status != found.status:
        if status not in NEXT[found.status]:
            raise invalid("status", "Invalid Guild Scheduled Event Status Update")
        found.status = status
    return _told(ask, guild, found, "GUILD_SCHEDULED_EVENT_UPDATE")


def delete(ask: Ask) -> Reply:
    guild, found = ask.guild(), _mine(ask)
    del guild.scheduled[found.id]
    ask.realm.tell("GUILD_SCHEDULED_EVENT_DELETE", _shape(ask, found), guild)
    return done()


def _written(ask: Ask, event: ScheduledEvent, form: Json) -> None:
    """Put what was asked on the event; whatever breaks a rule raises a `Problem` before."""
    length("name", form.get("name"), NAME, 1)
    length("description", form.get("description"), DESCRIPTION)
    place = (form.get("entity_metadata") or {}).get("location")
    length("entity_metadata.location", place, LOCATION, 1)
    if not (place or event.location):
        raise invalid("entity_metadata.location", "This field is required", "BASE_TYPE_REQUIRED")
    starts = _moment("scheduled_start_time", form) or event.starts
    ends = _moment("scheduled_end_time", form) or event.ends
    if starts != event.starts and starts <= ask.realm.clock.now():
        raise invalid("scheduled_start_time", "Cannot schedule event in the past.")
    if "scheduled_end_time" in form and ends <= starts:
        raise invalid("scheduled_end_time", "Cannot end before it starts.")
    event.name = form.get("name") or event.name
    event.description = form.get("description", event.description) or ""
    event.location = place or event.location
    event.starts, event.ends = starts, ends


def _moment(key: str, form: Json) -> datetime | None:
    if form.get(key) is None:
        return None
    try:
        return datetime.fromisoformat(form[key])
    except ValueError:
        raise invalid(key, "Could not parse as ISO8601.", "DATE_TIME_TYPE_PARSE") from None


def _found(ask: Ask) -> ScheduledEvent:
    found = ask.guild().scheduled.get(ask.match["guild_scheduled_event_id"])
    if found is None:
        raise unknown("Guild Scheduled Event")
    return found


def _mine(ask: Ask) -> ScheduledEvent:
    """One's own takes the right to create; another's takes the right over all of them."""
    found = _found(ask)
    own = found.creator is ask.realm.bot
    _may(ask.guild(), "create_events" if own else "manage_events")
    return found


def _may(guild: Guild, need: str) -> None:
    if not guild.bot_permissions & BITS[need]:
        raise missing_permissions()


def _told(ask: Ask, guild: Guild, event: ScheduledEvent, kind: str) -> Reply:
    shape = _shape(ask, event)
    ask.realm.tell(kind, shape, guild)
    return done(shape)


def _shape(ask: Ask, event: ScheduledEvent) -> Json:
    return shapes.scheduled_event(event, ask.guild())


_ONE = "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}"
ROUTES: tuple[Route, ...] = (
    ("GET", "/guilds/{guild_id}/scheduled-events", listed),
    ("POST", "/guilds/{guild_id}/scheduled-events", create),
    ("GET", _ONE, one),
    ("PATCH", _ONE, change),
    ("DELETE", _ONE, delete),
)
