"""Formulas in words."""

from __future__ import annotations

import pytest

from briefpress.language.edtf import parse_edtf
from briefpress.language.lexicon import load_lexicon
from briefpress.language.telling import formula_text
from briefpress.model.quantity import Quantity
from briefpress.model.summary import Term
from briefpress.model.text import Claim, Origin, plain
from language.samples import fact, quantity, summary, worked

SUMMARY = summary()


def _terms(formula: str) -> tuple[Term, ...]:
    """Terms of a formula whose parts stand apart by spaces: ids of the sample, numbers, dates after @ and signs."""
    terms = []
    for part in formula.split():
        if part in SUMMARY.facts:
            known = SUMMARY.facts[part]
            terms.append(Term(ref=part, quantity=known.quantity, claim=known.claim))
        elif part[0].isdigit():
            ref = f"worked:{part}"
            terms.append(Term(ref=ref, quantity=Quantity(quantity(part).value), claim=Claim(Origin.CONSTANT, ref)))
        elif part.startswith("@"):
            terms.append(Term(ref=f"worked:{part}", date=parse_edtf(part[1:])))
        else:
            terms.append(Term(part))
    return tuple(terms)


@pytest.mark.parametrize(
    ("formula", "printed"),
    [
        ("wounded / killed", "more than 32,000 ÷ 4,486"),
        ("killed + 5 - 2 * 3", "4,486 + 5 − 2 × 3"),
        ("( killed + 5 ) * 3", "(4,486 + 5) × 3"),
        ("share ( troops , force.average@2008 )", "at least 5,000 ÷ 157,800"),
        ("share ( killed - 1 , killed + 5 )", "(4,486 − 1) ÷ (4,486 + 5)"),
        ("per ( wounded , deployed , 1000 )", "more than 32,000 ÷ about 1 million × 1,000"),
        ("days ( @2014-06-16 , @2014-06-30 )", "days from 16 Jun 2014 to 30 Jun 2014"),
        ("years ( @2011-12-18~ , @2014 )", "years from c. 18 Dec 2011 to 2014"),
        ("- killed + 1", "−4,486 + 1"),
        ("killed - - 5", "4,486 − (−5)"),
        ("crew / killed", "(90 to 110) ÷ 4,486"),
        ("rate * 2", "(about 32 or more) × 2"),
        ("cost / 2", "$10bn ÷ 2"),
        ("killed / 1000000", "4,486 ÷ 1,000,000"),
    ],
)
def test_formulas_read_as_arithmetic(formula: str, printed: str) -> None:
    """Signs are those of print, each input keeps its hedge, and parentheses stand where the sense needs them."""
    text = formula_text(worked(*_terms(formula)), SUMMARY, load_lexicon("en-GB"))
    assert plain(text).replace("\u00a0", " ") == printed


def test_each_number_of_a_formula_has_its_claim() -> None:
    """Inputs claim their figures, constants their formula, dates their cells; nothing is cited."""
    runs = formula_text(
        worked(*_terms("per ( wounded , days ( @2014-06-16 , @2014-06-30 ) , 1000 )")), SUMMARY, load_lexicon("en")
    )
    claims = [(run.text, run.claim.origin) for run in runs if run.claim]
    assert claims == [
        ("more than 32,000", Origin.FIGURE),
        ("Jun 16, 2014", Origin.DATE),
        ("Jun 30, 2014", Origin.DATE),
        ("1,000", Origin.CONSTANT),
    ]
    assert all(not run.cites for run in runs)


def test_a_stated_fact_has_no_formula() -> None:
    """What a source states has nothing to work out."""
    assert formula_text(fact("x", quantity(1)), SUMMARY, load_lexicon("en-GB")) == ()


def test_a_broken_formula_ends() -> None:
    """Terms that make no formula are printed as far as they go, and the reading always ends."""
    for formula in ("killed )", "per ( killed", "( (", "days ( killed )", ", ,"):
        formula_text(worked(*_terms(formula)), SUMMARY, load_lexicon("en-GB"))


def test_formulas_in_another_language() -> None:
    """Words and numbers of a formula are in the brief's language."""
    text = formula_text(worked(*_terms("days ( @2014-06-16 , @2014-06-30 )")), SUMMARY, load_lexicon("fr"))
    assert plain(text) == "jours du 16 juin 2014 au 30 juin 2014"
