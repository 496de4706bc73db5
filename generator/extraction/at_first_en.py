"""English that says first how much something was, and then how far it moved: `At 37,499 vehicles, they were 9% lower` is read as `They were 37,499 vehicles, 9% lower`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus.beginnings import sought
from generator.corpus.cleaning import Cut
from generator.extraction.amounts.approximators import ABOUT

_MUCH = rf"(?:{ABOUT}(?:[A-Z]{{2,3}} ?)?[$€£¥]?\d[\d.,]*(?: ?%|(?:bn|mn?|tn|k)\b)?(?: (?:per ?cent|hundred|thousand|million|billion|trillion))?(?: (?:units|vehicles|cars|deliveries|yuan|euros|dollars|won|yen|kronor|pounds|francs))?)"
# no clause of its own, and nothing that is told an amount
_SUBJECT = r"(?:[Ii]t|[Tt]hey|(?!(?:it|they|he|she|we|there|this|that) )(?:(?!(?:was|were|is|are|had|has|have|who|which|when|while|that) )(?:[A-Za-z][\w’'&-]*|20\d\d) ){1,9}?)"
_SO_FAR = r"(?: (?:still|also|even|again|only|just|nearly|almost|about))*(?: (?:up|down)(?: by)?| (?=[\d.]+ ?(?:%|per ?cent|(?:percentage )?points?) (?:above|below|higher|lower|more|less|fewer|up|down|better|ahead)\b))"
_FIRST = sought(
    rf"(?:(?<=[.;:!?] )|(?<=\n)|\A)(?P<at>[Aa]t )(?!(?:[A-Z]{{1,3}} ?)?[$€£¥]\d[\d.,]*, )(?={_MUCH}, )(?P<much>{_MUCH})(?P<comma>, )(?P<who>{_SUBJECT})(?P<was> ?(?:was|were|is|are))(?={_SO_FAR} ?{ABOUT}[\d.])"
)


def said_at_first(text: str) -> Iterator[Cut]:
    """Yield what is read otherwise: what was so much stands before it."""
    for found in _FIRST.finditer(text):
        who, was = found["who"].strip(), found["was"].strip()
        who = who[0].upper() + who[1:] if found["at"] == "At " else who
        yield *found.span("at"), f"{who} {was} "
        yield found.start("comma"), found.end("was"), ","
