"""The words and numbers of a chart, each with its claim, in the brief's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from briefpress.charts.request import Column, Request, fact
from briefpress.charts.setting import Block, Line, Ruler, Span, restyle, set_text
from briefpress.language.dateprint import month_name
from briefpress.language.telling import tell, tell_date, told
from briefpress.model.dataset import Event
from briefpress.model.dates import Edtf
from briefpress.model.prose import Form
from briefpress.model.quantity import Quantity
from briefpress.model.summary import Fact
from briefpress.model.text import Origin, Run, Text, claimed, plain, text
from briefpress.theme import TypeStyle

#: A number, what it is, and the colour of the number.
Said = tuple[Text, Text, str]


def value(request: Request, found: Fact, form: Form = Form.BARE) -> Text:
    """Hedge and number, with the sign of its unit: "at least 5,000", "$10bn"."""
    return tell(found, request.lexicon, form, cite=False)


def ends(request: Request, found: Fact) -> tuple[Text, Text]:
    """Both ends of a range, each as a number of its own; for any other fact nothing and the whole."""
    quantity = found.quantity
    if quantity.high is None:
        return (), value(request, found)
    low, high = (replace(found, quantity=Quantity(end, quantity.unit)) for end in (quantity.value, quantity.high))
    return number(request, low), number(request, high)


def number(request: Request, found: Fact) -> Text:
    """The number alone, with the sign of its unit."""
    return tell(found, request.lexicon, Form.NUMBER, cite=False)


def date(request: Request, when: Edtf, ref: str, form: str = "long", prefix: str = "") -> Text:
    return tell_date(when, request.lexicon, ref, form=form, prefix=prefix)


def cell_date(request: Request, column: Column, when: Edtf, form: str = "long") -> Text:
    """The date of a point, with the words that its series puts before dates."""
    ref = f"{column.series.file}:{when.written}"
    return date(request, when, ref, form, column.series.date_prefix)


def fact_date(request: Request, found: Fact, when: Edtf, form: str = "long") -> Text:
    return date(request, when, f"{found.ref}:as_of", form)


def axis(request: Request, tick: Decimal, unit: str) -> Text:
    """A value on an axis."""
    written = told(Quantity(tick, unit), request.lexicon).number
    return claimed(written, Origin.AXIS, f"{request.spec.id}:{tick:f}")


def axis_date(request: Request, when: Edtf, form: str = "axis") -> Text:
    return claimed(request.lexicon.date(when, form), Origin.AXIS, f"{request.spec.id}:{when.written}")


def axis_month(request: Request, when: Edtf) -> Text:
    """A month without its year, which an earlier label gives."""
    name = month_name(request.lexicon, when.start.first.month, "abbreviated", alone=True)
    return claimed(name, Origin.AXIS, f"{request.spec.id}:{when.written}")


def axis_year(request: Request, year: int) -> Text:
    return claimed(str(year), Origin.AXIS, f"{request.spec.id}:{year}")


def phrase(request: Request, key: str, **values: str | Run | Text) -> Text:
    return request.lexicon.phrase(key, **values)


def setting(request: Request, key: str) -> Text:
    """An option of the chart whose words are printed as they stand."""
    written = request.spec.options.get(key, "")
    return claimed(str(written), Origin.CELL, f"brief.toml:{request.spec.id}:{key}")


def name(request: Request, found: Fact) -> Text:
    """What the fact is called: the chart's own label, else the figure's short label, else its label."""
    own = request.spec.labels.get(found.ref)
    if own is not None:
        return request.resolve(own)
    figure = request.figures.get(found.ref)
    if figure is not None:
        column = "short" if figure.short else "label"
        return claimed(figure.short or figure.label, Origin.CELL, f"figures.csv:{found.ref}:{column}")
    return claimed(found.label, Origin.CELL, f"brief.toml:{found.ref}:label")


def own_label(request: Request, *keys: str) -> Text:
    """The chart's label for the first of these references that has one, or nothing."""
    for key in keys:
        if key in request.spec.labels:
            return request.resolve(request.spec.labels[key])
    return ()


