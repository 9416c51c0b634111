"""How Discord says no: a status, a code and a sentence."""

from sandbox.discord_world.state import Json


class Problem(Exception):
    """An answer that is not a success."""

    def __init__(self, status: int, code: int, message: str, errors: Json | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors

    def body(self) -> Json:
        shape: Json = {"message": self.message, "code": self.code}
        return shape | ({"errors": self.errors} if self.errors else {})


def invalid(where: str, why: str, code: str = "BASE_TYPE_BAD") -> Problem:
    """A body that breaks a rule, at a dotted place such as `embeds.0.title`."""
    tree: Json = {"_errors": [{"code": code, "message": why}]}
    for part in reversed(where.split(".")):
        tree = {part: tree}
    return Problem(400, 50035, "Invalid Form Body", tree)


def unauthorised() -> Problem:
    return Problem(401, 0, "401: Unauthorized")


def no_route() -> Problem:
    return Problem(404, 0, "404: Not Found")


def unknown(what: str) -> Problem:
    """Something that is not there, or not any more."""
    codes = {
        "Channel": 10003,
        "Guild": 10004,
        "Member": 10007,
        "Message": 10008,
        "Role": 10011,
        "User": 10013,
        "Emoji": 10014,
        "Webhook": 10015,
        "interaction": 10062,
        "application command": 10063,
        "Guild Scheduled Event": 10070,
    }
    return Problem(404, codes[what], f"Unknown {what}")


def archived() -> Problem:
    """Nothing is changed in a thread that was put away; a locked one stays put away."""
    return Problem(400, 50083, "Thread is archived")


def missing_access() -> Problem:
    return Problem(403, 50001, "Missing Access")


def missing_permissions() -> Problem:
    return Problem(403, 50013, "Missing Permissions")
