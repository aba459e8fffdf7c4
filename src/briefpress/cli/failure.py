"""What went wrong, in words on standard error, and the code that the shell gets."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterable

import click

from briefpress.errors import BriefpressError
from briefpress.model.problem import Problem, Severity

INTERRUPTED = 130  # 128 + SIGINT, as shells have it


def exit_code_of(error: BaseException, *, verbose: bool) -> int:
    """Say what `error` means and return the exit code: 1 for bad input, 2 for wrong usage."""
    if isinstance(error, click.ClickException):
        error.show()
        return error.exit_code
    if isinstance(error, BriefpressError):
        show_error(error)
        return error.exit_code
    if isinstance(error, (KeyboardInterrupt, click.Abort)):
        say("stopped")
        return INTERRUPTED
    if isinstance(error, BrokenPipeError):
        # The reader has gone; without this the interpreter would complain once more while it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return _unexpected(error, verbose)


def show_error(error: BriefpressError) -> None:
    """Print one error, or every problem of a dataset."""
    if error.problems:
        show_problems(error.problems)
    else:
        say(f"error: {sentence(error.message)}{' ' + sentence(error.hint) if error.hint else ''}")


def show_problems(problems: Iterable[Problem]) -> None:
    """Print problems one a line: place, severity, what is wrong, what to do."""
    for problem in problems:
        say(problem_line(problem))


def problem_line(problem: Problem) -> str:
    place = f"{problem.place}: " if problem.place.file else ""
    hint = f" {sentence(problem.hint)}" if problem.hint else ""
    return f"{place}{problem.severity}: {sentence(problem.message)}{hint}"


def count_problems(problems: Iterable[Problem]) -> tuple[int, int]:
    """Return the count of errors and of warnings."""
    severities = [problem.severity for problem in problems]
    return severities.count(Severity.ERROR), severities.count(Severity.WARNING)


def sentence(words: str) -> str:
    """End with a full stop, once."""
    return words if words.endswith((".", "!", "?", ":")) else f"{words}."


def say(line: str) -> None:
    """Print a line on standard error."""
    click.echo(line, err=True)


def _unexpected(error: BaseException, verbose: bool) -> int:
    if verbose:
        traceback.print_exception(error)
    what = " ".join(f"{type(error).__name__}: {error}".split())
    more = "" if verbose else " Run it again with -v to see where."
    say(f"error: briefpress failed in a way it should not ({what}).{more} Please report it with the dataset.")
    return 1
