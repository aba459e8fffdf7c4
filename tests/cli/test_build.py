"""`briefpress build` on good input."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import briefpress as package
from briefpress.cli.build import made
from briefpress.pipeline import Built

from .conftest import Process, Program


def test_it_says_what_it_made(briefpress: Program, dataset: Path, tmp_path: Path) -> None:
    """One line tells the file, its pages, its size, the time and the time per stage; the file is a PDF."""
    told = briefpress("build", dataset)
    assert (told.exit_code, told.stderr) == (0, "")
    line = re.fullmatch(r"out/harbour-baths\.pdf: (\d+) pages?, (\d+) kB, \d+\.\d\d s \((.*)\)\n", told.stdout)
    assert line
    assert int(line[1]) >= 1
    stages = dict(stage.split() for stage in line[3].split(", "))
    assert set(stages) >= {"read", "summarise", "check", "draw", "compose", "write"}
    pdf = (tmp_path / "out" / "harbour-baths.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-1.7")
    assert round(len(pdf) / 1000) == int(line[2])
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["harbour-baths.pdf"]


def test_quiet_and_verbose(briefpress: Program, dataset: Path) -> None:
    """-q says nothing when all is well; -v names each stage as it begins."""
    quiet = briefpress("build", dataset, "-q")
    assert (quiet.exit_code, quiet.output) == (0, "")
    loud = briefpress("build", dataset, "-v")
    assert "harbour-baths: draw\n" in loud.stderr


def test_options_reach_the_pages(briefpress: Program, dataset: Path, tmp_path: Path) -> None:
    """Paper, style, standard and folder are those asked for."""
    told = briefpress(
        "build", dataset, "-o", "deep/er", "--paper", "letter", "--style", "government", "--standard", "ua2+a4f"
    )
    assert told.exit_code == 0, told.stderr
    import pikepdf

    with pikepdf.open(tmp_path / "deep" / "er" / "harbour-baths.pdf") as pdf:
        assert [float(x) for x in pdf.pages[0].mediabox] == [0, 0, 612, 792]
        assert pdf.pdf_version == "2.0"


def test_the_same_bytes_from_anywhere(process: Process, dataset: Path, tmp_path: Path) -> None:
    """The folder that the program is called from, the time zone, the locale and the hash seed change no byte."""
    from .conftest import environment

    first = process("build", dataset, "-q", "-o", "one")
    (tmp_path / "elsewhere").mkdir()
    away = environment() | {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    second = process("build", "../harbour-baths", "-q", "-o", "../two", cwd=tmp_path / "elsewhere", env=away)
    assert (first.returncode, second.returncode) == (0, 0), second.stderr
    assert (tmp_path / "one/harbour-baths.pdf").read_bytes() == (tmp_path / "two/harbour-baths.pdf").read_bytes()


def test_the_current_folder_has_a_name(briefpress: Program, dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`build .` in a dataset folder is named for that folder."""
    monkeypatch.chdir(dataset)
    assert briefpress("build", ".", "-o", "../out").exit_code == 0
    assert (dataset.parent / "out" / "harbour-baths.pdf").exists()


def test_a_person_sees_progress(
    briefpress: Program, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a terminal a moving line names the stage; without a terminal there is nothing."""
    import sys

    from briefpress.cli.options import Loudness
    from briefpress.cli.progress import listening

    with listening("x", Loudness()) as listener:
        assert listener is None
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    with listening("x", Loudness()) as listener:
        assert listener is not None
        listener("draw")
    with listening("x", Loudness(quiet=True)) as listener:
        assert listener is None


def test_one_page_is_no_plural() -> None:
    """A single page is "1 page"."""
    assert made(Built("x", b"", 1, (), (), Path("out/x.pdf"))) == "out/x.pdf: 1 page, 0 kB, 0.00 s ()"


def test_the_api_builds_without_writing(dataset: Path, tmp_path: Path) -> None:
    """`briefpress.build` returns the bytes, and writes them only where it is told to."""
    built = package.build(dataset)
    assert built.path is None
    assert built.pdf.startswith(b"%PDF-")
    stored = package.build(dataset, tmp_path / "made")
    assert stored.path == tmp_path / "made" / "harbour-baths.pdf"
    assert stored.path.read_bytes() == built.pdf == stored.pdf


def test_the_api_raises_every_problem(dataset: Path) -> None:
    """`briefpress.load` gives the dataset, or raises the problems as data."""
    assert package.load(dataset).brief.title == "The harbour baths at Merrow"
    (dataset / "brief.toml").unlink()
    with pytest.raises(package.DatasetError) as caught:
        package.load(dataset)
    assert [problem.place.file for problem in caught.value.problems] == [str(dataset)]
