"""Parameters that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import click

F = TypeVar("F", bound=Callable[..., object])

FOLDER = click.Path(path_type=Path)


@dataclass(slots=True)
class Loudness:
    """How much is told: `quiet` leaves errors alone, `verbose` adds stages and, on a fault of ours, where it was."""

    quiet: bool = False
    verbose: bool = False


def loudness(command: F) -> F:
    """Add -q and -v to a command; they are kept in the context's Loudness."""
    quiet = click.option("-q", "--quiet", **_flag("quiet"), help="Print errors only.")  # type: ignore[arg-type]
    verbose = click.option("-v", "--verbose", **_flag("verbose"), help="Tell more.")  # type: ignore[arg-type]
    return quiet(verbose(command))


def _flag(name: str) -> dict[str, object]:
    def keep(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
        if value:
            setattr(ctx.ensure_object(Loudness), name, True)

    return {"is_flag": True, "expose_value": False, "callback": keep}
