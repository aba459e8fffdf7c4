"""Words, dates, numbers and prose for made-up datasets: valid, and awkward now and then."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from briefpress.language.catalog import catalog_languages
from briefpress.language.edtf import parse_edtf
from briefpress.language.prose import parse_inline
from briefpress.model.dates import Edtf
from briefpress.model.problem import Place
from briefpress.model.prose import Prose
from briefpress.model.quantity import STATED_BOUNDS, Bound, Quantity

#: Of each language that the program has a catalog for.
LANGUAGES = tuple(
    tag
    for tag in ("en-GB", "en-US", "fr", "de", "es", "it", "pt", "nl", "fr-CH")
    if tag.partition("-")[0] in catalog_languages()
)
UNITS = ("people", "USD", "EUR", "USD per day", "km", "°C", "percent", "share", "", "strikes")
WORDS = {
    "en": "the force grew by steps while fewer ships came to harbour and nobody counted them twice",
    "fr": "l’été où les forêts brûlèrent, près de Besançon, on évacua les hameaux à l’aube",
    "de": "Donaudampfschifffahrtsgesellschaftskapitän über die Straße für ältere Wähler und Größe",
    "es": "el año que llegó el ferrocarril a Logroño, ¿quién contó a los niños?",
    "it": "perché la città più alta è già così lontana dall’acqua",
    "pt": "a população não cresceu até à inauguração da ponte em São João",
    "nl": "de ĳsbaan bleef open zolang het vroor, zei één van de coördinatoren",
}
#: What a cell may hold that CSV, TOML, Markdown or ReportLab could mistake for its own.
AWKWARD = (
    "<b>",
    "&amp;",
    "{}",
    "{x}",
    "$",
    "100 %",
    '"quoted"',
    "a,b;c",
    "#",
    "'",
    "\\n",
    "*",
    "_",
    "`",
    "|",
    "=1+1",
    "—",
    "…",
)


class Material:
    """Gives one thing after another; the same seed gives the same things."""

    def __init__(self, random: Random, language: str) -> None:
        self.random = random
        self.language = language
        self.refs: list[str] = []  #: what braces may name

    def chance(self, odds: float = 0.5) -> bool:
        return self.random.random() < odds

    def words(self, least: int = 1, most: int = 6) -> str:
        """A few words of the language, now and then with something awkward among them."""
        pool = WORDS[self.language.partition("-")[0]].split()
        picked = [self.random.choice(pool) for _ in range(self.random.randint(least, most))]
        if self.chance(0.2):
            picked.insert(self.random.randint(0, len(picked)), self.random.choice(AWKWARD))
        return " ".join(picked)

    def maybe(self, *args: int) -> str:
        return self.words(*args) if self.chance() else ""

    def one_of(self, names: list[str]) -> str:
        return self.random.choice(names) if names and self.chance(0.8) else ""

    def date(self) -> Edtf:
        """A date of any shape that EDTF level 1 has."""
        day = date(1900, 1, 1) + timedelta(days=self.random.randint(0, 45_000))
        iso = day.isoformat()
        point = self.random.choice((iso, iso, iso[:7], iso[:4])) + self.random.choice(("", "", "", "~", "?", "%"))
        later = (day + timedelta(days=self.random.randint(400, 4000))).isoformat()
        shapes = (point, point, point, f"{iso}/{later}", f"{iso[:4]}/{later[:7]}", f"{iso[:7]}/..", f"{iso[:3]}X")
        return parse_edtf(self.random.choice(shapes))

    def number(self) -> Decimal:
        digits = self.random.randint(1, 10 ** self.random.randint(1, 11))
        return Decimal(digits).scaleb(-self.random.choice((0, 0, 0, 1, 2)))

    def quantity(self, unit: str | None = None, bound: Bound | None = None) -> Quantity:
        unit = self.random.choice(UNITS) if unit is None else unit
        how = bound or self.random.choice(STATED_BOUNDS)
        value = self.number()
        if unit in ("share", "percent"):
            value = Decimal(self.random.randint(1, 80)).scaleb(-2 if unit == "share" else 0)
        high = value * Decimal("1.25") if how is Bound.BETWEEN else None
        return Quantity(value, unit, how, high)

    def prose(self, least: int = 3, most: int = 15) -> Prose:
        prose, problems = parse_inline(self.markup(least, most), Place())
        assert not problems, problems
        return prose

    def markup(self, least: int, most: int) -> str:
        """A sentence as an author writes it: emphasis, links, braces, escapes; no digits, which braces are for."""
        pool = WORDS[self.language.partition("-")[0]].replace("¿", "").split()
        parts = [self.random.choice(pool) for _ in range(self.random.randint(least, most))]
        for _ in range(self.random.randint(0, 2)):
            at = self.random.randrange(len(parts))
            mark = self.random.choice(
                ("*{}*", "**{}**", "***{}***", "[{}](https://example.org/a_b?c=d&e)", "\\*{}\\*", "{{{{{}}}}}")
            )
            parts[at] = mark.format(parts[at].strip(",?"))
        if self.refs and self.chance():
            parts.insert(self.random.randrange(len(parts) + 1), f"{{{self.random.choice(self.refs)}}}")
        return " ".join(parts)
