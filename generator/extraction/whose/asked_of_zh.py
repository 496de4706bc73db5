"""Whom a Chinese question asks of, and no more than that: 特斯拉呢?, 那么苹果又如何?. What follows is of it."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.scanning import Scan

_LEAD = re.compile(r"\s*(?:(?:那么?|至于|而|但|可|反观|再看|对手|同行|隔壁的?|老?对手),?){0,3}")
_ASKS = re.compile(
    r"(?:公司|集团|汽车|方面)?(?:这边|那边|自己|本身|这一?季|今年|去年)?(?:,)?(?:呢|又?(?:如何|怎么?样|怎样)了?呢?|(?:的)?(?:情况|表现|成绩|日子|答卷)(?:呢|又?(?:如何|怎么?样)))\s?[??]"
)


def asked_of(scan: Scan) -> EntityMention | None:
    """Return the one company that a Chinese question is about, where it asks no more than how that is."""
    if not scan.chinese or len({e.entity for e in scan.entities}) != 1 or scan.metrics or scan.amounts:
        return None
    who = scan.entities[-1]
    led = _LEAD.fullmatch(scan.text, scan.sentence.start, scan.entities[0].start)
    return who if led and _ASKS.match(scan.text, who.end) else None
