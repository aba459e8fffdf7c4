"""How long things may be before a page looks crowded. All are warnings: the pages cope."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpress.checking.subject import Subject, warning
from briefpress.errors import BriefpressError
from briefpress.language.prose import resolve
from briefpress.model.dataset import place_of
from briefpress.model.problem import Place, Problem
from briefpress.model.prose import Prose
from briefpress.model.text import plain, text

FINDINGS = 5
TILES = 6
FINDING_WORDS = 25
STANDFIRST_WORDS = 45
LABEL_WORDS = 8
CHART_TITLE_WORDS = 15
#: Two lines of 482 points set in 25 point bold, whose letters are 11.6 points wide on average in the styles' fonts.
TITLE_LETTERS = 82


def check_limits(subject: Subject) -> Iterator[Problem]:
    brief = subject.dataset.brief
    if len(brief.title) > TITLE_LETTERS:
        message = f"the title has {len(brief.title)} letters and will take more than two lines"
        hint = f"Keep it to about {TITLE_LETTERS}; short_title serves the headers."
        yield warning(message, hint, place_of(brief, "title"))
    if brief.standfirst:
        yield from _long(subject, brief.standfirst, STANDFIRST_WORDS, "the standfirst")
    if len(brief.findings) > FINDINGS:
        message = f"there are {len(brief.findings)} findings, and {FINDINGS} are read at a glance"
        yield warning(message, "Keep the most telling, and put the others into a text.", brief.findings[FINDINGS].place)
    for finding in brief.findings:
        yield from _long(subject, finding.body, FINDING_WORDS, "the finding")
    if len(brief.tiles) > TILES:
        message = f"there are {len(brief.tiles)} tiles, and {TILES} fit the front page"
        yield warning(
            message, "Keep the most telling; the table of statistics prints all.", place_of(brief, f"tiles.{TILES}")
        )
    for chart in brief.charts:
        if chart.title:
            yield from _long(subject, chart.title, CHART_TITLE_WORDS, "the title of the chart")


def check_tile_labels(subject: Subject) -> Iterator[Problem]:
    """Labels of the tiles, which have room for few words."""
    brief = subject.dataset.brief
    figures = {figure.id: figure for figure in subject.dataset.figures}
    statistics = {statistic.id: statistic for statistic in brief.statistics}
    for ref in brief.tiles:
        if figure := figures.get(ref):
            label, place = figure.short or figure.label, place_of(figure, "short" if figure.short else "label")
        elif statistic := statistics.get(ref):
            label, place = statistic.label, place_of(statistic, "label")
        else:
            continue
        if _words(label) > LABEL_WORDS:
            message = f"the label of the tile {ref!r} has {_words(label)} words, and {LABEL_WORDS} fit"
            hint = "Put fewer into the column short of figures.csv." if ref in figures else "Shorten it."
            yield warning(message, hint, place)


def _long(subject: Subject, prose: Prose, most: int, what: str) -> Iterator[Problem]:
    count = _words(_printed(subject, prose))
    if count > most:
        place: Place = prose.place
        yield warning(f"{what} has {count} words as printed, and {most} are enough", "Shorten it.", place)


def _printed(subject: Subject, prose: Prose) -> str:
    """The prose as a reader will see it; braces that cannot be printed count as one word."""
    names = {piece.ref: text("figure") for piece in prose.pieces if ":" in piece.ref}
    try:
        return plain(resolve(prose, subject.summary, subject.lexicon, names))
    except (BriefpressError, KeyError):
        return "".join(piece.text or "number" for piece in prose.pieces)


def _words(string: str) -> int:
    # Spaces inside numbers do not break, and part no words.
    return len(re.findall(r"[^ \t\n]+", string))
