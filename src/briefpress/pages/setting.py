"""Setting text: runs into words, words into lines of least raggedness."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from briefpress.model.text import Claim, Origin, Run, Text, holds_digit
from briefpress.pages.desk import Desk
from briefpress.pdf.fonts import Face
from briefpress.theme import TypeStyle

BASELINE = 0.75  # of the leading, below the top of the line, in every style

#: Spaces where a line may end; no-break spaces (U+00A0, U+202F, U+2007) are not among them.
_SPACES = re.compile("[ \t\n\u2002-\u2006\u2008-\u200a]+")
#: A line may also end after a hyphen, dash or slash inside a word (Unicode UAX 14, classes HY, BA and SY).
_BREAKS = re.compile("(?<=[\u2010\u2013\u2014/-])(?=[^\\W\\d_])")


@dataclass(frozen=True, slots=True)
class Fragment:
    """Characters of one run in one face. `cite` is the source whose number this is."""

    run: Run
    face: Face
    size: float
    colour: str
    width: float
    rise: float = 0.0
    cite: str = ""
    tip: str = ""  #: what a link leads to, for those who hear it


@dataclass(frozen=True, slots=True)
class Word:
    """Fragments that stay together; `space` is the width of the space behind it, 0 where the next word touches."""

    fragments: tuple[Fragment, ...]
    width: float
    space: float


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one line with the offset of each from the line's left edge, and the width they take."""

    words: tuple[tuple[float, Word], ...]
    width: float


def cost(slack: float, width: float) -> float:
    """How bad a line is that leaves `slack` points free: the square of the share of the line."""
    return (slack / width) ** 2


class Setter:
    """Sets texts in one style; faces and word widths come from the style's fonts."""

    def __init__(self, desk: Desk, style: TypeStyle) -> None:
        self.desk = desk
        self.style = style

    def lines(self, text: Text, width: float) -> tuple[Line, ...]:
        """Break a text into lines of at most `width` points (one at the least)."""
        width = max(width, 1.0)
        words = [part for word in self._words(text) for part in self._fit(word, width)]
        return tuple(_break(words, width)) if words else ()

    def face(self, run: Run) -> Face:
        style = self.style
        weight = "bold" if run.bold else style.weight
        italic = (run.italic or style.italic) and self.desk.theme.flags.get("italics", True)
        return self.desk.fonts.face(style.family, weight, italic)

    def _fragment(self, run: Run, text: str) -> list[Fragment]:
        colours, style, fonts = self.desk.theme.colours, self.style, self.desk.fonts
        colour = colours.link if run.href else colours.muted if run.muted else style.colour
        made = []
        for part, face in fonts.cover(text, self.face(run)):
            shown, width = replace(run, text=part, cites=()), face.width(part, style.size)
            source = _cited(run)
            made.append(Fragment(shown, face, style.size, colour, width, 0.0, source, self._tip(source)))
        return made

    def _citations(self, run: Run) -> list[Fragment]:
        """The numbers of the sources that a run cites, as superscripts parted by a thin gap."""
        measures = self.desk.theme.measures
        size = max(self.style.size * measures["superscript"], measures["superscript_least"])
        face = self.desk.fonts.face("label", "semibold", False)
        made: list[Fragment] = []
        for source in run.cites:
            number = str(self.desk.references.sources.get(source, 1))
            claim = Claim(Origin.STRUCTURE, f"citation:{source}")
            # Two numbers need a gap that nobody reads over: "1 2" must not become twelve.
            gap = "\u00a0\u00a0" if made else ""
            shown = Run(gap + number, claim, href=f"#source-{source}")
            width = face.width(shown.text, size)
            rise = self.style.size * measures["superscript_raise"]
            colour = self.desk.theme.colours.link
            made.append(Fragment(shown, face, size, colour, width, rise, source, self._tip(source)))
        return made

    def _tip(self, source: str) -> str:
        """ "Source: Troop Levels in the Afghan and Iraq Wars": a bare number says nothing to those who hear it."""
        if not source:
            return ""
        found = next((known for known in self.desk.dataset.sources if known.id == source), None)
        title = str(found.csl.get("title", source)) if found else source
        return f"{self.desk.lexicon.word('source')}{self.desk.lexicon.word('colon')}{title}"

    def _words(self, text: Text) -> Iterator[Word]:
        """Words in order. A citation touches the word before it."""
        held: list[Fragment] = []
        for run in text:
            at = 0
            for match in _SPACES.finditer(run.text):
                held += self._fragment(run, run.text[at : match.start()]) if match.start() > at else []
                if held:
                    yield self._word(held, run)
                held, at = [], match.end()
            rest = run.text[at:]
            pieces = _BREAKS.split(rest) if rest and not run.href else [rest]
            for index, piece in enumerate(pieces):
                held += self._fragment(run, piece) if piece else []
                if index < len(pieces) - 1:
                    yield self._word(held, None)
                    held = []
            held += self._citations(run)
        if held:
            yield self._word(held, None)

    def _word(self, fragments: list[Fragment], spaced_by: Run | None) -> Word:
        space = self.face(spaced_by).width(" ", self.style.size) if spaced_by else 0.0
        return Word(tuple(fragments), sum(f.width for f in fragments), space)

    def _fit(self, word: Word, width: float) -> Iterator[Word]:
        """A word wider than the line is parted: a web address anywhere, another word with a hyphen."""
        if word.width <= width:
            yield word
            return
        held: list[Fragment] = []
        room = width
        for fragment in word.fragments:
            for part in self._chop(fragment, width):
                if held and part.width > room:
                    yield Word(tuple(held), sum(f.width for f in held), 0.0)
                    held, room = [], width
                held.append(part)
                room -= part.width
        yield Word(tuple(held), sum(f.width for f in held), word.space)

    def _chop(self, fragment: Fragment, width: float) -> Iterator[Fragment]:
        """Pieces of a fragment none of which is wider than the line, cut where the language or the address allows."""
        text = fragment.run.text
        cuts = _address_cuts(text) if fragment.run.href else _syllables(text, self.desk.lexicon.language)
        start = 0
        while start < len(text):
            end = len(text)
            if fragment.face.width(text[start:], fragment.size) > width:
                end = self._last_cut(fragment, start, width, cuts)
            piece = text[start:end]
            # A hyphen inside a number would read as a sign, or as part of it.
            inside = end < len(text) and not holds_digit(text[end - 1 : end + 1])
            hyphen = "\u2010" if inside and not fragment.run.href and fragment.face.has("\u2010") else ""
            shown = piece + hyphen
            yield replace(
                fragment, run=replace(fragment.run, text=shown), width=fragment.face.width(shown, fragment.size)
            )
            start = end

    def _last_cut(self, fragment: Fragment, start: int, width: float, cuts: tuple[int, ...]) -> int:
        text, fits = fragment.run.text, start + 1
        low, high = start + 1, len(text)
        while low <= high:
            middle = (low + high) // 2
            if fragment.face.width(text[start:middle] + "-", fragment.size) <= width:
                fits, low = middle, middle + 1
            else:
                high = middle - 1
        good = [cut for cut in cuts if start + 2 <= cut <= fits]
        return good[-1] if good else max(fits, start + 1)


