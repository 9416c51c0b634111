import io
import json
from pathlib import Path
from typing import Any

import pytest

from cogs.signals.terminal_face import weigh
from cogs.signals.training.evaluation import evaluate
from core.errors import CannotStart


def weighed(*lines: str | bytes) -> list[dict[str, Any]]:
    out = io.StringIO()
    weigh(lines, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_each_line_is_answered_with_its_probabilities_and_its_offer() -> None:
    calm, urgent = weighed(
        '{"id": 7, "text": "gg wp"}\n', '{"id": "b", "text": "j\'ai plus envie de vivre"}\n'
    )
    assert list(calm) == ["id", "distress", "dropping_out", "emergency", "offer"]
    assert (calm["id"], calm["offer"]) == (7, None)
    assert (urgent["id"], urgent["offer"]) == ("b", "urgent")
    for answer in (calm, urgent):
        for label in ("distress", "dropping_out", "emergency"):
            assert isinstance(answer[label], float)
            assert 0.0 <= answer[label] <= 1.0


@pytest.mark.parametrize(
    "bad",
    ["{", "7", '"text"', "[]", '{"id": 1}', '{"id": 1, "text": 7}', "[" * 5_000, b"\xff\xfe"],
)
def test_a_bad_line_is_answered_and_ends_nothing(bad: str | bytes) -> None:
    answers = weighed(bad, "\n", '{"id": 2, "text": "gg"}')
    assert [*map(bool, [answers[0].get("error"), answers[1].get("error")])] == [True, False]
    assert answers[1]["id"] == 2


LINES = [
    {"text": "j'en peux plus, j'ai plus envie de rien, je dors plus", "labels": ["distress"]},
    {"text": "je vais plus en cours depuis septembre", "labels": ["dropping_out"]},
    {"text": "j'ai plus envie de vivre", "labels": ["emergency"]},
    {"text": "gg wp", "labels": []},
    {"text": "qui joue ce soir", "labels": []},
]


def test_evaluating_tells_every_figure_with_its_interval(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "lines.jsonl"
    bad = ["{", '{"text": 1, "labels": []}', '{"text": "a", "labels": ["sad"]}', '{"text": "a"}']
    file.write_text("\n".join([*map(json.dumps, LINES), *bad]), encoding="utf-8")
    evaluate(file, as_json=True)
    told = capsys.readouterr()
    figures = json.loads(told.out)
    assert (figures["lines"], figures["benign"], figures["bad_lines"]) == (5, 2, 4)
    assert len(told.err.splitlines()) == 4
    assert set(figures["labels"]) == {"distress", "dropping_out", "emergency"}
    assert figures["labels"]["distress"]["positive"] == 2  # an emergency is a distress
    for kept in figures["labels"].values():
        for name in ("precision", "recall", "f1", "pr_auc", "expected_calibration_error"):
            assert kept[name]["low"] <= kept[name]["high"]
    assert figures["false_offers_per_10000"]["value"] == 0
    assert figures["offers"]["recall"]["value"] == 1


def test_without_json_a_table_is_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "lines.jsonl"
    file.write_text("\n".join(map(json.dumps, LINES)), encoding="utf-8")
    evaluate(file, as_json=False)
    told = capsys.readouterr().out
    assert "dropping_out" in told
    assert "false offers per 10,000" in told


def test_an_empty_file_is_no_catastrophe(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "lines.jsonl"
    file.write_text("", encoding="utf-8")
    evaluate(file, as_json=True)
    assert json.loads(capsys.readouterr().out)["lines"] == 0


def test_a_file_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CannotStart) as refused:
        evaluate(tmp_path / "nowhere.jsonl", as_json=True)
    assert refused.value.key == "start-file-missing"
