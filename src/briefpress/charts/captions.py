"""What a chart says in words: its message, what it measures, its alternative text, its notes and its rows of data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from briefpress.charts import wording
from briefpress.charts.ink import Sheet
from briefpress.charts.request import Column, Request, columns, date_of, items
from briefpress.language.measures import full_unit
from briefpress.language.telling import table_parts
from briefpress.model.chart import Chart
from briefpress.model.dates import Edtf
from briefpress.model.prose import Form
from briefpress.model.summary import Fact
from briefpress.model.text import Origin, Text, claimed, plain, text

LONGEST_ALT, SHORTEST_ALT = 400, 120
MOST_WORDS = 15
#: Notes that explain a mark in words, in the order in which they are said.
MARK_NOTES = ("month", "about-day", "uncertain", "open", "about", "floor", "ceiling", "range", "estimate")
#: Marks that are two at once, and are explained so.
COMPOUND = {
    "about-or-more": ("about", "floor"),
    "about-or-less": ("about", "ceiling"),
    "about-range": ("about", "range"),
}


@dataclass(slots=True)
class Caption:
    """What a kind adds to the common words. Texts left empty are made from the data."""

    title: Text = ()
    measure: Text = ()
    subtitle_end: Text = ()  #: e.g. "1 square = 5,000 people"
    sentences: list[Text] = field(default_factory=list)  #: more for the alternative text
    notes: list[Text] = field(default_factory=list)  #: owed whatever the author notes
    rows: tuple[tuple[Text, ...], ...] = ()
    facts: tuple[Fact, ...] = ()
    sources: tuple[str, ...] = ()
    marks: set[str] = field(default_factory=set)
    unit: str = ""


def chart(request: Request, sheet: Sheet, caption: Caption, height: float) -> Chart:
    """The finished chart."""
    spec = request.spec
    title = request.resolve(spec.title) if spec.title else caption.title or _message(request, caption.facts)
    title = wording.capital(title)
    subtitle = wording.capital(request.resolve(spec.subtitle)) if spec.subtitle else _subtitle(request, caption)
    if spec.subtitle and caption.subtitle_end and plain(caption.subtitle_end) not in plain(subtitle):
        subtitle = text(subtitle, "; ", caption.subtitle_end)
    return Chart(
        spec,
        sheet.figure,
        sheet.width,
        height,
        title,
        subtitle,
        alternative(request, caption, plain(title)),
        _note(request, caption),
        _sources(caption),
        caption.rows or fact_rows(request, caption.facts),
        frozenset(caption.marks),
    )


def _sources(caption: Caption) -> tuple[str, ...]:
    named = (source for fact in caption.facts for source in fact.sources)
    return tuple(dict.fromkeys([*named, *caption.sources]))


def _note(request: Request, caption: Caption) -> Text:
    """The author's note, or what the marks mean; then what is owed in any case."""
    parts: list[Text] = [request.resolve(request.spec.note)] if request.spec.note else []
    if not parts:
        said = {part for mark in caption.marks for part in COMPOUND.get(mark, (mark,))}
        parts = [request.lexicon.phrase(f"drawing-note-{key}") for key in MARK_NOTES if key in said]
    return wording.joined([*parts, *caption.notes], " ")


def _message(request: Request, facts: Sequence[Fact]) -> Text:
    """The largest of the facts and the smallest, or the only one; no more than fifteen words."""
    if not facts:
        return claimed(request.spec.id, Origin.CELL, f"brief.toml:{request.spec.id}:id")
    known = sorted(facts, key=lambda fact: -abs(fact.quantity.value))
    first, last = known[0], known[-1]
    one = wording.phrase(
        request, "chart-title-one", label=wording.name(request, first), value=wording.value(request, first)
    )
    if len(known) > 1:
        two = wording.phrase(
            request,
            "chart-title-two",
            label=wording.name(request, first),
            value=wording.value(request, first),
            other=wording.name(request, last),
            second=wording.value(request, last),
        )
        if len(plain(two).split()) <= MOST_WORDS:
            return wording.capital(two)
    return short(wording.capital(one), request, first)


