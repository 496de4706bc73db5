"""Times of what is left out of a figure: `Excluding a one-off gain booked in 2023, net profit rose 12%` tells of no 2023."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention

_LEAVING_OUT = re.compile(
    r"\s*[\"“]?(?:(?:And|But|Even) )?(?:Excluding|Leaving out|Leaving aside|Without|Stripping out|Stripped of|Apart from|Aside from|Not counting|Not including|Adjust(?:ed|ing) for|Ignoring|Disregarding|Setting aside|Net of|Barring|Taking out|Discounting|Were it not for|Had it not been for|If not for) "
)
# behind a figure: `up 12%, excluding a gain booked in 2023`
_LEFT_OUT = re.compile(
    r"\b(?:excluding|leaving out|without|stripping out|apart from|aside from|not counting|adjusted for|net of) (?:[^,;:.$€£¥\d]{2,70} )?(?:gains?|losses|charges?|costs?|items?|writedowns?|write-downs?|impairments?|sales?|disposals?|subsid(?:y|ies)|effects?|credits?|booked|made|taken|received|recorded|registered|sold|closed|paid)[^,;:.$€£¥\d]{0,30} (?:in|for|during|from|of) (?:the )?$"
)
_REACH = 160  # characters before a time, within which it is said that something is left out


def is_of_what_is_left_out(scan: Scan, mention: PeriodMention) -> bool:
    """Whether an English time is only that of what a figure is told without."""
    if scan.chinese:
        return False
    start = scan.sentence.start
    opens = _LEAVING_OUT.match(scan.text, start)
    if opens is None or mention.start - opens.end() > _REACH:
        return _LEFT_OUT.search(scan.text, max(start, mention.start - _REACH), mention.start) is not None
    comma = max(scan.text.rfind(",", opens.end(), mention.start), opens.end())
    told = any(comma <= m.start < mention.start for m in scan.metrics)
    return not (told or scan.amount_after(start) < mention.start) and "," in scan.text[mention.end : mention.end + 30]
