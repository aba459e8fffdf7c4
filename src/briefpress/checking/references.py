"""Ids that one file names and another defines: phases, groups, tiles, voices, sections, the lead chart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefpress.checking.subject import SECTIONS, Subject, unknown, warning
from briefpress.model.dataset import Event, Figure, Phase, Statistic, place_of
from briefpress.model.problem import Problem

CITATION_STYLES = ("numeric", "author-date")


def check_ids(subject: Subject) -> Iterator[Problem]:
    """Two things that braces and formulas would name alike."""
    figures = {figure.id: figure for figure in subject.dataset.figures}
    for statistic in subject.dataset.brief.statistics:
        if twin := figures.get(statistic.id):
            hint = f"The figure stands in {twin.place}; rename one."
            yield Problem(f"a figure and a statistic have the id {statistic.id!r}", hint, place_of(statistic, "id"))
    for event in subject.dataset.events:
        if twin := figures.get(event.id):
            hint = (
                f"In a formula the event's date is meant, not that of the figure in line {twin.place.line}; rename one."
            )
            yield warning(f"a figure and an event have the id {event.id!r}", hint, place_of(event, "id"))


def check_phases_and_groups(subject: Subject) -> Iterator[Problem]:
    dataset = subject.dataset
    names = {
        "phase": [phase.id for phase in dataset.brief.phases],
        "group": [group.id for group in dataset.brief.groups],
    }
    nouns: tuple[Figure | Event | Statistic, ...] = (*dataset.figures, *dataset.events, *dataset.brief.statistics)
    for noun in nouns:
        for what, known in names.items():
            name = getattr(noun, what)
            if name and name not in known:
                yield unknown(
                    what, name, known, place_of(noun, what), f"Describe it in a [[{what}s]] table of brief.toml."
                )
    for phase in dataset.brief.phases:
        yield from _phase_runs_backwards(phase)
    for chart in dataset.brief.charts:
        name = chart.options.get("phase")
        if isinstance(name, str) and name and name not in names["phase"]:
            yield unknown("phase", name, names["phase"], place_of(chart, "phase"), "Describe it in a [[phases]] table.")


def _phase_runs_backwards(phase: Phase) -> Iterator[Problem]:
    if phase.start is None or phase.end is None or phase.end.open_end or phase.start.open_start:
        return
    if phase.end.last_point.last < phase.start.start.first:
        message = f"the phase {phase.id!r} ends ({phase.end.written}) before it begins ({phase.start.written})"
        yield Problem(message, "Write the earlier date in from and the later one in to.", phase.place)


def check_front(subject: Subject) -> Iterator[Problem]:
    """Tiles, voices and the lead chart."""
    brief = subject.dataset.brief
    plain = [ref for ref in subject.facts if "@" not in ref and "#" not in ref]
    for index, ref in enumerate(brief.tiles):
        if ref not in subject.facts and not subject.unread(ref):
            yield unknown("figure or statistic", ref, plain, place_of(brief, f"tiles.{index}"))
    quotes = [quote.id for quote in subject.dataset.quotes]
    for index, name in enumerate(brief.voices):
        if name not in quotes and not subject.unread(name):
            yield unknown("quote", name, quotes, place_of(brief, f"voices.{index}"))
    if brief.lead_chart and brief.lead_chart not in subject.charts:
        otherwise = "Describe it in a [[charts]] table, or delete lead_chart: the program then chooses one."
        yield unknown("chart", brief.lead_chart, subject.charts, place_of(brief, "lead_chart"), otherwise)


def check_sections(subject: Subject) -> Iterator[Problem]:
    brief = subject.dataset.brief
    seen: set[str] = set()
    for index, written in enumerate(brief.sections):
        place = place_of(brief, f"sections.{index}")
        for name in written.replace(".md", "").split("+"):
            yield from _section(subject, name, f"sections.{index}")
            if name in seen:
                yield Problem(f"the section {name!r} stands in the list twice", "Delete one of the two.", place)
            seen.add(name)
    for table in ("titles", "decks"):
        for name in getattr(brief, table):
            yield from _section(subject, name, f"{table}.{name}")
    if brief.sections:
        for section in subject.dataset.texts:
            if f"text/{section.id}" not in seen:
                hint = f'Add "text/{section.id}" to sections in brief.toml, or move the file away.'
                yield warning("the section is not printed: sections does not name it", hint, section.place)


def _section(subject: Subject, name: str, key: str) -> Iterator[Problem]:
    if name in subject.sections or subject.unread(name):
        return
    place = place_of(subject.dataset.brief, key)
    if name.startswith("text/"):
        texts = [section for section in subject.sections if section not in SECTIONS]
        otherwise = f"Write it into {Path(subject.dataset.folder).as_posix()}/{name}.md."
        problem = unknown("section", name, texts, place, otherwise)
        hint = problem.hint if problem.hint.startswith("Did") else otherwise
        yield Problem(f"the file {name}.md of the section is missing", hint, place)
    else:
        yield unknown("section", name, subject.sections, place)


def check_addresses(subject: Subject) -> Iterator[Problem]:
    """The address behind the QR code, and the file of the citation style."""
    brief = subject.dataset.brief
    if brief.url and not brief.url.startswith(("https://", "http://")):
        hint = "Begin it with https://, so that a telephone can open it."
        yield Problem(f"the url {brief.url!r} is no address", hint, place_of(brief, "url"))
    style = brief.citation_style
    if not style or style in CITATION_STYLES:
        return
    if not style.endswith(".csl"):
        known = (*CITATION_STYLES, "a .csl file")
        hint = f"Write {', '.join(known[:-1])} or the name of {known[-1]} in the folder."
        yield Problem(f"there is no citation style {style!r}", hint, place_of(brief, "citation_style"))
    elif not (Path(subject.dataset.folder) / style).is_file():
        hint = "Put the file into the dataset folder, or write numeric or author-date."
        yield Problem(f"the citation style {style!r} is not in the folder", hint, place_of(brief, "citation_style"))
