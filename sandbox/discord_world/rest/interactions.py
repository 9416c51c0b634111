"""Answers to interactions: the callback, the original answer, and the follow-ups."""

from collections.abc import Callable

from sandbox.discord_world import posting
from sandbox.discord_world.asking import Ask, Reply, Route, done
from sandbox.discord_world.checks import EDIT_KEYS, WEBHOOK_KEYS, check_message, check_not_empty
from sandbox.discord_world.component_checks import check_modal
from sandbox.discord_world.interaction import (
    ASK,
    AUTOCOMPLETE,
    COMMAND,
    COMPONENT,
    DEFER,
    DEFER_UPDATE,
    MODAL,
    SAY,
    SUGGEST,
    UPDATE,
    Interaction,
)
from sandbox.discord_world.problems import Problem, invalid, unknown
from sandbox.discord_world.state import EPHEMERAL, LOADING, Json, Message

ALLOWED = {
    COMMAND: {SAY, DEFER, ASK},
    COMPONENT: {SAY, DEFER, DEFER_UPDATE, UPDATE, ASK},
    AUTOCOMPLETE: {SUGGEST},
    MODAL: {SAY, DEFER, DEFER_UPDATE, UPDATE},
}
CHOICES = 25


def callback(ask: Ask) -> Reply:
    """The first answer: within the deadline, once, and of a kind that fits."""
    found = ask.realm.interactions.get(ask.match["interaction_token"])
    if found is None or found.id != ask.match["interaction_id"] or found.late(ask.now):
        raise unknown("interaction")
    if found.reply is not None:
        raise Problem(400, 40060, "Interaction has already been acknowledged.")
    kind = ask.form.get("type")
    if kind not in ALLOWED[found.kind] or (kind in {6, 7} and found.source is None):
        raise invalid("type", "This is no answer to such an interaction.")
    data = ask.form.get("data") or {}
    _ANSWERS[kind](ask, found, data)
    found.reply = kind
    ask.realm.pulse.beat()
    if ask.query.get("with_response", "").lower() not in {"1", "true"}:
        return done()
    return done(_receipt(ask, found, kind))


def _say(ask: Ask, found: Interaction, data: Json) -> None:
    check_message(data, ask.files, WEBHOOK_KEYS)
    check_not_empty(data, ask.files)
    found.original = _made(ask, found, data)
    posting.publish(ask.realm, found.original)


def _defer(ask: Ask, found: Interaction, data: Json) -> None:
    found.original = _made(ask, found, data)
    found.original.flags |= LOADING
    found.loading = True
    posting.publish(ask.realm, found.original)


def _defer_update(ask: Ask, found: Interaction, data: Json) -> None:
    del ask, data
    found.original = found.source


def _update(ask: Ask, found: Interaction, data: Json) -> None:
    check_message(data, ask.files, WEBHOOK_KEYS)
    source = _source(found)
    posting.fill(ask.realm, source, data, ask.files)
    posting.changed(ask.realm, source)
    found.original = source


def _source(found: Interaction) -> Message:
    if found.source is None or found.source.deleted:
        raise unknown("Message")
    return found.source


def _suggest(ask: Ask, found: Interaction, data: Json) -> None:
    del ask
    choices = data.get("choices") or []
    if len(choices) > CHOICES:
        raise invalid("data.choices", f"Must be {CHOICES} or fewer in length.")
    found.choices = choices


def _ask(ask: Ask, found: Interaction, data: Json) -> None:
    del ask
    check_modal(data)
    found.modal = data


_ANSWERS: dict[int, Callable[[Ask, Interaction, Json], None]] = {
    SAY: _say,
    DEFER: _defer,
    DEFER_UPDATE: _defer_update,
    UPDATE: _update,
    SUGGEST: _suggest,
    ASK: _ask,
}


def _made(ask: Ask, found: Interaction, data: Json) -> Message:
    message = posting.build(ask.realm, found.channel, data, ask.files)
    message.kind = {COMMAND: 20}.get(found.kind, 0)
    message.metadata = found.metadata
    message.nonce = None
    if (data.get("flags") or 0) & EPHEMERAL:
        message.flags |= EPHEMERAL
        message.only_for = found.person
        for each in message.attachments:
            each.ephemeral = True
    return message


