"""Amounts that a Chinese sentence tells of several companies, together or each: 三家出货量依次为4860万、3750万、3490万."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_ALL_OF_THEM = re.compile("(?:都|均|双双|皆)(?!同比|环比)")
_TOGETHER = re.compile(
    r"[与和及][^,;。\d]{1,14}(?:合计|总计|共计)(?:约|达|近|超)?$"
)  # Blackwell与Rubin合计5000亿美元收入
_ADDED_UP = re.compile(
    r"[两三四五六七八九]家(?:品牌|车企|公司|企业|平台|巨头)?(?:的)?[一-鿿\d]{0,5}(?:总|合计|共)[一-鿿]{0,4}$"
)
# `四大科技公司(微软、谷歌)第三季度营收合计4114亿美元`
_SEVERAL = re.compile(
    r"(?:[两三四五六七八九十]|\d{1,3}\s?)(?:家|大)(?:[一-鿿A-Z]{0,4}|[^,;。]{0,30}的[一-鿿]{0,4})(?:品牌|车企|公司|企业|平台|巨头|厂商|运营商|云厂)(?!之)"
)

# 三家出货量依次为4860万、3750万、3490万: of whom, the sentence before says
_EACH_OF_THEM = re.compile(
    r"\W*(?:而|但)?(?:上述|[这该前后])?[两三四五六七八九]家(?:公司|品牌|厂商?|车企|企业|新势力|巨头)?的?[^,;。\d]{0,10}?(?:依次|分别|各自)"
)
# 小鹏、小米、问界三家近乎腰斩
_ALL_ALIKE = re.compile(
    r"(?<=[一-鿿A-Za-z])[两三四五六七八九]家(?:公司|品牌|厂商|车企|企业)?(?:均|都|皆|双双|近乎|几乎|接近|齐齐|纷纷|环比|同比)+[^,;。\d]{0,4}$"
)


def all_passed(scan: Scan, amount: Amount, mention: Mention) -> bool:
    """Whether several companies passed a mark: 蔚来、理想的年收入都冲过了400亿元."""
    named = [e for e in scan.entities if scan.clause(mention.start)[0] <= e.start and e.end <= mention.start]
    return len(named) > 1 and bool(_ALL_OF_THEM.match(scan.text, mention.end, amount.start))


def is_sum(scan: Scan, amount: Amount, mention: Mention, start: int) -> bool:
    """Whether an amount is of several companies or things together, or of each of several."""
    if (
        _of_each(scan, amount)
        or _ADDED_UP.search(scan.text, max(start, mention.start - 18), mention.end)
        or _of_several(scan, mention)
    ):
        return True
    return mention.start >= amount.end and bool(_TOGETHER.search(scan.text, start, amount.start))


def _of_each(scan: Scan, amount: Amount) -> bool:
    """Whether a sentence tells of each of several that only the one before named, or of several together by one amount."""
    if _EACH_OF_THEM.match(scan.text, scan.sentence.start, amount.start) and not scan.entities:
        return True
    named = _ALL_ALIKE.search(scan.text, max(scan.sentence.start, amount.start - 16), amount.start)
    return named is not None and sum(e.end <= named.start() + 1 for e in scan.entities) > 1


def _of_several(scan: Scan, mention: Mention) -> bool:
    """Whether a metric is of several companies together, and none of them is spoken of since."""
    found = _SEVERAL.search(scan.text, scan.sentence.start, mention.start)
    if found is None:
        return False
    since = [e for e in scan.entities if found.end() <= e.start < mention.start]
    return all(scan.brackets_around(e.start) for e in since)
