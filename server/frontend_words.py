"""Words that Streamlit's frontend has in English and offers no setting for, in Dutch as its files are handed out.

Per file, by the first part of its name: the English in the JavaScript, and the Dutch in its place. Each is looked for
with so much around it that it can be nothing but a text; a test says which are no longer there after an update.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

IN_DUTCH: Mapping[str, Mapping[str, str]] = {
    "DataFrame": {
        "label:`Add row`": "label:`Regel toevoegen`",
        "label:`Delete row(s)`": "label:`Regels verwijderen`",
        "label:`Clear selection`": "label:`Selectie wissen`",
        "label:`Show/hide columns`": "label:`Kolommen tonen of verbergen`",
        "label:`Download as CSV`": "label:`Downloaden als CSV`",
        "label:`Search`": "label:`Zoeken`",
        '"aria-label":`Close Search`': '"aria-label":`Zoeken sluiten`',
        "label:`Select all`": "label:`Alles kiezen`",
        "}),`Pin column`]": "}),`Kolom vastzetten`]",
        "}),`Unpin column`]": "}),`Kolom losmaken`]",
        "}),`Sort ascending`]": "}),`Oplopend sorteren`]",
        "}),`Sort descending`]": "}),`Aflopend sorteren`]",
        "}),`Hide column`]": "}),`Kolom verbergen`]",
        "}),`Autosize`]": "}),`Passende breedte`]",
        "}),`Statistics`]": "}),`Samenvatting`]",
        "}),`Format`]": "}),`Weergave`]",
        '"aria-label":`Dataframe column menu`': '"aria-label":`Menu van de kolom`',
        "title:`Copy column name`": "title:`Naam van de kolom kopiëren`",
        "label:`Automatic`": "label:`Vanzelf`",
        "label:`Localized`": "label:`Zoals hier gebruikelijk`",
        "label:`Plain`": "label:`Zonder opmaak`",
        "label:`Compact`": "label:`Kort`",
        "label:`Dollar`": "label:`Dollars`",
        "label:`Euro`": "label:`Euro's`",
        "label:`Percent`": "label:`Procenten`",
        "label:`Scientific`": "label:`Wetenschappelijk`",
        "label:`Accounting`": "label:`Boekhoudkundig`",
    },
    "Toolbar": {
        "label:`Fullscreen`": "label:`Volledig scherm`",
        "label:`Close fullscreen`": "label:`Volledig scherm sluiten`",
    },
    "ArrowVegaLiteChart": {
        "label:`Show data`": "label:`Gegevens tonen`",
        "label:`Show chart`": "label:`Grafiek tonen`",
        "label:`Download as PNG`": "label:`Downloaden als PNG`",
        "`Copied!`:`Copy Vega-Lite spec`": "`Gekopieerd`:`Beschrijving van de grafiek kopiëren`",
    },
    "Selectbox": {
        "children:`No results`": "children:`Niets gevonden`",
        '"aria-label":`Clear value`': '"aria-label":`Keuze wissen`',
        '"aria-label":`Open`': '"aria-label":`Lijst openen`',
    },
    "NumberInput": {
        '"aria-label":`Clear value`': '"aria-label":`Wissen`',
        '"aria-label":`Decrement`': '"aria-label":`Lager`',
        '"aria-label":`Increment`': '"aria-label":`Hoger`',
    },
    "StreamlitMarkdown": {
        "`Help`:`Help for ${": "`Uitleg`:`Uitleg bij ${",
        "ariaLabel:c=`Help`": "ariaLabel:c=`Uitleg`",
        '"aria-label":`Link to heading`': '"aria-label":`Link naar deze kop`',
    },
    "InputInstructions": {
        "+Enter to ${e}`": "+Enter: overnemen`",
        "`Press Enter to ${e}`": "`Enter: overnemen`",
        "f(`Press ${": "f(`${",
    },
    "DownloadButton": {
        "`Deferred download not properly configured`": "`Downloaden lukt niet`",
        "e instanceof Error?e.message:`Download failed`": "`Downloaden lukt niet. Probeer het nog eens.`",
    },
    "useCopyToClipboard": {"label:t?`Copied`:`Copy to clipboard`": "label:t?`Gekopieerd`:`Kopiëren`"},
    "utils": {"`Choose options`:`Choose an option`": "`Kies`:`Kies`"},
    "BidiComponent": {"name:`BidiComponent Error`": "name:`Dit onderdeel werkt niet`"},
    "index": {
        "`You have requested page /${e}, but no corresponding file was found in the app's pages/ directory`": (
            "`Er is geen pagina /${e}`"
        ),
        "`The page that you have requested does not seem to exist`": "`Deze pagina is er niet`",
        "`Page not found`,{message:`${t}. Running the app's main page.`}": (
            "`Pagina niet gevonden`,{message:`${t}. U ziet nu de startpagina.`}"
        ),
        "children:`Skip to main content`": "children:`Naar de inhoud`",
        '"aria-label":`Running...`': '"aria-label":`De pagina wordt bijgewerkt`',
    },
}
MENDED: Mapping[str, Mapping[str, str]] = {
    "DownloadButton": {
        # A button that cannot be pressed loses the focus: who works by keyboard would start at the top again.
        "disabled:t||N,onClick:H": "disabled:t,onClick:N?void 0:H",
    },
    "StreamlitMarkdown": {
        # Help beside a heading names the heading, as help beside a field names the field; in a text it begins to speak.
        "Dm=({elementId:e,": "Dm=({heading,elementId:e,",
        "s(Op,{content:t}),!m(e)": "s(Op,{content:t,ariaLabel:Dp(heading)}),!m(e)",
        "Om=({tag:e,anchor:t,": "Om=({heading,tag:e,anchor:t,",
        "s(Op,{content:r})})}}": (
            "s(Op,{content:r,ariaLabel:`Uitleg: ${r.replaceAll(`*`,``).split(/[\\n:.]/)[0].slice(0,80)}`})})}}"
        ),
        "s(Dm,{elementId:f,": "s(Dm,{heading,elementId:f,",
    },
    "embed": {
        # A chart is one picture with our description. What Vega says of its parts is English, and reads out columns.
        "setAttribute(`role`,`graphics-document`),t.setAttribute(`aria-roleDescription`,`visualization`)": (
            "setAttribute(`role`,`img`)"
        ),
        "s_.version),this._svg.setAttribute(`class`": (
            "s_.version),this._svg.setAttribute(`aria-hidden`,`true`),this._svg.setAttribute(`class`"
        ),
        "return e.aria===!1?{[hy]:!0}": "return 1?null",
        "let n=t.aria===!1;if(e(hy,n||void 0),": "let n=!0;if(",
    },
    "index": {
        "c(Ut,{anchor:r,help:a,": "c(Ut,{heading:m,anchor:r,help:a,",
        # What a page mends in the address it was opened with is no step for the back button: Streamlit replaces the
        # address so after a step of the history, and with this also at the first visit.
        "historyNavigationEpoch=null,this.autoRerunIntervals": "historyNavigationEpoch=1,this.autoRerunIntervals",
    },
}
"""What is replaced in the same way for how it works."""

REPLACED = {stem: {**IN_DUTCH.get(stem, {}), **MENDED.get(stem, {})} for stem in {**IN_DUTCH, **MENDED}}
MARK = json.dumps(REPLACED).encode()
"""Changes when what is replaced does."""


def content_of(path: Path) -> bytes:
    """Content of a file as it is handed out."""
    content = path.read_bytes()
    words = REPLACED.get(path.name.partition(".")[0]) if path.suffix == ".js" else None
    if not words:
        return content
    text = content.decode()
    for theirs, ours in words.items():
        text = text.replace(theirs, ours)
    return text.encode()
