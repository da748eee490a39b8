"""The headless commands: ``spoken``, ``say``, ``credits``, ``check``, ``import``, and a newsroom's own.

Text goes in and out as UTF-8; bytes that are not UTF-8 come out as they went in. A failure is one line on
standard error and exit status 2.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, TextIO, cast

from newsdesk import app, cli_newsroom, i18n, settings
from newsdesk.audio.formats import SoundSpec, format_of
from newsdesk.domain.people import DEFAULT_RATE
from newsdesk.errors import BadInput, NewsdeskError
from newsdesk.files import write_whole
from newsdesk.i18n import _
from newsdesk.paths import Paths, resources
from newsdesk.spoken.explain import explain
from newsdesk.ui.reasons import kind_name, reason, where_it_stands
from newsdesk.ui.wording import sentence

EXIT_BAD_INPUT = 2
_SHOWN = 60
_DIGITS_OF_INT = 4_000
"""Python itself refuses to read an int of more than 4,300 digits."""


def main(argv: Sequence[str]) -> int:
    """Run one command; return its exit status (0, 1 for what does not hold, or 2 for bad input)."""
    status = 0
    i18n.use(settings.load(_profile_named(argv).settings_file).language, resources() / "locale")
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
    arguments = _parser().parse_args(argv)
    try:
        status = arguments.command(arguments) or 0
        sys.stdout.flush()
    except NewsdeskError as error:
        print(sentence(error), file=sys.stderr)
        return EXIT_BAD_INPUT
    except BrokenPipeError:
        # The reader of our output went away (`| head`): nothing is wrong, and Python must not say so at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status


# ---------------------------------------------------------------- commands


def spoken(arguments: argparse.Namespace) -> None:
    """Write how each line of standard input is said, one line for one; or why, one line for each token."""
    if arguments.kind == "cardinal":
        for line in _lines(sys.stdin):
            print(_cardinal(line))
        return
    reading = app.build_reading(_paths(arguments), arguments.newsroom)
    for line in _lines(sys.stdin):
        said = reading.read(line)
        if arguments.explain:
            for row in explain(said):
                print("\t".join(row))
        else:
            print(said.line)


def say(arguments: argparse.Namespace) -> None:
    """Speak a file into a preview of the format that its name ends in, and write its marks."""
    out = Path(arguments.out)
    format_ = format_of(out)
    if format_ is None:
        raise BadInput(arguments.out, _("akhiran namanya harus .wav, .mp3, .ogg, .flac atau .opus"))
    text = _text_of(arguments.file)
    paths = _paths(arguments)
    reading = app.build_reading(paths, arguments.newsroom)
    from newsdesk.services.previewing import Voicing
    from newsdesk.services.sound_files import CutInfo, Purpose

    previewing = app.build_previewing(paths)
    saving = app.build_sound_files(previewing, reading).saving(
        reading.sentences(text),
        Voicing(arguments.engine, arguments.voice, arguments.rate),
        out,
        SoundSpec(format_),
        Purpose.PREVIEW,
        CutInfo(out.stem),
    )
    try:
        marks = [mark for step in saving for mark in step.marks]
    finally:
        saving.close()
        previewing.close()
    if arguments.marks:
        rows = [{"at_ms": m.at_ms, "source": [m.start, m.end], "spoken": m.spoken} for m in marks]
        write_whole(Path(arguments.marks), json.dumps(rows, ensure_ascii=False).encode())


def credits(arguments: argparse.Namespace) -> None:  # noqa: A001 - the command is called credits
    """Find dateline, byline, sources and quotes in each JSON line of standard input."""
    crediting = app.build_crediting()
    for number, line in enumerate(_lines(sys.stdin), 1):
        if not line.strip():
            continue
        record = _json_line(line, number)
        found = crediting.find(record["text"])
        print(json.dumps({"id": record["id"], **found.as_json()}, ensure_ascii=False))


def check(arguments: argparse.Namespace) -> None:
    """Print what a sub-editor would remark in a file, one line a finding: place, kind, reason, fixes."""
    text = _text_of(arguments.file)
    checking, sources, choice = app.build_checking(_paths(arguments), arguments.newsroom)
    today = date.today()
    written = arguments.written or today
    line, line_start = 1, 0
    for finding in checking.findings(text, written, arguments.airs or written, sources, choice):
        between = text.count("\n", line_start, finding.start)
        if between:
            line += between
            line_start = text.rindex("\n", 0, finding.start) + 1
        told = reason(finding)
        if finding.citation:
            told += f" ({where_it_stands(finding.citation)})"
        fixes = " | ".join(fix.strip() or _("hapus") for fix in finding.fixes)
        place = f"{line}:{finding.start - line_start + 1}"
        print("\t".join((place, kind_name(finding.kind), _one_line(finding.words), told, fixes)))


def import_files(arguments: argparse.Namespace) -> None:
    """Make one story of each file; print a JSON line for each."""
    newsroom = app.build_newsroom(_paths(arguments), arguments.newsroom)
    try:
        cli_newsroom.sign_in(newsroom, arguments.login)
        for name in arguments.files:
            pasted = newsroom.importing.read_file(Path(name))
            story = newsroom.drafting.new(pasted.script, pasted.original)
            row = {"id": story.id, "slug": story.script.slug, "headline": story.script.headline, "file": name}
            print(json.dumps(row, ensure_ascii=False))
    finally:
        newsroom.close()


# ---------------------------------------------------------------- reading and writing


def _paths(arguments: argparse.Namespace) -> Paths:
    return Paths(Path(arguments.profile) if arguments.profile else None)


def _profile_named(argv: Sequence[str]) -> Paths:
    """Return the profile that the arguments name, before they are parsed: the parser's own words need it."""
    early = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    early.add_argument("--profile")
    try:
        named: str | None = early.parse_known_args(argv)[0].profile
    except argparse.ArgumentError:  # told by the parser itself a moment later
        named = None
    return Paths(Path(named) if named else None)


