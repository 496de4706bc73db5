"""Figures that stand by a company and are not its own: of a site, a project or a team, of a rival or supplier without a name."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

OF_A_SITE = "of a site, a project or a team, not of the company"
OF_ANOTHER = "of another company, which is not named"
_STAFF = ("headcount", "rd_headcount")
_SITE = r"(?:plant|factory|gigafactory|site|campus|project|complex|hub|cent(?:re|er)|facility|works|lab|laboratory|office|headquarters|warehouse|store|shop|line|team|task force|joint venture|subsidiary|affiliate|spin-?off|foundation|crew|shipyard|mill|mine)"
_ANOTHER = r"(?:rival|competitor|supplier|partner|parent(?: company| group)?|peer|shareholder|distributor|dealer|franchisee|landlord|contractor|predecessor)"
_OWNS = r"(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir|[Oo]ur|[Aa]n?|[Aa]nother|[Oo]ne|[Ee]ach|[A-Z][\w.]*(?: [A-Z][\w.]*)?['’]s?)"
_LEAD = r"\W*(?:(?:and|but|while|whereas|meanwhile|also|so|[Bb]y contrast|[Ii]n comparison),? )?"
# `Its research centre in Shanghai has a staff of`, `The team that builds the chips has`
_SITE_HAS = re.compile(rf"{_LEAD}{_OWNS} (?:[\w-]+ ){{0,4}}?{_SITE}\b(?! (?:of|network))[^;\d]{{0,60}}$")
# `Its biggest competitor delivered`, but `its rival Nio delivered`
_ANOTHER_HAS = re.compile(rf"{_LEAD}{_OWNS} (?:[\w-]+ ){{0,3}}?{_ANOTHER},? (?![A-Z])")
# `employs 12,900 people at its plant near Berlin`, `12,900 people work at the plant`
_AT_A_SITE = re.compile(
    rf"(?: (?:people|workers|employees|staff|engineers|researchers))?(?: who)?(?: (?:work|working|worked|employed|based|busy))? (?:at|in|on) (?:the|its|this|that|an?|one) (?:[\w-]+ ){{0,3}}?{_SITE}\b"
)
_OF_OTHERS = re.compile(
    r" (?:of|run by|operated by|owned by|belonging to) (?:(?:the|its|other|rival|third|independent|local|third-party|partner) ){0,2}(?:[a-z-]+ )?(?:retailers|partners|dealers|chains|makers|operators|franchisees|competitors|parties|companies)\b"
)


def not_the_companys(scan: Scan, mention: Mention, amount: Amount) -> str | None:
    """Return why an English figure is not the company's that is spoken of, None where it may be."""
    if not scan.text[mention.start].isascii() or not mention.metrics:
        return None
    first = min(mention.start, amount.start)
    start = scan.clause(first)[0]
    if mention.metrics[0] in _STAFF and amount.kind in ("count", "bare"):
        at_site = _AT_A_SITE.match(scan.text, amount.end, scan.sentence.end)
        if at_site or (_SITE_HAS.match(scan.text, start, first) and not _named(scan, start, first)):
            return OF_A_SITE
    if _OF_OTHERS.match(scan.text, max(mention.end, amount.end), scan.sentence.end):
        return OF_ANOTHER
    another = _ANOTHER_HAS.match(scan.text, start, first + 1)
    return OF_ANOTHER if another and not _named(scan, start, first) else None


def _named(scan: Scan, low: int, high: int) -> bool:
    """Whether a company is named in a stretch, which may be whose the figure is."""
    return any(
        low <= e.start and e.end <= high and not scan.text.startswith(("'s", "’s", "'", "’"), e.end)
        for e in scan.entities
    )
