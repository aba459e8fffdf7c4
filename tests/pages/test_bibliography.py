"""The list of sources."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefpress.errors import BriefpressError
from briefpress.model.dataset import Brief, Source
from briefpress.model.text import Origin, plain
from briefpress.pages.bibliography import formatted
from briefpress.pages.desk import Desk

REPORT = Source(
    "report",
    {
        "id": "report",
        "type": "report",
        "author": [{"family": "Belmont", "given": "Ada"}],
        "title": "Water & <stone>",
        "publisher": "Harbour Press",
        "number": "R1",
        "issued": {"date-parts": [[2009, 7, 2]]},
        "URL": "https://www.example.org/reports/R1.html",
        "language": "en",
    },
)
PAPER = Source("paper", {"id": "paper", "type": "article-newspaper", "title": "Rain", "container-title": "The Gull"})

Desks = Callable[..., Desk]


def entry(desk: Desk, source: Source) -> str:
    return plain(formatted(desk, [source])[0])


@pytest.mark.parametrize(
    ("language", "date"),
    [("en-GB", "2 July 2009"), ("en-US", "July 2, 2009"), ("fr-FR", "2 juillet 2009"), ("de", "2. Juli 2009")],
)
def test_entries_are_in_the_language_of_the_brief(desks: Desks, language: str, date: str) -> None:
    """Author, title, publisher and number stand as they are; the date is written as the language writes it."""
    shown = entry(desks(Brief("Title", language=language), language=language), REPORT)
    assert shown.startswith("Belmont, Ada. Water & <stone>. Harbour Press")
    assert date in shown


def test_author_date_puts_the_year_behind_the_author(desks: Desks) -> None:
    """The second style of ours gives the year after the name."""
    shown = entry(desks(Brief("Title", citation_style="author-date")), REPORT)
    assert shown.startswith("Belmont, Ada (2009). Water")


def test_a_style_file_of_the_dataset_is_used(desks: Desks, tmp_path: Path) -> None:
    """Any CSL file in the dataset folder formats the list."""
    (tmp_path / "mine.csl").write_text(
        '<?xml version="1.0" encoding="utf-8"?><style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" '
        'version="1.0"><info><title>m</title><id>m</id><updated>2026-01-01T00:00:00+00:00</updated></info>'
        '<citation><layout><text variable="title"/></layout></citation>'
        '<bibliography><layout><text variable="title" prefix="» "/></layout></bibliography></style>',
        encoding="utf-8",
    )
    desk = desks(Brief("Title", citation_style="mine.csl"), folder=str(tmp_path))
    assert entry(desk, REPORT).startswith("» Water & <stone>")


def test_an_unknown_style_says_what_there_is(desks: Desks) -> None:
    """A citation style that does not exist is one clear error."""
    with pytest.raises(BriefpressError, match="no citation style 'harvrd'"):
        formatted(desks(Brief("Title", citation_style="harvrd")), [REPORT])


def test_an_address_is_a_link_without_its_scheme_and_its_absence_is_said(desks: Desks) -> None:
    """The address is printed short and leads to the whole one; a source without one says so."""
    desk = desks(Brief("Title"))
    linked = [run for run in formatted(desk, [REPORT])[0] if run.href]
    assert [(run.text, run.href) for run in linked] == [
        ("example.org/reports/R1.html", "https://www.example.org/reports/R1.html")
    ]
    assert entry(desk, PAPER).endswith("No address recorded.")


def test_every_part_of_an_entry_is_claimed_by_its_source(desks: Desks) -> None:
    """Numbers in titles and dates of a source are traced to its entry in sources.json."""
    for run in formatted(desks(Brief("Title")), [REPORT])[0]:
        assert run.claim is None or (run.claim.origin, run.claim.ref) == (Origin.SOURCE, "report")


def test_order_is_the_order_asked_for(desks: Desks) -> None:
    """Entries come in the order of their numbers, whatever the style would sort by."""
    desk = desks(Brief("Title"))
    both = [plain(words) for words in formatted(desk, [PAPER, REPORT])]
    assert both[0].startswith("Rain")
    assert both == [plain(words) for words in reversed(formatted(desk, [REPORT, PAPER]))]
