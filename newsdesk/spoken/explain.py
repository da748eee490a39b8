"""Why a script is read as it is: one row for each token that is not said as written."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.spoken.spoken_text import SpokenText


def explain(spoken: SpokenText) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield token, rule, how sure (0 to 1), reading and alternatives, the latter divided by " | ".

    "indeks 2.65" gives ("2.65", "number", "1", "dua koma enam lima", "dua ribu enam ratus lima puluh").
    White space inside a token becomes one space.
    """
    for reading in spoken.readings:
        token = " ".join(spoken.source[reading.start : reading.end].split())
        sure = f"{reading.sure:g}"
        yield token, reading.rule, sure, reading.spoken, " | ".join(reading.alternatives)
