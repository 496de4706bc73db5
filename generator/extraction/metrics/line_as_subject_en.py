"""Revenue left unsaid where an English clause speaks of one line of business and of no metric: `Its data center business made up the lion's share at $39.1 billion`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.corpus.beginnings import sought
from generator.corpus.months import MONTHS
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.settings.catalogue import Segment

# what may stand before a line that is a clause's subject: `Meanwhile, the company's commercial cloud`
_LEAD = re.compile(
    r"[\s*•\"“)–—-]*(?:(?:Even|And|But|Meanwhile|Elsewhere|However|Still|In contrast|By contrast|Among the smaller lines|At the same time|Within that|Of that|In turn|Also),? )?(?:(?:and|but|while|whereas|although|though) )?"
    r"(?:(?:(?i:the|its|our|their) |smaller |larger |much |far |[A-Z][\w.&]*(?: [A-Z][\w.&]*)?['’]s? |company['’]s |group['’]s )*(?:(?!from\b|in\b|on\b|of\b|for\b|to\b|with\b)[a-z-]+ )?)?",
)
# what a line spends, earns, orders or is worth is not its revenue
_ELSE = sought(
    r"\b(?:spen[dt]\w*|invest\w*|cost\w*|loss\w*|lost|los(?:e|ing)|profit\w*|earn\w*|income|ebitda?|margins?|orders?|bookings?|backlog|contracts?|deals?|worth|valu\w+|acqui\w+|bought|buy\w*|sold|rais\w+|fund\w*|custom\w*|users?|subscrib\w*|sav\w+|market|industry|budget\w*|debt|bonds?|loans?|paid|pay\w*|charg\w+|fin(?:e|ed|es)|tax\w*|credit|grants?|subsid\w+|cash|assets?|opportunit\w+|annuali[sz]ed|run[ -]rate|return\w*|burn\w*|deposit\w*|transact\w*|volumes?|gmv|merchandise|commit\w*|capacity|factor(?:y|ies)|plants?|built|build\w*|construct\w*|price\w*|stake|ipo|listing|spun|spin\w*|hire\w*|employ\w*|staff|jobs|demand|savings|red|black|drag\w*|promis\w+|dwarf\w*|compar\w+|rival\w*|split|carv\w+|settl\w+|sued|claims?|damages|insur\w+|reserv\w+|since|if|once|formerly|previously|left|short|aims?|goals?|targets?|ambitions?|gaps?|lag\w*|behind|lend\w*|lent|leas\w*|wealth|premiums?|managed?(?= assets)|could|would|might|may|needs?|wants?|per|each|every|about whom|who|whom)\b",
    re.I,
)
_TURNS = re.compile(
    r"; |: |, (?:and|but|while|whereas|as|even|although|though|because|since|when|with|after|so|which|helped|said)\b|[.!?] "
)
_NOT_BEHIND = re.compile(
    r"\s?(?:-|(?:in|of|for|on|into|from|to|worth|at|as|by|over|through|between|a|per|every|each)\b(?! (?:the (?:same|first|second|third|fourth|last|previous|prior|year|quarter|three|six|nine|period|preceding|prior)|a year|that|[A-Z][a-z]+ (?:quarter|through|to)|Q\d|fiscal|20\d\d|its|their|[A-Z][a-z]{2,8},|year-earlier|\$|€|£|¥|RMB|HK|\d|all|total|group|revenue|sales)))"
)
# what an amount that is a line's revenue stands behind; `its cloud business is set to swallow $80 billion`, `the cloud unit's leases came to $100 billion`
_STANDS = re.compile(
    rf"(?: (?:at|with|to|was|were|is|reached|hit|stood at|came (?:to|in at)|good for|added|totall?ed|(?:chipped|put|weighed|kicked) in(?: with)?|put up|turned in|racked up|mustered|managed|yielded|logged|notched(?: up)?|clocked(?: up)?|contributed|supplied|provided))(?: (?:another|a (?:record|further|total of|combined)|the remaining))? {{1,2}}(?:{ABOUT})$"
)
_NAMED = re.compile(rf"(?!\b(?:{MONTHS}|RMB|HK|US|NT|Q[1-4]|FY\d*)\b)\b[A-Z][a-z]+\b(?!['’]s)")
# a verb or the like: `Client, $2.5 million` is an item of a list, whatever that is of
_SAID = re.compile(r"\b(?!(?:and|of|the|its)\b)[a-z]{2,}")
_BEHIND = re.compile(r"(?: \([^()]{1,40}\))?[^,;.()\d]{0,40}")  # `posted a 400 million yuan ($55 million) loss`
_FAR = 110  # characters between a line and its amount


def line_as_subject(scan: Scan, amount: Amount, kinds: Mapping[str, Segment]) -> tuple[str, Mention] | None:
    """Return the revenue of the one line of business that the clause of an amount speaks of, where it names no metric."""
    if scan.chinese or amount.kind != "money" or not amount.scaled or not scan.segments:
        return None
    before = [m for m in scan.segments if m.end <= amount.start]
    part = before[-1] if before else None
    if part is None or kinds[part.segment or ""].kind != "business" or amount.start - part.end > _FAR:
        return None
    return (
        ("revenue", Mention(amount.start - 1, amount.start, ("revenue",), part=part.segment))
        if _speaks(scan, part, amount)
        else None
    )


def line_that_moved(scan: Scan, amount: Amount, level: Amount, kinds: Mapping[str, Segment]) -> Mention | None:
    """Return the revenue of such a line that moved by a percentage to a level: `energy storage, lately the bright spot, was down 7% to $2.8 billion`."""
    told = line_as_subject(scan, level, kinds) if amount.kind == "percent" else None
    return told[1] if told else None


def _speaks(scan: Scan, part: Mention, amount: Amount) -> bool:
    """Whether a clause has a line for its subject, and says nothing that may be the amount's instead."""
    start = scan.clause(part.start)[0]
    if not _LEAD.fullmatch(scan.text, start, part.start):
        return False
    if any(start <= m.start < amount.start for m in scan.metrics) or any(
        part.end <= e.start < amount.start and not scan.text.startswith(("'s", "’s"), e.end) for e in scan.entities
    ):
        return False
    if any(part.end <= a.start < amount.start and a.kind != "percent" for a in scan.amounts):
        return False  # `Wearables, $7.52 billion (down from $7.91 billion)`
    said = scan.text[part.end : amount.start]
    if said.startswith(("'", "’")):
        return False  # `the cloud unit's leases came to $100 billion`
    if _NAMED.search(said):
        return False  # `its cloud business came to Malaysia with $3 billion`
    if not _SAID.search(said) or not _STANDS.search(said) or _ELSE.search(said) or _TURNS.search(said):
        return False
    behind = _BEHIND.match(scan.text, amount.end)
    return not _NOT_BEHIND.match(scan.text, amount.end) and not (behind and _ELSE.search(behind[0]))
