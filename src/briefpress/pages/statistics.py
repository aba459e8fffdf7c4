"""Tables of what the sources state, what was worked out from it, and what each series comes to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from briefpress.language.telling import formula_text, table_parts, tell
from briefpress.model.dataset import Series
from briefpress.model.story import Element
from briefpress.model.summary import ColumnSummary, Fact
from briefpress.model.text import Origin, Run, Text, claimed, plain, styled, text
from briefpress.pages.attached import as_csv
from briefpress.pages.blocks import Block, Paragraph
from briefpress.pages.desk import Desk
from briefpress.pages.figure import source_number
from briefpress.pages.flow import Section
from briefpress.pages.headings import opening
from briefpress.pages.table import GUTTER, Column, Table, TableRow, decimal_parts, natural_width

SERIES_STATISTICS = ("count", "first", "last", "min", "max", "median", "mean", "change", "step")
SERIES_ACROSS = 3
LEAST_MEASURE = 90.0  #: points: the label column never gets narrower


def statistics(desk: Desk, document: Element) -> list[Section]:
    """One section, or none where the dataset has neither figures nor statistics nor series."""
    stated = [desk.summary.facts[figure.id] for figure in desk.dataset.figures]
    derived = [desk.summary.facts[ref] for ref in desk.summary.statistics]
    if not (stated or derived or desk.summary.columns):
        return []
    parent = document.add("Sect")
    blocks = opening(desk, parent, "statistics", "statistics")
    widths = _widths(desk, [*stated, *derived])
    if stated:
        blocks += _table(desk, parent, "stated", stated, widths)
    if derived:
        blocks += _table(desk, parent, "derived", derived, widths)
    series = [column for column in desk.summary.columns if _points(column) > 1]
    if series:
        blocks += _series_tables(desk, parent, series)
    blocks.append(Paragraph(_notes(desk), desk.style("table_note"), desk, parent.add("P"), before=3.5))
    return [Section("statistics", "", blocks)]


def _notes(desk: Desk) -> Text:
    """What the tables' blanks mean, and the notes of the series."""
    noted = [
        text(
            " ",
            claimed(series.label, Origin.CELL, f"brief.toml:series.{series.id}.label"),
            desk.lexicon.word("colon"),
            claimed(series.note, Origin.CELL, f"brief.toml:series.{series.id}.note"),
        )
        for series in desk.dataset.series
        if series.note
    ]
    return text(desk.words("no-hedge-note"), *noted)


def _points(column: ColumnSummary) -> int:
    return int(column.facts["count"].quantity.value) if "count" in column.facts else 0


def _widths(desk: Desk, facts: Sequence[Fact]) -> tuple[float, ...]:
    """Measure, hedge, value, its decimal point, unit, date or formula, source: shared by both tables."""
    parts = [table_parts(fact, desk.lexicon) for fact in facts]
    hedge = max(
        (natural_width(desk, _word(p.hedge, f), "table_hedge") for p, f in zip(parts, facts, strict=True)), default=0.0
    )
    split = [decimal_parts(desk, _word(p.number, f)) for p, f in zip(parts, facts, strict=True)]
    point = max((natural_width(desk, whole, "table_value") for whole, _ in split), default=0.0)
    tail = max((natural_width(desk, rest, "table_value") for _, rest in split), default=0.0)
    unit = min(
        max((natural_width(desk, _word(p.unit, f), "table") for p, f in zip(parts, facts, strict=True)), default=0.0),
        84.0,
    )
    head = [natural_width(desk, desk.words(key), "table_head") for key in ("hedge", "value", "unit", "sources")]
    hedge, point, unit = max(hedge, head[0]), max(point, head[1]), max(unit, head[2])
    source = max(head[3], 34.0)
    left = desk.geometry.width - hedge - point - tail - unit - source - 5 * GUTTER
    measure = _measure_width(desk, facts, left)
    return measure, hedge, point + tail, point, unit + 2.0, left - measure - 2.0, source


