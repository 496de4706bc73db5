"""Chinese lines over what is expected: 2024年展望, 业绩指引, 管理层对2024年的预期如下:, and the items below them."""

from __future__ import annotations

import re

from generator.extraction.sentences import Sentence

_SHORT = 40  # characters: a line that is longer is no heading
_STOPS = "。.;!?,\x1f"
_AHEAD = re.compile("展望|指引|财测|前景|预期|预计|预测|预估")
# 与分析师预期比较, 业绩超预期, 回顾与展望, 风险提示: headings of something else, or of more
_ELSE = re.compile(
    "市场|分析|华尔街|机构|券商|彭博|LSEG|外界|实际|对比|比较|[超低高优逊]|不及|符合|回顾|风险|盈利预测|目标价|评级|此前|原先"
)
# an item of a list: what marks it stands before it, or no stop behind it
_MARKED = re.compile(r"\s*(?:[•·●▪■◆○*—–-]|[(]?\d{1,2}[.、)]|[①-⑩])\s?")
_STATES = re.compile(r"\d\s?(?:[万亿兆%元辆台个倍]|[美港欧日]元)")


def heads_what_is_expected(line: str) -> bool:
    """Whether a Chinese line that states nothing heads what its company expects."""
    line = line.strip(" \n\x1f")
    short = 0 < len(line) <= _SHORT and line[-1] not in _STOPS
    return short and bool(_AHEAD.search(line)) and not (_ELSE.search(line) or _STATES.search(line))


def is_item_zh(text: str, sentence: Sentence) -> bool:
    """Whether a Chinese line is an item of a list that states something."""
    listed = _MARKED.match(text, sentence.start, sentence.end) or _is_all_of_its_line(text, sentence)
    return bool(listed and _STATES.search(text, sentence.start, sentence.end))


def _is_all_of_its_line(text: str, sentence: Sentence) -> bool:
    """Whether a sentence begins its line and ends with it, without a stop."""
    before = text[: sentence.start].rstrip(" \x1f")[-1:] in ("", "\n")
    return before and text[sentence.end : sentence.end + 1] in ("", "\n") and text[sentence.end - 1] not in _STOPS
