"""A small, complete, commented dataset to start from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from briefpress.errors import BriefpressError


def write_new(folder: str | os.PathLike[str], origin: Traversable | None = None) -> tuple[Path, ...]:
    """Write the template, or the dataset in `origin`, into `folder`, which is made where it is missing.

    Gives the files written, in order.

    Raises BriefpressError where the folder holds anything, is a file, or cannot be written.
    """
    root = Path(folder)
    try:
        if root.exists() and (not root.is_dir() or any(root.iterdir())):
            what = "is not empty" if root.is_dir() else "is a file"
            raise BriefpressError(
                f"{root.as_posix()} {what}; nothing was written", "Name a folder that is new or empty."
            )
        written = []
        for name, data in _files(origin or files("briefpress.dataset") / "template", ""):
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            written.append(path)
    except OSError as error:
        message = f"{root.as_posix()} cannot be written: {error.strerror or error}"
        raise BriefpressError(message, "Name a folder that can be written, with room on its disk.") from error
    return tuple(written)


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name, entry.read_bytes()
