"""The headless commands, run as a user runs them: real processes, real files, a throw-away profile."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
import wave
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from newsdesk import app, settings
from newsdesk.domain.attribution import Source
from newsdesk.domain.story import Script
from newsdesk.paths import Paths
from tests.conftest import ROOT


def newsdesk(
    *arguments: str | Path, stdin: str | bytes = "", profile: Path
) -> subprocess.CompletedProcess[bytes]:
    """Run ``python main.py ARGUMENTS`` with a profile of its own and without a display."""
    given = stdin.encode() if isinstance(stdin, str) else stdin
    environment = {
        k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, arguments), "--profile", str(profile)],
        input=given,
        capture_output=True,
        env=environment,
        timeout=100,
        check=False,
    )


def one_line(stderr: bytes) -> str:
    """Return the one line on standard error; more than one is a failure."""
    text = stderr.decode()
    assert text.count("\n") == 1, text
    return text.strip()


def test_spoken_gives_one_line_for_one(tmp_path: Path) -> None:
    done = newsdesk("spoken", stdin="Indeks naik menjadi 2.65.\n\nRp1,5 miliar\n", profile=tmp_path)
    assert done.returncode == 0
    assert done.stdout.decode() == "Indeks naik menjadi dua koma enam lima.\n\nsatu koma lima miliar rupiah\n"
    assert done.stderr == b""


def test_spoken_explains_each_token_by_its_rule(tmp_path: Path) -> None:
    done = newsdesk("spoken", "--explain", stdin="Hasil 2.65 di KPU.\nkata biasa\n", profile=tmp_path)
    assert [line.split("\t") for line in done.stdout.decode().splitlines()] == [
        ["2.65", "number", "0.7", "dua koma enam lima", "dua ribu enam ratus lima puluh"],
        ["KPU", "acronym", "1", "ka pe u", "Kpu"],
    ]


def test_spoken_keeps_odd_line_breaks_inside_a_line(tmp_path: Path) -> None:
    text = "satu\u2028dua\x0ctiga\x85empat\n"
    done = newsdesk("spoken", stdin=text, profile=tmp_path)
    assert done.stdout.decode().count("\n") == 1


def test_spoken_passes_over_bytes_that_are_not_text(tmp_path: Path) -> None:
    done = newsdesk("spoken", stdin=b"kota \xff\xfe lama\nnaik 3 persen\n", profile=tmp_path)
    assert done.returncode == 0
    said = done.stdout.decode().splitlines()
    assert [line.split() for line in said] == [["kota", "lama"], ["naik", "tiga", "persen"]]


def test_spoken_as_cardinal_reads_bare_integers(tmp_path: Path) -> None:
    done = newsdesk("spoken", "--as", "cardinal", stdin="0\n11\n-1001000\n21000\n", profile=tmp_path)
    assert done.stdout.decode().splitlines() == [
        "nol",
        "sebelas",
        "minus satu juta seribu",
        "dua puluh satu ribu",
    ]


def test_spoken_as_cardinal_refuses_what_is_no_integer_in_one_line(tmp_path: Path) -> None:
    done = newsdesk("spoken", "--as", "cardinal", stdin="12 ekor\n", profile=tmp_path)
    assert done.returncode == 2
    assert "12 ekor" in one_line(done.stderr)


def test_a_number_without_end_is_said_digit_by_digit(tmp_path: Path) -> None:
    done = newsdesk("spoken", "--as", "cardinal", stdin="-" + "7" * 5_000 + "\n", profile=tmp_path)
    assert done.stdout.decode().split() == ["minus"] + ["tujuh"] * 5_000


@pytest.mark.parametrize("line", ["1_000", "１２", "", "1.000"])
def test_only_bare_digits_are_an_integer(line: str, tmp_path: Path) -> None:
    done = newsdesk("spoken", "--as", "cardinal", stdin=line + "\n", profile=tmp_path)
    assert done.returncode == 2
    one_line(done.stderr)


def test_say_writes_sound_and_a_mark_for_every_word(tmp_path: Path) -> None:
    script = tmp_path / "naskah siang.txt"
    text = "Indeks naik menjadi 2.65.\nKata Kepala BPS, itu baik 🙂 sekali."
    script.write_text(text, encoding="utf-8")
    out, marks = tmp_path / "siang é.wav", tmp_path / "siang.json"
    done = newsdesk("say", script, "--out", out, "--marks", marks, profile=tmp_path / "p")
    assert done.returncode == 0, done.stderr.decode()
    with wave.open(str(out)) as sound:
        seconds = sound.getnframes() / sound.getframerate()
    rows = json.loads(marks.read_text(encoding="utf-8"))
    said = [row["spoken"] for row in rows]
    assert said == [
        "Indeks",
        "naik",
        "menjadi",
        "dua",
        "koma",
        "enam",
        "lima",
        "Kata",
        "Kepala",
        "be",
        "pe",
        "es",
        "itu",
        "baik",
        "sekali",
    ]
    assert {text[slice(*row["source"])] for row in rows if row["spoken"] == "koma"} == {"2.65"}
    assert next(row for row in rows if row["spoken"] == "sekali")["source"] == [
        text.index("sekali"),
        len(text) - 1,
    ]
    times = [row["at_ms"] for row in rows]
    assert times == sorted(times)
    assert times[-1] < seconds * 1000


def test_say_reads_standard_input_and_honours_the_rate(tmp_path: Path) -> None:
    lengths = []
    for rate in ("250", "500"):
        out = tmp_path / f"{rate}.wav"
        done = newsdesk(
            "say",
            "-",
            "--out",
            out,
            "--rate",
            rate,
            stdin="Kota Blitar meraih penghargaan hari ini",
            profile=tmp_path,
        )
        assert done.returncode == 0, done.stderr.decode()
        with wave.open(str(out)) as sound:
            lengths.append(sound.getnframes() / sound.getframerate())
    assert lengths[0] > 1.5 * lengths[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["say", "tidak-ada.txt", "--out", "x.wav"], "tidak-ada.txt"),
        (["say", "-", "--out", "x.wav", "--rate", "7"], "laju"),
        (["say", "-"], "--out"),
        (["say", "-", "--out", "/dev/null/x.wav"], "/dev/null"),
        (["say", "-", "--out", "x.wav", "--voice", "tidak-ada"], "tidak-ada"),
        (["terbang"], "terbang"),
        (["import", "tidak-ada.txt"], "tidak-ada.txt"),
    ],
)
def test_bad_input_is_one_line_and_exit_two(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = newsdesk(*arguments, stdin="halo dunia", profile=tmp_path / "p")
    assert done.returncode == 2
    assert said in one_line(done.stderr)
    assert not (tmp_path / "x.wav").exists()


def test_credits_answers_in_the_shape_of_the_gold_pairs(tmp_path: Path) -> None:
    text = 'BLITAR, Radio Anda - "Jalan itu dibuka besok," kata Kepala Dinas PUPR Kota Blitar, Sutono.'
    done = newsdesk("credits", stdin=json.dumps({"id": "a1", "text": text}) + "\n", profile=tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    row = json.loads(done.stdout)
    assert set(row) == {"id", "sources", "quotes", "dateline", "byline"}
    assert row["id"] == "a1"
    assert row["sources"] == [{"name": "Sutono", "role": "Kepala Dinas PUPR Kota Blitar"}]
    assert row["quotes"] == [{"text": "Jalan itu dibuka besok", "speaker": "Sutono"}]


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', "[" * 100_000])
def test_credits_names_the_line_that_is_not_a_record(line: str, tmp_path: Path) -> None:
    done = newsdesk(
        "credits", stdin=json.dumps({"id": 0, "text": "a"}) + "\n" + line + "\n", profile=tmp_path
    )
    assert done.returncode == 2
    assert "2" in one_line(done.stderr)


def test_import_makes_a_story_of_each_file_and_finds_them_again(tmp_path: Path) -> None:
    first, second = tmp_path / "satu.txt", tmp_path / "dua.txt"
    first.write_text(
        "Harga cabai rawit turun jelang akhir pekan\n\nPedagang Pasar Legi senang"
        " karena harga turun hingga Rp30 ribu per kilogram sejak Senin pagi.",
        encoding="utf-8",
    )
    second.write_bytes("﻿Hujan turun di Wlingi sejak pagi.".encode("utf-16"))
    profile = tmp_path / "profil"
    done = newsdesk("import", first, second, profile=profile)
    assert done.returncode == 0, done.stderr.decode()
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [row["file"] for row in rows] == [str(first), str(second)]
    assert rows[0]["headline"] == "Harga cabai rawit turun jelang akhir pekan"
    assert rows[0]["id"] < rows[1]["id"]


@pytest.mark.parametrize("command", [[], ["spoken"], ["say"], ["credits"], ["import"]])
def test_every_command_explains_itself(command: list[str], tmp_path: Path) -> None:
    done = newsdesk(*command, "--help", profile=tmp_path)
    assert done.returncode == 0
    assert b"--profile" in done.stdout


def test_the_commands_speak_the_language_of_the_profile(tmp_path: Path) -> None:
    settings.save(settings.Settings(language="en"), tmp_path / "settings.json")
    done = newsdesk("spoken", "--as", "cardinal", stdin="sepuluh\n", profile=tmp_path)
    assert one_line(done.stderr) == "sepuluh cannot be used: it is not a whole number."
    assert b"how each line of standard input is said" in newsdesk("--help", profile=tmp_path).stdout


def test_a_profile_that_cannot_be_made_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    story = tmp_path / "a.txt"
    story.write_text("Halo")
    done = newsdesk("import", story, profile=tmp_path / "berkas" / "profil")
    assert done.returncode == 2
    assert "berkas" in one_line(done.stderr)


def test_the_window_on_a_machine_without_a_display_points_to_the_commands(tmp_path: Path) -> None:
    done = newsdesk(profile=tmp_path)
    assert done.returncode == 2
    assert "spoken" in one_line(done.stderr)


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    command = f"yes 'naik 2.65' | {sys.executable} {ROOT / 'main.py'} spoken --profile {tmp_path} | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60, check=False)
    assert done.stdout == b"naik dua koma enam lima\n"
    assert done.stderr == b""


def test_check_prints_one_line_for_each_finding(tmp_path: Path) -> None:
    script = tmp_path / "naskah.txt"
    script.write_text("Selamat pagi.\nWarga kumpul di di alun-alun dilingkup kota.\n", encoding="utf-8")
    done = newsdesk("check", script, profile=tmp_path)

    assert done.returncode == 0
    assert [line.split("\t") for line in done.stdout.decode().splitlines()] == [
        ["2:14", "ejaan", "di di", "“di” tertulis dua kali: beri tanda hubung, atau hapus satu.", "di"],
        ["2:30", "ejaan", "dilingkup", "Kata depan ditulis terpisah: “di lingkup”.", "di lingkup"],
    ]
    assert done.stderr == b""


def test_check_shows_where_a_rule_of_law_stands(tmp_path: Path) -> None:
    done = newsdesk("check", "-", stdin="Polisi menyelidiki dugaan bunuh diri itu.", profile=tmp_path)

    assert done.returncode == 0
    assert "Standar Program Siaran 2012, Pasal 43 huruf h, diperiksa 21-11-2026" in done.stdout.decode()


def test_check_judges_days_by_the_day_of_the_bulletin(tmp_path: Path) -> None:
    days = ["--written", "2025-01-17", "--airs", "2025-01-18"]
    done = newsdesk("check", "-", *days, stdin="Rapat digelar besok.", profile=tmp_path)

    assert done.stdout.decode().split("\t")[4].split(" | ")[0] == "hari ini"


def test_check_goes_by_what_the_newsroom_has_settled(tmp_path: Path) -> None:
    newsroom = app.build_newsroom(Paths(tmp_path), "Redaksi")
    newsroom.checks.choose(lambda choice: replace(choice, without=frozenset({"run_on"})))
    newsroom.checks.add_word("menunjukan")
    newsroom.checks.add_pair("balaikota", "balai kota")
    newsroom.close()
    script = "Warga dilingkup balaikota menunjukan minat."
    done = newsdesk("check", "-", "--newsroom", "Redaksi", stdin=script, profile=tmp_path)

    assert [line.split("\t")[2] for line in done.stdout.decode().splitlines()] == ["balaikota"]


@pytest.mark.parametrize("arguments", [["/tidak/ada"], ["-", "--airs", "kemarin"], []])
def test_check_refuses_bad_input_in_one_line(tmp_path: Path, arguments: list[str]) -> None:
    done = newsdesk("check", *arguments, stdin="Rapat.", profile=tmp_path)

    assert done.returncode == 2
    assert done.stdout == b""
    one_line(done.stderr)


def test_check_asks_the_lexicon_and_the_register_of_a_newsroom(tmp_path: Path) -> None:
    script = tmp_path / "naskah.txt"
    script.write_text("Bupati Santoso mengatakan timnya mendukung Mahardhikawati.\n", encoding="utf-8")
    paths = Paths(tmp_path / "profile")
    paths.make()
    newsroom = app.build_newsroom(paths)
    try:
        newsroom.sources.add(Source("Santoso", "Wali Kota Blitar"))
    finally:
        newsroom.close()
    done = newsdesk("check", script, profile=tmp_path / "profile")

    assert done.returncode == 0
    assert [line.split("\t")[1:] for line in done.stdout.decode().splitlines()] == [
        [
            "narasumber",
            "Bupati",
            "Di daftar narasumber, Santoso tercatat sebagai Wali Kota Blitar.",
            "Wali Kota Blitar",
        ]
    ]


def _signed_in_newsroom(profile: Path) -> None:
    newsroom = app.build_newsroom(Paths(profile))
    newsroom.accounts.begin_with("Ipang", "ipang", "ombak laut selatan")
    newsroom.drafting.new(Script(slug="SATU", body="Isi."))
    newsroom.close()


def test_verify_audit_names_the_head_and_after_damage_the_first_broken_link(tmp_path: Path) -> None:
    none = newsdesk("verify", "audit", profile=tmp_path)
    assert (none.returncode, "belum ada" in one_line(none.stderr)) == (2, True)
    _signed_in_newsroom(tmp_path)
    whole = newsdesk("verify", "audit", profile=tmp_path)
    said = whole.stdout.decode()
    assert (whole.returncode, whole.stderr) == (0, b"")
    assert "Rantai utuh: 3 catatan." in said
    assert "mendeteksi, tidak mencegah" in said
    head = re.search(r"3:[0-9a-f]{12}", said)
    assert head is not None
    printed = f"{head[0][:10]} {head[0][10:]}"  # in groups, as on paper
    assert newsdesk("verify", "audit", "--head", printed, profile=tmp_path).returncode == 0
    other = newsdesk("verify", "audit", "--head", "3:000000000000", profile=tmp_path)
    assert (other.returncode, "nomor 3 tidak sama" in other.stdout.decode()) == (1, True)
    with closing(sqlite3.connect(tmp_path / "newsrooms" / "Redaksi.newsdesk")) as connection:
        connection.execute("DROP TRIGGER audit_no_update")
        connection.execute("UPDATE audit SET subject = 'LAIN' WHERE number = 3")
        connection.commit()
    broken = newsdesk("verify", "audit", profile=tmp_path)
    assert broken.returncode == 1
    assert "putus: catatan nomor 3, isinya diubah" in broken.stdout.decode()
    assert "Ipang, save, story LAIN" in broken.stdout.decode()


def test_recover_admin_gives_the_only_administrator_a_new_password(tmp_path: Path) -> None:
    _signed_in_newsroom(tmp_path)
    short = newsdesk("recover-admin", stdin="pendek\n", profile=tmp_path)
    assert (short.returncode, "paling sedikit 10" in short.stderr.decode()) == (2, True)
    done = newsdesk("recover-admin", stdin="angin bukit utara\n", profile=tmp_path)
    assert (done.returncode, done.stdout.decode()) == (
        0,
        "Selesai: ipang bisa masuk sebagai administrator.\n",
    )
    story = tmp_path / "a.txt"
    story.write_text("Hujan turun di Wlingi sejak pagi.")
    refused = newsdesk("import", story, profile=tmp_path)
    assert (refused.returncode, "Masuk dulu" in one_line(refused.stderr)) == (2, True)
    signed_in = ("import", story, "--login", "ipang")
    assert newsdesk(*signed_in, stdin="angin bukit utara\n", profile=tmp_path).returncode == 0
    newsroom = app.build_newsroom(Paths(tmp_path))
    assert newsroom.accounts.sign_in("ipang", "angin bukit utara").name == "Ipang"
    assert newsroom.audit.verify() is None
    newsroom.close()
