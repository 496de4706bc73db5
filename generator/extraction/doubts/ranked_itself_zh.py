"""Makers who tell their own place behind what they counted: 小米表示,一季度全球智能手机出货量3850万台,位列全球第三 is no market's."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.whose.context import Surroundings

_PLACE = re.compile(
    r"[,、](?:并|仍|继续|已|也|且|再次|依旧|依然|首次|成功|公司|集团|在[^,;。\d]{2,6}|连续[\d一二三四五六七八九十]{1,3}个?(?:季度?|年|月)){0,3}"
    r"(?:位[列居]|名列|排名?(?:在|至|为)?|排在|稳[居占]|跻身|升至|重返|保持|蝉联|居|占据)(?:在|至)?[^,;。\d]{0,12}?(?:第[一二三四五六七八九十\d]|前[一二三四五六七八九十\d]|首位|榜首|之首|龙头|冠军)"
    r"(?!(?:名|位)?的|[名位家]?大?(?:厂商|品牌|企业|公司|车企|巨头|制造商|供应商|市场|阵营|国|梯队))"
)
# 全国销量130万辆,保持全球第一: the country's place
_COUNTRYS = re.compile(
    "全国|中国|我国|国内|国产|自主|行业|业界|内地|大陆|市场(?!部)|厂商|合计|总共|前[三四五六七八九十]"
)
_EVER = re.compile("历史|史上|有史以来|同期")  # 位列历史第三: of its own years
_SAYS = re.compile(
    "(?:周[一二三四五六日])?(?:\\d+日)?(?:今日|今天|昨日|昨天)?(?:在[^,;。]{2,16}中?)?(?:表示|指出?|称|说|透露|宣布|披露|公布|强调)"
)


def ranks_itself(around: Surroundings, mention: Mention, amount: Amount) -> bool:
    """Whether a company says what a Chinese sentence counts, and behind it which place that makes, of nobody else."""
    scan = around.scan
    place = _PLACE.search(scan.text, amount.end, scan.sentence.end) if scan.chinese else None
    if place is None or not mention.end <= amount.start:
        return False
    companies = around.names.catalogue.companies
    speakers = [e for e in scan.entities if e.end <= mention.start]
    others = any(amount.end <= e.start < place.end() for e in scan.entities) or any(
        m.metrics and not m.metrics[0].endswith("share") and amount.end <= m.start < place.start() for m in scan.metrics
    )
    of_all = _COUNTRYS.search(scan.text, scan.sentence.start, amount.start) or _EVER.search(place[0])
    one = not of_all and len(speakers) == 1 and companies[speakers[0].entity].kind == "company"
    return one and not others and _SAYS.match(scan.text, speakers[0].end) is not None