def _receipt(ask: Ask, found: Interaction, kind: int) -> Json:
    told: Json = {"id": found.id, "type": found.kind, "channel_id": found.channel.id}
    if found.channel.guild is not None:
        told["guild_id"] = found.channel.guild.id
    if found.original is None:
        return {"interaction": told}
    told |= {
        "response_message_id": found.original.id,
        "response_message_loading": found.loading,
        "response_message_ephemeral": found.original.ephemeral,
    }
    if kind in {DEFER, DEFER_UPDATE}:
        return {"interaction": told}
    shape = ask.realm.message_shape(found.original)
    return {"interaction": told, "resource": {"type": kind, "message": shape}}


def _interaction(ask: Ask) -> Interaction:
    """The interaction behind a webhook token, once it was answered."""
    found = ask.realm.interactions.get(ask.match["webhook_token"])
    if found is None or found.reply is None or ask.match["webhook_id"] != ask.realm.bot.id:
        raise unknown("Webhook")
    if found.expired(ask.now):
        raise Problem(401, 50027, "Invalid Webhook Token")
    return found


def _original(ask: Ask) -> Message:
    found = _interaction(ask).original
    if found is None or found.deleted:
        raise unknown("Message")
    return found


def _of_token(ask: Ask) -> Message:
    found = _interaction(ask)
    for each in [*found.follow_ups, *([found.original] if found.original else [])]:
        if each.id == ask.match["message_id"] and not each.deleted:
            return each
    raise unknown("Message")


def original(ask: Ask) -> Reply:
    return done(ask.realm.message_shape(_original(ask)))


def edit_original(ask: Ask) -> Reply:
    return _edited(ask, _original(ask))


def delete_original(ask: Ask) -> Reply:
    return _deleted(ask, _original(ask))


def follow_up(ask: Ask) -> Reply:
    """Another message; after a bare "thinking…" it takes the place of that one."""
    found = _interaction(ask)
    check_message(ask.form, ask.files, WEBHOOK_KEYS)
    check_not_empty(ask.form, ask.files)
    if found.loading and found.original is not None:
        message = _filled(ask, found, found.original)
    else:
        message = _made(ask, found, ask.form)
        message.kind = 19 if found.original else 0
        message.reference = found.original
        found.follow_ups.append(message)
        posting.publish(ask.realm, message)
    found.touched += 1
    ask.realm.pulse.beat()
    return done(ask.realm.message_shape(message) if "wait" in ask.query else None)


def _filled(ask: Ask, found: Interaction, message: Message) -> Message:
    found.loading = False
    message.flags &= ~LOADING
    posting.fill(ask.realm, message, ask.form, ask.files)
    posting.changed(ask.realm, message, edited=False)
    return message


def one(ask: Ask) -> Reply:
    return done(ask.realm.message_shape(_of_token(ask)))


def edit(ask: Ask) -> Reply:
    return _edited(ask, _of_token(ask))


def delete(ask: Ask) -> Reply:
    return _deleted(ask, _of_token(ask))


def _edited(ask: Ask, message: Message) -> Reply:
    found = _interaction(ask)
    check_message(ask.form, ask.files, EDIT_KEYS | WEBHOOK_KEYS)
    if found.loading and message is found.original:
        _filled(ask, found, message)
    else:
        posting.fill(ask.realm, message, ask.form, ask.files)
        posting.changed(ask.realm, message)
    found.touched += 1
    ask.realm.pulse.beat()
    return done(ask.realm.message_shape(message))


def _deleted(ask: Ask, message: Message) -> Reply:
    found = _interaction(ask)
    found.touched += 1
    found.gone = message is found.original
    found.loading = False
    posting.delete(ask.realm, message)
    return done()


_TOKEN = "/webhooks/{webhook_id}/{webhook_token}"  # noqa: S105 - a route, not a secret
ROUTES: tuple[Route, ...] = (
    ("POST", "/interactions/{interaction_id}/{interaction_token}/callback", callback),
    ("POST", _TOKEN, follow_up),
    ("GET", f"{_TOKEN}/messages/@original", original),
    ("PATCH", f"{_TOKEN}/messages/@original", edit_original),
    ("DELETE", f"{_TOKEN}/messages/@original", delete_original),
    ("GET", f"{_TOKEN}/messages/{{message_id}}", one),
    ("PATCH", f"{_TOKEN}/messages/{{message_id}}", edit),
    ("DELETE", f"{_TOKEN}/messages/{{message_id}}", delete),
)
