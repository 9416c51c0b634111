"""`!parler` in a real chat: one line for everybody, whatever was typed, and no flood."""

from cogs.mediation.twitch_face import QUIET, MediationTwitch
from core.people import Actor, Handle, PersonId, PlaceId, Platform, Venue, Voice
from platforms.twitch_client.hearing import REST, Said
from prompts import Texts
from tests.doubles import Hands
from tests.platforms.twitch_client.evening import Evening, up

URL = "https://maraude.example/parler"


async def test_it_is_answered_once_and_says_nothing_about_who_typed_it(
    evening: Evening, texts: Texts, clock: Hands
) -> None:
    port, twitch = evening.port(), MediationTwitch(texts, clock, URL)
    port.words.update({("parler", verb): twitch.talk for verb in ("", REST)})
    stream = evening.stream
    await port.follow(stream.id, name=stream.name, language=stream.language)
    async with up(port):
        for typed in ("!parler", "!parler", "!Parler je vais pas bien du tout"):
            await evening.world.chat(evening.viewer, stream, typed)
            await evening.hears("!tournoi")  # answered in turn: what comes before it is through
            clock.forward(seconds=QUIET / 2)
    lines = [line for line in evening.answers() if URL in line]
    assert lines == [lines[0]] * 2
    assert len(lines[0]) <= 500
    assert "Zoé" not in lines[0]


async def test_it_is_in_the_language_of_the_chat_and_not_of_the_person(
    texts: Texts, clock: Hands
) -> None:
    twitch = MediationTwitch(texts, clock, URL)
    told = set()
    for number, own in enumerate(("fr", "en")):
        actor = Actor(PersonId(number), PlaceId(1), Voice(own))
        venue = Venue(Platform.TWITCH, str(number))
        chatter = Handle(Platform.TWITCH, str(number), "Zoé")
        told.add(await twitch.talk(Said(actor, venue, (), chatter, owner=False, language="fr")))
    assert len(told) == 1


async def test_one_chat_is_not_held_up_by_another(texts: Texts, clock: Hands) -> None:
    twitch = MediationTwitch(texts, clock, URL)

    async def typed(stream: str) -> bool:
        actor = Actor(PersonId(1), PlaceId(1))
        chatter = Handle(Platform.TWITCH, "1", "Zoé")
        said = Said(actor, Venue(Platform.TWITCH, stream), (), chatter, owner=False)
        return await twitch.talk(said) is not None

    assert [await typed(stream) for stream in ("a", "a", "b", "b")] == [True, False, True, False]
    clock.forward(seconds=QUIET)
    assert await typed("a")
