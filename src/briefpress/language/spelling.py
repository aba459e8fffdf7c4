"""Whole numbers in words, from the catalog's own list."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from briefpress.language.catalog import Catalog

_FRACTIONS = {
    Fraction(1, 4): "quarter",
    Fraction(1, 3): "third",
    Fraction(1, 2): "half",
    Fraction(2, 3): "two-thirds",
    Fraction(3, 4): "three-quarters",
}


def spell(catalog: Catalog, value: Decimal) -> str | None:
    """Words for 0 to 100 and for round hundreds, thousands, millions and (where the language counts in them) billions.
    None for the rest, and where the word would change with the gender of a noun."""
    if value != value.to_integral_value() or value < 0 or value >= Decimal(10) ** 13:
        return None
    number = int(value)
    for entry in catalog.listed("words-irregular"):
        written, _, words = entry.partition("=")
        if written == str(number):
            return words
    if number <= 100:
        return catalog.listed("words-numbers")[number] or None
    if number < 1000:
        return _multiple(catalog, number, 100, "hundred")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= size:
            return _multiple(catalog, number, size, name)
    return None


def _multiple(catalog: Catalog, number: int, size: int, name: str) -> str | None:
    count, rest = divmod(number, size)
    # Compounds of other counts join irregularly (French quatre-vingts, Italian ventitré), and are hard to read.
    if rest or not (count <= 20 or (count <= 100 and count % 10 == 0)) or not catalog.word(f"words-{name}s"):
        return None
    if count == 1 and name != "hundred":
        return catalog.word(f"words-{name}") or None
    words = catalog.listed("words-numbers")[count]
    return catalog.fill(f"words-{name}s", number=words) if words else None


def spell_share(catalog: Catalog, share: Decimal) -> str | None:
    """Words for the common fractions ("three quarters" for 0.75), None for others."""
    key = _FRACTIONS.get(Fraction(share))
    return catalog.word(f"words-{key}") if key else None
