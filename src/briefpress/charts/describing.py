"""A chart in words for those who do not see it: what it is and measures, its ends and extremes, what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from briefpress.charts import wording
from briefpress.charts.request import Column, Request, date_of
from briefpress.language.measures import full_unit
from briefpress.model.prose import Form
from briefpress.model.summary import Fact
from briefpress.model.text import Origin, Text, claimed, plain, text

LONGEST, SHORTEST = 400, 120
MOST_WORDS = 15


def first_words(words: Text, count: int) -> Text:
    """At most `count` words of a text, with an ellipsis where some were left out."""
    kept: Text = ()
    left = count
    for run in words:
        parts = run.text.split(" ")
        if len([part for part in parts if part]) > left:
            head = " ".join(parts[:left]).rstrip(" ,;:")
            return text(kept, claimed(head, run.claim.origin, run.claim.ref) if run.claim else head, "…")
        left -= len([part for part in parts if part])
        kept = (*kept, run)
    return kept


def unit_words(request: Request, unit: str) -> Text:
    """The unit in the brief's language, as a subtitle names it."""
    return claimed(full_unit(request.lexicon, unit, Decimal(2)), Origin.CELL, f"{request.spec.id}:unit") if unit else ()


def period(request: Request, facts: Sequence[Fact]) -> Text:
    """From the first date of the facts to the last, in years or, within a year, in months."""
    dates = [(date, fact) for fact in facts if (date := date_of(request, fact)) is not None]
    if not dates:
        return ()
    first, earliest = min(dates, key=lambda dated: dated[0].start.first)
    last, latest = max(dates, key=lambda dated: dated[0].last_point.last)
    whole = replace(first, end=last.last_point, open_end=last.open_end) if first != last else first
    far = whole.last_point.last.year > whole.start.first.year
    ref = f"{earliest.ref}:as_of" + (f"..{latest.ref}:as_of" if first != last else "")
    return wording.date(request, whole, ref, "year" if far and first != last else "long")


def alternative(
    request: Request, facts: Sequence[Fact], measured: tuple[Text, str], sentences: Sequence[Text], title: str
) -> Text:
    """Kind, measure, unit, period; first, last, highest, lowest; what is missing; where the values are. `measured` is
    the measure in words, if it has any, and its unit. 120 to 400 characters, and never the title again."""
    lexicon = request.lexicon
    kind = claimed(lexicon.word(f"kind-{request.spec.kind}"), Origin.CATALOG, f"kind-{request.spec.kind}")
    measure = measured[0] or wording.joined([wording.name(request, fact) for fact in facts[:3]])
    about = wording.joined([first_words(measure, 14), unit_words(request, measured[1]), period(request, facts)])
    head = wording.phrase(request, "drawing-alt-head", kind=kind, about=about) if about else text(kind, ".")
    listed = said_items(request, facts)
    closing = lexicon.phrase("chart-alt-values-in")
    said = _fitting([head, *(sentences or listed)], closing, title)
    for more in (*listed, lexicon.phrase("drawing-alt-certainty"), lexicon.phrase("drawing-alt-sources")):
        if len(plain(said)) < SHORTEST and plain(more) not in plain(said):
            said = _fitting([said, more], (), title)
    return said


def _fitting(sentences: Iterable[Text], closing: Text, title: str) -> Text:
    """As many of the sentences, in order, as leave room for the closing one."""
    room = LONGEST - len(plain(closing)) - 1
    said: Text = ()
    for sentence in sentences:
        if title and title.casefold().rstrip(".") == plain(sentence).casefold().rstrip("."):
            continue
        longer = wording.joined([said, sentence], " ")
        if len(plain(longer)) <= room:
            said = longer
    return wording.joined([said, closing], " ")


def said_items(request: Request, facts: Sequence[Fact]) -> list[Text]:
    """One sentence, "Values: Killed about 4.5; wounded about 32 or more.", for the first few; none for none."""
    said: Text = ()
    unit = facts[0].quantity.unit if facts else ""
    for fact in facts[:8]:
        item = wording.phrase(
            request,
            "chart-alt-item",
            label=first_words(wording.name(request, fact), 8),
            value=wording.value(request, fact, Form.BARE if fact.quantity.unit == unit else Form.UNIT),
        )
        longer = wording.listed(request, [said, item])
        if len(plain(longer)) > 210:
            break
        said = longer
    return [wording.phrase(request, "chart-alt-items", items=said)] if said else []


def ends_and_extremes(request: Request, column: Column) -> list[Text]:
    """The sentences about a column: first and last, highest and lowest, what is missing, what is estimated."""
    known = column.known
    if not known:
        return []

    def said(index: int) -> tuple[Text, Text]:
        cell = known[index]
        assert cell.fact is not None
        return wording.value(request, cell.fact), wording.cell_date(request, column, cell.date, "short")

    sizes = [float(cell.fact.quantity.value) for cell in known if cell.fact]
    top, low = sizes.index(max(sizes)), sizes.index(min(sizes))
    phrase = wording.phrase
    out = [_pair(request, "ends", said(0), said(-1))]
    if len(known) > 1:
        out.append(_pair(request, "extremes", said(top), said(low)))
    else:
        out = [_pair(request, "single", said(0), said(0))]
    blank = [wording.cell_date(request, column, cell.date, "short") for cell in column.cells if cell.fact is None]
    if blank:
        out.append(phrase(request, "chart-alt-missing", what=_few(blank)))
    guesses = [wording.cell_date(request, column, cell.date, "short") for cell in known if cell.estimated]
    if guesses:
        out.append(phrase(request, "chart-alt-estimated", what=_few(guesses)))
    return out


def _few(dates: Sequence[Text]) -> Text:
    """Up to four dates, or the first and last of more."""
    return wording.joined(dates) if len(dates) <= 4 else text(dates[0], " … ", dates[-1])


def _pair(request: Request, key: str, one: tuple[Text, Text], other: tuple[Text, Text]) -> Text:
    values = {"first": one[0], "first_date": one[1], "last": other[0], "last_date": other[1]}
    return wording.phrase(request, f"drawing-alt-{key}", **values)


def series_message(request: Request, column: Column) -> Text:
    """A peak where the highest value lies within, else from the first to the last."""
    known = [(cell, cell.fact) for cell in column.known if cell.fact is not None]
    if not known:
        return ()
    name = wording.series_name(column) if len(column.series.columns) == 1 else wording.column_name(request, column)
    sizes = [fact.quantity.value for _, fact in known]
    top = sizes.index(max(sizes))
    first, last, peak = (wording.value(request, known[index][1]) for index in (0, -1, top))
    if 0 < top < len(known) - 1:
        when = wording.cell_date(request, column, known[top][0].date, "short")
        return headline(lambda label: wording.phrase(request, "drawing-peak", label=label, value=peak, date=when), name)
    if len(known) == 1:
        return headline(lambda label: wording.phrase(request, "chart-title-one", label=label, value=first), name)
    return headline(lambda label: wording.phrase(request, "drawing-from-to", label=label, first=first, last=last), name)


def headline(make: Callable[[Text], Text], name: Text) -> Text:
    """The message with as many words of the name as leave it fifteen."""
    made = make(name)
    for count in range(MOST_WORDS - 3, 0, -1):
        if len(plain(made).split(" ")) <= MOST_WORDS:
            break
        made = make(first_words(name, count))
    return wording.capital(made)
