"""Captions of pictures: lines that say what one shows, and who took it: `A Model Y in a showroom in Berlin in 2023. | Photo: Bloomberg`."""

from __future__ import annotations

import re

_AGENCIES = r"(?:Reuters|REUTERS|AFP|AP|EPA|Bloomberg|Getty(?: Images)?|Xinhua|Imaginechina|IC|VCG|Agencies|China ?[Dd]aily|Kyodo|Yonhap|Zuma|ZUMA|Shutterstock|CNS|CFP|CNN|Handout|Courtesy)"
_NAME = r"[\w.'’&/@, -]{2,48}"
# `| Photo: Bloomberg`, `(Photo by Jane Roe)`, `[Photo/Agencies]`, `REUTERS/Jane Roe`, `AFP via Getty Images`
_CREDIT_EN = (
    rf"(?:(?:[|/—–-]|[.,)\]:;]|(?<=[a-z\d])) ?)?[(\[]?(?:(?:(?:[Ff]ile |[Ss]tock |[Hh]andout )?(?:[Pp]hoto(?:graph)?|PHOTO|[Ii]mage|[Pp]icture|[Cc]redit|[Gg]raphic|[Ii]llustration|[Ss]creenshot)s?(?: (?:[Cc]redit|[Ss]ource|[Cc]ourtesy(?: of)?|by|via|from|taken by))?(?: ?[:/]| (?=by|via|courtesy|from)) ?{_NAME})"
    rf"|(?:[Pp]hoto(?:graph)?|[Ii]mage)s? (?:by|via|courtesy(?: of)?) {_NAME}|(?:{_AGENCIES} ?/ ?{_NAME})|(?:(?:[A-Z][\w.'’-]+[ /,]{{0,2}}){{0,5}} ?(?:/|via) ?{_AGENCIES})|(?:©|\(c\)) ?{_NAME}|(?<=[|—–/] ){_AGENCIES}|[Ff]ile [Pp]hoto|FILE PHOTO|[Cc]ourtesy(?: of)? {_NAME})[)\]]?\.?"
)
_CREDITED = re.compile(rf"(?:^|(?<=[\s(\[|.])){_CREDIT_EN}\s*\Z")
_OPENED = re.compile(
    r"\W{0,4}(?:(?:FILE(?: PHOTO)?|PHOTO|[Ff]ile photo|Pictured)(?= ?[:–—-])|In this (?:file |undated |handout )?(?:photo|picture|image)|(?:Photo|Picture|Image) (?:shows?|taken)|(?:Chart|Graphic|Graph|Infographic|Map)(?: \d{1,2})?(?=:))\b ?[:,–—-]?|\W{0,4}(?:Pictured|Photo)\b ?:"
)
# `A Model Y at a showroom in Berlin`, `Lei Jun speaks at an event`: what a picture shows, in a line without a stop
_SHOWN = re.compile(
    r"(?![^\n]*\b(?:said|says|told|reported|rose|fell|grew)\b)(?:An?|The|Two|Three|Several|People|Visitors|Customers|Workers|Employees|Shoppers|Pedestrians|[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,4}(?:, [^,]{3,40},)?)\b[^.!?]{0,80}?\b(?:(?:is|are|was) (?:seen (?=at|in|on|outside|inside|near|during)|pictured|shown|displayed|on display|parked|photographed)|(?:seen|pictured|displayed|on display|photographed|parked|exhibited|on show) (?:at|in|on|outside|inside|near|during)|(?:speaks?|speaking|poses?|posing|attends?|attending|gestures?|gesturing|walks?|walking|(?:stands?|standing)(?= (?:next to|outside|in front|beside|at (?:a|an|the)))|looks? (?:at|on)|arrives?(?= (?:at the|for|in))|arriving(?= (?:at the|for|in))|waves?|smiles?) (?:at|in|on|during|for|next to|beside|outside|past|with|after|before)|at (?:a|an|the|its) (?:[\w'’-]+ ){0,3}(?:showroom|store|shop|booth|stand|factory|plant|event|launch|exhibition|expo|fair|auto show|motor show|conference|ceremony|dealership|headquarters|office|forum))\b",
)
# 图为特斯拉上海工厂,2023年摄, 2021年3月,雷军在发布会上(资料图), 新华社记者王五摄
_CREDIT_ZH = re.compile(
    r"(?:图(?:片)?(?:来源|源|自|片由|/)|来源:视觉|供图|资料图|资料照|摄影?[:/]|摄(?:于[^,。]{2,10})?|视觉中国|东方IC|(?:新华|中新|中央|路透|法新|美联)社?(?:记者)?[^,。;]{0,10}摄|(?:翻摄|取自|擷自|撷自)[^,。]{2,12})[^,。;!?]{0,20}[)\])】]?。?\s*\Z"
)
_OPENED_ZH = re.compile(r"\W{0,3}(?:图为|图:|图\d?[：:／/]|[▲△▼↑]|资料图片?[:：]?|上图|下图|左图|右图)")
FIGURE = re.compile(
    r"\d[\d.,]*\s*(?:%|per ?cent|percent|[mb]illion|trillion|bn\b|mn\b|yuan|units|vehicles|cars\b|[万亿萬億元辆輛台部成倍])|[$€£¥₩] ?\d|\d{1,3},\d{3}"
)
# what a picture does not show: `Lei Jun arrives at record profit in the third quarter`, ▲小米第三季度业绩
_OF_RESULTS = re.compile(
    r"\b(?:revenues?|profits?|results|earnings|quarter|half|margins?|deliveries|shipments|winner|conclusion)\b|业绩|营收|收入|利润|净利|财报|季度|毛利",
    re.I,
)
_SAYS = re.compile(r"\b(?:said|says|told|announced) (?:in|on|that|it|its)\b")


def is_caption(line: str) -> bool:
    """Whether a line is the caption of a picture, and tells no figure."""
    if FIGURE.search(line) or _SAYS.search(line):
        return False
    if _CREDITED.search(line) or _OPENED.match(line) or _CREDIT_ZH.search(line):
        return True
    shown = _OPENED_ZH.match(line) or (line.rstrip()[-1:].isalnum() and _SHOWN.match(line))
    return bool(shown) and not _OF_RESULTS.search(line)
