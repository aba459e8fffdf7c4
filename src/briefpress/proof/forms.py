"""Every way in which the program prints a fact, a date, a constant or a point of an axis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from itertools import permutations, product

from briefpress.language.dateprint import month_name
from briefpress.language.edtf import parse_edtf
from briefpress.language.hedging import told
from briefpress.language.lexicon import Lexicon
from briefpress.language.measures import full_unit
from briefpress.language.telling import table_parts, tell, tell_quantity
from briefpress.model.dates import Edtf
from briefpress.model.prose import Form
from briefpress.model.quantity import Bound, Quantity
from briefpress.model.summary import Fact
from briefpress.model.text import Claim, Origin, plain
from briefpress.proof.wording import loose

_SPOKEN = (Form.BARE, Form.NUMBER, Form.WORDS, Form.UNIT)
_DATES = ("long", "short", "axis", "year")
_ANY = Claim(Origin.CONSTANT, "")


def fact_forms(fact: Fact, lexicon: Lexicon) -> frozenset[str]:
    """Texts that print the fact, and the parts that tables, tiles and charts set by themselves."""
    said = {plain(tell(fact, lexicon, form, cite=False)) for form in _SPOKEN}
    for compact in (True, False):
        parts = told(fact, lexicon, compact=compact)
        whole = " ".join(part for part in (parts.before, parts.number, parts.after) if part)
        said |= {whole, parts.number, parts.before, parts.after, parts.unit, f"{whole} {parts.unit}"}
    table = table_parts(fact, lexicon)
    said |= {table.hedge, table.number, table.unit, lexicon.hedge(fact.quantity.bound)}
    quantity = fact.quantity
    if quantity.high is not None:
        ends = (quantity.value, quantity.high)
        single = (replace(fact, quantity=Quantity(end, quantity.unit, Bound.EXACT)) for end in ends)
        said |= {told(end, lexicon, compact=compact).number for end in single for compact in (True, False)}
    return frozenset(loose(text) for text in said if text.strip())


def constant_forms(ref: str, lexicon: Lexicon) -> frozenset[str]:
    """Texts of a number that stands in a formula; `ref` is "<statistic>:<number>"."""
    value = _decimal(ref.rpartition(":")[2])
    if value is None:
        return frozenset()
    quantities = [Quantity(value), Quantity(value, "share"), Quantity(value, "percent")]
    said = {plain(tell_quantity(q, _ANY, lexicon, form)) for q in quantities for form in (Form.FULL, Form.WORDS)}
    said |= {plain(tell_quantity(q, _ANY, lexicon, compact=False)) for q in quantities}
    return frozenset(map(loose, said))


def axis_forms(ref: str, units: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """Texts of a value or date on an axis; `ref` is "<chart>:<value>"."""
    written = ref.partition(":")[2]
    said: set[str] = set()
    value = _decimal(written)
    if value is not None:
        said |= {lexicon.number(value), lexicon.number(value, compact=True), f"{value:f}"}
        for unit in ("", "share", "percent", *units):
            parts = told(Quantity(value, unit), lexicon)
            said |= {parts.number, f"{parts.number} {full_unit(lexicon, unit, value) if unit else ''}"}
    date = _date(written)
    if date is not None:
        said |= set(_date_texts(date, lexicon))
        month = date.start.first.month
        said |= {
            month_name(lexicon, month, width, alone) for width in ("wide", "abbreviated") for alone in (True, False)
        }
    return frozenset(loose(text) for text in said)


def date_forms(dates: Iterable[Edtf], prefixes: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """Texts of dates in all lengths, of their ends alone and of their years; `prefixes` are words before them."""
    dates = tuple(dates)
    said = {text for date in dates for text in _date_texts(date, lexicon)}
    said |= {plain(lexicon.tell_years(start, end, "")) for start in dates for end in (*dates, None)}
    for start, end in permutations(dates, 2):
        whole = replace(start, end=end.last_point, open_end=end.open_end)
        said |= {lexicon.date(whole, form) for form in _DATES}
    said |= {lexicon.date(parse_edtf(f"{year:04d}/..")) for year in _years(dates)}
    for start, end in product(dates, dates):
        years = start.start.first.year, end.last_point.last.year
        if all(0 <= year <= 9999 for year in years) and years[0] < years[1]:
            said.add(lexicon.date(parse_edtf(f"{years[0]:04d}/{years[1]:04d}")))
    said |= {f"{prefix} {text}" for prefix in prefixes if prefix for text in tuple(said)}
    return frozenset(map(loose, said))


def _years(dates: Iterable[Edtf]) -> set[int]:
    return {date.start.first.year for date in dates if 0 <= date.start.first.year <= 9999}


def _date_texts(date: Edtf, lexicon: Lexicon) -> Iterator[str]:
    for form in _DATES:
        yield lexicon.date(date, form)
        for point in (date.start, date.last_point):
            yield lexicon.date(Edtf(date.written, point), form)
    for point in (date.start, date.last_point):
        year = parse_edtf(f"{point.first.year:04d}") if 0 <= point.first.year <= 9999 else None
        if year is not None and date.last_point.last.year >= 0:
            yield lexicon.date(year)


def composed_of(text: str, forms: frozenset[str]) -> bool:
    """Tell whether `text` is a row of forms, as the cells of a table or the lines of a paragraph leave them."""
    reached = {0}
    for at in range(len(text)):
        if at in reached:
            reached |= {at + len(form) for form in forms if text.startswith(form, at)}
    return len(text) in reached


def _decimal(written: str) -> Decimal | None:
    try:
        value = Decimal(written.replace("_", ""))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _date(written: str) -> Edtf | None:
    try:
        return parse_edtf(written)
    except ValueError:
        return None
