"""What can be wrong with figures.csv, timeline.csv and quotes.csv, and what is then said."""

from __future__ import annotations

from pathlib import Path

import pytest

from dataset.kit import reading, write

CASES: dict[str, tuple[dict[str, str | bytes | None], list[str]]] = {
    "missing column": (
        {
            "figures.csv": "id,label,source\nships,Ships,log\n",
        },
        [
            (
                "figures.csv:1:1: error: the column 'value' is missing. Add value to the first line, and "
                "its values below."
            ),
        ],
    ),
    "misnamed column": (
        {
            "figures.csv": "id,label,values,source\nships,Ships,12,log\n",
        },
        [
            (
                "figures.csv:1:1: error: the column 'value' is missing. Is it the one called 'values'? "
                "Rename it to value."
            ),
        ],
    ),
    "unknown column": (
        {
            "figures.csv": "id,label,value,source,localtor\nships,Ships,12,log,p. 1\n",
        },
        [
            ("figures.csv:1:23: warning: the column 'localtor' is not known and is not read. Did you mean 'locator'?"),
        ],
    ),
    "two rows of one id": (
        {
            "figures.csv": (
                "id,label,value,high,unit,bound,as_of,source,group,phase\n"
                "ships,Ships,12,,,,,log,,\nboats,Boats,3,,,,,log,,\nships,Ships,13,,,,,log,,\n"
            ),
        },
        [
            "figures.csv:4:1: error: two rows have the id 'ships'. The other stands in line 2; rename one.",
        ],
    ),
    "bad id": (
        {
            "figures.csv": "id,label,value,source\nShips 2,Ships,12,log\n",
        },
        [
            (
                "figures.csv:2:1: error: 'Ships 2' cannot be an id. Begin with a small letter a to z; go "
                "on with small letters, digits and hyphens."
            ),
        ],
    ),
    "no id": (
        {
            "figures.csv": "id,label,value,source\n,Ships,12,log\n",
        },
        [
            "figures.csv:2:1: error: the row has no id. Write it in the column 'id', or delete the row.",
        ],
    ),
    "no value": (
        {
            "figures.csv": "id,label,value,source\nships,Ships,,log\n",
        },
        [
            ("figures.csv:2:13: error: the row has no value. Write the number the source gives, or delete the row."),
        ],
    ),
    "no label": (
        {
            "figures.csv": "id,label,value,source\nships,,12,log\n",
        },
        [
            "figures.csv:2:7: error: the row has no label. Write it in the column 'label', or delete the row.",
        ],
    ),
    "no source": (
        {
            "figures.csv": "id,label,value,source\nships,Ships,12,\n",
        },
        [
            ("figures.csv:2:16: error: the row has no source. Write it in the column 'source', or delete the row."),
        ],
    ),
    "no date EDTF": (
        {
            "figures.csv": "id,label,value,high,unit,bound,as_of,source,group,phase\nships,Ships,12,,,,18/12/2011,log,,\n",
        },
        [
            "figures.csv:2:19: error: '18/12/2011' is not in the order year-month-day. Write 2011-12-18.",
        ],
    ),
    "no such day": (
        {
            "figures.csv": "id,label,value,high,unit,bound,as_of,source,group,phase\nships,Ships,12,,,,2011-02-30,log,,\n",
        },
        [
            (
                "figures.csv:2:19: error: '2011-02-30' names a day that its month does not have. Write "
                "one from 01 to 28."
            ),
        ],
    ),
    "date words": (
        {
            "timeline.csv": "date,event,source\nlast year,Ships come,log\n",
        },
        [
            (
                "timeline.csv:2:1: error: 'last year' is no date. Write 2011, 2011-12, 2011-12-18, "
                "2003/2011, 2011-12-18~ (about), 2014? (uncertain) or 2014/.. (open)."
            ),
        ],
    ),
    "no date": (
        {
            "timeline.csv": "date,event,source\n,Ships come,log\n",
        },
        [
            "timeline.csv:2:1: error: the row has no date. Write it in the column 'date', or delete the row.",
        ],
    ),
    "not a number": (
        {
            "figures.csv": "id,label,value,high,unit,bound,as_of,source,group,phase\nships,Ships,a dozen,,,,,log,,\n",
        },
        [
            (
                "figures.csv:2:13: error: 'a dozen' has words in it. Write digits alone (1000000 or "
                "1e6), the unit in `unit`."
            ),
        ],
    ),
    "currency": (
        {
            "figures.csv": "id,label,value,high,unit,bound,as_of,source,group,phase\nships,Ships,$12,,,,,log,,\n",
        },
        [
            (
                "figures.csv:2:13: error: '$12' has a currency in it. Write the digits alone, and its "
                "code (USD) in the unit."
            ),
        ],
    ),
    "ambiguous comma": (
        {
            "figures.csv": 'id,label,value,high,unit,bound,as_of,source,group,phase\nships,Ships,"4,48",,,,,log,,\n',
        },
        [
            (
                "figures.csv:2:13: error: '4,48' can be read two ways. Write 448 if the comma parts "
                "thousands, 4.48 if it marks decimals."
            ),
        ],
    ),
    "ambiguous semicolon": (
        {
            "figures.csv": "id;label;value;source\nships;Ships;4,486;log\n",
        },
        [
            (
                "figures.csv:2:13: error: '4,486' can be read two ways. Write 4486 if the comma parts "
                "thousands, 4.486 if it marks decimals."
            ),
        ],
    ),
    "hedge in number": (
        {
            "figures.csv": "id,label,value,high,unit,bound,as_of,source,group,phase\nships,Ships,>5000,,,,,log,,\n",
        },
        [
            (
                "figures.csv:2:13: error: '>5000' holds a hedge besides the number. Write 5000 here and "
                "more_than in the column `bound`."
            ),
        ],
    ),
    "plus after": (
        {
            "figures.csv": "id,label,value,high,unit,bound,as_of,source,group,phase\nships,Ships,5000+,,,,,log,,\n",
        },
        [
            (
                "figures.csv:2:13: error: '5000+' holds a hedge besides the number. Write 5000 here and "
                "at_least in the column `bound`."
            ),
        ],
    ),
    "percent of people": (
        {
            "figures.csv": "id,label,value,high,unit,bound,as_of,source,group,phase\nships,Ships,75%,,people,,,log,,\n",
        },
        [
            (
                "figures.csv:2:13: error: '75%' is a percentage, and the unit is 'people'. Write share "
                "or percent as the unit, or the number alone."
            ),
        ],
    ),
    "unknown bound": (
        {
            "figures.csv": "id,label,value,high,unit,bound,as_of,source,group,phase\nships,Ships,12,,,atleast,,log,,\n",
        },
        [
            (
                "figures.csv:2:18: error: 'atleast' is no bound. Did you mean 'at_least'? Bounds are "
                "exact, at_least, more_than, about, at_most, less_than, between."
            ),
        ],
    ),
    "unknown bound2": (
        {
            "figures.csv": "id,label,value,high,unit,bound,as_of,source,group,phase\nships,Ships,12,,,circa,,log,,\n",
        },
        [
            (
                "figures.csv:2:18: error: 'circa' is no bound. Bounds are exact, at_least, more_than, "
                "about, at_most, less_than, between."
            ),
        ],
    ),
    "between without high": (
        {
            "figures.csv": "id,label,value,high,unit,bound,as_of,source,group,phase\nships,Ships,12,,,between,,log,,\n",
        },
        [
            (
                "figures.csv:2:18: error: the bound is between, and the upper end is missing. Write it "
                "in the column 'high'."
            ),
        ],
    ),
    "high without between": (
        {
            "figures.csv": "id,label,value,high,unit,bound,as_of,source,group,phase\nships,Ships,12,15,,about,,log,,\n",
        },
        [
            (
                "figures.csv:2:16: error: an upper end is given, and the bound is about. Write between "
                "in the column 'bound', or empty the cell."
            ),
        ],
    ),
    "high below": (
        {
            "figures.csv": "id,label,value,high,unit,bound,as_of,source,group,phase\nships,Ships,12,10,,between,,log,,\n",
        },
        [
            (
                "figures.csv:2:16: error: the upper end 10 is not above 12. Write the smaller number in "
                "'value', the larger in 'high'."
            ),
        ],
    ),
    "units differ": (
        {
            "figures.csv": "id,label,value,high,unit,bound,as_of,source,group,phase\nships,Ships,12%,15,,between,,log,,\n",
        },
        [
            (
                "figures.csv:2:17: error: the two ends of the range have different units. Write both "
                "with a per cent sign, or neither."
            ),
        ],
    ),
    "bad high": (
        {
            "figures.csv": "id,label,value,high,unit,bound,as_of,source,group,phase\nships,Ships,12,many,,between,,log,,\n",
        },
        [
            (
                "figures.csv:2:16: error: 'many' has words in it. Write digits alone (1000000 or 1e6), "
                "the unit in `unit`."
            ),
        ],
    ),
    "too many cells": (
        {
            "figures.csv": "id,label,value,source\nships,Ships, big and small,12,log\n",
        },
        [
            (
                "figures.csv:2:31: error: the row has more values than there are columns (4). Put a "
                "value that holds a comma between quotation marks."
            ),
        ],
    ),
    "unclosed quote": (
        {
            "figures.csv": 'id,label,value,source\nships,"Ships,12,log\n',
        },
        [
            (
                "figures.csv:2:7: error: the quotation mark that opens here is never closed. End the "
                'value with another ".'
            ),
        ],
    ),
    "after quote": (
        {
            "figures.csv": 'id,label,value,source\nships,"Ships" big,12,log\n',
        },
        [
            (
                "figures.csv:2:14: error: text follows the closing quotation mark. Put the whole value "
                'between quotation marks and write "" for one inside it.'
            ),
        ],
    ),
    "twice column": (
        {
            "figures.csv": "id,label,value,value,source\nships,Ships,12,13,log\n",
        },
        [
            "figures.csv:1:16: error: two columns are called 'value'. Rename or delete one of them.",
        ],
    ),
    "nameless column": (
        {
            "figures.csv": "id,label,value,source,\nships,Ships,12,log,see p. 4\n",
        },
        [
            (
                "figures.csv:2:20: error: the value stands in a column without a name. Name the column "
                "in the first line, or empty it."
            ),
        ],
    ),
    "empty file": (
        {
            "figures.csv": "",
        },
        [
            "figures.csv: error: the file is empty. Write what belongs there, or delete the file.",
        ],
    ),
    "blank file": (
        {
            "figures.csv": "\n\n",
        },
        [
            "figures.csv: error: the file is empty. Write what belongs there, or delete the file.",
        ],
    ),
    "only separators": (
        {
            "figures.csv": ",,,\n",
        },
        [
            (
                "figures.csv: error: the file has no header row. Write the column names in the first "
                "line: id,label,value,high,unit,bound,as_of,source,locator,note,short,group,phase."
            ),
        ],
    ),
    "cp1252": (
        {
            "figures.csv": b"id,label,value,source\nships,Caf\xe9s,12,log\n",
        },
        [
            (
                "figures.csv:2:10: error: the file is not UTF-8: byte 0xE9 at line 2, column 10; in "
                "Windows-1252 it would be 'é'. Save it again as UTF-8: in Excel as \"CSV UTF-8 (comma "
                'delimited)", in LibreOffice with the character set "Unicode (UTF-8)", in a text editor '
                'with the encoding "UTF-8".'
            ),
        ],
    ),
    "utf16 no bom": (
        {
            "figures.csv": b"i\x00d\x00,\x00l\x00a\x00b\x00e\x00l\x00,\x00v\x00a\x00l\x00u\x00e\x00,\x00s\x00o\x00u\x00r\x00c\x00e\x00\n\x00s\x00h\x00i\x00p\x00s\x00,\x00C\x00a\x00f\x00\xe9\x00s\x00,\x001\x002\x00,\x00l\x00o\x00g\x00\n\x00",
        },
        [
            (
                "figures.csv: error: the file is not UTF-8: it looks like UTF-16 without a byte order "
                'mark. Save it again as UTF-8: in Excel as "CSV UTF-8 (comma delimited)", in LibreOffice '
                'with the character set "Unicode (UTF-8)", in a text editor with the encoding "UTF-8".'
            ),
        ],
    ),
    "utf16 cut": (
        {
            "figures.csv": b"\xff\xfei\x00d\x00,",
        },
        [
            (
                "figures.csv: error: the file is not whole UTF-16: it breaks off at byte 4. Save it "
                'again as UTF-8: in Excel as "CSV UTF-8 (comma delimited)", in LibreOffice with the '
                'character set "Unicode (UTF-8)", in a text editor with the encoding "UTF-8".'
            ),
        ],
    ),
    "xlsx": (
        {
            "figures.csv": b"PK\x03\x04rest",
        },
        [
            (
                "figures.csv: error: the file is a spreadsheet or a zip archive, not text. Open it in "
                'the program that wrote it and save it as "CSV UTF-8".'
            ),
        ],
    ),
    "NUL": (
        {
            "figures.csv": "id,label,value,source\nships,Sh\x00ips,12,log\n",
        },
        [
            (
                "figures.csv:2:9: error: the control character U+0000 NULL cannot be printed. Delete it; "
                "it cannot be seen in most editors, so type the words anew."
            ),
        ],
    ),
    "override": (
        {
            "figures.csv": "id,label,value,source\nships,Ships \u202eknat,12,log\n",
        },
        [
            (
                "figures.csv:2:13: error: the direction override U+202E RIGHT-TO-LEFT OVERRIDE cannot be "
                "printed. Delete it; it cannot be seen in most editors, so type the words anew."
            ),
        ],
    ),
    "linesep": (
        {
            "figures.csv": "id,label,value,source\nships,Ships\u2028big,12,log\n",
        },
        [
            (
                "figures.csv:2:12: error: the line separator U+2028 LINE SEPARATOR cannot be printed. "
                "Delete it; it cannot be seen in most editors, so type the words anew."
            ),
        ],
    ),
    "quote lang": (
        {
            "quotes.csv": "speaker,quote,source,lang\nA,B,log,english language\n",
        },
        [
            (
                "quotes.csv:2:9: error: 'english language' is no language tag. Write a BCP 47 tag such "
                "as en, fr or pt-BR."
            ),
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_bad_csv_file_is_told_exactly(tmp_path: Path, case: str) -> None:
    """Each mistake is told with its place and its remedy, and nothing else is told besides."""
    files, told = CASES[case]
    assert reading(write(tmp_path, files)) == told
