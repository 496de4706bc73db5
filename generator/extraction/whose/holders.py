"""Companies that stand right before amounts, and hold them: `behind Apple with 18%`, `Samsung shipped 60.6 million and Apple 56.5 million`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.scanning import Scan, once
from generator.extraction.marks.verbs import DID, MOVED

_HELD_BY = re.compile(
    r"(?:['’]s(?: at| of)?|\s+(?:brand )?(?:with|at|on))\s+(?:a |an |about |around |nearly |just |only )?|\s*\("
)
# `The company is closely followed by Xiaomi with a market share of 22 percent`
_FOLLOWED = re.compile(r"\bfollowed (?:closely )?by (?:the )?(?:[A-Z]?[\w-]+ ){0,3}$")
# `Tesla outsold rival BYD with 461,000 deliveries`: what it did so with is its own
_OUTDID = re.compile(
    r"\b(?:out(?:sold|sells|shipped|performed|paced)|beat|beats|overt(?:ook|akes)|topp(?:ed|ing)|tops|pass(?:ed|es)|surpass(?:ed|es)|dethroned|edged out|leapfrogged) (?:the |its )?(?:[a-z]* ?rivals? )?$"
)
# `Revenue is forecast by Citi at 120 billion yuan`: who expects it
_PUT_BY = re.compile(
    r"\b(?:seen|forecast|forecasted|expected|put|pegged|projected|estimated|predicted|modell?ed|pencill?ed in|anticipated|reckoned|tipped|assumed|valued|rated) (?:by|at) (?:(?:analysts|the (?:team|analysts)|broker|brokerage|the broker|the bank) (?:at |of |from )?)?$"
)
_HAS = re.compile(r",?(?: with| at| that| which|,? who)\b[^,;\d$€£¥]{0,40}")
# What stands between a company and an amount of which the verb was told before.
_ALSO = re.compile(
    rf"(?: also| alone| only| itself)? (?:{DID}|came (?:in )?(?:to|at)|reached|stood at|totall?ed|amounted to) (?:(?:one|ones|that|those) of )?(?:about |around |approximately |roughly |nearly |almost |over |more than |just |only )?"
    r"|['’]?\s+(?:with |at |on )?(?:about |around |approximately |roughly |nearly |almost |over |more than |just |only )?"
    r"| (?:first|second|third|fourth|fifth|sixth|next|last)(?: place)? (?:with|at|on) (?:about |around |nearly |over |more than |just |only )?"
    r"| (?:came|was|followed|ranked|took|closed|rounded|completed|brought up|finished|stood|landed|placed|slipped|moved|ended)(?: [a-z-]+){0,5}? (?:with|at|on) (?:about |around |nearly |over |more than |just |only )?"
    r"|, [^,;$€£¥\d]{3,60}, (?:at|on) (?:about |around |nearly |over |only |just )?"
    r"|(?:['’]s?)?, (?:at|with|which (?:is|was|stood|stands)(?: at)?) (?:about |around |nearly |over |only |just )?"
    rf"|['’]s (?:(?:at|of|to|was|were|stood at|came (?:in )?(?:at|to)|reached|totall?ed|hit|(?:{MOVED}) to) )?(?:about |around |nearly |over |only |just )?"
    r"|(?:\([\dA-Z.:-]{4,12}\))?的?(?:则|也|亦)?(?:预计|预期|预料|料|估计)?(?:只|仅|才)?(?:有|为|达|是)?(?:约|近|超|逾)?"
)
# `BYD sold 386,000; Tesla, 71,000 units; and Xiaomi, 25,000`
_LISTED, _COMMA = ("; ", "; and "), re.compile(r", (?:about |around |nearly |over |more than |just |only )?")
# What leads to such a company: it is one of several, or another is set beside it.
_LED = sought(
    r"(?:[,;、:]|\b(?:and|while|whereas|but|as|with|than|versus|vs\.?|behind|over|above|below|beat(?:s|ing)?|topp(?:ed|ing)|outpac(?:ed|ing)|surpass(?:ed|es|ing)|exceed(?:ed|s|ing)|trail(?:ed|s|ing)|ahead of|(?:short|shy) of|(?:followed|trailed|joined) (?:[a-z]+ly |then |in turn )?by|compared (?:with|to)|times(?: that of)?))\s*(?:rivals? )?$"
    r"|(?:和|与|及|以及|而|高于|低于|超过|超越|领先于?|落后于?|次于|优于|逊于|大于|少于|多于|不及|高过|低过|击败|打败|力压|反超|赶超|胜过|压过|碾压|对比|相比)$"
)
# 以58.2万辆的纯电销量击败特斯拉的49.7万辆: the metric of the amount before, right behind it
_ITS_NAME = re.compile("[辆台部支]的[一-鿿]{0,4}")
# `2.26 million EVs, compared with 1.64 million at Tesla`: another company's is set beside
_AGAINST = sought(
    r"\b(?:compare[sd]? (?:with|to)|versus|vs\.?|against|(?:surpass|exceed|beat|topp|outpac|eclips|trail)(?:ing|ed|es)?|(?:more|less|fewer|higher|lower|better|worse) than|behind|ahead of|below|above|(?:short|shy) of) (?:the |a )?(?:just |only |about |around |nearly |over |more than |roughly )*$",
    re.I,
)
# `the 41.3 million iPhones from Apple`: whatever things they are; orders and takings from another are not its own
_THINGS = r"(?!(?:and|or|but|in|of|on|to|as|at|by|for|from|orders?|sales|revenues?|income|profits?|purchases?|chips|parts|year|years|posted|reported|recorded|made|managed|generated)\b)(?![a-z]+ed\b)[A-Za-z][\w-]*"
_AT_ANOTHER = re.compile(
    rf"(?: \([^()]{{2,24}}\))?(?: {_THINGS}){{0,2}}(?: (?:posted|reported|recorded|made|managed|generated))? (?:at|by|for|from) (?:the )?(?:[A-Z][a-z]+['’]s )?(?:(?:US|U\.S\.|American|Chinese|its|rival|competitor|peer|automaker|carmaker|giant|rivals) )*"
)
# `below the 109 billion yuan that Alibaba reported`
_DID_ANOTHER = re.compile(rf"(?: {_THINGS}){{0,2}}(?: that| which)? (?:the )?(?:[a-z]+ )?")
_HAS_DONE = re.compile(rf" (?:had |has )?{DID}\b")
# `That compares with 20.4% at Baidu`
_SPEAKS_ON = re.compile(
    r"[^\w\n]{0,4}(?:That|This|It|The (?:figure|number|total))(?:['’]s)? (?:compare[sd]|(?:is|was) (?:[a-z]+ ){0,3}(?:than|behind|of|below|above|ahead))\b"
)
# `23.1 billion yuan (Meituan: 18.2 billion yuan)`
_BETWEEN_BRACKETS = re.compile(r": (?:about |around |nearly |over |more than )?")
# what says behind an amount that it is of another thing: `while Geely had 5 billion yuan in cash`
_OF_ELSE = re.compile(
    r" (?:in|of|worth of|on|from|for) (?!(?:the|its|that|those|these|this|an?|same|first|second|third|fourth|revenues?|sales)\b)[a-z]"
)
# `$25 billion in sales at Alibaba and around $19 billion at competitor JD.com`
_AT_A_RIVAL = re.compile(r" at (?:its |the )?(?:[a-z-]+ )?(?:rival|competitor|peer) ")
_AND = re.compile(r"\b(?:and|while) (?:about |around |nearly |over |more than |roughly )?$")
_AND_THE = re.compile(r"(?:,|,? and) (?:the )?(?:about |around |nearly |over |just )?")
_ENDS = re.compile(r"[,;.)]|$| and\b| in\b")  # `the 48,740 of Li Auto`, not `$20 billion of Apple stock`
_FOR = re.compile(r" (?:(?:units|vehicles|cars|yuan|RMB) )?for (?:the )?")
_PAID = re.compile(
    r"\b(?:pa(?:ys?|id|ying)|owe[sd]?|gave|gives?|lent|lends?|fined?|charge[sd]?|cost|sent|handed|granted|award(?:ed|s)) $"
)
_EXPECTING = ("预期", "调查")  # 略超彭博一致预期(103亿元): the company's, as the market expects it
_LEAD = 24  # characters before a company that may lead to it


def holder_of(scan: Scan, amount: Amount) -> EntityMention | None:
    """Return the company that an English text names right before an amount as its holder: `behind Apple with 18%`, `Huawei (16%)`."""
    if not scan.text[amount.start - 1].isascii():
        return None
    held = [
        e for e in scan.entities
        if (not scan.text.endswith(_EXPECTING, 0, e.end) and not _has_outdone(scan, e) and not _is_who_expects(scan, e) and _HELD_BY.fullmatch(scan.text, e.end, amount.start))
        or (_FOLLOWED.search(scan.text, scan.sentence.start, e.start) and _HAS.fullmatch(scan.text, e.end, amount.start))
    ]  # fmt: skip
    return held[-1] if held else None


def _is_who_expects(scan: Scan, mention: EntityMention) -> bool:
    """Whether a house is named as who expects something, and how much is told next."""
    return _PUT_BY.search(scan.text, max(scan.sentence.start, mention.start - 48), mention.start) is not None


def _has_outdone(scan: Scan, mention: EntityMention) -> bool:
    """Whether a company is whom another one that the sentence names has outdone, with what stands behind it."""
    spoken_of = any(e.start < mention.start for e in scan.entities) and scan.text.startswith(" with ", mention.end)
    return spoken_of and bool(_OUTDID.search(scan.text, max(scan.sentence.start, mention.start - 40), mention.start))


def holder_behind(scan: Scan, amount: Amount) -> EntityMention | None:
    """Return the company that an English list names behind each amount: `they were 72,056 for NIO and 103,181 for Xpeng`."""
    if not scan.text[amount.start - 1].isascii():
        return None
    ends = {a.end: e for a in scan.amounts for e in scan.entities if _FOR.fullmatch(scan.text, a.end, e.start)}
    return ends.get(amount.end) if len(ends) > 1 else None


def is_paid(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is what a company is paid: `and it paid Qualcomm $2 billion`."""
    payees = (e for e in scan.entities if scan.text[e.end : amount.start] == " ")
    return any(_PAID.search(scan.text, max(scan.sentence.start, e.start - _LEAD), e.start) for e in payees)


