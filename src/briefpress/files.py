"""Writing a file so that a failure leaves what stood there before."""

from __future__ import annotations

import os
from pathlib import Path

from briefpress.errors import BriefpressError


def make_folder(folder: Path) -> None:
    """Make `folder` and its parents where they are missing, or raise BriefpressError naming it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BriefpressError(f"the folder {folder} cannot be made: {_reason(error)}", _ELSEWHERE) from error


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` beside `path` and rename it into place.

    Raises BriefpressError where that fails; `path` is then as it was.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        try:
            with part.open("xb") as file:
                file.write(data)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise BriefpressError(f"{path} cannot be written: {_reason(error)}", _ELSEWHERE) from error


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises BriefpressError naming it where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise BriefpressError(f"{path} cannot be read: {_reason(error)}", "Name a file that is there") from error


_ELSEWHERE = "Name a folder that can be written, with room on its disk, by -o"


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
