"""Running heads and feet."""

from __future__ import annotations

from collections.abc import Callable

from briefpress.language.edtf import parse_edtf
from briefpress.model.dataset import Brief
from briefpress.model.text import plain
from briefpress.pages.blocks import DrawnLines
from briefpress.pages.desk import Desk
from briefpress.pages.furniture import furniture
from briefpress.pages.showing import joined


def texts(desk: Desk, page: int, section: str = "A section") -> list[str]:
    drawn = [placed.block for placed in furniture(desk, page, section) if isinstance(placed.block, DrawnLines)]
    return ["".join(fragment.run.text for line in block.lines for _, fragment in joined(line)) for block in drawn]


def test_a_first_page_has_a_foot_and_no_head(desks: Callable[..., Desk]) -> None:
    """Publisher, date and page stand at the foot of the first page; the title stands on the page itself."""
    desk = desks(Brief("A title", publisher="Press", date=parse_edtf("2016-12")))
    assert texts(desk, 1) == ["Press", "December 2016", "Page 1 of 1"]


def test_later_pages_name_section_and_title(desks: Callable[..., Desk]) -> None:
    """From the second page on the section stands above, and the title below with publisher, date and page."""
    desk = desks(Brief("A title", publisher="Press", date=parse_edtf("2016-12")))
    assert texts(desk, 2) == ["A section", "A title", "Press, December 2016", "Page 2 of 1"]


def test_a_date_is_printed_whole_or_not_at_all(desks: Callable[..., Desk]) -> None:
    """Half a date would say something else than the dataset does."""
    long = "The Society for the Printing of Particularly Long Names of Publishers in Every Footer"
    for publisher in ("", "Press", long):
        desk = desks(Brief("A title", publisher=publisher, date=parse_edtf("1983-09-14/1983-12-31")))
        whole = plain(desk.date(parse_edtf("1983-09-14/1983-12-31"), "brief.toml:date"))
        for page in (1, 2):
            said = " ".join(texts(desk, page))
            assert whole in said or "1983" not in said


def test_a_long_section_is_cut_to_seven_words(desks: Callable[..., Desk]) -> None:
    """A running head stays short, whatever the section is called."""
    desk = desks(Brief("A title"))
    assert (
        texts(desk, 2, "one two three four five six seven eight nine")[0] == "one two three four five six seven\u00a0…"
    )
