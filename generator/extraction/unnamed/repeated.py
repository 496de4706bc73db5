"""What was told of a whole, told again of its parts: `Internet services had one of 74.2%`, `That of smartphones was 11.1%`, `For products it was 36.2%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.measured_in import is_measured_in
from generator.extraction.unnamed.subject import UNIT, is_subject

_IS = rf"(?: (?:also|even|only|still|just))? (?:was|were|is|are|stood at|stands at|came (?:in )?(?:to|at)|comes to|reached|hit|amounted to|totall?ed|rose to|fell to|climbed to|improved to|dropped to|widened to|slipped to|remained at|stayed at) {ABOUT}"
_IT = r"(?:it|this|that|they|the (?:figure|number|ratio|value|rate|margin|measure|amount|total|result))"
# `the smartphone business had one of 14.8%`
_HAD = re.compile(
    rf"{UNIT} (?:had|has|posted|achieved|recorded|reached|boasted|managed|enjoyed|reported|came (?:in )?with|showed|made do with|generated) (?:one|a margin|margins|an? (?:even )?[a-z]+ (?:one|margin)) of {ABOUT}"
)
_THAT_OF = re.compile(
    r"[^\w\n]{0,4}(?:(?:But|And|While|Meanwhile),? )?(?:[Tt]hat|[Tt]hose) (?:of|from|in|at|for) (?:the |its )?"
)
_FOR = re.compile(
    r"[^\w\n]{0,4}(?:(?:But|And|Meanwhile),? )?(?:[Ff]or|[Ii]n|[Aa]t|[Oo]n|[Aa]mong) (?:the |its )?(?:[A-Z][\w.]*['’]s )?"
)
# `For products it was 36.2%, for services 75.3%`, whatever part the first is
_FOR_ANY = re.compile(rf"[^\w\n]{{0,4}}(?:For|In|At) [a-z'’ -]{{2,40}}?,? {_IT}{_IS}")
_AND_FOR = re.compile(r"(?:,|,? and|;) (?:for|in|at) (?:the |its )?$")
_WAS, _IT_WAS = re.compile(UNIT + _IS), re.compile(rf"{UNIT},? {_IT}{_IS}")


def repeated(scan: Scan, amount: Amount, told: str | None, names: Names) -> Mention | None:
    """Return the metric `told` before as a mention for the part that a sentence, or a clause of it, repeats it for."""
    part = _part(scan, amount)
    named = [m for m in scan.metrics if m.end <= amount.start]
    metric = told if not named else named[-1].metrics[0]
    if (
        part is None
        or metric not in names.catalogue.metrics
        or not is_measured_in(names.catalogue, metric or "", amount)
    ):
        return None
    base = names.catalogue.metrics[metric or ""].base or metric or ""
    if base == "rd_expense" or names.catalogue.metrics[base].unit == "money_per_share":
        return None
    return Mention(amount.start - 1, amount.start, (base,), part=part.segment)


def _part(scan: Scan, amount: Amount) -> Mention | None:
    """Return the part for which a figure told before is told again at an amount."""
    for part in reversed([m for m in scan.segments if m.end <= amount.start]):
        opens, start = scan.sentence.start, part.start
        if _HAD.fullmatch(scan.text, part.end, amount.start) and is_subject(scan, part):
            return part
        if _WAS.fullmatch(scan.text, part.end, amount.start) and _THAT_OF.fullmatch(scan.text, opens, start):
            return part
        if _IT_WAS.fullmatch(scan.text, part.end, amount.start) and _FOR.fullmatch(scan.text, opens, start):
            return part
        if (
            scan.text[part.end : amount.start] == " "
            and _AND_FOR.search(scan.text, opens, start)
            and _FOR_ANY.match(scan.text, opens)
        ):
            return part
    return None
