"""The questions that are shipped, and what a file must be to be one."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from cogs.challenges.rules.lint import average_sentence, bare, flaws
from cogs.challenges.rules.pack import LANGUAGES, BadFile, Question, is_playable, read

PACKS = Path(__file__).parents[2] / "cogs" / "challenges" / "packs"
FILES = sorted(PACKS.glob("*/*.toml"))
QUESTIONS = [read(f"{path.parent.name}/{path.name}", path.read_text("utf-8")) for path in FILES]
FAIR = 0.35  # most questions in which the longest option, or one place, may be the right one
GOOD = FILES[0].read_text("utf-8")


def test_forty_questions_in_seven_packs() -> None:
    assert len(QUESTIONS) >= 40
    assert {each.pack for each in QUESTIONS} == {
        "audio", "culture", "image", "jobs", "money", "security", "sources"
    }  # fmt: skip
    assert min(Counter(each.pack for each in QUESTIONS).values()) >= 5  # one round at least


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_file_holds_one_good_question(path: Path) -> None:
    question = read(path.name, path.read_text("utf-8"))
    assert flaws(question) == []
    assert question.id == f"{path.parent.name}-{path.stem}"
    assert question.author
    assert question.reviewer
    assert question.reviewed_on is not None
    assert question.source
    assert question.licence
    assert question.age >= 13
    assert question.tags


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_question_and_no_explanation_is_written_twice(language: str) -> None:
    texts = [bare(each.wordings[language].text) for each in QUESTIONS]
    reasons = [bare(each.wordings[language].explanation) for each in QUESTIONS]
    assert len(set(texts)) == len(set(reasons)) == len(QUESTIONS)
    assert len({each.id for each in QUESTIONS}) == len(QUESTIONS)


def test_both_languages_are_really_written() -> None:
    for each in QUESTIONS:
        french, english = (each.wordings[language] for language in LANGUAGES)
        assert french.text != english.text
        assert french.explanation != english.explanation


@pytest.mark.parametrize("language", LANGUAGES)
def test_length_does_not_give_the_answer_away(language: str) -> None:
    ranks = Counter[int]()
    for each in QUESTIONS:
        lengths = [len(option) for option in each.wordings[language].options]
        ranks[sorted(lengths).index(lengths[each.answer])] += 1
    assert max(ranks[0], ranks[3]) <= FAIR * len(QUESTIONS)


def test_the_place_does_not_give_the_answer_away() -> None:
    places = Counter(each.answer for each in QUESTIONS)
    assert set(places) == {0, 1, 2, 3}
    assert max(places.values()) <= FAIR * len(QUESTIONS)


def test_a_question_nobody_has_read_again_is_not_played() -> None:
    today = date(2026, 12, 1)
    fresh = read("a", GOOD)
    assert is_playable(fresh, today)
    assert not is_playable(read("a", GOOD.replace("reviewed_on = ", "# ")), today)
    assert not is_playable(read("a", GOOD.replace("reviewer = ", "# ")), today)
    assert fresh.reviewed_on is not None
    assert not is_playable(fresh, fresh.reviewed_on + timedelta(days=548))


def test_whoever_speaks_another_language_reads_english() -> None:
    question = read("a", GOOD)
    assert question.wording("de") == question.wordings["en"]
    assert question.wording("fr") == question.wordings["fr"]


@pytest.mark.parametrize(
    ("was", "becomes", "problem"),
    [
        ("[en]", "[de]", "nobody knows the field de"),
        ("[en]\n", "[en]\nhint = 'x'\n", "nobody knows the field hint"),
        ("source = ", "origin = ", "nobody knows the field origin"),
        ("source = ", "# ", "source is missing"),
        ("easy_text = ", "# ", "easy_text is missing"),
        ("explanation = ", "# ", "explanation is missing"),
        ('answer = "', 'answer = "E', "answer is one letter"),
        ("age = 13", "age = = 13", "a/b.toml"),
    ],
)
def test_a_broken_file_says_what_is_wrong(was: str, becomes: str, problem: str) -> None:
    assert was in GOOD
    with pytest.raises(BadFile, match=problem):
        read("a/b.toml", GOOD.replace(was, becomes))


def test_both_languages_agree_on_the_right_answer() -> None:
    letter = "ABCD"[read("a", GOOD).answer]
    other = "A" if letter != "A" else "B"
    head, part, tail = GOOD.rpartition(f'answer = "{letter}"')
    with pytest.raises(BadFile, match="not the same"):
        read("a", head + part.replace(letter, other) + tail)


def test_three_options_are_too_few() -> None:
    question = read("a", GOOD)
    option = question.wordings["en"].options[0]
    with pytest.raises(BadFile, match="4 options"):
        read("a", GOOD.replace(f'    "{option}",\n', ""))


def spoiled(was: str, becomes: str) -> Question:
    assert was in GOOD
    return read("a", GOOD.replace(was, becomes))


def test_the_net_holds() -> None:
    words = read("a", GOOD).wordings["fr"]
    assert "too long for one line" in str(flaws(spoiled(words.text, "trop " * 30)))
    assert "explanation is too long" in str(flaws(spoiled(words.explanation, "trop " * 40)))
    assert "long sentences" in str(flaws(spoiled(words.easy_text, "très " * 14 + "long.")))
    assert "two options" in str(flaws(spoiled(words.options[0], words.options[1])))
    assert "says fragile" in str(flaws(spoiled(words.text, "Qui est fragile ?")))
    assert "button" in str(flaws(spoiled(words.options[0], "o" * 81)))
    assert "its id" in str(flaws(spoiled("id = ", "id = 'Seul'\n# ")))


def test_sentences_are_counted_as_people_read_them() -> None:
    assert average_sentence("Tu donnes un code. Puis tu entres.") == 3.5
    assert average_sentence("Quoi ?") == 2
