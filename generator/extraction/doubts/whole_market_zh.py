"""Chinese clauses that are on a whole market: 全球智慧手机市场第三季出货3.2亿支, 整体市场平均售价年增5%."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.doubts.makers_stand_next_zh import makers_stand_next
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.whose.context import Surroundings

_WHAT = "(?:智能|智慧型?|折叠屏?|新能源|电动|乘用|个人|商用|消费|高端|AI|5G)*(?:手机|汽车|车|平板|电脑|笔电|PC|服务器|伺服器|电视|彩电|家电|芯片|晶片|半导体|记忆体|存储器?|面板|穿戴(?:设备|装置)|晶圆代工|云端?|广告|游戏)"
_WHERE = (
    "(?:全球|全世界|世界|全国|我国|国内|内地|中国(?:大陆|内地)?|大陆|亚太|东南亚|中东|非洲|拉丁?美洲?|[东西北]?欧[洲盟]?|[南北]美洲?|印度(?:尼西亚)?|印尼"
    "|[美德英法韩泰]国|日本|挪威|瑞典|荷兰|丹麦|巴西|越南|台湾|香港|新加坡|马来西亚|菲律宾|俄罗斯|土耳其|以色列|意大利|西班牙|墨西哥|加拿大|澳大利亚|澳洲)"
)
_SUBJECT = re.compile(
    rf"(?:(?:{_WHERE}{_WHAT}|(?:整体|整个|大|全球)(?:{_WHAT})?)(?:市场|行业|产业)|(?P<kind>{_WHAT}(?:市场|行业))|{_WHERE}(?:整体)?车市)(?!份额|占有率|地位|领先|价值|[上中内的]?[,的]?(?:公司|集团))(?:整体|总|合计|的|平均|年|今年|预计|预期|料|预估|将)*"
)
_WHOLE = rf"(?:(?:(?:{_WHERE}|该|这一)?(?:{_WHAT})?(?:市场|行业|产业|大盘)|{_WHERE}(?:整体)?车市)(?:整体|总体|合计|大盘)|(?:整体|整个|大|全球)(?:{_WHAT})?(?:市场|行业|产业)|大盘|{_WHERE}{_WHAT}(?:市场|行业|产业))"
_MOVED = re.compile(
    rf"(?:而|但|同期|反观|相比之下|与此同时)*(?:的)?{_WHOLE}(?:则|却|仅|也|同期|当季|同比|环比|按年|按季|年|季|微|大幅|仍|只|小幅|略|的)*(?:下跌|下滑|下降|减少|萎缩|衰退|回落|跌|降|减|上升|上涨|增长|扩大|回升|成长|增加|升|涨|增)[了约近超逾]{{0,2}}"
)
# 去年全球智能手机出货量增加2%,苹果以两成份额居首: all that makers shipped, before the first of them is named
_ALL_THINGS = re.compile(
    rf"{_WHERE}(?:整体|(?:出?售给?|面向)?(?:终端|最终)用户的?)?{_WHAT}(?:市场)?的?(?:整体|总|合计)?(?:年|季)?(?:出货|销售?|交付|产)量?"
)
# 中国市场上,Canalys称一季度出货9240万部,同比增27%,vivo以2160万部居首
_IN_MARKET = re.compile(
    rf"\W*(?:在|而在|至于)?{_WHERE}(?:{_WHAT})?市场(?:上|中|方面|里)?,[^,;。]{{0,24}}?(?:整体|总|合计)?(?:出货|销售|售出|交付)量?(?:了|约|达|为|近|逾)*\Z"
)
_EARNED = ("revenue", "profit", "margin")
# how a maker stands: vivo以2160万部、23%的份额居首; no 小米高端机占比24%
_STANDS = re.compile(
    r"[^;。]{0,40}?(?:份额|市占|居|排名|[位名]列|登顶|领先|称霸|榜首|夺[冠得]|冠军|第[一二三四五]|出货|销量|售出)"
)
_THEN_ONE = re.compile(r"[,;](?:其中|而|当中|其中,)?")
_LEADS = re.compile(
    r"(?:其中|此外|另外|至于|而|但|[^,;。\d]{0,12}(?:表示|指出|指|认为|预计|预期|预估|估计|料|看好),?)?"
)


def is_of_whole_market(around: Surroundings, mention: Mention, amount: Amount) -> bool:
    """Whether a metric's clause, or that of its change, is on a market, and on no company in it: 荣耀出货量增长205%,而中国智能手机市场整体下跌18%."""
    scan = around.scan
    if scan.text[mention.start].isascii():
        return False
    low = scan.clause(amount.start)[0]
    if mention.end <= low and amount.kind == "percent" and _MOVED.fullmatch(scan.text, low, amount.start):
        return True
    if _names_one_behind(around, mention, amount):
        return True
    start = scan.clause(mention.start)[0]
    ends = {p.start: p.end for p in scan.periods}
    lead = _LEADS.match(scan.text, start, mention.start)
    at = lead.end() if lead else start
    subject = _SUBJECT.match(scan.text, ends.get(at, at), mention.start)
    if subject is None or (subject["kind"] and mention.metrics[0].endswith(_EARNED)):
        return False  # 汽车市场收入18亿美元: what a maker of chips takes in there
    end = ends.get(subject.end(), subject.end())
    return scan.text[end : mention.start] in ("", "的", "总", "平均", "总体", "整体")


def _names_one_behind(around: Surroundings, mention: Mention, amount: Amount) -> bool:
    """Whether a clause opens with all that was sold of a kind, and turns to the first of the makers behind its change."""
    scan, low = around.scan, around.scan.clause(mention.start)[0]
    makers = [e for e in scan.entities if around.names.catalogue.company_kind(e.entity) == "company"]
    if amount.kind not in ("percent", "count") or any(e.start < amount.start for e in makers):
        return False
    first = scan.amounts[0] if scan.amounts else amount
    in_market = bool(makers) and _IN_MARKET.match(scan.text, scan.sentence.start, first.start)
    if in_market and amount.end <= makers[0].start:
        return _opens_behind(around, amount, makers[0])
    if amount.start < mention.end:
        return False
    lead = _LEADS.match(scan.text, low, mention.end)
    at = lead.end() if lead else low
    ends = {p.start: p.end for p in scan.periods}
    opens = _ALL_THINGS.match(scan.text, ends.get(at, at), mention.end)
    if opens is None or opens.end() < mention.end:
        return False
    return any(_opens_behind(around, amount, e) for e in scan.entities) or (not makers and makers_stand_next(around))


def _opens_behind(around: Surroundings, amount: Amount, maker: EntityMention) -> bool:
    """Whether a clause behind an amount opens with a maker and says how it stands: no 超越OPPO, which who sold so many did."""
    text = around.scan.text
    turn = _THEN_ONE.search(text, max(amount.end, maker.start - 4), maker.start)
    return turn is not None and turn.end() == maker.start and _STANDS.match(text, maker.end) is not None
