"""Numbers as an article states them: digits and words, each with its hedge."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from briefpress.language.lexicon import Lexicon
from briefpress.language.scanning import Found, Scanner
from briefpress.model.quantity import Bound

_FRACTIONS = {
    "quarter": Decimal("0.25"),
    "half": Decimal("0.5"),
    "three-quarters": Decimal("0.75"),
}
#: Signs that articles write for currencies, whatever those of the dataset are.
_SIGNS = {
    "$": "USD",
    "US$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "dollars": "USD",
    "euros": "EUR",
    "pounds": "GBP",
}


class Statements:
    """Finds the numbers of a text in one language; `signs` are further currency signs and their codes."""

    def __init__(self, lexicon: Lexicon, signs: Mapping[str, str]) -> None:
        self._scanner = Scanner(lexicon, {**_SIGNS, **signs})
        self._spelled = spelled_numbers(lexicon)
        words = sorted(self._spelled, key=lambda word: (-len(word), word))
        inner = "|".join(re.escape(word).replace(r"\ ", r"[\s\u00a0-]+") for word in words) or "(?!)"
        self._pattern = re.compile(rf"(?<!\w)(?:{inner})(?!\w)", re.IGNORECASE)

    def found(self, text: str) -> list[Found]:
        """Numbers from left to right; dates and names with digits are left out."""
        found = [one for one in self._scanner.scan(text) if one.value is not None]
        taken = [range(one.start, one.end) for one in found]
        for match in self._pattern.finditer(text):
            if any(match.start() in own or match.end() - 1 in own for own in taken):
                continue
            bound = self._scanner.hedge_before(text[: match.start()]) or Bound.EXACT
            key = " ".join(match.group().casefold().replace("\u00a0", " ").split())
            value = self._spelled.get(key, self._spelled.get(key.replace("-", " ")))
            if value is not None:
                found.append(Found(match.start(), match.end(), value, bound))
        return sorted(found, key=lambda one: one.start)


@lru_cache(maxsize=8)
def _counts() -> tuple[int, ...]:
    small = [*range(101), *range(200, 1000, 100)]
    multiples = [*range(1, 21), *range(30, 101, 10), *range(200, 1000, 100)]
    return (*small, *(count * size for size in (1000, 10**6, 10**9) for count in multiples))


def spelled_numbers(lexicon: Lexicon) -> dict[str, Decimal]:
    """Words of whole numbers and of simple fractions, in small letters, and their values."""
    found: dict[str, Decimal] = {}
    for number in _counts():
        words = lexicon.words_of(Decimal(number))
        if words:
            found.setdefault(words.casefold(), Decimal(number))
    for name, value in _FRACTIONS.items():
        found[lexicon.word(f"words-{name}").casefold()] = value
    return found
