"""Puts the Discord face of tournaments together and hangs it up in the house."""

from zoneinfo import ZoneInfo

from cogs.house import House
from cogs.tournaments.discord_face.anew import Anew
from cogs.tournaments.discord_face.cards import EventCards
from cogs.tournaments.discord_face.casting import Casting
from cogs.tournaments.discord_face.commands import TournamentsDiscord
from cogs.tournaments.discord_face.creation import Creation
from cogs.tournaments.discord_face.dates import Dates
from cogs.tournaments.discord_face.desk_cards import DeskCards
from cogs.tournaments.discord_face.file_desk import FileDesk
from cogs.tournaments.discord_face.game_presses import GamePresses
from cogs.tournaments.discord_face.match_cards import MatchCards
from cogs.tournaments.discord_face.match_words import MatchWords
from cogs.tournaments.discord_face.mending import Mending
from cogs.tournaments.discord_face.my_match import MyMatch
from cogs.tournaments.discord_face.presses import Presses
from cogs.tournaments.discord_face.problems import Problems
from cogs.tournaments.discord_face.rehearsing import RehearsalCards, Rehearsing
from cogs.tournaments.discord_face.repair_choices import RepairChoices
from cogs.tournaments.discord_face.repair_words import RepairWords
from cogs.tournaments.discord_face.repeating import Repeats
from cogs.tournaments.discord_face.seeding import SeedingCards
from cogs.tournaments.discord_face.staff import Staff
from cogs.tournaments.discord_face.staff_lines import StaffLines
from cogs.tournaments.discord_face.team_cards import TeamCards
from cogs.tournaments.discord_face.team_matches import TeamMatches
from cogs.tournaments.discord_face.team_presses import TeamPresses
from cogs.tournaments.discord_face.undergrounds import Undergrounds
from cogs.tournaments.discord_face.veto_words import VetoWords
from cogs.tournaments.discord_face.volunteering import Volunteering
from cogs.tournaments.picture.gallery import Gallery
from cogs.tournaments.service.announcing import Announcing
from cogs.tournaments.service.cast import Cast
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.describing import Describing
from cogs.tournaments.service.desk import Desk
from cogs.tournaments.service.files import Files
from cogs.tournaments.service.ladder import Ladder
from cogs.tournaments.service.latecomers import Breaks
from cogs.tournaments.service.next_words import NextWords
from cogs.tournaments.service.own_templates import OwnTemplates
from cogs.tournaments.service.pauses import Pauses
from cogs.tournaments.service.presets import Presets
from cogs.tournaments.service.rehearsals import Rehearsals
from cogs.tournaments.service.repairs import Repairs
from cogs.tournaments.service.rooms import Rooms
from cogs.tournaments.service.seeds import Seeds
from cogs.tournaments.service.series import Series
from cogs.tournaments.service.stand_ins import StandIns
from cogs.tournaments.service.team_words import TeamWords
from cogs.tournaments.service.teams import Teams
from cogs.tournaments.service.tournaments import Tournaments
from cogs.tournaments.service.underground import Underground
from cogs.tournaments.service.vetoes import Vetoes
from cogs.tournaments.service.volunteers import Volunteers
from cogs.tournaments.service.waits import Waits
from cogs.tournaments.service.wording import Wording


