"""What a person sees of a running build: a line that moves on a terminal, stages with -v, otherwise nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from briefpress.cli.failure import say
from briefpress.cli.options import Loudness

Listener = Callable[[str], None]


@contextmanager
def listening(name: str, loudness: Loudness) -> Iterator[Listener | None]:
    """Give what the clock should call as each stage of building `name` begins."""
    if loudness.verbose:
        yield lambda stage: say(f"{name}: {stage}")
    elif loudness.quiet or not sys.stderr.isatty():
        yield None
    else:
        from rich.console import Console

        with Console(stderr=True).status(name) as status:
            yield lambda stage: status.update(f"{name}: {stage}")
