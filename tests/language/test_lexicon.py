"""Numbers, dates and number words in seven languages."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpress.language.edtf import parse_edtf
from briefpress.language.lexicon import load_lexicon
from briefpress.language.scanning import Scanner
from briefpress.model.text import Claim, Origin, plain
from language.samples import LANGUAGES

DATES = {
    "en-GB": (
        "18 December 2011",
        "1 May 2003",
        "c. 18 December 2011",
        "March to May 2003",
        "since 2014",
        "16 to 30 June 2014",
    ),
    "fr": (
        "18 décembre 2011",
        "1er mai 2003",
        "vers le 18 décembre 2011",
        "mars à mai 2003",
        "depuis 2014",
        "16 au 30 juin 2014",
    ),
    "de": (
        "18. Dezember 2011",
        "1. Mai 2003",
        "ca. 18. Dezember 2011",
        "März bis Mai 2003",
        "seit 2014",
        "16. bis 30. Juni 2014",
    ),
    "es": (
        "18 de diciembre de 2011",
        "1 de mayo de 2003",
        "hacia el 18 de diciembre de 2011",
        "marzo a mayo de 2003",
        "desde 2014",
        "16 al 30 de junio de 2014",
    ),
    "it": (
        "18 dicembre 2011",
        "1º maggio 2003",
        "ca. 18 dicembre 2011",
        "marzo – maggio 2003",
        "dal 2014",
        "16 – 30 giugno 2014",
    ),
    "pt": (
        "18 de dezembro de 2011",
        "1º de maio de 2003",
        "c. 18 de dezembro de 2011",
        "março a maio de 2003",
        "desde 2014",
        "16 a 30 de junho de 2014",
    ),
    "nl": (
        "18 december 2011",
        "1 mei 2003",
        "ca. 18 december 2011",
        "maart tot mei 2003",
        "sinds 2014",
        "16 t/m 30 juni 2014",
    ),
    "en-US": (
        "December 18, 2011",
        "May 1, 2003",
        "c. December 18, 2011",
        "March to May 2003",
        "since 2014",
        "June 16 to 30, 2014",
    ),
}
WRITTEN = ("2011-12-18", "2003-05-01", "2011-12-18~", "2003-03/2003-05", "2014/..", "2014-06-16/2014-06-30")


@pytest.mark.parametrize("language", list(DATES))
def test_dates_are_written_as_the_language_writes_them(language: str) -> None:
    """Days, months, "about", spans and open ends come out as a reader of the language expects."""
    lexicon = load_lexicon(language)
    assert tuple(lexicon.date(parse_edtf(written)) for written in WRITTEN) == DATES[language]


OLD = {
    "en-GB": ("1920s", "19th century", "spring 2001", "44 BC", "5th century BC"),
    "fr": ("années 1920", "XIXe siècle", "printemps 2001", "44 av. J.-C.", "Ve siècle av. J.-C."),
    "de": ("1920er-Jahre", "19. Jahrhundert", "Frühjahr 2001", "44 v. Chr.", "5. Jahrhundert v. Chr."),
    "es": ("años 1920", "siglo XIX", "primavera de 2001", "44 a. C.", "siglo V a. C."),
    "it": ("anni 1920", "XIX secolo", "primavera 2001", "44 a.C.", "V secolo a.C."),
    "pt": ("década de 1920", "século XIX", "primavera de 2001", "44 a.C.", "século V a.C."),
    "nl": ("jaren 1920", "19e eeuw", "voorjaar 2001", "44 v.Chr.", "5e eeuw v.Chr."),
}


@pytest.mark.parametrize("language", list(OLD))
def test_decades_centuries_and_years_before_christ(language: str) -> None:
    """What is known to the decade, century or season says no more, and the year -43 is 44 BC."""
    lexicon = load_lexicon(language)
    written = ("192X", "18XX", "2001-21", "-0043", "-04XX")
    assert tuple(lexicon.date(parse_edtf(date)) for date in written) == OLD[language]


@pytest.mark.parametrize(
    ("written", "form", "printed"),
    [
        ("2014-12", "axis", "Dec 2014"),
        ("2016-01-20", "axis", "20 Jan 2016"),
        ("2003-03/2003-05", "axis", "Mar–May 2003"),
        ("2014-06-16/2014-06-30", "axis", "16–30 Jun 2014"),
        ("2003-03/2003-05", "short", "Mar to May 2003"),
        ("2016-01-20", "year", "2016"),
        ("2003-03/2011-12", "year", "2003–2011"),
        ("2003-03/2003-12", "year", "2003"),
        ("2003/2011", "long", "2003–2011"),
        ("2003-03/2011-12", "long", "March 2003 to December 2011"),
        ("2014-03-19/2014-05-01", "long", "19 March to 1 May 2014"),
        ("2014-12-30/2015-01-02", "long", "30 December 2014 to 2 January 2015"),
        ("2003~/2011?", "long", "c. 2003 to 2011 (?)"),
        ("2014?", "long", "2014 (?)"),
        ("2014%", "long", "c. 2014 (?)"),
        ("2014/", "long", "from 2014, end unknown"),
        ("../2014", "long", "until 2014"),
        ("/2014", "long", "to 2014, beginning unknown"),
        ("1985-XX-XX", "long", "1985"),
        ("1985-04-XX", "long", "April 1985"),
        ("00XX", "long", "1st century"),
        ("20XX", "long", "21st century"),
        ("10XX", "long", "11th century"),
        ("-0043-03-15", "long", "15 March 44 BC"),
        ("Y170000002", "long", "170,000,002"),
        ("0000", "long", "1 BC"),
    ],
)
def test_english_dates_by_form(written: str, form: str, printed: str) -> None:
    """Each form prints the date as short as it may be and no more precise than it was written."""
    assert load_lexicon("en-GB").date(parse_edtf(written), form) == printed


@settings(deadline=None)
@given(st.sampled_from(LANGUAGES), st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31)), st.booleans())
def test_printed_days_are_found_again(language: str, date: dt.date, short: bool) -> None:
    """A day that is printed is found in a sentence of the same language as the same day."""
    lexicon = load_lexicon(language)
    printed = lexicon.date(parse_edtf(date.isoformat()), "short" if short else "long")
    found = Scanner(lexicon, {}).scan(f"x {printed}, x")
    assert [(one.year, one.month, one.day) for one in found] == [(date.year, date.month, date.day)]


@settings(deadline=None)
@given(st.sampled_from(LANGUAGES), st.integers(1, 9999), st.integers(1, 12))
def test_a_month_is_never_given_a_day(language: str, year: int, month: int) -> None:
    """A printed month holds no digits but those of its year."""
    printed = load_lexicon(language).date(parse_edtf(f"{year:04d}-{month:02d}"))
    assert "".join(c for c in printed if c.isdigit()) == str(year)


NUMBERS = {
    "en-GB": ("4,486", "1,234,567.5", "1 million", "2.5 million", "1.25 billion", "−4,486"),
    "fr": ("4 486", "1 234 567,5", "1 million", "2,5 millions", "1,25 milliard", "−4 486"),
    "de": ("4.486", "1.234.567,5", "1 Million", "2,5 Millionen", "1,25 Milliarden", "−4.486"),
    "es": ("4486", "1.234.567,5", "1 millón", "2,5 millones", "1250 millones", "−4486"),
    "it": ("4.486", "1.234.567,5", "1 milione", "2,5 milioni", "1,25 miliardi", "−4.486"),
    "pt": ("4.486", "1.234.567,5", "1 milhão", "2,5 milhões", "1,25 bilhão", "−4.486"),
    "nl": ("4.486", "1.234.567,5", "1 miljoen", "2,5 miljoen", "1,25 miljard", "−4.486"),
    "pt-PT": ("4486", "1 234 567,5", "1 milhão", "2,5 milhões", "1,25 mil milhões", "−4486"),
    "de-CH": ("4’486", "1’234’567.5", "1 Million", "2.5 Millionen", "1.25 Milliarden", "−4’486"),
    "en-IN": ("4,486", "12,34,567.5", "1 million", "2.5 million", "1.25 billion", "−4,486"),
}
VALUES = ("4486", "1234567.5", "1000000", "2500000", "1250000000", "-4486")


@pytest.mark.parametrize("language", list(NUMBERS))
def test_numbers_are_grouped_and_scaled_by_language(language: str) -> None:
    """Below a million numbers are printed in full, from there with a scale word where two decimals hold them."""
    lexicon = load_lexicon(language)
    printed = [lexicon.number(Decimal(value), compact=True) for value in VALUES]
    assert [text.replace("\u00a0", " ").replace("\u202f", " ") for text in printed] == list(NUMBERS[language])
    assert all(" " not in text for text in printed)


@settings(deadline=None)
@given(st.sampled_from(LANGUAGES), st.decimals(-(10**14), 10**14, allow_nan=False, places=3))
def test_compact_numbers_lose_nothing(language: str, value: Decimal) -> None:
    """A number with a scale word, read again in its language, is the same number."""
    lexicon = load_lexicon(language)
    found = Scanner(lexicon, {}).scan(f"x {lexicon.number(value, compact=True)} x")
    assert [one.value for one in found] == [value]


def test_trailing_zeros_and_digits_are_kept_or_cut_on_purpose() -> None:
    """Zeros that were measured are printed; `digits` cuts and never adds."""
    lexicon = load_lexicon("en-GB")
    assert lexicon.number(Decimal("0.80")) == "0.80"
    assert lexicon.number(Decimal("7.1333"), digits=2) == "7.1"
    assert lexicon.number(Decimal("7.1333"), digits=9) == "7.1333"
    assert lexicon.number(Decimal(999999), compact=True) == "999,999"
    assert lexicon.number(Decimal(1234567), compact=True) == "1,234,567"
    assert lexicon.decimal == "."


WORDS = {
    "en-GB": ("five", "twenty-one", "one hundred", "two hundred", "five thousand", "one million", "three billion"),
    "fr": ("cinq", None, "cent", "deux cents", "cinq mille", "un million", "trois milliards"),
    "de": ("fünf", "einundzwanzig", "hundert", "zweihundert", "fünftausend", "eine Million", "drei Milliarden"),
    "es": ("cinco", None, "cien", None, "cinco mil", "un millón", "tres mil millones"),
    "it": ("cinque", "ventuno", "cento", "duecento", "cinquemila", "un milione", "tre miliardi"),
    "pt": ("cinco", None, "cem", None, "cinco mil", "um milhão", "três bilhões"),
    "nl": ("vijf", "eenentwintig", "honderd", "tweehonderd", "vijfduizend", "één miljoen", "drie miljard"),
    "pt-PT": ("cinco", None, "cem", None, "cinco mil", "um milhão", None),
}


@pytest.mark.parametrize("language", list(WORDS))
def test_numbers_in_words(language: str) -> None:
    """Small and round numbers have words; None stands where the word would depend on a noun's gender."""
    lexicon = load_lexicon(language)
    values = (5, 21, 100, 200, 5000, 10**6, 3 * 10**9)
    assert tuple(lexicon.words_of(Decimal(value)) for value in values) == WORDS[language]


