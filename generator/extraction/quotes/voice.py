"""Words in marks that no verb of saying attributes: who goes on speaking, told from who speaks around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from generator.extraction.quotes.attribution import Attribution
from generator.extraction.quotes.cast import Cast
from generator.extraction.quotes.onlookers import ALSO_THERE_ZH, are_only_there
from generator.extraction.quotes.passage import MASK, Passage
from generator.extraction.quotes.quotation import Quotation
from generator.extraction.quotes.quoted import is_long_enough, is_own_statement
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.speech import nobody_says_zh, said_zh
from generator.extraction.quotes.works import is_subject

NOTHING = re.compile(rf"[\s,.;:。、…{MASK}–—-]*")
_DATELINE = re.compile(r"(?:[^,。;]{2,24}(?:讯|电|消息)(?:\([^)]{0,40}\))?[,:]?)?\s*")
_TOLD_AFTER = 160  # characters
_TITLED = 16  # characters of a company and role before a name: “…。”小米集团董事长雷军笑称
# “…。”这名中层说: nobody of those named
_SOMEBODY = re.compile(
    rf"[, ]*(?:[这那该一某多几]|上述|前述|另一|有)[位名家个][^,。;:{MASK}]{{0,14}}?(?:{said_zh()}|[说称道]|回忆|透露)"
)
# “…。”在讨论区都可看到类似的评论: nobody of those named
_COMMENTS = re.compile("[^。;!?\x1e]{0,24}(?:评论|留言|网友|网民|帖文|发帖|弹幕|股民|车主)(?![员区])")
_TURNS = re.compile(r"\s*(?:而|但)?(?:对此,?|面对[^,。]{1,16},)(?:[^,。;:\x1e]{0,10})")
# “特斯拉会不会降价?”马斯克没有正面回答: what somebody is asked
_ANSWERS_ZH = re.compile(
    "[^,。;:]{0,8}(?:没有?|未|拒绝|不愿|不想|避而|笑而|不置可否|摇头|摇了摇头|点头|点了点头|沉默|愣|想了)[^,。;:]{0,10}(?=[,。;:])|(?:[^,。;:]{0,6})(?:回答|作答|答道|答|回应)(?=[,。;:])"
)
_OF_HIM = re.compile("[他她](?![们人])")
# Output fell because of upgrades, Ford said. “During the quarter, we stopped some lines.”
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|[Ww]e'[a-z]+)\b")
_UP_TO_WORDS = re.compile(rf"(?: (?:in|on|at|via|to|during) [^.,;:{MASK}]{{2,60}})?\.[\s\x1f]*")
_PAUSE = re.compile(r"[,;:。]")


@dataclass
class Voice:
    """One passage's voices: its attributions, the people whom its sentences are about, who is named where.

    `topics` are by where their sentences start; `carried` speaks on from the paragraph before.
    """

    passage: Passage
    found: list[Attribution]
    topics: dict[int, Speaker]
    cast: Cast
    carried: Speaker | None

    def of(self, quotation: Quotation) -> Speaker | None:
        """Return who goes on speaking in words that no verb of saying attributes."""
        sentence = self.passage.sentence(quotation.start)
        if self.passage.chinese and _SOMEBODY.match(self.passage.outside, quotation.end + 1, self.passage.end):
            return None
        if self.passage.chinese and _COMMENTS.match(self.passage.outside, quotation.end + 1, self.passage.end):
            return None
        if speaker := self._told_after(quotation):
            return speaker
        if is_subject(self.passage, quotation):
            return None
        alone = NOTHING.fullmatch(self.passage.outside, sentence.start, min(sentence.end, sentence.start + 4000))
        if not is_long_enough(self.passage, quotation, close=False) or not (
            alone or is_own_statement(self.passage, quotation)
        ):
            return None
        if not alone and (topic := self.topics.get(sentence.start)):
            return topic
        i = bisect_right(self.found, quotation.start, key=lambda a: a.end)
        if (
            i
            and self.passage.chinese
            and nobody_says_zh().search(self.passage.outside, self.found[i - 1].end, quotation.start)
        ):
            return None
        if i:
            speaker = self.found[i - 1].speaker
            if alone and (turned := self._turned_to(quotation, self.found[i - 1].end)):
                return turned
            others = [s for s in self.cast.between(self.found[i - 1].end, quotation.start) if s.person]
            talks = speaker.talks or (alone and self._speaks_for_all(quotation, self.found[i - 1]))
            return speaker if talks and all(s.key == speaker.key for s in others) else None
        return self._of_who_is_there(quotation, sentence.start, bool(alone))

    def _speaks_for_all(self, quotation: Quotation, last: Attribution) -> bool:
        """Whether English words in marks right behind a body's statement say we, and are its own."""
        if self.passage.chinese or last.side != "before" or not last.named:
            return False
        near = _UP_TO_WORDS.fullmatch(self.passage.outside, last.end, quotation.start - 1)
        return bool(near and _WE.search(self.passage.text, quotation.start, quotation.end))

    def _turned_to(self, quotation: Quotation, since: int) -> Speaker | None:
        """Return who alone is named in the Chinese sentence right before words in marks, and opens it: 对此,罗时远没有回避,“…”."""
        last = self.passage.sentence(max(self.passage.start, quotation.start - 3))
        person = self.cast.alone(*last) if self.passage.chinese and last.start >= since else None
        opens = person and _TURNS.fullmatch(self.passage.outside, last.start, person.start)
        return person if opens and last.end >= quotation.start - 2 else None

    def _of_who_is_there(self, quotation: Quotation, begins: int, alone: bool) -> Speaker | None:
        """Return who speaks on from the paragraph above, or is the one person whom this one names."""
        opened = not self.passage.outside[self.passage.start : quotation.start].strip(f"{MASK} \x1f")
        if opened:
            stopped = self.passage.text[quotation.start : quotation.end].rstrip().endswith(tuple("。.!?…,"))
            stopped = stopped or self.passage.outside.startswith((".", "。"), quotation.end + 1)  # “… for years”.
            return self.carried if stopped else None
        people = [
            s
            for s in self.cast.between(self.passage.start, min(quotation.start, self.passage.start + 600))
            if s.person and not are_only_there(self.passage, *self.passage.sentence(s.start))
        ]
        if not people and self.passage.chinese and _OF_HIM.search(self.passage.outside, begins, quotation.start):
            return self.carried  # 但新模型让他看到了希望,“…。”
        if not people and not self.passage.chinese and alone:  # He criticised the choice of a “small number”. “We …”
            return next((self.topics[at] for at in sorted(self.topics, reverse=True) if at < begins), None)
        return people[0] if people and len({s.key for s in people}) == 1 else None

    def _told_after(self, quotation: Quotation) -> Speaker | None:
        """Return whose the Chinese words are that stand before a sentence about someone: “…。”雷军举了一个例子.

        Words that open a paragraph may wait longer: “…!”3日下午,…雷军在会上说,….
        """
        stopped = self.passage.text[quotation.end - 1] in "。!?,"
        stopped = stopped or self.passage.outside.startswith(
            ("。", "!", "?"), quotation.end + 1
        )  # “…”。10日,雷军公开喊话
        if not self.passage.chinese or not stopped:
            return None
        begins = quotation.end + 1
        subject = next(
            (s for s in self.cast.between(begins, min(begins + _TITLED, self.passage.end)) if s.person), None
        )
        led = self.passage.outside[begins : subject.start] if subject else ""
        titled = not led or (subject and subject.role and subject.role.at >= begins and not _PAUSE.search(led))
        if subject and ALSO_THERE_ZH.match(self.passage.outside, subject.end):
            return None  # “…。”福特CEO也出席了活动
        asked = self.passage.text[quotation.end - 1] == "?"
        if asked and subject and _ANSWERS_ZH.match(self.passage.outside, subject.end):
            return None
        if subject and titled and not self.passage.outside.startswith("的", subject.end):
            return subject
        opening = self.passage.outside[self.passage.start : min(quotation.start - 1, self.passage.start + 80)]
        i = bisect_left(self.found, quotation.end, key=lambda a: a.start)
        after = self.found[i] if i < len(self.found) else None
        if self.carried or not _DATELINE.fullmatch(opening):
            return None
        sentence = self.passage.sentence(min(begins + 1, self.passage.end - 1))
        people = [s for s in self.cast.between(begins, sentence.end) if s.person]
        if not after or after.start >= sentence.end:
            return people[0] if len({s.key for s in people}) == 1 else None
        told = after.named and after.speaker.person and after.start - quotation.end <= _TOLD_AFTER
        return after.speaker if told and self.passage.sentence(after.start).start <= quotation.end + 2 else None
