"""Every expected failure has a sentence of its own, with a way out."""

from __future__ import annotations

import inspect

import pytest

from newsdesk import errors
from newsdesk.errors import NewsdeskError
from newsdesk.ui.wording import sentence


def every_error(kind: type[NewsdeskError] = NewsdeskError) -> list[type[NewsdeskError]]:
    found: list[type[NewsdeskError]] = []
    for sub in kind.__subclasses__():
        if sub.__module__ == errors.__name__:
            found += [sub, *every_error(sub)]
    return found


def made(kind: type[NewsdeskError]) -> NewsdeskError:
    """Make one with a word for every text and 7 for every number it wants."""
    values: dict[str, object] = {}
    for name, parameter in list(inspect.signature(kind.__init__).parameters.items())[1:]:
        if parameter.kind in (parameter.POSITIONAL_OR_KEYWORD, parameter.KEYWORD_ONLY):
            kind_of = str(parameter.annotation)
            values[name] = 7 if "int" in kind_of else f"<{name}>"
            if "VoiceFault" in kind_of:
                values[name] = errors.VoiceFault.EMPTY
    return kind(**values)


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_every_expected_failure_has_its_own_sentence(kind: type[NewsdeskError]) -> None:
    words = sentence(made(kind))
    fallback = sentence(NewsdeskError())
    assert words.split("(")[0] != fallback.split("(")[0]
    assert words[0].isupper() or words[0] == "<"
    assert words.endswith(".")
    assert "!" not in words
    assert "{" not in words


def test_an_error_without_a_sentence_still_says_what_it_knows() -> None:
    class Unforeseen(NewsdeskError):
        pass

    assert "disk meleleh" in sentence(Unforeseen("disk meleleh"))
