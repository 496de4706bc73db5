"""Words in marks that a speaker has of somebody without a name: `quoted his father: “…”`, `was told by a customer: “…”`."""

from __future__ import annotations

import re

from generator.extraction.quotes.passage import Passage
from generator.extraction.quotes.quotation import Quotation

_BEFORE = 110  # characters
_SOMEBODY = r"(?:his|her|their|its|an?|one|some|the|many|several|another|my)(?: [a-z'-]+){1,6}?"
_OF_ANOTHER = re.compile(
    rf"\b(?:(?:quot|cit)(?:ed|ing|es) {_SOMEBODY}|(?:was|were|been|is|are|being|got) (?:once )?(?:told|asked|warned|advised|reminded) by {_SOMEBODY}"
    rf"|(?:said|says|recalled|recalls|remembers|remembered|joked|recounted|told [a-z ]{{2,20}}) (?:that |how |when )?{_SOMEBODY} (?:had |once |always |used to |often )*(?:told|tell|said to|say to|asked|ask|warned|wrote to|shouted at)(?: (?:him|her|them))?)[:,] ?$"
)
# Asked “…?”, Lee smiled; as the saying goes, “…”; customers would come in and ask, “…?”
_NOBODYS = re.compile(
    r"(?:\b[Aa]sked,? $|\b[Aa]s the (?:old )?(?:saying|joke|proverb|song|line|adage|motto|slogan) (?:goes|says|has it)[:,] ?$"
    r"|(?:^|[.!?\x1e\n] ?)(?:Customers|Critics|S[kc]eptics|People|Users|Fans|Buyers|Drivers|Owners|Investors|Reporters|Visitors|Shoppers|Many|Some|Others|Most|Everyone|Everybody|Friends|Colleagues|Workers|Employees|(?:An?|The|Some|One|Many|Most|Every) (?:[a-z]+ ){0,2}[a-z]+) (?:would |will |often |always |still )*(?:come in and |come up and |walk in and )?(?:ask|say|wonder|complain|shout|chant)[:,] ?$"
    r"|\b(?:[Aa]n?|[Tt]he) (?:note|sign|banner|poster|sticker|label|plaque|notice|message|placard|letter) (?:on|in|at|above|below|near|outside|behind|by) (?:the|his|her|its|a) (?:[a-z]+ ){1,3}(?:said|says|read|reads)[:,]? ?$)"
)

# responded to rumors that “…”, rejecting claims that “…”: what others say; his claim that “…” is his
_REPORTS = re.compile(
    r"\b(?:answer|respond|repl|den[yi]|dismiss|reject|refut|address|rebut|comment|react|quash|deflect|ridicul|(?:brush|laugh|push|hit|play)[a-z]* (?:off|back|down|out))[a-z]*(?: (?:to|on|against|at|about))?"
    r"(?: (?!his\b|her\b|its\b|their\b|with\b|by\b)[\w'’-]+){0,3}? (?:reports|rumou?rs?|claims?|speculation|allegations?|suggestions?|accusations?|criticisms?|complaints?|gossip|talk) (?:that|(?:saying|claiming|suggesting|alleging|asserting)(?: that)?),? $"
)


def is_anothers(passage: Passage, quotation: Quotation) -> bool:
    """Whether what leads to words in marks says that they are of somebody without a name, or of nobody."""
    before = max(passage.start - 1, 0, quotation.start - _BEFORE), quotation.start - 1
    return any(form.search(passage.outside, *before) for form in (_OF_ANOTHER, _NOBODYS, _REPORTS))
