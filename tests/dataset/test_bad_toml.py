"""What can be wrong with brief.toml, and what is then said."""

from __future__ import annotations

from pathlib import Path

import pytest

from dataset.kit import reading, write

CASES: dict[str, tuple[dict[str, str | bytes | None], list[str]]] = {
    "override in toml": (
        {
            "brief.toml": 'title = "Ships \u202e"\n',
        },
        [
            (
                "brief.toml:1:16: error: the direction override U+202E RIGHT-TO-LEFT OVERRIDE cannot be "
                "printed. Delete it; it cannot be seen in most editors, so type the words anew."
            ),
        ],
    ),
    "override by escape in toml": (
        {
            "brief.toml": 'title = "Ships"\ntopic = "a\\u202eb"\n',
        },
        [
            (
                "brief.toml:2:11: error: the direction override U+202E RIGHT-TO-LEFT OVERRIDE cannot be "
                "printed. Delete it; it cannot be seen in most editors, so type the words anew."
            ),
        ],
    ),
    "toml syntax": (
        {
            "brief.toml": "title = Ships\n",
        },
        [
            (
                "brief.toml:1:9: error: the file is not valid TOML: invalid value. Put text between "
                "quotation marks, and write true, false, numbers and dates without."
            ),
        ],
    ),
    "toml unclosed": (
        {
            "brief.toml": 'title = "Ships\n',
        },
        [
            (
                "brief.toml:1:15: error: the file is not valid TOML: illegal character '\\n'. Close the "
                "text with the mark that opened it; a text over several lines stands between three of "
                "them."
            ),
        ],
    ),
    "toml end": (
        {
            "brief.toml": 'title = "Ships"\ntiles = ["a"',
        },
        [
            "brief.toml:2: error: the file is not valid TOML: unclosed array. Close the list with ].",
        ],
    ),
    "toml twice": (
        {
            "brief.toml": 'title = "Ships"\ntitle = "Boats"\n',
        },
        [
            (
                "brief.toml:2:16: error: the file is not valid TOML: cannot overwrite a value. The key "
                "or table stands there twice; keep one."
            ),
        ],
    ),
    "toml control": (
        {
            "brief.toml": 'title = "Ships\x01"\n',
        },
        [
            (
                "brief.toml:1:15: error: the control character U+0001 cannot be printed. Delete it; it "
                "cannot be seen in most editors, so type the words anew."
            ),
        ],
    ),
    "title missing": (
        {
            "brief.toml": 'topic = "Ships"\n',
        },
        [
            ("brief.toml: error: the key 'title' is missing. Write title = \"American forces in Iraq, 2003–2016\"."),
        ],
    ),
    "title empty": (
        {
            "brief.toml": 'title = " "\n',
        },
        [
            ("brief.toml:1:1: error: the key 'title' is empty. Write title = \"American forces in Iraq, 2003–2016\"."),
        ],
    ),
    "unknown key": (
        {
            "brief.toml": 'title = "Ships"\nstandfrist = "A"\n',
        },
        [
            "brief.toml:2:1: error: the key 'standfrist' is not known. Did you mean 'standfirst'?",
        ],
    ),
    "unknown key2": (
        {
            "brief.toml": 'title = "Ships"\nzzz = "A"\n',
        },
        [
            "brief.toml:2:1: error: the key 'zzz' is not known. Delete it; the manual lists the keys.",
        ],
    ),
    "unknown key in phase": (
        {
            "brief.toml": 'title = "Ships"\n[[phases]]\nid = "a"\nname = "A"\nform = "2003"\n',
        },
        [
            "brief.toml:5:1: error: the key 'form' is not known in [[phases]]. Did you mean 'from'?",
        ],
    ),
    "gap text": (
        {
            "brief.toml": (
                'title = "Ships"\n'
                "[[charts]]\n"
                'id = "a"\nkind = "line"\nseries = ["x"]\n[[charts.gaps]]\nfrom = "2003"\nto = "2004"\n'
            ),
        },
        [
            (
                "brief.toml:6:1: error: the key 'text' of this [[charts.gaps]] is missing. Write text = "
                '"No yearly average in the sources for these years".'
            ),
        ],
    ),
    "wrong type": (
        {
            "brief.toml": 'title = "Ships"\ntiles = "ships"\n',
        },
        [
            (
                "brief.toml:2:9: error: 'tiles' must be a list of texts, not text. Write tiles = "
                '["us-troops", "cost"].'
            ),
        ],
    ),
    "wrong type2": (
        {
            "brief.toml": 'title = "Ships"\nversion = 1.0\n',
        },
        [
            (
                "brief.toml:2:11: error: 'version' must be text, not a number. Put it between quotation "
                'marks: version = "1.0".'
            ),
        ],
    ),
    "wrong type3": (
        {
            "brief.toml": 'title = "Ships"\ninvented = "yes"\n',
        },
        [
            "brief.toml:2:12: error: 'invented' must be true or false, not text. Write invented = true.",
        ],
    ),
    "wrong type4": (
        {
            "brief.toml": 'title = "Ships"\ntitles = ["a"]\n',
        },
        [
            (
                "brief.toml:2:10: error: 'titles' must be a table of texts, not a list. Write titles = { "
                'timeline = "Chronology" }.'
            ),
        ],
    ),
    "wrong type5": (
        {
            "brief.toml": 'title = "Ships"\ntiles = [1, 2]\n',
        },
        [
            (
                "brief.toml:2:9: error: 'tiles' must be a list of texts, not a list with other things in "
                'it. Write tiles = ["us-troops", "cost"].'
            ),
        ],
    ),
    "wrong type6": (
        {
            "brief.toml": 'title = "Ships"\n[phases]\nid = "a"\n',
        },
        [
            (
                "brief.toml:2:1: error: 'phases' must be a list of tables, not a table. Write [[phases]] "
                "in place of [phases]."
            ),
        ],
    ),
    "wrong type7": (
        {
            "brief.toml": 'title = "Ships"\n[[statistics]]\nid = "a"\nlabel = "A"\nformula = "1"\ndigits = 0\n',
        },
        [
            "brief.toml:6:10: error: 'digits' must be a whole number from 1, not 0. Write digits = 2.",
        ],
    ),
    "choice": (
        {
            "brief.toml": 'title = "Ships"\npaper = "A4"\n',
        },
        [
            "brief.toml:2:9: error: 'A4' is not a value of 'paper'. Did you mean 'a4'?",
        ],
    ),
    "choice2": (
        {
            "brief.toml": 'title = "Ships"\n[[notes]]\ntext = "A"\nkind = "x"\n',
        },
        [
            "brief.toml:4:8: error: 'x' is not a value of 'kind'. Known are disagreement, unchecked.",
        ],
    ),
    "date": (
        {
            "brief.toml": 'title = "Ships"\ndate = "December 2016"\n',
        },
        [
            (
                "brief.toml:2:8: error: 'December 2016' is no date. Write 2011, 2011-12, 2011-12-18, "
                "2003/2011, 2011-12-18~ (about), 2014? (uncertain) or 2014/.. (open)."
            ),
        ],
    ),
    "phase date": (
        {
            "brief.toml": 'title = "Ships"\n[[phases]]\nid = "a"\nname = "A"\nfrom = "2003/2002"\n',
        },
        [
            "brief.toml:5:8: error: '2003/2002' ends before it begins. Write the earlier date first.",
        ],
    ),
    "bad id toml": (
        {
            "brief.toml": 'title = "Ships"\n[[phases]]\nid = "A"\nname = "A"\n',
        },
        [
            (
                "brief.toml:3:6: error: 'A' cannot be an id. Begin with a small letter a to z; go on "
                "with small letters, digits and hyphens."
            ),
        ],
    ),
    "twins toml": (
        {
            "brief.toml": 'title = "Ships"\n[[phases]]\nid = "a"\nname = "A"\n\n[[phases]]\nid = "a"\nname = "B"\n',
        },
        [
            "brief.toml:7:6: error: two phases have the id 'a'. The other stands in line 3; rename one.",
        ],
    ),
    "slip": (
        {
            "brief.toml": 'title = "Ships"\n[[charts]]\nid = "a"\nkind = "bars"\nitems = ["ships"]\ntittle = "A"\n',
        },
        [
            (
                "brief.toml:6:1: warning: the key 'tittle' is taken for an option of the chart's kind. "
                "Did you mean 'title'?"
            ),
        ],
    ),
    "brace": (
        {
            "brief.toml": 'title = "Ships"\nstandfirst = """\nThere are \\\n   "{ships}" and {ships:bold} ships."""\n',
        },
        [
            (
                "brief.toml:4:18: error: {ships:bold} asks for the form 'bold', which there is not. Use "
                "one of bare, date, label, number, unit, words, or none"
            ),
        ],
    ),
    "language": (
        {
            "brief.toml": 'title = "Ships"\nlanguage = "english"\n',
        },
        [
            "brief.toml:2:12: error: 'english' is no language. Write a BCP 47 tag such as en-GB, fr or pt-BR.",
        ],
    ),
    "language2": (
        {
            "brief.toml": 'title = "Ships"\nlanguage = "xx"\n',
        },
        [
            (
                "brief.toml:2:12: error: there are no phrases in the language 'xx': 339 of 339 are "
                "missing, first hedge-at-least, hedge-more-than, hedge-about. Use one of de, en, es, fr, "
                "it, nl, pt, or give every phrase in the table [words] of brief.toml, by the keys of the "
                "English catalog."
            ),
        ],
    ),
    "words": (
        {
            "brief.toml": 'title = "Ships"\n[words]\nsourcess = "A"\n',
        },
        [
            (
                "brief.toml:3:12: error: [words] names 'sourcess', which is no phrase of the program. "
                "Perhaps sources or source was meant."
            ),
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_bad_brief_is_told_exactly(tmp_path: Path, case: str) -> None:
    """Each mistake is told with its place and its remedy, and nothing else is told besides."""
    files, told = CASES[case]
    assert reading(write(tmp_path, files)) == told
