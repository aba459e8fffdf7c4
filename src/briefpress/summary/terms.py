"""Formula trees to the terms that readers see: the formula's own tokens, with what stands behind each."""

from __future__ import annotations

from briefpress.model.dates import Edtf
from briefpress.model.quantity import Quantity
from briefpress.model.summary import Fact, Term
from briefpress.model.text import Claim, Origin
from briefpress.summary.elapsed import UNITS
from briefpress.summary.evaluate import Evaluator
from briefpress.summary.formula import Binary, Call, Negated, Node, Number, Ref

_BINDING = {"+": 1, "-": 1, "*": 2, "/": 2}
_ATOM = 3


def terms(owner: str, node: Node, evaluator: Evaluator, facts: dict[str, Fact]) -> tuple[Term, ...]:
    """The terms of the statistic `owner`, with brackets only where they change the sense. Every part of the tree must
    have been evaluated before."""
    match node:
        case Number():
            return (Term(ref=f"{owner}:{node.text}", quantity=Quantity(node.value), claim=constant_claim(owner, node)),)
        case Ref():
            fact = facts[node.name]
            return (Term(ref=fact.ref, quantity=fact.quantity, claim=fact.claim),)
        case Negated():
            inner = terms(owner, node.inner, evaluator, facts)
            return (Term("-"), *(_bracketed(inner) if _binding(node.inner) < _ATOM else inner))
        case Binary():
            return _binary(owner, node, evaluator, facts)
        case Call():
            return _call(owner, node, evaluator, facts)
    return ()


def constant_claim(owner: str, number: Number) -> Claim:
    return Claim(Origin.CONSTANT, f"{owner}:{number.text}")


def _binary(owner: str, node: Binary, evaluator: Evaluator, facts: dict[str, Fact]) -> tuple[Term, ...]:
    left, right = (terms(owner, part, evaluator, facts) for part in (node.left, node.right))
    binding = _BINDING[node.sign]
    if _binding(node.left) < binding:
        left = _bracketed(left)
    # a - (b - c) and a / (b / c) keep their brackets; a + (b + c) reads the same without.
    tight = binding if node.sign in "+*" else binding + 1
    # share() and per() are printed as quotients.
    quotient = node.sign in "*/" and isinstance(node.right, Call) and node.right.name in ("share", "per")
    if _binding(node.right) < tight or quotient or isinstance(node.right, Negated):
        right = _bracketed(right)
    return (*left, Term(node.sign), *right)


def _binding(node: Node) -> int:
    """How tightly the node's tokens hold together."""
    if isinstance(node, Binary):
        return _BINDING[node.sign]
    if isinstance(node, Call) and node.name == "sum" and len(node.parts) > 1:
        return _BINDING["+"]
    return _BINDING["-"] if isinstance(node, Negated) else _ATOM


def _bracketed(inner: tuple[Term, ...]) -> tuple[Term, ...]:
    return (Term("("), *inner, Term(")"))


def _call(owner: str, call: Call, evaluator: Evaluator, facts: dict[str, Fact]) -> tuple[Term, ...]:
    if call.name == "sum":
        parts = [terms(owner, part, evaluator, facts) for part in call.parts]
        return parts[0] + tuple(term for part in parts[1:] for term in (Term("+"), *part))
    if call.name in UNITS:
        between = evaluator.elapsed(call)
        parts = [_date(owner, call.parts[0], between.start), _date(owner, call.parts[-1], between.end)]
    else:
        parts = [terms(owner, part, evaluator, facts) for part in call.parts]
    inner = parts[0] + tuple(term for part in parts[1:] for term in (Term(","), *part))
    return (Term(call.name), *_bracketed(inner))


def _date(owner: str, node: Node, date: Edtf) -> tuple[Term, ...]:
    ref = node.name if isinstance(node, Ref) else f"{owner}:{date.written}"
    return (Term(ref=ref, date=date, claim=Claim(Origin.DATE, ref)),)
