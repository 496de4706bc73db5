"""Pronouns that stand for a figure: `That was up 25 percent` speaks on of what the sentence before stated."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.expected.of_the_last import IS_SHORT, expected_of_it, is_of_another_guidance
from generator.extraction.figure import PRICES, Figure
from generator.extraction.marks.adjusted import as_adjusted
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import CARS_SOLD
from generator.extraction.marks.terms import NO_METRIC
from generator.extraction.marks.verbs import MOVED
from generator.extraction.sentences import Sentence

_MOVES = r"(?:increase|rise|growth|gain|jump|leap|surge|climb|advance|decrease|decline|drop|fall|slide|slump|plunge|dip)\b(?! in (?!the |that |two |three |just |only |an? )[a-z])"
# `That worked out to a 126% leap`, `This amounts to growth of 12%`
_AMOUNTS_TO = r"(?:means?|meant|reflect(?:s|ed)?|implie[sd]|constitute[sd]?|made for|(?:correspond|translate|equate|amount|work|come|came|add)(?:s|d|ed)?(?: out| up)? (?:in)?to|works? out at|worked out at|equals|equaled)"
# `It also raises its forecasts`: who does so is no figure
_ALSO_ACTS = r"(?! (?:rais|lift|hik|cut|lower|trim|slash|expect|see|saw|forecast|estimat|predict|project|model|keep|kept|maintain|reiterat|confirm|rate[sd]|say|said|note[sd]|think|believ|plan|announc|sold|sell|deliver|report|post(?:s|ed)|launch|unveil|publish|want|aim|target|guid|warn|repurchas|bought|buy|spen[dt]|paid|pays|made|makes|gave|gives|held|holds|open|clos|invest|anticipat|assum|puts?\b|ha[sd] (?!been)|hir|introduc|(?:increas|reduc|narrow|revis)(?:es|ed) (?:its|the))[a-z]*\b)"
_THAT = re.compile(
    r"[\s\"“-]*(?:(?:On an? (?:adjusted|underlying|non-GAAP|non-IFRS|(?:quarter|year|month)[- ](?:over|on)[- ](?:quarter|year|month)|sequential|quarterly|annual) basis|Sequentially|(?:Quarter|Year)[- ](?:over|on)[- ](?:quarter|year)|(?:Excluding|Before|Stripping out|Leaving out|Without|Adjusted for) [A-Za-z -]{3,60}|However|But|Still|Yet|And|Though|Overall|By comparison),? (?=(?:this|that|the|it|they) ))?(?P<that>(?:(?:Even )?[Tt]hat|[Tt]his|[Ii]t|(?<=, )they|(?:[Tt]he|[Tt]hat|[Tt]his) (?:(?:preliminary|quarterly|monthly|annual|final|latest|headline) )?(?:figure|total|number|result|amount|tally|count|sum|reading|measure|metric|mark)|(?:[Tt]he|[Ii]ts|[A-Z][\w.]*['’]s) (?:previous|prior|earlier|old|last|former) (?:(?:quarterly|monthly|annual|all-time) )?(?:record|high|best|peak|low))(?:'s|’s)?)"
    rf"(?=\s+(?:(?<=[’']s )(?:an? |up |down |about |nearly |more than )|was|is|were|includ\w+|compris\w+|consist\w+ of|breaks? down into|represent\w*|marks?|marked|compare[sd]|came|also{_ALSO_ACTS}|had been|exceed\w*|surpass\w*|beat|beats|miss\w*|top\w+|outpac\w+|outstrip\w*|outd[io]\w+|eclips\w+|overt(?:ook|akes)|trail\w*|lag\w*|equal\w*|match\w*|fell|rose|grew|falls|sank|slid|landed|improved|shrank|narrowed|widened|stood|dropped|jumped|climbed|surged|declined|increased|decreased)\b"
    rf"|\s+{_AMOUNTS_TO} (?:an? )?(?:(?:about|around|nearly|roughly|over) )?(?:\d[\d.]*(?: ?%| per ?cent) )?(?:[\w-]+ ){{0,2}}{_MOVES})"
)
# `That would be a steep increase from only 7 trillion won`: of what was expected, where the sentence before expected it
_THAT_WOULD = re.compile(
    r"[\s\"“-]*(?P<that>That|This|It|Which|The (?:figure|total|number|result)) (?:would|will)(?: still| also)? (?:be|mark|represent|mean|amount to|translate into)"
    rf"(?! (?:up|down) to\b)(?= (?:(?:only |well |about |roughly |some |nearly )?(?:up|down|higher|lower|above|below|(?:more|less)(?= than))\b|(?:an? )?(?:[\w.%-]+ ){{0,4}}?{_MOVES}|[$€£¥]?\d))"
)
# `Samsung followed with 17%`: of the share that the sentence before told of another maker.
_FOLLOWED = re.compile(
    r"\s*(?:[A-Z]\w+ ){1,3}(?P<verb>led|leads|topped|headed|followed|trailed|came first|was first|ranked first|came (?:in )?(?:second|third|fourth|fifth|next)|was (?:second|third|fourth|fifth|next)|ranked \w+|took (?:second|third|fourth|fifth)\b)[^.%\d]{0,40}?\b(?:with|at) (?:about |around |an? )?"
)
# `Third place was taken by NIO, reaching about 14,200 vehicles`, `Xpeng was next at 7,506 units`
_RANKED = re.compile(
    r"\b(?:place|spot|first|second|third|fourth|fifth|next|last|follow(?:s|ed|ing)|led|leads|ahead|behind|rank(?:s|ed)?|list|runner-up|close|make do|made do|settle[ds]?)\b[^;.\d]{0,120}?\b(?P<verb>with|at|on|reaching|hitting|totall?ing|reached|hit) (?:about |around |nearly |over |more than |just |some |a record )*$"
)
_OF_CARS_EN = re.compile(
    r" (?:(?:new|electric|energy|passenger)[ -]){0,3}(?:vehicles|cars|units|EVs|NEVs|deliveries)\b"
)
_THE_LOSS = re.compile(r"\s*(?:The|This|That|These|Its) ")
_IN_A_TIME = re.compile(r"\s*(?:As (?:recently|late) as|Back in|In|During|As of|Until|Only) [^.;$€£¥]{3,90}?,? the ")
_HAD_BEEN = re.compile(r" had (?:still )?(?:been|stood at|come to|amounted to|totall?ed|reached) ")
_IS_A_NAME = re.compile(
    r"\s+(?:is|was) (?:a|an|the|also|not|expect\w+|plan\w+|target\w+|aim\w+|set)\b(?! (?:\d|rise|increase|decline|drop|\w+ (?:rise|increase|decline|drop)))"
)
# `plug-in hybrids surged 72.83 percent to around 2.49 million units`
_BEGINS = re.compile(r"(?:(?:while|and|but|whereas|[Tt]he|[Ii]ts|sales of|those of)\s|\s)*")
_COUNTS = re.compile(
    rf"(?: (?:sales|volumes?|models|vehicles|cars))? (?:accounted for|made up|contributed|totall?ed|reached|stood at|came (?:in )?(?:at|to)|were|hit|{MOVED}[^,;]{{0,40}} to)"
    r" (?:about |around |more than |over |nearly |approximately |only |just )?\d[\d.,]*(?: million)? (?:units|vehicles|cars|devices)"
)


# 零跑以70327辆的成绩稳居第二; 第四至第六名分别是小鹏(36728辆)、蔚来(36275辆)
_RESULT = re.compile(r"\d[辆台]的(?P<that>成绩|佳绩|战绩)")
# `Of the total, 207,734 were pure electric`: parts of what was told before
_OF_IT = re.compile(
    r"\s*(?P<that>(?:Of|Among) (?:the total|that total|that|this|them|(?:those|these)(?: (?:vehicles|cars|units|deliveries|sales|shipments|phones))?)|Included(?: in (?:it|that|this|them|these|those|the (?:total|figure|number)))? (?:are|were)|Among (?:them|these|those) (?:are|were)),? "
)
# `Leapmotor more than doubled its tally to 293,724`
# `Leapmotor: 70,289, a record, up 84.1 percent`, in a list of what makers sold
_LABEL = re.compile(
    r"(?: (?:EV|Auto|Motors?|Group|brand))?(?P<that>:) (?:about |around |more than |over |nearly |just over )?"
)
_TALLY = re.compile(
    r"\b(?:its|their) (?P<that>(?:own )?(?:tally|count|total|haul|volumes?))(?= (?:to|of|at|was|were|stood|reached|came|rose|fell|grew|climbed|jumped|slipped|dropped)\b)"
)
_INCLUDES, _FROM = re.compile(r" (?:includ|compris|consist)"), re.compile(r" (?:from|of|in) (?:the |its )?")
_FEW = 1000  # a bare number that is less may be a model's name, or a place
_FEWEST = 100  # cars, that a list of makers counts
_OF_LOSSES = ("profit", "eps", "cash_flow", "ebitda")  # metrics of what may be lost
_SET_BESIDE = ("与", "和", "及", "比", "较")


def told_before(
    marks: Scan,
    names: Names,
    told: tuple[str, str | None] | None,
    lost: bool = False,
    earned: tuple[str, str | None] | None = None,
    level: Figure | None = None,
) -> Scan:
    """Return a sentence's marks with the pronoun it opens with as a mention of the metric told before, if it has one.

    `lost`: that was a loss; `earned` is the profit told last, which `the loss` speaks on of.
    """
    if earned and (loss := _the_loss(marks)):
        again = replace(loss, metrics=(earned[0],), part=earned[1])
        return replace(marks, metrics=[again if m is loss else m for m in marks.metrics])
    if told is None or is_of_another_guidance(marks, level):
        return marks
    if told[0] in CARS_SOLD and not marks.metrics and (counted := _cars_counted(marks)):
        return replace(marks, metrics=[m if m.nothing else replace(m, metrics=(told[0],)) for m in counted])
    if parts := _counted_parts(marks):
        return replace(marks, metrics=[replace(part, metrics=(told[0],)) for part in parts])
    if verb := expected_of_it(marks, names, told[0]):
        return _with_expected(marks, verb, told, lost)
    if told[0] in CARS_SOLD and (rank := _ranked_with(marks)):
        return replace(marks, metrics=[Mention(*rank.span("verb"), (told[0],))])
    if (verb := _another_share(marks)) and told[0].endswith("market_share"):
        return replace(marks, metrics=[Mention(*verb.span("verb"), (told[0],), part=told[1])])
    first = marks.amount_after(marks.sentence.start)
    fresh = not any(m.start < first for m in marks.metrics)
    if told[0] in CARS_SOLD and fresh and (tally := _the_tally(marks)):
        return replace(marks, metrics=[Mention(*tally.span("that"), (told[0],)), *marks.metrics])
    opening = stands_for_a_figure(marks.text, marks.sentence)
    if opening is None or _names_its_parts(marks, opening.end()) or _is_marked(marks, opening.start("that")):
        return marks
    that = Mention(*opening.span("that"), (told[0],), part=told[1], loss=lost)
    return replace(marks, metrics=[as_adjusted(that, marks.text, marks.sentence.start, names, False), *marks.metrics])


def with_still_expected(marks: Scan, level: Figure | None) -> Scan | None:
    """Return a sentence's marks with what stands for the level told last, where that is only expected; None where nothing does."""
    that = still_expected(marks, level)
    return replace(marks, metrics=[that, *marks.metrics]) if that else None


