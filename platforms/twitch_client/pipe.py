"""The conduit: one pipe for every chat, made once, and what is subscribed on it."""

import asyncio
import logging
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import aiohttp
import twitchio
import twitchio.eventsub.websockets
import twitchio.http
from twitchio.authentication.tokens import ManagedHTTPClient
from twitchio.eventsub import (
    ChatMessageSubscription,
    SubscriptionPayload,
    UserAuthorizationRevokeSubscription,
)
from twitchio.eventsub.websockets import Websocket, WebsocketClosed

from config.settings import Settings, Twitch
from core.courier import Sent
from platforms.twitch_client.wire import Refused
from storage.marks import Marks

if TYPE_CHECKING:
    from twitchio.types_.conduits import ReconnectMessage, ShardUpdateTransport

MARK = "twitch.conduit"
MAKING = "making:"  # what is kept while one is being made: the conduits that were there before
ALREADY, FORBIDDEN = 409, (400, 401, 403)  # HTTP statuses
SURELY_NOT = (401, 429, 503)  # HTTP statuses after which a line was certainly not said
log = logging.getLogger(__name__)

Away = (twitchio.TwitchioException, aiohttp.ClientError, OSError, TimeoutError, Refused)
Told = Callable[[str, Any], bool]  # an event of TwitchIO's, and whether it was ours


def point_at(settings: Settings) -> None:
    """Have TwitchIO speak to the configured addresses; `config` lets no stranger's through."""
    twitchio.http.Route.BASE = settings.twitch.helix_url
    twitchio.http.Route.ID_BASE = settings.twitch.id_url
    twitchio.eventsub.websockets.WSS = settings.twitch.eventsub_url
    Websocket._process_reconnect = _move  # type: ignore[assignment, method-assign]  # noqa: SLF001 - see there
    # Below this it writes prose, and events of ours that it does not know to be handled.
    logging.getLogger("twitchio").setLevel(logging.CRITICAL)


async def _move(socket: Websocket, order: "ReconnectMessage") -> None:
    """Go over to another socket, and listen to this one meanwhile.

    TwitchIO stops listening as soon as it is told to move, and loses what is said until it has.
    """
    url = order["payload"]["session"]["reconnect_url"]
    going = asyncio.create_task(socket._reconnect(url))  # noqa: SLF001 - nothing public moves it
    socket._connection_tasks.add(going)  # noqa: SLF001 - so that it is not lost on the way
    going.add_done_callback(socket._connection_tasks.discard)  # noqa: SLF001


async def conduit(api: ManagedHTTPClient, marks: Marks) -> str:
    """The id of our conduit. Stopped while making one, we find it again at the next start.

    Twitch gives an application five, and TwitchIO would take over any (T14).
    """
    there = {str(one["id"]) for one in (await api.get_conduits())["data"]}
    kept = await marks.get(MARK) or ""
    if kept in there:
        return kept
    if kept.startswith(MAKING):
        orphans = there - set(kept.removeprefix(MAKING).split(","))
        made = orphans.pop() if orphans else None
    else:
        await marks.put(MARK, MAKING + ",".join(sorted(there)))
        made = None
    if made is None:
        made = str((await api.create_conduit(1))["data"][0]["id"])
        log.info("twitch.conduit_made", extra={"platform": "twitch"})
    await marks.put(MARK, made)
    return made


