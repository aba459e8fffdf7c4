"""A style file and the ones it extends, merged into one tree whose every leaf knows its file and line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from briefpress.errors import ThemeError
from briefpress.model.problem import Place, Problem
from briefpress.theme import lines
from briefpress.theme.finding import find_style
from briefpress.theme.lines import Keys

#: Tables that a style replaces whole: a family's faces are never mixed with those of the family it stands in for.
_WHOLE: Keys = ("fonts",)


@dataclass(slots=True)
class StyleTree:
    """`values` is the merged TOML; `places` says where each path was last set; `folders` where its file lies."""

    path: Path
    values: dict[str, Any] = field(default_factory=dict)
    places: dict[Keys, Place] = field(default_factory=dict)
    folders: dict[Keys, Path] = field(default_factory=dict)

    def place(self, *path: str) -> Place:
        """Where that path, or the nearest one that holds it, was set."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(str(self.path)))

    def folder(self, *path: str) -> Path:
        """The folder of the file that set that path."""
        while path and path not in self.folders:
            path = path[:-1]
        return self.folders.get(path, self.path.parent)


def read_style(path: Path) -> StyleTree:
    """Read a style file and what it extends. Raises ThemeError for what stops the reading, with its line."""
    tree = StyleTree(path)
    for file, (values, source) in reversed(_chain(path)):
        _merge(tree, tree.values, values, _Origin(file, lines.key_lines(source)))
    return tree


def _chain(path: Path) -> list[tuple[Path, tuple[dict[str, Any], str]]]:
    """The file itself, the one it extends, and so on."""
    chain: list[tuple[Path, tuple[dict[str, Any], str]]] = []
    seen: list[Path] = []
    while True:
        values, source = _parse(path)
        chain.append((path, (values, source)))
        seen.append(path.resolve())
        parent = values.pop("extends", None)
        if parent is None:
            return chain
        place = Place(str(path), lines.line_of(lines.key_lines(source), ("extends",)))
        path = _parent(parent, path, place)
        if path.resolve() in seen:
            names = " extends ".join(p.name for p in [*seen, path])
            _stop(f"the styles extend one another in a circle: {names}", "Take `extends` out of one of them.", place)


def _parent(parent: object, path: Path, place: Place) -> Path:
    if not isinstance(parent, str):
        _stop("`extends` is not a text", "Write the name of a style in quotation marks.", place)
    try:
        return find_style(str(parent), path.parent)
    except ThemeError as error:
        raise ThemeError.of([Problem(error.message, error.hint, place)]) from error


def _parse(path: Path) -> tuple[dict[str, Any], str]:
    try:
        source = path.read_bytes().decode("utf-8-sig")
        return tomllib.loads(source), source
    except OSError as error:
        _stop(f"cannot be read: {error.strerror}", "Check the path and its permissions.", Place(str(path)))
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        _stop("is not UTF-8", "Save the file as UTF-8.", Place(str(path), line))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(found[1]), int(found[2])) if found else (len(source.splitlines()), 0)
        words = re.sub(r"\s*\(at .*\)$", "", str(error))
        _stop(f"not TOML: {words}", "Mend that line; text stands in quotation marks.", Place(str(path), line, column))


def _stop(message: str, hint: str, place: Place) -> NoReturn:
    raise ThemeError.of([Problem(message, hint, place)])


@dataclass(frozen=True, slots=True)
class _Origin:
    file: Path
    lines: Mapping[Keys, int]

    def place(self, path: Keys) -> Place:
        return Place(str(self.file), lines.line_of(self.lines, path))


def _merge(
    tree: StyleTree, target: dict[str, Any], values: Mapping[str, Any], origin: _Origin, path: Keys = ()
) -> None:
    for key, value in values.items():
        here = (*path, key)
        tree.places[here] = origin.place(here)
        tree.folders[here] = origin.file.parent
        if isinstance(value, dict) and path != _WHOLE:
            inner = target[key] if isinstance(target.get(key), dict) else {}
            target[key] = inner
            _merge(tree, inner, value, origin, here)
        else:
            target[key] = value
            _note_inner(tree, value, here, origin)


def _note_inner(tree: StyleTree, value: object, here: Keys, origin: _Origin) -> None:
    """Places of the keys of a table that was replaced whole."""
    for old in [path for path in tree.places if path[: len(here)] == here and len(path) > len(here)]:
        del tree.places[old]
    if isinstance(value, dict):
        tree.places.update({(*here, key): origin.place((*here, key)) for key in value})
