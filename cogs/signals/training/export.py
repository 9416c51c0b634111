"""From torch to a standard transformers folder with an int8 ONNX graph, and how far it drifts."""

import json
import sys
import tempfile
import warnings
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from cogs.signals.classifier import LABELS, Classifier, tidy
from cogs.signals.training import corpus, network
from cogs.signals.training.network import Network

MOST_DRIFT = 0.02  # mean change of a probability that int8 may cost


def save(model: Network, tokenizer: Tokenizer, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(out / "tokenizer.json"))
    longest = model.encoder.config.max_position_embeddings
    _write(
        out / "tokenizer_config.json",
        {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": longest,
            "cls_token": "[CLS]",
            "sep_token": "[SEP]",
            "pad_token": "[PAD]",
            "unk_token": "[UNK]",
            "mask_token": "[MASK]",
        },
    )
    config = model.encoder.config.to_dict() | {
        "architectures": ["BertModel"],
        "id2label": {str(place): label for place, label in enumerate(LABELS)},
        "label2id": {label: place for place, label in enumerate(LABELS)},
        "problem_type": "multi_label_classification",
        "dtype": "int8",
    }
    config.pop("_name_or_path", None)
    _write(out / "config.json", config)
    graph(model, out / "model.onnx")
    (out / "maraude.json").unlink(missing_ok=True)
    moved = drift(model, tokenizer, out)
    sys.stderr.write(f"int8 moves a probability by {moved:.4f} on average\n")
    if moved > MOST_DRIFT:
        raise SystemExit("int8 drifts too far: this model is not to be shipped")


def graph(model: Network, file: Path) -> None:
    ids = torch.ones(2, 16, dtype=torch.long)
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole = Path(folder) / "float.onnx"
        torch.onnx.export(
            model.eval().float(),
            (ids, torch.ones_like(ids)),
            str(whole),
            input_names=["input_ids", "attention_mask"],
            output_names=["logits"],
            dynamic_axes={
                "input_ids": {0: "batch", 1: "length"},
                "attention_mask": {0: "batch", 1: "length"},
                "logits": {0: "batch"},
            },
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            whole,
            file,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )


def drift(model: Network, tokenizer: Tokenizer, out: Path) -> float:
    """How far int8 moves a probability, on average over the lines that were held out."""
    texts = [line.text for line in corpus.read() if line.held_out]
    served = Classifier.open(out)
    exact = 1 / (1 + np.exp(-network.logits(model, tokenizer, texts)))
    small = 1 / (1 + np.exp(-np.stack([served.logits(tidy(text)) for text in texts])))
    return float(np.abs(exact - small).mean())


def _write(file: Path, content: dict[str, object]) -> None:
    file.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")
