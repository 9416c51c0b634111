"""The same verbs over HTTP, for scripts in any language and for pages; loopback only.

`docs/sandbox.md` describes every call.
"""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

from aiohttp import web

from sandbox.discord_world import views
from sandbox.discord_world.answer import Answer
from sandbox.discord_world.slashing import Value
from sandbox.discord_world.state import Channel, Guild, Json, Message, Person
from sandbox.discord_world.waiting import CannotDo, NothingHappened

if TYPE_CHECKING:
    from sandbox.discord_world.world import DiscordWorld

LOOPBACK = {"127.0.0.1", "localhost"}
Verb = Callable[["Desk", Json], Awaitable[Json]]


class Desk:
    """Finds what a script names: by id, or by name where that is clear."""

    def __init__(self, world: "DiscordWorld") -> None:
        self.world = world
        self.answers: dict[str, Answer] = {}

    def person(self, form: Json) -> Person:
        return cast("Person", _one(self.world.realm.people, form, "person"))

    def guild(self, form: Json) -> Guild:
        return cast("Guild", _one(self.world.realm.guilds, form, "guild"))

    def message(self, form: Json) -> Message:
        found = self.world.realm.messages.get(str(form.get("message")))
        if found is None:
            raise CannotDo(f"There is no message {form.get('message')!r}")
        return found

    def channel(self, form: Json) -> Channel:
        """A channel by id or name; `"dm"` is the person's conversation with the bot."""
        if form.get("channel") == "dm":
            return self.world.dm_channel(self.person(form))
        return cast("Channel", _one(self.world.realm.channels, form, "channel"))

    async def told(self, answer: Answer) -> Json:
        """Wait for an answer and describe it; `answer` names it for a later `submit`."""
        await answer
        self.answers[answer.interaction.id] = answer
        return views.answer(self.world.realm, answer)


def _one(known: dict[str, Any], form: Json, what: str) -> Any:  # noqa: ANN401 - as `known` holds
    name = str(form.get(what) or "")
    if name in known:
        return known[name]
    named = [each for each in known.values() if each.name == name.lstrip("#")]
    if len(named) != 1:
        raise CannotDo(f"There are {len(named)} {what}s called {name!r}")
    return named[0]


async def say(desk: Desk, form: Json) -> Json:
    reply = {"message": form["reply_to"]} if form.get("reply_to") else None
    message = desk.world.say(
        desk.person(form),
        desk.channel(form),
        str(form["text"]),
        mentions_bot=bool(form.get("mentions_bot")),
        reply_to=desk.message(reply) if reply else None,
    )
    return {"message": desk.world.realm.whole_message(message)}


async def dm(desk: Desk, form: Json) -> Json:
    message = desk.world.dm(desk.person(form), str(form["text"]))
    return {"message": desk.world.realm.whole_message(message)}


async def edit(desk: Desk, form: Json) -> Json:
    desk.world.edit(desk.person(form), desk.message(form), str(form["text"]))
    return {}


async def delete(desk: Desk, form: Json) -> Json:
    desk.world.delete_message(desk.message(form))
    return {}


async def react(desk: Desk, form: Json) -> Json:
    desk.world.react(desk.person(form), desk.message(form), str(form["emoji"]))
    return {}


async def slash(desk: Desk, form: Json) -> Json:
    options: dict[str, Value] = {
        name: _named(desk, value) for name, value in (form.get("options") or {}).items()
    }
    where = desk.channel(form)
    answer = desk.world.slash(desk.person(form), where, str(form["command"]), **options)
    return await desk.told(answer)


def _named(desk: Desk, value: Any) -> Value:  # noqa: ANN401 - JSON is any shape
    """`{"person": …}`, `{"channel": …}`: somebody or something; the rest as it is."""
    if isinstance(value, dict):
        return desk.person(value) if "person" in value else desk.channel(value)
    return value  # type: ignore[no-any-return]


async def context_menu(desk: Desk, form: Json) -> Json:
    target: Message | Person
    if "message" in form:
        target, where = desk.message(form), None
    else:
        target, where = desk.person({"person": form["target"]}), desk.channel(form)
    answer = desk.world.context_menu(desk.person(form), str(form["command"]), target, where)
    return await desk.told(answer)


async def click(desk: Desk, form: Json) -> Json:
    answer = desk.world.click(desk.person(form), desk.message(form), str(form["custom_id"]))
    return await desk.told(answer)


async def choose(desk: Desk, form: Json) -> Json:
    answer = desk.world.choose(
        desk.person(form), desk.message(form), str(form["custom_id"]), list(form["values"])
    )
    return await desk.told(answer)


