"""A dataset folder to a Dataset and everything that is wrong with its files."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from briefpress.dataset.brief import Described, read_brief
from briefpress.dataset.decode import read_text
from briefpress.dataset.report import Report
from briefpress.dataset.rows import read_events, read_figures, read_quotes
from briefpress.dataset.series import Declared, read_series
from briefpress.dataset.sources import read_sources
from briefpress.errors import BriefpressError
from briefpress.language.lexicon import load_lexicon
from briefpress.language.prose import parse_blocks
from briefpress.model.dataset import Brief, Dataset, Series, TextSection
from briefpress.model.nearest import nearest
from briefpress.model.problem import Place, Problem

Noun = TypeVar("Noun")
BRIEF_FILE = "brief.toml"
CSV_FILES = ("figures.csv", "timeline.csv", "quotes.csv")
_TEXT_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a folder holds. `dataset` is None where brief.toml cannot be read; otherwise it lacks only the rows that
    could not be used. `problems` are in the order of file, line and column."""

    dataset: Dataset | None
    problems: tuple[Problem, ...]


def load(folder: str | os.PathLike[str]) -> Loaded:
    """Read a dataset folder. Never raises for bad input: every problem of every file is in the result."""
    root = Path(folder)
    report = Report()
    if not _is_dataset(root, report):
        return Loaded(None, report.in_order())
    reader = _Folder(root, str(folder), report)
    text = reader.text(BRIEF_FILE)
    described = read_brief(text, reader.name(BRIEF_FILE), report) if text is not None else None
    brief = _speakable(described, report) if described else None
    dataset = _dataset(reader, brief or Brief(""), described)
    _warn_of_strays(root, reader, dataset.series, described, report)
    return Loaded(dataset if brief else None, report.in_order())


def _dataset(reader: _Folder, brief: Brief, described: Described | None) -> Dataset:
    language, report = brief.language, reader.report
    figures = reader.rows("figures.csv", lambda text, file: read_figures(text, file, language, report))
    events = reader.rows("timeline.csv", lambda text, file: read_events(text, file, report))
    quotes = reader.rows("quotes.csv", lambda text, file: read_quotes(text, file, report))
    sources = reader.rows("sources.json", lambda text, file: read_sources(text, file, report))
    series = _all_series(reader, described, language)
    texts = _texts(reader)
    return Dataset(
        folder=reader.folder,
        name=reader.root.resolve().name,
        brief=brief,
        figures=tuple(figures),
        events=tuple(events),
        quotes=tuple(quotes),
        series=series,
        sources=tuple(sources),
        texts=texts,
        unread=frozenset(report.unread - {""}),
    )


@dataclass(frozen=True, slots=True)
class _Folder:
    """The folder's files, by their path within it."""

    root: Path
    folder: str
    report: Report

    def name(self, file: str) -> str:
        """The file as the user would write it."""
        return (Path(self.folder) / file).as_posix()

    def text(self, file: str) -> str | None:
        return read_text(self.root / file, self.name(file), self.report)

    def rows(self, file: str, read: Callable[[str, str], Sequence[Noun]]) -> Sequence[Noun]:
        """What `read` makes of a file that may be missing."""
        if not (self.root / file).exists():
            return ()
        text = self.text(file)
        return () if text is None else read(text, self.name(file))


def _is_dataset(root: Path, report: Report) -> bool:
    place = Place(root.as_posix())
    make = "Name a dataset folder, or make one to start from with: briefpress new DIR."
    if not root.exists():
        report.error(place, "there is no such folder", make)
    elif not root.is_dir():
        report.error(place, "this is a file, not a dataset folder", f"Name the folder that holds {BRIEF_FILE}.")
    elif not (root / BRIEF_FILE).exists():
        inner = next((path.parent for path in sorted(root.glob(f"*/{BRIEF_FILE}"))), None)
        hint = f"Is it {inner.as_posix()}?" if inner else make
        report.error(place, f"the folder is no dataset: it holds no {BRIEF_FILE}", hint)
    else:
        return True
    return False


