"""A style: one TOML file read into type scale, colours, page geometry and chart defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """How a kind of text is set. `family` is "text" or "label"; sizes and leading are points; `colour` is "#RRGGBB".

    The baseline sits at 0.75 of the leading below the line's top, in every style, so that mixed sizes can be aligned by sums.
    """

    family: str
    weight: str  #: "regular", "semibold" or "bold"
    italic: bool
    size: float
    leading: float
    colour: str


@dataclass(frozen=True, slots=True)
class Colours:
    ink: str
    muted: str
    link: str
    rule: str
    grid: str
    tint: str
    accent: str  #: headings and rules; also the colour of data that belong to no phase
    phases: tuple[str, ...]  #: by position of the phase in the brief
    neutral: str  #: data of which the sources give no split
    estimate: str  #: fill of an estimate's outline
    paper: str


@dataclass(frozen=True, slots=True)
class Geometry:
    """One paper. The text block is `width` wide between `left` and the right margin; 12 columns."""

    page_width: float
    page_height: float
    left: float
    right: float
    top: float
    bottom: float
    columns: int
    gutter: float
    baseline: float

    @property
    def width(self) -> float:
        return self.page_width - self.left - self.right

    @property
    def height(self) -> float:
        return self.page_height - self.top - self.bottom

    def span(self, columns: int) -> float:
        """Width of that many columns and the gutters between them."""
        column = (self.width - (self.columns - 1) * self.gutter) / self.columns
        return columns * column + (columns - 1) * self.gutter


@dataclass(frozen=True, slots=True)
class Family:
    """Font files of one family by face: "regular", "semibold", "bold", "italic", "semibold-italic", "bold-italic"."""

    name: str
    faces: Mapping[str, Path]


@dataclass(frozen=True, slots=True)
class Theme:
    name: str
    description: str
    families: Mapping[str, Family]  #: "text", "label", and "fallback-1", "fallback-2", ... tried in order
    type: Mapping[str, TypeStyle]  #: by role: see STYLES in this module
    colours: Colours
    papers: Mapping[str, Geometry]  #: "a4", "letter"
    chart: Mapping[str, float]  #: line widths and sizes used by every chart kind
    flags: Mapping[str, bool]  #: e.g. "italics" (False in clear-print), "margin_notes" (False sets them inline)


#: Every role a theme must set; a theme file that misses one (after `extends`) is refused.
ROLES = (
    "title standfirst topic h1 deck h2 h3 body lead_head lead note_head note source source_number header footer "
    "figure_number figure_title figure_subtitle figure_source chart_label chart_value chart_peak chart_note "
    "table table_head table_value table_title table_note tile_row tile_hedge tile_number tile_label tile_date "
    "quote quote_speaker quote_role contents contents_page legend_head legend event event_date event_number "
    "group_head group_dates group_note colophon_head colophon"
).split()