async def submit(desk: Desk, form: Json) -> Json:
    before = desk.answers.get(str(form.get("answer")))
    if before is None:
        raise CannotDo(f"There is no answer {form.get('answer')!r}")
    return await desk.told(desk.world.submit(desk.person(form), before, form["values"]))


async def guild(desk: Desk, form: Json) -> Json:
    made = desk.world.add_guild(str(form["name"]), str(form.get("locale", "fr")))
    return {"guild": made.id}


async def channel(desk: Desk, form: Json) -> Json:
    made = desk.world.add_channel(desk.guild(form), str(form["name"]))
    return {"channel": made.id}


async def person(desk: Desk, form: Json) -> Json:
    made = desk.world.add_person(
        str(form["name"]),
        *[desk.guild({"guild": each}) for each in form.get("guilds") or []],
        locale=str(form.get("locale", "fr")),
        permissions=form.get("permissions") or (),
    )
    return {"person": made.id}


async def close_dms(desk: Desk, form: Json) -> Json:
    desk.world.close_dms(desk.person(form))
    return {}


async def open_dms(desk: Desk, form: Json) -> Json:
    desk.world.open_dms(desk.person(form))
    return {}


async def leave(desk: Desk, form: Json) -> Json:
    desk.world.leave(desk.person(form), desk.guild(form))
    return {}


async def reconnect(desk: Desk, form: Json) -> Json:
    """`how` is `order` (op 7), `drop` (a close code), `abort` (TCP), and may `forget` first."""
    if form.get("forget"):
        desk.world.forget_sessions()
    how = {"drop": desk.world.drop, "abort": desk.world.abort}
    how.get(str(form.get("how")), desk.world.order_reconnect)()
    return {}


async def fault(desk: Desk, form: Json) -> Json:
    desk.world.fault(**form)
    return {}


async def answer_429(desk: Desk, form: Json) -> Json:
    desk.world.answer_429(**form)
    return {}


async def deadline(desk: Desk, form: Json) -> Json:
    desk.world.deadline(float(form["seconds"]))
    return {}


VERBS: tuple[Verb, ...] = (
    say,
    dm,
    edit,
    delete,
    react,
    slash,
    context_menu,
    click,
    choose,
    submit,
    guild,
    channel,
    person,
    close_dms,
    open_dms,
    leave,
    reconnect,
    fault,
    answer_429,
    deadline,
)


def routes(world: "DiscordWorld") -> list[web.RouteDef]:
    """The control's addresses, to be served beside the API."""
    desk = Desk(world)
    screens = views.Screens(world.realm)
    return [
        web.get("/_world/state", _local(screens.state)),
        web.get("/_world/messages", _local(screens.messages)),
        web.get("/_world/calls", _local(screens.calls)),
        web.get("/_world/events", _local(screens.events)),
        *(web.post(f"/_world/{verb.__name__}", _local(_played(desk, verb))) for verb in VERBS),
        web.options("/_world/{verb}", _local(_preflight)),
    ]


Responder = Callable[[web.Request], Awaitable[web.StreamResponse]]


def _played(desk: Desk, verb: Verb) -> Responder:
    async def respond(request: web.Request) -> web.StreamResponse:
        try:
            form = await request.json() if request.can_read_body else {}
            return web.json_response(await verb(desk, form))
        except CannotDo as refusal:
            return web.json_response({"error": str(refusal)}, status=409)
        except NothingHappened as silence:
            return web.json_response({"error": str(silence)}, status=504)
        except (KeyError, TypeError, ValueError) as wrong:
            return web.json_response({"error": f"bad request: {wrong!r}"}, status=400)

    return respond


async def _preflight(request: web.Request) -> web.StreamResponse:
    del request
    allowed = {
        "Access-Control-Allow-Methods": "POST",
        "Access-Control-Allow-Headers": "Content-Type",
    }
    return web.Response(status=204, headers=allowed)


def _local(respond: Responder) -> Responder:
    """Refuse what a page of somebody else's, open in the same browser, might send."""

    async def guarded(request: web.Request) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        hosts = {urlsplit(f"//{request.host}").hostname}
        if origin is not None:
            hosts.add(urlsplit(origin).hostname)
        if not hosts <= LOOPBACK:
            raise web.HTTPForbidden(text="loopback only")
        response = await respond(request)
        if origin is not None and not response.prepared:
            response.headers["Access-Control-Allow-Origin"] = origin
        return response

    return guarded