def still_expected(marks: Scan, level: Figure | None) -> Mention | None:
    """Return what stands for the level told last that is only expected: `That would be a steep increase from 7 trillion won`."""
    opening = _THAT_WOULD.match(marks.text, marks.sentence.start, marks.sentence.end)
    if opening is None or level is None or level.metric is None or level.doubt:
        return None
    if level.basis == "actual" or level.metric in PRICES:
        return None  # an actual one is told before as any other
    return Mention(*opening.span("that"), (level.metric,), part=level.segment, loss=level.value < 0)


def _with_expected(marks: Scan, verb: re.Match[str], told: tuple[str, str | None], lost: bool) -> Scan:
    """Return a sentence's marks with what says that the metric told before was expected: as a loss, where `a deficit of` says so."""
    said = verb.span(verb.lastgroup or "verb")
    short = IS_SHORT.search(marks.text, verb.start(), verb.end()) is not None
    if short and not told[0].endswith(_OF_LOSSES):
        return marks  # `Revenue was 5 billion yuan. Analysts had predicted a shortfall of 1 billion`
    return replace(marks, metrics=[Mention(*said, (told[0],), part=told[1], loss=lost or short), *marks.metrics])


def stands_for_a_figure(text: str, sentence: Sentence) -> re.Match[str] | None:
    """Return the pronoun that a sentence opens with, where it stands for a figure told before."""
    opening = _THAT.match(text, sentence.start, sentence.end)
    return opening if opening and not _IS_A_NAME.match(text, opening.end()) else None


