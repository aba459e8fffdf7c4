"""What a style consists of, and the names of everything that it must set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """How a kind of text is set. `family` is "text" or "label"; sizes and leading are points; `colour` is "#RRGGBB".

    The baseline sits at 0.75 of the leading below the line's top, in every style, so that mixed sizes can be aligned
    by sums.
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
    """Font files of one family by face: all of FACES; where the family has no such file, the nearest stands in."""

    name: str
    faces: Mapping[str, Path]


@dataclass(frozen=True, slots=True)
class Theme:
    name: str
    description: str
    families: Mapping[str, Family]  #: "text", "label", and "fallback-1", "fallback-2", ... tried in order
    type: Mapping[str, TypeStyle]  #: by role: see ROLES
    colours: Colours
    papers: Mapping[str, Geometry]  #: "a4", "letter"
    chart: Mapping[str, float]  #: line widths and sizes used by every chart kind: see CHART
    flags: Mapping[str, bool]  #: see FLAGS
    measures: Mapping[str, float] = field(default_factory=dict)  #: rules, gaps and column counts of pages: see MEASURES

    def widths(self, geometry: Geometry) -> dict[str, float]:
        """Points that a chart gets over the "full" width, beside the "main" text, or at its "side"."""
        body, note = int(self.measures["body_columns"]), int(self.measures["note_columns"])
        return {"full": geometry.width, "main": geometry.span(body), "side": geometry.span(note)}


def _names(words: str) -> tuple[str, ...]:
    return tuple(words.split())


FACES = ("regular", "semibold", "bold", "italic", "semibold-italic", "bold-italic")

#: Every role a theme must set; a theme file that misses one (after `extends`) is refused.
ROLES = _names(
    "title standfirst topic topic_date kicker banner h1 deck h2 h3 body lead_head lead note_head note "
    "source source_number source_cited header header_title footer "
    "figure_number figure_title figure_subtitle figure_source "
    "chart_label chart_value chart_peak chart_note chart_axis chart_head chart_big chart_landmark "
    "table table_head table_value table_hedge table_source table_number table_title table_note "
    "tile_row tile_hedge tile_number tile_label tile_date "
    "quote quote_long quote_speaker quote_role contents contents_page legend_head legend event event_date event_number "
    "group_head group_dates group_note colophon_head colophon"
)

COLOURS = _names("ink muted link rule grid tint accent neutral estimate paper")  #: besides `phases`, a list

PAPERS = ("a4", "letter")
GEOMETRY = _names("page_width page_height left right top bottom columns gutter baseline")

#: Sizes of charts, in points but for the shares `bar_share` and `arrowhead`; styles/briefing.toml says what each is.
CHART = _names(
    "axis grid baseline tick line dot dot_ring bar_share bar_height white_gap outline "
    "stub stub_upright stub_edge hatch hatch_pitch arrowhead about_line about_gap about_reach about_on about_off "
    "estimate_line estimate_on estimate_off month_bar square square_pitch cell cell_pitch bracket bracket_end triangle "
    "timeline_dot timeline_ring timeline_ring_line timeline_bar timeline_band timeline_stem timeline_stack"
)

#: Sizes of pages, in points but for column counts and two shares of superscripts; briefing.toml says what each is.
MEASURES = _names(
    "quantum front_bar front_thin front_gap section_rule section_gap figure_rule figure_gap "
    "tile_rule tile_gap tile_padding table_rule table_head_rule table_parting "
    "note_rule note_gap quote_rule group_rule colophon_rule hairline "
    "bullet bullet_indent body_columns note_columns superscript superscript_least superscript_raise "
    "legend_mark legend_gap qr"
)

FLAGS = ("italics", "margin_notes", "tile_tint", "table_bands")
