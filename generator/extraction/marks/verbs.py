"""Verbs that English news tells figures with, and the nouns of moves: what moved up or down, what was taken in. One list each, for whatever asks for such a word."""

from __future__ import annotations

_WAY = r"(?:up|down|higher|lower)"
# `revenue rose`, `shipments retreated`, `margins edged up`
MOVED = (
    r"(?:rose|grew|climbed|jumped|increased|advanced|gained|surged|soared|expanded|improved|swelled|leapt|leaped|rallied|rebounded|spiked|rocketed|skyrocketed|ballooned|accelerated|boomed|picked up"
    r"|fell|declined|dropped|decreased|slid|slipped|tumbled|shrank|shrunk|sank|contracted|retreated|plunged|slumped|dipped|plummeted|eased|softened|weakened|collapsed|cratered|nosedived|crashed|receded|dwindled"
    rf"|(?:edged|ticked|inched|crept|shot|went|nudged|moved) {_WAY})"
)
MOVING = (
    r"(?:rising|growing|climbing|jumping|increasing|advancing|gaining|surging|soaring|expanding|improving|swelling|leaping|rallying|rebounding|spiking|rocketing|skyrocketing|ballooning|accelerating|booming|picking up"
    r"|falling|declining|dropping|decreasing|sliding|slipping|tumbling|shrinking|sinking|contracting|retreating|plunging|slumping|dipping|plummeting|easing|softening|weakening|collapsing|receding|dwindling"
    rf"|(?:edging|ticking|inching|creeping|shooting|going|nudging|moving) {_WAY})"
)
# `a rise of 5%`, `a 5% drop`
A_MOVE = r"(?:increase|rise|gain|growth|jump|decline|drop|fall|decrease)"
# `cloud slowed to 13%`, `advertising accelerated sharply to 20%`: what does so is how fast something grows
PACED = r"(?:(?:slow|accelerat|decelerat|quicken|re-?accelerat)(?:ed|ing)|sped up|speeding up)(?: again| further| [a-z]+ly)? to"
# `the unit posted 4 billion yuan in revenue`, `the company turned in a profit`
TOOK = (
    r"(?:reported|posted|recorded|registered|achieved|logged|booked|notched(?: up)?|saw|had|generated|delivered|contributed|disclosed|unveiled|earned|made|realized|realised|secured"
    r"|turned in|brought(?: in| home)?|pulled in|raked in|took in|chalked up|racked up|clocked(?: up)?|enjoyed|experienced|suffered)"
)
# verbs that say nothing of what it is that they tell: `it had reported 14.2% a year earlier`
TOLD = r"(?:reported|posted|recorded|registered|achieved|logged|booked|reached|managed|announced)"
# whatever a company may have done with what is counted: `the 51,000 it handed over in July`, `more than it made a year ago`
DID = rf"(?:{TOOK}|sold|shipped|made|produced|built|exported|handed over|managed|accomplished|lost|spent|invested|set|collected|earned|turned out|put up)"
# `sales probably reached 66 trillion won`: what nobody has reported yet
PROBABLY_DID = (
    rf"\b(?:probably|likely|presumably) (?:{MOVED}|{DID}|was|were|came|amounted|stood|reached|totall?ed|hit)\b"
)
