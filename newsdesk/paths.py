"""Where things are: the user's profile and the program's resources. Nothing else in the program knows."""

from __future__ import annotations

import os
from pathlib import Path

from newsdesk.errors import ProfileUnusable


class Paths:
    """Every folder and file of one profile.

    ``profile`` is the folder to use; ``None`` is the user's own data folder (by platformdirs).
    """

    def __init__(self, profile: Path | None = None) -> None:
        self.profile = profile if profile is not None else _user_profile()

    @property
    def settings_file(self) -> Path:
        return self.profile / "settings.json"

    @property
    def newsrooms(self) -> Path:
        """One SQLite file per newsroom, ``NAME.newsdesk``."""
        return self.profile / "newsrooms"

    @property
    def recovery(self) -> Path:
        """Local copies of texts being typed, one small file per open story."""
        return self.profile / "recovery"

    @property
    def air(self) -> Path:
        """Bulletins held for the microphone with their clips, and journals of readings, by newsroom."""
        return self.profile / "air"

    @property
    def voices(self) -> Path:
        """Voices that the newsroom added, and what was measured of every voice."""
        return self.profile / "voices"

    @property
    def logs(self) -> Path:
        return self.profile / "logs"

    def make(self) -> None:
        """Make the profile's folders.

        Raises :class:`ProfileUnusable` with the system's own reason when one cannot be made or written.
        """
        try:
            for folder in (self.profile, self.newsrooms, self.recovery, self.voices, self.logs):
                folder.mkdir(parents=True, exist_ok=True)
            # A name of its own: two programs may start on one profile in the same moment.
            probe = self.profile / f".writable-{os.getpid()}"
            probe.write_bytes(b"")
            probe.unlink(missing_ok=True)
        except OSError as error:
            raise ProfileUnusable(str(self.profile), error.strerror or str(error)) from error


def resources() -> Path:
    """Return the folder of themes, tables and catalogues: in the package when installed, else beside it."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def _user_profile() -> Path:
    # platformdirs is imported only when no profile was named: the headless commands stay quick.
    from platformdirs import user_data_path

    return user_data_path("Newsdesk", appauthor=False)
