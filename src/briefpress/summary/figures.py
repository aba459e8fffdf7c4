"""Figures of one unit together, largest first."""

from __future__ import annotations

from fractions import Fraction

import pandas as pd

from briefpress.model.dataset import Dataset, Figure
from briefpress.model.summary import UnitGroup


def unit_groups(dataset: Dataset) -> tuple[UnitGroup, ...]:
    """Groups in the order in which their units first come in figures.csv; figures of one size keep their order."""
    finite = [figure for figure in dataset.figures if figure.quantity.value.is_finite()]
    rows = [(figure, figure.quantity.unit, Fraction(figure.quantity.value)) for figure in finite]
    table = pd.DataFrame(rows, columns=["figure", "unit", "value"], dtype=object)
    groups = table.sort_values("value", ascending=False, kind="stable").groupby("unit", sort=False)
    parted = {unit: tuple(rows["figure"]) for unit, rows in groups}
    return tuple(UnitGroup(unit, parted[unit], _ratio(parted[unit])) for unit in dict.fromkeys(table["unit"]))


def _ratio(figures: tuple[Figure, ...]) -> float | None:
    sizes = [Fraction(figure.quantity.value) for figure in figures]
    largest, smallest = max(sizes, key=abs), min(sizes, key=abs)
    if not smallest or len({size > 0 for size in sizes}) > 1:
        return None
    return float(largest / smallest)
