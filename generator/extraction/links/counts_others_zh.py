"""Chinese clauses that count people or things of another kind than the figure before: 日活用户增加20%,骑手约有200万人."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_OTHERS = (
    "骑手|司机|快递员|配送员|商[家户贩]|卖家|店主|员工|雇员|职工|店员|导购|销售人员|工程师|技术人员|客服|作者|创作者|主播|达人|博主|网红|讲师|教师|老师|学[生员]|医生|护士"
    "|团长|经销商|代理商|供应商|加盟商|合伙人|合作伙伴|开发者|志愿者|股东|投资者|评论|帖子|视频|订单|包裹|应用|小程序|城市|国家|车型|机型"
)
# 骑手约有200万人, 活跃商户数量超过900万: what is counted opens the clause
_COUNTS = re.compile(
    rf"[\s而且并其中另外此平台上入驻活跃签约注册合作在册全职兼职专职年日月均总累计的]{{0,10}}(?:{_OTHERS})(?:人?数量?|总数|规模|人数)?(?:则|也|亦|已|约|近|合计|累计|共|共计|总计|目前|更)*"
    r"(?:约?有|达到?|为|是|超过?|突破|逾|近|约|多达|高达|共|升至|增至|降至|减至)[约近超逾了\s]*"
)


def counts_others(scan: Scan, start: int, amount: Amount) -> bool:
    """Whether a clause that names no metric counts others right before an amount."""
    if not scan.chinese or amount.kind not in ("count", "bare"):
        return False
    return _COUNTS.fullmatch(scan.text, start, amount.start) is not None
