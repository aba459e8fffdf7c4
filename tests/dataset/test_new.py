from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefpress.dataset import load, write_new
from briefpress.errors import BriefpressError
from briefpress.summary import summarise
from dataset.kit import checking, reading


def test_the_template_is_complete_and_without_problems(tmp_path: Path) -> None:
    """What `new` writes has something of everything, loads, adds up and passes every check."""
    folder = tmp_path / "made" / "here"
    write_new(folder)
    assert reading(folder) == []
    assert checking(folder) == []
    dataset = load(folder).dataset
    assert dataset is not None
    assert summarise(dataset).problems == ()
    brief = dataset.brief
    assert brief.invented
    kinds = (dataset.figures, dataset.events, dataset.quotes, dataset.series, dataset.sources, dataset.texts)
    assert all(kinds)
    assert all((brief.phases, brief.groups, brief.findings, brief.notes, brief.charts, brief.statistics))


def test_the_template_is_commented(tmp_path: Path) -> None:
    """brief.toml explains itself to somebody who has read nothing else."""
    write_new(tmp_path / "a")
    lines = (tmp_path / "a" / "brief.toml").read_text(encoding="utf-8").splitlines()
    assert sum("#" in line for line in lines) > 20


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    """A folder that is not empty is refused and nothing in it changes."""
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(BriefpressError, match="is not empty; nothing was written") as caught:
        write_new(tmp_path)
    assert caught.value.hint == "Name a folder that is new or empty."
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """A file's path is refused, and the file stands."""
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(BriefpressError, match="is a file; nothing was written"):
        write_new(tmp_path / "file")


@pytest.mark.skipif(os.name != "posix", reason="a path through a file fails otherwise elsewhere")
def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """A place where nothing can be written is one clear error."""
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(BriefpressError, match="cannot be written: Not a directory"):
        write_new(tmp_path / "file" / "inside")


def test_another_folder_can_serve_as_template(tmp_path: Path) -> None:
    """A finished example is copied file by file, folders within it too."""
    write_new(tmp_path / "a")
    written = write_new(tmp_path / "b", tmp_path / "a")
    assert {path.relative_to(tmp_path / "b") for path in written} >= {Path("brief.toml"), Path("text/what-happened.md")}
    for path in written:
        assert path.read_bytes() == (tmp_path / "a" / path.relative_to(tmp_path / "b")).read_bytes()
