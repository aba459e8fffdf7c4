"""The known word that a misspelt one was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

#: Of difflib: takes "us-troop" for "us-troops" and "standfrist" for "standfirst", and not "cost" for "peak".
LIKENESS = 0.6
LISTED = 12


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, letter case aside, or None where none is like it."""
    folded = {name.casefold(): name for name in sorted(known, reverse=True)}
    found = get_close_matches(word.casefold(), list(folded), n=1, cutoff=LIKENESS)
    return folded[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence for a hint: the nearest known word, or the known words where they are few, or ""."""
    names = sorted(set(known))
    guess = nearest(word, names)
    if guess is not None:
        return f"Did you mean {guess!r}?"
    if 0 < len(names) <= LISTED:
        return f"Known are {', '.join(names)}."
    return ""
