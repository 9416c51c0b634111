"""Puts tournaments together and hangs them up in the house."""

from zoneinfo import ZoneInfo

from cogs.house import House
from cogs.people.rules import StreamConnected
from cogs.people.service import People
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
from cogs.tournaments.discord_face.veto_words import VetoWords
from cogs.tournaments.discord_face.volunteering import Volunteering
from cogs.tournaments.picture.gallery import Gallery
from cogs.tournaments.service.announcing import Announcing
from cogs.tournaments.service.bells import Bells
from cogs.tournaments.service.book import Book
from cogs.tournaments.service.cast import Cast
from cogs.tournaments.service.crew import Crew
from cogs.tournaments.service.describing import Describing
from cogs.tournaments.service.desk import Desk
from cogs.tournaments.service.facts import BracketMoved, RosterMoved
from cogs.tournaments.service.files import Files
from cogs.tournaments.service.ladder import Ladder
from cogs.tournaments.service.latecomers import Breaks
from cogs.tournaments.service.next_words import NextWords
from cogs.tournaments.service.own_templates import OwnTemplates
from cogs.tournaments.service.pauses import Pauses
from cogs.tournaments.service.presets import Presets
from cogs.tournaments.service.rating import plackett_luce
from cogs.tournaments.service.rehearsals import Rehearsals
from cogs.tournaments.service.reminders import Reminders
from cogs.tournaments.service.repairs import Repairs
from cogs.tournaments.service.robots import Robots
from cogs.tournaments.service.rooms import Rooms
from cogs.tournaments.service.seeds import Seeds
from cogs.tournaments.service.series import Series
from cogs.tournaments.service.stand_ins import StandIns
from cogs.tournaments.service.summons import Summons
from cogs.tournaments.service.team_words import TeamWords
from cogs.tournaments.service.teams import Teams
from cogs.tournaments.service.tournaments import Tournaments
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.service.vetoes import Vetoes
from cogs.tournaments.service.volunteers import Volunteers
from cogs.tournaments.service.waiting import Waiting
from cogs.tournaments.service.waits import Waits
from cogs.tournaments.service.wording import Wording
from cogs.tournaments.twitch_face.desk import ChatDesk
from cogs.tournaments.twitch_face.face import ChatExtras, TournamentsTwitch
from cogs.tournaments.twitch_face.staff import ChatRepairs
from cogs.tournaments.twitch_face.staff_words import StaffWords
from cogs.tournaments.web_face.face import TournamentsWeb


def wire(house: House) -> None:
    people, book = house.ask(People), Book()
    turns = Turns(house.db, house.clock, house.news, book)
    tournaments = Tournaments(turns, people)
    house.offer(tournaments)
    presets = Presets.load(house.settings.tournaments.games_folder)
    house.offer(presets)
    house.offer(Announcing(turns, people, house.settings.tournaments, presets))
    house.offer(OwnTemplates(turns, house.ask(Announcing), house.settings.tournaments))
    house.offer(Describing(house.texts, presets))
    house.offer(Vetoes(turns, presets))
    house.offer(Teams(turns))
    house.offer(StandIns(turns))
    people.merges.append(tournaments.merge)
    _crew(house, turns, people)
    house.bells |= Bells(book, house.clock).all()
    _waiting(house, turns)
    _coming_back(house, turns, people)
    _seasons(house, turns)
    house.news.on(StreamConnected, tournaments.stream_connected)
    wording, gallery = Wording(house.texts), Gallery(house.texts)
    _discord(house, tournaments, wording, gallery)
    address, teams = house.settings.public_url, house.ask(Teams)
    twitch = TournamentsTwitch(tournaments, house.texts, wording, house.clock, address, teams)
    house.twitch |= ChatExtras(house.ask(Breaks), house.ask(Cast), house.texts).all()
    house.twitch |= twitch.all()
    _chat_staff(house, StaffWords(house.texts, wording))
    web = TournamentsWeb(tournaments, wording, gallery, house.streams, house.ask(Desk))
    house.web.append(web)
    house.news.on(BracketMoved, web.moved)
    house.news.on(RosterMoved, web.moved)


def _seasons(house: House, turns: Turns) -> None:
    ladder = Ladder(turns, plackett_luce())
    house.offer(ladder)
    house.offer(Seeds(turns, Crew(house.db)))
    house.bells |= ladder.bells()


def _waiting(house: House, turns: Turns) -> None:
    files = Files(turns, Crew(house.db), house.ask(People), house.ask(Presets))
    house.offer(files)
    house.bells |= files.bells()
    cast = Cast(turns, Crew(house.db))
    house.offer(cast)
    house.offer(Volunteers(turns))
    house.bells |= cast.bells()
    house.offer(Waits(turns, Crew(house.db)))
    house.offer(Breaks(turns))
    house.bells |= Waiting(turns, house.door()).bells()
    house.bells |= Reminders(turns).bells()
    house.bells |= house.ask(Vetoes).bells()
    house.calls |= Summons(turns, house.door()).all()


def _discord(house: House, tournaments: Tournaments, wording: Wording, gallery: Gallery) -> None:
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


def _crew(house: House, turns: Turns, people: People) -> None:
    crew = Crew(house.db)
    people.merges.append(crew.merge)
    for service in (crew, Repairs(turns, crew), Pauses(turns, crew), Desk(turns, crew)):
        house.offer(service)


def _staff(house: House, tournaments: Tournaments, wording: Wording) -> Staff:
    words, desk = RepairWords(house.texts, wording), house.ask(Desk)
    mending = Mending(house.ask(Repairs), desk, words)
    cards = DeskCards(desk, house.ask(Pauses), words)
    house.presses |= mending.all()
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


def _chat_staff(house: House, words: StaffWords) -> None:
    desk = house.ask(Desk)
    house.twitch |= ChatRepairs(desk, house.ask(Repairs), words, house.clock).all()
    house.twitch |= ChatDesk(desk, house.ask(Pauses), house.ask(Cast), words).all()


def _coming_back(house: House, turns: Turns, people: People) -> None:
    knobs = house.settings.tournaments
    series, rehearsals = Series(turns, people, knobs.zone, knobs.series_days), Rehearsals(turns)
    house.offer(series)
    house.offer(rehearsals)
    people.merges.append(series.merge)
    house.bells |= series.bells() | rehearsals.bells() | Robots(turns).bells()


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
