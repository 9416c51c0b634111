"""News goes up, and one deaf listener harms no other."""

from core.news import News


async def test_a_listener_that_fails_does_not_spoil_the_news_for_the_next() -> None:
    heard: list[int] = []
    news = News()

    async def fails(fact: int) -> None:
        raise RuntimeError(fact)

    async def hears(fact: int) -> None:
        heard.append(fact)

    news.on(int, fails)
    news.on(int, hears)
    await news.tell(3)
    await news.tell("not for them")
    assert heard == [3]
