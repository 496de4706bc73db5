"""Companies that a Chinese sentence only says another contends with: 为应对阿里巴巴和京东的竞争加大投入,净亏损186亿元 is of neither."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.scanning import Scan

_NAMES = r"(?:[^,。;\d、和与及]{1,10}[、和与及]){0,4}"
_CONTENDS = re.compile(
    rf"(?:应对|对抗|迎战|抗衡|抵御|抵挡|反击|狙击|追赶|挑战|面对|面临|遭遇|遭到|受到?|因|由于|随着?|来自于?|防御|抢夺|争夺|蚕食|击退|阻击|反制|对标|叫板|不敌|同|与|和|跟)(?:了|着)?(?:竞争)?(?:对手|友商|劲敌|巨头)?{_NAMES}$"
)
_CONTEST = re.compile(
    r"(?:[、和与及][^,。;\d、和与及]{1,10}){0,4}?(?:等(?:[一-鿿]{0,6}(?:对手|友商|平台|巨头|公司|企业|车企))?)?(?:之间)?的?(?:激烈|强势|低价|外卖|全面|正面|直接|持续|新一轮|大规模|巨额){0,2}"
    r"(?:竞争|挑战|冲击|围攻|围剿|夹击|挤压|价格战|补贴(?:战|大战|攻势)?(?=冲击|影响|,|而|加大|下)|攻势|压力|追赶|进攻|来袭|入局|之争|大战|缠斗|厮杀)"
)
# 正追赶英伟达, 对标特斯拉; 仅为英伟达570亿美元的零头
_CHASED = re.compile("(?:追赶|紧追|直追|对标|叫板|挑战|狙击|迎战|对抗|抗衡|反超|赶超|威胁)(?:着|了)?$")
_ALONE = re.compile("(?:[A-Za-z一-鿿]{0,2}等[一-鿿]{0,6})?[,。;]")
_FRACTION = re.compile(
    "(?:同期|当季|全年|的)*[\\d.]+[^,。;]{0,8}的?(?:零头|一半|半数|[一二两三四五六七八九十\\d]+成|[一-鿿]{1,3}分之[一-鿿]{1,2}|几?分之一)"
)
_REACH = 40  # characters before a company, within which it is said that another contends with it


def is_contended_with_zh(scan: Scan, mention: EntityMention) -> bool:
    """Whether a company is only who another contends with."""
    if not scan.chinese:
        return False
    if _FRACTION.match(scan.text, mention.end, scan.sentence.end):
        return True
    start = max(scan.sentence.start, mention.start - 6)
    if _CHASED.search(scan.text, start, mention.start) and _ALONE.match(scan.text, mention.end):
        return True
    if _CONTEST.match(scan.text, mention.end, scan.sentence.end) is None:
        return False
    low = max(scan.clause(mention.start)[0], mention.start - _REACH)
    return _CONTENDS.search(scan.text, low, mention.start) is not None
