"""What Chinese boards allow to be spent on a company's own shares, or have left of that, which is not what was spent: 尚余220亿美元回购额度."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.doubts.authorised_en import ALLOWED
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_MANDATE = "(?:额度|授权|上限)"
_OWN = "(?:的|股份|股票|普通股|库藏股|买回|回购|可?用)"
# 批准新的800亿港元股份回购, 获授权回购最多50亿美元
_ALLOWS = re.compile("(?:[批核]准|授权|同意|通过|尚余|尚有|仍有|剩余|余下|还剩|剩下)[^,;。\\d]{0,16}$")
_BEHIND = re.compile(f"{_OWN}{{0,4}}{_MANDATE}")
_BEFORE = re.compile(f"{_MANDATE}(?:[^,;。\\d]{{0,6}}(?:为|达|至|有|剩|余))?(?:约|逾|近|超过?)?$")
# 公司3月时曾宣布今年回购不少于200亿港元: what it said that it would spend
_ANNOUNCED = re.compile(
    r"(?:宣[布告]|公[布告]|承诺|表示|重申|提出|推出)(?:(?!已|共|累计|期间|期内)[^;。\d]|\d{1,2}月|20\d\d年){0,24}回购(?:金额|规模)?(?:不少于|不低于|至少|最多|不超过|多达|上限)(?:约|为)*$"
)
_AHEAD = re.compile("今年(?![上前首第一二三])|明年|未来|年内|全年|将|拟|计划|打算|[会曾]")
_NEAR = 24  # characters before an amount, within which it is said that it is allowed


def authorised_zh(scan: Scan, mention: Mention, amount: Amount) -> str | None:
    """Return why money beside a Chinese buyback was not spent on one."""
    if "buyback" not in mention.metrics or not scan.chinese or amount.kind != "money":
        return None
    low = max(scan.clause(amount.start)[0], scan.amount_before(amount.start), amount.start - _NEAR)
    allowed = (
        _ALLOWS.search(scan.text, low, amount.start)
        or _BEFORE.search(scan.text, low, amount.start)
        or _BEHIND.match(scan.text, amount.end)
        or _is_announced(scan, amount)
    )
    return ALLOWED if allowed else None


def _is_announced(scan: Scan, amount: Amount) -> bool:
    """Whether a buyback is one to come: 宣布今年回购不少于200亿港元; no 宣布第三季度回购至少5亿港元, which was spent."""
    said = _ANNOUNCED.search(scan.text, max(scan.sentence.start, amount.start - 2 * _NEAR), amount.start)
    return said is not None and bool(_AHEAD.search(scan.text, max(scan.sentence.start, said.start() - 3), said.end()))
