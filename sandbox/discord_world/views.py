"""The world as JSON, for scripts and pages: what is there, what was said, what happens now."""

import asyncio

from aiohttp import web

from sandbox.discord_world.answer import Answer
from sandbox.discord_world.realm import Realm
from sandbox.discord_world.state import PRIVATE_THREAD, Channel, Guild, Json

PING_SECONDS = 15.0


def answer(realm: Realm, given: Answer) -> Json:
    """What came back; `answer` is the name to give to a later `submit`."""
    shape: Json = {
        "answer": given.interaction.id,
        "type": given.type,
        "text": given.text,
        "ephemeral": given.ephemeral,
        "deferred": given.deferred,
        "message": realm.whole_message(given.message) if given.message else None,
        "follow_ups": [realm.whole_message(each) for each in given.follow_ups],
        "modal": None,
    }
    if given.modal is not None:
        shape["modal"] = {
            "title": given.modal.title,
            "custom_id": given.modal.custom_id,
            "components": given.modal.rows,
        }
    return shape


class Screens:
    def __init__(self, realm: Realm) -> None:
        self._realm = realm

    async def state(self, request: web.Request) -> web.StreamResponse:
        """Guilds with their channels and members, people, commands, connections."""
        del request
        realm = self._realm
        people = [
            {
                "id": each.id,
                "name": each.name,
                "locale": each.locale,
                "bot": each.bot,
                "dms_open": each.dms_open,
                "dm": realm.dms[each.id].id if each.id in realm.dms else None,
            }
            for each in realm.people.values()
        ]
        return web.json_response(
            {
                "bot": realm.bot.id,
                "owner": realm.owner.id,
                "connections": len(realm.sessions.live()),
                "guilds": [self._guild(each) for each in realm.guilds.values()],
                "people": people,
                "commands": [each for known in realm.commands.values() for each in known],
            }
        )

    def _guild(self, guild: Guild) -> Json:
        return {
            "id": guild.id,
            "name": guild.name,
            "locale": guild.locale,
            "members": list(guild.members),
            "roles": [{"id": each.id, "name": each.name} for each in guild.roles],
            "channels": [self._channel(each) for each in guild.channels],
        }

    def _channel(self, channel: Channel) -> Json:
        """`readers` is told where not everybody reads."""
        private = channel.kind == PRIVATE_THREAD
        return {
            "id": channel.id,
            "type": channel.kind,
            "name": channel.name,
            "parent": channel.parent.id if channel.parent else None,
            "archived": channel.archived is not None,
            "readers": sorted(self._realm.readers(channel)) if private else None,
        }

    async def messages(self, request: web.Request) -> web.StreamResponse:
        """`?channel=<id>` as everybody sees it, or with `&as=<person>` as that person does."""
        channel = self._realm.channels.get(request.query.get("channel", ""))
        if channel is None:
            return web.json_response({"error": "no such channel"}, status=404)
        viewer = request.query.get("as")
        if viewer is not None and viewer not in self._realm.readers(channel):
            return web.json_response([])
        seen = [
            self._realm.whole_message(each)
            for each in channel.posts
            if not each.deleted and (each.only_for is None or each.only_for.id == viewer)
        ]
        return web.json_response(seen)

    async def calls(self, request: web.Request) -> web.StreamResponse:
        """The bot's REST calls so far, from number `?from=` on."""
        start = int(request.query.get("from", 0))
        return web.json_response(
            [
                {"method": each.method, "path": each.path, "status": each.status}
                for each in self._realm.ledger.calls[start:]
            ]
        )

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events: everything, or with `?as=<person>` what that person sees."""
        screen = self._realm.feed.watch(request.query.get("as"))
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        origin = request.headers.get("Origin")
        if origin is not None:
            response.headers["Access-Control-Allow-Origin"] = origin
        await response.prepare(request)
        await response.write(b": welcome\n\n")
        try:
            while True:
                try:
                    line = await asyncio.wait_for(screen.events.get(), PING_SECONDS)
                    await response.write(f"data: {line}\n\n".encode())
                except TimeoutError:
                    await response.write(b": still here\n\n")
        except ConnectionError:
            return response
        finally:
            self._realm.feed.leave(screen)
