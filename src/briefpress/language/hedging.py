"""Facts, quantities and dates as text with claims: hedge, number and unit in the brief's language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from briefpress.errors import BriefpressError
from briefpress.language.lexicon import Lexicon
from briefpress.language.measures import Kind, amount, counted, full_unit, measure, table_amount
from briefpress.language.numberprint import NO_BREAK, compact_parts
from briefpress.language.numbers import round_quantity
from briefpress.language.spelling import spell_share
from briefpress.model.dates import Edtf
from briefpress.model.prose import Form
from briefpress.model.quantity import Bound, Quantity
from briefpress.model.summary import Fact
from briefpress.model.text import Claim, Origin, Run, Text, claimed

_PATTERNS = {bound: f"told-{bound.replace('_', '-')}" for bound in Bound if bound is not Bound.EXACT}
_DAYS_IN_MONTH = Decimal("30.436875")  # a twelfth of the mean Gregorian year
_TO_MONTHS = {"day": 1 / _DAYS_IN_MONTH, "week": 7 / _DAYS_IN_MONTH, "month": Decimal(1), "year": Decimal(12)}


@dataclass(frozen=True, slots=True)
class Told:
    """A quantity in words: hedge before and after, the number with its sign of unit (both ends of a range), and the
    unit's words where the number does not show them ("people"; "" for "$10bn")."""

    before: str
    number: str
    after: str
    unit: str


@dataclass(frozen=True, slots=True)
class TableParts:
    """A quantity for three columns of a table."""

    hedge: str
    number: str
    unit: str


def told(fact: Fact | Quantity, lexicon: Lexicon, *, digits: int | None = None, compact: bool = True) -> Told:
    """The parts of a fact or quantity. `digits` (default: the fact's) are the most significant digits printed;
    `compact` prints "1 million" where exact."""
    show = fact.show if isinstance(fact, Fact) else ""
    quantity = _rounded(fact, digits)
    if show == "years-months" and _in_months(quantity):
        low, high = (None if v is None else _years_months(lexicon, v) for v in _month_ends(fact, quantity))
    else:
        low = amount(lexicon, quantity.value, quantity.unit, compact)
        high = None if quantity.high is None else amount(lexicon, quantity.high, quantity.unit, compact)
    parts = _hedged(lexicon, quantity, low or "", high)
    counting = measure(quantity.unit).kind is Kind.COUNTED
    return replace(parts, unit=full_unit(lexicon, quantity.unit, quantity.high or quantity.value) if counting else "")


def _rounded(fact: Fact | Quantity, digits: int | None) -> Quantity:
    if isinstance(fact, Fact):
        return round_quantity(fact.quantity, fact.digits if digits is None else digits)
    return round_quantity(fact, digits)


def _hedged(lexicon: Lexicon, quantity: Quantity, low: str, high: str | None) -> Told:
    """Put the bound's own words around the numbers. The words before a range belong to the hedge ("entre 3 et 5")."""
    if quantity.bound not in _PATTERNS:
        return Told("", low, "", "")
    before, rest = lexicon.word(_PATTERNS[quantity.bound]).split("{number}")
    if not quantity.bound.is_range or high is None:
        return Told(before.strip(), low, rest.replace("{high}", "").strip(), "")
    between, after = rest.split("{high}")
    return Told(before.strip(), _short_range(low, high, between), after.strip(), "")


def _short_range(low: str, high: str, between: str) -> str:
    """Both ends, the words of the unit once: "3 to 5 km"."""
    ending = NO_BREAK + high.rpartition(NO_BREAK)[2]
    if NO_BREAK in high and low.endswith(ending) and not ending[-1:].isdigit():
        low = low.removesuffix(ending)
    return f"{low}{between}{high}"


def _in_months(quantity: Quantity) -> bool:
    parsed = measure(quantity.unit)
    return parsed.kind is Kind.TIME and parsed.name in _TO_MONTHS and not parsed.per


def _month_ends(fact: Fact | Quantity, rounded: Quantity) -> tuple[int, int | None]:
    """Whole months of both ends, rounded so that a bound stays true. They come from the fact before rounding: 105
    months are 8 years 9 months whatever digits are printed elsewhere."""
    quantity = fact.quantity if isinstance(fact, Fact) else rounded
    factor = _TO_MONTHS[measure(quantity.unit).name]
    bound = quantity.bound
    mode = ROUND_CEILING if bound.is_ceiling else ROUND_HALF_EVEN
    low = int((quantity.value * factor).to_integral_value(ROUND_FLOOR if bound.is_floor or bound.is_range else mode))
    return low, None if quantity.high is None else int((quantity.high * factor).to_integral_value(ROUND_CEILING))


