"""What somebody holds or tells by more than one word: `is of the view that`, `made the point that`, `was at pains to stress that`."""

from __future__ import annotations

# It is clear that prices fall: nobody's view
_IS = r"(?<![Ii]t )(?:is|are|was|were|remains?|remained|(?:has|have|had) been) (?:(?!hardly|barely|scarcely)[a-z]+ly |very |quite |also |still |now |long |always |more |equally ){0,2}"
_SURE = (
    r"(?:adamant|clear|emphatic|unequivocal|explicit|insistent|confident|convinced|persuaded|optimistic|upbeat|hopeful|certain|sure|positive|worried|concerned|afraid|fearful|nervous|"
    r"pleased|proud|glad|happy|delighted|relieved|grateful|thrilled|sorry|disappointed|frustrated|aware|mindful|conscious|under no illusions?)"
)
_WHOSE = r"(?:an?|the|his|her|its|their) (?:(?!no\b)[a-z-]+ ){0,2}?"
_VIEW = r"(?:views?|opinion|position|stance|line|belief|conviction|mind)"
_FEELING = r"(?:confidence|optimism|concerns?|hopes?|fears?|worr(?:y|ies)|regret|satisfaction|surprise|disappointment|frustration|alarm|relief|conviction|belief|views?|opinion|expectations?)"
_TO_SAY = r"(?:say|stress|point out|note|add|emphasi[sz]e|underline|underscore|insist|admit|acknowledge|argue|claim|warn|predict|suggest|highlight|clarify|mention|explain|state|declare|reiterate)"
_AT_PAINS = (
    r"(?:is|was|were|are) (?:at pains|quick|keen|careful|eager|anxious)|(?:take|took|takes) (?:great )?(?:pains|care)|(?:goes|went|gone) (?:so|as) far as|"
    r"(?:goes|went|gone) out of (?:his|her|its|their) way"
)
# Verbs that are none of saying without `that`: agreed on a price, charged his car, figures show
_THAT_ALONE = (
    "agrees|concurs|concurred|accepts|accepted|considers|considered|suspects|suspected|guesses|guessed|figures|figured|calculates|calculated|fears|feared|swears|swore|bets|remembers|remembered|relates|"
    "related|flagged|flags|allowed|granted|grants|insinuated|insinuates|intimated|intimates|divulged|divulges|specified|specifies|restated|restates|blogged|blogs|attested|attests|certified|professed|"
    "reaffirmed|reaffirms|implied|implies|implying|spelled out|outlined|holds|assumes|assumed|postulated|postulates|theorises|reasons|worries|worried|hypothesized|hypothesised|ruled|"
    "professes|averred|avers|bemoaned|bemoans|guaranteed|guarantees|communicated|decried|regrets|regretted"
)
_TO_SOMEBODY = "informs?|informed|notif(?:y|ies|ied)|advise[sd]?|alert(?:s|ed)|reassure[sd]?|assure[sd]?|brief(?:s|ed)|warn(?:s|ed)|caution(?:s|ed)|remind(?:s|ed)|promise[sd]"
_SOMEBODY = r"(?:(?:the|his|her|its|their|our|some|all) )?(?!(?:about|of|on|in|at|against|over|and|or))[\w'’-]+(?: (?!(?:that|of|and|about))[\w'’-]+){0,3}?"
# With `that` behind them.
HOLDING = (
    rf"(?:{_IS}(?:of the (?:[a-z]+ )?{_VIEW}|{_SURE}|betting)"
    rf"|(?:take|took|takes|hold|holds|held|share|shares|shared|defended|defends|offers?|offered|put forward|stuck to|sticks to) {_WHOSE}{_VIEW}"
    rf"|(?:express|voic)(?:es|ed|e) (?:{_WHOSE})?{_FEELING}"
    r"|(?:makes?|made) (?:(?:the|this) (?:[a-z]+ )?(?:point|case|argument|claim|prediction|observation)|it (?:plain|known|understood)|no (?:secret of|bones about)(?: the fact)?)"
    r"|(?:leaves?|left) (?:no|little) doubt|lets? (?:it be known|(?:it )?slip)|has no doubt|had no doubt"
    r"|(?:draws?|drew|calls|called) attention to the fact|(?:point|points|pointed) to the fact"
    rf"|(?:gives?|gave|issue[sd]?|sounded|offered) (?:an?|his|her|its|their) (?:[a-z-]+ ){{0,2}}?(?:assurances?|word|warnings?|undertaking|pledge|promise|guarantee|reminder|hint)"
    rf"|wants it (?:understood|known)|{_THAT_ALONE}|(?:{_TO_SOMEBODY}) {_SOMEBODY})(?= that\b(?! [a-z]+s (?:the|its|their|all|an?)\b))"
)
# With a statement behind them, or words in marks.
TELLING_SO = (
    rf"(?:{_AT_PAINS}) to {_TO_SAY}|(?:is|was|are|were|been) (?:widely |also )?(?:cited|reported|recorded|on record|heard)(?: as)? saying"
    r"|(?:goes|went|gone) on record (?:as saying|to say)"
)
