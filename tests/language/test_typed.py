"""Numbers typed in prose must be the dataset's, in value and hedge."""

from __future__ import annotations

import pytest

from briefpress.language.lexicon import load_lexicon
from briefpress.language.prose import match_typed
from briefpress.language.typed import typed_numbers
from briefpress.model.problem import Place
from briefpress.model.text import Claim, Origin
from language.samples import prose, summary

SUMMARY = summary()


def _problems(string: str, language: str = "en-GB") -> list[str]:
    return [f"{p.message} | {p.hint}" for p in match_typed(prose(string), SUMMARY, load_lexicon(language))]


@pytest.mark.parametrize(
    "string",
    [
        "at least 5,000 soldiers",
        "No fewer than 5000 soldiers",
        "about 1 million, roughly 1,000,000, some **1 million**",
        "4,486 and 4486",
        "more than 7.1 and over 32,000",
        "about 32 or more; about 32 people or more; more than about 32",
        "$10bn, 10 billion dollars, £8bn, US$10 billion",
        "75%, 75 % and 75 per cent",
        "90 to 110, 90–110, between 90 and 110",
        "per 1,000 people",
        "the 3,100 of that year, and 275 soldiers",
        "In 2003, 2008, 2011, 2014, 2015 and 2016",
        "19 March 2003, March 2003, 19 March, March 19, 2003, 2003-03-19",
        "c. 18 December 2011, about 18 December 2011, December 2011",
        "16 to 30 June 2014",
        "20 December 2016",
        "COVID-19, G7, the 21st century, the 1990s, B-52, 4x4",
        "one million, five, three quarters",
        "157,800 in fiscal 2008",
        "{troops} and at least {troops:number} and {event:leave}",
    ],
)
def test_the_datasets_own_numbers_may_be_typed(string: str) -> None:
    """Facts with their hedge, dates, constants, numbers of labels and names with digits pass."""
    assert _problems(string) == []


@pytest.mark.parametrize(
    ("string", "says"),
    [
        ("more than 5,000", '{troops}, which prints "at least 5,000"'),
        ("5,000", '{troops}, which prints "at least 5,000"'),
        ("over 5,000", "{troops}"),
        ("at most 5,000", "{troops}"),
        ("at least 4,486", '{killed}, which prints "4,486"'),
        ("1 million", "{deployed}"),
        ("about 32", "{rate}"),
        ("7.1", "{ratio}"),
        ("£10bn", "is no number of the dataset"),
        ("€10bn", "is no number of the dataset"),
        ("74%", "{part}"),
        ("9,305", "is no number of the dataset"),
        ("4,500", 'Perhaps {killed}, which prints "4,486", was meant'),
        ("90 to 111", '"90"'),
        ("1999", "is no year and no number of the dataset"),
        ("20 March 2003", "is no date of the dataset"),
        ("April 2003", "is no date of the dataset"),
        ("18 December 2011", "write {event:leave}"),
        ("13.9.2016", "is no number in this language"),
        ("1,5", "is no number in this language"),
        ("-4,486", "is no number of the dataset"),
        ("less than {troops:number}", "the hedge before {troops} is not the dataset's"),
        ("about {killed}", "the hedge before {killed} is not the dataset's"),
        ("more than {troops}", "the hedge before {troops} is not the dataset's"),
    ],
)
def test_other_numbers_are_named_with_a_remedy(string: str, says: str) -> None:
    """A number that the dataset lacks, or hedges otherwise, is a problem that offers the brace to write."""
    problems = _problems(string)
    assert problems
    assert says in problems[0]


@pytest.mark.parametrize(
    ("language", "string"),
    [
        ("fr", "au moins 5 000 soldats, environ 1 million, 10 Md$, 75 %, plus de 7,1, entre 90 et 110"),
        ("fr", "le 19 mars 2003, vers le 18 décembre 2011, du 16 au 30 juin 2014, décembre 2016"),
        ("de", "mindestens 5.000, etwa 1 Million, 10 Mrd. $, 75 %, mehr als 7,1, 90 bis 110, 4486"),
        ("de", "am 19. März 2003, ca. 18. Dezember 2011, im Dezember 2016, bis 2008"),
        ("es", "al menos 5000, alrededor de 1 millón, 10.000 M$, 75 %, más de 7,1, entre 90 y 110"),
        ("es", "19 de marzo de 2003, hacia el 18 de diciembre de 2011, diciembre de 2016"),
        ("it", "almeno 5.000, circa 1 milione, 10 mld $, 75%, più di 7,1, tra 90 e 110, 19 marzo 2003"),
        ("pt", "pelo menos 5.000, cerca de 1 milhão, US$ 10 bi, 75%, mais de 7,1, 19 de março de 2003"),
        ("nl", "minstens 5.000, ongeveer 1 miljoen, $ 10 mld, 75%, meer dan 7,1, 90 tot 110, 19 maart 2003"),
    ],
)
def test_numbers_are_read_as_the_briefs_language_writes_them(language: str, string: str) -> None:
    """Each language's groups, decimals, hedges, money and dates are recognised."""
    assert _problems(string, language) == []


def test_a_german_point_parts_thousands() -> None:
    """5.000 is five thousand in German, no number in French and five in English."""
    assert "{troops}" in _problems("5.000", "de")[0]
    assert "is no number in this language" in _problems("5.000", "fr")[0]
    assert '"5.000" is no number of the dataset' in _problems("5.000", "en-GB")[0]


def test_a_problem_points_at_the_number() -> None:
    """The place is that of the hedge where there is one, counted through emphasis and braces."""
    (problem,) = match_typed(prose("A {troops} **b** more than 5,000", 10), SUMMARY, load_lexicon("en-GB"))
    assert problem.place == Place("brief.toml", 3, 27)


def test_typed_numbers_carry_claims() -> None:
    """What passes has the claim of the fact, date, constant or cell that it is."""
    text = "at least 5,000 in 2014 per 1,000, 3,100, 19 March 2003, G7"
    claims = [typed.claim for typed in typed_numbers(prose(text), SUMMARY, load_lexicon("en-GB"))]
    assert claims == [
        Claim(Origin.FIGURE, "troops"),
        Claim(Origin.DATE, "timeline.csv:back:date"),
        Claim(Origin.CONSTANT, "per:1000"),
        Claim(Origin.CELL, "figures.csv:troops:label"),
        Claim(Origin.DATE, "timeline.csv:invasion:date"),
        Claim(Origin.CELL, "brief.toml:3:58"),
    ]
