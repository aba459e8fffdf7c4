"""Fonts, canvas and story of a shipped style."""

from __future__ import annotations

import pytest

from briefpress.model.story import Story
from briefpress.pdf.canvas import TaggingCanvas
from briefpress.pdf.fonts import FontBook
from briefpress.theme import Theme, load_theme
from pdf.kit import make_story


@pytest.fixture(scope="session")
def theme() -> Theme:
    return load_theme("briefing")


@pytest.fixture(scope="session")
def fonts(theme: Theme) -> FontBook:
    return FontBook(theme)


@pytest.fixture
def canvas(fonts: FontBook) -> TaggingCanvas:
    return TaggingCanvas(fonts, 595, 842)


@pytest.fixture
def story() -> Story:
    return make_story()
