"""What the card of a match says of its game: settings, how to meet, the maps and their choice."""

from collections.abc import Mapping
from typing import Final

from cogs.tournaments.discord_face.speech import button, soon
from cogs.tournaments.rules.board import Match, Stage
from cogs.tournaments.rules.presets import Preset, Proof, Words
from cogs.tournaments.rules.veto import Act, Game, Kind
from cogs.tournaments.service.describing import Describing
from cogs.tournaments.service.live import Live
from cogs.tournaments.service.marks import marked
from cogs.tournaments.service.vetoes import Choosing, Vetoes
from core.courier import Choice
from core.people import Voice
from platforms.discord_client.speaking import plain

Rows = tuple[tuple[Choice, ...], ...]
Names = Mapping[int, str]
WIDTH: Final = 5  # buttons in a row
ROOM: Final = 1900  # characters of a card, with a little left


class VetoWords:
    def __init__(self, describing: Describing, vetoes: Vetoes) -> None:
        self._texts = describing.texts
        self._describing = describing
        self._vetoes = vetoes

    async def of(self, voice: Voice, live: Live, match: Match, names: Names) -> tuple[str, Rows]:
        """Lines below the match, and the buttons of whoever is to choose."""
        game = self._describing.game(live.event)
        if game is None or match.stage in {Stage.WAITING, Stage.OPEN}:
            return "", ()
        choosing = await self._vetoes.of(live, match)
        lines: list[str] = []
        rows: Rows = ()
        if choosing is not None:
            lines = self._chosen(voice, match, choosing, names)
            if match.stage is Stage.LIVE and live.event.paused_at is None:
                lines += self._turn(voice, match, choosing, names)
                rows = self._rows(voice, live, match, choosing)
        if match.stage is Stage.DISPUTED and game.proof is Proof.SCREENSHOT:
            lines.append(self._texts.say(voice, "games-proof-asked"))
        if match.stage in {Stage.CALLED, Stage.LIVE}:
            lines += self._settings(voice, game, match.stage, choosing)
        return "\n".join(lines), rows

    def in_a_row(self, live: Live) -> int:
        """How many games a lobby plays before it tells its order."""
        game = self._describing.game(live.event)
        return game.lobbies.games if game and game.lobbies else 1

    def _settings(
        self, voice: Voice, game: Preset, stage: Stage, choosing: Choosing | None
    ) -> list[str]:
        """The game's own words, until the score is told; how to meet comes once maps are known."""
        words: Words = game.said(voice.language)
        lines = [self._texts.say(voice, "games-settings", words=words.settings.strip())]
        if choosing is None or choosing.turn is None:
            lines.append(self._texts.say(voice, "games-meeting", words=words.lobby.strip()))
        if stage is Stage.CALLED and game.procedure.kind is not Kind.NONE:
            lines.append(self._texts.say(voice, "games-veto-to-come"))
        if stage is Stage.LIVE and game.proof is Proof.SCREENSHOT:
            lines.append(self._texts.say(voice, "games-proof"))
        return lines

    def _chosen(self, voice: Voice, match: Match, choosing: Choosing, names: Names) -> list[str]:
        """The maps in their order with who starts where, and what is out."""
        game, say, found = choosing.game, self._texts.say, []
        out = [each.choice for each in choosing.veto.chosen if each.act is Act.BAN]
        games = [
            self._game(voice, match, choosing, number, each, names)
            for number, each in enumerate(choosing.veto.games, 1)
        ]
        games = [each for each in games if each]
        if games:
            found.append(say(voice, "games-veto-maps", maps=" · ".join(games)))
        if out and choosing.turn is not None:
            called = ", ".join(plain(game.called(voice.language, each)) for each in out)
            found.append(say(voice, "games-veto-out", maps=called))
        if any(each.by_clock for each in choosing.veto.chosen):
            found.append(say(voice, "games-veto-by-lot"))
        return found

    def _game(
        self,
        voice: Voice,
        match: Match,
        choosing: Choosing,
        number: int,
        game: Game,
        names: Names,
    ) -> str:
        called = choosing.game.called
        where = f"{number}. {plain(called(voice.language, game.map))}" if game.map else ""
        if game.starter is None or not game.start:
            return where
        who = names.get(match.sides[game.starter] or 0, "…")
        start = self._texts.say(
            voice, "games-veto-start", name=who, start=called(voice.language, game.start)
        )
        return f"{where} ({start})" if where else start

    def _turn(self, voice: Voice, match: Match, choosing: Choosing, names: Names) -> list[str]:
        turn = choosing.turn
        if turn is None:
            asks = choosing.asks_who_lost
            return [self._texts.say(voice, "games-veto-after-each")] if asks else []
        name = names.get(match.sides[turn.side] or 0, "…")
        until = soon(choosing.until)
        return [
            self._texts.say(voice, "games-veto-turn", name=name, act=turn.act.value, until=until)
        ]

    def _rows(self, voice: Voice, live: Live, match: Match, choosing: Choosing) -> Rows:
        turn, veto = choosing.turn, choosing.veto
        if turn is None:
            if not choosing.asks_who_lost:
                return ()
            label = self._texts.say(voice, "games-button-lost-game")
            return ((button("lost_game", label, live.id, marked(live, match), len(veto.losers)),),)
        known = veto.procedure.starts if turn.act is Act.START else veto.procedure.pool
        buttons = tuple(
            button(
                "veto",
                choosing.game.called(voice.language, each)[:80],
                *(live.id, marked(live, match), len(veto.chosen), known.index(each)),
            )
            for each in turn.choices
        )
        return tuple(buttons[at : at + WIDTH] for at in range(0, len(buttons), WIDTH))