def _measure_width(desk: Desk, facts: Sequence[Fact], left: float) -> float:
    """What the label column gets of the room that it shares with dates and formulas: by what each would take."""
    if not facts:
        return left / 2
    labels = sorted(natural_width(desk, _word(fact.label, fact), "table") for fact in facts)
    formulas = [formula_text(fact, desk.summary, desk.lexicon) if fact.formula else _date(desk, fact) for fact in facts]
    others = sorted(natural_width(desk, cell, "table") for cell in formulas)
    if labels[-1] + others[-1] <= left:
        return labels[-1] + (left - labels[-1] - others[-1]) / 2
    typical = max(1, len(labels) * 9 // 10)
    label, other = labels[typical - 1], others[typical - 1]
    return max(left * label / (label + other), LEAST_MEASURE) if label + other else left / 2


def _word(string: str, fact: Fact) -> Text:
    return (Run(string, fact.claim),) if string else ()


def _table(desk: Desk, parent: Element, name: str, facts: Sequence[Fact], widths: tuple[float, ...]) -> list[Block]:
    measure, hedge, value, point, unit, middle, source = widths
    worked = name == "derived"
    columns = [
        Column(desk.words("measure"), measure),
        Column(desk.words("hedge"), hedge, "right", "table_hedge"),
        Column(desk.words("value"), value, "decimal", "table_value", point),
        Column(desk.words("unit"), unit),
        Column(desk.words("formula-and-inputs" if worked else "date-or-period"), middle),
        Column(desk.words("sources" if worked else "source"), source, "right", "table_source"),
    ]
    how: Callable[[Fact], Text] = (
        (lambda f: formula_text(f, desk.summary, desk.lexicon)) if worked else (lambda f: _date(desk, f))
    )
    ordered = _by_group(desk, facts)
    rows = [
        TableRow(_cells(desk, fact, how(fact)), index > 0 and fact.group != ordered[index - 1].group)
        for index, fact in enumerate(ordered)
    ]
    structure = parent.add("Table", data=_data(desk, f"table-{name}", f"table-{name}", columns, rows))
    return [_caption(desk, structure, name), Table(desk, columns, rows, structure, after=14.0)]


def _data(
    desk: Desk, file: str, title: str, columns: Sequence[Column], rows: Sequence[TableRow]
) -> tuple[str, bytes, str]:
    """The table as CSV, for the associated file of its structure element."""
    cells = [[column.head for column in columns], *(row.cells for row in rows)]
    return f"{file}.csv", as_csv(cells), plain(desk.words(title))


def _caption(desk: Desk, structure: Element, name: str) -> Paragraph:
    number = desk.lexicon.phrase("table-number", number=desk.number("table", name))
    content = text(styled(number, muted=True), "\u00a0 ", styled(desk.words(f"table-{name}"), bold=True))
    style = replace(desk.style("figure_title"), weight="regular")
    return Paragraph(content, style, desk, structure.add("Caption"), before=14.0, keep=True, target=f"table-{name}")


def _by_group(desk: Desk, facts: Sequence[Fact]) -> list[Fact]:
    """Facts of one group together, groups in the order of brief.toml, then as they come."""
    order = [group.id for group in desk.dataset.brief.groups]
    for fact in facts:
        if fact.group not in order:
            order.append(fact.group)
    return sorted(facts, key=lambda fact: order.index(fact.group))


def _cells(desk: Desk, fact: Fact, middle: Text) -> tuple[Text, ...]:
    parts = table_parts(fact, desk.lexicon)
    file = "brief.toml:statistics" if fact.formula else "figures.csv"
    label = claimed(fact.label, Origin.CELL, f"{file}:{fact.ref}:label")
    note = styled(claimed(fact.note, Origin.CELL, f"{file}:{fact.ref}:note"), muted=True)
    return (
        text(label, ". " if note else "", note),
        _word(parts.hedge, fact),
        _word(parts.number, fact),
        _word(parts.unit, fact),
        middle,
        _sources(desk, fact),
    )


def _date(desk: Desk, fact: Fact) -> Text:
    return desk.date(fact.as_of, f"date:{fact.ref}") if fact.as_of else ()


def _sources(desk: Desk, fact: Fact) -> Text:
    parts: list[str | Run | Text] = []
    for index, source in enumerate(sorted(fact.sources, key=lambda s: desk.references.sources.get(s, 0))):
        parts += [", " if index else "", source_number(desk, source)]
    return text(*parts)


def _series_tables(desk: Desk, parent: Element, columns: Sequence[ColumnSummary]) -> list[Block]:
    """A column a series and a row a statistic, each with its date; at most SERIES_ACROSS series side by side."""
    made: list[Block] = []
    for start in range(0, len(columns), SERIES_ACROSS):
        structure = parent.add("Table")
        made += [_caption(desk, structure, "series")] if not start else []
        made.append(_series_table(desk, parent, structure, columns[start : start + SERIES_ACROSS]))
    return made


def _series_table(desk: Desk, parent: Element, structure: Element, columns: Sequence[ColumnSummary]) -> Table:
    keys = [key for key in SERIES_STATISTICS if any(key in column.facts for column in columns)]
    first = max(natural_width(desk, desk.words(f"series-{key}"), "table") for key in keys) + 12.0
    wide = (desk.geometry.width - first - len(columns) * GUTTER) / len(columns)
    heads = [Column(desk.words("measure"), first), *(Column(_label(desk, c), wide) for c in columns)]
    rows = [TableRow((desk.words(f"series-{key}"), *(_value(desk, c, key) for c in columns))) for key in keys]
    # A table for each few series: the second and later ones are numbered.
    number = len([kid for kid in parent.kids if kid.data is not None and kid.data[0].startswith("table-series")]) + 1
    structure.data = _data(desk, f"table-series-{number}", "table-series", heads, rows)
    return Table(desk, heads, rows, structure, after=14.0, whole=True)


def _label(desk: Desk, column: ColumnSummary) -> Text:
    series = _series(desk, column)
    label = next((known.label for known in series.columns if known.name == column.column), column.column)
    shown = label if len(series.columns) > 1 else series.label
    return claimed(shown, Origin.CELL, f"brief.toml:series.{series.id}.label")


def _series(desk: Desk, column: ColumnSummary) -> Series:
    return next(known for known in desk.dataset.series if known.id == column.series)


def _value(desk: Desk, column: ColumnSummary, key: str) -> Text:
    """A statistic of a series and, behind it, the date or the step that it belongs to."""
    fact = column.facts.get(key)
    if fact is None:
        return ()
    value = tell(fact, desk.lexicon, cite=False)
    when = desk.date(fact.as_of, f"date:{fact.ref}", form="axis") if fact.as_of else ()
    return text(styled(value, bold=True), "\u00a0 " if when else "", styled(when, muted=True))
