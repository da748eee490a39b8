"""Every act is in the log with who and what, and whatever happens to the log is found; on both databases."""

from __future__ import annotations

import threading
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from newsdesk.domain.attribution import Contact, Source
from newsdesk.domain.audit import Broken, Deed, Fault, digest
from newsdesk.domain.house_style import HouseStyle
from newsdesk.domain.lexicon import HowSaid, Pronunciation
from newsdesk.domain.people import Role
from newsdesk.domain.story import Script, StoryStatus
from newsdesk.errors import BadInput, NotAllowed, PasswordTooShort, StaleStory, WrongPassword
from newsdesk.services.forgotten_password import ForgottenPassword
from tests.newsrooms import QUICK, Building, Desk

GOOD = "ombak laut selatan"
AIRTIME = datetime(2026, 11, 22, 5, tzinfo=UTC)


def acts(desk: Desk, since: int = 0) -> list[tuple[str, str, str]]:
    """Return what was logged after an entry, the oldest first: the act, the kind and the words."""
    entries = [entry for entry in reversed(desk.audit.entries()) if entry.number > since]
    return [(entry.act, entry.kind, entry.subject) for entry in entries]


def break_log(desk: Desk, statement: str) -> None:
    """Do to the log what only who rules the database can do: without its triggers."""
    with desk.storage.database.engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            names = connection.exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            ).scalars()
            for name in [name for name in names if name.startswith("audit")]:
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        else:
            connection.exec_driver_sql("ALTER TABLE audit DISABLE TRIGGER USER")
            connection.exec_driver_sql("ALTER TABLE audit_head DISABLE TRIGGER USER")
        connection.execute(sa.text(statement))


def several(desk: Desk, count: int = 5) -> None:
    """Log some acts, each in a transaction of its own."""
    me = desk.people.me()
    for number in range(1, count + 1):
        with desk.storage.write() as work:
            work.audit.record(Deed.SAVE, me, "story", number, f"SLUG-{number}", {"a": "1"}, {"a": "2"})


# ---------------------------------------------------------------- what is logged


def test_what_is_done_to_a_story_is_logged_with_who_and_what_before_and_after(desk: Desk) -> None:
    story = desk.drafting.begin()
    desk.drafting.keep(story.id, story.version, Script(slug="UPACARA", body="Pemkot."))
    assert desk.audit.entries() == []  # what is typed is no act
    saved = desk.drafting.save(story.id, story.version, Script(slug="UPACARA", body="Pemkot upacara."))
    desk.drafting.save(story.id, saved.version, saved.script)
    sent = desk.handing_in.submit(story.id, saved.version, saved.script, "Mohon cepat.")
    back = desk.handing_in.send_back(story.id, sent.version, "Siapa yang hadir?")
    planned = desk.drafting.set_airtime(story.id, back.version, AIRTIME)
    kota = desk.desks.add("Kota")
    desk.drafting.set_desk(story.id, planned.version, kota.id)
    desk.checks.let(story.id, ["ejaan:1"], "Nama orang.")
    desk.putting_away.spike([story.id])
    desk.putting_away.restore([story.id])
    desk.putting_away.trash([story.id])
    desk.putting_away.restore([story.id])
    assert [act for act, kind, _subject in acts(desk) if kind == "story"] == [
        "save", "submit", "return", "plan", "desk", "let-be", "spike", "unspike", "trash", "untrash",
    ]  # fmt: skip
    entries = list(reversed(desk.audit.entries(kind="story", subject_id=story.id)))
    me = desk.people.me()
    assert {(entry.person_id, entry.person) for entry in entries} == {(me.id, me.name)}
    assert entries[0].before == {"status": "draft", "revision": "0"}
    assert entries[0].after == {"status": "draft", "revision": "1", "body": digest("Pemkot upacara.")}
    assert (entries[1].after["status"], entries[1].after["reason"]) == ("waiting", "Mohon cepat.")
    assert (entries[2].before["status"], entries[2].after["status"]) == ("waiting", "draft")
    assert entries[3].after == {"airtime": "2026-11-22T05:00:00.000000+00:00"}
    assert desk.audit.verify() is None
    assert desk.audit.entries(2)[0].number == len(acts(desk))
    assert [entry.number for entry in desk.audit.entries(2, below=4)] == [3, 2]


