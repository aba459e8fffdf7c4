"""Boxes, free places and spreading, as properties."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpress.charts.placing import Box, around, first_free, spread
from briefpress.charts.scales import Scale, decades, needs_zero, ticks
from briefpress.charts.setting import Ruler, wrap
from briefpress.model.text import Claim, Origin, Run, plain
from charts import kit

numbers = st.decimals(-(10**12), 10**12, allow_nan=False, places=3)


@given(st.lists(st.tuples(st.floats(-50, 250), st.floats(1, 12)), min_size=1, max_size=12))
def test_spread_keeps_order_and_apart(labels: list[tuple[float, float]]) -> None:
    """Spread intervals never overlap, keep their order and stay inside; None only where they cannot fit."""
    centres, sizes = [c for c, _ in labels], [s for _, s in labels]
    placed = spread(centres, sizes, 0, 200, 2)
    assert placed is not None or sum(sizes) + 2 * (len(sizes) - 1) > 200
    if placed is None:
        return
    order = sorted(range(len(placed)), key=lambda i: (centres[i], i))
    for one, other in pairwise(order):
        assert placed[one] + sizes[one] / 2 + 2 <= placed[other] - sizes[other] / 2 + 1e-6
    assert all(p - s / 2 >= -1e-6 and p + s / 2 <= 200 + 1e-6 for p, s in zip(placed, sizes, strict=True))


@given(st.floats(0, 90), st.floats(0, 90), st.floats(0, 90), st.floats(0, 90))
def test_crossing_agrees_with_points(x0: float, y0: float, x1: float, y1: float) -> None:
    """A segment with a point inside the box crosses it."""
    box = Box(30, 30, 60, 60)
    inside = any(30 <= x0 + (x1 - x0) * t / 50 <= 60 and 30 <= y0 + (y1 - y0) * t / 50 <= 60 for t in range(51))
    assert box.crossed((x0, y0), (x1, y1)) or not inside


def test_a_taken_place_is_not_given_twice() -> None:
    """The first free place touches nothing that is taken; when all are taken there is none."""
    mark, frame = Box(50, 50, 56, 56), Box(0, 0, 100, 100)
    taken = [mark]
    while (found := first_free(around(mark, (20, 8)), frame, taken)) is not None:
        assert not any(found.meets(box) for box in taken)
        taken.append(found)
    assert len(taken) > 3


@given(numbers, numbers, st.integers(1, 9))
def test_ticks_enclose_and_are_round(one: Decimal, other: Decimal, count: int) -> None:
    """Ticks are evenly spaced, enclose the values, and are no more than two over the count asked for."""
    low, high = min(one, other), max(one, other)
    found = ticks(low, high, count)
    assert found[0] <= low
    assert found[-1] >= high
    assert len({b - a for a, b in pairwise(found)}) == 1
    assert len(found) <= count + 2


@given(st.decimals("0.0001", 10**9, allow_nan=False), st.decimals("0.0001", 10**9, allow_nan=False))
def test_decades_enclose(one: Decimal, other: Decimal) -> None:
    """A logarithmic axis has every power of ten from below the least to above the greatest."""
    found = decades(min(one, other), max(one, other))
    assert found[0] <= min(one, other)
    assert found[-1] >= max(one, other)
    assert all(b == a * 10 for a, b in pairwise(found))


def test_scales_and_zero() -> None:
    """Scales map their ends to their ends; an axis leaves zero out only where the values are far from it."""
    assert Scale(10, 1000, 0, 20, log=True)(100) == pytest.approx(10)
    assert Scale(5, 5, 0, 20)(5) == 10
    assert needs_zero([Decimal(1), Decimal(2)])
    assert needs_zero([Decimal(-1), Decimal(2)])
    assert not needs_zero([Decimal(90), Decimal(100)])


@given(
    st.lists(st.text("abc1 ", min_size=1, max_size=30), min_size=1, max_size=6), st.floats(20, 200), st.integers(0, 3)
)
def test_wrapping_loses_nothing(parts: list[str], width: float, most: int) -> None:
    """Lines are no wider than asked; without a limit every character but spaces survives with its claim; a number is
    never cut short by an ellipsis."""
    claim = Claim(Origin.CELL, "x")
    text = tuple(Run(part, claim, bold=index % 2 == 0) for index, part in enumerate(parts))
    theme = kit.style()
    style, ruler = theme.type["chart_label"], Ruler(theme)
    lines = wrap(text, style, width, ruler, most)
    assert all(ruler.text(line, style) <= width + 0.01 for line in lines)
    if not most:
        assert "".join(plain(line) for line in lines).replace(" ", "") == "".join(parts).replace(" ", "")
    else:
        assert len(lines) <= most
    assert all(run.claim == claim or run.text == "…" for line in lines for run in line)
