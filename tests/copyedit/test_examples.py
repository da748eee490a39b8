"""The examples in the docstrings of the room are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

from newsdesk import copyedit

MODULES = sorted(module.name for module in pkgutil.iter_modules(copyedit.__path__, "newsdesk.copyedit."))


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
