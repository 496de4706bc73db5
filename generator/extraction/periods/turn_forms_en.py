"""Forms in which English turns to another time in words that mean nothing else only there: `Through three quarters,`, `The four quarters together`, `At the halfway mark,`."""

from __future__ import annotations

_Y = r"(?P<{0}>(?:19|20)\d\d)"
_OF_YEAR = rf"(?: (?:of |in )?(?:{_Y}|(?P<yw{{1}}>last year|this year|the current year|the year)))?"
_IN_ALL = r"(?:(?:taken )?together|combined|(?:taken )?as a whole|overall|in total|so far)"
# what such a span is told of as its own: `nine-month figures`, `on a half-yearly basis`
_TOLD = r"(?:basis|figures|numbers|totals?|tally|performance|highlights|mark|stage|point|view|perspective|picture|balance|recap|summary|overview|scorecard|stretch|span|financials|key figures)"
_LINES = r"(?:(?:total|net|gross|operating|adjusted|pre-?tax|free|underlying|core|comparable) ){0,2}(?:revenues?|sales|turnover|profits?|income|loss|earnings|EBITD?A?|cash flow|R&D|research|capex|capital|deliveries|shipments|output|spending)\b"
_SET = r"(?<=[Tt]he )(?<!of the )|(?<=\ball )|(?<=\bAll )|(?<=[Tt]hose )"


def _year(number: int) -> str:
    return _OF_YEAR.format(f"y{number}", number)


