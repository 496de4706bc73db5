"""Users whom a company's customers have are none of its own: `Its clients reach 1.2 billion users`, `hosts a network that counts 50 million users`."""

from __future__ import annotations

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_USERS

OF_CUSTOMERS = "users of those that a company supplies, not its own"
_WHO = r"(?:customers?|clients?|merchants|partners?|developers|licensees|publishers|tenants)"
_THINGS = r"(?:apps|games|websites|sites|companies|businesses|services|programs|phones|devices|carmakers|banks)"
_HAVE = r"(?:have|has|had|reach(?:es|ed)?|serves?|served|counts?|counted|attract(?:s|ed)?|cover(?:s|ed)?|claim(?:s|ed)?|boasts?|with)\b"
# `Unity's customers have`, `its partner's app has`, `developers that use OpenAI's models serve`, `apps built on Tencent Cloud have`
_THEIRS = sought(
    rf"\b(?:(?:[A-Z][\w&.-]*['’]s?|[Ii]ts|[Tt]heir|[Tt]he|[Ii]ts own) (?:[a-z-]+ ){{0,2}}{_WHO}(?:['’]s? [a-z-]+)?(?:,(?: [\w-]+){{1,6}},)?"
    rf"|(?:{_WHO}|[Dd]evelopers|[Cc]ompanies|[Bb]usinesses|[Aa]pps|[Gg]ames|[Ww]ebsites|[Ss]ervices|[Tt]hird-party {_THINGS}) (?:(?:that|which|who) (?:use|are|run|rely|build|integrate)\b|using|built|made|developed|powered|running|hosted|based|integrating|of (?=[A-Z]))[^,;\d]{{2,60}}?) {_HAVE}"
)
# `provides services to a game with 20 million users`, `hosts a social network that counts 50 million users`
_A_CUSTOMER = sought(
    rf"\b(?:power|host|suppl|serv|support|run|count|includ|provid|equip|licens|manag|operates? for|work|cooperat|partner)[a-z]*\b[^,;\d]{{0,50}}?\b(?:an?|one|another) (?:[\w-]+ ){{0,4}}?(?:platform|app|bank|network|game|operator|carrier|insurer|retailer|website|site|company|firm|start-?up|broker|airline)\b,? (?:with|used by|serving|(?:that|which) (?:has|have|counts|serves|reaches|claims|boasts|draws)) (?:[a-z]+ )*$"
    rf"|\b(?:power|host|suppl|serv|support|underpin)[a-z]*\b[^,;\d]{{0,40}}?\b{_THINGS}\b[^,;\d]{{0,30}}?\b(?:with|used by|serving|(?:that|which) (?:have|reach|serve|count)) (?:[a-z]+ )*$"
)


def of_customers_users(scan: Scan, mention: Mention, amount: Amount) -> str | None:
    """Return why an English count of users is of somebody else's, None where it may be the company's."""
    if scan.chinese or mention.metrics[0] not in OF_USERS:
        return None
    low = scan.clause(min(mention.start, amount.start))[0]
    at = min(mention.start, amount.start)
    if not scan.text[low : low + 1].isalpha() and low > scan.sentence.start:
        low = max(scan.sentence.start, low - 60)  # `Alibaba's client, a short-video platform, has`
    theirs = _THEIRS.search(scan.text, low, at)
    return OF_CUSTOMERS if theirs or _A_CUSTOMER.search(scan.text, low, at) else None
