"""The forms in which texts name periods, in both languages: Q3, 第三季度, the three months ended September 30, FY26."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.beginnings import Choice, sought
from generator.corpus.months import MONTHS, SHORTENED
from generator.extraction.frozen import frozen
from generator.extraction.periods.turn_forms_en import TURN_FORMS

_MON = rf"(?:{MONTHS}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
# 108年第一季, 民国110年营收: years as Taiwan counts them; 历时108年 is how long something took
_REPUBLIC = r"(?<!\d)(?<!\d[.,])(?<![$历时成立近逾达第约每满过超前后有经长])1[01]\d(?=年(?:度|起|底|末|全年|第?[一二三四1-4首次末]季|Q[1-4]|[上下]半|[前首][三3]季|\d{{1,2}}月|EPS|[营合获配]|每股|股[利息]|现金股|净利|毛利|税后|资本))"
_Y = rf"(?P<{{0}}>(?:19|20)\d\d|{_REPUBLIC})"
_ORD = r"(?P<{0}>first|second|third|fourth|1st|2nd|3rd|4th|final|opening)"
_YEAR_WORD = r"(?P<{0}>今年|去年|前年|明年|本年|上年|[Tt]his year|[Tt]he current year|[Ll]ast year|[Nn]ext year)"

# `fiscal third quarter ended in June`, `fiscal Q2 (ending 30 March)`, `fiscal 2024, which runs to the end of March`: when it ended says nothing more
ENDS = (
    r"(?:ended|ending|ends|end|will end|closed|closes|closing|finished|finishes|finishing|runs|ran|running|to|through)"
)
_ENDED = rf"(?:,? \(?(?:that |which )?{ENDS} (?:on |in |at |to |until |through )?(?:the end of )?(?:(?:{_MON})\b\.?(?: \d{{1,2}}(?!\d)(?:st|nd|rd|th)?)?|\d{{1,2}} (?:{_MON})\b\.?)(?:,? 20\d\d)?)?"


def _y(name: str) -> str:
    return _Y.format(name)


def _fy(name: str) -> str:
    """Fiscal years: 2026, 2025/26 (named for the year it ends in), 26."""
    return rf"(?:20\d\d[/-](?:20)?(?P<fyy{name}>\d\d)(?![\d-])|(?P<fy{name}>(?:19|20)\d\d)(?!\d)|'?(?P<fyy{name}b>\d\d)(?!\d|[.,]\d|%))"


# 2025/26财年, named for the year it ends in; no list of years: 2025/26财年净利润111/125亿元
_TWO_YEARS = r"(?<!\d)(?:20)?\d\d[/-](?:20)?(?P<fyy5c>\d\d)(?![^,。;]{0,24}[\d亿万元%][/、和及与]\d)"
_TWO_YEARS_B = r"(?<!\d)(?:20)?\d\d[/-](?:20)?(?P<fyy6>\d\d)"
_TWO_YEARS_C = _TWO_YEARS_B.replace("fyy6", "fyy6b")
# `the second quarter to top 100,000 cars`: one that did something, not `expects sales in the second quarter to grow`
_TO_DO = r"(?i:first|second|third|fourth|1st|2nd|3rd|4th|final|opening)[- ](?:fiscal[- ])?quarters? to (?:report|post|top|see|include|be(?! (?:between|in the range|about|around|approximately|roughly|at|up|down|flat|higher|lower)\b| [A-Z]{0,3}[$€£\d])|record|show|deliver|achieve|turn|grow)\b"
# 24/25, no list of 23/25
_ONE_YEAR = "(?:20)?(?:" + "|".join(rf"{year}/(?:20)?{year + 1}" for year in range(20, 35)) + ")"
_FISCAL_ZH = "(?:财年度?|财政年度|会计年度|财务年度)"
_OF_A_YEAR = r"(?:[A-Za-z-]+ ){0,3}?(?:net|profits?|revenues?|EPS|sales|earnings|income)\b"
# `sees revenue for the second quarter of between $42.5 billion and $45.5 billion`; no `a second quarter of growth`
_SO_MUCH = r"(?:between |about |around |roughly |approximately |at least |over |more than |up to |just )?(?:[A-Z]{1,3} ?|[A-Z]{0,2}[$€£¥] ?)?(?!\d[\d.]*(?:%| per ?cent)(?:-plus|\+)?(?: or (?:more|higher|better|less))? (?:[a-z-]+ ){0,2}(?:growth|gains?|increases?|declines?|expansion)\b)\d"
# Each form by the shape it gives. Names of groups end in a number, because one pattern may hold a name only once.
_FORMS: tuple[tuple[str, str], ...] = (
    # the September quarter, its fiscal fourth
    ("fiscal", rf"(?:(?:{MONTHS})[- ]quarter|(?:quarter|three months) (?:to|ended|ending|through) (?:{MONTHS})(?: \d{{1,2}}(?!\d))?)(?:,| \() ?(?:which is )?(?:its|the company['’]s) fiscal (?i:{_ORD.format('fo89')})(?:[- ]quarter)?(?=[,.)])"),
    # spans that end on a day: the three months ended September 30, 2025; 截至2025年9月30日止九个月
    ("ended", rf"(?i:(?P<span1>three|six|nine|twelve|3|6|9|12)[- ]months?|(?:this )?(?P<spanq1>quarter)|(?:the |its )?(?:full[ -])?(?P<spany1>(?:fiscal |financial |business )?year))(?i: period)?(?:(?:,? (?:that|which))? (?i:ended|ending|to|through)|,? (?:that|which) (?:ends?|will end|close[sd]|finish(?:ed|es)|r[ua]ns? (?:to|through|until))) (?:on |in |the end of )?(?:next |this |last |end-)?(?:(?P<mon1>{_MON})\.?(?: (?P<day1>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?)?(?:,? {_y('y1')})?|(?P<day1b>\d{{1,2}}) (?P<mon1b>{_MON})\.?,?(?: {_y('y1b')})?)"),
    # closed its fiscal year in March, its financial year at the end of June: the month that it ended in
    ("ended", rf"(?i:(?:the |its |their )?(?P<spany78>(?:fiscal |financial )year)) (?:(?:that|which) (?:ended|closed|finished) )?(?:in|at|with) (?:the end of )?(?P<mon78>{MONTHS})(?: {_y('y78')})?(?! \d)"),
    ("ended", rf"(?:截至|于)?(?:{_y('y2')}年|(?P<yw2>今年|去年|本年|前年))?(?P<mon2>\d{{1,2}})月(?:(?P<day2>\d{{1,2}})日|底|末)?(?:止|为止)?(?:的|之)?(?!(?<=月)一个月)(?P<span2>[一二三四五六七八九十\d]+)个月(?:期间)?"),
    ("ended", rf"(?:截至|于)?(?:{_y('y3')}年|(?P<yw3>今年|明年|去年|本年|前年))?(?P<mon3>\d{{1,2}})月(?:(?P<day3>\d{{1,2}})日|底|末)?(?:止|为止|(?<=[日底末])(?=的?(?:这一?个?|该|当)?[季半第上三六九首次末]))(?:的|之)?(?:(?:这一?个?|该|当)(?=季))?(?:第?(?P<q3>[一二三四1-4首次末])(?P<fq3>财)?季度?|(?P<spanq3>季度?)|(?P<spany3>年度|财年度?|财政年度|会计年度|财务年度|全年)|(?P<half3>(?:上?半(?:财|会计)?年|中期)度?))"),
    # July-September operating profit, between July and September: the months that make a quarter
    ("ended", rf"(?:(?i:from ))?(?:Jan(?:uary|\.)?(?P<spanq5> to | through |-|(?<=[Bb]etween January) and )(?P<monq5>Mar(?:ch)?)|Apr(?:il|\.)?(?P<spanq5b> to | through |-|(?<=[Bb]etween April) and )(?P<monq5b>June?)|July?\.?(?P<spanq5c> to | through |-|(?<=[Bb]etween July) and )(?P<monq5c>Sep(?:t(?:ember)?)?)|Oct(?:ober|\.)?(?P<spanq5d> to | through |-|(?<=[Bb]etween October) and )(?P<monq5d>Dec(?:ember)?))\b(?:(?:,? (?:of |in )?{_y('y5e')})(?! (?:quarter|period)\b|-\d)|(?! (?:quarter|period)\b|,? (?:of |in )?(?:19|20)\d\d|\.? \d))"),
    # January to June, April-September: months that make a half or three quarters
    ("ended", rf"(?:(?i:from |between ))?(?:(?P<monf65>January|Jan\.?)(?: to | through |-|–| and )(?P<mon65>June|September|Sept?\.?)|(?P<monf65b>July)(?: to | through |-|–| and )(?P<mon65b>December|Dec\.?)|(?P<monf65c>April)(?: to | through |-|–| and )(?P<mon65c>September|December|Sept?\.?|Dec\.?)|(?P<monf65d>October)(?: to | through |-|–| and )(?P<mon65d>March)|(?P<monf65e>January|Jan\.?)(?: to | through |-|–| and )(?P<mon65e>December|Dec\.?))\b(?! \d{{1,2}}\b)(?:(?: period| half))?(?:,? (?:of |in )?(?:{_y('y65')}|(?P<yw65>this year|last year)))?"),
    ("ended", rf"(?P<monq4>{MONTHS})(?:-end(?:ed|ing)?)?[ -](?P<spanq4>[Qq]uarter)(?:,? (?:of )?{_y('y4')})?|(?P<spanq4b>quarter) (?:to|ended|ending) (?P<monq4b>{_MON})|(?P<monq4c>March|June|September|December) {_y('y4c')} (?P<spanq4c>quarter)"),
    # the holiday quarter, last year's Christmas quarter, 假日季度: the last of the calendar's
    ("ended", rf"(?:(?:(?P<yw95>[Tt]his year|[Ll]ast year|[Nn]ext year)['’]s|{_y('y95')}(?:['’]s)?) )?(?i:(?:year-end |end-of-year )?(?P<hol95>(?:holiday|Christmas|festive)(?: (?:shopping|sales|season))?[- ]quarter))(?:,? (?:of |in )?{_y('y95b')})?|(?:{_y('y95c')}年|(?P<yw95c>今年|去年))?(?:的)?(?P<hol95c>(?:假日|假期|节日|圣诞)(?:购物|销售)?季度)"),
    # Sep-Q, Dec Q25, Jun-qtr: as brokers name the quarter that a month ends
    ("ended", r"(?P<monq67>Mar|Jun|Sept?|Dec)[- ](?P<spanq67>Q|[Qq]tr)(?:[' ]?(?P<yy67>2\d)(?!\d))?(?![A-Za-z\d])"),
    # 9月财季, 截至12月的季度: the month that a quarter ends in
    ("ended", rf"(?:{_y('y47')}年|(?P<yw47>今年|去年|本年|前年))?(?<![\d.])(?P<mon47>3|6|9|12)月份?(?P<spanq47>(?:止的?)?(?:财季|当季|季度(?![节候])|季(?![节候度])))|截至(?:{_y('y48')}年|(?P<yw48>今年|去年|本年|前年))?(?P<mon48>\d{{1,2}})月份?的(?:这一?个?|该|当)?(?P<spanq48>财?季度?)"),
    # July-September quarter, the three months from July to September
    ("ended", rf"(?P<monf4>{_MON})\.?(?:[- ]?(?:to|through|-)[- ]?)(?P<monq4d>{_MON})\.?(?: {_y('y4d')})? (?P<spanq4d>quarter|period)(?:,? (?:of )?{_y('y4e')})?"),
    ("in_year", rf"(?<=\(){_y('y41')}(?=: ?[A-Z]*[€$£¥])|(?i:(?:the )?(?:same|corresponding|comparable|equivalent|year-ago)) (?i:period|quarter|months?|three months|time|point|stage|stretch|span) (?:in|of) (?P<fisc40>(?i:fiscal) (?:year )?|FY ?)?{_y('y40')}|{_y('y40b')}'s (?:same|comparable|corresponding) (?:period|quarter)|{_y('y40c')}年(?:的)?(?:同期|同季)"),
    ("quarter", rf"(?i:{_ORD.format('o30')}[- ](?:fiscal )?quarter),? (?:(?:that|which) )?(?i:ended|ending) (?:on |in |at the end of )?(?:(?P<monye30>{_MON})\b\.?(?: (?P<dayye30>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?)?|(?P<dayye30b>\d{{1,2}})(?:st|nd|rd|th)? (?P<monye30b>{_MON})\b\.?)(?:,? {_y('ye30')})?"),
    # fiscal labels: third quarter of fiscal 2026, FY26 Q2, Q3 FY2026, 2QFY25, first quarter of its 2025/26 fiscal year
    ("fiscal", rf"(?i:{_ORD.format('fo1')}[- ](?:fiscal )?quarter (?:of )?(?:(?:the|its|our|their) )?(?:fiscal (?:year )?|financial year |FY ?)){_fy('1')}|(?i:{_ORD.format('fo1b')}[- ](?:fiscal )?quarter of (?:(?:the|its|our|their) )?){_fy('50')} (?i:fiscal year)"),
    ("fiscal", rf"(?i:fiscal) (?:year )?(?:{_y('fy2')} )?(?i:{_ORD.format('fo2')}[- ]quarter)(?: (?:of )?(?:fiscal |FY)?{_y('fy2c')})?{_ENDED}|(?i:fiscal) (?:{_y('fy2b')} )?Q(?P<fq2>[1-4])(?: (?:of )?{_y('fy2d')})?{_ENDED}"),
    ("fiscal", rf"(?:Q(?P<fq3b>[1-4])|(?P<fq3c>[1-4])Q)[ ,]*(?:of (?:the |its |their |our |(?:the company|[A-Z]\w+)['’]s )?)?(?:FY ?|fiscal (?:year )?){_fy('3')}|FY ?{_fy('4')}[ -]?(?:Q(?P<fq4>[1-4])|(?P<fq4b>[1-4])Q)|(?<![A-Za-z\d])F(?:Y ?)?(?P<fq4c>[1-4])Q(?:{_fy('51')})?"),
    # the April-June quarter, the fourth of its fiscal 2024
    ("fiscal", rf"(?i:{_ORD.format('fo81')}) of (?:its|the|their|(?:the company|[A-Z]\w+)['’]s) (?:fiscal (?:year )?|FY ?){_fy('81')}"),
    # Q1 24/25, second quarter of 2024/25: named for the year it ends in
    ("fiscal", rf"(?<![A-Za-z\d/])(?:Q(?P<fq82>[1-4])|(?i:{_ORD.format('fo82')}[- ]quarter)(?: of)?) ?(?:FY ?)?(?={_ONE_YEAR})(?:20)?2\d/(?:20)?(?P<fyy82>[23]\d)(?![\d/]|[.,]\d|%)"),
    ("fiscal", r"(?<!\d)(?P<fyy8>\d\d)FYQ(?P<fq8>[1-4])(?!\d)"),
    ("fiscal", rf"(?:{_TWO_YEARS}|{_y('fy5')}|(?P<fyy5>(?<!\d)\d\d)){_FISCAL_ZH}(?:的)?(?:第?(?P<fq5>[一二三四1-4])(?:财季|个?季度|季)|(?P<fq5c>[首次末])财?季度?|(?P<fh5>上半年|下半年|上半|下半|中期)|Q(?P<fq5b>[1-4]))?|(?:{_TWO_YEARS_B}年度|{_y('fy6')}年度?)(?:的)?第?(?P<fq6c>[一二三四1-4])(?:财季|会计季度?)|{_TWO_YEARS_C}年度(?:的)?第?(?P<fq6d>[一二三四1-4])季度?|第?(?P<fq6>[一二三四1-4])(?:财季|会计季度?)|(?P<fq6e>[首次末])财季|[现本](?:财年|财政年度)第?(?P<fq6b>[一二三四1-4])(?:财季|季度|季)"),
    # 累计今财年6个月, 本财年迄今六个月: the half of a fiscal year that is over
    ("fiscal", rf"(?:[今本]{_FISCAL_ZH}|财年|财政年度)(?:迄今|至今|以来|累计)?的?(?P<fh142>[前首头]?[六6]个?月|[前首头][两二2]个?(?:财季|季度?))|(?P<fh142b>首半)(?:财年|财政年度)"),
    # 本财年, 上一财年: told from the one that runs
    ("fiscal", rf"(?P<fyw90>[本上下前今]一?|[当]前)个?{_FISCAL_ZH}(?![第上下首次末前后的]?[一二三四半1-4季])"),
    ("fiscal", rf"(?:FY ?|(?i:fiscal (?:years? )?)){_fy('7')}(?:[AEF](?![A-Za-z])|{_ENDED})"),
    ("fiscal", r"(?:20\d\d[/-](?:20)?(?P<fyy61>\d\d)|(?<!of the )(?<!of its )(?P<fy61>20\d\d)) (?i:(?:fiscal|financial) years?)"),
    # this fiscal year, the previous financial year, and last fiscal, as India's press says it
    ("fiscal", r"(?<!period )(?<!quarter )(?<!half )(?<!months )(?<!(?:period|months) of )(?<!quarter of )(?<!half of )(?<!end of )(?<!(?:period|months) in )(?<!quarter in )(?<!same )(?i:(?:the |its |their )?(?P<fyw70>current|ongoing|running|previous|prior|last|past|preceding|next|coming|upcoming|following)|(?P<fyw70b>this)|(?<=for )(?P<fyw70c>the)(?= fiscal(?: (?:to|by|at|from)\b|[,.;]))) (?i:(?:fiscal|financial) year(?! so far|-to-date|(?:['’]s)? (?:first|second|third|fourth|ended|ending|to\b))|fiscal(?! (?:year|first|second|third|fourth|quarter|policy|stimulus|deficit|20\d\d|discipline|spending|measures|support|[QH]\d)))"),
    # 2025Q1-Q3, 25Q1-3, 1-3Q25, Q1-Q3: three quarters together
    ("nine", rf"(?:{_y('y53')}年?|(?<![\dA-Za-z.])(?P<yy53>2\d)年?)?(?<![A-Za-z])Q1\s?[-~至到]\s?Q?3(?![\d.%A-Za-z]|Q)(?:[ ']?{_y('y53b')})?|(?<![\d.])1Q?\s?[-~]\s?3Q(?:{_y('y53c')}|(?P<yy53c>\d\d))(?!\d)|(?:{_y('y53d')}年?|(?<![\dA-Za-z.])(?P<yy53d>2\d)年?)?(?<![\d.])1\s?[-~]\s?3Q(?![\dA-Za-z])"),
    # 2025年Q1-Q4, 今年一至四季度, 四个季度: the year, or in a list each of its quarters
    ("year", rf"(?:(?:{_y('y92')}|(?<![\dA-Za-z.])(?P<yy92>2\d))年?|(?P<yw92>今年|本年|去年|上年|前年|明年))?(?<![A-Za-z])(?:Q1\s?[-~至到]\s?Q?4(?![\d.%A-Za-z])|(?<![\d一二三四])第?[一1]季?度?[-~至到]第?[四4]个?季度?|(?<![一-鿿](?<![年度,]))四个季度(?=的|各?自?分别|依次|总?[收营净毛增]))(?![^,;。\d]{{0,12}}(?:逐季|单季|每季|均|都|皆))"),
    ("ended", rf"(?:{_y('y58')}年|(?P<yw58>今年|去年|本年))?(?<![\d.])(?:(?P<monf58>1)月?\s?[-至到~]\s?(?P<mon58>3|12)|(?P<monf58b>4)月?\s?[-至到~]\s?(?P<mon58b>6)|(?P<monf58c>7)月?\s?[-至到~]\s?(?P<mon58c>9)|(?P<monf58d>10|7)月?\s?[-至到~]\s?(?P<mon58d>12))月份?(?!\d)"),
    # 一至六月, 七至九月: the same in Chinese numerals
    ("ended", rf"(?:{_y('y144')}年|(?P<yw144>今年|去年|本年))?(?<![一二三四五六七八九十])(?:(?P<monf144>一)月?[至到](?P<mon144>三|六|十二)|(?P<monf144b>四)月?[至到](?P<mon144b>六)|(?P<monf144c>七)月?[至到](?P<mon144c>九|十二)|(?P<monf144d>十)月?[至到](?P<mon144d>十二))月份?(?!\d)"),
    # 累计至第三季, 截至第二季累计营收: all that came so far; 截至三季度末累计交付 may be of all years
    ("nine", rf"(?:累[计积]至|[本今]?年初[至到](?=[^,;。]{{1,4}}[末底])|截[至止]到?(?=[^,;。]{{2,14}},?累计(?!交付|销|售|卖|出货|用户|注册|投入[^,;。\d]{{0,4}}研)))(?:{_y('y131')}年|(?P<yw131>今年|去年|本年))?第?[三3]季度?(?:末|底|为?止)?"),
    ("half", rf"(?:累[计积]至|[本今]?年初[至到](?=[^,;。]{{1,4}}[末底])|截[至止]到?(?=[^,;。]{{2,14}},?累计(?!交付|销|售|卖|出货|用户|注册)))(?:{_y('y132')}年|(?P<yw132>今年|去年|本年))?(?P<h132>第?[二2]季度?)(?:末|底|为?止)?"),
    # 截至三季度末,零跑累计交付101万辆: all ever, until that day
    ("instant", rf"(?<=截[至止])(?:{_y('y133')}年|(?P<yw133>今年|去年|本年))?第?(?P<q133>[一二三四1-4])季度?(?:末|底)(?=(?:(?!营收|收入|净[利亏]|毛利|利润|亏损|今年|年内)[^;。]){{0,40}}累计(?:[^,;。\d]{{0,4}})(?:交付|销|售|卖|出货))"),
    # quarters
    ("quarter", rf"(?:{_y('y5')}年?)(?:度)?(?:的)?(?:第(?P<q5>[一二三四1-4])季度?|第(?P<q5e>[一二三四1-4])个季度|(?P<q5b>[一二三四首次末]|[1-4](?=季度))季度?|Q(?P<q5c>[1-4]))"),
    ("quarter", r"(?P<yw6>今年|去年|前年|明年|本年|上年)(?:的)?(?:第?(?P<q6>[一二三四1-4首次末])季度?|第(?P<q6e>[一二三四1-4])个季度|Q(?P<q6b>[1-4]))"),
    ("quarter", rf"(?:Q(?P<q7>[1-4])|(?P<q7b>[1-4])Q)[ /-]?(?:of )?(?:{_y('y7')}|'?(?P<yy7>\d\d)(?!\d|[.,]\d|%))|{_y('y7b')}[ -]?Q(?P<q7c>[1-4])"),
    ("quarter", rf"(?:(?<=[Ii]n the )|(?<=[Ff]or the )|(?<=uring the )|(?!{_TO_DO}))(?i:{_ORD.format('o8')}[- ](?:fiscal[- ])?quarters?)(?!ly\b| of (?!20\d\d|the |this |last |fiscal|calendar|next|its |{_SO_MUCH})| (?:in a row|running|straight|since|(?:above|over|exceeding|topping|beyond) (?=[A-Z]{{0,3}} ?[$€£¥]?\d)|that(?! (?:end|just|run|close|finish))|in which)\b)(?: \((?:Q[1-4]|[1-4]Q)\)(?=,? (?:of |in )?20\d\d))?(?:,? (?:of |in )?(?:calendar (?:year )?)?(?:{_y('y8')}|(?P<yw8>last year|this year|the current year|the year|next year)))?"),
    # `In that quarter, the fourth of 2021, it had revenue of`
    ("quarter", rf"(?<=quarter, )(?i:the {_ORD.format('o98')} of (?:{_y('y98')}|(?P<yw98>last year|this year|the year))(?=[,.;)]))"),
    # Quarter II 2024
    ("quarter", rf"[Qq]uarter (?P<q73>IV|I{{1,3}})\b(?:,? (?:of )?{_y('y73')})?"),
    ("quarter", rf"(?i:(?P<yw69>this year|last year|the year|next year)['’]s {_ORD.format('o69')}[- ]quarter)"),
    ("half", r"(?i:(?P<yw70>this year|last year|the year|next year)['’]s (?P<o70>first|second)[- ]half)"),
    ("quarter", rf"(?i:{_ORD.format('o52')}(?= and (?:the )?(?:second|third|fourth)[- ]quarters?\b))"),
    ("quarter", r"(?<![\dA-Za-z.])(?P<yy31>2\d)Q(?P<q31>[1-4])(?![\dA-Za-z])"),
    ("quarter", rf"{_y('y9')}(?:['’]s)? (?i:{_ORD.format('o9')}[- ]quarter)"),
    ("quarter", r"第(?P<q10>[一二三四1-4])季度?|(?<![续入是了的上])第(?P<q10e>[一二三四1-4])个季度|(?<![前首\d])(?<!连续)(?<!过去)(?<![近逾每这该某连新])(?<!(?<!连)同)(?P<q10b>[一二三四首次末]|[1-4](?=季度)|(?<=[从由自较])[1-4](?=季))季度?(?![节候]|度?之)|(?<![A-Za-z\d])Q(?P<q10c>[1-4])(?![\dA-Za-z])|(?<![A-Za-z\d.])(?P<q10d>[1-4])Q(?![A-Za-z])"),
    # nine months, halves
    ("nine", rf"(?:{_y('y11')}年|(?P<yw11>今年|去年|本年))?(?:[前首][三3]个?季度?|(?<![\d.])(?:1\s?[-~至到]\s?3|一至三)季度?|第?一季度[至到]第?三季度?|(?:[前首]|累计)[九9]个?月|1月?\s?[-~至到]\s?9月份?|一至九月|三季度累计|(?<!连续)(?<!过去)(?<![近历后第])九个月(?=的?(?:总?收入|总?营收|净|每股|期间|经|毛|溢利|利润|盈利|收益|研发)))(?:累计)?"),
    ("nine", rf"(?i:(?-i:Over (?:nine|9) months)(?! (?:ago|later|of|to|until|since)\b)|first (?:nine|9) months|first three quarters|nine months|(?:nine|9)-month(?= (?:20\d\d|(?:(?!high|low|old|period|streak|record|in |of |to |on )[a-z&-]+ ){{0,2}}(?:sales|revenues?|profits?|income|loss|results|earnings|deliveries|shipments|turnover|cash flow|fcf|ebitd?a?|capex|margins?))\b)|(?-i:9M)|9m(?= 20\d\d))(?: ?(?:of |in )?(?:(?:fiscal (?:year )?|FY)(?P<fy12>20\d\d)|{_y('y12')}|(?P<yw12>last year|this year|the current year|the year)|'?(?P<yy12>\d\d)(?!\d|[.,]\d|%)))?|{_y('y12b')} ?9M"),
    ("half", rf"(?:{_y('y13')}年?|(?P<yw13>今年|去年|本年|前年|明年))?(?:(?P<h13>上半年度?|上半(?=财年|财政年度|会计年度)(?:财年|财政年度|会计年度)|(?:[前首]|累计(?:[今本]年)?)[六6]个?月|1月?\s?[-~至到]\s?6月份?|[前首][两二2]个?季度?|半年报|中报|中期(?=业绩|财报|报告|收入|营收|营业额|纯利|净利|盈利|溢利|多赚|少赚|股东应占|经调整|(?:派息|股息|息)[^,;。]{{0,8}}\d|每股))|(?P<h13b>(?<!创)下半(?:年|财年|财政年度)|(?<![此之随今其往然先])后(?:[六6]个月|半年)))"),
    ("half", rf"(?i:(?P<o14>first|second|opening)[ -]half|(?P<h14>first six months))(?: (?:of |in )?(?:{_y('y14')}|(?P<yw14>last year|this year|the current year|the year)))?|H(?P<h14b>[12])[ /-]?(?:{_y('y14b')}|'?(?P<yy14>\d\d)(?!\d|[.,]\d|%))?(?![A-Za-z\d])|(?P<h14c>[12])H[ -]?(?:{_y('y14c')}|(?P<yy14b>\d\d))(?!\d)|{_y('y14d')}年? ?H(?P<h14d>[12])"),
    ("half", rf"(?:(?<=\b[Tt]he )|(?<=\b[Ii]ts ))(?P<h96>(?i:half[- ]year))(?: (?:of |in )?(?:{_y('y96')}|(?P<yw96>last year|this year)))?(?=[\s,.;:()]|$)(?! (?:ended|ending|to|through|from|since|before|dividend|earlier|ago|high|low|peak|mark|point|stage)\b)"),
    ("half", r"(?P<h66>(?i:interim|half-year(?:ly)?|(?:semi|bi)-?annual))(?= (?:results|earnings|profits?|net|revenues?|turnover|sales|loss|report)\b)"),
    ("half", r"(?<![\dA-Za-z.])(?P<yy54>2\d)H(?P<h54>[12])(?![\dA-Za-z])"),
    *TURN_FORMS,
    # 年初至报告期末营业收入2830亿元: the year up to the end of the quarter reported on
    ("relative", r"(?P<ytd140>[本今]?年初[至到](?:本?报告期末?|(?:季度|期)末|披露日))"),
    # `earned $1.85 billion in the past three months`: the quarter reported on
    # 年内,公司营收为…: the year as far as it is told
    ("relative", r"(?<![一-鿿\d])(?P<ytd147>年内)(?=,(?![^,;。]{0,14}(?:回购|增持|股价|上市|新增|推出|开)))"),
    # 最近一季,营收为…
    ("relative", r"(?P<told146>(?:最近|过去)一个?季度?(?=[,的:]))|(?P<next146>未来一个?季度?(?=[,的]))"),
    ("relative", r"(?i:(?:in|during|for) )(?P<told64>(?i:the (?:past|last|latest) (?:three|3) months))(?! (?:of|alone)\b)"),
    ("span", rf"\d{{1,2}}月(?:\d{{1,2}}日)?[至到-]\d{{1,2}}月\d{{1,2}}日|(?:今年|本年|去年)(?!9个月|九个月)[二三四五六七八十\d]{{1,2}}个月|(?:今年|本年度?|年初|[本今]?财年)(?:以来|至今|迄今)(?![前首头]?[六九69]个月)|年内累计|今年1月至今|(?:今年|本年)累计(?=,)|(?:过去|近(?!(?:19|20)\d\d年)|最近|未来|今后|接下来)[一二两三四五六七八九十\d]+个?(?:季度?|财季|月|年)(?![一-鿿]?(?:底|末)|度?(?:以?来)?的?(?:同期|单[季月])?的?(?:历史)?(?:新高|新低|次[高低佳]|最|高[点位峰档水]|低[点位谷档水]|[高低](?=[,;。、!)]|$)|纪录))|(?<!\d)(?:(?:19|20)\d\d年|[去今前]年)?\d{{1,2}}月?\s?[-~至到]\s?\d{{1,2}}月份?(?!\d)|(?i:(?:in )?the (?:(?:year|month) after(?=[,.;]| it)|following month|following (?:fiscal |financial )?year)\b)|(?i:(?:two|four|five|seven|eight|ten|eleven|[24578]|10|11)[- ]months?(?: period)? (?:ended|ending|to|through) (?:on )?(?:\d{{1,2}} )?)(?:{MONTHS})(?: \d{{1,2}}(?!\d))?(?:,? 20\d\d)?|(?i:first (?:two|four|five|seven|eight|ten|eleven|10|11) months)(?: of (?:20\d\d|the year|this year|last year))?|(?i:(?:over|in|during|for|within|across) (?:the |a )?(?!previous (?:three|3) months)(?:next|coming|past|last|previous|following) (?:two|three|four|five|six|seven|eight|nine|ten|eleven|several|few|couple of|\d+) (?:fiscal )?(?:years|quarters|months)\b(?! of (?:20\d\d|(?:the|this|last|its) (?:fiscal |financial )?year))|(?:over|in|during|for|within) the (?:past|last|next|coming) decade\b|(?:for |over |in )?(?:the |a )?(?:trailing|last|past|previous|preceding|next)[- ](?:twelve|12)[- ]months?\b|(?:over|across|within) (?:two|three|four|five|six|seven|eight|nine|ten|several|\d+) (?:years|quarters|months)\b)|(?i:years,? (?:from|since|starting(?: in| from| with)?|beginning(?: in| with)?|to|through|until|ending(?: in)?)) 20\d\d|[前首](?:二|两|四|五|七|八|十|十一|2|4|5|7|8|10|11)个?月|[一二两三四五六七八九\d]{{1,2}}个月[之以]?内|(?:今年|去年|(?:20\d\d年))?[前首][一二两三四五六七八九十\d]{{1,2}}周"),
    # `sales this year through October`: of a span without a name
    ("span", rf"(?i:(?:so far )?this year) (?:through|up to) (?:the end of )?(?:{MONTHS})(?! \d)"),
    # `545,000 units through July`: of all months of the year until then
    ("span", rf"(?<=[a-z\d%,] )(?:up )?through (?:the end of )?(?:{MONTHS})(?! \d|[ -](?:quarter|period))(?:,? 20\d\d)?(?=[\s,.;:)]|$)"),
    ("span", rf"(?<!both )(?<!each of )(?i:(?:from )?(?:{MONTHS})(?: (?:to|through|-|and(?![^.;]{{0,100}}\brespectively)) |-)(?:{MONTHS}))(?! (?:quarter|period)\b)(?:,? (?:of )?(?:this year|last year|{_y('y42')}))?"),
    ("span", r"YTD(?![A-Za-z])|(?i:(?:from )?January (?:to|through) (?:that|this|last) month)|(?i:(?:over|in|during) (?:the )?(?:twelve|12) months\b(?! (?:ended|ending|to|through|from|since|of|period)\b)|since (?:the )?(?:start|beginning|turn|opening) of (?:the|this) year(?! \d)|since January(?! (?:\d|last))|since (?:the|this) year (?:began|started)|(?:(?:in|for|over) )?(?:the |this )?year to date|(?:in )?the year so far|so far (?:this|in the) year|(?:this|the) (?:fiscal |financial )?year so far|so far in 20\d\d|(?:(?:in|for) )?20\d\d (?:year[- ]to[- ]date|YTD)\b|year[- ]to[- ]date(?: (?:in |of |for )?20\d\d(?![\d,]|\.\d))?(?! (?:loss|gain|return|perform)))"),
    ("quarter", rf"(?:{_y('y63')}年|(?P<yw63>今年|去年|前年|本年))?(?<!连续)[前首](?:三|3)个?月(?![底初中份]|\d)"),
    ("quarter", rf"(?:{_y('y49')}年|(?P<yw49>今年|去年|前年))(?:的)?最(?P<q49>后|末)(?:(?:三|3)个月|一个?季度?)"),
    # 综观最后一季,营收为…; no last quarter of a fiscal year, nor of something else
    ("quarter", r"(?<!财年)(?<!财政年度)(?<!的)最(?P<q145>后)一个?季度?(?!的?[^,;。\d]{0,3}(?:赛|剧|节目|产品|机型|车型))"),
    ("quarter", rf"(?P<q44>(?i:final|last|closing)) (?i:three months|(?<=last )quarter|(?<=closing )quarter) of (?:{_y('y44')}|(?P<yw44>last year|this year|the current year|the year))"),
    ("quarter", rf"(?i:(?:first|opening) (?:three|3) months)(?: (?:of |in )?(?:{_y('y43')}|(?P<yw43>last year|this year|the current year|the year)))?"),
    # days and ends of spans
    ("instant", rf"{_y('y15')}年(?P<mon15>\d{{1,2}})月(?P<day15>\d{{1,2}})日|{_y('y15b')}[-/.](?P<mon15b>0?[1-9]|1[0-2])[-/.](?P<day15b>\d\d?)(?!\d)"),
    ("instant", r"(?<=截至)(?:(?P<yw33>今年|去年) ?)?(?P<mon33>\d{1,2})/(?P<day33>\d{1,2})(?![\d/])"),
    ("instant", rf"(?P<mon16>{_MON})\.? (?P<day16>\d{{1,2}})(?:st|nd|rd|th)?(?:,? {_y('y16')})?(?!\d|,\d|%)|(?<![A-Za-z\d])(?P<day16b>\d{{1,2}})(?:st|nd|rd|th)? (?P<mon16b>{_MON})\.?(?:,? {_y('y16b')})?"),
    ("instant", r"(?P<yw17>今年|本年|去年|上年|前年)(?P<mon17>\d{1,2})月(?P<day17>\d{1,2})日|(?<![\d.])(?P<mon17b>\d{1,2})月(?P<day17b>\d{1,2})日"),
    ("instant", rf"(?i:(?:the )?(?:end of|year[- ]end|end-)) ?{_y('y18')}|{_y('y18b')}年(?:年)?(?:底|末)|(?P<yw18>今年|去年|前年|明年|本年)(?:年)?(?:底|末)|(?i:end of (?P<yw18b>last year|this year|the current year|next year|the year))"),
    # `employed 110,000 people at year-end`
    ("instant", r"(?<=\bat )(?P<end99>(?i:(?:the )?year[- ]end|year['’]s end))(?=\s*(?:[.,;:!?)]|$)| (?:and|but|or|while|after|from|in|compared|versus|against|up|down|than|as|with)\b)"),
    # 年末员工总数为3.7万人: of the year that is over
    ("instant", r"(?<![今去前明本上跨岁全\d])(?P<end92>年末)(?=的?(?:员工|雇员|在职|现金|总[资负人员门店]|门店|余额|持有|拥有|负债|存货|订单|合同负债|装机|用户|人数))"),
    ("instant", rf"(?:{_y('y19')}年|(?P<yw19>今年|本年|去年|上年|前年|明年))?(?<![\d.])(?P<mon19>\d{{1,2}})月(?:底|末)|(?i:(?:the )?end of|end-) ?(?P<mon19b>{_MON})(?:,? {_y('y19b')})?"),
    # months
    ("month", rf"(?:{_y('y20')}年|(?P<yw20>今年|去年|本年))?(?<![\d.\-至A-Za-z])(?P<mon20>\d{{1,2}})月份?(?!\d{{1,2}}(?![\d.]))|(?P<mon21>{MONTHS})(?:,? {_y('y21')}| (?:of )?(?P<yw21>last year|this year))?(?![ ]?\d)"),
    ("month", rf"(?:(?<=\bin )|(?<=\bfrom )|(?<=\bfor ))(?P<mon45>{SHORTENED})\b\.?(?:,? {_y('y45')})?(?![ -]?\d)|(?P<mon46>{SHORTENED})\b\.? {_y('y46')}(?!\d)|(?P<mon50>{SHORTENED})\b\.?(?= (?:[A-Za-z]+ )?(?:[Dd]eliver(?:y|ies)|[Ss]ales|[Ss]hipments|[Rr]egistrations)\b)"),
    # years
    ("year", rf"{_y('y24')}年?[全整]年|(?P<whole>全年|(?<![今去前明上本\d]年)(?:(?<=过去一)|(?<![了一])一?)整年(?!来(?!看)|[都以]|的(?:努力|时间|等待))|[全整]个?(?:财年|财政年度|会计年度)|当年|(?i:year-end(?= (?:[a-z]+ )?(?:target|goal|objective|guidance)s?\b))|年度(?=(?:[\d.]+万?[辆台部]的?)?(?:(?:交付|销量|销售|出货|营收|产量|业绩)量?)?(?:目标|指引))|(?i:(?:full[- ]year|(?<!on )(?<!start of )(?<!beginning of )(?<!turn of )the year(?! (?:ago|earlier|prior)\b)|(?<!quarter of )(?<!half of )(?<!months of )(?<!end of )(?:the )?(?:(?:full|entire|whole) (?:fiscal|financial)|entire|whole) year|(?:(?<=for )|(?<=in )|(?<=over ))(?:the|its) (?:fiscal|financial) year(?! (?:ended|ending|to|end|that|which)\b))(?! (?:19|20)\d\d(?!\d))|annual(?= (?:(?!the|rate|uptick|increase|rise|growth|jump|gain|drop|decline|fall|decrease|surge|in\b|of\b)[a-z-]+ ){{0,2}}(?:target|deliver|sales|revenue|turnover|guidance|goal|profit|operating|net|income|earnings|EPS|outlook|forecast|capital|capex|cash|exports?\b|shipments?|R&D|research|spending|gross|EBIT))))"),
    ("year", rf"{_y('y25')}(?=(?:[及和与、/](?:19|20)\d\d)*(?:[及和与、/]|\s?[-~至到])\s?(?:(?:19|20)\d\d|2\d)(?:(?:财|会计|财政)?年|[EF](?![A-Za-z])))|(?:(?<=20\d\d[-/至])|(?<=20\d\d - ))(?P<yy25>2\d)年|(?<!\d)(?P<yy25b>2\d)(?=(?:(?:/2\d)+|\s?[-~至]\s?2\d)年)|(?:(?<=(?<!\d)2\d[/~至-])|(?<=(?<!\d)2\d - ))(?P<yy25c>2\d)(?=(?:/2\d)*年)年?"),
    ("year", rf"{_y('y22')}(?:年度?(?:全年)?(?!\d)|年(?=\d[\d,.]*\s?(?:[亿万百千%]|个百分点))|年?[AEF](?![A-Za-z])|(?= (?:full[- ]year|annual))|(?=(?:全年)?(?:资本支出|资本开支|营收|合并营收|获利|净利|毛利率|销量|交付|出货|中国|希望|目标)))|(?i:full[- ]year|calendar year|whole of|the year|outlook|guidance|targets|in|for|during|of|through|by|throughout|from|since|than|over) {_y('y22b')}(?!['’]s (?:(?:same|comparable|corresponding) |(?:first|second|third|fourth|final|1st|2nd|3rd|4th)[- ](?:fiscal )?(?:quarter|half)|Q[1-4]))(?![\d年,.\-/]\d|%| ?(?:Q[1-4]|H[12]|9M)(?![\dA-Za-z]))|(?<=20\d\d and ){_y('y22d')}(?!\d)|{_y('y22c')}(?= (?:[A-Za-z][\w/-]* ){{0,3}}(?:sales|revenues?|deliver(?:y|ies)|results|targets?|shipments?|guidance|earnings|income|net|full|profits?|margins?|EPS|EBIT\w*|capex|Cap[Ee]x|CAPEX|Capital [Ee]xpenditures?|Guidance|Outlook|capital (?:expenditures?|spending|investments?|budgets?|outlays?|plans?)|cash flow|free cash|budget|dividend|bookings|orders|forecasts?|estimates?|outlook|exports?|goals?|spending|research|R&D(?= ))\b)"),
    ("year", rf"{_y('y72')} (?i:calendar year)|(?i:taking|taken over|viewed over|across|in all of|for all of|the whole of|all through|all|entire|whole) {_y('y74')}(?![\d年,.\-/]\d|%)|(?:(?<=ended )|(?<=closed )|(?<=finished )|(?<=concluded )){_y('y76')}(?= (?:with|at)\b)|{_y('y75')}(?=,? (?:taken )?(?i:as a whole|overall|in total)\b)"),
    # `compared with 417,200 for all of last year`, `the 417,200 of the entire previous year`: no part of it
    ("year", r"(?i:(?:all|the whole|the entirety) of (?P<yw82>last year|this year))"),
    # `Xiaomi had a very good 2024`, `2024 was a year to remember`: a year as what was had, or was
    ("year", rf"(?:(?i:had|having|enjoyed|endured|saw|after) (?i:an?) (?:[a-z]+ ){{1,3}}{_y('y90')}(?=[,.;:]| (?:than|with|and|for|at|in)\b)|{_y('y91')}(?= (?:was|proved|turned out|has been) (?:also |again |indeed )?(?:an?|the|their|its|to be) ))"),
    # `In a weak year 2024, it sold 2.45 million cars`
    ("year", rf"(?i:in|during) (?i:an?|the|its|this|that) (?:(?!(?:fiscal|financial|model|tax|business|reporting|accounting|marketing|academic|school|election)\b)[a-z-]+,? ){{1,3}}year {_y('y97')}(?![\d年,.\-/]\d|%)"),
    ("year", rf"{_y('y68')}(?=['’]s (?:about |around |record |full-year )?(?:[A-Z]{{0,3}} ?[$€£¥]|R[Mm][Bb]|\d))"),
    ("year", rf"{_y('y55')}(?=(?:/2\d)+年)|(?<=20\d\d/)(?P<yy55>2\d)(?=(?:/2\d)*年)年?|(?<=20\d\d/2\d/)(?P<yy55b>2\d)年"),
    ("year", r"(?<![\dA-Za-z.])(?<!成立)(?<!历时)(?<!第)(?<!近)(?P<yy56>2\d)年(?=全年|实现(?:营|收|归|净|总)|公司(?:实现|营|收|归|净|总|研)|研发(?:费用|投入)|归母|扣非|经调|调整后|[Nn]on|EPS|营收|营业|总?收入|净利|毛利|盈利|预测|销量|交付|出货|资本开支)"),
    ("year", r"(?P<yw149>上一年)度?(?=[,:]|来?看|而言|业绩|全年|的?[营收净毛])"),
    # the company's 24/25/26 net profit
    ("year", rf"(?<![\dA-Za-z./])(?P<yy71>2\d)(?=/2\d(?:/2\d)? {_OF_A_YEAR})|(?<=2\d/)(?P<yy71b>2\d)(?=(?:/2\d)? {_OF_A_YEAR})|(?<=(?<!\d)2\d/2\d/)(?P<yy71c>2\d)(?= {_OF_A_YEAR})"),
    ("year", r"(?<![\dA-Za-z.])(?P<yy52>2\d)[EF](?![A-Za-z\d])"),
    ("year", rf"(?<=目标|力争|预计|计划|有望|争取)(?P<yw23b>年底前?|年内)|(?P<yw23e>年内)(?=的?(?:销量|销售|交付|交车|出货|营收|业绩)?目标)|{_YEAR_WORD.format('yw23')}(?!同期|同季|[一-鿿]?月)(?:全年|整年|一整年|全年度|(?=度))?|(?P<yw79>今年)(?=同期|同季)|(?P<yw23c>今)(?=[、]?明(?:[、]?后)?[两二三]年)|(?<=今)[、]?(?P<yw23d>明)(?=(?:[、]?后)?[两二三]年)|(?<![说表声证阐指申])(?P<yw120>明)(?=[、及和]?后(?:[两二]年|年))|(?<=明)[、及和]?(?P<yw121>后)(?=[两二三]?年)|(?<=明年[及和与、])(?P<yw122>后年)"),
    # 年底前月产能达到2万辆: by the end of the year that runs
    ("instant", r"(?<![今去前明本上跨\d])(?P<yw93>年底前)(?=[^,;。]{0,14}(?:月产能|产能|门店|零售中心|超充站|充电站|换电站|员工))"),
    # what the context completes
    ("relative", rf"(?P<that>该季度?)|(?P<earlier>(?i:(?:that|the) earlier quarter))|(?P<this>本季度?|当季|(?<![一二三四首次末前后上下每单本该当个两几各\d])季度(?=(?:总|净)?(?:收入|营收|营业额|净利|盈利|毛利率))|[这该]一季度?|[这该本]个(?:财季|季度)|此季度?|单季度?(?!的?(?:历史)?(?:[新最][高低]|[纪记]录))|季内|[本该当](?:财季|财政季度)|(?i:the quarter(?! (?:just|most recently|recently|now|already) (?:ended|reported|completed|closed|finished|past|gone|over)\b| end| through\b| (?:before|prior|earlier)(?=[,.;)]|$)| (?:that|which) (?:end|finish|clos)| to (?!have\b|be\b|come\b|reach\b|fall\b|rise\b|grow\b|total\b|increase\b|decline\b)[a-z])|(?:this|that) quarter|quarterly|(?:in|for|during|over) the three[- ]months?(?: period)?\b(?! (?:period|to|ended|ending|through|until|till|from|since|of|that|which|before|after|prior|earlier|between|leading|up)\b)))|(?P<same>报告期内?|本报告期|期内|同期内|(?i:the period|the reporting period))|(?P<told>上季度?(?!末)|(?i:last quarter|the quarter (?:just|most recently|recently|now|already) (?:ended|reported|completed|closed|finished|past|gone|over)\b|the (?:(?:just|recently)[- ])?reported quarter|the (?:just|recently)[- ](?:ended|completed|finished|closed) quarter|(?:last|latest|most recent(?:ly)?)[- ]reported quarter))|(?P<prev>[上前][一1]季度?|上个季度?|上一?财季|(?i:(?:the|(?:an?|its) (?:[a-z]+ )?) ?(?:previous|prior|preceding) (?:quarter|three[- ]months?(?: period)?(?! (?:of|to|ended|ending)\b))|the (?:quarter|three months) (?:before|prior|earlier)(?=[,.;:)]|$| (?:it|they|[a-z]+ (?:was|were|had|came|stood))\b)))|(?P<running>今季|(?:眼下|当前|现下)的?(?:[这本]一?个?)?(?:财季|季度?))|(?P<next>(?<![创刷写缔拿摘])下季度?(?!军)|(?<![创刷写])下一季度?|[下新](?:一)?财季|(?i:next quarter|(?:the |its |their )?(?:current|upcoming|coming)[ -]quarter\b(?:,? (?:that |which )?(?:ending|ended|ends|(?:goes|runs|lasts) (?:through|until|to)) (?:in |on )?(?:{MONTHS})(?: \d{{1,2}}(?!\d))?(?:,? 20\d\d)?)?))|(?P<thismonth>当月|本月|(?i:this month|the month\b(?! (?:before|earlier|prior|of (?:{MONTHS})\b))))|(?P<onemonth>单月|(?i:that month))|(?P<lastmonth>(?<!线)上月(?![活销])|上月(?=销量)|上个月|(?i:last month))"),
    # `spending rose to $30bn in the half`, `over the six-month period`, `for the six months`: the half spoken of, or that ends with its quarter
    ("relative", r"(?:(?<=\b[Ii]n the )|(?<=\b[Ff]or the )|(?<=\b[Oo]ver the )|(?<=\b[Dd]uring the ))(?P<halfyear>(?i:half(?=[,.;:)]|$| (?:was|were|and|as|while|but|to \d|from \d|at|by) )|(?:six|6)[- ]months?(?: period)?(?! (?:period|to|ended|ending|through|until|till|from|since|of|that|which|before|after|prior|earlier|later|ago|between|leading|up|on|in|immediately|following|preceding)\b)))"),
    ("day", r"(?P<ago>昨\(\d{1,2}(?:日\)|\)日)|今\(\d{1,2}(?:日\)|\)日)|昨日|昨天|昨(?=[收夜晚])|今日|今天|当日)|(?<![\d月.连第续近去前每约])(?<!连[跌升涨挫])(?P<day32>[12]?\d|3[01])日(?=(?<=周[一二三四五六日天]\(\d日)\)|(?<=周[一二三四五六日天]\(\d\d日)\)|[股收公发宣报表称,盘晚早午美港]|一度|终场|续[涨跌]|(?:仍|依然|则|却|也|亦|反而|反倒|更|又|再|还|先){1,2}(?:[股收报涨跌升挫]|[上下大重急微小跳暴劲狂飙反走][涨跌升挫扬滑高低强弱弹])|[上下大重急微小跳暴劲狂飙反走][涨跌升挫扬滑高低强弱弹])"),
)  # fmt: skip
_CHOICE = Choice(pattern for _, pattern in _FORMS)
# Each form's shape and the names of its groups: `y5` and `y7b` are both `y`.
_READ = tuple(
    (shape, tuple(re.sub(r"\d+[a-e]?$", "", name) for name in re.compile(pattern).groupindex))
    for shape, pattern in _FORMS
)
# Where forms begin: at a word, a Chinese character that one of them begins with, a number that what follows may make a time.
_PLACES = sought(
    rf"[A-Za-z]+|[{''.join(sorted(character for character in _CHOICE.first if not character.isascii()))}]|\d+"
)
_NUMBER_OF_TIME = re.compile(r"(?:19|20)\d\d|1[01]\d(?=年)|\d{1,2}(?=[ \-~至到年月日季财A-Zsnrt]|/2\d|m 20|个月)")
_MAYBE = sought(
    r"[\d季年月财期日昨报]|(?i:quarter|half|month|year|fiscal|end of|cumulative|interim)|Q\d|YTD|LTM|TTM|"
    + rf"\b{_MON}\b"
)
_DIGITS = "0123456789"


@frozen
class Form:
    """A period as it is written: its shape (`quarter`, `fiscal` …), and what each of its parts says, by the part's name.

    Parts: `y` a year, `yy` its last two digits, `fy` and `fyy` fiscal ones, `yw` a word for one, `q` a quarter, `o` an
    ordinal, `h` a half, `mon` a month, `day`, `span` how many months; others are the shapes' own.
    """

    start: int
    end: int
    shape: str
    parts: dict[str, str]


def names_periods(text: str, start: int, end: int) -> bool:
    """Whether a stretch holds anything that a form could begin with."""
    return _MAYBE.search(text, start, end) is not None


def forms_in(text: str, start: int, end: int) -> Iterator[Form]:
    """Yield the forms in a stretch of folded text, from left to right; none lies within another."""
    last = start
    for place in _PLACES.finditer(text, start, end):
        at = place.start()
        if at < last or (text[at] in _DIGITS and not _NUMBER_OF_TIME.match(text, at, end)):
            continue
        if chosen := _CHOICE.match(text, at, end):
            form, found = chosen
            last = found.end()
            shape, names = _READ[form]
            parts = {name: said for name, said in zip(names, found.groups(), strict=True) if said}
            yield Form(found.start(), last, shape, parts)
