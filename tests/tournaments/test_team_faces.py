"""Teams as members of a server and viewers of a stream see them."""

import re

import pytest

from cogs.tournaments.rules.board import Stage
from cogs.tournaments.rules.roster import Phase
from cogs.tournaments.rules.standings import champion
from cogs.tournaments.service.team_words import listed
from tests.discord_desk import MANAGE_GUILD, Answer
from tests.tournaments.server import HOST, Server

CODE = re.compile(r"!tournoi equipe ([A-Z0-9]{6})")
FIRST = "1:W1.1"


async def team(server: Server, person: int, name: str) -> tuple[str, str]:
    """The subject of a new team's card, and its code."""
    form = await server.press(person, "Créer une équipe")
    made = await server.desk.form(person, form.data["custom_id"], name=name)
    assert made.ephemeral
    live = await server.live()
    row = next(row for row in live.teams if row.name == name)
    found = CODE.search(made.text)
    assert found is not None
    assert found[1] == row.code
    return f"1:{row.ticket}", row.code


async def duos(server: Server, **teams: tuple[int, int]) -> None:
    await server.create(template="duo-16")
    for name, (captain, mate) in teams.items():
        subject, _ = await team(server, captain, name)
        await on_team(server, mate, f"Rejoindre {name}", subject)


async def playing(server: Server) -> list[tuple[int, int]]:
    """Two duos that are called to their match, in the order of the seeds."""
    await duos(server, Nova=(11, 12), Zed=(13, 14))
    await server.desk.slash(HOST, "tournament start", may=MANAGE_GUILD)
    people = {"Nova": (11, 12), "Zed": (13, 14)}
    return [people[name] for _, name in sorted((await server.live()).names.items())]


async def on_team(server: Server, person: int, label: str, subject: str) -> Answer:
    card = await server.card(subject, "tournaments.team")
    choice = next(one for row in card.rows for one in row if one.label == label)
    return await server.desk.press(person, "|".join((choice.verb, *choice.args)))


async def test_a_team_is_made_in_one_form_and_joined_by_one_tap(server: Server) -> None:
    await server.create(template="duo-16")
    subject, _ = await team(server, 11, "Nova")
    card = await server.card(subject, "tournaments.team")
    assert card.text.splitlines() == [
        "**Nova** : **player11** (mène l'équipe)",
        "Il manque encore une personne.",
    ]
    assert server.parents["tournaments.team", subject] == ("tournaments.event", "1")
    joined = await on_team(server, 12, "Rejoindre Nova", subject)
    assert joined.ephemeral
    assert joined.text == "C'est bon, tu joues avec **Nova**. L'équipe est complète."
    card = await server.card(subject, "tournaments.team")
    assert "Il manque" not in card.text
    again = await on_team(server, 12, "Rejoindre Nova", subject)
    assert again.text == "C'est déjà bon, tu joues avec **Nova**."


async def test_once_it_is_drawn_the_card_offers_nobody_a_team(server: Server) -> None:
    await duos(server, Nova=(11, 12), Zed=(13, 14))
    assert "Sans équipe, je t'en propose une au tirage." in (await server.card()).text
    await server.desk.slash(HOST, "tournament start", may=MANAGE_GUILD)
    text = (await server.card()).text
    assert "équipes de 2" in text
    assert "Sans équipe" not in text


async def test_the_card_of_the_event_says_who_is_still_looked_for(server: Server) -> None:
    await server.create(template="duo-16")
    card = await server.card()
    labels = [choice.label for row in card.rows for choice in row]
    assert labels[:3] == ["Créer une équipe", "Rejoindre une équipe", "Jouer sans équipe"]
    await team(server, 11, "Nova")
    alone = await server.press(12, "Jouer sans équipe")
    assert alone.text.startswith("C'est bon : au tirage, je te propose une équipe.")
    text = (await server.card()).text
    assert "Équipes de 2 · 1 personne sans équipe." in text
    assert "À compléter : Nova (1)" in text
    offered = await server.press(13, "Rejoindre une équipe")
    assert list(offered.buttons) == ["Rejoindre Nova", "J'ai un code"]
    mine = await server.press(12, "Mon match")
    assert mine.text.startswith("Patiente : tu joues **Coupe** sans équipe")
    left = await server.press(12, "Me retirer")
    assert left.text.startswith("C'est noté, tu n'es plus dans la liste.")


