"""The data inside: taken out whole, safely, and built again into the same bytes."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner
from pikepdf import Pdf, String

from briefpress.cli import main
from briefpress.errors import BriefpressError
from briefpress.pipeline import Options, build, extract
from briefpress.proof.enclosed import take_out
from proof.kit import DATA, ORCHARD, forged

SOURCE = Path(__file__).resolve().parents[2] / "src"


def extracted(data: bytes, tmp_path: Path, name: str = "another name") -> tuple[Path, list[str]]:
    file = tmp_path / "briefing.pdf"
    file.write_bytes(data)
    _, words = extract(file, tmp_path / name)
    return tmp_path / name, words


@pytest.mark.parametrize("name", ["iraq-troops", "tramway-valmeurs", "village-library"])
def test_every_file_comes_out_as_it_went_in(briefing: Callable[[str], bytes], tmp_path: Path, name: str) -> None:
    """Byte for byte: every table, text, source list and brief, and no file but the descriptor besides."""
    folder, _ = extracted(briefing(name), tmp_path)
    out = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert out.pop(Path("datapackage.json"))
    kept = (".toml", ".csv", ".md", ".json")
    read = [path for path in (DATA / name).rglob("*") if path.suffix in kept]
    assert out == {path.relative_to(DATA / name): path.read_bytes() for path in read}


def test_building_again_makes_the_same_file(briefing: Callable[[str], bytes], tmp_path: Path) -> None:
    """Under another folder's name, too."""
    data = briefing("iraq-troops")
    folder, words = extracted(data, tmp_path)
    assert words == []
    assert build(folder).pdf == data


def test_options_are_told_and_make_the_same_file(tmp_path: Path) -> None:
    """What the command line asked for travels along: paper, style and standard."""
    data = build(ORCHARD, Options(paper="letter", style="government", standard="ua2+a4f")).pdf
    folder, words = extracted(data, tmp_path)
    assert words == ["--style=government", "--paper=letter", "--standard=ua2+a4f"]
    assert build(folder, Options(paper="letter", style="government", standard="ua2+a4f")).pdf == data


def test_what_the_dataset_says_already_is_not_told_again(tmp_path: Path) -> None:
    """Asking for what brief.toml asks for makes the same bytes as not asking."""
    assert build(ORCHARD, Options(paper="a4", style="briefing")).pdf == build(ORCHARD).pdf


def test_a_style_of_ones_own_travels_along(tmp_path: Path) -> None:
    """A style file from anywhere is inside, and the extracted one builds the same."""
    style = tmp_path / "own.toml"
    style.write_text('extends = "briefing"\n[colours]\naccent = "#114411"\n', encoding="utf-8")
    data = build(ORCHARD, Options(style=str(style))).pdf
    folder, words = extracted(data, tmp_path)
    assert words == ["--style=style/own.toml"]
    assert build(folder, Options(style=str(folder / "style" / "own.toml"))).pdf == data


def test_code_and_styles_of_the_folder_travel_along(tmp_path: Path) -> None:
    """A chart's own code and the folder's own style are files of the dataset."""
    folder = tmp_path / "coded"
    shutil.copytree(ORCHARD, folder)
    (folder / "looks").mkdir()
    (folder / "looks" / "mine.toml").write_text('extends = "briefing"\n', encoding="utf-8")
    code = "def draw(figure, data):\n    figure.add_axes((0.1, 0.1, 0.8, 0.8)).plot([1, 2, 3])\n"
    (folder / "own.py").write_text(code, encoding="utf-8")
    brief = (
        (folder / "brief.toml").read_text(encoding="utf-8").replace("invented", 'style = "looks/mine.toml"\ninvented')
    )
    brief += '\n[[charts]]\nid = "own"\nkind = "python"\nfile = "own.py"\ntitle = "Own"\nseries = ["crop"]\n'
    (folder / "brief.toml").write_text(brief, encoding="utf-8")
    data = build(folder, Options(allow_code=True)).pdf
    again, words = extracted(data, tmp_path)
    assert (again / "own.py").read_text(encoding="utf-8") == code
    assert (again / "looks" / "mine.toml").exists()
    assert words == []
    assert build(again, Options(allow_code=True)).pdf == data


def test_the_moment_comes_from_the_environment_or_the_dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH dates a file and is told by extract; without it the brief's date does."""
    with pikepdf.open(BytesIO(build(ORCHARD).pdf)) as pdf:
        assert str(pdf.docinfo["/CreationDate"]) == "D:20250201000000Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    data = build(ORCHARD).pdf
    with pikepdf.open(BytesIO(data)) as pdf:
        assert str(pdf.docinfo["/CreationDate"]) == "D:19700102000000Z"
    folder, words = extracted(data, tmp_path)
    assert words == ["SOURCE_DATE_EPOCH=86400"]
    assert build(folder).pdf == data
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    with pytest.raises(BriefpressError, match="SOURCE_DATE_EPOCH is 'soon'"):
        build(ORCHARD)


