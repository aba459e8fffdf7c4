"""Decimals to the digits and scale words of a language."""

from __future__ import annotations

from decimal import Context, Decimal

from briefpress.language.catalog import Catalog
from briefpress.language.numbers import MINUS, round_decimal

NO_BREAK = "\u00a0"
SCALES = (("trillion", 12), ("billion", 9), ("million", 6))
_SMALLEST_COMPACT = Decimal(10) ** 6
_EXACT = Context(prec=120)
_COMPACT_PLACES = 2  # "2.91 billion" reads faster than digits in full; "1.234567 million" does not


def print_digits(catalog: Catalog, value: Decimal) -> str:
    """All digits of `value`, trailing zeros of a fraction too, grouped as the language does, with U+2212 as minus."""
    whole, _, fraction = f"{abs(value):f}".partition(".")
    sign = MINUS if value < 0 else ""
    return sign + _grouped(catalog, whole) + (catalog.signs.decimal + fraction if fraction else "")


def _grouped(catalog: Catalog, whole: str) -> str:
    signs = catalog.signs
    if len(whole) < signs.last_group + int(catalog.word("format-min-grouping")):
        return whole
    groups = [whole[-signs.last_group :]]
    rest = whole[: -signs.last_group]
    while rest:
        groups.append(rest[-signs.other_groups :])
        rest = rest[: -signs.other_groups]
    return signs.group.join(reversed(groups))


def compact_parts(catalog: Catalog, value: Decimal, table: str = "scale") -> tuple[Decimal, str] | None:
    """The number before a scale word and the scale ("million", ...), or None where the number is under a million, or
    would need more than two decimals. `table` is the catalog's table whose empty scales fall back to the one below."""
    if abs(value) < _SMALLEST_COMPACT:
        return None
    for scale, power in SCALES:
        key = f"{table}-{scale}-other" if table == "scale" else f"{table}-{scale}"
        if abs(value) < Decimal(10) ** power or not catalog.word(key):
            continue
        short = value.scaleb(-power, context=_EXACT).normalize(context=_EXACT)
        if -int(short.as_tuple().exponent) > _COMPACT_PLACES:
            return None
        return (short.quantize(Decimal(1)) if int(short.as_tuple().exponent) > 0 else short), scale
    return None


def plural(catalog: Catalog, value: Decimal) -> str:
    """ "one" or "other": the form of a noun after `value`, by CLDR's rules."""
    return "one" if catalog.locale.plural_form(abs(value)) == "one" else "other"


def print_number(catalog: Catalog, value: Decimal, digits: int | None = None, compact: bool = False) -> str:
    """The number to `digits` significant digits; with `compact` "1 million" where exact, held together by U+00A0."""
    rounded = round_decimal(value, digits)
    parts = compact_parts(catalog, rounded) if compact else None
    if parts is None:
        return print_digits(catalog, rounded)
    short, scale = parts
    phrase = catalog.fill(f"scale-{scale}-{plural(catalog, short)}", number=print_digits(catalog, short))
    return phrase.replace(" ", NO_BREAK)
