"""What goes on paper, as HTML: one for the printer, for PDF and for a file.

The window lays it out with Qt, a browser shows it as it is; so the mark-up is the part of HTML 4 and CSS 2.1
that both know.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from newsdesk.domain.paper import Made, Paper, PaperSheet, RundownSheet, ScriptSheet
from newsdesk.exchange.paper_words import made_words
from newsdesk.exchange.rundown_sheet import rundown_fragments
from newsdesk.exchange.script_sheet import draft_stamp, script_fragment
from newsdesk.i18n import _, clock, language

# Lengths in px where Qt takes no others: it scales them to the device, as a browser does on paper.
_STYLE = """
body { font-family: Inter, sans-serif; font-size: 10pt; color: #000000; }
h1 { font-size: 15pt; font-weight: 600; margin-top: 0px; margin-bottom: 3px; }
p { margin-top: 0px; margin-bottom: 4px; }
table { border-collapse: collapse; }
.facts { font-size: 9pt; color: #404040; margin-bottom: 14px; }
.stamp { font-size: 11pt; font-weight: 600; margin-bottom: 8px; }
.words { font-size: 14pt; line-height: 165%; margin-bottom: 12px; }
.words-close { font-size: 11pt; line-height: 140%; margin-bottom: 6px; }
.name { font-size: 10pt; font-weight: 600; }
.quiet { font-size: 8pt; color: #404040; margin-top: 6px; margin-bottom: 6px; }
.after { margin-top: 12px; }
th { font-size: 8pt; font-weight: 600; color: #404040; text-align: left; }
"""


def scripts(title: str, sheets: Sequence[ScriptSheet], made: Made, *, page_each: bool = True) -> Paper:
    """Return scripts for paper, each on pages of its own or, without ``page_each``, close to each other."""
    pages = tuple(
        PaperSheet(
            f"sheet-{at}",
            _running(sheet),
            f'<a name="sheet-{at}"></a>{script_fragment(sheet, close=not page_each)}',
            "" if sheet.on_air else draft_stamp(),
        )
        for at, sheet in enumerate(sheets)
    )
    return Paper(title, pages, _STYLE, made_words(made), page_each)


def rundown(sheet: RundownSheet, made: Made) -> Paper:
    """Return a rundown for paper, with the head of the audit log as it was when it was made."""
    title = f"{sheet.name} {clock(sheet.airtime)}"
    pages = tuple(
        PaperSheet(f"sheet-{at}", title, f'<a name="sheet-{at}"></a>{fragment}', lying=True)
        for at, fragment in enumerate(rundown_fragments(sheet))
    )
    return Paper(title, pages, _STYLE, made_words(made))


def together(title: str, papers: Sequence[Paper]) -> Paper:
    """Return several papers as one, in their order."""
    sheets = tuple(
        replace(sheet, name=name, html=sheet.html.replace(sheet.name, name, 1))
        for at, sheet in enumerate(sheet for paper in papers for sheet in paper.sheets)
        for name in [f"sheet-{at}"]
    )
    first = papers[0]
    return Paper(title, sheets, first.style, first.foot, all(paper.page_each for paper in papers))


def document(paper: Paper) -> str:
    """Return the whole paper as one HTML document (UTF-8), which needs no other file."""
    between = ' style="page-break-before: always"' if paper.page_each else ""
    body = "".join(f"<div{between if at else ''}>{sheet.html}</div>" for at, sheet in enumerate(paper.sheets))
    return (
        f'<!DOCTYPE html><html lang="{language()}"><head><meta charset="utf-8">'
        f"<title>{escape(paper.title)}</title><style>{paper.style}</style></head>"
        f'<body>{body}<p class="quiet">{escape(paper.foot)}</p></body></html>'
    )


def _running(sheet: ScriptSheet) -> str:
    slug = sheet.text.slug or _("TANPA SLUG")
    if not sheet.revision:
        return slug
    return _("{slug}, revisi {revision}").format(slug=slug, revision=sheet.revision)
