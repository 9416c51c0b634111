"""What comes back every week: a button that begins it, and one that ends it."""

from collections.abc import Mapping

from cogs.tournaments.discord_face.speech import at, button, number_at, soon
from cogs.tournaments.service.series import Repeating, Series
from core.courier import Card
from core.people import Voice
from platforms.discord_client.pressing import Press, Pressed
from platforms.discord_client.speaking import plain, replace, say
from prompts import Texts


class Repeats:
    def __init__(self, series: Series, texts: Texts) -> None:
        self._series = series
        self._texts = texts

    def all(self) -> Mapping[str, Press]:
        return {"tournaments.repeat": self.repeat, "tournaments.repeat_stop": self.stop}

    async def repeat(self, press: Pressed) -> None:
        repeating = await self._series.repeat(press.actor, number_at(press.args))
        await say(press.interaction, self._card(press.actor.voice, repeating))

    async def stop(self, press: Pressed) -> None:
        live = await self._series.stop(press.actor, number_at(press.args))
        text = self._texts.say(press.actor.voice, "series-stopped", event=plain(live.event.name))
        await replace(press.interaction, text)

    def _card(self, voice: Voice, repeating: Repeating) -> Card:
        live = repeating.live
        event, starts = plain(live.event.name), at(repeating.starts)
        told = soon(repeating.announced)
        if repeating.anew:
            text = self._texts.say(
                voice, "series-repeats", event=event, starts=starts, announced=told
            )
        else:
            text = self._texts.say(
                voice, "series-repeats-already", event=event, starts=starts, announced=told
            )
        stop = button("repeat_stop", self._texts.say(voice, "series-button-stop"), live.id)
        return Card(text, ((stop,),))
