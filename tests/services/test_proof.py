"""The proof of a bulletin holds on any computer, and whatever is changed in it is named."""

from __future__ import annotations

import contextlib
import hashlib
import json
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from newsdesk.domain.air_bulletin import AirChangeKind
from newsdesk.domain.as_run import ClipAct
from newsdesk.domain.audit import Deed
from newsdesk.domain.blocks import MARK, Clip
from newsdesk.errors import BadInput, CannotSave, NoSuchReading
from newsdesk.services.proof_check import ProofFault, check_proof
from tests.newsrooms import Desk
from tests.services.air_desk import BODIES, AirDesk

ROOT = Path(__file__).parents[2]


@pytest.fixture
def air(tmp_path: Path) -> Iterator[AirDesk]:
    desk = Desk("Redaksi", tmp_path / "profile")
    made = AirDesk(desk)
    yield made
    made.on_air.close()
    desk.close()


@pytest.fixture
def proof(air: AirDesk, tmp_path: Path) -> Path:
    clip = Clip("HANUNG", milliseconds=5000, paraphrase="Hanung bersyukur atas 3 hal.")
    stories = [
        air.approved(BODIES[0], "UPACARA"),
        air.approved(f"BPS <mencatat> inflasi.\n{MARK}", "INFLASI", blocks=(clip,)),
        air.approved(BODIES[2], "BANTUAN"),
    ]
    bulletin = air.bulletin(stories, ready=False)
    version = air.desk.bulletins.open(bulletin).bulletin.version
    air.desk.bulletins.make_ready(bulletin, version, "Klip menyusul")
    held = air.on_air.take(bulletin)
    session = air.on_air.begin(held, practice=False)
    first, second, third = (item.item_id for item in held.items)
    air.read(session, first, 20)
    session.clip(second, "HANUNG", ClipAct.FAILED, session.moment())
    session.started(second, session.moment())
    session.paraphrased(second, "HANUNG", "Hanung bersyukur atas tiga hal.", session.moment())
    session.ended(second, session.moment())
    air.change(stories[2], "Bantuan sudah tiba.")
    (news,) = air.on_air.changes(session.air).changes
    assert news.kind is AirChangeKind.WORDS
    session.loaded(news, session.moment())
    air.read(session, third, 20)
    session.finish(session.moment())
    air.on_air.leave(session)
    air.on_air.drain()
    path = tmp_path / "bukti.zip"
    air.as_run.export(bulletin, path)
    return path


def test_a_proof_holds_elsewhere_and_reads_as_what_went_out(
    proof: Path, air: AirDesk, tmp_path: Path
) -> None:
    ran = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "verify", "proof", str(proof)],
        capture_output=True,
        check=False,
        cwd=tmp_path,
    )
    said = ran.stdout.decode()
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "Bukti siaran utuh: " in said
    report = check_proof(proof)
    assert (report.faults, report.readings, report.items, report.unsealed) == ((), 1, 3, 0)
    assert f"{report.head.number}:{report.head.hash}" in said
    with zipfile.ZipFile(proof) as archive:
        page = archive.read("log-siar.html").decode()
        (log,) = json.loads(archive.read("as-run.json"))
    for words in ("upacara tujuh belas", "Hanung bersyukur atas tiga hal.", "Bantuan sudah tiba."):
        assert words in page
    assert "BPS &lt;mencatat&gt; inflasi." in page
    assert "memuat perubahan dari Ipang Harwoko" in page
    # What was read is what was approved, by its digest; what was changed on air says who approved it.
    for line in log["items"]:
        assert line["approved_by"] == "Ipang Harwoko"
    entry = air.desk.audit.entries(1)[0]
    assert entry.act == Deed.EXPORT_PROOF
    # The newsroom knows the very file that it wrote.
    assert report.seal == hashlib.sha256(proof.read_bytes()).hexdigest() == entry.after["file"]
    assert report.seal in said


def _rewrite(path: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)


def _journal(files: dict[str, bytes]) -> str:
    return next(name for name in files if name.endswith(".journal"))


def _sealed_anew(files: dict[str, bytes]) -> None:
    """Do what somebody would who knows of the manifest."""
    manifest = json.loads(files["manifest.json"])
    manifest["files"] = {
        name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != "manifest.json"
    }
    files["manifest.json"] = json.dumps(manifest).encode()


