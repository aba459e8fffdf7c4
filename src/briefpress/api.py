"""What `import briefpress` offers to a program."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from briefpress import pipeline
from briefpress.files import make_folder, write_whole
from briefpress.model.dataset import Dataset
from briefpress.pipeline import Built, Options


def load(folder: str | os.PathLike[str]) -> Dataset:
    """Read a dataset folder. Raises DatasetError with every problem when it cannot be read."""
    return pipeline.read(Path(folder)).dataset


def build(
    folder: str | os.PathLike[str],
    out: str | os.PathLike[str] | None = None,
    *,
    style: str | None = None,
    paper: str | None = None,
    allow_code: bool = False,
    standard: str = pipeline.STANDARDS[0],
) -> Built:
    """Build a dataset folder into a PDF and, when `out` names a folder, write it there as `<folder name>.pdf`.

    `style` is the name of a style or the path of a style file, `paper` "a4" or "letter"; without them the dataset's own
    are used. Charts of the dataset's own Python code are drawn only with `allow_code`. Raises DatasetError with every
    problem found, ThemeError or another BriefpressError.
    """
    options = Options(style=style, paper=paper, allow_code=allow_code, standard=standard)
    built = pipeline.build(Path(folder), options)
    return built if out is None else store(built, Path(out))


def store(built: Built, out: Path) -> Built:
    """Write what was built as `<name>.pdf` in the folder `out`, and say so in the returned copy."""
    make_folder(out)
    path = out / f"{built.name}.pdf"
    write_whole(path, built.pdf)
    return replace(built, path=path)
