"""`briefpress check`."""

from __future__ import annotations

from pathlib import Path

import click

from briefpress.cli.failure import count_problems, problem_line
from briefpress.cli.options import FOLDER, Loudness, loudness
from briefpress.errors import BriefpressError
from briefpress.model.problem import Place, Problem
from briefpress.pipeline import Options, examine


@click.command("check")
@click.argument("datasets", metavar="DATASET...", nargs=-1, required=True, type=FOLDER)
@click.option("--style", metavar="NAME|FILE", help="Check with this style.  [default: as the dataset says]")
@click.option("--allow-code", is_flag=True, help="Accept chart functions that come with a dataset.")
@click.option("--strict", is_flag=True, help="Let a warning count as an error.")
@loudness
@click.pass_obj
def command(told: Loudness, /, datasets: tuple[Path, ...], style: str | None, allow_code: bool, strict: bool) -> int:
    """List every problem of each DATASET with its file, line and column.

    The exit code is 1 when there is an error.
    """
    options = Options(style=style, allow_code=allow_code)
    code = 0
    for folder in datasets:
        problems = _problems(folder, options)
        errors, warnings = count_problems(problems)
        for problem in problems:
            click.echo(problem_line(problem))
        if not told.quiet:
            click.echo(f"{folder}: {_tally(errors, 'error')}, {_tally(warnings, 'warning')}")
        code = max(code, int(errors > 0 or (strict and warnings > 0)))
    return code


def _problems(folder: Path, options: Options) -> tuple[Problem, ...]:
    try:
        return examine(folder, options).problems
    except BriefpressError as error:
        return error.problems or (Problem(error.message, error.hint, Place(str(folder))),)


def _tally(count: int, noun: str) -> str:
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"
