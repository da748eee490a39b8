"""Who said it and who wrote it, found in copy."""

from __future__ import annotations

from newsdesk.copyedit.credits import Credits, find_credits


class Crediting:
    """Finds the credits of copy. Pure: it stores nothing."""

    def find(self, text: str) -> Credits:
        """Return dateline, byline, sources and quotes of ``text`` with their spans in code points."""
        return find_credits(text)
