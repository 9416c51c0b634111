"""EventSub: sockets, their sessions, and what is delivered to them."""

import asyncio
import contextlib
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field

from aiohttp import WSCloseCode, WSMsgType, web

from sandbox.twitch_world.faults import Faults
from sandbox.twitch_world.state import Entry, State

Frame = dict[str, object]
SPOKE, UNUSED, TOO_LATE = 4001, 4003, 4004  # why a socket is closed


@dataclass(eq=False)
class Session:
    """One websocket. It is used once something is subscribed on it, a conduit's shard included."""

    id: str
    socket: web.WebSocketResponse
    request: web.Request
    keepalive: float
    since: str
    user_id: str = ""  # whose token subscribed here first; nobody else may
    used: bool = False
    quiet: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(eq=False)
class Subscription:
    id: str
    type: str
    version: str
    condition: dict[str, str]
    since: str
    owner: str  # the user whose token asked, or "app"
    session: Session | None = None
    conduit: str = ""
    cost: int = 0
    status: str = "enabled"

    def shown(self) -> dict[str, object]:
        if self.conduit:
            transport = {"method": "conduit", "conduit_id": self.conduit}
        else:
            transport = {
                "method": "websocket",
                "session_id": self.session.id if self.session else "",
            }
        return {
            "id": self.id,
            "status": self.status,
            "type": self.type,
            "version": self.version,
            "condition": self.condition,
            "transport": transport,
            "created_at": self.since,
            "cost": self.cost,
        }


@dataclass(eq=False)
class Shard:
    id: str
    session: Session | None = None
    status: str = "websocket_disconnected"

    def shown(self) -> dict[str, object]:
        transport: dict[str, object] = {"method": "websocket"}
        if self.session:
            transport |= {"session_id": self.session.id, "connected_at": self.session.since}
        return {"id": self.id, "status": self.status, "transport": transport}


