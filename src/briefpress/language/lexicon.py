"""One language as the pages need it: phrases, numbers, dates and number words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from briefpress.errors import BriefpressError
from briefpress.language.catalog import Catalog, catalog_languages, load_catalog, split_language
from briefpress.language.dateprint import print_date
from briefpress.language.numberprint import print_number
from briefpress.language.spelling import spell
from briefpress.model.dates import Edtf
from briefpress.model.quantity import Bound


@dataclass(frozen=True, slots=True)
class Lexicon(Catalog):
    """A catalog that also prints values. Frozen; the same language and overrides print the same text anywhere."""

    def hedge(self, bound: Bound) -> str:
        """The hedge by itself, as above a tile's number; "" for an exact number."""
        return "" if bound is Bound.EXACT else self.entries[f"hedge.{bound}"]

    def number(self, value: Decimal, digits: int | None = None, compact: bool = False) -> str:
        """A number without unit: "4,486", and with `compact` "1 million" from a million on where that is exact."""
        return print_number(self, value, digits, compact)

    def date(self, date: Edtf, form: str = "long") -> str:
        """A date in words. `form` is "long", "short" (months cut), "axis" (the same, with a dash for "to") or "year"."""
        return print_date(self, date, form)

    def words_of(self, value: Decimal) -> str | None:
        """The number in words ("five", "one million"), or None where it has none or its form depends on a noun."""
        return spell(self, value)


def load_lexicon(language: str, overrides: Mapping[str, Any] | None = None) -> Lexicon:
    """The lexicon of a BCP 47 language. Regions fall back to their language and keep their own formats (en-US to en).

    `overrides` replaces phrases by key, flat ("hedge.about") or nested. Raises BriefpressError for a language without a
    catalog that `overrides` does not wholly supply, and for an override that no key or no hole matches.
    """
    return _plain_lexicon(language) if not overrides else _lexicon(language, overrides)


@lru_cache(maxsize=16)
def _plain_lexicon(language: str) -> Lexicon:
    return _lexicon(language, {})


def _lexicon(language: str, overrides: Mapping[str, Any]) -> Lexicon:
    catalog = load_catalog(language, overrides)
    return Lexicon(catalog.language, catalog.locale, catalog.signs, catalog.entries)


def known_language(language: str) -> bool:
    """Tell whether the program has a catalog for `language` or for the language of its region."""
    try:
        return split_language(language)[0] in catalog_languages()
    except BriefpressError:
        return False
