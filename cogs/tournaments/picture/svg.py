"""A drawing as SVG: server-rendered, no script, one group for each match.

`draw` only computes, but for tens of milliseconds: callers give it to a thread. On the public
page the list of rounds comes first and the picture is its `aria-hidden` twin.
"""

from html import escape
from typing import Final

from cogs.tournaments.picture.lettering import FAMILY, Cut, width
from cogs.tournaments.picture.shapes import Box, Disc, Drawing, Group, Label, Patch, Path, Shape

_CUTS: Final = {
    Cut.REGULAR: "",
    Cut.BOLD: ' font-weight="700"',
    Cut.ITALIC: ' font-style="italic"',
}
# Another font may be wider than ours: a name that nearly fills its room is held to it.
_TIGHT: Final = 0.85


def draw(drawing: Drawing, *, transparent: bool = False) -> str:
    """The whole picture. `transparent` leaves the paper out, for overlays."""
    title, about = escape(drawing.title), escape(drawing.about)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawing.wide} {drawing.high}"'
        f' width="{drawing.wide}" height="{drawing.high}" role="img"'
        f' aria-labelledby="bracket-title" aria-describedby="bracket-about"'
        f""" font-family="'{FAMILY}', 'Source Sans 3', 'Segoe UI', Roboto, sans-serif">""",
        f'<title id="bracket-title">{title}</title>',
        f'<desc id="bracket-about">{about}</desc>',
    ]
    if not transparent:
        lines.append(f'<rect width="100%" height="100%" fill="{drawing.paper}"/>')
    return "\n".join((*lines, *(_group(group) for group in drawing.groups), "</svg>\n"))


def groups(drawing: Drawing) -> dict[str, str]:
    """Each group by its id, to replace in a page the ones that have changed."""
    return {group.id: _group(group) for group in drawing.groups}


def _group(group: Group) -> str:
    return f'<g id="{group.id}">{"".join(map(_shape, group.shapes))}</g>'


def _shape(shape: Shape) -> str:
    match shape:
        case Box():
            return _box(shape)
        case Label():
            return _label(shape)
        case Disc():
            return (
                f'<circle cx="{shape.x:g}" cy="{shape.y:g}" r="{shape.radius:g}"'
                f' fill="{shape.fill}"/>'
            )
        case Patch():
            return f'<path d="{_line(shape)}Z" fill="{shape.fill}"/>'
        case Path():
            return (
                f'<path d="{_line(shape)}" fill="none" stroke="{shape.edge}"'
                f' stroke-width="{shape.thick:g}" stroke-linejoin="round"/>'
            )


def _line(shape: Path | Patch) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in shape.points)


def _box(box: Box) -> str:
    paint = f' fill="{box.fill or "none"}"'
    if box.edge:
        paint += f' stroke="{box.edge}" stroke-width="{box.thick:g}"'
    if box.dashed:
        paint += ' stroke-dasharray="5 4"'
    return (
        f'<rect x="{box.x:g}" y="{box.y:g}" width="{box.wide:g}" height="{box.high:g}"'
        f' rx="{box.round:g}"{paint}/>'
    )


def _label(label: Label) -> str:
    attributes = f' font-size="{label.size}" fill="{label.fill}"{_CUTS[label.cut]}'
    if label.anchor != "start":
        attributes += f' text-anchor="{label.anchor}"'
    wide = width(label.text, label.size, label.cut)
    if label.room and wide > _TIGHT * label.room:
        attributes += f' textLength="{wide:.0f}" lengthAdjust="spacingAndGlyphs"'
    return f'<text x="{label.x:g}" y="{label.y:g}"{attributes}>{escape(label.text)}</text>'
