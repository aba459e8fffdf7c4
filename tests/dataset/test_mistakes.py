from __future__ import annotations

from pathlib import Path

import pytest

from briefpress.dataset import load
from briefpress.model.problem import Problem
from dataset.kit import Case, mistakes, reading, write

GOLDENS = Path(__file__).with_name("mistakes")
CASES = {
    f"{file.stem}: {name}": case for file in sorted(GOLDENS.glob("*.txt")) for name, case in mistakes(file).items()
}
RESAVE = (
    'Save it again as UTF-8: in Excel as "CSV UTF-8 (comma delimited)", in LibreOffice with the character set '
    '"Unicode (UTF-8)", in a text editor with the encoding "UTF-8".'
)
INVISIBLE = "Delete it; it cannot be seen in most editors, so type the words anew."
OVERRIDE = f"error: the direction override U+202E RIGHT-TO-LEFT OVERRIDE cannot be printed. {INVISIBLE}"
ISOLATE = f"error: the direction override U+2066 LEFT-TO-RIGHT ISOLATE cannot be printed. {INVISIBLE}"
EMPTY = "the file is empty. Write what belongs there, or delete the file."
NO_HEADER = (
    "the file has no header row. Write the column names in the first line: "
    "id,date,event,source,locator,phase,group,landmark."
)
WINDOWS = f"in Windows-1252 it would be '{{}}'. {RESAVE}"
WORKBOOK = (
    "the file is a spreadsheet or a zip archive, not text. "
    'Open it in the program that wrote it and save it as "CSV UTF-8".'
)
HEAD = "id,label,value,source\n"

