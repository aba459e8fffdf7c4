"""A rough benchmark of the first briefing: time and peak memory of the whole process, beside what its imports cost.

    .venv/bin/python tests/bench/first_briefing.py [RUNS]

Each line is the median of RUNS processes (default 5), with files in the disk cache. The ratios are to a process of the
same run that only imports the three libraries under it, so that they can be compared between machines.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATASET = ROOT / "data" / "iraq-troops"

BUILD = """
import json, sys, briefpress
built = briefpress.build(sys.argv[1], sys.argv[2])
print(json.dumps({"pages": built.pages, "bytes": len(built.pdf), "timings": built.timings}))
"""


@dataclass(frozen=True)
class Cost:
    """Seconds of wall time and bytes of peak memory."""

    seconds: float
    memory: int

    def over(self, other: Cost) -> str:
        return f"{self.seconds / other.seconds:6.2f} x {self.memory / other.memory:6.2f} x"


def cost_of(arguments: list[str]) -> Cost:
    """Run Python with `arguments` and measure the process."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{arguments} ended with {process.returncode}")
    scale = 1 if sys.platform == "darwin" else 1024  # ru_maxrss is bytes there, kilobytes elsewhere
    return Cost(time.perf_counter() - start, usage.ru_maxrss * scale)


def median_cost(arguments: list[str], runs: int) -> Cost:
    costs = [cost_of(arguments) for _ in range(runs)]
    return Cost(statistics.median(c.seconds for c in costs), int(statistics.median(c.memory for c in costs)))


def stages(runs: int, out: str) -> tuple[dict[str, float], int, int]:
    """Median seconds per stage of cold builds, the count of pages and of bytes."""
    results = []
    for _ in range(runs):
        arguments = [sys.executable, "-c", BUILD, str(DATASET), out]
        results.append(json.loads(subprocess.run(arguments, capture_output=True, text=True, check=True).stdout))
    names = [name for name, _ in results[0]["timings"]]
    laps = {name: statistics.median(dict(result["timings"])[name] for result in results) for name in names}
    return laps, results[0]["pages"], results[0]["bytes"]


def report(runs: int) -> None:
    with tempfile.TemporaryDirectory() as out:
        imports = median_cost(["-c", "import reportlab.platypus, matplotlib.figure, pandas"], runs)
        print(f"{'':34}{'seconds':>9}{'MB':>8}   to the imports below it")
        for words, arguments in (
            ("python alone", ["-c", "pass"]),
            ("import briefpress", ["-c", "import briefpress"]),
            ("briefpress --help", ["-m", "briefpress", "--help"]),
            ("reportlab, matplotlib, pandas", ["-c", "import reportlab.platypus, matplotlib.figure, pandas"]),
            ("briefpress build iraq-troops", ["-m", "briefpress", "build", str(DATASET), "-o", out]),
        ):
            cost = median_cost(arguments, runs)
            print(f"{words:34}{cost.seconds:9.3f}{cost.memory / 1e6:8.1f}   {cost.over(imports)}")
        laps, pages, size = stages(runs, out)
    print(f"\n{pages} pages, {size / 1000:.1f} kB; seconds per stage, its imports included:")
    for name, seconds in laps.items():
        print(f"  {name:12}{seconds:7.3f}")


if __name__ == "__main__":
    report(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
