"""Tries a group of pronunciation entries: ``python -m tests.intelligibility.trial FILE [--set heldout]``.

FILE has the form of ``resources/speech/espeak-id.tsv`` and is laid over it; a form with "-" is taken out.
The normalised sentences that have a word of FILE are spoken at two rates, with the table as it is and with
FILE; the others would sound the same. The error rates of both are printed; the table stays as it is.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from newsdesk.speech import worker
from newsdesk.speech.engine import Voicing
from newsdesk.speech.engines import espeak_words
from tests.intelligibility import scoring
from tests.intelligibility.recogniser import THREADS, Recogniser
from tests.intelligibility.scoring import Score
from tests.intelligibility.sentences import HardSentence, read
from tests.intelligibility.speaking import FOLDER, RATES, command, normalised, say


def errors(sentences: list[HardSentence], recogniser: Recogniser, table: Path | None) -> list[Score]:
    """Score every sentence at every rate, said by espeak with ``table`` (None: the program's)."""
    ways = [(Voicing("espeak", rate_spm=rate), one) for rate in RATES for one in sentences]

    def with_table(engine: str) -> list[str]:
        return [sys.executable, "-m", "tests.intelligibility.trial", "--worker", str(table), engine]

    with ThreadPoolExecutor(THREADS) as pool:
        sounds = list(
            pool.map(
                lambda way: say(way[0], normalised(way[1].written), with_table if table else command()),
                ways,
            )
        )
    answers = recogniser.write_down(sounds)
    return [scoring.score(way[1].said, answer) for way, answer in zip(ways, answers, strict=True)]


def main(arguments: list[str]) -> None:
    """Try one file; see the module's words."""
    parser = argparse.ArgumentParser(prog="python -m tests.intelligibility.trial")
    parser.add_argument("file", type=Path)
    parser.add_argument("--set", choices=("first", "heldout", "figures"), default="first")
    chosen = parser.parse_args(arguments)
    FOLDER.mkdir(parents=True, exist_ok=True)
    tried = espeak_words.load(chosen.file)
    table = {form: said for form, said in (espeak_words.load() | tried).items() if said != "-"}
    laid_over = FOLDER / "trial.tsv"
    laid_over.write_text("".join(f"{form}\t{said}\n" for form, said in table.items()), encoding="utf-8")
    recogniser = Recogniser(FOLDER)
    sentences = [one for one in read(chosen.set) if not tried.keys().isdisjoint(one.said.split())]
    before = errors(sentences, recogniser, None)
    after = errors(sentences, recogniser, laid_over)
    with (FOLDER / f"trial-{chosen.file.stem}.tsv").open("w", encoding="utf-8") as out:
        for at, (was, now) in enumerate(zip(before, after, strict=True)):
            said = sentences[at % len(sentences)].said
            out.write(f"{was.edits}\t{now.edits}\t{said}\t{was.heard}\t{now.heard}\n")
    print(
        f"{chosen.file.stem:24} {chosen.set:8} {len(before):4} sayings"
        f"  words {scoring.word_errors(before):6.2f} -> {scoring.word_errors(after):6.2f}"
        f"  bounded {scoring.bounded_word_errors(before):6.2f} -> {scoring.bounded_word_errors(after):6.2f}"
        f"  letters {scoring.letter_errors(before):6.2f} -> {scoring.letter_errors(after):6.2f}"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--worker"]:
        _load = espeak_words.load
        _table = Path(sys.argv[2])
        espeak_words.load = lambda file=None: _load(file or _table)
        sys.argv[1:] = sys.argv[3:]
        worker.main()
    else:
        main(sys.argv[1:])
