"""Words that ring the bell, however they are typed; and the idioms of players, which do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.mediation.rules.emergency import language_of_danger, spelled_out

DANGER = [
    ("je veux mourir", "fr"),
    ("Je VEUX MOURIR", "fr"),
    ("jveux mourrir", "fr"),
    ("jveu mourir la", "fr"),
    ("g envi de mourir", "fr"),
    ("j'ai envie d'en finir", "fr"),
    ("jai envie den finir", "fr"),
    ("j’ai plus envie de vivre", "fr"),
    ("g plu envi de vivre", "fr"),
    ("je vais me tuer ce soir", "fr"),
    ("jvais me tuer", "fr"),
    ("jvai me tué", "fr"),
    ("je vais me suicider", "fr"),
    ("jve me suicidé", "fr"),
    ("je pense au suicide", "fr"),
    ("demain je suis plus là", "fr"),
    ("2main je serai plus la", "fr"),
    ("vous serez mieux sans moi", "fr"),
    ("je veux mouriiiir", "fr"),
    ("j'ai pris plein de cachets", "fr"),
    ("g avalé tous les medocs", "fr"),
    ("mon père me frappe", "fr"),
    ("mon beau-pere me viole", "fr"),
    ("il m'a frappée", "fr"),
    ("je me scarifie", "fr"),
    ("je vais me tuer avec le fusil de mon père", "fr"),
    ("je suis en danger", "fr"),
    ("adieu tout le monde", "fr"),
    ("i want to die", "en"),
    ("i wanna die", "en"),
    ("im gonna kill myself", "en"),
    ("kms", "en"),
    ("i don't want to live", "en"),
    ("everyone is better off without me", "en"),
    ("i won't be here tomorrow", "en"),
    ("took all my pills", "en"),
    ("my dad hits me", "en"),
    ("gonna end it all", "en"),
]
PLAY = [
    "",
    "gg",
    "je veux jouer",
    "je vais me tuer sur ce boss",
    "je vais mourir de rire",
    "on va crever de faim ici",
    "ce jeu me tue",
    "il est mort trois fois",
    "suicide squad ce soir ?",
    "je suis mort de fatigue",
    "il m'a battu 3-0",
    "j'ai tué le boss",
    "kms laughing",
    "this game is killing me",
    "i died to this boss again",
    "c'est quand le prochain tournoi ?",
    "je suis plus là ce week-end, déso",
    "he beats me at chess",
    "j'arrête, trop dur ce niveau",
]


@pytest.mark.parametrize(("words", "language"), DANGER)
def test_danger_is_heard_however_it_is_typed(words: str, language: str) -> None:
    assert language_of_danger(words) == language


@pytest.mark.parametrize("words", PLAY)
def test_players_may_go_on_exaggerating(words: str) -> None:
    assert language_of_danger(words) is None


@given(st.text(max_size=3_000))
def test_any_text_gets_an_answer(words: str) -> None:
    assert language_of_danger(words) in {None, "fr", "en"}


@given(st.sampled_from(DANGER), st.sampled_from(["…", " 😭", " !!!", " svp", "\u200b", "\n"]))
def test_what_stands_around_it_does_not_hide_it(heard: tuple[str, str], noise: str) -> None:
    assert language_of_danger(f"{noise} {heard[0]} {noise}") == heard[1]


def test_letters_that_drag_on_are_one_letter() -> None:
    assert spelled_out("Jveuuuux MOURIIIIR") == "je veux mourir"
