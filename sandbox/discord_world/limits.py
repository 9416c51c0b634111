"""Rate limits: a bucket per route and channel, told in headers and enforced with 429."""

import hashlib
import time
from dataclasses import dataclass, field

MANY = (50, 1.0)
GLOBAL = (50, 1.0)
OF_ROUTES = {
    "POST /channels/{channel_id}/messages": (5, 5.0),
    "PATCH /channels/{channel_id}/messages/{message_id}": (5, 5.0),
    "DELETE /channels/{channel_id}/messages/{message_id}": (5, 1.0),
    "PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me": (1, 0.25),
    "PUT /channels/{channel_id}/messages/pins/{message_id}": (5, 4.0),
    "PATCH /channels/{channel_id}": (5, 10.0),
    "POST /channels/{channel_id}/threads": (50, 300.0),
    "POST /channels/{channel_id}/messages/{message_id}/threads": (50, 300.0),
    "POST /users/@me/channels": (10, 10.0),
    "POST /webhooks/{webhook_id}/{webhook_token}": (5, 2.0),
    "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original": (5, 2.0),
    "PUT /applications/{application_id}/commands": (5, 20.0),
    "PUT /applications/{application_id}/guilds/{guild_id}/commands": (5, 20.0),
}


@dataclass(slots=True)
class Bucket:
    """`limit` calls in `seconds`, counted from the first of them."""

    name: str
    limit: int
    seconds: float
    used: int = 0
    until: float = 0.0

    def take(self, now: float) -> float:
        """Count one call. How long to wait when there is none left, else 0."""
        if now >= self.until:
            self.used, self.until = 0, now + self.seconds
        if self.used >= self.limit:
            return self.until - now
        self.used += 1
        return 0.0

    def headers(self, now: float) -> dict[str, str]:
        left = max(self.until - now, 0.0)
        return {
            "X-RateLimit-Limit": str(self.limit),
            "X-RateLimit-Remaining": str(self.limit - self.used),
            "X-RateLimit-Reset": f"{time.time() + left:.3f}",
            "X-RateLimit-Reset-After": f"{left:.3f}",
            "X-RateLimit-Bucket": self.name,
        }


@dataclass(slots=True)
class Limits:
    """All buckets. `rules` maps `METHOD /route` to calls and seconds, and may be changed."""

    rules: dict[str, tuple[int, float]] = field(default_factory=lambda: dict(OF_ROUTES))
    everything: Bucket = field(default_factory=lambda: Bucket("global", *GLOBAL))
    new_dms: Bucket = field(default_factory=lambda: Bucket("new-dms", 30, 600.0))
    _buckets: dict[tuple[str, str], Bucket] = field(default_factory=dict)

    def bucket(self, rule: str, major: str) -> Bucket:
        """The bucket of a route, for one channel, guild or webhook."""
        if (rule, major) not in self._buckets:
            name = hashlib.md5(rule.encode(), usedforsecurity=False).hexdigest()
            self._buckets[rule, major] = Bucket(name, *self.rules.get(rule, MANY))
        return self._buckets[rule, major]

    def change(self, rule: str, calls: int, seconds: float) -> None:
        """Another limit for a route, `new-dms` or `global`; what was counted is forgotten."""
        named = {"new-dms": self.new_dms, "global": self.everything}.get(rule)
        if named is not None:
            named.limit, named.seconds, named.until = calls, seconds, 0.0
            return
        self.rules[rule] = (calls, seconds)
        for key in [key for key in self._buckets if key[0] == rule]:
            del self._buckets[key]
