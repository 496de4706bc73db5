"""What stands behind an expectation that was met or missed: what came."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.cues import Cue
from generator.extraction.marks.scanning import Scan

# `above Wall Street estimates and included a record $12.5 billion in services revenue`
_AND_DID = re.compile(
    r"\band (?:also )?(?:included|reported|posted|recorded|generated|earned|booked|delivered|logged|brought in|translated into|worked out (?:at|to)|amounted to|equalled|resulted in|marked) "
)
# `surpassed Wall Street's revenue estimates`
_MET = sought(
    r"\b(?:miss|beat|top|exceed|surpass|trail|lag|undersho|met|meet|outpac|outperform|outd(?:id|o)|outstrip|eclips|crush|smash)(?:\w*)(?: (?!with\b|and\b|but\b|as\b)[\w'’-]+){0,5} $"
    r"|\b(?:above|below|ahead of|short of|shy of|in[- ]line with) (?:[\w'’-]+ ){0,3}$"
    # `Business came in at the high end of our guidance, with revenue of`
    r"|\b(?:came|coming|landed|landing|finished|ended|was|were) (?:in )?(?:at|near|within|towards?|in) the (?:very )?(?:high|top|upper|low|lower|bottom|mid\w*)(?:[- ]end| half| part)? of (?:[\w'’-]+ ){0,3}$",
    re.I,
)
_WITHIN = 60  # characters between a verb of meeting and the expectation that was met
# `beat analysts' estimates with a 12% rise in revenue`
_WITH = re.compile(
    r"[a-z ]{0,24}?,? (?:with|by (?:posting|reporting|delivering)|posting|reporting|delivering|generating|earning|booking|recording|reaching|hitting) (?!an? (?:consensus|forecast|expected|estimated)\b)"
)
# `fell short of forecasts at $1.45 billion`; `the consensus at $1.45 billion`, `the average estimate at $1.45 billion` may be either
_AT = re.compile(r" at (?:about |around |just |only |roughly )?")
_BEATS = re.compile(
    r"(?! (?:that|which|who|they|it|we|analysts)\b)(?: (?:a|per) share)?(?: (?!that\b|which\b|who\b|they\b|it\b|we\b|analysts\b|to\b|and\b|or\b)[a-z]+){0,2} (?:beat|beats|topped|tops|missed|misses|exceeded|exceeds|surpassed|surpasses|lagged|trailed|fell short|(?:came in|was|were) (?:[a-z]+ )?(?:above|below|ahead|short|better|worse|higher|lower))\b"
)
# `Here's how the company did compared with what analysts expected:`: a list of what came, and beside it what was expected.
SET_AGAINST = re.compile(
    r"\b(?:did|fared|performed|stacked up|stack up|reported|posted|measured up)\b[^.:]*\b(?:versus|vs\.?|against|compared|relative to|per|expect\w*|estimates?|consensus)\b"
    r"|\b(?:versus|vs\.?|against|compared (?:with|to)|relative to|next to|alongside|beside) (?:[\w'’.-]+ ){0,7}?(?:expect(?:ed|ing|ations?|s)?|estimates?|estimated|consensus|forecasts?|forecasted|predict(?:ed|ions?)|project(?:ed|ions?)|anticipat\w+|pencil\w+|look(?:ed|ing) for)\b",
    re.I,
)

# `guided to revenue of $9.6 billion, against estimates of $9.2 billion`
_AGAINST = re.compile(
    r"\b(?:against|versus|vs\.?|compared (?:with|to)|above|below|topping|beating|exceeding|missing|ahead of|short of|shy of) (?:the |an? |average |consensus |mean |market )*(?:estimates?|expectations?|forecasts?|projections?|consensus)\b[^;\d]{0,24}$",
    re.I,
)
_LEAD = 72  # characters before an amount, within which it is set against what was said


# `guided for $111.7 billion, versus $107.6 billion expected`
_SET_AGAINST = re.compile(
    r"\b(?:against|versus|vs\.?|compared (?:with|to)|above|below|ahead of|short of|shy of) (?:the )?$"
)
_EXPECTED_BEHIND = re.compile(
    r" (?:(?:a|per) share )?(?:(?:was |were |had been )?(?:expected|forecast|anticipated|projected|estimated|predicted|penciled in)\b(?! (?:earlier|before|previously))|(?:average |consensus |mean |median )?(?:estimates?|consensus|expectations?|forecasts?)\b)"
)


def stands_against(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is an expectation that another is set against."""
    beside = _SET_AGAINST.search(scan.text, max(scan.sentence.start, amount.start - 24), amount.start)
    if beside and _EXPECTED_BEHIND.match(scan.text, amount.end):
        return True
    return bool(_AGAINST.search(scan.text, max(scan.sentence.start, amount.start - _LEAD), amount.start))


# 营收331亿美元高于公司预估318-330亿美元,毛利率59.5%: what was expected was expected of the first alone
_MET_ZH = re.compile(
    "(?:[高低优好逊]于|超[过出]|不及|符合|达到|落在)(?:了|公司|此前|先前|自身|原先|前期|外资|法人|的)*$"
)
# 年增38%至优于预期的255.3亿元: what came
_CAME_AS_ZH = re.compile(
    "(?:[至到达为]|录得|创下|交出|缴出|开出)了?(?:远|远远|大幅|略|略微|小幅|明显)?(?:[高优好低逊差]于|超[出过]?|胜过?|不及|符合)了?(?:市场|分析师|华尔街|外界|法人|公司|原先|普遍|一致|平均)*(?:预期|预估|预测)的(?:约|近)?$"
)
_CAME_WITHIN = 28  # characters before an amount
# 纯利78亿元,高于该行预测的75亿元,收入1700亿元: whoever expected it, it was expected of the one before
_SET_BESIDE_ZH = re.compile("(?:[高低优好逊]于|超[过出]|不及|胜过|略胜)了?[^,;。\\d]{0,12}$")
_NEAR_ZH = 10  # characters before a word of expecting


def beats(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is what beat or missed an expectation: `worse than estimates, while Rivian's $0.48 loss beat expectations`."""
    return bool(_BEATS.match(scan.text, amount.end, scan.sentence.end))


def is_met(scan: Scan, cue: Cue) -> bool:
    """Whether an expectation is what something beat or missed."""
    if _MET_ZH.search(scan.text, max(scan.sentence.start, cue.start - _NEAR_ZH), cue.start):
        return True
    return bool(_MET.search(scan.text, max(scan.sentence.start, cue.start - _WITHIN), cue.start))


def came_behind(scan: Scan, cue: Cue, at: int) -> bool:
    """Whether what stands at an offset behind an expectation came: `beat estimates with revenue of`, `above estimates and included`."""
    if _AND_DID.search(scan.text, cue.end, at):
        return True
    if scan.chinese and _CAME_AS_ZH.search(scan.text, max(scan.sentence.start, at - _CAME_WITHIN), at):
        return True
    came_at = scan.text[cue.end - 1] == "s" and _AT.fullmatch(scan.text, cue.end, at)
    return is_met(scan, cue) and bool(came_at or _WITH.match(scan.text, cue.end, at))


def was_of_the_one_before(scan: Scan, cue: Cue, at: int) -> bool:
    """Whether a Chinese expectation was one of the figure before it, and had its own amount before a comma: 高于该行预测的75亿元,收入1700亿元."""
    if not scan.chinese or not _SET_BESIDE_ZH.search(scan.text, max(scan.sentence.start, cue.start - 8), cue.end):
        return False
    own = next((a for a in scan.amounts if cue.end <= a.start and a.end <= at), None)
    return own is not None and "," in scan.text[own.end : at]
