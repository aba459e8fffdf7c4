"""Which charts are chosen where the brief names none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpress.charts import choose
from briefpress.model.dataset import Dataset
from briefpress.model.text import plain
from briefpress.summary import summarise
from charts import kit


def kinds(data: Dataset) -> list[str]:
    return [spec.kind for spec in choose(summarise(data))]


@pytest.mark.parametrize(
    ("count", "columns", "kind"), [(1, 1, "bars"), (2, 1, "columns"), (4, 2, "slope"), (5, 1, "line")]
)
def test_series_by_their_points(count: int, columns: int, kind: str) -> None:
    """Five points or more make a line, two to four columns or a slope, one a bar."""
    rows = [(f"{2000 + n}", tuple(range(1, columns + 1))) for n in range(count)]
    assert kinds(kit.dataset(series=[kit.series("s", rows)])) == [kind]


def test_no_more_than_four_lines() -> None:
    """A series of six measures makes two charts."""
    rows = [(f"{2000 + n}", tuple(range(1, 7))) for n in range(6)]
    assert kinds(kit.dataset(series=[kit.series("s", rows)])) == ["line", "line"]


@pytest.mark.parametrize(
    ("values", "kind"),
    [(("50", "1"), "bars"), (("51", "1"), "squares"), (("201", "1"), "dots"), (("-5", "900"), "bars")],
)
def test_figures_by_their_ratio(values: tuple[str, ...], kind: str) -> None:
    """Up to fifty to one bars, up to two hundred squares, above that dots; what is not positive always bars."""
    assert kinds(kit.dataset(figures=[kit.figure(f"f{n}", value) for n, value in enumerate(values)])) == [kind]


def test_shares_ranges_money_and_disagreement() -> None:
    """A share makes a grid, several a divided bar; ranges float; conversions and disputes have kinds of their own."""
    assert kinds(kit.dataset(figures=[kit.figure("a", "0.4", "share")])) == ["grid"]
    assert kinds(kit.dataset(figures=[kit.figure(n, "0.4", "share") for n in "ab"])) == ["share"]
    assert kinds(kit.dataset(figures=[kit.figure("a", "between 3 4")])) == ["range"]
    assert kinds(kit.dataset(figures=[kit.figure("a", "3", "USD"), kit.figure("b", "2", "EUR")])) == ["currencies"]
    disputed = [kit.figure("a", "3", label="Dead"), kit.figure("b", "5", label="dead", source="t")]
    assert kinds(kit.dataset(figures=disputed)) == ["disagreement"]


def test_five_events_make_a_timeline() -> None:
    """From five events on there is a strip."""
    events = [kit.event(f"e{n}", f"{2000 + n}") for n in range(5)]
    assert kinds(kit.dataset(events=events)) == ["timeline"]
    assert kinds(kit.dataset(events=events[:4])) == []


@given(
    st.lists(st.tuples(st.sampled_from(("people", "USD", "EUR", "share", "km")), st.integers(-9, 10**7)), max_size=40)
)
@settings(max_examples=40, deadline=None)
def test_what_is_chosen_can_be_drawn(rows: list[tuple[str, int]]) -> None:
    """Every chart that is chosen has an id of its own and is drawn without complaint."""
    figures = [kit.figure(f"f{n}", str(value), unit) for n, (unit, value) in enumerate(rows)]
    data = kit.dataset(figures=figures)
    chosen = choose(summarise(data))
    assert len({spec.id for spec in chosen}) == len(chosen)
    for spec in chosen:
        made = kit.chart(data, spec.kind, spec.width, items=spec.items, series=spec.series)
        assert plain(made.title)
