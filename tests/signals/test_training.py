"""The whole recipe in small, where torch is installed: teach nothing, train a little, export."""

import importlib.util
from pathlib import Path

import pytest

from cogs.signals.classifier import Classifier

TORCH = importlib.util.find_spec("torch") is not None
NO_TORCH = "torch comes with the extra `train` only"


@pytest.mark.skipif(not TORCH, reason=NO_TORCH)
@pytest.mark.filterwarnings("ignore")
def test_a_few_steps_give_a_folder_that_the_bot_can_read(tmp_path: Path) -> None:
    import torch  # noqa: PLC0415 - only where it is

    from cogs.signals.training import calibrate, corpus, export, network, teach, train, vocabulary  # noqa: PLC0415  # noqa: PLC0415

    torch.manual_seed(1)
    texts = [line.text for line in corpus.read()]
    tokenizer = vocabulary.learn(texts, teach.HERE / "slang.txt", size=900)
    model = network.Network(teach.scratch(tokenizer.get_vocab_size()))
    trained = train.fit(model, tokenizer, train.material(None, seed=1), steps=3)
    export.save(trained, tokenizer, tmp_path)
    calibrate.calibrate(tmp_path, None)
    served = Classifier.open(tmp_path)
    assert 0.0 <= served.weigh(["je vais plus en cours", "gg"]).distress <= 1.0
    assert 0.5 <= served.thresholds.emergency <= 1.0