async def test_an_event_of_single_players_looks_as_ever(server: Server) -> None:
    await server.create()
    card = await server.card()
    assert card.rows[0][0].label == "Je joue"
    assert "quipe" not in card.text
    no = await server.desk.slash(11, "tournament team create", name="Nova")
    assert no.text == "Ici on joue en solo : « Je joue », et c'est bon."


async def test_a_captain_hands_over_swaps_and_takes_out_by_two_taps(server: Server) -> None:
    await duos(server, Nova=(11, 12))
    await on_team(server, 13, "Rejoindre Nova", "1:2")
    shown = await server.desk.slash(11, "tournament team roster")
    assert shown.ephemeral
    assert shown.text.endswith("En remplacement : **player13**")
    chosen = await server.desk.press(11, shown.buttons["Remplacer"])
    swapped = await server.desk.press(11, chosen.buttons["player12 → player13"])
    assert swapped.text.endswith("En remplacement : **player12**")
    slash = await server.desk.slash(11, "tournament team substitute")
    assert "player13 → player12" in slash.buttons
    chosen = await server.desk.press(11, shown.buttons["Retirer quelqu'un"])
    gone = await server.desk.press(11, chosen.buttons["player12"])
    assert "player12" not in gone.text
    refused = await on_team(server, 12, "Effectif", "1:2")
    assert list(refused.buttons) == [], "who is not of the team changes nothing in it"
    chosen = await server.desk.press(11, shown.buttons["Passer le relais"])
    await server.desk.press(11, chosen.buttons["player13"])
    mine = await server.desk.slash(11, "tournament team invite")
    assert mine.text.startswith("Seule la personne qui mène l'équipe peut la changer.")
    invitation = await server.desk.slash(13, "tournament team invite")
    assert CODE.search(invitation.text)
    left = await server.desk.slash(11, "tournament team leave")
    assert left.text == "C'est noté, tu n'es plus dans **Nova**. L'équipe continue."


async def test_a_code_is_typed_in_a_form_or_after_the_command(server: Server) -> None:
    await server.create(template="trio-8")
    _, code = await team(server, 11, "Nova")
    offered = await server.press(12, "Rejoindre une équipe")
    form = await server.desk.press(12, offered.buttons["J'ai un code"])
    wrong = await server.desk.form(12, form.data["custom_id"], code="AAAAAA")
    assert wrong.text.startswith("Ce code n'est celui d'aucune équipe ici.")
    joined = await server.desk.form(12, form.data["custom_id"], code=code)
    assert joined.text.endswith("Encore une personne à trouver.")
    typed = await server.desk.slash(13, "tournament team join", code=code.lower())
    assert typed.text.endswith("L'équipe est complète.")


async def test_a_stream_joins_and_makes_teams_by_words(server: Server) -> None:
    await server.create(template="duo-16")
    _, code = await team(server, 11, "Nova")
    how = await server.types("Zed", "equipe")
    assert how.startswith("Avec un code : !tournoi equipe CODE.")
    assert (await server.types("Zed", "Équipe", code)).startswith("C'est bon, tu joues avec Nova.")
    made = await server.types("Kim", "equipe", "créer", "Les", "Astres")
    found = CODE.search(made)
    assert found is not None
    assert (await server.types("Léo", "equipe", found[1])).startswith("C'est bon, tu joues avec")
    alone = await server.types("Max")
    assert alone.startswith("C'est bon : au tirage, je te propose une équipe.")
    assert (await server.types("Max", "match")).startswith("Patiente : tu joues Coupe sans équipe")
    answers = [how, made, alone, await server.types("Max", "equipe", "QQQQQQ")]
    assert all(len(answer) <= 180 for answer in answers)
    await server.wait(seconds=10)
    assert any("Les Astres" in line for line in server.chat)


async def test_everybody_of_both_teams_is_in_the_thread_of_their_match(server: Server) -> None:
    one, other = await playing(server)
    card = await server.card(FIRST, "tournaments.match")
    assert card.room is not None
    assert set(card.room.members) == {str(person) for person in (*one, *other)}
    assert all(f"<@{person}>" in card.text for person in (*one, *other))
    assert "**Nova** (" in card.text


