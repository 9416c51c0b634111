"""People, guilds and channels as Discord writes them in JSON."""

from datetime import datetime

from sandbox.discord_world.permissions import BITS
from sandbox.discord_world.state import (
    ACTIVE,
    DM,
    PRIVATE_THREAD,
    PUBLIC_THREAD,
    SCHEDULED,
    Channel,
    Guild,
    Json,
    Member,
    Person,
    Role,
    ScheduledEvent,
)


def moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def user(person: Person) -> Json:
    shape: Json = {
        "id": person.id,
        "username": person.name.lower().replace(" ", "_"),
        "global_name": None if person.bot else person.name,
        "discriminator": "0000" if person.bot else "0",
        "avatar": None,
        "public_flags": 0,
        "flags": 0,
        "primary_guild": None,
    }
    return shape | {"bot": True} if person.bot else shape


def me(person: Person) -> Json:
    """A user as they see themselves."""
    return user(person) | {
        "locale": locale(person.locale),
        "mfa_enabled": False,
        "verified": True,
        "email": None,
    }


def locale(short: str) -> str:
    """Discord's name for a language."""
    return {"en": "en-GB"}.get(short, short)


def member(one: Member, *, with_user: bool = True) -> Json:
    shape: Json = {
        "nick": one.nick,
        "avatar": None,
        "banner": None,
        "roles": [role.id for role in one.roles],
        "joined_at": moment(one.joined),
        "premium_since": None,
        "communication_disabled_until": None,
        "deaf": False,
        "mute": False,
        "pending": False,
        "flags": 0,
    }
    return shape | {"user": user(one.person)} if with_user else shape


def role(one: Role) -> Json:
    return {
        "id": one.id,
        "name": one.name,
        "permissions": str(one.permissions),
        "position": one.position,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }


def channel(one: Channel, bot: Person) -> Json:
    """A channel, a thread or a private conversation, as the bot sees it."""
    last = one.posts[-1].id if one.posts else None
    shape: Json = {"id": one.id, "type": one.kind, "flags": 0, "last_message_id": last}
    if one.kind == DM:
        shape["recipients"] = [user(one.recipient)] if one.recipient else []
        return shape
    shape |= {
        "guild_id": one.guild.id if one.guild else None,
        "name": one.name,
        "parent_id": one.parent.id if one.parent else None,
        "rate_limit_per_user": one.slowmode,
    }
    return shape | (_thread(one, bot) if one.is_thread else _text(one, bot))


def _text(one: Channel, bot: Person) -> Json:
    lacks = {"id": bot.id, "type": 1, "allow": "0", "deny": str(one.bot_lacks)}
    return {
        "position": one.position,
        "permission_overwrites": [lacks] if one.bot_lacks else [],
        "nsfw": one.nsfw,
        "topic": one.topic,
    }


def _thread(one: Channel, bot: Person) -> Json:
    said = sum(post.only_for is None for post in one.posts)
    shape: Json = {
        "owner_id": one.owner.id if one.owner else None,
        "message_count": len(one.messages),
        "total_message_sent": said,
        "member_count": len(one.joined),
        "thread_metadata": {
            "archived": one.archived is not None,
            "archive_timestamp": moment(one.archived or one.created),
            "auto_archive_duration": one.archive_after,
            "locked": one.locked,
            "create_timestamp": moment(one.created),
        },
    }
    if one.kind == PRIVATE_THREAD:
        shape["thread_metadata"]["invitable"] = one.invitable
    return shape | ({"member": thread_member(one, bot.id)} if bot.id in one.joined else {})


def thread_member(one: Channel, person_id: str) -> Json:
    joined = moment(one.joined[person_id])
    return {"id": one.id, "user_id": person_id, "join_timestamp": joined, "flags": 0}


def guild(one: Guild) -> Json:
    """A guild as a REST call answers it."""
    nothing = [
        "icon",
        "banner",
        "splash",
        "discovery_splash",
        "home_header",
        "description",
        "vanity_url_code",
        "application_id",
        "afk_channel_id",
        "system_channel_id",
        "widget_channel_id",
        "rules_channel_id",
        "public_updates_channel_id",
        "safety_alerts_channel_id",
        "incidents_data",
        "hub_type",
    ]
    counts = [
        "default_message_notifications",
        "mfa_level",
        "explicit_content_filter",
        "nsfw_level",
        "premium_tier",
        "premium_subscription_count",
        "system_channel_flags",
    ]
    return (
        dict.fromkeys(nothing)
        | dict.fromkeys(counts, 0)
        | {
            "id": one.id,
            "name": one.name,
            "owner_id": one.owner.id,
            "region": "deprecated",
            "preferred_locale": locale(one.locale),
            "features": [],
            "emojis": [],
            "stickers": [],
            "roles": [role(each) for each in one.roles],
            "afk_timeout": 300,
            "verification_level": 1,
            "widget_enabled": False,
            "premium_progress_bar_enabled": False,
            "nsfw": False,
            "max_members": 500_000,
            "max_presences": None,
            "max_video_channel_users": 25,
            "max_stage_video_channel_users": 50,
        }
    )


def whole_guild(one: Guild, bot: Person) -> Json:
    """A guild as GUILD_CREATE brings it, with the bot as the only member it tells of."""
    threads = [each for each in one.channels if each.is_thread and each.archived is None]
    return guild(one) | {
        "joined_at": moment(one.members[bot.id].joined),
        "large": False,
        "unavailable": False,
        "member_count": len(one.members),
        "members": [member(one.members[bot.id])],
        "channels": [channel(each, bot) for each in one.channels if not each.is_thread],
        "threads": [channel(each, bot) for each in threads if _sees(each, bot)],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [
            scheduled_event(each, one)
            for each in one.scheduled.values()
            if each.status in {SCHEDULED, ACTIVE}
        ],
        "soundboard_sounds": [],
    }


def scheduled_event(one: ScheduledEvent, guild: Guild) -> Json:
    """An event held outside of Discord."""
    return {
        "id": one.id,
        "guild_id": guild.id,
        "channel_id": None,
        "creator_id": one.creator.id,
        "creator": user(one.creator),
        "name": one.name,
        "description": one.description or None,
        "image": None,
        "scheduled_start_time": moment(one.starts),
        "scheduled_end_time": moment(one.ends),
        "privacy_level": 2,
        "status": one.status,
        "entity_type": 3,
        "entity_id": None,
        "entity_metadata": {"location": one.location},
        "recurrence_rule": None,
        "user_count": 0,
        "guild_scheduled_event_exceptions": [],
    }


def _sees(thread: Channel, bot: Person) -> bool:
    return thread.kind == PUBLIC_THREAD or bot.id in thread.joined


def application(bot: Person, owner: Person, guilds: int, flags: int) -> Json:
    return {
        "id": bot.id,
        "name": bot.name,
        "icon": None,
        "description": "",
        "type": None,
        "summary": "",
        "verify_key": "0" * 64,
        "flags": flags,
        "flags_new": str(flags),
        "bot": user(bot),
        "bot_public": True,
        "bot_require_code_grant": False,
        "rpc_origins": [],
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": user(owner),
        "team": None,
        "approximate_guild_count": guilds,
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "eligible_oauth2_scopes": [],
    }


def permissions_of(one: Member, guild_owner: Person) -> int:
    """What a member may do anywhere in the guild."""
    if one.person is guild_owner:
        return sum(BITS.values())
    total = one.permissions
    for each in one.roles:
        total |= each.permissions
    return sum(BITS.values()) if total & BITS["administrator"] else total
