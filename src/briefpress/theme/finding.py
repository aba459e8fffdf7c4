"""Where styles are: inside the installed package, or at the top of the repository."""

from __future__ import annotations

import difflib
import tomllib
from pathlib import Path

from briefpress.errors import ThemeError

_PACKAGE = Path(__file__).resolve().parents[1]
DEFAULT = "briefing"


def styles_folder() -> Path:
    """The folder of the built-in styles. Raises ThemeError where an installation has lost it."""
    for folder in (_PACKAGE / "styles", _PACKAGE.parents[1] / "styles"):
        if (folder / f"{DEFAULT}.toml").is_file():
            return folder
    raise ThemeError("the built-in styles are missing", "Install briefpress again, or name a style file of your own.")


def style_names() -> tuple[str, ...]:
    """Names of the built-in styles, the default first."""
    names = sorted(path.stem for path in styles_folder().glob("*.toml"))
    return tuple(sorted(names, key=lambda name: name != DEFAULT))


def list_styles() -> tuple[tuple[str, str], ...]:
    """Name and description of each built-in style, the default first."""
    rows = []
    for name in style_names():
        with (styles_folder() / f"{name}.toml").open("rb") as file:
            rows.append((name, str(tomllib.load(file).get("description", ""))))
    return tuple(rows)


def style_source(name: str) -> Path:
    """The file of a built-in style. Raises ThemeError for a name that is none."""
    if name in style_names():
        return styles_folder() / f"{name}.toml"
    hint = f"{near(name, style_names())}Give one of {', '.join(style_names())}."
    raise ThemeError(f"there is no style {name!r}", hint)


def find_style(name_or_path: str | Path, folder: Path = Path()) -> Path:
    """A built-in style's file by its name, or the path of a style file, relative ones to `folder`.

    Raises ThemeError when there is neither.
    """
    name = str(name_or_path)
    if isinstance(name_or_path, str) and name in style_names():
        return style_source(name)
    path = folder / name
    if path.is_file():
        return path
    if path.suffix == ".toml" or path.name != name:
        raise ThemeError(f"{path}: there is no such style file", f"Give a file, or one of {', '.join(style_names())}.")
    return style_source(name)


def near(word: str, words: tuple[str, ...] | list[str]) -> str:
    """ "Did you mean ...? ", or nothing."""
    close = difflib.get_close_matches(word, words, n=1, cutoff=0.6)
    return f"Did you mean {close[0]!r}? " if close else ""