#: What cannot be seen, or not written, in a golden file.
ENCODINGS: dict[str, Case] = {
    "an empty file": ({"figures.csv": ""}, [f"figures.csv: error: {EMPTY}"]),
    "a file of blank lines": ({"figures.csv": "\r\n\n \n"}, [f"figures.csv: error: {EMPTY}"]),
    "an empty text": ({"text/a.md": " \n"}, [f"text/a.md: error: {EMPTY}"]),
    "an empty brief": ({"brief.toml": ""}, [f"brief.toml: error: {EMPTY}"]),
    "a table of commas": (
        {"timeline.csv": ",,,\n"},
        [f"timeline.csv: error: {NO_HEADER}"],
    ),
    "a file in Windows-1252": (
        {"figures.csv": (HEAD + "ships,Cafés,12,log\n").encode("cp1252")},
        [f"figures.csv:2:10: error: the file is not UTF-8: byte 0xE9 at line 2, column 10; {WINDOWS.format('é')}"],
    ),
    "a brief in Windows-1252 with other line ends": (
        {"brief.toml": 'title = "A"\r\ntopic = "é ß"\r\n'.encode() + 'kicker = "ß"'.encode("cp1252")},
        [f"brief.toml:3:11: error: the file is not UTF-8: byte 0xDF at line 3, column 11; {WINDOWS.format('ß')}"],
    ),
    "UTF-16 without a mark": (
        {"figures.csv": (HEAD + "ships,Ships,12,log\n").encode("utf-16-le")},
        [f"figures.csv: error: the file is not UTF-8: it looks like UTF-16 without a byte order mark. {RESAVE}"],
    ),
    "UTF-16 that breaks off": (
        {"figures.csv": b"\xff\xfei\x00d\x00,"},
        [f"figures.csv: error: the file is not whole UTF-16: it breaks off at byte 4. {RESAVE}"],
    ),
    "a workbook under another name": (
        {"figures.csv": b"PK\x03\x04\x14\x00"},
        [f"figures.csv: error: {WORKBOOK}"],
    ),
    "a null character": (
        {"figures.csv": HEAD + "ships,Sh\x00ips,12,log\n"},
        [f"figures.csv:2:9: error: the control character U+0000 NULL cannot be printed. {INVISIBLE}"],
    ),
    "a direction override in a table": (
        {"figures.csv": HEAD + "ships,Ships \u202eknat,12,log\n"},
        [f"figures.csv:2:13: {OVERRIDE}"],
    ),
    "a line separator in a table": (
        {"figures.csv": HEAD + "ships,Ships\u2028big,12,log\n"},
        [f"figures.csv:2:12: error: the line separator U+2028 LINE SEPARATOR cannot be printed. {INVISIBLE}"],
    ),
    "a direction override in the brief": (
        {"brief.toml": 'title = "Ships \u202e"\n'},
        [f"brief.toml:1:16: {OVERRIDE}"],
    ),
    "a control character in the brief": (
        {"brief.toml": 'title = "Ships\x01"\n'},
        [f"brief.toml:1:15: error: the control character U+0001 cannot be printed. {INVISIBLE}"],
    ),
    "a direction isolate in the sources": (
        {"sources.json": '[{"id": "log", "type": "book", "title": "The \u2066log"}]\n'},
        [f"sources.json:1:46: {ISOLATE}"],
    ),
    "a direction override in a text": (
        {"text/a.md": "# A\n\nWords \u202e here\n"},
        [f"text/a.md:3:7: error: the direction override U+202E RIGHT-TO-LEFT OVERRIDE cannot be printed. {INVISIBLE}"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_mistake_is_told_once_with_place_and_remedy(tmp_path: Path, case: str) -> None:
    """Each mistake of the golden files is told as it stands there, and nothing else is told besides."""
    files, said = CASES[case]
    assert reading(write(tmp_path, files)) == said


@pytest.mark.parametrize("case", ENCODINGS)
def test_what_cannot_be_read_or_printed_is_told_with_its_place(tmp_path: Path, case: str) -> None:
    """Files that are no text, and characters that must not be printed, are refused with line, column and remedy."""
    files, said = ENCODINGS[case]
    assert reading(write(tmp_path, files)) == said


def test_a_language_without_phrases_is_told_at_its_key(tmp_path: Path) -> None:
    """A language that the program cannot write is refused where brief.toml names it."""
    (said,) = reading(write(tmp_path, {"brief.toml": 'title = "A"\nlanguage = "xx"\n'}))
    assert said.startswith("brief.toml:2:12: error: there are no phrases in the language 'xx'")


def test_prose_problems_keep_the_place_that_the_parser_gives(tmp_path: Path) -> None:
    """What the prose parser refuses in a text file is told with that file's line."""
    (said,) = reading(write(tmp_path, {"text/a.md": "# A\n\n> quoted\n"}))
    assert said.startswith("text/a.md:3:1: error: ")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """A path that leads nowhere is one problem that says how to begin."""
    loaded = load(tmp_path / "none")
    make = "Name a dataset folder, or make one to start from with: briefpress new DIR."
    assert loaded.dataset is None
    assert [(p.message, p.hint, p.place.file) for p in loaded.problems] == [
        ("there is no such folder", make, (tmp_path / "none").as_posix())
    ]


def test_a_file_in_place_of_a_folder(tmp_path: Path) -> None:
    """A file's path is refused with the remedy to name its folder."""
    write(tmp_path, {})
    (problem,) = load(tmp_path / "brief.toml").problems
    assert (problem.message, problem.hint) == (
        "this is a file, not a dataset folder",
        "Name the folder that holds brief.toml.",
    )


def test_a_folder_that_holds_the_dataset_in_a_folder(tmp_path: Path) -> None:
    """One folder too high is noticed, and the right one offered."""
    write(tmp_path / "inner", {})
    loaded = load(tmp_path)
    (problem,) = loaded.problems
    assert loaded.dataset is None
    assert problem.message == "the folder is no dataset: it holds no brief.toml"
    assert problem.hint == f"Is it {(tmp_path / 'inner').as_posix()}?"


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    """A folder where a file should be is told, not raised."""
    write(tmp_path, {"figures.csv": None})
    (tmp_path / "figures.csv").mkdir()
    (said,) = reading(tmp_path)
    assert said.startswith("figures.csv: error: the file cannot be read (")
    assert said.endswith("). Check that it is a file and that you may read it.")


def test_all_problems_of_all_files_come_together_in_order(tmp_path: Path) -> None:
    """One run tells everything, by file, line and column, even when brief.toml cannot be read at all."""
    files = {
        "brief.toml": "title = Ships\n",
        "figures.csv": "id,label,value,source\nb,B,x,log\na,A,,log\n",
        "sources.json": "{}",
        "timeline.csv": "date,event,source\n2003-13,,log\n",
    }
    loaded = load(write(tmp_path, files))
    assert loaded.dataset is None
    places = [Path(p.place.file).name + f":{p.place.line}:{p.place.column}" for p in loaded.problems]
    assert places == [
        *("brief.toml:1:9", "figures.csv:2:5", "figures.csv:3:5"),
        *("sources.json:1:1", "timeline.csv:2:1", "timeline.csv:2:9"),
    ]
    assert all(isinstance(problem, Problem) and problem.hint for problem in loaded.problems)


def test_a_spoilt_row_is_left_out_and_its_id_remembered(tmp_path: Path) -> None:
    """A row that cannot be used does not take the others with it, and its id is known to have been there."""
    loaded = load(write(tmp_path, {"figures.csv": HEAD + "ships,Ships,many,log\nboats,Boats,3,log\n"}))
    assert loaded.dataset is not None
    assert [figure.id for figure in loaded.dataset.figures] == ["boats"]
    assert loaded.dataset.unread == {"ships"}
