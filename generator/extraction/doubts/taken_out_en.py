"""What something took out of earnings is none of them: `tariffs took $1.1 billion out of the results`, `the blow to its profit will be $4 billion`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_ABOUT = r"(?:(?:about|around|nearly|almost|some|roughly|over|more than|as much as|up to|at least|approximately|an? (?:estimated|additional|further)|another|between|just|only|to|of) )*"
_WORDS = r"(?:[^\s,;.]+ ){0,6}?"
_EARNED = r"(?:results?|earnings|profits?|profitability|income|margins?|bottom line|EBITD?A?|cash flow)"
_TAKES = sought(
    r"\b(?:took|takes?|taken|taking|wip(?:ed?|es|ing)|shav(?:ed?|es|ing)|knock(?:s|ed|ing)?|lop(?:s|ped|ping)?|slic(?:ed?|es|ing)|carv(?:ed?|es|ing)|clip(?:s|ped|ping)?|cut(?:s|ting)?|chop(?:s|ped|ping)?"
    r"|strip(?:s|ped|ping)?|eras(?:ed?|es|ing)|par(?:ed?|es|ing)|drain(?:s|ed|ing)?|suck(?:s|ed|ing)?|siphon(?:s|ed|ing)?|ate|eat(?:s|en|ing)?(?: up| away)?|swallow(?:s|ed|ing)?|gobbl(?:ed?|es|ing)(?: up)?"
    rf"|burn(?:s|ed|t|ing)?(?: through)?|bit|bites?|subtract(?:s|ed|ing)?|deduct(?:s|ed|ing)?|skim(?:s|med|ming)?|remov(?:ed?|es|ing)|squeez(?:ed?|es|ing)) (?:up |away )?{_ABOUT}$"
)
_OUT_OF = re.compile(
    rf"(?: away)? (?:(?:out of|off(?: of)?|from|into|of) {_WORDS}{_EARNED}\b|(?:off|out of) {_WORDS}(?:revenues?|sales|turnover)\b)"
)
# `cost it about 300 million euros`; what research costs a company is its research
_COSTS = sought(
    rf"\bcost(?:s|ing)? (?:it|us|them|both|(?:[A-Z][\w&.’-]*(?: [A-Z][\w&.’-]*){{0,2}}|(?:the|its|our) (?:[\w-]+ ){{0,2}}[a-z-]+)) {_ABOUT}$"
)
# `robbed AMD of $800 million`, `missed out on $2.5 billion in sales`
_DEPRIVED = sought(
    rf"\b(?:robb?(?:ed|ing|s)|depriv(?:ed?|es|ing)|stripp(?:ed|ing)) (?:[^\s,;.]+ ){{1,4}}of {_ABOUT}$|\b(?:miss(?:es|ed|ing)? out on|forgo(?:es|ne|ing)?|forwent|(?:g(?:ave|ives?|iving)|pass(?:es|ed|ing)) up(?: on)?|sacrific(?:ed?|es|ing)) {_ABOUT}$"
)
_BLOW = r"(?:hit|blow|burden|headwind|toll|dent|drag|damage|impact|effect|bite|(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|currency|recall|strike|warranty) (?:costs?|bill|charges?|expenses?))"
_IS = r"(?:of|at|is|was|were|(?:will|would|could|may|might|should|can|to) (?:be|reach|total|amount to|come to)|(?:came|comes|coming|amounted|amounts)(?: in)? (?:to|at)|totall?(?:ed|s)|reached|reaches|stood at|equall?ed)"
_BLOW_OF = sought(
    rf"(?<!\bwithout the )(?<!\bexcluding the )(?<!\bdespite the )(?<!\bbefore the )(?<!\bfor the )(?<!\bout the )\b{_BLOW}(?: (?:of|from|on|to|for|due to|caused by) (?:[\w'’&.-]+ ){{0,6}}?[\w'’&.-]+){{0,3}} {_IS} (?:(?:seen|put|valued|expected|estimated|forecast) (?:at|to be) )?{_ABOUT}$"
    rf"|\b{_BLOW}\b[^;\d]{{0,60}}\b(?:deepen|grow|widen|rise|increase|swell|climb|worsen)(?:s|ed|ing)?\b[^;\d]{{0,40}}\bto {_ABOUT}$"
)
_A_BLOW = re.compile(r"(?: [a-z-]+){0,2}[ -](?:burden|bite|toll|dent|hole|damage|tariff bill|tariff tab)\b")
_OUTLAYS = ("rd_expense", "capex", "selling_expense", "administrative_expense", "operating_expense", "cost_of_revenue")
_REACH = 150  # characters before an amount, within which what took it is told


def is_taken_out(scan: Scan, amount: Amount) -> bool:
    """Whether English money is what something took out of a company's results."""
    if amount.kind != "money" or scan.chinese:
        return False
    low = max(scan.sentence.start, scan.amount_before(amount.start), amount.start - _REACH)
    if _A_BLOW.match(scan.text, amount.end) or _DEPRIVED.search(scan.text, low, amount.start):
        return True
    if _OUT_OF.match(scan.text, amount.end) and _TAKES.search(scan.text, low, amount.start):
        return True
    if _BLOW_OF.search(scan.text, low, amount.start):
        return True
    costs = _COSTS.search(scan.text, low, amount.start)
    return costs is not None and not any(m.end <= costs.start() + 5 and m.metrics[0] in _OUTLAYS for m in scan.metrics)
