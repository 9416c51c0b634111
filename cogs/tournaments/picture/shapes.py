"""What a drawing is made of: a few flat shapes that SVG and Pillow both know."""

from dataclasses import dataclass

from cogs.tournaments.picture.lettering import Cut

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    wide: float
    high: float
    fill: str = ""
    edge: str = ""
    thick: float = 1.5
    round: float = 0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Path:
    points: tuple[Point, ...]
    edge: str
    thick: float = 2


@dataclass(frozen=True, slots=True)
class Patch:
    points: tuple[Point, ...]
    fill: str


@dataclass(frozen=True, slots=True)
class Disc:
    x: float
    y: float
    radius: float
    fill: str


@dataclass(frozen=True, slots=True)
class Label:
    """Text on a baseline. `spare` is drawn where no font has any of the text."""

    x: float
    y: float
    text: str
    size: int
    fill: str
    cut: Cut = Cut.REGULAR
    anchor: str = "start"
    room: float = 0  # the width that it was fitted to
    spare: str = ""


Shape = Box | Path | Patch | Disc | Label


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that change together: one match, one heading."""

    id: str
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    wide: int
    high: int
    paper: str
    groups: tuple[Group, ...]
    title: str = ""
    about: str = ""  # what it is, for those who do not see it