def _cited(run: Run) -> str:
    """The source whose number a linked run on the line is, as in a chart's source line or a table."""
    is_citation = run.href is not None and run.claim is not None and run.claim.origin is Origin.STRUCTURE
    return run.claim.ref.removeprefix("citation:") if is_citation and run.claim and "citation:" in run.claim.ref else ""


def _address_cuts(text: str) -> tuple[int, ...]:
    return tuple(m.end() for m in re.finditer(r"[/\-_?&=.]", text))


@lru_cache(maxsize=4096)
def _syllables(text: str, language: str) -> tuple[int, ...]:
    """Positions where the language lets a word be parted; none where its patterns are not known."""
    import pyphen

    known = pyphen.language_fallback(language.replace("-", "_"))
    if known is None:
        return ()
    return tuple(int(position) for position in pyphen.Pyphen(lang=known).positions(text))


def _break(words: list[Word], width: float) -> list[Line]:
    """Lines whose summed squared slack is least (Knuth and Plass, 1981, for ragged text: spaces do not stretch).

    The last line is free unless it holds a single short word, which costs as much as half an empty line.
    """
    count = len(words)
    best: list[float] = [0.0] + [float("inf")] * count
    came = [0] * (count + 1)
    for end in range(1, count + 1):
        room, start = -words[end - 1].space, end
        while start > 0:
            start -= 1
            room += words[start].width + words[start].space
            if room > width + 0.01 and end - start > 1:
                break
            slack = max(width - room, 0.0)
            last = end == count
            price = (
                (0.25 if end - start == 1 and start and slack > 0.8 * width else 0.0) if last else cost(slack, width)
            )
            # A tie goes to the fuller first line, so that the same words always break alike.
            if best[start] + price < best[end] - 1e-12:
                best[end], came[end] = best[start] + price, start
    ends = [count]
    while ends[-1]:
        ends.append(came[ends[-1]])
    bounds = ends[::-1]
    return [_line(words[a:b]) for a, b in itertools.pairwise(bounds)]


def _line(words: list[Word]) -> Line:
    x, placed = 0.0, []
    for word in words:
        placed.append((x, word))
        x += word.width + word.space
    return Line(tuple(placed), x - (words[-1].space if words else 0.0))
