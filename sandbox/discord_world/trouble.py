"""What goes wrong on purpose: cut cables, lost sessions, slow answers, refused calls."""

from typing import Any

from sandbox.discord_world.faults import Fault
from sandbox.discord_world.realm import Realm


class Trouble:
    def __init__(self, realm: Realm) -> None:
        self._realm = realm

    def drop(self, shard: int | None = None, code: int = 4000) -> None:
        """Close the gateway connections; with the usual code the bot resumes."""
        for session in self._realm.sessions.live(shard):
            if session.line is not None:
                session.line.close(code)

    def abort(self, shard: int | None = None) -> None:
        """Cut the gateway's TCP connections without a word."""
        for session in self._realm.sessions.live(shard):
            if session.line is not None:
                session.line.abort()

    def order_reconnect(self, shard: int | None = None) -> None:
        """Tell the bot to come back (op 7), as Discord does before it restarts a server."""
        for session in self._realm.sessions.live(shard):
            if session.line is not None:
                self._realm.sessions.send(session.line, session, {"op": 7, "d": None})

    def forget_sessions(self) -> None:
        """No session can be resumed any more; a bot that tries is told to identify again."""
        self._realm.sessions.forget()

    def answer_429(
        self, path_prefix: str, retry_after: float = 0.3, *, via: bool = True, times: int = 1
    ) -> None:
        """The next call to such a path is told to wait; without `via` it looks like a ban."""
        body = {"message": "You are being rate limited.", "retry_after": retry_after}
        headers = {"Via": "1.1 sandbox"} if via else {}
        told = body | {"global": False}
        self._realm.faults.plan(Fault(path_prefix, 429, told, headers, times=times))

    def fault(
        self,
        path_prefix: str,
        status: int | None = None,
        body: Any = None,  # noqa: ANN401 - JSON is any shape
        **more: Any,  # noqa: ANN401 - as `Fault` takes
    ) -> None:
        """The next call to such a path (after `/api/v10`) goes wrong.

        `status` 0 cuts the connection, None only delays. More: `method`, `times`, `seconds` (of
        delay), `headers`, and `after=True` to carry the call out and lose its answer.
        """
        self._realm.faults.plan(Fault(path_prefix, status, body, **more))

    def deadline(self, seconds: float) -> None:
        """How long the bot has for its first answer to what comes from now on."""
        self._realm.deadline = seconds

    def limit(self, rule: str, calls: int, seconds: float) -> None:
        """Another rate limit for `METHOD /route/{as_discord_writes_it}`, `global` or `new-dms`."""
        self._realm.limits.change(rule, calls, seconds)
