"""A Brief and the heads of its series as the document that brief.toml holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefpress.dataset.keys import PLAIN
from briefpress.dataset.unparse import unparse
from briefpress.model.dataset import ChartSpec, Dataset, Entry, Gap, Group, Phase, Series, Statistic
from briefpress.model.dates import Edtf
from briefpress.model.prose import Prose

_DEFAULTS = {"style": "briefing", "paper": "a4"}


def document(dataset: Dataset) -> dict[str, Any]:
    """Tables, lists and plain values in the order of the manual; what is left to its default is left out."""
    brief = dataset.brief
    texts = {name: getattr(brief, name) for name in PLAIN if getattr(brief, name) != _DEFAULTS.get(name, "")}
    return {
        **_filled(
            **texts,
            standfirst=_prose(brief.standfirst),
            date=_date(brief.date),
            invented=brief.invented,
            tiles=list(brief.tiles),
            voices=list(brief.voices),
            sections=list(brief.sections),
        ),
        **_filled(
            titles=dict(brief.titles),
            decks=_proses(brief.decks),
            words=dict(brief.words),
            phases=[_phase(phase) for phase in brief.phases],
            groups=[_group(group) for group in brief.groups],
            findings=[_entry(entry) for entry in brief.findings],
            notes=[_entry(entry) for entry in brief.notes],
            series=[_series(series) for series in dataset.series],
            charts=[_chart(chart) for chart in brief.charts],
            statistics=[_statistic(statistic) for statistic in brief.statistics],
        ),
    }


def _filled(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", None, False, [], {})}


def _prose(prose: Prose | None) -> str:
    return unparse(prose) if prose else ""


def _proses(proses: Mapping[str, Prose]) -> dict[str, str]:
    return {name: unparse(prose) for name, prose in proses.items()}


def _date(date: Edtf | None) -> str:
    return date.written if date else ""


def _phase(phase: Phase) -> dict[str, Any]:
    return _filled(
        id=phase.id, name=phase.name, **{"from": _date(phase.start), "to": _date(phase.end)}, note=phase.note
    )


def _group(group: Group) -> dict[str, Any]:
    return _filled(id=group.id, name=group.name, dates=group.dates, note=group.note)


def _entry(entry: Entry) -> dict[str, Any]:
    return _filled(kind=entry.kind, head=unparse(entry.head), text=unparse(entry.body))


def _series(series: Series) -> dict[str, Any]:
    file = "" if series.file == f"series/{series.id}.csv" else series.file
    columns = [{"name": column.name, "label": column.label} for column in series.columns]
    plain = _filled(id=series.id, label=series.label, unit=series.unit, file=file)
    return {**plain, "columns": columns, **_filled(note=series.note, date_prefix=series.date_prefix)}


def _chart(chart: ChartSpec) -> dict[str, Any]:
    height = chart.height
    plain = _filled(
        id=chart.id,
        kind=chart.kind,
        title=_prose(chart.title),
        subtitle=_prose(chart.subtitle),
        note=_prose(chart.note),
        items=list(chart.items),
        series=list(chart.series),
        events=list(chart.events),
        width="" if chart.width == "full" else chart.width,
        height=int(height) if height is not None and height.is_integer() else height,
    )
    tables = _filled(labels=_proses(chart.labels), gaps=[_gap(gap) for gap in chart.gaps])
    return {**plain, **chart.options, **tables}


def _gap(gap: Gap) -> dict[str, Any]:
    return {"from": gap.start.written, "to": gap.end.written, "text": unparse(gap.words)}


def _statistic(statistic: Statistic) -> dict[str, Any]:
    names = ("id", "label", "formula", "unit", "digits", "note", "group", "phase", "show")
    return _filled(**{name: getattr(statistic, name) for name in names})
