"""A number as a source put it: value, bound and unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Bound(StrEnum):
    """How a number was put. The last three arise only from arithmetic, never in a CSV file."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    ABOUT = "about"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    ABOUT_OR_MORE = "about_or_more"
    ABOUT_OR_LESS = "about_or_less"
    ABOUT_BETWEEN = "about_between"

    @property
    def is_floor(self) -> bool:
        """The true number may be higher, without end."""
        return self in (Bound.AT_LEAST, Bound.MORE_THAN, Bound.ABOUT_OR_MORE)

    @property
    def is_ceiling(self) -> bool:
        """The true number may be lower."""
        return self in (Bound.AT_MOST, Bound.LESS_THAN, Bound.ABOUT_OR_LESS)

    @property
    def is_range(self) -> bool:
        return self in (Bound.BETWEEN, Bound.ABOUT_BETWEEN)

    @property
    def is_approximate(self) -> bool:
        return self in (Bound.ABOUT, Bound.ABOUT_OR_MORE, Bound.ABOUT_OR_LESS, Bound.ABOUT_BETWEEN)


STATED_BOUNDS = tuple(b for b in Bound if b not in (Bound.ABOUT_OR_MORE, Bound.ABOUT_OR_LESS, Bound.ABOUT_BETWEEN))


@dataclass(frozen=True, slots=True)
class Quantity:
    """`value` (the lower end of a range), `high` (the upper end, for ranges only), unit and bound.

    A share is stored as its fraction with unit "share" (0.75), per cents as such with unit "percent" (75). Units are
    plain words of the dataset ("people", "USD", "USD per day", "km", "°C"); a currency is its ISO 4217 code.
    """

    value: Decimal
    unit: str = ""
    bound: Bound = Bound.EXACT
    high: Decimal | None = None
