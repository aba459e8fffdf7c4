"""Units as products of powers, read from the words of the dataset.

"USD per day" is USD to the power 1 and day to the power -1. "USD billion", "deaths per 1,000 people" and "percent"
carry a scale besides: one thousand million, a thousandth, a hundredth. Words that no table knows are units of their
own ("strikes", "habitants"), alike where they differ in letter case or an ending s alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from briefpress.summary.arithmetic import RefusedError

#: word -> (what it measures, its size in the first unit of that measure). Years and days are measures apart: no whole
#: number of days makes a year.
KNOWN: dict[str, tuple[str, Fraction]] = {
    word: (measure, Fraction(size))
    for measure, sizes in {
        "days": {"day": "1", "week": "7", "hour": "1/24", "h": "1/24", "minute": "1/1440", "second": "1/86400"},
        "months": {"month": "1", "year": "12", "decade": "120", "century": "1200"},
        "length": {"m": "1", "km": "1000", "cm": "0.01", "mm": "0.001", "mile": "1609.344", "ft": "0.3048"},
        "mass": {"kg": "1", "g": "0.001", "mg": "0.000001", "t": "1000", "tonne": "1000"},
    }.items()
    for word, size in sizes.items()
}
ALIASES = {"centuries": "century", "person": "people", "persons": "people", "per cent": "percent", "%": "percent"}
SCALES = {
    **dict.fromkeys(("thousand", "thousands"), Fraction(10**3)),
    **dict.fromkeys(("million", "millions", "mn"), Fraction(10**6)),
    **dict.fromkeys(("billion", "billions", "bn"), Fraction(10**9)),
    **dict.fromkeys(("trillion", "trillions", "tn"), Fraction(10**12)),
}
SHARE, PERCENT = "share", "percent"
#: What the difference of two shares may be called, in the languages of the catalogs.
POINTS = frozenset(
    {
        "points",
        "percentage points",
        "pp",
        "points de pourcentage",
        "prozentpunkte",
        "puntos porcentuales",
        "punti percentuali",
        "pontos percentuais",
        "procentpunten",
    }
)
_POWERS = {"²": 2, "³": 3}


@dataclass(frozen=True, slots=True)
class Factor:
    """One word of a unit with its power. `measure` is what it measures (the word itself where no table knows it);
    `size` is how much of the measure's first unit it is; `free` tells that no table knows it."""

    word: str
    measure: str
    size: Fraction
    power: int
    free: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """`words` is how it is printed; a number in this unit times `scale` is a number in the product of `factors`.
    `kind` is "share" or "percent" for parts of a whole."""

    words: str
    factors: tuple[Factor, ...] = ()
    scale: Fraction = Fraction(1)
    kind: str = ""

    @property
    def is_ratio(self) -> bool:
        """Whether no unit is left, as after people divided by people."""
        return not self.factors

    @property
    def name(self) -> str:
        return self.words or "a plain number"


PLAIN = Unit("")
SHARE_UNIT = Unit(SHARE, kind=SHARE)


@lru_cache(maxsize=1024)
def parse_unit(words: str) -> Unit:
    """Read a unit. Any words are some unit; nothing is refused."""
    text = " ".join(words.split())
    known = ALIASES.get(text.casefold(), text.casefold())
    if known == SHARE:
        return Unit(text, kind=SHARE)
    if known == PERCENT:
        return Unit(text, scale=Fraction(1, 100), kind=PERCENT)
    top, *below = re.split(r"(?:^|\s)per\s|/", text)
    factors, scale = _product(top, 1)
    for part in below:
        more, size = _product(part, -1)
        factors, scale = (*factors, *more), scale * size
    merged, turned = merge(factors)
    return Unit(text, merged, scale * turned)


def _product(text: str, sign: int) -> tuple[tuple[Factor, ...], Fraction]:
    factors: list[Factor] = []
    scale = Fraction(1)
    for part in re.split(r"[×·*]", text):
        number = re.match(r"\d[\d.,_\s'’]*(?=\s|$)", part.strip())
        words = part.strip()[number.end() if number else 0 :].split()
        if number:
            scale *= _number(number[0]) ** sign
        scale *= _scale(words) ** sign
        name = " ".join(word for word in words if word.casefold() not in SCALES).removeprefix("of ")
        if name:
            factors.append(_factor(name, sign))
    return tuple(factors), scale


def _number(text: str) -> Fraction:
    """ "1,000" and "100 000" are whole numbers in a unit, "2.5" is not; none is zero."""
    compact = re.sub(r"[\s_'’]", "", text)
    grouped = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", compact)
    digits = re.sub(r"[.,]", "", compact) if grouped else compact.rstrip(".,").replace(",", ".")
    try:
        return Fraction(digits) or Fraction(1)
    except ValueError:
        return Fraction(1)


def _scale(words: Iterable[str]) -> Fraction:
    size = Fraction(1)
    for word in words:
        size *= SCALES.get(word.casefold(), Fraction(1))
    return size


def _factor(name: str, sign: int) -> Factor:
    power = re.fullmatch(r"(.*?)(?:([²³])|\^([1-9]))", name)
    base, exponent = (power[1], _POWERS.get(power[2]) or int(power[3])) if power and power[1] else (name, 1)
    folded = _singular(base)
    if folded in KNOWN:
        measure, size = KNOWN[folded]
        return Factor(base, measure, size, sign * exponent, free=False)
    currency = re.fullmatch(r"[A-Z]{3}", base) is not None
    return Factor(base, base if currency else folded, Fraction(1), sign * exponent, free=not currency)