def _speakable(described: Described, report: Report) -> Brief:
    """The brief in a language that the program can write; otherwise in English, so that the rest can be checked."""
    brief = described.brief
    try:
        load_lexicon(brief.language, brief.words)
    except BriefpressError as error:
        word = next((word for word in brief.words if repr(word) in error.message), "")
        path = ("language",) if not brief.words or _unknown(brief.language) else ("words", word)
        report.error(described.locator.value(path), error.message, error.hint)
        return replace(brief, language="en", words={})
    return brief


def _unknown(language: str) -> bool:
    try:
        load_lexicon(language)
    except BriefpressError:
        return True
    return False


def _all_series(reader: _Folder, described: Described | None, language: str) -> tuple[Series, ...]:
    if described is None:
        return ()
    found: list[Series] = []
    seen: dict[str, int] = {}
    for index, table in enumerate(described.series):
        declared = Declared(table, ("series", index), described.locator)
        line = declared.place_of("id").line
        if declared.id in seen:
            hint = f"The other stands in line {seen[declared.id]}; rename one."
            reader.report.error(declared.place_of("id"), f"two series have the id {declared.id!r}", hint)
        elif declared.id:
            seen[declared.id] = line
            series = _series(reader, declared, language)
            found.extend([series] if series else [])
    return tuple(found)


def _series(reader: _Folder, declared: Declared, language: str) -> Series | None:
    report, file = reader.report, declared.file
    inside = not Path(file).is_absolute() and ".." not in Path(file).parts
    if not inside or not (reader.root / file).is_file():
        others = [path.relative_to(reader.root).as_posix() for path in sorted((reader.root / "series").glob("*.csv"))]
        guess = nearest(file, others) if inside else None
        hint = f"Did you mean {guess!r}?" if guess else 'Put the file there, or name it with file = "series/….csv".'
        place = declared.place_of("file") if declared.text("file") else declared.place_of("id")
        message = (
            f"the file {file!r} of the series is missing" if inside else f"the file {file!r} is outside the folder"
        )
        report.error(place, message, hint)
        report.unread.add(declared.id)
        return None
    text = reader.text(file)
    if text is None:
        report.unread.add(declared.id)
        return None
    return read_series(declared, text, reader.name(file), language, report)


def _texts(reader: _Folder) -> tuple[TextSection, ...]:
    sections = []
    for path in sorted((reader.root / "text").glob("*.md")):
        file = f"text/{path.name}"
        text = reader.text(file)
        if not _TEXT_NAME.fullmatch(path.stem):
            hint = "Name it with small letters a to z, digits and hyphens, such as text/what-the-figures-show.md."
            reader.report.error(Place(reader.name(file)), f"{path.stem!r} cannot be the name of a section", hint)
        if text is None:
            reader.report.unread.add(f"text/{path.stem}")
            continue
        blocks, problems = parse_blocks(text, reader.name(file))
        reader.report.extend(problems)
        sections.append(TextSection(path.stem, blocks, Place(reader.name(file))))
    return tuple(sections)


def _warn_of_strays(
    root: Path, reader: _Folder, series: tuple[Series, ...], described: Described | None, report: Report
) -> None:
    """Tables that nobody reads are most often tables misnamed."""
    tables: Sequence[Mapping[str, Any]] = described.series if described else ()
    read = {*CSV_FILES, *(str(table.get("file") or f"series/{table.get('id')}.csv").strip() for table in tables)}
    if described is None:
        return
    for path in sorted((*root.glob("*.csv"), *root.glob("series/*.csv"))):
        file = path.relative_to(root).as_posix()
        if file in read:
            continue
        guess = nearest(file, [name for name in CSV_FILES if not (root / name).exists()])
        hint = (
            f"Did you mean {guess!r}?"
            if guess
            else f"Declare it in a [[series]] table of {BRIEF_FILE}, or move it away."
        )
        report.warn(Place(reader.name(file)), "the file is not read", hint)
