"""The score: which stage follows which, and what each hands to the next.

A stage's module is imported when the stage begins, so that a command pays only for the stages that it uses and the
time told for a stage includes its imports.
"""

from __future__ import annotations

import gc
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from briefpress.errors import BriefpressError, DatasetError, FontError, ThemeError
from briefpress.files import read_bytes
from briefpress.model.dataset import ChartSpec, Dataset
from briefpress.model.problem import Problem, Severity
from briefpress.model.summary import Summary
from briefpress.version import __version__

if TYPE_CHECKING:
    from matplotlib.figure import Figure as MatplotlibFigure

    from briefpress.language.lexicon import Lexicon
    from briefpress.model.chart import Chart
    from briefpress.model.prose import Prose
    from briefpress.model.story import Story
    from briefpress.model.text import Text
    from briefpress.proof.comparing import Compared
    from briefpress.proof.report import Report
    from briefpress.theme import Theme

P = ParamSpec("P")
A = TypeVar("A")
R = TypeVar("R")

PAPERS = ("a4", "letter")
STANDARDS = ("ua1+a3a", "ua2+a4f")  #: the first is the default


@dataclass(frozen=True, slots=True)
class Options:
    """What may be asked of a build. None means: as the dataset says."""

    style: str | None = None
    paper: str | None = None
    allow_code: bool = False
    standard: str = STANDARDS[0]


@dataclass(frozen=True, slots=True)
class Read:
    """A dataset that could be read, and the problems found while reading it."""

    dataset: Dataset
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Examined:
    """A dataset with everything known about it before a page is made. `problems` are in the order of the stages."""

    dataset: Dataset
    summary: Summary
    lexicon: Lexicon
    theme: Theme
    paper: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """A finished briefing: the file's bytes, the count of its pages, seconds per stage in order, warnings, and the path
    where it was written (None when it was not)."""

    name: str
    pdf: bytes
    pages: int
    timings: tuple[tuple[str, float], ...]
    problems: tuple[Problem, ...] = ()
    path: Path | None = None


