"""The desk and the room in a browser: who may come in, what they see, what is never lost."""

import asyncio
import re
from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio

from cogs.house import House
from cogs.mediation.rules.queue import Urgency
from cogs.mediation.service.cases import Cases, Opened
from tests.doubles import Hands
from tests.mediation.conftest import Cast, asks
from tests.mediation.site import Browser, Oauth, Site, opened, served


@pytest.fixture
def oauth() -> Oauth:
    return Oauth()


@pytest_asyncio.fixture
async def discord_home(oauth: Oauth) -> AsyncIterator[str]:
    async with served(oauth.app()) as home:
        yield home


@pytest_asyncio.fixture
async def site(house: House, oauth: Oauth) -> AsyncIterator[Site]:
    async with opened(house, oauth) as found:
        yield found


async def _asks(house: House, cast_: Cast) -> Opened:
    zoe = await cast_.somebody(1)
    return await asks(house, zoe, Urgency.HARD_NOW, bracket="age_15_17")


async def claimed(lea: Browser) -> str:
    """Léa takes whoever is next: the address of their conversation."""
    async with lea.http.post(f"{lea.home}/desk/next", data={"csrf": await lea.csrf()}) as answer:
        return answer.url.path


async def test_a_mediator_comes_in_and_a_stranger_does_not(site: Site) -> None:
    lea, tom, eve, passer_by = (site.browser() for _ in range(4))
    status, page = await lea.sign_in("lea")
    assert (status, "Lea" in page) == (200, True)
    for browser, name in ((tom, "tom"), (eve, "eve"), (passer_by, "nobody")):
        status, page = await browser.sign_in(name)
        assert status == 409
        assert "rôle de médiation" in page
        assert "Entrer avec Discord" in (await browser.get("/desk"))[1]


async def test_a_code_or_a_state_of_another_browser_is_refused(site: Site) -> None:
    lea, thief = site.browser(), site.browser()
    async with lea.http.get(f"{lea.home}/desk/in", allow_redirects=False) as away:
        state = re.search(r"state=([^&]+)", away.headers["Location"])
    assert state is not None
    status, _ = await thief.get(f"/desk/back?code=lea&state={state[1]}")
    assert status == 409
    assert (await lea.get("/desk/back?code=lea&state=other"))[0] == 409
    assert site.oauth.exchanges == []


async def test_the_sign_in_proves_that_it_began_here(site: Site) -> None:
    lea = site.browser()
    await lea.sign_in("lea")
    assert len(site.oauth.exchanges[0]["code_verifier"]) >= 43
    assert (await site.browser().sign_in("lea"))[0] == 409  # a code is used once


async def test_a_form_that_our_page_did_not_make_does_nothing(
    site: Site, house: House, cast_: Cast
) -> None:
    await _asks(house, cast_)
    lea = site.browser()
    await lea.sign_in("lea")
    for path in ("/desk/next", "/desk/available", "/desk/out", "/desk/claim"):
        assert (await lea.post(path, csrf="wrong", available="yes"))[0] == 403
    assert len(await house.ask(Cases).waiting()) == 1


async def test_a_seat_is_lost_with_the_role_and_with_time(site: Site, clock: Hands) -> None:
    lea = site.browser()
    await lea.sign_in("lea")
    site.oauth.roles["lea"] = []
    assert "Lea" in (await lea.get("/desk"))[1]
    clock.forward(minutes=6)
    assert "Entrer avec Discord" in (await lea.get("/desk"))[1]
    site.oauth.roles["lea"] = ["77"]
    site.oauth.used.clear()
    await lea.sign_in("lea")
    clock.forward(minutes=31)
    assert "Entrer avec Discord" in (await lea.get("/desk"))[1]


