"""Pieces of Indonesian news with their credits, written for these tests; people and events are invented."""

from tests.copyedit.cases.case import Case
from tests.copyedit.cases.desk import DESK
from tests.copyedit.cases.mixed import MIXED
from tests.copyedit.cases.office import OFFICE
from tests.copyedit.cases.street import STREET
from tests.copyedit.cases.wire import WIRE

__all__ = ["CASES", "Case"]

CASES = DESK + WIRE + STREET + OFFICE + MIXED