class Sockets:
    """Every open session, every subscription, every conduit's shards: what reaches whom."""

    def __init__(self, state: State, faults: Faults) -> None:
        self._state = state
        self._faults = faults
        self.sessions: dict[str, Session] = {}
        self.subscriptions: dict[str, Subscription] = {}
        self.conduits: dict[str, list[Shard]] = {}
        self._moves: dict[str, Session] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/ws", self._open)]

    async def deliver(self, type_: str, event: Frame, **condition: str) -> None:
        """Tell every subscription of this type whose condition agrees."""
        for subscription in tuple(self.subscriptions.values()):
            agrees = subscription.condition.items() <= condition.items()
            if subscription.type == type_ and subscription.status == "enabled" and agrees:
                await self._notify(subscription, event)

    async def withdraw(self, subscription: Subscription, status: str) -> None:
        """A subscription ends because an authorisation did: say so, once."""
        subscription.status = status
        self.subscriptions.pop(subscription.id, None)
        session = self._session_of(subscription)
        if session:
            body: Frame = {"subscription": subscription.shown()}
            await self._send(session, "revocation", body, subscription)

    async def order_reconnect(self) -> int:
        """Ask every client to come back at another address; what it had there goes with it."""
        moved = [s for s in self.sessions.values() if s not in self._moves.values()]
        for session in moved:
            ticket = secrets.token_urlsafe(12)
            self._moves[ticket] = session
            url = session.request.url.with_scheme("ws").with_query(reconnect=ticket)
            body = self._about(session, "reconnecting") | {
                "keepalive_timeout_seconds": None,
                "reconnect_url": str(url),
            }
            await self._send(session, "session_reconnect", {"session": body})
            self._later(self._faults.grace, session, TOO_LATE, "reconnect grace time expired")
        return len(moved)

    def abort(self) -> int:
        """Cut every connection on the wire, without a word."""
        sessions = list(self.sessions.values())
        for session in sessions:
            transport = session.request.transport
            if transport:
                transport.abort()
        return len(sessions)

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        for session in tuple(self.sessions.values()):
            with contextlib.suppress(ConnectionError, asyncio.TimeoutError):
                await session.socket.close(code=WSCloseCode.GOING_AWAY)

    def shards(self) -> Iterator[Shard]:
        return (shard for shards in self.conduits.values() for shard in shards)

    async def _open(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        asked = request.query.get("keepalive_timeout_seconds", "10")
        seconds = float(asked) if asked.isdecimal() else 10.0
        session = Session(
            secrets.token_urlsafe(16),
            socket,
            request,
            min(600.0, max(10.0, seconds)),
            self._state.stamp(),
        )
        self.sessions[session.id] = session
        self._state.ledger.append(Entry("open", "session", session=session.id))
        old = self._moves.pop(request.query.get("reconnect", ""), None)
        if old:
            self._carry_over(old, session)
        await self._send(
            session, "session_welcome", {"session": self._about(session, "connected")}
        )
        self._later(self._faults.unused_after, session, UNUSED, "connection unused")
        beat = asyncio.create_task(self._beat(session))
        try:
            await self._listen(session)
        finally:
            beat.cancel()
            self._gone(session)
        return socket

    async def _listen(self, session: Session) -> None:
        with contextlib.suppress(ConnectionError):
            async for message in session.socket:
                if message.type in (WSMsgType.TEXT, WSMsgType.BINARY):
                    await session.socket.close(code=SPOKE, message=b"client sent inbound traffic")

    async def _beat(self, session: Session) -> None:
        while not session.socket.closed:
            session.quiet.clear()
            try:
                async with asyncio.timeout(session.keepalive):
                    await session.quiet.wait()
            except TimeoutError:
                await self._send(session, "session_keepalive", {})

    def _later(self, seconds: float, session: Session, code: int, why: str) -> None:
        async def end() -> None:
            await asyncio.sleep(seconds)
            if session.id in self.sessions and not (code == UNUSED and session.used):
                self._state.ledger.append(Entry("close", why, code, session=session.id))
                await session.socket.close(code=code, message=why.encode())

        task = asyncio.create_task(end())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _carry_over(self, old: Session, new: Session) -> None:
        new.user_id, new.used = old.user_id, old.used
        for subscription in self.subscriptions.values():
            if subscription.session is old:
                subscription.session = new
        for shard in self.shards():
            if shard.session is old:
                shard.session = new

    def _gone(self, session: Session) -> None:
        self.sessions.pop(session.id, None)
        self._state.ledger.append(Entry("close", "session", session=session.id))
        lost = [s.id for s in self.subscriptions.values() if s.session is session]
        for key in lost:
            del self.subscriptions[key]
        for shard in self.shards():
            if shard.session is session:
                shard.session, shard.status = None, "websocket_disconnected"

    def _session_of(self, subscription: Subscription) -> Session | None:
        if not subscription.conduit:
            return subscription.session
        shards = self.conduits.get(subscription.conduit, [])
        live = [s.session for s in shards if s.session and s.status == "enabled"]
        # A subscription always meets the same shard, as long as that one is there.
        return live[hash(subscription.id) % len(live)] if live else None

    async def _notify(self, subscription: Subscription, event: Frame) -> None:
        session = self._session_of(subscription)
        if session is None:
            return  # nobody is listening: Twitch has no replay
        body: Frame = {"subscription": subscription.shown(), "event": event}
        mark = secrets.token_hex(16)
        await self._send(session, "notification", body, subscription, mark)
        if self._faults.twice():
            await self._send(session, "notification", body, subscription, mark)

    async def _send(
        self,
        session: Session,
        kind: str,
        payload: Frame,
        about: Subscription | None = None,
        mark: str = "",
    ) -> None:
        metadata: Frame = {
            "message_id": mark or secrets.token_hex(16),
            "message_type": kind,
            "message_timestamp": self._state.stamp(),
        }
        if about:
            metadata |= {"subscription_type": about.type, "subscription_version": about.version}
        if session.socket.closed:
            return
        self._state.ledger.append(Entry("frame", kind, body=payload, session=session.id))
        session.quiet.set()
        with contextlib.suppress(ConnectionError):
            await session.socket.send_json({"metadata": metadata, "payload": payload})

    def _about(self, session: Session, status: str) -> Frame:
        return {
            "id": session.id,
            "status": status,
            "keepalive_timeout_seconds": int(session.keepalive),
            "reconnect_url": None,
            "connected_at": session.since,
        }
