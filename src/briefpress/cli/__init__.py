"""The command line: one command per file, imported when it is called."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from briefpress.cli.program import main

__all__ = ["main", "run"]


def run() -> NoReturn:
    """Run the program and leave at once: taking an interpreter apart after a build costs a quarter of a second."""
    try:
        main()
        code = 0
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            code = code or 1
    os._exit(code)
