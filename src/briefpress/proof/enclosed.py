"""The files inside a finished PDF: read with their digests, and taken out into a folder."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any

import pikepdf
from pikepdf import Dictionary, Object, Pdf, String

from briefpress.errors import BriefpressError
from briefpress.files import make_folder, write_whole
from briefpress.proof.ledger import NAME as LEDGER
from briefpress.proof.package import DESCRIPTOR

MOST_BYTES = 500_000_000  #: in all; a data file of a briefing has some thousands
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
#: Names that Windows keeps for devices, whatever their ending.
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")


@dataclass(frozen=True, slots=True)
class Enclosed:
    """An attached file. `sound` tells whether its bytes are those whose checksum the PDF holds; `of_document` whether
    it belongs to the document as a whole and not to one chart or table."""

    name: str
    data: bytes
    relationship: str
    sound: bool
    of_document: bool


def open_pdf(data: bytes, name: str) -> Pdf:
    """Raises BriefpressError for what is no PDF or is locked."""
    try:
        return pikepdf.open(BytesIO(data))
    except pikepdf.PasswordError as error:
        raise BriefpressError(f"{name} is locked with a password", "Give the file as it was built") from error
    except pikepdf.PdfError as error:
        raise BriefpressError(f"{name} is no PDF that can be read: {error}", "Give the file as it was built") from error


def enclosed_files(pdf: Pdf) -> list[Enclosed]:
    """All attached files, in the order of their names. Raises BriefpressError where they would fill the memory."""
    own = {file.objgen for file in pdf.Root.get("/AF", [])}
    found: list[Enclosed] = []
    total = 0
    for specification in _specifications(pdf):
        stream = specification.EF.F
        data = stream.read_bytes()
        total += len(data)
        if total > MOST_BYTES:
            raise BriefpressError(f"the attached files hold more than {MOST_BYTES // 10**6} million bytes", "")
        told = bytes(stream.get("/Params", Dictionary()).get("/CheckSum", String("")))
        name = str(specification.get("/UF", specification.get("/F", "")))
        relationship = str(specification.get("/AFRelationship", "")).removeprefix("/")
        sound = told == hashlib.md5(data, usedforsecurity=False).digest()
        found.append(Enclosed(name, data, relationship, sound, specification.objgen in own))
    return found


def _specifications(pdf: Pdf) -> list[Object]:
    tree = pdf.Root.get("/Names", Dictionary()).get("/EmbeddedFiles")
    return [value for _, value in pikepdf.NameTree(tree).items()] if tree is not None else []


def dataset_files(files: list[Enclosed]) -> dict[str, bytes]:
    """The files of the dataset by name, its descriptor among them."""
    return {file.name: file.data for file in files if file.of_document and file.name != LEDGER}


def build_words(files: Mapping[str, bytes]) -> list[str]:
    """The options with which the same file is built again, as an argument each; SOURCE_DATE_EPOCH as "NAME=value"."""
    try:
        told: Any = json.loads(files.get(DESCRIPTOR, b"{}"))
        build = dict(told["briefpress"]["build"])
    except (ValueError, KeyError, TypeError):
        return []
    words = [f"--{key}={build[key]}" for key in ("style", "paper", "standard") if key in build]
    epoch = build.get("source-date-epoch")
    return [*([f"SOURCE_DATE_EPOCH={epoch}"] if epoch else []), *words]


def take_out(files: Mapping[str, bytes], folder: Path, force: bool = False) -> list[Path]:
    """Write the files into `folder`: all of them or none.

    Raises BriefpressError for a folder that holds something, unless `force` is set, which replaces files of the same
    names and leaves others; and for a name that would lead out of the folder or that not every system can write.
    """
    for name in files:
        _refuse_unsafe(name, files)
    if folder.exists() and not folder.is_dir():
        raise BriefpressError(f"{folder} is a file", "Name another folder by -o")
    if folder.is_dir() and any(folder.iterdir()):
        if not force:
            raise BriefpressError(f"{folder} is not empty", "Name another folder by -o, or replace files by --force")
        for name, data in files.items():
            make_folder((folder / name).parent)
            write_whole(folder / name, data)
    else:
        _write_new(files, folder)
    return [folder / name for name in files]


def _write_new(files: Mapping[str, bytes], folder: Path) -> None:
    """Write beside the folder and rename into place."""
    make_folder(folder.absolute().parent)
    part = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.absolute().parent))
    try:
        for name, data in files.items():
            (part / name).parent.mkdir(parents=True, exist_ok=True)
            (part / name).write_bytes(data)
        part.chmod(0o777 & ~_umask())
        if folder.is_dir():
            folder.rmdir()
        part.replace(folder)
    except OSError as error:
        hint = "Name a folder that can be written, by -o"
        raise BriefpressError(f"{folder} cannot be written: {error.strerror or error}", hint) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _refuse_unsafe(name: str, names: Mapping[str, bytes]) -> None:
    path = PurePosixPath(name)
    parts = path.parts
    same = [other for other in names if other.casefold() == name.casefold()]
    bad = (
        not parts
        or path.is_absolute()
        or str(path) != name
        or _UNSAFE.search(name) is not None
        or any(part in (".", "..") or part != part.strip(" .") or _DEVICES.fullmatch(part) for part in parts)
        or len(same) > 1
        or any(other.startswith(f"{name}/") for other in names)
    )
    if bad:
        raise BriefpressError(f"the PDF holds a file named {name!r}, which is not safe to write", "Nothing was written")
