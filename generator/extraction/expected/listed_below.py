"""Items of the list that stands below a line on what is expected, and what comes behind such a list."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.expected.headed_zh import heads_what_is_expected, is_item_zh
from generator.extraction.expected.market import MARKET
from generator.extraction.marks.verbs import MOVED, TOOK
from generator.extraction.sentences import Sentence
from generator.extraction.whose.ground import Ground, Polled

INTRODUCES = re.compile(
    r"[^.:]{0,160}\b(?:guidance|guid(?:es?|ed|ing)|outlook|expects?|expected|expecting|expectations|forecasts?|forecasted|foresees?|foresaw|anticipates?|anticipated|looks? for|looked for|looking for|(?:sees|plans|promises|envisages|envisions) (?:this |the following )?for)\b[^.:]{0,120}:\s*",
    re.I,
)
_HEADED = re.compile(r"(?:业绩|未来)?(?:展望|指引|前景)$")  # a heading over a list of what is expected
# `Outlook 2024`, `Business outlook for the first quarter`, 2024年展望: all that such a heading stands over is to come
_OVER_OUTLOOK = re.compile(
    r"[\s#*]*(?:[A-Za-z\d][\w,'’ -]{0,40}?\b)?(?:(?i:outlook|guidance)|(?:(?<=[QH][1-4] )|(?<=[1-4][QH] )|(?<=[1-4][QH]\d\d )|(?<=Q[1-4] \d\d\d\d )|(?<=FY\d\d )|(?<=20\d\d )|(?<=uarter )|(?<=evenue )|(?<=argin )|(?<=ear ))(?i:guide))(?: (?:for|to|on) [\w ,]{3,40}| (?:FY ?)?\d{2,4}| \((?:FY)?\d{4}\))?[\s*:]*|[^,;。]{0,12}(?:业绩|未来|年度?)?(?:展望|指引|前景)[:\s]*"
)
# `Revenue between $107-113 billion, 11-17% YoY growth`: a line without a verb
_BULLET = re.compile(
    r"\s*[•*–·-]\s*\S|[^:：。;\d]{2,60}[:：] ?[^。;\d]{0,24}\d|\s*[A-Z][A-Za-z&/ -]{2,40} (?:between|of|from|at|in (?:the|a) range of|up|down) [^.;\n\d]{0,16}\d[^;\n]*(?<!\.)$"
)
_OF_OUTLOOK = re.compile(r"\b(?:Forecasts?|Outlook|Guidance|Projections?|Expectations?|Estimates?)\b")
_HAPPENED = sought(
    rf"\b(?:was|were|{MOVED}|{TOOK}|said|sold|shipped|reached|totall?ed|came|had (?:been|risen|grown|fallen|[a-z]+ed))\b"
)
_FORESEEN = sought(
    r"\b(?:expect|forecast|guid|project|estimat|predict|anticipat|target|aim|plan|will|should|would|could|outlook)[a-z]*\b"
)
# what no item of a list says, but a sentence below it
_PROSE = re.compile(r"\b(?:he|she|they|we|it|will|would|should|is|are|thinks?|predicts?|expects?|believes?)\b")
# `3) Management Commentary`, `- Client (PC):` head something else than what is expected
_NEXT_SECTION = re.compile(
    r"\s*(?:\d{1,2}[).]|[IVX]{1,4}\.)\s+[A-Z][^.:;\d]{2,60}|[^\w\n]*(?![^:\n]*(?i:quarter|year|half|fiscal|outlook|guidance|forecast|expect|target))[A-Z][^:.;\d\n]{1,60}:\s*"
)
# `Other Metrics`, `Q3 Segment`, `Positive`, `By product`: a line over what came, below what is expected
_OVER_WHAT_CAME = re.compile(
    r"[^\w\n]*(?:Positives?|Negatives?|Highlights?|Results?|Performance|Financials|Segments?|Snapshot|Takeaways"
    r"|By (?:product|segment|region|division|category|business|unit|geography|brand|model)s?"
    r"|(?:(?:Key|Other|Main|Additional|Financial|Operating|Operational|Segment|Segmental|Divisional|Business|Regional|Product|Quarterly|Annual|Full-year|Earnings|Balance sheet|Cash flow|Q[1-4]|[1-4]Q|H[12]|(?:First|Second|Third|Fourth)[- ]quarter)(?: (?:FY)?\d{2,4})? )+"
    r"(?:highlights?|metrics?|results?|numbers?|figures?|data|takeaways?|details?|performance|items?|points?|breakdown|segments?|kpis?|summary|snapshot|revenues?|financials))[\s:*]*",
    re.I,
)
_THEIRS = re.compile(rf"\b(?:{MARKET}|[Cc]onsensus|versus|vs\.?)\b")
_HAN = re.compile("[一-鿿]")
# `AIoT: revenue RMB32.3bn`, a paragraph of its own with a label of its own, behind `Forecasts: we raise FY25E revenue by 3%`
_LABELLED = re.compile(
    r"[A-Z][\w ]{1,24}: (?!(?:about|around|approximately|between|up|down|at|RMB|EUR|USD|US|HK|NT|CNY|KRW|W\d)\b)[A-Za-z]"
)
_ITEM = 240  # characters: a line that is longer is no item of a list


def expects_below(ground: Ground, above: str, sentence: Sentence) -> bool:
    """Whether a list's next item goes on with the period that the one before expects something of.

    So does a heading below it, and what stands under one that speaks of outlooks.
    """
    if not ground.expects or ground.expected is None:
        return False
    heading = sentence.heading
    return sentence.is_heading or (bool(heading) and (heading == above or bool(_OF_OUTLOOK.search(heading))))


def is_outlook(heading: str) -> bool:
    """Whether a heading stands over what is expected: `Outlook 2025`, or a short line that says so, `For 2025, SAP expects:`."""
    says_so = heading.endswith(":") and INTRODUCES.fullmatch(heading) and not _THEIRS.search(heading)
    return bool(_OVER_OUTLOOK.fullmatch(heading) or says_so) or heads_what_is_expected(heading)


def is_foretold(text: str, sentence: Sentence) -> bool:
    """Whether a line below such a heading is one of a list, which tells nothing that came."""
    short = sentence.end - sentence.start <= _ITEM
    if _HAN.search(text, sentence.start, sentence.end):
        return short and is_item_zh(text, sentence)
    item = short and _BULLET.match(text, sentence.start, sentence.end)
    return bool(item) and not _HAPPENED.search(text, sentence.start, sentence.end)


def comes_after_list(text: str, sentence: Sentence) -> bool:
    """Whether an English paragraph behind such a list tells what came: `Data center revenue was $51.2 billion`, below `- Revenue: $64 billion to $66 billion`."""
    if _HAN.search(text, sentence.start, sentence.end) or _BULLET.match(text, sentence.start, sentence.end):
        return False
    happened = _HAPPENED.search(text, sentence.start, sentence.end)
    foreseen = _FORESEEN.search(text, sentence.start, sentence.end)
    return happened is not None and (foreseen is None or happened.start() < foreseen.start())


def polled_on(ground: Ground, text: str, sentence: Sentence) -> Polled | None:
    """Return of what kind a line's list is, where it is one more item of what the market is said to expect."""
    short = sentence.end - sentence.start <= _ITEM
    told = _HAPPENED.search(text, sentence.start, sentence.end) or _PROSE.search(text, sentence.start, sentence.end)
    return ground.polled if short and not told else None


def is_next_section(text: str, sentence: Sentence) -> bool:
    """Whether an English line heads something else than the list that stands above it."""
    forms = (_NEXT_SECTION, _OVER_WHAT_CAME)
    return any(form.fullmatch(text, sentence.start, sentence.end) for form in forms)


def goes_on(ground: Ground, text: str, sentence: Sentence) -> bool:
    """Whether a line is one more item of the list that stands above it."""
    if ground.expects and _HEADED.search(sentence.heading):
        return True
    short = sentence.end - sentence.start <= _ITEM
    if _HAN.search(text, sentence.start, sentence.end):
        return ground.listing and short and is_item_zh(text, sentence)
    if ground.listing and is_next_section(text, sentence):
        return False
    apart = text.endswith("\n\n", 0, sentence.start) and _LABELLED.match(text, sentence.start, sentence.end)
    return ground.listing and short and not apart and not _HAPPENED.search(text, sentence.start, sentence.end)
