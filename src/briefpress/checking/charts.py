"""Charts that ask for what there is not, and places in texts that ask for charts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from briefpress.checking.subject import KINDS, Subject, flat, unknown, warning
from briefpress.model.dataset import ChartSpec, lead_of, place_of
from briefpress.model.problem import Place, Problem
from briefpress.model.prose import BlockKind

#: Kinds that need neither items nor series: the one draws the events, the other what its code makes.
WITHOUT_ITEMS = ("timeline", "python")

#: Options of one kind or another whose values, or lists or tables of values, are references.
REFERENCES = ("also", "difference", "durations", "rate", "rates")


def check_charts(subject: Subject) -> Iterator[Problem]:
    for chart in subject.dataset.brief.charts:
        if chart.kind not in KINDS:
            hint = f"Kinds are {', '.join(KINDS)}."
            problem = unknown("chart kind", chart.kind, KINDS, place_of(chart, "kind"))
            guess = f"{problem.hint} " if problem.hint.startswith("Did") else ""
            yield Problem(problem.message, guess + hint, problem.place)
        yield from _data(subject, chart)
        yield from _names(subject, chart)
        yield from _options(subject, chart)


def _data(subject: Subject, chart: ChartSpec) -> Iterator[Problem]:
    if chart.kind == "timeline" and not subject.dataset.events and not subject.dataset.unread:
        hint = "Add a timeline.csv to the folder, or delete the chart."
        yield Problem(f"the chart {chart.id!r} draws events, and there are none", hint, chart.place)
    elif chart.kind not in WITHOUT_ITEMS and not chart.items and not chart.series:
        hint = 'Name figures and statistics with items = ["…"], or series with series = ["…"].'
        yield Problem(f"the chart {chart.id!r} has no data", hint, chart.place)


def _names(subject: Subject, chart: ChartSpec) -> Iterator[Problem]:
    for index, ref in enumerate(chart.items):
        if ref not in subject.facts and not subject.unread(ref):
            place = place_of(chart, f"items.{index}")
            if ref in subject.series:
                yield Problem(f"{ref!r} is a series, not a number", f'Write series = ["{ref}"].', place)
            else:
                yield unknown("figure, statistic or series cell", ref, subject.facts, place)
    for index, ref in enumerate(chart.series):
        if ref not in subject.series and not subject.unread(ref):
            yield unknown("series", ref, subject.series, place_of(chart, f"series.{index}"), "Add a [[series]] table.")
    for index, ref in enumerate(chart.events):
        if ref not in subject.events and not subject.unread(ref):
            yield unknown("event", ref, subject.events, place_of(chart, f"events.{index}"))
    labelled = subject.facts | subject.events | subject.series
    for ref in chart.labels:
        if ref not in labelled and not subject.unread(ref):
            yield unknown("figure, statistic, series or event", ref, labelled, place_of(chart, f"labels.{ref}"))


def _refs(value: Any) -> Iterable[tuple[object, Any]]:
    """References with the key or index at which each stands, "" for one alone."""
    if isinstance(value, Mapping):
        return value.items()
    return enumerate(value) if isinstance(value, list) else [("", value)]


def _options(subject: Subject, chart: ChartSpec) -> Iterator[Problem]:
    for name in REFERENCES:
        value = chart.options.get(name)
        for key, ref in _refs(value):
            if isinstance(ref, str) and ref and ref not in subject.facts and not subject.unread(ref):
                place = place_of(chart, f"{name}.{key}" if key != "" else name)
                yield unknown("figure, statistic or series cell", ref, subject.facts, place)
    part = chart.options.get("part")
    if isinstance(part, str) and part and part not in subject.series and not subject.unread(part):
        yield unknown("series", part, subject.series, place_of(chart, "part"), "Add a [[series]] table.")


def check_places(subject: Subject) -> Iterator[Problem]:
    """Charts placed in texts: they must exist, and stand in one place."""
    brief = subject.dataset.brief
    placed: dict[str, Place] = {}
    if brief.lead_chart:
        placed[brief.lead_chart] = place_of(brief, "lead_chart")
    for section in subject.dataset.texts:
        for block in flat(section.blocks):
            if block.kind is not BlockKind.CHART:
                continue
            if block.chart not in subject.charts:
                otherwise = "Describe it in a [[charts]] table of brief.toml."
                yield unknown("chart", block.chart, subject.charts, block.place, otherwise)
            elif block.chart in placed:
                hint = f"It stands in {placed[block.chart]} already; a reference is written {{figure:{block.chart}}}."
                yield Problem(f"the chart {block.chart!r} is placed twice", hint, block.place)
            placed.setdefault(block.chart, block.place)


def check_unprinted(subject: Subject) -> Iterator[Problem]:
    """Charts that no page shows: sections leaves out the section that would, no text places them, none leads."""
    brief = subject.dataset.brief
    if not brief.sections:
        return
    asked = {part for name in brief.sections for part in name.split("+")}
    blocks = (block for section in subject.dataset.texts for block in flat(section.blocks))
    shown = {block.chart for block in blocks if block.kind is BlockKind.CHART}
    shown |= {lead_of(brief, brief.charts, shown)} if "front" in asked else set()
    for chart in brief.charts:
        home = "timeline" if chart.kind == "timeline" else "charts"
        if chart.id not in shown and home not in asked:
            hint = f'Place it in a text with ![](chart:{chart.id}), or add "{home}" to sections.'
            yield warning(f"the chart {chart.id!r} is not printed", hint, place_of(chart, "id"))
