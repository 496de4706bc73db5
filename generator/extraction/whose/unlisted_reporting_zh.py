"""Companies that open a Chinese sentence with their quarter and what they took in it, and stand nowhere else in the text.

`日月光投控第3季营收1,585亿元。国巨第3季合并营收320.87亿元`: the second is no second figure of the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.marks.names import Names
from generator.extraction.reading import Reading
from generator.extraction.whose.unlisted_zh import is_general, is_known, own_part

_WHEN = (
    r"(?:今年|去年|20\d\d年)?(?:第[一二三四1-4]季度?|上半年|前[二三四2-4]季度?|Q[1-4]|[1-4]Q|\d{1,2}月份?(?!\d{1,2}日))"
)
_TAKES = r"(?:自结|合并|单月|单季|营业|总|归母|税后)*(?:营收|收入|净利润?|纯益|净损|亏损)(?:总?额)?(?:约|达|为|仅|逾|近|新台币|人民币)*\d[\d,.]*[兆亿万]"
_REPORTS = re.compile(
    rf"(?:^|(?<=。))(?:而|另外?|此外|反观|至于|同业)?,?(?P<name>[A-Za-z一-鿿·&]{{2,4}}?){_WHEN}{_TAKES}", re.M
)
# 累计前二季营收, 财年第三季营收, 展望第四季营收, 合计上半年净利, 云端第三季营收
_NO_NAME = re.compile(
    "累计|累积|财年|展望|预[期计估测告]|公[布告]|旗下|[厂商家部门]$|[料估将在于较比而但则以及与和把]$|归母|扣非|^(?:同期|换算|折合|最终|结果|结算|目前|日前|随后|例如|此前|最新|单季|美[系元]|欧元|原先|实[际现])|^(?:受|若|以|按|就|自|至|截|如|因|扣|加|连|回顾|总结|实际|不过|然而|其|该|这|本|当|上|下|前|后|另|加总|两|三)"
    "|[云端店机车洲国]$|[国洲][内外区]$|大[中陆]|亚太|港澳|北美|内销|外销|直营|经销|门店|零售|批发|金融|软件|硬件|晶圆|代工|半导体|伺服器|服务器|面板|消费"
)


def reporting_zh(reading: Reading, names: Names) -> Iterator[str]:
    """Yield the names that open a sentence with a time and what was taken in it, and are none of the catalogue's."""
    if reading.document.language == "en":
        return
    for found in _REPORTS.finditer(reading.text):
        name = own_part(found["name"])
        if not (_NO_NAME.search(name) or is_general(name, found[0], names) or is_known(name, name, names)):
            yield name