def short(title: Text, request: Request, fact: Fact) -> Text:
    """The title, or where it is over fifteen words the number and the first words of what it counts."""
    if len(plain(title).split()) <= MOST_WORDS:
        return title
    value = wording.value(request, fact)
    room = MOST_WORDS - len(plain(value).split()) - 1
    return text(value, ": ", first_words(wording.name(request, fact), room))


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


def _subtitle(request: Request, caption: Caption) -> Text:
    """Measure, unit and period."""
    measure = caption.measure or _measure(request)
    unit = unit_words(request, caption.unit or (caption.facts[0].quantity.unit if caption.facts else ""))
    if unit and plain(unit).casefold() in plain(measure).casefold():
        unit = ()
    parts = wording.joined([measure, unit, period(request, caption.facts)])
    return wording.capital(text(parts, "; ", caption.subtitle_end) if parts and caption.subtitle_end else parts)


def _measure(request: Request) -> Text:
    found = columns(request)
    named = {column.series.id: wording.series_name(column) for column in found}
    return wording.joined(list(named.values()), "; ")


def unit_words(request: Request, unit: str) -> Text:
    """The unit in the brief's language, as a subtitle names it."""
    return claimed(full_unit(request.lexicon, unit, Decimal(2)), Origin.CELL, f"{request.spec.id}:unit") if unit else ()


def period(request: Request, facts: Sequence[Fact]) -> Text:
    """From the first date of the facts to the last, in years or, within a year, in months."""
    dates = [(date, fact) for fact in facts if (date := date_of(request, fact)) is not None]
    if not dates:
        return ()
    first = min((date for date, _ in dates), key=lambda date: date.start.first)
    last = max((date for date, _ in dates), key=lambda date: date.last_point.last)
    whole = replace(first, end=last.last_point, open_end=last.open_end) if first != last else first
    far = whole.last_point.last.year > whole.start.first.year
    return wording.fact_date(request, dates[0][1], whole, "year" if far and first != last else "long")


def alternative(request: Request, caption: Caption, title: str) -> Text:
    """Kind, measure, unit, period; message; first, last, highest, lowest; what is missing; where the values are."""
    lexicon = request.lexicon
    kind = claimed(lexicon.word(f"kind-{request.spec.kind}"), Origin.CATALOG, f"kind-{request.spec.kind}")
    measure = caption.measure or _measure(request) or wording.joined(
        [wording.name(request, fact) for fact in caption.facts[:3]]
    )
    unit = unit_words(request, caption.unit or (caption.facts[0].quantity.unit if caption.facts else ""))
    about = wording.joined([first_words(measure, 14), unit, period(request, caption.facts)])
    head = wording.phrase(request, "drawing-alt-head", kind=kind, about=about) if about else text(kind, ".")
    listed = _listed(request, caption.facts)
    closing = lexicon.phrase("chart-alt-values-in")
    sentences = [*caption.sentences] or ([listed] if listed else [])
    said = _fitting([head, *sentences], closing, title)
    for more in (listed, lexicon.phrase("drawing-alt-certainty"), lexicon.phrase("drawing-alt-sources")):
        if len(plain(said)) < SHORTEST_ALT and more and plain(more) not in plain(said):
            said = _fitting([said, more], (), title)
    return said


def _fitting(sentences: Iterable[Text], closing: Text, title: str) -> Text:
    """As many of the sentences, in order, as leave room for the closing one."""
    room = LONGEST_ALT - len(plain(closing)) - 1
    said: Text = ()
    for sentence in sentences:
        if title and title.casefold().rstrip(".") == plain(sentence).casefold().rstrip("."):
            continue
        longer = wording.joined([said, sentence], " ")
        if len(plain(longer)) <= room:
            said = longer
    return wording.joined([said, closing], " ")


