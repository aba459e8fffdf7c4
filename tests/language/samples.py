"""Facts and a summary made by hand, so that the language is tested without the stages above it."""

from __future__ import annotations

from decimal import Decimal

from briefpress.language.edtf import parse_edtf
from briefpress.language.inline import parse_inline
from briefpress.model.dataset import Brief, Dataset, Event, Figure, Series, SeriesColumn, SeriesPoint, Source
from briefpress.model.problem import Place
from briefpress.model.prose import Prose
from briefpress.model.quantity import Bound, Quantity
from briefpress.model.summary import Fact, Summary, Term
from briefpress.model.text import Claim, Origin

LANGUAGES = ("en-GB", "fr", "de", "es", "it", "pt", "nl")


def quantity(value: str | int, unit: str = "people", bound: Bound = Bound.EXACT, high: str | None = None) -> Quantity:
    return Quantity(Decimal(value), unit, bound, None if high is None else Decimal(high))


def fact(ref: str, amount: Quantity, *, as_of: str = "", digits: int | None = None, show: str = "") -> Fact:
    """A figure with the source "one"."""
    claim = Claim(Origin.FIGURE, ref)
    date = parse_edtf(as_of) if as_of else None
    return Fact(ref, f"Label of {ref}", amount, claim, date, ("one",), digits, show=show)


def worked(*terms: Term) -> Fact:
    """A statistic "worked" with this formula."""
    return Fact("worked", "Worked", quantity(1), Claim(Origin.STATISTIC, "worked"), formula=terms)


def facts() -> tuple[Fact, ...]:
    return (
        fact("troops", quantity(5000, bound=Bound.AT_LEAST), as_of="2016-12"),
        fact("deployed", quantity(1000000, bound=Bound.ABOUT), as_of="2011"),
        fact("killed", quantity(4486), as_of="2011"),
        fact("wounded", quantity(32000, bound=Bound.MORE_THAN)),
        fact("rate", quantity("32.4", bound=Bound.ABOUT_OR_MORE), digits=2),
        fact("ratio", quantity("7.1333", bound=Bound.MORE_THAN), digits=2),
        fact("cost", quantity(10_000_000_000, "USD"), as_of="2016-12"),
        fact("pounds", quantity(8_000_000_000, "GBP")),
        fact("part", quantity("0.75", "share")),
        fact("crew", quantity(90, bound=Bound.BETWEEN, high="110")),
        fact("force.average@2008", quantity(157800), as_of="2008"),
        fact("force.average#max", quantity(157800), as_of="2008"),
    )


def event(name: str, date: str, words: str = "Something happens") -> Event:
    return Event(name, parse_edtf(date), words, "one")


def summary() -> Summary:
    """A summary with every kind of fact, a series of fiscal years and four events."""
    known = facts()
    point = SeriesPoint(parse_edtf("2008"), {"average": quantity(157800)}, "one")
    column = SeriesColumn("average", "Average")
    series = Series("force", "Force", "people", (column,), (point,), date_prefix="fiscal", file="series/force.csv")
    first = known[0]
    figure = Figure(first.ref, "Troops after the 3,100 of 2015", first.quantity, "one", first.as_of)
    events = (
        event("invasion", "2003-03-19"),
        event("leave", "2011-12-18~"),
        event("back", "2014-06-16", "The US announces 275 soldiers"),
        event("june", "2014-06-30"),
    )
    source = Source("one", {"title": "A report", "issued": {"date-parts": [[2016, 12, 20]]}})
    dataset = Dataset("data/x", "x", Brief("Title"), (figure,), events, (), (series,), (source,))
    constants = {"per:1000": Claim(Origin.CONSTANT, "per:1000")}
    return Summary(dataset, {f.ref: f for f in known}, constants=constants)


def prose(string: str, column: int = 1) -> Prose:
    """Parsed prose that has no mistakes in it."""
    parsed, problems = parse_inline(string, Place("brief.toml", 3, column))
    assert not problems
    return parsed
