"""My own mail: what I report of their promises, turned round so that it reads as theirs."""

from __future__ import annotations

import re

from watcher.inference.en.promises.cues import signal

__all__ = ["chases", "reports", "turned"]

_REPORTS = signal(
    "reports",
    r"(?!i |you |we )\w+ (?:says|say|reckons?|thinks?|tells me|figures|promises|believes|swears)(?: (?:that|he|she|they|we|it|you|i(?! (?:should|must|ought|have to|need|can|could|shall|may)\b)|there|the)\b|'ll| to me)",
    r"(?!i )\w+ (?:had |have |has |also |kindly )?(?:mentioned|said|told|indicated|noted|promised|expected|hoped|planned|thought|suggested|explained|wrote|estimated|advised|reckoned|figured)", r"you(?:'ll| will|'d| would) (?:tell|call|ring|phone|text|e-?mail|write to|get back to|come back to|contact|update|let) me", r"heard you say", r"let me (?:know|understand)(?: \w+){0,4} that", r"i(?:'ve| have)? (?:also |now )?(?:put|drawn|circled|ringed|marked|pencilled|diarised|noted)",
    r"(?:you|they|he|she) (?:hope|plan|expect|aim|intend)", r"you(?:'d| were| are|'re)? (?:hoping|planning|expecting|aiming|looking)", r"as (?:agreed|discussed|mentioned|promised|you)",
    r"per (?:our|your|her|him|them)", r"if i (?:\w+ )?(?:wrote|noted|understood|understand|heard|remember|recall|read|got|took)", r"i (?:wrote (?:\w+ )?down|jotted|noted|remember|recall|left with|have it)", r"i(?:'m| am) to (?:hear|be told|have|know|get|receive)", r"i(?:'ve| have| also)? (?:understand|understood|gather|know|believe|was told|heard|hear)",
    r"(?:i'll|i will|i shall) (?:wait|look|watch|sit|hang|keep)", r"take with me", r"(?:will|would|\w+'ll|\w+'d) let me know", r"look(?:ing)? forward to (?:hearing|your|the|news)", r"i(?:'ll| will|'d| shall| should)? (?:hear|know|get my|have (?:my|your)|get your|be (?:told|notified|informed|contacted))",
    yes=("he reckons you'll have his answer for me §", "you mentioned a decision §", "if i wrote it down right, you decide §", "i'm to hear §", "as agreed, i'll wait for your news §"), no=("i said so",),
)  # fmt: skip
"""I tell what they said, or what I wait for."""
_REQUESTS = signal(
    "requests",
    r"please", r"kindly", r"(?:could|can|would|will|do|did|have|are) you", r"would it", r"is it", r"is there", r"if (?:you|i|it|possible)", r"(?<!will )(?<!would )(?<!'ll )(?<!'d )let me know", r"tell me (?:what|how|about|more|where|who)", r"i (?:hope|wish|need|must|have to|want|ask|would like|'d like)",
    r"i'd (?:like|love|appreciate|be grateful)", r"would appreciate", r"appreciate it", r"grateful", r"hoping to", r"any chance", r"possible", r"another offer", r"other (?:company|offer)", r"(?:answer|decision|word|reply|news|offer) from (?:an|another|the other|a(?! (?:colleague|person|manager|member)\b)) (?:\w+ )?(?:school|firm|company|employer|place|hospital|bank|agency|college|university|team|shop|outfit|restaurant|hotel|studio)", r"asked (?:me|you|for)", r"you asked",
    yes=("would it be possible to hear from you §", "please let me know §"), no=("you will be in touch §",),
)  # fmt: skip
"""I ask for an answer, or name a date of mine."""
_MY_OWN = signal(
    "my own",
    r"(?:i|we)(?:'ll|'d|'m| will| would| can| could| am| shall| should| may| might) [^,;.]{0,30}?(?:decide|choose|(?<!your )(?:answer|reply)|respond|let you know|get back|tell you|(?:a|my) decision|send|call|write|"
    r"e-?mail|start|come|be (?:available|able|free|there|in))", r"my (?:\w+ )?(?:decision|answer|reply|response|notice|start)", r"i(?:'m| am) \w+ing", r"i (?:answer|reply|respond|decide)",
    r"you(?:'ll|'d| will| would| should) (?:hear|(?:have|get|receive)(?! (?:an?|the|your) (?:\w+ )?(?:decision|verdict|answer|result|outcome|response))|be (?:told|advised|informed|notified|contacted))", r"(?:i|we)(?:'ll| will| can| plan to| want to)? (?:let|tell|write to|inform|advise|notify) (?:you|all|every\w+)",
    yes=("i would be able to decide §", "i will let you know my decision §"), no=("i'll hear from you §",),
)  # fmt: skip
"""I promise something myself."""
_CHASES = signal(
    "chases",
    r"check(?:ing)? in", r"follow(?:ing)? up", r"circling back", r"touch(?:ing)? base", r"any (?:news|update|word)", r"(?:have|had)(?:n't| not) heard(?! an? (?!thing|word|peep|sound|whisper|reply|answer))", r"(?<!left )wonder(?:ing|ed)?", r"wanted to ask",
    r"did (?:you|they|the (?:\w+ )?(?:panel|board|committee|team|client|partners|meeting))", r"has (?:the|there|a)", r"have (?:you|they) (?:made|decided|had|been)", r"where (?:things|you) (?:stand|landed|land)", r"status of", r"nudge", r"(?<!at the )latest on",
    r"got neither", r"(?:heard|got|had|received) (?:nothing|no)", r"came and went", r"has passed", r"still nothing", r"(?<!keep )(?<!stay )quiet", r"in mind for",
    r"(?:had|i'd) been (?:expecting|hoping for|waiting|counting on)", r"(?:is|are) there (?:any|some)(?: \w+)? (?:news|feedback|update|word|sign|progress|decision)", r"any (?:feedback|progress|decision|sign of)", r"i was (?:expecting|counting on)",
    yes=("any news?", "i had been expecting your reply §", "i wanted to ask whether you decided"), no=("i look forward to your news §",),
)  # fmt: skip
_TURNS = {
    "i": "you", "me": "you", "my": "your", "mine": "yours", "i'll": "you'll", "i'd": "you'd", "i'm": "you're",
    "i've": "you've", "us": "you", "you": "we", "your": "our", "yours": "ours", "you'll": "we'll", "you'd": "we'd",
    "you're": "we're", "you've": "we've", "i am": "you are",
}  # fmt: skip
_OBJECT = re.compile(
    r"\b(tells?|told|telling|gives?|giving|lets?|letting|calls?|calling|rings?|ringing|phones?|sends?|writes? to|get back to|comes? back to|reach(?:es)?|owes?) you\b"
)
"""Where "you" is whom they tell: "he will tell you on Friday"."""
_WAITED_FOR = re.compile(
    r"\bi(?:'ll| will| shall)(?: just| then| now)? (?:wait|be waiting|expect) to hear\b"
    r"|\b(?:i(?:'m| am)? )?look(?:ing)? forward to hearing\b(?=.*\bas (?:you|we|i|agreed|discussed|mentioned|promised|said)\b)"
)
"""What I wait for by a day of theirs: "I'll wait to hear from you on Monday", which I shall hear then."""
_PERSON = re.compile(r"\b(?:you|your|yours|i am|i|me|us|my|mine)\b(?:'(?:ll|d|m|re|ve)\b)?")


def reports(text: str) -> bool:
    """Whether a plain sentence of mine can tell what they promised: it says so, or asks and promises nothing itself."""
    return _REPORTS.inside(text) or not (_REQUESTS.inside(text) or _MY_OWN.inside(text))


def chases(text: str) -> bool:
    """Whether a plain sentence of mine asks after an answer: the date it recalls has passed."""
    return _CHASES.inside(text)


def turned(text: str) -> str:
    """My report in their mouth: "you said I'd hear by Friday" as "we said you'd hear by Friday"."""
    told = _OBJECT.sub(r"\1 us", _WAITED_FOR.sub("i'll hear", text))
    return _PERSON.sub(lambda person: _TURNS.get(person.group(), person.group()), told)
