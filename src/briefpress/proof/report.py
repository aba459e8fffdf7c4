"""What a verification found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is not as it should be."""

    NUMBER = "number"  #: a number of a page that no entry of the ledger accounts for
    PRINTED = "printed"  #: an entry of the ledger that its page does not print
    ORIGIN = "origin"  #: an entry that its origin in the dataset does not yield
    BEHIND = "behind"  #: the ledger and the dataset differ in a number's source, hedge, formula or inputs
    STRUCTURE = "structure"  #: a page, figure, table or citation number that contradicts the others
    PAGES = "pages"  #: pages missing, added or put in another order
    TEXT = "text"  #: characters of a page were added, changed or taken away
    DRAWING = "drawing"  #: lines, shapes, fonts or the order of what is drawn
    LINK = "link"  #: where links lead, and annotations that do not belong
    SPOKEN = "spoken"  #: an alternative text
    DOCUMENT = "document"  #: title, author, subject, bookmarks
    FILE = "file"  #: an attached file
    LEDGER = "ledger"  #: the ledger itself
    DATASET = "dataset"  #: the dataset inside cannot be summarised


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not so. `page` is from 1 (0 where none applies), `x` and `y` points from its lower left; `text`
    is what is printed there."""

    kind: Kind
    message: str
    page: int = 0
    x: float = 0.0
    y: float = 0.0
    text: str = ""

    def __str__(self) -> str:
        place = f"page {self.page} at {self.x:.0f}, {self.y:.0f}: " if self.x or self.y else ""
        return (place or (f"page {self.page}: " if self.page else "")) + self.message


@dataclass(frozen=True, slots=True)
class Report:
    """`numbers` are those found in the file, `traced` those that lead to the dataset."""

    numbers: int
    traced: int
    findings: tuple[Finding, ...]
    pages: int = 0
    claims: int = 0

    @property
    def sound(self) -> bool:
        return not self.findings and self.numbers == self.traced

    def __str__(self) -> str:
        return f"{self.traced} of {self.numbers} numbers traced"


def in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """By page and from its top down, each thing once."""
    once = dict.fromkeys(findings)
    return tuple(sorted(once, key=lambda finding: (finding.page, -round(finding.y), finding.x)))
