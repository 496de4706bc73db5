"""Companies that a Chinese sentence without an amount names only in passing: OPPO、荣耀等对手表现更差, 此时正值华为准备发布新手机."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.scanning import Scan

# as examples of those that a company competes with
_SUCH_RIVALS = re.compile(
    r"(?:[、和与及,][^、和与及,。;\d]{1,12}){0,4}等(?:一众|多家|主要|国内|海外|国产|传统|老牌|新兴|头部|[一二三两四五几]家){0,2}(?:竞争)?(?:对手|同行|同业|友商|竞品|竞争者|后来者|追赶者)"
)
# when something of the company's own took place
_AT_A_TIME = re.compile(
    r"(?:此时|眼下|当下|目前|如今|现在|此举|此次[一-鿿]{0,6}|这一?[一-鿿]{0,6}|消息[一-鿿]{0,4}|[一-鿿]{0,8}之际)?,?(?:也|又|恰|正)?(?:正值|适逢|恰逢|时值|正逢|正当|发生在|恰好在|正好在)$"
)
# what is one of its owners', or of those that it buys from
_ITS_OWNER = re.compile(r"的?(?:母公司|控股股东|大股东|最大股东|供应商|代工厂|经销商)")
# 包含大众集团支付的技术服务费, 主要来自比亚迪、理想支付的授权费: who only pays
_PAYS = re.compile(
    r"(?:集团|汽车|公司|方面)?(?:(?:[、和与及][^、和与及,。;\d]{1,8}){0,3}等?(?:公司|车企|客户|厂商)?)?(?:所|已|向[^,;。\d]{1,8})?"
    r"(?:支付|缴纳|给付|预付|付给|偿付|赔付|补偿|赔偿)(?:的|给|了?[^,;。\d]{0,6}的)"
)
_PAID_BY = re.compile(
    r"(?:来自|源于|包[含括]|含|计入了?|确认了?|收到了?|收取了?|获得了?|取得了?|得益于|受益于)(?:[^,;。\d]{1,10}[、和与及])*$"
)


def is_payer(scan: Scan, mention: EntityMention) -> bool:
    """Whether a company only pays what a Chinese sentence tells of another one's figures."""
    low = max(scan.clause(mention.start)[0], mention.start - 20)
    paid = scan.chinese and _PAYS.match(scan.text, mention.end, scan.sentence.end)
    return bool(paid) and _PAID_BY.search(scan.text, low, mention.start) is not None


def is_named_in_passing_zh(scan: Scan, mention: EntityMention) -> bool:
    """Whether a Chinese sentence is on no company that it names: it only says who else there is, or when something was."""
    if not scan.chinese:
        return False
    if _ITS_OWNER.match(scan.text, mention.end) or is_payer(scan, mention):
        return True
    if scan.amounts:
        return False
    return bool(
        _SUCH_RIVALS.match(scan.text, mention.end, scan.sentence.end)
        or _AT_A_TIME.fullmatch(scan.text, scan.sentence.start, mention.start)
    )
