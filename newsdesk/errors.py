"""Expected failures: each is typed, carries data and never a sentence for the screen.

The sentence with its way out is made in one place, ``newsdesk/ui/wording.py`` (for the window) and
``newsdesk/cli.py`` (for the shell, which uses the same wording). Anything that is not a
:class:`NewsdeskError` is unexpected and reaches the crash dialog.
"""

from __future__ import annotations

from enum import StrEnum


class NewsdeskError(Exception):
    """An expected failure that a person can do something about."""


# ---------------------------------------------------------------- profile and settings


class ProfileUnusable(NewsdeskError):
    """The profile folder cannot be made or written."""

    def __init__(self, folder: str, reason: str) -> None:
        super().__init__(f"profile folder {folder}: {reason}")
        self.folder = folder
        self.reason = reason


class BadInput(NewsdeskError):
    """A file or argument given by a person cannot be used; ``what`` names it, ``reason`` says why."""

    def __init__(self, what: str, reason: str) -> None:
        super().__init__(f"{what}: {reason}")
        self.what = what
        self.reason = reason


# ---------------------------------------------------------------- database


class StorageError(NewsdeskError):
    """The newsroom's database cannot do what was asked; ``where`` names it."""

    def __init__(self, where: str, reason: str = "") -> None:
        super().__init__(f"{where}: {reason}" if reason else where)
        self.where = where
        self.reason = reason


class NotOurDatabase(StorageError):
    """The file is a database, but not a Newsdesk newsroom (application_id differs)."""


class DatabaseTooNew(StorageError):
    """The newsroom was written by a newer Newsdesk."""


class DatabaseReadOnly(StorageError):
    """The newsroom can be read but not written."""


class DatabaseDamaged(StorageError):
    """The newsroom's file is not readable as a database, or fails its integrity check."""


class DatabaseUnreachable(StorageError):
    """The database server, or the file, cannot be reached or stays locked."""


class DiskFull(StorageError):
    """There is no room left on the disk."""


class StaleStory(NewsdeskError):
    """The story was saved by someone else since it was opened; both texts are kept."""

    def __init__(self, story_id: int, ours: int, theirs: int) -> None:
        super().__init__(f"story {story_id}: version {ours} is stale, newest is {theirs}")
        self.story_id = story_id
        self.ours = ours
        self.theirs = theirs


class StoryLocked(NewsdeskError):
    """Somebody else is writing in the story; ``person`` is that person's name."""

    def __init__(self, story_id: int, person: str) -> None:
        super().__init__(f"story {story_id} is being written by somebody else")
        self.story_id = story_id
        self.person = person


class WrongStatus(NewsdeskError):
    """The story stands where this cannot be done with it; ``status`` is a StoryStatus's value."""

    def __init__(self, story_id: int, status: str, *, trashed: bool = False) -> None:
        super().__init__(f"story {story_id} is {'in the trash' if trashed else status}")
        self.story_id = story_id
        self.status = status
        self.trashed = trashed


class NothingWritten(NewsdeskError):
    """The story has no word yet, and so nothing that could be handed in."""

    def __init__(self, story_id: int) -> None:
        super().__init__(f"story {story_id}")
        self.story_id = story_id


class NoteMissing(NewsdeskError):
    """A story is sent back to its writer without a word why."""

    def __init__(self, story_id: int) -> None:
        super().__init__(f"story {story_id}")
        self.story_id = story_id


class NoSuchStory(NewsdeskError):
    """No story has this number."""

    def __init__(self, story_id: int) -> None:
        super().__init__(f"story {story_id}")
        self.story_id = story_id


class StaleEntry(NewsdeskError):
    """A source, a pronunciation or a person was changed or removed by someone else since it was read."""

    def __init__(self, entry_id: int) -> None:
        super().__init__(f"entry {entry_id}")
        self.entry_id = entry_id


class NameTaken(NewsdeskError):
    """Another tag or desk has this name already, or stands under it for another."""

    def __init__(self, name: str) -> None:
        super().__init__(f"name {name}")
        self.name = name


class NoName(NewsdeskError):
    """A tag or a desk was to get a name without a letter."""


class BadSignOff(NewsdeskError):
    """The pattern of the sign-off cannot be used; ``field`` is what stands in its braces wrongly, "" none."""

    def __init__(self, pattern: str, field: str) -> None:
        super().__init__(f"{pattern}: {field}")
        self.pattern = pattern
        self.field = field


class FormExists(NewsdeskError):
    """The lexicon has this form already, with the same case and the same conditions."""

    def __init__(self, form: str) -> None:
        super().__init__(f"form {form}")
        self.form = form


# ---------------------------------------------------------------- speech and sound


class SpeechError(NewsdeskError):
    """A voice cannot speak."""


