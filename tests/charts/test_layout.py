"""No label ever meets another or leaves its chart, whatever the data."""

from __future__ import annotations

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefpress.language.edtf import parse_edtf
from briefpress.model.chart import Chart
from briefpress.model.dataset import Dataset
from briefpress.model.text import plain
from charts import kit

BOUNDS = ("", "", "", "at_least ", "more_than ", "about ", "at_most ", "less_than ")
SIZES = (0.001, 0.5, 3, 47, 1200, 98765, 4.2e6, 9.87e9, 123456789012)


def number(source: random.Random, signs: bool, spread: float | None) -> str:
    size = spread or source.choice(SIZES)
    value = round(source.uniform(0, 2) * size, source.choice((0, 0, 1, 3)))
    if source.random() < 0.08:
        value = 0
    if signs and source.random() < 0.4:
        value = -value
    if value > 0 and source.random() < 0.08:
        return f"between {value} {value * 2}"
    return f"{source.choice(BOUNDS)}{value:.10g}" if "e" not in f"{value:.10g}" else f"{value:f}"


def dates(source: random.Random, count: int) -> list[str]:
    """Dates of one sort or of several, even or not, near together or over centuries."""
    sort = source.choice(("years", "sparse", "months", "days", "mixed"))
    year = source.choice((1, 1066, 1900, 2003, 2015))
    found = set()
    for index in range(count):
        if sort == "years":
            found.add(f"{year + index:04d}")
        elif sort == "sparse":
            found.add(f"{year + source.randint(0, 400):04d}")
        elif sort == "months":
            found.add(f"{year + index // 12:04d}-{index % 12 + 1:02d}")
        else:
            day = f"{year + source.randint(0, 3):04d}-{source.randint(1, 12):02d}-{source.randint(1, 28):02d}"
            found.add(day[: source.choice((4, 7, 10))] if sort == "mixed" else day)
    return sorted(found)


def series_data(seed: int, points: int, columns: int, language: str = "en-GB") -> Dataset:
    source = random.Random(seed)
    signs = source.random() < 0.4
    spread = source.choice((None, *SIZES))
    rows = []
    for date in dates(source, points):
        cells = tuple(None if source.random() < 0.1 else number(source, signs, spread) for _ in range(columns))
        rows.append((date + "*" * (source.random() < 0.2), cells))
    rows[0] = (rows[0][0], tuple(number(source, signs, spread) for _ in range(columns)))
    rows[-1] = (rows[-1][0], tuple(number(source, signs, spread) for _ in range(columns)))
    unit = source.choice(("people", "USD", "share", "km", "USD per day", "°C", "days"))
    named = [kit.words(source, 4) for _ in range(columns)]
    made = kit.series("s", rows, unit, columns=named, label=kit.words(source))
    events = [kit.event(f"e{n}", source.choice(rows)[0].rstrip("*"), landmark=kit.words(source, 5)) for n in range(3)]
    phases = kit.phases(("one", "1000", "1990"), ("two", "1991", "2100")) if source.random() < 0.5 else ()
    return kit.dataset(series=[made], events=events, language=language, phases=phases)


def figure_data(seed: int, count: int, positive: bool, spread: float | None = None) -> Dataset:
    source = random.Random(seed)
    found = []
    for index in range(count):
        written = number(source, not positive, spread)
        if (positive and written.endswith(" 0")) or written == "0":
            written = "3"
        found.append(
            kit.figure(f"f{index}", written, label=kit.words(source, 9), as_of=parse_edtf(dates(source, 1)[0]))
        )
    return kit.dataset(figures=found, language=source.choice(("en-GB", "fr", "de")))


def assert_clean(made: Chart) -> None:
    found = kit.pieces(made)
    assert kit.collisions(found) == []
    assert kit.outside(made, found) == []
    assert all(piece.angle == 0 for piece in found)
    assert all(piece.size >= 7.5 for piece in found)
    assert 120 <= len(plain(made.alt)) <= 400
    assert len(plain(made.title).split(" ")) <= 15


seeds = st.integers(0, 10**6)
widths = st.sampled_from(("full", "main", "side"))
FEW = settings(max_examples=25, deadline=None)


@pytest.mark.parametrize("kind", ["line", "columns"])
@given(seed=seeds, points=st.integers(1, 40), columns=st.integers(1, 4), width=widths)
@FEW
def test_series_in_any_width(kind: str, seed: int, points: int, columns: int, width: str) -> None:
    """Lines and columns of 1 to 40 points keep their labels apart and inside."""
    data = series_data(seed, points, columns)
    assert_clean(kit.chart(data, kind, width, series=("s",), events=("e0", "e1", "e2")))


