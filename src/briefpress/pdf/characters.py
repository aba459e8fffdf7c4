"""Which characters can be set at all, before any font is asked."""

from __future__ import annotations

import re
import unicodedata

from briefpress.errors import FontError

#: Default-ignorable characters that only tell where a line may break or how an emoji looks; they leave no ink.
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f")

#: Blocks whose letters change shape or order with their neighbours, which one glyph per character cannot show.
_SHAPED_BLOCKS = (
    (0x0700, 0x08FF),  # Syriac to Arabic Extended-A
    (0x0900, 0x109F),  # Devanagari to Myanmar: the Indic and South-East Asian scripts
    (0x1100, 0x11FF),  # Hangul Jamo, which NFC leaves only where they form no syllable
    (0x1700, 0x18AF),  # Philippine scripts, Khmer, Mongolian
    (0x1900, 0x1CFF),  # Limbu to Vedic Extensions
    (0xA800, 0xAAFF),  # Syloti Nagri to Meetei Mayek
    (0xABC0, 0xABFF),  # Meetei Mayek
    (0x11000, 0x11FFF),  # the historical and minority Indic scripts
)
_REFUSED_CATEGORIES = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))

#: Latin, Greek and Cyrillic with the common punctuation and signs: text of these alone needs no closer look.
_PLAIN = re.compile("[ -~\u00a0-\u00ac\u00ae-\u052f\u1e00-\u1fff\u2010-\u2027\u202f-\u205e\u2070-\u2bff]*\\Z")


def normalised(text: str) -> str:
    """The text in NFC without characters that leave no ink. Raises FontError for what cannot be set rightly."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    if not _PLAIN.match(text):
        for char in text:
            _refuse(char)
    return text


def named(char: str) -> str:
    """A character as messages name it: "U+0041 LATIN CAPITAL LETTER A"."""
    name = unicodedata.name(char, "a control character" if unicodedata.category(char) == "Cc" else "no name in Unicode")
    return f"U+{ord(char):04X} {name}"


def _refuse(char: str) -> None:
    if unicodedata.bidirectional(char) in _RIGHT_TO_LEFT:
        raise FontError(f"text that runs from right to left cannot be set: {named(char)}", "Give a transliteration.")
    if unicodedata.category(char) in _REFUSED_CATEGORIES:
        raise FontError(f"a character that is not for printing: {named(char)}", "Remove it from the text.")
    code = ord(char)
    if any(first <= code <= last for first, last in _SHAPED_BLOCKS):
        message = f"a script whose letters join or change order cannot be set: {named(char)}"
        raise FontError(message, "Give a transliteration.")
