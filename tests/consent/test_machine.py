"""Whatever people, hosts and clocks do, in whatever order: what must hold after every act."""

import asyncio
import shutil
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from cogs.consent.rules.channels import Mode, NotNow, State
from cogs.consent.rules.facts import Shown
from cogs.consent.rules.scopes import ASKED, Age, AgeStands, Scope, TooYoung
from cogs.consent.service.channels import Room
from cogs.consent.tables import consents
from cogs.people.tables import accounts
from config.settings import Settings
from core.people import Role
from prompts import Texts
from storage.database import Database
from storage.seal import Seal
from tests.consent.conftest import Stage, staged
from tests.doubles import Hands

PEOPLE, ROOMS = (2, 3, 4), ("601", "602")
SILENT = 4  # never says yes to anything
OLD_ENOUGH = {Age.FROM_15, Age.FROM_18, Age.FROM_26}
WHO, ROOM = st.sampled_from(PEOPLE[:2]), st.sampled_from(ROOMS)
SCOPES = st.sets(st.sampled_from(ASKED))


class Yeses(RuleBasedStateMachine):
    """The whole service on a real database, beside the simplest account of what was agreed."""

    template: Path
    settings: Settings
    texts: Texts

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.runner = asyncio.Runner()
        path = shutil.copy(self.template, self.folder.name)
        self.db = Database.open(f"sqlite+aiosqlite:///{path}")
        self.ages: dict[int, tuple[Age, datetime]] = {}
        # Until when at least, and at most; `watch` by room, the rest under "".
        self.agreed: dict[tuple[int, Scope, str], tuple[datetime, datetime]] = {}
        self.rooms = dict.fromkeys(ROOMS, State.ABSENT)
        self.begins: dict[str, datetime] = {}
        self.clock = Hands()

    def teardown(self) -> None:
        self.runner.run(self.db.close())
        self.runner.close()
        self.folder.cleanup()

    @initialize()
    def move_in(self) -> None:
        seal = Seal(b"a key for tests, 32 bytes long..")
        self.stage: Stage = self.runner.run(
            staged(self.db, self.clock, seal, self.texts, self.settings)
        )

    @rule(who=WHO, age=st.sampled_from(Age))
    def say_age(self, who: int, age: Age) -> None:
        now, before = self.clock.now(), self.ages.get(who)
        actor = self.runner.run(self.stage.person(who))
        try:
            self.runner.run(self.stage.consents.say_age(actor, age))
        except AgeStands:
            assert before is not None
            assert now - before[1] < timedelta(days=30)
            return
        if age is Age.UNDER_13:
            self.ages.pop(who, None)
        elif before is None or before[0] is not age:
            self.ages[who] = (age, now)
        if age not in OLD_ENOUGH:
            self.forget_yeses(who)
        elif age is Age.FROM_15:
            for key in self.agreed:
                if key[0] == who:
                    least, most = self.agreed[key]
                    sooner = self.lasting(Age.FROM_15)
                    self.agreed[key] = min(least, sooner[0]), min(most, sooner[1])

    @rule(who=WHO, ticked=SCOPES, room=ROOM)
    def choose(self, who: int, ticked: set[Scope], room: str) -> None:
        actor = self.runner.run(self.stage.person(who))
        before, here = self.held(who), self.held(who, [room])
        shown = Shown("version", "fr", room)
        refused: set[Scope] = set()
        try:
            self.runner.run(self.stage.consents.choose(actor, ticked, shown))
        except (TooYoung, NotNow):
            refused = ticked  # what was taken back is taken back all the same
        for scope in ASKED:
            key = (who, scope, room if scope is Scope.WATCH else "")
            if scope not in ticked:
                self.agreed.pop(key, None)
            elif scope not in refused and scope not in here:
                self.agreed[key] = self.lasting(self.ages[who][0])
        assert self.held(who) - before <= ticked - refused  # I7

    @rule(who=WHO)
    def stop(self, who: int) -> None:
        actor = self.runner.run(self.stage.person(who))
        self.runner.run(self.stage.consents.stop(actor.person))
        self.forget_yeses(who)

    @rule(who=WHO)
    def erase(self, who: int) -> None:
        actor = self.runner.run(self.stage.person(who))
        self.runner.run(self.stage.consents.erase(actor))
        self.forget_yeses(who)
        self.ages.pop(who, None)

    @rule(room=ROOM)
    def open(self, room: str) -> None:
        owner = self.runner.run(self.stage.person(1, Role.OWNER))
        try:
            self.runner.run(self.stage.channels.open(owner, Room(room)))
        except NotNow:
            assert self.rooms[room] not in (State.ABSENT, State.PAUSED, State.CLOSED)
            return
        self.runner.run(self.stage.post())
        self.rooms[room] = State.ADDRESSED

    @rule(room=ROOM)
    def watch(self, room: str) -> None:
        owner = self.runner.run(self.stage.person(1, Role.OWNER))
        try:
            self.runner.run(self.stage.channels.watch(owner, room))
        except NotNow:
            assert self.rooms[room] is not State.ADDRESSED
            return
        self.rooms[room] = State.WATCH_PENDING
        self.begins[room] = self.clock.now() + timedelta(hours=24)

    @rule(room=ROOM)
    def lose_the_notice(self, room: str) -> None:
        here = self.stage.consents._memory.channel(room)
        if here is not None and here.message:
            self.runner.run(self.stage.notices.gone(room, here.message))
            if self.rooms[room] in (State.ADDRESSED, State.WATCH_PENDING, State.WATCH):
                self.rooms[room] = State.PAUSED

    @rule(room=ROOM)
    def close(self, room: str) -> None:
        owner = self.runner.run(self.stage.person(1, Role.OWNER))
        try:
            self.runner.run(self.stage.channels.close(owner, room))
        except NotNow:
            return
        self.rooms[room] = State.CLOSED
        self.agreed = {key: until for key, until in self.agreed.items() if key[2] != room}

    @rule(hours=st.sampled_from([1, 12, 24, 24 * 31, 24 * 95, 24 * 190]))
    def time_passes(self, hours: int) -> None:
        self.clock.forward(hours=hours)
        self.runner.run(self.stage.ring())
        for room, state in self.rooms.items():
            if state is State.WATCH_PENDING and self.clock.now() >= self.begins[room]:
                self.rooms[room] = State.WATCH
            if state is State.CLOSED and hours >= 24:
                self.rooms[room] = State.ABSENT

    @rule()
    def die_and_start_again(self) -> None:
        self.stage = self.runner.run(self.stage.restart())

    @invariant()
    def i1_i3_words_pass_two_yeses_or_are_not_looked_at(self) -> None:
        for who in PEOPLE:
            for room in ROOMS:
                looked: list[str] = []

                def words(seen: list[str] = looked) -> str:
                    seen.append("looked")
                    return "mes mots"

                self.stage.consents.admit(str(who), room, "1", words)
                if looked:
                    assert self.rooms[room] is State.WATCH
                    assert self.ages[who][0] in OLD_ENOUGH
                    assert (who, Scope.WATCH, room) in self.agreed
                    assert (who, Scope.DM, "") in self.agreed
                    assert not self.overdue(who)

    @invariant()
    def i2_i6_nobody_is_written_to_who_has_not_agreed(self) -> None:
        for who in PEOPLE[:2]:
            if self.may_write(who):
                assert (who, Scope.DM, "") in self.agreed
                assert self.ages[who][0] in OLD_ENOUGH
                assert not self.overdue(who)

    @invariant()
    def what_was_agreed_still_works(self) -> None:
        for (who, scope, _), (least, _) in self.agreed.items():
            if scope is Scope.DM and self.clock.now() < least:
                assert self.may_write(who)

    @invariant()
    def i3_the_silent_leave_no_trace(self) -> None:
        assert not self.held(SILENT)
        count = self.runner.run(self.rows_of_the_silent())
        assert count == 0

    @invariant()
    def reading_follows_the_state_of_the_channel(self) -> None:
        for room, state in self.rooms.items():
            reads = state in (State.ADDRESSED, State.WATCH_PENDING, State.WATCH)
            mode = self.stage.consents.mode(room)
            assert (mode is Mode.OFF) != reads
            assert (mode is Mode.WATCH) == (state is State.WATCH)

    def held(self, who: int, rooms: Iterable[str] = ROOMS) -> set[Scope]:
        if who == SILENT:
            return set()
        actor = self.runner.run(self.stage.person(who))
        found: set[Scope] = set()
        for room in rooms:
            choices = self.runner.run(self.stage.consents.choices(actor.person, room))
            found |= choices.scopes
        return found

    def may_write(self, who: int) -> bool:
        async def ask() -> bool:
            actor = await self.stage.person(who)
            async with self.db.read() as tx:
                return await self.stage.consents.may_write_first(tx, actor.person)

        return self.runner.run(ask())

    async def rows_of_the_silent(self) -> int:
        account = self.stage.house.seal.hash("discord", str(SILENT))
        async with self.db.read() as tx:
            found = await tx.execute(
                select(consents.c.id)
                .join(accounts, accounts.c.person == consents.c.person)
                .where(accounts.c.hash == account)
            )
            seen = await tx.execute(select(accounts.c.id).where(accounts.c.hash == account))
            return len(found.all()) + len(seen.all())

    def lasting(self, age: Age) -> tuple[datetime, datetime]:
        """Three months for a minor, six for the others, as short and as long as months can be."""
        months = 3 if age is Age.FROM_15 else 6
        now = self.clock.now()
        return now + timedelta(days=29 * months), now + timedelta(days=31 * months)

    def overdue(self, who: int) -> bool:
        return self.clock.now() >= self.agreed[who, Scope.DM, ""][1]  # I11

    def forget_yeses(self, who: int) -> None:
        self.agreed = {key: until for key, until in self.agreed.items() if key[0] != who}


def test_whatever_happens_two_yeses_hold(migrated: Path, settings: Settings, texts: Texts) -> None:
    Yeses.template, Yeses.settings, Yeses.texts = migrated, settings, texts
    run_state_machine_as_test(
        Yeses,
        settings=hypothesis_settings(max_examples=8, stateful_step_count=16, deadline=None),
    )
