"""Prose as written by the brief's author, parsed but not yet resolved: braces still name claims."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefpress.model.problem import Place


class Form(StrEnum):
    """How `{id:form}` prints a claim."""

    FULL = ""  #: hedge, number and sign of unit: "at least 5,000", "$10bn", "75%"; its source number follows
    NUMBER = "number"  #: the number with its sign of unit and no hedge, for a sentence that says the hedge itself
    WORDS = "words"  #: number in words where the language allows: "about one million", "five"
    UNIT = "unit"  #: hedge, number and unit word: "at least 5,000 people"
    LABEL = "label"  #: the label of the figure or statistic
    DATE = "date"  #: its date: "December 2016"
    BARE = "bare"  #: like FULL, but no source number follows


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of literal text, or (when `ref` is set) a brace.

    `ref` may also be "figure:<chart id>", "page:<section>", "table:<name>", "event:<id>" (its date) or "source:<id>"
    (a citation alone)."""

    text: str = ""
    ref: str = ""
    form: Form = Form.FULL
    bold: bool = False
    italic: bool = False
    href: str | None = None
    place: Place = Place()
    capital: bool = False  #: the brace's text begins with a capital letter, asked for by {Id} in place of {id}


@dataclass(frozen=True, slots=True)
class Prose:
    """One paragraph's worth of pieces; `place` is where it begins."""

    pieces: tuple[Piece, ...]
    place: Place = Place()


class BlockKind(StrEnum):
    HEADING = "heading"  #: `level` 1 to 3
    DECK = "deck"
    PARAGRAPH = "paragraph"
    LIST = "list"  #: `items`; `ordered`
    NOTE = "note"  #: margin note: `title` and `body` blocks
    CHART = "chart"  #: `chart` is a chart id


@dataclass(frozen=True, slots=True)
class Block:
    kind: BlockKind
    prose: Prose | None = None
    level: int = 0
    items: tuple[Prose, ...] = ()
    ordered: bool = False
    title: Prose | None = None
    body: tuple[Block, ...] = ()
    chart: str = ""
    place: Place = Place()
