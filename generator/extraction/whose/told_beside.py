"""Companies that an English sentence on another only sets beside it, or names in a reason, a time or as what they are to it: `while Samsung took 26%`, `as Huawei retreated`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.scanning import Scan

# `while its larger rival Li Auto handed over 110,000`
RIVAL_ACTS = re.compile(
    r"(?:[,;] |\b(?:while|whereas|but) )(?:the |its |their |[A-Z]\w+['’]s )?(?:[a-z-]+ ){0,2}(?:arch-?)?rival $"
)
_TO_ANOTHER = re.compile(
    r", (?:an?|its|the|one of its) (?:[a-z]+ ){0,3}(?:customer|client|shareholder|investor|supplier|partner|rival|competitor|backer)s?\b|(?:、[^,。;]{1,16}?)?[也都均]?(?:是|为)其?(?:公司)?(?:的)?[一-鿿]{0,4}(?:股东|客户|供应商|竞争对手|合作伙伴|往来银行)"
)
# `Realme, the brand that Oppo spun off in 2018`, `Lynk & Co, a marque Geely founded with Volvo`
_APPOSED_TO = re.compile(
    r", (?:an?|the|its) (?:[\w-]+ ){0,3}?(?:brand|sub-?brand|marque|business|unit|arm|division|company|firm|group|start-?up|[a-z]*maker|subsidiary|spin-?off|label|joint venture|operator|retailer|supplier)(?: (?:that|which))? (?:the )?"
)
_ONCE_DID = re.compile(
    r" (?:has |had |once |itself |recently |partly )*(?:sold|spun|bought|founded|owns?|owned|acquired|divested|set up|hived|created|launched|started|controls?|controlled|backs|backed|took over|took|carved|runs|ran|built|co-founded|invested|disposed|split|listed|floated|formed|bankrolls|bankrolled)\b"
)
_WHILE = re.compile(r"\b(?:while|whereas) (?:the )?$", re.I)
ITS = re.compile(r"['’]s | (?:brand|unit|arm|division) of ")
_THOSE_OF = re.compile(
    r"\b(?:(?:that|those|ones|offerings|products) (?:of|from)|(?:of|than|to) what) (?:the |rival )?$"
)  # `compete with those of Nvidia`
_OWN = 30  # characters behind a company, within which a metric of its stands
# `as Huawei retreated`, `on worries that Berkshire Hathaway might sell`
_ASIDE = re.compile(
    r"\b(?:as|after|because|since|when|although|though|before|(?:on|amid|despite) (?:[a-z]+ ){1,3}that) (?:the )?$",
    re.I,
)
# `the business, in which Alibaba competes with Meituan and JD.com, contributed`, `spent heavily to fend off Alibaba and JD.com`
_NAMES = r"(?:[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)?(?:, and |, | and )){0,3}"
_DONE_TO = (
    r"(?:fend(?:s|ed|ing)?|ward(?:s|ed|ing)?|fight(?:s|ing)?|fought|h(?:old|olds|olding|eld)|beat(?:s|ing)?) off|(?:catch(?:es|ing)?|caught|k(?:eep|eeps|eeping|ept)) (?:up )?(?:with|to)|k(?:eep|eeps|eeping|ept) pace with"
    r"|challeng(?:e|es|ed|ing)|t(?:ake|akes|aking|ook) (?:on|aim at)|undercut(?:s|ting)?|chas(?:e|es|ed|ing)|dethron(?:e|es|ed|ing)|shun(?:s|ned|ning)|poach(?:es|ed|ing)? (?:[a-z]+ ){0,3}from|(?:share|ground|customers|buyers|business|orders|sales) (?:from|to)"
    r"|(?:price|subsidy|bidding|turf|coupon|discount) wars? with|(?:competition|rivalry|pressure|fight|battle|onslaught|challenge|threat|encroachment) (?:from|with|against|posed by)|(?:share|market|turf|lead|position|ground) against|l(?:ose|oses|osing|ost) (?:its |their |the )?[a-z]+ to"
)
_COMPETES = re.compile(
    rf"\b(?:(?:compet(?:es?|ed|ing)|vies?|vied|vying|battl(?:es?|ed|ing)|fights?|fighting|rival(?:s|ling))(?: (?:with|against|for \w+ with))?|{_DONE_TO}) (?:(?:its |the )?(?:[a-z]+ ){{0,2}}(?:rivals?|competitors?|giants?|leaders?|likes of) )?{_NAMES}$"
)
# `after it signed OpenAI, and revenue rose`
_IT_DID = re.compile(
    r"\b(?:it|they|who|which|the company|the group) (?:has |had |also )?(?:signed(?: up)?|won(?: over)?|landed|acquired|bought|joined|backed|hired|overtook|passed|teamed up with|partnered with|invested in|sued) (?:the )?$"
)
# `because JD.com lured away riders and Alibaba offered coupons`: both are why
_AND_TOO = re.compile(r"(?:(?! (?:it|they|the company|sales|revenue|profit)\b)[^,;.]){0,50} and (?:rival )?$")
_REASONS = 80  # characters before a company, within which those stand that it only competes with


def is_contended_with(scan: Scan, mention: EntityMention) -> bool:
    """Whether an English sentence only says that another contends with a company, or what it did to that."""
    if scan.chinese:
        return False
    low = max(scan.sentence.start, mention.start - _REASONS)
    return any(form.search(scan.text, low, mention.start) for form in (_COMPETES, _IT_DID))


def is_told_beside(scan: Scan, mention: EntityMention) -> bool:
    """Whether an English sentence on another company only sets one beside it, or names something of its: `while Samsung took 26%`, `by Huawei's momentum`."""
    low = max(scan.sentence.start, mention.start - 12)
    if RIVAL_ACTS.search(scan.text, max(scan.sentence.start, mention.start - 60), mention.start):
        return True
    if _WHILE.search(scan.text, low, mention.start) or _THOSE_OF.search(
        scan.text, max(low - 8, scan.sentence.start), mention.start
    ):
        return True
    opens = mention.start <= scan.sentence.start + 1  # `AMD's chips compete with others` is on AMD
    owns = ITS.match(scan.text, mention.end) if scan.text[mention.start].isascii() and not opens else None
    return owns is not None and not any(0 <= m.start - mention.end <= _OWN for m in scan.metrics)


def _is_of_the_described(scan: Scan, mention: EntityMention) -> bool:
    """Whether an English company only did something to the one that stands right before: `Realme, the brand that Oppo spun off`."""
    before = [e for e in scan.entities if e.end < mention.start]
    if not before or not _APPOSED_TO.fullmatch(scan.text, before[-1].end, mention.start):
        return False
    return _ONCE_DID.match(scan.text, mention.end) is not None


def is_aside(scan: Scan, mention: EntityMention) -> bool:
    """Whether a company only stands in a reason or a time, or as what it is to another: `as Huawei retreated`, `Nvidia, a customer, accounted for`."""
    if _TO_ANOTHER.match(scan.text, mention.end) or _is_of_the_described(scan, mention):
        return True
    if is_contended_with(scan, mention):
        return True
    if _is_why(scan, mention):
        return True
    before = next((e for e in reversed(scan.entities) if e.end <= mention.start), None)
    return bool(before and _AND_TOO.fullmatch(scan.text, before.end, mention.start) and _is_why(scan, before))


def _is_why(scan: Scan, mention: EntityMention) -> bool:
    """Whether a company stands in a reason or a time, behind what a sentence is on."""
    aside = _ASIDE.search(scan.text, max(scan.sentence.start, mention.start - 40), mention.start)
    return aside is not None and aside.start() > scan.sentence.start + 1
