"""The line of business that is the subject of an English clause: where it stands, and what may be said of it before its verb."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

# Words that say of a part what it is to the whole, and make no other part of it: `the main brand`, `its fast-growing cloud`.
_EPITHET = (
    r"(?:main|core|whole|entire|overall|largest|biggest|second-largest|third-largest|smallest|most important|important|all-important|flagship|once|still|still-young|young|younger"
    r"|small|tiny|big|huge|mighty|booming|thriving|ailing|struggling|fast-growing|fastest-growing|loss-making|profitable|lucrative|high-margin|relatively new|traditional|classic|new|own|namesake|core brand|(?:[a-z]+(?:-[a-z]+)? )?(?:sub-)?brand)"
)
# `Battery-electric cars went the other way, climbing 19.9%`: what it did is said again by how far it moved
DID_SO = r"(?: (?:was|were|is|are|had|did|went|came|made|took|held|kept|stood|shone|remained|proved|[a-z]+ed)\b[^,;:.\d]{2,60}(?:,|:| [–—-]))?"
# What stands before a subject, back to where its clause begins.
_OPENING = re.compile(
    r"(?P<joint>\A[^\w\n]{0,6}|[,;:–—-] ?|\b(?:and|but|while|whereas|as|with|where|though|although|that|of which) )"
    r"(?:(?:and|but|while|whereas|as|with|meanwhile|also|however|though),? ){0,2}(?:The |the |Its |its |their |[Oo]ur |a |A )?(?:[Mm]arkets |[Cc]ountries )?"
    rf"(?:[A-Z][\w.&]*(?: [A-Z][\w.&]*)?['’]s? )?(?:{_EPITHET},? ){{0,2}}[\"“]?\Z"
)
_REACH = 60  # characters before a part, within which its clause begins

UNIT = r"(?:['’]s)?[\"”]?(?: \([^()]{1,40}\))?(?: (?:business(?:es)?|segment|division|unit|group|arm|operations|products?|cards|brand|line|category|side|devices|services|cars|models?|vehicles|volumes?|tally|tallies))*"
# `Core commerce – shops, wholesale and delivery – expanded`; `Marketing services, as Tencent calls its advertising, grew`
ASIDE = r"(?:, [^;\d]{2,100}?,(?= )| [–—-] [^–—;\d]{2,140} [–—-]| \([^()\d]{2,80}\))?"
# `Cloud computing is tiny, but it grew`; `Gaming remains the largest line and brought in`
FARED = r"(?: (?:is|are|was|were|remains?|remained|stays?|stayed|keeps?|kept|looks?|looked) [^,;.\d]{2,60}?(?:,? (?:but|yet|and|though|although|while)|,|:)(?: (?:it|they|this|these))?)?"
ADVERBS = r"(?: (?:also|again|alone|now|still|even|itself|themselves|together|already|meanwhile|thus|then|in turn|on (?:its|their) own|by (?:itself|themselves)|for (?:its|their) part|[a-z]+ly))*"


def is_subject(scan: Scan, part: Mention) -> bool:
    """Whether a clause begins with a part: nothing but its owner and what it is called stands before it."""
    low = max(scan.sentence.start, part.start - _REACH)
    opening = _OPENING.search(scan.text[low : part.start])
    if opening is None or (not opening["joint"].strip(' "“•*–-') and low > scan.sentence.start):
        return False
    return opening["joint"] != "and " or _has_told(scan, low + opening.start())


def _has_told(scan: Scan, at: int) -> bool:
    """Whether what stands before an `and` has told its figure: in `revenue from phones and cloud` it only goes on with a list."""
    named = max((m.end for m in (*scan.metrics, *scan.segments) if m.end <= at), default=scan.sentence.start)
    return any(named <= a.start and a.end <= at for a in scan.amounts)


def of_whole_name(scan: Scan, part: Mention) -> bool:
    """Whether a part's name is a word of a metric's name, which says more: the cloud of `current cloud backlog`."""
    return any(m.start < part.end and part.start < m.end for m in scan.metrics)
