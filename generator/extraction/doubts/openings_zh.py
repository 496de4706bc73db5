"""What a Chinese sentence opens with, or sells, that the catalogue does not know: what it goes on with is no company's whole."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.doubts.no_line_zh import NAMES_NOTHING
from generator.extraction.doubts.unknown import ALL, is_known
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_STORES, OF_USERS

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
# `量子业务成为支柱,本季营收达512亿元`: a line of business by its name, and no amount before the comma
_NAMED = re.compile(
    r"[\s•·*-]*(?:[一-鿿]{2,6}(?:来看|看|层面|方面|上),)?(?P<name>(?!主营|主要|核心|各|该|此|本|按|依|分|以|从|上述|这|整体|全部|公司|集团|多|[两二三四五]大|所有|其|我|相关|传统|持续|非|国内|国际|海外|境)[一-鿿A-Za-z]{2,9}?(?:业务|板块|分部|事业部|事业群|部门))(?!的?收入|的?营收|中|里|内|当中|集团|及|和|与|以外|之外|、)(?![^,受因随]*(?:[拉带推驱]动|拖累|影响|贡献|支撑|提振|冲击))[^,;。\d]*,(?:[^;。\d]*,|GMV[^,;。]{2,16},)?\s*$"
)
# 半导体方面,营收33.1万亿韩元,营业利润7万亿韩元: a field of business, where no name of the catalogue is that
_FIELD = re.compile(
    r"[\s•·*-]*(?:(?:而|但|此外|另外|至于|其中|同时|在),?)?(?P<name>(?:半导体|芯片|存储|记忆体|显示|面板|移动|影像|家电|电子|支付|游戏|音乐|影视|视频|广告|营销|电商|物流|出行|外卖|酒旅|旅游|教育|机器人|储能|电池|光伏|风电|零部件|服务器|晶圆|代工|封测|网络|通信|软件|硬件|设备|材料|医疗|健康|保险|金融|理财|信贷|文娱|地产|酒店|餐饮|饮料|乳品|白酒|啤酒|车载|工业|能源|消费|智能|数码|云){1,3}(?:业务|产品)?(?:方面|领域|板块|赛道)),(?:[^;。]*,)?\s*$"
)
# `《魔兽世界》国服重开后,日活跃用户提升50%`: who use a game or an app that a sentence opens with, and nobody else between
_WORK = re.compile(
    r"[\s•·*-]*(?:[^,;。:\d《》]{2,14},)?(?!受|因|随|凭|靠|在|得益|由于)[^,;。:《》\d]{0,6}(?P<name>《[^《》]{1,20}》)[^;。《》]*,\s*$"
)
_AND_LINE = re.compile(r"(?:业务|板块|部门|分部|产品)?(?:与|和|及|以及|\+|&)")
_AND_UNKNOWN = re.compile(
    r"(?:其中|而|但|的|,|\s)*(?P<name>(?!公司|集团|产品|整体|收入)[一-鿿A-Za-z]{2,5})(?:业务|板块|部门|分部)?(?:与|和|及)"
)
_ITS_METRIC = re.compile(r"(?:业务|板块|部门|分部|事业群|产品)*(?:的|总|合计|当季|单季)*")
# Characters of the words that say nothing of whose takings they are: 整体, 单季, 全年, 公司, 累计, 实现, 业务.
_OF_ALL = "总整合单季年月本该其公集团实现取录贡献累期报告财绩分部门业务板块端上下半今去主经营均预每产创造带应核要全球国际各所连续同环比增量新对外内净毛约达的但而且中和与及"
_ITEM = re.compile(rf"[\s•·*-]*(?P<name>(?![这那该][家间])(?:(?![{_OF_ALL}])[一-鿿]){{2,4}})")

# 法人看好2023年营收, 里昂则料收入: who expects it
_SAYS = re.compile("[一-鿿]{1,4}(?:看[好淡]|料|估|预[计期测]|指出?|称|说|相信|认为)")


def opens_with_unknown(scan: Scan, mention: Mention) -> bool:
    """Whether a Chinese sentence opens with a product that the catalogue does not know, and this clause names nobody else."""
    start = scan.clause(mention.start)[0]
    if start <= scan.sentence.start:
        return False
    others = _OTHERS.match(scan.text, scan.sentence.start, start)
    named = None if others else _NAMED.match(scan.text, scan.sentence.start, start)
    others = others or (named if named and not scan.is_marked(*named.span("name"), scan.metrics) else None)
    others = others or _FIELD.match(scan.text, scan.sentence.start, start)
    topic = others or _TOPIC.match(scan.text, scan.sentence.start, start)
    topic = topic or _opens_with_a_work(scan, mention, start)
    if topic is None or scan.text[mention.start].isascii() or ALL.search(scan.text, topic.end("name"), mention.start):
        return False
    starts = [e.start for e in scan.entities] + [m.start for m in scan.segments]
    if (
        others
        and any(topic.start("name") <= m.start < topic.end("name") for m in scan.segments)
        and _FIELD.match(topic[0])
    ):
        return False  # 云方面, of whom that is a line
    said = scan.text.index(",", topic.end("name")) if others else scan.sentence.start  # 随电商增长 is no name of theirs
    return not any(said <= start < mention.start for start in starts)


def _opens_with_a_work(scan: Scan, mention: Mention, start: int) -> re.Match[str] | None:
    """Return the work that a Chinese sentence opens with, where its next clause, from `start`, only says of how many users."""
    of_users = any(name in OF_USERS for name in mention.metrics) and mention.start == start
    return _WORK.match(scan.text, scan.sentence.start, start) if of_users else None


def is_item_of_unknown(scan: Scan, mention: Mention, before: str, end: int) -> bool:
    """Whether a Chinese sentence opens with a word that says whose takings they are: 计算营收430亿美元."""
    word = _ITEM.fullmatch(before)
    opens = end - len(before) <= scan.sentence.start and scan.text[mention.start : mention.end] in ("收入", "营收")
    nothing = word is not None and (NAMES_NOTHING.fullmatch(word["name"]) or _SAYS.fullmatch(word["name"]))
    return opens and word is not None and not nothing and not is_known(scan, end - len(word["name"]), end)


def is_of_two_lines(scan: Scan, mention: Mention) -> bool:
    """Whether a Chinese metric is what two lines of business have together, and no list of each: 客户端与游戏业务营收40亿美元."""
    if not scan.chinese or scan.cues_between(mention.end, scan.clause(mention.end)[1], "each"):
        return False
    if _is_joined(scan, mention):
        return True
    last = next((m for m in reversed(scan.segments) if m.end <= mention.start), None)
    if last is None or not _ITS_METRIC.fullmatch(scan.text, last.end, mention.start):
        return False
    if any(_AND_LINE.fullmatch(scan.text, m.end, last.start) for m in scan.segments if m.end <= last.start):
        return True
    start = max(scan.clause(last.start)[0], scan.amount_before(last.start))
    ends = [e.end for e in scan.entities] + [p.end for p in scan.periods]
    start = max((end for end in ends if start < end <= last.start), default=start)
    name = _AND_UNKNOWN.fullmatch(scan.text, start, last.start)
    others = [m for m in scan.metrics if not set(m.metrics) <= set(OF_STORES)]  # 实体店和云业务的收入
    return name is not None and not scan.is_marked(*name.span("name"), others)


def _is_joined(scan: Scan, mention: Mention) -> bool:
    """Whether the revenue that one word names is that of the line before it as well: 手机和IoT业务收入736亿元."""
    if not mention.metrics[0].endswith("_revenue") or scan.text[mention.start - 1] not in "和与及":
        return False
    low = max(scan.clause(mention.start)[0], scan.amount_before(mention.start))
    ends = [e.end for e in scan.entities] + [p.end for p in scan.periods]
    low = max((end for end in ends if low < end <= mention.start), default=low)
    return _AND_UNKNOWN.fullmatch(scan.text, low, mention.start) is not None


def is_kind_sold(scan: Scan, mention: Mention, amount: Amount) -> bool:
    """Whether a kind of cars or goods that the catalogue does not know stands between a verb and its amount."""
    said = _KIND_SOLD.fullmatch(scan.text, mention.end, amount.start)
    return said is not None and not any(mention.end <= m.start < said.end() for m in scan.segments)
