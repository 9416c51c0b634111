"""What members of a Discord server see and press, through discord.py's own dispatch."""

import re
from pathlib import Path

from cogs.tournaments.rules.board import Stage
from cogs.tournaments.rules.bracket import MatchId
from cogs.tournaments.rules.roster import Phase
from tests.discord_desk import MANAGE_GUILD
from tests.tournaments.server import HOST, Server

GOLDEN = Path(__file__).parent / "golden" / "cards.txt"
FIRST = "1:W1.1"
ADDRESS = re.compile(r"http://[^ \n]+/([to])/[\w-]+")


async def started(server: Server, many: int = 4, **options: object) -> list[int]:
    """A tournament under way, and its players' accounts in the order of the seeds."""
    await server.create(**options)
    people = list(range(11, 11 + many))
    for person in people:
        await server.press(person, "Je joue")
    await server.desk.slash(HOST, "tournament start", may=MANAGE_GUILD)
    seeded = (await server.live()).seeded
    return [int(seeded[seed].name.removeprefix("player")) for seed in sorted(seeded)]


async def test_the_host_alone_is_told_the_addresses_of_the_overlays(server: Server) -> None:
    answer = await server.create()
    assert answer.ephemeral
    assert ADDRESS.findall(answer.text) == ["t", "o", "o"]
    card = await server.card()
    assert "/o/" not in card.text


async def test_a_member_who_may_not_is_told_kindly(server: Server) -> None:
    answer = await server.desk.slash(
        12, "tournament create", name="Coupe", template="friday-8", start="60"
    )
    assert answer.text.startswith("Ça, c'est pour l'orga du tournoi.")


async def test_one_press_joins_and_the_card_counts(server: Server) -> None:
    await server.create()
    answer = await server.press(11, "Je joue")
    assert answer.ephemeral
    assert answer.text.startswith("C'est bon, tu joues : 1 sur 8.")
    assert "**1** sur 8 dans la liste" in (await server.card()).text
    again = await server.press(11, "Je joue")
    assert again.text.startswith("C'est déjà bon")
    gone = await server.press(11, "Me retirer")
    assert gone.text.startswith("C'est noté, tu n'es plus dans la liste.")


async def test_an_english_reader_is_answered_in_english(server: Server) -> None:
    await server.create()
    answer = await server.desk.press(11, "tournaments.join|1", locale="en-GB")
    assert answer.text.startswith("You're in: 1 of 8.")


async def test_two_presses_play_a_match_and_two_more_do_no_harm(server: Server) -> None:
    players = await started(server)
    told = await server.press(players[0], "J'ai gagné", FIRST)
    assert told.text.startswith(f"Score envoyé. **player{players[3]}** peut répondre")
    old = (await server.card(FIRST, "tournaments.match")).rows
    right = await server.press(players[3], "C'est ça", FIRST)
    assert right.text == "C'est confirmé, merci."
    settled = await server.card(FIRST, "tournaments.match")
    assert settled.text.endswith(f"✓ <@{players[0]}> gagne.")
    assert settled.rows == ()
    late = await server.desk.press(players[3], "|".join((old[0][0].verb, *old[0][0].args)))
    assert late.text == "C'est confirmé, merci."


async def test_several_games_are_asked_for_in_a_form(server: Server) -> None:
    players = await started(server, **{"best-of": 3})
    form = await server.press(players[0], "J'ai gagné", FIRST)
    assert form.data["title"] == "Le score du match"
    sent = await server.desk.form(players[0], form.data["custom_id"], score="2-1")
    assert sent.text.startswith("Score envoyé.")
    assert "gagne 2-1" in (await server.card(FIRST, "tournaments.match")).text
    wrong = await server.desk.form(players[0], form.data["custom_id"], score="deux")
    assert wrong.text.startswith("Je n'ai pas compris ce score.")


async def test_a_host_decides_what_two_sides_cannot(server: Server) -> None:
    players = await started(server)
    await server.press(players[0], "J'ai gagné", FIRST)
    await server.press(players[3], "Pas d'accord", FIRST)
    label = f"player{players[3]} gagne"
    refused = await server.press(players[1], label, FIRST)
    assert refused.text.startswith("Ça, c'est pour l'arbitrage")
    card = await server.card(FIRST, "tournaments.match")
    verb = next(choice for choice in card.rows[0] if choice.label == label)
    pressed = "|".join((verb.verb, *verb.args))
    ruled = await server.desk.press(HOST, pressed, may=MANAGE_GUILD)
    assert ruled.text == "C'est tranché. Les deux côtés voient la raison."
    settled = await server.card(FIRST, "tournaments.match")
    assert settled.text.endswith("-# Décision de l'orga : chaque côté a été entendu.")


