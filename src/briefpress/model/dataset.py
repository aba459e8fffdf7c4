"""A dataset folder as read: every row knows the place in the file it came from.

`place` is where a row or table begins; `places`, where there is one, says where each of its cells or keys stands, by
the column or key, list entries as "items.0". Neither is needed to make a page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from briefpress.model.dates import Edtf
from briefpress.model.problem import Place
from briefpress.model.prose import Block, Prose
from briefpress.model.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Source:
    """One CSL-JSON item. `csl` is the item as read."""

    id: str
    csl: Mapping[str, Any]
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Figure:
    """A row of figures.csv. `short` is the label on a tile, `group` parts tables, `phase` colours it."""

    id: str
    label: str
    quantity: Quantity
    source: str
    as_of: Edtf | None = None
    locator: str = ""
    note: str = ""
    short: str = ""
    group: str = ""
    phase: str = ""
    place: Place = Place()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Event:
    """A row of timeline.csv. `landmark` is the few words printed on the strip, where there are any."""

    id: str
    date: Edtf
    event: str
    source: str
    locator: str = ""
    phase: str = ""
    group: str = ""
    landmark: str = ""
    place: Place = Place()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Quote:
    """A row of quotes.csv: the words exactly as spoken, and what they were about."""

    id: str
    speaker: str
    quote: str
    source: str
    role: str = ""
    date: Edtf | None = None
    context: str = ""
    locator: str = ""
    lang: str = ""
    place: Place = Place()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class SeriesColumn:
    """One measure of a series: the CSV column's name and the label readers see."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One row: the date, a quantity per column (None where the cell is blank), whether it is an estimate."""

    date: Edtf
    values: Mapping[str, Quantity | None]
    source: str
    estimated: bool = False
    note: str = ""
    place: Place = Place()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Series:
    id: str
    label: str
    unit: str
    columns: tuple[SeriesColumn, ...]
    points: tuple[SeriesPoint, ...]
    note: str = ""
    date_prefix: str = ""  #: words before a date of this series, e.g. "fiscal" for fiscal years
    file: str = ""
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of time that has a colour; its place in the list picks the colour."""

    id: str
    name: str
    start: Edtf | None = None
    end: Edtf | None = None
    note: str = ""
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Group:
    """A heading that parts the timeline's list or a table; rows name it in their `group` column."""

    id: str
    name: str
    dates: str = ""
    note: str = ""
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Statistic:
    """A [[statistics]] entry: a formula over ids. `show` is "", "years-months" or "words"."""

    id: str
    label: str
    formula: str
    unit: str = ""
    digits: int | None = None
    note: str = ""
    group: str = ""
    phase: str = ""
    show: str = ""
    place: Place = Place()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch for which the sources say nothing, printed on a chart as such."""

    start: Edtf
    end: Edtf
    words: Prose


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A [[charts]] entry, or one that the program chose. `kind` is a key of charts.CHARTS.

    `items` are refs to figures, statistics and series cells; `series` are "id" or "id.column"; `events` are ids to
    mark under the axis; `width` is "full", "main" (beside notes) or "side"; `options` is what one kind understands.
    """

    id: str
    kind: str
    title: Prose | None = None
    subtitle: Prose | None = None
    note: Prose | None = None
    items: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    labels: Mapping[str, Prose] = field(default_factory=dict)
    width: str = "full"
    height: float | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    place: Place = Place()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """A short headed piece of prose: a finding or a note. `kind` sorts notes: "disagreement", "unchecked" or ""."""

    head: Prose
    body: Prose
    kind: str = ""
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class TextSection:
    """One text/*.md file: its blocks in order."""

    id: str
    blocks: tuple[Block, ...]
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Brief:
    """What brief.toml says."""

    title: str
    language: str = "en"
    standfirst: Prose | None = None
    short_title: str = ""
    topic: str = ""
    kicker: str = ""
    date: Edtf | None = None
    publisher: str = ""
    contact: str = ""
    licence: str = ""
    version: str = ""
    url: str = ""
    style: str = "briefing"
    paper: str = "a4"
    citation_style: str = ""
    invented: bool = False
    tiles: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    lead_chart: str = ""
    sections: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    decks: Mapping[str, Prose] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    phases: tuple[Phase, ...] = ()
    groups: tuple[Group, ...] = ()
    findings: tuple[Entry, ...] = ()
    notes: tuple[Entry, ...] = ()
    charts: tuple[ChartSpec, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    place: Place = Place()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Dataset:
    """Everything in one folder. `folder` is the path as the user gave it, `name` the folder's own name.

    `unread` are ids that stand in the files but whose rows could not be used, each for a reason reported: nobody should
    report them as unknown besides."""

    folder: str
    name: str
    brief: Brief
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    quotes: tuple[Quote, ...] = ()
    series: tuple[Series, ...] = ()
    sources: tuple[Source, ...] = ()
    texts: tuple[TextSection, ...] = ()
    unread: frozenset[str] = frozenset()


def place_of(noun: Figure | Event | Quote | SeriesPoint | Statistic | ChartSpec | Brief, name: str) -> Place:
    """Where the cell or key `name` of a row or table stands; the place of the whole where that is not known."""
    return noun.places.get(name, noun.place)


def lead_of(brief: Brief, charts: Iterable[ChartSpec], placed: Collection[str]) -> str:
    """Id of the chart of the front page: the one named, else the first over the full width that no text places.

    It is "" where there is none. `placed` are the ids of the charts that stand in texts.
    """
    free = (c.id for c in charts if c.width == "full" and c.kind != "timeline" and c.id not in placed)
    return brief.lead_chart or next(free, "")
