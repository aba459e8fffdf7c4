"""Finished PDFs to verify and to forge, built once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from briefpress.pipeline import Options, build
from proof.kit import DATA, ORCHARD, Surveys


@cache
def built(folder: Path) -> bytes:
    return build(folder, Options(allow_code=True)).pdf


@pytest.fixture(scope="session")
def orchard() -> bytes:
    """A briefing of three pages with every kind of number."""
    return built(ORCHARD)


@pytest.fixture(scope="session")
def briefing() -> Callable[[str], bytes]:
    """The briefing of one of the datasets that come with the program."""
    return lambda name: built(DATA / name)


@pytest.fixture(scope="session")
def surveys() -> Surveys:
    return Surveys()
