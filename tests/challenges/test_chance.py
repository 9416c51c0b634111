"""What is drawn can be checked by anybody who can compute a hash."""

from hypothesis import given
from hypothesis import strategies as st

from cogs.challenges.rules.chance import (
    draw,
    keeps,
    letter_of,
    option_at,
    order,
    promise,
)

seeds = st.text("0123456789abcdef", min_size=8, max_size=32)
names = st.lists(st.text("abcdef-", min_size=1, max_size=8), unique=True, min_size=5, max_size=30)


@given(seeds, names, st.randoms())
def test_the_published_seed_reproduces_what_was_drawn(
    seed: str, questions: list[str], luck: object
) -> None:
    shuffled = sorted(questions, key=lambda each: hash((each, luck)))
    drawn = draw(seed, questions, 5)
    assert draw(seed, shuffled, 5) == drawn
    assert len(set(drawn)) == 5
    assert keeps(promise(seed, drawn), seed, drawn)


@given(seeds, names)
def test_another_seed_or_other_questions_break_the_promise(
    seed: str, questions: list[str]
) -> None:
    promised = promise(seed, questions)
    assert not keeps(promised, seed + "0", questions)
    assert not keeps(promised, seed, questions[1:])
    assert not keeps(promised, seed, [*questions[1:], questions[0]])


@given(seeds, st.text(min_size=1, max_size=8))
def test_every_letter_leads_to_one_option_and_back(seed: str, reader: str) -> None:
    shown = order(seed, "audio-hertz", reader)
    assert sorted(shown) == [0, 1, 2, 3]
    for option in shown:
        letter = letter_of(option, seed, "audio-hertz", reader)
        assert option_at(letter, seed, "audio-hertz", reader) == option
        assert option_at(f" {letter.lower()} ", seed, "audio-hertz", reader) == option


def test_what_is_no_letter_is_no_answer() -> None:
    for words in ("", " ", "E", "AB", "1", "é"):
        assert option_at(words, "seed", "audio-hertz", "1") is None


def test_players_do_not_share_an_order_and_places_are_fair() -> None:
    firsts = [order("ab12", "audio-hertz", str(player))[0] for player in range(4000)]
    assert all(900 < firsts.count(option) < 1100 for option in range(4))


def test_the_streams_letters_change_from_round_to_round() -> None:
    assert len({order(f"seed {n}", "audio-hertz", "stream") for n in range(200)}) == 24