class VoiceMissing(SpeechError):
    """The chosen engine or voice is not on this computer."""

    def __init__(self, engine: str, voice: str) -> None:
        super().__init__(f"{engine}: {voice}")
        self.engine = engine
        self.voice = voice


class SpeechFailed(SpeechError):
    """The speech worker died, hung or answered with an error; ``words`` are the engine's own."""

    def __init__(self, engine: str, words: str) -> None:
        super().__init__(f"{engine}: {words}")
        self.engine = engine
        self.words = words


class NothingToSay(SpeechError):
    """There is no word in the text that a voice could say."""


class NothingToSayHere(NothingToSay):
    """The part of the script that was asked for has no word that a voice could say; another part has."""


class VoiceFault(StrEnum):
    """Why a voice's files are refused."""

    UNREADABLE = "unreadable"
    EMPTY = "empty"
    TOO_BIG = "too-big"
    NOT_A_VOICE = "not-a-voice"
    NO_SETTINGS = "no-settings"
    WRONG_SETTINGS = "wrong-settings"
    DOES_NOT_SPEAK = "does-not-speak"


class VoiceRefused(SpeechError):
    """A voice's file cannot be added; ``detail`` are the words of the system or the engine, "" for none."""

    def __init__(self, path: str, fault: VoiceFault, detail: str = "") -> None:
        super().__init__(f"{path}: {fault}: {detail}")
        self.path = path
        self.fault = fault
        self.detail = detail


class NoSoundCard(SpeechError):
    """This computer has no sound output; saving to a file still works."""


class CannotSave(NewsdeskError):
    """A file could not be written; nothing half-written is left behind."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class ClipError(NewsdeskError):
    """A clip's sound file cannot be used; ``path`` is the file."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class ClipGone(ClipError):
    """The file is not where it was."""


class ClipUnreadable(ClipError):
    """The system does not let the file be read."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path)
        self.reason = reason


class ClipNotSound(ClipError):
    """What is in the file is no sound, or it holds none."""


class ClipNotPlayable(ClipError):
    """The file is sound in a format that this program cannot decode."""


class NeedsEditor(NewsdeskError):
    """A file for playout was asked for, but no editor answers for it; ``title`` is the cut's."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.title = title


class BadPattern(NewsdeskError):
    """The pattern for file names holds ``field``, which there is not."""

    def __init__(self, pattern: str, field: str) -> None:
        super().__init__(f"{pattern}: {field}")
        self.pattern = pattern
        self.field = field


class NoReason(NewsdeskError):
    """A finding of a story was to be let be without a reason."""

    def __init__(self, story_id: int) -> None:
        super().__init__(str(story_id))
        self.story_id = story_id


# ---------------------------------------------------------------- people


class AccountError(NewsdeskError):
    """Something about who works here cannot be done."""


class NotAllowed(AccountError):
    """The person at this desk has no role that allows it; ``act`` is an Act's value."""

    def __init__(self, act: str) -> None:
        super().__init__(act)
        self.act = act


class NotSignedIn(AccountError):
    """The newsroom asks who works here, and nobody has signed in."""


class WrongPassword(AccountError):
    """Nobody signs in with this login and this password; the next try is taken in ``wait`` seconds."""

    def __init__(self, wait: int = 0) -> None:
        super().__init__(f"wait {wait} s")
        self.wait = wait


class TooSoon(AccountError):
    """After too many wrong passwords the next is not even looked at for ``wait`` more seconds."""

    def __init__(self, wait: int) -> None:
        super().__init__(f"wait {wait} s")
        self.wait = wait


class PasswordTooShort(AccountError):
    """A new password has fewer than ``least`` characters."""

    def __init__(self, least: int) -> None:
        super().__init__(f"at least {least}")
        self.least = least


class PasswordTooPlain(AccountError):
    """A new password is the person's own name, or one character or a row of them over and over."""


class LoginTaken(AccountError):
    """Somebody else signs in with this login, in whatever case it is written."""

    def __init__(self, login: str) -> None:
        super().__init__(login)
        self.login = login


class NoLogin(AccountError):
    """A person was to sign in with an empty login."""


class LastAdministrator(AccountError):
    """The last administrator who can sign in was to lose the role or to leave."""


class AlreadyDecided(AccountError):
    """How one works in this newsroom was settled before; another desk may have been quicker."""


class BadRecurrence(NewsdeskError):
    """A programme's rule gives no days; ``part`` is what is wrong in it, "" when it never comes."""

    def __init__(self, rule: str, part: str) -> None:
        super().__init__(f"{rule}: {part}")
        self.rule = rule
        self.part = part


