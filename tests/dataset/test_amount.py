from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpress.dataset import load
from briefpress.dataset.amount import AmountError, read_amount
from briefpress.model.quantity import Bound, Quantity
from dataset.kit import reading, write


@pytest.mark.parametrize(
    ("written", "language", "separator", "value", "percent"),
    [
        ("4486", "en", ",", "4486", False),
        ("4,486", "en", ",", "4486", False),
        ("1,234,567.8", "en", ",", "1234567.8", False),
        ("1e6", "en", ",", "1000000", False),
        ("0.75", "en", ",", "0.75", False),
        ("75%", "en", ",", "75", True),
        ("75 %", "en", ",", "75", True),
        ("-3.5", "en", ",", "-3.5", False),
        ("\u22123.5", "en", ",", "-3.5", False),
        ("1 000 000", "en", ",", "1000000", False),
        ("1'000'000", "en", ",", "1000000", False),
        ("1,5", "en", ";", "1.5", False),
        ("1,25 %", "en", ";", "1.25", True),
        ("4.486", "en", ";", "4.486", False),
        ("1,5", "fr", ",", "1.5", False),
        ("1\u202f000,5", "fr", ",", "1000.5", False),
        ("4.486", "fr", ",", "4.486", False),
        ("1.234.567", "de", ";", "1234567", False),
        ("1,5", "de", "\t", "1.5", False),
    ],
)
def test_numbers_are_read_as_people_type_them(
    written: str, language: str, separator: str, value: str, percent: bool
) -> None:
    """Each way of typing a number that spreadsheets and people have gives the number that was meant."""
    assert read_amount(written, language, separator) == (Decimal(value), percent)


@pytest.mark.parametrize(
    ("written", "language", "separator"),
    [("4,48", "en", ","), ("4,4860", "en", ","), ("4,486", "en", ";"), ("4.486", "de", ";"), ("0,75", "en", ",")],
)
def test_a_number_with_two_readings_is_refused_with_both(written: str, language: str, separator: str) -> None:
    """A mark that could part thousands or decimals is never guessed at."""
    with pytest.raises(AmountError, match="can be read two ways") as caught:
        read_amount(written, language, separator)
    assert caught.value.hint.startswith("Write ")


@pytest.mark.parametrize(
    "written", ["", "nan", "inf", "1_000", "0x10", "1,23,4", "١٢", "12 people", "1e999999999", "--1"]
)
def test_what_is_no_number_is_refused(written: str) -> None:
    """Nothing that a reader would not call a number becomes one, whatever Python thinks of it."""
    with pytest.raises(AmountError) as caught:
        read_amount(written, "en", ",")
    assert caught.value.hint.endswith(".")


@given(st.decimals(-(10**12), 10**12, places=2, allow_nan=False), st.sampled_from(["en", "fr", "de"]))
def test_plain_digits_mean_the_same_in_every_language(value: Decimal, language: str) -> None:
    """A computer's notation is read alike under every language, in commas and in semicolons."""
    assert read_amount(f"{value:f}", language, ",")[0] == read_amount(f"{value:f}", language, ";")[0] == value


@given(st.integers(1000, 10**15))
def test_thousands_in_groups_are_the_same_number(value: int) -> None:
    """English groups of three are read as the number that they group."""
    assert read_amount(f"{value:,}", "en", ",")[0] == value


@pytest.mark.parametrize(
    ("cells", "quantity"),
    [
        ("75%,,share,", Quantity(Decimal("0.75"), "share")),
        ("75%,,percent,", Quantity(Decimal(75), "percent")),
        ("75,,%,", Quantity(Decimal(75), "percent")),
        ("75%,,,", Quantity(Decimal(75), "percent")),
        ("0.75,,share,About", Quantity(Decimal("0.75"), "share", Bound.ABOUT)),
        ("5000,,people,at least", Quantity(Decimal(5000), "people", Bound.AT_LEAST)),
        ("10%,20%,share,between", Quantity(Decimal("0.1"), "share", Bound.BETWEEN, Decimal("0.2"))),
    ],
)
def test_value_unit_and_bound_make_a_quantity(tmp_path: Path, cells: str, quantity: Quantity) -> None:
    """A per cent sign gives the fraction for a share and the number for a percentage; bounds may have spaces."""
    write(tmp_path, {"figures.csv": f"value,high,unit,bound,id,label,source\n{cells},a,A,log\n"})
    assert reading(tmp_path) == []
    dataset = load(tmp_path).dataset
    assert dataset is not None
    assert dataset.figures[0].quantity == quantity
