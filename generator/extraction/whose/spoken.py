"""Which companies a sentence speaks of: not those that another is set beside, that it consists of, or that a reason names."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.came_from_zh import is_whom_another_came_from
from generator.extraction.whose.car_ventures import is_beside_its_partner
from generator.extraction.whose.compared_with import is_compared_with, owns_metric
from generator.extraction.whose.contended_with_zh import is_contended_with_zh
from generator.extraction.whose.done_for_zh import is_done_for_zh
from generator.extraction.whose.done_to_en import is_done_to
from generator.extraction.whose.houses_own import is_on_itself
from generator.extraction.whose.lists_of_companies import first_of_list, first_of_list_zh
from generator.extraction.whose.only_described import (
    is_holder_or_held,
    is_in_relative,
    is_its_own,
    is_left_in_rank,
    is_named_aside,
    is_only_when,
    is_whose_role,
)
from generator.extraction.whose.outdone_by_none import is_outdone_by_none
from generator.extraction.whose.sources_on_themselves_en import is_source_on_itself
from generator.extraction.whose.subjects import is_listed
from generator.extraction.whose.told_beside import ITS, RIVAL_ACTS, is_contended_with
from generator.extraction.whose.turned_to import goes_along, is_turned_to
from generator.extraction.whose.viewed_zh import is_left_out_zh, is_viewed

# A company after these words is what another is set beside, not who is spoken of.
_BESIDE = sought(
    r"(?:\b(?:than|versus|vs\.?|against|by|with|from|to|behind|follow(?:ed|s|ing)?|outpac(?:e[sd]?|ing)|over|past|pass(?:ed|ing)?|surpass(?:ed|ing|es)?|overtak(?:e|es|ing|en)|overtook|leapfrog(?:ged|ging)?|topp(?:ed|ing|led|ling)|dethron(?:ed|ing)|outs(?:old|elling|hipped|hipping|tripped|tripping)|outd(?:id|oes|oing)|outperform(?:ed|ing)?|(?:edg|nos|inch)(?:ed|ing) (?:out|past)|pip(?:ped|ping)|unseat(?:ed|ing)|displac(?:ed|ing)|eclips(?:ed|ing)|trail(?:ed|ing)|lagg(?:ed|ing)|oust(?:ed|ing)|supplant(?:ed|ing)|rivals?|like|after|ahead of|beat(?:s|ing|en)?|including|excluding|such as|between|among|followed by|compared (?:with|to)|under|at|(?:investments?|stakes?|shares|interests?) in|(?:assets|goodwill|disposal|sale|impairment) of|(?:write-?downs?|write-?offs?|impairments?|charges?|losses|gains?|profits?|returns?|bets?) on|due to|thanks to|left|quit|joined|sued|supplie[sd]|supplying|(?:related|linked|tied) to|(?:parts|components|chips|screens|displays|batteries|cameras|lenses|phones|cars|modules|machines|tools) for)\s*(?:the |its |rivals? |closest |local |arch-?)*"
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
_ACTS = re.compile(
    r" (?:(?:also|alone|again|only) )?(?!including|excluding)(?:[a-z]+ed|[a-z]+ing|sold|made|saw|fell|rose|grew|had|took|lost|was|were|put|built|won|ha[ds]|got) "
)
_SUCH_AS = re.compile(r"\b(?:like|such as|including) $")
# `Third place was taken by NIO, reaching about 14,200 vehicles`
_HELD_BY = re.compile(
    r"\b(?:place|spot|position|rank|title|crown|lead) (?:was|is|went|goes|has been) (?:then |again )?(?:taken|held|claimed|occupied|secured|won|filled|to)(?: by)? (?:the )?$"
)
_RELEASED_BY = re.compile(r"\b(?:released|issued|published|announced|disclosed|reported|provided) by (?:the )?$")
_SHOWS = re.compile(r" (?:on [^,;]{3,24} )?(?:shows?|showed|indicates?|indicated|reveals?|revealed|says?|said)\b")
_TIMES_ITS = re.compile(r"(?:同期)?的?(?:约|近)?[\d.一二两三四五六七八九十]+(?:多)?倍")  # 销售费用是京东3倍
_POSTED = re.compile("上?(?:发文|发帖|贴文|撰文|写道|分享|表示|指出|宣布|公布|发布)")
_EXECUTIVE = re.compile(
    "(?:共同|联合|副)?(?:执行长|董事长|总裁|总经理|财务长|首席执行官|首席财务官|创办人|创始人|CEO|CFO)"
)
_ITS_EFFECT = re.compile("的(?:影响|因素|投资|并表|贡献|交易)")  # 如剔除投资OpenAI的影响,每股赚4.13美元
OWNS = re.compile(r"\s*(?:'s?\b|的)")
_GIVEN_BY = re.compile(r"(?:来自|源于|获得?|接受|引入|引进|拿下)(?:了)?[一-鿿A-Za-z]{2,8}(?:、|和|与|及|以及)$")
# `Investors asked about Kuaishou's growth, too`: what those of another company worry about
_ASKED_ABOUT = re.compile(
    r"\b(?:[Ii]nvestors|[Aa]nalysts|[Ss]hareholders|[Rr]eporters|[Jj]ournalists)(?: also| had| have)? (?:asked|asking|worr(?:y|ied)|wondered|fretted|talked|quizzed [a-z]+) (?:[a-z]+ ){0,2}about (?:the )?$"
)


def is_spoken_of(scan: Scan, names: Names, mention: EntityMention) -> bool:
    """Whether a company is spoken of, not set beside another one."""
    if not is_on_itself(scan, names, mention):
        return False
    text = scan.text
    if before := _same_before(scan, mention):
        return is_spoken_of(scan, names, before)
    if (first := first_of_list(scan, mention)) and _SUCH_AS.search(text, scan.sentence.start, first.start):
        return False  # `driven by cloud giants like Microsoft, Meta, and Amazon`
    if (opening := first_of_list_zh(scan, mention)) is not mention:
        return is_spoken_of(scan, names, opening)  # 与苹果、三星一起
    if text[mention.start - 1] == "在" and _POSTED.match(text, mention.end):
        return False  # 在脸书发文提到: where it was said
    if (
        is_its_own(scan, mention)
        or is_only_when(scan, mention)
        or is_in_relative(scan, mention)
        or _LEFT_OUT.search(text, max(scan.sentence.start, mention.start - 70), mention.start)
        or is_holder_or_held(scan, mention)
        or (not scan.amounts and _ASKED_ABOUT.search(text, max(scan.sentence.start, mention.start - 60), mention.start))
        or is_whom_another_came_from(text, mention)
        or is_left_out_zh(scan, mention)
        or is_done_to(scan, mention)
        or is_done_for_zh(scan, mention)
        or is_beside_its_partner(scan, mention)
        or is_whose_role(scan, mention)
        or is_compared_with(scan, mention)
        or is_contended_with_zh(scan, mention)
        or is_contended_with(scan, mention)
    ):
        return False
    given_by = _GIVEN_BY.search(text, max(scan.clause(mention.start)[0], mention.start - 16), mention.start)
    if given_by or (text[mention.start - 1] in "在受因" and _EXECUTIVE.match(text, mention.end)):
        return False  # 来自美国政府、软银和英伟达的注资; 台积电股价在辉达执行长消除疑虑下收1440元
    if is_listed(scan, mention) or is_named_aside(scan, mention) or _TIMES_ITS.match(text, mention.end):
        return False
    if _RELEASED_BY.search(text, scan.sentence.start, mention.start) and _SHOWS.match(text, mention.end):
        return True  # `The guidance released by Samsung shows that its sales`
    owns = (
        OWNS.match(text, mention.end)
        and not _ITS_EFFECT.match(text, mention.end)
        and any(owns_metric(scan, mention, m) for m in scan.metrics)
    )
    owns = owns or bool(_HELD_BY.search(text, scan.sentence.start, mention.start)) or is_left_in_rank(scan, mention)
    lists = first is not None and not (_ACTS.match(text, mention.end) or _is_told_of(scan, mention))
    at = first.start if first and lists else mention.start  # `competes with Tesla and Geely` is on neither
    lead = text[max(scan.sentence.start, at - 16) : at]
    opens = _rival_acts(scan, mention) or is_turned_to(scan, mention) or bool(_FOR_IT.match(text, mention.end))
    opens = opens or is_source_on_itself(scan, mention) or is_outdone_by_none(scan, mention) or is_viewed(scan, mention)
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
    return bool(_ACTS.match(scan.text, mention.end) and RIVAL_ACTS.search(scan.text, low, mention.start))


def _same_before(scan: Scan, mention: EntityMention) -> EntityMention | None:
    """Return the name that another of the same company only adds to: a ticker in brackets, the VW of `Volkswagen's VW brand`, the Volkswagen of `the VW brand of Volkswagen`."""
    named = (e for e in scan.entities if scan.text[mention.start - 1] == "(" and e.end == mention.start - 1)
    owners = (e for e in scan.entities if e.entity == mention.entity and ITS.fullmatch(scan.text, e.end, mention.start))
    return next((e for e in (*named, *owners)), None)
