"""Every table of the house, whichever test asks first."""

from importlib import import_module
from pathlib import Path

from storage.schema import metadata

__all__ = ["metadata"]

ROOT = Path(__file__).parents[2]

for path in sorted([*ROOT.glob("cogs/*/tables.py"), *ROOT.glob("storage/*.py")]):
    import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
