"""Building again when a file changes."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from briefpress.cli.watch import changed_from, stamp, watch_files

from .conftest import command_line, environment


def script(*steps: Callable[[], object]) -> Callable[[float], None]:
    """A `sleep` that takes one step each time it is called."""
    waiting = list(steps)

    def sleep(_seconds: float) -> None:
        if waiting:
            waiting.pop(0)()

    return sleep


def test_a_change_is_seen(tmp_path: Path) -> None:
    """A file that is written, added or taken away is a change; nothing else is."""
    (tmp_path / "a.csv").write_text("a")
    before = stamp([tmp_path])
    assert stamp([tmp_path]) == before
    (tmp_path / "series").mkdir()
    (tmp_path / "series" / "b.csv").write_text("b")
    added = stamp([tmp_path])
    (tmp_path / "a.csv").unlink()
    assert before != added != stamp([tmp_path])


def test_it_waits_until_writing_is_over(tmp_path: Path) -> None:
    """A file saved in several steps is built once, when it has come to rest."""
    file = tmp_path / "a.csv"
    file.write_text("a")
    before = stamp([file])
    now = changed_from(
        before, [file], script(lambda: None, lambda: file.write_text("ab"), lambda: file.write_text("abc"))
    )
    assert now == stamp([file])
    assert now[str(file)][1] == 3


def test_it_goes_on_after_a_bad_build(tmp_path: Path) -> None:
    """A build that fails does not end the watch; Ctrl-C does, with the last exit code."""
    codes = iter([1, 0])

    def work() -> int:
        (tmp_path / "a.csv").write_text(f"{time.time_ns()}")
        code = next(codes, None)
        if code is None:
            raise KeyboardInterrupt
        return code

    said: list[str] = []
    assert watch_files([tmp_path], work, said.append) == 0
    assert len(said) == 1


def test_the_program_watches(dataset: Path, tmp_path: Path) -> None:
    """`build --watch` builds, tells of an error, builds again once it is mended, and stops quietly at Ctrl-C."""
    watching = subprocess.Popen(
        command_line(["build", dataset, "--watch"]),
        cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    pdf = tmp_path / "out" / f"{dataset.name}.pdf"
    figures = dataset / "figures.csv"
    try:
        wait_for(pdf.exists)
        good = figures.read_text(encoding="utf-8")
        time.sleep(1)
        figures.write_text(good.replace("2024-07", "no date", 1), encoding="utf-8")
        time.sleep(3)
        first = pdf.stat().st_mtime_ns
        figures.write_text(good.replace("Cost of building", "Cost of the building", 1), encoding="utf-8")
        wait_for(lambda: pdf.stat().st_mtime_ns != first)
    finally:
        watching.send_signal(signal.SIGINT)
        out, err = watching.communicate(timeout=30)
    assert out.count("harbour-baths.pdf: ") >= 2
    assert "figures.csv:4:" in err
    assert "Traceback" not in err
    assert watching.returncode == 0


def wait_for(condition: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.1)
