"""Text that may reach a page: runs of characters, where a run that holds a digit names its origin."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Origin(StrEnum):
    """Where a printed number comes from."""

    FIGURE = "figure"  #: a row of figures.csv; ref is its id
    STATISTIC = "statistic"  #: a [[statistics]] formula of brief.toml; ref is its id
    SERIES = "series"  #: a cell of a series; ref is "series.column@date"
    SUMMARY = "summary"  #: worked out of a series or the timeline; ref is "series.column#max" or "timeline#span"
    CONSTANT = "constant"  #: a number that stands in a formula; ref is "<statistic id>:<number>"
    DATE = "date"  #: a date of the dataset; ref is "<place of the cell>"
    CELL = "cell"  #: words of a dataset file printed as they stand; ref is "file:row id:column"
    SOURCE = "source"  #: a bibliographic entry; ref is the source id
    STRUCTURE = "structure"  #: page, figure, table, citation or list number; ref is "page:3", "figure:force", ...
    AXIS = "axis"  #: a tick or a scale of a chart; ref is "<chart id>:<value>"
    CATALOG = "catalog"  #: a fixed phrase of the program in the brief's language; ref is the phrase's key
    CODE = "code"  #: drawn by a user's own chart function; ref is "file.py:function"


@dataclass(frozen=True, slots=True)
class Claim:
    """What stands behind a printed number: the kind of origin and a reference into the dataset."""

    origin: Origin
    ref: str


class UnclaimedNumberError(TypeError):
    """Text with a digit in it was to be printed without saying where the digit comes from."""


def holds_digit(text: str) -> bool:
    """Tell whether any character is a number (Unicode categories Nd, Nl, No)."""
    return any(c.isdigit() or (not c.isascii() and unicodedata.category(c)[0] == "N") for c in text)


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look and one origin.

    `cites` holds source ids whose numbers follow the text as superscripts; `href` is an address, or "#name" for a
    place in the document; `lang` is a BCP 47 tag where it differs from the brief's.

    Raises UnclaimedNumberError when `text` holds a digit and `claim` is None.
    """

    text: str
    claim: Claim | None = None
    bold: bool = False
    italic: bool = False
    muted: bool = False
    cites: tuple[str, ...] = ()
    href: str | None = None
    lang: str | None = None

    def __post_init__(self) -> None:
        if self.claim is None and holds_digit(self.text):
            raise UnclaimedNumberError(f"a number needs a claim before it can be printed: {self.text!r}")


Text = tuple[Run, ...]


def text(*parts: str | Run | Text) -> Text:
    """Join strings (without digits), runs and texts into one text."""
    runs: list[Run] = []
    for part in parts:
        if isinstance(part, str):
            if part:
                runs.append(Run(part))
        elif isinstance(part, Run):
            runs.append(part)
        else:
            runs.extend(part)
    return tuple(runs)


def claimed(string: str, origin: Origin, ref: str) -> Text:
    """One run with a claim, or no run for an empty string."""
    return (Run(string, Claim(origin, ref)),) if string else ()


def plain(runs: Iterable[Run]) -> str:
    """The characters alone."""
    return "".join(run.text for run in runs)


def styled(runs: Text, *, bold: bool | None = None, italic: bool | None = None, muted: bool | None = None) -> Text:
    """The same runs with the given looks set."""
    changes = {k: v for k, v in (("bold", bold), ("italic", italic), ("muted", muted)) if v is not None}
    return tuple(replace(run, **changes) for run in runs)  # type: ignore[arg-type]
