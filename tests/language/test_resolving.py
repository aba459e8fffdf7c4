"""Prose to text with claims."""

from __future__ import annotations

import pytest

from briefpress.errors import BriefpressError
from briefpress.language.lexicon import load_lexicon
from briefpress.language.prose import find_fact, resolve
from briefpress.model.text import Claim, Origin, Run, Text, plain
from language.samples import prose, summary

SUMMARY = summary()
NAMES = {"figure:force": (Run("Figure "), Run("2", Claim(Origin.STRUCTURE, "figure:force"), href="#figure-force"))}


def _resolved(string: str, *, capital: bool = False) -> Text:
    return resolve(prose(string), SUMMARY, load_lexicon("en-GB"), NAMES, capital)


@pytest.mark.parametrize(
    ("string", "printed"),
    [
        ("The force is {troops} now.", "The force is at least 5,000 now."),
        ("{troops} is the force.", "At least 5,000 is the force."),
        ("It left. {troops} came back.", "It left. At least 5,000 came back."),
        ("It left (all of it.) {troops} came.", "It left (all of it.) At least 5,000 came."),
        ("See p. {killed:words}, e.g. {troops}.", "See p. 4,486, e.g. at least 5,000."),
        ("{troops} in December", "at least 5,000 in December"),
        ("{Troops} in December", "At least 5,000 in December"),
        ("{deployed:words} served; {cost}, {part:words}", "about one million served; $10bn, three quarters"),
        ("{troops:unit}: {troops:label}, {troops:date}", "at least 5,000 people: Label of troops, December 2016"),
        ("{force@2008} in {force@2008:date}", "157,800 in fiscal 2008"),
        ("{force.average@2008}, {force#max:number}", "157,800, 157,800"),
        ("{event:leave} and {back}", "c. 18 December 2011 and 16 June 2014"),
        ("as {figure:force} shows", "as Figure 2 shows"),
        ("stated{source:one}", "stated"),
        ("{{x}}", "{x}"),
    ],
)
def test_braces_print_the_datasets_claims(string: str, printed: str) -> None:
    """Each brace prints its form in the brief's language; at the beginning of a sentence with a capital."""
    assert plain(_resolved(string)).replace("\u00a0", " ") == printed


def test_capitals_may_be_asked_for() -> None:
    """A heading that begins with a brace begins with a capital."""
    assert plain(_resolved("{troops} are back", capital=True)) == "At least 5,000 are back"


def test_looks_links_and_sources_are_kept() -> None:
    """Runs have the look of their piece, the link of their name, the sources of their fact."""
    troops, joint, figure, number, last = _resolved(
        "**{troops}** as {figure:force} [says {killed:bare}](https://x.org)"
    )[:5]
    assert (troops.bold, troops.cites, joint.bold) == (True, ("one",), False)
    assert (figure.text, number.href) == ("Figure ", "#figure-force")
    assert last.text == " "
    linked = _resolved("[says {killed:bare}](https://x.org)")
    assert [(run.href, run.cites) for run in linked] == [("https://x.org", ()), ("https://x.org", ())]
    assert _resolved("stated{source:one}")[1].cites == ("one",)


def test_typed_numbers_become_runs_with_claims() -> None:
    """A typed number is cut out of its text with its hedge, also where emphasis parts the two."""
    runs = _resolved("It has at least *5,000* of them in 2014.")
    assert [(run.text, run.italic, run.claim.ref if run.claim else "") for run in runs] == [
        ("It has ", False, ""),
        ("at least ", False, "troops"),
        ("5,000", True, "troops"),
        (" of them in ", False, ""),
        ("2014", False, "timeline.csv:back:date"),
        (".", False, ""),
    ]


@pytest.mark.parametrize(
    ("string", "says"),
    [
        ("{trops}", "brief.toml:3:1: {trops} names nothing"),
        ("a {figure:nope}", "brief.toml:3:3: {figure:nope} names nothing"),
        ("a {source:nope}", "names nothing"),
        ("a {event:nope}", "names nothing"),
        ("a {wounded:date}", "has no date to print"),
        ("a 5,001", 'brief.toml:3:3: "5,001" is no number'),
    ],
)
def test_what_cannot_be_resolved_stops_with_its_place(string: str, says: str) -> None:
    """A brace that names nothing and a number that is not the dataset's raise an error with file, line and column."""
    with pytest.raises(BriefpressError) as caught:
        _resolved(string)
    assert says in caught.value.message
    assert caught.value.hint


def test_a_near_id_is_offered() -> None:
    """A mistyped id brings the nearest one as the remedy."""
    with pytest.raises(BriefpressError) as caught:
        _resolved("{trops}")
    assert "{troops}" in caught.value.hint


def test_a_series_of_one_column_needs_no_column() -> None:
    """ "force@2008" and "force.average@2008" name the same cell; other names find nothing."""
    assert find_fact(SUMMARY, "force@2008") is find_fact(SUMMARY, "force.average@2008") is not None
    assert find_fact(SUMMARY, "force.other@2008") is None
    assert find_fact(SUMMARY, "force@1999") is None
    assert find_fact(SUMMARY, "nothing") is None


def test_prose_in_another_language() -> None:
    """The same prose prints in the words of the lexicon it is given."""
    assert plain(resolve(prose("{troops} : {deployed:words}."), SUMMARY, load_lexicon("fr"))).replace(
        "\u202f", " "
    ) == ("Au moins 5 000 : environ un million.")
