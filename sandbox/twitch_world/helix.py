"""Helix: who somebody is, who is live, and a line said in a chat."""

import time
from collections import defaultdict, deque
from dataclasses import dataclass

from aiohttp import web

from sandbox.twitch_world.chat import Chat, Draft
from sandbox.twitch_world.faults import Faults
from sandbox.twitch_world.gate import Denied, Gate, as_user, body_of
from sandbox.twitch_world.ids import Token
from sandbox.twitch_world.state import Account, State, Stream

LONGEST = 500  # characters of one line
WINDOW = 30.0  # seconds
PER_WINDOW = 20  # lines of one account in one chat; 100 where it is a moderator
AS_MODERATOR = 100


@dataclass
class Helix:
    state: State
    faults: Faults
    gate: Gate
    chat: Chat

    def __post_init__(self) -> None:
        self._said: defaultdict[tuple[str, str], deque[float]] = defaultdict(deque)

    def routes(self) -> list[web.RouteDef]:
        guard = self.gate.guard
        return [
            web.get("/helix/users", guard(self._users)),
            web.get("/helix/streams", guard(self._streams)),
            web.get("/helix/channels", guard(self._channels)),
            web.post("/helix/chat/messages", guard(self._say)),
            web.post("/helix/whispers", guard(self._whisper)),
            web.post("/helix/polls", guard(self._poll)),
        ]

    async def _users(self, request: web.Request, token: Token) -> web.Response:
        ids, logins = request.query.getall("id", []), request.query.getall("login", [])
        if not ids and not logins:
            ids = [as_user(token)]
        found = [self.state.account(user_id=one) for one in ids]
        found += [self.state.account(login=one) for one in logins]
        return web.json_response({"data": [_user(a, self.state) for a in found if a]})

    async def _streams(self, request: web.Request, _: Token) -> web.Response:
        ids = request.query.getall("user_id", [])
        logins = request.query.getall("user_login", [])
        anybody = not ids and not logins
        found = [
            _live(stream, self.state)
            for stream in self.state.streams()
            if stream.live and (anybody or stream.id in ids or stream.login in logins)
        ]
        return web.json_response({"data": found, "pagination": {}})

    async def _channels(self, request: web.Request, _: Token) -> web.Response:
        asked = [self.state.stream(one) for one in request.query.getall("broadcaster_id", [])]
        if not asked:
            raise Denied(400, "Missing required parameter: broadcaster_id")
        return web.json_response({"data": [_channel(stream) for stream in asked if stream]})

    async def _say(self, request: web.Request, token: Token) -> web.Response:
        body = await body_of(request)
        stream = self.state.stream(str(body.get("broadcaster_id", "")))
        sender = self.state.account(user_id=str(body.get("sender_id", "")))
        if stream is None or sender is None:
            raise Denied(400, "The broadcaster_id or the sender_id is invalid")
        self._may_say(sender, stream, token)
        text = str(body.get("message", ""))
        if not text.strip() or len(text) > LONGEST:
            raise Denied(400, "The message is empty, or longer than 500 characters")
        self._not_too_often(sender, stream)
        reason = self.faults.drop()
        if reason is not None:
            drop = {"code": reason, "message": "Your message was held by AutoMod."}
            return _sent({"message_id": "", "is_sent": False, "drop_reason": drop})
        parent = self.state.lines.get(str(body.get("reply_parent_message_id", "")))
        line = await self.chat.say(Draft(sender, stream, text, reply_to=parent, by_bot=True))
        return _sent({"message_id": line.id, "is_sent": True, "drop_reason": None})

    def _may_say(self, sender: Account, stream: Stream, token: Token) -> None:
        if token.user_id:
            if as_user(token, "user:write:chat") != sender.id:
                raise Denied(401, "The ID in sender_id must match the user ID in the access token")
            return
        mine = self.state.grants.get(sender.id, set())
        if not mine >= {"user:write:chat", "user:bot"}:
            raise Denied(401, "Missing scope: user:write:chat, user:bot")
        welcome = "channel:bot" in self.state.grants.get(stream.id, ())
        if not (welcome or sender is stream or sender.id in stream.moderators):
            raise Denied(403, "The sender is not permitted to chat in the broadcaster's chat room")

    def _not_too_often(self, sender: Account, stream: Stream) -> None:
        said, now = self._said[sender.id, stream.id], time.monotonic()
        while said and said[0] < now - WINDOW:
            said.popleft()
        trusted = sender is stream or sender.id in stream.moderators
        most = AS_MODERATOR if trusted else PER_WINDOW
        if len(said) >= most * self.faults.faster:
            wait = said[0] + WINDOW - now
            raise Denied(429, "The sender has said too much in this chat room", wait)
        said.append(now)

    async def _whisper(self, _: web.Request, token: Token) -> web.Response:
        as_user(token, "user:manage:whispers")
        return web.Response(status=204)  # whether it was delivered or not: nobody is told

    async def _poll(self, request: web.Request, token: Token) -> web.Response:
        owner = as_user(token, "channel:manage:polls")
        body = await body_of(request)
        stream = self.state.stream(owner)
        if stream is None or body.get("broadcaster_id") != owner:
            raise Denied(401, "The ID in broadcaster_id must match the user ID in the token")
        if not stream.broadcaster_type:
            raise Denied(403, f"{stream.login} is not a partner or affiliate")
        raise Denied(503, "This Twitch keeps no polls")


def _sent(data: dict[str, object]) -> web.Response:
    return web.json_response({"data": [data]})


def _user(account: Account, state: State) -> dict[str, object]:
    kind = account.broadcaster_type if isinstance(account, Stream) else ""
    return {
        "id": account.id,
        "login": account.login,
        "display_name": account.name,
        "type": "",
        "broadcaster_type": kind,
        "description": "",
        "profile_image_url": "",
        "offline_image_url": "",
        "view_count": 0,
        "created_at": state.stamp(),
    }


def _live(stream: Stream, state: State) -> dict[str, object]:
    return {
        "id": f"9{stream.id}",
        "user_id": stream.id,
        "user_login": stream.login,
        "user_name": stream.name,
        "game_id": "",
        "game_name": "",
        "type": "live",
        "title": stream.name,
        "tags": [],
        "viewer_count": 0,
        "started_at": state.stamp(),
        "language": stream.language,
        "thumbnail_url": "",
        "tag_ids": [],
        "is_mature": False,
    }


def _channel(stream: Stream) -> dict[str, object]:
    return {
        "broadcaster_id": stream.id,
        "broadcaster_login": stream.login,
        "broadcaster_name": stream.name,
        "broadcaster_language": stream.language,
        "game_id": "",
        "game_name": "",
        "title": stream.name,
        "delay": 0,
        "tags": [],
        "content_classification_labels": [],
        "is_branded_content": False,
    }
