"""What a Chinese sentence opens with, or sells, that the catalogue does not know: what it goes on with is no company's whole."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.doubts.unknown import ALL, is_known
from generator.extraction.marks.names import Mention
from generator.extraction.marks.scanning import Scan

# `销售辅助驾驶车型78.8万辆`: what kind was sold stands behind the verb
_KIND_SOLD = re.compile(r"[一-鿿A-Za-z]{2,10}(?:车型|机型|系列|产品)(?:约|近|超过?|逾)?")
# `Hopper平台进入第13个季度,FY26Q3营收约20亿美元`, `其他业务方面,营收13.6亿元`: what a sentence opens with, and goes on with
_TOPIC = re.compile(
    r"[\s•·*-]*(?P<name>[A-Z][A-Za-z\d]{2,14}(?: [A-Z][A-Za-z\d]+)?(?:平台|系列(?:产品)?|产品线|架构)|(?:其他|其它)[一-鿿]{0,6}(?:业务|收入|服务)+(?:方面|上|则|表现|受|得益|因|由于|透过|通过))[^。;]*?,\s*$"
)
# `其他服务业务随电商增长,收入同比增加26%`, `其余业务卖得更好,收入…`: whatever is said of them, before any amount of theirs
_OTHERS = re.compile(
    r"[\s•·*-]*(?:(?:而|但|此外|另外|至于|其中|同时),?)?(?P<name>(?:其他|其它|其余)(?:(?![和与及、中])[一-鿿]){0,6}?(?:业务|服务业务|服务(?!业务)|板块|分部|部门|产品线))(?!的?收入|的?营收|中|里|内|当中|包括|及|和|与|以外|之外)[^,;。\d]*,(?:[^;。\d]*,)?\s*$"
)
# Characters of the words that say nothing of whose takings they are: 整体, 单季, 全年, 公司, 累计, 实现, 业务.
_OF_ALL = "总整合单季年月本该其公集团实现取录贡献累期报告财绩分部门业务板块端上下半今去主经营均预每产创造带应核要全球国际各所连续同环比增量新对外内净毛约达的但而且中和与及"
_ITEM = re.compile(rf"[\s•·*-]*(?P<name>(?:(?![{_OF_ALL}])[一-鿿]){{2,4}})")


def opens_with_unknown(scan: Scan, mention: Mention) -> bool:
    """Whether a Chinese sentence opens with a product that the catalogue does not know, and this clause names nobody else."""
    start = scan.clause(mention.start)[0]
    if start <= scan.sentence.start:
        return False
    others = _OTHERS.match(scan.text, scan.sentence.start, start)
    topic = others or _TOPIC.match(scan.text, scan.sentence.start, start)
    if topic is None or scan.text[mention.start].isascii() or ALL.search(scan.text, topic.end("name"), mention.start):
        return False
    starts = [e.start for e in scan.entities] + [m.start for m in scan.segments]
    said = scan.text.index(",", topic.end("name")) if others else scan.sentence.start  # 随电商增长 is no name of theirs
    return not any(said <= start < mention.start for start in starts)


def is_item_of_unknown(scan: Scan, mention: Mention, before: str, end: int) -> bool:
    """Whether a Chinese sentence opens with a word that says whose takings they are: 计算营收430亿美元."""
    word = _ITEM.fullmatch(before)
    opens = end - len(before) <= scan.sentence.start and scan.text[mention.start : mention.end] in ("收入", "营收")
    return opens and word is not None and not is_known(scan, end - len(word["name"]), end)


def is_kind_sold(scan: Scan, mention: Mention, amount: Amount) -> bool:
    """Whether a kind of cars or goods that the catalogue does not know stands between a verb and its amount."""
    said = _KIND_SOLD.fullmatch(scan.text, mention.end, amount.start)
    return said is not None and not any(mention.end <= m.start < said.end() for m in scan.segments)
