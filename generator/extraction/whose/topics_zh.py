"""The line of business that a Chinese sentence is about: 云业务方面,收入…; 小米汽车交付8.13万辆,营收…."""

from __future__ import annotations

import re

from generator.extraction.marks.cues import OF_WHICH
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.whole_again import lines_of_metrics
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.spoken_before import is_of_all

_TOPIC = re.compile(
    r"(?:\([^()]*\))?(?:业务|板块|方面|部门|分部|集团)?(?:业务)?(?:料|将|有望|预计|或|可望)*(?:续|仍)?(?:方面|则|亦|也|,|:|继续|表现|成为|成|收入|仍|为|是|在|已|保持|贡献|实现|受|得益|透过|通过|凭借|排[名在]|位[居列]|名列|夺冠|登顶|蝉联|因(?!此))"
)
# `其中,增值服务业务变化不大,总收入达到887亿元`; `游戏业务卖得不错,收入增长20%`: what a line did, before any figure
_DID = re.compile(r"(?P<line>业务|板块|方面|部门|分部|事业群|集团)*(?![和与及、等])[^,;。:、\d]{1,14},")
# `京东零售稳住了,收入2506亿元`, `即时零售疯长,收入229亿元`; no `外卖大战烧钱`, whose subject is another
_FARED = re.compile(
    r"(?:[一-鿿]{0,3}(?:得|了)[一-鿿]{0,6}|(?:依旧|依然|也|更|一路|持续|保持|继续|再度|再次|大幅|强劲|稳步|稳健|快速|高速|重回|恢复|加速)[一-鿿]{1,6}|[一-鿿]{0,3}[疯猛暴狂大激飙高稳劲]?[长涨增升跌降滑]|[一-鿿]{0,3}(?:好|旺|火|强|稳|弱|差|淡)[一-鿿]?|最[快慢高大猛亮]),$"
)
# 去年渐有起色, 今年表现稳健: how a line did in a time that is named
_THEN = re.compile(r"(?:20\d\d年|[去今前]年|[上下]半年|[本上当]季度?|第?[一二三四1-4]季度?|[季期年]内)(?:度|全年)?")
_WENT = re.compile(
    r"(?!的)[^,;。:、\d]{0,10}?(?:起色|回暖|好转|改善|企稳|趋稳|见底|止跌|放缓|提速|加速|承压|遇冷|转[强弱正旺]|复苏|反弹|回[升落]|稳健|平稳|稳定|强劲|亮[眼丽]|出色|不[俗错佳]|低迷|疲[软弱]|增长|成长|发力|起步|起飞|爆发|突破|扭亏|减亏|改观|优异|理想)"
    r"(?:态势|势头|轨道|迹象|明显|显著|许多|不少)?[了的]?,$"
)
_LED = re.compile("[带拉推拖驱]动|推[高升]|拉[低高]|拖累|助力|影响|贡献|支撑|提振|刺激|促进|冲击|令|使得?|让|致")
_NEXT = (",", ",而", ",但", ",至于", ",另外", ",同时")  # what a clause on another line opens with
_LINES = ("业务", "板块", "部门", "分部", "事业群", "集团")
# `在金融科技业务板块,腾讯四季度的收入`, `云业务方面,阿里四季度实现收入`: whose revenue it is, is said before who has it.
_FRAMED = re.compile(r"[\s•·*-]*(?:(?:此外|另外|其中|同时|至于|而),?)?在?(?:旗下|其)?")
_FRAME = re.compile(r"(?:业务|分部)?(?:板块|方面|领域|业务|分部)(?:上|中)?,")
_NET = (("net_profit",), ("adjusted_net_profit",), ("eps",))
_WHOLE = re.compile("总(?:收入|营收|营业)|整体|总体|合并|集团(?:收入|营收)|公司(?:整|总)")
# `小米汽车交付新车81302辆,单季营收206亿元`: what is told after it is of the cars
_CARS = "汽车"
_CARS_DID = re.compile(r"(?:第?[一二三四1-4]季度?|上半年|全年|季内|共|累计|的|业务|实现)*(?:交付|销量|销售)")
# `主要驱动因素包括:i)直播业务…`
_ITEM = re.compile(
    r"(?<![\w.])(?:[ivx]{1,4}|[a-f]|\d)\)\s?|\([ivx]{1,4}\)\s?|[①-⑩]|(?<![\w.])\d{1,2}[、.](?=\s?[一-鿿])"
)
_OPENING = 10  # characters from a sentence's start, within which a line of business is its topic


def item_start(scan: Scan, mention: Mention) -> int:
    """Return where the item of a Chinese list that a metric stands in begins, behind its number; else where the sentence does, behind its time."""
    start, text = scan.sentence.start, scan.text
    if text[mention.start].isascii():
        return start
    items = [m.end() for m in _ITEM.finditer(text, start, mention.start)]
    start = items[-1] if items else start
    dated = next((p.end for p in scan.periods if p.start == start), start)  # 截至3月31日止三个月,云业务表现亮眼,收入…
    return dated + text.startswith(",", dated) if dated < mention.start else start


