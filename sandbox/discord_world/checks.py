"""What Discord refuses in a message, and its own API description does not say."""

from sandbox.discord_world.component_checks import check_rows
from sandbox.discord_world.posting import Upload
from sandbox.discord_world.problems import Problem, invalid
from sandbox.discord_world.state import COMPONENTS_V2, Json

MESSAGE_KEYS = frozenset(
    [
        "content",
        "nonce",
        "tts",
        "embeds",
        "allowed_mentions",
        "message_reference",
        "components",
        "sticker_ids",
        "attachments",
        "flags",
        "enforce_nonce",
        "poll",
    ]
)
EDIT_KEYS = frozenset(
    ["content", "embeds", "flags", "allowed_mentions", "components", "attachments", "tts"]
)
WEBHOOK_KEYS = frozenset(
    [
        "content",
        "tts",
        "embeds",
        "allowed_mentions",
        "components",
        "attachments",
        "flags",
        "poll",
        "nonce",
        "enforce_nonce",
        "username",
        "avatar_url",
    ]
)
EMBED_LIMITS = {"title": 256, "description": 4096}
EMBED_TOTAL, EMBEDS, FIELDS = 6000, 10, 25
CONTENT, NONCE, FILES, FILE_BYTES = 2000, 25, 10, 10 * 1024 * 1024


def check_message(body: Json, files: dict[str, Upload], keys: frozenset[str]) -> None:
    """The rules of a new message or of an edit; breaking one raises a `Problem`."""
    check_keys(body, keys)
    length("content", body.get("content"), CONTENT)
    if isinstance(body.get("nonce"), str):
        length("nonce", body["nonce"], NONCE)
    _check_embeds(body.get("embeds") or [])
    _check_files(files)
    v2 = bool((body.get("flags") or 0) & COMPONENTS_V2)
    if v2 and (body.get("content") or body.get("embeds")):
        raise invalid("flags", "Components V2 leave no room for content or embeds")
    check_rows(body.get("components") or [], v2=v2)
    _check_mentions(body.get("allowed_mentions") or {})


def check_not_empty(body: Json, files: dict[str, Upload]) -> None:
    """A message must say something."""
    parts = ("embeds", "components", "sticker_ids", "poll")
    content = (body.get("content") or "").strip()
    if not content and not files and not any(body.get(part) for part in parts):
        raise Problem(400, 50006, "Cannot send an empty message")


def check_keys(body: Json, keys: frozenset[str]) -> None:
    for key in body.keys() - keys:
        raise invalid(key, f"{key} is not known here", "UNKNOWN_FIELD")


def length(where: str, words: object, most: int, least: int = 0) -> None:
    """A text, absent or of a length between two bounds."""
    if words is None:
        return
    if not isinstance(words, str):
        raise invalid(where, "Could not interpret as string.", "STRING_TYPE_CONVERT")
    if not least <= len(words) <= most:
        why = f"Must be between {least} and {most} in length."
        raise invalid(where, why, "BASE_TYPE_BAD_LENGTH")


def _check_embeds(embeds: list[Json]) -> None:
    if len(embeds) > EMBEDS:
        raise invalid("embeds", f"Must be {EMBEDS} or fewer in length.")
    for number, embed in enumerate(embeds):
        for key, most in EMBED_LIMITS.items():
            length(f"embeds.{number}.{key}", embed.get(key), most)
        length(f"embeds.{number}.footer.text", (embed.get("footer") or {}).get("text"), 2048)
        length(f"embeds.{number}.author.name", (embed.get("author") or {}).get("name"), 256)
        _check_fields(f"embeds.{number}.fields", embed.get("fields") or [])
    if sum(map(_weight, embeds)) > EMBED_TOTAL:
        raise invalid("embeds", f"Embed size exceeds maximum size of {EMBED_TOTAL}")


def _check_fields(where: str, fields: list[Json]) -> None:
    if len(fields) > FIELDS:
        raise invalid(where, f"Must be {FIELDS} or fewer in length.")
    for number, each in enumerate(fields):
        length(f"{where}.{number}.name", each.get("name") or "", 256, 1)
        length(f"{where}.{number}.value", each.get("value") or "", 1024, 1)


def _weight(embed: Json) -> int:
    parts = [embed.get("title"), embed.get("description")]
    parts += [(embed.get("footer") or {}).get("text"), (embed.get("author") or {}).get("name")]
    for each in embed.get("fields") or []:
        parts += [each["name"], each["value"]]
    return sum(len(part) for part in parts if part)


def _check_files(files: dict[str, Upload]) -> None:
    if len(files) > FILES:
        raise invalid("attachments", f"Must be {FILES} or fewer in length.")
    if any(len(each.data) > FILE_BYTES for each in files.values()):
        raise Problem(413, 40005, "Request entity too large")


def _check_mentions(allowed: Json) -> None:
    for kind in ("users", "roles"):
        if kind in (allowed.get("parse") or []) and allowed.get(kind):
            raise invalid("allowed_mentions", f"parse:{kind} and {kind} exclude each other")
