"""Shape means certainty: the marks that say how a number was put, the same in every chart and legend.

Lengths are points. A bar runs along one axis from a zero line to its value and has a thickness across the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefpress.charts.ink import Sheet
from briefpress.charts.placing import Box, Point
from briefpress.model.quantity import Bound

HEAD_MOST, HEAD_GAP = 6.5, 1.6

OF_BOUND = {
    Bound.EXACT: "stated",
    Bound.AT_LEAST: "floor",
    Bound.MORE_THAN: "floor",
    Bound.ABOUT: "about",
    Bound.AT_MOST: "ceiling",
    Bound.LESS_THAN: "ceiling",
    Bound.BETWEEN: "range",
    Bound.ABOUT_OR_MORE: "about-or-more",
    Bound.ABOUT_OR_LESS: "about-or-less",
    Bound.ABOUT_BETWEEN: "about-range",
}


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a bar stands: along its axis from `zero` to `end` (a range: from `end` to `high`), across it from `low` to
    `top`."""

    zero: float
    end: float
    low: float
    top: float
    upright: bool = False
    high: float | None = None
    bound: Bound = Bound.EXACT
    estimated: bool = False

    @property
    def thick(self) -> float:
        return self.top - self.low

    @property
    def sign(self) -> float:
        """Away from the zero line; a bar of nothing points up or right."""
        return -1.0 if self.end < self.zero else 1.0

    def box(self, start: float, end: float, grow: float = 0.0) -> Box:
        low, high = min(start, end), max(start, end)
        if self.upright:
            return Box(self.low - grow, low, self.top + grow, high)
        return Box(low, self.low - grow, high, self.top + grow)

    def at(self, along: float, across: float) -> Point:
        return (across, along) if self.upright else (along, across)


def draw_bar(sheet: Sheet, bar: Bar, colour: str) -> Box:
    """Draw the bar by its bound; returns what all its ink covers, and keeps labels off it."""
    if bar.bound.is_range and bar.high is not None:
        extent = _range(sheet, bar, colour)
    elif _opens_outward(bar):
        extent = _floor(sheet, bar, colour)
    elif bar.bound.is_floor or bar.bound.is_ceiling:
        extent = _ceiling(sheet, bar, colour)
    else:
        extent = _plain(sheet, bar, colour)
    sheet.take(extent)
    return extent


def outreach(bar: Bar, sizes: Mapping[str, float]) -> float:
    """How far the ink reaches beyond the value, away from zero; `sizes` are a theme's for charts."""
    if _opens_outward(bar):
        short = sizes["about_gap"] if bar.bound.is_approximate else 0.0
        return short + stub_of(bar, sizes) + HEAD_GAP + head_of(bar, sizes)
    return sizes["about_line"] / 2 if bar.bound.is_approximate else 0.0


def stub_of(bar: Bar, sizes: Mapping[str, float]) -> float:
    """The open part beyond a floor; it has no scale."""
    return sizes["stub_upright"] if bar.upright else min(sizes["stub"], max(10.0, bar.thick))


def head_of(bar: Bar, sizes: Mapping[str, float]) -> float:
    return min(HEAD_MOST, max(3.2, sizes["arrowhead"] * bar.thick))


def _opens_outward(bar: Bar) -> bool:
    """The true number may lie beyond the bar's end: a floor above zero, or a ceiling below it."""
    if bar.end == bar.zero:
        return bar.bound.is_floor or bar.bound.is_ceiling
    return bar.bound.is_floor if bar.sign > 0 else bar.bound.is_ceiling


def _body(sheet: Sheet, bar: Bar, end: float, colour: str) -> Box:
    box = bar.box(bar.zero, end)
    if bar.estimated:
        s = sheet.sizes
        inset = min(sheet.sizes["estimate_line"] / 2, box.width / 2, box.height / 2)
        inner = Box(box.left + inset, box.bottom + inset, box.right - inset, box.top - inset)
        sheet.rect(
            inner, sheet.theme.colours.estimate, colour, s["estimate_line"], (s["estimate_on"], s["estimate_off"])
        )
    else:
        sheet.rect(box, colour)
    return box