def _is_marked(marks: Scan, at: int) -> bool:
    return any(m.start == at for m in marks.metrics)


def _names_its_parts(marks: Scan, end: int) -> bool:
    """Whether a sentence names the metric of what it includes: `This included RMB25.9 billion from vehicle sales`."""
    return bool(_INCLUDES.match(marks.text, end)) and any(
        _FROM.fullmatch(marks.text, a.end, m.start) for m in marks.metrics for a in marks.amounts if a.end < m.start
    )


def _labelled_count(marks: Scan) -> re.Match[str] | None:
    """Return the colon between a maker that opens a line and what it sold: `Leapmotor: 70,289, a record`."""
    first = next((a for a in marks.amounts if a.kind in ("count", "bare") and a.value >= _FEWEST), None)
    opens = next((e for e in marks.entities if not marks.text[marks.sentence.start : e.start].strip(" •*-–\n")), None)
    return (
        _LABEL.fullmatch(marks.text, opens.end, first.start) if opens and first and first is marks.amounts[0] else None
    )


def _the_tally(marks: Scan) -> re.Match[str] | None:
    """Return what speaks on of the cars told before, as a whole or of parts of them: `its tally`, `Of the total, …`."""
    if label := _labelled_count(marks):
        return label
    parts = _OF_IT.match(marks.text, marks.sentence.start, marks.sentence.end)
    return parts or _TALLY.search(marks.text, marks.sentence.start, marks.sentence.end)


