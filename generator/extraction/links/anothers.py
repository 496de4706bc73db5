"""What a sentence tells of another company without naming it again: `Li Auto's deliveries rose 19%. Xpeng's climbed 54% to 30,895`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.links.link import Link
from generator.extraction.links.told_links import ToldLinks
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.verbs import MOVED

_OPENS = re.compile(r"[\s\"“]*(?:(?:But|And|While|Those of|Those at|That of) )?")
_MOVED_BY = re.compile(
    rf"(?:['’]s?)? (?:also |only |even )?{MOVED}(?: [a-z]+ly)?(?: by)?(?: as much as)? {ABOUT}(?:an? )?"
)
_SHARES = re.compile(r" (?:in|on|to|after|following|at) [^.;]{0,40}\b(?:trad|shares?|Hong Kong|New York|close|stock)")


def of_anothers(linker: ToldLinks, amount: Amount) -> Link:
    """Return the link of the change that an English sentence opens with, of the next company, to the metric told last."""
    scan, told = linker.scan, linker.carried
    opening = next((e for e in scan.entities if _OPENS.fullmatch(scan.text, scan.sentence.start, e.start)), None)
    if opening is None or told is None or told.metric is None or told.basis != "actual" or amount.kind != "percent":
        return Link()
    if told.entity in (None, opening.entity) or linker.meanings.catalogue.metrics[told.metric].unit == "percent":
        return Link()
    owned = scan.text.startswith(("'", "’"), opening.end) or scan.text[scan.sentence.start : opening.start].strip()
    if not owned or not _MOVED_BY.fullmatch(scan.text, opening.end, amount.start):
        return Link()
    if _SHARES.match(scan.text, amount.end):
        return Link()
    at = Mention(opening.start, opening.end, (told.metric,), part=told.segment)
    return Link(told.metric, at, company=opening.entity)