def test_a_story_taken_over_is_logged_and_so_is_the_text_it_was_taken_with(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    story = ipang.drafting.new(Script(slug="SATU", body="Isi."))
    ipang.locks.take(story.id)
    ipang.drafting.keep(story.id, story.version, Script(slug="SATU", body="Isi lagi."))
    dewi.locks.take_over(story.id)
    kept, taken = ipang.audit.entries(2)[::-1]
    assert (kept.act, kept.person, kept.after["reason"]) == ("keep-taken-over", "Ipang Harwoko", "Dewi")
    assert (taken.act, taken.person) == ("take-over", "Dewi")
    assert (taken.before, taken.after) == ({"holder": "Ipang Harwoko"}, {"holder": "Dewi"})


def test_what_is_done_to_registers_and_settings_is_logged_and_contacts_are_not(desk: Desk) -> None:
    source = desk.sources.add(Source("Santoso", "Wali Kota", contacts=(Contact("0812-3456"),)))
    other = desk.sources.add(Source("Santosa", "Wali Kota"))
    desk.sources.update(replace(source, on_record=False))
    desk.sources.tell_apart(source.id, other.id)
    form = desk.lexicon.add(Pronunciation("ASN", "a es en", HowSaid.LETTERS))
    changed = desk.lexicon.update(replace(form, spoken="a-es-en"))
    desk.lexicon.remove(changed)
    desk.drafting.new(Script(slug="SATU", body="Isi.", tags=("kota", "kotta")))
    kota, kotta = desk.tags.list()
    desk.tags.merge(kota, kotta)
    desk.desks.add("kota")
    desk.desks.rename(desk.desks.list()[0], "Kota")
    desk.station.set_pattern("{penulis}, Mahardhika FM.")
    desk.style.set(HouseStyle(relative_dates=True))
    desk.checks.add_word("Blitar")
    desk.checks.add_pair("apotik", "apotek")
    rule = next(rule for rule in desk.checks.rules() if rule.id == "suicide")
    desk.checks.edit_rule(rule._replace(off=True))
    desk.checks.choose(lambda choice: replace(choice, most_figures=7))
    desk.checks.choose(lambda choice: choice)
    desk.people.rename(desk.people.me(), "Ipang H.")
    desk.people.set_rate(desk.people.me(), 360)
    desk.people.set_rate(desk.people.me(), 360)
    assert acts(desk) == [
        ("add", "source", "Santoso"),
        ("add", "source", "Santosa"),
        ("change", "source", "Santoso"),
        ("tell-apart", "source", ""),
        ("add", "pronunciation", "ASN"),
        ("change", "pronunciation", "ASN"),
        ("remove", "pronunciation", "ASN"),
        ("save", "story", "SATU"),
        ("merge", "tag", "kota"),
        ("add", "desk", "kota"),
        ("change", "desk", "Kota"),
        ("change", "station", ""),
        ("change", "house-style", ""),
        ("add", "word", "Blitar"),
        ("add", "pair", "apotik"),
        ("change", "law", "suicide"),
        ("change", "checks", ""),
        ("change", "person", "Ipang H."),
        ("change", "person", "Ipang H."),
    ]
    assert "0812-3456" not in str(desk.audit.entries())
    changes = {(entry.kind, *entry.before.items(), *entry.after.items()) for entry in desk.audit.entries()}
    assert ("source", ("on_record", "yes"), ("on_record", "no")) in changes
    assert ("pronunciation", ("spoken", "a es en"), ("spoken", "a-es-en")) in changes
    assert ("law", ("off", "no"), ("off", "yes")) in changes


def test_what_was_undone_or_failed_is_not_logged(desk: Desk) -> None:
    story = desk.drafting.new(Script(slug="SATU", body="Isi."))
    desk.drafting.save(story.id, story.version, Script(slug="SATU", body="Isi dua."))
    with pytest.raises(StaleStory):
        desk.drafting.save(story.id, story.version, Script(slug="SATU", body="Isi tiga."))

    class Stop(Exception):
        pass

    me = desk.people.me()
    with pytest.raises(Stop), desk.storage.write() as work:
        work.audit.record(Deed.SAVE, me, "story", 1, "TIDAK JADI")
        raise Stop
    assert acts(desk) == [("save", "story", "SATU")] * 2
    assert desk.audit.verify() is None


@pytest.mark.logs_warnings
def test_a_part_that_was_undone_alone_is_not_logged(desk: Desk) -> None:
    me = desk.people.me()
    with desk.storage.write() as work:
        work.audit.record(Deed.SAVE, me, "story", 1, "SATU")
        with work.by_the_way("trying"):
            work.audit.record(Deed.SAVE, me, "story", 1, "DUA")
            raise ValueError
    assert acts(desk) == [("save", "story", "SATU")]


def test_desks_that_act_at_once_make_one_chain(postgres_address: str, tmp_path: Path) -> None:
    # On a server: a file has one writer at a time as it is.
    building = Building(postgres_address, tmp_path / "profile")
    desks = [building.desk(login, login.title()) for login in ("ipang", "dewi", "rani")]
    stories = [desk.drafting.new(Script(slug=desk.people.me().name, body="Isi.")) for desk in desks]
    failures: list[BaseException] = []

    def work(desk: Desk, story_id: int, version: int) -> None:
        try:
            for number in range(8):
                version = desk.drafting.save(story_id, version, Script(body=f"Isi {number}.")).version
                desk.sources.add(Source(f"{desk.people.me().name} {number}"))
        except BaseException as failure:  # noqa: BLE001 - told by the test itself
            failures.append(failure)

    threads = [
        threading.Thread(target=work, args=(desk, story.id, story.version))
        for desk, story in zip(desks, stories, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    verdict = desks[0].audit.look_through()
    assert (verdict.broken, verdict.entries, verdict.set_back) == (None, 3 + 3 * 16, ())
    building.close()


# ---------------------------------------------------------------- who may


def test_who_may_not_is_refused_and_what_they_typed_is_kept(building: Building) -> None:
    office = building.desk()
    office.accounts.begin_with("Ipang", "ipang", GOOD)
    story = office.drafting.new(Script(slug="SATU", body="Isi."))
    office.accounts.add("Dewi", "dewi", GOOD[::-1], [Role.ANNOUNCER])
    office.accounts.add("Rani", "rani", GOOD[::-1], [Role.REPORTER])
    dewi, rani = building.desk("lab"), building.desk("lab")
    dewi.accounts.sign_in("dewi", GOOD[::-1])
    rani.accounts.sign_in("rani", GOOD[::-1])
    since = office.audit.head().number
    typed = Script(slug="SATU", body="Isi oleh penyiar.")
    for refused in (
        lambda: dewi.drafting.save(story.id, story.version, typed),
        lambda: dewi.drafting.new(typed),
        lambda: dewi.locks.take_over(story.id),
        lambda: dewi.sources.add(Source("Santoso")),
        lambda: dewi.checks.let(story.id, ["a"], "karena"),
        lambda: rani.handing_in.send_back(story.id, story.version, "Kurang."),
        lambda: rani.putting_away.spike([story.id]),
        lambda: rani.putting_away.trash([story.id]),
        lambda: rani.station.set_pattern("{penulis}."),
        lambda: rani.style.set(HouseStyle(relative_dates=True)),
        lambda: rani.desks.add("Kota"),
        lambda: rani.checks.add_pair("apotik", "apotek"),
        lambda: rani.checks.put_back_rule("suicide"),
    ):
        with pytest.raises(NotAllowed):
            refused()
    assert acts(office, since) == []
    assert dewi.drafting.open(story.id).script == typed  # from this computer: the words are not lost
    own = rani.drafting.new(Script(slug="DUA", body="Isi."))
    assert rani.putting_away.trash([own.id, own.id]) == [own.id]
    assert rani.putting_away.restore([own.id]) == [own.id]
    assert rani.putting_away.spike([own.id]) == [own.id]
    assert rani.putting_away.restore([own.id]) == [own.id]
    assert rani.drafting.open(own.id).status is StoryStatus.DRAFT
    dewi.lexicon.add(Pronunciation("ASN", "a es en", HowSaid.LETTERS))
    assert office.audit.verify() is None


# ---------------------------------------------------------------- what happens to the log


def test_the_database_refuses_to_change_what_was_logged(desk: Desk) -> None:
    several(desk)
    for statement in (
        "UPDATE audit SET subject = 'LAIN'",
        "DELETE FROM audit",
        "DELETE FROM audit_head",
        "UPDATE audit_head SET number = 3",
    ):
        with (
            pytest.raises(DBAPIError, match="written for good"),
            desk.storage.database.engine.begin() as connection,
        ):
            connection.exec_driver_sql(statement)
    assert desk.audit.verify() is None


DAMAGE = {
    "UPDATE audit SET subject = 'LAIN' WHERE number = 3": (3, Fault.CHANGED),
    "UPDATE audit SET person_id = 1 WHERE number = 1": (1, Fault.CHANGED),
    "UPDATE audit SET previous = hash WHERE number = 4": (4, Fault.CHANGED),
    "UPDATE audit SET hash = previous WHERE number = 5": (5, Fault.CHANGED),
    "UPDATE audit SET number = 9 WHERE number = 5": (5, Fault.MISSING),
    "UPDATE audit SET at = 'kemarin' WHERE number = 2": (2, Fault.UNREADABLE),
    "UPDATE audit SET after = '[1' WHERE number = 2": (2, Fault.UNREADABLE),
    "UPDATE audit SET after = '{ }' WHERE number = 2": (2, Fault.UNREADABLE),
    "UPDATE audit SET after = '[]' WHERE number = 2": (2, Fault.UNREADABLE),
    "DELETE FROM audit WHERE number = 2": (2, Fault.MISSING),
    "DELETE FROM audit WHERE number > 3": (4, Fault.MISSING),
    "DELETE FROM audit": (1, Fault.MISSING),
    "DELETE FROM audit_head": (5, Fault.HEAD),
    "UPDATE audit_head SET number = 4": (5, Fault.HEAD),
    "UPDATE audit_head SET hash = 'lain'": (5, Fault.HEAD),
}


def test_damage_is_found_the_first_broken_link_named_and_work_goes_on(desk: Desk) -> None:
    several(desk)
    for table in ("audit", "audit_head"):
        break_log(desk, f"CREATE TABLE kept_{table} AS SELECT * FROM {table}")
    for statement, broken in DAMAGE.items():
        break_log(desk, statement)
        found = desk.audit.verify()
        assert found is not None, statement
        assert (found.number, found.fault) == broken, statement
        desk.drafting.new(Script(slug="SATU", body="Tidak ada yang menunggu catatan yang rusak."))
        assert desk.audit.entries(1)[0].subject == "SATU"
        if broken[1] is not Fault.HEAD:
            again = desk.audit.verify()
            assert again is not None, statement
            assert (again.number, again.fault) == broken, statement
        for table in ("audit", "audit_head"):
            break_log(desk, f"DELETE FROM {table}")
            break_log(desk, f"INSERT INTO {table} SELECT * FROM kept_{table}")
        assert desk.audit.verify() is None


def test_text_that_is_no_text_is_found_in_the_entry_it_stands_in(tmp_path: Path) -> None:
    with closing(Building("Redaksi", tmp_path / "profile")) as building:
        desk = building.desk()
        several(desk, 25)
        break_log(desk, "UPDATE audit SET subject = CAST(x'ff' AS TEXT) WHERE number = 17")
        assert desk.audit.verify() == Broken(17, Fault.UNREADABLE)
        break_log(desk, "UPDATE audit SET person = x'00ff' WHERE number = 3")
        assert desk.audit.verify() == Broken(3, Fault.UNREADABLE)


def test_a_clock_that_was_set_back_is_remarked_and_breaks_nothing(desk: Desk) -> None:
    me, at = desk.people.me(), datetime(2026, 11, 22, 5, tzinfo=UTC)
    for hours in (0, 1, -24, 2):
        with desk.storage.write() as work:
            work.audit.record(Deed.SAVE, me, "story", 1, "SATU", at=at + timedelta(hours=hours))
    verdict = desk.audit.look_through()
    assert verdict.broken is None
    assert [entry.number for entry in verdict.set_back] == [3]


def test_a_head_on_paper_shows_a_log_that_was_made_anew(desk: Desk) -> None:
    several(desk)
    printed = desk.audit.head()
    assert printed.number == 5
    several(desk, 1)
    assert desk.audit.stands(printed.number, printed.hash[:12].upper())
    assert not desk.audit.stands(printed.number, "0" * 12)
    assert not desk.audit.stands(99, printed.hash)
    assert not desk.audit.stands(printed.number, "")


# ---------------------------------------------------------------- a forgotten password


def test_a_forgotten_password_is_given_anew_at_the_file_and_logged(tmp_path: Path) -> None:
    with closing(Building("Redaksi", tmp_path / "profile")) as building:
        desk = building.desk()
        recovery = ForgottenPassword(desk.storage, passwords=QUICK)
        with pytest.raises(BadInput):
            recovery.whose()
        desk.accounts.begin_with("Ipang", "ipang", GOOD)
        with pytest.raises(PasswordTooShort):
            recovery.give(recovery.whose(), "pendek", "root")
        for _ in range(2):
            with pytest.raises(WrongPassword):
                desk.accounts.sign_in("ipang", "salah sekali")
        recovery.give(recovery.whose(), "angin bukit utara", "root")
        assert desk.accounts.sign_in("ipang", "angin bukit utara").name == "Ipang"
        recovered = next(entry for entry in desk.audit.entries() if entry.act == "recover")
        assert (recovered.person, recovered.subject) == ("root", "Ipang")
        dewi = desk.accounts.add("Dewi", "dewi", GOOD, [Role.ADMINISTRATOR])
        desk.accounts.change(dewi.id, active=False, roles=[])
        assert recovery.whose().login == "ipang"
        with pytest.raises(BadInput, match="siapa"):
            recovery.whose("siapa")
        given = recovery.give(recovery.whose("DEWI"), GOOD, "root")
        assert (given.active, given.roles) == (True, {Role.ADMINISTRATOR})
        with pytest.raises(BadInput, match="dewi, ipang"):
            recovery.whose()


def test_a_newsroom_at_a_server_is_not_opened_from_the_side(postgres_address: str, tmp_path: Path) -> None:
    with closing(Building(postgres_address, tmp_path / "profile")) as building:
        desk = building.desk()
        desk.accounts.begin_with("Ipang", "ipang", GOOD)
        with pytest.raises(BadInput):
            ForgottenPassword(desk.storage).whose("ipang")
