"""Small datasets for charts, drawn charts, and where their text stands."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from matplotlib.text import Text as TextArtist

from briefpress.charts import Request, draw_request
from briefpress.charts.placing import Box
from briefpress.charts.setting import Ruler
from briefpress.language.edtf import parse_edtf
from briefpress.language.lexicon import load_lexicon
from briefpress.language.prose import parse_inline, resolve
from briefpress.model.chart import Chart
from briefpress.model.dataset import (
    Brief,
    ChartSpec,
    Dataset,
    Event,
    Figure,
    Gap,
    Phase,
    Series,
    SeriesColumn,
    SeriesPoint,
    Source,
    Statistic,
)
from briefpress.model.problem import Place
from briefpress.model.prose import Prose
from briefpress.model.quantity import Bound, Quantity
from briefpress.model.summary import Summary
from briefpress.model.text import Run
from briefpress.summary import summarise
from briefpress.theme import Theme, TypeStyle, contrast, load_theme

WIDTHS = {"full": 481.9, "main": 317.3, "side": 152.6}
Cell = tuple[str, object]  # a date and a value, "at_least 5", None, or several of them
NAMES = {400: "regular", 600: "semibold", 700: "bold"}


@lru_cache(maxsize=8)
def style(name: str = "briefing") -> Theme:
    return load_theme(name)


def prose(written: str) -> Prose:
    found, problems = parse_inline(written, Place("brief.toml", 1, 1))
    assert not problems
    return found


def quantity(written: object, unit: str = "people") -> Quantity | None:
    """ "5", "at_least 5", "between 3 5" or None."""
    if written is None:
        return None
    *bound, value = str(written).split(" ") if "between" not in str(written) else [*str(written).split(" ")[:2]]
    if bound == ["between"]:
        return Quantity(Decimal(value), unit, Bound.BETWEEN, Decimal(str(written).split(" ")[2]))
    return Quantity(Decimal(value), unit, Bound(bound[0]) if bound else Bound.EXACT)


def figure(name: str, written: object, unit: str = "people", **more: Any) -> Figure:
    found = quantity(written, unit)
    assert found is not None
    more = {"source": "s", "label": name.capitalize(), "as_of": parse_edtf("2016"), **more}
    return Figure(name, quantity=found, **more)


def series(name: str, rows: Sequence[tuple[str, object]], unit: str = "people", **more: Any) -> Series:
    """Rows of a date and a value, or a tuple of values, one a column; "*" after a date marks an estimate."""
    count = max((len(values) if isinstance(values, tuple) else 1 for _, values in rows), default=1)
    names = more.pop("columns", [f"c{n}" for n in range(count)])
    columns = tuple(SeriesColumn(f"c{n}", label) for n, label in enumerate(names))
    points = []
    for date, values in rows:
        cells = values if isinstance(values, tuple) else (values,)
        found = {f"c{n}": quantity(cell, unit) for n, cell in enumerate(cells)}
        points.append(SeriesPoint(parse_edtf(date.rstrip("*")), found, "s", date.endswith("*")))
    return Series(name, more.pop("label", "Something counted"), unit, columns, tuple(points), **more)


def event(name: str, date: str, phase: str = "", landmark: str = "") -> Event:
    return Event(name, parse_edtf(date), f"What happened at {name}", "s", phase=phase, landmark=landmark)


def dataset(
    *, figures: Iterable[Figure] = (), series: Iterable[Series] = (), events: Iterable[Event] = (), **brief: Any
) -> Dataset:
    sources = (Source("s", {"title": "A source", "id": "s"}), Source("t", {"title": "Another", "id": "t"}))
    return Dataset(
        "data/x", "x", Brief("Title", **brief), tuple(figures), tuple(events), series=tuple(series), sources=sources
    )


def chart(data: Dataset | Summary, kind: str, width: str | float = "full", **more: Any) -> Chart:
    """Draw one chart of the data; `labels` and words may be strings."""
    summary = data if isinstance(data, Summary) else summarise(data)
    theme = more.pop("theme", style())
    labels: Mapping[str, str] = more.pop("labels", {})
    worded: dict[str, Any] = {key: prose(more.pop(key)) for key in ("title", "subtitle", "note") if key in more}
    known = {"items", "series", "events", "gaps", "height"}
    options = {key: value for key, value in more.items() if key not in known}
    fields = {key: value for key, value in more.items() if key in known}
    named = width if isinstance(width, str) else "full"
    spec = ChartSpec(
        "chart",
        kind,
        width=named,
        labels={ref: prose(words) for ref, words in labels.items()},
        options=options,
        **worded,
        **fields,
    )
    lexicon = load_lexicon(summary.dataset.brief.language)

    def told(words: Prose) -> tuple[Run, ...]:
        return resolve(words, summary, lexicon, None)

    points = WIDTHS[width] if isinstance(width, str) else width
    return draw_request(Request(spec, summary, theme, lexicon, points, told, bool(options.pop("allow_code", False))))


def gap(start: str, end: str, words: str) -> Gap:
    return Gap(parse_edtf(start), parse_edtf(end), prose(words))


def statistic(name: str, formula: str, **more: Any) -> Statistic:
    return Statistic(name, name.capitalize(), formula, **more)


def phases(*spans: tuple[str, str, str]) -> tuple[Phase, ...]:
    return tuple(Phase(name, name.capitalize(), parse_edtf(start), parse_edtf(end)) for name, start, end in spans)


@dataclass(frozen=True)
class Piece:
    """One run as it stands in a chart, in points from the chart's lower left corner."""

    string: str
    box: Box
    size: float
    angle: float
    colour: str
    run: Run


