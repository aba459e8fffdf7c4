"""Where source numbers stand: at the end of the clause or sentence they belong to, each once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from briefpress.model.text import Run, Text

#: Ends of clauses. A number's own separators ("4,486", "2.5") are followed by no space.
_CLAUSE = re.compile(r"[.;:!?,](?=[”’»)\"']*(?:\s|$))[”’»)\"']*")
_SENTENCE = re.compile(r"[.!?][”’»)\"']*$")


def gathered(text: Text, number: Callable[[str], int]) -> Text:
    """The text with each citation moved to the end of its sentence, or of its clause where the next clause cites
    other sources; `number` gives a source's number, by which neighbours are ordered. Claims stay where they are."""
    made: list[Run] = []
    held: list[str] = []
    slot = -1  # index in `made` of the run that ended the clause in which `held` were cited
    for run in text:
        for part, ends_clause, ends_sentence in _clauses(replace(run, cites=())):
            made.append(part)
            if held and ends_clause and slot < 0:
                slot = len(made) - 1
            if held and ends_sentence:
                _put(made, len(made) - 1, held, number)
                held, slot = [], -1
        if run.cites and slot >= 0 and not set(run.cites) & set(held):
            _put(made, slot, held, number)
            held = []
        if run.cites:
            held, slot = held + [source for source in run.cites if source not in held], -1
    if held:
        _put(made, slot if slot >= 0 else len(made) - 1, held, number)
    return tuple(run for run in made if run.text or run.cites)


def _put(made: list[Run], index: int, held: list[str], number: Callable[[str], int]) -> None:
    known = [*made[index].cites, *(source for source in held if source not in made[index].cites)]
    made[index] = replace(made[index], cites=tuple(sorted(known, key=number)))


def _clauses(run: Run) -> Iterator[tuple[Run, bool, bool]]:
    """The run cut after each end of a clause: part, whether a clause ends with it, whether a sentence does.

    A claimed run is never cut: the stop in "c. 18 December" ends nothing.
    """
    if run.claim is not None:
        yield run, False, False
        return
    at = 0
    for match in _CLAUSE.finditer(run.text):
        part = run.text[at : match.end()]
        yield replace(run, text=part), True, bool(_SENTENCE.search(part))
        at = match.end()
    if at < len(run.text) or not run.text:
        yield replace(run, text=run.text[at:]), False, False


def uncited(text: Text) -> Text:
    """The text without source numbers, for headings and chart titles, whose sources stand below."""
    return tuple(replace(run, cites=()) for run in text if run.text)
