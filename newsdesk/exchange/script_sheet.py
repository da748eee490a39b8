"""One script on paper: as written for the desk, or as it is said for the announcer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import zip_longest

from newsdesk.domain.air_text import AirText, SaidToken
from newsdesk.domain.blocks import MARK, Clip, Note
from newsdesk.domain.paper import ScriptSheet
from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _, clock

_LETTER_NAMES = re.compile(r"(?:\w{1,3}(?: |$))+")
_SAME_LINE = "\N{NO-BREAK SPACE}"
_CUT = "[", "]"
"""Round the sentences that may be left out."""


def draft_stamp() -> str:
    """Return the words that keep a draft away from the microphone."""
    return _("DRAF, bukan untuk siaran")


def script_fragment(sheet: ScriptSheet, *, close: bool = False) -> str:
    """Return one script as an HTML fragment; ``close`` sets it in smaller type, for several on a page."""
    text = sheet.text
    parts: list[str] = []
    if not sheet.on_air:
        parts.append(f'<p class="stamp">{escape(draft_stamp())}</p>')
    number = f"{sheet.place}. " if sheet.place else ""
    parts.append(f"<h1>{escape(number + (text.slug or _('TANPA SLUG')))}</h1>")
    if text.headline:
        parts.append(f'<p class="name">{escape(text.headline)}</p>')
    parts.append(f'<p class="facts">{escape(_facts(sheet))}</p>')
    parts += _body(sheet, "words-close" if close else "words")
    parts += _legend(text, on_air=sheet.on_air)
    if close:
        # Its end may stand on another page than its head.
        parts.append("<hr>" if sheet.on_air else f'<p class="quiet">{escape(draft_stamp())}</p><hr>')
    return "".join(parts)


def _facts(sheet: ScriptSheet) -> str:
    facts = [_("baca {length}").format(length=clock_length(sheet.read_ms))]
    if sheet.text.clip_ms and not sheet.paraphrased:
        facts.append(_("klip {length}").format(length=clock_length(sheet.text.clip_ms)))
    if sheet.reader:
        facts.append(_("pembaca {name}").format(name=sheet.reader))
    if sheet.revision:
        words = _("revisi {revision}, lalu diubah lagi") if sheet.edited else _("revisi {revision}")
        facts.append(words.format(revision=sheet.revision))
    if sheet.on_air and sheet.approved_by and sheet.approved_at:
        approved = _("disetujui {name} {time}")
        facts.append(approved.format(name=sheet.approved_by, time=clock(sheet.approved_at)))
    return ", ".join(facts)


def _body(sheet: ScriptSheet, type_size: str) -> Iterator[str]:
    text = sheet.text
    said = text.paraphrases if sheet.on_air else ()
    blocks = iter(zip_longest(text.blocks, said[: len(text.blocks)], fillvalue=""))
    start = 0
    for line in text.body.split("\n"):
        if line == MARK:
            block, paraphrase = next(blocks, ("", ""))
            if isinstance(block, Note):
                yield _note(block)
            elif isinstance(block, Clip):
                yield _clip(block, paraphrase or block.paraphrase, type_size, replaced=sheet.paraphrased)
        elif line.strip():
            end = start + len(line)
            yield f'<p class="{type_size}">{_words(text, start, end, on_air=sheet.on_air)}</p>'
        start += len(line) + 1


def _words(text: AirText, start: int, end: int, *, on_air: bool) -> str:
    """Return ``[start, end)`` of the body as mark-up: said tokens for air, brackets round what may go."""
    said = {token.start: token for token in text.tokens if on_air and start <= token.start < end}
    cuts = [cut for cut in text.cuttable if cut[0] < end and cut[1] > start]
    opens, closes = {max(start, cut[0]) for cut in cuts}, {min(end, cut[1]) for cut in cuts}
    parts: list[str] = []
    at = start
    for edge in sorted({*said, *opens, *closes, end}):
        if edge > at:
            parts.append(escape(text.body[at:edge]))
            at = edge
        if edge in closes:
            parts.append(_CUT[1])
        if edge in opens:
            parts.append(_CUT[0])
        if edge in said:
            parts.append(_said(said[edge], text.body))
            at = said[edge].end
    return "".join(parts)


def _said(token: SaidToken, body: str) -> str:
    written = body[token.start : token.end]
    words = token.spoken
    if _LETTER_NAMES.fullmatch(words):
        words = words.replace(" ", _SAME_LINE)  # the letters of one acronym never part at a line's end
    marked = escape(words) if words == written else f"<u>{escape(words)}</u>"
    if token.respelling:
        marked += f" <b>({escape(token.respelling)})</b>"
    return marked


def _note(note: Note) -> str:
    words = _("Catatan penyiar, tidak dibaca: {text}").format(text=note.text)
    return f'<p class="quiet"><i>{escape(words)}</i></p>'


def _clip(clip: Clip, paraphrase: str, type_size: str, *, replaced: bool) -> str:
    if replaced and paraphrase:
        gone = _("Klip {name} diganti kalimat ini:").format(name=clip.name)
        return f'<p class="quiet"><i>{escape(gone)}</i></p><p class="{type_size}">{escape(paraphrase)}</p>'
    head = _("KLIP {name}, {length}").format(name=clip.name, length=clock_length(clip.milliseconds))
    if clip.speaker:
        head += f", {clip.speaker}"
    rows = [f'<p class="name">{escape(head)}</p>']
    for words, given in (
        (_("mulai: “{words}”"), clip.in_words),
        (_("akhir: “{words}”"), clip.out_words),
        (_("Bila klip gagal, baca: {words}"), paraphrase),
    ):
        if given:
            rows.append(f"<p>{escape(words.format(words=given))}</p>")
    return (
        '<table width="100%" border="1" cellspacing="0" cellpadding="6">'
        f'<tr><td>{"".join(rows)}</td></tr></table><p class="quiet">&nbsp;</p>'
    )


def _legend(text: AirText, *, on_air: bool) -> Iterator[str]:
    """Yield what the marks mean: the written form of what is said otherwise, and what may be left out."""
    pairs = dict.fromkeys(
        (token.spoken, text.body[token.start : token.end])
        for token in text.tokens
        if on_air and token.spoken and token.spoken != text.body[token.start : token.end]
    )
    if pairs:
        listed = "; ".join(f"{spoken} = {written}" for spoken, written in pairs)
        words = _("Tulisan asli: {listed}").format(listed=listed)
        yield f'<p class="quiet">{escape(words)}</p>'
    if text.cuttable:
        words = _("{opening} {closing} boleh dipotong bila waktu kurang.")
        yield f'<p class="quiet">{escape(words.format(opening=_CUT[0], closing=_CUT[1]))}</p>'
