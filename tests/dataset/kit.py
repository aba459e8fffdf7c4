"""A small good dataset, to be spoilt one file at a time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from briefpress.checking import check
from briefpress.dataset import load
from briefpress.language.lexicon import load_lexicon
from briefpress.model.problem import Problem
from briefpress.summary import summarise

GOOD = {
    "brief.toml": 'title = "Ships in the harbour"\n',
    "figures.csv": "id,label,value,unit,bound,source\nships,Ships in port,12,ships,exact,log\n",
    "sources.json": '[{"id": "log", "type": "book", "title": "The harbour log"}]\n',
}


Case = tuple[Mapping[str, str | bytes | None], list[str]]


def write(folder: Path, files: Mapping[str, str | bytes | None]) -> Path:
    """The good dataset with some files in other words; None leaves a file out."""
    for name, content in {**GOOD, **files}.items():
        if content is not None:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder


def reading(folder: Path) -> list[str]:
    """What load finds wrong, as it is printed, with paths within the folder."""
    return told(folder, load(folder).problems)


def checking(folder: Path) -> list[str]:
    """What check finds wrong with a dataset in which load found nothing."""
    loaded = load(folder)
    assert told(folder, loaded.problems) == []
    assert loaded.dataset is not None
    brief = loaded.dataset.brief
    lexicon = load_lexicon(brief.language, brief.words)
    return told(folder, check(loaded.dataset, summarise(loaded.dataset), lexicon))


def told(folder: Path, problems: tuple[Problem, ...]) -> list[str]:
    return [str(problem).replace(f"{folder.as_posix()}/", "") for problem in problems]


def mistakes(golden: Path) -> dict[str, Case]:
    """Cases of a golden file: "== name", files each under "-- path" ("-- no path" leaves one out), and after "=>" what
    is then said. Files end in a line end."""
    cases: dict[str, Case] = {}
    for case in re.split(r"^== ", golden.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, _, rest = case.partition("\n")
        written, _, said = rest.partition("=>\n")
        files: dict[str, str | bytes | None] = {}
        for file in re.split(r"^-- ", written, flags=re.MULTILINE)[1:]:
            path, _, content = file.partition("\n")
            if path.startswith("no "):
                files[path.removeprefix("no ")] = None
            else:
                files[path] = content
        cases[name] = (files, [line for line in said.split("\n") if line])
    return cases
