"""Supervised training: our own lines in every batch, ordinary public lines beside them.

Most of a batch is the corpus, two lines in five sincere; the rest is benign text, and from the
first mining on half of it is what the model found most alarming among lines that alarm nobody.
"""

import argparse
import copy
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from cogs.signals.training import corpus, export, network, public
from cogs.signals.training.calibrate import calibrate
from cogs.signals.training.corpus import Line
from cogs.signals.training.network import Network
from cogs.signals.training.noise import Noise
from cogs.signals.training.teach import padded

SMOOTHING = 0.03
OURS = 30  # lines of the corpus in a batch
SINCERE = 12  # of those, the ones with a label
THEIRS = 18  # benign public lines in a batch
POOL = 5_000  # benign lines that are weighed at each mining
HARDEST = 250  # of those, the ones kept
AVERAGING = 0.997  # of the weights, from step to step
NOTHING = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Material:
    """What batches are drawn from."""

    positive: Sequence[Line]
    negative: Sequence[Line]
    benign: Sequence[str]
    luck: random.Random
    noise: Noise

    def batch(self, mined: Sequence[str]) -> tuple[list[str], list[tuple[float, float, float]]]:
        ours = [
            *self.luck.choices(self.positive, k=SINCERE),
            *self.luck.choices(self.negative, k=OURS - SINCERE),
        ]
        texts = [self._said(line.text) for line in ours]
        targets = [line.target for line in ours]
        if self.benign:
            known = len(mined) and THEIRS // 2
            drawn = self.luck.choices(mined, k=known) if known else []
            drawn += self.luck.choices(self.benign, k=THEIRS - known)
            texts += [self._said(text) for text in drawn]
            targets += [NOTHING] * THEIRS
        return texts, targets

    def _said(self, text: str) -> str:
        """The line as somebody might type it, now and then among other messages of theirs."""
        text = self.noise.blur(text)
        if self.luck.random() < 0.1:  # noqa: PLR2004 - a tenth, for all labels alike
            text = self.noise.ending(text)
        if self.luck.random() < 0.2:  # noqa: PLR2004 - a fifth
            around = self.luck.choices(self.negative, k=self.luck.randint(1, 2))
            before = self.luck.random() < 0.7  # noqa: PLR2004 - most follow some small talk
            others = [line.text for line in around if len(line.text) < 60]  # noqa: PLR2004
            text = "\n".join([*others, text] if before else [text, *others])
        return text


def material(data: Path | None, seed: int) -> Material:
    luck = random.Random(seed)  # noqa: S311 - a seeded shuffle
    lines = [line for line in corpus.read() if not line.held_out]
    benign = public.benign(data, luck) if data else []
    if not benign:
        sys.stderr.write("no public text: expect several times more false offers\n")
    return Material(
        positive=[line for line in lines if line.labels],
        negative=[line for line in lines if not line.labels],
        benign=benign[:-6_000] or benign,
        luck=luck,
        noise=Noise(luck),
    )


def mine(model: Network, tokenizer: Tokenizer, made: Material) -> list[str]:
    pool = made.luck.sample(list(made.benign), min(POOL, len(made.benign)))
    alarm = network.logits(model, tokenizer, pool).max(axis=1)
    return [pool[n] for n in np.argsort(-alarm)[:HARDEST]]


def backward(
    model: Network,
    tokenizer: Tokenizer,
    texts: Sequence[str],
    targets: Sequence[tuple[float, float, float]],
) -> float:
    """Gradients of one batch, short lines and long ones apart: padding is most of the work."""
    rows = network.encode(tokenizer, texts)
    order = sorted(range(len(rows)), key=lambda n: len(rows[n]))
    third = len(order) // 3
    total = 0.0
    for part in (order[:third], order[third : 2 * third], order[2 * third :]):
        goal = torch.tensor([targets[n] for n in part]) * (1 - 2 * SMOOTHING) + SMOOTHING
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = model(*padded([rows[n] for n in part]))
        loss = torch.nn.functional.binary_cross_entropy_with_logits(
            found.float(), goal, reduction="sum"
        ) / (len(rows) * goal.shape[1])
        loss.backward()
        total += float(loss.detach())
    return total


def fit(model: Network, tokenizer: Tokenizer, made: Material, steps: int) -> Network:
    """Train; what is given back is the moving average of the weights."""
    head = list(model.head.parameters())
    optimiser = torch.optim.AdamW(
        [
            {"params": model.encoder.parameters(), "lr": 1.2e-4, "top": 1.2e-4},
            {"params": head, "lr": 1e-3, "top": 1e-3},
        ],
        weight_decay=0.02,
    )
    average: Network = copy.deepcopy(model)
    average.eval()
    mined: list[str] = []
    model.train()
    for step in range(steps):
        if made.benign and step in (steps // 3, steps // 2, 3 * steps // 4):
            mined = [*mine(model, tokenizer, made), *mined][: 2 * HARDEST]
        for group in optimiser.param_groups:
            group["lr"] = group["top"] * min((step + 1) / 60, max(0.03, 1 - step / steps))
        optimiser.zero_grad()
        loss = backward(model, tokenizer, *made.batch(mined))
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        keep = min(AVERAGING, (step + 1) / (step + 10))
        with torch.no_grad():
            for kept, fresh in zip(average.parameters(), model.parameters(), strict=True):
                kept.lerp_(fresh, 1 - keep)
        if step % 50 == 0:
            sys.stderr.write(f"{step}/{steps} loss {loss:.3f}\n")
            sys.stderr.flush()
    return average


def main() -> None:
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--encoder", type=Path, required=True, help="what teach.py left")
    wanted.add_argument("--data", type=Path, help="the folder of openly licensed text")
    wanted.add_argument("--out", type=Path, required=True)
    wanted.add_argument("--steps", type=int, default=1_200)
    wanted.add_argument("--seed", type=int, default=1)
    asked = wanted.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(asked.seed)
    model, tokenizer = network.start(asked.encoder)
    trained = fit(model, tokenizer, material(asked.data, asked.seed), asked.steps)
    export.save(trained, tokenizer, asked.out)
    calibrate(asked.out, asked.data, asked.seed)


if __name__ == "__main__":
    main()
