"""Pictures to look at: every chart of a dataset in every width, in colour or grey.

PYTHONPATH=src:tests python tests/charts/gallery.py data/iraq-troops pictures [style] [grey]
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import Any

from matplotlib import font_manager, rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image

from briefpress.charts import Request, choose, draw_request
from briefpress.charts.ink import FAMILIES, WEIGHTS
from briefpress.dataset import load
from briefpress.errors import BriefpressError
from briefpress.language.lexicon import load_lexicon
from briefpress.language.prose import resolve
from briefpress.model.chart import Chart
from briefpress.model.prose import Prose
from briefpress.model.text import Text
from briefpress.summary import summarise
from briefpress.theme import Theme, load_theme
from charts.kit import WIDTHS

SCALE, MARGIN, GROUND = 2.2, 20, "#F0F0F0"


def lend_fonts(theme: Theme) -> None:
    """Tell matplotlib's own Agg renderer which files stand behind the charts' font families."""
    for family, name in FAMILIES.items():
        for key, path in theme.families[family].faces.items():
            weight = WEIGHTS[key.removesuffix("-italic") if key != "italic" else "regular"]
            slant = "italic" if "italic" in key else "normal"
            look: dict[str, Any] = {"fname": str(path), "name": name, "style": slant, "weight": weight}
            entry = font_manager.FontEntry(**look, variant="normal", stretch="normal", size="scalable")
            font_manager.fontManager.ttflist.append(entry)


def picture(chart: Chart) -> Image.Image:
    FigureCanvasAgg(chart.figure)
    out = BytesIO()
    with rc_context({"text.hinting": "none"}):
        chart.figure.savefig(out, dpi=72 * SCALE, transparent=True)
    drawn = Image.open(out).convert("RGBA")
    paper = Image.new("RGBA", drawn.size, "white")
    paper.alpha_composite(drawn)
    return paper.convert("RGB")


def sheet(pictures: list[Image.Image]) -> Image.Image:
    """The pictures below one another."""
    wide = max(one.width for one in pictures) + 2 * MARGIN
    made = Image.new("RGB", (wide, sum(one.height + MARGIN for one in pictures) + MARGIN), GROUND)
    top = MARGIN
    for one in pictures:
        made.paste(one, (MARGIN, top))
        top += one.height + MARGIN
    return made


def main(folder: str, out: str, style: str = "briefing", grey: str = "") -> None:
    dataset = load(folder).dataset
    if dataset is None:
        raise BriefpressError(f"{folder} cannot be read")
    summary, theme = summarise(dataset), load_theme(style)
    lexicon = load_lexicon(dataset.brief.language, dataset.brief.words)
    lend_fonts(theme)

    def told(prose: Prose) -> Text:
        return resolve(prose, summary, lexicon, None)

    Path(out).mkdir(parents=True, exist_ok=True)
    for name, width in WIDTHS.items():
        specs = dataset.brief.charts or choose(summary)
        drawn = [draw_request(Request(spec, summary, theme, lexicon, width, told, True)) for spec in specs]
        made = sheet([picture(chart) for chart in drawn])
        (made.convert("L") if grey else made).save(Path(out) / f"{dataset.name}-{style}-{name}.png")


if __name__ == "__main__":
    main(*sys.argv[1:])
