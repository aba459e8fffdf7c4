"""The timeline as a whole, and figures by their units."""

from __future__ import annotations

import pytest

from briefpress.model.quantity import Quantity
from briefpress.model.summary import TimelineSummary
from briefpress.model.text import Claim, Origin
from summary.factory import event, figure, quantity, summary


def timeline(*dates: str) -> TimelineSummary:
    found = summary(*(event(f"e{n}", date, f"s{n}") for n, date in enumerate(dates))).timeline
    assert found is not None
    return found


def told(*dates: str) -> dict[str, Quantity]:
    return {key: fact.quantity for key, fact in timeline(*dates).facts.items()}


def test_days_are_counted() -> None:
    """With a day for each event the gaps are exact days, whatever the order of the rows."""
    found = told("2014-06-30", "2014-06-16", "2014-06-19", "2014-08-08")
    assert found == {
        "count": quantity(4, ""),
        "span": quantity(53, "days"),
        "busiest-year": quantity(4, ""),
        "longest-gap": quantity(39, "days"),
        "median-gap": quantity(11, "days"),
    }


def test_the_longest_gap_has_its_events() -> None:
    """The ids of the events on either side of the longest gap are given, and their sources and dates with it."""
    found = timeline("2003-03-19", "2011-12-18~", "2014-06-16")
    assert (found.gap_after, found.gap_before) == ("e0", "e1")
    gap = found.facts["longest-gap"]
    assert gap.claim == Claim(Origin.SUMMARY, "timeline#longest-gap")
    assert gap.sources == ("s0", "s1")
    assert gap.as_of is not None
    assert gap.as_of.written == "2003-03-19/2011-12-18~"


@pytest.mark.parametrize(
    ("dates", "span"),
    [
        (("1896~", "2012-09"), quantity(116, "years", "about")),
        (("1896", "2012"), quantity(116, "years")),
        (("2014-06", "2016-12-03"), quantity("2.5", "years")),
        (("2014-01", "2014-06"), quantity(5, "months")),
        (("1985-04/..", "1990"), quantity(5, "years")),
        (("1914/1918", "1916"), quantity(4, "years")),
    ],
)
def test_spans_honour_uncertain_dates(dates: tuple[str, ...], span: Quantity) -> None:
    """A span is told in a unit that suits it, about where an end is, to the end of the event that ends last."""
    assert told(*dates)["span"] == span


def test_vague_dates_make_the_median_gap_about() -> None:
    """A median gap between events of which one has no day is about."""
    assert told("2003", "2005-02-03", "2007")["median-gap"].bound == "about"


@pytest.mark.parametrize(
    ("dates", "number", "year", "flags"),
    [
        (("2003-01-01", "2003-02", "2004"), quantity(2, ""), "2003", ()),
        (("2003", "2004"), quantity(1, ""), "2003", ("tied",)),
        (("2003-01-01", "2003~"), quantity(2, "", "about"), "2003", ()),
        (("2003-01-01", "2003-02", "200X"), quantity(2, "", "at_least"), "2003", ()),
        (("-0044-03", "-0044-04"), quantity(2, ""), "-0044", ()),
    ],
)
def test_the_busiest_year(dates: tuple[str, ...], number: Quantity, year: str, flags: tuple[str, ...]) -> None:
    """The year in which most events began, with doubt where an event may or may not belong to it."""
    fact = timeline(*dates).facts["busiest-year"]
    assert fact.as_of is not None
    assert (fact.quantity, fact.as_of.written, fact.flags) == (number, year, flags)


def test_small_timelines() -> None:
    """No event gives no timeline; one event has no gap; events that can't be put in order have no longest gap."""
    assert summary().timeline is None
    assert set(told("2003-01-01")) == {"count", "busiest-year"}
    assert set(told("19XX")) == {"count"}
    assert told("2003-01-01", "2003-01-01")["longest-gap"] == quantity(0, "days")


def test_figures_are_grouped_by_unit() -> None:
    """Figures of one unit stand together, largest first, with the range of magnitudes; units in the file's order."""
    figures = (figure("a", 5), figure("b", 3, "USD"), figure("c", 5000), figure("d", "0.5"), figure("e", 5))
    groups = summary(*figures).units
    assert [(group.unit, [f.id for f in group.figures], group.ratio) for group in groups] == [
        ("people", ["c", "a", "e", "d"], 10000),
        ("USD", ["b"], 1),
    ]


@pytest.mark.parametrize(("values", "ratio"), [((0, 5), None), ((-5, 5), None), ((-5, -20), 4), ((10**30, 1), 1e30)])
def test_ratios_of_magnitude(values: tuple[int, int], ratio: float | None) -> None:
    """There is no ratio to zero or across it; below zero it is that of the sizes."""
    assert summary(*(figure(f"f{n}", value) for n, value in enumerate(values))).units[0].ratio == ratio


def test_figures_are_facts() -> None:
    """A figure's fact has its quantity, claim, date and source, and all its digits may be printed."""
    fact = summary(figure("a", 5, bound="at_least", as_of="2016-12")).facts["a"]
    assert (fact.quantity, fact.claim, fact.sources, fact.digits) == (
        quantity(5, bound="at_least"),
        Claim(Origin.FIGURE, "a"),
        ("s-a",),
        None,
    )


def test_summary_is_the_same_each_time() -> None:
    """Summarising twice gives equal summaries with facts in one order."""
    nouns = (figure("a", 5), figure("b", 7), event("e", "2003"), event("f", "2004"))
    first, second = (summary(*nouns, formulas={"x": "a + b", "y": "years(e, f)"}) for _ in range(2))
    assert first == second
    assert list(first.facts) == list(second.facts)
