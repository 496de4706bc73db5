"""Whether an amount happened, is aimed at, or is expected, and by whom."""

from __future__ import annotations

from generator.extraction.amounts import Amount
from generator.extraction.context import Surroundings
from generator.extraction.figure import Basis
from generator.extraction.timing import FROM_BEFORE


def basis_of(around: Surroundings, metric: str, amount: Amount) -> Basis:
    """Return whether an amount happened, is aimed at, or is expected, and by whom."""
    entry = around.names.catalogue.metrics[metric]
    if entry.basis != "actual":
        return entry.basis
    text, sentence = around.scan.text, around.scan.sentence
    start, end = around.scan.clause(amount.start)
    kinds = ("forecast", "target", "consensus", "actual")
    near = around.scan.cues_between(max(start, sentence.start), amount.start, *kinds)
    after = around.scan.cues_between(
        amount.end, min(end, around.scan.amount_after(amount.end)), "forecast", "target", "consensus"
    )
    marks = [cue for cue in near if cue.kind != "actual"] or [cue for cue in after if cue.start - amount.end < 24]
    if marks:
        versus = marks[-1].start > amount.start and FROM_BEFORE.search(
            text[max(sentence.start, amount.start - 20) : amount.start]
        )
        return "consensus" if versus else marks[-1].kind  # type: ignore[return-value]
    if near:
        return "actual"
    earlier = around.scan.cues_between(sentence.start, start, *kinds)
    breaks = max(
        (
            i
            for i in around.scan.separators
            if (i < start and text[i] in ";；") or text[i : i + 6].strip() in ("while", "but")
        ),
        default=sentence.start,
    )
    earlier = [cue for cue in earlier if cue.start > breaks and cue.kind != "consensus"]
    return earlier[-1].kind if earlier else "actual"  # type: ignore[return-value]
