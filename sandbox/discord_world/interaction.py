"""One interaction, from the press of a button to the last follow-up."""

from dataclasses import dataclass, field

from sandbox.discord_world.state import Channel, Json, Message, Person

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = 2, 3, 4, 5
SAY, DEFER, DEFER_UPDATE, UPDATE, SUGGEST, ASK = 4, 5, 6, 7, 8, 9
TOKEN_SECONDS = 900.0


@dataclass(eq=False, slots=True)
class Interaction:
    id: str
    token: str
    kind: int
    person: Person
    channel: Channel
    what: str
    born: float
    deadline: float
    source: Message | None = None
    metadata: Json = field(default_factory=dict)
    reply: int | None = None
    original: Message | None = None
    loading: bool = False
    gone: bool = False
    touched: int = 0
    modal: Json | None = None
    choices: list[Json] | None = None
    follow_ups: list[Message] = field(default_factory=list)

    def late(self, now: float) -> bool:
        """Whether nobody answered in time."""
        return self.reply is None and now > self.born + self.deadline

    def expired(self, now: float) -> bool:
        return now > self.born + TOKEN_SECONDS
