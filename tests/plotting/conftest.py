"""The briefing style's fonts, known to matplotlib too so that its own backends can draw with them."""

from __future__ import annotations

from collections.abc import Iterator

import matplotlib as mpl
import pytest
from matplotlib import font_manager

from briefpress.pdf.fonts import FontBook
from briefpress.theme import Theme, load_theme
from plotting.gallery import settings


@pytest.fixture(scope="session")
def theme() -> Theme:
    return load_theme("briefing")


@pytest.fixture(scope="session")
def fonts(theme: Theme) -> FontBook:
    return FontBook(theme)


@pytest.fixture(scope="session")
def family(theme: Theme) -> Iterator[str]:
    """The name under which matplotlib finds the style's label family."""
    manager = font_manager.fontManager
    before = list(manager.ttflist)
    for path in theme.families["label"].faces.values():
        manager.addfont(path)
    yield str(font_manager.get_font(str(theme.families["label"].faces["regular"])).family_name)
    manager.ttflist[:] = before


@pytest.fixture
def same_font(family: str) -> Iterator[None]:
    with mpl.rc_context(settings(family)):
        yield
