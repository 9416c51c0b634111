"""Start here. One line per command; what has more to say stands in a feature's `terminal_face`."""

import asyncio
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from core.errors import CannotStart
from core.people import Voice
from prompts import Texts

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
tournament, signals = (typer.Typer(no_args_is_help=True) for _ in range(2))
app.add_typer(tournament, name="tournament", help="The tournament engine, without a bot.")
app.add_typer(signals, name="signals", help="The classifier, without a bot.")


@app.command()
def demo(
    script: Annotated[bool, typer.Option("--script", help="Play it by itself, as text.")] = False,
    lang: Annotated[str, typer.Option(help="fr or en.")] = "fr",
    seed: Annotated[int, typer.Option(help="The same seed, the same evening.")] = 1,
    out: Annotated[Path, typer.Option(help="Where the story and pictures go.")] = Path("demo-out"),
) -> None:
    """An evening with our own Discord and Twitch: no account, no token."""
    from sandbox.evening import play

    asyncio.run(play(script=script, language=lang, seed=seed, out=out))


@app.command()
def sandbox(discord_port: int = 0, twitch_port: int = 0) -> None:
    """Our own Discord and Twitch alone, for any client."""
    from sandbox.alone import serve

    asyncio.run(serve(discord_port, twitch_port))


@app.command()
def run() -> None:
    """The bot, with whatever platforms are configured."""
    from cogs.opening import open_house
    from config import load

    asyncio.run(open_house(load()))


@tournament.command()
def engine() -> None:
    """The pure engine: one JSON object a line in, one a line out."""
    from cogs.tournaments.terminal_face.engine import serve

    serve()


@signals.command()
def weigh() -> None:
    """JSON lines {"id","text"} in, calibrated probabilities out."""
    from cogs.signals import terminal_face

    terminal_face.serve()


@signals.command()
def evaluate(file: Path, as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """How good the classifier is on JSON lines {"text","labels":[…]}."""
    from cogs.signals.training import evaluation

    evaluation.evaluate(file, as_json=as_json)


if __name__ == "__main__":
    try:
        app()
    except CannotStart as reason:  # told in one sentence, in the language of the terminal
        voice = Voice((os.environ.get("LC_ALL") or os.environ.get("LANG") or "en")[:2])
        sys.exit(Texts().say(voice, reason.key, **reason.slots))
