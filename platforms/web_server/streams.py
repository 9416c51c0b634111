"""Server-sent events: one push reaches every page that follows a topic."""

import asyncio
from collections import defaultdict

from aiohttp import web

KEEP_ALIVE = 15.0  # seconds between two signs of life, so that no proxy hangs up
BACKLOG = 100  # events a slow page may be behind before it is dropped; it comes back and reloads


class Streams:
    """Who follows what, in memory only. A page that misses an event reloads what it shows."""

    def __init__(self) -> None:
        self._followers: defaultdict[str, set[asyncio.Queue[str | None]]] = defaultdict(set)

    def push(self, topic: str, event: str, data: str = "") -> None:
        """Tell every page on `topic`. `data` may have several lines."""
        lines = "".join(f"data: {line}\n" for line in (data.splitlines() or [""]))
        message = f"event: {event}\n{lines}\n"
        for queue in list(self._followers.get(topic, ())):
            if queue.full():
                self._followers[topic].discard(queue)
                queue.get_nowait()
                queue.put_nowait(None)
            else:
                queue.put_nowait(message)

    def following(self, topic: str) -> int:
        return len(self._followers.get(topic, ()))

    async def follow(self, request: web.Request, topic: str) -> web.StreamResponse:
        """Answer `request` with the events of `topic` until the page goes away."""
        response = web.StreamResponse(
            headers={
                "Content-Type": "text/event-stream",
                "Cache-Control": "no-store",
                "X-Accel-Buffering": "no",
                "Referrer-Policy": "no-referrer",
            }
        )
        await response.prepare(request)
        queue: asyncio.Queue[str | None] = asyncio.Queue(BACKLOG)
        self._followers[topic].add(queue)
        try:
            await response.write(b"retry: 1000\n\n")
            while True:
                try:
                    message = await asyncio.wait_for(queue.get(), KEEP_ALIVE)
                except TimeoutError:
                    message = ": keep-alive\n\n"
                if message is None:
                    break
                await response.write(message.encode())
        except (ConnectionResetError, asyncio.CancelledError):
            pass  # the page was closed, or we are closing
        finally:
            self._followers[topic].discard(queue)
            if not self._followers[topic]:
                self._followers.pop(topic, None)
        return response

    def close(self) -> None:
        """Send every page home; each comes back by itself when the server is up again."""
        for queues in self._followers.values():
            for queue in queues:
                if queue.full():
                    queue.get_nowait()
                queue.put_nowait(None)
