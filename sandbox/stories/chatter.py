"""What people write all evening: ordinary talk, which is nobody's business."""

import asyncio
from datetime import timedelta

from sandbox.people import Player
from sandbox.stories.set import Evening

LINES = {
    "fr": (
        *("gg wp", "on y va quand ?", "bien joué la team", "mdr ce clutch", "jpp de ce lag"),
        *("qui a vu le patch ?", "trop bien la map", "allez les bleus", "je reviens dans 5 min"),
        *("c'était serré", "la prochaine on gagne", "quelqu'un pour une partie après ?", "ez"),
        *("mon clavier a lâché lol", "pizza ce soir", "joli tir", "c'est parti", "aïe", "omg"),
        *("vous êtes trop forts", "je meurs de rire", "revanche !", "je suis mort, respawn"),
        *("j'ai raté mon ulti", "merci Lune pour le live", "coucou tout le monde", "hello"),
        *("il est chaud ce soir", "on se calme", "PogChamp", "quel match", "ça joue bien"),
    ),
    "en": (
        *("gg wp", "when do we start?", "nice one team", "lol that clutch", "this lag again"),
        *("seen the patch?", "love this map", "let's go", "back in 5", "that was close"),
        *("next one is ours", "anyone up for a game later?", "ez", "my keyboard just died lol"),
        *("pizza tonight", "nice shot", "here we go", "ouch", "omg", "you are too good"),
        *("dying of laughter", "rematch!", "dead, respawning", "missed my ult", "hi everyone"),
        *("thanks Lune for the stream", "hot tonight", "calm down", "PogChamp", "what a match"),
    ),
}
BREATH = 0.12  # seconds between two lines


async def chatter(evening: Evening, language: str, lines: int = 170) -> None:
    """Everybody talks, on both platforms, until there is nothing left to say."""
    talkers: list[Player] = [player for player in evening.cast.players if player.discord]
    for number in range(lines):
        text = f"{evening.luck.choice(LINES[language])}{' ' if number % 7 == 0 else ''}".strip()
        if number % 3 == 0:
            await evening.chat(evening.luck.choice(evening.cast.viewers), text)
        else:
            evening.say(evening.luck.choice(talkers), text)
        await asyncio.sleep(BREATH)


FORGOTTEN = timedelta(minutes=46)  # an offer leaves within forty: after that it was forgotten
