"""The phrases of seven languages."""

from __future__ import annotations

import re
import string
import tomllib

import pytest

from briefpress.errors import BriefpressError
from briefpress.language.catalog import FOLDER, OPTIONAL, REFERENCE, catalog_entries, catalog_languages, holes
from briefpress.language.lexicon import known_language, load_lexicon
from briefpress.model.quantity import Bound
from briefpress.model.text import Claim, Origin, Run, UnclaimedNumberError, plain

OTHERS = [language for language in catalog_languages() if language != REFERENCE]


def test_seven_languages_have_a_catalog() -> None:
    """English, French, German, Spanish, Italian, Portuguese and Dutch are printed without any words of one's own."""
    assert catalog_languages() == ("de", "en", "es", "fr", "it", "nl", "pt")


@pytest.mark.parametrize("language", OTHERS)
def test_catalogs_have_the_same_keys(language: str) -> None:
    """No language lacks a phrase that another has."""
    assert set(catalog_entries(language)) == set(catalog_entries(REFERENCE))


@pytest.mark.parametrize("language", OTHERS)
def test_catalogs_have_the_same_holes(language: str) -> None:
    """A phrase takes the same values in every language; it is empty only where a language may do without it."""
    reference, entries = catalog_entries(REFERENCE), catalog_entries(language)
    different = {
        key: (phrase, entries[key])
        for key, phrase in reference.items()
        if holes(phrase) != holes(entries[key]) and not (key in OPTIONAL and "" in (phrase, entries[key]))
    }
    assert different == {}


@pytest.mark.parametrize("language", catalog_languages())
def test_no_phrase_is_forgotten_or_written_twice(language: str) -> None:
    """Every phrase has words, unless its key is optional, and no key of a table hides one of another table."""
    may_be_empty = OPTIONAL | {"words-irregular", "also-at-least"}
    assert [key for key, phrase in catalog_entries(language).items() if not phrase and key not in may_be_empty] == []
    table = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    written = sum(len(keys) for name, keys in table.items() if name != "regions")
    assert written == len(catalog_entries(language))


@pytest.mark.parametrize("language", catalog_languages())
def test_regions_change_phrases_that_exist(language: str) -> None:
    """A region replaces phrases with the same holes and adds none but currencies."""
    table = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    base = catalog_entries(language)
    for region in table.get("regions", {}):
        entries = catalog_entries(language, region)
        assert {key for key in entries if key not in base and not key.startswith("currency-")} == set()
        for key, phrase in base.items():
            assert holes(entries[key]) == holes(phrase) or (key in OPTIONAL and "" in (entries[key], phrase)), key


@pytest.mark.parametrize("language", catalog_languages())
def test_every_number_word_is_there(language: str) -> None:
    """The list of words runs from 0 to 100, and none stands for two numbers."""
    words = load_lexicon(language).listed("words-numbers")
    assert len(words) == 101
    spelled = [word for word in words if word]
    assert len(set(spelled)) == len(spelled) >= 79


@pytest.mark.parametrize("language", catalog_languages())
def test_every_bound_can_be_told(language: str) -> None:
    """Each bound has a hedge that stands alone, and no two are alike."""
    lexicon = load_lexicon(language)
    hedges = [lexicon.hedge(bound) for bound in Bound if bound is not Bound.EXACT]
    assert all(hedges)
    assert len(set(hedges)) == len(hedges)
    assert lexicon.hedge(Bound.EXACT) == ""


@pytest.mark.parametrize("language", catalog_languages())
def test_other_words_for_a_hedge_mean_one_bound(language: str) -> None:
    """No word that an author may type for a hedge stands under two bounds."""
    lexicon = load_lexicon(language)
    seen: dict[str, str] = {}
    for key in ("at-least", "more-than", "about", "at-most", "less-than"):
        for word in {lexicon.word(f"hedge-{key}"), *lexicon.listed(f"also-{key}")}:
            assert word, (language, key)
            assert seen.setdefault(word, key) == key, word


