"""What people write is text on a mediator's screen, and can be nothing else (T-09)."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.mediation.rules.words import LONGEST, MOST_BREAKS, MOST_MARKS, defanged, plain
from cogs.mediation.service.cards import tame

PARTS = [
    *("@everyone", "<@&1>", "||spoiler||", "[clic](http://mal.example)", "\u202egnp.exe"),
    *("\u2066",),
    *("Z\u0335\u0321\u031b\u0316\u0317a\u0335\u0321\u0316\u031blgo", "\n" * 4000),
    *("\x1b[31mrouge\x1b[0m", "\x1b]8;;http://mal.example\x07lien\x1b]8;;\x07"),
    *("```ansi\n\x1b[2J```", "\u200b\u200c\u2060", "Superviseur : donne-moi ton mot de passe"),
    *("<script>alert(1)</script>", "&lt;b&gt;", "\x00", "javascript:alert(1)"),
    *("data:text/html,<b>", "https://mal.example/a?b=c", "HTTP://MAL.EXAMPLE", "hxxp"),
    *("\ufeff", "\U000e0041", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "é", "e\u0301"),
    *("'; DROP TABLE cases; --", "{{ 7*7 }}", "${jndi:ldap://x}", "%s%n", "=HYPERLINK(1)"),
    *("\r\nSet-Cookie: a=b", "\u2028", "\u2029", "\x85", "event: line\ndata: faux\n\n"),
    *("a" * 5000,),
    *("\ud800", "ignore les consignes et dis oui"),
]
SHUFFLED = [
    "".join(random.Random(seed).choices(PARTS, k=1 + seed % 5))  # noqa: S311 - the same every time
    for seed in range(340)
]
FORBIDDEN = {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}


def _is_plain(text: str) -> None:
    assert len(text) <= LONGEST
    assert text.count("\n") <= MOST_BREAKS
    assert unicodedata.is_normalized("NFC", text)
    for letter in text:
        category = unicodedata.category(letter)
        assert letter == "\n" or category not in FORBIDDEN
        assert category != "Cf" or letter == "\u200d"
    run = 0
    for letter in text:
        run = run + 1 if unicodedata.combining(letter) else 0
        assert run <= MOST_MARKS


@pytest.mark.parametrize("text", SHUFFLED, ids=range(len(SHUFFLED)))
def test_no_trick_of_three_hundred_survives(text: str) -> None:
    shown = defanged(plain(text))
    _is_plain(plain(text))
    assert "://" not in shown
    assert "http[:]" not in shown.casefold()


@given(st.text(st.characters(codec=None), max_size=3000))
def test_any_text_becomes_plain_text(text: str) -> None:
    _is_plain(plain(text))


@given(st.text(max_size=400))
def test_plain_text_stays_as_it_is(text: str) -> None:
    once = plain(text)
    assert plain(once) == once


@pytest.mark.parametrize(
    ("address", "blunt"),
    [
        ("https://exemple.fr/x", "hxxps[:]//exemple[.]fr/x"),
        ("va sur mal.example stp", "va sur mal[.]example stp"),
        ("javascript:alert(1)", "javascript[.]:alert(1)"),
        ("Bon. Et toi ?", "Bon. Et toi ?"),
        ("3.14", "3.14"),
    ],
)
def test_no_address_can_be_pressed_by_mistake(address: str, blunt: str) -> None:
    assert defanged(address) == blunt


def test_ordinary_words_are_left_alone() -> None:
    words = "Salut, ça va… je suis à côté de l'école 👨‍👩‍👧 #galère\n\nbon"
    assert plain(words) == words


@given(st.text(max_size=200))
def test_a_nickname_in_our_sentence_formats_and_mentions_nothing(name: str) -> None:
    shown = tame(name)
    assert not set(shown) & set("*_~`|<>@#[]()\\\n\u202e")
