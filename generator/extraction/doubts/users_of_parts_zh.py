"""Users of a division are not the company's: 骑行业务年交易用户增长逾20% is neither of all users nor of a line that the catalogue knows."""

from __future__ import annotations

import re

from generator.extraction.doubts.unknown import is_known
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_USERS

OF_A_DIVISION = "users of a division that the catalogue does not know"
# what stands between a division and the word for its users: 闪购业务的年交易用户
_COUNTED = "(?:的|在|全球|全网|国内|海外|境内|境外|整体|总|累计|平均|季度?|年度?|月度?|每?日均?|活跃|付费|注册|交易|购买|核心)*"
_DIVISION = re.compile(
    rf"(?P<name>[一-鿿A-Za-z\d+&·-]{{1,12}}?)(?P<head>业务|板块|部门|分部|事业部|事业群|频道|业态|赛道|小程序)(?P<behind>{_COUNTED})$"
)
# of all that a company does: 核心业务, 各项业务, 公司业务
_OWN = re.compile(
    "(?:主营|主要|核心|各项?|各大|[该此这本其](?:[一项块])?|上述|整体|全部|全公司|公司|集团|所有)(?:的)?$"
)
# Steam最近活跃用户突破4200万: of a product by name, which is no company of the catalogue
_PRODUCT = re.compile(
    rf"(?<![A-Za-z\d及和与、/])(?P<name>(?!We[Cc]hat|Weixin)[A-Z][a-z]+[A-Za-z]+(?: [A-Z][A-Za-z]+)?)(?:平台|社区)?(?:最近|目前|现有)?{_COUNTED}$"
)
# 月活跃用户1.7亿,移动月活跃用户1.5亿: on phones alone, beside all of them
_ON_PHONES = re.compile("移动(?:端|设备)?的?(?:平均)?$")
_REACH = 32  # characters before the users, within which their division stands


def of_a_division(scan: Scan, mention: Mention) -> str | None:
    """Return why Chinese users are not the company's, None where they may be."""
    if scan.text[mention.start].isascii() or not mention.metrics or mention.metrics[0] not in OF_USERS:
        return None
    low = max(scan.clause(mention.start)[0], mention.start - _REACH)
    all_told = any(m.metrics == mention.metrics and m.end <= low for m in scan.metrics)
    if all_told and _ON_PHONES.search(scan.text, low, mention.start):
        return OF_A_DIVISION
    product = _PRODUCT.search(scan.text, low, mention.start)
    if product is not None and not is_known(scan, product.start("name"), product.end("name")):
        return OF_A_DIVISION
    division = _DIVISION.search(scan.text, low, mention.start)
    if division is None or _OWN.search(scan.text, division.start("name"), division.end("name")):
        return None
    by_the_year = "年" in division["behind"]  # 闪购业务的年交易用户: a line is told of what stands right behind it
    known = is_known(scan, division.start("head"), division.end("head")) and not by_the_year
    return None if known else OF_A_DIVISION
