"""Marks that stand at a value without a bar from zero: dots in rows and on lines."""

from __future__ import annotations

from dataclasses import dataclass

from briefpress.charts.ink import Sheet
from briefpress.charts.marks import HEAD_GAP
from briefpress.charts.placing import Box
from briefpress.model.quantity import Bound

SQUARE = 0.88  #: a square of the same weight as a dot, by its half side


@dataclass(frozen=True, slots=True)
class Look:
    """How a point is drawn: "dot", "square", "triangle" or "diamond"; `radius` is points, 0 the style's own; `upright`
    tells that values run upwards, not to the right."""

    shape: str = "dot"
    radius: float = 0.0
    upright: bool = True


def draw_point(sheet: Sheet, at: tuple[float, float], bound: Bound, colour: str, look: Look = Look()) -> Box:
    """A dot at a value. Its certainty lies along the axis of values: an arrow where the true number may be beyond, a
    dashed line across where it is about there. Returns what it covers."""
    x, y = at
    size = look.radius or sheet.sizes["dot"]
    box = Box(x - size, y - size, x + size, y + size)
    if bound.is_floor or bound.is_ceiling:
        box = _arrow(sheet, at, size, 1.0 if bound.is_floor else -1.0, colour, look.upright)
    if bound.is_approximate:
        reach = size + sheet.sizes["about_reach"]
        ends = ((x - reach, y), (x + reach, y)) if look.upright else ((x, y - reach), (x, y + reach))
        dash = (sheet.sizes["about_on"], sheet.sizes["about_off"])
        sheet.line(*ends, colour, sheet.sizes["about_line"], dash)
        box = _union(box, Box(ends[0][0], ends[0][1], ends[1][0], ends[1][1]))
    _body(sheet, at, size, colour, look.shape)
    return box


def _body(sheet: Sheet, at: tuple[float, float], size: float, colour: str, shape: str) -> None:
    x, y = at
    halo = sheet.sizes["dot_ring"]
    paper = sheet.theme.colours.paper
    if shape == "square":
        half = size * SQUARE
        sheet.rect(Box(x - half - halo, y - half - halo, x + half + halo, y + half + halo), paper)
        sheet.rect(Box(x - half, y - half, x + half, y + half), colour)
    elif shape in ("triangle", "diamond"):
        for grow, ink in ((halo * 1.6, paper), (0.0, colour)):
            reach = size * 1.25 + grow
            low = -reach * 0.8 if shape == "triangle" else 0.0
            points = [(x, y + reach), (x + reach, y + low), (x, y - reach), (x - reach, y + low)]
            if shape == "triangle":
                points.pop(2)
            sheet.shape(points, ink)
    else:
        sheet.dots((at,), size + halo, fill=paper)
        sheet.dots((at,), size, fill=colour)


def _arrow(sheet: Sheet, at: tuple[float, float], size: float, sign: float, colour: str, upright: bool) -> Box:
    """A thin stem from the dot and an arrowhead, towards where the true number may lie."""
    x, y = at
    stem, head = size + 6.0, 4.5
    tip = stem + HEAD_GAP + head

    def place(along: float, across: float) -> tuple[float, float]:
        return (x + across, y + sign * along) if upright else (x + sign * along, y + across)

    sheet.line(place(size, 0), place(stem + HEAD_GAP, 0), colour, sheet.sizes["stub_edge"], (1.6, 1.2))
    sheet.shape([place(tip, 0), place(tip - head, 2.8), place(tip - head, -2.8)], colour)
    ends = place(tip, 2.8), place(-size, -2.8)
    xs, ys = [end[0] for end in ends] + [x - size, x + size] * upright, [end[1] for end in ends]
    if not upright:
        ys += [y - size, y + size]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _union(one: Box, other: Box) -> Box:
    return Box(
        min(one.left, other.left), min(one.bottom, other.bottom), max(one.right, other.right), max(one.top, other.top)
    )
