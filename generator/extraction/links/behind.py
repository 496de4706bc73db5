"""The metric that stands behind an amount: 1131亿元的营收, `108,800 deliveries`, `$10 billion in revenue`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.links.causes_en import ON_LOWER
from generator.extraction.links.clause import is_conversion
from generator.extraction.links.link import Link
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.meaning import Meanings

_FORWARD = re.compile(
    r"\s*(?:-\s?)?(?:的|个|台|部|辆|家|间|座|人|名|in|of them(?: (?:being|were|are))?|were|are|of(?! (?:the|its|their|those|these)\b)|worth of|for|from)?\s*(?:[A-Z]+\d\w* )?"
    r"(?:(?:(?!(?:due|owing|thanks|amid|driven|after|because|despite|but|while)\b)[a-z]+(?:ly)?|AIoT|IoT|smart|Mi Home|iPhone|EV|R&D|non-GAAP|GAAP|global|[一-鿿]{1,4})[ -]?){0,3}",
    re.I,
)
IN_METRIC = re.compile(
    r"(?: \([^()]{0,40}\))?(?: at the (?:midpoint|high end|low end),?)?\s+(?:in|worth of|of(?= (?:net )?(?:sales|revenues?|profits?|income|earnings)\b))\s+(?:(?:20\d\d|total|net|quarterly|annual|adjusted|global|overall|group|third-quarter|second-quarter|first-quarter|fourth-quarter)\s+){0,2}",
    re.I,
)
# `after its production ramped up, with over 258,000 units delivered`: what was done with them says what they are
THINGS = re.compile(
    r" (?:(?:[a-z]+|[A-Z][\w-]*) ){0,3}(?:units|vehicles|cars|EVs|NEVs|smartphones|handsets|phones|devices) (?:were |was )?"
)
_ON = re.compile(r"(?: \([^()]*\))?,? on ")  # `net profit rose 15% to 387 million euros on sales up 14%`
AT_ONCE = re.compile(" (?:(?:were|was) )?")
CAUSED = re.compile(
    r"\b(?:impact(?:ed|ing|s)?|affect(?:ed|ing|s)?|weigh(?:ed|ing|s)?|drag(?:ged|ging|s)?|helped|driven|boosted|lifted|hurt|supported|fuell?ed|aided|offset|led|thanks|due|amid|despite|as|meant|means|sent|wiped|wipes|dent(?:ed|s)?|erod(?:ed|es|ing)|eras(?:ed|es|ing)|knock(?:ed|s|ing)|ate|eats|eating|shav(?:ed|es|ing)|swallow(?:ed|s)|sapped|slash(?:ed|es|ing)|cut|cuts|cutting|reduc(?:ed|es|ing)|push(?:ed|es|ing)|pull(?:ed|s|ing)|trimm?(?:ed|s|ing)|crimp(?:ed|s)|squeez(?:ed|es|ing)|bolster(?:ed|s|ing)|depress(?:ed|es|ing)|halv(?:ed|es|ing))\b",
    re.I,
)
_OF_SOME = re.compile(r"\s+of (?:the|its|their|those|these)\b", re.I)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_OWN_VERB = re.compile(
    r"\s*(?:was|were|is|are|reached|rose|fell|grew|of|at(?! constant| comparable| (?:the |its )?(?:end|close|start|beginning|year|mid|high|low|top|upper|lower))|totaled|totalled|came in|为|达|是|:|同比|增长|下降)",
    re.I,
)
_NEXT_COUNT = re.compile(r" (?:[a-z]+ ){0,2}\d")
_GAP = 40  # characters between an amount and the metric behind it
_SPENT = ("rd_expense", "capex", "selling_expense", "marketing_expense", "operating_expense", "buyback", "dividend")
_OR = (" or ", ", or ", " or about ", ", or about ", " or approximately ", " or roughly ")


def metric_behind(scan: Scan, meanings: Meanings, amount: Amount, form: re.Pattern[str] = _FORWARD) -> Link:
    """Return the link of an amount to the metric behind it, where no more than a form allows stands between them."""
    if amount.kind in ("bare", "count") and _OF_SOME.match(scan.text, amount.end):
        return Link()  # `210 of the stores`
    _, end = scan.clause(amount.start)
    amount = _past_conversion(scan, _whole_range(scan, amount))
    brackets = _IN_BRACKETS.match(scan.text, amount.end)
    limit = min(end, scan.amount_after(brackets.end() if brackets else amount.end))
    for mention in scan.metrics:
        if mention.start < amount.end - 3 or mention.end > limit:
            continue
        whole = brackets.end() if brackets and brackets.end() <= mention.start else amount.end
        gap = scan.text[whole : mention.start]  # `a 500 million yuan ($69 million) loss`
        if (
            len(gap) > _GAP
            or gap.startswith((" and ", ", and "))
            or CAUSED.search(gap)
            or (ON_LOWER.search(gap) and not any(name in _SPENT for name in mention.metrics))
            or not form.fullmatch(gap)
        ):
            return Link()
        if any(name.endswith("revenue") for name in mention.metrics) and _ON.match(gap):
            return Link()
        if gap.endswith(" and ") and _NEXT_COUNT.match(scan.text, mention.end):
            return Link()  # `410,244 cars and delivered 384,122`
        metric = meanings.metric(mention, amount)
        if metric and not (limit < end and _OWN_VERB.match(scan.text, mention.end, mention.end + 24)):
            return Link(metric, mention)
    return Link()


def _whole_range(scan: Scan, amount: Amount) -> Amount:
    """Return the lower end of a range as if it ended with the upper one: `11.5 to 11.9 billion euros in cloud revenue`."""
    upper = scan.following(amount)
    return replace(amount, end=upper.end) if upper and upper.range_end else amount


def _past_conversion(scan: Scan, amount: Amount) -> Amount:
    """Return an amount as if it ended with what it is in another currency: `RMB25.9 billion or USD3.6 billion from vehicle sales`."""
    again = scan.following(amount)
    told = again is not None and scan.text[amount.end : again.start] in _OR and is_conversion(scan, again)
    return replace(amount, end=again.end) if again is not None and told else amount
