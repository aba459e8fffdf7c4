"""What can be wrong with series, sources and texts, and what is then said."""

from __future__ import annotations

from pathlib import Path

import pytest

from dataset.kit import reading, write

CASES: dict[str, tuple[dict[str, str | bytes | None], list[str]]] = {
    "override in json": (
        {
            "sources.json": '[{"id": "log", "type": "book", "title": "The \u2066log"}]\n',
        },
        [
            (
                "sources.json:1:46: error: the direction override U+2066 LEFT-TO-RIGHT ISOLATE cannot be "
                "printed. Delete it; it cannot be seen in most editors, so type the words anew."
            ),
        ],
    ),
    "override by escape in json": (
        {
            "sources.json": '[{"id": "log", "type": "book", "title": "The \\u202elog"}]\n',
        },
        [
            (
                "sources.json:1:46: error: the direction override U+202E RIGHT-TO-LEFT OVERRIDE cannot "
                "be printed. Delete it; it cannot be seen in most editors, so type the words anew."
            ),
        ],
    ),
    "surrogate in json": (
        {
            "sources.json": '[{"id": "log", "type": "book", "title": "The \\ud800log"}]\n',
        },
        [
            (
                "sources.json:1:46: error: the control character U+D800 cannot be printed. Delete it; it "
                "cannot be seen in most editors, so type the words anew."
            ),
        ],
    ),
    "override in text": (
        {
            "text/a.md": "# A\n\nWords \u202e here\n",
        },
        [
            (
                "text/a.md:3:7: error: the direction override U+202E RIGHT-TO-LEFT OVERRIDE cannot be "
                "printed. Delete it; it cannot be seen in most editors, so type the words anew."
            ),
        ],
    ),
    "empty text": (
        {
            "text/a.md": " \n",
        },
        [
            "text/a.md: error: the file is empty. Write what belongs there, or delete the file.",
        ],
    ),
    "text name": (
        {
            "text/Über uns.md": "# A\n",
        },
        [
            (
                "text/Über uns.md: error: 'Über uns' cannot be the name of a section. Name it with small "
                "letters a to z, digits and hyphens, such as text/what-the-figures-show.md."
            ),
        ],
    ),
    "markdown": (
        {
            "text/a.md": "# A\n\n> quoted\n",
        },
        [
            ("text/a.md:3:1: error: a quotation has no block of its own in prose. Put what was said into quotes.csv"),
        ],
    ),
    "series file": (
        {
            "brief.toml": 'title = "Ships"\n[[series]]\nid = "tons"\nlabel = "Tons"\n',
            "series/tonns.csv": "date,tons,source\n2003,1,log\n",
        },
        [
            (
                "brief.toml:3:6: error: the file 'series/tons.csv' of the series is missing. Did you "
                "mean 'series/tonns.csv'?"
            ),
            (
                "series/tonns.csv: warning: the file is not read. Declare it in a [[series]] table of "
                "brief.toml, or move it away."
            ),
        ],
    ),
    "series file2": (
        {
            "brief.toml": 'title = "Ships"\n[[series]]\nid = "tons"\nlabel = "Tons"\nfile = "series/x.csv"\n',
        },
        [
            (
                "brief.toml:5:8: error: the file 'series/x.csv' of the series is missing. Put the file "
                'there, or name it with file = "series/….csv".'
            ),
        ],
    ),
    "series outside": (
        {
            "brief.toml": 'title = "Ships"\n[[series]]\nid = "tons"\nlabel = "Tons"\nfile = "../x.csv"\n',
        },
        [
            (
                "brief.toml:5:8: error: the file '../x.csv' is outside the folder. Put the file there, "
                'or name it with file = "series/….csv".'
            ),
        ],
    ),
    "series date": (
        {
            "brief.toml": 'title = "Ships"\n[[series]]\nid = "tons"\nlabel = "Tons"\n',
            "series/tons.csv": "year,tons,source\n2003,1,log\n",
        },
        [
            (
                "series/tons.csv:1:1: error: the column 'date' is missing. Name the column of dates "
                'date, or write date = "…" in line 2 of brief.toml.'
            ),
        ],
    ),
    "series column": (
        {
            "brief.toml": 'title = "Ships"\n[[series]]\nid = "tons"\nlabel = "Tons"\ncolumns = [{ name = "tonnes" }]\n',
            "series/tons.csv": "date,tons,source\n2003,1,log\n",
        },
        [
            "brief.toml:5:21: error: series/tons.csv has no column 'tonnes'. Did you mean 'tons'?",
        ],
    ),
    "series no numbers": (
        {
            "brief.toml": 'title = "Ships"\n[[series]]\nid = "tons"\nlabel = "Tons"\n',
            "series/tons.csv": "date,tons,source\n2003,many,log\n",
        },
        [
            ("series/tons.csv:1:1: error: the file has no column of numbers. Add a column of values beside the dates."),
        ],
    ),
    "series bad number": (
        {
            "brief.toml": 'title = "Ships"\n[[series]]\nid = "tons"\nlabel = "Tons"\n',
            "series/tons.csv": "date,tons,source\n2003,many,log\n2004,3,log\n",
        },
        [
            (
                "series/tons.csv:2:6: error: 'many' has words in it. Write digits alone (1000000 or "
                "1e6), the unit in `unit`."
            ),
        ],
    ),
    "series no source": (
        {
            "brief.toml": 'title = "Ships"\n[[series]]\nid = "tons"\nlabel = "Tons"\n',
            "series/tons.csv": "date,tons\n2003,1\n",
        },
        [
            (
                "brief.toml:2:1: error: the series 'tons' names no source. Add a column source to the "
                'file, or write source = "…" in brief.toml.'
            ),
        ],
    ),
    "series row no source": (
        {
            "brief.toml": 'title = "Ships"\n[[series]]\nid = "tons"\nlabel = "Tons"\n',
            "series/tons.csv": "date,tons,source\n2003,1,\n",
        },
        [
            ("series/tons.csv:2:8: error: the row has no source. Write it in the column 'source', or delete the row."),
        ],
    ),
    "series twice date": (
        {
            "brief.toml": 'title = "Ships"\n[[series]]\nid = "tons"\nlabel = "Tons"\n',
            "series/tons.csv": "date,tons,source\n2003,1,log\n2003,2,log\n",
        },
        [
            (
                "series/tons.csv:3:1: error: two rows have the date '2003'. The other stands in line 2; "
                "keep one, or put another source's rows into another series."
            ),
        ],
    ),
    "series no rows": (
        {
            "brief.toml": 'title = "Ships"\n[[series]]\nid = "tons"\nlabel = "Tons"\ncolumns = [{ name = "tons" }]\n',
            "series/tons.csv": "date,tons,source\n",
        },
        [
            "series/tons.csv:1:1: error: the series has no rows. Write a row for each date under the header.",
        ],
    ),
    "series estimated": (
        {
            "brief.toml": 'title = "Ships"\n[[series]]\nid = "tons"\nlabel = "Tons"\n',
            "series/tons.csv": "date,tons,source,estimated\n2003,1,log,perhaps\n",
        },
        [
            ("series/tons.csv:2:12: error: 'perhaps' is neither yes nor no. Write yes or no, or leave the cell blank."),
        ],
    ),
    "series stray col": (
        {
            "brief.toml": 'title = "Ships"\n[[series]]\nid = "tons"\nlabel = "Tons"\ncolumns = [{ name = "tons" }]\n',
            "series/tons.csv": "date,tons,other,source\n2003,1,2,log\n",
        },
        [
            (
                "series/tons.csv:1:11: warning: the column 'other' is not known and is not read. Name it "
                "in columns of the series 'tons', or delete it."
            ),
        ],
    ),
    "series taken": (
        {
            "brief.toml": 'title = "Ships"\n[[series]]\nid = "tons"\nlabel = "Tons"\ncolumns = [{ name = "source" }]\n',
            "series/tons.csv": "date,tons,other,source\n2003,1,2,log\n",
        },
        [
            (
                "brief.toml:5:21: error: the name 'source' is taken in series/tons.csv. Rename the "
                "column in the file and here."
            ),
        ],
    ),
    "series twins": (
        {
            "brief.toml": (
                'title = "Ships"\n[[series]]\nid = "tons"\nlabel = "Tons"\n[[series]]\nid = "tons"\nlabel = "Tons"\n'
            ),
            "series/tons.csv": "date,tons,source\n2003,1,log\n",
        },
        [
            "brief.toml:6:6: error: two series have the id 'tons'. The other stands in line 3; rename one.",
        ],
    ),
    "stray": (
        {
            "timelines.csv": "date,event,source\n2003,A,log\n",
        },
        [
            "timelines.csv: warning: the file is not read. Did you mean 'timeline.csv'?",
        ],
    ),
    "stray series": (
        {
            "series/x.csv": "date\n",
        },
        [
            (
                "series/x.csv: warning: the file is not read. Declare it in a [[series]] table of "
                "brief.toml, or move it away."
            ),
        ],
    ),
    "json syntax": (
        {
            "sources.json": '[{"id": "log" "type": "book"}]\n',
        },
        [
            (
                "sources.json:1:15: error: the file is not valid JSON: expecting ',' delimiter. Put a "
                "comma between the entries, and none after the last."
            ),
        ],
    ),
    "json comma": (
        {
            "sources.json": '[{"id": "log", "type": "book", "title": "A"},]\n',
        },
        [
            ("sources.json:1:45: error: the file is not valid JSON: a comma stands after the last entry. Delete it."),
        ],
    ),
    "json nan": (
        {
            "sources.json": '[{"id": "log", "type": "book", "title": NaN}]\n',
        },
        [
            ("sources.json:1:41: error: the file is not valid JSON: NaN is no value. Write null, or delete the entry."),
        ],
    ),
    "json no list": (
        {
            "sources.json": '{"items": []}\n',
        },
        [
            (
                "sources.json:1:1: error: the file is not a list of sources. Write a list of entries: "
                '[{"id": "…", "type": "…", "title": "…"}]; Zotero exports it as "CSL JSON".'
            ),
        ],
    ),
    "json no item": (
        {
            "sources.json": '["log"]\n',
        },
        [
            'sources.json:1:2: error: the entry is not a source. Write {"id": "…", "type": "…", "title": "…"}.',
        ],
    ),
    "json no id": (
        {
            "sources.json": '[\n  {"type": "book", "title": "A"}]\n',
        },
        [
            ('sources.json:2:3: error: the source has no id. Write "id": "…", the name that the CSV files cite it by.'),
        ],
    ),
    "json no title": (
        {
            "sources.json": '[\n  {"id": "log", "type": "book"}]\n',
        },
        [
            (
                'sources.json:2:10: error: the source \'log\' has no title. Write "title": "…"; a work '
                "without one is described in a few words."
            ),
        ],
    ),
    "json no type": (
        {
            "sources.json": '[\n  {"id": "log", "title": "A"}]\n',
        },
        [
            (
                'sources.json:2:10: error: the source \'log\' has no type. Write "type": "…", such as '
                "article-newspaper, report, book or webpage."
            ),
        ],
    ),
    "json issued": (
        {
            "sources.json": '[\n  {"id": "log", "type": "book", "title": "A", "issued": "2003"}]\n',
        },
        [
            (
                "sources.json:2:10: error: the date of the source 'log' is not CSL-JSON. Write \"issued\": "
                '{"date-parts": [[2016, 12, 31]]}.'
            ),
        ],
    ),
    "json twins": (
        {
            "sources.json": '[{"id": "log", "type": "book", "title": "A"},\n {"id": "log", "type": "book", "title": "B"}]\n',
        },
        [
            "sources.json:2:9: error: two sources have the id 'log'. The other stands in line 1; rename one.",
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_bad_series_sources_and_texts_are_told_exactly(tmp_path: Path, case: str) -> None:
    """Each mistake is told with its place and its remedy, and nothing else is told besides."""
    files, told = CASES[case]
    assert reading(write(tmp_path, files)) == told
