"""A drawing as PNG, by Pillow: for Discord, for phones, for the story of an evening.

`draw` only computes, for up to some hundred milliseconds: callers give it to a thread.
"""

from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from cogs.tournaments.picture.lettering import EMOJI_WIDTH, Script, font, runs_of, width
from cogs.tournaments.picture.shapes import Box, Disc, Drawing, Label, Patch, Path, Shape

_SMOOTH: Final = 2
_EMOJI_SIZE: Final = 109  # the one size that Noto Color Emoji is drawn at
_EMOJI_FONTS: Final = ("NotoColorEmoji.ttf", "seguiemj.ttf", "Apple Color Emoji.ttc")
_OTHER_FONTS: Final = (
    *("NotoSansCJK-Regular.ttc", "NotoSansCJKjp-Regular.otf", "wqy-zenhei.ttc"),
    *("DroidSansFallbackFull.ttf", "YuGothR.ttc", "msyh.ttc", "Hiragino Sans GB.ttc"),
    *("NotoSansArabic-Regular.ttf", "NotoSansHebrew-Regular.ttf", "DejaVuSans.ttf"),
)
_PROBE: Final = 18  # any size will do to ask whether a font has something
_DASH: Final = (5.0, 4.0)


def draw(drawing: Drawing, across: int) -> bytes:
    """The picture, `across` dots wide: it is the caller's to draw nothing too small to read."""
    scale = across / drawing.wide
    shapes = [shape for group in drawing.groups for shape in group.shapes]
    # Pillow smooths letters but not lines: those are drawn larger and brought down.
    fine = scale * _SMOOTH
    size = across * _SMOOTH, round(drawing.high * scale) * _SMOOTH
    large = Image.new("RGB", size, drawing.paper)
    _put((shape for shape in shapes if not isinstance(shape, Label)), large, fine)
    image = large.reduce(_SMOOTH)
    _put((shape for shape in shapes if isinstance(shape, Label)), image, scale)
    out = BytesIO()
    image.save(out, "PNG", compress_level=4)
    return out.getvalue()


def _put(shapes: Iterable[Shape], image: Image.Image, scale: float) -> None:
    pen = _Pen(image, scale)
    for shape in shapes:
        pen.put(shape)


class _Pen:
    def __init__(self, image: Image.Image, scale: float) -> None:
        self._image = image
        self._draw = ImageDraw.Draw(image)
        self._scale = scale

    def put(self, shape: Shape) -> None:
        match shape:
            case Box():
                self._box(shape)
            case Label():
                self._label(shape)
            case Disc():
                self._disc(shape)
            case Patch():
                self._draw.polygon(self._points(shape), fill=shape.fill)
            case Path():
                thick = max(1, round(shape.thick * self._scale))
                self._draw.line(self._points(shape), shape.edge, thick, joint="curve")

    def _points(self, shape: Path | Patch) -> list[tuple[float, float]]:
        return [(x * self._scale, y * self._scale) for x, y in shape.points]

    def _disc(self, disc: Disc) -> None:
        centre = disc.x * self._scale, disc.y * self._scale
        self._draw.circle(centre, disc.radius * self._scale, fill=disc.fill)

    def _box(self, box: Box) -> None:
        corners = [
            round(value * self._scale)
            for value in (box.x, box.y, box.x + box.wide, box.y + box.high)
        ]
        thick = max(1, round(box.thick * self._scale)) if box.edge else 0
        if box.dashed:
            self._dashes(corners, box.edge, thick)
            return
        self._draw.rounded_rectangle(
            corners, box.round * self._scale, box.fill or None, box.edge or None, thick
        )

    def _dashes(self, corners: list[int], edge: str, thick: int) -> None:
        left, top, right, bottom = corners
        dash, gap = (length * self._scale for length in _DASH)
        at = float(left)
        while at < right:
            stop = min(at + dash, right)
            self._draw.line(((at, top), (stop, top)), edge, thick)
            self._draw.line(((at, bottom), (stop, bottom)), edge, thick)
            at += dash + gap
        at = float(top)
        while at < bottom:
            stop = min(at + dash, bottom)
            self._draw.line(((left, at), (left, stop)), edge, thick)
            self._draw.line(((right, at), (right, stop)), edge, thick)
            at += dash + gap

    def _label(self, label: Label) -> None:
        text = label.text if drawable(label.text) else label.spare
        size = round(label.size * self._scale)
        x, y = label.x * self._scale, label.y * self._scale
        if label.anchor != "start":
            wide = width(text, size, label.cut)
            x -= wide if label.anchor == "end" else wide / 2
        for script, run in runs_of(text):
            x += self._run((x, y), (script, run), size, label)

    def _run(
        self, at: tuple[float, float], run: tuple[Script, str], size: int, label: Label
    ) -> float:
        """Draw one stretch, and say how far it went: nothing where no font can draw it."""
        script, text = run
        if script is Script.EMOJI:
            return self._emoji(at, text, size)
        face = font(label.cut, size) if script is Script.PLAIN else _other_font(text, size)
        if face is None:
            return 0
        self._draw.text(at, text, fill=label.fill, font=face, anchor="ls")
        return face.getlength(text)

    def _emoji(self, at: tuple[float, float], cluster: str, size: int) -> float:
        picture = _emoji(cluster, size)
        if picture is None:
            return 0
        x, y = at
        room = EMOJI_WIDTH * size
        left = round(x + (room - picture.width) / 2)
        self._image.paste(picture, (left, round(y - 0.88 * size)), picture)
        return room


def drawable(text: str) -> bool:
    """Whether anything of the text can be seen on this machine."""
    return any(_seen(script, run) for script, run in runs_of(text))


def _seen(script: Script, run: str) -> bool:
    if script is Script.EMOJI:
        return _emoji(run, _PROBE) is not None
    return not run.isspace() if script is Script.PLAIN else _other_font(run, _PROBE) is not None


@lru_cache(maxsize=512)
def _emoji(cluster: str, size: int) -> Image.Image | None:
    face = _emoji_font()
    if face is None:
        return None
    left, top, right, bottom = (round(edge) for edge in face.getbbox(cluster))
    if right <= left or bottom <= top:
        return None
    whole = Image.new("RGBA", (right - left, bottom - top))
    ImageDraw.Draw(whole).text((-left, -top), cluster, font=face, embedded_color=True)
    high = round(1.06 * size)
    wide = max(1, round(whole.width * high / whole.height))
    return whole.resize((min(wide, round(1.3 * high)), high), Image.Resampling.LANCZOS)


@lru_cache(maxsize=1)
def _emoji_font() -> ImageFont.FreeTypeFont | None:
    """The system's: eleven megabytes that we do not bring along."""
    return _first_of(_EMOJI_FONTS, _EMOJI_SIZE)


@lru_cache(maxsize=256)
def _other_font(text: str, size: int) -> ImageFont.FreeTypeFont | None:
    """A font of the system that has every character of this stretch."""
    for name in _OTHER_FONTS:
        face = _first_of((name,), size)
        if face and all(_knows(face, letter) for letter in text):
            return face
    return None


def _knows(face: ImageFont.FreeTypeFont, letter: str) -> bool:
    shape, box = face.getmask(letter), face.getmask("\U0010ffff")
    return (shape.size, bytes(shape)) != (box.size, bytes(box))


def _first_of(names: tuple[str, ...], size: int) -> ImageFont.FreeTypeFont | None:
    for name in names:
        try:
            return ImageFont.truetype(name, size)  # looks through the system's font folders
        except OSError:
            continue
    return None
