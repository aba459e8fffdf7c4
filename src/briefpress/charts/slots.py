"""Where columns stand in time: in proportion to their dates where that leaves room for them, else one after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefpress.charts.request import Request, extent, fail, option
from briefpress.language.edtf import midpoint
from briefpress.model.dates import Edtf, Precision

NARROWEST, WIDEST = 6.0, 46.0
SPILL = 0.14  # of a slot: how far from its middle a column of 0.72 of it may stand


@dataclass(frozen=True, slots=True)
class Slots:
    """`place` gives the x of a date in points, `edges` both ends of what a date covers; `pitch` is from one column to
    the next; `years` are those of the slots, where each is a year."""

    place: Callable[[Edtf], float]
    edges: Callable[[Edtf], tuple[float, float]]
    pitch: float
    years: tuple[int, ...] = ()
    even: bool = False


def lay_slots(request: Request, dates: Sequence[Edtf], extra: Sequence[Edtf], ends: tuple[float, float]) -> Slots:
    """Slots between `ends` for columns at `dates`, and for the marks at `extra` dates among or after them."""
    left, right = ends
    shift = _shift(request)
    yearly = all(date.end is None and date.start.precision is Precision.YEAR for date in dates)
    moments = sorted({_moment(date, yearly, shift) for date in dates})
    others = [_moment(date, yearly, shift) for date in extra]
    unit = min((b - a for a, b in pairwise(moments)), default=1.0)
    unit = 1.0 if yearly and unit < 1.5 else unit
    first, last = min([*moments, *others]), max([*moments, *others])
    if yearly and unit == 1.0:
        first, last = int(first // 1) + 0.5, int(last // 1) + 0.5
        # A mark late in the last year is as wide as a column: without a slot more it would run out of the figure.
        last += 1.0 if any(moment > last + SPILL for moment in others) else 0.0
    count = (last - first) / unit + 1
    pitch = (right - left) / count
    if pitch < NARROWEST and pitch < (right - left) / (len(dates) + len(extra)) * 0.6:
        return _evenly(dates, extra, left, right)

    def at(moment: float) -> float:
        return left + (moment - first + unit / 2) / unit * pitch

    def place(date: Edtf) -> float:
        return at(_moment(date, yearly, shift))

    def edges(date: Edtf) -> tuple[float, float]:
        start, end = extent(date)
        move = shift if not _is_year(date) else 0.0
        return at(start + move), at(end + move)

    years = tuple(range(int(first // 1), int(last // 1) + 1)) if yearly and unit == 1.0 else ()
    return Slots(place, edges, pitch, years)


def _is_year(date: Edtf) -> bool:
    return date.start.precision is Precision.YEAR and date.last_point.precision is Precision.YEAR


def _moment(date: Edtf, yearly: bool, shift: float) -> float:
    return midpoint(date) + (shift if yearly and not _is_year(date) else 0.0)


def _shift(request: Request) -> float:
    """A year that begins in October of the year before moves dates given by month a quarter of a year on."""
    month = option(request, "year_start", int, 1)
    if not 1 <= month <= 12:
        fail(request, f"has year_start = {month}", "Give a month from 1 to 12; 10 is October of the year before")
    return (13 - month) / 12 if month > 1 else 0.0


def _evenly(dates: Sequence[Edtf], extra: Sequence[Edtf], left: float, right: float) -> Slots:
    moments = sorted({midpoint(date) for date in (*dates, *extra)})
    pitch = (right - left) / len(moments)
    index = {moment: float(number) for number, moment in enumerate(moments)}

    def place(date: Edtf) -> float:
        moment = midpoint(date)
        number = index.get(moment)
        if number is None:
            number = sum(known < moment for known in moments) - 0.5 if moment > moments[0] else -0.5
        return left + (number + 0.5) * pitch

    def edges(date: Edtf) -> tuple[float, float]:
        start, end = extent(date)
        first, last = sum(m < start for m in moments), sum(m <= end for m in moments) - 1
        return left + first * pitch, left + (last + 1) * pitch

    return Slots(place, edges, pitch, (), True)
