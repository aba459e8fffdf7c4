"""The phrases of one language: a TOML file of keys and patterns, and the filling of their holes."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import Any

from babel import Locale, UnknownLocaleError

from briefpress.errors import BriefpressError
from briefpress.language.numbers import NumberSigns, number_signs
from briefpress.model.text import Claim, Origin, Run, Text, holds_digit

FOLDER = Path(__file__).with_name("catalog")
REFERENCE = "en"  #: the catalog whose keys and holes the others share
#: Keys that a language may leave empty, although English fills them.
OPTIONAL = frozenset(
    {"scale-million-one", "scale-million-other", "scale-billion-one", "scale-billion-other", "scale-trillion-one"}
    | {"scale-trillion-other", "money-billion", "money-trillion", "money-table-billion", "money-table-trillion"}
    | {"words-hundreds", "words-billion", "words-billions", "format-first-day", "format-day-mark", "date-century-first"}
)
_LANGUAGE = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-(?P<region>[A-Za-z]{2}|[0-9]{3}))?")


@dataclass(frozen=True, slots=True)
class Catalog:
    """`language` is the BCP 47 tag as given, `locale` what Babel knows of it, `entries` every phrase by its key."""

    language: str
    locale: Locale
    signs: NumberSigns
    entries: Mapping[str, str]

    def word(self, key: str) -> str:
        """The phrase as it stands. `key` is "table-key", for the table [word] "key" alone.
        Raises KeyError for a key that no catalog has."""
        return self.entries[key]

    def fill(self, key: str, **values: str) -> str:
        """The phrase with its holes filled, as a string: for what will become part of a run with a claim."""
        return self.word(key).format(**values)

    def phrase(self, key: str, **values: str | Run | Text) -> Text:
        """The phrase with its holes filled. Digits that stand in the phrase itself are claimed by the catalog;
        a string given for a hole must hold none. Raises KeyError for an unknown key or a hole without a value."""
        runs: list[Run] = []
        for literal, hole, _, _ in Formatter().parse(self.word(key)):
            if literal:
                runs.append(Run(literal, Claim(Origin.CATALOG, key) if holds_digit(literal) else None))
            if hole is not None:
                runs.extend(_runs(values[hole]))
        return tuple(runs)

    def listed(self, key: str) -> tuple[str, ...]:
        """A phrase that is a list separated by commas; empty places stay."""
        string = self.word(key)
        return tuple(part.strip() for part in string.split(",")) if string.strip() else ()


def _runs(value: str | Run | Text) -> Text:
    if isinstance(value, str):
        return (Run(value),) if value else ()
    return (value,) if isinstance(value, Run) else value


def holes(phrase: str) -> frozenset[str]:
    """The names of a phrase's holes. Raises ValueError for braces that do not pair."""
    return frozenset(hole for _, hole, _, _ in Formatter().parse(phrase) if hole is not None)


def flatten(table: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    """Nested TOML tables to one level: {"hedge": {"about": "circa"}} to {"hedge-about": "circa"}. The table [word] adds
    no prefix, and an underscore or a dot counts as a hyphen."""
    flat: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, Mapping):
            flat.update(flatten(value, "" if key == "word" else f"{prefix}{key}-"))
        else:
            flat[re.sub("[_.]", "-", prefix + key)] = str(value)
    return flat


def catalog_languages() -> tuple[str, ...]:
    """The languages that have a catalog, sorted."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


@lru_cache(maxsize=16)
def _file_entries(language: str) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    table = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    regions = {region: flatten(keys) for region, keys in table.pop("regions", {}).items()}
    return flatten(table), regions


def catalog_entries(language: str, region: str = "") -> dict[str, str]:
    """The phrases of a language, with what its region changes; empty for a language without a catalog."""
    if language not in catalog_languages():
        return {}
    entries, regions = _file_entries(language)
    return {**entries, **regions.get(region, {})}


def split_language(tag: str) -> tuple[str, str]:
    """ "pt-BR" to ("pt", "BR"). Raises BriefpressError for what is no BCP 47 tag."""
    match = _LANGUAGE.fullmatch(tag.replace("_", "-"))
    if not match:
        raise BriefpressError(f"{tag!r} is no language", "Write a BCP 47 tag such as en-GB, fr or pt-BR.")
    return match["language"].lower(), (match["region"] or "").upper()


def load_entries(tag: str, overrides: Mapping[str, Any]) -> dict[str, str]:
    """All phrases for `tag`, overrides applied. Raises BriefpressError for a language that lacks phrases, for a key
    that does not exist and for a phrase with other holes than its key has."""
    language, region = split_language(tag)
    reference = catalog_entries(REFERENCE)
    entries = catalog_entries(language, region)
    own = flatten(overrides)
    for key, phrase in own.items():
        _check_override(key, phrase, {**reference, **entries})
    missing = [key for key in reference if key not in entries and key not in own]
    if missing:
        raise BriefpressError(
            f"there are no phrases in the language {tag!r}: {len(missing)} of {len(reference)} are missing, "
            f"first {', '.join(missing[:3])}",
            f"Use one of {', '.join(catalog_languages())}, or give every phrase in the table [words] of brief.toml, "
            f"by the keys of the English catalog.",
        )
    return {**entries, **own}


def _check_override(key: str, phrase: str, known: Mapping[str, str]) -> None:
    if key.startswith(("currency-", "currency-table-")):
        return
    if key not in known:
        near = difflib.get_close_matches(key, known, n=2)
        hint = f"Perhaps {' or '.join(near)} was meant." if near else "The keys are those of the English catalog."
        raise BriefpressError(f"[words] names {key!r}, which is no phrase of the program", hint)
    if key in OPTIONAL and not phrase:
        return
    try:
        found = holes(phrase)
    except ValueError:
        raise BriefpressError(f"[words] {key} = {phrase!r} has braces that do not pair", "Close each hole.") from None
    if found != holes(known[key]) and holes(known[key]):
        wanted = ", ".join(f"{{{hole}}}" for hole in sorted(holes(known[key])))
        raise BriefpressError(f"[words] {key} = {phrase!r} does not have the holes of its key", f"Use {wanted}.")
    if found and not holes(known[key]):
        raise BriefpressError(f"[words] {key} = {phrase!r} has a hole that nothing fills", "Write it without braces.")


def load_catalog(tag: str, overrides: Mapping[str, Any]) -> Catalog:
    """The catalog of a language or of one of its regions. Raises BriefpressError as `load_entries` does."""
    entries = load_entries(tag, overrides)
    language, region = split_language(tag)
    for name in (f"{language}_{region}" if region else language, language):
        try:
            locale = Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
        return Catalog(tag, locale, number_signs(name), entries)
    raise BriefpressError(f"{tag!r} is a language whose dates and numbers are not known", "Use a tag that CLDR has.")
