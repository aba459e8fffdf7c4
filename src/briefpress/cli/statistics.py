"""A summary as tables for people and as plain data for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from briefpress.cli.table import Table
from briefpress.language.lexicon import Lexicon
from briefpress.language.telling import formula_text, tell
from briefpress.model.prose import Form
from briefpress.model.summary import Fact, Summary, TimelineSummary
from briefpress.model.text import plain

HEADER = ("ref", "what", "value", "date", "sources")
WORKED_OUT_HEADER = ("ref", "what", "value", "formula", "sources")


def as_tables(summary: Summary, lexicon: Lexicon) -> Iterator[Table]:
    """Yield a table per unit of the figures, per column of a series, of the timeline and of what was worked out."""
    for group in summary.units:
        ratio = f"largest to smallest: {group.ratio:,.4g} to 1" if group.ratio and len(group.figures) > 1 else ""
        named = ((figure.label, summary.facts[figure.id]) for figure in group.figures)
        yield Table(f"Figures: {group.unit or 'no unit'}", HEADER, _rows(named, lexicon), ratio)
    for column in summary.columns:
        note = "" if column.even else "The dates are not evenly spaced; median and mean are of the points as given."
        named = ((lexicon.word(f"series-{key}"), fact) for key, fact in column.facts.items())
        yield Table(f"Series: {column.series}.{column.column}", HEADER, _rows(named, lexicon), note)
    if summary.timeline is not None:
        yield Table("Timeline", HEADER, _timeline_rows(summary.timeline, lexicon))
    if summary.statistics:
        rows = tuple(_worked_out_row(summary.facts[ref], summary, lexicon) for ref in summary.statistics)
        yield Table("Worked out", WORKED_OUT_HEADER, rows)


def as_data(summary: Summary, lexicon: Lexicon) -> dict[str, Any]:
    """Return the same as dictionaries and lists. A number is an integer or a float; `text` has it as it is printed."""

    def data(facts: Iterable[Fact]) -> list[dict[str, Any]]:
        return [_fact_data(fact, summary, lexicon) for fact in facts]

    timeline = summary.timeline
    return {
        "figures": [
            {"unit": group.unit, "ratio": group.ratio, "facts": data(summary.facts[f.id] for f in group.figures)}
            for group in summary.units
        ],
        "series": [
            {"series": c.series, "column": c.column, "even": c.even, "facts": data(c.facts.values())}
            for c in summary.columns
        ],
        "timeline": None
        if timeline is None
        else {
            "gap_after": timeline.gap_after,
            "gap_before": timeline.gap_before,
            "facts": data(timeline.facts.values()),
        },
        "statistics": data(summary.facts[ref] for ref in summary.statistics),
    }


def _rows(named: Iterable[tuple[str, Fact]], lexicon: Lexicon) -> tuple[tuple[str, ...], ...]:
    return tuple((f.ref, name, _printed(f, lexicon), _date(f), ", ".join(f.sources)) for name, f in named)


def _timeline_rows(timeline: TimelineSummary, lexicon: Lexicon) -> tuple[tuple[str, ...], ...]:
    def said(key: str) -> str:
        return plain(lexicon.phrase(f"timeline-{key}", value="")).strip()

    return _rows(((said(key), fact) for key, fact in timeline.facts.items()), lexicon)


def _worked_out_row(fact: Fact, summary: Summary, lexicon: Lexicon) -> tuple[str, ...]:
    formula = plain(formula_text(fact, summary, lexicon))
    return (fact.ref, fact.label, _printed(fact, lexicon), formula, ", ".join(fact.sources))


def _fact_data(fact: Fact, summary: Summary, lexicon: Lexicon) -> dict[str, Any]:
    quantity = fact.quantity
    worked_out = {"formula": plain(formula_text(fact, summary, lexicon)), "inputs": list(fact.inputs)}
    return {
        "ref": fact.ref,
        "label": fact.label,
        "text": _printed(fact, lexicon),
        "value": _number(quantity.value),
        "high": None if quantity.high is None else _number(quantity.high),
        "bound": str(quantity.bound),
        "unit": quantity.unit,
        "date": _date(fact) or None,
        "sources": list(fact.sources),
        **(worked_out if fact.formula else {}),
    }


def _printed(fact: Fact, lexicon: Lexicon) -> str:
    return plain(tell(fact, lexicon, Form.UNIT, cite=False))


def _date(fact: Fact) -> str:
    return fact.as_of.written if fact.as_of else ""


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
