"""What each kind of chart promises about its data."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from matplotlib.colors import to_rgba
from matplotlib.patches import PathPatch

from briefpress.charts import CHARTS, mark_figure
from briefpress.charts.ink import THINNEST, Sheet
from briefpress.charts.marks import Bar, draw_bar
from briefpress.charts.placing import Box
from briefpress.errors import BriefpressError
from briefpress.model.chart import Chart
from briefpress.model.marks import MARKS
from briefpress.model.quantity import Bound
from briefpress.model.text import plain
from charts import kit

NAVY = "#072854"


def strings(made: Chart) -> list[str]:
    return [piece.string for piece in kit.pieces(made)]


def patches(made: Chart, fill: str) -> list[Box]:
    """The boxes of all paths of one fill, in points."""
    found = []
    for artist in made.figure.findobj(PathPatch):
        if to_rgba(artist.get_facecolor()) == to_rgba(fill):
            points = artist.get_transform().transform(artist.get_path().vertices)
            (left, bottom), (right, top) = points.min(axis=0), points.max(axis=0)
            found.append(Box(float(left), float(bottom), float(right), float(top)))
    return found


def bars(*written: str, kind: str = "bars", unit: str = "people", **more: Any) -> Chart:
    figures = [kit.figure(f"f{n}", value, unit) for n, value in enumerate(written)]
    return kit.chart(kit.dataset(figures=figures), kind, items=tuple(f.id for f in figures), **more)


def test_bars_start_at_zero() -> None:
    """The lengths of bars are to one another as their values."""
    long, short = sorted((box.width for box in patches(bars("800", "200"), NAVY)), reverse=True)
    assert long == pytest.approx(4 * short, rel=1e-6)


def test_columns_start_at_zero() -> None:
    """The heights of columns are to one another as their values, negative ones below the same line."""
    made = kit.chart(
        kit.dataset(series=[kit.series("s", [("2001", 40), ("2002", -10), ("2003", 20)])]), "columns", series=("s",)
    )
    first, below, last = sorted(patches(made, NAVY), key=lambda box: box.left)
    assert first.height == pytest.approx(4 * below.height, rel=1e-6)
    assert first.bottom == pytest.approx(last.bottom) == pytest.approx(below.top)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("5", "stated"),
        ("at_least 5", "floor"),
        ("more_than 5", "floor"),
        ("at_most 5", "ceiling"),
        ("less_than 5", "ceiling"),
        ("about 5", "about"),
        ("between 3 5", "range"),
    ],
)
@pytest.mark.parametrize("kind", ["bars", "range", "squares", "dots"])
def test_the_hedge_stays_in_mark_and_words(kind: str, written: str, key: str) -> None:
    """A bound is among the marks of its chart and in the words of its label and its alternative text."""
    made = bars(written, "7", kind=kind)
    assert key in made.marks
    hedge = {"stated": "", "range": "to" if kind != "range" else ""}.get(
        key, written.split(" ", maxsplit=1)[0].replace("_", " ")
    )
    assert hedge in " ".join(strings(made))
    assert hedge in plain(made.alt)


@pytest.mark.parametrize("bound", list(Bound))
@pytest.mark.parametrize("upright", [True, False])
@pytest.mark.parametrize("end", [-30.0, 0.0, 2.0, 30.0])
def test_every_bound_has_a_look_of_its_own(bound: Bound, upright: bool, end: float) -> None:
    """No two bounds are drawn alike, and what is drawn stays inside the box that is told."""
    seen = {}
    for other in (bound, Bound.EXACT):
        sheet = Sheet(kit.style(), 200)
        high = end + 20 if other.is_range else None
        box = draw_bar(sheet, Bar(100, 100 + end, 10, 24, upright, None if high is None else 100 + high, other), NAVY)
        paths = [np.asarray(artist.get_path().vertices).tolist() for artist in sheet.figure.findobj(PathPatch)]
        looks = [(artist.get_linestyle(), artist.get_facecolor()) for artist in sheet.figure.findobj(PathPatch)]
        seen[other] = (paths, looks)
        for points in paths:
            assert all(box.left - 2.2 <= x <= box.right + 2.2 for x, _ in points)
            assert all(box.bottom - 2.2 <= y <= box.top + 2.2 for _, y in points)
    same = {b for b in (bound,) if b is Bound.EXACT}
    assert bool(same) == (seen[bound] == seen[Bound.EXACT])


def test_a_floor_is_open() -> None:
    """At least: solid to the number and no further; what lies beyond is hatched, never filled."""
    solid = max(patches(bars("at_least 5", "5"), NAVY), key=lambda box: box.width)
    exact = max(patches(bars("5", "5"), NAVY), key=lambda box: box.width)
    assert solid.width < exact.width


def test_a_ceiling_is_never_solid() -> None:
    """At most: an outline, in which only the arrowhead is filled."""
    made = bars("at_most 5", "less_than 4")
    assert all(box.width < 8 for box in patches(made, NAVY))


def test_lines_are_thick_enough_to_print() -> None:
    """No stroke of any mark is thinner than the thinnest that prints."""
    for key in MARKS:
        for artist in mark_figure(key, kit.style(), 40, 10).findobj(PathPatch):
            assert artist.get_linewidth() == 0 or artist.get_linewidth() >= THINNEST


def test_no_average_of_sources_that_disagree() -> None:
    """Each account has its own number; the chart prints no other but those of its axis."""
    figures = [kit.figure("a", "75"), kit.figure("b", "68", source="t")]
    made = kit.chart(kit.dataset(figures=figures), "disagreement", items=("a", "b"))
    claims = {piece.run.claim.ref: piece.string for piece in kit.pieces(made) if piece.run.claim}
    assert claims["a"] == "75"
    assert claims["b"] == "68"
    assert "71.5" not in strings(made)
    assert made.sources == ("s", "t")


def test_the_log_axis_says_what_a_step_is() -> None:
    """A logarithmic axis has a line for each power of ten and says so in words, in the figure itself."""
    made = bars("3", "4000000", kind="dots")
    assert any("10 times" in string for string in strings(made))
    ticks = [
        piece.run.claim.ref
        for piece in kit.pieces(made)
        if piece.run.claim and piece.run.claim.ref.startswith("chart:")
    ]
    assert ticks == [f"chart:{10**n}" for n in range(8)]


def test_an_axis_that_does_not_start_at_zero_says_so() -> None:
    """A line far from zero has a note; one that starts at zero has none."""
    far = kit.chart(kit.dataset(series=[kit.series("s", [("2001", 90), ("2002", 95)])]), "line", series=("s",))
    near = kit.chart(kit.dataset(series=[kit.series("s", [("2001", 9), ("2002", 95)])]), "line", series=("s",))
    assert "zero" in plain(far.note)
    assert "zero" not in plain(near.note)


def test_time_stands_in_proportion() -> None:
    """On a line the distance between points is as the time between their dates."""
    rows = [("2000-01-01", 1), ("2001-01-01", 2), ("2009-01-01", 4)]
    made = kit.chart(kit.dataset(series=[kit.series("s", rows)]), "line", series=("s",))
    dots = sorted(box.left for box in patches(made, NAVY))
    assert dots[2] - dots[1] == pytest.approx(8 * (dots[1] - dots[0]), rel=0.01)


def test_a_blank_cell_is_not_drawn_across() -> None:
    """A line breaks where its source gives no number; columns bracket the blank."""
    rows = [("2001", 5), ("2002", 6), ("2003", None), ("2004", 7), ("2005", 8)]
    data = kit.dataset(series=[kit.series("s", rows)])
    line = kit.chart(data, "line", series=("s",))
    whole = kit.chart(kit.dataset(series=[kit.series("s", [r for r in rows if r[1]])]), "line", series=("s",))
    assert len(line.figure.findobj(PathPatch)) == len(whole.figure.findobj(PathPatch)) + 1
    assert "gap" in kit.chart(data, "columns", series=("s",)).marks
    assert "2003" in plain(line.alt)


def test_a_gap_has_its_words() -> None:
    """What the brief says of a gap stands in the chart."""
    data = kit.dataset(series=[kit.series("s", [("2001", 5), ("2002", 6), ("2012", 7)])])
    made = kit.chart(data, "columns", series=("s",), gaps=(kit.gap("2003", "2011", "Nobody counted"),))
    assert "Nobody counted" in " ".join(strings(made))
    assert "gap" in made.marks


def test_estimates_are_dashed() -> None:
    """An estimate is outlined and not solid, and the alternative text names its date."""
    data = kit.dataset(series=[kit.series("s", [("2001", 5), ("2002*", 6), ("2003*", 9)])])
    made = kit.chart(data, "columns", series=("s",))
    assert len(patches(made, NAVY)) == 1
    assert "estimate" in made.marks
    assert "2002, 2003" in plain(made.alt)


def test_a_whole_that_is_split_prints_no_number_of_its_own_making() -> None:
    """The rest of a split column is printed where the dataset holds it, and else left unnumbered."""
    split = kit.series("s", [("2015", (90, None)), ("2016", (100, 60))])
    bare = kit.chart(kit.dataset(series=[split]), "columns", series=("s.c0",), part="s.c1")
    assert "40" not in strings(bare)
    figures = [kit.figure("rest", "40")]
    told = kit.chart(kit.dataset(series=[split], figures=figures), "columns", series=("s.c0",), part="s.c1")
    assert "40" in strings(told)


def test_a_grid_fills_a_square_for_each_per_cent() -> None:
    """Seventy-five per cent fills three quarters of the grid's height but for half a line."""
    made = bars("0.75", kind="grid", unit="share")
    filled = max(patches(made, NAVY), key=lambda box: box.height)
    assert filled.height == pytest.approx(8 * 10.4 - 1.6, abs=0.01)
    assert "25%" in strings(made)


