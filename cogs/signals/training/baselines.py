"""What the model is measured against: a list of words, and counted words with a regression."""

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline, make_union

from cogs.signals.classifier import LABELS, tidy
from cogs.signals.training import corpus, public

Floats = NDArray[np.float64]
Scorer = Callable[[Sequence[str]], Floats]
BENIGN = 12_000

_WORDS = {
    "distress": (
        r"triste|seule?\b|pleure|déprim|deprim|angoiss|harcel|épuisé|j'?en peux plus|mal dans"
        r"|solitude|honte|lonely|depress|anxious|crying|hopeless|worthless|bullied|alone|exhausted"
    ),
    "dropping_out": (
        r"décroch|arrêté (?:l'école|les cours|le lycée|la fac)|chômage|sans diplôme|dropped out"
        r"|vais plus (?:en cours|au lycée|à la fac)|unemployed|no job|(?:quit|left) school"
    ),
    "emergency": (
        r"suicid|mourir|me tuer|en finir|disparaître|plus envie de vivre|scarif|me frappe"
        r"|à la rue|kill myself|\bkms\b|want to die|end it|self.?harm|hits me|cut myself"
    ),
}


def keywords() -> Scorer:
    """A matcher of phrases, as search boxes of social networks have: each label a list."""
    patterns = [re.compile(_WORDS[label], re.IGNORECASE) for label in LABELS]

    def score(texts: Sequence[str]) -> Floats:
        found = [[float(len(p.findall(text))) for p in patterns] for text in texts]
        return np.asarray(found, dtype=float).reshape(len(texts), len(LABELS)) / 10

    return score


def counted(data: Path | None, seed: int = 1) -> Scorer:
    """TF-IDF of words and characters, one logistic regression a label, the same lines as ours."""
    lines = [line for line in corpus.read() if not line.held_out]
    benign = public.benign(data, random.Random(seed))[:BENIGN] if data else []  # noqa: S311
    texts = [*(tidy(line.text) for line in lines), *(tidy(text) for text in benign)]
    targets = np.array([*(line.target for line in lines), *([(0.0, 0.0, 0.0)] * len(benign))])
    weights = np.array([8.0] * len(lines) + [1.0] * len(benign))
    models: list[Any] = []
    for place in range(len(LABELS)):
        features = make_union(
            TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, lowercase=True),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=3, sublinear_tf=True),
        )
        model = make_pipeline(features, LogisticRegression(C=4.0, max_iter=300))
        model.fit(texts, targets[:, place], logisticregression__sample_weight=weights)
        models.append(model)

    def score(asked: Sequence[str]) -> Floats:
        tidied = [tidy(text) for text in asked]
        return np.stack([model.predict_proba(tidied)[:, 1] for model in models], axis=1)

    return score
