"""A host prepares an evening: a draft first, then everybody; changed, closed, done again."""

from typing import Any

import pytest
from discord import Locale

from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.setup import Format
from core.courier import Card
from tests.discord_desk import MANAGE_GUILD, Answer
from tests.tournaments.server import HOST, Server

IN_THREE: dict[str, Any] = {"best-of": 3}


async def told(server: Server, command: str, locale: str = "fr", **options: object) -> Answer:
    return await server.desk.slash(
        HOST, f"tournament {command}", locale=locale, may=MANAGE_GUILD, **options
    )


async def pressed(server: Server, answer: Answer, label: str, locale: str = "fr") -> Answer:
    return await server.desk.press(HOST, answer.buttons[label], locale=locale, may=MANAGE_GUILD)


async def filled(server: Server, form: Answer, **fields: str) -> Answer:
    return await server.desk.form(HOST, form.data["custom_id"], may=MANAGE_GUILD, **fields)


async def test_nobody_sees_a_draft_before_it_is_published(server: Server) -> None:
    draft = await server.draft(template=None, game="valorant-5v5", size=8)
    assert draft.ephemeral
    assert list(draft.buttons) == ["Publier", "Changer", "Garder comme modèle"]
    assert "Rien n'est encore publié." in draft.text
    assert "Classé PEGI 16 : en publiant, tu confirmes" in draft.text
    assert "VALORANT 5v5 · élimination directe · 8 équipes de 5" in draft.text
    assert server.chat == []
    for person in (HOST, 12):
        assert (await server.desk.slash(person, "tournament list")).text.startswith("Rien")
        joined = await server.desk.press(person, "tournaments.join|1")
        assert joined.text.startswith("Il n'y a pas de tournoi ici pour le moment.")
    refused = await server.desk.press(12, draft.buttons["Publier"])
    assert refused.text.startswith("Ça, c'est")
    made = await pressed(server, draft, "Publier")
    assert made.text.startswith("C'est annoncé : **Coupe**")
    assert "PEGI 16" in (await server.card()).text
    again = await pressed(server, draft, "Publier")
    assert again.text.startswith("C'est déjà publié.")


async def test_a_draft_reads_in_the_language_of_its_host(server: Server) -> None:
    draft = await told(
        server,
        "create",
        locale="en-GB",
        name="Cup",
        start="tomorrow 8pm",
        game="chess",
        size=8,
    )
    assert list(draft.buttons) == ["Publish", "Change", "Keep as a template"]
    assert draft.text.startswith("**Nothing is published yet.** Starts <t:")
    assert "no age rating: you judge" in draft.text
    published = await pressed(server, draft, "Publish", "en-GB")
    assert published.text.startswith("Announced: **Cup**") or "Cup" in published.text
    edited = await told(server, "edit", locale="en-GB", name="Chess cup")
    assert edited.text.startswith("Changed: **Chess cup**")
    assert "everybody meets everybody · 8 seats · one game a match" in edited.text


async def test_a_game_brings_its_format_its_matches_and_its_name(server: Server) -> None:
    await server.create(name=None, template=None, game="Super Smash Bros. Ultimate", size=8)
    event = (await server.live()).event
    assert event.game == "super-smash-bros-ultimate"
    assert event.format is Format.DOUBLE_ELIMINATION
    assert (event.best_of, event.options["finals"]) == (3, [5, 5])
    assert event.name == "Super Smash Bros. Ultimate"
    assert "matchs en 3 manches, finale en 5" in (await server.card()).text


async def test_teams_are_as_many_as_the_game_has_them(server: Server) -> None:
    await server.create(template=None, game="rocket-league-3v3", size=8)
    event = (await server.live()).event
    assert (event.team_size, event.team_most, event.substitutes) == (3, 3, 1)


async def test_what_cannot_be_is_refused_with_what_to_do(server: Server) -> None:
    hour = await server.draft(start="bientôt")
    assert hour.text.startswith("Je n'ai pas compris cette heure. Écris par exemple 45")
    mixed = await server.draft(game="mario-kart-8-deluxe")
    assert mixed.text.startswith("Ce jeu ne se joue pas dans ce format")
    unknown = await server.draft(template=None, game="Ludo")
    assert unknown.text.startswith("Je ne connais pas ce jeu.")