def _plain(sheet: Sheet, bar: Bar, colour: str) -> Box:
    if bar.bound is not Bound.ABOUT:
        return _body(sheet, bar, bar.end, colour)
    _body(sheet, bar, _short_of(sheet, bar), colour)
    return _dashed_end(
        sheet,
        bar,
        bar.end,
        colour,
        bar.box(bar.zero, bar.end + bar.sign * sheet.sizes["about_line"] / 2, sheet.sizes["about_reach"]),
    )


def _short_of(sheet: Sheet, bar: Bar) -> float:
    short = bar.end - bar.sign * sheet.sizes["about_gap"]
    return bar.zero if (short - bar.zero) * bar.sign < 0 else short


def _dashed_end(sheet: Sheet, bar: Bar, along: float, colour: str, extent: Box) -> Box:
    s = sheet.sizes
    start, end = (
        bar.at(along, bar.low - sheet.sizes["about_reach"]),
        bar.at(along, bar.top + sheet.sizes["about_reach"]),
    )
    sheet.line(start, end, colour, s["about_line"], (s["about_on"], s["about_off"]))
    return extent


def _floor(sheet: Sheet, bar: Bar, colour: str) -> Box:
    """Solid to the value, then an open hatched stub with no closing edge, and an arrowhead."""
    sign = -1.0 if bar.end < bar.zero or (bar.end == bar.zero and bar.bound.is_ceiling) else 1.0
    about = bar.bound.is_approximate
    _body(sheet, bar, _short_of(sheet, bar) if about else bar.end, colour)
    start = bar.end + sign * (sheet.sizes["about_gap"] if about else 0.0)
    edge = sheet.sizes["stub_edge"]
    stop = start + sign * stub_of(bar, sheet.sizes)
    if about:
        _dashed_end(sheet, bar, bar.end, colour, bar.box(bar.end, bar.end))
    sheet.lines(list(hatching(bar.box(start, stop), sheet.sizes["hatch_pitch"])), colour, sheet.sizes["hatch"])
    sides = ((bar.at(start, across), bar.at(stop, across)) for across in (bar.low + edge / 2, bar.top - edge / 2))
    sheet.lines(list(sides), colour, edge)
    tip = stop + sign * (HEAD_GAP + head_of(bar, sheet.sizes))
    arrowhead(sheet, bar, tip, sign, colour)
    return bar.box(bar.zero, tip, sheet.sizes["about_reach"] if about else 0.0)


def _ceiling(sheet: Sheet, bar: Bar, colour: str) -> Box:
    """An outline that ends at the value, with an arrow from there inward."""
    edge = sheet.sizes["outline"]
    box = bar.box(bar.zero, bar.end)
    inset = min(edge / 2, box.width / 2, box.height / 2)
    inner = Box(box.left + inset, box.bottom + inset, box.right - inset, box.top - inset)
    if bar.bound.is_approximate:
        sides = [bar.at(bar.zero, bar.low), bar.at(_short_of(sheet, bar), bar.low)]
        other = [bar.at(bar.zero, bar.top), bar.at(_short_of(sheet, bar), bar.top)]
        sheet.lines((sides, other), colour, edge)
        box = _dashed_end(sheet, bar, bar.end, colour, bar.box(bar.zero, bar.end, sheet.sizes["about_reach"]))
    else:
        sheet.rect(inner, sheet.theme.colours.paper, colour, edge)
    length = abs(bar.end - bar.zero)
    head = min(head_of(bar, sheet.sizes), length * 0.6)
    if head >= 1.5:
        start = bar.end - bar.sign * (edge + HEAD_GAP)
        tail = min(stub_of(bar, sheet.sizes), length - HEAD_GAP - edge - head)
        tip = start - bar.sign * (max(tail, 0.0) + head)
        middle = (bar.low + bar.top) / 2
        if tail > 0:
            sheet.line(bar.at(start, middle), bar.at(tip + bar.sign * head, middle), colour, edge)
        arrowhead(sheet, bar, tip, -bar.sign, colour, head)
    return box


