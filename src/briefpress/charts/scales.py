"""From values to points on the sheet, and the round numbers at which an axis is marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from math import log10


@dataclass(frozen=True, slots=True)
class Scale:
    """Linear, or by powers of ten: `low` stands at `start`, `high` at `end` (points)."""

    low: float
    high: float
    start: float
    end: float
    log: bool = False

    def __call__(self, value: float | Decimal) -> float:
        number = float(value)
        low, high = self.low, self.high
        if self.log:
            number, low, high = log10(number), log10(low), log10(high)
        if high == low:
            return (self.start + self.end) / 2
        return self.start + (number - low) / (high - low) * (self.end - self.start)


def nice_step(span: Decimal, count: int) -> Decimal:
    """The smallest of 1, 2, 2.5 and 5 times a power of ten that parts `span` into `count` steps or fewer."""
    if span <= 0:
        return Decimal(1)
    rough = span / count
    power = Decimal(1).scaleb(rough.adjusted())
    for factor in (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10)):
        if factor * power >= rough:
            return factor * power
    return 10 * power


def ticks(low: Decimal, high: Decimal, count: int) -> tuple[Decimal, ...]:
    """Round values from the last one at or below `low` to the first one at or above `high`."""
    step = nice_step(high - low, count)
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    if first == last:
        last += 1
    steps = range(int(first), int(last) + 1)
    return tuple((step * n).normalize() + 0 if n else Decimal(0) for n in steps)


def decades(low: Decimal, high: Decimal) -> tuple[Decimal, ...]:
    """Powers of ten from the one at or below `low` to the one at or above `high`, both positive."""
    first = low.adjusted()
    last = high.adjusted()
    if Decimal(1).scaleb(last) < high:
        last += 1
    if first == last:
        last += 1
    return tuple(Decimal(1).scaleb(n) for n in range(first, last + 1))


def needs_zero(values: Sequence[Decimal]) -> bool:
    """Tell whether a line's axis takes in zero: it does unless the values keep within a third of the largest."""
    low, high = min(values), max(values)
    if low <= 0 <= high:
        return True
    far, near = max(abs(low), abs(high)), min(abs(low), abs(high))
    return near < far * 2 / 3