def hang_up(house: House, tournaments: Tournaments, wording: Wording, gallery: Gallery) -> None:
    texts, rooms = house.texts, Rooms(house.db)
    cards = EventCards(
        tournaments=tournaments,
        wording=wording,
        gallery=gallery,
        public_url=house.settings.public_url,
        rooms=rooms,
        describing=house.ask(Describing),
    )
    vetoes = house.ask(Vetoes)
    creation = _creation(house, cards)
    house.presses |= creation.all()
    match_cards = MatchCards(
        tournaments=tournaments,
        words=MatchWords(texts, house.clock, VetoWords(house.ask(Describing), vetoes)),
        wording=wording,
        rooms=rooms,
        teams=TeamMatches(house.ask(StandIns), house.door(), texts, wording),
        private=house.settings.tournaments.private_threads,
    )
    staged = _rehearsals(house, tournaments, cards)
    house.cards["tournaments.event"] = staged.event
    house.cards["tournaments.match"] = match_cards.show
    house.cards["tournaments.podium"] = staged.podium
    teams = _teams(house, tournaments)
    mine = MyMatch(
        tournaments=tournaments,
        texts=texts,
        words=NextWords(texts, wording),
        match_cards=match_cards,
        rooms=rooms,
    )
    presses = Presses(
        tournaments=tournaments,
        texts=texts,
        wording=wording,
        cards=cards,
        mine=mine,
        breaks=house.ask(Breaks),
    )
    games = GamePresses(tournaments, vetoes, house.ask(Describing), wording)
    on_matches = (each.all() for each in (presses, games, teams, Problems(tournaments, texts)))
    house.presses |= Anew(mine, match_cards, texts).before(*on_matches)
    casting = Casting(house.ask(Cast), texts, wording)
    house.presses |= casting.all()
    face = TournamentsDiscord(
        tournaments=tournaments,
        texts=texts,
        wording=wording,
        presses=presses,
        cards=cards,
        creation=creation,
    )
    face.casting = casting
    face.filing = FileDesk(house.ask(Files), tournaments, house.texts)
    house.presses |= face.filing.all()
    face.rehearsing = Rehearsing(house.ask(Rehearsals), tournaments, texts)
    house.presses |= Repeats(house.ask(Series), texts).all()
    house.presses |= face.rehearsing.all()
    face.seeding = _seeding(house, tournaments)
    house.presses |= face.seeding.all()
    face.team_presses = teams
    face.staff = _staff(house, tournaments, wording)
    house.discord.append(face)


def _staff(house: House, tournaments: Tournaments, wording: Wording) -> Staff:
    words, desk = RepairWords(house.texts, wording), house.ask(Desk)
    mending = Mending(house.ask(Repairs), desk, words)
    cards = DeskCards(desk, house.ask(Pauses), words)
    house.presses |= mending.all()
    house.presses |= Undergrounds(house.ask(Underground), house.texts).all()
    house.presses |= Volunteering(house.ask(Volunteers), house.texts).all()
    house.presses |= cards.all()
    lines = StaffLines(tournaments, desk, words)
    for kind, under in (("event", lines.event), ("match", lines.match), ("podium", lines.podium)):
        house.cards[f"tournaments.{kind}"] = under(house.cards[f"tournaments.{kind}"])
    return Staff(
        tournaments=tournaments,
        crew=house.ask(Crew),
        desk=desk,
        pauses=house.ask(Pauses),
        mending=mending,
        cards=cards,
        choices=RepairChoices(words),
        texts=house.texts,
        clock=house.clock,
        door=house.door(),
    )


def _rehearsals(house: House, tournaments: Tournaments, cards: EventCards) -> RehearsalCards:
    dates = Dates(
        tournaments=tournaments,
        describing=house.ask(Describing),
        rooms=Rooms(house.db),
        public_url=house.settings.public_url,
        wanted=house.settings.tournaments.scheduled_events,
    )
    house.appointments["tournaments.event"] = dates.show
    return RehearsalCards(
        cards=cards,
        tournaments=tournaments,
        rehearsals=house.ask(Rehearsals),
        door=house.door(),
        texts=house.texts,
        dates=dates,
    )


def _seeding(house: House, tournaments: Tournaments) -> SeedingCards:
    return SeedingCards(
        tournaments=tournaments,
        seeds=house.ask(Seeds),
        ladder=house.ask(Ladder),
        presets=house.ask(Presets),
        texts=house.texts,
    )


def _teams(house: House, tournaments: Tournaments) -> TeamPresses:
    words = TeamWords(house.texts)
    cards = TeamCards(tournaments, words)
    house.cards["tournaments.team"] = cards.team
    return TeamPresses(
        tournaments=tournaments,
        teams=house.ask(Teams),
        stand_ins=house.ask(StandIns),
        cards=cards,
        words=words,
    )


def _creation(house: House, cards: EventCards) -> Creation:
    creation = Creation(
        announcing=house.ask(Announcing),
        own=house.ask(OwnTemplates),
        describing=house.ask(Describing),
        cards=cards,
        clock=house.clock,
        zone=ZoneInfo(house.settings.tournaments.zone),
    )
    creation.waits = house.ask(Waits)
    return creation
