"""Where source numbers stand."""

from __future__ import annotations

from briefpress.model.text import Claim, Origin, Run, Text, plain, text
from briefpress.pages.citing import gathered, uncited

NUMBERS = {"a": 1, "b": 2, "c": 3}


def figure(words: str, *sources: str) -> Run:
    return Run(words, Claim(Origin.FIGURE, words), cites=sources)


def marked(words: Text) -> str:
    """The text with source numbers in brackets where they are printed."""
    return "".join(run.text + "".join(f"[{NUMBERS[source]}]" for source in run.cites) for run in words)


def gather(*parts: str | Run) -> str:
    return marked(gathered(text(*parts), NUMBERS.__getitem__))


def test_one_source_is_cited_once_a_sentence() -> None:
    """Three numbers of one source in a sentence carry one citation, behind its full stop."""
    said = gather("It killed ", figure("4,486", "a"), " and wounded ", figure("32,000", "a"), ": more. Next.")
    assert said == "It killed 4,486 and wounded 32,000: more.[1] Next."


def test_a_clause_with_another_source_gets_its_own_number() -> None:
    """Where the next clause cites another source, the number stands at the end of the first clause."""
    said = gather("It is ", figure("75%", "a"), " in one; another gives ", figure("68%", "b"), ".")
    assert said == "It is 75% in one;[1] another gives 68%.[2]"


def test_sources_of_one_clause_stand_together_in_order() -> None:
    """Numbers of one clause are gathered, lowest first."""
    said = gather("From ", figure("2", "b"), " to ", figure("1", "a", "b"), " in all.")
    assert said == "From 2 to 1 in all.[1][2]"


def test_text_without_a_stop_is_cited_at_its_end() -> None:
    """A fragment without a full stop carries its citation behind its last word."""
    assert gather("about ", figure("5", "c"), " people") == "about 5 people[3]"


def test_an_abbreviation_in_a_date_ends_nothing() -> None:
    """The stop of "c." inside a date is no end of a sentence."""
    said = gather("In ", Run("c. 18 May", Claim(Origin.DATE, "d"), cites=("a",)), " they left.")
    assert said == "In c. 18 May they left.[1]"


def test_gathering_keeps_every_word_and_every_source() -> None:
    """No word and no source is lost on the way."""
    parts = ("A ", figure("1", "a"), ", B ", figure("2", "b"), "; C. D ", figure("3", "c"), ".")
    before, after = text(*parts), gathered(text(*parts), NUMBERS.__getitem__)
    assert plain(before) == plain(after)
    assert {s for run in before for s in run.cites} == {s for run in after for s in run.cites}
    assert all(not run.cites for run in uncited(before))
