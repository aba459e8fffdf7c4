"""`briefpress build`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from briefpress.api import store
from briefpress.cli.failure import count_problems, exit_code_of, say, show_error, show_problems
from briefpress.cli.options import FOLDER, Loudness, loudness
from briefpress.cli.progress import listening
from briefpress.errors import BriefpressError, UsageError
from briefpress.files import make_folder
from briefpress.pipeline import PAPERS, STANDARDS, Built, Clock, Options, build


@dataclass(frozen=True, slots=True)
class Job:
    """What one call of the command is to do."""

    datasets: tuple[Path, ...]
    out: Path
    options: Options
    loudness: Loudness

    def target(self, folder: Path) -> Path:
        return self.out / f"{folder.resolve().name}.pdf"


@click.command("build")
@click.argument("datasets", metavar="DATASET...", nargs=-1, required=True, type=FOLDER)
@click.option("-o", "--out", metavar="DIR", type=FOLDER, default="out", show_default=True, help="Folder for the PDFs.")
@click.option("--style", metavar="NAME|FILE", help="A style, or a style file of your own.")
@click.option("--paper", type=click.Choice(PAPERS), help="Paper size.  [default: as the dataset says]")
@click.option("--standard", type=click.Choice(STANDARDS), default=STANDARDS[0], show_default=True,
              help="PDF/UA and PDF/A editions to follow.")  # fmt: skip
@click.option("--allow-code", is_flag=True, help="Run chart functions that come with a dataset.")
@click.option("--watch", is_flag=True, help="Build again whenever a file changes, until Ctrl-C.")
@loudness
@click.pass_obj
def command(told: Loudness, /, datasets: tuple[Path, ...], out: Path, watch: bool, **asked: Any) -> int:
    """Build each DATASET folder into DIR/<folder name>.pdf.

    A file that stands there is replaced only by a finished one.
    """
    refuse_same_names(datasets)
    job = Job(datasets, out, Options(**asked), told)
    make_folder(out)
    if watch:
        from briefpress.cli.watch import watch_files

        watched = [*datasets, *_style_file(job.options)]
        return watch_files(watched, lambda: build_whatever_happens(job), say)
    return build_all(job)


def build_all(job: Job) -> int:
    """Build every dataset of a job, the good ones also when others are bad, and return the exit code."""
    return max(_build_one(folder, job) for folder in job.datasets)


def build_whatever_happens(job: Job) -> int:
    """Build every dataset; not even a fault of ours ends a watch."""
    try:
        return build_all(job)
    except Exception as error:  # noqa: BLE001  # it is told, and the next change gets its try
        return exit_code_of(error, verbose=job.loudness.verbose)


def refuse_same_names(datasets: Sequence[Path]) -> None:
    """Raise UsageError where two datasets would be written to one file (also on disks that ignore case)."""
    taken: dict[str, Path] = {}
    for folder in datasets:
        name = folder.resolve().name.casefold()
        if name in taken:
            raise UsageError(
                f"{taken[name]} and {folder} would be written to the same file",
                "Build them in two runs with different -o folders",
            )
        taken[name] = folder


def _build_one(folder: Path, job: Job) -> int:
    try:
        with listening(folder.resolve().name, job.loudness) as listener:
            built = store(build(folder, job.options, Clock(listener)), job.out)
    except BriefpressError as error:
        show_error(error)
        _say_not_built(folder, job.target(folder), error)
        return error.exit_code
    if not job.loudness.quiet:
        show_problems(built.problems)
        click.echo(made(built))
    return 0


def made(built: Built) -> str:
    """One line: the file, its pages, its size, the seconds it took and those of each stage."""
    pages = "1 page" if built.pages == 1 else f"{built.pages} pages"
    total = sum(seconds for _, seconds in built.timings)
    stages = ", ".join(f"{stage} {seconds:.2f}" for stage, seconds in built.timings)
    return f"{built.path}: {pages}, {len(built.pdf) / 1000:.0f} kB, {total:.2f} s ({stages})"


def _say_not_built(folder: Path, target: Path, error: BriefpressError) -> None:
    errors = count_problems(error.problems)[0] or 1
    left = f"; {target} is as it was" if target.exists() else ""
    say(f"{folder} was not built ({errors} error{'' if errors == 1 else 's'}){left}.")


def _style_file(options: Options) -> tuple[Path, ...]:
    style = Path(options.style or "")
    return (style,) if style.is_file() else ()
