"""Gateway sessions: who hears what, and what is told again to those who resume."""

import asyncio
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from aiohttp import web

from sandbox.discord_world import intents
from sandbox.discord_world.ledger import Frame, Ledger

KEPT_EVENTS = 10_000
KEPT_SECONDS = 180.0
Make = Callable[[bool], dict[str, Any]]


class Line:
    """One open websocket; what is put on it is sent in order, by a task of its own."""

    def __init__(
        self, socket: web.WebSocketResponse, request: web.Request, ledger: Ledger
    ) -> None:
        self.socket = socket
        self._transport = request.transport
        self._ledger = ledger
        self._queue: asyncio.Queue[Frame | int] = asyncio.Queue()
        self.closing = False
        self._pump = asyncio.create_task(self._send_all())

    def put(self, frame: Frame) -> None:
        self._queue.put_nowait(frame)

    def close(self, code: int) -> None:
        """Close after what is still to be sent."""
        self._queue.put_nowait(code)

    def abort(self) -> None:
        """Cut the cable: no close frame, no goodbye."""
        self._pump.cancel()
        if self._transport is not None:
            self._transport.abort()

    async def finish(self) -> None:
        """Nothing more is read. A close under way is brought to its end, or its code is lost."""
        if not self.closing:
            self._pump.cancel()
        await asyncio.wait({self._pump}, timeout=1)

    async def _send_all(self) -> None:
        while True:
            frame = await self._queue.get()
            try:
                if isinstance(frame, int):
                    self.closing = True
                    await self.socket.close(code=frame)
                    return
                await self.socket.send_str(frame.text())
            except ConnectionError:
                return
            self._ledger.frames.append(frame)


@dataclass(eq=False)
class Session:
    shard: int
    shards: int
    intents: int
    id: str = field(default_factory=lambda: secrets.token_hex(16))
    seq: int = 0
    line: Line | None = None
    resumable: bool = True
    lost_at: float = 0.0
    log: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=KEPT_EVENTS))

    def covers(self, guild: str | None) -> bool:
        """Whether this shard hears of that guild; private messages go to shard 0."""
        return (int(guild) >> 22) % self.shards == self.shard if guild else self.shard == 0


class Sessions:
    """All sessions of the one bot, connected or waiting to be resumed."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._all: dict[str, Session] = {}
        self.recommended = 1

    def live(self, shard: int | None = None) -> list[Session]:
        return [
            session
            for session in self._all.values()
            if session.line is not None and shard in {None, session.shard}
        ]

    def open(self, session: Session) -> None:
        self._all[session.id] = session

    def resumable(self, session_id: str, seq: int) -> Session | None:
        """The session, if it may go on after event number `seq`."""
        self._bury()
        session = self._all.get(session_id)
        if session is None or not session.resumable or seq > session.seq:
            return None
        first = session.log[0]["s"] if session.log else session.seq + 1
        return session if seq + 1 >= first else None

    def lose(self, session: Session, line: Line) -> None:
        """The socket is gone; the session waits a while to be resumed."""
        if session.line is not line:
            return
        session.line = None
        session.lost_at = asyncio.get_running_loop().time()
        if not session.resumable:
            self._all.pop(session.id, None)

    def forget(self) -> None:
        """Nobody can be resumed any more; those who are connected stay so."""
        for session in list(self._all.values()):
            session.resumable = False
            if session.line is None:
                del self._all[session.id]

    def end(self, session: Session) -> None:
        self._all.pop(session.id, None)

    def tell(self, event: str, make: Make, guild: str | None) -> None:
        """An event, to each session whose intents and shard cover it.

        `make(content)` builds what is told, with or without the words of other people.
        """
        self._bury()
        intent = intents.needed(event, guild is not None)
        for session in self._all.values():
            if session.covers(guild) and (not intent or session.intents & intent):
                content = bool(session.intents & intents.MESSAGE_CONTENT)
                self.send_event(session, event, make(content))

    def send_event(self, session: Session, event: str, data: dict[str, Any]) -> None:
        session.seq += 1
        frame = {"op": 0, "t": event, "s": session.seq, "d": data}
        session.log.append(frame)
        if session.line is not None:
            self.send(session.line, session, frame)

    def send(self, line: Line, session: Session | None, frame: dict[str, Any]) -> None:
        line.put(self._frame("out", session, frame))

    def heard(self, session: Session | None, frame: dict[str, Any]) -> None:
        self._ledger.frames.append(self._frame("in", session, frame))

    def _frame(
        self, way: Literal["in", "out"], session: Session | None, frame: dict[str, Any]
    ) -> Frame:
        name, shard = (session.id, session.shard) if session else ("", 0)
        return Frame(way, name, shard, frame["op"], frame.get("t"), frame.get("d"), frame.get("s"))

    def _bury(self) -> None:
        now = asyncio.get_running_loop().time()
        for session in list(self._all.values()):
            if session.line is None and now - session.lost_at > KEPT_SECONDS:
                del self._all[session.id]
