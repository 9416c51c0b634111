"""What every service of this feature is given."""

from dataclasses import dataclass, field

from config.settings import Settings
from core.clock import Clock
from core.news import News
from prompts import Texts
from storage.database import Database
from storage.seal import Seal


@dataclass(frozen=True, slots=True)
class Means:
    db: Database
    clock: Clock
    news: News
    texts: Texts
    seal: Seal = field(repr=False)
    settings: Settings = field(repr=False)
    production: bool = True
