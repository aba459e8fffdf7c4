"""Finding numbers in text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpress.language.catalog import catalog_languages
from briefpress.language.lexicon import load_lexicon
from briefpress.model.text import holds_digit
from briefpress.proof.wording import NumberWords, loose, printed


def found(language: str, text: str) -> list[str]:
    return [text[start:end] for start, end in NumberWords(load_lexicon(language)).spans(text)]


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en", "more than 32,000 of one million", ["32,000", "one million"]),
        ("en", "$10 million, or three quarters; twenty-one", ["10 million", "three quarters", "twenty-one"]),
        ("en", "none of the stones was done", []),
        ("en", "½ and Ⅳ", ["½", "Ⅳ"]),
        ("fr", "environ 10\u202f000, soit quatre-vingts", ["10\u202f000", "quatre-vingts"]),
        ("de", "1.200 in zwölf Jahren", ["1.200", "zwölf"]),
        ("es", "casi dos mil", ["dos mil"]),
    ],
)
def test_numbers_are_found_in_digits_and_words(language: str, text: str, numbers: list[str]) -> None:
    """What a reader would call a number, each whole."""
    assert found(language, text) == numbers


@given(st.sampled_from(catalog_languages()), st.text(max_size=60))
def test_no_digit_is_left_out(language: str, text: str) -> None:
    """Every character that is a number belongs to a number found, and no number is empty."""
    spans = NumberWords(load_lexicon(language)).spans(text)
    covered = {at for start, end in spans for at in range(start, end)}
    assert all(start < end for start, end in spans)
    assert {at for at, char in enumerate(text) if holds_digit(char)} <= covered


@given(st.text(max_size=40))
def test_what_is_printed_has_one_form(text: str) -> None:
    """Making text alike twice changes nothing."""
    assert printed(printed(text)) == printed(text)
    assert loose(loose(text)) == loose(text)


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en-GB", "10 million people", ["10 million"]),
        ("en-GB", "10 one people", ["10", "one"]),
        ("nl", "821.809 één schip", ["821.809", "één"]),
        ("de", "3 Millionen", ["3 Millionen"]),
    ],
)
def test_digits_join_with_a_scale_and_with_no_other_word(language: str, text: str, numbers: list[str]) -> None:
    """ "10 million" is one number; a number word that begins the next phrase is one of its own."""
    assert found(language, text) == numbers
