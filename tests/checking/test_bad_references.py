"""What can be wrong between the files of a dataset, and what is then said."""

from __future__ import annotations

from pathlib import Path

import pytest

from dataset.kit import checking, write

CASES: dict[str, tuple[dict[str, str | bytes | None], list[str]]] = {
    "unknown source": (
        {
            "figures.csv": "id,label,value,unit,source,group,phase\nships,Ships,12,,lgo,,\n",
            "sources.json": '[{"id": "log", "type": "book", "title": "A"}]',
        },
        [
            "figures.csv:2:17: error: there is no source 'lgo'. Did you mean 'log'?",
        ],
    ),
    "unknown source in all": (
        {
            "timeline.csv": "date,event,source\n2003,A,x\n",
            "quotes.csv": "speaker,quote,source\nA,B,y\n",
            "brief.toml": 'title = "Ships"\n[[series]]\nid = "tons"\nlabel = "Tons"\n',
            "series/tons.csv": "date,tons,source\n2003,1,z\n",
        },
        [
            "quotes.csv:2:5: error: there is no source 'y'. Known are log.",
            "series/tons.csv:2:8: error: there is no source 'z'. Known are log.",
            "timeline.csv:2:8: error: there is no source 'x'. Known are log.",
        ],
    ),
    "no sources": (
        {
            "sources.json": None,
        },
        [
            (
                "figures.csv:2:36: error: rows cite sources, first 'log', and there are none. Write them "
                "into sources.json, a list of CSL-JSON entries; reference managers such as Zotero export "
                "it."
            ),
        ],
    ),
    "unused": (
        {
            "sources.json": '[{"id": "log", "type": "book", "title": "A"},\n {"id": "map", "type": "book", "title": "B"}]',
        },
        [
            (
                "sources.json:2:9: warning: the source 'map' is cited nowhere. Cite it in a row or with "
                "{source:map} in a text, or delete it."
            ),
        ],
    ),
    "phase": (
        {
            "figures.csv": "id,label,value,unit,source,group,phase\nships,Ships,12,,log,,waar\n",
            "brief.toml": 'title = "Ships"\n[[phases]]\nid = "war"\nname = "War"\n',
        },
        [
            "figures.csv:2:22: error: there is no phase 'waar'. Did you mean 'war'?",
        ],
    ),
    "group none": (
        {
            "figures.csv": "id,label,value,unit,source,group,phase\nships,Ships,12,,log,war,\n",
        },
        [
            ("figures.csv:2:21: error: there is no group 'war'. Describe it in a [[groups]] table of brief.toml."),
        ],
    ),
    "statistic phase": (
        {
            "brief.toml": (
                'title = "Ships"\n[[statistics]]\nid = "twice"\nlabel = "Twice"\nformula = "ships * 2"\nphase = "war"\n'
            ),
        },
        [
            "brief.toml:6:9: error: there is no phase 'war'. Describe it in a [[phases]] table of brief.toml.",
        ],
    ),
    "tile": (
        {
            "brief.toml": 'title = "Ships"\ntiles = ["ships", "shipz"]\n',
        },
        [
            "brief.toml:2:19: error: there is no figure or statistic 'shipz'. Did you mean 'ships'?",
        ],
    ),
    "voices": (
        {
            "brief.toml": 'title = "Ships"\nvoices = ["obama"]\n',
        },
        [
            "brief.toml:2:11: error: there is no quote 'obama'. There are no quotes in the dataset.",
        ],
    ),
    "lead chart": (
        {
            "brief.toml": 'title = "Ships"\nlead_chart = "sise"\n[[charts]]\nid = "size"\nkind = "bars"\nitems = ["ships"]\n',
        },
        [
            "brief.toml:2:14: error: there is no chart 'sise'. Did you mean 'size'?",
        ],
    ),
    "lead chart none": (
        {
            "brief.toml": 'title = "Ships"\nlead_chart = "size"\n',
        },
        [
            (
                "brief.toml:2:14: error: there is no chart 'size'. Describe it in a [[charts]] table, or "
                "delete lead_chart: the program then chooses one."
            ),
        ],
    ),
    "sections": (
        {
            "brief.toml": 'title = "Ships"\nsections = ["front", "timline"]\n',
        },
        [
            "brief.toml:2:22: error: there is no section 'timline'. Did you mean 'timeline'?",
        ],
    ),
    "sections text": (
        {
            "brief.toml": 'title = "Ships"\nsections = ["front", "text/abuot"]\n',
            "text/about.md": "# A\n",
        },
        [
            ("brief.toml:2:22: error: the file text/abuot.md of the section is missing. Did you mean 'text/about'?"),
            (
                "text/about.md: warning: the section is not printed: sections does not name it. Add "
                '"text/about" to sections in brief.toml, or move the file away.'
            ),
        ],
    ),
    "sections text none": (
        {
            "brief.toml": 'title = "Ships"\nsections = ["front", "text/about"]\n',
        },
        [
            ("brief.toml:2:22: error: the file text/about.md of the section is missing. Write it into text/about.md."),
        ],
    ),
    "sections twice": (
        {
            "brief.toml": 'title = "Ships"\nsections = ["front", "front"]\n',
        },
        [
            "brief.toml:2:22: error: the section 'front' stands in the list twice. Delete one of the two.",
        ],
    ),
    "titles": (
        {
            "brief.toml": 'title = "Ships"\n[titles]\ntimelin = "A"\n',
        },
        [
            "brief.toml:3:11: error: there is no section 'timelin'. Did you mean 'timeline'?",
        ],
    ),
    "decks": (
        {
            "brief.toml": 'title = "Ships"\n[decks]\ntimelin = "A"\n',
        },
        [
            "brief.toml:3:11: error: there is no section 'timelin'. Did you mean 'timeline'?",
        ],
    ),
    "id twice": (
        {
            "brief.toml": 'title = "Ships"\n[[statistics]]\nid = "ships"\nlabel = "Twice"\nformula = "2"\n',
        },
        [
            (
                "brief.toml:3:6: error: a figure and a statistic have the id 'ships'. The figure stands "
                "in figures.csv:2:1; rename one."
            ),
        ],
    ),
    "event figure": (
        {
            "timeline.csv": "id,date,event,source\nships,2003,A,log\n",
        },
        [
            (
                "timeline.csv:2:1: warning: a figure and an event have the id 'ships'. In a formula the "
                "event's date is meant, not that of the figure in line 2; rename one."
            ),
        ],
    ),
    "url": (
        {
            "brief.toml": 'title = "Ships"\nurl = "example.org"\n',
        },
        [
            (
                "brief.toml:2:7: error: the url 'example.org' is no address. Begin it with https://, so "
                "that a telephone can open it."
            ),
        ],
    ),
    "citation": (
        {
            "brief.toml": 'title = "Ships"\ncitation_style = "harvard"\n',
        },
        [
            (
                "brief.toml:2:18: error: there is no citation style 'harvard'. Write numeric, "
                "author-date or the name of a .csl file in the folder."
            ),
        ],
    ),
    "citation file": (
        {
            "brief.toml": 'title = "Ships"\ncitation_style = "harvard.csl"\n',
        },
        [
            (
                "brief.toml:2:18: error: the citation style 'harvard.csl' is not in the folder. Put the "
                "file into the dataset folder, or write numeric or author-date."
            ),
        ],
    ),
    "brace": (
        {
            "brief.toml": 'title = "Ships"\nstandfirst = "There are {shipz} in port."\n',
        },
        [
            "brief.toml:2:25: error: there is no figure or statistic 'shipz'. Did you mean 'ships'?",
        ],
    ),
    "brace event": (
        {
            "brief.toml": 'title = "Ships"\nstandfirst = "It was {launch}."\n',
            "timeline.csv": "id,date,event,source\nlaunch,2003,A ship is launched,log\n",
        },
        [
            ("brief.toml:2:22: error: 'launch' is an event and has no number. Write {event:launch} for its date."),
        ],
    ),
    "brace chart": (
        {
            "brief.toml": (
                'title = "Ships"\n'
                'standfirst = "See {size}."\n[[charts]]\nid = "size"\nkind = "bars"\nitems = ["ships"]\n'
            ),
        },
        [
            "brief.toml:2:19: error: 'size' is a chart. Write {figure:size} for its number.",
        ],
    ),
    "brace source": (
        {
            "brief.toml": 'title = "Ships"\nstandfirst = "See {log}."\n',
        },
        [
            "brief.toml:2:19: error: 'log' is a source. Write {source:log} to cite it.",
        ],
    ),
    "brace series": (
        {
            "brief.toml": 'title = "Ships"\nstandfirst = "See {tons}."\n[[series]]\nid = "tons"\nlabel = "Tons"\n',
            "series/tons.csv": "date,tons,source\n2003,1,log\n2004,3,log\n",
        },
        [
            (
                "brief.toml:2:19: error: 'tons' is a series, not a number. Name a row ({tons@2016}) or a "
                "statistic of it ({tons#max})."
            ),
        ],
    ),
    "brace cell": (
        {
            "brief.toml": 'title = "Ships"\nstandfirst = "See {tons@2005}."\n[[series]]\nid = "tons"\nlabel = "Tons"\n',
            "series/tons.csv": "date,tons,source\n2003,1,log\n2004,3,log\n",
        },
        [
            "brief.toml:2:19: error: there is no figure or statistic 'tons@2005'. Did you mean 'tons@2004'?",
        ],
    ),
    "brace figure": (
        {
            "brief.toml": (
                'title = "Ships"\n'
                'standfirst = "See {figure:sice}."\n'
                '[[charts]]\nid = "size"\nkind = "bars"\nitems = ["ships"]\n'
            ),
        },
        [
            "brief.toml:2:19: error: there is no chart 'sice'. Did you mean 'size'?",
        ],
    ),
    "brace page": (
        {
            "brief.toml": 'title = "Ships"\nstandfirst = "See {page:timelin}."\n',
        },
        [
            "brief.toml:2:19: error: there is no section 'timelin'. Did you mean 'timeline'?",
        ],
    ),
    "brace table": (
        {
            "brief.toml": 'title = "Ships"\nstandfirst = "See {table:stated}."\n',
        },
        [
            (
                "brief.toml:2:19: error: there is no table 'stated'. Tables have no names in prose; name "
                "the page: {page:statistics}."
            ),
        ],
    ),
    "brace srcs": (
        {
            "brief.toml": 'title = "Ships"\nstandfirst = "See {source:lgo}."\n',
        },
        [
            "brief.toml:2:19: error: there is no source 'lgo'. Did you mean 'log'?",
        ],
    ),
    "brace ev": (
        {
            "brief.toml": 'title = "Ships"\nstandfirst = "On {event:lunch}."\n',
            "timeline.csv": "id,date,event,source\nlaunch,2003,A ship is launched,log\n",
        },
        [
            "brief.toml:2:18: error: there is no event 'lunch'. Did you mean 'launch'?",
        ],
    ),
    "typed": (
        {
            "brief.toml": 'title = "Ships"\nstandfirst = "There were 13 ships."\n',
        },
        [
            ("brief.toml:2:26: error: '13' is no number of the dataset. Perhaps {ships}, which prints '12', was meant"),
        ],
    ),
    "typed hedge": (
        {
            "figures.csv": "id,label,value,unit,bound,source\nships,Ships,5000,ships,at_least,log\n",
            "brief.toml": 'title = "Ships"\nstandfirst = "There were more than 5,000 ships."\n',
        },
        [
            (
                "brief.toml:2:26: error: 'more than 5,000' is not how the dataset puts that number. "
                "Write {ships}, which prints 'at least 5,000'"
            ),
        ],
    ),
    "typed in text": (
        {
            "text/a.md": "# A\n\nThere were\n14 ships.\n",
        },
        [
            (
                "text/a.md:4:1: error: '14' is no number of the dataset. Write the id of a figure or "
                "statistic in braces, or add the number to the dataset"
            ),
        ],
    ),
    "typed in chart": (
        {
            "brief.toml": (
                'title = "Ships"\n'
                '[[charts]]\nid = "size"\nkind = "bars"\nitems = ["ships"]\ntitle = "There were 15 ships"\n'
            ),
        },
        [
            (
                "brief.toml:6:21: error: '15' is no number of the dataset. Write the id of a figure or "
                "statistic in braces, or add the number to the dataset"
            ),
        ],
    ),
    "kind": (
        {
            "brief.toml": 'title = "Ships"\n[[charts]]\nid = "size"\nkind = "bar"\nitems = ["ships"]\n',
        },
        [
            (
                "brief.toml:4:8: error: there is no chart kind 'bar'. Did you mean 'bars'? Kinds are "
                "bars, squares, dots, share, grid, line, steps, columns, slope, range, disagreement, "
                "currencies, timeline, python."
            ),
        ],
    ),
    "kind2": (
        {
            "brief.toml": 'title = "Ships"\n[[charts]]\nid = "size"\nkind = "pie"\nitems = ["ships"]\n',
        },
        [
            (
                "brief.toml:4:8: error: there is no chart kind 'pie'. Kinds are bars, squares, dots, "
                "share, grid, line, steps, columns, slope, range, disagreement, currencies, timeline, "
                "python."
            ),
        ],
    ),
    "no data": (
        {
            "brief.toml": 'title = "Ships"\n[[charts]]\nid = "size"\nkind = "line"\n',
        },
        [
            (
                "brief.toml:2:1: error: the chart 'size' has no data. Name figures and statistics with "
                'items = ["…"], or series with series = ["…"].'
            ),
        ],
    ),
    "no events": (
        {
            "brief.toml": 'title = "Ships"\n[[charts]]\nid = "size"\nkind = "timeline"\n',
        },
        [
            (
                "brief.toml:2:1: error: the chart 'size' draws events, and there are none. Add a "
                "timeline.csv to the folder, or delete the chart."
            ),
        ],
    ),
    "item": (
        {
            "brief.toml": 'title = "Ships"\n[[charts]]\nid = "size"\nkind = "bars"\nitems = ["shipz"]\n',
        },
        [
            ("brief.toml:5:10: error: there is no figure, statistic or series cell 'shipz'. Did you mean 'ships'?"),
        ],
    ),
    "item series": (
        {
            "brief.toml": (
                'title = "Ships"\n'
                "[[series]]\n"
                'id = "tons"\nlabel = "Tons"\n[[charts]]\nid = "size"\nkind = "bars"\nitems = ["tons"]\n'
            ),
            "series/tons.csv": "date,tons,source\n2003,1,log\n2004,3,log\n",
        },
        [
            "brief.toml:8:10: error: 'tons' is a series, not a number. Write series = [\"tons\"].",
        ],
    ),
    "series": (
        {
            "brief.toml": (
                'title = "Ships"\n'
                "[[series]]\n"
                'id = "tons"\nlabel = "Tons"\n[[charts]]\nid = "size"\nkind = "line"\nseries = ["tosn"]\n'
            ),
            "series/tons.csv": "date,tons,source\n2003,1,log\n2004,3,log\n",
        },
        [
            "brief.toml:8:11: error: there is no series 'tosn'. Did you mean 'tons'?",
        ],
    ),
    "series col": (
        {
            "brief.toml": (
                'title = "Ships"\n'
                "[[series]]\n"
                'id = "tons"\nlabel = "Tons"\n[[charts]]\nid = "size"\nkind = "line"\nseries = ["tons.ton"]\n'
            ),
            "series/tons.csv": "date,tons,source\n2003,1,log\n2004,3,log\n",
        },
        [
            "brief.toml:8:11: error: there is no series 'tons.ton'. Did you mean 'tons.tons'?",
        ],
    ),
    "event": (
        {
            "brief.toml": 'title = "Ships"\n[[charts]]\nid = "size"\nkind = "bars"\nitems = ["ships"]\nevents = ["lanch"]\n',
            "timeline.csv": "id,date,event,source\nlaunch,2003,A ship is launched,log\n",
        },
        [
            "brief.toml:6:11: error: there is no event 'lanch'. Did you mean 'launch'?",
        ],
    ),
    "labels": (
        {
            "brief.toml": (
                'title = "Ships"\n[[charts]]\nid = "size"\nkind = "bars"\nitems = ["ships"]\nlabels = { shps = "A" }\n'
            ),
        },
        [
            ("brief.toml:6:19: error: there is no figure, statistic, series or event 'shps'. Did you mean 'ships'?"),
        ],
    ),
    "chart phase": (
        {
            "brief.toml": 'title = "Ships"\n[[charts]]\nid = "size"\nkind = "bars"\nitems = ["ships"]\nphase = "war"\n',
        },
        [
            "brief.toml:6:9: error: there is no phase 'war'. Describe it in a [[phases]] table.",
        ],
    ),
    "placed missing": (
        {
            "text/a.md": "# A\n\n![](chart:sice)\n",
            "brief.toml": 'title = "Ships"\n[[charts]]\nid = "size"\nkind = "bars"\nitems = ["ships"]\n',
        },
        [
            "text/a.md:3:1: error: there is no chart 'sice'. Did you mean 'size'?",
        ],
    ),
    "placed twice": (
        {
            "text/a.md": "# A\n\n![](chart:size)\n\n![](chart:size)\n",
            "brief.toml": 'title = "Ships"\n[[charts]]\nid = "size"\nkind = "bars"\nitems = ["ships"]\n',
        },
        [
            (
                "text/a.md:5:1: error: the chart 'size' is placed twice. It stands in text/a.md:3:1 "
                "already; a reference is written {figure:size}."
            ),
        ],
    ),
    "placed lead": (
        {
            "text/a.md": "# A\n\n![](chart:size)\n",
            "brief.toml": 'title = "Ships"\nlead_chart = "size"\n[[charts]]\nid = "size"\nkind = "bars"\nitems = ["ships"]\n',
        },
        [
            (
                "text/a.md:3:1: error: the chart 'size' is placed twice. It stands in brief.toml:2:14 "
                "already; a reference is written {figure:size}."
            ),
        ],
    ),
    "findings": (
        {
            "brief.toml": (
                'title = "Ships"\n'
                "[[findings]]\n"
                'text = "A"\n'
                "[[findings]]\n"
                'text = "A"\n'
                "[[findings]]\n"
                'text = "A"\n[[findings]]\ntext = "A"\n[[findings]]\ntext = "A"\n[[findings]]\ntext = "A"\n'
            ),
        },
        [
            (
                "brief.toml:12:1: warning: there are 6 findings, and 5 are read at a glance. Keep the "
                "most telling, and put the others into a text."
            ),
        ],
    ),
    "finding long": (
        {
            "brief.toml": (
                'title = "Ships"\n'
                "[[findings]]\n"
                'text = "word word word word word word word word word word word word word word word word '
                "word word word word word word word word word word word word word word word word word "
                'word word word word word word word word word word word word word word word word word"\n'
            ),
        },
        [
            "brief.toml:3:9: warning: the finding has 50 words as printed, and 25 are enough. Shorten it.",
        ],
    ),
    "standfirst long": (
        {
            "brief.toml": (
                'title = "Ships"\n'
                'standfirst = "word word word word word word word word word word word word word word '
                "word word word word word word word word word word word word word word word word word "
                "word word word word word word word word word word word word word word word word word "
                'word word"\n'
            ),
        },
        [
            "brief.toml:2:15: warning: the standfirst has 50 words as printed, and 45 are enough. Shorten it.",
        ],
    ),
    "title long": (
        {
            "brief.toml": (
                'title = "Ships in the harbour Ships in the harbour Ships in the harbour Ships in the '
                'harbour Ships in the harbour "\n'
            ),
        },
        [
            (
                "brief.toml:1:9: warning: the title has 104 letters and will take more than two lines. "
                "Keep it to about 82; short_title serves the headers."
            ),
        ],
    ),
    "tiles many": (
        {
            "figures.csv": (
                "id,label,value,unit,source,group,phase\n"
                "a0,A,1,,log,,\n"
                "a1,A,1,,log,,\na2,A,1,,log,,\na3,A,1,,log,,\na4,A,1,,log,,\na5,A,1,,log,,\na6,A,1,,log,,\n"
            ),
            "brief.toml": "title = \"Ships\"\ntiles = ['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6']\n",
        },
        [
            (
                "brief.toml:2:46: warning: there are 7 tiles, and 6 fit the front page. Keep the most "
                "telling; the table of statistics prints all."
            ),
        ],
    ),
    "label": (
        {
            "figures.csv": (
                "id,label,value,unit,source,group,phase\nships,one two three four five six seven eight nine,12,,log,,\n"
            ),
            "brief.toml": 'title = "Ships"\ntiles = ["ships"]\n',
        },
        [
            (
                "figures.csv:2:7: warning: the label of the tile 'ships' has 9 words, and 8 fit. Put "
                "fewer into the column short of figures.csv."
            ),
        ],
    ),
    "chart title": (
        {
            "brief.toml": (
                'title = "Ships"\n'
                "[[charts]]\n"
                'id = "size"\n'
                'kind = "bars"\n'
                'items = ["ships"]\n'
                'title = "word word word word word word word word word word word word word word word '
                "word word word word word word word word word word word word word word word word word "
                "word word word word word word word word word word word word word word word word word "
                'word"\n'
            ),
        },
        [
            (
                "brief.toml:6:10: warning: the title of the chart has 50 words as printed, and 15 are "
                "enough. Shorten it."
            ),
        ],
    ),
    "sections unnamed": (
        {
            "brief.toml": 'title = "Ships"\nsections = ["front"]\n',
            "text/a.md": "# A\n",
        },
        [
            (
                'text/a.md: warning: the section is not printed: sections does not name it. Add "text/a" '
                "to sections in brief.toml, or move the file away."
            ),
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_does_not_fit_together_is_told_exactly(tmp_path: Path, case: str) -> None:
    """Each mistake is told with its place and its remedy, and nothing else is told besides."""
    files, told = CASES[case]
    assert checking(write(tmp_path, files)) == told
