"""The encoder: an English MiniLM given our vocabulary, and taught French on translated pairs.

Teacher and student start as the same network. The student's new word pieces begin as a mixture
of the pieces of their translations; then it learns to place a French sentence where the teacher
places its English twin. Without a teacher or without pairs there is a smaller encoder, from
scratch, and the printed figures say what that costs.
"""

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

from cogs.signals.classifier import tidy
from cogs.signals.training import public, vocabulary
from cogs.signals.training.noise import Noise

HERE = Path(__file__).parent
POSITIONS = 130
LONGEST = 40  # word pieces of a sentence while teaching
BATCH = 64
SHARPNESS = 0.05  # temperature of the in-batch contrast


def scratch(size: int) -> BertModel:
    """Four layers of 256: what there is without a teacher."""
    return BertModel(
        BertConfig(
            vocab_size=size,
            hidden_size=256,
            num_hidden_layers=4,
            num_attention_heads=4,
            intermediate_size=1024,
            max_position_embeddings=POSITIONS,
            type_vocab_size=2,
        ),
        add_pooling_layer=False,
    )


def student(teacher: BertModel, rows: torch.Tensor, layers: int) -> BertModel:
    """The teacher with another vocabulary, shorter texts, and perhaps fewer layers."""
    wanted = teacher.config.to_dict()
    wanted |= {"vocab_size": len(rows), "max_position_embeddings": POSITIONS}
    wanted["num_hidden_layers"] = layers
    model: Any = BertModel(BertConfig(**wanted), add_pooling_layer=False)
    kept = teacher.state_dict()
    kept["embeddings.word_embeddings.weight"] = rows
    kept["embeddings.position_embeddings.weight"] = kept["embeddings.position_embeddings.weight"][
        :POSITIONS
    ]
    kept.pop("embeddings.position_ids", None)
    wanted_keys = model.state_dict().keys()
    model.load_state_dict({key: kept[key] for key in wanted_keys if key in kept}, strict=True)
    return model


def first_rows(
    teacher: BertModel, old: Tokenizer, new: Tokenizer, pairs: Sequence[tuple[str, str]]
) -> torch.Tensor:
    """Where each new piece starts: its own old row, its translations', or its old fragments'."""
    table = teacher.get_input_embeddings().weight.detach()
    pieces = new.get_vocab()
    translations = _lexicon(pairs, old, new)
    rows = torch.zeros(len(pieces), table.shape[1])
    for piece, place in pieces.items():
        known = old.token_to_id(piece)
        if place in translations and (known is None or piece not in _ENGLISH_TOO):
            ids, weights = zip(*translations[place], strict=True)
            share = torch.tensor(weights).unsqueeze(1)
            rows[place] = (table[list(ids)] * share).sum(0) / share.sum()
        elif known is not None:
            rows[place] = table[known]
        else:
            text = piece.removeprefix("##")
            rows[place] = table[old.encode(text, add_special_tokens=False).ids or [100]].mean(0)
    return rows


_ENGLISH_TOO: frozenset[str] = frozenset(
    ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *".,!?'-:;"]
)


def _lexicon(
    pairs: Sequence[tuple[str, str]], old: Tokenizer, new: Tokenizer
) -> dict[int, list[tuple[int, float]]]:
    """The English pieces that keep company with a French one: the four best by Dice's measure."""
    french: Counter[int] = Counter()
    english: Counter[int] = Counter()
    together: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for fr, en in pairs:
        left = set(new.encode(tidy(fr), add_special_tokens=False).ids)
        right = set(old.encode(en, add_special_tokens=False).ids)
        french.update(left)
        english.update(right)
        for piece in left:
            together[piece].update(right)
    lexicon: dict[int, list[tuple[int, float]]] = {}
    for piece, company in together.items():
        if french[piece] < 4:  # noqa: PLR2004 - seen less, the company is chance
            continue
        scores = {e: 2 * n / (french[piece] + english[e]) for e, n in company.items()}
        best = sorted(scores.items(), key=lambda pair: -pair[1])[:4]
        lexicon[piece] = [(e, score**3) for e, score in best]
    return lexicon


def mean(model: Any, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:  # noqa: ANN401
    """A sentence as the teacher gives it: the mean of its words, of length one."""
    hidden = model(input_ids=ids, attention_mask=mask).last_hidden_state
    share = mask.unsqueeze(-1)
    middle = (hidden * share).sum(1) / share.sum(1)
    return torch.nn.functional.normalize(middle.float(), dim=-1)


def padded(rows: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    longest = max(map(len, rows))
    ids = torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows])
    mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows])
    return ids, mask


