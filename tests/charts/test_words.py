"""Titles, subtitles, alternative texts, notes and rows, in every language."""

from __future__ import annotations

from typing import Any

import pytest

from briefpress.charts import CHARTS
from briefpress.language.catalog import catalog_languages
from briefpress.model.chart import Chart
from briefpress.model.dataset import Dataset
from briefpress.model.text import Origin, plain
from charts import kit

KINDS = sorted(set(CHARTS) - {"python"})


def everything(language: str = "en-GB") -> Dataset:
    """One dataset that every kind can draw something of."""
    figures = [
        kit.figure("few", "at_least 40", label="Counted in the north", phase="one"),
        kit.figure("many", "about 900", label="Counted in the south", source="t"),
        kit.figure("part", "0.3", "share", label="Share of the north"),
        kit.figure("usd", "12", "USD", label="Cost"),
        kit.figure("eur", "10", "EUR", label="The same"),
        kit.figure("span", "between 3 9", "km", label="Distance"),
    ]
    rows = [("2001", (4, 8)), ("2002*", (9, 7)), ("2004", ("at_least 6", 5))]
    events = [kit.event("start", "2001-02-03", "one", "Start"), kit.event("stop", "2004~", "one")]
    return kit.dataset(
        figures=figures,
        series=[kit.series("s", rows, columns=["North", "South"], label="Houses in the valley")],
        events=events,
        phases=kit.phases(("one", "2001", "2004")),
        language=language,
    )


def of(kind: str, language: str = "en-GB", **more: Any) -> Chart:
    kinds: dict[str, dict[str, Any]] = {
        "bars": {"items": ("few", "many")},
        "squares": {"items": ("few", "many")},
        "dots": {"items": ("few", "many")},
        "disagreement": {"items": ("few", "many")},
        "share": {"items": ("part",)},
        "grid": {"items": ("part",)},
        "range": {"items": ("span",)},
        "currencies": {"items": ("usd", "eur")},
        "line": {"series": ("s",)},
        "columns": {"series": ("s",)},
        "slope": {"series": ("s",)},
        "steps": {"series": ("s.c0",)},
        "timeline": {},
    }
    return kit.chart(everything(language), kind, **kinds[kind], **more)


@pytest.mark.parametrize("language", catalog_languages())
@pytest.mark.parametrize("kind", KINDS)
def test_alternative_texts(kind: str, language: str) -> None:
    """Alternative texts have 120 to 400 characters, name the kind and never repeat the title."""
    made = of(kind, language)
    alt = plain(made.alt)
    assert 120 <= len(alt) <= 400
    assert plain(made.title) not in alt
    assert "picture of" not in alt.lower()
    assert "{" not in alt + plain(made.title) + plain(made.subtitle) + plain(made.note)


@pytest.mark.parametrize("language", catalog_languages())
@pytest.mark.parametrize("kind", KINDS)
def test_titles_of_its_own(kind: str, language: str) -> None:
    """A chart without a title makes one of its data: fifteen words at most, a capital first, and a subtitle."""
    made = of(kind, language)
    title = plain(made.title)
    assert 1 <= len(title.split(" ")) <= 15
    assert title[0] == title[0].upper()
    assert plain(made.subtitle)


@pytest.mark.parametrize("kind", KINDS)
def test_every_number_has_a_claim(kind: str) -> None:
    """What is drawn claims its numbers: figures and cells by reference, ticks as the chart's axis."""
    made = of(kind)
    for piece in kit.pieces(made):
        if any(char.isdigit() for char in piece.string):
            assert piece.run.claim is not None
            assert piece.run.claim.ref
    values = [
        p.run.claim for p in kit.pieces(made) if p.run.claim and p.run.claim.origin in (Origin.FIGURE, Origin.SERIES)
    ]
    assert values or kind in ("timeline", "line")


@pytest.mark.parametrize("kind", KINDS)
def test_rows_and_sources(kind: str) -> None:
    """The rows behind a chart are a regular table with a header, and the sources are those of what it shows."""
    made = of(kind)
    assert len(made.data) > 1
    assert len({len(row) for row in made.data}) == 1
    assert set(made.sources) <= {"s", "t"}
    assert made.sources


def test_the_author_has_the_word() -> None:
    """Title, subtitle, note and labels of the brief replace those made from the data, and keep their claims."""
    made = of(
        "bars",
        title="No fewer than {few:number} houses",
        subtitle="houses, by valley",
        note="Counted twice.",
        labels={"few": "The north, {few:date}"},
    )
    assert plain(made.title) == "No fewer than 40 houses"
    assert plain(made.subtitle) == "Houses, by valley"
    assert plain(made.note) == "Counted twice."
    assert "The north, 2016" in "".join(piece.string for piece in kit.pieces(made))
    assert any(run.claim and run.claim.ref == "few" for run in made.title)


def test_marks_are_explained_where_the_author_says_nothing() -> None:
    """A chart with hedged marks and no note of the author explains them."""
    note = plain(of("bars").note)
    assert "about" in note
    assert "at least" in note


def test_a_two_in_one_mark_is_explained_as_both() -> None:
    """ "About, or more" is two marks at once, and both are explained."""
    data = kit.dataset(
        figures=[kit.figure("a", "more_than 32"), kit.figure("b", "about 4")], statistics=(kit.statistic("r", "a / b"),)
    )
    note = plain(kit.chart(data, "bars", items=("r",)).note)
    assert "about" in note
    assert "more than" in note


@pytest.mark.parametrize("style", ["briefing", "broadsheet", "government", "clear-print"])
@pytest.mark.parametrize("width", list(kit.WIDTHS))
@pytest.mark.parametrize("kind", KINDS)
def test_every_style_holds_every_kind(kind: str, width: str, style: str) -> None:
    """In every shipped style labels keep apart, inside, horizontal, dark enough and no smaller than 7.5 points."""
    theme = kit.style(style)
    made = of(kind, width=width, theme=theme)
    found = kit.pieces(made, theme)
    assert kit.collisions(found) == []
    assert kit.outside(made, found) == []
    assert all(piece.angle == 0 and piece.size >= 7.5 for piece in found)
    for piece in found:
        assert kit.readable(piece.colour, theme) or piece.colour == theme.colours.paper
