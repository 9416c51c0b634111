"""The gateway: hello, identify, heartbeat, resume, and the ways a session is ended."""

import asyncio
import json
import logging
from collections.abc import Callable

from aiohttp import WSMsgType, web

from sandbox.discord_world import intents, shapes
from sandbox.discord_world.realm import Realm
from sandbox.discord_world.sessions import Line, Session
from sandbox.discord_world.state import Guild, Json

HEARTBEAT_MS = 41_250
SENDS, SENDS_SECONDS = 120, 60.0
log = logging.getLogger("sandbox")


class Refused(Exception):
    """The connection is closed with a code, and the session is not to be resumed."""

    def __init__(self, code: int) -> None:
        super().__init__(str(code))
        self.code = code


class Gateway:
    def __init__(self, realm: Realm) -> None:
        self._realm = realm
        self._lines: set[Line] = set()

    async def connect(self, request: web.Request) -> web.WebSocketResponse:
        """One websocket, from its hello to its end."""
        socket = web.WebSocketResponse(max_msg_size=1 << 16)
        await socket.prepare(request)
        line = Line(socket, request, self._realm.ledger)
        talk = Talk(self._realm, line)
        self._lines.add(line)
        try:
            _check_version(request)
            self._realm.sessions.send(
                line, None, {"op": 10, "d": {"heartbeat_interval": HEARTBEAT_MS}}
            )
            async for frame in socket:
                talk.hear(frame.data if frame.type is WSMsgType.TEXT else "")
        except Refused as refused:
            log.info("gateway.refused", extra={"state": refused.code})
            await socket.close(code=refused.code)
        finally:
            await line.finish()
            talk.end()
            self._lines.discard(line)
            self._realm.pulse.beat()
        return socket

    def close_all(self) -> None:
        for line in list(self._lines):
            line.abort()


class Talk:
    """What was agreed on over one websocket."""

    def __init__(self, realm: Realm, line: Line) -> None:
        self._realm = realm
        self._line = line
        self._session: Session | None = None
        self._heard: list[float] = []

    def hear(self, raw: str) -> None:
        """Answer one frame of the bot's; what it may not say ends the connection."""
        frame = _parse(raw)
        self._realm.sessions.heard(self._session, frame)
        self._count()
        answers: dict[int, Callable[[Json], None]] = {
            1: self._heartbeat,
            2: self._identify,
            3: self._presence,
            4: self._presence,
            6: self._resume,
            8: self._members,
        }
        if frame["op"] not in answers:
            raise Refused(4001)
        if frame["op"] in {3, 4, 8} and self._session is None:
            raise Refused(4003)
        if frame["op"] in {2, 6} and self._session is not None:
            raise Refused(4005)
        data = frame.get("d")
        answers[frame["op"]](data if isinstance(data, dict) else {})

    def end(self) -> None:
        """The socket is gone. After a close of its own the bot does not come back to a session."""
        session = self._session
        if session is None:
            return
        self._realm.sessions.lose(session, self._line)
        said_goodbye = self._line.socket.close_code in {1000, 1001} and not self._line.closing
        if said_goodbye and session.line is None:
            self._realm.sessions.end(session)

    def _count(self) -> None:
        now = asyncio.get_running_loop().time()
        self._heard = [at for at in self._heard if now - at < SENDS_SECONDS] + [now]
        if len(self._heard) > SENDS:
            raise Refused(4008)

    def _heartbeat(self, data: Json) -> None:
        del data
        self._realm.sessions.send(self._line, self._session, {"op": 11})

    def _presence(self, data: Json) -> None:
        """Noted in the ledger, and of no further consequence."""

    def _identify(self, data: Json) -> None:
        realm = self._realm
        self._check_token(data)
        wanted = data.get("intents")
        if not isinstance(wanted, int) or wanted & ~intents.KNOWN:
            raise Refused(4013)
        if wanted & intents.PRIVILEGED & ~realm.granted:
            raise Refused(4014)
        shard, shards = data.get("shard") or (0, 1)
        if not 0 <= shard < shards:
            raise Refused(4010)
        session = Session(shard, shards, wanted)
        session.line = self._line
        self._session = session
        realm.sessions.open(session)
        here = [
            guild
            for guild in realm.guilds.values()
            if realm.bot_in(guild) and session.covers(guild.id)
        ]
        self._ready(session, here)

    def _check_token(self, data: Json) -> None:
        token = str(data.get("token") or "").removeprefix("Bot ")
        if token != self._realm.secrets.bot_token:
            raise Refused(4004)

    def _ready(self, session: Session, guilds: list[Guild]) -> None:
        realm = self._realm
        flags = intents.flags(realm.granted)
        ready = {
            "v": 10,
            "user": shapes.me(realm.bot),
            "guilds": [{"id": guild.id, "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "resume_gateway_url": f"ws://{realm.host}/gw/",
            "shard": [session.shard, session.shards],
            "application": {"id": realm.bot.id, "flags": flags, "flags_new": str(flags)},
            "private_channels": [],
        }
        realm.sessions.send_event(session, "READY", ready)
        if session.intents & intents.GUILDS:
            for guild in guilds:
                whole = shapes.whole_guild(guild, realm.bot)
                realm.sessions.send_event(session, "GUILD_CREATE", whole)
        realm.pulse.beat()

    def _resume(self, data: Json) -> None:
        self._check_token(data)
        sessions = self._realm.sessions
        seq = int(data.get("seq") or 0)
        session = sessions.resumable(str(data.get("session_id")), seq)
        if session is None:
            sessions.send(self._line, None, {"op": 9, "d": False})
            return
        session.line = self._line
        self._session = session
        for frame in list(session.log):
            if frame["s"] > seq:
                sessions.send(self._line, session, frame)
        sessions.send_event(session, "RESUMED", {})
        self._realm.pulse.beat()

    def _members(self, data: Json) -> None:
        """GUILD_MEMBERS_CHUNK, by name or by id; everybody only with the members intent."""
        guild = self._realm.guilds.get(str(data.get("guild_id")))
        session = self._session
        if guild is None or session is None:
            return
        found = list(guild.members.values())
        ids = data.get("user_ids")
        if ids is not None:
            wanted = {str(each) for each in (ids if isinstance(ids, list) else [ids])}
            found = [each for each in found if each.person.id in wanted]
        elif not session.intents & intents.MEMBERS and not data.get("query"):
            found = []
        else:
            start = str(data.get("query") or "").lower()
            found = [each for each in found if each.person.name.lower().startswith(start)]
        chunk: Json = {
            "guild_id": guild.id,
            "members": [shapes.member(each) for each in found[: data.get("limit") or None]],
            "chunk_index": 0,
            "chunk_count": 1,
            "not_found": [],
            "presences": [],
        }
        if data.get("nonce"):
            chunk["nonce"] = data["nonce"]
        self._realm.sessions.send_event(session, "GUILD_MEMBERS_CHUNK", chunk)


def _check_version(request: web.Request) -> None:
    if request.query.get("v", "10") not in {"9", "10"}:
        raise Refused(4012)


def _parse(raw: str) -> Json:
    try:
        frame = json.loads(raw)
    except ValueError:
        raise Refused(4002) from None
    if not isinstance(frame, dict) or not isinstance(frame.get("op"), int):
        raise Refused(4002)
    return frame