def by_length(rows: Sequence[int], size: int, luck: random.Random) -> list[list[int]]:
    """Batches of sentences about as long as each other, in a shuffled order."""
    order = sorted(range(len(rows)), key=lambda n: (rows[n], luck.random()))
    batches = [order[n : n + size] for n in range(0, len(order), size)]
    luck.shuffle(batches)
    return batches


def teach(  # noqa: PLR0913 - one loop, told from top to bottom
    teacher: BertModel,
    model: BertModel,
    old: Tokenizer,
    new: Tokenizer,
    pairs: Sequence[tuple[str, str]],
    *,
    steps: int,
    luck: random.Random,
) -> float:
    """Teach for so many batches; the mean cosine to the teacher over the last hundred batches."""
    noise = Noise(luck)
    layers: Any = model
    sentences = [(fr, en) for fr, en in pairs if len(en) < 120]  # noqa: PLR2004 - chat, not essays
    lengths = [len(en) for _, en in sentences]
    optimiser = torch.optim.AdamW(model.parameters(), lr=2e-4, weight_decay=0.01)
    closeness: list[float] = []
    while True:
        for batch in by_length(lengths, BATCH, luck):
            step = len(closeness)
            if step == steps:
                return sum(closeness[-100:]) / len(closeness[-100:])
            for group in optimiser.param_groups:
                group["lr"] = 2e-4 * min((step + 1) / 50, max(0.05, 1 - step / steps))
            english = [sentences[n][1] for n in batch]
            said = [
                noise.blur(sentences[n][0 if luck.random() < 0.75 else 1])  # noqa: PLR2004
                for n in batch
            ]
            ids, mask = padded([old.encode(text).ids[:LONGEST] for text in english])
            with torch.no_grad():
                goal = mean(teacher, ids, mask)
            ids, mask = padded([new.encode(tidy(text)).ids[:LONGEST] for text in said])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                found = mean(layers, ids, mask)
            cosine = (found * goal).sum(-1).mean()
            contrast = torch.nn.functional.cross_entropy(
                found @ goal.T / SHARPNESS, torch.arange(len(batch))
            )
            loss = (1 - cosine) * 4 + contrast * 0.5
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            closeness.append(float(cosine))
            if (step + 1) % 50 == 0:
                sys.stderr.write(f"{step + 1}/{steps} cosine {sum(closeness[-50:]) / 50:.3f}\n")
                sys.stderr.flush()


def main() -> None:
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--data", type=Path, required=True)
    wanted.add_argument("--teacher", type=Path, help="a folder with all-MiniLM-L6-v2")
    wanted.add_argument("--out", type=Path, required=True)
    wanted.add_argument("--steps", type=int, default=1_600)
    wanted.add_argument("--layers", type=int, default=6)
    wanted.add_argument("--seed", type=int, default=1)
    asked = wanted.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(asked.seed)
    luck = random.Random(asked.seed)  # noqa: S311 - a seeded shuffle
    asked.out.mkdir(parents=True, exist_ok=True)
    texts = public.language(asked.data)
    french = texts["fr"] if len(texts["fr"]) < 150_000 else luck.sample(texts["fr"], 150_000)  # noqa: PLR2004
    new = vocabulary.learn([tidy(text) for text in [*french, *texts["en"]]], HERE / "slang.txt")
    new.save(str(asked.out / "tokenizer.json"))
    pairs = public.pairs(asked.data)
    if asked.teacher is None or not pairs:
        sys.stderr.write(
            "no teacher or no pairs: a small encoder from scratch; expect 0.05 less AP\n"
        )
        scratch(new.get_vocab_size()).save_pretrained(asked.out)
        return
    teacher = BertModel.from_pretrained(asked.teacher, local_files_only=True).eval()
    old = Tokenizer.from_file(str(asked.teacher / "tokenizer.json"))
    old.no_padding()
    old.no_truncation()
    model = student(teacher, first_rows(teacher, old, new, pairs), asked.layers)
    model.train()
    reached = teach(teacher, model, old, new, pairs, steps=asked.steps, luck=luck)
    sys.stderr.write(f"cosine to the teacher {reached:.3f}\n")
    model.save_pretrained(asked.out)


if __name__ == "__main__":
    main()
