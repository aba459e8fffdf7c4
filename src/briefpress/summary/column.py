"""The statistics of one column: each takes its points in the order of their dates and gives an outcome, or raises
RefusedError with the reason why there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import inf

from briefpress.model.dataset import SeriesPoint
from briefpress.model.dates import Edtf
from briefpress.model.quantity import Quantity
from briefpress.summary import values
from briefpress.summary.arithmetic import MAY_BE_NEGATIVE, Interval, RefusedError, negate, to_quantity
from briefpress.summary.facts import TIED
from briefpress.summary.values import Value, conclude, constant

End = Fraction | float  #: the end of an interval, infinite where it is not known


@dataclass(frozen=True, slots=True)
class Point:
    """A cell that is not blank."""

    point: SeriesPoint
    quantity: Quantity
    value: Value

    def ends(self, sign: int = 1) -> tuple[End, End]:
        """The ends of the interval, of the negative number where `sign` is -1."""
        interval = self.value.interval if sign > 0 else negate(self.value.interval)
        return -inf if interval.low is None else interval.low, inf if interval.high is None else interval.high


@dataclass(frozen=True, slots=True)
class Outcome:
    """A statistic before it is a fact: its quantity, the points that it rests on, its date and printed digits."""

    quantity: Quantity
    points: tuple[Point, ...]
    as_of: Edtf | None = None
    digits: int | None = None
    flags: tuple[str, ...] = ()


Points = tuple[Point, ...]


def count(points: Points) -> Outcome:
    return Outcome(Quantity(Decimal(len(points))), points)


def first(points: Points) -> Outcome:
    _need(points[:1], 1)
    return Outcome(points[0].quantity, points[:1], points[0].point.date)


def last(points: Points) -> Outcome:
    return first(points[::-1])


def highest(points: Points) -> Outcome:
    return _extreme(points, 1)


def lowest(points: Points) -> Outcome:
    return _extreme(points, -1)


def median(points: Points) -> Outcome:
    """The middle of the points; where bounds leave open which point that is, the range that it lies in."""
    _need(points, 1)
    half = (len(points) - 1) // 2
    middle = slice(half, len(points) - half)
    by_low = tuple(sorted(points, key=lambda point: point.ends()[0])[middle])
    by_high = tuple(sorted(points, key=lambda point: point.ends()[1])[middle])
    if by_low == by_high and len(by_low) == 1:
        return Outcome(by_low[0].quantity, by_low)
    if set(map(id, by_low)) == set(map(id, by_high)):
        return _divided(by_low, points, "median")
    resting = tuple({id(point): point for point in (*by_low, *by_high)}.values())
    low, high = (_average([point.ends()[side] for point in part]) for side, part in enumerate((by_low, by_high)))
    if low is None and high is None:
        raise RefusedError("the median is unknown, since too many of the numbers are floors or ceilings")
    approximate = any(point.value.interval.approximate for point in resting)
    low_open = any(point.value.interval.low_open for point in by_low)
    high_open = any(point.value.interval.high_open for point in by_high)
    interval = Interval(low, low_open, high, high_open, approximate)
    digits = max(values.FEWEST, min(point.value.digits or values.MOST for point in resting))
    return Outcome(to_quantity(interval, points[0].quantity.unit), resting, digits=digits)


def mean(points: Points) -> Outcome:
    _need(points, 1)
    return _divided(points, points, "mean")


def change(points: Points) -> Outcome:
    """From the first to the last."""
    _need(points, 2)
    difference = values.add(points[-1].value, points[0].value, minus=True)
    return _outcome(difference, (points[0], points[-1]))


def relative_change(points: Points) -> Outcome:
    """The change as a share of the first, which must be above zero."""
    _need(points, 2)
    start, end = points[0], points[-1]
    if start.quantity.unit in MAY_BE_NEGATIVE:
        raise RefusedError(f"{start.quantity.unit} has no true zero, so that a relative change would say nothing")
    if (start.ends()[0] <= 0 and not start.value.interval.not_negative) or start.ends()[1] <= 0:
        raise RefusedError(f"{start.value.name} is not above zero")
    ratio = values.share(end.value, start.value)
    return _outcome(values.add(ratio, constant(Decimal(1), "1"), minus=True), (start, end))


def largest_step(points: Points) -> Outcome:
    """The largest change, up or down, from one point to the next; none where bounds leave open which that is."""
    _need(points, 2)
    steps = [(values.add(b.value, a.value, minus=True), (a, b)) for a, b in pairwise(points)]
    sizes = [_sizes(step.interval) for step, _ in steps]
    best = max(range(len(steps)), key=lambda i: (sizes[i][0], -i))
    if any(sizes[best][0] < sizes[i][1] for i in range(len(steps)) if i != best):
        raise RefusedError("which step is the largest is unknown, since some numbers are floors, ceilings or ranges")
    ties = sum(size == sizes[best] for size in sizes)
    return _outcome(*steps[best], flags=(TIED,) if ties > 1 else ())


STATISTICS: Mapping[str, Callable[[Points], Outcome]] = {
    "count": count,
    "first": first,
    "last": last,
    "min": lowest,
    "max": highest,
    "median": median,
    "mean": mean,
    "change": change,
    "relative": relative_change,
    "step": largest_step,
}


def _need(points: Points, fewest: int) -> None:
    if len(points) < fewest:
        raise RefusedError("there is no number" if not points else "there is one number only")
    if len({point.quantity.unit for point in points}) > 1:
        raise RefusedError("the numbers are not of one unit")


def _extreme(points: Points, sign: int) -> Outcome:
    """The highest point, or with `sign` -1 the lowest. It has a date where bounds leave no doubt which point it is."""
    _need(points, 1)
    best = max(point.ends(sign)[0] for point in points)
    winners = [point for point in points if _beats(point, points, sign)]
    if winners:
        vague = [point for point in winners if point.value.interval.approximate]
        flags = (TIED,) if len(winners) > 1 else ()
        return Outcome((vague or winners)[0].quantity, (winners[0],), winners[0].point.date, flags=flags)
    top = max(point.ends(sign)[1] for point in points)
    able = tuple(point for point in points if point.ends(sign)[1] >= best)
    intervals = [point.value.interval if sign > 0 else negate(point.value.interval) for point in able]
    interval = Interval(
        best if isinstance(best, Fraction) else None,
        all(i.low_open for i in intervals if i.low == best),
        top if isinstance(top, Fraction) else None,
        all(i.high_open for i in intervals if i.high == top),
        any(i.approximate for i in intervals),
    )
    return Outcome(to_quantity(interval if sign > 0 else negate(interval), points[0].quantity.unit), able)


def _beats(point: Point, points: Sequence[Point], sign: int) -> bool:
    low = point.ends(sign)[0]
    return all(low >= other.ends(sign)[1] for other in points if other is not point)


def _divided(summed: Points, points: Points, name: str) -> Outcome:
    """The sum of some points divided by how many they are."""
    try:
        number = constant(Decimal(len(summed)), str(len(summed)))
        result = values.divide(values.total(point.value for point in summed), number)
    except RefusedError:
        reason = f"the {name} is unknown, since some of the numbers are floors and others ceilings"
        raise RefusedError(reason) from None
    quantity, digits = conclude(result)
    return Outcome(quantity, summed if name == "median" else points, digits=digits)


def _outcome(value: Value, points: tuple[Point, Point], flags: tuple[str, ...] = ()) -> Outcome:
    """A change from one point to another, dated with both."""
    start, end = (point.point.date for point in points)
    period = Edtf(f"{start.written}/{end.written}", start.start, end.last_point)
    quantity, digits = conclude(value)
    return Outcome(quantity, points, period, digits, flags)


def _sizes(interval: Interval) -> tuple[End, End]:
    """The least and the greatest that a change can be, up or down."""
    low: End = -inf if interval.low is None else interval.low
    high: End = inf if interval.high is None else interval.high
    near, far = sorted([_size(low), _size(high)])
    return (Fraction(0) if low <= 0 <= high else near), far


def _size(end: End) -> End:
    return end if end >= 0 else -end


def _average(ends: Sequence[End]) -> Fraction | None:
    finite = [end for end in ends if isinstance(end, Fraction)]
    return sum(finite, Fraction(0)) / len(finite) if len(finite) == len(ends) else None
