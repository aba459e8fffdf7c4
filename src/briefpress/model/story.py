"""A composed document: pages of placed blocks, the structure they belong to, and what the file says of itself.

Lengths are points; `x` and `top` are PDF user space (origin at the page's lower left); `top` is a block's upper edge.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from briefpress.model.text import Text, UnclaimedNumberError, holds_digit, plain

if TYPE_CHECKING:
    from briefpress.pdf.canvas import TaggingCanvas


@dataclass(eq=False, slots=True)
class Element:
    """A structure element (ISO 32000-1, 14.7.2), compared by identity, with its kids in reading order.

    The marked content that belongs to it is known to the canvas that drew it. `tag` is a standard type of PDF 1.7
    ("P", "H1", "TH", ...); `attributes` are written as they stand under the owner that the tag implies (Table:
    Scope, ColSpan, Headers; Layout: BBox, Placement; List: ListNumbering); `data` is the CSV that the element
    carries as an associated file, as (file name, bytes, description). `spoken` are the runs that `alt` is made of:
    an alternative text that holds a number needs them.

    Raises UnclaimedNumberError for an `alt` that holds a digit and has no `spoken`.
    """

    tag: str
    kids: list[Element] = field(default_factory=list)
    alt: str | None = None
    actual: str | None = None
    lang: str | None = None
    title: str | None = None
    attributes: Mapping[str, object] = field(default_factory=dict)
    id: str | None = None
    data: tuple[str, bytes, str] | None = None
    spoken: Text = ()

    def __post_init__(self) -> None:
        if self.spoken:
            self.alt = plain(self.spoken)
        elif self.alt is not None and holds_digit(self.alt):
            raise UnclaimedNumberError(f"a number needs a claim before it can be spoken: {self.alt!r}")

    def add(self, tag: str, **values: object) -> Element:
        """Append a new kid and return it."""
        kid = Element(tag, **values)  # type: ignore[arg-type]
        self.kids.append(kid)
        return kid


class Drawable(Protocol):
    def draw(self, canvas: TaggingCanvas, x: float, top: float) -> None: ...


@dataclass(frozen=True, slots=True)
class Placed:
    block: Drawable
    x: float
    top: float


@dataclass(frozen=True, slots=True)
class Page:
    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An outline entry; `level` from 0; `target` is a destination name."""

    title: str
    level: int
    target: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels inside the PDF; `relationship` is an AFRelationship ("Data", "Source", "Supplement")."""

    name: str
    data: bytes
    mime: str
    relationship: str
    description: str


@dataclass(frozen=True, slots=True)
class Story:
    width: float
    height: float
    pages: tuple[Page, ...]
    structure: Element
    bookmarks: tuple[Bookmark, ...]
    title: str
    language: str
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    moment: datetime | None = None  #: what the file says it was made at: from the dataset or SOURCE_DATE_EPOCH
    licence: str = ""
    attachments: tuple[Attachment, ...] = ()