def _lines(stream: TextIO) -> Iterator[str]:
    # Only "\n" ends a line: str.splitlines would also split at form feeds and U+2028 inside a script.
    for line in stream:
        yield line.removesuffix("\n").removesuffix("\r")


def _text_of(name: str) -> str:
    if name == "-":
        return sys.stdin.read()
    from newsdesk.services.importing import read_text

    return read_text(Path(name))


def _json_line(line: str, number: int) -> dict[str, Any]:
    where = _("baris {number}").format(number=number)
    try:
        record: Any = json.loads(line)
    except (ValueError, RecursionError) as error:  # RecursionError: a hundred thousand brackets
        raise BadInput(where, _("bukan JSON")) from error
    fields = cast("dict[str, Any]", record) if isinstance(record, dict) else {}
    if not isinstance(fields.get("text"), str) or "id" not in fields:
        raise BadInput(where, _("perlu “id” dan “text”"))
    return fields


def _one_line(words: str) -> str:
    shown = " ".join(words.split())
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"


def _cardinal(line: str) -> str:
    from newsdesk.spoken.numbers import cardinal, digits

    number = line.strip()
    if not re.fullmatch(r"[+-]?[0-9]+", number):
        raise BadInput(number if len(number) <= _SHOWN else number[:_SHOWN] + "…", _("bukan bilangan bulat"))
    if len(number) > _DIGITS_OF_INT:
        return ("minus " if number.startswith("-") else "") + digits(number.lstrip("+-"))
    return cardinal(int(number))


# ---------------------------------------------------------------- arguments


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(EXIT_BAD_INPUT, f"{self.prog}: {message}\n")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("hari ditulis TAHUN-BULAN-TANGGAL, misalnya 2025-01-17")) from None


def _rate(text: str) -> int:
    rate = int(text)
    if not 100 <= rate <= 900:
        raise argparse.ArgumentTypeError(_("laju antara 100 dan 900 suku kata per menit"))
    return rate


