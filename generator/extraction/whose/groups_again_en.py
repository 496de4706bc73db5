"""English sentences of a release that turn from a brand back to its group: `Zeekr sold 18,300 units. The Group's exports were 40,800`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.sentences import Sentence
from generator.extraction.whose.ground import Ground

_THE_GROUPS = re.compile(r"[\s•*-]*(?:(?:In|For|During) [^,;.]{3,40}, )?[Tt]he (?:Group|Company)['’]s ")
# `The total sales volume in the first nine months was 2.2 million, 72% of the Group's target`
_ALL = re.compile(
    r"[\s•*-]*(?:(?:In|For|During) [^,;.]{3,40}, )?(?:[Tt]he )?(?:[Tt]otal|[Oo]verall|[Cc]onsolidated) [^;]{3,200}?\bof the (?:Group|Company)(?:['’]s)?\b"
)


def of_the_group(ground: Ground, home: str | None, text: str, sentence: Sentence) -> Ground:
    """Return what a sentence inherits that opens with the group's own figure, or with a total that it calls the group's: the text's company."""
    if home is None or ground.entity in (None, home):
        return ground
    opens = any(form.match(text, sentence.start, sentence.end) for form in (_THE_GROUPS, _ALL))
    return replace(ground, entity=home, segment=None, line=None) if opens else ground
