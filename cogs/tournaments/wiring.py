"""Puts tournaments together and hangs them up in the house."""

from cogs.house import House
from cogs.people.rules import StreamConnected
from cogs.people.service import People
from cogs.tournaments.discord_face.cards import EventCards
from cogs.tournaments.discord_face.commands import TournamentsDiscord
from cogs.tournaments.discord_face.match_cards import MatchCards
from cogs.tournaments.discord_face.presses import Presses
from cogs.tournaments.discord_face.problems import Problems
from cogs.tournaments.picture.gallery import Gallery
from cogs.tournaments.service.bells import Bells
from cogs.tournaments.service.book import Book
from cogs.tournaments.service.facts import BracketMoved, RosterMoved
from cogs.tournaments.service.presets import Presets
from cogs.tournaments.service.rooms import Rooms
from cogs.tournaments.service.tournaments import Tournaments
from cogs.tournaments.service.turns import Turns
from cogs.tournaments.service.wording import Wording
from cogs.tournaments.twitch_face import TournamentsTwitch
from cogs.tournaments.web_face.face import TournamentsWeb


def wire(house: House) -> None:
    people, book = house.ask(People), Book()
    turns = Turns(house.db, house.clock, house.news, book)
    tournaments = Tournaments(turns, people, house.settings.tournaments)
    house.offer(tournaments)
    house.offer(Presets.load(house.settings.tournaments.games_folder))
    people.merges.append(tournaments.merge)
    house.bells |= Bells(book, house.clock).all()
    house.news.on(StreamConnected, tournaments.stream_connected)
    wording, gallery = Wording(house.texts), Gallery(house.texts)
    _discord(house, tournaments, wording, gallery)
    twitch = TournamentsTwitch(
        tournaments, house.texts, wording, house.clock, house.settings.public_url
    )
    house.twitch |= twitch.all()
    web = TournamentsWeb(tournaments, wording, gallery, house.streams)
    house.web.append(web)
    house.news.on(BracketMoved, web.moved)
    house.news.on(RosterMoved, web.moved)


def _discord(house: House, tournaments: Tournaments, wording: Wording, gallery: Gallery) -> None:
    texts, rooms = house.texts, Rooms(house.db)
    cards = EventCards(
        tournaments=tournaments,
        texts=texts,
        wording=wording,
        gallery=gallery,
        public_url=house.settings.public_url,
        rooms=rooms,
    )
    match_cards = MatchCards(
        tournaments=tournaments,
        texts=texts,
        wording=wording,
        doorkeeper=house.door(),
        rooms=rooms,
        private=house.settings.tournaments.private_threads,
    )
    house.cards["tournaments.event"] = cards.event
    house.cards["tournaments.match"] = match_cards.show
    house.cards["tournaments.podium"] = cards.podium
    presses = Presses(
        tournaments=tournaments,
        texts=texts,
        wording=wording,
        cards=cards,
        match_cards=match_cards,
        rooms=rooms,
    )
    house.presses |= presses.all()
    house.presses |= Problems(tournaments, texts).all()
    house.discord.append(
        TournamentsDiscord(
            tournaments=tournaments,
            texts=texts,
            wording=wording,
            presses=presses,
            cards=cards,
            clock=house.clock,
        )
    )
