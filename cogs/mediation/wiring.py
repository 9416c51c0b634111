"""Puts mediation together: offers, cases, the desk and the room, and hangs them up."""

import random

from cogs.consent.service.consents import Consents
from cogs.house import House
from cogs.mediation.discord_face.buttons import Buttons, Services
from cogs.mediation.discord_face.minute import Minute
from cogs.mediation.discord_face.talking import Addressed, MediationDiscord
from cogs.mediation.service import library
from cogs.mediation.service.cases import SHRED, UNNAME, Cases
from cogs.mediation.service.desks import Desks
from cogs.mediation.service.duty import Duty
from cogs.mediation.service.handovers import Handovers
from cogs.mediation.service.lines import Numbers
from cogs.mediation.service.means import Means
from cogs.mediation.service.offers import REMIND, REMINDER, Offers
from cogs.mediation.service.rooms import Rooms
from cogs.mediation.service.slips import Slips
from cogs.mediation.service.talks import Talks
from cogs.mediation.twitch_face import MediationTwitch
from cogs.mediation.web_face import talk
from cogs.mediation.web_face.desk import DeskPages
from cogs.mediation.web_face.face import MediationWeb
from cogs.mediation.web_face.helplines import HERE, HelpPage
from cogs.mediation.web_face.room import RoomPages
from cogs.mediation.web_face.seats import Seats
from cogs.mediation.web_face.sign_in import SignIn
from cogs.people.service import People
from platforms.twitch_client.hearing import REST


def wire(house: House) -> None:
    settings = house.settings
    means = Means(
        house.db, house.clock, house.news, house.texts, house.seal, settings, house.production
    )
    people, consents = house.ask(People), house.ask(Consents)
    duty, cases = Duty(means), Cases(means)
    offers = Offers(
        means=means,
        consents=consents,
        duty=duty,
        voice_of=people.voice_of,
        courier=house.courier,
        luck=random.SystemRandom().uniform,
    )
    for service in (offers, cases, duty):
        house.offer(service)
    people.merges.append(offers.merge)
    people.merges.append(cases.merge)
    house.ticks.append(offers.tick)
    house.bells[REMIND] = offers.ring_reminder
    house.letters[REMINDER] = offers.may_remind
    house.bells[SHRED] = cases.ring_shred
    house.bells[UNNAME] = cases.ring_unname
    numbers = Numbers(library.resources(), house.clock, house.texts, house.production)
    _discord(house, means, Services(offers, cases, duty, consents), numbers)
    _web(house, means, cases, numbers)
    twitch = MediationTwitch(house.texts, house.clock, f"{settings.public_url}{HERE}")
    for verb in ("", REST):
        house.twitch["parler", verb] = twitch.talk


def _discord(house: House, means: Means, services: Services, numbers: Numbers) -> None:
    minute = Minute(house.texts, numbers, Slips(house.seal), means.settings.organisation.name)
    house.presses |= minute.presses() | Buttons(means, services, numbers).presses()
    house.discord.append(MediationDiscord(minute))
    addressed = Addressed(minute, services.consents, house.texts, house.clock, house.door)
    house.reads.addressed = addressed.read


def _web(house: House, means: Means, cases: Cases, numbers: Numbers) -> None:
    desks, sign_in = Desks(means), SignIn(means)
    handovers = Handovers(means, library.structures())
    talks = talk.Services(cases, Talks(means), handovers)
    seats = Seats(means, desks, sign_in)
    house.ticks.append(seats.tick)
    desk = DeskPages(means, desks, cases, seats, sign_in)
    face = MediationWeb(
        desk,
        talk.TalkPages(means, seats, talks, desk),
        RoomPages(means, Rooms(means), talks),
        HelpPage(means, numbers),
        house.streams,
    )
    face.follow(house.news)
    house.web.append(face)
