"""One language as the pages need it: phrases, numbers, dates and number words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from briefpress.errors import BriefpressError
from briefpress.language.catalog import Catalog, catalog_languages, load_catalog, split_language
from briefpress.language.dateprint import print_date
from briefpress.language.edtf import parse_edtf
from briefpress.language.numberprint import print_number
from briefpress.language.spelling import spell
from briefpress.model.dates import Edtf
from briefpress.model.quantity import Bound
from briefpress.model.text import Origin, Text, claimed


@dataclass(frozen=True, slots=True)
class Lexicon(Catalog):
    """A catalog that also prints values. Frozen; the same language and overrides print the same text anywhere."""

    def hedge(self, bound: Bound) -> str:
        """The hedge by itself, as above a tile's number; "" for an exact number."""
        return "" if bound is Bound.EXACT else self.entries["hedge-" + bound.replace("_", "-")]

    def number(self, value: Decimal, digits: int | None = None, compact: bool = False) -> str:
        """A number without unit: "4,486", and with `compact` "1 million" from a million on where that is exact."""
        return print_number(self, value, digits, compact)

    def date(self, date: Edtf, form: str = "long") -> str:
        """A date in words. `form` is "long", "short" (months cut), "axis" (also with a dash for "to") or "year"."""
        return print_date(self, date, form)

    @property
    def decimal(self) -> str:
        """The decimal sign."""
        return self.signs.decimal

    def tell_date(self, date: Edtf, ref: str, form: str = "long", prefix: str = "") -> Text:
        """The date as a run that claims to be the date `ref`, with `prefix` ("fiscal") before it."""
        words = self.date(date, form)
        return claimed(f"{prefix} {words}" if prefix else words, Origin.DATE, ref)

    def tell_years(self, start: Edtf, end: Edtf | None, ref: str) -> Text:
        """The years of a stretch of time: "2003–2011", "since 2014" where it has no end."""
        if end is None:
            open_end = replace(start, written=f"{start.written}/..", end=start.last_point, open_end=True)
            return self.tell_date(open_end, ref, "year")
        joined = replace(start, written=f"{start.written}/{end.written}", end=end.last_point, open_end=end.open_end)
        return self.tell_date(joined, ref, "year")

    def tell_written(self, written: str, ref: str) -> Text:
        """Words of a dataset about a date: in the brief's language where they are EDTF, as they stand otherwise."""
        try:
            return self.tell_date(parse_edtf(written), ref)
        except ValueError:
            return claimed(written, Origin.CELL, ref)

    def words_of(self, value: Decimal) -> str | None:
        """The number in words ("five", "one million"), or None where it has none or its form depends on a noun."""
        return spell(self, value)


def load_lexicon(language: str, overrides: Mapping[str, Any] | None = None) -> Lexicon:
    """The lexicon of a BCP 47 language. Regions fall back to their language and keep their own formats (en-US to en).

    `overrides` replaces phrases by key, flat ("hedge-about") or nested. Raises BriefpressError for a language without a
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
