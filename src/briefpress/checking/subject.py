"""What the checks look at, and the small words that they share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from briefpress.language.lexicon import Lexicon
from briefpress.model.dataset import ChartSpec, Dataset
from briefpress.model.nearest import did_you_mean
from briefpress.model.problem import Place, Problem, Severity
from briefpress.model.prose import Block, Prose
from briefpress.model.summary import Summary

#: What `kind` of a chart and `sections` may name; the tables of charts/ and pages/ hold the same names.
KINDS = (
    *("bars", "squares", "dots", "share", "grid", "line", "steps", "columns"),
    *("slope", "range", "disagreement", "currencies", "timeline", "python"),
)
SECTIONS = ("front", "charts", "timeline", "statistics", "voices", "method")


@dataclass(frozen=True)
class Subject:
    """A dataset and what is known of it. Ids are looked up in the cached sets."""

    dataset: Dataset
    summary: Summary
    lexicon: Lexicon

    @cached_property
    def facts(self) -> frozenset[str]:
        """Everything that a number can be asked for by, with the statistics whose formula failed."""
        return frozenset((*self.summary.facts, *(statistic.id for statistic in self.dataset.brief.statistics)))

    @cached_property
    def events(self) -> frozenset[str]:
        return frozenset(event.id for event in self.dataset.events)

    @cached_property
    def sources(self) -> frozenset[str]:
        return frozenset(source.id for source in self.dataset.sources)

    @cached_property
    def charts(self) -> frozenset[str]:
        return frozenset(chart.id for chart in self.dataset.brief.charts)

    @cached_property
    def sections(self) -> tuple[str, ...]:
        return (*SECTIONS, *(f"text/{section.id}" for section in self.dataset.texts))

    @cached_property
    def series(self) -> frozenset[str]:
        """Ids, and ids with a column."""
        columns = (f"{series.id}.{column.name}" for series in self.dataset.series for column in series.columns)
        return frozenset((*(series.id for series in self.dataset.series), *columns))

    def unread(self, ref: str) -> bool:
        """Whether the ref names a row or file that could not be read, which has been reported."""
        whole = ref.partition(":")[2] or ref
        stem = whole.partition("@")[0].partition("#")[0]
        return not self.dataset.unread.isdisjoint((whole, stem, stem.partition(".")[0]))


def unknown(what: str, name: str, known: Iterable[str], place: Place, otherwise: str = "") -> Problem:
    """The problem that `name` is no `what`, with a guess at what was meant."""
    hint = did_you_mean(name, known) or otherwise or f"There are no {what}s in the dataset."
    return Problem(f"there is no {what} {name!r}", hint, place)


def warning(message: str, hint: str, place: Place) -> Problem:
    return Problem(message, hint, place, Severity.WARNING)


def proses(dataset: Dataset) -> Iterator[Prose]:
    """All prose of a dataset, in the order of its files."""
    brief = dataset.brief
    yield from (prose for prose in (brief.standfirst, *brief.decks.values()) if prose)
    for entry in (*brief.findings, *brief.notes):
        yield entry.head
        yield entry.body
    for chart in brief.charts:
        yield from chart_proses(chart)
    for section in dataset.texts:
        yield from block_proses(section.blocks)


def chart_proses(chart: ChartSpec) -> Iterator[Prose]:
    yield from (prose for prose in (chart.title, chart.subtitle, chart.note) if prose)
    yield from chart.labels.values()
    yield from (gap.words for gap in chart.gaps)


def block_proses(blocks: Iterable[Block]) -> Iterator[Prose]:
    for block in blocks:
        yield from (prose for prose in (block.prose, block.title) if prose)
        yield from block.items
        yield from block_proses(block.body)


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks with those inside them."""
    for block in blocks:
        yield block
        yield from flat(block.body)
