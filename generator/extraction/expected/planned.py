"""What a company plans, where the amount itself is the object of the verb: `Management still plans RMB40bn for the year`, `budgets 40 billion`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.scanning import Scan

_PLANS = sought(
    rf"(?<!\bthe )(?<!\bits )(?<!\btheir )(?<!\bour )(?<!\bof )\b(?:plans?|planning|is budgeting|are budgeting|budgets?|pledges|earmarks|sticks to|holds to|stands by|stays at|(?:has|have|had) (?:earmarked|budgeted|set aside|allocated|pencill?ed in)) (?:to )?{ABOUT}(?:between |at least |up to )?$"
)
# `Nvidia is planning capex of $5 billion`
_PLANNING = re.compile(
    rf"\bplanning (?:[a-z-]+ ){{0,3}}(?:capex|expenditures?|spending|investments?|outlays?|sales|deliveries|shipments) of {ABOUT}(?:between |up to )?$"
)
_WHO = re.compile(r"\b(?:[Mm]gmt\.?|[Mm]anagement|[Cc]ompany|[Gg]roup|[Ii]t|[Tt]hey|[Ww]e|and)(?: [a-z]+){0,2} $")
# `its 2025 capital expenditure plan of $66 billion to $72 billion`, `Capex is planned at $70 billion`
_A_PLAN = re.compile(
    rf"(?:\b(?:capital (?:expenditures?|spending|investments?)|capex|spending|investment|R&D|research(?: and development)?|dividend|buyback) (?:plans?|budgets?)(?: for (?:the |this |next )?(?:[a-z]+ )?(?:year|20\d\d))? (?:of|at|is|are|stands at|remains at|remains|calls? for)|\b(?:is|are|being) (?:now |still )?(?:planned|budgeted|pencilled in|set) at) (?:between |up to |at least )?{ABOUT}$"
)
# `raised its capital spending plan for 2025 by $10 billion to $85 billion`
_PLAN_MOVED = re.compile(
    rf"\b(?:rais|lift|increas|boost|cut|lower|trimm?|hik|upp?|reduc|bump|nudg|slash|expand|narrow|scal)(?:ed|es|s|ing)?(?: up| back| down)? (?:its|their|the|the company['’]s|[A-Z]\w+['’]s) (?:[\w-]+ ){{0,3}}"
    r"(?:capital (?:expenditures?|spending|investments?)|capex|spending|investment|R&D|research(?: and development)?|dividend|buyback) (?:plans?|budgets?|programmes?|programs?)"
    rf"(?: (?:for|in) (?:the |this |next |its |fiscal )?(?:[a-z]+ )?(?:year|20\d\d))?(?: by {ABOUT}[A-Z]{{0,3}}[$€£¥]?[\d.,]+(?: ?%| ?[a-z]{{1,8}}(?: [a-z]{{3,8}})?)?)?,? to (?:between |up to |at least )?{ABOUT}$"
)
# `Hyundai's plan for 5.6 trillion won of capital expenditure in 2024 has not changed`
_PLAN_FOR = re.compile(
    rf"(?:['’]s?|\b[Ii]ts|\b[Tt]heir|\b[Oo]ur|\b[Tt]he|\b[Aa]) (?:[a-z]+ ){{0,2}}(?:plans?|budgets?|programmes?|programs?) (?:for|to (?:spend|invest|sell|deliver|ship|make|build|produce)|of spending|of investing) {ABOUT}(?:up to |at least )?$"
)
# `the founder wants it to sell 500,000 vehicles this year and 800,000 in 2026`
_WANTS = re.compile(
    r"\bwant(?:s|ed)? (?:it|them|the (?:company|group|firm|brand|[a-z]*maker)|[A-Z][\w.&-]+(?: [A-Z][\w.&-]+)?) to (?:sell|deliver|ship|make|build|produce|reach|hit|hand over|export|earn|generate|achieve|invest|spend)"
)
_SO_MANY = re.compile(
    rf" (?:(?:sales|deliveries|revenue|a profit|annual sales) of )?{ABOUT}(?:at least |as many as |up to )?"
)
_AND_THEN = re.compile(
    rf"(?: (?:vehicles|cars|units|phones|smartphones))?(?: (?:this|next) year| in 20\d\d)?,? and {ABOUT}"
)
_WANTED = 160  # characters before an amount, within which somebody wants it
_LEAD = 60  # characters before an amount, within which a plan stands


def is_planned(scan: Scan, amount: Amount) -> bool:
    """Whether an English amount is what a company, or whoever leads it, says that it plans."""
    if scan.chinese:
        return False
    low = max(scan.sentence.start, scan.amount_before(amount.start), amount.start - _LEAD)
    if _PLAN_FOR.search(scan.text, low, amount.start) or _wants_it(scan, amount):
        return True
    if _PLANNING.search(scan.text, low, amount.start):
        return True
    plans = _PLANS.search(scan.text, low, amount.start)
    if plans is None:
        return False
    named = any(low <= e.start and e.end < plans.start() for e in scan.entities)
    return named or bool(_WHO.search(scan.text, low, plans.start()))


def _wants_it(scan: Scan, amount: Amount) -> bool:
    """Whether somebody wants a company to reach an amount, or the next of its years: `he wants it to sell 500,000 vehicles this year and 800,000 in 2026`."""
    low = max(scan.sentence.start, amount.start - _WANTED)
    wants = _WANTS.search(scan.text, low, amount.start)
    between = [a for a in scan.amounts if wants and wants.end() <= a.end <= amount.start]
    if wants is None or len(between) > 1:
        return False
    lead = scan.text[between[0].end if between else wants.end() : amount.start]
    return bool((_AND_THEN if between else _SO_MANY).fullmatch(lead))


def is_a_plan(scan: Scan, amount: Amount) -> bool:
    """Whether English calls an amount, or the range that it ends, a plan or a budget, or says that it is planned."""
    first = scan.first_of_range(amount)
    low = max(scan.sentence.start, scan.amount_before(first.start), first.start - _LEAD)
    if scan.chinese:
        return False
    moved = _PLAN_MOVED.search(scan.text, max(scan.sentence.start, first.start - _WANTED), first.start)
    return moved is not None or _A_PLAN.search(scan.text, low, first.start) is not None
