"""Guilds, their members and roles."""

from sandbox.discord_world import shapes
from sandbox.discord_world.asking import Ask, Reply, Route, done
from sandbox.discord_world.permissions import BITS
from sandbox.discord_world.problems import invalid, missing_permissions, unknown
from sandbox.discord_world.state import TEXT, Channel, Guild, Member, Role


def guild(ask: Ask) -> Reply:
    found = ask.guild()
    counts = {"approximate_member_count": len(found.members), "approximate_presence_count": 0}
    shape = shapes.guild(found)
    return done(shape | counts if ask.query.get("with_counts") in {"1", "true"} else shape)


def channels(ask: Ask) -> Reply:
    here = [each for each in ask.guild().channels if not each.is_thread]
    return done([ask.realm.channel_shape(each) for each in here])


def create_channel(ask: Ask) -> Reply:
    found = ask.guild()
    _needs(found, "manage_channels")
    if ask.form.get("type", TEXT) != TEXT:
        raise invalid("type", "Only text channels are made here.")
    channel = Channel(ask.realm.ids.next(), TEXT, str(ask.form["name"]), found)
    channel.topic = ask.form.get("topic")
    channel.position = len(found.channels)
    found.channels.append(channel)
    ask.realm.channels[channel.id] = channel
    shape = ask.realm.channel_shape(channel)
    ask.realm.tell("CHANNEL_CREATE", shape, found)
    return Reply(201, shape)


def roles(ask: Ask) -> Reply:
    return done([shapes.role(each) for each in ask.guild().roles])


def member(ask: Ask) -> Reply:
    return done(shapes.member(_member(ask)))


def members(ask: Ask) -> Reply:
    everybody = sorted(ask.guild().members.values(), key=lambda each: int(each.person.id))
    after, limit = int(ask.query.get("after", 0)), int(ask.query.get("limit", 1))
    later = [each for each in everybody if int(each.person.id) > after]
    return done([shapes.member(each) for each in later[:limit]])


def give_role(ask: Ask) -> Reply:
    one, role = _member(ask), _role(ask)
    if role not in one.roles:
        one.roles.append(role)
    return _told(ask, one)


def take_role(ask: Ask) -> Reply:
    one, role = _member(ask), _role(ask)
    if role in one.roles:
        one.roles.remove(role)
    return _told(ask, one)


def _told(ask: Ask, one: Member) -> Reply:
    shape = shapes.member(one) | {"guild_id": ask.guild().id}
    ask.realm.tell("GUILD_MEMBER_UPDATE", shape, ask.guild())
    return done()


def _member(ask: Ask) -> Member:
    found = ask.guild().members.get(ask.match["user_id"])
    if found is None:
        raise unknown("Member" if ask.match["user_id"] in ask.realm.people else "User")
    return found


def _role(ask: Ask) -> Role:
    _needs(ask.guild(), "manage_roles")
    for each in ask.guild().roles:
        if each.id == ask.match["role_id"]:
            return each
    raise unknown("Role")


def _needs(guild: Guild, need: str) -> None:
    if not guild.bot_permissions & BITS[need]:
        raise missing_permissions()


ROUTES: tuple[Route, ...] = (
    ("GET", "/guilds/{guild_id}", guild),
    ("GET", "/guilds/{guild_id}/channels", channels),
    ("POST", "/guilds/{guild_id}/channels", create_channel),
    ("GET", "/guilds/{guild_id}/roles", roles),
    ("GET", "/guilds/{guild_id}/members", members),
    ("GET", "/guilds/{guild_id}/members/{user_id}", member),
    ("PUT", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}", give_role),
    ("DELETE", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}", take_role),
)
