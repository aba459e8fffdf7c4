"""What the CSV files may hold: a row for each column. The loader and the manual are made from these rows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    about: str
    required: bool = False


FIGURES = (
    Column("id", "what braces, charts and formulas name", True),
    Column("label", "what the number counts or measures", True),
    Column("value", "the number; the lower end when `bound` is `between`", True),
    Column("high", "the upper end, only when `bound` is `between`"),
    Column(
        "unit", "people, km, °C, USD (a currency's ISO 4217 code), USD per day, share (0.75), percent (75), or any word"
    ),
    Column("bound", "how the source put it; blank is exact"),
    Column("as_of", "the date or period that it holds for"),
    Column("source", "the id of a source", True),
    Column("locator", "where in the source"),
    Column("note", "words for the table"),
    Column("short", "the label on a tile; `label` when blank"),
    Column("group", "the id of a group, which parts the tables"),
    Column("phase", "the id of a phase, which colours it"),
)
TIMELINE = (
    Column("id", "what formulas, charts and braces name; event-1, event-2, … by row when blank"),
    Column("date", "when it happened", True),
    Column("event", "what happened, as a sentence", True),
    Column("source", "the id of a source", True),
    Column("locator", "where in the source"),
    Column("phase", "the id of a phase, which colours it"),
    Column("group", "the id of a group, which parts the list"),
    Column("landmark", "the few words printed on the strip"),
)
QUOTES = (
    Column("id", "quote-1, quote-2, … by row when blank"),
    Column("speaker", "who said it", True),
    Column("role", "what the speaker was when it was said"),
    Column("date", "when it was said"),
    Column("quote", "the words exactly as spoken, without quotation marks", True),
    Column("source", "the id of a source", True),
    Column("locator", "where in the source"),
    Column("context", "what it was about"),
    Column("lang", "BCP 47 tag, where it differs from the brief's language"),
)
#: Besides the column of dates and the columns of values, whose names brief.toml gives.
SERIES = (
    Column("bound", "how the source put the row's values; blank is exact"),
    Column("high", "the upper end of the one value column, only when `bound` is `between`"),
    Column("<column>_bound", "the same for one column of several, e.g. `us_bound`"),
    Column("<column>_high", "the same for one column of several, e.g. `us_high`"),
    Column("estimated", "yes or no; blank is no"),
    Column("source", "the id of a source, where [[series]] names none"),
    Column("note", "words about the row, kept with the data and not printed"),
)


def names(columns: tuple[Column, ...]) -> tuple[str, ...]:
    return tuple(column.name for column in columns)
