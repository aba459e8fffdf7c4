"""Input that cannot be built: one message with place and remedy, exit code 1, no traceback, and the old PDF stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from .conftest import Process, Program


@dataclass(frozen=True)
class Fault:
    """A change to one file of a good dataset, where the problem is then, and words of its message."""

    file: str
    change: Callable[[bytes], bytes]
    place: str
    words: str


def swap(old: str, new: str) -> Callable[[bytes], bytes]:
    def change(data: bytes) -> bytes:
        assert old.encode() in data, f"{old!r} is not in the file"
        return data.replace(old.encode(), new.encode(), 1)

    return change


def without_column(name: str) -> Callable[[bytes], bytes]:
    return swap(f",{name},", f",{name}-of-old,")


FAULTS = {
    "missing column": Fault("figures.csv", without_column("value"), "figures.csv:1", "value"),
    "unknown source": Fault("figures.csv", swap("town-report", "town-reprot"), "figures.csv:2:", "town-reprot"),
    "two rows with one id": Fault("figures.csv", swap("\nclub-visits", "\nvisits"), "figures.csv:3:", "visits"),
    "no EDTF date": Fault("timeline.csv", swap("2017-11-14", "14 Nov 2017"), "timeline.csv:2:", "14 Nov 2017"),
    "a day that is none": Fault("timeline.csv", swap("2017-11-14", "2017-11-31"), "timeline.csv:2:", "2017-11-31"),
    "no number": Fault("figures.csv", swap(",12000,", ",twelve,"), "figures.csv:2:", "twelve"),
    "unknown bound": Fault("figures.csv", swap("at_least", "minimum"), "figures.csv:2:", "minimum"),
    "formula with an unknown id": Fault("brief.toml", swap("cost / all", "costs / all"), "brief.toml:", "costs"),
    "division by zero": Fault("brief.toml", swap("cost / all-visits", "cost / 0"), "brief.toml:", "zero"),
    "people and money added": Fault("brief.toml", swap("cost / all-visits", "cost + visits"), "brief.toml:", "people"),
    "unknown id in prose": Fault("brief.toml", swap("{share-local}", "{share-locals}"), "brief.toml:", "share-locals"),
    "unknown chart kind": Fault("brief.toml", swap('"columns"', '"pie"'), "brief.toml:", "pie"),
    "a number nobody stated": Fault("text/what-happened.md", swap("mostly", "12345"), "what-happened.md:15:", "12345"),
    "no TOML": Fault("brief.toml", swap('title = "', "title = "), "brief.toml:5", ""),
    "unknown language": Fault("brief.toml", swap('"en-GB"', '"tlh"'), "brief.toml:", "tlh"),
    "unknown style": Fault("brief.toml", swap('style = "briefing"', 'style = "brief"'), "brief.toml", "'brief'"),
    "source without title": Fault("sources.json", swap('"title"', '"headline"'), "sources.json:", "title"),
    "no JSON": Fault("sources.json", lambda data: data[:-20], "sources.json:", ""),
    "not UTF-8": Fault("quotes.csv", lambda data: data + b"x,\xff\xfe,,,,,,,\n", "quotes.csv:", "UTF-8"),
    "an empty file": Fault("figures.csv", lambda data: b"", "figures.csv", "empty"),
    "an empty brief": Fault("brief.toml", lambda data: b"", "brief.toml", "empty"),
    "a character without a glyph": Fault(
        "brief.toml", swap("The harbour", "The \U00013080 harbour"), "brief.toml:", "U+13080"
    ),
    "a control character": Fault("figures.csv", swap("Cost of", "Cost\x07of"), "figures.csv:6:", ""),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_and_the_old_pdf_stands(briefpress: Program, dataset: Path, tmp_path: Path, name: str) -> None:
    """Each bad input: exit code 1, place and words, no traceback; what stood in the output folder is untouched."""
    fault = FAULTS[name]
    out = tmp_path / "out"
    out.mkdir()
    (out / "harbour-baths.pdf").write_bytes(b"the old one")
    file = dataset / fault.file
    file.write_bytes(fault.change(file.read_bytes()))
    told = briefpress("build", dataset)
    assert told.exit_code == 1, told.output
    assert told.exception is None or isinstance(told.exception, SystemExit)
    lines = [line for line in told.stderr.splitlines() if "error: " in line]
    assert any(fault.place in line and fault.words in line for line in lines), told.stderr
    assert "should not" not in told.stderr
    assert "Traceback" not in told.stderr
    assert "not built" in told.stderr
    assert [path.name for path in out.iterdir()] == ["harbour-baths.pdf"]
    assert (out / "harbour-baths.pdf").read_bytes() == b"the old one"


@pytest.mark.parametrize("name", FAULTS)
def test_check_finds_what_build_refuses(briefpress: Program, dataset: Path, name: str) -> None:
    """`check` lists the same problem, with exit code 1."""
    fault = FAULTS[name]
    file = dataset / fault.file
    file.write_bytes(fault.change(file.read_bytes()))
    told = briefpress("check", dataset)
    assert told.exit_code == 1
    assert any(fault.place in line and fault.words in line and "error: " in line for line in told.stdout.splitlines())


def test_all_problems_come_together(briefpress: Program, dataset: Path) -> None:
    """All problems of a run come together, each once, in all its files."""
    broken = ["no EDTF date", "no number", "formula with an unknown id", "source without title"]
    for name in broken:
        fault = FAULTS[name]
        file = dataset / fault.file
        file.write_bytes(fault.change(file.read_bytes()))
    told = briefpress("build", dataset)
    lines = told.stderr.splitlines()
    for name in broken:
        assert len([line for line in lines if FAULTS[name].place in line and FAULTS[name].words in line]) == 1, name
    assert len([line for line in lines if "error: " in line]) == len(broken), told.stderr


@pytest.mark.parametrize("what", ["missing", "file", "empty folder", "folder above"])
def test_a_folder_that_is_no_dataset(briefpress: Program, dataset: Path, tmp_path: Path, what: str) -> None:
    """What is no dataset folder is named, with what to do."""
    (tmp_path / "empty").mkdir()
    folder = {
        "missing": tmp_path / "nowhere",
        "file": dataset / "brief.toml",
        "empty folder": tmp_path / "empty",
        "folder above": tmp_path,
    }[what]
    for command in ("build", "check", "stats"):
        told = briefpress(command, folder)
        assert told.exit_code == 1
        assert str(folder) in told.output
        assert "Traceback" not in told.output


def test_a_bad_dataset_does_not_stop_a_good_one(briefpress: Program, dataset: Path, tmp_path: Path) -> None:
    """With several datasets the good ones are built and the bad ones told; the exit code is 1."""
    assert briefpress("new", "good").exit_code == 0
    (dataset / "brief.toml").unlink()
    told = briefpress("build", dataset, "good")
    assert told.exit_code == 1
    assert (tmp_path / "out" / "good.pdf").exists()
    assert not (tmp_path / "out" / "harbour-baths.pdf").exists()


def test_an_output_folder_that_is_a_file(briefpress: Program, dataset: Path, tmp_path: Path) -> None:
    """A folder that cannot be made is named, and nothing else happens."""
    (tmp_path / "out").write_text("a file")
    told = briefpress("build", dataset)
    assert told.exit_code == 1
    assert "the folder out cannot be made" in told.stderr
    assert (tmp_path / "out").read_text() == "a file"


def test_a_target_that_is_a_folder(briefpress: Program, dataset: Path, tmp_path: Path) -> None:
    """A file that cannot be put in its place leaves nothing half done behind."""
    (tmp_path / "out" / "harbour-baths.pdf" / "inner").mkdir(parents=True)
    told = briefpress("build", dataset)
    assert told.exit_code == 1
    assert "cannot be written" in told.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["harbour-baths.pdf"]


def test_a_full_disk(process: Process, dataset: Path, tmp_path: Path) -> None:
    """When the disk has no room, the old PDF stands, and no part of the new one is left."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "harbour-baths.pdf").write_bytes(b"the old one")

    def no_room() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    # Python's own caches would meet the same limit.
    told = process("build", dataset, preexec_fn=no_room)
    assert told.returncode == 1
    assert "cannot be written" in told.stderr
    assert "Traceback" not in told.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["harbour-baths.pdf"]
    assert (tmp_path / "out" / "harbour-baths.pdf").read_bytes() == b"the old one"


def test_one_name_twice_is_refused(briefpress: Program, dataset: Path) -> None:
    """Two datasets that would be written to one file are wrong usage, before anything is built."""
    told = briefpress("build", dataset, f"{dataset}/../harbour-baths")
    assert told.exit_code == 2
    assert "same file" in told.stderr


def test_code_runs_only_by_leave(briefpress: Program, dataset: Path, tmp_path: Path) -> None:
    """A chart of the dataset's own Python is refused with its place, and its file is not run."""
    (dataset / "own.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n")
    brief = dataset / "brief.toml"
    own = '\n[[charts]]\nid = "own"\nkind = "python"\nfunction = "own.py:draw"\n'
    brief.write_text(brief.read_text(encoding="utf-8") + own, encoding="utf-8")
    told = briefpress("build", dataset)
    assert told.exit_code == 1
    assert "--allow-code" in told.stderr
    assert "brief.toml:" in told.stderr
    assert not (tmp_path / "ran").exists()