@once
def _set_beside(scan: Scan, amount: Amount) -> EntityMention | None:
    """Return the company behind an amount that another's is set beside with: `versus 484,507 for Tesla`."""
    low = max(scan.sentence.start, amount.start - 50)
    against = _AGAINST.search(scan.text, low, amount.start)
    if against is None and _AT_A_RIVAL.match(scan.text, amount.end):
        against = _AND.search(scan.text, low, amount.start)
    if not (against or _goes_on_beside(scan, amount)):
        return None
    alike = any(a.end <= amount.start and a.kind == amount.kind for a in scan.amounts)
    speaks_on = _SPEAKS_ON.match(scan.text, scan.sentence.start)
    if not (alike or speaks_on or any(e.end <= amount.start for e in scan.entities)):
        return None
    found = next((e for e in scan.entities if _AT_ANOTHER.fullmatch(scan.text, amount.end, e.start)), None)
    found = found or next(
        (
            e
            for e in scan.entities
            if _DID_ANOTHER.fullmatch(scan.text, amount.end, e.start) and _HAS_DONE.match(scan.text, e.end)
        ),
        None,
    )
    owned = (e for e in scan.entities if scan.text[amount.end : e.start] == " of " and _ENDS.match(scan.text, e.end))
    return found or next(owned, None)


