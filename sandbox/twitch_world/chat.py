"""A chat: how a line is written down, and the event that tells of it."""

import uuid
from dataclasses import dataclass

from sandbox.twitch_world.eventsub import Frame, Sockets
from sandbox.twitch_world.state import Account, Line, State, Stream


@dataclass(frozen=True)
class Draft:
    """A line that somebody is about to say."""

    author: Account
    stream: Stream
    text: str
    reply_to: Line | None = None
    source: Stream | None = None  # in a shared chat: the channel where it was really said
    by_bot: bool = False


class Chat:
    def __init__(self, state: State, sockets: Sockets) -> None:
        self._state = state
        self._sockets = sockets

    async def say(self, draft: Draft) -> Line:
        """Everybody in the chat sees it, and every subscription that may is told of it."""
        line = Line(
            id=str(uuid.uuid4()),
            stream=draft.stream,
            author=draft.author,
            text=" ".join(draft.text.split("\n")),
            at=self._state.now(),
            reply_to=draft.reply_to,
            source=draft.source,
            by_bot=draft.by_bot,
        )
        await self._state.keep(line)
        for reader in tuple(self._readers(line.stream)):
            await self._sockets.deliver(
                "channel.chat.message",
                _event(line),
                broadcaster_user_id=line.stream.id,
                user_id=reader,
            )
        return line

    def _readers(self, stream: Stream) -> set[str]:
        return {
            one.condition["user_id"]
            for one in self._sockets.subscriptions.values()
            if one.type == "channel.chat.message"
            and one.condition["broadcaster_user_id"] == stream.id
        }


def _event(line: Line) -> Frame:
    return {
        **_names("broadcaster_user", line.stream),
        **_names("chatter_user", line.author),
        "message_id": line.id,
        "message": {"text": line.text, "fragments": [_fragment(line.text)]},
        "color": "",
        "badges": _badges(line.author, line.stream),
        "message_type": "text",
        "cheer": None,
        "reply": _reply(line.reply_to) if line.reply_to else None,
        "channel_points_custom_reward_id": None,
        "channel_points_animation_id": None,
        **_names("source_broadcaster_user", line.source),
        "source_message_id": str(uuid.uuid4()) if line.source else None,
        "source_badges": _badges(line.author, line.source) if line.source else None,
        "is_source_only": False if line.source else None,
    }


def _names(prefix: str, account: Account | None) -> Frame:
    return {
        f"{prefix}_id": account.id if account else None,
        f"{prefix}_login": account.login if account else None,
        f"{prefix}_name": account.name if account else None,
    }


def _fragment(text: str) -> Frame:
    return {"type": "text", "text": text, "cheermote": None, "emote": None, "mention": None}


def _badges(author: Account, stream: Stream) -> list[Frame]:
    if author is stream:
        return [{"set_id": "broadcaster", "id": "1", "info": ""}]
    if author.id in stream.moderators:
        return [{"set_id": "moderator", "id": "1", "info": ""}]
    return []


def _reply(parent: Line) -> Frame:
    first = parent
    while first.reply_to:
        first = first.reply_to
    return {
        "parent_message_id": parent.id,
        "parent_message_body": parent.text,
        **_names("parent_user", parent.author),
        "thread_message_id": first.id,
        **_names("thread_user", first.author),
    }