def _listed(request: Request, facts: Sequence[Fact]) -> Text:
    """ "Values: Killed about 4.5, wounded about 32 or more." for the first few."""
    said: Text = ()
    unit = facts[0].quantity.unit if facts else ""
    for fact in facts[:8]:
        item = wording.phrase(
            request,
            "chart-alt-item",
            label=first_words(wording.name(request, fact), 8),
            value=wording.value(request, fact, Form.BARE if fact.quantity.unit == unit else Form.UNIT),
        )
        longer = wording.phrase(request, "drawing-list", a=said, b=item) if said else item
        if len(plain(longer)) > 210:
            break
        said = longer
    return wording.phrase(request, "chart-alt-items", items=said) if said else ()


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
    known = [cell for cell in column.known if cell.fact is not None]
    if not known:
        return ()
    label = first_words(wording.series_name(column) if len(column.series.columns) == 1 else
                        wording.column_name(request, column), 8)
    facts = [cell.fact for cell in known if cell.fact is not None]
    top = max(range(len(facts)), key=lambda i: facts[i].quantity.value)
    if 0 < top < len(facts) - 1:
        when = wording.cell_date(request, column, known[top].date, "short")
        return wording.capital(
            wording.phrase(request, "drawing-peak", label=label, value=wording.value(request, facts[top]), date=when)
        )
    if len(facts) == 1:
        return wording.capital(
            wording.phrase(request, "chart-title-one", label=label, value=wording.value(request, facts[0]))
        )
    first, last = wording.value(request, facts[0]), wording.value(request, facts[-1])
    return wording.capital(wording.phrase(request, "drawing-from-to", label=label, first=first, last=last))


def fact_rows(request: Request, facts: Sequence[Fact]) -> tuple[tuple[Text, ...], ...]:
    """A row per fact: measure, hedge, value, unit, date, sources."""
    head = tuple(_word(request, key) for key in ("measure", "hedge", "value", "unit", "date", "sources"))
    return (head, *(_fact_row(request, fact) for fact in facts))


def _word(request: Request, key: str) -> Text:
    return claimed(request.lexicon.word(key), Origin.CATALOG, key)


def _fact_row(request: Request, fact: Fact) -> tuple[Text, ...]:
    parts = table_parts(fact, request.lexicon)
    when: Edtf | None = date_of(request, fact)
    cells = [wording.name(request, fact)]
    cells += [claimed(str(part), fact.claim.origin, fact.claim.ref) for part in (parts.hedge, parts.number, parts.unit)]
    cells.append(wording.fact_date(request, fact, when) if when else ())
    cells.append(claimed("; ".join(fact.sources), Origin.SOURCE, fact.ref))
    return tuple(cells)


def series_rows(request: Request, found: Sequence[Column]) -> tuple[tuple[Text, ...], ...]:
    """A row per date and column: date, measure, hedge, value, unit, estimate, sources; a blank cell stays blank."""
    head = [_word(request, key) for key in ("date", "measure", "hedge", "value", "unit")]
    head += [claimed(request.lexicon.word("chart-estimates"), Origin.CATALOG, "chart-estimates"), _word(request, "sources")]
    rows: list[tuple[Text, ...]] = [tuple(head)]
    for column in found:
        for cell in column.cells:
            when = wording.cell_date(request, column, cell.date)
            measure = wording.column_name(request, column)
            if cell.fact is None:
                rows.append((when, measure, (), (), (), (), ()))
                continue
            parts, claim = table_parts(cell.fact, request.lexicon), cell.fact.claim
            said = [claimed(str(part), claim.origin, claim.ref) for part in (parts.hedge, parts.number, parts.unit)]
            guess = _word(request, "yes" if cell.estimated else "no")
            rows.append((when, measure, *said, guess, claimed("; ".join(cell.fact.sources), Origin.SOURCE, cell.ref)))
    return tuple(rows)


def item_rows(request: Request, facts: Sequence[Fact]) -> tuple[tuple[Text, ...], ...]:
    """Rows of appended figures in the columns of `series_rows`."""
    rows = []
    for row in fact_rows(request, facts)[1:]:
        name, hedge, number, unit, when, sources = row
        rows.append((when, name, hedge, number, unit, (), sources))
    return tuple(rows)


def said_items(request: Request, facts: Sequence[Fact]) -> list[Text]:
    """What stands in a chart besides its series, for the alternative text."""
    listed = _listed(request, facts)
    return [listed] if listed else []