async def test_the_desk_shows_a_code_an_age_an_urgency_and_never_a_name(
    site: Site, house: House, cast_: Cast
) -> None:
    await _asks(house, cast_)
    lea = site.browser()
    await lea.sign_in("lea")
    _, page = await lea.get("/desk")
    code = (await house.ask(Cases).waiting())[0].code
    for told in (code, "15-17 ans", "là, c&#39;est dur", "par /parler"):
        assert told in page
    for hidden in ("Zoé", "Les Loutres", "score"):
        assert hidden not in page


async def test_a_talk_goes_both_ways_without_any_script(
    site: Site, house: House, cast_: Cast
) -> None:
    token = (await _asks(house, cast_)).token
    zoe, lea = site.browser(), site.browser()
    _, door = await zoe.get(f"/r/{token}")
    assert "Entrer" in door
    _, room = await zoe.post(f"/r/{token}/enter")
    assert "Sortir vite" in room
    await zoe.post(f"/r/{token}/say", text="<b>coucou</b> http://mal.example", line="n1")
    await lea.sign_in("lea")
    path = await claimed(lea)
    _, page = await lea.get(path)
    assert "&lt;b&gt;coucou&lt;/b&gt; hxxp[:]//mal[.]example" in page
    await lea.post(f"{path}/say", csrf=await lea.csrf(), text="Salut, je suis là", line="n2")
    _, room = await zoe.get(f"/r/{token}")
    assert "Salut, je suis là" in room
    assert "Lea est avec toi" in room


async def test_a_link_opens_nothing_on_another_device(
    site: Site, house: House, cast_: Cast
) -> None:
    token = (await _asks(house, cast_)).token
    zoe, other = site.browser(), site.browser()
    await zoe.post(f"/r/{token}/enter")
    for path in ("", "/lines", "/events"):
        status, page = await other.get(f"/r/{token}{path}")
        assert (status, "un autre appareil" in page) == (409, True)
    assert (await other.post(f"/r/{token}/say", text="x"))[0] == 409
    assert (await other.post(f"/r/{token}/enter"))[0] == 409


async def test_pages_of_help_are_kept_by_nobody_and_run_nothing_foreign(
    site: Site, house: House, cast_: Cast
) -> None:
    token = (await _asks(house, cast_)).token
    zoe = site.browser()
    await zoe.post(f"/r/{token}/enter")
    for path in (f"/r/{token}", "/desk", f"/r/{token}/lines"):
        async with zoe.http.get(zoe.home + path) as answer:
            assert answer.headers["Cache-Control"] == "no-store"
            assert answer.headers["Referrer-Policy"] == "no-referrer"
    async with zoe.http.get(f"{zoe.home}/r/{token}") as answer:
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")


async def test_lines_are_pushed_live_to_both_sides(site: Site, house: House, cast_: Cast) -> None:
    token = (await _asks(house, cast_)).token
    zoe, lea = site.browser(), site.browser()
    await zoe.post(f"/r/{token}/enter")
    await lea.sign_in("lea")
    path = await claimed(lea)
    heard = asyncio.create_task(_first_event(zoe, f"/r/{token}/events", "line"))
    seen = asyncio.create_task(_first_event(lea, f"{path}/events", "line"))
    await _until_followed(house, 2)
    await lea.post(f"{path}/say", csrf=await lea.csrf(), text="Salut", line="n1")
    await asyncio.wait_for(asyncio.gather(heard, seen), 5)
    async with zoe.http.get(f"{zoe.home}/r/{token}/lines?after=0") as answer:
        told = await answer.json()
    assert [(line["who"], line["text"]) for line in told["lines"]] == [("mediator", "Salut")]
    async with zoe.http.get(
        f"{zoe.home}/r/{token}/lines?after={told['lines'][0]['id']}"
    ) as answer:
        assert (await answer.json())["lines"] == []


