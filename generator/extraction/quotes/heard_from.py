"""Whose words a sentence leads to that tells what somebody got, or was asked: 李斌收到李想的微信:“…”; One user asked Lei Jun: “…”."""

from __future__ import annotations

import re

from generator.corpus.document import Span
from generator.extraction.quotes.cast import Cast
from generator.extraction.quotes.passage import MASK, Passage
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.vocabulary import words

_GETS_ZH = re.compile(
    "(?:收到|接到|接获|等来|等到|迎来|看到|读到|听到|刷到|遭到|遇到)了?[^,。;:\x1e]{0,30}?"
    "(?:电话|留言|来信|来电|回信|短信|消息|微信|信息|邮件|评论|回复|批复|答复|私信|提问|质问|追问|反馈|通知|祝福|祝贺|信|帖子)[^,。;:\x1e]{0,6}[:,]?$"
)
_SOMEBODY_ZH = re.compile(
    r"(?:^|[,。;\x1e])(?:但|而|最终|最后|随后|结果|于是|不料|没想到|此时|这时)?"
    rf"(?:有位?|有的|[一某]位|一[名个])?(?:对方|上头|上级|领导|同事|朋友|客户|妻子|丈夫|母亲|父亲|店员|主持人|{'|'.join(words('speech')['nobody']['zh'])})[^,。;:\x1e]{{0,16}}[:,]?$"
)
_GETS_EN = re.compile(
    r"\b(?:got|gets|received|receives|read|reads|heard|hears|opened|saw|found) (?:an?|the|this|another|one|his|her) (?:[\w-]+ ){0,3}"
    r"(?:call|letter|e-?mail|message|note|text|question|reply|post|tweet|memo|voicemail|invitation)s? (?:from|by) [^:\x1e]{2,60}:? ?$"
)
_ASKED_ZH = re.compile(r"[^,。;:\x1e]*(?:[问劝告]|告诉|[对向跟给]|质问|提醒|询问|请教)$")
_ASKED_EN = re.compile(
    r"[^:;\x1e]{0,80}\b"
    r"(?:sent|asked|wrote|told|gave|texted|e-?mailed|messaged|warned|handed|urged|reminded|begged|greeted|thanked|(?:speaking|talking|writing) to) (?:(?:chief executive|CEO|founder|Mr\.?|Ms\.?) )?$",
    re.I,
)


def whose_words(passage: Passage, sentence: Span, cast: Cast, topic: Speaker) -> Speaker | None:
    """Return who speaks the words that a sentence about someone leads to: the sender of what he got; None where that one has no name."""
    outside, (start, end) = passage.outside, sentence
    mask = outside.find(MASK, start, end)
    end = mask if mask >= 0 else end
    if not outside[start:end].rstrip(" \x1f").endswith((":", ",")):
        return topic
    led = outside[max(start, end - 120) : end].rstrip(" \x1f")
    if is_asked(passage, sentence, topic):
        return None
    got = (_GETS_ZH if passage.chinese else _GETS_EN).search(led)
    if got:
        senders = [s for s in cast.between(end - len(led) + got.start(), end) if s.person and s.key != topic.key]
        return senders[-1] if senders else None
    return None if passage.chinese and _SOMEBODY_ZH.search(led) else topic


def is_asked(passage: Passage, sentence: Span, one: Speaker) -> bool:
    """Whether somebody else asks or tells someone something: `One user asked Lei Jun: “…”`, 有网友问雷军:“…”."""
    asked = _ASKED_ZH if passage.chinese else _ASKED_EN
    return asked.fullmatch(passage.outside, sentence.start, one.begins()) is not None
