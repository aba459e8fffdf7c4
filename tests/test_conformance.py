"""Every briefing passes the reference validator: what is shipped in all styles, and random datasets with everything."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import fields
from pathlib import Path
from random import Random

from briefpress.dataset import save
from briefpress.pipeline import Options, build
from dataset.material import LANGUAGES
from dataset.strategies import Counts, make

Validate = Callable[[Sequence[Path], str], str]

ROOT = Path(__file__).parents[1]
DATASETS = ("iraq-troops", "tramway-valmeurs", "village-library")
STYLES = ("briefing", "broadsheet", "government", "clear-print")
PAPERS = ("a4", "letter")
#: How many random datasets are built; .ci/run asks for 300.
RANDOM = int(os.environ.get("BRIEFPRESS_RANDOM", "24"))


def test_every_dataset_in_every_style_on_both_papers_is_accessible_and_archivable(
    tmp_path: Path, verapdf: Validate
) -> None:
    """PDF/UA-1 and PDF/A-3a hold for all combinations of what is shipped."""
    files = []
    for dataset in DATASETS:
        for style in STYLES:
            for paper in PAPERS:
                files.append(tmp_path / f"{dataset}-{style}-{paper}.pdf")
                files[-1].write_bytes(build(ROOT / "data" / dataset, Options(style=style, paper=paper)).pdf)
    assert verapdf(files, "3a,ua1") == ""


def test_the_newer_standards_hold_too(tmp_path: Path, verapdf: Validate) -> None:
    """PDF/UA-2, PDF/A-4f and the well-tagged profile hold when they are asked for."""
    files = []
    for dataset in DATASETS:
        files.append(tmp_path / f"{dataset}.pdf")
        files[-1].write_bytes(build(ROOT / "data" / dataset, Options(standard="ua2+a4f")).pdf)
    assert verapdf(files, "ua2,4f,wt1a") == ""


def random_brief(seed: int, folder: Path) -> bytes:
    """A briefing of a random dataset: every tenth is large, styles, papers and languages take turns."""
    random = Random(seed)
    most = 40 if seed % 10 == 0 else 8
    amounts = {field.name: random.randint(0, most) for field in fields(Counts)}
    amounts["sources"] = max(1, amounts["sources"])
    dataset = make(random, Counts(**amounts), random.choice(tuple(LANGUAGES)))
    save(dataset, folder)
    return build(folder, Options(style=STYLES[seed % 4], paper=PAPERS[seed % 3 == 0])).pdf


def test_random_datasets_are_accessible_and_archivable(tmp_path: Path, verapdf: Validate) -> None:
    """Long words, empty sections, all bounds and chart kinds, several languages: each builds and passes."""
    files = []
    for seed in range(RANDOM):
        files.append(tmp_path / f"random-{seed}.pdf")
        files[-1].write_bytes(random_brief(seed, tmp_path / f"random-{seed}"))
    assert verapdf(files, "3a,ua1") == ""
