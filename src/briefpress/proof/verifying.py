"""A finished PDF against its own ledger, and the ledger against the dataset inside the PDF."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefpress.errors import BriefpressError
from briefpress.language.lexicon import Lexicon, load_lexicon
from briefpress.language.resolving import resolve
from briefpress.model.summary import Summary
from briefpress.model.text import plain
from briefpress.proof.book import Book, Entry, read_book
from briefpress.proof.enclosed import Enclosed, dataset_files, enclosed_files, open_pdf, take_out
from briefpress.proof.inspecting import (
    Sheet,
    document_findings,
    file_findings,
    page_findings,
    sheets,
    spoken_findings,
)
from briefpress.proof.ledger import NAME as LEDGER
from briefpress.proof.ledger import letters
from briefpress.proof.numbering import citation_faults, numbering_faults
from briefpress.proof.origins import Origins
from briefpress.proof.placing import accounted, numbers_on, place
from briefpress.proof.reading import PageText, read_pages
from briefpress.proof.report import Finding, Kind, Report, in_order
from briefpress.proof.tracing import Tracer
from briefpress.proof.wording import NumberWords, loose

#: Reads a dataset folder and works out everything in it.
Survey = Callable[[Path], tuple[Summary, Lexicon]]


@dataclass(slots=True)
class _Case:
    """One verification: what the file holds, and what was found. `wrong` are identities of entries found bad."""

    book: Book
    pages: list[PageText]
    sheets: list[Sheet]
    lexicon: Lexicon
    origins: Origins | None
    findings: list[Finding] = field(default_factory=list)
    wrong: set[int] = field(default_factory=set)
    numbers: int = 0
    traced: int = 0

    def fault(self, kind: Kind, entry: Entry, reason: str) -> None:
        self.wrong.add(id(entry))
        where = "in an alternative text: " if entry.role == "Alt" else ""
        message = f"{where}{entry.text.strip()!r} {reason}"
        x, y = (entry.x, entry.y) if entry.page else (0.0, 0.0)
        self.findings.append(Finding(kind, message, entry.page, x, y, entry.text))

    def count(self, traced: bool) -> None:
        self.numbers += 1
        self.traced += traced


def verify(data: bytes, name: str, survey: Survey) -> Report:
    """Read the PDF, find every number in it and trace each to the dataset inside. `name` stands in messages.

    Raises BriefpressError for what is no PDF, or holds no ledger at all.
    """
    with open_pdf(data, name) as pdf:
        files = enclosed_files(pdf)
        ledger = next((file for file in files if file.name == LEDGER), None)
        if ledger is None:
            hint = "Only what briefpress built can be verified; printing or exporting it anew loses what is inside"
            raise BriefpressError(f"{name} holds no ledger of its numbers", hint)
        try:
            book = read_book(ledger.data)
        except ValueError as error:
            return Report(0, 0, (Finding(Kind.LEDGER, f"the ledger cannot be read: {error}"),))
        found = sheets(pdf, book)
        findings = [
            *page_findings(found, book),
            *file_findings(files, book),
            *spoken_findings(pdf, book),
            *document_findings(pdf, book),
        ]
    if not book.sealed:
        findings.append(Finding(Kind.LEDGER, "the ledger was changed: its seal does not fit"))
    origins, problem = _origins(files, survey)
    lexicon = origins.lexicon if origins is not None else _own_lexicon(book)
    case = _Case(book, read_pages(data, name), found, lexicon, origins, [*findings, *problem])
    _trace(case)
    return Report(
        case.numbers,
        case.traced,
        in_order(case.findings),
        pages=len(case.pages),
        claims=sum(len(page.entries) for page in book.pages) + sum(len(s.entries) for s in book.alternatives),
    )


def _own_lexicon(book: Book) -> Lexicon:
    try:
        return load_lexicon(book.language)
    except BriefpressError:
        return load_lexicon("en")


def _origins(files: Sequence[Enclosed], survey: Survey) -> tuple[Origins | None, list[Finding]]:
    """The dataset inside, worked out anew."""
    own = dataset_files(list(files))
    try:
        with tempfile.TemporaryDirectory(prefix="briefpress-") as folder:
            take_out(own, Path(folder) / "dataset")
            summary, lexicon = survey(Path(folder) / "dataset")
            origins = Origins(summary, lexicon, own)
            assert origins.cells  # read while it is there
            return origins, []
    except (BriefpressError, ValueError) as error:
        first = str(error).splitlines()[0] if str(error) else "it is empty"
        return None, [Finding(Kind.DATASET, f"the dataset inside cannot be worked out: {first}")]


def _trace(case: _Case) -> None:
    entries = [entry for page in case.book.pages for entry in page.entries]
    if case.origins is None:
        case.wrong |= {id(entry) for entry in entries}
    else:
        _trace_entries(case, entries, case.origins)
        _trace_behind(case, entries, case.origins)
    words = NumberWords(case.lexicon)
    for sheet in case.sheets:
        _trace_page(case, sheet, words)
    _trace_spoken(case, words)
    _trace_document(case, words)


def _trace_entries(case: _Case, entries: Sequence[Entry], origins: Origins) -> None:
    tracer = Tracer(origins, map(str, case.book.document.get("bookmarks", ())))
    spoken = [entry for alternative in case.book.alternatives for entry in alternative.entries]
    for alternative in case.book.alternatives:
        for entry, reason in tracer.faults(alternative.entries):
            case.fault(Kind.ORIGIN, entry, reason)
    for entry, reason in tracer.faults(entries):
        case.fault(Kind.ORIGIN, entry, reason)
    for entry, reason in numbering_faults([*entries, *spoken], len(case.pages), origins):
        case.fault(Kind.STRUCTURE, entry, reason)
    for entry, reason in citation_faults(entries):
        case.fault(Kind.STRUCTURE, entry, reason)


def _trace_behind(case: _Case, entries: Sequence[Entry], origins: Origins) -> None:
    """Value, hedge, source, locator, formula and inputs, as the ledger has them."""
    for claim, told in case.book.behind:
        known = origins.described(claim)
        if known == told:
            continue
        entry = next((entry for entry in entries if entry.claim == claim), None)
        keys = sorted(key for key in {*(known or {}), *(told or {})} if (known or {}).get(key) != (told or {}).get(key))
        reason = f"rests on {claim.ref!r}, of which ledger and dataset differ in {', '.join(keys) or 'everything'}"
        if entry is not None:
            case.fault(Kind.BEHIND, entry, reason)
        else:
            case.findings.append(Finding(Kind.BEHIND, f"a number {reason}"))


def _trace_page(case: _Case, sheet: Sheet, words: NumberWords) -> None:
    page = case.pages[sheet.number - 1]
    known = case.book.pages[sheet.meant - 1] if sheet.meant else None
    entries = known.entries if known is not None else ()
    placed = place(entries, page)
    for entry, stands in placed.missing:
        there = f"where the page has {stands!r}" if stands else "where the page has nothing"
        case.fault(Kind.PRINTED, entry, f"is in the ledger, {there}")
    if known is not None and letters(page.text) != known.letters:
        case.findings.append(Finding(Kind.TEXT, "the words are not those of the ledger", sheet.number))
    for number in numbers_on(page, words):
        good = accounted(number, page, placed, case.wrong)
        case.count(good)
        if not good and not accounted(number, page, placed, ()):
            message = f"{number.text!r} is in no entry of the ledger"
            case.findings.append(Finding(Kind.NUMBER, message, sheet.number, number.x, number.y, number.text))


def _trace_spoken(case: _Case, words: NumberWords) -> None:
    for alternative in case.book.alternatives:
        good = [range(int(e.x), int(e.x) + len(e.text)) for e in alternative.entries if id(e) not in case.wrong]
        for start, end in words.spans(alternative.text):
            traced = case.origins is not None and all(any(at in own for own in good) for at in range(start, end))
            case.count(traced)
            if not traced:
                said = alternative.text[start:end]
                message = f"{said!r} in an alternative text does not lead to the dataset"
                case.findings.append(Finding(Kind.SPOKEN, message, text=said))


def _trace_document(case: _Case, words: NumberWords) -> None:
    """Numbers in the title, the subject and the bookmarks."""
    if case.origins is None:
        return
    for key, said, good in _strings(case, case.origins):
        for _ in words.spans(said):
            case.count(good)
        if not good:
            message = f"the {key} {said!r} does not follow from the dataset"
            case.findings.append(Finding(Kind.DOCUMENT, message, text=said))


def _strings(case: _Case, origins: Origins) -> Iterator[tuple[str, str, bool]]:
    brief = origins.summary.dataset.brief
    told = case.book.document
    for key, known in (("title", brief.title), ("author", brief.publisher), ("keywords", brief.topic)):
        yield key, str(told.get(key, "")), told.get(key) == known
    yield "subject", str(told.get("subject", "")), _is_standfirst(str(told.get("subject", "")), origins)
    everything = "".join(_unbroken(page.text) for page in case.pages)
    for title in told.get("bookmarks", []):
        yield "bookmark", str(title), _unbroken(str(title)) in everything


def _unbroken(text: str) -> str:
    """Without hyphens, of which a heading may have one more where a long word is broken."""
    return loose(text).replace("-", "")


def _is_standfirst(subject: str, origins: Origins) -> bool:
    brief = origins.summary.dataset.brief
    if brief.standfirst is None:
        return not subject
    names = [piece.ref for piece in brief.standfirst.pieces if piece.ref.startswith(("figure:", "table:", "page:"))]
    if names:
        return True  # names of places are numbers of the document, which pages alone can judge
    return loose(plain(resolve(brief.standfirst, origins.summary, origins.lexicon, {}))) == loose(subject)
