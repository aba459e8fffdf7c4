"""Formulas are read as written, and what is wrong with one is said with its place."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpress.model.text import Claim, Origin
from briefpress.summary.formula import Binary, FormulaError, Ref, parse, refs
from summary.factory import IRAQ, event, figure, refused, series, summary, worked

NUMBERS = (figure("a", 12), figure("b", 4), figure("a-b", 100), figure("c", 2))


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("a + b * c", 20),
        ("(a + b) * c", 32),
        ("a - b - c", 6),
        ("a - (b - c)", 10),
        ("a / b / c", 1.5),
        ("a / (b / c)", 6),
        ("-a + b", -8),
        ("a * -2", -24),
        ("a-b - b", 96),
        ("a - b", 8),
        ("a − b × c ÷ 1", 4),
        ("a + 1_000", 1012),
        ("a + 1e3", 1012),
        ("a * .5", 6),
        ("sum(a, b, c)", 18),
        ("(((a)))", 12),
        ("\n a\t+ b ", 16),
    ],
)
def test_formulas_mean_what_they_say(formula: str, value: float) -> None:
    """Precedence, brackets, signs and numbers are those of school; a hyphen inside an id belongs to the id."""
    units = (figure("a", 12, ""), figure("b", 4, ""), figure("a-b", 100, ""), figure("c", 2, ""))
    assert worked(formula, *units).quantity.value == value


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("", "the formula is empty"),
        ("a +", "ends too soon (character 4"),
        ("(a + b", "a bracket is not closed (character 1 "),
        ("a b", "'b' is not expected here (character 3"),
        ("a * / b", "Something is missing before /"),
        ("a + )", "Something is missing before )"),
        ("a $ b", "'$' has no meaning in a formula (character 3"),
        ("a -b", "a minus needs a space on both sides"),
        ("a + 1,000", "a large number is written 1000 or 1_000"),
        ("kiled / b", "nothing is called 'kiled' (character 1"),
        ("killde / b", "Did you mean 'killed'?"),
        ("a-c", "If a minus is meant, write a - c"),
        ("b / (a - a)", "divided by zero has no result (character 3"),
        ("b / 0", "4 divided by zero has no result"),
        ("foo(a)", "there is no function foo()"),
        ("shar(a, b)", "Did you mean 'share'?"),
        ("share(a)", "Write share(part, whole)"),
        ("per(a, b, c)", "per() needs a whole number as its third part, not c"),
        ("per(a, b, 0)", "per() needs a whole number"),
        ("happening / a", "happening is an event, which has a date and no number"),
        ('"2011" + a', "the date '2011' is no number"),
        ("years(a, happening)", "a has no date"),
        ("years(2011, happening)", "a date is expected here"),
        ('years("2011-13", happening)', "where a month from 01 to 12"),
        ("years(happenin, happening)", "Did you mean 'happening'?"),
        ("result + 1", "it goes round in a circle: result needs result"),
        ("a + 1e99", "too large or too fine a number"),
        ("(" * 100 + "a" + ")" * 100, "the brackets are too deep"),
        (" + ".join(["a"] * 500), "the formula is too long"),
    ],
)
def test_mistakes_are_told(formula: str, words: str) -> None:
    """Each mistake is one problem at the statistic's place, with the character and what to do."""
    assert words in refused(formula, *NUMBERS, figure("killed", 4486), event("happening", "2011-12"))


@given(st.text(alphabet="ab-+*/(), .@#\"'12_~édays", max_size=30))
def test_any_text_is_read_or_refused(formula: str) -> None:
    """Whatever is typed, a formula is read or refused at a character that it has; nothing else is raised."""
    with suppress(FormulaError):
        parse(formula)
        return
    with pytest.raises(FormulaError) as caught:
        parse(formula)
    assert 1 <= caught.value.column <= len(formula) + 1
    assert caught.value.hint


@given(st.lists(st.sampled_from("+-*/"), max_size=60))
def test_any_chain_of_signs_is_read_in_full(signs: list[str]) -> None:
    """A chain of ids and signs with spaces is always a formula, and no id of it is lost."""
    tree = parse(" ".join(["a", *(f"{sign} a" for sign in signs)]))
    assert len(refs(tree)) == len(signs) + 1


def test_cells_of_series() -> None:
    """A cell is named by its date as written, with the column or, where there is one column only, without."""
    prices = series("prices", {"2003/2005": 10, "2008": 40, "2011-12-18~": 20})
    for formula in ("prices@2008 / prices@2003/2005", "prices.value@2008 / prices.value@2003/2005"):
        assert worked(formula, prices).quantity.value == 4
    assert worked("prices@2011-12-18~ / 4", prices).quantity.value == 5
    assert parse("a@2008/2", {"a@2008"}) == Binary("/", Ref("a@2008", 1), parse(" " * 7 + "2"), 7)


