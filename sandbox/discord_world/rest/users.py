"""Who the bot is, who others are, and how to open a private conversation."""

from sandbox.discord_world import intents, shapes
from sandbox.discord_world.asking import Ask, Reply, Route, done
from sandbox.discord_world.problems import Problem, invalid, unauthorised, unknown
from sandbox.discord_world.state import Json, Person


def myself(ask: Ask) -> Reply:
    return done(shapes.me(ask.who))


def application(ask: Ask) -> Reply:
    realm = ask.realm
    here = sum(realm.bot_in(guild) for guild in realm.guilds.values())
    flags = intents.flags(realm.granted)
    return done(shapes.application(realm.bot, realm.owner, here, flags))


def gateway(ask: Ask) -> Reply:
    return done({"url": f"ws://{ask.realm.host}/gw/"})


def gateway_for_bots(ask: Ask) -> Reply:
    starts = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
    shards = ask.realm.sessions.recommended
    return done(
        {"url": f"ws://{ask.realm.host}/gw/", "shards": shards, "session_start_limit": starts}
    )


def user(ask: Ask) -> Reply:
    found = ask.realm.people.get(ask.match["user_id"])
    if found is None:
        raise unknown("User")
    return done(shapes.user(found))


def my_guilds(ask: Ask) -> Reply:
    here = [guild for guild in ask.realm.guilds.values() if ask.who.id in guild.members]
    return done([_glance(guild.id, guild.name, guild.owner, ask.who) for guild in here])


def _glance(number: str, name: str, owner: Person, who: Person) -> Json:
    return {
        "id": number,
        "name": name,
        "icon": None,
        "banner": None,
        "owner": owner is who,
        "permissions": "0",
        "features": [],
    }


def my_membership(ask: Ask) -> Reply:
    """What a person who signed in is in a guild: their roles."""
    if ask.person is None:
        raise unauthorised()
    guild = ask.realm.guilds.get(ask.match["guild_id"])
    if guild is None or ask.person.id not in guild.members:
        raise unknown("Guild")
    return done(shapes.member(guild.members[ask.person.id]))


def leave(ask: Ask) -> Reply:
    """The bot walks out of a guild."""
    guild = ask.guild()
    ask.realm.tell("GUILD_DELETE", {"id": guild.id}, guild)
    del guild.members[ask.realm.bot.id]
    return done()


def open_dm(ask: Ask) -> Reply:
    """A private conversation with somebody, the same one each time."""
    realm = ask.realm
    person = realm.people.get(str(ask.form.get("recipient_id") or ""))
    if person is None:
        raise invalid("recipient_id", "Value is not a known user.")
    if person.bot:
        raise Problem(400, 50007, "Cannot send messages to this user")
    if person.id not in realm.opened_dms and person.id not in realm.dms:
        if realm.limits.new_dms.take(ask.now):
            raise Problem(403, 40003, "You are opening direct messages too fast")
        realm.opened_dms.add(person.id)
    return done(realm.channel_shape(realm.dm_with(person)))


ROUTES: tuple[Route, ...] = (
    ("GET", "/users/@me", myself),
    ("GET", "/users/@me/guilds", my_guilds),
    ("GET", "/users/@me/guilds/{guild_id}/member", my_membership),
    ("DELETE", "/users/@me/guilds/{guild_id}", leave),
    ("POST", "/users/@me/channels", open_dm),
    ("GET", "/users/{user_id}", user),
    ("GET", "/oauth2/applications/@me", application),
    ("GET", "/applications/@me", application),
    ("GET", "/gateway", gateway),
    ("GET", "/gateway/bot", gateway_for_bots),
)
