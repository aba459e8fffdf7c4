"""The dataset inside a PDF against the text of its source."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefpress.cli import main
from briefpress.errors import BriefpressError
from briefpress.language.lexicon import load_lexicon
from briefpress.model.quantity import Bound
from briefpress.pipeline import survey
from briefpress.proof.article import read_article
from briefpress.proof.comparing import Compared, Status, compare
from briefpress.proof.stating import Statements
from proof.kit import HERE, ORCHARD

ARTICLE = HERE / "article.txt"


def compared(text: str, tmp_path: Path, source: str = "") -> dict[str, tuple[Status, str]]:
    return {c.ref: (c.status, c.article) for c in whole(text, tmp_path, source).comparisons}


def whole(text: str, tmp_path: Path, source: str = "") -> Compared:
    file = tmp_path / "article.txt"
    file.write_text(text, encoding="utf-8")
    return compare(read_article(file), *survey(ORCHARD), source)


def original() -> str:
    return ARTICLE.read_text(encoding="utf-8")


def test_an_article_that_says_the_same_is_sound(tmp_path: Path) -> None:
    """Every figure in value and hedge, every quotation word for word, at the paragraph that the locator names."""
    result = whole(original(), tmp_path)
    assert {c.ref: c.status for c in result.comparisons} == dict.fromkeys(
        ("trees", "juice", "members", "share", "visitors", "ward"), Status.OK
    )
    assert (result.source, result.first, result.sound) == ("parish-news", 2, True)


@pytest.mark.parametrize(
    ("old", "new", "ref", "says"),
    [
        ("At least 240", "At least 250", "trees", "At least 250"),
        ("At least 240", "More than 240", "trees", "More than 240"),
        ("At least 240", "Some 240", "trees", "Some 240"),
        ("Around 3,200", "Around 3,300", "juice", "Around 3,300"),
        ("Around 3,200", "3,200", "juice", "3,200"),
        ("64 members", "46 members", "members", "46"),
        ("64 members", "over 64 members", "members", "over 64"),
        ("Three quarters", "Half", "share", "Half"),
        ("and 1,100", "and 1,200", "visitors", "900"),
    ],
)
def test_another_number_or_hedge_is_different(tmp_path: Path, old: str, new: str, ref: str, says: str) -> None:
    """One figure differs, and the report quotes what the article says; the others stay sound."""
    found = compared(original().replace(old, new), tmp_path)
    status, said = found.pop(ref)
    assert status is Status.DIFFERENT
    assert says in said
    assert {status for status, _ in found.values()} == {Status.OK}


@pytest.mark.parametrize(
    ("old", "new"),
    [("counted every crate", "weighed every crate"), ("and then\nwe", "and\nwe"), ("counted again", "counted against")],
)
def test_another_word_in_a_quotation_is_found(tmp_path: Path, old: str, new: str) -> None:
    """Word for word means each word."""
    assert compared(original().replace(old, new), tmp_path)["ward"] == (Status.MISSING, "")


def test_marks_and_breaks_are_no_words(tmp_path: Path) -> None:
    """Quotation marks, line breaks and a capital at the beginning are the printer's."""
    text = original().replace("“We counted", '"we  counted').replace("again,”", 'again,"')
    assert compared(text, tmp_path)["ward"][0] is Status.OK


def test_a_paragraph_in_another_place_is_different(tmp_path: Path) -> None:
    """A number that stands elsewhere is not at its locator."""
    text = original().replace("The group has 64 members. ", "") + "\nThe group has 64 members.\n"
    status, said = compared(text, tmp_path)["members"]
    assert (status, "64" in said) == (Status.DIFFERENT, True)


def test_an_article_in_html_is_read_by_paragraphs(tmp_path: Path) -> None:
    """Markup, scripts and entities are no text."""
    blocks = original().strip().split("\n\n")
    body = "".join(f"<p>{block.replace('“', '&ldquo;')}</p>\n" for block in blocks)
    page = (
        f"<!DOCTYPE html><html><head><title>x 240</title></head><body><script>var n = 999</script>{body}</body></html>"
    )
    assert whole(page, tmp_path).sound


def test_an_article_of_no_source_is_refused(tmp_path: Path) -> None:
    """A text that fits nothing is not compared; naming the source compares it all the same."""
    with pytest.raises(BriefpressError, match="fits none"):
        whole("Nothing of the kind.\n", tmp_path)
    assert {s for s, _ in compared("Nothing of the kind.\n", tmp_path, "parish-news").values()} == {Status.MISSING}
    with pytest.raises(BriefpressError, match="no figure or quotation cites 'nobody'"):
        whole("Nothing.\n", tmp_path, "nobody")


def test_the_command_compares(orchard: bytes, tmp_path: Path) -> None:
    """Exit code 0 for the article, 1 for another, with each figure that differs."""
    file = tmp_path / "orchard.pdf"
    file.write_bytes(orchard)
    good = CliRunner().invoke(main, ["verify", str(file), "--article", str(ARTICLE)])
    assert good.exit_code == 0, good.stderr
    assert f"6 of 6 figures and quotations as in {ARTICLE}" in good.stdout
    other = tmp_path / "other.txt"
    other.write_text(original().replace("64", "65"), encoding="utf-8")
    bad = CliRunner().invoke(main, ["verify", str(file), "--article", f"parish-news={other}"])
    assert bad.exit_code == 1
    assert "members (paragraph 3): different: the dataset says '64', the article 'group has 65, " in bad.stderr


@pytest.mark.parametrize(
    ("language", "text", "value", "bound"),
    [
        ("en", "around one million people", "1000000", Bound.ABOUT),
        ("en", "over 7,000 strikes", "7000", Bound.MORE_THAN),
        ("en", "three quarters of them", "0.75", Bound.EXACT),
        ("en", "at least twenty-one trees", "21", Bound.AT_LEAST),
        ("en", "some $10bn so far", "10000000000", Bound.ABOUT),
        ("fr", "au moins trois cents arbres", "300", Bound.AT_LEAST),
        ("fr", "environ 10\u00a0000 francs", "10000", Bound.ABOUT),
        ("de", "mehr als drei Viertel", "0.75", Bound.MORE_THAN),
        ("es", "unos dos mil vecinos", "2000", Bound.ABOUT),
    ],
)
def test_numbers_are_read_with_their_hedges(language: str, text: str, value: str, bound: Bound) -> None:
    """In digits or in words, in the language of the article."""
    (found,) = Statements(load_lexicon(language), {}).found(text)
    assert (found.value, found.bound) == (Decimal(value), bound)