class BadPrayerTable(NewsdeskError):
    """A table of prayer times cannot be read: its line ``line``, counted from 1, which says ``text``."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(f"{line}: {text}")
        self.line = line
        self.text = text


class NoSuchBulletin(NewsdeskError):
    """No bulletin with that id."""

    def __init__(self, bulletin_id: int) -> None:
        super().__init__(str(bulletin_id))
        self.bulletin_id = bulletin_id


class StaleRundown(NewsdeskError):
    """Somebody changed the bulletin since it was opened; ``newest`` is it as it stands now, opened.

    ``newest`` is an ``OpenRundown`` of :mod:`newsdesk.domain.open_rundown`.
    """

    def __init__(self, bulletin_id: int, newest: object) -> None:
        super().__init__(str(bulletin_id))
        self.bulletin_id = bulletin_id
        self.newest = newest


class NotReady(NewsdeskError):
    """So many ``problems`` keep a bulletin from being ready, and no editor has signed for them."""

    def __init__(self, bulletin_id: int, problems: int) -> None:
        super().__init__(f"{bulletin_id}: {problems}")
        self.bulletin_id = bulletin_id
        self.problems = problems


class WrongBulletinState(NewsdeskError):
    """A bulletin stands where that cannot be done: it is on air, or it was."""

    def __init__(self, bulletin_id: int, state: str) -> None:
        super().__init__(f"{bulletin_id}: {state}")
        self.bulletin_id = bulletin_id
        self.state = state


class StaleProgramme(NewsdeskError):
    """Somebody changed the programme since it was read."""

    def __init__(self, programme_id: int) -> None:
        super().__init__(str(programme_id))
        self.programme_id = programme_id


class ReviewError(NewsdeskError):
    """A story cannot be decided on like this; ``story_id`` is its number."""

    def __init__(self, story_id: int, more: str = "") -> None:
        super().__init__(f"story {story_id}{more}")
        self.story_id = story_id


class OwnStory(ReviewError):
    """Nobody approves their own story, and the station makes no exception."""


class NewerRevision(ReviewError):
    """Another revision than the one looked at is the newest: ``number``, made by ``by`` (a name)."""

    def __init__(self, story_id: int, number: int, by: str) -> None:
        super().__init__(story_id, f": revision {number} by {by}")
        self.number = number
        self.by = by


class AlreadyApproved(ReviewError):
    """``by`` (a name) has approved this ``revision`` already."""

    def __init__(self, story_id: int, revision: int, by: str) -> None:
        super().__init__(story_id, f": revision {revision} approved by {by}")
        self.revision = revision
        self.by = by


class NotApproved(ReviewError):
    """The approval that was looked at does not stand any more."""


class ReadingChanged(ReviewError):
    """The words are said otherwise by now than they were shown to who approves them."""


class ReasonMissing(ReviewError):
    """A correction or a kill without a word why."""


class CommentEmpty(ReviewError):
    """A comment without a word."""


class NoSuchComment(NewsdeskError):
    """No comment with that number."""

    def __init__(self, comment_id: int) -> None:
        super().__init__(str(comment_id))
        self.comment_id = comment_id


# ---------------------------------------------------------------- on air


class NotSignedReady(NewsdeskError):
    """A bulletin is to be read on air that nobody has called ready, without a word why; ``name`` is its."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class ReadingElsewhere(NewsdeskError):
    """Another window on this computer goes on with this reading of a bulletin."""

    def __init__(self, session_id: int) -> None:
        super().__init__(f"reading {session_id}")
        self.session_id = session_id


class ReadingLost(NewsdeskError):
    """Nothing of this reading's journal can be read any more."""

    def __init__(self, session_id: int) -> None:
        super().__init__(f"reading {session_id}")
        self.session_id = session_id


class NoSuchReading(NewsdeskError):
    """No reading of a bulletin in the log has this number."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number


class LogKept(NewsdeskError):
    """A part of the as-run log is to be deleted that has to be kept for ``days`` more days."""

    def __init__(self, days: int) -> None:
        super().__init__(f"{days} more days")
        self.days = days


class NothingApproved(NewsdeskError):
    """The on-air copy of a story was asked for, and no approval of it is in force."""

    def __init__(self, story_id: int) -> None:
        super().__init__(f"story {story_id}")
        self.story_id = story_id


class PrinterRefused(NewsdeskError):
    """The printer took no page: it is gone, off, or turned down."""

    def __init__(self, printer: str) -> None:
        super().__init__(printer)
        self.printer = printer


class TooShortRetention(NewsdeskError):
    """The log is to be kept for fewer days than the law asks; ``least`` is how many these are."""

    def __init__(self, least: int) -> None:
        super().__init__(str(least))
        self.least = least


class DemoIsOpen(NewsdeskError):
    """The demo newsroom cannot be taken away while it is open; ``name`` is what it is called."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name
