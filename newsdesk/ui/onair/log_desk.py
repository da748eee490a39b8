"""The as-run log on the page: which readings there are, one of them, paper and proof, what may go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFileDialog

from newsdesk.errors import StorageError
from newsdesk.i18n import _, clock, long_date
from newsdesk.ui.onair.delete_log import DeleteLogDialog
from newsdesk.ui.onair.log_list import kept_words, reading_row
from newsdesk.ui.onair.log_paper import file_name, log_paper, put_on_paper

if TYPE_CHECKING:
    from newsdesk.domain.as_run import AsRunRow
    from newsdesk.domain.as_run_log import AsRunLog
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.as_run import LogMonth
    from newsdesk.services.away_newsroom import AwayNewsroom
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.proof import Proof
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.look import Look
    from newsdesk.ui.onair.page_view import OnAirView
    from newsdesk.ui.tasks import Tasks


class _Found(NamedTuple):
    """What the newsroom was asked for: the months there are, and the readings listed with their days left."""

    months: Sequence[LogMonth]
    rows: Sequence[AsRunRow]
    days: Sequence[int]


class LogDesk:
    """Fills the list of readings, the newest first, and shows one."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        view: OnAirView,
        news: NewsLine,
        now: Callable[[], datetime],
        failed: Callable[[NewsdeskError], None],
    ) -> None:
        self._look = look
        self._tasks = tasks
        self._view = view
        self._news = news
        self._now = now
        self._failed = failed
        self._newsroom: Newsroom | AwayNewsroom | None = None
        self._rows: dict[int, AsRunRow] = {}
        self._days: Sequence[int] = ()
        self._chosen = 0
        self._deletable = False
        self._wanted = 0
        """The bulletin whose reading is to be shown once it has come to the newsroom."""
        view.readings.pointed.connect(self._choose)
        view.readings.entered.connect(self._choose)
        view.readings.selectionModel().currentChanged.connect(self._moved)
        view.log.printed.connect(self.print_log)
        view.log.exported.connect(self.export)
        view.log.deleted.connect(self.delete)
        view.months.chosen.connect(self.fill)
        view.turned.connect(self._turned)

    def opened(self, newsroom: Newsroom | AwayNewsroom) -> None:
        """Work with a newsroom."""
        if newsroom is not self._newsroom:  # another one's log is neither shown nor exported here
            self._rows = {}
            self._view.months.offer(())
            self._view.show_months()
            self._view.show_rows("log", [])
            self._view.log.show_nothing(_("Belum ada yang disiarkan"))
        self._newsroom = newsroom
        self._chosen = 0
        self._deletable = False

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(self._now().tzinfo)

    @property
    def can_print(self) -> bool:
        """Whether a reading is shown."""
        return self._view.log.log is not None

    @property
    def can_export(self) -> bool:
        """Whether a reading on air is shown."""
        log = self._view.log.log
        return log is not None and not log.practice

    @property
    def can_delete(self) -> bool:
        """Whether a reading is shown that I may delete."""
        return self.can_print and self._deletable

    def fill(self) -> None:
        """Look which readings the newsroom has, in the month that is chosen."""
        newsroom, now, months = self._newsroom, self._now(), self._view.months
        if newsroom is None:
            return
        month, span = months.month, months.span(now)
        zone = now.tzinfo
        assert zone is not None  # the clock of the window is the station's

        def ask() -> _Found:
            as_run = newsroom.as_run
            rows = as_run.bulletins(*span, practice=True)
            return _Found(as_run.months(zone, practice=True), rows, as_run.all_days_left(rows))

        def found(answer: _Found) -> None:
            if newsroom is self._newsroom and month == months.month:
                self._listed(answer)

        self._tasks.run(ask, found, self._away)

    def _listed(self, found: _Found) -> None:
        months = self._view.months
        chosen = months.month
        months.offer(found.months)
        self._view.show_months()
        if months.month != chosen:  # nothing is left of that month
            self.fill()
        elif chosen is None and found.months and not found.rows:
            months.step(older=True)  # nobody has read anything for long: the newest there is
        else:
            self._show(found.rows, found.days)

    def _away(self, error: NewsdeskError) -> None:
        if not isinstance(error, StorageError):
            self._failed(error)
        elif not self._rows:
            self._view.log.show_nothing(_("Log siar ada di basis data, yang belum bisa dihubungi"))

    def show_last(self, bulletin_id: int) -> None:
        """Show the newest reading of a bulletin as soon as the newsroom has it."""
        self._wanted = bulletin_id
        self._view.months.choose_newest()
        self.fill()

    def _show(self, found: Sequence[AsRunRow], days: Sequence[int]) -> None:
        newest = found[::-1]
        self._rows, self._days = dict(enumerate(newest)), days[::-1]
        view = self._view
        now = self._now()
        listed = zip(self._rows.items(), self._days, strict=True)
        view.show_rows("log", [reading_row(key, row, days, now) for (key, row), days in listed])
        wanted = next((key for key, row in self._rows.items() if row.bulletin_id == self._wanted), None)
        keep = next((key for key, row in self._rows.items() if row.session_id == self._chosen), 0)
        if wanted is not None:
            self._wanted = 0
        if not newest:
            self._empty()
            return
        key = wanted if wanted is not None else keep
        view.readings.setCurrentIndex(view.readings.model().index(key, 0))
        self._choose(key)

    def _turned(self, _tab: str) -> None:
        self._empty()

    def _empty(self) -> None:
        if self._view.tab == "log":
            if not self._rows:
                self._view.log.show_nothing(_("Belum ada yang disiarkan"))
            self._view.note.set_words(
                _(
                    "Yang dibaca di layar siaran tercatat di sini: naskah, revisi, pembaca, rencana, dan "
                    "realisasinya."
                )
            )

    def _moved(self, *_indexes: object) -> None:
        row = self._view.readings.currentIndex().row()
        if row in self._rows and self._rows[row].session_id != self._chosen:
            self._choose(row)

    def _choose(self, key: int) -> None:
        newsroom, row = self._newsroom, self._rows.get(key)
        if newsroom is None or row is None:
            return
        self._chosen = row.session_id

        self._deletable = False  # as long as the one before is still to be seen

        def ask() -> tuple[AsRunLog, int, bool]:
            as_run = newsroom.as_run
            return as_run.log(row.session_id), as_run.days_left(row), as_run.may_delete(row)

        def shown(answer: tuple[AsRunLog, int, bool]) -> None:
            log, days, deletable = answer
            if self._chosen == row.session_id:
                self._deletable = deletable
                kept = kept_words(days, practice=row.practice)
                self._view.log.show_log(log, self._local, kept, deletable=deletable)

        self._tasks.run(ask, shown, self._failed)

    # ------------------------------------------------------------ deleted

    def delete(self) -> None:
        """Delete the reading that is shown, which need not be kept any more, after one question."""
        newsroom, log = self._newsroom, self._view.log.log
        if newsroom is None or log is None or not self.can_delete:
            return
        begun = self._local(log.begun_at or log.air.airtime)
        when = ", ".join((long_date(begun), clock(begun), log.person))
        if not DeleteLogDialog(self._look, log.air.name, when, self._view).exec():
            return

        def gone(_nothing: None) -> None:
            self._news.tell(_("Log {bulletin} dihapus.").format(bulletin=log.air.name), icon="trash-2")
            self.fill()

        def refused(error: NewsdeskError) -> None:
            self._failed(error)
            self.fill()

        self._tasks.run(lambda: newsroom.as_run.delete(log.session_id), gone, refused)

    # ------------------------------------------------------------ paper and proof

    def print_log(self) -> None:
        """Put the reading on paper: by a printer where there is one, else as a PDF file."""
        log = self._view.log.log
        if log is None:
            return
        paper = log_paper(log, self._now(), self._local)
        name = file_name(paper.title)
        put_on_paper(paper, name, self._view, self._news, self._tasks, self._failed)

    def export(self) -> None:
        """Write one file that proves what went out."""
        newsroom, log = self._newsroom, self._view.log.log
        if newsroom is None or log is None:
            return
        day = self._local(log.air.airtime).strftime("%Y-%m-%d")
        name, _kind = QFileDialog.getSaveFileName(
            self._view, _("Ekspor bukti siaran"), f"{file_name(f'{day} {log.air.name}')}.zip", "ZIP (*.zip)"
        )
        if not name:
            return

        def done(_proof: Proof) -> None:
            self._news.tell(
                _("Bukti siaran tersimpan: {file}. Periksa dengan: newsdesk verify proof.").format(
                    file=Path(name).name
                ),
                icon="file-down",
                token="setuju",
            )

        self._tasks.run(lambda: newsroom.as_run.export(log.air.bulletin_id, Path(name)), done, self._failed)