def test_strip_events_are_numbered_in_time() -> None:
    """Numbers follow time, whatever the order of the file."""
    events = [kit.event("late", "2010-05-01"), kit.event("early", "2001"), kit.event("middle", "2005-03")]
    made = kit.chart(kit.dataset(events=events), "timeline")
    numbers = {
        p.run.claim.ref: p.string for p in kit.pieces(made) if p.run.claim and p.run.claim.ref.startswith("event:")
    }
    assert numbers == {"event:early": "1", "event:middle": "2", "event:late": "3"}


def test_a_long_gap_breaks_the_axis_and_prints_the_break() -> None:
    """A gap over twenty times the median one is cut out, and the years left out stand in the chart."""
    days = [f"1950-01-{day:02d}" for day in range(1, 20, 3)] + ["2010-01-01", "2010-01-04"]
    made = kit.chart(kit.dataset(events=[kit.event(f"e{n}", d) for n, d in enumerate(days)]), "timeline")
    assert "1951–2009" in strings(made) or "1950–2009" in strings(made)


def test_durations_need_two_dates() -> None:
    """A duration is drawn between the two dates that its formula names; any other fact is refused."""
    events = [kit.event("start", "2001-01-01"), kit.event("stop", "2003-01-01")]
    data = kit.dataset(
        events=events, figures=[kit.figure("f", "3")], statistics=(kit.statistic("long", "days(start, stop)"),)
    )
    assert "730 days" in " ".join(strings(kit.chart(data, "timeline", durations=["long"]))).replace("\xa0", " ")
    with pytest.raises(BriefpressError, match="cannot draw the duration"):
        kit.chart(data, "timeline", durations=["f"])


