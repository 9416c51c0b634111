"""The places and the people of an evening, and how fast its time runs."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from sandbox.discord_world.permissions import BITS, SPARE
from sandbox.discord_world.state import Channel, Guild, Message, Person, Role
from sandbox.people import DISCORD_NAMES, TWITCH_NAMES, Fate, Player
from sandbox.stage import Stage
from sandbox.stories.counting import Yeses
from sandbox.stories.telling import Telling
from sandbox.twitch_world.state import Stream, Viewer

NIGHT, WAITING, PLAYING = 14_400.0, 900.0, 30.0  # house seconds in a second
CALM = 0.3  # seconds without a call of the bot's, after which it has nothing to do
MOST_LINES = 500  # messages in five seconds and channel: a whole evening in half a minute


@dataclass
class Places:
    guild: Guild
    lounge: Channel  # the channel that will be watched
    arena: Channel  # the channel of the tournament
    hub: Guild  # the organisation's own server
    mediators: Role
    stream: Stream


@dataclass
class Cast:
    owner: Person  # runs the server
    mediator: Person
    lune: Stream  # the streamer
    zoe: Player  # said yes twice
    noe: Player  # writes the same words, and never said yes
    linked: Player  # one person with two accounts
    players: list[Player] = field(default_factory=list)
    viewers: list[Viewer] = field(default_factory=list)


def brisk(waiting: bool) -> float:
    """The pace of an evening that nobody watches."""
    return WAITING if waiting else PLAYING


@dataclass
class Guest:
    """Whoever sits before the page, and the seat that is kept for them."""

    player: Player
    plays: float = 0.0  # when one of their matches was last seen open, on the loop's clock


@dataclass
class Evening:
    """Everything that the parts of a story share."""

    stage: Stage
    tell: Telling
    fate: Fate
    luck: Random
    places: Places
    cast: Cast
    yeses: Yeses = field(default_factory=Yeses)
    busy: set[str] = field(default_factory=set)  # who must not be hurried past
    said: int = 0  # chat messages that people wrote, on both platforms
    messages: list[Message] = field(default_factory=list)  # those on Discord
    facts: dict[str, object] = field(default_factory=dict)
    overlay: str = ""
    pace: Callable[[bool], float] = brisk
    breath: float = 0.0  # seconds between two things that people do, where somebody watches
    guest: Guest | None = None
    _calls: tuple[int, float] = (0, 0.0)  # of the bot's so far, and since when no more

    def hurry(self, *, waiting: bool) -> None:
        """Let time run when everybody only waits for it, and slow down when somebody acts.

        Not while the bot is at work: its clock never runs ahead of what the machine at hand does.
        """
        now, calls = asyncio.get_running_loop().time(), len(self.stage.discord.ledger.calls)
        if calls != self._calls[0]:
            self._calls = calls, now
        calm = now - self._calls[1] > CALM
        self.stage.run_at(self.pace(waiting and calm and not self.busy))

    async def wait_for(self, look: Callable[[], bool], seconds: float, what: str) -> None:
        """Wait, and let time run meanwhile where nobody acts."""

        def seen() -> bool:
            self.hurry(waiting=True)
            return look()

        try:
            await self.stage.discord.until(seen, seconds, what)
        finally:
            self.hurry(waiting=False)

    def say(self, player: Player, text: str, channel: Channel | None = None) -> Message:
        message = self.stage.discord.say(player.on_discord, channel or self.places.lounge, text)
        self.messages.append(message)
        self.said += 1
        return message

    async def chat(self, viewer: Viewer, text: str) -> None:
        await self.stage.twitch.chat(viewer, self.places.stream, text)
        self.said += 1


async def prepare(stage: Stage, tell: Telling, seed: int, language: str) -> Evening:
    """Found the servers and the stream, and let everybody in."""
    luck = Random(seed)  # noqa: S311 - a story, no secret
    discord, twitch = stage.discord, stage.twitch
    guild = discord.add_guild("La Guilde du Nord", locale=language, bot=False)
    # More than it needs: for the notice where words are read, and for the list of events.
    discord.invite_bot(guild, SPARE | BITS["pin_messages"] | BITS["create_events"])
    hub = discord.add_guild("Passerelle", locale=language)
    mediators = discord.add_role(hub, "mediators")
    stream = twitch.add_stream("lune_tv", "Lune", language)
    stream.moderators.add(twitch.bot_id)  # what we ask of every streamer: 100 lines, not 20
    places = Places(
        guild=guild,
        lounge=discord.add_channel(guild, "salon"),
        arena=discord.add_channel(guild, "tournoi"),
        hub=hub,
        mediators=mediators,
        stream=stream,
    )
    cast = _cast(stage, places, luck, language)
    # Our own Discord lets more through in a second than the other one.
    discord.limit("POST /channels/{channel_id}/messages", MOST_LINES, 5)
    discord.limit("PATCH /channels/{channel_id}/messages/{message_id}", MOST_LINES, 5)
    stage.extra = {
        "MARAUDE_MEDIATION__HUB_GUILD": hub.id,
        "MARAUDE_MEDIATION__MEDIATOR_ROLE": mediators.id,
        "MARAUDE_ORGANISATION__NAME": "Passerelle",
        "MARAUDE_ORGANISATION__MEDIATOR": "Sarah",
        "MARAUDE_TWITCH__LINES_PER_30S": "90",
        **stage.extra,
    }
    return Evening(stage, tell, Fate(seed), luck, places, cast)


def _cast(stage: Stage, places: Places, luck: Random, language: str) -> Cast:
    discord, twitch = stage.discord, stage.twitch
    owner = discord.add_person(
        "Camille", places.guild, locale=language, permissions=["manage_guild"]
    )
    mediator = discord.add_person("sarah.m", places.hub, locale=language, roles=[places.mediators])
    players = [
        Player(
            name,
            strength=luck.uniform(0.5, 2.0),
            discord=discord.add_person(name, places.guild, locale=language),
        )
        for name in DISCORD_NAMES
    ]
    players += [
        Player(name, strength=luck.uniform(0.5, 2.0), twitch=twitch.add_viewer(name))
        for name in TWITCH_NAMES
    ]
    by_name = {player.name: player for player in players}
    linked = by_name["Yanis"]
    linked.twitch = twitch.add_viewer("yanis_plays")
    viewers = [player.twitch for player in players if player.twitch]
    viewers += [twitch.add_viewer(f"viewer_{number}") for number in range(1, 9)]
    return Cast(
        owner=owner,
        mediator=mediator,
        lune=places.stream,
        zoe=by_name["Zoé"],
        noe=by_name["Noé"],
        linked=linked,
        players=players,
        viewers=viewers,
    )
