"""What a sentence told so far, and which of its changes and expectations go on with that."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.market import MARKET
from generator.extraction.figure import PRICES
from generator.extraction.lists.times_before_zh import time_before
from generator.extraction.marks.verbs import A_MOVE
from generator.extraction.when.dated import Dated
from generator.extraction.when.told_levels import ToldLevels

# `an estimated $624.8 million (up 39.1%)`: what stands in brackets explains the amount before them
_IN_BRACKETS = re.compile(
    rf" \( ?(?:(?:up|down|plus|minus|an? {A_MOVE} of|growth of|a) )?(?:about |around |nearly |over )?$"
)
_IMPLIES = re.compile(
    r",? (?:indicating|implying|suggesting|(?:which (?:would |will )?(?:have )?(?:represent|mark|mean|be|equal|put)|(?:and|which) (?:would )?(?:indicat|impl|suggest|mean|amount|work|translat))\w*)(?: out)?(?: to| into)? "
)
_IMPLIES_OR_IS = re.compile(
    rf"{_IMPLIES.pattern}|,? (?:and )?(?:represent|reflect|mark|signal)ing |, (?:up|down|an?) |,? (?:(?:increas|ris|grow|climb|jump|gain|surg|declin|fall|decreas|dropp|slid|slipp|shrink)ing) (?:by )?| ?\((?:up|down) |, (?:or )?(?:about |around |nearly |some )?"
)
# 平均预期为331.6亿美元,同比增幅83%; 市场预期为1900亿元,相当于增长12%
_IMPLIES_ZH = re.compile(
    "[,(]?(?:相当于|意味着|即|等于|也就是|代表|对应)(?:同比|按年|环比|按季|较[^,;。\\d]{2,8})?[^,;。\\d]{0,8}"
)
_IMPLIES_OR_IS_ZH = re.compile(
    r"[,(](?:相当于|意味着|即|等于|也就是|代表|对应)?(?:同比|按年|环比|按季|年[增减]|季[增减]|较[^,;。\d]{2,8}|比[^,;。\d]{2,8})?(?:将|会|料|预计)?(?:大幅|小幅|微|略)?(?:增幅|升幅|涨幅|降幅|跌幅|减幅|增速|增长率|增长|增加|上升|下降|下滑|减少|下跌|增|升|降|跌|减)?(?:为|是|达到?|约|近|逾|超过?|至)*"
)
# `compared to 0.6 billion yuan in the third quarter of 2018 with an operating margin of 0.6%`: both are of then
_WITH = re.compile(
    r"(?: \([^()]*\))?(?: (?:in|for|from|during) [^,;.]{3,44}?)? with (?:an? |the )?(?:[\w-]+ ){1,4}of (?:about )?"
)
# `the 22.5 billion euros of last year, which was a return on sales of 8.1%`, `when the margin was 7.7%`
_WHICH_WAS = re.compile(
    r"(?: \([^()]*\))?(?: (?:of|in|for|from|during) [^,;.]{3,44}?| (?:it|they|[A-Z]\w+) [a-z]+ (?:in )?[^,;.]{3,24}?)?, (?:(?:which|that) (?:was|had been|meant|had meant|made|equalled|came to|amounted to)|(?:when|where) (?:the |its )?[a-z -]{3,30} (?:was|stood at|came to)|equal to|or) (?:an? |the )?(?:(?:[\w-]+ ){1,5}of )?(?:about )?"
)
_OR_EACH_ZH = re.compile(
    r",?(?:或|即|亦即|相当于|[折约]?合)(?:约|为)?(?:稀释后?|摊薄后?|基本|经调整)?每(?:股|份|ADS)[^,;。\d]{0,8}"
)  # 去年同期为221亿美元,或每股0.89美元
_AND_ZH = re.compile(r"\s?(?:以及|[和及与、])\s?(?:约|近|人民币)?")  # 去年同期分别为262亿元和65亿元
# `13.9 trillion won ($12.3 billion) for the October-December period, down 7.6%`
# `the $17 billion that analysts had expected, which would have been a rise of 12%`
_SAID_AGAIN = re.compile(
    rf"(?: (?:that |which )?{MARKET} (?:had |have )?(?:been )?(?:[a-z]+ed|[a-z]+ing(?: for)?|forecast|estimates?|expects?)(?=,))?"
    r"(?: (?:per|a) share)?(?: (?:on|of) (?:average|revenue|sales|turnover))?(?:,? (?:according to|as per|based on) [^,;.\d]{2,60}(?=,))?(?: ?\([^()]{1,30}\))?(?: (?:for|in) [^,;.\d]{3,40}(?=,))?"
)
# `reached $55 billion, beating the $52 billion that the market had expected and up 2.4% from May`: what came was up
_AND_WAS = re.compile(
    r"[^,;:.\d]{0,70}?,? (?:and|but|while|yet)(?P<is>(?: (?:was|were|is|are|also|still|it|which|that))*)(?P<moved> (?:up|down|(?:ris|grow|climb|jump|gain|surg|soar|advanc|increas|declin|fall|decreas|dropp|slid|slipp|shrink|plung)ing|rose|grew|climbed|jumped|gained|surged|increased|declined|fell|decreased|dropped|slid|slipped|shrank)(?: by)?)?(?: (?:about|around|nearly|almost|over|more than|at least))? "
)
_BEAT = re.compile(r"\b(?:beat|topped|missed|exceeded|surpassed|outpaced|trailed) (?:the|an?|its|their) ")
_MORE_BEHIND = re.compile(r" (?:higher|lower|more|less|above|below|better|worse|up|down)\b")
_NEAR = 30  # characters between a level and a change in brackets behind it


class Told(ToldLevels):
    """What one sentence told, from left to right, for what goes on with it."""

    def behind_level(self, amount: Amount) -> Dated | None:
        """Return when a level is of, right behind which a change stands in brackets: `$54.2B in revenue (+54% Y/Y)`."""
        if self._last is None or self._last[0] != self.around.scan.amount_before(amount.start):
            return None
        gap = self.around.scan.text[self._last[0] : amount.start]
        return self._last[1] if _IN_BRACKETS.search(gap) and len(gap) < _NEAR else None

    def along(self, amount: Amount) -> Dated | None:
        """Return when a level is of that goes along with one of an earlier time, set beside what came."""
        if self._last is None or self._last[1].period not in self.beside or time_before(self.around.scan, amount):
            return None
        before = self.around.scan.amount_before(amount.start)
        joined = (
            form.fullmatch(self.around.scan.text, before, amount.start)
            for form in (_WITH, _WHICH_WAS, _OR_EACH_ZH, _AND_ZH)
        )
        return self._last[1] if before == self._last[0] and any(joined) else None

    def expected_before(self, amount: Amount) -> Dated | None:
        """Return when what the market expects is of, that a change goes with: `The consensus is $54.6 billion, indicating a rise of 55.6%`."""
        if self._last is None:
            return None
        scan, last = self.around.scan, self._last[0]
        if self._awaited and self._last[1].period in self.beside and scan.chinese:
            implied = last == scan.amount_before(amount.start) and _IMPLIES_ZH.fullmatch(scan.text, last, amount.start)
            return self._awaited if implied else None  # 平均预期是181亿美元,去年同期为122.6亿美元,相当于增长48%
        if self._last[1].basis != "consensus":
            return None
        form = _IMPLIES if self.came else _IMPLIES_OR_IS
        if scan.chinese:
            came = any(basis == "actual" and name not in PRICES for name, (_, basis, _) in self.levels.items())
            form = _IMPLIES_ZH if came else _IMPLIES_OR_IS_ZH
            at_once = last == scan.amount_before(amount.start)
            return self._last[1] if at_once and form.fullmatch(scan.text, last, amount.start) else None
        said = _SAID_AGAIN.match(scan.text, last, amount.start)
        at = said.end() if said else last
        between = [a for a in scan.amounts if at <= a.start < amount.start]
        # `revenue of 30 trillion won and profit of 16 trillion, up 54% and 98%`
        at_once = not between or (len(between) == 1 and scan.text[between[0].end : amount.start] == " and ")
        return self._last[1] if at_once and form.match(scan.text, at, amount.start) else None

    def goes_on_with_what_came(self, metric: str, amount: Amount) -> bool:
        """Whether an English change, joined behind what the market expected, is of the level of the metric that beat or missed it."""
        scan, ground, last = self.around.scan, self.around.ground, self._last
        if scan.chinese or last is None or last[1].basis != "consensus":
            return False
        said = _AND_WAS.fullmatch(scan.text, last[0], amount.start)
        if said is None or not (said["moved"] or _MORE_BEHIND.match(scan.text, amount.end)):
            return False
        if said["moved"] and said["is"] and _BEAT.search(scan.text, scan.sentence.start, last[0]):
            return True  # `beat the 9.1 billion that analysts had expected and was up 7%`
        told = ground.told is not None and (ground.told[0], ground.period) == (metric, last[1].period)
        return (told and not ground.expects) or (metric, last[1].period) in self._came_of

    def follows_what_came(self, amount: Amount) -> bool:
        """Whether a level of a Chinese sentence follows one that came, and no word of what is expected stands since.

        `公布第三季财报及第四季财测目标,第三季净利润4523亿元,每股收益17.44元`
        """
        scan = self.around.scan
        if self._came is None or not scan.chinese:
            return False
        last = scan.end_of_range(amount)  # 高于11万辆至11.5万辆的交付指引
        end = min(scan.clause(last)[1], scan.amount_after(last))
        return not scan.cues_between(self._came, end, "forecast", "target", "consensus")
