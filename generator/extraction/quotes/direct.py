"""Direct quotes: whose the words between two marks are, told from what stands before, between and after them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from generator.extraction.frozen import frozen
from generator.extraction.quotes.anothers_en import is_anothers
from generator.extraction.quotes.attribution import Attribution
from generator.extraction.quotes.calling import calls
from generator.extraction.quotes.cast import Cast
from generator.extraction.quotes.passage import Passage
from generator.extraction.quotes.quotation import Quotation
from generator.extraction.quotes.quoted import (
    begins_clause,
    count_words,
    ends_clause,
    is_followed_by_nobody,
    is_followed_by_pronoun,
    is_fragment,
    is_fragment_of_clause,
    is_introduced_by_nobody,
    is_long_enough,
    is_part_of_clause,
    is_set_in,
    is_statement_within,
    lead_to,
)
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.speech import SEEMS_ZH, nobody_says_zh
from generator.extraction.quotes.split import goes_on_behind, goes_on_from, joined_to
from generator.extraction.quotes.voice import NOTHING, Voice
from generator.extraction.quotes.works import is_subject, names_news

_NAME = 14  # characters
_HAN = re.compile("[\u3400-\u9fff]")
_INNER_PAUSE = re.compile("[\u3400-\u9fff][,。!?;][\u3400-\u9fff]")
_STOPS = ",.!?。…—-"
# 林百里被问到郭董说:“…”: what the question quotes; not 被问到前景时说
_ASKED_OF = re.compile(
    "(?:被?问[到及起]|引述|援引|听[到说])[^,。;:\x1e]{1,10}(?<![时后])(?:说|称|表示|所言)[,:]?$"
    "|(?:父亲|母亲|爸爸|妈妈|妻子|丈夫|朋友|同事|老师|用户|客户|有人|对方|前辈|[一某][位名个][^,。;:\x1e]{1,10})(?:曾|常|总是|经常|就)?(?:告诉|[对跟]|问|提醒)[他她我]们?(?:说|道)?[:,]?$"
    rf"|{SEEMS_ZH}(?:说|表示|告诉[^,。;:\x1e]{{1,8}}|问)[,:]?$"
)
# Lee smiled, as if to say: “…”
_AS_IF = re.compile(
    r"\b(?:as (?:if|though)(?: [\w'-]+){1,4}|(?:seem|appear)(?:s|ed|ing)? to(?: be)?) (?:say|saying|ask|asking|tell|telling)(?: (?:them|us|him|her|everyone|everybody|the [a-z]+))?[:,]? ?$"
)
_NAMING = ("提出", "提到", "提及", "谈到", "谈及", "介绍", "宣布", "揭示", "披露")
_BETWEEN = 60  # characters before a quotation
_TERM = 8  # characters
_BRIDGE = {
    True: re.compile(r"[\s,:]*(?:道|称|说|就是|是)?[\s,:]*|[^,;。:]{0,30}:\s*|[^,;。:]{2,40},(?:即|也就是|就是)\s*"),
    False: re.compile(r"[\s,:–—-]*(?:(?:[^.;:,]{0,60} )?that\s)?(?:[^.;:,]{0,80}[:,])?[\s,:]*|[^.;]{0,120}[:,]\s*"),
}
# told your correspondent “…”
ADDRESSEE = re.compile(
    r" (?:(?:your|the|this|our|his|her|its|an?) [a-z]+(?:(?: [a-z]+)? (?:from|of) (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)?|[a-z]+s|me|us|[A-Z]\w+(?: [A-Z]\w+){0,3}),? "
)
_AFTER = {True: re.compile(r"[\s,]*[^,。;:]{0,30}"), False: re.compile(r"[\s,]*(?:[\w&/'.-]+,? ){0,9}")}
_CLOSES = re.compile(r"\s*(?:[.,;]|$|(?:in|on|at|during|to|as|when|after|last|this|earlier)\b)")
_PAUSE = re.compile(
    r"\s*[–—-]+ (?:he|she|they) [^.;:,–—]{2,40} [–—-]+\s*"
)  # “It is slow, and” — he paused — “it is dear.”
_GOES_ON = {True: re.compile(r"[\s,。]*"), False: re.compile(r"[^.;:]{0,100}[.,;]?\s*")}


@frozen
class Said:
    """A quotation and whose words it holds; `voiced` where only the paragraph's voice tells."""

    quotation: Quotation
    speaker: Speaker
    voiced: bool = False