def _years_months(lexicon: Lexicon, months: int) -> str:
    years, rest = divmod(abs(months), 12)
    parts = [amount(lexicon, Decimal(n), unit) for n, unit in ((years, "years"), (rest, "months")) if n]
    if not parts:
        return amount(lexicon, Decimal(0), "months")
    words = parts[0] if len(parts) == 1 else lexicon.fill("unit-years-months", years=parts[0], months=parts[1])
    return words if months >= 0 else "\u2212" + words


def tell(fact: Fact, lexicon: Lexicon, form: Form = Form.FULL, cite: bool = True) -> Text:
    """The fact in one of its forms, hedge and number in one run that carries its claim; with `cite` (and any form but
    BARE) that run cites the fact's sources. Raises BriefpressError for the date of a fact that has none."""
    if form is Form.LABEL:
        return claimed(fact.label, Origin.CELL, f"{fact.ref}:label")
    if form is Form.DATE:
        if fact.as_of is None:
            raise BriefpressError(f"{fact.ref!r} has no date to print", "Give it one in the column as_of.")
        return tell_date(fact.as_of, lexicon, f"{fact.ref}:as_of")
    if form is Form.FULL and fact.show == "words":
        form = Form.WORDS
    sources = fact.sources if cite and form is not Form.BARE else ()
    return (Run(_sentence(fact, lexicon, form, None, True), fact.claim, cites=sources),)


def tell_quantity(
    quantity: Quantity,
    claim: Claim,
    lexicon: Lexicon,
    form: Form = Form.FULL,
    digits: int | None = None,
    compact: bool = True,
) -> Text:
    """A quantity that is no fact (a tick, a rounded difference) as one run with the given claim; `form` is FULL,
    NUMBER, UNIT or WORDS."""
    return (Run(_sentence(quantity, lexicon, form, digits, compact), claim),)


def _sentence(fact: Fact | Quantity, lexicon: Lexicon, form: Form, digits: int | None, compact: bool) -> str:
    parts = told(fact, lexicon, digits=digits, compact=compact)
    number = parts.number
    if form is Form.WORDS:
        parts = replace(parts, number=_spelled(_rounded(fact, digits), lexicon) or number)
    elif form is Form.UNIT and parts.unit:
        scaled = compact and compact_parts(lexicon, _rounded(fact, digits).value) is not None
        parts = replace(parts, number=counted(lexicon, number, parts.unit, scaled))
    if form is Form.NUMBER:
        return parts.number
    return " ".join(part for part in (parts.before, parts.number, parts.after) if part)


def _spelled(quantity: Quantity, lexicon: Lexicon) -> str | None:
    """The number in words with a time's unit, or None where the language or the unit has none."""
    parsed = measure(quantity.unit)
    if quantity.high is not None or parsed.per:
        return None
    if parsed.kind is Kind.PERCENT:
        return spell_share(lexicon, parsed.scaled(quantity.value).scaleb(-2))
    if parsed.kind not in (Kind.COUNTED, Kind.TIME):
        return None
    words = lexicon.words_of(quantity.value)
    if words is None or parsed.kind is Kind.COUNTED:
        return words
    return counted(lexicon, words, full_unit(lexicon, quantity.unit, quantity.value), scaled=False)


def table_parts(fact: Fact | Quantity, lexicon: Lexicon) -> TableParts:
    """Hedge, number and unit for a table: numbers in full, large money in its scale."""
    quantity = _rounded(fact, None)
    if isinstance(fact, Fact) and fact.show == "years-months" and _in_months(quantity):
        parts = told(fact, lexicon)
        number, _, unit = parts.number.partition(NO_BREAK)
        return TableParts(_table_hedge(lexicon, quantity, parts), number, unit.replace(NO_BREAK, " "))
    number, unit = table_amount(lexicon, quantity.value, quantity.unit)
    parts = Told("", number, "", "")
    if quantity.high is not None:
        high, high_unit = table_amount(lexicon, quantity.high, quantity.unit)
        if high_unit != unit:
            # The ends have different scales, so both are printed in full.
            number, high = (lexicon.number(measure(quantity.unit).scaled(v)) for v in (quantity.value, quantity.high))
            high_unit = full_unit(lexicon, quantity.unit, quantity.high)
        parts, unit = _hedged(lexicon, quantity, number, high), high_unit
    return TableParts(_table_hedge(lexicon, quantity, parts), parts.number, unit)


def _table_hedge(lexicon: Lexicon, quantity: Quantity, parts: Told) -> str:
    return parts.before if quantity.bound.is_range else lexicon.hedge(quantity.bound)


def tell_date(date: Edtf, lexicon: Lexicon, ref: str, form: str = "long", prefix: str = "") -> Text:
    """The date as one run whose claim is the date `ref`: "c. 18 December 2011", "2003–2011"; `prefix` stands before it
    ("fiscal 2008")."""
    return lexicon.tell_date(date, ref, form, prefix)