def test_phrases_claim_their_own_digits() -> None:
    """A digit that stands in a phrase is claimed by the catalog; a string with a digit may not fill a hole."""
    lexicon = load_lexicon("en-GB")
    number = Run("5,000", Claim(Origin.AXIS, "c:5000"))
    runs = lexicon.phrase("chart-square-is", n=number)
    assert plain(runs) == "1 square = 5,000"
    assert [run.claim for run in runs] == [Claim(Origin.CATALOG, "chart-square-is"), number.claim]
    assert plain(lexicon.phrase("page", page=number, pages=(number, Run(" or so")))) == "Page 5,000 of 5,000 or so"
    assert plain(lexicon.phrase("table-data", figure="the figure")) == "Data of the figure"
    with pytest.raises(UnclaimedNumberError):
        lexicon.phrase("page", page="3", pages=number)
    with pytest.raises(KeyError):
        lexicon.phrase("page", page=number)
    with pytest.raises(KeyError):
        lexicon.word("no-such-phrase")


def test_phrases_can_be_replaced() -> None:
    """[words] replaces phrases by key, flat or nested, with other joints than hyphens; currencies may be added."""
    words = {
        "hedge": {"at_least": "no fewer than"},
        "figure-number": "Fig. {number}",
        "currency.SEK": "kr",
        "word": {"yes": "aye"},
    }
    lexicon = load_lexicon("en-GB", words)
    assert lexicon.hedge(Bound.AT_LEAST) == "no fewer than"
    assert lexicon.word("figure-number") == "Fig. {number}"
    assert lexicon.word("yes") == "aye"
    assert lexicon.word("currency-SEK") == "kr"
    assert load_lexicon("en-GB").word("figure-number") == "Figure {number}"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ({"hedg-about": "x"}, "no phrase of the program"),
        ({"figure-number": "Fig."}, "does not have the holes"),
        ({"figure-number": "Fig. {n}"}, "does not have the holes"),
        ({"figure": "Fig. {number}"}, "a hole that nothing fills"),
        ({"figure-number": "Fig. {number"}, "do not pair"),
    ],
)
def test_wrong_replacements_are_refused(words: dict[str, str], says: str) -> None:
    """A phrase that has no such key or other holes is named, with the remedy as the hint."""
    with pytest.raises(BriefpressError, match=says) as caught:
        load_lexicon("en-GB", words)
    assert caught.value.hint


def test_regions_fall_back_to_their_language() -> None:
    """A region prints its language's phrases, its own formats, and what the catalog changes for it."""
    american, british = load_lexicon("en-US"), load_lexicon("en-GB")
    assert american.word("at-a-glance") == british.word("at-a-glance")
    assert (american.word("unit-percent"), british.word("unit-percent")) == ("percent", "per cent")
    assert load_lexicon("pt-PT").word("contact") == "Contacto"
    assert load_lexicon("fr-XX").locale.language == "fr"
    assert known_language("pt-BR")
    assert known_language("EN-gb")
    assert not known_language("sv")
    assert not known_language("not a language")


def test_a_language_without_catalog_says_how_to_supply_it() -> None:
    """Without phrases the message counts what is missing and names [words]; with all of them the language works."""
    with pytest.raises(BriefpressError, match="are missing") as caught:
        load_lexicon("sv")
    assert "[words]" in caught.value.hint
    with pytest.raises(BriefpressError, match="is no language"):
        load_lexicon("Swedish language")
    words = {**catalog_entries("en"), "figure": "Figur"}
    assert load_lexicon("sv", words).word("figure") == "Figur"
    with pytest.raises(BriefpressError, match="are not known"):
        load_lexicon("qq", words)


@pytest.mark.parametrize("language", catalog_languages())
def test_phrases_hold_no_odd_characters(language: str) -> None:
    """Phrases are clean text: no straight quotation marks, no spaces at the ends but those that join, no controls."""
    joining = {"colon", "drawing-sep", "quote-open", "quote-close"}
    for key, phrase in catalog_entries(language).items():
        bare = re.sub(r"\{[a-z_]+\}", "", phrase)
        assert '"' not in bare, key
        assert all(c.isprintable() or c in "\u00a0\u202f" for c in bare), key
        if key not in joining and not key.startswith("also-"):
            assert phrase == phrase.strip(string.whitespace), key