def _singular(word: str) -> str:
    folded = ALIASES.get(word.casefold(), word.casefold())
    plural = len(folded) > 3 and folded.endswith("s") and not folded.endswith("ss")
    return folded[:-1] if plural else folded


def merge(factors: Iterable[Factor]) -> tuple[tuple[Factor, ...], Fraction]:
    """Add the powers of factors that measure one thing, in the word that came first; also what a number must be
    multiplied by for having been turned into that word."""
    merged: dict[str, Factor] = {}
    turned = Fraction(1)
    for factor in factors:
        first = merged.get(factor.measure)
        if first is None:
            merged[factor.measure] = factor
            continue
        turned *= (factor.size / first.size) ** factor.power
        merged[factor.measure] = replace(first, power=first.power + factor.power)
    return tuple(factor for factor in merged.values() if factor.power), turned


def spell(factors: Iterable[Factor], per: int = 1) -> str:
    """A unit's words from its factors: "people per USD", "km²"; `per` stands before what is divided by."""
    above = [_raised(factor.word, factor.power) for factor in factors if factor.power > 0]
    below = [_raised(factor.word, -factor.power) for factor in factors if factor.power < 0]
    if below and per != 1:
        below[0] = f"{per} {below[0]}"
    return " ".join([" × ".join(above), *(f"per {word}" for word in below)]).strip()


def _raised(word: str, power: int) -> str:
    return word + {1: "", 2: "²", 3: "³"}.get(power, f"^{power}")


def conversion(unit: Unit, into: Unit) -> Fraction | None:
    """What a number in `unit` is multiplied by to be in `into`; None where they measure different things."""
    powers = {factor.measure: factor.power for factor in unit.factors}
    if powers != {factor.measure: factor.power for factor in into.factors}:
        return None
    sizes = {factor.measure: factor.size for factor in into.factors}
    ratio = unit.scale / into.scale
    for factor in unit.factors:
        ratio *= (factor.size / sizes[factor.measure]) ** factor.power
    return ratio


def combine(a: Unit, b: Unit, sign: int) -> tuple[Unit, Fraction]:
    """The unit of a product (`sign` 1) or quotient (-1), and what the bare result is multiplied by to be in it."""
    if b.is_ratio and (sign < 0 or not a.is_ratio):
        return _by_ratio(a, b, sign)
    if a.is_ratio and b.is_ratio:
        return _ratio_product(a, b)
    if a.is_ratio and sign > 0:
        return b, a.scale
    flipped = tuple(replace(factor, power=sign * factor.power) for factor in b.factors)
    factors, turned = merge((*a.factors, *flipped))
    return Unit(spell(factors), factors), a.scale * b.scale**sign * turned


def _by_ratio(a: Unit, b: Unit, sign: int) -> tuple[Unit, Fraction]:
    if a.is_ratio and b.kind:
        return PLAIN, a.scale / b.scale
    return a, b.scale**sign


def _ratio_product(a: Unit, b: Unit) -> tuple[Unit, Fraction]:
    for one, other in ((a, b), (b, a)):
        if one.scale == 1 and not one.kind:
            return other, Fraction(1)
    return (SHARE_UNIT if a.kind and b.kind else PLAIN), a.scale * b.scale


def per_many(unit: Unit, a: Unit, b: Unit, many: int) -> Unit:
    """`unit`, the quotient of `a` and `b`, counted per `many` of `b`: "deaths per 1000 people"."""
    if unit.is_ratio:
        return Unit("", scale=unit.scale / many)
    written = (*a.factors, *(replace(factor, power=-factor.power) for factor in b.factors))
    return Unit(spell(written, many), unit.factors, unit.scale / many)


def declare(unit: Unit, words: str, *, loose: bool = False) -> tuple[Unit, Fraction]:
    """The unit that a statistic declares, and what its number is multiplied by. `loose` tells that a bare number of the
    formula multiplies or divides, so that things may have become other things: people divided by 5000 may be squares.
    Raises RefusedError where the formula's unit can't be called that."""
    wanted = parse_unit(words)
    if unit.kind and words.casefold() in POINTS:
        wanted = Unit(words, scale=Fraction(1, 100), kind=PERCENT)
    counted = not wanted.kind and wanted.scale == 1 and all(factor.free for factor in wanted.factors)
    nameless = unit.is_ratio and not unit.kind
    ratio = conversion(unit, wanted)
    if ratio is not None and not (nameless and counted):
        return wanted, ratio
    if counted and not unit.kind and (nameless or (loose and all(factor.free for factor in unit.factors))):
        # "7.1 people for each one killed": the label says of what, the unit what is counted.
        return wanted, Fraction(1)
    raise RefusedError(f"the formula gives {unit.name}, which cannot be called {words!r}", _declare_hint(unit, wanted))


def _declare_hint(unit: Unit, wanted: Unit) -> str:
    measures = {factor.measure for factor in (*unit.factors, *wanted.factors)}
    if {"days", "months"} <= measures:
        return "Days do not turn into months or years exactly: use days(a, b), months(a, b) or years(a, b)."
    return f'Write unit = "{unit.words}" or leave the unit out.' if unit.words else "Leave the unit out."