def test_two_runs_anywhere_make_the_same_bytes(tmp_path: Path) -> None:
    """Time zone, locale, working folder, hash seed and the folder's path do not enter the file."""
    digests = []
    for zone, language, seed in (("Pacific/Kiritimati", "tr_TR.UTF-8", "1"), ("America/Caracas", "C", "77")):
        place = tmp_path / seed / "deep" / f"orchard-{seed}"
        shutil.copytree(ORCHARD, place)
        environment = {**os.environ, "PYTHONPATH": str(SOURCE), "TZ": zone, "LANG": language, "LC_ALL": language}
        environment |= {"PYTHONHASHSEED": seed}
        folder = place if seed == "1" else Path("..") / place.name
        where = place.parent if seed == "1" else place
        command = [sys.executable, "-m", "briefpress", "build", str(folder), "-o", str(tmp_path / seed)]
        subprocess.run(command, cwd=where, env=environment, check=True, capture_output=True)
        digests.append(hashlib.sha256((tmp_path / seed / f"{place.name}.pdf").read_bytes()).hexdigest())
    assert digests[0] == digests[1]


def test_the_descriptor_is_a_data_package(briefing: Callable[[str], bytes], tmp_path: Path) -> None:
    """Every table with the types of its columns, every file with its digest, the sources, the licence, the language."""
    folder, _ = extracted(briefing("iraq-troops"), tmp_path)
    told = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert (told["title"], told["language"]) == ("American forces in Iraq, 2003–2016", "en-GB")
    assert len(told["sources"]) == len(json.loads((folder / "sources.json").read_text(encoding="utf-8")))
    for resource in told["resources"]:
        data = (folder / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
    tables = {resource["path"]: resource for resource in told["resources"] if "schema" in resource}
    for path, table in tables.items():
        header = next(csv.reader((folder / path).read_text(encoding="utf-8").splitlines()))
        assert [field["name"] for field in table["schema"]["fields"]] == header
    types = {field["name"]: field["type"] for field in tables["series/troops.csv"]["schema"]["fields"]}
    assert types["troops"] == "integer"
    assert {field["name"]: field["type"] for field in tables["timeline.csv"]["schema"]["fields"]}["date"] == "string"


@pytest.mark.parametrize(
    "name",
    [
        "../out.csv",
        "/etc/out.csv",
        "C:\\out.csv",
        "a/../../out",
        "..",
        "nul.csv",
        "a\nb.csv",
        "text/",
        "BRIEF.toml",
        " x",
        "",
    ],
)
def test_unsafe_names_are_not_written(orchard: bytes, tmp_path: Path, name: str) -> None:
    """A forged name cannot lead out of the folder, hide, or overwrite another file; nothing is written then."""

    def edit(pdf: Pdf) -> None:
        pikepdf.NameTree(pdf.Root.Names.EmbeddedFiles)["figures.csv"].UF = String(name)

    (tmp_path / "in").mkdir()
    with pytest.raises(BriefpressError, match="not safe"):
        extracted(forged(orchard, edit), tmp_path / "in")
    assert [path.name for path in tmp_path.rglob("*")] == ["in", "briefing.pdf"]


def test_a_folder_that_holds_files_is_left_alone(orchard: bytes, tmp_path: Path) -> None:
    """Only --force replaces files, and it leaves those of other names."""
    folder = tmp_path / "there"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    (folder / "brief.toml").write_text("old", encoding="utf-8")
    file = tmp_path / "orchard.pdf"
    file.write_bytes(orchard)
    refused = CliRunner().invoke(main, ["extract", str(file), "-o", str(folder)])
    assert refused.exit_code == 1
    assert "is not empty" in refused.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["brief.toml", "mine.txt"]
    forced = CliRunner().invoke(main, ["extract", str(file), "-o", str(folder), "--force"])
    assert forced.exit_code == 0, forced.stderr
    assert (folder / "mine.txt").read_text(encoding="utf-8") == "mine"
    assert (folder / "brief.toml").read_bytes() == (ORCHARD / "brief.toml").read_bytes()


def test_a_failure_leaves_no_half_of_a_folder(tmp_path: Path) -> None:
    """All files or none, and no traces."""
    files = {"brief.toml": b"", "a" * 300: b"too long a name"}
    with pytest.raises(BriefpressError, match="cannot be written"):
        take_out(files, tmp_path / "half")
    assert list(tmp_path.iterdir()) == []


def test_the_command_says_how_to_build_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line can be run as it stands."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fruit.pdf").write_bytes(build(ORCHARD, Options(paper="letter")).pdf)
    result = CliRunner().invoke(main, ["extract", "fruit.pdf"])
    assert result.exit_code == 0, result.stderr
    count = sum(path.is_file() for path in ORCHARD.rglob("*")) + 1
    assert result.stdout == f"fruit: {count} files. To build it again: briefpress build fruit --paper letter\n"
    assert CliRunner().invoke(main, ["build", "fruit", "--paper", "letter"]).exit_code == 0
    assert (tmp_path / "out" / "fruit.pdf").read_bytes() == (tmp_path / "fruit.pdf").read_bytes()


def test_a_pdf_without_data_is_refused(tmp_path: Path) -> None:
    """A PDF of another program says so."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "blank.pdf")
    with pytest.raises(BriefpressError, match="holds no dataset"):
        extract(tmp_path / "blank.pdf", tmp_path / "out")
