"""Prose files: blocks, and where what may not stand in them stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpress.language.prose import parse_blocks
from briefpress.model.problem import Place
from briefpress.model.prose import Block, BlockKind, Prose

FILE = "text/a.md"
SOURCE = """\
# What the figures show #

::: deck
The force is {us-troops}
  and *small*.
:::

## A return
Two lines
of one paragraph {a:words}.

- first {b}
- second
  goes on

1. one
2. two

![](chart:force)

::: note Per {c:label} deployed
Both counts are {d}.

- a list
:::
"""


def _words(prose: Prose | None) -> str:
    return "".join(p.text or f"{{{p.ref}}}" for p in prose.pieces) if prose else ""


def _told(block: Block) -> tuple[str, int, str]:
    items = " / ".join(_words(item) for item in block.items)
    return block.kind.value, block.place.line, _words(block.prose) or _words(block.title) or items or block.chart


def test_blocks_are_read_in_order() -> None:
    """Headings, decks, paragraphs, lists, charts and notes come out in order with their lines."""
    blocks, problems = parse_blocks(SOURCE, FILE)
    assert problems == ()
    assert [_told(block) for block in blocks] == [
        ("heading", 1, "What the figures show"),
        ("deck", 3, "The force is {us-troops} and small."),
        ("heading", 8, "A return"),
        ("paragraph", 9, "Two lines of one paragraph {a}."),
        ("list", 12, "first {b} / second goes on"),
        ("list", 16, "one / two"),
        ("chart", 19, "force"),
        ("note", 21, "Per {c} deployed"),
    ]
    assert [block.level for block in blocks if block.kind is BlockKind.HEADING] == [1, 2]
    assert [block.ordered for block in blocks if block.kind is BlockKind.LIST] == [False, True]
    assert [_told(inner) for inner in blocks[-1].body] == [
        ("paragraph", 22, "Both counts are {d}."),
        ("list", 24, "a list"),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_brace_has_its_exact_place(newline: str) -> None:
    """Whatever the line ends, a brace is placed at its line and column in the file."""
    found = {}

    def walk(blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            for prose in (block.prose, block.title, *block.items):
                for piece in prose.pieces if prose else ():
                    if piece.ref:
                        found[piece.ref] = piece.place
            walk(block.body)

    walk(parse_blocks(SOURCE.replace("\n", newline), FILE)[0])
    lines = SOURCE.split("\n")
    for ref, place in found.items():
        assert place.file == FILE
        assert lines[place.line - 1][place.column - 1 :].startswith("{" + ref)
    assert set(found) == {"us-troops", "a", "b", "c", "d"}


@pytest.mark.parametrize(
    ("string", "says", "line", "column"),
    [
        ("a\n\n> quote", "quotation", 3, 1),
        ("a\n\n    code", "indented", 3, 5),
        ("a\n\n```\ncode\n```", "block of code", 3, 1),
        ("|a|b|\n|-|-|\n|1|2|", "table", 1, 1),
        ("<div>x</div>", "raw HTML", 1, 1),
        ("a <b>c</b>", "raw HTML", 1, 3),
        ("a\n\n***", "rule", 3, 1),
        ("#### deep", "level 4", 1, 1),
        ("a\n\n- b\n  - c", "one paragraph", 4, 3),
        ("- a\n\n  b", "one paragraph", 3, 3),
        ("- ", "is empty", 1, 1),
        ("3. a", "another number than 1", 1, 1),
        ("![](photo.png)", "pictures", 1, 1),
        ("![alt](chart:force)", "made from its data", 1, 1),
        ("![](chart:)", "no chart's id", 1, 1),
        ("see ![](chart:force)", "in a sentence", 1, 5),
        ("[a]: https://x.org", "apart from it", 1, 1),
        ("::: box\na\n:::", "no kind of block", 1, 1),
        ("a\n\n:::", "closes nothing", 3, 1),
        ("::: deck\na", "is not closed", 1, 1),
        ("::: deck\na\n\nb\n:::", "one paragraph", 1, 1),
        ("::: deck Title\na\n:::", "has no title", 1, 1),
        ("::: note\na\n:::", "has no title", 1, 1),
        ("::: note T\n:::", "is empty", 1, 1),
        ("::: note T\n# a\n:::", "no headings", 2, 1),
        ("::: note {x:fat}\na\n:::", "form 'fat'", 1, 10),
        ("a\n\nb {x", "no partner", 3, 3),
    ],
)
def test_what_is_no_part_of_a_prose_file_is_named_with_its_place(
    string: str, says: str, line: int, column: int
) -> None:
    """Each thing outside the safe subset is a problem with its line, its column and a remedy."""
    _, problems = parse_blocks(string, FILE)
    places = {p.place for p in problems if says in p.message and p.hint}
    assert Place(FILE, line, column) in places


def test_blocks_may_follow_without_empty_lines() -> None:
    """A container needs no empty line before or after it, and an unclosed one ends where the next begins."""
    blocks, problems = parse_blocks("a\n::: note T\nb\n:::\nc\n::: note U\nd\n::: deck\ne\n:::", FILE)
    assert [_told(block) for block in blocks] == [
        ("paragraph", 1, "a"),
        ("note", 2, "T"),
        ("paragraph", 5, "c"),
        ("note", 6, "U"),
        ("deck", 8, "e"),
    ]
    assert ["is not closed" in problem.message for problem in problems] == [True]


def test_an_empty_file_has_no_blocks() -> None:
    """Nothing comes of nothing."""
    assert parse_blocks("", FILE) == ((), ())


@settings(deadline=None)
@given(st.text(alphabet="ab1 *_[](){}!<>`~&\\#:-+.|=\n\t", max_size=80))
def test_any_file_is_parsed(string: str) -> None:
    """No file stops the parser, and problems come in the order of the file."""
    _, problems = parse_blocks(string, FILE)
    assert list(problems) == sorted(problems, key=lambda problem: problem.place)
    assert all(1 <= problem.place.line <= string.count("\n") + 1 for problem in problems)
