"""Prices that Chinese tells with a share's words and that are of something else: 国际油价收跌1.4%,报63.1美元; 若股价收于38港元."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

# what else is traded
_TRADED = re.compile(
    "[油金银铜铝煤锂]价|原油|黄金|白银|现货|期货|主力合约|合约|期[金银铜油]|指数|[恒国科沪深道纳]指|标普|比特币|以太[币坊]|汇率|兑(?:人民币|美元|日元|港元)|国债|债券|碳酸锂|铁矿石|币价|内存|合同价|存储"
)
_OF_SHARE = re.compile("股价|股票|股份|[美港台]股|[A-H]股|ADR")
_EXTREME = re.compile("(?:[高低]见|最[高低]|[高低]位|[高低]点)(?:曾?[见报达至触为]+)?(?:每股)?$")  # 盘中低见38.6港元
# 距离2月份766.5港元的高点: what it is still away from
_AWAY = re.compile(r"(?:距离?|离)(?![岸婚])[^,;。\d]{0,6}(?:\d{1,2}月份?[^,;。\d]{0,4}|20\d\d年[^,;。\d]{0,6}){0,2}$")
_ITS_EXTREME = re.compile(
    r"的?(?:历史|阶段|年内|盘中|收盘|上市|52周|前期)*(?:最[高低][点位价]?|[高低][点位]|峰值|顶[点峰]|纪录)"
)
# 股价可上望160港元, 下一目标看120港元, 跌穿50港元止蚀: where a price may go; but 突破110港元 is where it went
_MAY_GO = re.compile(
    "(?:上望|下望|再望|可望|看[高低至到]|目标(?:先|可|位)?(?:看|见|上望|为|是)|挑战|上试|下试|再试|回试|考验|支持位?|阻力位?|支撑位?|压力位?|止[蚀损赚盈](?:位)?|[买沽]入?(?:价|位)|吸纳)(?:位|价|在|于|为|见|报|设|约|至|到|看)*$"
)
_STOP = re.compile("(?:水平|关口|左右|附近|位)?(?:止[蚀损赚盈]|吸纳|买入|沽出)")
_IF = re.compile("若(?!干)|如果|倘|一旦|假如|假设|要是|除非")
# 目标价65.4港币,其中非汽车业务估值46.3港币,汽车业务估值19.1港币
_ADDS = re.compile(r"(?:业务|板块|分部|部门)(?:的|每股|合理|对应|部分)*(?:估值|价值|目标价?)(?:为|是|约|达|在|于|合)*$")


def other_price_zh(scan: Scan, amount: Amount, mention: Mention) -> str | None:
    """Return why a price is of no share, or has not come, or is only what a part of the company adds to it."""
    of_share = mention.metrics[:1] in (("target_price",), ("share_price",))
    if of_share and _ADDS.search(scan.text, max(scan.sentence.start, amount.start - 14), amount.start):
        return "what a part is worth, not the share"
    if mention.metrics != ("share_price",) or not scan.chinese:
        return None
    start = scan.sentence.start
    if _IF.search(scan.text, start, max(mention.start, amount.start)):
        return "what would have been, not what was"
    low = scan.clause(amount.start)[0]
    away = _ITS_EXTREME.match(scan.text, amount.end) and _AWAY.search(scan.text, low, amount.start)
    if away or _EXTREME.search(scan.text, low, amount.start):
        return "how high or low a price went for a while"
    if _MAY_GO.search(scan.text, scan.clause(amount.start)[0], amount.start) or _STOP.match(scan.text, amount.end):
        return "where a price may go, not what it was"
    others = list(_TRADED.finditer(scan.text, start, mention.start))
    if not others:
        return None
    at = others[-1].end()
    back = any(at <= e.start < mention.end for e in scan.entities) or _OF_SHARE.search(scan.text, at, mention.end)
    return None if back else "a price of something else than a share"