class Direct:
    """Reads one passage's quotations in order.

    `topics` are the people whom sentences are about, by where those start; `carried` speaks on from the paragraph before.
    """

    def __init__(
        self,
        passage: Passage,
        found: list[Attribution],
        topics: dict[int, Speaker],
        cast: Cast,
        carried: Speaker | None,
    ) -> None:
        self._passage, self._topics, self._found = passage, topics, found
        self._voice = Voice(passage, found, topics, cast, carried)
        self._starts = [a.start for a in found]
        self._ends = [a.end for a in found]

    def said(self) -> list[Said]:
        """Return the quotations whose speaker the text names."""
        kept: list[Said] = []
        pending: Quotation | None = None
        for quotation in self._passage.quotations:
            last = kept[-1] if kept else None
            if last and goes_on_from(self._passage, self._found, last.quotation, last.speaker, quotation):
                kept.append(Said(quotation, last.speaker))
                continue
            speaker, voiced = self._speaker(quotation, last)
            if speaker is not None and not voiced and pending and joined_to(self._passage, pending, quotation):
                kept.append(Said(pending, speaker))
            if speaker is not None:
                kept.append(Said(quotation, speaker, voiced))
            pending = quotation if speaker is None and not is_anothers(self._passage, quotation) else None
        return kept

    def _speaker(self, quotation: Quotation, last: Said | None) -> tuple[Speaker | None, bool]:
        chinese = self._passage.chinese
        led = max(self._passage.start, quotation.start - (24 if chinese else 80)), quotation.start - 1
        asked = bool((_ASKED_OF if chinese else _AS_IF).search(self._passage.outside, *led))
        asked = asked or (not chinese and is_anothers(self._passage, quotation))
        if asked or self._passage.title or names_news(self._passage, quotation):
            return None, False
        before, after = self._before(quotation), self._after(quotation)
        if before and self._passage.chinese:
            between = self._passage.outside[before.end : quotation.start][-_BETWEEN:]
            before = None if nobody_says_zh().search(between) else before  # 许琳认为…;而一位经理则坦言,“…”
        if before and self._introduced(before, quotation):
            called = calls(self._passage, before, quotation)
            return (before.speaker if called or is_long_enough(self._passage, quotation, close=True) else None), False
        if lead_to(self._passage, quotation).endswith(":"):
            if before and is_statement_within(self._passage, quotation):
                return before.speaker, False  # 许冉强调,仓库是给卖家用的:“…。”单甦称,…
            topic = self._topics.get(self._passage.sentence(quotation.start).start) or self._aside(quotation)
            return (topic, False) if topic and is_long_enough(self._passage, quotation, close=True) else (None, False)
        if not before and is_introduced_by_nobody(self._passage, quotation):
            return None, False
        resumed = before and after and after.verb.participle and not after.named  # said it grows “by the day,” adding …
        if after and not resumed and not self._is_told_on(last, quotation, after) and self._followed(quotation, after):
            told = is_long_enough(self._passage, quotation, close=True) or goes_on_behind(
                self._passage, quotation, after
            )
            return (after.speaker if told else None), False
        if (
            last
            and not (before and self._is_set_in_clause(before, quotation))
            and not is_fragment(self._passage, quotation, only=False)
            and self._goes_on(last, quotation)
            and not is_followed_by_nobody(self._passage, quotation)
            and not is_subject(self._passage, quotation)
            and is_long_enough(self._passage, quotation, close=True)
        ):
            return last.speaker, False
        if before and is_statement_within(self._passage, quotation):
            return before.speaker, False
        return self._voice.of(quotation), True

    def _before(self, quotation: Quotation) -> Attribution | None:
        """Return the attribution before a quotation in its own sentence."""
        i = bisect_right(self._ends, quotation.start - 1)
        floor = self._passage.sentence(quotation.start).start
        found = self._found[i - 1] if i else None
        return found if found and found.start >= floor and found.side == "after" else None

    def _aside(self, quotation: Quotation) -> Speaker | None:
        """Return who is named between commas in a sentence that leads to words: The answer, according to Lee, is simple: “…”."""
        i = bisect_right(self._ends, quotation.start - 1)
        found = self._found[i - 1] if i else None
        floor = self._passage.sentence(quotation.start).start
        return found.speaker if found and found.start >= floor and found.side != "after" else None

    def _after(self, quotation: Quotation) -> Attribution | None:
        i = bisect_left(self._starts, quotation.end)
        return self._found[i] if i < len(self._found) else None

    def _introduced(self, attribution: Attribution, quotation: Quotation) -> bool:
        """Whether words follow a verb of saying: 雷军表示,“…”; Lei said: “…”."""
        gap = self._passage.outside[attribution.end : quotation.start - 1]
        if attribution.verb.word in ("told", "tells") and ADDRESSEE.fullmatch(gap):
            return True
        if attribution.verb.kind == "opinion" or self._names(attribution, quotation):
            return False
        if calls(self._passage, attribution, quotation):
            return True
        if len(gap) > 130 or not _BRIDGE[self._passage.chinese].fullmatch(gap):
            return False
        goes_on = _HAN.match(self._passage.outside, quotation.end + 1)
        if goes_on and gap.strip().endswith(",") and quotation.end - quotation.start < _NAME:
            return ends_clause(self._passage, quotation)  # 黄仁勋主张,“GAIN AI法案”会限制竞争: a name
        if gap.endswith(" that ") and gap != " that " and is_fragment_of_clause(self._passage, quotation):
            return False  # said in a note that “tight supplies”, among others, had helped
        if not self._passage.chinese and gap in (" ", " that ") and is_part_of_clause(self._passage, quotation):
            return False  # said “no one is to blame” for the collapse
        if gap.strip().endswith((",", ":")) or not self._passage.chinese:
            return True
        if (
            attribution.verb.kind == "quotes"
            and not gap
            and _INNER_PAUSE.search(self._passage.text, quotation.start, quotation.end)
        ):
            return True  # 附上“诋毁,就是一种仰望”隔空回应: no term has a comma
        return ends_clause(self._passage, quotation)

    def _is_set_in_clause(self, attribution: Attribution, quotation: Quotation) -> bool:
        """Whether words in marks are a part of what `that` opens: `He added that “nobody comes close” to its reach`."""
        that = self._passage.outside[attribution.end : quotation.start - 1] == " that "
        return that and not self._passage.chinese and is_part_of_clause(self._passage, quotation)

    def _names(self, attribution: Attribution, quotation: Quotation) -> bool:
        """Whether a Chinese verb only names what is in marks: 提出“三个不变”,即…."""
        at_once = attribution.end == quotation.start - 1 and attribution.verb.word in _NAMING
        quoted = self._passage.text[quotation.start : quotation.end]
        return at_once and len(quoted) < _TERM and quoted[-1:] not in "。!?" and not set("我你他") & set(quoted)

    def _followed(self, quotation: Quotation, attribution: Attribution) -> bool:
        """Whether a verb of saying follows words: “…,”雷军说; “…,” said Lei."""
        gap = self._passage.outside[quotation.end + 1 : attribution.start]
        if attribution.verb.kind == "opinion" and not self._passage.chinese:
            return False  # “….” Netflix expects to add fewer members
        if attribution.start - quotation.end > 110 or not _AFTER[self._passage.chinese].fullmatch(gap):
            return False
        if self._passage.chinese and not begins_clause(self._passage, quotation):
            return False
        if not self._passage.chinese and is_set_in(self._passage, quotation, attribution.start):
            return False
        if not self._passage.chinese and self._is_of_next_sentence(quotation, attribution):
            return False
        closes = _CLOSES.match(self._passage.outside, attribution.end)
        if is_fragment(self._passage, quotation, only=attribution.verb.kind == "according"):
            return False
        words = self._passage.text[quotation.start : quotation.end].strip()
        least = 4 if words[:1].isupper() and begins_clause(self._passage, quotation) else 5
        if gap in ("", " ") and closes and attribution.named and count_words(self._passage, quotation) >= least:
            return True
        if words[-1:] == "." and not closes:
            return False
        if words[-1:] in _STOPS or gap.lstrip().startswith((",", "--")):
            return True
        opens = quotation.start - 1 <= self._passage.sentence(quotation.start).start
        return opens and attribution.side == "before" and count_words(self._passage, quotation) >= 6

    def _is_of_next_sentence(self, quotation: Quotation, attribution: Attribution) -> bool:
        """Whether another sentence speaks: `“It was cold,” one shopper said. Lee said …`, `They played “We Win.” Lee said …`."""
        if attribution.start > quotation.end + 3 and is_followed_by_pronoun(self._passage, quotation):
            return True  # “….,” they wrote, while Roeg said …
        at = self._passage.sentence(quotation.end)
        led = self._passage.outside[max(self._passage.start, quotation.start - 3) : quotation.start - 1]
        set_in = led.endswith(" ") and led.strip().isalpha()  # … played “We Win.”
        return attribution.start >= at.end and (at.end > quotation.end + 3 or set_in)

    def _is_told_on(self, last: Said | None, quotation: Quotation, after: Attribution) -> bool:
        """Whether whoever spoke last goes on, and what follows only tells of another: `“…,” said Lee. “….” Park laughed when told of it`."""
        whole = after.verb.kind == "quotes" and self._passage.text[quotation.end - 1] == "."
        return last is not None and whole and not self._passage.chinese and self._goes_on(last, quotation)

    def _goes_on(self, last: Said, quotation: Quotation) -> bool:
        """Whether quoted words go on after an attribution: “…,” he said. “…”."""
        start, end = last.quotation.end + 1, quotation.start - 1
        if end - start > 240:
            return False
        i, j = bisect_left(self._starts, start - 1), bisect_right(self._ends, end)
        between = self._found[i:j]
        if any(a.speaker.key != last.speaker.key for a in between):
            return False
        gap = self._passage.outside[between[-1].end if between else start : end]
        if not between:
            nothing = NOTHING.fullmatch(gap) or _PAUSE.fullmatch(gap)
            return bool(nothing) and ("、" not in gap or not last.voiced)
        return bool(_GOES_ON[self._passage.chinese].fullmatch(gap))
