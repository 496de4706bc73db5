"""English that says the same as a commoner form, which alone rules know: `was 10% higher at $3 billion` is read as `rose 10% to $3 billion`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.beginnings import sought
from generator.corpus.cleaning import Cut

_SHARE = r"(?:\d[\d.,]*(?: ?%| per ?cent\b| percentage points?\b| points?\b| basis points?\b| ?pp\b| ?bps\b))"
_ABOUT = (
    r"(?:(?:about|around|almost|nearly|over|roughly|some|more than|less than|just|only|slightly|a|an?(?: full)?) )?"
)
_BASE = r"(?: (?:than|from|compared with|versus|year|on|a|the|in|same|period|quarter|of|last|earlier|ago|before|previous|prior|year-on-year|year-over-year|on-year|y/y|yoy|quarter-on-quarter|\d{4}|year['’]s)\b){0,9}"
_SO_MUCH = rf"{_ABOUT}(?:[A-Z]{{0,3}}[$€£¥]|[A-Z]{{3}} ?|Rs\.? ?)?\d"
_STOOD = re.compile(
    rf"\b(?P<was>(?:was|were|is|are|came in|stood|ended|finished|closed) )(?P<share>{_ABOUT}{_SHARE}) (?P<way>higher|lower|up|down)(?P<base>{_BASE}),?(?P<at> at )(?={_SO_MUCH})"
)
# `Net income was up 42 percent at CNY7.7 billion`, `operating income was off ¥98.2 billion at ¥702.5 billion`
_MONEY = r"(?:[A-Z]{0,3}[$€£¥] ?|[A-Z]{3} ?)?\d[\d.,]*(?: (?:billion|million|trillion))?(?: (?:yuan|euros?|yen|won|dollars|crowns|units|vehicles|cars))?"
_WAS_UP = re.compile(
    rf"\b(?P<was>(?:was|were) (?P<way>up|down|off) )(?=(?:by )?{_ABOUT}(?:{_SHARE}|{_MONEY}){_BASE},?(?P<at> at ){_SO_MUCH})"
)
_UP = ("higher", "up")
# `Overseas sales, by contrast, were 232,800`: what only joins a clause to those around it
_BETWEEN = sought(
    r",(?= (?:however|by contrast|in contrast|by comparison|meanwhile|on the other hand|in turn|too|though|moreover|instead|nevertheless|nonetheless|of course|in fact|for instance|for example|likewise|similarly|as expected|to be sure|for its part|at the same time|as a result), [a-z])"
    r" [a-z ]{3,18},"
)
# `Operating activities threw off 27.8 billion yuan of cash`: its operating cash flow; not `Its European operations`, which are a part
_CASH = r"(?:[A-Z]{0,3}[$€£¥] ?|(?:RMB|CNY|USD|EUR|HKD|W) ?)?\d[\d.,]*(?: ?(?:billion|million|trillion|bn|mn|[mb]))?(?: (?:yuan|euros?|yen|won|dollars|renminbi))?"
_THREW_OFF = sought(
    rf"\b(?P<took>(?:[Oo]perating activities|(?<!\w )(?:[Ii]ts )?[Oo]perations|(?<=['’]s )operations|(?:(?<=\band )|(?<=\bbut )|(?<=\bthat )|(?<=\bwhile )|(?<=[a-z], ))[Ii]ts operations) (?:generated|produced|yielded|provided|threw off|brought in|delivered|contributed|gave)(?= ))(?= {_ABOUT}{_CASH} (?:of|in) cash\b) {_ABOUT}{_CASH}(?P<cash> (?:of|in) cash)\b(?! flow)"
)
# `Software licenses, as you would expect, keep coming down`: nobody expects a figure there
_AS_EXPECTED = sought(
    r",(?= as (?:you|one|we|anyone|everyone|many|most)\b)"
    r" as [a-z]{2,8}(?:['’]d| would| might| could| may| should)(?: well| have)? (?:expect|expected|anticipate|anticipated),"
)
# `EPS were 2.10 yuan; on an adjusted basis, JD.com earned 8.68 yuan per share`
_EARNED_SO = re.compile(
    r";(?P<so> (?:on|under|excluding|stripping out|leaving out|adjusted for|adjusting for) (?:an? |the )?[^,;.\d]{3,80}, )(?=(?:it|they|the [a-z]+|[A-Z][\w&'.-]*(?: [A-Z][\w&'.-]*){0,2}) (?:earned|made|lost|posted|reported) )"
)
# `Growth was 30.5% in the second quarter; adjusted net profit is forecast to rise 64%`: two sentences, unless `that month` is named before
_MEASURE = r"(?:revenues?|sales|turnover|(?:net |operating |gross )?(?:profits?|income|earnings|loss(?:es)?)|margins?|(?:capital )?(?:expenditures?|spending)|capex|expenses|costs|EBITDA?|EPS|shipments|deliveries|cash flow|dividends?|exports|volumes?|orders|market share)"
_JOINED = sought(
    rf"(?:;|, (?:while|whereas)) (?![^.;\n]{{3,80}}\bthat month\b)(?=(?:(?:the|its|their) (?:[a-z]+['’]s )?)?(?:(?!said|says|the )[A-Za-z&-]+ ){{0,4}}{_MEASURE}\b[^,;.:\d()]{{0,40}} (?:was|were|is|are|rose|fell|grew|dropped|climbed|jumped|increased|decreased|declined|slipped|slid|surged|gained|came|reached|stood|totall?ed|amounted|shrank|went|narrowed|widened|improved|hit|edged|advanced|sank|tumbled|plunged|soared|doubled|more than) )"
)
# `4.9 billion euros, after 4.3 billion last year`; `in the same months of last year it was 2.3 billion`
_AFTER = re.compile(
    rf",(?P<after> after )(?={_ABOUT}(?:[A-Z]{{0,3}}[$€£¥] ?|[A-Z]{{3}} ?)?\d[\d.,]*(?: ?%| (?:per cent|percent|billion|million|trillion))?(?: [a-z]+)? (?:last year|a year (?:ago|earlier|before)|in the (?:same|year-ago|prior-year)))"
)
_SAME = re.compile(
    r"\bthe same(?P<span> (?:(?:three|six|nine) )?months)(?= (?:of last year|last year|a year (?:ago|earlier|before)|of 20\d\d))"
)
# `That's 56 percent more than a year ago`, `It's €1.59`
_SHORTENED = sought(
    rf"\b(?:[Tt]hat|[Ii]t|[Ww]hich)(?P<is>['’]s)(?= (?:also |now |still |again )?(?:(?:up|down|an? (?:increase|decrease|rise|fall|drop|gain|decline|jump|growth|improvement|plus|minus)|[a-z-]+ (?:growth|increase)) |{_SO_MUCH}))"
)
# `the bottom-line projection indicates a decline of 27.7%`: what a preview calls earnings
_BOTTOM_LINE = re.compile(
    r"\b(?P<line>[Bb]ottom[- ]line)(?= (?:estimates?|projections?|forecasts?|expectations?|consensus|view)\b)"
)
# `outperformed the forecasted amount, reaching $24.1 billion`: a forecast
_FORECAST_AMOUNT = re.compile(
    r"\b(?:beat|beats|topped|tops|exceeded|surpassed|outperformed|missed|above|below|ahead of|short of) the (?P<what>(?:forecast(?:ed)?|expected|projected|predicted|anticipated|estimated) (?:amount|figure|number|level|sum))(?=[,.;])"
)
_OUTDID = re.compile(
    r"\b(?P<did>outperformed|outstripped|eclipsed|outran)(?= (?:the |[a-z]+['’]s? |[A-Z]\w+['’]s? |Wall Street |market |average ){0,4}(?:forecast(?:ed)?|expected|expectations|estimate|consensus|predicted|prediction|projected|projection)s?\b)"
)
# `Its loss may have widened to 7.1 billion yuan`: nobody has told it yet
_MAY_HAVE = re.compile(
    r"\b(?P<may>(?:may|might|could) (?:well )?have )(?P<did>risen|fallen|grown|shrunk|widened|narrowed|increased|declined|dropped|climbed|jumped|slipped|slumped|surged|doubled|halved|tripled|rebounded)(?= (?:by |to |from |about |around |nearly |more than )*[A-Z]{0,3}[$€£¥]?\d)"
)
_DID = {"risen": "rose", "fallen": "fell", "grown": "grew", "shrunk": "shrank"}
# but not where what follows is said of both, or the sentence is on another company: `Rival JD.com reported …, while net income rose`
_OF_BOTH = re.compile(
    r"(?:[^.;\n]|\.\d){0,160}(?:, (?:[A-Z][\w&'.-]* ){1,4}(?:said|reported|announced)|\b(?:latter|former)\b)"
)
_ASIDE = re.compile(r"\b(?:[Rr]ivals?|[Cc]ompetitors?|[Pp]eers?|[Bb]y comparison|former)\b")
# `On a quarterly basis, revenue rose 4%, while net profit fell 1%`: against what is said once for both
_BASE_OPENS = re.compile(
    r"\s*(?:On an? (?:quarterly|sequential|annual|yearly|monthly)|Sequentially|(?:Quarter|Year|Month)[- ](?:on|over)|Compared (?:with|to)|From the (?:previous|prior)|Versus|Against)\b"
)
_LONG = 400  # characters of a sentence


def plainly(text: str) -> Iterator[Cut]:
    """Yield what is read otherwise: from where to where, and how."""
    for found in _STOOD.finditer(text):
        base = found["base"].replace(" than", " from", 1)
        yield *found.span("was"), "rose " if found["way"] in _UP else "fell "
        yield found.end("share"), found.end("at"), f"{base} to "
    for found in _WAS_UP.finditer(text):
        yield *found.span("was"), "rose by " if found["way"] in _UP else "fell by "
        yield *found.span("at"), " to "
    for joined in _JOINED.finditer(text):
        low = _begins(text, joined.start())
        if not (
            _OF_BOTH.match(text, joined.end())
            or _ASIDE.search(text, low, joined.start())
            or _BASE_OPENS.match(text, low)
        ):
            yield joined.start(), joined.end() + 1, f". {text[joined.end()].upper()}"
    for earned in _EARNED_SO.finditer(text):
        yield earned.start(), earned.start("so") + 2, f". {text[earned.start('so') + 1].upper()}"
    for form, said, instead in (
        (_AFTER, "after", " against "),
        (_SAME, "span", " period"),
        (_SHORTENED, "is", " is"),
        (_BOTTOM_LINE, "line", "earnings"),
        (_FORECAST_AMOUNT, "what", "forecast"),
    ):
        yield from ((*found.span(said), instead) for found in form.finditer(text))
    yield from ((*outdid.span("did"), "exceeded") for outdid in _OUTDID.finditer(text))
    for may in _MAY_HAVE.finditer(text):
        yield may.start(), may.end(), f"probably {_DID.get(may['did'], may['did'])}"
    for cash in _THREW_OFF.finditer(text):
        yield *cash.span("took"), "Operating cash flow was"
        yield *cash.span("cash"), ""
    for form in (_BETWEEN, _AS_EXPECTED):
        yield from ((*aside.span(), "") for aside in form.finditer(text))


def _begins(text: str, at: int) -> int:
    """Return where the sentence around an offset begins, or not long before it."""
    return max(text.rfind(stop, max(0, at - _LONG), at) + 1 for stop in (". ", "\n", "; "))
