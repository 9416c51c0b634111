"""The network: an encoder, the mean and the maximum of its words, three logits."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from transformers import BertModel

from cogs.signals.classifier import LABELS, tidy
from cogs.signals.training.teach import padded

LONGEST = 56  # word pieces of a training line


class Network(torch.nn.Module):  # type: ignore[misc]  # torch has no types here
    def __init__(self, encoder: Any) -> None:  # noqa: ANN401 - torch has no types here
        super().__init__()
        self.encoder = encoder
        self.drop = torch.nn.Dropout(0.15)
        self.head = torch.nn.Linear(2 * encoder.config.hidden_size, len(LABELS))

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        share = attention_mask.unsqueeze(-1).to(hidden.dtype)
        middle = (hidden * share).sum(1) / share.sum(1)
        peak = (hidden - (1 - share) * 1e4).amax(1)
        return self.head(self.drop(torch.cat([middle, peak], dim=-1)))


def start(folder: Path) -> tuple[Network, Tokenizer]:
    """From what `teach` left."""
    encoder = BertModel.from_pretrained(folder, local_files_only=True, add_pooling_layer=False)
    return Network(encoder), Tokenizer.from_file(str(folder / "tokenizer.json"))


def encode(tokenizer: Tokenizer, texts: Sequence[str]) -> list[list[int]]:
    return [list(tokenizer.encode(tidy(text)).ids[:LONGEST]) for text in texts]


def logits(model: Network, tokenizer: Tokenizer, texts: Sequence[str]) -> NDArray[np.float64]:
    """In batches of about equal length, in the order they came."""
    was, rows = model.training, encode(tokenizer, texts)
    model.eval()
    found = np.zeros((len(rows), len(LABELS)))
    order = sorted(range(len(rows)), key=lambda n: len(rows[n]))
    with torch.inference_mode():
        for first in range(0, len(order), 64):
            batch = order[first : first + 64]
            found[batch] = model(*padded([rows[n] for n in batch])).float().numpy()
    model.train(was)
    return found
