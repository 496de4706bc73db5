"""What is sold in a country as a whole, behind a sentence on one company: `NEV wholesales in China soared 119 percent`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.whose.context import Surroundings

_GOODS = r"(?:(?:NEV|EV|BEV|PHEV|[Nn]ew[- ]energy (?:passenger )?vehicle|[Pp]assenger (?:car|vehicle)|[Ll]ight[- ]vehicle|[Cc]ar|[Aa]uto|[Vv]ehicle|[Mm]otor vehicle|[Ee]lectric (?:car|vehicle)|[Pp]lug-in(?: hybrid)?|[Hh]ybrid|(?:[Pp]ower )?[Bb]attery)s?)"
_COUNTED = r"(?:sales|wholesales?|retail sales|wholesale sales|registrations?|shipments?|exports?|deliveries|installations?|output|production)"
_OF_GOODS = rf"(?:{_GOODS} (?:retail |wholesale |domestic |export |unit )?{_COUNTED}|(?:[Rr]etail |[Ww]holesale |[Tt]otal |[Oo]verall |[Nn]ew )?[A-Za-z]*(?:ales|holesales|hipments|egistrations|eliveries|xports) of (?:all |new |the )*{_GOODS})"
_THERE = r"(?: (?:in|across|within|to|from) (?:the |all of |mainland )?(?P<where>[A-Z][\w.]+|country|region|world|nation|bloc|union|market|EU)| there\b)"
# Who the goods are of is not said: all that are sold there.
_OF_A_COUNTRY = re.compile(rf"(?:^|[\s(]){_OF_GOODS}{_THERE}")
# `Overall shipments there`, `car registrations`: whoever sold them
_OF_ALL = re.compile(
    rf"(?:^|[\s(])(?:(?:[Oo]verall|[Tt]otal|[Aa]ll) (?:[a-z]+ ){{0,2}}{_COUNTED}(?: (?:there|worldwide|globally|nationwide)\b| (?:in|across) the (?:country|region|market|world|nation|bloc|EU)\b)|(?:{_GOODS} )?(?:wholesales|(?:new )?(?:car |vehicle )?registrations)\b)"
)
# `China exported 469,000 cars in July`
_COUNTRY_DID = re.compile(
    r" (?:exported|sold|produced|made|built|bought|registered|imported|shipped|installed) (?![\d.,]+(?: million| thousand)? of (?:them|these|those|its|the total)\b)"
)
# `its EV sales in China`, `the carmaker's`: of the company spoken of
_ITS_OWN = re.compile(
    r"\b(?:[Ii]ts|[Tt]heir|[Oo]ur|['’]s own|[Tt]he (?:[\w-]+ ){0,2}(?:company|group|firm|[a-z]*maker|brand|giant|start-?up|manufacturer)(?:['’]s)?)\b|\b[Ii]t\b"
)
_WITHIN = 60  # characters behind a metric, within which it is said where


def is_of_a_country(around: Surroundings, mention: Mention) -> bool:
    """Whether an English sentence that names no company counts what all of them sold somewhere."""
    scan = around.scan
    if not scan.text[mention.start].isascii() or around.subject_before(mention.end) is not None:
        return False
    start = scan.sentence.start
    if _ITS_OWN.search(scan.text, start, mention.end):
        return False
    kinds = around.names.catalogue.segments
    if any(
        m.start - start <= 1 and kinds[m.segment or ""].kind == "region" and _COUNTRY_DID.match(scan.text, m.end)
        for m in scan.segments
    ):
        return True
    low = max(start, mention.start - 30)
    end = min(mention.end + _WITHIN, scan.sentence.end)
    found = _OF_A_COUNTRY.search(scan.text, low, end) or _OF_ALL.search(scan.text, low, end)
    return found is not None and found.start() <= mention.end and mention.start <= found.end()