TURN_FORMS: tuple[tuple[str, str], ...] = (
    # `After three quarters,`, `Over the three quarters,`, `Three quarters in,`, `the three quarters to September`
    ("nine", rf"(?:{_SET}|(?i:(?<=\bafter )|(?<=\bthrough )|(?<=\bover )|(?<=first )))(?i:three quarters)(?: (?i:(?:to|through|ended|ending) (?:the end of )?(?:September|Sept?\.?)(?: 30)?))?{_year(201)}(?=,| {_IN_ALL}\b)|(?:Three quarters|(?<=; )three quarters) in(?=,)|Three-quarter(?= (?:{_LINES}))|(?i:(?:nine|9)-month)(?= (?:period{_year(202)}(?! (?:ended|ending|to (?:[A-Z]|the end)|through|from|since|of|that|which|before|after|prior|earlier)\b)|{_TOLD})(?![a-z]))"),
    # `Q1-3 2025:` is another's; `Jan-Sep:` heads what came in it
    ("ended", rf"(?P<monf203>Jan)\.?(?:-| to | through )(?P<mon203>Sept?|June?|Dec)\.?(?: {_Y.format('y203')})?(?=:|,? (?:{_LINES}))"),
    # `Through the third quarter,`, `Through September,`: the year so far
    ("nine", r"(?<=; )over (?:nine|9) months(?=,)"),
    ("half", r"(?P<h219>(?<=; )half-year(?=,))"),
    ("nine", rf"(?:Through|(?<=; )through|Up to) (?:the end of )?(?:the third quarter|Q3){_year(204)}(?=,)"),
    ("half", rf"(?:Through|(?<=; )through|Up to) (?:the end of )?(?:the (?P<o205>second) quarter|Q(?P<h205>2)){_year(205)}(?=,)"),
    ("ended", rf"(?:Through|(?<=; )through|Up to) (?:the end of )?(?P<thru206>June|September|December)(?:,? {_Y.format('y206')})?(?=,)"),
    # `the half year ended June 30, 2025`, which is no year
    ("ended", rf"(?P<half221>(?i:half[- ]year(?: period)?))(?: (?:that|which))? (?i:ended|ending|to|through) (?:on |the end of |end-)?(?:(?P<mon221>June|December|Jun|Dec)\b\.?(?: (?P<day221>\d{{1,2}})(?!\d))?|(?P<day221b>3[01]) (?P<mon221b>June|December))(?:,? {_Y.format('y221')})?"),
    # `In the first two quarters,`, `The two quarters together`, `Six months in,`, `At the halfway mark,`
    ("half", rf"(?P<h207>(?i:(?<=first )two quarters|(?<=\bthe )two quarters(?= {_IN_ALL}\b)|(?:(?:opening|initial) six|(?<=first )6) months|(?<=\bthe )(?:half[- ]?way|half[- ]year|mid-?year) (?:mark|stage|point)|halfway (?:through|into)|(?:six|6)-month(?= {_TOLD}\b)|(?:half-year(?:ly)?|interim|first-half)(?= {_TOLD}\b))){_year(207)}"),
    ("half", r"(?P<h208>(?:Six months|(?<=; )six months) in(?=,)|Half[- ]year(?=[:,])|(?<=[Ff]or the )half-year(?=:)|Interim (?:results|figures|report)(?=:|\s*\n|$))"),
    ("half", rf"(?P<h209>(?<![\d$€£¥.,A-Z])6M(?=:| 20\d\d| ?'?2\d(?!\d)| (?:{_LINES}))|HY(?=:| ?20\d\d| ?'?2\d(?!\d)| (?:{_LINES})))(?: ?{_Y.format('y209')}| ?'?(?P<yy209>2\d)(?![\d.,%]))?"),
    ("relative", r"(?P<halfyear210>(?i:(?:(?<=cross the )|(?<=rough the )|(?<=hout the ))half(?! (?:of|a|an|hour|dozen|million|billion|year|court)\b|-)|(?<=\bthe )interim period\b|(?<=\bthe )(?:whole|full|entire) half(?! (?:of|a|an|hour|dozen|million|billion)\b))|(?<=[Ff]or the )half(?= (?:rose|fell|grew|came|stood|hit|[a-z]+ed)\b)|(?<=[Ii]n the )half(?= than\b)|(?<=The )half(?= (?:saw|brought|ended|yielded|produced|closed) ))"),
    # `The four quarters together brought`, `For the year just ended,`, `Yearly revenue`, `12M24:`
    ("year", rf"(?P<whole211>(?:{_SET})(?i:four quarters)(?= (?:of (?:the year|20\d\d) |{_IN_ALL})|,(?<=cross the four quarters,)|,(?<=[Oo]ver the four quarters,)|,(?<=[Oo]ver all four quarters,)|,(?<=up all four quarters,))|(?i:(?<=\bthe )(?:just-(?:ended|finished|closed|completed)|recently (?:ended|completed)|bygone) year\b|(?<=\bthe )year (?:(?:just|recently|now) (?:ended|closed|completed|finished|gone)|gone by|now (?:past|over))\b|yearly(?= {_LINES}))|Annual(?= (?:figures|numbers|tally|totals?|highlights|performance)(?=:|\s*\n|$)))"),
    ("year", r"(?i:(?P<yw212>past year)(?= (?:as a whole|overall|in (?:full|total))\b))"),
    ("year", rf"(?:(?i:looking (?:back )?(?:at|on|over)|rewind(?:ing)? to|round(?:ing)? (?:out|off)|wrapping up|closing out|summing up|capping(?: off)?|winding up|concluding) |(?:(?<=\n)|(?<=\n[-•*] ))(?:Year )?){_Y.format('y213')}(?=[,:](?! [A-Z][a-z]+ 20\d\d)| as a whole| overall)|(?<![\d$€£¥.,A-Z])12M ?(?:{_Y.format('y213b')}|'?(?P<yy213>2\d))(?=[:, ])"),
    # `For the full twelve months,`, `over the 12-month period`: of a year only where one ended with what is reported
    ("relative", rf"(?P<twelve214>(?i:(?:(?:over|in|for|during|across) (?:the )?(?:full )?|(?<=\ba )|(?<=\bfull ))(?:twelve|12)[- ]months?(?: period| basis)?(?! ?(?:period|ended|ending|to|through|from|since|of|that|which|before|after|prior|earlier|later|ago|between|target|price|warranty|until)\b)(?=[,.;:)]|$| (?:as a whole|in (?:full|total)|overall)\b| (?:was|were|rose|fell|grew|came|stood|reached|increased|decreased|declined|and|while|but)\b)|(?:twelve|12)-month(?= (?:{_LINES}))))"),
    ("relative", r"(?P<yearbefore220>(?i:(?<=\bthe )(?:previous|prior|preceding) (?:calendar )?year(?= (?:as a whole|overall|in (?:full|total))\b)))"),
    # `In the year's final quarter`, `In the closing three months`
    ("quarter", r"(?:(?P<yw215>[Tt]he year|[Tt]his year|[Ll]ast year)['’]s )?(?P<q215>(?i:final|closing)) (?i:three months(?! of| to [a-z])|(?<=closing )quarter(?! of))"),
    ("quarter", r"(?P<yw216>[Tt]he year|[Tt]his year|[Ll]ast year)['’]s (?P<q216>(?i:last|closing)) (?i:three months|quarter)"),
    # `In the foregoing quarter,`; a label over what came before: `Preceding quarter:`
    ("relative", r"(?P<prev217>(?i:the (?:foregoing|immediately preceding|directly preceding) quarter|the quarter (?:just|immediately|right) before(?=[,.;:]))|(?:Previous|Prior|Preceding) quarter(?=:))"),
    ("relative", r"(?P<told218>(?:(?<=\bIn )|(?<=; in ))the (?:latest|most recent) quarter(?=,)|(?<=\bFor )the (?:latest|most recent) quarter(?=,))"),
    # `On an LTM basis`, `in the 12 months ended September 30` of a company whose year ends in December
    ("span", rf"(?:LTM|TTM)(?![A-Za-z])|(?i:(?:rolling|trailing)[- ](?:(?:12|twelve)[- ]months?|(?:four|4)[- ]quarters?)|(?:12|twelve)-month (?:trailing|rolling)|(?:past|last|latest|previous|preceding|prior) (?:four|4) quarters|(?:past|last|latest|previous|preceding|prior) (?:twelve|12) months|(?:twelve|12) months (?:just|most recently) ended|four-quarter(?= (?:{_LINES})))"),
    # `Cumulatively,`, `On a cumulative basis,`, `Since the beginning of 2025,`, `From the start of the year,`
    ("span", r"[Tt]he year-to-date|Cumulative(?=:| figures:| (?:revenue|sales|net|profit|operating|gross)\b(?![^.;]{0,90}\b(?:months|quarters?|half|year|20\d\d)\b))|(?:Cumulatively|(?<=; )cumulatively)(?=,(?![^.;]{0,120}\b(?:months|quarters?|half|year|20\d\d)\b))|(?:On|(?<=; )on) a cumulative basis|(?:Since|From|(?<=; )since|(?<=; )from) (?:the )?(?:start|beginning|turn|opening) of (?:the year|20\d\d)(?=,)|(?:(?:In|Over|For|(?<=; )in|(?<=; )over|(?<=; )for) (?:the year|20\d\d) so far|To date (?:this year|in 20\d\d)|(?:Thus|(?<=; )thus) far (?:this year|in 20\d\d))(?=,)|20\d\d to date(?=:)|The year so far(?=:|\s*\n|$)"),
    # `In calendar 2024,`, `For the full 2024 year,`, `With all four quarters in,`
    ("year", rf"(?i:calendar|summed over) {_Y.format('y222')}(?=[,.;:]|$)|(?:(?<=[Tt]he )|(?<=full )){_Y.format('y222b')} year(?=,)|(?P<whole222>(?<=\bfull )calendar year(?=,)|(?<=[Aa]ll )four quarters in(?=,))"),
    ("ended", r"(?P<hol223>(?i:(?:the )?year-end quarter)\b)"),
    ("nine", r"(?<=[Ww]ith )three quarters (?:gone|done|over)(?=,)|(?:nine|9)-month period(?= ended with\b)"),
    ("half", rf"(?P<h224>(?<=After )six months(?=,)|Six months(?=:)|(?:Six|six|6)-month(?= (?:(?!high|low|old|period|streak|record|in |of |to |on )[a-z&-]+ )?(?:{_LINES}))|1H(?=:| (?:{_LINES})))"),
    ("relative", r"(?P<halfyear225>(?<=[Aa]t the )half(?=,)|(?<=\bthe )half(?= with [a-z]))"),
    ("relative", r"(?P<prev226>(?i:the quarter before)(?= that,|:))"),
    # `1HFY25 results`, `FQ2 2026`, `the 13 weeks to September 28`
    ("fiscal", r"(?<![A-Za-z\d])(?P<fh227>[12])H ?FY ?'?(?:20)?(?P<fyy227>\d\d)(?!\d)"),
    ("fiscal", r"(?<![A-Za-z\d])FQ(?P<fq228>[1-4])(?:[ -]?(?:FY ?)?(?:(?P<fy228>20\d\d)|'?(?P<fyy228>2\d)))?(?![\d.,%])"),
    ("ended", r"(?P<spanq229>(?:13|thirteen)[- ]weeks?) (?i:to|ended|ending|through) (?P<mon229>(?:March|June|September|December|April|July|October|January))(?: (?P<day229>\d{1,2})(?!\d))?"),
    # `On an annualized basis,`: of a year that nobody has
    ("span", r"(?:On an annuali[sz]ed basis|Annuali[sz]ed)(?=,)"),
)  # fmt: skip
