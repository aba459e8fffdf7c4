"""One paragraph of prose: what it may hold, and where what it may not hold stands."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpress.language.inline import parse_inline
from briefpress.model.problem import Place
from briefpress.model.prose import Form, Piece

HERE = Place("brief.toml", 3, 5)


def _pieces(string: str) -> tuple[Piece, ...]:
    prose, problems = parse_inline(string, HERE)
    assert not problems
    return prose.pieces


def test_emphasis_links_and_braces() -> None:
    """Bold, italics, links and braces become pieces, each with the column it begins at."""
    pieces = _pieces("A **bold {us-troops}** and _it_ [see *it*](https://x.org/a_b)")
    summary = [(p.text or p.ref, p.bold, p.italic, p.href, p.place.column) for p in pieces]
    assert summary == [
        ("A ", False, False, None, 5),
        ("bold ", True, False, None, 9),
        ("us-troops", True, False, None, 14),
        (" and ", False, False, None, 27),
        ("it", False, True, None, 33),
        (" ", False, False, None, 36),
        ("see ", False, False, "https://x.org/a_b", 38),
        ("it", False, True, "https://x.org/a_b", 43),
    ]


@pytest.mark.parametrize(
    ("brace", "ref", "form", "capital"),
    [
        ("{us-troops}", "us-troops", Form.FULL, False),
        ("{ us-troops : words }", "us-troops", Form.WORDS, False),
        ("{Us-troops}", "us-troops", Form.FULL, True),
        ("{strikes.us@2016-09-13:number}", "strikes.us@2016-09-13", Form.NUMBER, False),
        ("{force@2003/2011}", "force@2003/2011", Form.FULL, False),
        ("{force@2011-12-18~:date}", "force@2011-12-18~", Form.DATE, False),
        ("{troops.average_troops#max}", "troops.average_troops#max", Form.FULL, False),
        ("{timeline#longest-gap:bare}", "timeline#longest-gap", Form.BARE, False),
        ("{figure:force}", "figure:force", Form.FULL, False),
        ("{figure:label}", "figure:label", Form.FULL, False),
        ("{event:invasion}", "event:invasion", Form.FULL, False),
        ("{source:crs-r40682}", "source:crs-r40682", Form.FULL, False),
        ("{population-été}", "population-été", Form.FULL, False),
    ],
)
def test_braces_name_a_claim_and_its_form(brace: str, ref: str, form: Form, capital: bool) -> None:
    """A brace holds a reference and, after a colon, a form; a capital asks for a capital."""
    (piece,) = _pieces(brace)
    assert (piece.ref, piece.form, piece.capital) == (ref, form, capital)


def test_doubled_braces_and_escapes_are_characters() -> None:
    """`{{` and `}}` print braces, and a backslash takes the meaning from a sign."""
    assert "".join(p.text for p in _pieces(r"{{x}} 5 \* 3 \{y\} C:\dir a_b_c 2 * 3 < 4 & AT&T 5 ~ 6")) == (
        r"{x} 5 * 3 {y} C:\dir a_b_c 2 * 3 < 4 & AT&T 5 ~ 6"
    )


def test_lines_are_joined_by_spaces_and_keep_their_places() -> None:
    """A line break is a space, and what follows has its own line and column."""
    pieces = _pieces("one  \n  two {x}")
    assert "".join(p.text or "#" for p in pieces) == "one two #"
    assert [(p.place.line, p.place.column) for p in pieces] == [(3, 5), (3, 10), (4, 3), (4, 7)]


@pytest.mark.parametrize(
    ("string", "says", "column"),
    [
        ("ab <b>x", "raw HTML", 8),
        ("ab `c`", "backticks", 8),
        ("ab ~~c~~", "struck-out", 8),
        ("ab &amp;", "entities", 8),
        ("ab ![](x.png)", "picture", 8),
        ("ab { c", "no partner", 8),
        ("ab } c", "no partner", 8),
        ("ab {}", "names nothing", 8),
        ("ab {figure:}", "names nothing", 8),
        ("ab {x y}", "cannot name", 8),
        ("ab {9x}", "cannot name", 8),
        ("ab {x:fat}", "form 'fat'", 8),
        ("ab {x:}", "ends in a colon", 8),
        ("ab {x:words:unit}", "form 'words:unit'", 8),
        ("ab [c](javascript:alert())", "leads nowhere", 8),
        ("ab [c](file.html)", "leads nowhere", 8),
        ('ab [c](https://x.org "t")', "title", 8),
        ("ab\\\nc", "by force", 7),
    ],
)
def test_what_is_no_part_of_prose_is_named_with_its_place(string: str, says: str, column: int) -> None:
    """Everything outside the safe subset is one problem, at its column, with a remedy."""
    _, problems = parse_inline(string, HERE)
    assert [(says in p.message, p.place, bool(p.hint)) for p in problems] == [
        (True, Place("brief.toml", 3, column), True)
    ]


def test_two_paragraphs_where_one_is_wanted() -> None:
    """An empty line in a single paragraph's string is a problem."""
    _, problems = parse_inline("a\n\nb", HERE)
    assert ["two paragraphs" in p.message for p in problems] == [True]


@settings(deadline=None)
@given(st.text(alphabet="ab12 *_[](){}!<>`~&\\#:@.\n", max_size=60))
def test_any_string_is_parsed(string: str) -> None:
    """No string stops the parser, every piece has either text or a reference, and places lie in the string."""
    prose, _ = parse_inline(string, Place("f", 1, 1))
    lines = string.split("\n")
    for piece in prose.pieces:
        assert bool(piece.text) != bool(piece.ref)
        assert 1 <= piece.place.line <= len(lines)
        assert 1 <= piece.place.column <= len(lines[piece.place.line - 1]) + 1


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["C", "Z"]), max_size=30))
def test_escaped_text_comes_back(string: str) -> None:
    """Text in which every ASCII sign is escaped prints as it was."""
    escaped = "".join(f"\\{c}" if c.isascii() and not c.isalnum() else c for c in string)
    prose, problems = parse_inline(escaped, HERE)
    assert not problems
    assert "".join(piece.text for piece in prose.pieces) == string


@pytest.mark.parametrize(
    "unit",
    ["[", "*", "{", "![", "*a ", "**a_b", "[a](", "<a ", "{a", "`", "a\n", "&", "_a*", "<!--", "{x} ", "`a``b```"],
)
def test_parsing_time_grows_with_length_alone(unit: str) -> None:
    """Ten times the text takes about ten times as long, whatever sign it repeats."""
    times = []
    for count in (400, 4000):
        start = time.process_time()
        parse_inline(unit * count, HERE)
        times.append(time.process_time() - start)
    assert times[1] < 40 * times[0] + 0.2
