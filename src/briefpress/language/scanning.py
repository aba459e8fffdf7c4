"""Numbers and dates in running text, by the habits of its language: hedge, currency, scale word, per cent sign."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from briefpress.language.dateprint import month_name
from briefpress.language.lexicon import Lexicon
from briefpress.language.measures import SYMBOLS
from briefpress.language.numbers import SPACES, grouped
from briefpress.model.quantity import Bound

_GAP = f"[{SPACES}]"
_WORD = re.compile(r"[^\W\d_]+(?:/[a-z]+)?[²³]?|°[CF]?")
_FILLERS = r"(?:(?:de|del|of) |d[’'])?"
_FLOORS, _CEILINGS = (Bound.AT_LEAST, Bound.MORE_THAN), (Bound.AT_MOST, Bound.LESS_THAN)


@dataclass(frozen=True, slots=True)
class Found:
    """A number or date at text[start:end]; `value` is None for a date, for a name with digits in it (COVID-19) and for
    digits that are no number in this language (`unclear`).

    `currency` is its code, "?" for a sign that the dataset has no currency for; `plain` tells that nothing but digits
    was typed, so that it may be a year or a day."""

    start: int
    end: int
    value: Decimal | None = None
    bound: Bound = Bound.EXACT
    percent: bool = False
    currency: str = ""
    plain: bool = False
    unclear: bool = False
    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def is_date(self) -> bool:
        return self.month is not None or self.year is not None

    @property
    def is_name(self) -> bool:
        return self.value is None and not self.is_date and not self.unclear


class Scanner:
    """Finds numbers in the text of one language; `signs` are the dataset's currency signs and their codes."""

    def __init__(self, lexicon: Lexicon, signs: Mapping[str, str]) -> None:
        self._lexicon = lexicon
        self._signs = dict(signs)
        self._hedges = _hedges(lexicon)
        self._own = {_folded(lexicon.hedge(bound)) for bound in Bound if bound is not Bound.EXACT}
        self._tails = _tails(lexicon)
        self._scales, self._short_scales = _scales(lexicon)
        self._months = _months(lexicon)
        self._number = self._number_pattern()
        self._dates = _date_patterns(lexicon, self._months)

    def scan(self, text: str) -> list[Found]:
        """Everything with a digit in it, from left to right, not overlapping."""
        dates = self._scan_dates(text)
        found: list[Found] = []
        taken = iter([*dates, None])
        date = next(taken)
        at = 0
        for match in self._number.finditer(text):
            start = match.start("core")
            while date is not None and date.end <= start:
                found.append(date)
                date = next(taken)
            if (date is not None and date.start <= start) or start < at:
                continue
            found.append(self._read(text, match))
            at = found[-1].end
        while date is not None:
            found.append(date)
            date = next(taken)
        return found

    def hedge_before(self, text: str, own: bool = False) -> Bound | None:
        """The hedge in which `text` ends, as before a brace; with `own` only the catalog's own words count, because
        others ("over", "some") have more than one sense."""
        match = self._ending.search(text[-60:])
        words = _folded(match["hedge"]) if match else ""
        return None if own and words not in self._own else self._hedges.get(words)

    def range_words(self) -> tuple[str, ...]:
        """What stands between the ends of a range."""
        middle = self._lexicon.word("told-between").partition("{number}")[2].partition("{high}")[0]
        return (middle, "–", "-", " – ", self._lexicon.word("and").replace("{a}", "").replace("{b}", ""))

    def _number_pattern(self) -> re.Pattern[str]:
        signs = self._lexicon.signs
        inner = "".join(re.escape(mark) for mark in dict.fromkeys((signs.decimal, signs.group, ".", ",", "'", "’")))
        spaced = "\u00a0\u202f\u2009" + (" " if signs.group in SPACES else "")
        core = rf"[0-9]+(?:[{inner}][0-9]+|[{spaced}][0-9]{{3}}(?![0-9]))*"
        hedge = _alternatives(self._hedges)
        money = _alternatives([*self._signs, "$", "£", "€", "¥", "US$"])
        self._ending = re.compile(rf"(?<!\w)(?P<hedge>{hedge}){_GAP}*$", re.IGNORECASE)
        scale = _alternatives(self._scales)
        short = _alternatives(self._short_scales)
        percent = _alternatives(["%", "per cent", "percent", self._lexicon.word("unit-percent")])
        return re.compile(
            rf"(?:(?<!\w)(?P<hedge>(?i:{hedge})(?:{_GAP}+(?i:{hedge}))?){_GAP}+)?"
            rf"(?P<minus>(?<![\w)])[-−])?(?P<sign>(?<!\w)(?:{money}){_GAP}?)?(?P<minus2>[-−])?(?P<core>{core})"
            rf"(?:(?P<percent>{_GAP}?(?:{percent})(?!\w))|{_GAP}?(?P<scale>(?i:{scale}))(?!\w)"
            rf"|(?:{_GAP}?(?P<short>{short}))?(?P<after>{_GAP}?(?:{money}))(?!\w)|{_GAP}?(?P<bare>{short})(?!\w))?"
        )

    def _read(self, text: str, match: re.Match[str]) -> Found:
        start, end, core = match.start("core"), match.end(), match["core"]
        before = text[max(start - 2, 0) : start]
        sign = (match["sign"] or match["after"] or "").strip(SPACES)
        if match["bare"] and not sign:
            # "12.1m" without a currency: metres, more likely than millions.
            end = match.end("core")
        if (re.search(r"[^\W\d_][-‑]?$", before) and not sign) or self._suffixed(text, match, end):
            return Found(start, match.end("core"))
        value = self._value(core)
        if value is None:
            return Found(start, match.end("core"), unclear=True)
        power = self._scales.get(_folded(match["scale"] or ""), 0)
        power = power or (self._short_scales.get(match["short"] or match["bare"] or "", 0) if sign else 0)
        bound, end = self._bound(text, match, end)
        value = value.scaleb(power) if power else value
        plain = core.isdigit() and not (sign or power or match["percent"] or match["hedge"])
        return Found(
            match.start("hedge") if match["hedge"] else match.start(),
            end,
            -value if match["minus"] or match["minus2"] else value,
            bound,
            percent=match["percent"] is not None,
            currency=self._signs.get(sign, "?") if sign else "",
            plain=plain and bound is Bound.EXACT,
        )

    def _suffixed(self, text: str, match: re.Match[str], end: int) -> bool:
        """Whether letters that are no unit follow the digits: "21st", "1990s", "4x4"."""
        if end > match.end("core"):
            return False
        letters = _WORD.match(text, end)
        return letters is not None and letters[0] not in SYMBOLS and letters[0] not in self._short_scales

    def _value(self, core: str) -> Decimal | None:
        value = grouped(core, self._lexicon.signs)
        # A point with three digits after it parts thousands for many readers, whatever their language.
        if value is None and re.fullmatch(r"[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})", core):
            return Decimal(core)
        return value

    def _bound(self, text: str, match: re.Match[str], end: int) -> tuple[Bound, int]:
        words = _folded(match["hedge"] or "")
        bounds = [self._hedges[words]] if words in self._hedges else self._both(words)
        for tail, floor in self._tails.items():
            pattern = rf"(?:{_GAP}+[^\W\d_]+){{0,3}}?{_GAP}+{tail}(?!\w)"
            if after := re.match(pattern, text[end : end + 80], re.IGNORECASE):
                about = Bound.ABOUT in bounds
                if floor:
                    return (Bound.ABOUT_OR_MORE if about else Bound.AT_LEAST), end + after.end()
                return (Bound.ABOUT_OR_LESS if about else Bound.AT_MOST), end + after.end()
        if Bound.ABOUT in bounds and len(bounds) == 2:
            if any(bound in _FLOORS for bound in bounds):
                return Bound.ABOUT_OR_MORE, end
            if any(bound in _CEILINGS for bound in bounds):
                return Bound.ABOUT_OR_LESS, end
        return (bounds[0] if bounds else Bound.EXACT), end

    def _both(self, words: str) -> list[Bound]:
        """The bounds of two hedges in a row ("more than about")."""
        for first in self._hedges:
            rest = words.removeprefix(first).strip()
            if words.startswith(first) and rest in self._hedges:
                return [self._hedges[first], self._hedges[rest]]
        return []

    def _scan_dates(self, text: str) -> list[Found]:
        found: list[Found] = []
        for pattern in self._dates:
            for match in pattern.finditer(text):
                if not any(date.start < match.end() and match.start() < date.end for date in found):
                    found.extend(self._read_date(match))
        return sorted(found, key=lambda date: date.start)

    def _read_date(self, match: re.Match[str]) -> Iterable[Found]:
        parts = match.groupdict()
        year = int(parts["year"]) if parts.get("year") else None
        month = int(parts["m"]) if parts.get("m") else self._months[_folded(match["month"]).rstrip(".")]
        about = Bound.ABOUT if parts.get("about") else Bound.EXACT
        day = int(parts["day"]) if parts.get("day") else None
        if parts.get("until"):
            middle = match.end("day")
            yield Found(match.start(), middle, year=year, month=month, day=day, bound=about)
            yield Found(middle, match.end(), year=year, month=month, day=int(parts["until"]))
        else:
            yield Found(match.start(), match.end(), year=year, month=month, day=day, bound=about)


