"""Two versions stand in rows: paragraphs that belong together, clips and notes in words."""

from newsdesk.domain.blocks import MARK, Clip, Note
from newsdesk.domain.comparing import PartKind
from newsdesk.domain.comparing_scripts import compare_scripts
from newsdesk.domain.story import Script
from newsdesk.ui.stories.versions_rows import differences, rows


def sides(old: Script, new: Script):
    """Return every row as its old and its new words."""
    return [
        ("".join(run.words for run in row.old), "".join(run.words for run in row.new))
        for row in rows(compare_scripts(old, new))
    ]


def test_a_paragraph_stands_beside_what_became_of_it():
    old, new = Script(body="Satu.\nDua dua.\nTiga."), Script(body="Satu.\nDua kali.\nBaru.\nTiga.")
    assert sides(old, new) == [("Satu.", "Satu."), ("Dua dua.", "Dua kali.\nBaru."), ("Tiga.", "Tiga.")]


def test_the_numbers_of_changes_count_particulars_first_and_what_replaces_with_what_is_gone():
    found = compare_scripts(
        Script(slug="A", body="Satu dua tiga."), Script(slug="B", body="Satu lima tiga empat.")
    )
    numbers = [
        [(run.words, run.change) for run in (*row.old, *row.new) if run.change >= 0] for row in rows(found)
    ]
    assert numbers == [[("A", 0), ("B", 0)], [("dua", 1), ("lima", 1), (" empat", 2)]]
    assert len(differences(found)) == 3


def test_clips_and_notes_are_told_in_words():
    clip = Clip("HANUNG", milliseconds=18_000, in_words="Kami", paraphrase="Hanung senang.")
    old = Script(body=f"Satu.\n{MARK}\n{MARK}", blocks=(clip, Note("pelan")))
    new = Script(body=f"Satu.\n{MARK}\n{MARK}", blocks=(clip, Note("cepat")))
    assert sides(old, new)[1:] == [
        ("Klip: HANUNG, 0:18, mulai “Kami”, bila gagal: Hanung senang.",) * 2,
        ("Catatan penyiar: pelan", "Catatan penyiar: cepat"),
    ]
    assert {run.kind for row in rows(compare_scripts(old, new)) for run in row.old} == {
        PartKind.SAME,
        PartKind.GONE,
    }


def test_of_a_very_long_script_only_what_changed_is_shown_with_its_neighbours():
    lines = [f"Paragraf {number}." for number in range(1000)]
    old = Script(body="\n".join(lines))
    lines[500] = "Paragraf lain."
    made = rows(compare_scripts(old, Script(body="\n".join(lines))))
    assert [row.left_out for row in made] == [498, 0, 0, 0, 0, 0, 497]
    assert [row.changed for row in made] == [False, False, False, True, False, False, False]
