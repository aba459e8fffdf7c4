"""Rows, one below another: what a fact is called on the left, its mark on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefpress.charts import wording
from briefpress.charts.ink import Sheet
from briefpress.charts.request import Request, colour_of, date_of, items
from briefpress.charts.setting import NO_BREAK, Block, restyle, set_text
from briefpress.model.summary import Fact
from briefpress.model.text import Text, plain

#: A chart of rows is no taller than a page; more rows than fit are in its data.
MOST_ROWS = 40
COLUMN_GAP = 9.0


@dataclass(frozen=True, slots=True)
class Row:
    fact: Fact
    colour: str
    head: Block


@dataclass(frozen=True, slots=True)
class Layout:
    """Where rows stand: marks from `left` on; each row `pitch` apart or more; heads beside the marks or, in a narrow
    chart, above them."""

    rows: tuple[Row, ...]
    left: float
    above: bool


def lay_rows(request: Request, sheet: Sheet, share: float = 0.34, heads: Sequence[Block] | None = None) -> Layout:
    """Gather the chart's facts and set their names in `share` of the width."""
    facts = items(request)[:MOST_ROWS]
    above = request.narrow
    width = sheet.width if above else sheet.width * share
    dates = {plain(_date(request, fact)) for fact in facts}
    if heads is None:
        heads = [_head(request, sheet, fact, width, len(dates) > 1) for fact in facts]
    rows = tuple(Row(fact, colour_of(request, fact), head) for fact, head in zip(facts, heads, strict=True))
    widest = max((sheet.ruler.block(row.head)[0] for row in rows), default=0.0)
    return Layout(rows, 0.0 if above else min(width, widest) + COLUMN_GAP, above)


def _date(request: Request, fact: Fact) -> Text:
    when = date_of(request, fact)
    return wording.fact_date(request, fact, when, "short") if when else ()


def _head(request: Request, sheet: Sheet, fact: Fact, width: float, dated: bool) -> Block:
    """The name, and where the facts are of different dates the date below it."""
    styles = request.theme.type
    head = set_text(
        wording.name(request, fact), restyle(styles["chart_label"], weight="semibold"), width, sheet.ruler, 3
    )
    if dated and fact.ref not in request.spec.labels:
        return (*head, *set_text(_date(request, fact), styles["chart_note"], width, sheet.ruler, 2))
    return head


def crowded(request: Request, sheet: Sheet, layout: Layout, share: float) -> bool:
    """Tell whether some number, or its longest word, needs more than `share` of a narrow chart's width."""
    style = request.theme.type["chart_value"]
    words = [run for row in layout.rows for run in wording.value(request, row.fact)]
    pieces = [replace(run, text=part) for run in words for part in run.text.replace(NO_BREAK, " ").split(" ")]
    widest = max((sheet.ruler.run(piece, style) for piece in pieces), default=0.0)
    return layout.above and widest > sheet.width * share


def with_values(request: Request, sheet: Sheet, layout: Layout) -> Layout:
    """The same rows with their values under their names: what a narrow chart does where beside its marks is no room."""
    style = request.theme.type["chart_value"]
    rows = []
    for row in layout.rows:
        value = set_text(wording.value(request, row.fact), restyle(style, colour=row.colour), sheet.width, sheet.ruler)
        rows.append(replace(row, head=row.head + value))
    return replace(layout, rows=tuple(rows))


def left_out(request: Request) -> int:
    """How many facts are past the last row."""
    return max(0, len(items(request)) - MOST_ROWS)
