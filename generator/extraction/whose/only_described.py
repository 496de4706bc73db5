"""Companies that a sentence names only to say what another one is, has or did: in a relative clause, as its holder, its customer or its rival."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.bought_of_en import is_bought_of
from generator.extraction.whose.lists_of_companies import first_of_list

_THAT_LEFT = re.compile(
    r"\b(?:[Tt]hat|[Tt]his|[Ww]hich|[Ii]t) (?:left|leaves|puts?|places?|placed) (?:the )?$|\b(?:leaving|putting|placing) $"
)
_IN_RANK = re.compile(
    r"(?:,[^;.\d]{3,90},)? (?:in|at) (?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|last|top|No\. ?\d)\b"
)
_FIRST_HAN = "\u2e80"  # what stands before it in Unicode is of alphabets
_WHEN_ZH = re.compile(
    "(?:[^,;。\\d]{0,12}(?:之?后|以来|之际|之下|期间|时|的?(?:情况|背景|压力|冲击|夹击|围攻)下)|之前|[^,;。\\d]{0,8}翌日|(?:新)?(?:平台|产品|机)?[^,;。\\d]{0,4}(?:商机|订单|题材|热潮)),"
)
# 在对手阿里巴巴加码补贴之后,
_AT_WHICH = re.compile(
    r"\s*(?:而|但|不过,?|此外,?|另外,?)?(?:继|在|于|自从?|随着?|搭上|受惠|面对|面临|当)(?:(?:老|主要|竞争|直接|最大)*(?:对手|同[业行]|劲敌|宿敌|友商)|[一-鿿]{0,4}(?:巨头|龙头|一哥))?"
)
# 作为英伟达的主力供应商,市场预计其当季营收…: what whom the text is on is to another
_AS_ITS = re.compile(
    r"\s*(?:而|但|不过,?|此外,?|另外,?)?(?:作为|身为|同为|贵为)(?:[一-鿿]{2,8}(?:巨头|龙头|公司|大厂))?$"
)
_ROLE = re.compile(
    r"[^,;。\d]{0,16}(?:供应商|代工厂?商?|客户|伙伴|股东|对手|子公司|供货商|承包商|经销商|盟友|旗下[^,;。\d]{0,8}),"
)
_ROLE_EN = re.compile(
    r"['’]s (?:[a-z-]+ ){0,3}(?:backer|investor|partner|customer|client|supplier|rival|competitor|owner|parent|shareholder|creator|maker|founder|ally|provider|landlord|lender|tenant|carrier|manufacturer|assembler|distributor)(?: (?:in|by|and|for) [^,;.]{1,40})?,"
)
# `BYD, backed by Warren Buffett's Berkshire Hathaway, sold 1.8 million cars`
_BACKED_BY = re.compile(
    r"\b(?:backed|owned|controlled|led|founded|supported|funded|acquired) by (?:[A-Za-z][\w.-]*(?:['’]s)? ){0,5}$"
)
# `its investment in electric-truck startup Rivian`, `a 9% stake in Chinese carmaker Leapmotor`
_INVESTED_IN = re.compile(
    r"\b(?:investments?|stakes?|shares|interests?|holdings?) in (?:the |its |an? )?(?:[A-Za-z][a-z]*(?:-[a-z]+)* ){1,4}$"
    r"|\b(?:[Bb]ought|[Bb]uy(?:s|ing)?|[Aa]cquir(?:ed?|es|ing)|[Tt]ook|[Ss]old|[Hh]olds?|[Hh]eld|[Oo]wns?|[Oo]wned) [^,;.]{0,12}(?:\d ?%|per ?cent|half|a (?:third|quarter|fifth)|part|most|all) of (?:the )?$"  # `bought 15 percent of JD.com`
)
# `a gain from the listing of its affiliate Amer Sports`; but `Sales at its subsidiary Zeekr rose` is on that
_ITS_OWN = re.compile(
    r" (?:of|from|in|by|to|with|for|on) (?:its|the company['’]s|the group['’]s|their) (?:[a-z][a-z-]* ){1,4}$"
)
# `Great Wall Motor, which has taken over a former Mercedes-Benz plant, sold 29,000 cars`; `JD.com, in which Walmart once held a stake, said`
_WHICH = re.compile(r",? (?:(?:in|of|for|to|from|with|by) )?(?:which|whom?|that|whose) [^,;]*$")
# `The company, which is fending off a resurgent Huawei, lifted its spending`: named in a relative clause on whom the sentence calls by no name
_UNNAMED_WHICH = re.compile(
    r"\s*(?:But |Yet |Still, )?(?:The|This) (?:[\w'’-]+ ){0,5}?[a-z][a-z'’-]+, (?:(?:in|of|for|to|from|with|by) )?(?:which|whose|who|whom) [^,;]*$"
)
_FORMER = re.compile(r"\b(?:former|old|ex-|disused|idle|abandoned) ?$")


def is_in_relative(scan: Scan, mention: EntityMention) -> bool:
    """Whether an English company only stands in what describes another one."""
    if _FORMER.search(scan.text, max(scan.sentence.start, mention.start - 12), mention.start):
        return True
    described = [e for e in scan.entities if e.end <= mention.start]
    if not scan.text[mention.start].isascii():
        return False
    first = first_of_list(scan, mention) or mention  # `CATL, whose customers include Tesla, Volkswagen and BMW, earned`
    which = any(_WHICH.fullmatch(scan.text, e.end, first.start) for e in described)
    which = which or _UNNAMED_WHICH.fullmatch(scan.text, scan.sentence.start, first.start) is not None
    end = scan.text.find(",", mention.end, scan.sentence.end)
    return which and end >= 0 and not any(mention.end <= a.start < end for a in scan.amounts)


def is_holder_or_held(scan: Scan, mention: EntityMention) -> bool:
    """Whether a company only backs another one, or another only holds a part of it."""
    low = max(scan.sentence.start, mention.start - 64)
    return is_bought_of(scan, mention) or any(
        form.search(scan.text, low, mention.start) for form in (_BACKED_BY, _INVESTED_IN)
    )


def is_its_own(scan: Scan, mention: EntityMention) -> bool:
    """Whether an English sentence names a company only as what another one has: its affiliate, of which no figure is told right there."""
    low = max(scan.sentence.start, mention.start - 60)
    own = _ITS_OWN.search(scan.text, low, mention.start)
    return own is not None and not any(m.end == own.start() for m in scan.metrics)


def is_only_when(scan: Scan, mention: EntityMention) -> bool:
    """Whether a Chinese sentence only opens with a company to say when or behind whom another did something: 继鸿海之后,联发科营收…."""
    when = _WHEN_ZH.match(scan.text, mention.end)
    return when is not None and _AT_WHICH.fullmatch(scan.text, scan.sentence.start, mention.start) is not None


def is_whose_role(scan: Scan, mention: EntityMention) -> bool:
    """Whether a sentence only says what another is to a company: 作为英伟达的主力供应商,市场预计其当季营收…, `Microsoft, OpenAI's biggest backer, said`."""
    if not scan.chinese:
        before = scan.text.endswith(", ", 0, mention.start) and any(e.end < mention.start for e in scan.entities)
        return before and _ROLE_EN.match(scan.text, mention.end) is not None
    role = scan.chinese and _ROLE.match(scan.text, mention.end)
    return bool(role) and _AS_ITS.match(scan.text, scan.sentence.start, mention.start) is not None


def is_left_in_rank(scan: Scan, mention: EntityMention) -> bool:
    """Whether an English sentence says in which place a company was left: `That left Transsion, the maker of Tecno phones, in fifth`."""
    left = _THAT_LEFT.search(scan.text, max(scan.sentence.start, mention.start - 24), mention.start)
    return left is not None and _IN_RANK.match(scan.text, mention.end, scan.sentence.end) is not None


def is_named_aside(scan: Scan, mention: EntityMention) -> bool:
    """Whether a Chinese name only stands in brackets with others, and no amount does: 若不考虑已处置业务(高鑫零售和银泰)."""
    around = scan.brackets_around(mention.start)
    if around is None or around.end - around.start <= mention.end - mention.start + 2:
        return False
    several = sum(around.start < e.start < around.end for e in scan.entities) > 1
    if scan.text[mention.start].isascii() and not (several and scan.text[around.start - 1] > _FIRST_HAN):
        return False  # but 海外四大科技公司(微软、亚马逊、Meta)
    return not any(around.start < a.start < around.end for a in scan.amounts)
