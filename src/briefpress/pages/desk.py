"""What every section composes with: the data, the style, the words, and what an earlier pass learnt of the pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefpress.language.edtf import parse_edtf
from briefpress.language.lexicon import Lexicon
from briefpress.language.prose import resolve
from briefpress.language.telling import tell_date
from briefpress.model.chart import Chart
from briefpress.model.dataset import Dataset
from briefpress.model.dates import Edtf
from briefpress.model.prose import Prose
from briefpress.model.summary import Summary
from briefpress.model.text import Claim, Origin, Run, Text, claimed
from briefpress.pages.citing import gathered, uncited
from briefpress.pdf.fonts import FontBook
from briefpress.theme import Geometry, Theme, TypeStyle, legible

if TYPE_CHECKING:
    from matplotlib.figure import Figure as MatplotlibFigure


@dataclass(frozen=True, slots=True)
class References:
    """What one pass of composing finds out and the next one prints: numbers, and the pages where things stand.

    `cited` maps a source id to the pages that cite it; `sections` maps a section to its first page; `figures` and
    `tables` map ids to numbers, in the order of the story.
    """

    pages: int = 1
    sources: Mapping[str, int] = field(default_factory=dict)
    figures: Mapping[str, int] = field(default_factory=dict)
    tables: Mapping[str, int] = field(default_factory=dict)
    sections: Mapping[str, int] = field(default_factory=dict)
    cited: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Desk:
    """The materials of one pass. Widths are points."""

    summary: Summary
    theme: Theme
    lexicon: Lexicon
    fonts: FontBook
    geometry: Geometry
    charts: Mapping[str, Chart]
    references: References
    marks: Callable[[str, str, float, float], MatplotlibFigure]
    lead: str = ""  #: id of the chart on the front page
    shown: set[str] = field(default_factory=set)  #: charts placed so far in this pass: each stands once

    @property
    def dataset(self) -> Dataset:
        return self.summary.dataset

    def style(self, role: str) -> TypeStyle:
        return self.theme.type[role]

    def measure(self, name: str) -> float:
        """A length of the style's own, such as the weight of the bar on the front page."""
        return self.theme.measures[name]

    def words(self, key: str) -> Text:
        """A fixed phrase in the brief's language, as text that may hold the catalog's own digits."""
        return self.lexicon.phrase(key)

    def resolve(self, prose: Prose) -> Text:
        """Prose with its claims, source numbers gathered at the ends of clauses."""
        told = resolve(prose, self.summary, self.lexicon, self.names())
        return gathered(told, lambda source: self.references.sources.get(source, 0))

    def resolve_heading(self, prose: Prose) -> Text:
        """Prose of a heading: a capital first, no source numbers."""
        return uncited(resolve(prose, self.summary, self.lexicon, self.names(), capital=True))

    def names(self) -> dict[str, Text]:
        """Texts for the braces that name a place in this document: "figure:ID", "page:SECTION"."""
        names = {f"figure:{chart}": self.figure_name(chart) for chart in self.charts}
        for section, page in self.references.sections.items():
            run = Run(str(page), Claim(Origin.STRUCTURE, f"page:{page}"), href=f"#section-{section}")
            names[f"page:{section}"] = (run,)
        return names

    def figure_name(self, chart: str) -> Text:
        """ "Figure 3", linked to the figure."""
        number = self.number("figure", chart)
        href = f"#figure-{chart}"
        return self.lexicon.phrase("figure-number", number=Run(number.text, number.claim, href=href))

    def number(self, kind: str, name: str) -> Run:
        """The number of a figure or table, claimed as structure."""
        numbers = self.references.figures if kind == "figure" else self.references.tables
        return Run(str(numbers.get(name, 1)), Claim(Origin.STRUCTURE, f"{kind}:{name}"))

    def date(self, date: Edtf, ref: str, form: str = "long") -> Text:
        """A date of the dataset in words; `ref` says which cell it is."""
        return tell_date(date, self.lexicon, ref, form)

    def period(self, start: Edtf, end: Edtf | None, ref: str) -> Text:
        """The years from one date to another: "2003–2011", or "since 2014" when the end is open or not given."""
        last = end if end is not None and not (end.open_start or end.open_end) else None
        written = f"{start.start.first.year:04d}/" + (f"{last.last_point.last.year:04d}" if last else "..")
        return self.date(parse_edtf(written), ref)

    def written_date(self, written: str, ref: str) -> Text:
        """A date that stands in brief.toml as EDTF or in words of its author's."""
        try:
            return self.date(parse_edtf(written), ref)
        except ValueError:
            return claimed(written, Origin.CELL, ref)

    def phase_colour(self, phase: str) -> str:
        """The colour that means this phase, or the style's accent for data of no phase."""
        for index, known in enumerate(self.dataset.brief.phases):
            if known.id == phase:
                return self.theme.colours.phases[index % len(self.theme.colours.phases)]
        return self.theme.colours.accent

    def phase_ink(self, phase: str) -> str:
        """The phase's colour where it is a colour of text: darkened until it can be read on the paper."""
        return legible(self.phase_colour(phase), self.theme.colours.paper)

    def mark(self, key: str, colour: str, width: float, height: float) -> MatplotlibFigure:
        """The sample of a certainty mark, drawn once and shown as often as it is needed."""
        return self.marks(key, colour, width, height)
