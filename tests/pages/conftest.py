"""A desk for tests of the pages: a dataset made of nouns, the default style, English or another language."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from matplotlib.figure import Figure as MatplotlibFigure

from briefpress.language.edtf import parse_edtf
from briefpress.language.lexicon import load_lexicon
from briefpress.model.dataset import Brief, Dataset, Event, Figure, Source
from briefpress.model.quantity import Bound, Quantity
from briefpress.pages.desk import Desk, References
from briefpress.pdf.fonts import FontBook
from briefpress.summary import summarise
from briefpress.theme import load_theme

SOURCES = (
    Source("first", {"id": "first", "type": "report", "title": "A report", "publisher": "Press", "language": "en"}),
    Source("second", {"id": "second", "type": "webpage", "title": "A page", "URL": "https://www.example.org/a/page/"}),
)


def mark(key: str, colour: str, width: float, height: float) -> MatplotlibFigure:
    """An empty sample: what a mark looks like is the business of the charts' tests."""
    return MatplotlibFigure(figsize=(width / 72, height / 72))


def make_desk(brief: Brief, language: str = "en-GB", style: str = "briefing", **parts: object) -> Desk:
    events = tuple(
        Event(f"e{n}", parse_edtf(f"{1990 + n}-05"), f"Event number {n}.", "first", phase="", group="")
        for n in range(6)
    )
    figures = tuple(
        Figure(f"f{n}", f"Label of {n}", Quantity(Decimal(n * 1000 + 1), "people", Bound.AT_LEAST), "first")
        for n in range(1, 4)
    )
    dataset = Dataset("folder", "folder", brief, figures, events, (), (), SOURCES)
    for name, value in parts.items():
        dataset = Dataset(**{**{f: getattr(dataset, f) for f in dataset.__dataclass_fields__}, name: value})
    theme = load_theme(style)
    numbers = References(sources={"first": 1, "second": 2})
    return Desk(
        summarise(dataset), theme, load_lexicon(language), FontBook(theme), theme.papers["a4"], {}, numbers, mark
    )


@pytest.fixture(scope="session")
def desk() -> Desk:
    return make_desk(Brief("A title"))


@pytest.fixture(scope="session")
def desks() -> Callable[..., Desk]:
    return make_desk
