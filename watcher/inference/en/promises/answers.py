"""The cues of a promise: that they answer, decide, call, or set another date for it."""

from __future__ import annotations

from watcher.inference.en.promises.cues import Sort, cue

__all__ = ["ANSWERS"]

ANSWERS = (
    # -- it reaches me ---------------------------------------------------------------------------
    cue(
        "you hear", Sort.ANSWERS,
        r"(?<!if )<you>(?:<will>|'re| are)?(?: be)? hears?(?:ing)?(?! of\b| that\b| it\b)", r"we (?:all|both) hear", r"<you><will> have heard", r"you to (?:know|hear|find out)(?! (?:that|how|about))", r"hear(?:ing)? (?:back )?from (?:us|me)",
        r"(?:expect(?:ing)?|plan(?:ning)?|likely|going|ought|count(?:ing)?) (?:to|on) (?:be )?hear(?:ing)?",
        r"(?:to|can|will|shall) (?:be )?hear(?:ing)?(?: back)? (?:from (?:us|me|them|him|her|our|the)|back|§|by|our|either|one)",
        yes=("you should hear from us §", "everyone hears §", "youll hear §", "you'll be hearing from me §", "expect to hear §"),
        no=("we hear good things of you", "i heard that"),
    ),
    cue(
        "you know", Sort.ANSWERS,
        r"<you><will> (?:know|learn|find out|see the (?:result|outcome))(?! (?:that|how(?! (?:you (?:got|get|did|do|fared)|it went))|the|about|me|my|a|our team|us|them|everyone|everybody|why|what))",
        r"<you><will> know the (?:outcome|result|answer|decision)", r"youll know", r"(?<!as )(?<!but )(?<!so )(?<!, )you know(?=[.;!]|$)", r"<you>(?:<will>)? find out", r"you (?:learn|see) (?:if|whether|who)", r"finds? out(?= (?:\w+ ){0,2}§)", r"(?:(?<=before you've )|(?<=before you have )|(?<=until you've )|(?<=until you have )|(?<=till you've )|(?<=till you have ))(?:heard|been told|got (?:it|word|an|your|our))", r"<you> (?:get|have|hear|receive)s? yours", r"you know (?:your|the) (?:result|outcome|answer)", r"<you><will> know (?:it|that|this)(?= §|[.;!]|$)", r"(?:candidates|applicants|everyone|everybody|people|all of you) know (?=§)",
        yes=("you'll know where you stand §", "you will know §", "at § you know.", "youll know then"),
        no=("as you know, we close §", "it is §, you know.", "you should know that we close §"),
    ),
    cue(
        "we know", Sort.ANSWERS,
        r"(?:we|i|they|he|she)<will> (?:know|hear|have (?:heard|decided|chosen|news))(?! (?:that|how|the|about|from you))",
        r"(?<![a-z] )(?:should|will|ill) (?:know|hear)",
        yes=("will know §", "we'll know §", "should know more §", "i should hear from the client §"),
        no=("i know that §",),
    ),
    cue(
        "you are told", Sort.ANSWERS,
        r"(?:be|are|is|get|gets|being|been) (?:(?:\w+ly|also|then|all|both) )?(?:notified|informed(?! that)|told(?! to (?!expect|look|wait|watch|by|all|you|every))|contacted|advised(?! that)|"
        r"intimated|rung|telephoned|phoned|e-?mailed|updated|written to|apprised|messaged|called(?! (?:off|in|up|away|to|for)))",
        r"(?:will|shall|should|would|to|can|may|must)(?: now| then| only| also| all| \w+ly)* be (?:communicated|announced|confirmed(?= to (?:you|all|every))|made (?:known|public)|relayed|declared|conveyed|published|"
        r"revealed|posted|released|given out|sent out|uploaded|displayed)(?: to (?:you|all))?",
        r"(?:notified|communicated|conveyed|relayed|announced|intimated|declared) to <you>",
        r"(?:is|are|be) (?:given|sent|told|read out) to (?:all|everyone|everybody|each|both|every \w+)\b",
        yes=("the name is given to all who applied §", "notified to all those interviewed §", "candidates will be notified §", "you'll be told §", "applicants are informed in writing §"),
    ),
    cue(
        "the outcome", Sort.ANSWERS,
        r"(?<!your )(?<!other )(?<!whose )(?<!positive )(?<!great )(?<!no )<outcome>(?: of (?:your|the) (?:\w+ )?(?:interview|assessment|test|application))?(?!'? (?:form|session|questions?|survey))",
        r"(?:have|has|gets?|receives?) (?:their|the|a) (?:letter|<outcome>)(?= §)", r"(?:have|got|get|receive|be|giving you|see) your (?:\w+ )?(?:<outcome>|letter)",
        r"(?:have|get|send|give) (?:<you> )?(?:\w+ ){1,2}(?:thoughts|views?|take|read|comments|impressions?|opinion)(?: over)?(?: to you| back)?",
        r"(?:their|his|her|our|official|final|last|\w+'s) word(?! of)", r"(?:an?|our|the) return(?= (?:will|shall|is|on (?:it|your|the)))", r"(?:have |send |get |receive )?word (?:from|on|by|back|either|one|of|as|to you)", r"(?:receive|get|have|send|expect) word", r"whatever [^.;§]{3,50}? <you><will> (?:have|get|hear|know)",
        r"(?:share|outline|confirm|have|know|hear about|with) (?:the |our )?next steps",
        r"(?:selection|merit|results?|final|short) ?list (?:will be|is|shall be|gets) (?:displayed|uploaded|published|posted|released|announced|notified|out|up)",
        r"list of (?:the )?(?:selected|successful|shortlisted|recommended) candidates (?:will be|is|shall be)(?: being)? (?:displayed|uploaded|published|posted|released|announced|notified|out|up)",
        r"final selection list|selection list|(?:short)?list (?:is|will be|comes|goes) (?:out|up)",
        yes=("a decision §", "our answer §", "the final word §", "feedback §"),
        no=("your decision §", "word has it"),
    ),
    cue(
        "the outcome comes", Sort.ANSWERS,
        r"have (?:mail|news|it) from (?:me|us)", r"(?:it|that|this|which|<outcome>|letter|word)(?:,[^,.;§]{0,40},)?(?:'ll| will| would| shall| should| ought to)? be with <you>", r"(?:<outcome>|shortlist|offers?|letters?)(?:'s| is| are| has been| have been| was)?(?: \w+ly| now)? (?:due|expected|planned|scheduled|set|slated|"
        r"pencilled in|targeted|anticipated|foreseen|out|imminent|coming|(?:(?:will|would|shall|should|to) )?be (?:out|available|ready|known)|follows?|comes?|lands?|arrives?|drops)(?: out)?(?: for| on| from us)?",
        r"<outcome>[^.;§]{0,40} (?:is|are|will be|has been) (?:scheduled|due|expected|planned|foreseen|set)(?: for| on)?(?= §)", r"<outcome>[^.;§,]{0,40} will (?:issue|be issued|be sent|go(?: out)?)(?: to <you>)?", r"(?:(?<!offer )letters?|offers?|notices|decisions|results|rankings?|scores|lists?|e-?mails|invitations|rejections|invites|calls)(?: to (?:<you>|all|each))? (?:will )?(?:are released|issue|go|goes|are going|is going|"
        r"be (?:sent|going|issued|made|extended)|get sent|are sent|are made|made|come|comes)(?: out| in the post)?",
        r"(?:approval|clearance|sanction|go-ahead|sign-off)[^.;§]{0,40} (?:will|should|would) (?:come|be given|be in|be through)(?= §)",
        r"(?:notification|decision|outcome|result) letters?", r"offer letters",
        r"(?<!i )(?<!can )reach(?:es)? you(?! (?:on|at) your)",
        r"(?:receive|get|have|give you|send you) (?:an?|our|the|some) (?:\w+ ){0,2}(?:statement|notice|message|confirmation|letter|sign|"
        r"signal|indication|clarity|clearer|insight|visibility|picture)(?: from (?:us|me))?",
        yes=("the decision is due §", "offers go out §", "our feedback follows §", "you will receive a binding statement from us §"),
    ),
    cue(
        "who it is", Sort.ANSWERS,
        r"(?:tell~|told|know|knowing|say~|said|announce~|decide~|share~|settle~|reveal~|confirm~|hear~|find out|publish~|learn~|pick~|about|public)(?: (?:(?:to )?<you>|publicly|exactly|then|at last))? <question>",
        r"<question>[^.;§?]{0,60} (?:gets?|is|are|will be|becomes?|'s) (?:settled|decided|known|clear|announced|told|resolved|sorted)",
        r"(?P<made>\w{4,}) (?:and|or|nor) (?:(?:the|those|who(?:'ve)?) )*(?:not|un)[- ]?(?P=made)", r"(?:those|who)(?:'ve| have| has)? (?:\w+ ){1,3}?(?:it|in|through)(?:,? (?:and|or|as well as|nor))+ (?:those )?(?:who )?(?:haven't|hasn't|didn't|aren't|weren't|don't)",
        r"(?:you|him|her|he|she) or (?:the )?(?:an)?other(?: \w+)?", r"(?<!need )(?<!want )(?<!have )(?:an? |your |their |the )yes(?: or|/| and|,) ?(?:an? |your |their |the )?no(?: in)?", r"yours? or (?:theirs|hers|his)",
        r"(?:winners?|lucky ones?) (?:and|or) (?:losers?|unlucky ones?)", r"(?!in and out)(?:offer|figure|number|commitment|confirmation|acceptance|nod|got it|got|hired|selected|chosen|appointed|appointment|thumbs[- ]up|happy|in) (?:or|nor|and|/) ?(?:an? |the |your |of )*"
        r"(?:not|nt|no|nay|out|regrets?|refusals?|rejections?|apolog(?:y|ies)|sorry|sad|pass|no[- ]thank[- ]?you|thanks[- ]but|goodbye|disappointment)",
        yes=("i'll tell you who got it §", "calling folks about who made the cut §", "an offer or an apology §", "share where we netted out §", "whatever he says, i'll tell you how it went §"),
        no=("tell me whether you can come §", "confirm if you are available §", "let me know who to ask §"),
    ),
    cue(
        "where you stand", Sort.ANSWERS,
        r"(?:make|take) contact (?:to|with) <you>", r"where (?:you stand|we(?:'ve|'re| have)? (?:land(?:ed)?|stand|are(?: at)?|at|come out|came out|got to|ended up)|things stand|it (?:stands|landed))",
        r"one way or (?:the other|another)", r"either way", r"whichever way", r"good or bad", r"successful or (?:not|otherwise|unsuccessful)", r"in black and white", r"in writing",
        yes=("one way or the other §",),
    ),
    cue(
        "we have something", Sort.ANSWERS,
        r"(?:have|get|having|with|without|offer|give|giving|gave|got|send|sending|bring) (?:<you> )?(?:something|anything|more|it|that) "
        r"(?:concrete|definite|solid|firm|official|final|positive|for you|to you|(?<!it )(?<!that )back|to (?:tell|report|say|share)|in writing|confirmed|settled)",
        r"(?:say|tell|share) (?:anything|something|more)", r"(?:able|allowed|free|permitted|at liberty) to (?:say|tell|confirm|speak|talk|share|disclose|reveal|open my mouth)", r"(?:back )?in your (?:inbox|hands?|letter ?box|mail ?box|post)", r"hits? your (?:inbox|phone|mat|doormat|desk|mail ?box)", r"let you in on", r"in a (?:far |much |better )*(?:place|position) to (?:talk|say|tell|confirm|share|let|answer|advise|offer|make)",
        r"(?:have|get) (?:you )?(?:a contract|an offer|paperwork|a letter) (?:in hand|to you|out|over|ready|for you)",
        r"have (?:more )?(?:clarity|a clear(?:er)? (?:picture|view|idea|answer)|(?:a|the) name)",
        yes=("i'll have something for you §", "have something concrete §"),
    ),
    # -- they tell me ----------------------------------------------------------------------------
    cue(
        "we let you know", Sort.ANSWERS,
        r"(?<!just to )(?<!wanted to )(?<!writing to )(?:let~|keep~) <you> (?:\w+ ){0,3}?(?:know|posted|updated|informed|in the (?:loop|picture)|abreast|have (?:it|<our>(?:<outcome>|feelings?|views?|thoughts?|opinions?|impressions?)))", r"(?:will|i'll|we'll|ill) lmk",
        r"(?<!just to )(?<!wanted to )(?<!writing to )let~ you know(?! that| (?:i|we)(?:'m|'re|'ll be| am| are))", r"keep~ you (?:posted|updated|informed)",
        yes=("i'll let you know §", "we will let all four of you know §"),
        no=("let me know §",),
    ),
    cue(
        "we tell you", Sort.ANSWERS,
        r"(?<!regret to )(?<!sorry to )(?<!pleased to )(?<!happy to )(?<!delighted to )(?<!glad to )(?:tell~|inform~|notify~|update~|advise~|answer~|intimate~) <you>(?! to| that| the (?!outcome|result|decision|answer|verdict))",
        r"(?:will|shall|\w+'ll|hope to|hoping to|should) have (?:told|let|informed|notified|called|rung|answered) (?:<you>)",
        r"(?:put|have) you out of your (?:misery|suspense)", r"(?:\w+'d|\w+'ll|will|would) have you (?:told|informed|answered)", r"put out of your (?:misery|suspense)", r"(?:keep|hold) <you> informed", r"learns? (?:their|your) fate", r"(?:candidates|applicants|finalists|everyone|everybody|you|people) (?:told|informed|notified)(?! (?:us|me|him|her|them|that))", r"put your mind at (?:rest|ease)", r"leave you (?:hanging|dangling)", r"keep you (?:waiting|hanging|dangling)",
        r"(?:left|kept|be) (?:guessing|hanging|dangling|waiting|wondering|in suspense|in the dark)", r"(?:nobody|no one|none of you) waits", r"waiting(?: for (?:it|us|that|our \w+|an \w+))?(?= (?:§|past|beyond))",
        r"communicate~ (?:the same|it|this|that|with you|to you)", r"share~ (?:it|this|that|them|the same) with <you>", r"say~ (?:it |this )?(?:to )?you (?=§)",
        yes=("we'll tell you §", "will update you §"),
        no=("tell me §",),
    ),
    cue(
        "we get back", Sort.ANSWERS,
        r"(?:get~|come~|report~|circle~|write~|be|swing~|loop~|check~) back (?:to|with|in touch with) (?!work|me|us|the|office|base|school|town)\w+",
        r"(?:circle~|report~|loop~) back(?! (?:to|with) (?:me|us))", r"report~ to you",
        r"(?:get|come|be) back (?:in touch|with (?:an?|our|the|you|some))", r"get~ (?:right |straight )?with <you>(?! (?:on|about|to)\b)", r"(?:get|come) back (?=§)", r"(?:back|over|be on|be straight on|be right on) to <you>",
        yes=("we'll get back to you §", "i'll circle back §"),
        no=("get back to me §", "she gets back §"),
    ),
    cue(
        "we reply", Sort.ANSWERS,
        r"revert~", r"follow(?:ing)? up", r"touch~ base", r"close~ (?:the|this) loop", r"reach(?:ing)? out", r"reconnect",
        r"respond~", r"reply(?:ing)?", r"(?<!were )(?<!was )(?:be |get |getting |being )?in (?:touch|contact)", r"regroup on this", r"pick (?:this|it) up (?:again )?with you",
        r"turn (?:(?:this|it|all|every) ?)?(?:\w+ )?(?:a)?round", r"see (?:some )?(?:movement|progress)",
        yes=("we shall revert §", "i'll be in touch §"),
    ),
    cue(
        "we announce", Sort.ANSWERS,
        r"(?:announce~|relay~|share~|release~|communicate~|publish~|pass~ on|confirm~|"
        r"deliver~|provide~|issue~|post~|name~|declare~|disclose~) <our>(?:interview )?(?:<outcome>|status|shortlist|list|finalists?|names?|offers?|letters?|candidate|winner)",
        r"confirm~ (?:it |this )?(?:with|to) <you>", r"pass (?:it|that|this) on", r"pass (?:it|that|this)(?: along)?(?= §)", r"status (?:will be|shall be|by)", r"confirm(?: either way| one way)?(?= §)", r"confirm~ (?:your appointment|(?:the|our) (?:hire|appointment|choice))",
        r"(?:announce|name|appoint)s? (?:its|their|the|our|a|his|her) (?:new|next) (?!date|day|time|round|step)\w+", r"(?:announce~|publish~|reveal~|declare~|release~|name~|make~ public) <our>(?:\w+ )?(?:names?|winners?|appointments?|appointees?|hires?|picks?)",
        yes=("we will announce the result §", "plan to confirm the interview shortlist §"),
    ),
    # -- they decide -----------------------------------------------------------------------------
    cue(
        "we decide", Sort.ANSWERS,
        r"(?<!you )(?<!you'll )(?<!you will )(?<!you can )(?<!you must )(?<!whoever we )(?<!whoever they )(?:decid(?:e|es|ing)|choos(?:e|es|ing)(?! (?:a|your|one of the) (?:time|slot|date|day))|chosen)", r"(?:have|has|be|is|been|get) decided", r"before (?:we|i|you)(?: can| will|'ll)? (?:know|hear|tell|say|have|are in)",
        r"(?:settles?|settling|judges?|judging) between", r"(?:cut|untie|break) the (?:knot|tie|deadlock)", r"tak(?:e|es|ing) (?:the )?final call", r"pick(?:s|ing)? (?:our|the|a|an|some\w+|one|between|who|his|her|their)",
        r"(?:mak(?:e|es|ing)|made) (?:up )?(?:(?:our|the|a|an|his|her|their|my|that|this|its|final|hiring|selection|official) )*(?:decision|choice|call|pick|minds?|offers?|"
        r"appointment|recommendation|determination)s?(?! (?:to you|with you))",
        r"(?:mak(?:e|es|ing)|made) (?:our|my|his|her|their|its) minds? up", r"(?:our|my|his|her|their|its) minds? made up", r"land(?:ing)? (?:it|this)", r"tak(?:e|ing) you on",
        r"mak(?:e|es|ing) (?:someone|somebody|you|one of you) an offer",
        r"(?:decision|recommendation|selection|appointment|offers?|choice|call)s? (?:will|shall|should|to|would|can|is to|are to|must)(?: \w+ly)? (?:be |have been )?(?:made|taken|reached|come|out)",
        r"tak(?:e|es|ing) (?:the|his|her|their) call|(?:reach|reaching|come to|coming to|arrive at|arriving at|taken?|taking) (?:a|an|our|its|the|their|my)(?: final| hiring)? (?:decision|conclusion|verdict|agreement)",
        r"(?:conclud(?:e|ing)|complet(?:e|ing)|finali[sz](?:e|ing)|wrap(?:ping)? up|finish(?:ing)?(?: up)?|clos(?:e|ing)(?: out)?) (?:the|our|this|its|their)"
        r"(?: (?:hiring|recruitment|selection|interview|whole|entire))* (?:process|search|deliberations?|recruitment|decision|selection|evaluation|matter)",
        r"(?:we|i)(?:'re|'ll|'m| are| am| will| shall)(?: be)? (?:clos|fill)(?:e|ing) (?:this|the|our) (?:position|role|requirement|vacancy|mandate)",
        r"(?:wrap(?:ped|ping)?|button(?:ed)?|tie|tied|sort|sorted|nail|nailed|sew|sewn|settle|settled|figure|firm|lock|locked|clos(?:e|ed|ing)) (?:(?:this|it|things|that|everything|all) )?(?:up|out|down|off)",
        r"(?:sort|sorted|settle|settles|settling|settled|resolve|resolved)(?: this| it| that| the (?:matter|question|thing|position|post|role|appointment))?(?= §)",
        r"(?:have|get) (?:closed|filled|decided|settled) (?:this|the|our) (?:position|vacancy|role|post|matter)", r"finali[sz](?:e|ed|ing)", r"have (?:it|this|that|things|everything|all this|(?:the|our) \w+) (?:decided|done|sorted|settled|finali[sz]ed|agreed|wrapped up|signed off|nailed down|sussed|sewn up|ironed out|locked in)", r"pull(?:ing)? the trigger", r"(?:extend|put out|send out|issue|get out|go to)(?:ing)? (?:an |the |our )?(?:written |verbal )?offers?(?! letter)",
        r"(?:have|get) (?:a contract|an offer|contracts|offers) out", r"have (?:somebody|someone|a candidate) (?:identified|chosen|selected|picked)",
        r"sign(?:ed|s)? off on (?:it|you|this|the)", r"(?:establish|draw up|publish|post|set|fix)(?:es|ing)? (?:the|its|our|a) (?:reserve |final |merit |short)?(?:list|ranking|field)", r"decision (?:time|day)", r"(?:land|settle|zero in|home in) on (?:some\w+|a|one|the|our)",
        r"(?:narrow|whittle|cut|bring|get)(?:ing)? (?:it|this|things|the (?:list|field)) (?:down )?to (?:one|two|the)", r"over the (?:line|finish line)", r"put to bed", r"put (?:this|it|that|all this)(?: all)? to bed", r"appoint(?:ing)?", r"select (?:a|the|our|one|its)(?: \w+)?",
        yes=("we decide §", "we're making our decision §", "we pick our person §", "will have chosen §", "wrap this up §", "we'll have made up our minds §"),
        no=("before you decide §", "we plan to hire §"),
    ),
    # -- they ask for patience --------------------------------------------------------------------
    cue(
        "be patient until", Sort.ANSWERS,
        r"(?:bear(?:ing)? with (?:us|me)|(?:give|gives|giving|gave|grant|allow|lend) (?:us|me|it|them|'?em|him|her|the team|things)|gimme|"
        r"(?:sit|hang|hold|stay|stand|keep) (?:tight|on|off|in there|fire|tuned|put|by|out)|(?:be patient|have patience)(?: with us)?|(?:need|want|take)(?: a (?:little|bit|few))? (?:more|longer|extra|additional)?(?: \w+)?,?|wait(?:ing)?|leave it(?: with (?:me|us))?|"
        r"(?:appreciate|thank you for|thanks for|need|ask for) your patience)(?: (?:a little|a bit|just))?(?: (?:more|longer))? (?=§(?! (?:the|your) (?!day|latest)))",
        yes=("bear with us §", "give me §", "sit tight §"),
    ),
    cue(
        "if you hear nothing", Sort.ANSWERS,
        r"if (?:you|u)(?: (?:have|do|did) not|'ve not| haven't| don't| didn't| havent| dont)(?: yet)? (?:hear|heard|(?:receive|received|had|got|have|get) (?:(?:any|an?|our|the|my) )?(?:word|news|anything|<outcome>|call|e-?mail|letter|message|text)) ?[^§]{0,40}(?=§)",
        r"if (?:you|u|we|i|they)(?:'d| have| had| are|'ve|'re)?(?: not|n't) (?:yet )?(?:been )?(?:contacted|notified|informed|invited|told|rung|called|picked|chosen|decided|answered|written|in touch|"
        r"heard(?! (?:back )?from you)|got(?:ten)? (?:back|(?:an?|our|your) (?:answer|reply))) ?[^§]{0,60}(?=§)", r"if (?:you|u|we|i|they)(?:hav|hadn|haven|aren)t (?:told|heard|been told|decided|called) ?[^§]{0,40}(?=§)",
        r"(?<=if §)[, ]{1,2}(?:you|u)(?: have|'ve| do| did)?(?: not|n't)(?: yet)? (?:receive|received|hear|heard|had|got|have|get|been \w+ed)", r"if (?:the|your|my) phone (?:hasn't|has not|doesn't|does not) (?:rung|ring)[^§]{0,20}(?=§)", r"(?<=if §) (?:goes by|passes|comes and goes) (?:without|and (?:you|there))",
        r"if (?:you|u)(?: have|'ve)? (?:hear|heard|received|had|got) (?:nothing|no \w+|neither)[^§]{0,30}(?=§)",
        yes=("if you have not heard from us §", "if § you have not received yours", "if you hear nothing §", "if you haven't had a call §"), no=("if i do not hear §", "if you hear from them §"),
    ),
    cue(
        "expect it", Sort.ANSWERS,
        r"(?:expect(?:ing)?|anticipate|await|reckon with|count on|look (?:out )?for|watch for) (?!you)(?:\w+ ){1,4}(?:from (?:me|us|our|the|them|him|her)|back)",
        r"take (?:the|all the|as much) time (?:you|we|i) need", r"(?:an offer|a yes) or a no", r"(?:set|manage) your expectations", r"expect (?:the|a|an|our) (?:communication|intimation|mail|letter|announcement)",
        r"await (?:our|my|further|an?|the) (?!interview|form|document)\w+",
        yes=("expect a verbal from me §",),
    ),
    cue(
        "that is when", Sort.ANSWERS,
        r"(?<=§ )(?:is|will be|would be|is likely) (?:when|the day(?! of)|my (?:\w+ )?(?:guess|bet|estimate|hope|aim)|our (?:target|goal|deadline|decision)|d-day|crunch time|decision)", r"(?:that's|that is|thats|which is) when", r"think of (?=§ as)",
        yes=("§ is when i'd expect to ring you", "§ would be my honest guess"),
    ),
    cue(
        "target", Sort.ANSWERS,
        r"(?:target(?:ing|ed)?(?: (?:date|timeline|day|decision))?|eta|aim(?:ing)? (?:for|at)|shoot(?:ing)? for|timeline for (?:a |the |our )?(?:decision|offer)s?|"
        r"our (?:goal|aim|deadline|timeline|timescale))(?: is| for| of| to|:|-)* ?(?=§)",
        r"(?:new|revised|updated|realistic|current|decision|tentative|expected|provisional) (?!closing|start|joining|interview|due|end)(?:\w+ )?(?:date|time|target|timeline|eta|timescale|deadline)(?: (?:of|for) (?:the )?(?:\w+ ?){1,3}| (?:we|i|they)(?:'ve| have)? (?:set|given|agreed)(?: \w+)?)?(?: is| will be| would be|:|-)* ?(?=§)",
        r"the date by which", r"(?:her|him|them|our|my)sel(?:f|ves) a deadline", r"deadline for (?:that|this|a decision|the decision|us)(?: is)?", r"(?:plan|idea|hope|intention) is (?:for|to)",
        yes=("target: §", "aiming for §", "new date: §", "the new deadline we've set ourselves is §"),
    ),
    cue(
        "it slips", Sort.ANSWERS,
        r"<outcome>[^.]{0,60}? (?:slip(?:s|ped)?|slid(?:es)?|moved|moves|pushed|pushes|shift(?:s|ed)|postponed|delayed|extended|bumped|deferred|rescheduled|preponed|advanced|displaced|brought forward|put back|put off|changed)(?: (?:back|out))?",
        yes=("our decision slips §", "the decision has been moved §"),
    ),
    cue(
        "make it", Sort.CORRECTS,
        r"(?:(?:so |please )make|make (?:it|that|this)|let's (?:say|put|call it|make it)|can (?:we|i) say|shall (?:we|i) say|call it|say|figure(?: on)?|bank on|plan on|reckon(?: on| with)?|(?:please )?count on|assume|guess|think|"
        r"pencil(?:ling)? in|pencil(?:l)?ed in|looking (?:at|like|more like)|looks like|talking(?: about)?|(?<![\w§] )make|(?:commitment|undertaking|pledge)(?: to (?:you|(?:all )?candidates|applicants))? is|it'll(?: \w+ly)? be|it will(?: \w+ly)? be|it's (?:\w+ly )?going to be|going to be|gonna be|it is going to be|it'd be|it would be|"
        r"(?:now|then|will) be|would be|it becomes|now it's|it's now|that's now|is now) (?=§)",
        r"(?:moved|moving|pushing|shifting|slipping|pushed|shifted|slipped|slid|bumped|postponed|delayed|put (?:\w+ )?(?:back|off)|extended|extension|postponement)(?: [^§.;]{0,25})? (?:to|until|till|by)? ?(?=§)",
        r"read(?:s)?(?: (?:that|this|it))?(?: now)? as(?: \W*)?(?=§)", r"back to (?:what|the (?:original|first|old|earlier)) [^§;]{0,40}?(?=§)", r"(?:amended|corrected|changed|revised|altered) to(?: read)? (?=§)", r"move(?:s|d)? (?:things|it|this|that) (?:up|forward|back|out)[ :]*(?:to )?(?=§)",
        r"(?:committed|promised|told me|told us|gave me|gave us|given me|given us|quoted|quoting|indicated|swore|swears)(?: me| us| you(?= §[^.;]{0,20} still))?(?: to| for)? (?=§)",
        r"(?<=§ )(?:on )?to (?:it|that|the (?:date|day))(?! \w)", r"(?:honou?red|fulfilled|observed) (?=§)", r"makes it (?=§)", r"swap in (?=§)", r"left (?:me|us|you) with (?=§)", r"put (?:it|this|that|the \w+)(?: exactly| just| only)? (?=§)", r"(?:anywhere|anything) from (?=§)", r"(?:bet(?:ting)?|money(?:'s| is)?) (?:is )?on (?=§)", r"(?:bet|put it at) (?=§)",
        r"(?<=§ )it(?:'ll| will|'d| would)? (?:be|is)(?! \w)",
        r"(?:(?<=of those[:,] )|(?<=of these[:,] )|(?<=of them[:,] ))(?:it's|it is|but|rather) (?=§)",
        yes=("make it §", "we're back to what i told you the first day, i.e. §", "so neither of those: it's §", "we have put the round exactly §", "you left me with §", "so § it is", "we're now looking at §", "please read that as §"),
    ),
    cue(
        "the date is", Sort.CORRECTS,
        r"(?:the|my|our|your|a) (?:\w+ ){0,2}(?:day|date)s? (?:i|we|they|he|she|that|when|on which|for)\b[^.;§,]{0,40} (?:is|will be)(?: now)? (?=§)",
        r"(?<=§ )(?:still )?(?:holds|stands|is still good|remains good)(?! (?:us|me|him|her|at)\b)",
        yes=("the day i can stand behind is §", "§ still holds"), no=("the date is §",),
    ),
    cue(
        "surprised if", Sort.ANSWERS,
        r"(?:surprised|amazed|shocked|astonished|gobsmacked|flabbergasted|disappointed|stunned|mortified|ashamed|gutted|upset|cross|embarrassed|sorry) if (?:it|we|you|this|they|he|she|there)(?:'s|'re| \w+n't| \w+){0,4}",
        yes=("i'd be surprised if it's not sorted §",),
    ),
    cue(
        "they promised us", Sort.ANSWERS,
        r"(?:promised|promises|owes?|due|supposed|agreed|committed|undertaken|told me (?:he|she|they)'?(?:d|ll)?|said (?:he|she|they)(?:'d|'ll| would| will)) (?:me |us |to |that )*"
        r"(?:\w+ )?(?:come back|get back|let|give|tell|call|send|revert|be back|answer|respond|reply|have|feedback|an answer|a decision|a response)(?: \w+){0,2} (?:me|us)",
        r"(?:promised|promises|owes?) (?:me|us) (?:\w+ ){0,2}(?:<outcome>|word|something|names?|picks?)",
        r"(?:\w+'ll|theyll|hell|shell|they|he|she|hr|client|\w+ will)(?: will|'ll)? (?:let|tell|give) (?:me|us)(?: know)?",
        r"(?:has|have|had|\w+'ve|\w+'s|they|he|she) (?:assured|committed|undertaken|undertook|sworn|vowed|pledged|guaranteed)(?: (?:us|me|itself|himself|herself|themselves))?(?=(?: \w+){0,6} §)(?! to (?:tell|let|call|come|get|give|send|revert|answer|respond|reply|have)\b)(?: (?:an?|to|for|that))?",
        yes=("finance have promised to come back to me §", "he owes me feedback §", "they'll let us know §"),
    ),
    # -- they call or write ----------------------------------------------------------------------
    cue(
        "we call you", Sort.CALLS,
        r"<you>(?:<will>)? (?:receive|get|have|hold)s?(?: from (?:us|me))? (?:our|(?:the|our) \w+'s) \w+", r"<you>(?:<will>)? (?:receive|get|have)s? from (?:us|me)(?= (?:the|our|an?|your|word|notice) )", r"<call>(?: (?:or|and) <call>)? (?:mine|(?:(?:all|each|both) )?those (?:who|not|we|that)\b)",
        r"<you><will> (?:have|hold) (?:it|one|yours|them)", r"you have it from (?:me|us)", r"dial(?:l?ing)? your (?:number|phone)", r"on the phone (?:to|with) you", r"<call> (?:<you>|with (?:the|our|my|a))", r"(?:call|ring|phon)(?:e|ing)?[ -]?(?:a)?rounds?", r"ring(?:s|ing)? to <you>", r"ill holler",
        yes=("i'll call you §", "we ring people §", "you will receive our position §", "i phone or e-mail mine §", "write to those not taken §"), no=("call me §",),
    ),
    cue(
        "we give you a call", Sort.CALLS,
        r"(?:giv(?:e|ing)|drop(?:ping)?|shoot(?:ing)?|send(?:ing)?|fir(?:e|ing) off|flick(?:ing)?|get(?:s|ting)?|receiv(?:e|ing)|expect(?:ing)?|count(?:ing)? on|have|fling|pop|"
        r"look (?:out )?for|watch (?:out )?for) (?:<you> )?<a call>", r"get my call", r"<a call> from (?:me|us)(?! (?:with|about) the)", r"first (?:person|one|to)(?: that| who)? i(?:'ll| will)? (?:ring|call|tell|phone|text)", r"(?<!\w )calls (?=§)", r"(?:watch|check) your (?:inbox|phone|mail|email)", r"watch this space", r"(?:will|would|\w+'ll|\w+'d|ill|i) (?:call|ring|phone|text|e-?mail|write)(?= §)", r"keep an eye (?:out|on your (?:inbox|email))",
        yes=("i'll give you a bell §", "youll get a call §", "look out for my call §", "watch your inbox §"), no=("give me a call §",),
    ),
)  # fmt: skip
