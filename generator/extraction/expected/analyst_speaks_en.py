"""English sentences in which an analyst is the subject of what only a forecaster does: `Arcuri now models data center revenue of $8.7 billion`, `Wells Fargo's Aaron Rakers has revenue at $11.5 billion`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.figure import PRICES
from generator.extraction.whose.context import Surroundings

_NAME = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}"
# `Timothy Arcuri of UBS`, `Citi's Jeff Chung`, `the analyst`
_WHO = rf"(?:{_NAME}(?:,? (?:of|at|from|with|an? analyst (?:at|with)) {_NAME},?)?|[Hh]e|[Ss]he|[Tt]he (?:analysts?|broker|brokerage|bank|house|team))"
_STILL = r"(?: (?:now|also|still|currently|already))*"
_SAYS = re.compile(
    rf"[\s“\"]*(?:(?:And|But|Meanwhile,?|Separately,?) )?{_WHO}(?:{_STILL} (?:(?:models?|looks? for|(?:is|are) (?:modell?ing|looking for))(?P<gap> [^,;.$€£¥\d]{{3,70}}?)|(?:has|have)(?P<held> [^,;.$€£¥\d]{{3,50}} at)|thinks [^,;.$€£¥\d]{{3,60}} (?:will|can|could|should) [^,;.$€£¥\d]{{2,30}})) {ABOUT}"
)
# the second of two: `models revenue at $11.5 billion and EPS at $2.20`
_AND = re.compile(r"(?:[^;.]|\.\d){1,60}?(?:,| and| with) [A-Za-z][^,;.$€£¥\d]{2,40} (?:at|of) ")
_DID = re.compile(r" [a-z]+ed\b| (?:that|which|sold|made|took|had|were|was|rose|fell|grew)\b")


def analyst_speaks(around: Surroundings, metric: str, amount: Amount) -> bool:
    """Whether an amount is what the analyst whom a sentence opens with models, and no company did."""
    scan = around.scan
    if scan.chinese or metric in PRICES:
        return False
    kind = around.names.catalogue.company_kind
    first = min((a.start for a in scan.amounts), default=amount.start)
    said = _SAYS.fullmatch(scan.text, scan.sentence.start, first)
    if said is None or _DID.search(said["gap"] or said["held"] or ""):
        return False
    verb = said.start("gap") if said["gap"] else said.start("held") if said["held"] else first
    if any(e.start < verb and kind(e.entity) == "company" for e in scan.entities):
        return False  # `Ford models sold`, `Xiaomi has cash at`
    return first == amount.start or _AND.fullmatch(scan.text, first, amount.start) is not None
