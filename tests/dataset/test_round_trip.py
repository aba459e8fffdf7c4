from __future__ import annotations

import shutil
import tempfile
import tomllib
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefpress.dataset import load, save, unparse
from briefpress.dataset.toml import write_toml
from briefpress.dataset.unparse import bare, unparse_blocks
from briefpress.errors import BriefpressError
from briefpress.language.prose import parse_blocks, parse_inline
from briefpress.model.dataset import Dataset
from briefpress.model.problem import Place
from dataset.strategies import Counts, datasets, make, placeless

EXAMPLES = sorted((Path(__file__).parents[2] / "data").glob("*/brief.toml"))
#: Everything that means something in Markdown or in braces, beside letters of all sorts.
MARKUP = st.text(st.sampled_from("ab é*_[]()<>{}!\\`~&#;:.-+|\"'=/hx1"), max_size=40)


def there_and_back(dataset: Dataset) -> Dataset:
    with tempfile.TemporaryDirectory() as folder:
        save(dataset, folder)
        loaded = load(folder)
        assert [str(problem) for problem in loaded.problems] == []
        assert loaded.dataset is not None
        return loaded.dataset


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(datasets(size="small"))
def test_any_small_dataset_comes_back_as_it_was_saved(dataset: Dataset) -> None:
    """Whatever a dataset holds, saving and loading it changes nothing but places."""
    assert placeless(there_and_back(dataset)) == placeless(dataset)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(datasets(size="medium"), datasets(size="large")))
def test_large_datasets_come_back_too(dataset: Dataset) -> None:
    """Forty figures, sixty events and four series come back as they were saved."""
    assert placeless(there_and_back(dataset)) == placeless(dataset)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.parent.name)
def test_the_datasets_of_the_project_come_back(example: Path) -> None:
    """A folder that people wrote by hand survives being loaded, saved and loaded again."""
    before = load(example.parent).dataset
    assert before is not None
    assert placeless(there_and_back(before)) == placeless(before)


def test_saving_does_not_change_the_dataset(tmp_path: Path) -> None:
    """The dataset handed to save is the same afterwards."""
    dataset = make(Random(7), Counts())
    before = placeless(dataset)
    save(dataset, tmp_path / "one")
    assert placeless(dataset) == before


def test_saving_twice_writes_the_same_bytes(tmp_path: Path) -> None:
    """What save writes depends on the dataset alone."""
    dataset = make(Random(11), Counts())
    first = {path.name: path.read_bytes() for path in save(dataset, tmp_path / "one")}
    second = {path.name: path.read_bytes() for path in save(dataset, tmp_path / "two")}
    assert first == second


def test_saving_leaves_a_file_that_would_be_read_besides(tmp_path: Path) -> None:
    """A stray quotes.csv in the folder stops save before it writes anything."""
    dataset = make(Random(3), Counts(quotes=0))
    (tmp_path / "quotes.csv").write_text("speaker,quote,source\n", encoding="utf-8")
    with pytest.raises(BriefpressError, match=r"quotes\.csv stands in the folder and is no part of the dataset"):
        save(dataset, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["quotes.csv"]


def test_saving_where_nothing_can_be_written_says_so(tmp_path: Path) -> None:
    """A path that runs through a file is one clear error, not a traceback."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(BriefpressError, match="cannot be written: Not a directory"):
        save(make(Random(3), Counts()), tmp_path / "file" / "inside")


@settings(max_examples=400, deadline=None)
@given(MARKUP)
def test_any_prose_that_parses_is_written_back_to_the_same_pieces(source: str) -> None:
    """unparse gives characters that parse to the same pieces, whatever markup they stand for."""
    source = source.strip()
    prose, problems = parse_inline(source, Place("", 1, 1))
    if problems:
        return
    again, problems = parse_inline(unparse(prose), Place("", 1, 1))
    assert not problems
    assert bare(again) == bare(prose)


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("ab *_[#>-+.1):|=`~!\\&<{}\n\n"), max_size=60))
def test_any_text_file_that_parses_is_written_back_to_the_same_blocks(source: str) -> None:
    """unparse_blocks gives a file that parses to the same blocks."""
    blocks, problems = parse_blocks(source, "")
    if problems or not blocks:
        return
    again, problems = parse_blocks(unparse_blocks(blocks), "")
    assert not problems
    assert placeless(again) == placeless(blocks)


TOML_VALUES = st.recursive(
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
        st.integers(-(2**63), 2**63 - 1),
        st.booleans(),
        st.floats(allow_nan=False),
        st.dates(),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=6), inner, max_size=4)),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), TOML_VALUES, max_size=6))
def test_toml_is_read_back_as_written(document: dict[str, object]) -> None:
    """The small TOML writer and Python's reader agree on every document."""
    assert tomllib.loads(write_toml(document)) == document


def test_a_template_copied_is_a_dataset(tmp_path: Path) -> None:
    """A folder copied elsewhere loads the same, but for its name."""
    source = EXAMPLES[0].parent
    shutil.copytree(source, tmp_path / "copy")
    original, copy = load(source).dataset, load(tmp_path / "copy").dataset
    assert original is not None
    assert copy is not None
    assert copy.name == "copy"
    assert placeless(copy) == placeless(original)
