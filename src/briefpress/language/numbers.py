"""Numbers as people type them to decimals, and decimals to fewer digits without making a bound false."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from briefpress.model.quantity import Quantity

MINUS = "\u2212"
SPACES = " \u00a0\u202f\u2009"
_APOSTROPHES = "'\u2019"
_WORDS = re.compile(r"[^\W\d_]{2,}")
_CURRENCY = re.compile(r"[$£€¥₹]|\b(USD|EUR|GBP|CHF|JPY)\b")
_LARGEST_EXPONENT = 30
_EXACT = Context(prec=120)


@dataclass(frozen=True, slots=True)
class NumberSigns:
    """How a language writes numbers: the decimal sign, the sign between groups, sizes of the last and other groups."""

    decimal: str
    group: str
    last_group: int = 3
    other_groups: int = 3


@lru_cache(maxsize=64)
def number_signs(language: str) -> NumberSigns:
    """The signs of a BCP 47 language, by CLDR; those of English where CLDR does not know it."""
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return NumberSigns(".", ",")
    signs = locale.number_symbols["latn"]
    last, other = locale.decimal_formats[None].grouping
    return NumberSigns(signs["decimal"], signs["group"], last, other)


def parse_number(string: str, language: str = "en") -> tuple[Decimal, str]:
    """Read a number typed into a cell: `4486`, `4,486`, `1e6`, `0.75`, `75%`, in French also `1 000,5`.

    Gives the value and the unit that the cell itself states: "percent" or "". Plain computer notation is read in every
    language; what could be read two ways is refused. Raises ValueError in plain words with the remedy.
    """
    body = string.strip().strip(SPACES)
    unit = ""
    if body.endswith("%"):
        body, unit = body[:-1].rstrip().rstrip(SPACES), "percent"
    sign, digits = _sign(body)
    signs = number_signs(language)
    value = _plain(string, digits)
    if value is None:
        value = grouped(digits, signs)
    elif signs.group == "." and re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", digits):
        whole, part = digits.split(".")
        either = f"write {whole}{part} for the whole number, {whole},{part} for the fraction"
        raise ValueError(f"{string!r} can be read two ways: {either}")
    if value is None:
        raise ValueError(_refusal(string, body, signs))
    return (value.copy_negate() if sign and value else value), unit


def _sign(body: str) -> tuple[bool, str]:
    if body[:1] in ("-", MINUS):
        return True, body[1:].lstrip()
    return False, body[1:] if body[:1] == "+" else body


def _plain(string: str, digits: str) -> Decimal | None:
    match = re.fullmatch(r"([0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE]([+-]?[0-9]{1,6}))?", digits)
    if not match:
        return None
    if len(match[1]) > 60 or abs(int(match[2] or 0)) > _LARGEST_EXPONENT:
        raise ValueError(f"{string[:40]!r} is larger or finer than a briefing can print: change the unit")
    value = Decimal(digits)
    # 1e6 is kept as 1000000, so that it prints and compares like the number typed in full.
    return value.quantize(Decimal(1), context=_EXACT) if int(value.as_tuple().exponent) > 0 else value


def grouped(digits: str, signs: NumberSigns) -> Decimal | None:
    """Read digits with the language's own group and decimal signs, or None. Spaces and apostrophes group in any
    language (ISO 80000-1, 7.3)."""
    whole, point, fraction = digits.partition(signs.decimal)
    if point and not re.fullmatch(r"[0-9]{1,40}", fraction):
        return None
    for mark in (signs.group, *SPACES, *_APOSTROPHES):
        if mark == signs.decimal or mark not in whole:
            continue
        groups = whole.split(mark)
        if _well_grouped(groups, signs if mark == signs.group else NumberSigns("", mark)):
            return Decimal("".join(groups) + ("." + fraction if point else ""))
        return None
    if not re.fullmatch(r"[0-9]{1,40}", whole):
        return None
    return Decimal(whole + ("." + fraction if point else ""))


def _well_grouped(groups: list[str], signs: NumberSigns) -> bool:
    first, *middle, last = groups
    if not all(re.fullmatch(r"[0-9]+", group) for group in groups) or first.startswith("0") or len(groups) > 14:
        return False
    sizes_fit = len(last) == signs.last_group and all(len(group) == signs.other_groups for group in middle)
    return sizes_fit and len(first) <= max(signs.last_group, signs.other_groups)


def _refusal(string: str, body: str, signs: NumberSigns) -> str:
    if not body:
        return "the number is empty: write digits, or delete the row"
    if _CURRENCY.search(body):
        return f"{string!r} has a currency in it: write the digits alone, and its code (USD) in the unit"
    if _WORDS.search(body):
        return f"{string!r} has words in it: write digits alone (1000000 or 1e6), the unit in `unit`"
    if any(c.isdigit() and not c.isascii() for c in body):
        return f"{string!r} has digits other than 0 to 9: write it with those"
    return f"{string!r} is no number: write it like 4486, 4{signs.group}486, 0{signs.decimal}75, 1e6 or 75%"


def significant_digits(number: str | Decimal) -> int:
    """Digits that carry meaning: zeros at the end of a whole number do not, those of a fraction do ("0.80" has 2)."""
    value = Decimal(number.replace(",", "").replace("_", "")) if isinstance(number, str) else number
    _, digits, exponent = value.as_tuple()
    written = "".join(map(str, digits)).lstrip("0")
    if int(exponent) >= 0:
        written = written.rstrip("0")
    return max(1, len(written))


def _rounded(value: Decimal, digits: int, rounding: str) -> Decimal:
    if not value or value.adjusted() - digits + 1 <= int(value.as_tuple().exponent):
        return value
    step = Decimal(1).scaleb(value.adjusted() - digits + 1)
    result = value.quantize(step, rounding=rounding, context=_EXACT)
    if result and result.adjusted() > value.adjusted():
        # 9.96 became 10.0, which has one digit too many; dropping a zero changes nothing else.
        result = result.quantize(step.scaleb(1), context=_EXACT)
    return result.quantize(Decimal(1), context=_EXACT) if int(result.as_tuple().exponent) > 0 else result


def round_decimal(value: Decimal, digits: int | None) -> Decimal:
    """`value` to `digits` significant digits, half to even; unchanged where it has no more or `digits` is None."""
    return value if digits is None else _rounded(value, max(1, digits), ROUND_HALF_EVEN)


def round_quantity(quantity: Quantity, digits: int | None) -> Quantity:
    """The quantity with at most `digits` significant digits, still true: floors for floors and a range's lower end,
    ceilings for ceilings and its upper end, half to even otherwise. No digit is added. None keeps all."""
    if digits is None:
        return quantity
    count = max(1, digits)
    bound = quantity.bound
    if bound.is_floor or bound.is_range:
        low = _rounded(quantity.value, count, ROUND_FLOOR)
    else:
        low = _rounded(quantity.value, count, ROUND_CEILING if bound.is_ceiling else ROUND_HALF_EVEN)
    high = quantity.high if quantity.high is None else _rounded(quantity.high, count, ROUND_CEILING)
    return replace(quantity, value=low, high=high)
