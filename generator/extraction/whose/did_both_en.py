"""English companies that did two things in one sentence: they sold so many of something, and earned something, which is all of theirs: `shipped 49.4 million smartphones and brought in revenue of`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.whose.context import Surroundings

_SOLD = re.compile(r"shipped|sold|delivered|shipping|selling|delivering")
_EARNED = re.compile(
    r"[ ,](?:and|as it|as the company) (?:also |thereby |so |in total )?(?:brought in|took in|earned|had|made|posted|reported|generated|booked|recorded|achieved|saw|turned over|bringing in|earning|making|posting|generating|booking) (?:an? |its |the )?(?:total |overall |quarterly |record |net |adjusted )*$"
)
_IT = re.compile(r"[^,;.]{0,40}\b(?:[Ii]t|[Ww]e|[Tt]hey|[Tt]he (?:company|group|firm|[a-z]*maker)) ")


def goes_on_to_earn(around: Surroundings, mention: Mention) -> bool:
    """Whether a metric is what a company earned beside what it sold, and no line of business was its subject."""
    scan = around.scan
    sold = next((m for m in reversed(scan.metrics) if m.end <= mention.start), None)
    if scan.chinese or sold is None or not _SOLD.fullmatch(scan.text, sold.start, sold.end):
        return False
    if _EARNED.search(scan.text, sold.end, mention.start) is None:
        return False
    kinds = around.names.catalogue.segments
    if any(m.end <= sold.start and kinds[m.segment or ""].kind == "business" for m in scan.segments):
        return False
    return around.subject_before(sold.start) is not None or _IT.match(scan.text, scan.sentence.start) is not None