def _everywhere() -> _Parser:
    parser = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    parser.add_argument("--profile", metavar="DIR", help=_("folder profil, dibuat bila belum ada"))
    parser.add_argument("--newsroom", metavar="NAMA", help=_("nama redaksi, atau alamat postgresql://"))
    return parser


def _parser() -> argparse.ArgumentParser:
    # An option may stand before or after the command: the command's copy must not reset what stood before it.
    # A parser shares its options with its parents, their defaults too: the program's are its own.
    everywhere = _everywhere()
    about = _("Redaksi radio berbahasa Indonesia")
    parser = _Parser(prog="newsdesk", parents=[_everywhere()], description=about)
    parser.set_defaults(profile=None, newsroom=None)
    commands = parser.add_subparsers(title=_("perintah"), required=True, metavar="COMMAND")

    def add(name: str, about: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, parents=[everywhere], help=about, description=about)

    command = add("spoken", _("cara membaca tiap baris dari masukan baku"))
    command.add_argument("--as", dest="kind", choices=["cardinal"], help=_("baris berisi bilangan bulat"))
    command.add_argument(
        "--explain",
        action="store_true",
        help=_(
            "satu baris untuk tiap token yang tidak dibaca apa adanya: token, aturan, "
            "keyakinan (0 sampai 1), bacaan, dan bacaan lain dengan | di antaranya; kolomnya dipisah tab"
        ),
    )
    command.epilog = _(
        "Aturan bernama seperti berkasnya di newsdesk/spoken/rules; house ialah leksikon redaksi. "
        "Keyakinan sampai 0,8 berarti penyunting perlu memilih."
    )
    command.set_defaults(command=spoken)

    command = add("say", _("menyuarakan naskah ke berkas suara"))
    command.add_argument("file", metavar="FILE|-", help=_("berkas teks, atau - untuk masukan baku"))
    command.add_argument(
        "--out", required=True, metavar="x.wav", help=_("berkas WAV, MP3, OGG, FLAC atau Opus yang dibuat")
    )
    command.add_argument("--marks", metavar="x.json", help=_("berkas tanda waktu tiap kata"))
    command.add_argument(
        "--engine", choices=["espeak", "pyttsx3", "onnx", "mbrola"], default="espeak", help=_("mesin suara")
    )
    command.add_argument("--voice", default="", help=_("nama suara mesin itu"))
    command.add_argument(
        "--rate",
        type=_rate,
        default=DEFAULT_RATE,
        metavar="SYLLABLES_A_MINUTE",
        help=_("laju, suku kata per menit"),
    )
    command.set_defaults(command=say)

    command = add("credits", _("narasumber dan kutipan dalam teks JSONL"))
    command.set_defaults(command=credits)

    command = add("check", _("ejaan, telinga, narasumber, hukum dan etika sebuah naskah"))
    command.add_argument("file", metavar="FILE|-", help=_("berkas teks, atau - untuk masukan baku"))
    command.add_argument("--airs", type=_day, metavar="YYYY-MM-DD", help=_("hari tayang; baku: hari ditulis"))
    command.add_argument("--written", type=_day, metavar="YYYY-MM-DD", help=_("hari ditulis; baku: hari ini"))
    command.epilog = _(
        "Satu baris untuk tiap temuan: baris:kolom, jenis, kata-katanya, alasan, dan perbaikan dengan | di "
        "antaranya; kolomnya dipisah tab. Daftar kata dan aturan hukum di resources/checks boleh diubah."
    )
    command.set_defaults(command=check)

    command = add("import", _("membuat naskah dari berkas teks"))
    command.add_argument("files", nargs="+", metavar="FILE", help=_("berkas teks"))
    command.add_argument(
        "--login",
        default="",
        metavar="NAMA",
        help=_(
            "nama masuk, di redaksi yang memintanya; kata sandi ditanyakan, atau dibaca dari masukan baku"
        ),
    )
    command.set_defaults(command=import_files)

    cli_newsroom.add_commands(add, everywhere)
    return parser
