"""What brief.toml may hold, a row for each key: the loader, the JSON Schema and the manual are made from these rows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

ID_PATTERN = "^[a-z][a-z0-9-]*$"


class Kind(StrEnum):
    TEXT = "text"
    PROSE = "prose"  #: text with braces and the small Markdown
    ID = "id"
    DATE = "date"  #: EDTF; a TOML date or a bare year will do
    FLAG = "true or false"
    COUNT = "whole number from 1"
    LENGTH = "number above 0"
    NAMES = "list of texts"
    CHOICE = "choice"
    TEXTS = "table of texts"
    PROSES = "table of prose"
    WORDS = "table of texts, or of tables of texts"
    TABLES = "list of tables"


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its kind, what it is for, an example as TOML writes it. `rows` are the keys of the tables in a list of
    tables, which take any others besides when `open` is set."""

    name: str
    kind: Kind
    about: str
    example: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    rows: tuple[Key, ...] = ()
    open: bool = False


T, P, D, N = Kind.TEXT, Kind.PROSE, Kind.DATE, Kind.NAMES

PAPERS = ("a4", "letter")
WIDTHS = ("full", "main", "side")
SHOWS = ("", "years-months", "words")
NOTE_KINDS = ("", "disagreement", "unchecked")

PHASE = (
    Key("id", Kind.ID, "what the column `phase` of the CSV files names", '"war"', required=True),
    Key("name", T, "the name that readers see", '"War and occupation"', required=True),
    Key("from", D, "its first date", '"2003-03"'),
    Key("to", D, "its last date; leave it out, or write `..`, while it goes on", '"2011-12-18~"'),
    Key("note", T, "a few words printed beside the name"),
)
GROUP = (
    Key("id", Kind.ID, "what the column `group` of the CSV files names", '"invasion"', required=True),
    Key("name", T, "the heading", '"Invasion"', required=True),
    Key("dates", T, "its dates as EDTF, printed beside the heading", '"2003-03/2003-05"'),
    Key("note", T, "a few words printed under the heading"),
)
FINDING = (
    Key("head", P, "the few words that open it, in bold", '"The new force is small."'),
    Key("text", P, "25 words at most", '"{us-troops} people is {force-share} of the peak."', required=True),
)
NOTE = (
    Key("head", P, "the few words that open it, in bold", '"US share of strikes"'),
    Key("text", P, "the note", required=True),
    Key(
        "kind",
        Kind.CHOICE,
        "`disagreement` where sources differ, `unchecked` for what was not checked",
        '"disagreement"',
        choices=NOTE_KINDS,
    ),
)
COLUMN = (
    Key("name", T, "the name of the column in the CSV file", '"us"', required=True),
    Key("label", T, "the name that readers see", '"US strikes"'),
)
SERIES = (
    Key("id", Kind.ID, "what charts, formulas and braces name", '"troops"', required=True),
    Key("label", T, "what is measured, where and how", '"US troops inside Iraq, average over the year"', required=True),
    Key("unit", T, "the unit of every value", '"people"'),
    Key("file", T, "the CSV file; `series/<id>.csv` when left out", '"series/troops.csv"'),
    Key("source", T, "the source of every row, where the file has no column `source`", '"crs-r40682"'),
    Key("date", T, "the column that holds the date; `date` when left out", '"year"'),
    Key(
        "columns",
        Kind.TABLES,
        "the measures; every column of numbers when left out",
        '[{ name = "us", label = "US strikes" }]',
        rows=COLUMN,
    ),
    Key("note", T, "words about the whole series"),
    Key("date_prefix", T, "a word before each of its dates", '"fiscal"'),
)
GAP = (
    Key("from", D, "the first date without data", '"2013"', required=True),
    Key("to", D, "the last date without data", '"2016"', required=True),
    Key("text", P, "the words printed there", '"No yearly average in the sources for these years"', required=True),
)
CHART = (
    Key("id", Kind.ID, "what `lead_chart`, texts and braces name", '"force"', required=True),
    Key("kind", T, "one of the chart kinds", '"columns"', required=True),
    Key("title", P, "its message, 15 words at most; made from the data when left out", '"Cost reached {cost}"'),
    Key("subtitle", P, "measure, place, period and unit; made from the data when left out"),
    Key("note", P, "what a reader must know to read it rightly"),
    Key("items", N, "figures, statistics and series cells to draw", '["us-troops", "troops@2008"]'),
    Key("series", N, "series to draw, as `id` or `id.column`", '["strikes.us"]'),
    Key("events", N, "events to mark under the axis", '["invasion"]'),
    Key("width", Kind.CHOICE, "`full` when left out, `main` (8 of 12 columns) or `side` (4)", '"main"', choices=WIDTHS),
    Key("height", Kind.LENGTH, "the height of the plot in points", "232"),
    Key("labels", Kind.PROSES, "words beside an item or event, by its reference", '{ us-troops = "in December 2016" }'),
    Key("gaps", Kind.TABLES, "`[[charts.gaps]]`: stretches for which the sources say nothing", rows=GAP),
)
STATISTIC = (
    Key("id", Kind.ID, "what braces, charts and other formulas name", '"wounded-per-killed"', required=True),
    Key("label", T, "what it is", '"Wounded for each one killed"', required=True),
    Key("formula", T, "a sum over ids", '"wounded / killed"', required=True),
    Key("unit", T, "its unit; worked out from the formula when left out", '"people"'),
    Key("digits", Kind.COUNT, "significant digits to print; as many as the inputs carry when left out", "2"),
    Key("note", T, "words for the table"),
    Key("group", T, "the id of a group, for the table", '"war"'),
    Key("phase", T, "the id of a phase, for the colour", '"war"'),
    Key("show", Kind.CHOICE, "`years-months` (8 years 9 months) or `words` (five)", '"years-months"', choices=SHOWS),
)
BRIEF = (
    Key("title", T, "the title, two lines at most", '"American forces in Iraq, 2003–2016"', required=True),
    Key("short_title", T, "the title in the header; the title itself when left out"),
    Key("standfirst", P, "the paragraph under the title, 45 words at most"),
    Key("topic", T, "the subject, over the title", '"Conflict and security"'),
    Key("kicker", T, "the kind of paper, over the title", '"Briefing"'),
    Key("language", T, "BCP 47 tag; `en` when left out", '"en-GB"'),
    Key("date", D, "the date of the brief", '"2016-12"'),
    Key("publisher", T, "who publishes it; printed in the footer"),
    Key("contact", T, "whom to write to"),
    Key("licence", T, "the terms under which it may be copied", '"CC BY 4.0"'),
    Key("version", T, "its version", '"1.0"'),
    Key("url", T, "where it stands online; printed with a QR code", '"https://example.org/brief"'),
    Key("style", T, "a style's name or file; `briefing` when left out", '"briefing"'),
    Key("paper", Kind.CHOICE, "`a4` when left out, or `letter`", '"a4"', choices=PAPERS),
    Key("citation_style", T, "`numeric`, `author-date` or a .csl file of the folder", '"numeric"'),
    Key("invented", Kind.FLAG, "`true` says on the front page that the data are invented", "true"),
    Key("tiles", N, "figures and statistics on the front page, in order", '["us-troops", "cost"]'),
    Key("voices", N, "the quotes to print, in order; all when left out", '["obama"]'),
    Key("lead_chart", T, "the id of the chart on the front page", '"force"'),
    Key(
        "sections",
        N,
        "what is printed, in order; everything there is when left out",
        '["front", "text/summary", "timeline", "method"]',
    ),
    Key("titles", Kind.TEXTS, "a section's title, by section", '{ timeline = "Chronology" }'),
    Key(
        "decks",
        Kind.PROSES,
        "the line under a section's title, by section",
        '{ timeline = "The war lasted {war-length}." }',
    ),
    Key("words", Kind.WORDS, "other words for the program's own, by key", '{ sources = "References" }'),
    Key("phases", Kind.TABLES, "stretches of time; each has a colour, by its place in the list", rows=PHASE),
    Key("groups", Kind.TABLES, "headings that part the timeline and the tables", rows=GROUP),
    Key("findings", Kind.TABLES, "what the front page says at a glance; 3 to 5", rows=FINDING),
    Key("notes", Kind.TABLES, "how to read the figures", rows=NOTE),
    Key("series", Kind.TABLES, "tables of values over time", rows=SERIES),
    Key(
        "charts",
        Kind.TABLES,
        "charts; chosen from the data when there are none. A key not listed here is an option of the chart's kind",
        rows=CHART,
        open=True,
    ),
    Key("statistics", Kind.TABLES, "what is worked out from the figures", rows=STATISTIC),
)
#: The keys of the brief itself that are plain text, named as the fields of model.dataset.Brief.
PLAIN = tuple(key.name for key in BRIEF if key.kind is T or key.name == "paper")
