"""English sentences of a release that turn from a brand back to its group: `Zeekr sold 18,300 units. The Group's exports were 40,800`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.figure import Figure
from generator.extraction.sentences import Sentence
from generator.extraction.whose.ground import Ground

_THE_GROUPS = re.compile(r"[\s•*-]*(?:(?:In|For|During) [^,;.]{3,40}, )?[Tt]he (?:Group|Company)['’]s ")
# `The total sales volume in the first nine months was 2.2 million, 72% of the Group's target`
_ALL = re.compile(
    r"[\s•*-]*(?:(?:In|For|During) [^,;.]{3,40}, )?(?:[Tt]he )?(?:[Tt]otal|[Oo]verall|[Cc]onsolidated) [^;]{3,200}?\bof the (?:Group|Company)(?:['’]s)?\b"
)
# `Zeekr sold 15,422. Lynk & Co sold 25,296. Total sales rose 54%`: behind brands of several companies, one of them the text's
_TOTAL = re.compile(
    r"[\s•*-]*(?:(?:In|For|During) [^,;.]{3,40}, )?(?:[Tt]he )?(?:[Tt]otal|[Oo]verall|[Cc]ombined) (?:[a-z]+ ){0,2}(?:sales|deliveries|volumes?)\b(?! (?:of|for|at|by|from)\b)"
)


def of_the_group(ground: Ground, home: str | None, text: str, sentence: Sentence, found: list[Figure]) -> Ground:
    """Return what a sentence inherits that opens with the group's own figure, with a total that it calls the group's, or with one behind the group's brands: the text's company."""
    if home is None or ground.entity in (None, home):
        return ground
    opens = any(form.match(text, sentence.start, sentence.end) for form in (_THE_GROUPS, _ALL))
    behind_a_brand = bool(found) and found[-1].entity == home and found[-1].segment is not None
    opens = opens or (behind_a_brand and _TOTAL.match(text, sentence.start, sentence.end) is not None)
    return replace(ground, entity=home, segment=None, line=None) if opens else ground