@pytest.mark.parametrize("value", ["-1", "0.5", "101", "1234", "210", "23000", "1500000", "1e13"])
def test_other_numbers_have_no_words(value: str) -> None:
    """Numbers that would be long in words are left to digits."""
    assert load_lexicon("en-GB").words_of(Decimal(value)) is None


def test_irregular_words_win() -> None:
    """French 80,000 drops the s of quatre-vingts; the Portuguese of Portugal have their own 16."""
    assert load_lexicon("fr").words_of(Decimal(80_000)) == "quatre-vingt mille"
    assert load_lexicon("fr").words_of(Decimal(80_000_000)) == "quatre-vingts millions"
    assert load_lexicon("pt-PT").words_of(Decimal(16)) == "dezasseis"
    assert load_lexicon("pt-BR").words_of(Decimal(16)) == "dezesseis"
    assert load_lexicon("de-CH").words_of(Decimal(30)) == "dreissig"


def test_dates_as_text_carry_a_claim() -> None:
    """A date on a page is one run that claims its cell; a phase needs no end; other words stay as they are."""
    lexicon = load_lexicon("en-GB")
    (run,) = lexicon.tell_date(parse_edtf("2008"), "x:1", prefix="fiscal")
    assert (run.text, run.claim) == ("fiscal 2008", Claim(Origin.DATE, "x:1"))
    assert plain(lexicon.tell_years(parse_edtf("2003-03"), parse_edtf("2011-12-18~"), "x")) == "2003 to c. 2011"
    assert plain(lexicon.tell_years(parse_edtf("2003-03"), parse_edtf("2011-12"), "x")) == "2003–2011"
    assert plain(lexicon.tell_years(parse_edtf("2014-06"), None, "x")) == "since 2014"
    assert plain(lexicon.tell_written("2003/2011", "x")) == "2003–2011"
    (run,) = lexicon.tell_written("the 1920s", "x")
    assert run.claim == Claim(Origin.CELL, "x")
