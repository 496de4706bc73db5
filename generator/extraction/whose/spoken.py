"""Which companies a sentence speaks of: not those that another is set beside, that it consists of, or that a reason names."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.bought_of_en import is_bought_of
from generator.extraction.whose.came_from_zh import is_whom_another_came_from
from generator.extraction.whose.done_to_en import is_done_to
from generator.extraction.whose.houses_own import is_on_itself
from generator.extraction.whose.outdone_by_none import is_outdone_by_none
from generator.extraction.whose.subjects import is_listed
from generator.extraction.whose.turned_to import goes_along, is_turned_to
from generator.extraction.whose.viewed_zh import is_left_out_zh, is_viewed

# A company after these words is what another is set beside, not who is spoken of.
_BESIDE = sought(
    r"(?:\b(?:than|versus|vs\.?|against|by|with|from|to|behind|follow(?:ed|s|ing)?|outpac(?:e[sd]?|ing)|over|past|pass(?:ed|ing)?|surpass(?:ed|ing|es)?|overtak(?:e|es|ing|en)|overtook|leapfrog(?:ged|ging)?|topp(?:ed|ing|led|ling)|dethron(?:ed|ing)|outs(?:old|elling|hipped|hipping|tripped|tripping)|outd(?:id|oes|oing)|outperform(?:ed|ing)?|(?:edg|nos|inch)(?:ed|ing) (?:out|past)|pip(?:ped|ping)|unseat(?:ed|ing)|displac(?:ed|ing)|eclips(?:ed|ing)|trail(?:ed|ing)|lagg(?:ed|ing)|oust(?:ed|ing)|supplant(?:ed|ing)|rivals?|like|after|ahead of|beat(?:s|ing|en)?|including|excluding|such as|between|among|followed by|compared (?:with|to)|under|at|(?:investments?|stakes?|shares|interests?) in|(?:assets|goodwill|disposal|sale|impairment) of|(?:write-?downs?|write-?offs?|impairments?|charges?|losses|gains?|profits?|returns?|bets?) on|due to|thanks to|left|quit|joined|sued|supplie[sd]|supplying|(?:related|linked|tied) to)\s*(?:the |its |rivals? |closest |local |arch-?)*"
    r"|反超|赶超|击败|力压|甩开|超过|高于|低于|与|和|跟|比|较|向|对|给|被|超越|由|来自|包括|如|除|(?:不考虑|不计入?|不含|不包括|未计入?|扣除|剔除|撇除|撇开|排除|除去|刨除)(?:(?:对?投资|出售|处置|收购|分拆|来自|已(?:[一-鿿]{2})?)的?)?|领先于|仅次于|落后于|采购|搭载|使用|采用|比肩|接入|持有|投资|[得受]益于|受惠于?|供货|供应|服务于)$",
    re.I,
)
# `Excluding the disposed Sun Art and Intime businesses, growth was 15%`
_LEFT_OUT = re.compile(
    r"\b(?:[Ee]xcluding|[Ee]xclude[sd]?|[Ww]ithout|[Ss]tripping out|[Ll]eaving out|[Nn]ot counting|[Ss]etting aside)(?: (?!and\b|but\b)[\w'’-]+){0,5} $"
)
_FOR_IT = re.compile("来[说讲看]|而言")  # 对理想来说,三季度并不轻松
# `Top Chinese rival BYD, with its plug-in hybrids, delivered 341,300 cars`; `Elsewhere, crosstown rival Toyota reported`
_RIVAL = re.compile(
    r"\s*(?:(?:In contrast|By comparison|Elsewhere|Separately|Earlier|On \w+day|(?:Earlier|Later) [a-z ]{4,12}), )?(?:(?!(?:versus|against|than|unlike|like|behind|after|with|from|to|for|over|on|by|of)\b)[A-Za-z'’-]+ ){0,3}[Rr]ivals? "
)
# `while its larger rival Li Auto handed over 110,000`
_RIVAL_ACTS = re.compile(
    r"(?:[,;] |\b(?:while|whereas|but) )(?:the |its |their |[A-Z]\w+['’]s )?(?:[a-z-]+ ){0,2}(?:arch-?)?rival $"
)
_ACTS = re.compile(
    r" (?:(?:also|alone|again|only) )?(?!including|excluding)(?:[a-z]+ed|[a-z]+ing|sold|made|saw|fell|rose|grew|had|took|lost|was|were|put|built|won|ha[ds]|got) "
)
_SUCH_AS = re.compile(r"\b(?:like|such as|including) $")
_AND = re.compile(r",? and |, ")
# `Third place was taken by NIO, reaching about 14,200 vehicles`
_HELD_BY = re.compile(
    r"\b(?:place|spot|position|rank|title|crown|lead) (?:was|is|went|goes|has been) (?:then |again )?(?:taken|held|claimed|occupied|secured|won|filled|to)(?: by)? (?:the )?$"
)
_THAT_LEFT = re.compile(
    r"\b(?:[Tt]hat|[Tt]his|[Ww]hich|[Ii]t) (?:left|leaves|puts?|places?|placed) (?:the )?$|\b(?:leaving|putting|placing) $"
)
_IN_RANK = re.compile(
    r"(?:,[^;.\d]{3,90},)? (?:in|at) (?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|last|top|No\. ?\d)\b"
)
_RELEASED_BY = re.compile(r"\b(?:released|issued|published|announced|disclosed|reported|provided) by (?:the )?$")
_SHOWS = re.compile(r" (?:on [^,;]{3,24} )?(?:shows?|showed|indicates?|indicated|reveals?|revealed|says?|said)\b")
_TIMES_ITS = re.compile(r"(?:同期)?的?(?:约|近)?[\d.一二两三四五六七八九十]+(?:多)?倍")  # 销售费用是京东3倍
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
_POSTED = re.compile("上?(?:发文|发帖|贴文|撰文|写道|分享|表示|指出|宣布|公布|发布)")
_EXECUTIVE = re.compile(
    "(?:共同|联合|副)?(?:执行长|董事长|总裁|总经理|财务长|首席执行官|首席财务官|创办人|创始人|CEO|CFO)"
)
_ITS_EFFECT = re.compile("的(?:影响|因素|投资|并表|贡献|交易)")  # 如剔除投资OpenAI的影响,每股赚4.13美元
OWNS = re.compile(r"\s*(?:'s?\b|的)")
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
_GIVEN_BY = re.compile(r"(?:来自|源于|获得?|接受|引入|引进|拿下)(?:了)?[一-鿿A-Za-z]{2,8}(?:、|和|与|及|以及)$")
_WHILE = re.compile(r"\b(?:while|whereas) (?:the )?$", re.I)
_ITS = re.compile(r"['’]s | (?:brand|unit|arm|division) of ")
_THOSE_OF = re.compile(
    r"\b(?:that|those|ones|offerings|products) (?:of|from) (?:the |rival )?$"
)  # `compete with those of Nvidia`
_OWN = 30  # characters behind a company, within which a metric of its stands
# `as Huawei retreated`, `on worries that Berkshire Hathaway might sell`
_ASIDE = re.compile(
    r"\b(?:as|after|because|since|when|although|though|before|(?:on|amid|despite) (?:[a-z]+ ){1,3}that) (?:the )?$",
    re.I,
)
# `the business, in which Alibaba competes with Meituan and JD.com, contributed`
_COMPETES = re.compile(
    r"\b(?:compet(?:es?|ed|ing)|vies?|vied|vying|battl(?:es?|ed|ing)|fights?|fighting|rival(?:s|ling)) (?:with|against|for \w+ with)? ?(?:[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)?(?:, and |, | and )){0,3}$"
)
# `Investors asked about Kuaishou's growth, too`: what those of another company worry about
_ASKED_ABOUT = re.compile(
    r"\b(?:[Ii]nvestors|[Aa]nalysts|[Ss]hareholders|[Rr]eporters|[Jj]ournalists)(?: also| had| have)? (?:asked|asking|worr(?:y|ied)|wondered|fretted|talked|quizzed [a-z]+) (?:[a-z]+ ){0,2}about (?:the )?$"
)
# `Great Wall Motor, which has taken over a former Mercedes-Benz plant, sold 29,000 cars`; `JD.com, in which Walmart once held a stake, said`
_WHICH = re.compile(r",? (?:(?:in|of|for|to|from|with|by) )?(?:which|whom?|that|whose) [^,;]*$")
# `The company, which is fending off a resurgent Huawei, lifted its spending`: named in a relative clause on whom the sentence calls by no name
_UNNAMED_WHICH = re.compile(
    r"\s*(?:But |Yet |Still, )?(?:The|This) (?:[\w'’-]+ ){0,5}?[a-z][a-z'’-]+, (?:(?:in|of|for|to|from|with|by) )?(?:which|whose|who|whom) [^,;]*$"
)
_FORMER = re.compile(r"\b(?:former|old|ex-|disused|idle|abandoned) ?$")


def _is_in_relative(scan: Scan, mention: EntityMention) -> bool:
    """Whether an English company only stands in what describes another one."""
    if _FORMER.search(scan.text, max(scan.sentence.start, mention.start - 12), mention.start):
        return True
    described = [e for e in scan.entities if e.end <= mention.start]
    if not scan.text[mention.start].isascii():
        return False
    first = (
        _first_of_list(scan, mention) or mention
    )  # `CATL, whose customers include Tesla, Volkswagen and BMW, earned`
    which = any(_WHICH.fullmatch(scan.text, e.end, first.start) for e in described)
    which = which or _UNNAMED_WHICH.fullmatch(scan.text, scan.sentence.start, first.start) is not None
    end = scan.text.find(",", mention.end, scan.sentence.end)
    return which and end >= 0 and not any(mention.end <= a.start < end for a in scan.amounts)


def _is_holder_or_held(scan: Scan, mention: EntityMention) -> bool:
    """Whether a company only backs another one, or another only holds a part of it."""
    low = max(scan.sentence.start, mention.start - 64)
    return is_bought_of(scan, mention) or any(
        form.search(scan.text, low, mention.start) for form in (_BACKED_BY, _INVESTED_IN)
    )


def _is_its_own(scan: Scan, mention: EntityMention) -> bool:
    """Whether an English sentence names a company only as what another one has: its affiliate, of which no figure is told right there."""
    low = max(scan.sentence.start, mention.start - 60)
    own = _ITS_OWN.search(scan.text, low, mention.start)
    return own is not None and not any(m.end == own.start() for m in scan.metrics)


def _is_only_when(scan: Scan, mention: EntityMention) -> bool:
    """Whether a Chinese sentence only opens with a company to say when or behind whom another did something: 继鸿海之后,联发科营收…."""
    when = _WHEN_ZH.match(scan.text, mention.end)
    return when is not None and _AT_WHICH.fullmatch(scan.text, scan.sentence.start, mention.start) is not None


def _is_whose_role(scan: Scan, mention: EntityMention) -> bool:
    """Whether a Chinese sentence opens with what another is to a company: 作为英伟达的主力供应商,市场预计其当季营收…."""
    role = scan.chinese and _ROLE.match(scan.text, mention.end)
    return bool(role) and _AS_ITS.match(scan.text, scan.sentence.start, mention.start) is not None


def _is_left_in_rank(scan: Scan, mention: EntityMention) -> bool:
    """Whether an English sentence says in which place a company was left: `That left Transsion, the maker of Tecno phones, in fifth`."""
    left = _THAT_LEFT.search(scan.text, max(scan.sentence.start, mention.start - 24), mention.start)
    return left is not None and _IN_RANK.match(scan.text, mention.end, scan.sentence.end) is not None


def is_spoken_of(scan: Scan, names: Names, mention: EntityMention) -> bool:
    """Whether a company is spoken of, not set beside another one."""
    if not is_on_itself(scan, names, mention):
        return False
    text = scan.text
    if before := _same_before(scan, mention):
        return is_spoken_of(scan, names, before)
    if (first := _first_of_list(scan, mention)) and _SUCH_AS.search(text, scan.sentence.start, first.start):
        return False  # `driven by cloud giants like Microsoft, Meta, and Amazon`
    if (opening := _first_of_list_zh(scan, mention)) is not mention:
        return is_spoken_of(scan, names, opening)  # 与苹果、三星一起
    if text[mention.start - 1] == "在" and _POSTED.match(text, mention.end):
        return False  # 在脸书发文提到: where it was said
    if (
        _is_its_own(scan, mention)
        or _is_only_when(scan, mention)
        or _is_in_relative(scan, mention)
        or _LEFT_OUT.search(text, max(scan.sentence.start, mention.start - 70), mention.start)
        or _is_holder_or_held(scan, mention)
        or (not scan.amounts and _ASKED_ABOUT.search(text, max(scan.sentence.start, mention.start - 60), mention.start))
        or is_whom_another_came_from(text, mention)
        or is_left_out_zh(scan, mention)
        or is_done_to(scan, mention)
        or _is_whose_role(scan, mention)
    ):
        return False
    given_by = _GIVEN_BY.search(text, max(scan.clause(mention.start)[0], mention.start - 16), mention.start)
    if given_by or (text[mention.start - 1] in "在受因" and _EXECUTIVE.match(text, mention.end)):
        return False  # 来自美国政府、软银和英伟达的注资; 台积电股价在辉达执行长消除疑虑下收1440元
    if is_listed(scan, mention) or _is_named_aside(scan, mention) or _TIMES_ITS.match(text, mention.end):
        return False
    if _RELEASED_BY.search(text, scan.sentence.start, mention.start) and _SHOWS.match(text, mention.end):
        return True  # `The guidance released by Samsung shows that its sales`
    owns = (
        OWNS.match(text, mention.end)
        and not _ITS_EFFECT.match(text, mention.end)
        and any(0 <= m.start - mention.end <= 30 for m in scan.metrics)
    )
    owns = owns or bool(_HELD_BY.search(text, scan.sentence.start, mention.start)) or _is_left_in_rank(scan, mention)
    lists = first is not None and not (_ACTS.match(text, mention.end) or _is_told_of(scan, mention))
    at = first.start if first and lists else mention.start  # `competes with Tesla and Geely` is on neither
    lead = text[max(scan.sentence.start, at - 16) : at]
    opens = _rival_acts(scan, mention) or is_turned_to(scan, mention) or bool(_FOR_IT.match(text, mention.end))
    opens = opens or is_outdone_by_none(scan, mention) or is_viewed(scan, mention)
    opens = opens or any(text[m.end : mention.start] == " at " for m in scan.metrics)  # `Deliveries at BYD came to`
    return bool(owns or opens or goes_along(scan, mention)) or not _BESIDE.search(lead)


def _is_told_of(scan: Scan, mention: EntityMention) -> bool:
    """Whether an amount stands behind a company in its own clause: `behind Apple and Samsung, Canalys says` tells none of them."""
    return any(mention.end <= a.start < scan.clause(mention.end)[1] for a in scan.amounts)


def _rival_acts(scan: Scan, mention: EntityMention) -> bool:
    """Whether a rival is who does something: one that an English sentence opens with, or the clause, as in `while its rival Tesla sold`."""
    low = max(scan.sentence.start, mention.start - 60)
    if not any(e.start < mention.start for e in scan.entities):  # `Tesla outsold rival BYD` is on Tesla
        return bool(_RIVAL.fullmatch(scan.text, scan.sentence.start, mention.start))
    return bool(_ACTS.match(scan.text, mention.end) and _RIVAL_ACTS.search(scan.text, low, mention.start))


def _same_before(scan: Scan, mention: EntityMention) -> EntityMention | None:
    """Return the name that another of the same company only adds to: a ticker in brackets, the VW of `Volkswagen's VW brand`, the Volkswagen of `the VW brand of Volkswagen`."""
    named = (e for e in scan.entities if scan.text[mention.start - 1] == "(" and e.end == mention.start - 1)
    owners = (
        e for e in scan.entities if e.entity == mention.entity and _ITS.fullmatch(scan.text, e.end, mention.start)
    )
    return next((e for e in (*named, *owners)), None)


def _first_of_list(scan: Scan, mention: EntityMention) -> EntityMention | None:
    """Return the first company of an English list that a company stands in, None for one that stands alone."""
    first = mention
    for before in reversed(scan.entities):
        if before.end <= first.start:
            if not _AND.fullmatch(scan.text, before.end, first.start):
                break
            first = before
    return None if first is mention else first


def _first_of_list_zh(scan: Scan, mention: EntityMention) -> EntityMention:
    """Return the first company of the Chinese list that one stands in, itself where it stands in none."""
    if scan.text[mention.start - 1] != "、":
        return mention
    ends = {e.end: e for e in scan.entities}
    while scan.text[mention.start - 1] == "、" and (before := ends.get(mention.start - 1)):
        mention = before
    return mention


def _is_named_aside(scan: Scan, mention: EntityMention) -> bool:
    """Whether a Chinese name only stands in brackets with others, and no amount does: 若不考虑已处置业务(高鑫零售和银泰)."""
    around = scan.brackets_around(mention.start)
    if around is None or around.end - around.start <= mention.end - mention.start + 2:
        return False
    several = sum(around.start < e.start < around.end for e in scan.entities) > 1
    if scan.text[mention.start].isascii() and not (several and scan.text[around.start - 1] > _FIRST_HAN):
        return False  # but 海外四大科技公司(微软、亚马逊、Meta)
    return not any(around.start < a.start < around.end for a in scan.amounts)


def is_told_beside(scan: Scan, mention: EntityMention) -> bool:
    """Whether an English sentence on another company only sets one beside it, or names something of its: `while Samsung took 26%`, `by Huawei's momentum`."""
    low = max(scan.sentence.start, mention.start - 12)
    if _RIVAL_ACTS.search(scan.text, max(scan.sentence.start, mention.start - 60), mention.start):
        return True
    if _WHILE.search(scan.text, low, mention.start) or _THOSE_OF.search(
        scan.text, max(low - 8, scan.sentence.start), mention.start
    ):
        return True
    opens = mention.start <= scan.sentence.start + 1  # `AMD's chips compete with others` is on AMD
    owns = _ITS.match(scan.text, mention.end) if scan.text[mention.start].isascii() and not opens else None
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
    if _COMPETES.search(scan.text, max(scan.sentence.start, mention.start - 60), mention.start):
        return True
    aside = _ASIDE.search(scan.text, max(scan.sentence.start, mention.start - 40), mention.start)
    return aside is not None and aside.start() > scan.sentence.start + 1
