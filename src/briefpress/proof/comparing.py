"""The dataset inside a PDF against an article that it cites: numbers in value and hedge, quotations word for word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from briefpress.errors import BriefpressError
from briefpress.language.hedging import told
from briefpress.language.known import currency_signs
from briefpress.language.lexicon import Lexicon, load_lexicon
from briefpress.language.measures import Kind as Measured
from briefpress.language.measures import measure
from briefpress.language.scanning import Found
from briefpress.model.dataset import Figure, Quote, Source
from briefpress.model.summary import Summary
from briefpress.proof.article import Article
from briefpress.proof.stating import Statements
from briefpress.proof.wording import printed

_PARAGRAPH = re.compile(
    r"(?i)(?:paragraphs?|paragraphe|para\.?|§|absatz|abs\.|párrafo|parágrafo|paragrafo|alinea)\s*([0-9]+)"
)
_OPENING = re.compile(r"(?i)^(?:title|headline|standfirst|titre|chapô|titel|vorspann|título|titolo)$")
_CUT = re.compile(r"\s*(?:\[(?:\.\.\.|…)\]|\((?:\.\.\.|…)\)|\.\.\.|…)\s*")
_MARKS = str.maketrans("‘’‚“”„«»", "''''''''")


class Status(StrEnum):
    OK = "ok"
    DIFFERENT = "different"  #: the place holds another number, another hedge, or the words stand elsewhere
    MISSING = "not found"  #: neither there nor anywhere in the article


@dataclass(frozen=True, slots=True)
class Comparison:
    """One figure or quotation: what the dataset says, and what the article says."""

    ref: str
    locator: str
    status: Status
    dataset: str
    article: str

    def __str__(self) -> str:
        where = f" ({self.locator})" if self.locator else ""
        if self.status is Status.OK:
            return f"{self.ref}{where}: ok, {self.dataset}"
        return f"{self.ref}{where}: {self.status}: the dataset says {self.dataset!r}, the article {self.article!r}"


@dataclass(frozen=True, slots=True)
class Compared:
    """All comparisons of one article, taken for the source `source`; `first` is the block of the file that the locators
    call paragraph 1 (0 where no locator could tell)."""

    article: str
    source: str
    first: int
    comparisons: tuple[Comparison, ...]

    @property
    def sound(self) -> bool:
        return all(comparison.status is Status.OK for comparison in self.comparisons)


def compare(article: Article, summary: Summary, lexicon: Lexicon, source: str = "") -> Compared:
    """Compare every figure and quotation of a source with its article.

    `source` is the id of the source; without it, the one whose title or whose numbers the article holds. Paragraphs are
    counted from the block of the file, below title and site furniture, at which most locators fit. Raises
    BriefpressError where the article belongs to no source.
    """
    known = [each for each in summary.dataset.sources if _rows(summary, each.id)]
    if source and source not in {each.id for each in known}:
        names = ", ".join(each.id for each in known) or "none"
        raise BriefpressError(f"no figure or quotation cites {source!r}", f"Sources that are cited: {names}")
    tried = [_Reading(article, summary, each, lexicon).compared() for each in known if source in ("", each.id)]
    if not tried:
        raise BriefpressError("no figure and no quotation of the dataset cites a source", "Nothing was compared")
    best = max(
        tried, key=lambda one: (_titled(one, summary, article), sum(c.status is Status.OK for c in one.comparisons))
    )
    if not source and not _titled(best, summary, article) and not any(c.status is Status.OK for c in best.comparisons):
        hint = "Say which source it is: --article SOURCE=FILE"
        raise BriefpressError(f"{article.name} fits none of the sources", hint)
    return best


def _rows(summary: Summary, source: str) -> list[Figure | Quote]:
    rows: Iterable[Figure | Quote] = (*summary.dataset.figures, *summary.dataset.quotes)
    return [row for row in rows if row.source == source]


def _titled(one: Compared, summary: Summary, article: Article) -> bool:
    csl = next(each.csl for each in summary.dataset.sources if each.id == one.source)
    title = _plain(str(csl.get("title") or "\x00")).casefold()
    return any(title in _plain(block).casefold() for block in article.blocks[:12])


class _Reading:
    """One article read as one source."""

    def __init__(self, article: Article, summary: Summary, source: Source, lexicon: Lexicon) -> None:
        self._article = article
        self._summary = summary
        self._source = source
        self._lexicon = lexicon
        own = _language(str(source.csl.get("language") or ""), lexicon)
        statements = Statements(own, currency_signs(summary, own))
        self._found = [statements.found(block) for block in article.blocks]

    def compared(self) -> Compared:
        rows = _rows(self._summary, self._source.id)
        located = [row for row in rows if _PARAGRAPH.search(row.locator)]
        starts = range(len(self._article.blocks)) if located else range(1)
        first = max(starts, key=lambda start: (self._fits(located, start), -start))
        comparisons = tuple(self._one(row, first) for row in rows)
        return Compared(self._article.name, self._source.id, first + 1 if located else 0, comparisons)

    def _fits(self, rows: Sequence[Figure | Quote], first: int) -> int:
        return sum(self._one(row, first).status is Status.OK for row in rows)

    def _one(self, row: Figure | Quote, first: int) -> Comparison:
        numbered = _PARAGRAPH.search(row.locator)
        if numbered is not None:
            at = first + int(numbered[1]) - 1
            blocks = [at] if at < len(self._article.blocks) else []
        elif _OPENING.match(row.locator.strip()):
            blocks = list(range(first or len(self._article.blocks)))
        else:
            blocks = list(range(len(self._article.blocks)))
        return self._figure(row, blocks) if isinstance(row, Figure) else self._quote(row, blocks)

    def _figure(self, row: Figure, blocks: Sequence[int]) -> Comparison:
        parts = told(row.quantity, self._lexicon)
        said = " ".join(part for part in (parts.before, parts.number, parts.after) if part)
        there = [(block, found) for block in blocks for found in self._found[block]]
        if any(_is(row, found) and found.bound is row.quantity.bound for _, found in there) or self._is_range(
            row, there
        ):
            return Comparison(row.id, row.locator, Status.OK, said, said)
        same = next(((block, found) for block, found in there if _is(row, found)), None)
        if same is not None:
            return Comparison(row.id, row.locator, Status.DIFFERENT, said, self._words(*same))
        everywhere = ((block, found) for block, all_ in enumerate(self._found) for found in all_)
        other = next(((block, found) for block, found in everywhere if _is(row, found)), None)
        if other is not None:
            words = f"{self._words(*other)}, {other[0] + 1 - min(blocks, default=0)} from there"
            return Comparison(row.id, row.locator, Status.DIFFERENT, said, words)
        numbers = ", ".join(self._words(block, found) for block, found in there[:4])
        return Comparison(row.id, row.locator, Status.DIFFERENT if numbers else Status.MISSING, said, numbers)

    def _is_range(self, row: Figure, there: Sequence[tuple[int, Found]]) -> bool:
        """Both ends of a range, one after the other."""
        if row.quantity.high is None:
            return False
        ends = [
            Figure(row.id, "", type(row.quantity)(end, row.quantity.unit), "")
            for end in (row.quantity.value, row.quantity.high)
        ]
        pairs = pairwise(there)
        return any(a[0] == b[0] and _is(ends[0], a[1]) and _is(ends[1], b[1]) for a, b in pairs)

    def _words(self, block: int, found: Found) -> str:
        text = self._article.blocks[block]
        before = re.search(r"(?:\S+\s+){0,2}$", text[: found.start])
        return " ".join(((before[0] if before else "") + text[found.start : found.end]).split())

    def _quote(self, row: Quote, blocks: Sequence[int]) -> Comparison:
        parts = [_plain(part) for part in _CUT.split(row.quote) if part]
        if any(_in_order(parts, _plain(self._article.blocks[block])) for block in blocks):
            return Comparison(row.id, row.locator, Status.OK, row.quote, row.quote)
        for number, block in enumerate(self._article.blocks, 1):
            if _in_order(parts, _plain(block)):
                there = f"it stands in line {number} of the file" if blocks else "the article has no such paragraph"
                return Comparison(row.id, row.locator, Status.DIFFERENT, row.quote, there)
        return Comparison(row.id, row.locator, Status.MISSING, row.quote, "")


def _language(tag: str, lexicon: Lexicon) -> Lexicon:
    """The article's own language; the brief's where it is not known."""
    try:
        return load_lexicon(tag) if tag else lexicon
    except BriefpressError:
        return lexicon


def _is(row: Figure, found: Found) -> bool:
    """Tell whether a number of the article has the figure's value, and no other kind of unit."""
    quantity = row.quantity
    if found.value is None:
        return False
    parsed = measure(quantity.unit)
    money = parsed.kind is Measured.MONEY
    if found.currency not in ("", "?") and (not money or found.currency != parsed.name):
        return False
    if parsed.kind is Measured.PERCENT:
        whole = parsed.scaled(quantity.value)
        return found.value == (whole if found.percent or found.value > 1 else whole / 100)
    return not found.percent and parsed.scaled(quantity.value).normalize() == found.value.normalize()


def _plain(text: str) -> str:
    """Words with quotation marks, dashes and spaces made alike."""
    return " ".join(" ".join(printed(word) for word in text.split()).translate(_MARKS).replace('"', "'").split())


def _in_order(parts: Sequence[str], text: str) -> bool:
    at = 0
    for part in parts:
        found = _position(part, text, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


def _position(part: str, text: str, start: int) -> int:
    """Where `part` stands as whole words; its first letter may be a capital in one of the two."""
    for words in (part, part[:1].swapcase() + part[1:]):
        match = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(text, start)
        if match:
            return match.start()
    return -1
