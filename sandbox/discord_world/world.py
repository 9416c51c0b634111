"""A whole Discord on loopback, and everything one can do in it.

Read `People` for what people do without a button, `Hands` for what they press, choose and fill in,
`Trouble` for what goes wrong on purpose. A test or a story needs this class only.
"""

from collections.abc import Callable, Iterable

from aiohttp import web

from core.clock import Clock
from sandbox.discord_world import control, intents
from sandbox.discord_world.hands import Hands
from sandbox.discord_world.ledger import Ledger
from sandbox.discord_world.people import People
from sandbox.discord_world.realm import Realm
from sandbox.discord_world.server import Server
from sandbox.discord_world.state import Channel, Message, Person
from sandbox.discord_world.trouble import Trouble


class DiscordWorld:
    """`world = await DiscordWorld.start()`, and `await world.close()` at the end."""

    def __init__(self, clock: Clock, granted: int, extra: Iterable[web.RouteDef] = ()) -> None:
        self.realm = Realm(clock, granted)
        self._server = Server(self.realm, [*control.routes(self), *extra])
        self.ledger: Ledger = self.realm.ledger
        self.bot: Person = self.realm.bot
        self.owner: Person = self.realm.owner

        self._let_people_live(People(self.realm))
        self._give_them_hands(Hands(self.realm))
        self._make_trouble_possible(Trouble(self.realm))

    def _let_people_live(self, people: People) -> None:
        self.add_guild = people.add_guild
        self.add_channel = people.add_channel
        self.delete_channel = people.delete_channel
        self.add_role = people.add_role
        self.add_person = people.add_person
        self.join = people.join
        self.leave = people.leave
        self.give_role = people.give_role
        self.invite_bot = people.invite_bot
        self.expel_bot = people.expel_bot
        self.deny_bot = people.deny_bot
        self.say = people.say
        self.edit = people.edit
        self.delete = people.delete
        self.delete_message = people.delete_message
        self.pin = people.pin
        self.unpin = people.unpin
        self.react = people.react
        self.dm = people.dm
        self.close_dms = people.close_dms
        self.open_dms = people.open_dms
        self.dm_messages = people.dm_messages
        self.seen_by = people.seen_by

    def _give_them_hands(self, hands: Hands) -> None:
        self.slash = hands.slash
        self.autocomplete = hands.autocomplete
        self.context_menu = hands.context_menu
        self.click = hands.click
        self.choose = hands.choose
        self.submit = hands.submit

    def _make_trouble_possible(self, trouble: Trouble) -> None:
        self.drop = trouble.drop
        self.abort = trouble.abort
        self.order_reconnect = trouble.order_reconnect
        self.forget_sessions = trouble.forget_sessions
        self.answer_429 = trouble.answer_429
        self.fault = trouble.fault
        self.deadline = trouble.deadline
        self.limit = trouble.limit

    @classmethod
    async def start(
        cls,
        port: int = 0,
        clock: Clock | None = None,
        *,
        granted_intents: int = intents.MESSAGE_CONTENT,
        extra_routes: Iterable[web.RouteDef] = (),
    ) -> "DiscordWorld":
        """Listen on loopback, on a free port when `port` is 0.

        `clock` dates the messages; rate limits and deadlines stay in real time. `granted_intents`
        are the privileged intents that the application holds. `extra_routes` are served on the
        same port, for pages that show this world. Raises `CannotStart` when the port is in use.
        """
        world = cls(clock or Clock(), granted_intents, extra_routes)
        await world._server.open(port)
        return world

    async def close(self) -> None:
        """Cut every connection and free the port."""
        await self._server.close()

    @property
    def port(self) -> int:
        return int(self.realm.host.rpartition(":")[2])

    @property
    def base_url(self) -> str:
        return self.realm.http

    @property
    def api_base(self) -> str:
        return f"{self.realm.http}/api/v10"

    @property
    def gateway_url(self) -> str:
        return f"ws://{self.realm.host}/gw/"

    @property
    def cdn_url(self) -> str:
        return f"{self.realm.http}/cdn"

    @property
    def oauth_url(self) -> str:
        """Where a browser is sent to sign in."""
        return f"{self.realm.http}/oauth2/authorize"

    @property
    def bot_token(self) -> str:
        return self.realm.secrets.bot_token

    @property
    def application_id(self) -> str:
        return self.realm.bot.id

    @property
    def client_secret(self) -> str:
        return self.realm.secrets.client_secret

    def dm_channel(self, person: Person) -> Channel:
        """Where a person uses commands in private, too."""
        return self.realm.dm_with(person)

    async def ready(
        self, seconds: float = 10.0, *, commands: bool = True, shards: int = 1
    ) -> None:
        """Wait until the bot is connected and, unless told otherwise, has registered commands."""

        def up() -> bool:
            live = len(self.realm.sessions.live()) >= shards
            return live and (any(self.realm.commands.values()) or not commands)

        await self.realm.pulse.until(up, seconds, self._missing)

    async def gone(self, seconds: float = 10.0) -> None:
        """Wait until the bot has no connection any more."""
        still = "The bot is still connected"
        await self.realm.pulse.until(lambda: not self.realm.sessions.live(), seconds, still)

    async def wait_for_message(
        self,
        channel: Channel,
        predicate: Callable[[Message], bool] = lambda _: True,
        seconds: float = 5.0,
    ) -> Message:
        """The newest message of the bot's here for which `predicate` holds, ephemeral or not."""
        where = f"#{channel.name}" if channel.guild else "the private conversation"
        said = f"The bot did not say that in {where}; its last words there were "

        def look() -> Message | None:
            mine = self._by_the_bot(channel)
            return next((each for each in reversed(mine) if predicate(each)), None)

        def missing() -> str:
            return said + repr([each.text for each in self._by_the_bot(channel)][-3:])

        return await self.realm.pulse.until(look, seconds, missing)

    async def until(self, look: Callable[[], bool], seconds: float = 5.0, what: str = "") -> None:
        """Wait until something is so; it is looked at whenever this world changes."""
        await self.realm.pulse.until(look, seconds, what or "What was awaited did not happen")

    def _by_the_bot(self, channel: Channel) -> list[Message]:
        return [each for each in channel.posts if each.author is self.bot and not each.deleted]

    def _missing(self) -> str:
        live = len(self.realm.sessions.live())
        names = [each["name"] for known in self.realm.commands.values() for each in known]
        return f"The bot is not ready: {live} connection(s), commands {names}"
