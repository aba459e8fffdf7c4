"""Numbers typed into cells, and numbers cut to fewer digits."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpress.language.lexicon import load_lexicon
from briefpress.language.numbers import parse_number, round_decimal, round_quantity, significant_digits
from briefpress.model.quantity import Bound, Quantity
from language.samples import LANGUAGES

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=4)
REGIONS = (*LANGUAGES, "en-US", "en-IN", "de-CH", "fr-CH", "pt-PT", "es-MX", "it-CH", "nl-BE")


@pytest.mark.parametrize(
    ("written", "language", "value", "unit"),
    [
        ("4486", "en", "4486", ""),
        ("4,486", "en", "4486", ""),
        ("1e6", "en", "1000000", ""),
        ("1.5e6", "de", "1500000", ""),
        ("0.75", "en", "0.75", ""),
        (".5", "en", "0.5", ""),
        ("0.75", "fr", "0.75", ""),
        ("0,75", "fr", "0.75", ""),
        ("75%", "en", "75", "percent"),
        ("75\u202f%", "fr", "75", "percent"),
        ("12,5 %", "de", "12.5", "percent"),
        ("1 000,5", "fr", "1000.5", ""),
        ("1\u202f000\u202f000", "fr", "1000000", ""),
        ("1.000.000", "de", "1000000", ""),
        ("1.000,5", "de", "1000.5", ""),
        ("1'000.5", "de-CH", "1000.5", ""),
        ("1 000 000", "en", "1000000", ""),
        ("12,34,567", "en-IN", "1234567", ""),
        ("-5", "en", "-5", ""),
        ("\u22125", "en", "-5", ""),
        ("+5", "en", "5", ""),
        (" 7 ", "en", "7", ""),
        ("-0", "en", "0", ""),
        ("0.80", "en", "0.80", ""),
    ],
)
def test_numbers_are_read_as_people_type_them(written: str, language: str, value: str, unit: str) -> None:
    """Grouped, plain, scientific and per cent numbers are read by the habits of the language."""
    parsed, found = parse_number(written, language)
    assert (str(parsed), found) == (value, unit)


@pytest.mark.parametrize(
    ("written", "language", "says"),
    [
        ("", "en", "is empty"),
        ("1,5", "en", "is no number"),
        ("1,2345", "en", "is no number"),
        ("0,123", "en", "is no number"),
        ("1.234", "de", "write 1234 for the whole number, 1,234 for the fraction"),
        ("$10", "en", "code"),
        ("10 USD", "en", "code"),
        ("1 million", "en", "words"),
        ("about 5", "en", "words"),
        ("٣", "en", "digits other than"),
        ("nan", "en", "words"),
        ("1e999999", "en", "change the unit"),
        ("9" * 70, "en", "change the unit"),
        ("1,000.5.5", "en", "is no number"),
        ("5-", "en", "is no number"),
        ("½", "en", "digits other than|is no number"),
    ],
)
def test_what_is_no_number_is_refused_with_a_remedy(written: str, language: str, says: str) -> None:
    """What is no number, or could be two, raises ValueError in plain words."""
    with pytest.raises(ValueError, match=says):
        parse_number(written, language)


@settings(deadline=None)
@given(st.sampled_from(REGIONS), DECIMALS)
def test_printed_numbers_are_read_back(language: str, value: Decimal) -> None:
    """What a language prints, its own reader reads as the same number, unless it could be read two ways."""
    printed = load_lexicon(language).number(value)
    assert parse_number(printed, language) == (value, "") or printed.count(".") == 1


@settings(deadline=None)
@given(st.text(max_size=12), st.sampled_from(REGIONS))
def test_any_string_is_a_number_or_a_plain_refusal(written: str, language: str) -> None:
    """Nothing but ValueError comes of what is no number, and no number is infinite."""
    try:
        value, _ = parse_number(written, language)
    except ValueError:
        return
    assert value.is_finite()


@pytest.mark.parametrize(
    ("number", "count"),
    [
        ("4,486", 4),
        ("32000", 2),
        ("157,800", 4),
        ("0.75", 2),
        ("0.80", 2),
        ("0.05", 1),
        ("10.0", 3),
        ("1e6", 1),
        ("0", 1),
    ],
)
def test_significant_digits_are_those_that_carry_meaning(number: str, count: int) -> None:
    """Zeros that end a whole number are place-holders; zeros that end a fraction were measured."""
    assert significant_digits(number) == count


BOUNDS = st.sampled_from([bound for bound in Bound if not bound.is_range])


@settings(deadline=None)
@given(DECIMALS, BOUNDS, st.integers(1, 8))
def test_rounding_never_makes_a_bound_false(value: Decimal, bound: Bound, digits: int) -> None:
    """A floor is never rounded up, a ceiling never down, and no more digits are left than were asked for."""
    rounded = round_quantity(Quantity(value, "people", bound), digits).value
    if bound.is_floor:
        assert rounded <= value
    elif bound.is_ceiling:
        assert rounded >= value
    assert significant_digits(rounded) <= digits or rounded == value
    if value:
        step = Decimal(10) ** (value.adjusted() - digits + 1)
        assert abs(rounded - value) < step or rounded == value


@settings(deadline=None)
@given(DECIMALS, DECIMALS, st.integers(1, 8))
def test_a_rounded_range_still_holds_the_whole_range(a: Decimal, b: Decimal, digits: int) -> None:
    """Rounding widens a range and never narrows it."""
    low, high = sorted((a, b))
    rounded = round_quantity(Quantity(low, "", Bound.BETWEEN, high), digits)
    assert rounded.high is not None
    assert rounded.value <= low <= high <= rounded.high


@settings(deadline=None)
@given(DECIMALS, st.integers(1, 8))
def test_rounding_twice_is_rounding_once(value: Decimal, digits: int) -> None:
    """A rounded number is left alone by the same rounding."""
    once = round_decimal(value, digits)
    assert str(round_decimal(once, digits)) == str(once)


@pytest.mark.parametrize(
    ("value", "bound", "digits", "printed"),
    [
        ("7.1333", Bound.MORE_THAN, 2, "7.1"),
        ("3.1686", Bound.AT_LEAST, 2, "3.1"),
        ("3.1686", Bound.EXACT, 2, "3.2"),
        ("3.11", Bound.AT_MOST, 2, "3.2"),
        ("9.96", Bound.EXACT, 2, "10"),
        ("99.96", Bound.EXACT, 3, "100"),
        ("9333.3", Bound.MORE_THAN, 2, "9300"),
        ("-9333.3", Bound.MORE_THAN, 2, "-9400"),
        ("0.8", Bound.EXACT, 2, "0.8"),
        ("3.04", Bound.EXACT, 2, "3.0"),
        ("2.5", Bound.EXACT, 1, "2"),
    ],
)
def test_rounding_by_example(value: str, bound: Bound, digits: int, printed: str) -> None:
    """Digits are cut as the bound demands and none is added."""
    assert str(round_quantity(Quantity(Decimal(value), "", bound), digits).value) == printed