def pieces(made: Chart, theme: Theme | None = None) -> list[Piece]:
    """Every piece of text in a chart, with a box from the caps' height to the descenders' depth."""
    ruler = Ruler(theme or style())
    found = []
    for artist in made.figure.findobj(TextArtist):
        run = getattr(artist, "briefpress_run", None)
        if run is None or not artist.get_text().strip():
            continue
        x, y = artist.get_transform().transform(artist.get_position())
        font = artist.get_fontproperties()
        size = float(font.get_size_in_points())
        family = font.get_family()[0].removeprefix("briefpress-")
        look = TypeStyle(family, NAMES[int(font.get_weight())], font.get_style() == "italic", size, size, "#000000")
        wide = ruler.run(Run(run.text, run.claim), look)
        left = float(x) - {"left": 0.0, "center": wide / 2, "right": wide}[artist.get_horizontalalignment()]
        box = Box(left, float(y) - 0.2 * size, left + wide, float(y) + 0.7 * size)
        found.append(Piece(run.text, box, size, float(artist.get_rotation()), str(artist.get_color()), run))
    return found


def collisions(found: Sequence[Piece]) -> list[tuple[str, str]]:
    """Pairs of texts that overlap by more than a hair."""
    hits = []
    for index, one in enumerate(found):
        hits += [(one.string, other.string) for other in found[index + 1 :] if one.box.meets(other.box, -0.35)]
    return hits


def outside(made: Chart, found: Sequence[Piece]) -> list[str]:
    """Texts that leave the figure by more than a hair."""
    frame = Box(-0.3, -0.3, made.width + 0.3, made.height + 0.3)
    return [piece.string for piece in found if not piece.box.inside(frame)]


def words(source: random.Random, most: int = 6) -> str:
    """Words of a label: mostly plain, sometimes very long."""
    sizes = [
        source.choice((2, 4, 6, 9, 14, 40 if source.random() < 0.1 else 7)) for _ in range(source.randint(1, most))
    ]
    return " ".join("".join(source.choice("aeionrstlmdHgpyÉß") for _ in range(size)) for size in sizes)


def readable(colour: str, theme: Theme) -> bool:
    """Whether text of this colour can be read on the theme's paper (WCAG 2.2, 1.4.3)."""
    return contrast(colour, theme.colours.paper) >= 4.5
