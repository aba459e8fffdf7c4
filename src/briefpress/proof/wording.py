"""Text without what a line break, a font or a typist changes: for comparing what was read with what was written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from briefpress.language.lexicon import Lexicon
from briefpress.model.text import holds_digit

#: Hyphens, dashes and minus signs, and what PDFium gives for a hyphen at the end of a line.
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212\u00ad\u0002\ufffe"), "-")
_QUOTES = {ord("’"): "'", ord("‘"): "'", ord("“"): '"', ord("”"): '"', ord("«"): '"', ord("»"): '"'}
_MARKUP = dict.fromkeys(map(ord, "*_`\\{}"))
_INVISIBLE = "\u200b\u2060\ufeff"


def printed(text: str) -> str:
    """Characters that make a mark, all dashes one: what must be the same on the page and in the ledger."""
    kept = "".join(c for c in text if not c.isspace() and c not in _INVISIBLE)
    return unicodedata.normalize("NFC", kept).translate(_DASHES)


def loose(text: str) -> str:
    """As `printed`, with quotation marks, letter case and Markdown's marks made alike: for words of the dataset."""
    return printed(text).translate(_QUOTES).translate(_MARKUP).casefold()


class NumberWords:
    """Finds numbers in the text of one language: stretches of digits, and numbers in words ("three quarters")."""

    def __init__(self, lexicon: Lexicon) -> None:
        spelled = _either(set(_number_words(lexicon)))
        self._spelled = re.compile(rf"(?<!\w)(?:{spelled})(?:[\s-]+(?:{spelled}))*(?!\w)", re.IGNORECASE)
        # "10 million" is one number; "10 one" is a number and the first word of what follows it.
        self._scale = re.compile(rf"(?:{_either(set(_scale_words(lexicon)))})(?!\w)", re.IGNORECASE)
        self._digits = re.compile(r"\d+(?:[.,'’\u00a0\u202f]\d+)*")

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Start and end of each number, from left to right."""
        found = [match.span() for match in self._digits.finditer(text)]
        scaled = {start: at for at, (_, start) in enumerate(found)}
        for start, end in (match.span() for match in self._spelled.finditer(text)):
            before = next((scaled[at] for at in (start, start - 1) if at in scaled and text[at:start].isspace()), None)
            if before is None or not self._scale.match(text, start):
                found.append((start, end))
            else:
                found[before] = (found[before][0], end)
        plain = set().union(*(range(*span) for span in found)) if found else set()
        # Fractions, Roman numerals and other numbers that are no decimal digits.
        found += [(at, at + 1) for at, c in enumerate(text) if at not in plain and not c.isascii() and holds_digit(c)]
        return sorted(found)

    def any_in(self, text: str) -> bool:
        return holds_digit(text) or self._spelled.search(text) is not None


def _either(words: set[str]) -> str:
    """A pattern of alternatives, the longest first."""
    ordered = sorted(words - {""}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) or "(?!)"


def _scale_words(lexicon: Lexicon) -> Iterable[str]:
    """Words that multiply the digits before them."""
    for name in ("hundreds", "thousands", "millions", "billions"):
        yield lexicon.word(f"words-{name}").replace("{number}", "").strip()
    for name in ("million", "billion", "trillion"):
        for form in ("one", "other"):
            yield lexicon.word(f"scale-{name}-{form}").replace("{number}", "").strip()


def _number_words(lexicon: Lexicon) -> Iterable[str]:
    """Words that are numbers by themselves, as the catalog spells them."""
    yield from (word for word in lexicon.listed("words-numbers") if word)
    yield from (entry.partition("=")[2] for entry in lexicon.listed("words-irregular"))
    for name in ("hundreds", "thousands", "millions", "billions"):
        yield lexicon.word(f"words-{name}").replace("{number}", "").strip()
    for name in ("thousand", "million", "billion", "quarter", "third", "half", "two-thirds", "three-quarters"):
        yield lexicon.word(f"words-{name}")