def column_name(request: Request, column: Column) -> Text:
    own = own_label(request, column.ref, column.series.id if len(column.series.columns) == 1 else column.ref)
    label = column.column.label or column.column.name
    return own or claimed(label, Origin.CELL, f"brief.toml:{column.ref}:label")


def series_name(column: Column) -> Text:
    """The label of the whole series."""
    return claimed(column.series.label, Origin.CELL, f"brief.toml:{column.series.id}:label")


def event_name(request: Request, event: Event) -> Text:
    """The few words for a strip or an axis: the chart's own, else the landmark, else the event's sentence."""
    own = own_label(request, event.id)
    column = "landmark" if event.landmark else "event"
    words = event.landmark or event.event.rstrip(".")
    return own or claimed(words, Origin.CELL, f"timeline.csv:{event.id}:{column}")


def event_date(request: Request, event: Event, form: str = "long") -> Text:
    return date(request, event.date, f"timeline.csv:{event.id}:date", form)


def count(request: Request, size: int) -> Text:
    """How many things of the chart itself: rows left out, events shown."""
    return claimed(request.lexicon.number(Decimal(size)), Origin.STRUCTURE, f"{request.spec.id}:count")


def second_currency(request: Request, found: Fact) -> Text:
    """The same sum in another currency, as the chart's `also` names it: "£8bn"."""
    also = request.spec.options.get("also")
    other = also.get(found.ref) if isinstance(also, dict) else None
    return value(request, fact(request, str(other))) if other else ()


def rest_of_whole(request: Request, found: Fact) -> Text:
    """What a share leaves of the whole: read off the scale of a hundred per cent."""
    unit = found.quantity.unit
    left = (Decimal(100) if unit == "percent" else Decimal(1)) - found.quantity.value
    return axis(request, left, unit)


def source_name(request: Request, source: str) -> Text:
    """The short name of a source: where it was published, else who wrote it, else its title."""
    csl = next((known.csl for known in request.summary.dataset.sources if known.id == source), {})
    authors = [author.get("literal") or author.get("family") for author in csl.get("author", ())]
    names = [csl.get(key) for key in ("container-title-short", "container-title", "publisher")]
    names += [*authors, csl.get("title"), source]
    return claimed(str(next(name for name in names if name)), Origin.SOURCE, source)


def capital(words: Text) -> Text:
    """The same with its first letter a capital."""
    if not words or not words[0].text:
        return words
    head, *rest = words
    return (Run(head.text[0].upper() + head.text[1:], head.claim, head.bold, head.italic, head.muted), *rest)


def joined(parts: Sequence[Text], between: str = ", ") -> Text:
    """The parts that are not empty, with `between` between them."""
    out: Text = ()
    for part in parts:
        if plain(part):
            out = text(out, between, part) if out else part
    return out


def listed(request: Request, parts: Sequence[Text]) -> Text:
    """The parts that are not empty as a list, with the language's semicolons."""
    out: Text = ()
    for part in parts:
        if plain(part):
            out = phrase(request, "drawing-list", a=out, b=part) if out else part
    return out


def value_line(request: Request, said: Said) -> Line:
    """A number in bold and, on the same baseline, what it is in muted type."""
    styles = request.theme.type
    value_words, rest, colour = said
    head = Span(value_words, restyle(styles["chart_value"], colour=colour))
    return (head, Span(text("  ", rest), styles["chart_note"])) if rest else (head,)


def value_block(request: Request, said: Said, width: float, ruler: Ruler, style: TypeStyle | None = None) -> Block:
    """A number in bold over lines of muted type, wrapped to `width`."""
    styles = request.theme.type
    value_words, rest, colour = said
    head = set_text(value_words, restyle(style or styles["chart_value"], colour=colour), width, ruler)
    return (*head, *set_text(rest, styles["chart_note"], width, ruler))