async def test_a_draft_is_changed_in_a_form(server: Server) -> None:
    draft = await server.draft(template=None, game="chess", size=8)
    form = await pressed(server, draft, "Changer")
    assert form.data["title"] == "Changer la soirée"
    fields = {
        part["custom_id"]: part.get("value")
        for row in form.data["components"]
        for part in row["components"]
    }
    assert fields == {
        "name": "Coupe",
        "start": fields["start"],
        "size": "8",
        "best_of": "1",
    }
    given = {"name": "Open", "start": fields["start"], "size": "20", "best_of": "1"}
    after = await filled(server, form, **given)
    assert "## Open" in after.text
    assert "rondes suisses · 20 places" in after.text, "the format follows the size"
    odd = await filled(server, form, **given | {"best_of": "2"})
    assert odd.text.startswith("Un match se joue en 1, 3, 5 ou 7 manches.")
    word = await filled(server, form, **given | {"size": "beaucoup"})
    assert word.text.startswith("Un tournoi a entre 2 et 4096 places.")
    await pressed(server, after, "Publier")
    assert (await server.live()).event.format is Format.SWISS


async def test_a_draft_that_nobody_publishes_is_gone_at_its_hour(server: Server) -> None:
    draft = await server.draft(start="30")
    await server.wait(minutes=31)
    gone = await pressed(server, draft, "Publier")
    assert gone.text.startswith("Il n'y a pas de tournoi ici pour le moment.")


async def test_an_announced_evening_moves_and_grows_and_tells_it(server: Server) -> None:
    await server.create(size=2)
    for person in (11, 12, 13):
        await server.press(person, "Je joue")
    assert "1 en attente" in (await server.card()).text
    changed = await told(server, "edit", start="120", size=4, **IN_THREE)
    assert changed.text.startswith("C'est changé : **Coupe**")
    card = (await server.card()).text
    assert "**3** sur 4 dans la liste\n" in card
    assert "matchs en 3 manches" in card
    assert server.chat[-1].startswith("Coupe change d'heure : début dans 120 min.")
    smaller = await told(server, "edit", size=2)
    assert smaller.text.startswith("On ne retire pas de places")
    await server.wait(minutes=89)
    assert (await server.live()).event.phase is Phase.REGISTRATION
    await server.wait(minutes=2)
    assert (await server.live()).event.phase is Phase.CHECK_IN
    await told(server, "edit", start="60")
    await server.wait(minutes=54)
    assert (await server.live()).event.phase is Phase.CHECK_IN, "its check-in lasts longer"
    for person in (11, 12):
        await server.press(person, "Je suis là")
    await told(server, "start")
    late = await told(server, "edit", name="Trop tard")
    assert late.text.startswith("Le tirage est déjà fait.")


async def test_a_host_closes_the_door_and_opens_it_again(server: Server) -> None:
    await server.create()
    await server.press(11, "Je joue")
    closed = await told(server, "registration", state="closed")
    assert closed.text == "Les inscriptions sont fermées. Qui est dans la liste y reste."
    card: Card = await server.card()
    assert "Inscriptions fermées" in card.text
    refused = await server.desk.press(12, "tournaments.join|1")
    assert refused.text.startswith("Les inscriptions sont fermées. La commande")
    assert (await server.types("Zed")) == refused.text
    nothing = await server.desk.slash(12, "tournament match")
    assert "t'inscrire" not in nothing.text
    kept = await server.press(11, "Mon match")
    assert kept.text.startswith("Tu es dans la liste")
    opened = await told(server, "registration", state="open")
    assert opened.text == "Les inscriptions sont ouvertes."
    assert (await server.press(12, "Je joue")).text.startswith("C'est bon")


async def test_last_week_is_done_again_in_one_tap(server: Server) -> None:
    await server.create(template=None, game="tetris", size=4)
    for person in (11, 12):
        await server.press(person, "Je joue")
    await told(server, "start")
    form = await server.press(11, "J'ai perdu", "1:W1.1")
    await server.desk.form(11, form.data["custom_id"], score="0-2")
    podium = await server.card("1", "tournaments.podium")
    again = next(c for row in podium.rows for c in row if c.label == "Refaire la même")
    form = await server.desk.press(HOST, f"{again.verb}|{again.args[0]}", may=MANAGE_GUILD)
    draft = await filled(server, form, name="Coupe", start="demain 20h")
    await pressed(server, draft, "Publier")
    one, two = (await server.live(1)).event, (await server.live(2)).event
    for column in ("game", "format", "options", "size", "best_of", "team_size"):
        assert getattr(one, column) == getattr(two, column)
    assert two.starts_at > one.starts_at
    listed = await told(server, "create", start="90", like="1")
    assert "Coupe" in listed.text


@pytest.mark.parametrize(
    ("typed", "locale", "first"),
    [("éch", "fr", "Échecs"), ("che", "en-GB", "Chess"), ("", "fr", "N'importe quel jeu")],
)
async def test_games_are_offered_by_their_name_in_the_readers_language(
    server: Server, typed: str, locale: str, first: str
) -> None:
    cog = server.house.discord[-1]
    asked = type("Asked", (), {"locale": Locale(locale)})()
    offered = cog._creation.games(asked, typed)  # type: ignore[attr-defined]
    assert any(each.name.startswith(first) for each in offered)
    assert len(offered) <= 25
