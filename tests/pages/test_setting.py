"""Lines of text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefpress.model.text import Claim, Origin, Run, plain, text
from briefpress.pages.desk import Desk
from briefpress.pages.setting import Line, Setter
from briefpress.pages.showing import joined
from briefpress.theme import TypeStyle

BODY = TypeStyle("text", "regular", False, 10, 14, "#000000")
WORDS = st.lists(st.text("abcdefghij–-/mW.é", min_size=1, max_size=30), min_size=1, max_size=60)
CLAIM = Claim(Origin.CELL, "test")


def shown(lines: tuple[Line, ...]) -> str:
    return "".join(fragment.run.text for line in lines for _, fragment in joined(line))


@settings(max_examples=60, deadline=None)
@given(words=WORDS, width=st.floats(30, 500))
def test_no_line_is_wider_than_its_column(desk: Desk, words: list[str], width: float) -> None:
    """Whatever the words and the column, nothing stands beyond the column's right edge."""
    for line in Setter(desk, BODY).lines(text(" ".join(words)), width):
        assert line.width <= width + 0.02


@settings(max_examples=60, deadline=None)
@given(words=WORDS, width=st.floats(40, 500))
def test_every_character_is_set_once_and_in_order(desk: Desk, words: list[str], width: float) -> None:
    """Breaking lines loses and moves nothing; it adds hyphens only where a word is wider than the column."""
    before = " ".join(words)
    after = shown(Setter(desk, BODY).lines(text(before), width))
    assert after.replace("\u2010", "").replace(" ", "") == before.replace(" ", "")


def test_words_at_line_ends_stay_apart_for_readers(desk: Desk) -> None:
    """A space at the end of a line is a real character, so that extracted words do not run together."""
    lines = Setter(desk, BODY).lines(text("one two three four five six seven eight nine ten"), 60)
    assert len(lines) > 2
    assert shown(lines) == "one two three four five six seven eight nine ten"


def test_a_no_break_space_keeps_a_number_with_its_unit(desk: Desk) -> None:
    """Lines end at ordinary spaces and never at U+00A0 or U+202F."""
    whole = "ccc\u00a0ddd\u202feee"
    for width in range(60, 105, 5):
        lines = Setter(desk, BODY).lines(text(f"aaa bbb {whole} fff"), width)
        assert len(lines) > 1
        assert sum(whole in shown((line,)) for line in lines) == 1


def test_lines_are_evenly_full(desk: Desk) -> None:
    """The breaks with the least squared slack are taken, not those of the greedy way."""
    words = "aaaaaa bbbbbb cccccc dddddddddddddddddd eeeeee ffffff"
    setter = Setter(desk, BODY)
    wide = setter.lines(text("aaaaaa bbbbbb cccccc"), 500)[0].width
    lines = setter.lines(text(words), wide + 1)
    slack = [(wide + 1 - line.width) for line in lines[:-1]]
    assert max(slack) < 0.7 * wide


def test_citations_touch_the_word_and_name_their_sources(desk: Desk) -> None:
    """Two source numbers stand behind their word, parted by a gap that keeps 1 2 from being read as 12."""
    run = Run("word", cites=("first", "second"))
    line = Setter(desk, BODY).lines((run,), 300)[0]
    pieces = [fragment for _, fragment in joined(line)]
    assert [piece.run.text for piece in pieces] == ["word", "1", "\u00a0\u00a02"]
    assert [piece.cite for piece in pieces] == ["", "first", "second"]
    assert all(piece.run.claim for piece in pieces[1:])


def test_a_web_address_breaks_without_a_hyphen(desk: Desk) -> None:
    """An address that is too long for its column is cut behind its own signs and gains no character."""
    address = "example.org/reports/a-very-long-name/of-something/that-does-not-fit/index.html"
    lines = Setter(desk, BODY).lines((Run(address, CLAIM, href="https://" + address),), 120)
    assert len(lines) > 2
    assert shown(lines) == address


def test_a_compound_is_parted_by_the_rules_of_its_language(desks) -> None:  # type: ignore[no-untyped-def]
    """A word wider than its column is hyphenated where its language allows."""
    from briefpress.model.dataset import Brief

    german = desks(Brief("Titel", language="de"), language="de")
    lines = Setter(german, BODY).lines(text("Donaudampfschifffahrtsgesellschaft"), 90)
    assert plain(tuple(fragment.run for line in lines for _, fragment in joined(line))).startswith("Donaudampf")
    assert all("\u2010" in "".join(f.run.text for _, f in joined(line)) for line in lines[:-1])
