"""What cannot be set is refused by name."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpress.errors import FontError
from briefpress.pdf.characters import named, normalised


@pytest.mark.parametrize(
    ("text", "named_in_message"),
    [
        ("a\x07b", "U+0007"),
        ("two\nlines", "U+000A"),
        ("\u202eevil", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\u2066isolated", "U+2066 LEFT-TO-RIGHT ISOLATE"),
        ("שלום", "U+05E9 HEBREW LETTER SHIN"),
        ("سلام", "U+0633 ARABIC LETTER SEEN"),
        ("कि", "U+0915 DEVANAGARI LETTER KA"),
        ("\ue000", "U+E000"),
    ],
)
def test_refused_characters_are_named(text: str, named_in_message: str) -> None:
    """Controls, bidi overrides, right-to-left and joining scripts are refused with their code point and name."""
    with pytest.raises(FontError, match=named_in_message.replace("+", r"\+")):
        normalised(text)


def test_text_becomes_nfc_without_invisible_characters() -> None:
    """Combining accents are composed, soft hyphens and zero-width marks go, and every visible character stays."""
    assert normalised("Cafe\u0301 co\u00adop\u200bera\ufefftion") == "Café cooperation"


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x24F, exclude_categories=("Cc", "Cf")), max_size=30))
def test_latin_text_survives(text: str) -> None:
    """Latin text with its punctuation is never refused and loses nothing."""
    assert normalised(text) == unicodedata.normalize("NFC", text)


@given(st.characters(codec="utf-8"))
def test_every_character_has_a_name(char: str) -> None:
    """A message can name any character by its code point."""
    assert named(char).startswith(f"U+{ord(char):04X} ")