def test_series_and_timeline_statistics_can_be_used() -> None:
    """A formula may name what a series or the timeline comes to."""
    assert worked("troops#max - troops#min", *IRAQ).quantity.value == 153700
    assert worked("strikes.us#last / strikes.coalition#last", *IRAQ).digits == 3
    assert worked("timeline#count * 2", *IRAQ).quantity.value == 8


def test_statistics_lean_on_one_another_in_any_order() -> None:
    """A statistic may name another that comes after it."""
    facts = summary(*NUMBERS, formulas={"half": "double / 4", "double": "a * 2"}).facts
    assert facts["half"].quantity.value == 6
    assert facts["half"].inputs == ("double",)


def test_circles_name_every_statistic_in_them() -> None:
    """Statistics that need one another are each a problem, which shows the way round."""
    result = summary(*NUMBERS, formulas={"x": "y + a", "y": "z + a", "z": "x + a"})
    assert result.statistics == ()
    assert len(result.problems) == 3
    assert "x needs y needs z needs x" in " ".join(problem.message for problem in result.problems)


def test_one_mistake_is_told_with_what_leans_on_it() -> None:
    """What can't be worked out because another can't says so, and the rest is worked out."""
    result = summary(*NUMBERS, formulas={"bad": "a / 0", "leans": "bad + a", "good": "a + b"})
    assert result.statistics == ("good",)
    assert [problem.hint for problem in result.problems][1] == "Mend bad first."


def test_long_chains_of_statistics() -> None:
    """A thousand statistics that each need the one before are worked out; the other way round they are refused."""
    chain = {"s0": "a", **{f"s{n}": f"s{n - 1} + a" for n in range(1, 1000)}}
    assert summary(*NUMBERS, formulas=chain).facts["s999"].quantity.value == 12000
    backwards = summary(*NUMBERS, formulas=dict(reversed(chain.items())))
    assert any("too long a chain" in problem.message for problem in backwards.problems)


@pytest.mark.parametrize(
    ("formula", "terms"),
    [
        ("wounded / killed", "wounded / killed"),
        ("(wounded) / (killed + 1)", "wounded / ( killed + result:1 )"),
        ("killed - (killed - killed) + (killed + killed)", "killed - ( killed - killed ) + killed + killed"),
        ("killed / (killed / killed) * killed", "killed / ( killed / killed ) * killed"),
        ("sum(killed, killed) / killed", "( killed + killed ) / killed"),
        ("killed / share(killed, killed)", "killed / ( share ( killed , killed ) )"),
        ("killed - -killed", "killed - ( - killed )"),
        ("per(killed, deployed, 1000)", "per ( killed , deployed , result:1000 )"),
        ("months(invasion, last-troops)", "months ( invasion , last-troops )"),
    ],
)
def test_terms_are_the_formula(formula: str, terms: str) -> None:
    """What is printed of a formula are its own tokens, with brackets only where they change the sense."""
    fact = worked(formula, *IRAQ)
    assert " ".join(term.text or term.ref for term in fact.formula) == terms


def test_every_number_of_a_formula_has_a_claim() -> None:
    """Inputs carry the claims of their facts, constants one of their own, dates that of their event."""
    fact = worked('per(killed, deployed, 1000) + years(invasion, "2011-12") / years(invasion, guards)', *IRAQ)
    claims = {term.ref: term.claim for term in fact.formula if not term.text}
    assert claims == {
        "killed": Claim(Origin.FIGURE, "killed"),
        "deployed": Claim(Origin.FIGURE, "deployed"),
        "result:1000": Claim(Origin.CONSTANT, "result:1000"),
        "invasion": Claim(Origin.DATE, "invasion"),
        "result:2011-12": Claim(Origin.DATE, "result:2011-12"),
        "guards": Claim(Origin.DATE, "guards"),
    }


def test_sources_and_inputs_are_those_of_the_formula() -> None:
    """A statistic cites every source behind it once, in the order of the formula, through other statistics too."""
    result = summary(
        *IRAQ, formulas={"x": "share(us-troops, troops@2008)", "y": "x / years(invasion, guards) * killed"}
    )
    assert result.facts["x"].sources == ("independent", "s-troops")
    assert result.facts["y"].sources == ("independent", "s-troops", "crs", "winwithoutwar")
    assert result.facts["y"].inputs == ("x", "invasion", "guards", "killed")


def test_constants_are_listed_once() -> None:
    """A number that stands in two formulas has the claim of the first."""
    result = summary(*NUMBERS, formulas={"x": "a / 1000", "y": "b / 1_000 + c / 7"})
    assert result.constants == {
        "1000": Claim(Origin.CONSTANT, "x:1000"),
        "7": Claim(Origin.CONSTANT, "y:7"),
    }


def test_estimates_mark_what_rests_on_them() -> None:
    """A statistic that rests on an estimated point, through another statistic too, is flagged."""
    facts = summary(*IRAQ, formulas={"x": "troops@2009 + killed", "y": "x * 2", "z": "troops@2008 * 2"}).facts
    assert facts["x"].flags == facts["y"].flags == ("estimated",)
    assert facts["z"].flags == ()
