"""What an English sentence is about, where no name of the catalogue is that: a division, the margin of a product."""

from __future__ import annotations

import re

from generator.extraction.marks.causes_en import part_is_cause
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.unknown_parts_en import NO_PART, past_owner

# `The photonics division had its best quarter, with revenue rising 34%`: whom a sentence is about, and no other company or part behind it
_SUBJECT = re.compile(
    r"[\s•*-]*(?:The|Its|[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,2}['’]s?) (?P<name>(?:[\w&-]+ ){1,4}?)(?:segment|division|unit|business|arm)\b(?! (?:of|in|and|or)\b)"
)
# `The MX and Networks businesses recorded so much in consolidated revenue`: what both took in together
_SUBJECTS = re.compile(
    r"[\s•*-]*(?:The|Its|[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,2}['’]s?) (?P<one>(?:[\w-]+ ){1,3}?)(?:and|&) (?P<other>(?:[\w-]+ ){1,3}?)(?:segment|division|unit|business)e?s\b(?! (?:of|in|and|or)\b)"
)
_OF_ALL = re.compile(r"\b(?:group|company|firm|overall|total)\b", re.I)
_THE_WHOLE = re.compile(r"\b(?:group|company|firm|overall|total|consolidated)\b", re.I)
# `while entertainment unit revenue rose`: a part that opens its clause without an article
_BARE = re.compile(
    r"(?:^|(?<=[\s,]))(?:(?:and|while|but|whereas) )?(?P<name>(?!(?:and|while|but|whereas|the|its|each|every|per|a|an)\b)[a-z][\w&-]*(?: (?!(?:and|the|its)\b)[a-z&][\w&-]*){0,2}) (?:unit|division|segment|arm)(?:['’]s)? (?:(?:net|operating|quarterly) )*$"
)
# `the company's photonics gross margin`
_OF_MARGIN = re.compile(
    r"(?:['’]s|\b[Ii]ts|\b[Tt]he) (?:(?:non-(?:GAAP|IFRS)|[Aa]djusted) )?(?P<name>(?!(?:overall|total|consolidated|group|blended|reported|adjusted|quarterly|annual|full-year|record|higher|lower|strong|improved|corresponding|company|own|current|underlying|average|first|second|third|fourth|latest|quarter|year|gross|net|operating|same|prior|previous|trailing|normali[sz]ed|estimated|expected|projected|forecast|combined|comprehensive|resulting|implied|minimum|long-term|target|targeted|core)\b)[a-z]{3,}) $"
)
# `Mobile chips, which made up 46 percent of sales, saw revenue grow 3 percent`: a part that only its weight in the business describes
_WEIGHS = re.compile(
    r"[\s•*-]*(?:(?:Sales of|The|Its) )?(?P<name>[A-Za-z][\w&-]*(?: [\w&-]+){0,4}),? (?:which (?:now |still |together )?(?:ma[dk]es? up|account(?:s|ed)? for|represent(?:s|ed)?|contribut(?:es?|ed)|compris(?:es?|ed)|generat(?:es?|ed))|(?:accounting for|making up|representing|contributing)) [^;:]{3,90}?, (?:saw|posted|recorded|reported|enjoyed|generated|registered|logged|achieved|had|showed|suffered|experienced)(?: (?:its|their|an?|the))?(?: [a-z-]+){0,3}? ?$"
)


def is_about_unknown(scan: Scan, mention: Mention) -> bool:
    """Whether a sentence is about a part that no name of the catalogue is, or a margin is of one."""
    margin = mention.metrics and mention.metrics[0].endswith("margin")
    own = _OF_MARGIN.search(scan.text, max(scan.sentence.start, mention.start - 32), mention.start) if margin else None
    if own and not scan.is_marked(*own.span("name"), scan.cues):
        return True
    bare = _BARE.search(scan.text, max(scan.clause(mention.start)[0], mention.start - 60), mention.start)
    if bare and not NO_PART.search(bare["name"] + " ") and not scan.is_marked(bare.start("name"), mention.start):
        return True
    weighs = _WEIGHS.match(scan.text, scan.sentence.start, mention.start)
    if weighs and not scan.is_marked(*weighs.span("name")):
        return True
    if _is_about_two(scan, mention):
        return True
    part = _SUBJECT.match(scan.text, scan.sentence.start, mention.start)
    if part is None or NO_PART.search(part["name"]) or scan.is_marked(past_owner(scan, part), part.end(), scan.metrics):
        return False
    if _THE_WHOLE.search(scan.text, part.end(), mention.end):
        return False
    if part_is_cause(scan.text, scan.sentence.start, part, scan.metrics):
        return False  # `Its robotics division helped lift revenue 12%`
    starts = [e.start for e in scan.entities] + [m.start for m in scan.segments]
    return not any(part.end() <= start < mention.end for start in starts)


def _is_about_two(scan: Scan, mention: Mention) -> bool:
    """Whether a sentence is about two parts together, which are not one of the catalogue's."""
    two = _SUBJECTS.match(scan.text, scan.sentence.start, mention.start)
    if two is None or _OF_ALL.search(scan.text, two.end(), mention.end):
        return False
    both = any(m.start <= two.start("one") and two.start("other") < m.end for m in scan.segments)
    starts = [e.start for e in scan.entities] + [m.start for m in scan.segments]
    behind = any(two.end() <= start < mention.end for start in starts)
    return not (both or behind or NO_PART.search(two["one"]) or NO_PART.search(two["other"]))
