"""The words that markets are told with in English: what is quoted, how it moved, when and where; nothing else stands before a price."""

from __future__ import annotations

import re

from generator.corpus.months import MONTHS
from generator.extraction.marks.verbs import MOVED, MOVING

PERCENT = r"[+-]?\d[\d.]* ?(?:%|per ?cent|pct|percent)"
_PRICE = r"(?:(?:[A-Z]{0,3}[$€£¥₩₹]|[A-Z]{3} ?)\d[\d,]*(?:\.\d+)?|\d[\d,]*(?:\.\d+)? (?:Hong Kong dollars|US dollars|dollars|euros|yuan|yen|won|pounds|HKD|USD|CNY|RMB|EUR))"
_DAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday)(?:['’]s)?"
# `BYD [SHE: 002594]`, `Lenovo (0992.HK)`
CALLED = r"[\[(][^\[\]()]{2,40}[\])]"
_NOUN = r"(?:shares?|stock|(?-i:ADRs?|ADSs?)|depositary (?:receipts|shares)|paper|share price|stock price)"
OF_SHARE = rf"(?i:\b{_NOUN})(?: {CALLED})?"
# no `earnings per share`, `a share of the market`, `stock market`
SHARE = re.compile(
    rf"(?<!\ba )(?!(?<=\bA )(?i:share)\b)(?<!\bper )(?<!\beach )(?<!\bevery )(?<!\bmarket )(?<!\bnew )(?i:\b{_NOUN})\b(?! (?:market|exchange|of the market|buy|repurchase|sale|offer|option|split|price|count|capital))(?: (?:of|in) the (?:[a-zA-Z-]+ ){{0,3}}?(?:company|group|firm|giant|[a-z]*maker|retailer|start-?up|bank|operator|developer|provider)\b)?(?: {CALLED})?"
)
# what stands between an owner and the share: `Baidu's New York-listed class A stock`
BEHIND_SHARE = (
    r"(?:[A-Z][\w.]*(?: [A-Z]\w+)?-(?:listed|traded|quoted)|Hong Kong|New York|Frankfurt|Shenzhen|Shanghai|Tokyo|London|Taipei|Seoul|US|U\.S\.|American|DAX|Dax|[Cc]lass [A-Z]"
    r"|[A-H]|common|ordinary|preferred|preference|depositary|listed|traded|beleaguered|battered|own)"
)
_TRADED = r"(?:closed|ended|finished|settled|traded|opened|quoted|closing|ending|finishing|settling|opening|trading|trades?|exit(?:s|ed|ing)|left|leaving|chang(?:ed|ing|es) hands)"
TRADES = (
    rf"(?:{_TRADED}|last seen|closes|ends|finishes|settles|opens|(?:to|and) (?:close|end|finish|settle|trade|open))"
)
MOVES = (
    rf"(?:{MOVED}|{MOVING}|lost|losing|loses|shed|sheds|shedding|add(?:s|ed|ing)|g[ai]v(?:e|es|ing) (?:up|back)|put on|tack(?:s|ed|ing) on|popp(?:ed|ing)|strengthen(?:ed|ing)|weaken(?:ed|ing)|firmed|vault(?:ed|ing)|leap(?:t|ing)|div(?:ed|ing)|dove|firm(?:ed|ing)|advances|ascended|fallen|risen|sunk|recover(?:s|ed|ing)|up|down|higher|lower|off|flat|unchanged|little changed|steady|weaker|firmer|stronger|softer"
    r"|rises|gains|jumps|climbs|soars|surges|falls|drops|slides|slips|sinks|tumbles|plunges|slumps|dips|eases|rallies|rebounds|spikes|declines|retreats|sagg(?:ed|ing)|bounc(?:ed|ing)|dropping back)"
)
_BE = r"(?:was|were|is|are|has|have|had|been|being|also|then|now|still|again|just|even|itself|last|most|stood|stands|sits|sat|costs?|fetched|remained|running|hovering|holding|hovered|held|sold|going)"
_SIZE = r"(?:by|about|around|some|over|up to|as much as|as many as|more than|less than|a further|an additional|another|further|well|almost|slightly|to|at|from its open|a|daily|limit|maximum|exchange-imposed|permitted|allowed)"
_SESSION = r"(?:pre-?market|post-?market|after[- ]?market|after[- ]hours|out-of-hours|extended[- ]hours|extended|regular|morning|afternoon|early|late|evening|overnight|midday|mid-day|noon|lunch(?:time)?|intraday|mid-morning|mid-afternoon)"
_TIME = rf"(?:at (?:one|some) (?:point|stage|time)|at times|at (?:its|the) (?:lowest|highest|worst|best)|X(?:ETRA|etra)|Tradegate|(?:NASDAQ|Nasdaq|NYSE|Wall Street)(?:['’]s)?|(?:trimm|par|eras|widen|extend)(?:ed|ing) (?:some |its )?(?:gains|losses)|this (?:year|month|quarter)|so far|year to date|in|on|at|during|by|after|before|for|as of|of|the|this|last|{_SESSION}|trading|trade|dealings?|deals|session(?:['’]s)?|sessions|hours|bell|open|opening|close|closing|break|market|markets|day(?:['’]s)?|week(?:['’]s)?|platform|yesterday(?:['’]s)?|today|earlier|{_DAY}|(?:\d{{1,2}}(?::\d\d)? ?(?:a\.?m\.?|p\.?m\.?)|\d{{1,2}}:\d\d)(?: (?:ET|EDT|EST|GMT|CET|HKT))?)"
PLACE = rf"(?:(?:in|on|at) (?:the )?(?!{MONTHS}|Q[1-4]|H[12]\b)[A-Z][\w.]*(?:['’]s)?(?: [A-Z][\w.]*){{0,3}}(?: (?:stock exchange|exchange|bourse))?)"
_LINK = r"(?:and|but|before|though|while|it|they|which|that|to (?:close|end|finish|settle|trade|open))"
# `hit an all-time high on Wednesday`, `set a record`
REACHED = (
    r"(?:hit|reached|touched|set|struck|notched|scaled) (?:an?|its|their) (?:[a-z-]+ ){0,3}(?:high|low|record|peak)"
)
# `bucked the trend, rising`, `was the best performer, gaining`
_FARED = r"(?:(?:bucked|defied|resisted) the (?:[a-z]+ )?trend,?|against the trend|went the other way,?|(?:out|under)performed,?|fared (?:better|worse),?|led the (?:[a-z]+ )?(?:charge|pack|rally|rout|retreat|rebound|gains|gainers|losses|losers|decline|declines|advance|way),?|(?:was|were|is|are) (?:an?|the|among the|one of the) (?:[a-z-]+ ){0,2}(?:performers?|gainers?|losers?|winners?|decliners?|risers?|fallers?|drags?|laggards?|standouts?|leaders?)(?: of the (?:day|session|morning)| on the index| today| yesterday| again)?,?)"
_WORD = rf"(?:{_FARED}|{REACHED}|{PERCENT}|{_PRICE}|{CALLED}|{PLACE}|{TRADES}|{MOVES}|{_BE}|{_SIZE}|{_TIME}|{_LINK}|[a-z]+ly)"
# `Dell stock, which has lost a tenth this month, was trading at`, `Baidu, hit by worries about its ads, slid`, `The shares were suspended for an hour and ended`
_ASIDE = r"(?:, (?:which|who|whose|an?|the|one of|part of|(?:also|long|once|still|now|already|recently|best) [a-z]+|[a-z]+ed|hit|led|known|seen|sold|held|under|among|home to|maker of|owner of|parent of) [^,;]{3,70},| (?:was|were|had|has|have) [a-z][a-z -]{2,50}? and)"
WORDS = re.compile(rf"(?:{_ASIDE})?(?>(?:,? ?{_WORD}(?=[ ,)]|$))*),?")
# the last words before a price
_LED = rf"(?: (?:(?:at|to|near|around)(?: (?:an?|its|the) (?:[a-z-]+ ){{0,3}}(?:close|high|low|peak|trough|finish|record) of)?|cost|costs|fetched)|(?<=\bsold) for|(?<=\bgoing) for|(?<=\bhands) for| {REACHED} of)(?: (?:about|around|approximately|roughly|just|only|some|a record|a fresh record|nearly|almost|under|over|below|above))? "
LED = re.compile(rf"{_LED}$")
# `yesterday's close of 211.35 euros`, `Meituan's close on Monday was HK$98.15`, `its closing price on Tuesday stood at`
CLOSE = re.compile(
    rf"(?:[\w.]+['’]s?|\b[Tt]he|\b[Ii]ts) (?:(?P<before>previous|prior|earlier) |(?:last|latest|most recent) )?(?:{_DAY} )?(?P<close>clos(?:e|ing (?:price|level|quotation))|finish|last trade)(?: (?:on|of) (?:last )?{_DAY}| yesterday| today)?"
    rf"(?: (?:in|on) (?:the )?[A-Z]\w*(?: [A-Z]\w*)?(?: exchange)?)?,? (?:was|is|stood at|stands at|came to|at|of) (?:about |around )?$"
)
# `Trading at $181.20, the stock`, `After settling 1.4% higher at $181.20, it`, `At $181.20, the shares trade at 26 times earnings`
OPENS_TRADING = re.compile(
    r"\s*(?:[•*–-]\s*)?(?:At |(?:(?:[A-Z][a-z]+ly|After|Now|Still|Last) )?(?:[Tt]rading|[Ss]ettling|[Cc]losing|[Ee]nding|[Ff]inishing|[Oo]pening|[Cc]hanging hands|[Qq]uoted)(?= ))"
)
OPENED_AT = re.compile(rf"(?>(?:,? ?(?!at ){_WORD}(?=[ ,)]))*){_LED}")
SHARE_BEHIND = re.compile(
    rf"(?P<lead>(?: (?:(?:a|per) (?:share|ADS|ADR)|apiece|each))?(?: (?:on|in) [A-Z]\w+)?, (?:the )?)(?:(?:its )?(?:{BEHIND_SHARE} )*(?P<share>(?:shares?|stock|ADRs?|ADSs?)\b(?! (?:would|could|might|will|may)\b)))?"
)