@given(seed=seeds, points=st.integers(1, 30), width=widths)
@FEW
def test_steps_in_any_width(seed: int, points: int, width: str) -> None:
    """Steps keep their labels apart and inside."""
    data = series_data(seed, points, 1, "de")
    assert_clean(kit.chart(data, "steps", width, series=("s",), events=("e0",)))


@given(seed=seeds, points=st.integers(2, 4), columns=st.integers(1, 12), width=widths)
@FEW
def test_slopes_in_any_width(seed: int, points: int, columns: int, width: str) -> None:
    """Slopes of up to twelve lines keep the labels of both ends apart and inside."""
    source = random.Random(seed)
    rows = [(f"{2000 + 5 * n}", tuple(number(source, True, 900) for _ in range(columns))) for n in range(points)]
    named = [kit.words(source, 3) for _ in range(columns)]
    assert_clean(kit.chart(kit.dataset(series=[kit.series("s", rows, columns=named)]), "slope", width, series=("s",)))


@pytest.mark.parametrize("kind", ["bars", "range", "disagreement", "squares", "dots"])
@given(seed=seeds, count=st.integers(2, 12), width=widths)
@FEW
def test_figures_in_any_width(kind: str, seed: int, count: int, width: str) -> None:
    """Rows of figures keep their labels apart and inside, and no figure goes without its number."""
    data = figure_data(seed, count, positive=kind in ("squares", "dots"), spread=50 if kind == "squares" else None)
    items = tuple(figure.id for figure in data.figures)
    made = kit.chart(data, kind, width, items=items)
    assert_clean(made)
    assert set(items) <= {piece.run.claim.ref for piece in kit.pieces(made) if piece.run.claim}


@given(seed=seeds, count=st.integers(1, 30), width=widths, phased=st.booleans())
@FEW
@example(seed=7, count=30, width="side", phased=True)
def test_timelines_in_any_width(seed: int, count: int, width: str, phased: bool) -> None:
    """Strips of up to thirty events, near together or far apart, keep numbers and landmarks apart and inside."""
    source = random.Random(seed)
    marks = ("", "", "", "~", "?")
    events = [
        kit.event(f"e{n}", date + source.choice(marks), "one", kit.words(source, 4) if source.random() < 0.3 else "")
        for n, date in enumerate(dates(source, count))
    ]
    phases = kit.phases(("one", "1990", "2016"), ("two", "2016", "2017/..")) if phased else ()
    assert_clean(kit.chart(kit.dataset(events=events, phases=phases), "timeline", width))


@given(seed=seeds, count=st.integers(31, 120), width=widths)
@settings(max_examples=10, deadline=None)
def test_dense_timelines_in_any_width(seed: int, count: int, width: str) -> None:
    """Density strips keep their landmarks apart and inside."""
    source = random.Random(seed)
    events = [
        kit.event(f"e{n}", f"{source.randint(1900, 2000)}", "", kit.words(source, 3) if n % 9 == 0 else "")
        for n in range(count)
    ]
    assert_clean(kit.chart(kit.dataset(events=events), "timeline", width))


@given(seed=seeds, count=st.integers(1, 9), width=widths)
@FEW
def test_shares_in_any_width(seed: int, count: int, width: str) -> None:
    """Divided bars and grids keep share and remainder apart and inside."""
    source = random.Random(seed)
    figures = [
        kit.figure(
            f"f{n}",
            f"{source.choice(BOUNDS)}{source.choice((0, 0.004, 0.5, 0.996, 1))}",
            "share",
            label=kit.words(source, 9),
        )
        for n in range(count)
    ]
    data = kit.dataset(figures=figures)
    assert_clean(
        kit.chart(data, "share", width, items=tuple(figure.id for figure in figures), remainder=kit.words(source, 9))
    )
    assert_clean(kit.chart(data, "grid", width, items=("f0",), remainder=kit.words(source, 9)))


@pytest.mark.parametrize("points", [200, 400])
@pytest.mark.parametrize("kind", ["line", "columns", "steps"])
def test_hundreds_of_points(kind: str, points: int) -> None:
    """Hundreds of points are drawn in any width, with the telling ones labelled."""
    for width in kit.WIDTHS:
        assert_clean(kit.chart(series_data(points, points, 1), kind, width, series=("s",)))
