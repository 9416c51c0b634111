"""`!parler`: one public line, in the same bytes for whoever types it and for whatever reason."""

from core.clock import Clock
from core.people import Voice
from platforms.twitch_client.hearing import Patience, Said
from prompts import Texts

QUIET = 30.0  # seconds of house time between two of these lines in one chat: it still stands there


class MediationTwitch:
    """What is typed after the word is not looked at: nothing private belongs in a public chat."""

    def __init__(self, texts: Texts, clock: Clock, url: str) -> None:
        self._texts = texts
        self._clock = clock
        self._url = url
        self._patience = Patience(QUIET)  # a cache: which chats have just had their line

    async def talk(self, said: Said) -> str | None:
        """In the chat's language, not the person's own: another line would point at them."""
        if not self._patience.allows(said.venue.id, self._clock.seconds()):
            return None
        return self._texts.say(Voice(said.language), "mediation-twitch-line", url=self._url)