def test_whatever_is_altered_is_named(proof: Path) -> None:
    whole = proof.read_bytes()
    with zipfile.ZipFile(proof, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("log-siar.html", archive.read("log-siar.html"))
    assert [(one.fault, one.where) for one in check_proof(proof).faults] == [
        (ProofFault.STRANGE, "log-siar.html")
    ]

    def swap_words(files: dict[str, bytes]) -> None:
        name = _journal(files)
        files[name] = files[name].replace(b"upacara", b"pesta!!")

    def drop_last_line(files: dict[str, bytes]) -> None:
        name = _journal(files)
        files[name] = b"".join(files[name].splitlines(keepends=True)[:-1])
        _sealed_anew(files)

    def swap_in_log(files: dict[str, bytes]) -> None:
        files["as-run.json"] = files["as-run.json"].replace(b"INFLASI", b"DEFLASI")
        _sealed_anew(files)

    def swap_in_audit(files: dict[str, bytes]) -> None:
        files["audit.json"] = files["audit.json"].replace(b"Ipang Harwoko", b"Orang Lain")
        _sealed_anew(files)

    def drop_an_approval(files: dict[str, bytes]) -> None:
        audit = json.loads(files["audit.json"])
        audit["entries"] = [one for one in audit["entries"] if one["act"] != "approve-own"]
        files["audit.json"] = json.dumps(audit).encode()
        _sealed_anew(files)

    def swap_on_page(files: dict[str, bytes]) -> None:
        files["log-siar.html"] = files["log-siar.html"].replace(b"sudah tiba", b"batal tiba")
        _sealed_anew(files)

    def add_to_page(files: dict[str, bytes]) -> None:
        files["log-siar.html"] = files["log-siar.html"].replace(b"</body>", b"<p>Juga ini.</p></body>")
        _sealed_anew(files)

    def put_in(files: dict[str, bytes]) -> None:
        files["tambahan.txt"] = b"x"

    def leave_out(files: dict[str, bytes]) -> None:
        del files["audit.json"]

    for change, fault in (
        (swap_words, ProofFault.LINE),
        (drop_last_line, ProofFault.SEAL),
        (swap_in_log, ProofFault.LOG),
        (swap_in_audit, ProofFault.ENTRY),
        (drop_an_approval, ProofFault.TEXT),
        (swap_on_page, ProofFault.LOG),
        (add_to_page, ProofFault.LOG),
        (put_in, ProofFault.STRANGE),
        (leave_out, ProofFault.MISSING),
    ):
        proof.write_bytes(whole)
        _rewrite(proof, change)
        assert fault in {found.fault for found in check_proof(proof).faults}, change.__name__


def test_no_damage_whatever_brings_the_look_down(proof: Path) -> None:
    whole, dice = proof.read_bytes(), random.Random(6)
    for _ in range(60):
        data = bytearray(whole)
        data[dice.randrange(len(data))] ^= dice.randrange(1, 256)
        proof.write_bytes(data)
        with contextlib.suppress(BadInput):
            check_proof(proof)
    for bad in (b"Infinity", b"[]", b'"x"', b"null", b'"\\ud800"'):
        for field in (b"number", b"after", b"person", b"data", b"ms"):
            proof.write_bytes(whole)
            _rewrite(proof, partial(_put_everywhere, field=field, bad=bad))
            assert check_proof(proof).faults, (field, bad)


def _put_everywhere(files: dict[str, bytes], field: bytes, bad: bytes) -> None:
    """Put something strange in the place of a field of the log's entries, or of the last sealed line."""
    audit, journal = json.loads(files["audit.json"]), _journal(files)
    for entry in audit["entries"]:
        entry[field.decode()] = json.loads(bad)
    *rows, last = files[journal].splitlines()
    line = json.loads(last) | {field.decode(): json.loads(bad)}
    files["audit.json"] = json.dumps(audit).encode()
    files[journal] = b"\n".join([*rows, json.dumps(line).encode(), b""])
    _sealed_anew(files)


def _without_manifest(files: dict[str, bytes]) -> None:
    del files["manifest.json"]


def test_what_is_no_proof_is_refused_in_a_sentence(proof: Path, tmp_path: Path) -> None:
    for name, data in (("kosong.zip", b""), ("teks.zip", b"bukan"), ("robek.zip", proof.read_bytes()[:-900])):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(BadInput):
            check_proof(tmp_path / name)
    with pytest.raises(BadInput):
        check_proof(tmp_path / "tidak-ada.zip")
    _rewrite(proof, _without_manifest)
    with pytest.raises(BadInput):
        check_proof(proof)


def test_a_file_made_to_take_for_ever_is_looked_at_like_any_other(proof: Path, tmp_path: Path) -> None:
    """Hundreds of megabytes, a device without an end, and a page of which each sign is looked through."""
    with (tmp_path / "lubang.zip").open("wb") as file:
        file.truncate(10**12)
    for endless in (tmp_path / "lubang.zip", Path("/dev/zero")):
        with pytest.raises(BadInput):
            check_proof(endless)

    def swollen(files: dict[str, bytes]) -> None:
        files["log-siar.html"] += b"<p>" * 3_000_000
        _sealed_anew(files)

    _rewrite(proof, swollen)
    assert not check_proof(proof).faults  # it says what the lines say


def test_of_a_bulletin_that_nobody_read_there_is_no_proof(air: AirDesk, tmp_path: Path) -> None:
    bulletin = air.bulletin([air.approved(BODIES[0])])
    with pytest.raises(NoSuchReading):
        air.as_run.export(bulletin, tmp_path / "bukti.zip")
    air.read_all(air.on_air.take(bulletin))
    air.on_air.drain()
    before = air.desk.audit.head()
    with pytest.raises(CannotSave):
        air.as_run.export(bulletin, tmp_path / "tidak-ada" / "bukti.zip")
    assert air.desk.audit.head() == before
