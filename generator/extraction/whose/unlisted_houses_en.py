"""Houses that the catalogue does not list and that judge others' shares: `Zhongtai raised its revenue estimate for BYD`."""

from __future__ import annotations

import re

from generator.extraction.marks.names import Names

_MOVED = (
    r"(?:rais|lift|hik|increas|boost|upgrad|lower|trimm?|reduc|slash|revis|adjust|rais|maintain|reiterat|reaffirm|retain)(?:es|ed|s|e)?(?: (?:up|down))?"
    r"|cuts?|keeps?|kept|sets?|has|had|assign(?:s|ed)|gives?|gave|bump(?:s|ed) up"
)
_JUDGED = (
    r"(?<!\w){name}(?: (?:Securities|Research|Capital|International|Financial))?(?: \([^()]{{1,24}}\))? (?:also |then |has |had |now )?(?:{moved}) (?:(?:its|the|their|an?|[\w.&]+['’]s?) )?"
    r"(?:(?:(?:[a-z\d-]+ ){{0,3}}(?:target price|price target|price objective|TP)\b|(?:[A-Z]\w+ )?rating on )|"
    r"(?:[\w/&-]+ ){{0,7}}?(?:forecast|estimate|projection|prediction)s? (?:for|on|of) (?P<of>[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)?))"
)


def judges_shares(text: str, name: str, names: Names) -> bool:
    """Whether a text tells that whoever bears a name sets a share's target price, or moves what it expects of a listed company."""
    judged = re.search(_JUDGED.format(name=re.escape(name), moved=_MOVED), text)
    return judged is not None and (judged["of"] is None or bool(names.entities(judged["of"])))