class Pipe(twitchio.AutoClient):
    """TwitchIO's client, on our conduit. It keeps no token, opens no page and runs no command."""

    def __init__(
        self, settings: Twitch, conduit_id: str, session: aiohttp.ClientSession, told: Told
    ) -> None:
        super().__init__(
            client_id=settings.client_id,
            client_secret=settings.client_secret,
            bot_id=settings.bot_id,
            conduit_id=conduit_id,
            shard_ids=[0],
            session=session,
            fetch_client_user=False,
        )
        self._told = told

    def dispatch(self, event: str, payload: Any | None = None) -> None:  # noqa: ANN401 - TwitchIO's
        # Ours are told here and at once: TwitchIO would start a task that nobody keeps (T13).
        if not self._told(event, payload):
            super().dispatch(event, payload)

    async def load_tokens(self, path: str | None = None, /) -> None:
        """None: there is only the application's own, and it is the wire's."""

    async def save_tokens(self, path: str | None = None, /) -> None:
        """None: TwitchIO would write them in clear into the working directory (T5)."""

    @property
    def is_heard(self) -> bool:
        return any(socket.connected for socket in self.conduit_info.websockets.values())

    async def say(self, stream_id: str, text: str, answers: str) -> Sent:
        """Say a line with the application's token, as an answer to another one or to nothing."""
        try:
            await self.create_partialuser(stream_id).send_message(
                text, sender=self.bot_id or "", reply_to_message_id=answers or None
            )
        except (Refused, aiohttp.ClientConnectorError):
            return Sent.LATER
        except twitchio.HTTPException as error:
            log.warning("twitch.not_said", extra={"status": error.status})
            return Sent.LATER if error.status in SURELY_NOT else Sent.CLOSED
        except Away as error:
            # Dropped by AutoMod, or lost on the way and perhaps said: never once more.
            log.warning("twitch.not_said", extra={"error": type(error).__name__})
            return Sent.CLOSED
        return Sent.DELIVERED

    async def _websocket_closed(self, payload: WebsocketClosed) -> None:
        """A socket has gone. After a reconnect order its successor already carries the shard.

        TwitchIO would open a third one beside it, and twice as many at every further order.
        """
        moved = self._websockets.pop(None, {})  # type: ignore[call-overload]  # no user's: ours
        for socket in moved.values():
            shards = self.conduit_info._sockets  # noqa: SLF001 - there is no other way in
            shards["0"] = socket
            made = self.conduit_info.conduit
            if made is not None:
                session = socket.session_id or ""
                here: ShardUpdateTransport = {"method": "websocket", "session_id": session}
                await made.update_shards([{"id": "0", "transport": here}])
            return
        await super()._websocket_closed(payload)


class Subscriptions:
    """What should be subscribed, what is, and how the second becomes the first."""

    def __init__(self, api: ManagedHTTPClient, settings: Twitch, conduit_id: str) -> None:
        self._api = api
        self._settings = settings
        self._conduit = conduit_id

    async def reconcile(self, streams: Iterable[str]) -> set[str]:
        """Subscribe to what is missing and drop what is not wanted. The streams that refused."""
        wanted = {_key(one.type, one.condition): one for one in self._wanted(streams)}
        page = await self._api.get_eventsub_subscription(conduit_id=self._conduit)
        async for one in page.subscriptions:
            key = _key(str(one.type), one.condition)
            if one.status == "enabled" and key in wanted:
                del wanted[key]
            else:
                await self._api.delete_eventsub_subscription(one.id)
        refused = set()
        for one in wanted.values():
            if not await self._subscribe(one):
                refused.add(str(one.condition.get("broadcaster_user_id", "")))
        return refused

    async def add(self, stream_id: str) -> bool:
        """Hear this chat. False where its owner has not let us in."""
        return await self._subscribe(self._chat(stream_id))

    def _wanted(self, streams: Iterable[str]) -> list[SubscriptionPayload]:
        mine = UserAuthorizationRevokeSubscription(client_id=self._settings.client_id)
        return [mine, *(self._chat(stream_id) for stream_id in streams)]

    def _chat(self, stream_id: str) -> SubscriptionPayload:
        chat: SubscriptionPayload = ChatMessageSubscription(
            broadcaster_user_id=stream_id, user_id=self._settings.bot_id
        )
        return chat

    async def _subscribe(self, wanted: SubscriptionPayload) -> bool:
        try:
            await self._api.create_eventsub_subscription(
                type=twitchio.eventsub.SubscriptionType(wanted.type),
                version=wanted.version,
                condition=wanted.condition,
                transport={"method": "conduit", "conduit_id": self._conduit},
                token_for=None,
            )
        except twitchio.HTTPException as error:
            if error.status == ALREADY:
                return True
            if error.status not in FORBIDDEN:
                raise
            log.warning("twitch.not_let_in", extra={"platform": "twitch", "status": error.status})
            return False
        return True


def _key(kind: str, condition: Any) -> tuple[str, frozenset[tuple[str, str]]]:  # noqa: ANN401
    return kind, frozenset((str(k), str(v)) for k, v in dict(condition).items() if v)
