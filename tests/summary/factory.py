"""Small datasets made straight from the nouns, for tests of the summary."""

from __future__ import annotations

from decimal import Decimal

from briefpress.language.edtf import parse_edtf
from briefpress.model.dataset import (
    Brief,
    Dataset,
    Event,
    Figure,
    Series,
    SeriesColumn,
    SeriesPoint,
    Statistic,
)
from briefpress.model.problem import Place
from briefpress.model.quantity import Bound, Quantity
from briefpress.model.summary import Fact, Summary
from briefpress.summary import summarise

Cell = Quantity | str | int | None


def quantity(value: str | int, unit: str = "people", bound: str = "exact", high: str | int | None = None) -> Quantity:
    return Quantity(Decimal(value), unit, Bound(bound), None if high is None else Decimal(high))


def figure(id: str, value: str | int, unit: str = "people", bound: str = "exact", **more: str) -> Figure:  # noqa: A002 - the noun's own word
    """`as_of`, `source` and `high` may be given; the source is the id with an s before it otherwise."""
    as_of = parse_edtf(more["as_of"]) if "as_of" in more else None
    stated = quantity(value, unit, bound, more.get("high"))
    return Figure(id, id.capitalize(), stated, more.get("source", f"s-{id}"), as_of)


def event(id: str, date: str, source: str = "s") -> Event:  # noqa: A002 - the noun's own word
    return Event(id, parse_edtf(date), id.capitalize(), source)


def series(
    id: str,  # noqa: A002 - the noun's own word
    rows: dict[str, Cell | tuple[Cell, ...]],
    unit: str = "people",
    estimated: tuple[str, ...] = (),
    columns: tuple[str, ...] = ("value",),
) -> Series:
    """`rows` gives, by EDTF date, a cell or one cell for each column."""
    points = []
    for date, cells in rows.items():
        row = cells if isinstance(cells, tuple) else (cells,)
        values = {name: _cell(cell, unit) for name, cell in zip(columns, row, strict=True)}
        points.append(SeriesPoint(parse_edtf(date), values, f"s-{id}", date in estimated))
    named = tuple(SeriesColumn(name, name.capitalize()) for name in columns)
    return Series(id, id.capitalize(), unit, named, tuple(points))


def _cell(cell: Cell, unit: str) -> Quantity | None:
    return Quantity(Decimal(cell), unit) if isinstance(cell, (str, int)) else cell


def dataset(*nouns: Figure | Event | Series, formulas: dict[str, str] | tuple[Statistic, ...] = ()) -> Dataset:
    """A dataset of the nouns; `formulas` are statistics, or formulas by the id of their statistic."""
    statistics = (
        tuple(
            Statistic(name, name.capitalize(), formula, place=Place("brief.toml", 7))
            for name, formula in formulas.items()
        )
        if isinstance(formulas, dict)
        else formulas
    )
    return Dataset(
        "data/test",
        "test",
        Brief("Test", statistics=statistics),
        tuple(noun for noun in nouns if isinstance(noun, Figure)),
        tuple(noun for noun in nouns if isinstance(noun, Event)),
        series=tuple(noun for noun in nouns if isinstance(noun, Series)),
    )


def summary(*nouns: Figure | Event | Series, formulas: dict[str, str] | tuple[Statistic, ...] = ()) -> Summary:
    return summarise(dataset(*nouns, formulas=formulas))


def worked(formula: str, *nouns: Figure | Event | Series, **options: str | int) -> Fact:
    """The fact of one statistic with this formula, which has no problem; `options` are more fields of the statistic."""
    result = summary(*nouns, formulas=(_statistic(formula, options),))
    assert result.problems == ()
    return result.facts["result"]


def refused(formula: str, *nouns: Figure | Event | Series, **options: str | int) -> str:
    """The message and hint of the one problem that a statistic with this formula has."""
    result = summary(*nouns, formulas=(_statistic(formula, options),))
    (problem,) = result.problems
    assert "result" not in result.facts
    assert problem.place == Place("brief.toml", 7)
    return f"{problem.message}. {problem.hint}"


def _statistic(formula: str, options: dict[str, str | int]) -> Statistic:
    return Statistic("result", "Result", formula, place=Place("brief.toml", 7), **options)  # type: ignore[arg-type]


#: The figures that the design's examples are made of.
IRAQ: tuple[Figure | Event | Series, ...] = (
    figure("wounded", 32000, bound="more_than", source="independent"),
    figure("killed", 4486, source="independent"),
    figure("deployed", 1000000, bound="about", source="independent"),
    figure("us-troops", 5000, bound="at_least", as_of="2016-12", source="independent"),
    figure("us-strikes", 7000, "strikes", "more_than", source="independent"),
    figure("us-share", "0.75", "share", source="independent"),
    figure("daily-cost", 12100000, "USD per day", source="asmc"),
    figure("cost", 10_000_000_000, "USD", source="independent"),
    figure("cost-gbp", 8_000_000_000, "GBP", source="independent"),
    event("invasion", "2003-03-19", "crs"),
    event("war-ends", "2011-12", "independent"),
    event("last-troops", "2011-12-18~", "independent"),
    event("guards", "2014-06-16", "winwithoutwar"),
    series("troops", {"2003": 67700, "2008": 157800, "2009": 135600, "2012": 4100}, estimated=("2009", "2012")),
    series(
        "strikes",
        {"2014-12": (799, None), "2016-01-20": (6516, None), "2016-09-13": (9805, 6657)},
        "strikes",
        columns=("coalition", "us"),
    ),
)
