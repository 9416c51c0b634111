"""The whole house, wired and never opened."""

from collections.abc import AsyncIterator
from importlib import import_module
from pathlib import Path

import pytest
import pytest_asyncio

from cogs import FEATURES
from cogs.house import House
from config.settings import Settings


@pytest_asyncio.fixture
async def house(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[House]:
    monkeypatch.chdir(tmp_path)
    built = House.build(settings)
    for feature in FEATURES:
        import_module(f"cogs.{feature}.wiring").wire(built)
    yield built
    await built.db.close()
