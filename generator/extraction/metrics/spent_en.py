"""What money went on, where English says so behind it by no name of an expense: `ploughed $3 billion into research`, `paid $3 billion for its own shares`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_PUT = re.compile(
    rf"\b(?:spend(?:s|ing)?|spent|invest(?:s|ed|ing)?|put(?:s|ting)?|pour(?:s|ed|ing)?|plough(?:s|ed|ing)?|plow(?:s|ed|ing)?|s[aiu]nk|sinking|pump(?:s|ed|ing)?|devot(?:es?|ed|ing)|channel(?:l?ed|s)?|funnel(?:l?ed|s)?|lavish(?:ed|es)|laid out|splash(?:ed|es)(?: out)?) {ABOUT}$"
)
_GOT = re.compile(
    rf"\b(?:bought(?: in| up)?|buy(?:s|ing)?(?: in| up)?|purchas(?:es?|ed|ing)|snapp(?:ed|ing) up|pick(?:ed|ing) up|paid|retir(?:es?|ed|ing)|cancel(?:l?ed|s)?|spent|spend(?:s|ing)?|shell(?:ed|s|ing) out) {ABOUT}$"
)
_THE = r"(?: \([^()]*\))? (?:(?:worth )?(?:on|in|into|to|toward|towards|for|of) )(?:(?:the|its|their|our|all) )?"
_ENDS = r"(?= (?:in|during|for|over|from|across|last|this|on|as|up|at|between)\b|[,.;:)]|$)"
# `spent 3 billion on research`: no research centre, no marketing of one car
_ON = {
    "rd_expense": r"(?:research(?: work| efforts)?|(?:new[- ])?product development|developing (?:new )?(?:products|technolog(?:y|ies))|developing new (?:cars|models|vehicles|chips|drugs|phones))",
    "selling_expense": r"(?:(?:sales|selling|advertising|promotions?|brand(?:ing)?) and )?marketing(?: (?:and (?:advertising|sales|promotions?|promotional activities)|campaigns|efforts|activities))?",
    "administrative_expense": r"(?:general )?administration",
    "capex": r"(?:propert(?:y|ies)(?:, plants?,?)? and equipment|plants? and equipment|factories and equipment|fixed assets|capital projects)",
}
_ON_WHAT = {metric: re.compile(rf"{_THE}(?P<said>{said}){_ENDS}") for metric, said in _ON.items()}
# `bought $3 billion of its own shares`, `paid $3 billion for its own stock`
_OWN = re.compile(
    rf"{_THE}(?P<said>(?:own (?:common |ordinary |listed |publicly traded )?(?:shares?|stock)|treasury (?:shares?|stock)))\b"
)
_RETIRED = re.compile(rf"{_THE}(?P<said>(?:common |ordinary |own )?(?:shares|stock))\b")
# `spent $14.1 billion on repurchasing its own stock`, `used $605 million in the quarter to buy back 45 million ordinary shares`
_BUYING = re.compile(
    r"(?: \([^()]{1,40}\))?(?: (?:in|during|over) (?:the|its|that) [A-Za-z0-9' -]{3,40}?)? (?:(?:on|to|into|toward|towards) )?(?P<said>(?:buy(?:ing)? back|repurchas(?:e|ing)|retir(?:e|ing))"
    r" (?:(?:about|around|some|nearly|over|more than|a total of) )?(?:\d[\d.,]* (?:million |billion )?)?(?:of )?(?:(?:its|their|the company['’]s) )?(?:(?:own|common|ordinary|outstanding|Class [A-C]) )*(?:shares|stock|ADSs|ADRs|equity))\b"
)
_USED = re.compile(
    rf"\b(?:spen[dt]s?|spending|us(?:es?|ed|ing)|put(?:s|ting)?|pa(?:id|ys?|ying)|pour(?:s|ed|ing)?|devot(?:es?|ed|ing)|deploy(?:s|ed|ing)?|(?:shell|splash)(?:ed|es|ing|s)(?: out)?|laid out) {ABOUT}$"
)
# `generated $3 billion from operating activities`, `cash flow of $6.3 billion from operations`
_FROM_OPERATIONS = re.compile(
    r"(?: \([^()]*\))?(?: (?:in|of) cash)? (?P<said>(?:from|by|through) (?:its )?(?:operating activities|operations))\b"
)
_GENERATED = re.compile(
    rf"\b(?:generat(?:es?|ed|ing)|threw off|throws? off|produced|(?<!free )[Cc]ash flows? (?:(?:was|were|came to|reached|totall?ed) |of )) ?{ABOUT}$"
)
_LEAD = 40  # characters before an amount, within which its verb stands


def spent(scan: Scan, amount: Amount) -> tuple[str, Mention] | None:
    """Return what money was spent on, or came from, by what stands behind it."""
    if amount.kind != "money" or not amount.scaled or scan.chinese:
        return None
    text, low = scan.text, max(scan.sentence.start, amount.start - _LEAD)
    found = None
    if _PUT.search(text, low, amount.start):
        told = ((metric, said.match(text, amount.end)) for metric, said in _ON_WHAT.items())
        found = next(((metric, said) for metric, said in told if said), None)
    if found is None and (got := _GOT.search(text, low, amount.start)):
        own = _OWN.match(text, amount.end) or (
            got[0].startswith(("retir", "cancel")) and _RETIRED.match(text, amount.end)
        )
        found = ("buyback", own) if own else None
    if found is None and _USED.search(text, low, amount.start):
        bought = _BUYING.match(text, amount.end)
        found = ("buyback", bought) if bought else None
    if found is None and _GENERATED.search(text, low, amount.start):
        came = _FROM_OPERATIONS.match(text, amount.end)
        found = ("operating_cash_flow", came) if came else None
    return (found[0], Mention(*found[1].span("said"), (found[0],))) if found else None
