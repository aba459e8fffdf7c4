"""What stands round a chart: its message, what it measures, its notes and its sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefpress.charts import wording
from briefpress.charts.describing import MOST_WORDS, alternative, headline, period, unit_words
from briefpress.charts.ink import Sheet
from briefpress.charts.request import Request, columns
from briefpress.charts.tables import fact_rows
from briefpress.model.chart import Chart
from briefpress.model.summary import Fact
from briefpress.model.text import Origin, Text, claimed, plain, text

#: Notes that explain a mark in words, in the order in which they are said.
MARK_NOTES = ("month", "about-day", "uncertain", "open", "about", "floor", "ceiling", "range", "estimate")
#: Marks that are two at once, and are explained so.
COMPOUND = {
    "about-or-more": ("about", "floor"),
    "about-or-less": ("about", "ceiling"),
    "about-range": ("about", "range"),
}


@dataclass(slots=True)
class Caption:
    """What a kind adds to the common words. Texts left empty are made from the data."""

    title: Text = ()
    measure: Text = ()
    subtitle_end: Text = ()  #: e.g. "1 square = 5,000 people"
    sentences: list[Text] = field(default_factory=list)  #: more for the alternative text
    notes: list[Text] = field(default_factory=list)  #: owed whatever the author notes
    rows: tuple[tuple[Text, ...], ...] = ()
    facts: tuple[Fact, ...] = ()
    sources: tuple[str, ...] = ()
    marks: set[str] = field(default_factory=set)
    unit: str = ""


def chart(request: Request, sheet: Sheet, caption: Caption, height: float) -> Chart:
    """The finished chart."""
    spec = request.spec
    title = request.resolve(spec.title) if spec.title else caption.title or _message(request, caption.facts)
    title = wording.capital(title)
    subtitle = wording.capital(request.resolve(spec.subtitle)) if spec.subtitle else _subtitle(request, caption)
    if spec.subtitle and caption.subtitle_end and plain(caption.subtitle_end) not in plain(subtitle):
        subtitle = text(subtitle, "; ", caption.subtitle_end)
    unit = _unit(caption)
    return Chart(
        spec,
        sheet.figure,
        sheet.width,
        height,
        title,
        subtitle,
        alternative(
            request, caption.facts, (caption.measure or _measure(request), unit), caption.sentences, plain(title)
        ),
        _note(request, caption),
        _sources(caption),
        caption.rows or fact_rows(request, caption.facts),
        frozenset(caption.marks),
    )


def _sources(caption: Caption) -> tuple[str, ...]:
    named = (source for fact in caption.facts for source in fact.sources)
    return tuple(dict.fromkeys([*named, *caption.sources]))


def _note(request: Request, caption: Caption) -> Text:
    """The author's note, or what the marks mean; then what is owed in any case."""
    parts: list[Text] = [request.resolve(request.spec.note)] if request.spec.note else []
    if not parts:
        said = {part for mark in caption.marks for part in COMPOUND.get(mark, (mark,))}
        parts = [request.lexicon.phrase(f"drawing-note-{key}") for key in MARK_NOTES if key in said]
    return wording.joined([*parts, *caption.notes], " ")


def _message(request: Request, facts: Sequence[Fact]) -> Text:
    """The largest of the facts and the smallest, or the only one."""
    if not facts:
        return claimed(request.spec.id, Origin.CELL, f"brief.toml:{request.spec.id}:id")
    known = sorted(facts, key=lambda fact: -abs(fact.quantity.value))
    names = [wording.name(request, fact) for fact in (known[0], known[-1])]
    first, last = (wording.value(request, fact) for fact in (known[0], known[-1]))
    if len(known) > 1:
        values = {"label": names[0], "value": first, "other": names[1], "second": last}
        two = wording.phrase(request, "chart-title-two", **values)
        if len(plain(two).split(" ")) <= MOST_WORDS:
            return wording.capital(two)
    return headline(lambda label: wording.phrase(request, "chart-title-one", label=label, value=first), names[0])


def _subtitle(request: Request, caption: Caption) -> Text:
    """Measure, unit and period."""
    measure = caption.measure or _measure(request)
    unit = unit_words(request, _unit(caption))
    if unit and plain(unit).casefold() in plain(measure).casefold():
        unit = ()
    parts = wording.joined([measure, unit, period(request, caption.facts)])
    return wording.capital(text(parts, "; ", caption.subtitle_end) if parts and caption.subtitle_end else parts)


def _unit(caption: Caption) -> str:
    return caption.unit or (caption.facts[0].quantity.unit if caption.facts else "")


def _measure(request: Request) -> Text:
    found = columns(request)
    named = {column.series.id: wording.series_name(column) for column in found}
    return wording.joined(list(named.values()), "; ")