async def test_my_match_is_one_answer_with_its_buttons(server: Server) -> None:
    players = await started(server)
    answer = await server.desk.slash(players[0], "tournament match")
    assert answer.text.startswith(f"Ton match : contre **player{players[3]}**, Demi-finales")
    assert list(answer.buttons) == ["Je suis là", "J'ai gagné", "J'ai perdu", "Un souci"]
    nothing = await server.desk.slash(99, "tournament match")
    assert nothing.text == "Rien de prévu pour toi ici. Dès qu'un tournoi s'annonce, tu le verras."


async def test_commands_do_what_buttons_do(server: Server) -> None:
    await server.create()
    for person in (11, 12):
        await server.desk.slash(person, "tournament join")
    await server.wait(minutes=31)
    for person in (11, 12):
        await server.desk.slash(person, "tournament check-in")
    await server.wait(minutes=29)
    one, other = (11, 12)
    await server.press(one, "Je suis là", "1:W1.1")
    scored = await server.desk.slash(one, "tournament score", score="gagné")
    assert scored.text.startswith("Score envoyé.")
    answer = await server.desk.slash(other, "tournament dispute")
    assert answer.text.startswith("C'est noté. L'orga va trancher")
    state = (await server.live()).state
    assert state is not None
    assert state.match(MatchId("W1.1")).stage is Stage.DISPUTED
    listed = await server.desk.slash(99, "tournament list")
    assert listed.text.startswith("**Coupe** · en cours · 2 sur 8")
    tree = await server.desk.slash(99, "tournament bracket")
    assert len(tree.files) == 1
    off = await server.desk.slash(HOST, "tournament cancel", may=MANAGE_GUILD)
    assert off.text.startswith("C'est annulé.")
    assert "Annulé par l'orga" in (await server.card()).text


async def test_a_made_up_button_leads_nowhere(server: Server) -> None:
    await server.create()
    for made_up in ("tournaments.join|x", "tournaments.won|1", "tournaments.join|99"):
        answer = await server.desk.press(11, made_up)
        assert answer.text.startswith("Il n'y a pas de tournoi ici pour le moment.")


async def test_the_podium_is_posted_once_with_its_picture(server: Server) -> None:
    players = await started(server, many=3)
    while (await server.live()).event.phase is Phase.RUNNING:
        await server.wait(minutes=1)
        state = (await server.live()).state
        assert state is not None
        for match in state.open:
            loser = players[max(side or 0 for side in match.sides) - 1]
            await server.press(loser, "J'ai perdu", f"1:{match.id}")
    podium = await server.card("1", "tournaments.podium")
    assert podium.text.splitlines()[:3] == [
        "## Podium · Coupe",
        f"🥇 **player{players[0]}**",
        f"🥈 **player{players[1]}**",
    ]
    assert podium.picture is not None
    assert podium.picture.png.startswith(b"\x89PNG")
    assert f"player{players[0]}" in podium.picture.alt


async def test_cards_read_as_they_were_agreed(server: Server) -> None:
    told = [(await server.create()).text]
    told.append((await server.card()).text)
    for person in (11, 12, 13):
        await server.press(person, "Je joue")
    await server.wait(minutes=31)
    told.append((await server.card()).text)
    told += [(await server.press(person, "Je suis là")).text for person in (11, 12, 13)]
    await server.wait(minutes=25)
    told.append((await server.card()).text)
    await server.wait(minutes=4)
    told.append((await server.card()).text)
    told += [card.text for (kind, _), card in server.shown.items() if kind == "tournaments.match"]
    seeded = (await server.live()).seeded
    for seed in (1, 2):  # the first passes a round, the second plays
        person = int(seeded[seed].name.removeprefix("player"))
        told.append((await server.press(person, "Mon match")).text)
    told += server.chat
    text = _without_luck("\n---\n".join(told))
    assert text == GOLDEN.read_text("utf-8")


def _without_luck(text: str) -> str:
    """Who meets whom, and every token, are drawn by lot."""
    text = ADDRESS.sub(r"http://…/\1/…", text)
    text = re.sub(r"[0-9a-f]{32}|[0-9a-f]{12}", "…", text)
    return re.sub(r"player1\d|<@1\d>", "player", text)