def _range(sheet: Sheet, bar: Bar, colour: str) -> Box:
    """A floating bar, from the lower end to the upper."""
    high = bar.end if bar.high is None else bar.high
    if not bar.bound.is_approximate:
        return _body(
            sheet, replace(bar, zero=bar.end, end=max(high, bar.end + 0.75)), max(high, bar.end + 0.75), colour
        )
    inner = replace(
        bar,
        zero=bar.end + sheet.sizes["about_gap"],
        end=max(high - sheet.sizes["about_gap"], bar.end + sheet.sizes["about_gap"]),
    )
    _body(sheet, inner, inner.end, colour)
    for along in (bar.end, high):
        _dashed_end(sheet, bar, along, colour, bar.box(along, along))
    return bar.box(
        bar.end - sheet.sizes["about_line"] / 2, high + sheet.sizes["about_line"] / 2, sheet.sizes["about_reach"]
    )


def arrowhead(sheet: Sheet, bar: Bar, tip: float, sign: float, colour: str, length: float = 0.0) -> None:
    """A filled triangle across the bar's middle, its tip at `tip` along it."""
    length = length or head_of(bar, sheet.sizes)
    half = min(bar.thick / 2, length * 0.72)
    middle = (bar.low + bar.top) / 2
    back = tip - sign * length
    sheet.shape([bar.at(tip, middle), bar.at(back, middle + half), bar.at(back, middle - half)], colour)


def hatching(box: Box, pitch: float) -> Iterator[tuple[Point, Point]]:
    """Lines at 45 degrees, rising to the right, cut by the box."""
    pitch *= 2**0.5
    offset = box.left - box.height + pitch / 2
    while offset < box.right:
        x0, y0 = max(offset, box.left), box.bottom + max(box.left - offset, 0.0)
        rise = min(box.right - x0, box.top - y0)
        if rise > 0.3:
            yield (x0, y0), (x0 + rise, y0 + rise)
        offset += pitch


def bracket(sheet: Sheet, start: float, end: float, y: float, colour: str, dash: Sequence[float] | None = None) -> None:
    """A thin line with closed ends: nothing in the sources between, or a duration."""
    sheet.line((start, y), (end, y), colour, sheet.sizes["bracket"], dash)
    half = sheet.sizes["bracket_end"] / 2
    sheet.lines((((x, y - half), (x, y + half)) for x in (start, end)), colour, sheet.sizes["bracket"])
    sheet.bar_lines(((start, y), (end, y)))


def triangle(sheet: Sheet, x: float, y: float, colour: str) -> Box:
    """A small triangle pointing up, its tip at `x`, `y`: the date of an event under an axis."""
    size = sheet.sizes["triangle"] / 2
    sheet.shape([(x, y), (x - size, y - 1.5 * size), (x + size, y - 1.5 * size)], colour)
    box = Box(x - size, y - 1.5 * size, x + size, y)
    sheet.take(box)
    return box


def date_mark(sheet: Sheet, key: str, centre: Point, half: float, colour: str) -> Box:
    """A moment: a dot for a day, a bar `half` to each side for a month or year, a ring for about a day or an uncertain
    one, an arrowhead at the right for what has not ended."""
    x, y = centre
    ring, line, dot = (sheet.sizes[f"timeline_{part}"] for part in ("ring", "ring_line", "dot"))
    if key in ("about-day", "uncertain"):
        sheet.dots((centre,), ring, fill=sheet.theme.colours.paper, edge=colour, line=line)
        dot = ring + line / 2
        return Box(x - dot, y - dot, x + dot, y + dot)
    if key == "day":
        sheet.dots((centre,), dot, fill=colour)
        return Box(x - dot, y - dot, x + dot, y + dot)
    thick = sheet.sizes["timeline_bar"] / 2
    box = Box(x - half, y - thick, x + half, y + thick)
    sheet.rect(box, colour)
    if key == "open":
        sheet.shape([(x + half + 5.5, y), (x + half, y + 3.6), (x + half, y - 3.6)], colour)
        return Box(box.left, y - 3.6, box.right + 5.5, y + 3.6)
    return box
