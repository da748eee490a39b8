"""The types of findings, for whoever shows them. Light: no check and no table is loaded by importing this."""

from __future__ import annotations

from newsdesk.copyedit.finding import Citation, Finding, Kind
from newsdesk.domain.checking import Choice

__all__ = ["Choice", "Citation", "Finding", "Kind"]
