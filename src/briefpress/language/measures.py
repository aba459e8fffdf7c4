"""Amounts with the sign or word of their unit: "$10bn", "75%", "45 km", "8 years", "$12.1m a day"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from babel.numbers import get_currency_symbol, is_currency

from briefpress.language.catalog import Catalog
from briefpress.language.numberprint import NO_BREAK, compact_parts, plural, print_digits, print_number

_TIMES = ("second", "minute", "hour", "day", "week", "month", "year")
_PREFIXED = {"W": " kMGT", "Wh": " kMGT", "J": " kMGT", "V": " km", "Hz": " kMG"}
#: Signs that stand after a number in any language (the SI brochure, 5.4.3); other units are words of the dataset.
SYMBOLS = frozenset(
    [(prefix + base).strip() for base, prefixes in _PREFIXED.items() for prefix in prefixes]
    + ["nm", "µm", "mm", "cm", "m", "km", "mm²", "cm²", "m²", "km²", "ha", "m³", "km³", "m2", "km2", "m3", "km3"]
    + ["ml", "cl", "l", "L", "hl", "µg", "mg", "g", "kg", "t", "kt", "Mt", "Gt", "°C", "°F", "K", "A", "°"]
    + ["km/h", "m/s", "mph", "kn", "Pa", "hPa", "kPa", "MPa", "bar", "dB", "ppm", "ppb", "ft", "mi", "yd", "lb", "oz"]
    + ["kcal", "cal"]
)
_SCALED = re.compile(
    r"(?P<code>[A-Z]{3}) (?:(?P<thousand>thousands?)|(?P<million>millions?|mn)|(?P<billion>billions?|bn))"
)
_SCALE_POWERS = {"thousand": 3, "million": 6, "billion": 9}
_VOWELS = frozenset("aeiouhàâäéèêëîïôöùûüœæ")


class Kind(StrEnum):
    COUNTED = "counted"  #: a word of the dataset, printed only where the unit is asked for
    PERCENT = "percent"
    MONEY = "money"
    TIME = "time"
    SYMBOL = "symbol"


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit as it is printed. `name` is a currency's code, a symbol, a time word's key or the dataset's own words; a
    number is multiplied by ten to the power of `shift` first (a share by 100); `per` is what stands after "per"."""

    kind: Kind
    name: str = ""
    shift: int = 0
    per: str = ""

    def scaled(self, value: Decimal) -> Decimal:
        return value.scaleb(self.shift) if self.shift else value


@lru_cache(maxsize=512)
def measure(unit: str) -> Measure:
    """How a unit of the dataset is printed. Any words are some unit."""
    name, _, per = unit.strip().partition(" per ")
    if name.startswith("per ") and not per:
        name, per = "", name.removeprefix("per ")
    if name.casefold() == "share":
        return Measure(Kind.PERCENT, "percent", 2, per)
    if name.casefold() in ("percent", "per cent", "%"):
        return Measure(Kind.PERCENT, "percent", 0, per)
    if scaled := _SCALED.fullmatch(name):
        power = next(power for scale, power in _SCALE_POWERS.items() if scaled[scale])
        if is_currency(scaled["code"]):
            return Measure(Kind.MONEY, scaled["code"], power, per)
    if len(name) == 3 and name.isupper() and is_currency(name):
        return Measure(Kind.MONEY, name, 0, per)
    if name.removesuffix("s") in _TIMES:
        return Measure(Kind.TIME, name.removesuffix("s"), 0, per)
    if name in SYMBOLS:
        return Measure(Kind.SYMBOL, re.sub("(?<=m)([23])$", lambda m: "²³"[int(m[1]) - 2], name), 0, per)
    return Measure(Kind.COUNTED, name, 0, per)


def amount(catalog: Catalog, value: Decimal, unit: str, compact: bool = True) -> str:
    """The number with the sign of its unit, and "a day" where it is per day; units that are words are left out."""
    parsed = measure(unit)
    scaled = parsed.scaled(value)
    match parsed.kind:
        case Kind.PERCENT:
            words = catalog.fill("format-percent", number=print_digits(catalog, scaled))
        case Kind.MONEY:
            words = _money(catalog, scaled, parsed.name, compact)
        case Kind.TIME | Kind.SYMBOL:
            words = _with_word(catalog, scaled, parsed, compact)
        case Kind.COUNTED:
            return print_number(catalog, scaled, compact=compact)
    return f"{words} {per_words(catalog, parsed.per)}" if parsed.per else words


