"""Who an English sentence speaks of, where it is not the company that stands last before an amount."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.scanning import Scan

# `With 526,000 EVs sold in the quarter, BYD topped`: who did so is said behind the comma.
_OPENS_WITH = re.compile(r"\s*(?:With|At|After|Having|By|Despite|Following|Before) ")
# `Geely Auto Group, which includes Geely, Lynk & Co and ZEEKR, sold`: whom it consists of is not who sold.
_CONSISTS_OF = re.compile(
    r"\b(?:(?:which|that) (?:includes?|comprises?|owns|operates|houses|consists? of)|including|such as) [A-Z][\w&' ,-]{0,60}$"
)
_UNITS_OF = re.compile(r" (?:(?:units|vehicles|cars|deliveries|NEVs|EVs) )?(?:of|by|from) ")
# 去年交付225万辆电动车的中国汽车制造商比亚迪; no 以70289辆的交付量领先小鹏汽车
_UNITS_OF_ZH = re.compile(
    "[辆台部][一-鿿]{0,6}的(?:(?!交付|销[量售]|出货|成绩|份额|数[量字]|表现|[纪记]录|优势|差距|超|领先|击败|力压|落后|追|胜|不[及敌如])[一-鿿]){0,10}"
)
_ITS_UNITS = re.compile(r" (?:units|vehicles|cars|EVs|NEVs|SUVs|phones|smartphones|handsets|PCs|deliveries)\b")
_REACH = 90  # characters before a name, within which a list that it stands in begins


def led_to(scan: Scan, amount: Amount) -> EntityMention | None:
    """Return the company right behind the phrase that an English sentence opens with, where the amount stands in that."""
    end = scan.clause(amount.start)[1]
    if not _OPENS_WITH.match(scan.text, scan.sentence.start, amount.start):
        return None
    behind = next((e for e in scan.entities if e.start >= end), None)
    return behind if behind and scan.text[end : behind.start] in (", ", ", the ") else None


def is_listed(scan: Scan, mention: EntityMention) -> bool:
    """Whether a company only stands in a list of those that another consists of."""
    low = max(scan.sentence.start, mention.start - _REACH)
    first = any(e.start < mention.start for e in scan.entities)
    return first and bool(_CONSISTS_OF.search(scan.text, low, mention.start))


def whose_units(scan: Scan, amount: Amount) -> EntityMention | None:
    """Return the company of `222,100 units of Zeekr`, said right behind what is counted, or of `296,000 Ford units`."""
    if amount.kind not in ("count", "bare"):
        return None
    if its := next(
        (e for e in scan.entities if e.start == amount.end + 1 and _ITS_UNITS.match(scan.text, e.end)), None
    ):
        return its
    forms = (_UNITS_OF, _UNITS_OF_ZH)
    return next((e for e in scan.entities for of in forms if of.fullmatch(scan.text, amount.end, e.start)), None)
