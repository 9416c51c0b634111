"""Puts tournaments together and hangs them up in the house."""

from cogs.house import House
from cogs.people.rules import StreamConnected
from cogs.people.service import People
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
from cogs.tournaments.service.own_templates import OwnTemplates
from cogs.tournaments.service.pauses import Pauses
from cogs.tournaments.service.presets import Presets
from cogs.tournaments.service.rating import plackett_luce
from cogs.tournaments.service.rehearsals import Rehearsals
from cogs.tournaments.service.reminders import Reminders
from cogs.tournaments.service.repairs import Repairs
from cogs.tournaments.service.robots import Robots
from cogs.tournaments.service.seeds import Seeds
from cogs.tournaments.service.series import Series
from cogs.tournaments.service.stand_ins import StandIns
from cogs.tournaments.service.summons import Summons
from cogs.tournaments.service.teams import Teams
from cogs.tournaments.service.tournaments import Tournaments
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.service.underground import Underground
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
from cogs.tournaments.wiring.discord import hang_up


def wire(house: House) -> None:
    people, book = house.ask(People), Book()
    turns = Turns(house.db, house.clock, house.news, book)
    tournaments = Tournaments(turns, people)
    house.offer(tournaments)
    presets = Presets.load(house.settings.tournaments.games_folder)
    house.offer(presets)
    house.offer(Announcing(turns, people, house.settings.tournaments, presets))
    house.offer(Describing(house.texts, presets))
    house.offer(Vetoes(turns, presets))
    house.offer(Teams(turns))
    house.offer(StandIns(turns))
    people.merges.append(tournaments.merge)
    _more_of_it(house, turns)
    _crew(house, turns, people)
    house.bells |= Bells(book, house.clock).all()
    _waiting(house, turns)
    _coming_back(house, turns, people)
    _seasons(house, turns)
    house.news.on(StreamConnected, tournaments.stream_connected)
    wording, gallery = Wording(house.texts), Gallery(house.texts)
    hang_up(house, tournaments, wording, gallery)
    address, teams = house.settings.public_url, house.ask(Teams)
    twitch = TournamentsTwitch(tournaments, house.texts, wording, house.clock, address, teams)
    house.twitch |= ChatExtras(house.ask(Breaks), house.ask(Cast), house.texts).all()
    house.twitch |= twitch.all()
    _chat_staff(house, StaffWords(house.texts, wording))
    web = TournamentsWeb(tournaments, wording, gallery, house.streams, house.ask(Desk))
    house.web.append(web)
    house.news.on(BracketMoved, web.moved)
    house.news.on(RosterMoved, web.moved)


def _more_of_it(house: House, turns: Turns) -> None:
    """What is announced from an evening that was, or that is being played."""
    knobs = house.settings.tournaments
    house.offer(OwnTemplates(turns, house.ask(Announcing), knobs))
    underground = Underground(turns, house.ask(Announcing), house.texts, knobs)
    house.offer(underground)
    house.bells |= underground.bells()


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


def _crew(house: House, turns: Turns, people: People) -> None:
    crew = Crew(house.db)
    people.merges.append(crew.merge)
    for service in (crew, Repairs(turns, crew), Pauses(turns, crew), Desk(turns, crew)):
        house.offer(service)


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
