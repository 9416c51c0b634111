"""What people press, choose, type after a slash and fill in."""

import asyncio
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sandbox.discord_world import slashing
from sandbox.discord_world.answer import Answer
from sandbox.discord_world.components import BUTTON, SELECTS
from sandbox.discord_world.filling import Fill, chosen, filled, pick
from sandbox.discord_world.interaction import AUTOCOMPLETE, COMMAND, COMPONENT, MODAL, Interaction
from sandbox.discord_world.realm import Realm
from sandbox.discord_world.shapes import locale, member, permissions_of, user
from sandbox.discord_world.slashing import Typed, Value
from sandbox.discord_world.state import DM, Channel, Json, Message, Person
from sandbox.discord_world.waiting import CannotDo

SLASH, OF_A_PERSON, OF_A_MESSAGE = 1, 2, 3
FILE_BYTES = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Act:
    """One thing somebody did, as the bot will be told."""

    kind: int
    data: Json
    what: str
    source: Message | None = None
    before: Interaction | None = None


class Hands:
    """Every verb gives an `Answer` at once; `await` it to have what the bot answered."""

    def __init__(self, realm: Realm) -> None:
        self._realm = realm

    def slash(self, person: Person, where: Channel, path: str, /, **options: Value) -> Answer:
        """Type `/path` with options, each by its English or its French name."""
        typed = Typed(self._realm, where)
        data = self._slash_data(person, where, path, options, typed)
        return self._send(person, where, Act(COMMAND, data, f"/{path}"))

    def autocomplete(
        self, person: Person, where: Channel, path: str, focused: str, /, **options: Value
    ) -> Answer:
        """Type in the option `focused`, without sending; the answer has `choices`."""
        typed = Typed(self._realm, where)
        data = self._slash_data(person, where, path, options, typed, focused)
        return self._send(person, where, Act(AUTOCOMPLETE, data, f"/{path} {focused}: …"))

    def context_menu(
        self, person: Person, name: str, target: Message | Person, where: Channel | None = None
    ) -> Answer:
        """Choose an entry of the menu on a message or, somewhere, on a person."""
        here = target.channel if isinstance(target, Message) else where
        if here is None:
            raise CannotDo("Say in which channel")
        kind = OF_A_MESSAGE if isinstance(target, Message) else OF_A_PERSON
        command = slashing.find(self._realm, here, kind, name)
        slashing.check_may_use(command, person, here)
        typed = Typed(self._realm, here)
        if isinstance(target, Message):
            shape = self._realm.whole_message(target)
            typed.resolved["messages"] = {target.id: shape}
        else:
            typed.name(target)
        data = _command_data(command) | {"target_id": target.id, "resolved": typed.resolved}
        return self._send(person, here, Act(COMMAND, data, f"the menu entry {name!r}"))

    def click(self, person: Person, on: Message | Answer, name: str) -> Answer:
        """Press the button with that custom id or label."""
        message = self._visible(person, on)
        button = pick([each for each in message.components if each.kind == BUTTON], name)
        data = {"custom_id": button.custom_id, "component_type": BUTTON, "id": 1}
        what = f"the button {button.label!r} ({button.custom_id})"
        return self._send(person, message.channel, Act(COMPONENT, data, what, message))

    def choose(
        self, person: Person, on: Message | Answer, name: str, values: Sequence[object]
    ) -> Answer:
        """Choose values (or labels, people, roles, channels) in a menu."""
        message = self._visible(person, on)
        menu = pick([each for each in message.components if each.kind in SELECTS], name)
        typed = Typed(self._realm, message.channel)
        data: Json = {
            "custom_id": menu.custom_id,
            "component_type": menu.kind,
            "id": 1,
            "values": chosen(menu, values, typed),
        }
        if typed.resolved:
            data["resolved"] = typed.resolved
        what = f"the menu {name!r}"
        return self._send(person, message.channel, Act(COMPONENT, data, what, message))

    def submit(self, person: Person, form: Answer, values: Mapping[str, Fill]) -> Answer:
        """Fill in the form that an answer brought, by custom id, and send it."""
        modal, before = form.modal, form.interaction
        if modal is None or before.person is not person:
            raise CannotDo(f"{person.name} has no form before them")
        typed = Typed(self._realm, before.channel)
        data: Json = {
            "custom_id": modal.custom_id,
            "components": filled(modal.rows, values, typed),
        }
        if typed.resolved:
            data["resolved"] = typed.resolved
        what = f"the form {modal.title!r}"
        return self._send(person, before.channel, Act(MODAL, data, what, before.source, before))

    def _slash_data(
        self,
        person: Person,
        where: Channel,
        path: str,
        options: Mapping[str, Value],
        typed: Typed,
        focused: str = "",
    ) -> Json:
        first, *rest = path.split()
        command = slashing.find(self._realm, where, SLASH, first)
        slashing.check_may_use(command, person, where)
        data = _command_data(command)
        data["options"] = slashing.options(command, rest, options, typed, focused)
        return data | ({"resolved": typed.resolved} if typed.resolved else {})

    def _visible(self, person: Person, on: Message | Answer) -> Message:
        message = on.message if isinstance(on, Answer) else on
        if message is None or message.deleted:
            raise CannotDo("There is no message to press anything on")
        if message.only_for not in {None, person}:
            raise CannotDo(f"{person.name} does not see that message")
        return message

    def _send(self, person: Person, where: Channel, act: Act) -> Answer:
        """Tell the bot, and start the clock."""
        realm = self._realm
        if person.id not in realm.readers(where):
            raise CannotDo(f"{person.name} is not in #{where.name}")
        number, token = realm.live_ids.next(), secrets.token_urlsafe(48)
        now = asyncio.get_running_loop().time()
        what = f"{act.what} of {person.name}"
        found = Interaction(
            number, token, act.kind, person, where, what, now, realm.deadline, act.source
        )
        found.metadata = _metadata(found, act)
        realm.interactions[token] = found
        payload = self._payload(found) | {"data": act.data}
        if act.source is not None:
            payload["message"] = realm.whole_message(act.source)
        realm.tell("INTERACTION_CREATE", payload, where.guild)
        return Answer(realm, found)

    def _payload(self, found: Interaction) -> Json:
        realm, where, person = self._realm, found.channel, found.person
        payload: Json = {
            "id": found.id,
            "application_id": realm.bot.id,
            "type": found.kind,
            "token": found.token,
            "version": 1,
            "locale": locale(person.locale),
            "channel_id": where.id,
            "channel": realm.channel_shape(where),
            "attachment_size_limit": FILE_BYTES,
            "app_permissions": str(realm.bot_may(where)),
            "entitlements": [],
            "authorizing_integration_owners": found.metadata["authorizing_integration_owners"],
            "context": 1 if where.kind == DM else 0,
        }
        if where.guild is None:
            return payload | {"user": user(person)}
        here = where.guild.members[person.id]
        may = str(permissions_of(here, where.guild.owner))
        language = locale(where.guild.locale)
        return payload | {
            "guild_id": where.guild.id,
            "guild": {"id": where.guild.id, "locale": language, "features": []},
            "guild_locale": language,
            "member": member(here) | {"permissions": may},
        }


def _metadata(found: Interaction, act: Act) -> Json:
    """What a message says about the interaction it answers."""
    guild = found.channel.guild
    shape: Json = {
        "id": found.id,
        "type": found.kind,
        "user": user(found.person),
        "authorizing_integration_owners": {"0": guild.id if guild else "0"},
    }
    if found.kind == COMPONENT and found.source is not None:
        shape["interacted_message_id"] = found.source.id
    if act.before is not None:
        shape["triggering_interaction_metadata"] = act.before.metadata
    return shape


def _command_data(command: Json) -> Json:
    data: Json = {"id": command["id"], "name": command["name"], "type": command["type"]}
    return data | ({"guild_id": command["guild_id"]} if command.get("guild_id") else {})