def _folded(words: str) -> str:
    return " ".join(words.casefold().replace("\u00a0", " ").replace("\u202f", " ").split())


def _alternatives(words: Iterable[str]) -> str:
    """A pattern of the words, longest first, any space for a space."""
    ordered = sorted((word for word in dict.fromkeys(words) if word), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", f"{_GAP}+") for word in ordered) or "(?!)"


def _hedges(lexicon: Lexicon) -> dict[str, Bound]:
    """Words before a number and the bound that they mean: the catalog's own and those of the same meaning."""
    hedges: dict[str, Bound] = {}
    for bound in (Bound.AT_LEAST, Bound.MORE_THAN, Bound.ABOUT, Bound.AT_MOST, Bound.LESS_THAN):
        key = bound.replace("_", "-")
        own = lexicon.word(f"told-{key}").partition("{number}")[0]
        for words in (own, lexicon.hedge(bound), *lexicon.listed(f"also-{key}")):
            if words.strip():
                hedges.setdefault(_folded(words), bound)
    return hedges


def _tails(lexicon: Lexicon) -> dict[str, bool]:
    """Words after a number ("or more"), and whether they make a floor."""
    tails = {}
    for key, floor in (("told-about-or-more", True), ("told-about-or-less", False)):
        words = lexicon.word(key).partition("{number}")[2].strip()
        if words:
            tails[re.escape(words).replace(r"\ ", f"{_GAP}+")] = floor
    return tails


def _scales(lexicon: Lexicon) -> tuple[dict[str, int], dict[str, int]]:
    """Scale words ("million") and the short ones that only money takes ("bn"), with their powers of ten."""
    words: dict[str, int] = {}
    short: dict[str, int] = {}
    for name, power in (("million", 6), ("billion", 9), ("trillion", 12)):
        for form in ("one", "other"):
            words[_folded(lexicon.word(f"scale-{name}-{form}").replace("{number}", ""))] = power
        short[lexicon.word(f"money-{name}").replace("{number}", "").replace("{sign}", "").strip()] = power
    return {k: v for k, v in words.items() if k}, {k: v for k, v in short.items() if k}


def _months(lexicon: Lexicon) -> dict[str, int]:
    names = {}
    for month in range(1, 13):
        for width in ("wide", "abbreviated"):
            for alone in (False, True):
                names[_folded(month_name(lexicon, month, width, alone)).rstrip(".")] = month
    return names


def _date_patterns(lexicon: Lexicon, months: Mapping[str, int]) -> tuple[re.Pattern[str], ...]:
    mark = _alternatives(lexicon.listed("format-day-mark"))
    month = rf"(?P<month>(?i:{_alternatives(months)}))\.?(?!\w)"
    year = r"(?P<year>[0-9]{4})(?![0-9])"
    about = rf"(?:(?<!\w)(?P<about>(?i:{_about(lexicon)})){_GAP}*)?"
    ranges = [lexicon.word(f"date-{key}").format(start="", end="").strip() for key in ("range", "range-days")]
    join = _alternatives([*ranges, "–", "-", lexicon.word("and").format(a="", b="").strip()])
    day = rf"(?<![\d.,])(?P<day>[0-9]{{1,2}})(?:{mark})?(?!\d)"
    until = rf"(?:{_GAP}*(?:{join}){_GAP}*(?P<until>[0-9]{{1,2}})(?:{mark})?(?!\d))?"
    filler = rf"{_GAP}+{_FILLERS}"
    return (
        re.compile(rf"{about}(?<![\d-]){year}-(?P<m>[0-9]{{2}})(?:-(?P<day>[0-9]{{2}}))?(?![\d-])"),
        re.compile(rf"{about}{day}{until}{filler}{month}(?:,?{filler}{year})?"),
        re.compile(rf"{about}(?<!\w){month}{_GAP}+{day}{until}(?:,?{_GAP}+{year})?"),
        re.compile(rf"{about}(?<!\w){month},?{filler}{year}"),
    )


def _about(lexicon: Lexicon) -> str:
    """Words before a date that make it approximate."""
    own = lexicon.word("date-approximate").replace("{date}", "").strip()
    told = lexicon.word("told-about").replace("{number}", "").strip()
    return _alternatives([own, told, *lexicon.listed("also-about")])
