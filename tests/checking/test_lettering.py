"""Characters that cannot be printed."""

from __future__ import annotations

import pytest

from briefpress.checking.lettering import check_lettering
from briefpress.errors import BriefpressError, FontError
from briefpress.model.dataset import Brief, Dataset, Quote, Source
from briefpress.model.problem import Place
from briefpress.model.prose import Piece, Prose

ROW = Place("quotes.csv", 3)
ENTRY = Place("sources.json", 8)
PIECE = Place("brief.toml", 5, 20)


def dataset(quote: str = "", title: str = "", abstract: str = "", standfirst: str = "") -> Dataset:
    return Dataset(
        "folder",
        "folder",
        Brief("Title", standfirst=Prose((Piece(standfirst, place=PIECE),), Place("brief.toml", 5))),
        quotes=(Quote("q", "Speaker", quote, "s", locator="✘", place=ROW),),
        sources=(Source("s", {"title": title, "abstract": abstract, "author": [{"family": title}]}, ENTRY),),
    )


def objects_to(*refused: str) -> object:
    def objection(char: str) -> BriefpressError | None:
        return FontError(f"no {char}", "Use another") if char in refused else None

    return objection


@pytest.mark.parametrize(
    ("given", "place"),
    [(dataset(quote="a ✘"), ROW), (dataset(title="✘"), ENTRY), (dataset(standfirst="b✘"), PIECE)],
)
def test_a_character_is_told_with_its_place(given: Dataset, place: Place) -> None:
    """What cannot be printed is told once, with the row, the entry or the piece of prose where it first stands."""
    problems = check_lettering(given, objects_to("✘"))  # type: ignore[arg-type]
    assert [(problem.message, problem.hint, problem.place) for problem in problems] == [("no ✘", "Use another", place)]


def test_what_is_not_printed_may_hold_anything() -> None:
    """Locators, and what a reference manager exports besides, are not printed, so nothing is said of them."""
    assert check_lettering(dataset(abstract="✘"), objects_to("✘")) == ()  # type: ignore[arg-type]


def test_characters_are_judged_as_they_are_set() -> None:
    """A letter and its accent are one character where Unicode has one."""
    assert check_lettering(dataset(quote="cafe\u0301"), objects_to("\u0301")) == ()  # type: ignore[arg-type]
