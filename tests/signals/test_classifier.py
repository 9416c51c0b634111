"""The shipped model, as the bot loads it."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.signals.classifier import SHIPPED, Classifier, tidy
from cogs.signals.rules import Outcome, outcome
from core.errors import CannotStart

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Classifier.open()


def said(classifier: Classifier, *texts: str) -> Outcome:
    return outcome(classifier.weigh(texts), classifier.thresholds)


@pytest.mark.parametrize(
    "text",
    [
        "j'en peux plus, j'ai plus envie de rien, je dors plus depuis des semaines",
        "je vais plus en cours depuis septembre, mon réveil sonne plus",
        "je me sens seule, je pleure tous les soirs et j'en parle à personne",
        "i feel so alone, i cry every night and nobody knows",
        "i dropped out of school months ago and i never leave my room",
    ],
)
def test_a_sincere_line_leads_to_an_offer(classifier: Classifier, text: str) -> None:
    assert said(classifier, text) is not Outcome.NOTHING


@pytest.mark.parametrize(
    "text",
    [
        "j'ai plus envie de vivre",
        "je veux mourir, je suis sérieux",
        "i don't want to live anymore",
    ],
)
def test_an_emergency_leads_to_an_urgent_offer(classifier: Classifier, text: str) -> None:
    assert said(classifier, text) is Outcome.URGENT_OFFER


@pytest.mark.parametrize(
    "text",
    [
        "gg wp",
        "jvais me pendre si on reperd mdr",
        "j'en peux plus de ce jungler",
        "kms lol we lost to bronze",
        "demain contrôle de maths, la flemme",
        "mon perso est mort au deuxième boss",
        "quelqu'un pour une ranked ce soir ?",
        "i died again to the same boss lmao",
        "le check-in est à 19h45, soyez là",
        "",
        "   ",
        "😭😭😭",
    ],
)
def test_a_game_is_only_a_game(classifier: Classifier, text: str) -> None:
    assert said(classifier, text) is Outcome.NOTHING


def test_a_burst_is_read_as_one(classifier: Classifier) -> None:
    burst = ("gg", "bien joué", "en vrai j'ai plus envie de vivre, je dis pas ça pour rire")
    assert said(classifier, *burst) is not Outcome.NOTHING
    assert said(classifier, *burst[:2]) is Outcome.NOTHING


@given(st.text(max_size=300))
@settings(max_examples=60)
def test_whatever_is_written_gets_three_probabilities(text: str) -> None:
    reading = CLASSIFIER.weigh([text])
    for chance in (reading.distress, reading.dropping_out, reading.emergency):
        assert 0.0 <= chance <= 1.0
    assert reading.distress >= reading.emergency


CLASSIFIER = Classifier.open()


@pytest.mark.parametrize(
    "text",
    [
        "a" * 20_000,
        "j'en peux plus " * 600,
        "\u200b" * 3_000,
        "😭" * 2_000,
        "\ud800\x00\n\n",
        "é̀" * 99,
    ],
)
def test_no_text_is_too_long_or_too_strange(classifier: Classifier, text: str) -> None:
    assert 0.0 <= classifier.weigh([text]).distress <= 1.0


def test_small_talk_drowns_neither_the_first_words_of_a_long_burst_nor_the_last(
    classifier: Classifier,
) -> None:
    small_talk = "on a joué deux games tranquilles et mangé une pizza avec les potes. " * 12
    plain = "j'ai plus envie de vivre, je dis pas ça pour rire, je veux mourir"
    assert said(classifier, small_talk) is Outcome.NOTHING
    assert said(classifier, small_talk, plain) is not Outcome.NOTHING
    assert said(classifier, plain + ". " + plain, small_talk) is not Outcome.NOTHING


@pytest.mark.parametrize(
    "disguise",
    [
        "j'ai p\u200blus env\u200bie de vi\u200bvre",
        "j'ai plus envie de vivre".replace("e", "е"),
        "ｊ'ａｉ ｐｌｕｓ ｅｎｖｉｅ ｄｅ ｖｉｖｒｅ",
        "J'AI PLUS ENVIE DE VIVRE",
        "j'ai pluuuuuus envie de vivreeeee",
    ],
)
def test_a_disguise_changes_nothing(classifier: Classifier, disguise: str) -> None:
    assert said(classifier, disguise) is Outcome.URGENT_OFFER


def test_tidy_spells_out_what_was_spelled_apart() -> None:
    assert tidy("s e u l ce soir") == "seul ce soir"
    assert tidy("nooooooon") == "noon"


def test_it_loads_and_reads_without_transformers_or_torch() -> None:
    program = (
        "import sys; from cogs.signals.classifier import Classifier;"
        "Classifier.open().weigh(['gg']);"
        "sys.exit(any(name in sys.modules for name in ('torch', 'transformers')))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)  # noqa: S603 - our own line
    assert done.returncode == 0


def test_importing_it_loads_no_runtime() -> None:
    program = (
        "import sys; import cogs.signals.classifier;"
        "sys.exit(any(name in sys.modules for name in ('onnxruntime', 'tokenizers')))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)  # noqa: S603 - our own line
    assert done.returncode == 0


def test_a_folder_that_is_no_model_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"not a graph")
    (tmp_path / "tokenizer.json").write_text("{}")
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(CannotStart) as refused:
        Classifier.open(tmp_path)
    assert refused.value.key == "start-model-missing"


def test_a_folder_without_a_graph_needs_torch(tmp_path: Path) -> None:
    if "torch" in sys.modules or _torch_is_there():
        pytest.skip("torch is installed here: the folder would be read")
    with pytest.raises(CannotStart) as refused:
        Classifier.open(tmp_path)
    assert refused.value.key == "start-model-needs-torch"


def _torch_is_there() -> bool:
    import importlib.util  # noqa: PLC0415 - only this test asks

    return importlib.util.find_spec("torch") is not None


def test_the_shipped_folder_is_small_and_complete() -> None:
    names = {file.name for file in SHIPPED.iterdir()}
    assert names >= {
        "README.md",
        "config.json",
        "maraude.json",
        "model.onnx",
        "tokenizer.json",
        "tokenizer_config.json",
    }
    assert sum(file.stat().st_size for file in SHIPPED.iterdir()) < 25_000_000
