"""What English tells a reason by: `thanks largely to its cloud business`, `driven by games`, `helped lift revenue`. One list each, for whatever asks whether something is only a reason."""

from __future__ import annotations

HOW = r"(?:(?:largely|mainly|mostly|partly|chiefly|primarily|in (?:large )?part|helped|again|also|not least) )?"
OWING_TO = (
    rf"(?:(?:thanks|due|owing) {HOW}to|because of|as a result of|despite|in spite of|notwithstanding|amid"
    r"|on (?:the )?(?:back|strength|heels) of)"
)
BY = (
    r"(?:driven|led|boosted|helped|lifted|fuel+ed|powered|propelled|buoyed|supported|underpinned|spurred|bolstered|aided|propped up|carried|pushed|cushioned"
    r"|hurt|hit|weighed down|dragged down|held back|offset|pressured|dented|squeezed|pulled down|depressed|burdened|hampered|hobbled|stung|bruised|plagued|eroded|strained) (?:[a-z]+ly )?by"
)
# what a part does to the figure of the whole, up or down: `lifted Alphabet's revenue by 9%`, `dragged down the margin`
LIFT, SINK = r"(?:lift|boost|swell|propel)", r"(?:depress|dent)"
# `helped Alphabet lift`, `lifts`, `lifted`
_HELP = r"(?:(?:help|allow|enable)(?:s|e?d|ing)?(?: (?:[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,2}|the (?:company|group|firm|[a-z]*maker)|it))?(?: to)? )?"
_ED = rf"(?:{LIFT}|{SINK}|push|power|fuel+|buoy|bolster|support|add|pull|weigh|lower|knock|press|strain|outweigh|cushion|turn|help|allow|slash|flatter|result)(?:l?ed|e?s)?"
_D = r"(?:raise|contribute|reduce|erode|wipe|squeeze|shave|pressure|enable|halve|double|increase|stabili[sz]e|inflate|translate)[ds]?"
_DOUBLED = r"(?:(?:underpin|drag|trim|spur)(?:s|ned|ged|med|red)?)"
_OWN = (
    r"(?:drives?|drove|driven|sends?|sent|brings?|brought|cuts?|hurts?|hits?|eats?|ate|eaten|offset|carry|carried|takes?|took|taken|leads?|led|means?|meant|makes?|made|leaves?|left"
    r"|deliver|feeds?|fed)"
)
DOES = rf"{_HELP}(?:{_ED}|{_D}|{_DOUBLED}|{_OWN})"