def test_both_currencies_stand_at_one_bar() -> None:
    """The source's currency is the bar; the other one and the rate stand beside it, and there is one axis."""
    figures = [kit.figure("usd", "10", "USD"), kit.figure("gbp", "8", "GBP")]
    data = kit.dataset(figures=figures, statistics=(kit.statistic("rate", "gbp / usd", digits=2),))
    made = kit.chart(data, "currencies", items=("usd", "gbp"), rate="rate")
    assert {"$10", "£8"} <= set(strings(made))
    assert len(patches(made, NAVY)) == 1
    assert "rate" in {piece.run.claim.ref for piece in kit.pieces(made) if piece.run.claim}


@pytest.mark.parametrize("kind", sorted(set(CHARTS) - {"timeline", "python"}))
def test_a_reference_that_leads_nowhere_names_the_chart(kind: str) -> None:
    """An unknown reference is one clear error with the chart's id in it."""
    rows = kit.series("s", [("2001", 1), ("2002", 2)])
    data = kit.dataset(series=[rows], figures=[kit.figure("f", "1", "share")])
    with pytest.raises(BriefpressError, match='the chart "chart" names "ghost"'):
        kit.chart(data, kind, items=("f", "ghost") if kind != "steps" else ("ghost",), **_series_of(kind))


def _series_of(kind: str) -> dict[str, Any]:
    return {"series": ("s",)} if kind in ("line", "columns", "slope") else {}


def test_an_unknown_kind_offers_the_nearest() -> None:
    """A kind that does not exist is refused with the nearest one that does."""
    with pytest.raises(BriefpressError) as raised:
        bars("1", kind="bar")
    assert "'bars'" in raised.value.hint


@pytest.mark.parametrize(("option", "value"), [("unit_size", "many"), ("unit_size", -5), ("unit_size", 1e-9)])
def test_options_are_checked(option: str, value: object) -> None:
    """An option of the wrong type or size is refused in words."""
    with pytest.raises(BriefpressError, match='the chart "chart"'):
        bars("10", "2000", kind="squares", **dict[str, Any]({option: value}))
