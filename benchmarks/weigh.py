"""How long one message takes the classifier, beside the same words through transformers.

    python3 benchmarks/weigh.py

The peer reads with `AutoTokenizer` and the same graph: what a bot would do that took the model
folder as any other. Both are timed in turn, message by message, on one thread.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["TRANSFORMERS_VERBOSITY"] = "error"

import numpy as np
import onnxruntime
import transformers

from cogs.signals.classifier import SHIPPED, Classifier, tidy
from cogs.signals.training import corpus

ROUNDS = 5
MOST_MS = 25.0  # at the 95th percentile: a burst must never be what an evening waits for


def peer() -> Callable[[str], object]:
    tokenizer = transformers.AutoTokenizer.from_pretrained(SHIPPED, local_files_only=True)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(SHIPPED / "model.onnx"), options)

    def read(text: str) -> object:
        asked = tokenizer(tidy(text), return_tensors="np", truncation=True, max_length=128)
        inputs = {name: asked[name] for name in ("input_ids", "attention_mask")}
        return session.run(["logits"], inputs)

    return read


def milliseconds(read: Callable[[str], object], text: str) -> float:
    began = time.perf_counter()
    read(text)
    return (time.perf_counter() - began) * 1_000


def main() -> None:
    began = time.perf_counter()
    classifier = Classifier.open()
    loading = time.perf_counter() - began
    other = peer()
    texts = [line.text for line in corpus.read(corpus.HARD)]

    def ours(text: str) -> object:
        return classifier.weigh([text])

    times = [
        (milliseconds(ours, text), milliseconds(other, text))
        for _ in range(ROUNDS)
        for text in texts
    ]
    middle, late = np.quantile(np.array(times), [0.5, 0.95], axis=0)
    out = sys.stdout
    out.write(f"loaded in {loading:.2f} s\n")
    out.write(f"p50 {middle[0]:.2f} ms, through transformers {middle[1]:.2f} ms\n")
    out.write(f"p95 {late[0]:.2f} ms, through transformers {late[1]:.2f} ms\n")
    out.write(
        f"ratio of p95 to the peer {late[0] / late[1]:.2f}, to the limit {late[0] / MOST_MS:.2f}\n"
    )


if __name__ == "__main__":
    main()
