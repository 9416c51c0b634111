"""Puts consent together and hangs it up in the house."""

from cogs.consent.discord_face import cards as shown
from cogs.consent.discord_face.asking import ConsentDiscord
from cogs.consent.discord_face.cards import Cards
from cogs.consent.discord_face.channel import ChannelDiscord
from cogs.consent.discord_face.rights import RightsDiscord
from cogs.consent.rules.scopes import Months
from cogs.consent.service.channels import NOTICE, PURGE, WATCH_BEGIN, Channels
from cogs.consent.service.consents import EXPIRE, FORGET, Consents
from cogs.consent.service.memory import Memory
from cogs.consent.service.notices import Notices
from cogs.consent.web_face import ConsentWeb
from cogs.house import House
from cogs.people.service import People


def wire(house: House) -> None:
    people = house.ask(People)
    set_up = house.settings.consent
    memory = Memory(house.db, house.clock, house.seal, people, set_up.age_floor)
    months = Months(
        set_up.months_adult, set_up.months_minor, set_up.months_stats, set_up.months_follow_up
    )
    consents = Consents(
        db=house.db,
        clock=house.clock,
        news=house.news,
        people=people,
        memory=memory,
        months=months,
        floor=set_up.age_floor,
        production=house.production,
    )
    channels = Channels(
        db=house.db,
        clock=house.clock,
        news=house.news,
        people=people,
        memory=memory,
        settings=house.settings,
        production=house.production,
    )
    notices = Notices(house.db, house.clock, people, memory, channels)
    house.offer(consents)
    house.offer(channels)
    house.offer(notices)
    house.watching = consents.watching
    house.starts.append(channels.load)
    house.ticks.append(notices.tick)
    house.bells[EXPIRE] = consents.expire
    house.bells[FORGET] = consents.forget_record
    house.bells[WATCH_BEGIN] = notices.begin_watch
    house.bells[PURGE] = notices.purge
    house.confirmed[NOTICE] = notices.shown
    _hang_up(house, consents, channels, notices)


def _hang_up(house: House, consents: Consents, channels: Channels, notices: Notices) -> None:
    people, texts = house.ask(People), house.texts
    cards = Cards(texts, house.seal, house.clock, house.settings)
    asking = ConsentDiscord(consents, people, cards, texts, house.clock)
    rights = RightsDiscord(consents, people, cards, texts, house.settings)
    channel = ChannelDiscord(channels, notices, cards, texts)
    house.discord += [asking, rights, channel]
    house.cards[NOTICE] = channel.notice
    house.presses |= {
        shown.OPEN: asking.open,
        shown.ASK_AGE: asking.ask_age,
        shown.AGE: asking.age,
        shown.TICK: asking.tick,
        shown.OK: asking.ok,
        shown.NOTHING: asking.nothing,
        shown.ERASE: rights.erase_sure,
        shown.ERASE_NOW: rights.erase_now,
    }
    house.web.append(ConsentWeb(house.settings))
