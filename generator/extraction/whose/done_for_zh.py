"""Companies that Chinese names only as whom another works for, or what another is to them: 华瑞精工为百度生产零部件, 小米持股12%的启明芯公布."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.scanning import Scan

_ROLE = "(?:供应商|供货商|客户|代工厂|合作伙伴|股东|经销商|(?:竞争)?对手|概念股|生态链(?:企业|公司)|(?:参股|联营|关联)公司|子公司)"
# What stands before such a company and behind it.
_PAIRS = (
    (re.compile("[为给向]$"), re.compile("(?:公司|集团)?(?:供货|供应|生产|代工|提供|打造|制造|组装|配套)")),
    (re.compile("[是为系]$"), re.compile(f"(?:公司|集团)?的?(?:[一-鿿]{{0,6}}){_ROLE}[,。;]")),
    (re.compile("规模(?:不及|小于|大于|超过|不如)$"), re.compile("")),
    (re.compile("获得?(?:了|来自)?$"), re.compile("等|的?投资|领投")),
    (re.compile("来自$"), re.compile("的(?:订单|需求|采购|收入|营收|销售)")),
)
# 小米持股12%的启明芯公布, 索尼2021年收购的启明芯, 腾讯概念股启明芯: who stands right behind is told of
_ITS = re.compile(
    rf"(?:集团|公司)?(?:(?:于|在)?20\d\d年|此前|曾经?)?(?:持股[\d.]+%的|(?:所?投资|参股|收购|入股|控股)的|的?(?:旗下)?(?:[一-鿿]{{0,4}}?){_ROLE})"
)


def is_done_for_zh(scan: Scan, mention: EntityMention) -> bool:
    """Whether a Chinese sentence names a company only as whom another one works for, or as whose supplier, rival or affiliate another is."""
    if not scan.chinese:
        return False
    text, low = scan.text, scan.sentence.start
    its = _ITS.match(text, mention.end, scan.sentence.end)
    if its and any(e.start == its.end() for e in scan.entities):
        return True
    if not any(e.start < mention.start for e in scan.entities):
        return False
    lead = text[max(low, mention.start - 8) : mention.start]
    return any(before.search(lead) and behind.match(text, mention.end) for before, behind in _PAIRS)
