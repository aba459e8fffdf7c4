"""brief.toml to a Brief, and the tables that describe the series."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefpress.dataset.conform import conform
from briefpress.dataset.keys import BRIEF, PLAIN
from briefpress.dataset.locate import Locator, Path
from briefpress.dataset.report import Report
from briefpress.dataset.values import read_edtf
from briefpress.language.prose import parse_inline
from briefpress.model.dataset import Brief, ChartSpec, Entry, Gap, Group, Phase, Statistic
from briefpress.model.dates import Edtf
from briefpress.model.problem import Place
from briefpress.model.prose import Prose

_CHART_KEYS = frozenset(
    ["id", "kind", "title", "subtitle", "note", "items", "series", "events", "gaps", "labels", "width", "height"]
)
_SYNTAX_HINTS = (
    ("Invalid value", "Put text between quotation marks, and write true, false, numbers and dates without."),
    ("Expected '='", "Write each line as key = value, and comments after a #."),
    ("Cannot overwrite", "The key or table stands there twice; keep one."),
    ("Cannot declare", "The table stands there twice; for a list of tables write [[name]] each time."),
    (
        r"Illegal character '\n'",
        "Close the text with the mark that opened it; a text over several lines stands between three of them.",
    ),
    (
        "Illegal character",
        "A text that runs over lines stands between three quotation marks; control characters may not stand in it.",
    ),
    ("Unterminated string", "Close the text with the quotation marks that opened it."),
    ("Unclosed array", "Close the list with ]."),
    ("Unescaped", "Write \\\\ for a backslash, or put the text between single quotation marks."),
)


@dataclass(frozen=True, slots=True)
class Described:
    """What brief.toml says: the brief, and the [[series]] tables with the paths at which they stand."""

    brief: Brief
    series: tuple[Mapping[str, Any], ...]
    locator: Locator


def read_brief(text: str, file: str, report: Report) -> Described | None:
    """Read the text of brief.toml. Returns None where its syntax is broken, which is reported."""
    before = len(report.problems)
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        if before == len(report.problems):
            _report_syntax(str(error), text, file, report)
        return None
    except RecursionError:
        report.error(
            Place(file), "the file is nested too deeply to be read", "Write it with fewer brackets inside brackets."
        )
        return None
    locator = Locator(text, file)
    table = conform(document, BRIEF, locator, report)
    return Described(_Builder(locator, report).brief(table), tuple(table.get("series", ())), locator)


def _report_syntax(message: str, text: str, file: str, report: Report) -> None:
    match = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", message, re.DOTALL)
    words = match[1] if match else message
    if match and match[2]:
        place = Place(file, int(match[2]), int(match[3]))
    else:
        place = Place(file, text.rstrip("\n").count("\n") + 1)
    hint = next(
        (hint for start, hint in _SYNTAX_HINTS if words.startswith(start)),
        "See https://toml.io for how TOML is written.",
    )
    report.error(place, f"the file is not valid TOML: {words[:1].lower()}{words[1:]}", hint)


class _Builder:
    """Turns conforming tables into nouns."""

    def __init__(self, locator: Locator, report: Report) -> None:
        self.locator = locator
        self.report = report

    def brief(self, table: Mapping[str, Any]) -> Brief:
        plain = {name: table[name].strip() for name in PLAIN if table.get(name, "").strip()}
        return Brief(
            **{"title": "", **plain},
            standfirst=self.prose(table, "standfirst", ()),
            date=self.date(table, "date", ()),
            invented=table.get("invented", False),
            tiles=tuple(table.get("tiles", ())),
            voices=tuple(table.get("voices", ())),
            sections=tuple(table.get("sections", ())),
            titles=table.get("titles", {}),
            decks=self.proses(table, "decks", ()),
            words=dict(_flat(table.get("words", {}))),
            phases=self.each(table, "phases", self.phase),
            groups=self.each(table, "groups", self.group),
            findings=self.each(table, "findings", self.entry),
            notes=self.each(table, "notes", self.entry),
            charts=self.each(table, "charts", self.chart),
            statistics=self.each(table, "statistics", self.statistic),
            place=Place(self.locator.file),
            places=self.locator.under(()),
        )

    def each(self, table: Mapping[str, Any], name: str, build: Any) -> tuple[Any, ...]:
        rows: Sequence[Mapping[str, Any]] = table.get(name, ())
        built = tuple(build(row, (name, index)) for index, row in enumerate(rows))
        self._refuse_twins(name, built)
        return built

    def _refuse_twins(self, name: str, built: tuple[Any, ...]) -> None:
        seen: dict[str, int] = {}
        for index, noun in enumerate(built):
            twin = getattr(noun, "id", "")
            if twin and twin in seen:
                line = self.locator.value((name, seen[twin], "id")).line
                place = self.locator.value((name, index, "id"))
                self.report.error(
                    place, f"two {name} have the id {twin!r}", f"The other stands in line {line}; rename one."
                )
            seen.setdefault(twin, index)

    def phase(self, row: Mapping[str, Any], path: Path) -> Phase:
        end = None if row.get("to", "").strip() == ".." else self.date(row, "to", path)
        return Phase(
            self.text(row, "id"),
            self.text(row, "name"),
            self.date(row, "from", path),
            end,
            self.text(row, "note"),
            self.place(path),
        )

    def group(self, row: Mapping[str, Any], path: Path) -> Group:
        self.date(row, "dates", path)
        texts = {name: self.text(row, name) for name in ("id", "name", "dates", "note")}
        return Group(**texts, place=self.place(path))

    def entry(self, row: Mapping[str, Any], path: Path) -> Entry:
        empty = Prose((), self.place(path))
        head, body = (self.prose(row, name, path) or empty for name in ("head", "text"))
        return Entry(head, body, row.get("kind", ""), self.place(path))

    def chart(self, row: Mapping[str, Any], path: Path) -> ChartSpec:
        gaps = (self.gap(gap, (*path, "gaps", index)) for index, gap in enumerate(row.get("gaps", ())))
        return ChartSpec(
            id=self.text(row, "id"),
            kind=self.text(row, "kind"),
            title=self.prose(row, "title", path),
            subtitle=self.prose(row, "subtitle", path),
            note=self.prose(row, "note", path),
            items=tuple(row.get("items", ())),
            series=tuple(row.get("series", ())),
            events=tuple(row.get("events", ())),
            gaps=tuple(gap for gap in gaps if gap),
            labels=self.proses(row, "labels", path),
            width=row.get("width", "full"),
            height=None if row.get("height") is None else float(row["height"]),
            options={name: value for name, value in row.items() if name not in _CHART_KEYS},
            place=self.place(path),
            places=self.locator.under(path),
        )

    def gap(self, row: Mapping[str, Any], path: Path) -> Gap | None:
        start, end = self.date(row, "from", path), self.date(row, "to", path)
        words = self.prose(row, "text", path)
        return Gap(start, end, words) if start and end and words else None

    def statistic(self, row: Mapping[str, Any], path: Path) -> Statistic:
        names = ("id", "label", "formula", "unit", "note", "group", "phase", "show")
        return Statistic(
            **{name: self.text(row, name) for name in names},
            digits=int(row["digits"]) if "digits" in row else None,
            place=self.place(path),
            places=self.locator.under(path),
        )

    def text(self, row: Mapping[str, Any], name: str) -> str:
        return str(row.get(name, "")).strip()

    def place(self, path: Path) -> Place:
        return self.locator.key(path)

    def date(self, row: Mapping[str, Any], name: str, path: Path) -> Edtf | None:
        written = str(row.get(name, "")).strip()
        if not written:
            return None
        return read_edtf(written, self.locator.value((*path, name)), self.report)

    def proses(self, row: Mapping[str, Any], name: str, path: Path) -> Mapping[str, Prose]:
        found = {key: self.prose(row[name], key, (*path, name)) for key in row.get(name, {})}
        return {key: prose for key, prose in found.items() if prose is not None}

    def prose(self, row: Mapping[str, Any], name: str, path: Path) -> Prose | None:
        """The parsed prose with places in the file, whatever escapes and line breaks stand in the TOML string."""
        value: str = row.get(name, "")
        if not value.strip():
            return None
        offsets = self.locator.characters((*path, name))
        if offsets is None or len(offsets) != len(value) + 1:
            offsets = [self.locator.positions.offset(*_line_column(self.locator.value((*path, name))))] * (
                len(value) + 1
            )
        lead = len(value) - len(value.lstrip())
        prose, problems = parse_inline(value.strip().replace("\n", " "), Place(self.locator.file, 1, 1))

        def moved(place: Place) -> Place:
            index = min(max(place.column, 1) - 1 + lead, len(offsets) - 1)
            return self.locator.positions.place(offsets[index])

        self.report.extend([replace(problem, place=moved(problem.place)) for problem in problems])
        return Prose(tuple(replace(piece, place=moved(piece.place)) for piece in prose.pieces), moved(prose.place))


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Nested tables of words by dotted keys: TOML makes a table of `hedge.about = "some"`."""
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def _line_column(place: Place) -> tuple[int, int]:
    return max(place.line, 1), max(place.column, 1)