async def test_who_waits_is_pushed_to_an_open_desk_which_stays_on_duty(
    site: Site, house: House, cast_: Cast, clock: Hands
) -> None:
    lea = site.browser()
    await lea.sign_in("lea")
    await lea.post("/desk/available", csrf=await lea.csrf(), available="yes")
    heard = asyncio.create_task(_first_event(lea, "/desk/events", "moved"))
    async with asyncio.timeout(5):
        while not house.streams.following("mediation.desk"):
            await asyncio.sleep(0.005)
    for _ in range(10):  # the page stays open for longer than an idle seat would last
        now = clock.forward(minutes=5)
        for tick in house.ticks:
            await tick(now)
    await _asks(house, cast_)
    await asyncio.wait_for(heard, 5)
    assert "Qui attend" in (await lea.get("/desk"))[1]


async def test_a_quick_exit_leads_to_games_and_the_link_is_dead(
    site: Site, house: House, cast_: Cast
) -> None:
    token = (await _asks(house, cast_)).token
    zoe = site.browser()
    await zoe.post(f"/r/{token}/enter")
    status, page = await zoe.post(f"/r/{token}/leave")
    assert (status, "Tournois et défis" in page) == (200, True)
    status, page = await zoe.get(f"/r/{token}")
    assert (status, "Ce lien ne marche plus" in page) == (409, True)


def proof_in(room: str) -> str:
    return room.partition('name="proof" value="')[2].partition('"')[0]


async def test_the_person_reads_the_exact_lines_before_anything_is_handed_over(
    site: Site, house: House, cast_: Cast
) -> None:
    token = (await _asks(house, cast_)).token
    zoe, lea = site.browser(), site.browser()
    await zoe.post(f"/r/{token}/enter")
    await lea.sign_in("lea")
    path, csrf = await claimed(lea), await lea.csrf()
    await lea.post(f"{path}/say", csrf=csrf, text="Salut", line="n1")
    lines = "Prénom : Zoé. Cherche une formation."
    await lea.post(f"{path}/propose", csrf=csrf, structure="mission-locale", lines=lines)
    _, room = await zoe.get(f"/r/{token}")
    assert f"à Mission locale : « {lines} ». Rien d&#39;autre." in room
    stale = proof_in(room)
    lines += " Tél. 06."
    await lea.post(f"{path}/propose", csrf=csrf, structure="mission-locale", lines=lines)
    for proof in (stale, ""):  # a yes to lines that were replaced while they read is no yes
        assert (await zoe.post(f"/r/{token}/handover", agreed="yes", proof=proof))[0] == 409
    _, room = await zoe.get(f"/r/{token}")
    await zoe.post(f"/r/{token}/handover", agreed="yes", proof=proof_in(room))
    _, page = await lea.get(path)
    assert "Transmets ces lignes" in page
    await lea.post(f"{path}/advance", csrf=csrf, state="told")
    await lea.post(f"{path}/close", csrf=csrf, outcome="referred", need="school")
    _, room = await zoe.get(f"/r/{token}")
    assert "Cette conversation est finie" in room
    assert (await zoe.post(f"/r/{token}/say", text="encore"))[0] == 409


async def test_closing_needs_an_outcome_and_a_need(site: Site, house: House, cast_: Cast) -> None:
    await _asks(house, cast_)
    lea = site.browser()
    await lea.sign_in("lea")
    path, csrf = await claimed(lea), await lea.csrf()
    assert (await lea.post(f"{path}/close", csrf=csrf, outcome="", need="mood"))[0] == 409


async def _first_event(browser: Browser, path: str, event: str) -> None:
    timeout = aiohttp.ClientTimeout(total=10)
    async with browser.http.get(browser.home + path, timeout=timeout) as answer:
        async for raw in answer.content:
            if raw.decode().strip() == f"event: {event}":
                return


async def _until_followed(house: House, many: int) -> None:
    async with asyncio.timeout(5):
        while sum(house.streams.following(f"mediation.case.{n}") for n in range(5)) < many:
            await asyncio.sleep(0.005)