def topic_line(around: Surroundings, mention: Mention, first: Mention, start: int) -> str | None:
    """Return the line of business that a sentence, or its item, names first at `start`, where it is what this is about."""
    text = around.scan.text
    subject = around.subject_before(mention.start)
    company = subject and around.names.catalogue.company_kind(subject.entity) == "company"  # no 大摩预期收入达412亿元
    subject = subject if subject and company and subject.start >= start else None
    if subject and around.scan.brackets_around(subject.start):
        subject = None  # 服务业务(含App Store、Apple Pay等)增速最快,营收增12%
    own = subject is not None and subject.entity in (around.home, around.ground.entity)
    framed = subject and _FRAMED.fullmatch(text, start, first.start) and _FRAME.match(text, first.end)
    follows = framed and subject and (own or subject.start == framed.end())
    if framed and follows and mention.metrics[:1] not in _NET and not _WHOLE.search(text, framed.end(), mention.end):
        return first.segment
    kinds = around.names.catalogue.segments
    later = [m for m in around.scan.segments if first.end <= m.start and m.end <= mention.start]
    if any(kinds[m.segment or ""].kind == "business" and text.endswith(_NEXT, 0, m.start) for m in later):
        return None  # iPad收入70亿美元,Mac收入77亿美元,出货量…
    named = lines_of_metrics(around.scan, around.names.catalogue)
    others = (m for m in named if m.segment != first.segment and first.end <= m.start < mention.start)
    whole = (m for m in around.scan.metrics if first.end <= m.start < mention.start and is_of_all(around, m))
    if any(text.endswith(_NEXT, 0, m.start) for m in (*others, *whole)):
        return None  # 淘天集团收入932亿元,经营利润385亿元,云收入256亿元,经营利润…
    is_topic = first.start - start <= _OPENING and (
        _TOPIC.match(text, first.end) or _did(around, mention, first, start)
    )
    # 美团核心本地商业(包括美团闪购)已恢复,营收增长29%
    owners = [
        e.entity for e in around.scan.entities if e.end == first.start or first.start <= e.start < e.end <= first.end
    ]  # 京东零售
    of_one = (
        around.names.catalogue.segments[first.segment or ""].entity is not None
    )  # 特斯拉Model Y排名第一,6月销量4.4万辆
    owned = (own or of_one) and subject is not None and subject.entity in owners
    again = subject is not None and any(first.end <= a.start < subject.start for a in around.scan.amounts)
    return (
        first.segment if is_topic and (subject is None or (owned and not again)) else None
    )  # 京东物流收入421亿元,京东收入2600亿元


def _did(around: Surroundings, mention: Mention, first: Mention, start: int) -> bool:
    """Whether a clause says of a line of business no more than how it did, and the next one tells its revenue."""
    scan = around.scan
    end = first.end + 2 * scan.text.startswith("业务", first.end)
    inside = scan.brackets_around(end + 1) if scan.text[end] == "(" else None  # 服务业务(含App Store等)增速最快,营收…
    end = inside.end if inside else first.end
    said = _DID.match(scan.text, end, mention.start)
    if said is None or _LED.search(scan.text, end, said.end()):
        return False
    takings = (m.start for m in scan.metrics if "revenue" in m.metrics)
    starts = [*takings, *(m.start for m in scan.segments), *(a.start for a in scan.amounts)]
    if any(end <= at < said.end() for at in starts):
        return False
    lead = scan.text[start : first.start].strip(" •·*-")
    owner = any(e.start == start and scan.text[e.end : first.start] in ("", "的", "旗下") for e in scan.entities)
    opens = lead == "" or owner  # 美团核心本地商业去年渐有起色,全年营收…
    of_which = OF_WHICH.match(scan.text, start)
    product = around.names.catalogue.segments[first.segment or ""].product_of
    dated = _THEN.match(scan.text, end)
    then = dated and _WENT.match(scan.text, dated.end(), said.end()) and not _LED.search(scan.text, end, mention.start)
    fared = not product and (_FARED.match(scan.text, end, said.end()) or then)
    named = said["line"] or scan.text[first.start : first.end].endswith(_LINES)  # 新业务亏损收窄
    listed = named or fared or scan.text[scan.sentence.end - 1] == ";"  # 增值服务好于去年,收入959亿元;营销服务…
    return bool(of_which or (opens and listed and mention.metrics[:1] == ("revenue",)))


def cars_of(around: Surroundings, mention: Mention) -> str | None:
    """Return the cars of a company that makes other things as well, where the sentence opens with what they did."""
    text = around.scan.text
    subject = around.subject_before(mention.start)
    if subject is None or text[mention.start].isascii() or subject.start - around.scan.sentence.start > _OPENING:
        return None
    all_cars = _CARS in around.names.own_words(subject)
    did = text[subject.start : subject.end].endswith(_CARS) and _CARS_DID.match(text, subject.end)
    return "ev" if did and not all_cars and mention.start > did.end() else None
