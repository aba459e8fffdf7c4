"""The rows behind a chart, as they travel with it: every cell a text with its claim, the first row the header."""

from __future__ import annotations

from collections.abc import Sequence

from briefpress.charts import wording
from briefpress.charts.request import Column, Request, date_of
from briefpress.language.telling import table_parts
from briefpress.model.dates import Edtf
from briefpress.model.summary import Fact
from briefpress.model.text import Origin, Text, claimed


def fact_rows(request: Request, facts: Sequence[Fact]) -> tuple[tuple[Text, ...], ...]:
    """A row per fact: measure, hedge, value, unit, date, sources."""
    head = tuple(_word(request, key) for key in ("measure", "hedge", "value", "unit", "date", "sources"))
    return (head, *(_fact_row(request, fact) for fact in facts))


def _word(request: Request, key: str) -> Text:
    return claimed(request.lexicon.word(key), Origin.CATALOG, key)


def _fact_row(request: Request, fact: Fact) -> tuple[Text, ...]:
    parts = table_parts(fact, request.lexicon)
    when: Edtf | None = date_of(request, fact)
    cells = [wording.name(request, fact)]
    cells += [claimed(str(part), fact.claim.origin, fact.claim.ref) for part in (parts.hedge, parts.number, parts.unit)]
    cells.append(wording.fact_date(request, fact, when) if when else ())
    cells.append(claimed("; ".join(fact.sources), Origin.SOURCE, fact.ref))
    return tuple(cells)


def series_rows(request: Request, found: Sequence[Column]) -> tuple[tuple[Text, ...], ...]:
    """A row per date and column: date, measure, hedge, value, unit, estimate, sources; a blank cell stays blank."""
    head = [_word(request, key) for key in ("date", "measure", "hedge", "value", "unit")]
    head += [
        claimed(request.lexicon.word("chart-estimates"), Origin.CATALOG, "chart-estimates"),
        _word(request, "sources"),
    ]
    rows: list[tuple[Text, ...]] = [tuple(head)]
    for column in found:
        for cell in column.cells:
            when = wording.cell_date(request, column, cell.date)
            measure = wording.column_name(request, column)
            if cell.fact is None:
                rows.append((when, measure, (), (), (), (), ()))
                continue
            parts, claim = table_parts(cell.fact, request.lexicon), cell.fact.claim
            said = [claimed(str(part), claim.origin, claim.ref) for part in (parts.hedge, parts.number, parts.unit)]
            guess = _word(request, "yes" if cell.estimated else "no")
            rows.append((when, measure, *said, guess, claimed("; ".join(cell.fact.sources), Origin.SOURCE, cell.ref)))
    return tuple(rows)


def item_rows(request: Request, facts: Sequence[Fact]) -> tuple[tuple[Text, ...], ...]:
    """Rows of appended figures in the columns of `series_rows`."""
    rows = []
    for row in fact_rows(request, facts)[1:]:
        name, hedge, number, unit, when, sources = row
        rows.append((when, name, hedge, number, unit, (), sources))
    return tuple(rows)
