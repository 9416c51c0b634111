"""What a column may hold, and what somebody is told who runs into an index."""

from collections.abc import Iterator
from math import inf

import pytest
from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Float,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

from cogs.challenges.rules.refusals import AlreadyOnStage
from cogs.mediation.rules.refusals import AlreadyTalking
from cogs.people.rules import AlreadyLinked
from cogs.tournaments.rules.keeping import NameKept
from cogs.tournaments.rules.refusals import AlreadyEntered
from cogs.tournaments.rules.underground import AlreadyBelow
from core.errors import Refusal
from tests.house.tables import metadata

SENTENCE = 40  # characters: in fewer there is no room for somebody's words

HASH = "a hash: nothing can be read in it"
SEALED = "sealed: nobody reads it without the key, which dies first"
CHOSEN = "a public name, chosen to be shown"
OURS = "our own word, from a list in the code"
ROOMY = {
    "accounts.hash": HASH,
    "accounts.sealed": SEALED,
    "accounts.dm_channel": SEALED,
    "cards.subject": OURS,
    "case_keys.sealed": SEALED,
    "case_lines.sealed": SEALED,
    "consents.version": HASH,
    "desk_sessions.hash": HASH,
    "link_codes.hash": HASH,
    "marks.value": OURS,
    "outbox.slots": "what a sentence of ours is completed with; gone once it is sent",
    "outbox.text_key": OURS,
    "places.hash": HASH,
    "places.name": CHOSEN,
    "places.sealed": SEALED,
    "pseudonyms.name": CHOSEN,
    "quiz_questions.question": OURS,
    "referrals.proof": HASH,
    "referrals.sealed": SEALED,
    "rooms.device": HASH,
    "rooms.token": HASH,
    "staff.account": HASH,
    "staff.pen_name": CHOSEN,
    "staff.sealed": SEALED,
    "suppressions.hash": HASH,
    "teams.name": CHOSEN,
    "timers.key": OURS,
    "tournaments.options": OURS,
    "timers.last_error": "the name of an error's type",
    "timers.payload": OURS,
    "tournament_guests.name": CHOSEN,
    "tournament_series.settings": "the columns of a tournament, by their names",
    "tournament_templates.folded": CHOSEN,
    "tournament_templates.name": CHOSEN,
    "tournament_templates.settings": "the columns of a tournament, by their names",
    "tournament_events.payload": "entrants by number, scores of matches",
    "tournaments.name": CHOSEN,
    "tournaments.overlay": HASH,
    "tournaments.secret": "the luck of the draw, published once it is drawn",
    "tournaments.streams": "ids of chats",
}
# Numbers, none of which says how somebody is: what was played, and how often we tried.
NUMBERS = {
    "appointments": {"attempts", "refused", "shown", "wanted"},
    "cards": {"attempts", "refused", "shown", "wanted"},
    "channels": {"notice"},
    "entrants": {"robot", "seat", "team", "ticket", "wish"},
    "outbox": {"attempts"},
    "pseudonyms": {"ticket"},
    "ratings": {"best", "mu", "played", "season", "sigma"},  # of play alone: the ladder
    "quiz_answers": {"choice", "points", "position", "took_ms"},
    "quiz_questions": {"position"},
    "quiz_rounds": {"position"},
    "quiz_windows": {"position"},
    "teams": {"captain", "ticket"},
    "ticket_labels": {"ticket"},
    "timers": {"attempts"},
    "tournament_events": {"seq", "undoes"},
    "tournament_guests": {"ticket"},
    "tournament_series": {"hour", "minute", "too_few", "weekday"},
    "tournaments": {"best_of", "call_minutes", "clock_minutes", "confirm_minutes"}
    | {"hold_minutes", "match_minutes", "size", "substitutes", "team_most", "team_size"},
    "tournaments_below": {"before"},
    "xp_ledger": {"amount"},
}

TWICE = "written twice it is one row, and nobody is told"
KNOWN = "whoever comes again is recognised, and nobody is told"
LUCK = "drawn at random, and drawn again where it is taken"
EXPLAINED: dict[str, type[Refusal] | str] = {
    "one_account_per_handle": KNOWN,
    "one_account_per_person_and_platform": AlreadyLinked,
    "one_appointment_per_subject": TWICE,
    "one_below_each": AlreadyBelow,
    "one_card_per_subject": TWICE,
    "one_case_per_code": LUCK,
    "one_entry_per_act": TWICE,
    "one_entry_per_person": AlreadyEntered,
    "one_letter_per_nonce": TWICE,
    "one_line_per_name": TWICE,
    "one_open_case_per_person": AlreadyTalking,
    "one_place_per_venue": KNOWN,
    "one_quiz_on_stage_per_place": AlreadyOnStage,
    "one_room_per_token": "24 bytes of luck",
    "one_staff_per_account": KNOWN,
    "one_state_per_channel": KNOWN,
    "one_team_per_code": LUCK,
    "one_template_per_name": NameKept,
    "one_timer_per_kind_and_key": TWICE,
}


def roomy(tables: MetaData) -> Iterator[str]:
    """Columns with room for somebody's words."""
    return (str(each) for each in columns(tables) if room_in(each) > SENTENCE)


def room_in(column: Column[object]) -> float:
    """How many characters it takes."""
    if isinstance(column.type, JSON):
        return inf
    return (column.type.length or inf) if isinstance(column.type, String) else 0


def numbers(tables: MetaData) -> Iterator[str]:
    """Columns that could hold a score; ids and moments are none."""
    for column in columns(tables):
        if isinstance(column.type, Integer | Float) and not isinstance(column.type, BigInteger):
            yield str(column)


def columns(tables: MetaData) -> Iterator[Column[object]]:
    for table in tables.sorted_tables:
        yield from table.columns


def test_no_column_has_room_for_words_without_a_reason() -> None:
    assert set(roomy(metadata)) == ROOMY.keys()


def test_no_column_scores_anybody() -> None:
    known = {f"{table}.{column}" for table, names in NUMBERS.items() for column in names}
    assert set(numbers(metadata)) == known


def test_every_unique_index_is_explained() -> None:
    unique = {
        str(index.name)
        for table in metadata.sorted_tables
        for index in table.indexes
        if index.unique
    }
    assert unique == EXPLAINED.keys()


@pytest.mark.parametrize("kind", [Text(), JSON(), String(), String(41)], ids=str)
def test_the_net_sees_a_column_with_room(kind: Text | JSON | String) -> None:
    tables = MetaData()
    Table("diary", tables, Column("words", kind), Column("code", String(8)))
    assert list(roomy(tables)) == ["diary.words"]


@pytest.mark.parametrize("kind", [Integer(), Float()], ids=str)
def test_the_net_sees_a_score(kind: Integer | Float[float]) -> None:
    tables = MetaData()
    Table("diary", tables, Column("distress", kind), Column("person", BigInteger()))
    assert list(numbers(tables)) == ["diary.distress"]
