"""Lines of business that English names right before a metric and the catalogue does not know: `Cloud Music net revenues`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.vocabulary import words

_OF_ALL = rf"(?:{'|'.join(words('terms')['of_all'])})"
_TAKINGS = ("revenue", "services_revenue", "cloud_revenue")
# What stands between a line's name and the metric and makes it another: `Cloud Music revenue`, `cloud infrastructure revenue`.
_NARROWER = re.compile(
    rf" (?:(?!{_OF_ALL}\b)[A-Z][\w&-]*|comput(?:e|ing)|infrastructure|hardware|software|content|accessor(?:y|ies)|subscription|membership|hosting|rental|leasing|licensing) (?:net |total )?"
)
_OPENING = re.compile(
    rf"[\s•*–-]*(?P<name>(?!{_OF_ALL}\b)[A-Z][\w&]*(?: (?:[A-Z][\w&]*|and|[a-z]+(?= [a-z]+s )|[a-z]+s|delivery|travel|hotel|retail|streaming|music|insurance|healthcare|education)){{0,4}}) (?:net |total )?"
)
_THINGS = r"(?:chips?|sensors?|consoles?|servers?|GPUs?|CPUs?|processors?|headsets?|modules?|drives?|panels?|batter(?:y|ies)|drugs?|tablets?|accelerators?)"
# `Sales of H20 chips totalled $50 million`
_OF_THINGS = re.compile(rf"\s+(?:of|from) (?:the |its )?(?:[\w-]+ ){{1,3}}?{_THINGS}\b")
# `Image sensor sales`, `core e-commerce sales`, `Office consumer revenue`, `Dynamics products and cloud services revenue`
_THINGS_BEFORE = re.compile(
    rf"(?:[\w-]+ )?(?P<thing>{_THINGS}|e-?commerce|consumer|enterprise|hardware|(?-i:[A-Z]\w* )products (?:and|&) (?:cloud )?services) (?:net )?$",
    re.I,
)
# `In-store, hotel and travel segment revenue`
_SEGMENT_BEFORE = re.compile(
    r"\b(?P<name>(?!(?:core|main|whole|other|the|its|this|that|each|per|by|in|all|largest|biggest|same|reportable|reporting)\b)[A-Za-z][\w-]*) (?:segment|division)(?:['’]s)? (?:net |total )?$",
    re.I,
)
# `DS operating profit`: a division by its initials
_INITIALS = re.compile(
    r"(?<![\w&.-])(?<!and )(?<!& )(?!(?:GAAP|IFRS|HKFRS|TTM|LTM|YTD|RMB|USD|HKD|CNY|EUR|NTD|US|UK|EU|FY|YOY|QOQ|EV|NEV|AI|IT|CEO|CFO)\b)(?P<name>[A-Z]{2,4}) (?:net |total |quarterly )?$"
)
_OF_LINES = ("operating_profit", "adjusted_operating_profit", "gross_margin", "operating_margin", "gross_profit")
_WORD_BEFORE = re.compile(r"(?<![\w.,])(?P<word>[A-Za-z]{2}[A-Za-z-]*) (?:net |total |operating |gross )?$")
_VERB = re.compile(
    r"(?:(?:now|also|still|had|has|have|was|were|is|are) )?(?:(?:expect|forecast|project|anticipate|predict|target|estimate)s?|(?:estimated|modell?ed|budgeted|indicated|flagged|reckon(?:ed|s)|look(?:ed|ing|s)?|going|call(?:ed|s)|put|puts|told|said|pencill?ed|foresaw|foresees?)|sees|guid(?:es|ed|ing)|is|was|had|with|at) "
)
_NARROWED_BY = re.compile(r"\b(?:[Nn]on|[Mm]ini|[Mm]icro|[Ss]ub|[Ss]emi)-$")
_NO_NOUN = ("ed", "ly", "est")
_NOUNS = ("assembly", "supply")
_NO_LINE = frozenset(words("terms")["no_line"])
# Words that open a clause with a capital and name nobody.
NOBODY = re.compile(rf"(?:{'|'.join(words('terms')['nobody'])}|[A-Z][a-z]+(?:ly|day|ing|ed))(?: |$)")


def of_subline(scan: Scan, mention: Mention) -> bool:
    """Whether the takings that a mention names are those of a line that no name of the catalogue is."""
    text = scan.text
    verb = _VERB.match(
        text, mention.start
    )  # `For the third quarter it expects about $1 billion`: who does so stands before
    if verb or not mention.metrics or not text[mention.start].isascii():
        return False
    if mention.metrics[0] in (*_TAKINGS, *_OF_LINES) and _by_initials(scan, mention):
        return True
    if mention.metrics[0] not in _TAKINGS:
        return False
    if any(0 <= mention.start - m.end < 10 and _NARROWED_BY.search(text, 0, m.start) for m in scan.segments):
        return True  # `non-advertising revenue`, `mini-game revenue`
    before = [m for m in scan.segments if m.end <= mention.start and mention.start - m.end < 30]
    if before and _NARROWER.fullmatch(text, before[-1].end, mention.start):
        return not scan.is_marked(before[-1].end, mention.start, scan.cues)
    start, _ = scan.clause(mention.start)
    if (things := _of_things(scan, mention, start)) is not None:
        return not scan.is_marked(*things, scan.cues)
    named = _SEGMENT_BEFORE.search(text, max(scan.sentence.start, mention.start - 40), mention.start)
    if named and not scan.is_marked(*named.span("name"), scan.cues):
        return True
    if _by_unknown_word(scan, mention):
        return True
    opening = _OPENING.fullmatch(text, start, mention.start)
    if opening is None or NOBODY.match(opening["name"]):
        return False
    return not scan.is_marked(opening.start("name"), opening.end("name"), scan.cues)


def _by_unknown_word(scan: Scan, mention: Mention) -> bool:
    """Whether the word right before revenue is none that leaves it the whole company's: `hotel booking revenue`."""
    found = _WORD_BEFORE.search(scan.text, max(scan.sentence.start, mention.start - 34), mention.start)
    if found is None or mention.metrics[0] != "revenue" or scan.is_marked(*found.span("word"), scan.cues):
        return False
    if mention not in scan.metrics:
        return False  # `The WeChat owner took in 184 billion yuan`: who took it stands before the verb
    word = found["word"].lower().rsplit("-", 1)[-1]
    if word.endswith("ing"):
        return word in words("terms")["lines_in_ing"]
    adverb = word.endswith(_NO_NOUN) and word not in _NOUNS
    return not adverb and word not in _NO_LINE and found["word"].lower() not in _NO_LINE


def _by_initials(scan: Scan, mention: Mention) -> bool:
    """Whether the initials of something the catalogue does not know stand right before a metric."""
    found = _INITIALS.search(scan.text, max(scan.sentence.start, mention.start - 16), mention.start)
    return found is not None and not scan.is_marked(*found.span("name"), scan.cues, scan.metrics)


def _of_things(scan: Scan, mention: Mention, start: int) -> tuple[int, int] | None:
    """Return where the products stand whose takings a mention names: `Image sensor sales`, `sales of H20 chips`."""
    before = _THINGS_BEFORE.search(scan.text, max(start, mention.start - 40), mention.start)
    if before:
        return before.span("thing")
    found = _OF_THINGS.match(scan.text, mention.end)
    return found.span() if found else None
