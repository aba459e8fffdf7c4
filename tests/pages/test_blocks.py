"""Blocks part at the end of a page and lose nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefpress.model.story import Element, Placed
from briefpress.model.text import Run, text
from briefpress.pages.blocks import Block, DrawnLines, Paragraph, Row, Rule, Space, Stack
from briefpress.pages.columns import Columns
from briefpress.pages.desk import Desk
from briefpress.pages.flow import Flow, Section
from briefpress.pages.showing import joined
from briefpress.pages.spread import Spread
from briefpress.pages.table import Column, Table, TableRow

WORD = st.text("abcdefg", min_size=1, max_size=9)
TEXTS = st.lists(st.lists(WORD, min_size=1, max_size=40).map(" ".join), min_size=1, max_size=12)


def paragraph(desk: Desk, words: str) -> Paragraph:
    return Paragraph(text(words), desk.style("body"), desk, Element("P"), 7.0, 7.0)


def words_of(placed: list[Placed]) -> list[str]:
    found: list[str] = []
    for one in placed:
        if isinstance(one.block, DrawnLines):
            for line in one.block.lines:
                found += "".join(fragment.run.text for _, fragment in joined(line)).split()
    return found


def pages(desk: Desk, block: Block, room: float, width: float = 200.0) -> list[list[Placed]]:
    """The block over pages of `room` points."""
    made: list[list[Placed]] = []
    rest: Block | None = block
    while rest is not None and len(made) < 500:
        head, tail = rest.split(width, room)
        if head is None:
            head, tail = rest, None
        assert tail is not rest
        made.append(list(head.place(0, 1000, width)))
        rest = tail
    return made


@settings(max_examples=40, deadline=None)
@given(texts=TEXTS, room=st.floats(60, 400))
def test_a_stack_over_pages_keeps_every_word_in_order(desk: Desk, texts: list[str], room: float) -> None:
    """Parted paragraphs hold the words of the whole, in order."""
    stack = Stack([paragraph(desk, words) for words in texts])
    found = [word for page in pages(desk, stack, room) for word in words_of(page)]
    assert found == " ".join(texts).split()


@settings(max_examples=40, deadline=None)
@given(texts=TEXTS, room=st.floats(60, 300))
def test_no_part_of_a_paragraph_is_a_single_line(desk: Desk, texts: list[str], room: float) -> None:
    """There is neither a widow nor an orphan: a paragraph parts with two lines on either side, or not at all."""
    for words in texts:
        whole = paragraph(desk, words)
        head, tail = whole.split(200, room)
        if head is not None and tail is not None:
            assert min(len(part.lines(200)) for part in (head, tail) if isinstance(part, Paragraph)) >= 2


@settings(max_examples=30, deadline=None)
@given(texts=TEXTS, notes=TEXTS, room=st.floats(150, 500))
def test_a_spread_keeps_margin_notes_and_text(desk: Desk, texts: list[str], notes: list[str], room: float) -> None:
    """Over any number of pages, each word of the column and each of the notes is placed once."""
    main = [paragraph(desk, words) for words in texts]
    side: list[tuple[int, Block]] = [(i % len(main), Stack([paragraph(desk, words)])) for i, words in enumerate(notes)]
    spread = Spread(main, sorted(side, key=lambda one: one[0]), 130, 140, 60)
    found = sorted(word for page in pages(desk, spread, room) for word in words_of(page))
    assert found == sorted(" ".join(texts + notes).split())


@settings(max_examples=30, deadline=None)
@given(texts=TEXTS, room=st.floats(80, 300))
def test_columns_keep_order_and_balance(desk: Desk, texts: list[str], room: float) -> None:
    """Text in columns reads down each column in turn, over as many pages as it takes."""
    found = [
        w for page in pages(desk, Columns([paragraph(desk, t) for t in texts], 2, 10), room) for w in words_of(page)
    ]
    assert found == " ".join(texts).split()


def test_a_table_repeats_its_header_as_an_artifact(desk: Desk) -> None:
    """The header stands on each page that the table runs over, and is content on the first one alone."""
    structure = Element("Table")
    rows = [TableRow((text("row"), text("cell"))) for _ in range(60)]
    table = Table(desk, [Column(text("Head"), 90), Column(text("Other"), 90, "right")], rows, structure)
    parts = pages(desk, table, 300)
    assert len(parts) > 2
    heads = [[p for p in part if isinstance(p.block, DrawnLines) and "Head" in words_of([p])] for part in parts]
    assert all(len(found) == 1 for found in heads)
    tags = [found[0].block.element for found in heads if isinstance(found[0].block, DrawnLines)]
    assert tags[0] is not None
    assert tags[0].tag == "TH"
    assert all(tag is None for tag in tags[1:])
    assert [kid.tag for kid in structure.kids] == ["THead", "TBody"]
    assert len(structure.kids[1].kids) == 60


def test_numbers_stand_on_one_decimal_point(desk: Desk) -> None:
    """Whatever the digits on either side, the decimal points of a column are one above the other."""
    from briefpress.model.text import Claim, Origin

    claim = Claim(Origin.CELL, "test")
    rows = [TableRow((text("row"), (Run(number, claim),))) for number in ("1.5", "1,234.25", "12", "0.125")]
    columns = [Column(text("Head"), 90), Column(text("Value"), 80, "decimal", "table_value", 50)]
    face = desk.fonts.face("label", desk.style("table_value").weight)
    points = set()
    for placed in Table(desk, columns, rows, Element("Table")).place(0, 500, 200):
        if isinstance(placed.block, DrawnLines) and placed.block.element and placed.block.element.tag == "TD":
            shown = "".join(words_of([placed]))
            whole = shown.split(".")[0]
            points.add(round(placed.x + placed.block.shifts[0] + face.width(whole, desk.style("table_value").size), 2))
    assert len(points) == 1


def test_a_heading_never_ends_a_page(desk: Desk) -> None:
    """A heading moves with the first lines of what it heads."""
    from briefpress.pages.headings import heading

    document = Element("Sect")
    for lines in range(30, 60):
        filler = Space(lines * 14.0)
        head = heading(desk, document, 2, text("Heading here"), f"target-{lines}")
        body = paragraph(desk, " ".join(["word"] * 90))
        sheets = Flow(desk.geometry).run([Section("one", "One", [filler, head, body])])
        for sheet in sheets:
            shown = words_of(sheet.placed)
            assert not shown or shown[-1] != "here"


def test_a_figure_that_does_not_fit_lets_text_go_ahead(desk: Desk) -> None:
    """The rest of a page is filled with the text that follows a figure, and the figure tops the next page."""
    figure = Stack([Rule(1, "#000000"), Space(400)], whole=True, floats=True)
    blocks = [Space(500), figure, paragraph(desk, "after the figure " * 9)]
    sheets = Flow(desk.geometry).run([Section("one", "One", blocks)])
    assert len(sheets) == 2
    assert "after" in words_of(sheets[0].placed)
    assert words_of(sheets[1].placed) == []


def test_placing_a_table_twice_makes_its_rows_once(desk: Desk) -> None:
    """Trying a page does not leave second, empty rows in the structure."""
    structure = Element("Table")
    rows = [TableRow((text("row"), text("cell"))) for _ in range(9)]
    table = Table(desk, [Column(text("Head"), 90), Column(text("Other"), 90)], rows, structure)
    for _ in range(2):
        list(table.place(0, 500, 200))
    assert [kid.tag for kid in structure.kids] == ["THead", "TBody"]
    assert len(structure.kids[0].kids) == 1
    assert len(structure.kids[1].kids) == 9


def test_a_margin_note_longer_than_a_page_goes_on(desk: Desk) -> None:
    """What no page could hold is parted, in the column and in the margin alike."""
    long = [Stack([paragraph(desk, "word " * 1500)], whole=True) for _ in range(2)]
    spread = Spread([long[0]], [(0, long[1])], 130, 140, 60)
    parts = pages(desk, spread, 700)
    assert len(parts) > 2
    assert sum(len(words_of(part)) for part in parts) == 3000
    heights = [
        placed.top - len(placed.block.lines) * 14
        for part in parts
        for placed in part
        if isinstance(placed.block, DrawnLines)
    ]
    assert min(heights) >= 300 - 0.1


def test_a_row_longer_than_a_page_goes_on(desk: Desk) -> None:
    """An event or a list item of any length keeps all its words on the pages."""
    label, body = paragraph(desk, "label"), paragraph(desk, "word " * 2000)
    parts = pages(desk, Row([(0.0, 40.0, label), (50.0, 150.0, body)]), 700)
    assert len(parts) > 2
    assert sum(len(words_of(part)) for part in parts) == 2001
