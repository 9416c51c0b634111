"""The model: a tokenizer and ONNX Runtime behind `rules.Reader`. It logs and keeps nothing."""

import json
import math
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from cogs.signals.rules import Reading, Thresholds
from core.errors import CannotStart

SHIPPED = Path(__file__).parent / "model"
LABELS = ("distress", "dropping_out", "emergency")
WINDOW = 54  # word pieces read at once, as many as training had, without the marks around them
STRIDE = 40
WINDOWS = 32  # as many as the longest burst fills; of more, the last ones are read

Logits = NDArray[np.float32]
Encode = Callable[[str], list[int]]
Infer = Callable[[NDArray[np.int64], NDArray[np.int64]], Logits]

_LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһАВЕКМНОРСТХαορυνι",
    "aeopcyxijsdhABEKMHOPCTXaopuvi",
)
_LONG_RUN = re.compile(r"(.)\1{2,}", re.DOTALL)
_SPELLED = re.compile(r"(?<!\w)(?:\w ){3,}\w(?!\w)")


def tidy(text: str) -> str:
    """One spelling for what looks the same: zero width, wide letters, looong, s p e l l e d."""
    plain = unicodedata.normalize("NFKC", text).translate(_LOOKALIKES)
    plain = "".join(c for c in plain if c == "\n" or unicodedata.category(c)[0] != "C")
    plain = _LONG_RUN.sub(r"\1\1", plain)
    return _SPELLED.sub(lambda run: run[0].replace(" ", ""), plain)


@dataclass(frozen=True, slots=True)
class Calibration:
    """What turns logits into probabilities, and probabilities into offers (`maraude.json`)."""

    temperatures: tuple[float, float, float]
    biases: tuple[float, float, float]
    thresholds: Thresholds

    @classmethod
    def read(cls, folder: Path) -> Self:
        """An operator's own folder may have none: logits as they are, and cautious thresholds."""
        file = folder / "maraude.json"
        if not file.exists():
            return cls((1.0,) * 3, (0.0,) * 3, Thresholds(0.95, 0.95, 0.95))
        kept = json.loads(file.read_text(encoding="utf-8"))
        temperatures, biases = kept["temperatures"], kept["biases"]
        return cls(
            (temperatures[LABELS[0]], temperatures[LABELS[1]], temperatures[LABELS[2]]),
            (biases[LABELS[0]], biases[LABELS[1]], biases[LABELS[2]]),
            Thresholds(**kept["thresholds"]),
        )


def folder_of(model: str) -> Path:
    """The folder that `signals.model` names; the shipped one if it names none."""
    return Path(model) if model else SHIPPED


class Classifier:
    """Reads one burst at a time. Loading takes a moment: do it away from the event loop."""

    def __init__(self, encode: Encode, infer: Infer, calibration: Calibration) -> None:
        self._encode = encode
        self._infer = infer
        self._calibration = calibration

    @classmethod
    def open(cls, folder: Path = SHIPPED) -> Self:
        """The model in `folder`: its ONNX graph if it has one, or through transformers and torch.

        Raises `CannotStart` when the folder cannot be read, or needs a torch that is not there.
        """
        if not folder.is_dir():
            raise CannotStart("start-model-missing", folder=str(folder))
        try:
            calibration = Calibration.read(folder)
            if (folder / "model.onnx").exists():
                return cls(*_short_way(folder), calibration)
            return cls(*_long_way(folder), calibration)
        except CannotStart:
            raise
        except Exception as broken:  # tokenizers and ONNX Runtime raise just that
            raise CannotStart("start-model-missing", folder=str(folder)) from broken

    @property
    def thresholds(self) -> Thresholds:
        return self._calibration.thresholds

    def weigh(self, texts: Sequence[str]) -> Reading:
        logits = self.logits("\n".join(texts))
        scale, shift = self._calibration.temperatures, self._calibration.biases
        chances = [_sigmoid(float(logit) / scale[n] + shift[n]) for n, logit in enumerate(logits)]
        return Reading(*chances)

    def logits(self, text: str) -> Logits:
        """One row, the highest of each label over the windows of a long text.

        The newest message of a long burst is read by itself too: small talk must not drown it.
        """
        ids = self._encode(tidy(text))
        first, last, pieces = ids[0], ids[-1], ids[1:-1]
        starts = range(0, max(len(pieces) - WINDOW, 0) + STRIDE, STRIDE)
        windows = [pieces[start : start + WINDOW] for start in starts][-WINDOWS:]
        if len(pieces) > WINDOW:
            newest = self._encode(tidy(text.rstrip().rpartition("\n")[2]))
            windows.append(newest[1:-1][-WINDOW:])
        rows = [self._infer(*_batch([first, *window, last])) for window in windows]
        return np.asarray(np.max(np.concatenate(rows), axis=0), dtype=np.float32)


def _batch(ids: Sequence[int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    row = np.asarray([ids], dtype=np.int64)
    return row, np.ones_like(row)


def _sigmoid(value: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, value))))


def _short_way(folder: Path) -> tuple[Encode, Infer]:
    """Without transformers: no 1.7 s import, no hub client."""
    import onnxruntime  # noqa: PLC0415 - 250 ms that only a `watch` has to pay
    from tokenizers import Tokenizer  # noqa: PLC0415 - the same

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    session = onnxruntime.InferenceSession(
        (folder / "model.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
    )
    columns = _columns(json.loads((folder / "config.json").read_text(encoding="utf-8")))

    def infer(ids: NDArray[np.int64], mask: NDArray[np.int64]) -> Logits:
        (rows,) = session.run(["logits"], {"input_ids": ids, "attention_mask": mask})
        return np.asarray(rows, dtype=np.float32)[:, columns]

    return lambda text: list(tokenizer.encode(text).ids), infer


def _long_way(folder: Path) -> tuple[Encode, Infer]:
    """An operator's own folder, whatever transformers can load; it needs torch."""
    try:
        import torch  # noqa: PLC0415 - only in the extra `train`
    except ImportError as absent:
        raise CannotStart("start-model-needs-torch") from absent
    import transformers  # noqa: PLC0415 - 1.7 s

    tokenizer: Any = transformers.AutoTokenizer.from_pretrained(folder, local_files_only=True)
    model: Any = transformers.AutoModelForSequenceClassification.from_pretrained(
        folder, local_files_only=True
    ).eval()
    columns = _columns(model.config.to_dict())

    def infer(ids: NDArray[np.int64], mask: NDArray[np.int64]) -> Logits:
        with torch.inference_mode():
            rows = model(
                input_ids=torch.from_numpy(ids), attention_mask=torch.from_numpy(mask)
            ).logits
        return np.asarray(rows.numpy(), dtype=np.float32)[:, columns]

    return lambda text: list(tokenizer(text, verbose=False)["input_ids"]), infer


def _columns(config: Mapping[str, Any]) -> list[int]:
    """Where our three labels stand among those of the model; a KeyError if one is missing."""
    places = {str(name): int(place) for place, name in config["id2label"].items()}
    return [places[label] for label in LABELS]
