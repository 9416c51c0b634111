"""A bilingual vocabulary: word pieces of French, English and chat, without case or accents."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from tokenizers import (
    AddedToken,
    Regex,
    Tokenizer,
    models,
    normalizers,
    pre_tokenizers,
    processors,
    trainers,
)

SIZE = 10_000
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
SLANG_WEIGHT = 400  # a word of slang.txt counts as if it had been read so many times


def learn(texts: Iterable[str], slang: Path, size: int = SIZE) -> Tokenizer:
    """WordPiece, so that English words keep the pieces an English encoder knows them by."""
    tokenizer = Tokenizer(models.WordPiece(unk_token=SPECIAL[1], max_input_chars_per_word=60))
    tokenizer.normalizer = normalizers.BertNormalizer(
        clean_text=True, handle_chinese_chars=False, strip_accents=True, lowercase=True
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            # An emote glued to a word must not make the word unknown.
            pre_tokenizers.Split(Regex(r"[\p{So}\p{Sk}\x{1F300}-\x{1FAFF}]"), "isolated"),
            pre_tokenizers.BertPreTokenizer(),
        ]
    )
    words = slang.read_text(encoding="utf-8").split()
    trainer = trainers.WordPieceTrainer(
        vocab_size=size, special_tokens=SPECIAL, limit_alphabet=400, min_frequency=3
    )
    tokenizer.train_from_iterator(chain(texts, words * SLANG_WEIGHT), trainer)
    tokenizer.add_special_tokens([AddedToken("\n", normalized=False)])
    first, last = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", first), ("[SEP]", last)]
    )
    return tokenizer
