"""The rules of the house, as tests. Everything is loaded first, so that nothing escapes them."""

from importlib import import_module
from pkgutil import walk_packages

import cogs

for module in walk_packages(cogs.__path__, "cogs."):
    if ".training" not in module.name:  # it may need what only those who train have
        import_module(module.name)
