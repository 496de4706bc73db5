"""Which profit plain `profit` means: the one named before it, or that of the operations of a part."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.reason_words_en import BY, OWING_TO
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.operating_level_en import OPERATING_LEVEL, opens_operating
from generator.extraction.metrics.per_share import PROFIT_OF
from generator.extraction.whose.reasons_en import is_put_aside, is_spent_on
from generator.settings.catalogue import Catalogue

_PROFITS = (
    "net_profit",
    "adjusted_net_profit",
    "operating_profit",
    "adjusted_operating_profit",
    "gross_profit",
    "net_profit_recurring",
)
# `Profit at Samsung's chip unit`: which part earned it is said behind it.
_AT_PART = re.compile(
    r"(?: \([^()]*\))? (?:at|of|from|in|for) (?:the |its |[A-Z][\w.&]*(?: [A-Z][\w.]*)?['’]s )?(?:[a-z]+ ){0,2}"
)
# `Revenue in the unit rose 19%, and profit grew 26%`: both are of the line of business spoken of before.
THAT_PART = sought(
    r"\b(?:in|of|at|for|from) (?:the|this|that) (?:segment|unit|division|business unit)\b(?! (?:of|that|which|comprising|containing|consisting|composed|made up|including|around|housing|covering|spanning|home to)\b)",
    re.I,
)
THAT_ZH = "(?:[该此这](?:[一项块个类]|部分|一块)?|上述)"  # 该业务, 该项业务, 这块业务, 这一板块
# 不过,该业务仍处于投入阶段,亏损18亿元: so does a Chinese sentence that opens with 该业务
THAT_LINE = re.compile(rf"\s*(?:不过|但|然而|目前|此外|同时|其中|(?:数据|财报|公告)显示)?,?{THAT_ZH}(?:业务|板块|分部)")
# `The unit's revenue grew 26% to 33.4 billion yuan, its profit 30% to 2.9 billion`
_THE_UNITS = re.compile(r"\s*(?:The|This|That) (?:segment|business|division|unit)['’]s ")
_ITS_OWN = re.compile(
    r"(?:(?:,|;|,? and|,? while|,? but) its|,? (?:for|with|giving|yielding|on|at|equal to|or|leaving|resulting in) an?) (?:[a-z]+ )?$"
)
_WAS_A = re.compile(
    r"[^,;.]{0,24} (?:was|were|came in at|showed|swung to|turned to) an? "
)  # `EBITDA for Q3 was a loss of 14.8 billion`
# `At the operating level, the loss came to 1.3 billion euros`, `lost 300 million yuan at the operating level`
_OPERATING_BEFORE = re.compile(rf"\b(?:[Aa]t|[Oo]n) {OPERATING_LEVEL},? [^;.\d]{{0,40}}$")
_OPERATING_BEHIND = re.compile(rf"[^,;.]{{0,40}}(?:\d[\d.,]{{0,20}}[^,;.]{{0,24}})? (?:at|on) {OPERATING_LEVEL}\b")
_FROM_A = re.compile(
    r"\b(?:from|versus|against|compared (?:with|to)) (?:an? )?(?:net |quarterly )?$"
)  # `from a profit of`
# A list that has told one of these goes on to the next with plain `profit`.
_NEXT = {"operating_profit": "net_profit", "adjusted_operating_profit": "adjusted_net_profit"}
_TELLS = re.compile(
    r" (?:(?:was|were|of|at|came in at|came to|stood at|reached|totall?ed|amounted to) )?(?:about |around |nearly |over |a record )?"
)
_AND = re.compile(r"(?: \([^()]*\))?(?:,|,? and|;) (?:its |the |a )?")
# `due to growth with its storage arm, profit came to`, `spent more on cloud and AI, driving profit down`
_CAUSED = re.compile(
    rf"\b(?:{OWING_TO}|{BY}|(?:invest|spend|spent|bet)\w*(?: [a-z]+){{0,3}} (?:in|on|across))\b[^,;.]*$"
)
# `Reality Labs lost $4.4 billion while the company made $2.7 billion`
_ITSELF = re.compile(r"\bthe (?:whole )?(?:company|group|firm|[a-z]*maker)(?: (?:itself|still|also))* ?$")
_TURNS = re.compile(
    r"[^,;.\d]{0,40}, (?:(?:and|but|while) |[a-z]+ing )?(?:(?:its|the|the company['’]s|overall|quarterly) ){0,2}"
)
_BY_PART = re.compile(
    r" by (?:business |operating |reportable |product )?(?:segment|division|unit|business|group|category|line)s?:"
)
_NEAR = 24  # characters behind a profit, within which a text says of which part it is


def profit_meant(scan: Scan, catalogue: Catalogue, mention: Mention) -> str:
    """Return which profit plain `profit` means: the one named before it; that of operations for a segment."""
    business = max(
        (
            m.start for m in scan.segments
            if m.end <= mention.start and catalogue.segments[m.segment or ""].kind == "business"
            and not _only_a_cause(scan, m, mention)
        ),
        default=-1,
    )  # fmt: skip
    if any(_earned_by(scan, catalogue, part, mention) for part in scan.segments) or _of_that_part(scan, mention):
        return "operating_profit"
    low = max(scan.sentence.start, mention.start - 70)
    if (
        _OPERATING_BEFORE.search(scan.text, low, mention.start)
        or _OPERATING_BEHIND.match(scan.text, mention.end, scan.sentence.end)
        or (opens_operating(scan, mention.start, mention.end) and not _named_before(scan, mention))
    ):
        return "operating_profit"
    for other in reversed(scan.metrics):
        beside = other.end == mention.start or _WAS_A.fullmatch(scan.text, other.end, mention.start)
        if "ebitda" in other.metrics and beside:  # EBITDA亏损35.7亿元
            return "ebitda"
        named = [PROFIT_OF.get(name, name) for name in other.metrics if name in (*_PROFITS, *PROFIT_OF)]
        beside = _FROM_A.search(scan.text, max(0, mention.start - 30), mention.start)
        if named and (business < other.end or beside) and other.end <= mention.start:
            return _NEXT.get(named[0], named[0]) if _was_told(scan, other, mention) else named[0]
    return _listed_by_part(scan) or ("operating_profit" if business >= 0 else "net_profit")


def label_by_part(scan: Scan) -> Mention | None:
    """Return the metric that a list of parts is labelled with: `Adjusted EBITA by segment: Cloud RMB2.7 billion`."""
    return next((m for m in scan.metrics if _BY_PART.match(scan.text, m.end)), None)


def _listed_by_part(scan: Scan) -> str | None:
    """Return the profit that a list is of by its label: `Adjusted EBITA by segment: Cloud RMB2.7 billion; International a loss of RMB2.9 billion`."""
    first = label_by_part(scan)
    return next((name for name in first.metrics if name in _PROFITS), None) if first else None


def _named_before(scan: Scan, mention: Mention) -> bool:
    """Whether a sentence names another profit before one that it only calls profit or loss."""
    return any(m.end <= mention.start and m.metrics[0] in (*_PROFITS, *PROFIT_OF) for m in scan.metrics if m.metrics)


def _was_told(scan: Scan, other: Mention, mention: Mention) -> bool:
    """Whether a list told a profit with its amount, and now tells another: `operating income was $1.1 billion, profit was $970 million`."""
    told, own = ([a for a in scan.amounts if low <= a.start][:1] for low in (other.end, mention.end))
    if not told or not own or told[0].kind != "money" or own[0].kind != "money" or told[0].end > mention.start:
        return False
    return bool(
        _TELLS.fullmatch(scan.text, other.end, told[0].start)
        and _AND.fullmatch(scan.text, told[0].end, mention.start)
        and _TELLS.fullmatch(scan.text, mention.end, own[0].start)
    )


def _only_a_cause(scan: Scan, part: Mention, mention: Mention) -> bool:
    """Whether a line of business is named only as what brought the profit about, or what was spent on, before a comma."""
    if is_spent_on(scan, part) and "," in scan.text[part.end : mention.start]:
        return True
    if is_put_aside(scan, part, mention.start) or _ITSELF.search(scan.text, part.end, mention.start):
        return True
    return bool(
        _CAUSED.search(scan.text, max(scan.sentence.start, part.start - 70), part.start)
        and _TURNS.fullmatch(scan.text, part.end, mention.start)
    )


def its_of_the_unit(scan: Scan, mention: Mention) -> re.Match[str] | None:
    """Return the opening of an English sentence on the figures of `the unit`, which it goes on with by `its`."""
    opens = _THE_UNITS.match(scan.text, scan.sentence.start, mention.start)
    own = opens and _ITS_OWN.search(scan.text, opens.end(), mention.start)
    if not (opens and own) or any(e.start < mention.start for e in scan.entities):
        return None
    # not `The division's growth cheered investors, but its revenue`
    return opens if scan.amount_before(own.start()) > opens.end() else None


def _of_that_part(scan: Scan, mention: Mention) -> bool:
    """Whether a profit is that of the segment spoken of before: `Profit in the segment fell 43%`."""
    start = scan.sentence.start
    if its_of_the_unit(scan, mention):
        return True
    said = THAT_PART.search(scan.text, start, mention.end + _NEAR) or THAT_LINE.match(scan.text, start)
    return said is not None and not any(said.end() < e.start < mention.start for e in scan.entities)


def _earned_by(scan: Scan, catalogue: Catalogue, part: Mention, mention: Mention) -> bool:
    """Whether a line of business stands behind a profit as who earned it."""
    business = catalogue.segments[part.segment or ""].kind == "business"
    return business and part.start > mention.end and bool(_AT_PART.fullmatch(scan.text, mention.end, part.start))
