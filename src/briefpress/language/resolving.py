"""Prose against the summary: braces and typed numbers to runs with claims."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefpress.errors import BriefpressError
from briefpress.language.hedging import tell, tell_date
from briefpress.language.lexicon import Lexicon
from briefpress.language.typed import Typed, typed_numbers
from briefpress.model.dataset import Event, Series
from briefpress.model.prose import Form, Piece, Prose
from briefpress.model.summary import Fact, Summary
from briefpress.model.text import Run, Text

_NAMED = ("figure:", "table:", "page:")
# A capital after "c.", "z. B." or "e.g." would be wrong: the word before the stop has one letter, or a stop inside.
_SENTENCE_END = re.compile(r"(?:^|(?<!\b\w)(?<!\.\w)[.!?…][\"'”’»)\]]*\s+)$")


def resolve(
    prose: Prose, summary: Summary, lexicon: Lexicon, names: Mapping[str, Text] | None = None, capital: bool = False
) -> Text:
    """The prose as text: each brace printed in its form, each typed number with the claim of the fact or date it is.

    `names` gives the texts for "figure:ID", "table:NAME" and "page:SECTION". A brace that begins a sentence begins with
    a capital; at the very beginning only where the prose ends as a sentence does, or `capital` is set.

    Raises BriefpressError, with the place, for a brace that names nothing and a number that the dataset does not hold.
    """
    typed = typed_numbers(prose, summary, lexicon)
    for one in typed:
        if one.problem is not None:
            raise BriefpressError(f"{one.problem.place}: {one.problem.message}", f"{one.problem.hint}.")
    runs: list[Run] = []
    written, at = "", 0
    sentence = capital or _ends_as_sentence(prose)
    for piece in prose.pieces:
        if piece.ref:
            told = _brace(piece, summary, lexicon, names or {})
            if piece.capital or (_SENTENCE_END.search(written[-12:]) and (written or sentence)):
                told = capitalised(told)
            at += 1
        else:
            told = tuple(_literal(piece, at, typed))
            at += len(piece.text)
        written += "".join(run.text for run in told)
        runs.extend(replace(r, bold=piece.bold, italic=piece.italic, href=piece.href or r.href) for r in told)
    return tuple(runs)


def _ends_as_sentence(prose: Prose) -> bool:
    last = next((piece for piece in reversed(prose.pieces) if piece.ref or piece.text.strip()), None)
    return last is not None and not last.ref and last.text.rstrip(" \n\t\"'”’»)]").endswith((".", "!", "?", "…"))


def capitalised(words: Text) -> Text:
    """The same text with its first letter a capital."""
    if not words or not words[0].text:
        return words
    first = words[0]
    return (replace(first, text=first.text[0].upper() + first.text[1:]), *words[1:])


def _literal(piece: Piece, start: int, typed: tuple[Typed, ...]) -> Iterator[Run]:
    """The piece's text, cut where a typed number begins or ends."""
    end, at = start + len(piece.text), start
    for one in typed:
        low, high = max(one.start, at), min(one.end, end)
        if low >= high:
            continue
        if low > at:
            yield Run(piece.text[at - start : low - start])
        yield Run(piece.text[low - start : high - start], one.claim)
        at = high
    if at < end:
        yield Run(piece.text[at - start :])


def _brace(piece: Piece, summary: Summary, lexicon: Lexicon, names: Mapping[str, Text]) -> Text:
    if piece.ref.startswith(_NAMED):
        if piece.ref not in names:
            raise _unknown(piece, list(names))
        return names[piece.ref]
    if piece.ref.startswith("source:"):
        return _source(piece, summary)
    fact = find_fact(summary, piece.ref)
    if fact is not None:
        return _fact(piece, fact, summary, lexicon)
    event = _event(summary, piece.ref.removeprefix("event:"))
    if event is None:
        raise _unknown(piece, [*summary.facts, *(event.id for event in summary.dataset.events)])
    return tell_date(event.date, lexicon, f"timeline.csv:{event.id}:date")


def _fact(piece: Piece, fact: Fact, summary: Summary, lexicon: Lexicon) -> Text:
    if piece.form is not Form.DATE:
        return tell(fact, lexicon, piece.form)
    if fact.as_of is None:
        message = f"{piece.place}: {{{piece.ref}:date}} has no date to print"
        raise BriefpressError(message, "Give it one, or delete the brace.")
    series = _series(summary, fact.ref)
    return tell_date(fact.as_of, lexicon, f"{fact.ref}:as_of", prefix=series.date_prefix if series else "")


def _source(piece: Piece, summary: Summary) -> Text:
    name = piece.ref.removeprefix("source:")
    if not any(source.id == name for source in summary.dataset.sources):
        raise _unknown(piece, [f"source:{source.id}" for source in summary.dataset.sources])
    return (Run("", cites=(name,)),)


def find_fact(summary: Summary, ref: str) -> Fact | None:
    """The fact that `ref` names; "troops@2008" names the cell of a series' only column."""
    if ref in summary.facts:
        return summary.facts[ref]
    head, mark, tail = _parted(ref)
    series = _series(summary, ref)
    if series is None or not mark or len(series.columns) != 1:
        return None
    column = series.columns[0].name
    other = series.id if "." in head else f"{series.id}.{column}"
    return summary.facts.get(f"{other}{mark}{tail}") if head in (series.id, f"{series.id}.{column}") else None


def _parted(ref: str) -> tuple[str, str, str]:
    for mark in "@#":
        if mark in ref:
            return ref.partition(mark)
    return ref, "", ""


def _series(summary: Summary, ref: str) -> Series | None:
    name = _parted(ref)[0].partition(".")[0]
    return next((series for series in summary.dataset.series if series.id == name), None)


def _event(summary: Summary, name: str) -> Event | None:
    return next((event for event in summary.dataset.events if event.id == name), None)


def _unknown(piece: Piece, known: list[str]) -> BriefpressError:
    near = difflib.get_close_matches(piece.ref, known, n=2)
    hint = f"Perhaps {' or '.join(f'{{{name}}}' for name in near)} was meant." if near else "Use an id of the dataset."
    return BriefpressError(f"{piece.place}: {{{piece.ref}}} names nothing in this dataset", hint)
