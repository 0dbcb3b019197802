"""Words that take back, deny or call untrue what is told; patterns over the words of one clause, in small letters."""

# What stands behind a "not" and makes it no denial of the clause.
NO_DENIAL = r"""not only|no longer|no doubt|no question|no wonder|no reason to doubt|not yet clear|not clear|no matter|not enough
|no (?:fewer|less|more) than|not (?:fewer|less|more) than|nothing (?:but|less than|short of)|no secret|no sooner
|no (?:immediate |official |further )?(?:comment|word|idea|choice|option|alternative|way|time|need)\b
|(?:who|which) (?:was|were|had|have|has|is|are|did) not (?:[a-z]+ly )?[a-z]+
|(?:not|n[’']t|neither|nor|never) (?:\w+ly |yet |been |be )?(?:confirm(?:ed)?|verif(?:y|ied)|rule[ds]? out|exclude[ds]?|den(?:y|ied)|specify
|elaborate|comment|(?:give|have|provide|release|name) (?:an?|any|the|its|their|further|more) (?:toll|figures?|number|details|names?|reasons?|estimate|breakdown)|identif(?:y|ied)|disclosed?)"""
# What nobody can tell is not denied: "nobody would say whose it was", "we cannot say who fired first".
NOT_TOLD = (
    r"(?:not|n[’']t|never|nobody|no one|none|neither|nor|cannot)\b(?: [\w’']+){0,6}? (?:say|said|know|known|knows|knew|tell|told|clear|certain|sure"
    r"|explain(?:ed)?|understand|understood|remember|agreed?) (?:exactly |precisely |yet |anything about )?"
    r"(?:who(?:se|m)?|what|which|how|why|where|when|whether|if)\b"
)
# "…, not by the council": what is set against it, behind a mark.
CONTRAST = r", (?:and |but )?not (?:by|from|in|at|on|for|because|as|with|through)\b[^,;]*"
# A complaint or a warning that something was not so is itself no denial.
COMPLAINT = r"\b(?:complain|warn|object|protest|fear|worr|alert)\w*\b(?: [\w’']+){0,6}? that\b.*"

# What is so called was never so, whatever it is.
UNTRUE = r"""false|untrue|baseless|unfounded|groundless|incorrect|inaccurate|wrong|fabricat\w+|lies|true\b(?<=not true)|nonsense|rubbish
|invent(?:ed|ions?)|forged|faked?|pure (?:fantasy|fiction|invention|speculation)
|an? (?:[a-z-]+ )?(?:fabrication|lie|hoax|rumou?r|forger(?:y|ies)|fake|myth|fiction|invention|fantasy|falsehood)"""
# What is so called was wrong if it is something told.
MISTAKEN = r"""an? (?:[a-z-]+ )?(?:assumption|guess|error|mistake|misunderstanding|misprint|typo|mix-up|exaggeration)|mistaken|misquoted"""
TOLD = r"""figures?|numbers?|tolls?|counts?|times?|hours?|dates?|reports?|statements?|claims?|information|announcements?|versions?|accounts?
|estimates?|news|headlines?|posts?|names?|allegations?|accusations?"""
# Who says so takes back what he told.
TAKEN_BACK = (
    r"\b(?:ha[sd]|have) been (?:misinformed|misled|misquoted|mistaken)\b"
    r"|\b(?:withdr[ae]ws?|withdrawn|retract(?:s|ed)?|t(?:ake|akes|ook|aken) back|backtrack(?:s|ed)? on|disown(?:s|ed)?"
    r"|disavow(?:s|ed)?) (?:that|this|the|its|his|her|their|our|an?|earlier|these|those)"
    r"(?: (?!after|before|from|to|of|in|on|as|when|this|that)[\w’'-]+){0,2}? (?:figures?|numbers?|tolls?|counts?|reports?|statements?"
    r"|claims?|announcements?|versions?|accounts?|allegations?|accusations?|estimates?|sentences?|stor(?:y|ies)|words|remarks?)\b"
)
DENY = r"(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing))"
# "denied that", "disputes the report that", "denied having"; not "denied bail", "denied entry".
DENYING = (
    rf"\b(?<!nor )(?<!not )(?<!n[’']t )(?<!never ){DENY}"
    rf" (?:(?:that|having|being|any)\b|(?:the |all |such |these |those )?(?:{TOLD}|messages? (?:on|in|about|that|circulat\w+)|rumou?rs?|suggestions?|talk|stor(?:y|ies)|charges?)\b)"
)
# Verbs by which a happening named by a noun is told to have been or not: "the work has not begun", "no vote took place".
CAME_ABOUT = r"""begun|started|taken place|happened|occurred|come|arrived|reached|been (?:held|made|sent|carried out|given|received|reached|found|seen)
|begin|start|take place|happen|occur|arrive|reach|exist|work|sound|succeed"""
# What may be denied in one breath: ", a charge the army denies".
ACCUSED = r"(?:charge|claim|accusation|allegation|report|account|version|assertion|suggestion|figure|statement|story)"
# Words of a denial that do not say what is denied.
IDLE = """was were did has had have its our out being been any there nobody nothing none neither never nor are can could may
might get got give given giving whatsoever ever yet him her them anyone anybody anything everything found know knew known
such kind allegation claim report rumour accusation suggestion figure number"""
# Where what is denied ends, besides at a mark.
ENDS = "before|after|when|while|because|since|until|till|although|though|where|but|as|saying|adding|specifying|despite|during"
# What is itself a lack: to have none of it is to deny it, where "the brakes did not hold" tells of one.
NO_LACK = r"\bno (?:\w+ ){0,2}(?:cracks?|fissures?|defects?|flaws?|faults?|leaks?)\b"
