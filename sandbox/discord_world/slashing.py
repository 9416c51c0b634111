"""Finding a slash command by what somebody typed, and putting its options in order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sandbox.discord_world import message_shapes, posting, shapes
from sandbox.discord_world.permissions import names_of
from sandbox.discord_world.posting import Upload
from sandbox.discord_world.realm import Realm
from sandbox.discord_world.shapes import permissions_of
from sandbox.discord_world.state import Channel, Json, Person, Role
from sandbox.discord_world.waiting import CannotDo

SUBCOMMAND, GROUP, BOOLEAN = 1, 2, 5
Value = str | int | float | bool | Person | Channel | Role | Upload
KINDS: dict[int, tuple[type, ...]] = {
    3: (str,),
    4: (int,),
    5: (bool,),
    6: (Person,),
    7: (Channel,),
    8: (Role,),
    9: (Person, Role),
    10: (int, float),
    11: (Upload,),
}


@dataclass(slots=True)
class Typed:
    """The data of an interaction, with everything it names spelt out under `resolved`."""

    realm: Realm
    channel: Channel
    resolved: Json = field(default_factory=dict)

    def name(self, value: object) -> object:
        """The value as it travels: things become ids."""
        if isinstance(value, Person):
            self._add("users", value.id, shapes.user(value))
            self._add_member(value)
        elif isinstance(value, Role):
            self._add("roles", value.id, shapes.role(value))
        elif isinstance(value, Channel):
            self._add("channels", value.id, self._channel(value))
        elif isinstance(value, Upload):
            file = posting.attached(self.realm, self.channel, value)
            self.realm.uploads[file.url] = file
            self._add("attachments", file.id, message_shapes.attachment(file))
            return file.id
        return value.id if isinstance(value, Person | Role | Channel) else value

    def _add(self, kind: str, number: str, shape: Json) -> None:
        self.resolved.setdefault(kind, {})[number] = shape

    def _add_member(self, person: Person) -> None:
        guild = self.channel.guild
        if guild is None or person.id not in guild.members:
            return
        here = guild.members[person.id]
        shape = shapes.member(here, with_user=False)
        for key in ("deaf", "mute"):
            del shape[key]
        shape["permissions"] = str(permissions_of(here, guild.owner))
        self._add("members", person.id, shape)

    def _channel(self, channel: Channel) -> Json:
        shape = self.realm.channel_shape(channel)
        kept = ("id", "name", "type", "parent_id", "thread_metadata")
        return {key: shape[key] for key in kept if key in shape} | {"permissions": "0"}


def find(realm: Realm, channel: Channel, kind: int, name: str) -> Json:
    """The command of that name, English or localised, that is offered in this channel."""
    guild = channel.guild.id if channel.guild else None
    offered = [*realm.commands.get(guild, [])] if guild else []
    offered += realm.commands.get(None, [])
    of_kind = [each for each in offered if each["type"] == kind]
    for each in of_kind:
        if name in _names(each):
            return each
    known = ", ".join(sorted(each["name"] for each in of_kind)) or "none"
    raise CannotDo(f"No command {name!r} here; there are: {known}")


def check_may_use(command: Json, person: Person, channel: Channel) -> None:
    """Discord hides a command from those who may not use it, and where it is not offered."""
    contexts = command.get("contexts")
    here = 0 if channel.guild else 1
    allowed = (
        here in contexts if contexts else bool(channel.guild or command.get("dm_permission", True))
    )
    if not allowed or (command.get("guild_id") and channel.guild is None):
        raise CannotDo(f"/{command['name']} is not offered here")
    needs = command.get("default_member_permissions")
    if needs is None or channel.guild is None:
        return
    has = permissions_of(channel.guild.members[person.id], channel.guild.owner)
    if int(needs) & ~has or needs == "0":
        lacks = ", ".join(names_of(int(needs) & ~has))
        raise CannotDo(f"{person.name} lacks {lacks} for /{command['name']}")


def options(
    command: Json, path: list[str], given: Mapping[str, Value], typed: Typed, focused: str = ""
) -> list[Json]:
    """The options of a slash command as the interaction carries them, subcommands included."""
    level = command.get("options") or []
    nested = [each for each in level if each["type"] in {SUBCOMMAND, GROUP}]
    if nested:
        inner = next((each for each in nested if path and path[0] in _names(each)), None)
        if inner is None:
            known = ", ".join(each["name"] for each in nested)
            raise CannotDo(f"/{command['name']} has {known}; not {' '.join(path)!r}")
        inside = options(inner, path[1:], given, typed, focused)
        return [{"name": inner["name"], "type": inner["type"], "options": inside}]
    if path:
        raise CannotDo(f"/{command['name']} has no {path[0]!r}")
    return list(_leaves(command, given, typed, focused))


def _leaves(
    command: Json, given: Mapping[str, Value], typed: Typed, focused: str
) -> Iterator[Json]:
    left = dict(given)
    for each in command.get("options") or []:
        name = next((name for name in left if name in _names(each)), None)
        if name is None:
            if each.get("required") and not focused:
                raise CannotDo(f"/{command['name']} needs {each['name']}")
            continue
        value = left.pop(name)
        here = {"name": each["name"], "type": each["type"]}
        if name == focused:
            yield here | {"value": value, "focused": True}
        else:
            yield here | {"value": typed.name(_fitting(each, value))}
    if left:
        raise CannotDo(f"/{command['name']} has no option {', '.join(left)}")


def _fitting(option: Json, value: Value) -> Value:
    """The value, if Discord would let somebody enter it."""
    if isinstance(value, bool) != (option["type"] == BOOLEAN) or not isinstance(
        value, KINDS[option["type"]]
    ):
        raise CannotDo(f"{option['name']} does not take {value!r}")
    choices = {choice["name"]: choice["value"] for choice in option.get("choices") or []}
    for choice in option.get("choices") or []:
        choices |= dict.fromkeys(
            (choice.get("name_localizations") or {}).values(), choice["value"]
        )
    if choices and value not in choices.values() and value not in choices:
        raise CannotDo(f"{option['name']} is one of {', '.join(choices)}")
    size = len(value) if isinstance(value, str) else value
    low, high = (
        (option.get("min_length"), option.get("max_length"))
        if isinstance(value, str)
        else (option.get("min_value"), option.get("max_value"))
    )
    if isinstance(size, int | float) and not (low or size) <= size <= (high or size):
        raise CannotDo(f"{option['name']} must be between {low} and {high}")
    return choices.get(value, value) if isinstance(value, str) else value


def _names(each: Json) -> set[str]:
    return {each["name"], *(each.get("name_localizations") or {}).values()}
