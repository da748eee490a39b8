"""The types of findings, for whoever shows them. Light: no check and no table is loaded by importing this."""

from __future__ import annotations

from newsdesk.copyedit.choice import Choice
from newsdesk.copyedit.finding import Citation, Finding, Kind

__all__ = ["Choice", "Citation", "Finding", "Kind"]
