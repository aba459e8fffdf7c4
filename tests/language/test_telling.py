"""Facts as readers see them: hedge, number, unit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpress.errors import BriefpressError
from briefpress.language.edtf import parse_edtf
from briefpress.language.lexicon import load_lexicon
from briefpress.language.scanning import Scanner
from briefpress.language.telling import TableParts, Told, table_parts, tell, tell_date, tell_quantity, told
from briefpress.model.prose import Form
from briefpress.model.quantity import Bound, Quantity
from briefpress.model.text import Claim, Origin, Text, plain
from language.samples import LANGUAGES, fact, quantity

B = Bound


def _spaced(text: Text | str) -> str:
    string = text if isinstance(text, str) else plain(text)
    return string.replace("\u00a0", " ").replace("\u202f", " ")


AMOUNTS = (
    quantity(5000, bound=B.AT_LEAST),
    quantity(32000, bound=B.MORE_THAN),
    quantity(1_000_000, bound=B.ABOUT),
    quantity(4486, bound=B.AT_MOST),
    quantity(4486, bound=B.LESS_THAN),
    quantity(3, bound=B.BETWEEN, high="5"),
    quantity(32, bound=B.ABOUT_OR_MORE),
    quantity(32, bound=B.ABOUT_OR_LESS),
    quantity(10_000_000_000, "USD"),
    quantity(12_100_000, "USD per day"),
    quantity("0.75", "share"),
    quantity("-12.5", "°C"),
    quantity("1.5", "years"),
)
PRINTED = {
    "en-GB": (
        "at least 5,000|more than 32,000|about 1 million|at most 4,486|less than 4,486|3 to 5|about 32 or more"
        "|about 32 or less|$10bn|$12.1m a day|75%|−12.5 °C|1.5 years"
    ),
    "fr": (
        "au moins 5 000|plus de 32 000|environ 1 million|au plus 4 486|moins de 4 486|entre 3 et 5|environ 32 ou plus"
        "|environ 32 ou moins|10 Md$|12,1 M$ par jour|75 %|−12,5 °C|1,5 an"
    ),
    "de": (
        "mindestens 5.000|mehr als 32.000|etwa 1 Million|höchstens 4.486|weniger als 4.486|3 bis 5|etwa 32 oder mehr"
        "|etwa 32 oder weniger|10 Mrd. $|12,1 Mio. $ pro Tag|75 %|−12,5 °C|1,5 Jahre"
    ),
    "es": (
        "al menos 5000|más de 32.000|alrededor de 1 millón|como máximo 4486|menos de 4486|entre 3 y 5"
        "|alrededor de 32 o más|alrededor de 32 o menos|10.000 M$|12,1 M$ al día|75 %|−12,5 °C|1,5 años"
    ),
    "it": (
        "almeno 5.000|più di 32.000|circa 1 milione|al massimo 4.486|meno di 4.486|tra 3 e 5|circa 32 o più"
        "|circa 32 o meno|10 mld $|12,1 mln $ al giorno|75%|−12,5 °C|1,5 anni"
    ),
    "pt": (
        "pelo menos 5.000|mais de 32.000|cerca de 1 milhão|no máximo 4.486|menos de 4.486|entre 3 e 5"
        "|cerca de 32 ou mais|cerca de 32 ou menos|US$ 10 bi|US$ 12,1 mi por dia|75%|−12,5 °C|1,5 ano"
    ),
    "nl": (
        "minstens 5.000|meer dan 32.000|ongeveer 1 miljoen|hoogstens 4.486|minder dan 4.486|3 tot 5|ongeveer 32 of meer"
        "|ongeveer 32 of minder|$ 10 mld|$ 12,1 mln per dag|75%|−12,5 °C|1,5 jaar"
    ),
}


@pytest.mark.parametrize("language", list(PRINTED))
def test_amounts_are_told_as_the_language_tells_them(language: str) -> None:
    """Every bound and kind of unit comes out in the words, order and signs of the language."""
    lexicon = load_lexicon(language)
    assert [_spaced(tell(fact("x", amount), lexicon)) for amount in AMOUNTS] == PRINTED[language].split("|")


def test_a_fact_is_one_run_with_its_claim_and_sources() -> None:
    """Hedge and number share the claim, so that a dropped hedge can be found; BARE and cite=False cite nothing."""
    lexicon = load_lexicon("en-GB")
    troops = fact("troops", quantity(5000, bound=B.AT_LEAST))
    (run,) = tell(troops, lexicon)
    assert (run.text, run.claim, run.cites) == ("at least 5,000", Claim(Origin.FIGURE, "troops"), ("one",))
    assert tell(troops, lexicon, Form.BARE)[0].cites == ()
    assert tell(troops, lexicon, cite=False)[0].cites == ()


@pytest.mark.parametrize(
    ("amount", "form", "printed"),
    [
        (quantity(5000, bound=B.AT_LEAST), Form.NUMBER, "5,000"),
        (quantity(5000, bound=B.AT_LEAST), Form.UNIT, "at least 5,000 people"),
        (quantity(32, bound=B.ABOUT_OR_MORE), Form.UNIT, "about 32 people or more"),
        (quantity(1_000_000, bound=B.ABOUT), Form.WORDS, "about one million"),
        (quantity(5, "years"), Form.WORDS, "five years"),
        (quantity("0.75", "share"), Form.WORDS, "three quarters"),
        (quantity(75, "percent", B.ABOUT), Form.WORDS, "about three quarters"),
        (quantity(4486), Form.WORDS, "4,486"),
        (quantity(10_000_000_000, "USD"), Form.UNIT, "$10bn"),
        (quantity(1, "day"), Form.FULL, "1 day"),
        (quantity(0, "days"), Form.FULL, "0 days"),
        (quantity("0.8", "GBP per USD"), Form.FULL, "£0.80 per $1"),
        (quantity(20, "CHF"), Form.FULL, "CHF 20"),
        (quantity(10, "USD billion"), Form.FULL, "$10bn"),
        (quantity("-2500000000", "USD"), Form.FULL, "−$2.5bn"),
        (quantity(123456789, "USD"), Form.FULL, "$123,456,789"),
        (quantity(45, "km"), Form.FULL, "45 km"),
        (quantity(45, "km2"), Form.FULL, "45 km²"),
        (quantity(3, "km", B.BETWEEN, "5"), Form.FULL, "3 to 5 km"),
        (quantity(3_000_000_000, "USD", B.BETWEEN, "5000000000"), Form.FULL, "$3bn to $5bn"),
        (quantity("0.2", "share", B.ABOUT_BETWEEN, "0.3"), Form.FULL, "about 20% to 30%"),
        (quantity(5, "strikes per day"), Form.UNIT, "5 strikes a day"),
        (quantity(5, "strikes per day"), Form.FULL, "5"),
        (quantity(32, "people per 1000 people"), Form.UNIT, "32 people per 1,000 people"),
        (quantity(2_000_000, "km"), Form.FULL, "2 million km"),
        (quantity("0.004", "share"), Form.FULL, "0.4%"),
        (quantity(90, "°"), Form.FULL, "90°"),
    ],
)
def test_english_forms(amount: Quantity, form: Form, printed: str) -> None:
    """Each form prints what it promises, with the sign of the unit where it has one."""
    assert _spaced(tell(fact("x", amount), load_lexicon("en-GB"), form)) == printed


def test_a_unit_after_a_scale_word_takes_its_preposition() -> None:
    """French says "1 million de personnes" and "d’habitants"; below a million there is no preposition."""
    lexicon = load_lexicon("fr")
    told_units = [
        _spaced(tell(fact("x", quantity(value, unit)), lexicon, Form.UNIT))
        for value, unit in ((1_000_000, "personnes"), (1_500_000, "habitants"), (5000, "habitants"))
    ]
    assert told_units == ["1 million de personnes", "1,5 million d’habitants", "5 000 habitants"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_never_break_from_their_sign(language: str) -> None:
    """No ordinary space stands between a number, its scale word and the sign of its unit."""
    lexicon = load_lexicon(language)
    amounts = [amount for amount in AMOUNTS if amount.high is None and " per " not in amount.unit]
    assert [number for a in amounts if " " in (number := told(a, lexicon).number)] == []


def test_labels_and_dates_are_claimed_as_what_they_are() -> None:
    """A label is a cell, a date a date; a fact without a date says so."""
    lexicon = load_lexicon("en-GB")
    troops = fact("troops", quantity(5000), as_of="2016-12")
    assert tell(troops, lexicon, Form.LABEL)[0].claim == Claim(Origin.CELL, "troops:label")
    (run,) = tell(troops, lexicon, Form.DATE)
    assert (run.text, run.claim) == ("December 2016", Claim(Origin.DATE, "troops:as_of"))
    with pytest.raises(BriefpressError, match="has no date"):
        tell(fact("x", quantity(1)), lexicon, Form.DATE)
    assert plain(tell_date(parse_edtf("2008"), lexicon, "r", prefix="fiscal")) == "fiscal 2008"


def test_parts_for_a_tile() -> None:
    """A tile sets the hedge above the number and the unit below; what stands after the number is kept apart."""
    lexicon = load_lexicon("en-GB")
    assert told(quantity(32, bound=B.ABOUT_OR_MORE), lexicon) == Told("about", "32", "or more", "people")
    assert told(quantity(10_000_000_000, "USD"), lexicon) == Told("", "$10bn", "", "")
    assert told(quantity(3, bound=B.BETWEEN, high="5"), load_lexicon("fr")) == Told("entre", "3 et 5", "", "people")
    assert told(quantity(1_000_000), lexicon, compact=False).number == "1,000,000"
    assert told(quantity("7.1333"), lexicon, digits=2).number == "7.1"
    assert told(fact("x", quantity("7.1333"), digits=2), lexicon, digits=3).number == "7.13"


@pytest.mark.parametrize(
    ("amount", "parts"),
    [
        (quantity(10_000_000_000, "USD"), ("", "10", "US$ billion")),
        (quantity(12_100_000, "USD per day"), ("", "12.1", "US$ million a day")),
        (quantity(1_000_000, bound=B.ABOUT), ("about", "1,000,000", "people")),
        (quantity(32, bound=B.ABOUT_OR_MORE), ("about, or more", "32", "people")),
        (quantity("0.75", "share"), ("", "75", "per cent")),
        (quantity("0.8", "GBP per USD"), ("", "0.80", "£ per $1")),
        (quantity(3, "km", B.BETWEEN, "5"), ("", "3 to 5", "km")),
        (quantity(3_000_000, "USD", B.BETWEEN, "1500000000"), ("", "3,000,000 to 1,500,000,000", "US$")),
        (quantity("7.1", "people per person", B.MORE_THAN), ("more than", "7.1", "people per person")),
        (quantity(1, "years"), ("", "1", "year")),
    ],
)
def test_parts_for_a_table(amount: Quantity, parts: tuple[str, str, str]) -> None:
    """Tables print numbers in full, large money in its scale, and the hedge in a column of its own."""
    assert table_parts(fact("x", amount), load_lexicon("en-GB")) == TableParts(*parts)


@pytest.mark.parametrize(
    ("amount", "language", "printed"),
    [
        (quantity(105, "months"), "en-GB", "8 years 9 months"),
        (quantity(105, "months", B.ABOUT), "fr", "environ 8 ans et 9 mois"),
        (quantity("8.75", "years"), "de", "8 Jahre und 9 Monate"),
        (quantity(3196, "days"), "en-GB", "8 years 9 months"),
        (quantity(96, "months"), "en-GB", "8 years"),
        (quantity(9, "months"), "en-GB", "9 months"),
        (quantity(13, "months"), "es", "1 año y 1 mes"),
        (quantity(0, "months"), "en-GB", "0 months"),
        (quantity(3196, "days", B.AT_LEAST), "en-GB", "at least 8 years 9 months"),
        (quantity(3190, "days", B.AT_LEAST), "en-GB", "at least 8 years 8 months"),
        (quantity(12, "months", B.BETWEEN, "14"), "en-GB", "1 year to 1 year 2 months"),
        (quantity(5000), "en-GB", "5,000"),
    ],
)
def test_years_and_months(amount: Quantity, language: str, printed: str) -> None:
    """A length of time may be printed in years and whole months, rounded so that a bound stays true."""
    assert _spaced(tell(fact("x", amount, show="years-months"), load_lexicon(language))) == printed


def test_years_and_months_in_a_table() -> None:
    """The number column holds the years, the unit column the rest, as in "8 | years 9 months"."""
    lexicon = load_lexicon("en-GB")
    war = fact("x", quantity(105, "months", B.ABOUT), show="years-months")
    assert table_parts(war, lexicon) == TableParts("about", "8", "years 9 months")


def test_quantities_that_are_no_facts() -> None:
    """A quantity with a claim of its own is told like a fact, in words too."""
    claim = Claim(Origin.AXIS, "c:5")
    lexicon = load_lexicon("en-GB")
    (run,) = tell_quantity(quantity(5, bound=B.ABOUT), claim, lexicon, Form.WORDS)
    assert (run.text, run.claim) == ("about five", claim)
    assert plain(tell_quantity(quantity("7.1333"), claim, lexicon, digits=2)) == "7.1"
    assert plain(tell_quantity(quantity(2_000_000), claim, lexicon, compact=False)) == "2,000,000"
    assert plain(tell(fact("x", quantity(5, "years"), show="words"), lexicon)) == "five years"


SIMPLE = st.sampled_from([bound for bound in Bound if not bound.is_range])
VALUES = st.decimals(0, 10**13, allow_nan=False, places=2)


@settings(deadline=None)
@given(st.sampled_from(LANGUAGES), SIMPLE, VALUES, st.sampled_from(["people", "USD", "share"]))
def test_what_is_told_is_found_again_with_its_hedge(language: str, bound: Bound, value: Decimal, unit: str) -> None:
    """A told quantity, found in a sentence of its language, has the same value, hedge and sign."""
    lexicon = load_lexicon(language)
    told_text = plain(tell(fact("x", Quantity(value, unit, bound)), lexicon))
    scanner = Scanner(lexicon, {lexicon.word("currency-USD"): "USD"})
    (found,) = scanner.scan(f"x {told_text}, x")
    assert found.value == (value * 100 if unit == "share" else value)
    assert (found.bound, found.percent, found.currency) == (bound, unit == "share", "USD" if unit == "USD" else "")
