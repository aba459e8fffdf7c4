"""Whole datasets for hypothesis: valid ones, with everything that the format knows and much that is awkward.

`datasets(size=...)` draws how much there is of each thing, so that a failing example shrinks to few things, and fills
it from a seed, so that a large dataset is made in milliseconds. `make(random, counts, language)` needs no hypothesis.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from random import Random
from typing import Any

from hypothesis import strategies as st

from briefpress.dataset.unparse import bare
from briefpress.language.edtf import parse_edtf
from briefpress.language.prose import parse_blocks
from briefpress.model.dataset import (
    Brief,
    ChartSpec,
    Dataset,
    Entry,
    Event,
    Figure,
    Gap,
    Group,
    Phase,
    Quote,
    Series,
    SeriesColumn,
    SeriesPoint,
    Source,
    Statistic,
    TextSection,
)
from briefpress.model.problem import Place
from briefpress.model.prose import Block, Prose
from briefpress.model.quantity import Bound
from dataset.material import LANGUAGES, UNITS, Material


@dataclass(frozen=True)
class Counts:
    """How many of each thing a dataset has."""

    figures: int = 3
    events: int = 4
    quotes: int = 1
    series: int = 1
    sources: int = 2
    texts: int = 1
    statistics: int = 1
    charts: int = 1
    findings: int = 2
    notes: int = 1
    phases: int = 2
    groups: int = 2


SIZES = {
    "small": Counts(),
    "medium": Counts(12, 20, 4, 2, 6, 2, 5, 5, 4, 3, 3, 3),
    "large": Counts(40, 60, 12, 4, 20, 5, 12, 12, 5, 8, 4, 6),
}


@st.composite
def datasets(draw: st.DrawFn, size: str = "small", language: str | None = None) -> Dataset:
    """Datasets with at most as much of each thing as `size` ("small", "medium", "large") says; "large" has it all."""
    most = SIZES[size]
    drawn = (draw(st.integers(0, getattr(most, field.name))) for field in fields(Counts))
    counts = most if size == "large" else Counts(*drawn)
    return make(Random(draw(st.integers(0, 2**32 - 1))), counts, language or draw(st.sampled_from(LANGUAGES)))


def make(random: Random, counts: Counts, language: str = "en") -> Dataset:
    """One dataset; the same arguments give the same one."""
    return _Maker(random, counts, language).dataset()


def placeless(value: Any) -> Any:
    """The value without places, and with prose cut into pieces in one way only."""
    if isinstance(value, Place):
        return Place()
    if isinstance(value, Prose):
        return Prose(bare(value))
    if isinstance(value, Dataset):
        value = replace(value, folder="", name="")
    if hasattr(value, "__dataclass_fields__"):
        names = value.__dataclass_fields__
        return replace(value, **{name: placeless(getattr(value, name)) for name in names if name != "places"})
    if isinstance(value, dict):
        return {name: placeless(item) for name, item in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(placeless(item) for item in value)
    return value


class _Maker(Material):
    def __init__(self, random: Random, counts: Counts, language: str) -> None:
        super().__init__(random, language)
        self.counts = replace(counts, sources=max(1, counts.sources))
        self.phases = [f"phase-{n}" for n in range(counts.phases)]
        self.groups = [f"group-{n}" for n in range(counts.groups)]
        self.sources = [f"source-{n}" for n in range(self.counts.sources)]
        self.figures: tuple[Figure, ...] = ()

    def dataset(self) -> Dataset:
        counts = self.counts
        self.figures = tuple(self.figure(n) for n in range(counts.figures))
        self.refs = [figure.id for figure in self.figures]
        series = tuple(self.series(n) for n in range(counts.series))
        events = tuple(self.event(n) for n in range(counts.events))
        charts = self.charts(series, events)
        texts = tuple(self.text_section(n, charts) for n in range(counts.texts))
        return Dataset(
            folder="",
            name="",
            brief=self.brief(charts),
            figures=self.figures,
            events=events,
            quotes=tuple(self.quote(n) for n in range(counts.quotes)),
            series=series,
            sources=tuple(self.source(name) for name in self.sources),
            texts=texts,
        )

    def figure(self, n: int) -> Figure:
        return Figure(
            id=f"figure-{n}",
            label=self.words(),
            # The first two are fit to be divided by one another.
            quantity=self.quantity("people", Bound.EXACT) if n < 2 else self.quantity(),
            source=self.random.choice(self.sources),
            as_of=self.date() if self.chance(0.7) else None,
            locator=self.maybe(),
            note=self.maybe(1, 20),
            short=self.maybe(1, 4),
            group=self.one_of(self.groups),
            phase=self.one_of(self.phases),
        )

    def event(self, n: int) -> Event:
        return Event(
            id=f"event-of-{n}",
            date=self.date(),
            event=self.words(4, 25),
            source=self.random.choice(self.sources),
            locator=self.maybe(),
            phase=self.one_of(self.phases),
            group=self.one_of(self.groups),
            landmark=self.maybe(1, 3) if self.chance(0.3) else "",
        )

    def quote(self, n: int) -> Quote:
        return Quote(
            id=f"quote-of-{n}",
            speaker=self.words(1, 3),
            quote=self.words(2, 20),
            source=self.random.choice(self.sources),
            role=self.maybe(),
            date=self.date() if self.chance() else None,
            context=self.maybe(),
            lang=self.random.choice(("", "", "ar", "fr", "pt-BR")),
        )

    def series(self, n: int) -> Series:
        unit = self.random.choice(UNITS)
        names = ("all", "part_one", "part_two")[: self.random.choice((1, 1, 2, 3))]
        years = sorted(self.random.sample(range(1900, 2030), self.random.randint(2, 14)))
        return Series(
            id=f"series-{n}",
            label=self.words(2, 8),
            unit=unit,
            columns=tuple(SeriesColumn(name, self.words(1, 3)) for name in names),
            points=tuple(self.point(str(year), names, unit) for year in years),
            note=self.maybe(),
            date_prefix="fiscal" if self.chance(0.2) else "",
            file=f"series/series-{n}.csv" if self.chance(0.8) else f"series/other-{n}.csv",
        )

    def point(self, written: str, names: tuple[str, ...], unit: str) -> SeriesPoint:
        values = {
            name: self.quantity(unit) if index == 0 or self.chance(0.7) else None for index, name in enumerate(names)
        }
        estimated = self.chance(0.2)
        return SeriesPoint(parse_edtf(written), values, self.random.choice(self.sources), estimated, self.maybe(1, 4))

    def source(self, name: str) -> Source:
        csl: dict[str, Any] = {
            "id": name,
            "type": self.random.choice(("report", "article-newspaper", "webpage", "book")),
        }
        csl["title"] = self.words(2, 12)
        if self.chance(0.7):
            csl["author"] = [{"family": self.words(1, 1), "given": self.words(1, 1)}]
        if self.chance(0.7):
            csl["issued"] = {"date-parts": [[self.random.randint(1900, 2025), 7, 2][: self.random.randint(1, 3)]]}
        if self.chance(0.6):
            csl["URL"] = f"https://example.org/{name}?page=1&part=2"
        return Source(name, csl)

    def charts(self, series: tuple[Series, ...], events: tuple[Event, ...]) -> tuple[ChartSpec, ...]:
        """Charts that their data bear: bars of like figures, lines of series, the strip of events."""
        people = tuple(figure.id for figure in self.figures if figure.quantity.unit == "people")
        specs: list[ChartSpec] = []
        for n in range(self.counts.charts):
            kind = self.random.choice(("bars", "dots", "line", "columns", "timeline"))
            if kind in ("bars", "dots") and people:
                specs.append(self.chart(n, kind, items=people[:8]))
            elif kind in ("line", "columns") and series:
                specs.append(self.chart(n, kind, series=(self.random.choice(series).id,)))
            elif kind == "timeline" and events:
                specs.append(self.chart(n, kind))
        return tuple(specs)

    def chart(self, n: int, kind: str, items: tuple[str, ...] = (), series: tuple[str, ...] = ()) -> ChartSpec:
        gap = Gap(parse_edtf("1950"), parse_edtf("1955-06"), self.prose(1, 4))
        return ChartSpec(
            id=f"chart-{n}",
            kind=kind,
            title=self.prose(3, 10) if self.chance() else None,
            subtitle=self.prose(3, 10) if self.chance() else None,
            note=self.prose() if self.chance(0.3) else None,
            gaps=(gap,) if kind == "line" and self.chance() else (),
            labels={item: self.prose(1, 5) for item in items if self.chance(0.5)},
            width=self.random.choice(("full", "full", "main")),
            height=self.random.choice((None, 180.0, 212.5)),
            options={"phase": self.random.choice(self.phases)} if self.phases and self.chance() else {},
            items=items,
            series=series,
        )

    def entry(self, kind: str = "") -> Entry:
        return Entry(self.prose(1, 4), self.prose(3, 12), kind)

    def brief(self, charts: tuple[ChartSpec, ...]) -> Brief:
        counts = self.counts
        formulas = ("figure-0 / figure-1", "per(figure-0, figure-1, 1000)", "figure-0 + figure-1")
        statistics = tuple(
            Statistic(f"statistic-{n}", self.words(), self.random.choice(formulas), group=self.one_of(self.groups))
            for n in range(counts.statistics if counts.figures > 1 else 0)
        )
        return Brief(
            title=self.words(2, 7),
            language=self.language,
            standfirst=self.prose(8, 30) if self.chance(0.8) else None,
            short_title=self.maybe(1, 4),
            topic=self.maybe(1, 3),
            kicker=self.maybe(1, 1),
            date=self.date() if self.chance() else None,
            publisher=self.maybe(1, 3),
            contact="desk@example.org" if self.chance() else "",
            licence="CC BY 4.0" if self.chance() else "",
            version="1.0" if self.chance() else "",
            url="https://example.org/brief" if self.chance() else "",
            paper=self.random.choice(("a4", "letter")),
            invented=True,
            tiles=tuple(figure.id for figure in self.figures[:6]),
            titles={"timeline": self.words(1, 3)} if self.chance(0.3) else {},
            decks={"statistics": self.prose()} if self.chance() else {},
            phases=tuple(self.phase(name) for name in self.phases),
            groups=tuple(
                Group(name, self.words(1, 4), "1950/1960" if self.chance() else "", self.maybe())
                for name in self.groups
            ),
            findings=tuple(self.entry() for _ in range(counts.findings)),
            notes=tuple(self.entry(self.random.choice(("", "disagreement", "unchecked"))) for _ in range(counts.notes)),
            charts=charts,
            statistics=statistics,
        )

    def phase(self, name: str) -> Phase:
        """A phase whose end, where it has one, does not come before its beginning."""
        ends = sorted((self.date(), self.date()), key=lambda date: (date.start.first, date.last_point.last))
        begins, stops = ends if ends[1].last_point.last >= ends[0].start.first else (ends[0], None)
        return Phase(name, self.words(1, 4), begins, stops, self.maybe())

    def text_section(self, n: int, charts: tuple[ChartSpec, ...]) -> TextSection:
        """A prose file; the first one places the charts."""
        parts = [f"# {self.markup(1, 6)}"]
        if self.chance():
            parts.append(f"::: deck\n{self.markup(5, 15)}\n:::")
        kinds = (self.paragraph, self.bullets, self.note, self.heading)
        parts += [self.random.choice(kinds)() for _ in range(self.random.randint(0, 5))]
        if n == 0:
            parts += [f"![](chart:{chart.id})" for chart in charts]
        blocks, problems = parse_blocks("\n\n".join(parts) + "\n", "")
        assert not problems, problems
        return TextSection(f"{n}-section", _with_words(blocks))

    def paragraph(self) -> str:
        return self.markup(20, 120)

    def heading(self) -> str:
        return f"{'#' * self.random.randint(2, 3)} {self.markup(2, 8)}"

    def bullets(self) -> str:
        marks = self.random.choice((("-", "-", "-"), ("1.", "2.", "3."), ("*", "*", "*")))
        return "\n".join(f"{mark} {self.markup(2, 15)}" for mark in marks)

    def note(self) -> str:
        return f"::: note {self.markup(1, 4)}\n{self.markup(5, 30)}\n:::"


def _with_words(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if block.chart or block.prose or block.items or block.body)