def _goes_on_beside(scan: Scan, amount: Amount) -> bool:
    """Whether an amount goes on with one that is set beside so: `compares with 17.4% for Tesla and 19.4% at Li Auto`."""
    before = scan.preceding(amount)
    if before is None or before.kind != amount.kind:
        return False
    # a row of bare numbers has nobody between them, and would be asked to its very start
    between = any(before.end <= e.start < amount.start for e in scan.entities)
    another = _set_beside(scan, before) if between else None
    return another is not None and bool(_AND_THE.fullmatch(scan.text, another.end, amount.start))


@once
def next_holder(scan: Scan, amount: Amount) -> EntityMention | None:
    """Return the company that an amount is told of in turn, where only the one before it has a verb.

    `BYD delivered 1.1 million cars, Tesla 497,099 and Xiaomi 108,796`; `20.1%, higher than NIO's 13.9%`.
    """
    floor = scan.amount_before(amount.start)
    if behind := _set_beside(scan, amount):
        return behind if floor > scan.sentence.start or _SPEAKS_ON.match(scan.text, scan.sentence.start) else None
    before = scan.preceding(amount)
    for mention in reversed(scan.entities):
        if mention.start < floor or floor <= scan.sentence.start:
            return None
        if mention.end <= amount.start:
            multiple = before is not None and before.kind == "times"  # `20 times General Motors', at $50bn`
            low = scan.sentence.start if multiple else floor
            lead = scan.text[max(low, mention.start - _LEAD) : mention.start]
            alone = not any(
                floor + 1 < m.start < amount.start and not _ITS_NAME.fullmatch(scan.text, floor, m.start)
                for m in scan.metrics
            )  # but `a 27% market share, while Vivo was second with`
            held = _ALSO.fullmatch(scan.text, mention.end, amount.start) and not _OF_ELSE.match(scan.text, amount.end)
            held = held or (lead.endswith(_LISTED) and bool(_COMMA.fullmatch(scan.text, mention.end, amount.start)))
            beside = lead.endswith("(") and _BETWEEN_BRACKETS.fullmatch(scan.text, mention.end, amount.start)
            return mention if alone and (beside or (held and _LED.search(lead))) else None
    return None