async def test_somebody_steps_in_by_three_taps_of_two_people(server: Server) -> None:
    one, other = await playing(server)
    asked = await server.press(one[0], "Il nous manque quelqu'un", FIRST)
    nobody = await server.desk.press(one[0], asked.buttons[f"player{one[1]}"])
    assert nobody.text.startswith("Personne n'est disponible sans équipe.")
    late = await server.desk.slash(15, "tournament join", tournament="1")
    assert late.text == "C'est noté : si une équipe a besoin de quelqu'un, ce sera toi."
    sent = await server.desk.press(one[0], asked.buttons[f"player{one[1]}"])
    assert sent.text.startswith("C'est demandé à l'autre équipe")
    card = await server.card(FIRST, "tournaments.match")
    assert "demande à faire entrer une personne sans équipe" in card.text
    done = await server.press(other[0], "D'accord", FIRST)
    assert done.text.startswith("C'est fait")
    card = await server.card(FIRST, "tournaments.match")
    assert card.room is not None
    assert "15" in card.room.members
    assert str(one[1]) not in card.room.members
    assert "demande à faire entrer" not in card.text


async def test_a_captain_withdraws_the_team_at_the_second_tap(server: Server) -> None:
    one, other = await playing(server)
    shown = await server.desk.slash(one[0], "tournament team roster")
    sure = await server.desk.press(one[0], shown.buttons["Retirer l'équipe"])
    assert sure.text.startswith("Retirer")
    await server.desk.press(one[0], sure.buttons["Retirer l'équipe"])
    live = await server.live()
    assert live.state is not None
    assert live.event.phase is Phase.FINISHED
    card = await server.card("1", "tournaments.podium")
    assert f"🥇 **{'Nova' if other == (11, 12) else 'Zed'}**" in card.text


async def test_a_team_that_is_gone_says_so(server: Server) -> None:
    await server.create(template="duo-16")
    subject, _ = await team(server, 11, "Nova")
    await server.press(11, "Me retirer")
    card = await server.card(subject, "tournaments.team")
    assert (card.text, card.rows) == ("Cette équipe n'existe plus.", ())
    late = await server.desk.press(12, f"tournaments.team_join|{subject.replace(':', '|')}")
    assert late.text.startswith("Cette équipe n'existe pas, ou plus.")


@pytest.mark.parametrize(
    "made_up",
    [
        "tournaments.team_join|1",
        "tournaments.team_act|1|2|rude|3",
        "tournaments.team_do|1|2",
        "tournaments.team_new|x",
    ],
)
async def test_a_made_up_button_leads_nowhere(server: Server, made_up: str) -> None:
    await duos(server, Nova=(11, 12))
    answer = await server.desk.press(11, made_up)
    assert answer.text.startswith("Il n'y a pas de tournoi ici pour le moment.")


async def test_duos_of_both_platforms_play_to_the_podium(server: Server) -> None:
    await server.create(template="duo-16")
    people = {}
    for person, viewer, name in ((11, "v1", "Nova"), (12, "v2", "Zed"), (13, "v3", "Kim")):
        _, code = await team(server, person, name)
        await server.types(viewer, "equipe", code)
        people[name] = (person, viewer)
    await server.desk.slash(HOST, "tournament start", may=MANAGE_GUILD)
    while (live := await server.live()).event.phase is Phase.RUNNING:
        assert live.state is not None
        match = next(each for each in live.state.open if each.stage is not Stage.WAITING)
        winner, loser = (live.name(side) for side in sorted(filter(None, match.sides)))
        await server.types(people[winner][1], "ok")
        await server.press(people[loser][0], "Je suis là", f"1:{match.id}")
        sent = await server.types(people[winner][1], "score", "2-0")
        assert sent.startswith("Score envoyé.")
        agreed = await server.press(people[loser][0], "C'est ça", f"1:{match.id}")
        assert agreed.text == "C'est confirmé, merci."
    assert live.state is not None
    best = live.name(champion(live.state) or 0)
    podium = await server.card("1", "tournaments.podium")
    assert f"🥇 **{best}**" in podium.text
    mine = await server.desk.slash(people[best][0], "tournament match")
    assert mine.text.startswith("C'était la finale")


async def test_a_page_lists_teams_with_who_is_on_them(server: Server) -> None:
    await duos(server, Nova=(11, 12))
    await server.press(13, "Jouer sans équipe")
    assert listed(await server.live()) == ["Nova (player11, player12)", "player13"]