class Clock:
    """Runs stages, tells a listener which one begins, and keeps the seconds that each took."""

    def __init__(self, listener: Callable[[str], None] | None = None) -> None:
        self._listener = listener
        self._laps: dict[str, float] = {}

    def run(self, stage: str, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a stage, or a part of one, and return its product."""
        if self._listener is not None and stage not in self._laps:
            self._listener(stage)
        start = time.perf_counter()
        try:
            return work(*args, **kwargs)
        finally:
            self._laps[stage] = self._laps.get(stage, 0.0) + time.perf_counter() - start

    @property
    def laps(self) -> tuple[tuple[str, float], ...]:
        return tuple(self._laps.items())


def build(folder: Path, options: Options = Options(), clock: Clock | None = None) -> Built:
    """Make the PDF of one dataset folder. Raises DatasetError with every error found, or another BriefpressError."""
    clock = clock or Clock()
    with _collector_off():
        examined = examine(folder, options, clock)
        refuse(examined.problems)
        charts = clock.run("draw", _draw, examined, options)
        story = clock.run("compose", _compose, examined, charts, options)
        enclosed = clock.run("enclose", _enclose, story, examined, options)
        pdf = clock.run("write", _write, enclosed, examined, options)
    return Built(examined.dataset.name, pdf, len(story.pages), clock.laps, examined.problems)


def examine(folder: Path, options: Options = Options(), clock: Clock | None = None) -> Examined:
    """Do everything that comes before the pages. Raises DatasetError where the folder cannot be read at all."""
    clock = clock or Clock()
    found: list[Problem] = []
    loaded = clock.run("read", read, folder)
    brief = loaded.dataset.brief
    lexicon = clock.run("language", _attempt, found, _lexicon, loaded.dataset)
    theme = clock.run("style", _attempt, found, lambda asked: _theme(loaded.dataset, asked), options.style)
    summary = clock.run("summarise", _summarise, loaded.dataset)
    if lexicon is None or theme is None:
        raise DatasetError((*loaded.problems, *found, *summary.problems))
    checked = clock.run("check", _check, summary, lexicon, theme)
    problems = (*loaded.problems, *found, *summary.problems, *checked, *_code_refused(brief.charts, options))
    return Examined(loaded.dataset, summary, lexicon, theme, options.paper or brief.paper, problems)


def verify(file: Path) -> Report:
    """Trace every number of a finished PDF to the dataset inside it. Raises BriefpressError for what holds no proof."""
    from briefpress.proof.verifying import verify as verify_pdf

    return verify_pdf(read_bytes(file), str(file), survey)


def compare(file: Path, article: Path, source: str = "") -> Compared:
    """Compare the figures and quotations inside a finished PDF with the article of one of its sources; `source` is its
    id, "" to find it by its title or its numbers. Raises BriefpressError."""
    from briefpress.proof.article import read_article
    from briefpress.proof.comparing import compare as compare_with

    text = read_article(article)
    with tempfile.TemporaryDirectory(prefix="briefpress-") as folder:
        extract(file, Path(folder) / "dataset")
        return compare_with(text, *survey(Path(folder) / "dataset"), source)


def extract(file: Path, folder: Path, force: bool = False) -> tuple[list[Path], list[str]]:
    """Take the dataset out of a finished PDF into `folder`: the files written, and the options (and variables of the
    environment) with which a build of them makes the same PDF again. Raises BriefpressError."""
    from briefpress.proof.enclosed import build_words, dataset_files, enclosed_files, open_pdf, take_out

    with open_pdf(read_bytes(file), str(file)) as pdf:
        files = dataset_files(enclosed_files(pdf))
    if "brief.toml" not in files:
        raise BriefpressError(f"{file} holds no dataset", "Only what briefpress built carries its data inside")
    return take_out(files, folder, force), build_words(files)


def survey(folder: Path) -> tuple[Summary, Lexicon]:
    """Read and summarise, for those who want the statistics alone. Raises DatasetError with every error found."""
    loaded = read(folder)
    summary = _summarise(loaded.dataset)
    refuse((*loaded.problems, *summary.problems))
    return summary, _lexicon(loaded.dataset)


def read(folder: Path) -> Read:
    """Read a dataset folder. Raises DatasetError where no dataset could be made of it."""
    from briefpress.dataset import load

    loaded = load(folder)
    if loaded.dataset is None:
        raise DatasetError(loaded.problems)
    return Read(loaded.dataset, loaded.problems)


def refuse(problems: Iterable[Problem]) -> None:
    """Raise DatasetError with all of `problems` when one of them is an error."""
    problems = tuple(problems)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise DatasetError(problems)


def _attempt(found: list[Problem], work: Callable[[A], R], argument: A) -> R | None:
    """Do one part of an examination; what stops it is one problem among the others."""
    try:
        return work(argument)
    except BriefpressError as error:
        found.extend(error.problems or [Problem(error.message, error.hint)])
        return None


def _lexicon(dataset: Dataset) -> Lexicon:
    from briefpress.language.lexicon import load_lexicon

    return load_lexicon(dataset.brief.language, dataset.brief.words)


def _theme(dataset: Dataset, asked: str | None) -> Theme:
    """The style asked for, else the dataset's; a file that brief.toml names is looked for beside it."""
    from briefpress.theme import load_theme
    from briefpress.theme.finding import find_style

    if asked is not None:
        return load_theme(asked)
    try:
        return load_theme(find_style(dataset.brief.style, Path(dataset.folder)))
    except ThemeError as error:
        problems = error.problems or (Problem(error.message, error.hint, dataset.brief.place),)
        raise ThemeError.of(problems) from error


def _summarise(dataset: Dataset) -> Summary:
    from briefpress.summary import summarise

    return summarise(dataset)


def _check(summary: Summary, lexicon: Lexicon, theme: Theme) -> tuple[Problem, ...]:
    from briefpress.checking import check, check_lettering
    from briefpress.pdf.fonts import FontBook

    fonts = FontBook(theme)

    def objection(character: str) -> BriefpressError | None:
        try:
            fonts.cover(character, fonts.face("text"))
        except FontError as error:
            return error
        return None

    return (*check(summary.dataset, summary, lexicon), *check_lettering(summary.dataset, objection))


def _code_refused(charts: tuple[ChartSpec, ...], options: Options) -> tuple[Problem, ...]:
    """A chart of kind "python" runs code that came with the data: only by the word of whoever builds."""
    return tuple(
        Problem(f'the chart "{spec.id}" would run Python code of the dataset', _CODE_HINT, spec.place)
        for spec in charts
        if spec.kind == "python" and not options.allow_code
    )


_CODE_HINT = "Read that code, then build with --allow-code if you trust it, or give the chart another kind"


def _drawer(examined: Examined, options: Options) -> Callable[[ChartSpec], Chart]:
    """How this brief's charts are drawn: at the width of their columns, in its style and language."""
    from briefpress.charts import Request, draw_request
    from briefpress.language.prose import resolve

    summary, lexicon, theme = examined.summary, examined.lexicon, examined.theme
    geometry = theme.papers[examined.paper]
    widths = theme.widths(geometry)

    def words(prose: Prose) -> Text:
        return resolve(prose, summary, lexicon, None)

    def drawn(spec: ChartSpec) -> Chart:
        request = Request(spec, summary, theme, lexicon, widths[spec.width], words, options.allow_code)
        return draw_request(request)

    return drawn


def _draw(examined: Examined, options: Options) -> tuple[Chart, ...]:
    from briefpress.charts import choose

    draw = _drawer(examined, options)
    return tuple(draw(spec) for spec in examined.dataset.brief.charts or choose(examined.summary))


def _compose(examined: Examined, charts: tuple[Chart, ...], options: Options) -> Story:
    from briefpress.charts import mark_figure
    from briefpress.pages import Studio, compose

    theme = examined.theme

    def mark(key: str, colour: str, width: float, height: float) -> MatplotlibFigure:
        return mark_figure(key, theme, width, height, colour)

    studio = Studio(mark, _drawer(examined, options))
    return compose(examined.summary, charts, theme, examined.lexicon, examined.paper, studio)


def _enclose(story: Story, examined: Examined, options: Options) -> Story:
    """The story with its dataset inside and the moment that it was made at."""
    from briefpress.proof.enclosing import Asked, enclose
    from briefpress.proof.moment import EPOCH, asked_moment, moment_of

    brief = examined.dataset.brief
    moment = asked_moment(os.environ)
    asked = Asked(
        options.style,
        examined.paper if examined.paper != brief.paper else None,
        options.standard if options.standard != STANDARDS[0] else None,
        os.environ[EPOCH] if moment is not None else None,
    )
    attachments = enclose(examined.dataset, asked, __version__)
    return replace(story, attachments=(*story.attachments, *attachments), moment=moment or moment_of(brief.date))


def _write(story: Story, examined: Examined, options: Options) -> bytes:
    from briefpress.pdf.write import WriteOptions, write
    from briefpress.proof.ledger import make_ledger
    from briefpress.proof.origins import Origins

    origins = Origins(examined.summary, examined.lexicon, {})
    folder = Path(examined.dataset.folder).as_posix()
    written = WriteOptions(
        options.standard,
        f"briefpress {__version__}",
        ledger=lambda record: (make_ledger(record, origins, folder),),
    )
    return write(story, examined.theme, written)


@contextmanager
def _collector_off() -> Iterator[None]:
    """Hold the garbage collector back: a build makes few cycles, and looking for them took a tenth of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
