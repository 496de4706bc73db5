"""Cash of operations that Chinese tells around how much it was: 经营活动带来84.7亿元现金净额, 营运活动流出12亿元现金."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_OPERATIONS = r"(?:经营|营运|运营|营业)(?:活动|业务)?"
_BROUGHT = re.compile(
    rf"(?P<verb>{_OPERATIONS}(?:仅|只|共|合共|又|则|也|亦|所|为[公集][司团]){{0,2}}(?:(?:带来|产生|录得|贡献|创造|提供|流入|取得|获得|赚[得取]|(?P<used>流出|消耗|耗用|使用|用[去掉]|花[去掉])))了?)(?:约|近|逾|超过?)*$"
)
# 投资活动带来100亿元现金: a flow, and none of what is held
_OTHER_FLOW = re.compile(
    r"(?:投资|融资|筹资)(?:活动|业务)?[^,;。\d]{0,4}(?:带来|产生|录得|贡献|流[入出]|取得|获得|消耗|耗用|使用|用[去掉])了?(?:约|近|逾|超过?)*$"
)
# 三季度烧掉89亿元现金, 消耗现金89亿元: what was used is none of what is held
_BURNED = r"(?:烧[掉光去了]?|消耗|耗[费掉去用]|花[掉去光]|用[掉去光]|净流出)(?:了)?"
_BURNED_CASH = re.compile(rf"{_BURNED}(?:约|近|逾|超过?)*$")
_CASH_BURNED = re.compile(rf"{_BURNED}(?:的)?现金(?:约|近|逾|超过?|达|为)*$")
_CASH = re.compile(r"(?:左右)?的?净?现金(?!等价|及|和|储备|结余|股[利息])(?:流量?|净流?入?额?|流入净?额?)*")
_NEAR = 20  # characters of what brought it in, right before how much


def is_another_flow(scan: Scan, amount: Amount) -> bool:
    """Whether Chinese says that investing or financing brought in or used so much cash, or that so much was burned."""
    burned = scan.chinese and _CASH_BURNED.search(
        scan.text, max(scan.sentence.start, amount.start - _NEAR), amount.start
    )
    return bool(burned) or any(_led_to_cash(scan, amount, form) is not None for form in (_OTHER_FLOW, _BURNED_CASH))


def cash_brought(scan: Scan, amount: Amount) -> tuple[str, Mention] | None:
    """Return the cash flow of operations that stand before what they brought in or used."""
    said = _led_to_cash(scan, amount, _BROUGHT)
    if said is None:
        return None
    return "operating_cash_flow", Mention(*said.span("verb"), ("operating_cash_flow",), None, bool(said["used"]))


def _led_to_cash(scan: Scan, amount: Amount, form: re.Pattern[str]) -> re.Match[str] | None:
    """Return the words right before a Chinese amount of cash that say where it came from, or went."""
    if not scan.chinese or amount.kind != "money" or not _CASH.match(scan.text, amount.end):
        return None
    return form.search(scan.text, max(scan.sentence.start, amount.start - _NEAR), amount.start)