def currency_sign(catalog: Catalog, code: str, table: bool = False) -> str:
    """The sign of an ISO 4217 code: the catalog's own, else CLDR's in this language. `table` is the form that stands
    alone in a column."""
    own = catalog.entries.get(f"currency-table-{code}") if table else None
    return own or catalog.entries.get(f"currency-{code}") or str(get_currency_symbol(code, locale=catalog.locale))


def _money(catalog: Catalog, value: Decimal, code: str, compact: bool) -> str:
    parts = compact_parts(catalog, abs(value), "money") if compact else None
    number, scale = parts or (abs(value), "full")
    pattern = catalog.word(f"money-{scale}")
    sign = currency_sign(catalog, code)
    if sign[-1].isalpha() and "{sign}{number}" in pattern:
        sign += NO_BREAK
    shown = number if parts else _with_cents(number)
    words = pattern.format(sign=sign, number=print_digits(catalog, shown)).replace(" ", NO_BREAK)
    return "\u2212" + words if value < 0 else words


def _with_cents(value: Decimal) -> Decimal:
    """Money with one decimal gets its second: "£0.80", not "£0.8"."""
    return value.quantize(Decimal("0.01")) if value.as_tuple().exponent == -1 else value


def _with_word(catalog: Catalog, value: Decimal, parsed: Measure, compact: bool) -> str:
    number = print_number(catalog, value, compact=compact)
    if compact and compact_parts(catalog, value):
        return counted(catalog, number, unit_word(catalog, parsed, value), scaled=True).replace(" ", NO_BREAK)
    if parsed.kind is Kind.TIME:
        return catalog.fill(f"unit-{parsed.name}-{plural(catalog, value)}", number=number).replace(" ", NO_BREAK)
    return number + ("" if parsed.name == "°" else NO_BREAK) + parsed.name


def unit_word(catalog: Catalog, parsed: Measure, value: Decimal) -> str:
    """The unit alone, as in a table's column, without what stands after "per"."""
    match parsed.kind:
        case Kind.PERCENT:
            return catalog.word("unit-percent")
        case Kind.MONEY:
            return currency_sign(catalog, parsed.name, table=True)
        case Kind.TIME:
            return catalog.fill(f"unit-{parsed.name}-{plural(catalog, value)}", number="").strip()
        case Kind.SYMBOL:
            return parsed.name
        case Kind.COUNTED:
            return _grouped_digits(catalog, parsed.name)


def per_words(catalog: Catalog, per: str) -> str:
    """ "a day", "per km²", "per $1": what stands after an amount."""
    parsed = measure(per)
    if parsed.kind is Kind.TIME and not parsed.per:
        return catalog.word(f"per-{parsed.name}")
    if parsed.kind is Kind.MONEY and not parsed.per:
        return catalog.fill("per-money", unit=_money(catalog, Decimal(1).scaleb(parsed.shift), parsed.name, True))
    return " ".join(catalog.fill("per-any", unit=_grouped_digits(catalog, part)) for part in per.split(" per "))


def _grouped_digits(catalog: Catalog, words: str) -> str:
    """A unit such as "per 1000 people" has digits of its own, which are written as the language does."""
    return re.sub(r"[0-9]{4,}", lambda match: print_digits(catalog, Decimal(match[0])), words)


def counted(catalog: Catalog, number: str, words: str, scaled: bool) -> str:
    """The number and a unit of the dataset; `scaled` tells that it ends in a word such as "million"."""
    if not scaled:
        return catalog.fill("unit-counted", number=number, unit=words)
    key = "unit-of-scale-vowel" if words[:1].casefold() in _VOWELS else "unit-of-scale"
    return catalog.fill(key, number=number, unit=words)


def full_unit(catalog: Catalog, unit: str, value: Decimal) -> str:
    """The unit's words with what stands after "per": "people per person", "per cent", "US$ a day"."""
    parsed = measure(unit)
    words = [unit_word(catalog, parsed, parsed.scaled(value)), per_words(catalog, parsed.per) if parsed.per else ""]
    return " ".join(word for word in words if word)


def table_amount(catalog: Catalog, value: Decimal, unit: str) -> tuple[str, str]:
    """Number and unit for two columns of a table: large money in its scale ("10", "US$ billion"), the rest in full."""
    parsed = measure(unit)
    scaled = parsed.scaled(value)
    parts = compact_parts(catalog, scaled, "money-table") if parsed.kind is Kind.MONEY else None
    if parts is None:
        shown = _with_cents(scaled) if parsed.kind is Kind.MONEY else scaled
        return print_digits(catalog, shown), full_unit(catalog, unit, value)
    number, scale = parts
    words = catalog.fill(f"money-table-{scale}", sign=currency_sign(catalog, parsed.name, table=True))
    return print_digits(catalog, number), f"{words} {per_words(catalog, parsed.per)}" if parsed.per else words
