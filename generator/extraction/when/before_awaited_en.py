"""Quarters before the one whose results an English text awaits: `is expected to report $54 billion for the third quarter, following the previous one, where revenues reached $46.7 billion`."""

from __future__ import annotations

from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period


def is_before_the_awaited(around: Surroundings, period: Period) -> bool:
    """Whether a quarter ended before another one of which the sentence, or the text before it, expects something."""
    if around.scan.chinese or period.kind != "quarter":
        return False
    ground = around.ground
    spoken = [ground.expected] if ground.expected else []
    spoken += [told.period for told in (ground.awaited, ground.foretold) if told and told.period]
    if around.scan.cues_between(around.scan.sentence.start, around.scan.sentence.end, "forecast", "consensus"):
        spoken += [p for _, p in around.resolved]
    later = [p for p in spoken if p.kind == "quarter" and p.fiscal == period.fiscal]
    return any(p > period for p in later)