def _the_loss(marks: Scan) -> Mention | None:
    """Return the loss that a sentence opens with as one told before: `The loss narrowed to 500 million yuan in the first quarter`."""
    first = next(iter(marks.metrics), None)
    opens = (
        first and first.loss and first.any_profit and _THE_LOSS.fullmatch(marks.text, marks.sentence.start, first.start)
    )
    return first if opens else _loss_then(marks)


def _loss_then(marks: Scan) -> Mention | None:
    """Return the loss told before, of which a sentence says what it had been at some time: `In the fourth quarter of 2024 the loss had been 700 million yuan`."""
    if marks.chinese or marks.entities:
        return None
    text, start = marks.text, marks.sentence.start
    losses = (m for m in marks.metrics if m.loss and m.any_profit and _HAD_BEEN.match(text, m.end))
    return next((m for m in losses if _IN_A_TIME.fullmatch(text, start, m.start)), None)


def _cars_counted(marks: Scan) -> list[Mention]:
    """Return what stands for the metric told before in a Chinese ranking of car makers that names none."""
    results = _RESULT.finditer(marks.text, marks.sentence.start, marks.sentence.end)
    ranked = [Mention(*result.span("that")) for result in results]
    named = {e.end for e in marks.entities if not marks.text.endswith(_SET_BESIDE, 0, e.start)}
    alone = ("辆)", "台)")
    listed = [
        Mention(a.start - 1, a.start, () if a.start - 1 in named and marks.text.startswith(alone, a.end) else (NO_METRIC,))
        for a in marks.amounts
        if marks.text[a.start - 1] == "(" and marks.text.startswith(("辆", "台"), a.end)
    ]  # fmt: skip
    return ranked + listed


def _another_share(marks: Scan) -> re.Match[str] | None:
    """Return what a sentence without a metric opens with that tells the share of the next maker: `Samsung followed with 17%`."""
    return None if marks.metrics else _opening(marks, _FOLLOWED)


def _ranked_with(marks: Scan) -> re.Match[str] | None:
    """Return the word that leads to what the next of several makers sold, in an English sentence that names no metric."""
    first = next(iter(marks.amounts), None)
    if marks.metrics or first is None or not marks.entities:
        return None
    plain = first.kind == "bare" and first.value >= _FEW
    if marks.entities[0].start > first.start or not (plain or _OF_CARS_EN.match(marks.text, first.end)):
        return None
    return _RANKED.search(marks.text, marks.sentence.start, first.start)


def _opening(marks: Scan, form: re.Pattern[str]) -> re.Match[str] | None:
    """Return a form that all of a sentence before its first amount has."""
    first = marks.amount_after(marks.sentence.start)
    said = form.match(marks.text, marks.sentence.start, first)
    return said if said and said.end() == first else None


def _counted_parts(marks: Scan) -> list[Mention]:
    """Return the parts that a sentence without a metric counts: `Battery-electric cars accounted for 1.76 million units, while …`."""
    if marks.metrics or not marks.text[marks.sentence.start].isascii():
        return []
    return [
        Mention(m.start, m.end, part=m.segment) for m in marks.segments
        if _BEGINS.fullmatch(marks.text, marks.clause(m.start)[0], m.start) and _COUNTS.match(marks.text, m.end, marks.sentence.end)
    ]  # fmt: skip
