"""The Twitch itself: start it, and do in it what people and the world do."""

from typing import Self

from aiohttp import web

from core.clock import Clock
from sandbox.twitch_world.chat import Chat, Draft
from sandbox.twitch_world.conduits import Conduits
from sandbox.twitch_world.control import Control
from sandbox.twitch_world.eventsub import Sockets
from sandbox.twitch_world.faults import Faults
from sandbox.twitch_world.gate import Gate
from sandbox.twitch_world.helix import Helix
from sandbox.twitch_world.ids import Ids
from sandbox.twitch_world.state import Account, Ledger, Line, Predicate, State, Stream, Viewer
from sandbox.twitch_world.subscriptions import Subscriptions
from sandbox.twitch_world.waiting import wait_for_line

BOT_SCOPES = ("user:read:chat", "user:write:chat", "user:bot")


class TwitchWorld:
    """Listens on loopback only. Every verb is something a person or the platform does."""

    def __init__(self, clock: Clock | None = None) -> None:
        self.state = State((clock or Clock()).now)
        self.faults = Faults()
        self._ids = Ids(self.state)
        self._sockets = Sockets(self.state, self.faults)
        self._chat = Chat(self.state, self._sockets)
        self._runner: web.AppRunner | None = None
        self.port = 0
        bot = self.state.add(Viewer, "Maraude")
        token = self._ids.mint(bot, BOT_SCOPES)
        self.bot_id, self.bot_token, self.bot_refresh = bot.id, token.value, token.refresh

    @classmethod
    async def start(cls, port: int = 0, clock: Clock | None = None) -> Self:
        """A Twitch on 127.0.0.1; port 0 takes any free one."""
        world = cls(clock)
        gate = Gate(world.state, world.faults, world._ids)
        app = web.Application()
        for part in (
            world._ids,
            Helix(world.state, world.faults, gate, world._chat),
            Subscriptions(world.state, world._sockets, gate),
            Conduits(world._sockets, gate),
            world._sockets,
            Control(world),
        ):
            app.add_routes(part.routes())
        world._runner = web.AppRunner(
            app, handle_signals=False, access_log=None, shutdown_timeout=0.2
        )
        await world._runner.setup()
        site = web.TCPSite(world._runner, "127.0.0.1", port)
        await site.start()
        world.port = world._runner.addresses[0][1]
        return world

    async def close(self) -> None:
        await self._sockets.close()
        if self._runner:
            await self._runner.cleanup()

    @property
    def helix_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/helix/"

    @property
    def id_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/id/"

    @property
    def eventsub_url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/ws"

    @property
    def client_id(self) -> str:
        return self.state.client_id

    @property
    def client_secret(self) -> str:
        return self.state.client_secret

    @property
    def ledger(self) -> Ledger:
        return self.state.ledger

    def streams(self) -> list[Stream]:
        return list(self.state.streams())

    def add_stream(
        self, login: str, name: str, language: str = "fr", *, authorised: bool = True
    ) -> Stream:
        """A channel; `authorised` means that its owner has let the bot in (`channel:bot`)."""
        stream = self.state.add(Stream, name, login)
        stream.language = language
        if authorised:
            self.authorise(stream)
        return stream

    def add_viewer(self, name: str) -> Viewer:
        return self.state.add(Viewer, name)

    async def chat(
        self,
        viewer: Account,
        stream: Stream,
        text: str,
        reply_to: Line | None = None,
        source: Stream | None = None,
    ) -> Line:
        """Say a line. With `source`, it was said in that channel of a shared chat."""
        return await self._chat.say(Draft(viewer, stream, text, reply_to, source))

    def user_token(self, account: Account, *scopes: str) -> tuple[str, str]:
        """What the owner of an account gets for saying yes: a token and its refresh token."""
        token = self._ids.mint(account, scopes)
        return token.value, token.refresh

    def sign_in(self, account: Account | None) -> None:
        """Say who sits before the browser that will ask `authorize`."""
        self._ids.visitor = account

    def authorise(self, stream: Stream) -> None:
        self.state.grants.setdefault(stream.id, set()).add("channel:bot")

    async def revoke(self, stream: Stream) -> None:
        """The owner takes everything back: tokens, subscriptions, and the app is told."""
        self.state.grants.pop(stream.id, None)
        self._ids.forget(stream)
        for one in tuple(self._sockets.subscriptions.values()):
            theirs = one.condition.get("broadcaster_user_id") == stream.id
            if theirs and one.type == "channel.chat.message":
                await self._sockets.withdraw(one, "authorization_revoked")
        told = {"client_id": self.client_id, "user_id": stream.id, "user_login": stream.login}
        await self._sockets.deliver(
            "user.authorization.revoke",
            {**told, "user_name": stream.name},
            client_id=self.client_id,
        )

    async def go_live(self, stream: Stream) -> None:
        stream.live = True
        details: dict[str, object] = {
            "id": f"9{stream.id}",
            "type": "live",
            "started_at": self.state.stamp(),
        }
        await self._tell_of(stream, "stream.online", details)

    async def go_offline(self, stream: Stream) -> None:
        stream.live = False
        await self._tell_of(stream, "stream.offline", {"id": f"9{stream.id}"})

    async def order_reconnect(self) -> int:
        """Ask every socket to come back elsewhere. How many were asked."""
        return await self._sockets.order_reconnect()

    def abort(self) -> int:
        """Cut every socket on the wire. How many were cut."""
        return self._sockets.abort()

    def deliver_twice(self, times: int = 1) -> None:
        """The next notifications arrive twice, under the same message id."""
        self.faults.doubles += times

    def expire_tokens(self) -> None:
        self._ids.expire()

    def refuse_tokens(self, *, on: bool = True) -> None:
        """Answer "Invalid OAuth token" to everybody, a brand-new token included."""
        self.faults.refuses_tokens = on

    def answer_429(self, prefix: str, after: float) -> None:
        """For `after` seconds, Helix paths that begin with `prefix` are answered 429."""
        self.faults.be_busy(prefix, after)

    def hurry(self, faster: int) -> None:
        """Let through so many times what Twitch does, for a clock that runs as much faster."""
        self.faults.faster = faster

    def drop_next_line(self, reason: str = "automod_held") -> None:
        self.faults.drops.append(reason)

    async def wait_for_line(
        self,
        stream: Stream,
        predicate: Predicate,
        timeout: float = 5.0,  # noqa: ASYNC109 - a test's patience
    ) -> Line:
        """The first line, said already or still to come, for which `predicate` holds."""
        return await wait_for_line(stream, predicate, timeout)

    async def _tell_of(self, stream: Stream, kind: str, details: dict[str, object]) -> None:
        names = {
            f"broadcaster_user_{key}": getattr(stream, key) for key in ("id", "login", "name")
        }
        await self._sockets.deliver(kind, {**details, **names}, broadcaster_user_id=stream.id)
