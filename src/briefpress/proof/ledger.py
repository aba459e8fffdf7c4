"""The ledger: every number that a document prints, where it stands and where it comes from, as one small JSON file."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from briefpress.model.story import Attachment, Element, Story
from briefpress.model.text import Claim, Origin, Run, holds_digit
from briefpress.pdf.recording import Record
from briefpress.proof.origins import Origins
from briefpress.proof.wording import NumberWords, printed

NAME = "ledger.json"
VERSION = 1
#: The origin of a number in words that stands in a sentence of the dataset or of the catalog, as it was typed there.
WORDS = "words"
#: Claims whose texts are entered even where they hold no number: a hedge may stand in a run or a cell of its own.
_WHOLE = frozenset((Origin.FIGURE, Origin.STATISTIC, Origin.SERIES, Origin.SUMMARY, Origin.CONSTANT, Origin.DATE))


def make_ledger(record: Record, origins: Origins, folder: str = "") -> Attachment:
    """The ledger of a document as written. References begin with `folder` where prose was read there: it is cut off,
    because the same data in another folder make the same file."""
    book = _Writer(origins, folder)
    pages: list[dict[str, Any]] = [
        {"entries": [], "letters": "", "drawing": drawing, "links": links}
        for drawing, links in zip(record.drawings, record.links, strict=True)
    ]
    for entry in record.entries:
        if book.is_entered(entry.text, entry.claim.origin):
            place = [book.role(entry.role), book.claim(entry.claim), round(entry.x, 1), round(entry.y, 1), entry.text]
            pages[entry.page - 1]["entries"].append(place)
    for words in record.words:
        if book.numbers.any_in(words.text):
            place = [book.role("Words"), book.claim(None), round(words.x, 1), round(words.y, 1), words.text]
            pages[words.page - 1]["entries"].append(place)
    for number, page in enumerate(pages, 1):
        texts = [
            *(e.text for e in record.entries if e.page == number),
            *(w.text for w in record.words if w.page == number),
        ]
        page["letters"] = letters("".join(texts))
    content = {
        "briefpress-ledger": VERSION,
        "language": record.story.language,
        "pages": pages,
        "alternatives": [book.spoken(element) for element in spoken_elements(record.story.structure)],
        "document": document_strings(record.story),
        "files": dict(sorted(record.files.items())),
        "roles": book.roles,
        "claims": book.claims,
        "behind": book.behind,
    }
    data = encoded({**content, "seal": seal(content)})
    return Attachment(NAME, data, "application/json", "Supplement", "Every number of this document and its origin")


class _Writer:
    """Numbers roles and claims in the order of their first use."""

    def __init__(self, origins: Origins, folder: str) -> None:
        self.numbers = NumberWords(origins.lexicon)
        self.roles: list[str] = []
        self.claims: list[list[str]] = []
        self.behind: list[dict[str, Any] | None] = []
        self._origins = origins
        self._folder = folder.rstrip("/") + "/" if folder else ""
        self._numbered: dict[Claim | None, int] = {}

    def is_entered(self, text: str, origin: Origin) -> bool:
        return origin in _WHOLE or self.numbers.any_in(text)

    def role(self, name: str) -> int:
        if name not in self.roles:
            self.roles.append(name)
        return self.roles.index(name)

    def claim(self, claim: Claim | None) -> int:
        if claim is not None and self._folder and claim.ref.startswith(self._folder):
            claim = Claim(claim.origin, claim.ref.removeprefix(self._folder))
        if claim not in self._numbered:
            self._numbered[claim] = len(self.claims)
            self.claims.append([claim.origin.value, claim.ref] if claim is not None else [WORDS, ""])
            self.behind.append(self._origins.described(claim) if claim is not None else None)
        return self._numbered[claim]

    def spoken(self, element: Element) -> list[list[Any]]:
        """An alternative text as runs: [text] or [text, claim]."""
        runs = element.spoken or (Run(element.alt or ""),)
        return [self._run(run) for run in runs if run.text]

    def _run(self, run: Run) -> list[Any]:
        if run.claim is not None and self.is_entered(run.text, run.claim.origin):
            return [run.text, self.claim(run.claim)]
        return (
            [run.text, self.claim(None)] if self.numbers.any_in(run.text) and not holds_digit(run.text) else [run.text]
        )


def spoken_elements(root: Element) -> Iterable[Element]:
    """Elements with an alternative text, in reading order."""
    if root.alt is not None:
        yield root
    for kid in root.kids:
        yield from spoken_elements(kid)


def document_strings(story: Story) -> dict[str, Any]:
    """What the file says of itself as a whole."""
    return {
        "title": story.title,
        "author": story.author,
        "subject": story.subject,
        "keywords": ", ".join(story.keywords),
        "bookmarks": [bookmark.title for bookmark in story.bookmarks],
    }


def letters(text: str) -> str:
    """A digest of which characters stand on a page and how often, whatever their order: readers of PDF differ in it."""
    counted = sorted(Counter(printed(text)).items())
    return hashlib.sha256("".join(f"{c}{n}," for c, n in counted).encode()).hexdigest()


def encoded(content: Mapping[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def seal(content: Mapping[str, Any]) -> str:
    """The SHA-256 of the ledger without its seal."""
    return hashlib.sha256(encoded({key: value for key, value in content.items() if key != "seal"})).hexdigest()
