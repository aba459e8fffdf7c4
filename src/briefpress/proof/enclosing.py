"""The files of a dataset as attachments, byte for byte, and what else a second build needs to make the same file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from briefpress.errors import BriefpressError
from briefpress.model.dataset import Dataset
from briefpress.model.story import Attachment
from briefpress.proof.package import DESCRIPTOR, MIMES, descriptor

_SAID = {
    "brief.toml": "What the briefing says of itself, its charts and its statistics",
    "figures.csv": "Single figures, each with its hedge and source",
    "timeline.csv": "Dated events, each with its source",
    "quotes.csv": "What was said, by whom and where",
    "sources.json": "The sources, as CSL-JSON",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of a build beside what the dataset says, None where nothing was: a style's name or file, a paper,
    an edition of the standards, seconds since 1970."""

    style: str | None = None
    paper: str | None = None
    standard: str | None = None
    epoch: str | None = None


def enclose(dataset: Dataset, asked: Asked, version: str) -> tuple[Attachment, ...]:
    """Every file of the dataset that its document was made of, and a Frictionless descriptor of them.

    Raises BriefpressError for a file that has gone since it was read.
    """
    folder = Path(dataset.folder)
    files = {name: _read(folder / name) for name in _names(dataset)}
    style, styled = _style(dataset, asked.style)
    files |= styled
    build = {"style": style, "paper": asked.paper, "standard": asked.standard, "source-date-epoch": asked.epoch}
    told = {key: value for key, value in build.items() if value}
    described = Attachment(
        DESCRIPTOR, descriptor(dataset, files, told, version), "application/json", "Data", "The data package"
    )
    return (*(_attachment(name, data) for name, data in files.items()), described)


def _attachment(name: str, data: bytes) -> Attachment:
    ending = PurePosixPath(name).suffix.lower()
    relationship = "Data" if ending == ".csv" else "Source"
    mime = MIMES.get(ending, "application/octet-stream")
    return Attachment(name, data, mime, relationship, _SAID.get(name, f"{name} of the dataset"))


def _names(dataset: Dataset) -> Iterator[str]:
    """Paths in the folder, in a fixed order, of what the stages read."""
    folder = Path(dataset.folder)
    brief = dataset.brief
    named = [series.file for series in dataset.series]
    named += [f"text/{text.id}.md" for text in dataset.texts]
    named += [brief.citation_style] if (folder / brief.citation_style).is_file() and brief.citation_style else []
    named += [str(spec.options["file"]) for spec in brief.charts if spec.kind == "python" and "file" in spec.options]
    found = [name for name in _SAID if (folder / name).is_file()]
    inside = (PurePosixPath(Path(name).as_posix()).as_posix() for name in named)
    yield from dict.fromkeys((*found, *inside))


def _style(dataset: Dataset, asked: str | None) -> tuple[str | None, dict[str, bytes]]:
    """The style to name when building again, and the files of a style that is not one of the program's own."""
    folder = Path(dataset.folder)
    path = Path(asked) if asked is not None else folder / dataset.brief.style
    wanted = asked if asked is not None and asked != dataset.brief.style else None
    if not path.is_file():
        return wanted, {}
    inside = path.resolve().is_relative_to(folder.resolve())
    # A style from elsewhere travels in a folder of its own, under a name that is the same when it is built again there.
    top = path.resolve().parent.relative_to(folder.resolve()).as_posix() if inside else "style"
    files = {f"{top}/{name}".removeprefix("./"): data for name, data in _style_files(path).items()}
    return (f"{top}/{path.name}".removeprefix("./") if asked is not None else None), files


def _style_files(path: Path) -> dict[str, bytes]:
    """A style file, those it extends and their fonts, by their paths from the style's folder; what lies outside that
    folder stays there."""
    files: dict[str, bytes] = {}
    waiting = [path.name]
    while waiting:
        name = waiting.pop()
        if name in files or ".." in PurePosixPath(name).parts or not (path.parent / name).is_file():
            continue
        files[name] = _read(path.parent / name)
        if not name.endswith(".toml"):
            continue
        values = tomllib.loads(files[name].decode("utf-8-sig"))
        here = PurePosixPath(name).parent
        families = [family for family in values.get("fonts", {}).values() if isinstance(family, dict)]
        inner = [str(file) for family in families for key, file in family.items() if key != "name"]
        waiting += [(here / file).as_posix() for file in (*inner, str(values.get("extends", "")))]
    return dict(sorted(files.items()))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BriefpressError(
            f"{path} cannot be read: {error.strerror}", "Put the file back, and build again"
        ) from error
