"""Log lines are event names with allow-listed keys: no prose, no names, no words of people."""

import logging
import sys

ALLOWED = frozenset(
    {
        *("attempts", "case", "count", "error", "fact", "incident", "intents", "kind", "platform"),
        *("port", "reason", "seconds", "speed", "state", "status", "tournament", "url"),
    }
)
OURS = frozenset({"bot", "cogs", "config", "core", "platforms", "prompts", "sandbox", "storage"})
_STANDARD = {*vars(logging.makeLogRecord({})), "message", "asctime", "taskName"}


class Lines(logging.Formatter):
    """`12:00:01 INFO match.settled tournament=7`; keys that are not on the list are dropped.

    Of a library only the place is told: its prose quotes channels, addresses and words.
    """

    def format(self, record: logging.LogRecord) -> str:
        given = sorted(vars(record).keys() - _STANDARD)
        pairs = [f"{key}={getattr(record, key)}" for key in given if key in ALLOWED]
        line = f"{self.formatTime(record, '%H:%M:%S')} {record.levelname} "
        if record.name.partition(".")[0] in OURS:
            line += " ".join([record.getMessage(), *pairs])
        else:
            line += f"library.spoke kind={record.name}:{record.lineno}"
        if record.exc_info:
            line += "\n" + _trace(record)
        return line


def _trace(record: logging.LogRecord) -> str:
    """Where it happened, and the kind of error; never its message, which may quote somebody."""
    kind, _, step = record.exc_info or (None, None, None)
    places = []
    while step is not None:
        places.append(f"  {step.tb_frame.f_code.co_filename}:{step.tb_lineno}")
        step = step.tb_next
    return "\n".join([*places, f"  {kind.__name__ if kind else 'unknown'}"])


def start(level: str = "INFO") -> None:
    """Send every log line to stderr. The platforms' libraries never speak below INFO.

    At DEBUG `discord.gateway`, `discord.http` and `twitchio` write whole payloads, people's words
    included, so their level is fixed here and nowhere else.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for library in ("discord", "twitchio", "aiohttp", "apscheduler", "sqlalchemy", "alembic"):
        logging.getLogger(library).setLevel(logging.WARNING)
