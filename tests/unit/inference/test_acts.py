"""What messages do, on sentences of many trades and tempers: outcomes, and whose turn it is."""

from __future__ import annotations

import pytest

from tests.unit.inference.hearing import kinds, said
from watcher.model import Kind

CLOSED = {Kind.REJECTED, Kind.FILLED}
LEFT = {Kind.DECLINED, Kind.WITHDRAWN}
OUTCOMES = {*CLOSED, *LEFT, Kind.OFFER, Kind.ON_HOLD, Kind.REOPENED, Kind.ACCEPTED}

NO_LONGER = [
    "After careful consideration, we have decided to move forward with other candidates whose qualifications more closely match our needs.",
    "Thank you for your interest in Northgate. Unfortunately, we will not be moving forward with your application at this time.",
    "We appreciate the time you took to interview with us, but we have selected another candidate for the position.",
    "We had a very strong field and on this occasion you were not among those selected.",
    "I'm writing to let you know that you haven't been successful this time.",
    "Sorry to be the bearer of bad news but they've decided to go another way.",
    "They went in a different direction.",
    "The team has chosen to go in another direction.",
    "Unfortunately your application was not shortlisted.",
    "We won't be taking your application any further on this occasion.",
    "I'm afraid it's not good news. Jane felt you were lacking in kitchen management.",
    "I'm sorry to tell you that the job went to someone else.",
    "It was a tough call but we've offered it to another candidate and she has accepted.",
    "Unfortunately we cannot offer you an interview.",
    "We are sorry to inform you that you have not been selected for the next stage.",
    "Your profile does not match the requirements of this position.",
    "Your experience isn't quite what we're looking for at the moment.",
    "The client feels your experience is too senior for this one so won't be progressing.",
    "client has rejected ur cv sorry",
    "They have passed on your CV this time I'm afraid.",
    "Regretfully, the committee has chosen not to recommend your appointment.",
    "Your name did not go forward.",
    "We shall not be pursuing your candidature further.",
    "You have been unsuccessful in your application for the post of Teaching Assistant.",
    "we went w someone local in the end, sorry bud",
    "Hi mate bad news, boss gave it to his nephew.",
    "Thanks again for coming in. We've decided on another candidate, but would love to stay in touch.",
    "The hiring team reviewed your application and has decided not to move forward.",
    "At this time, we are pursuing candidates with more direct experience.",
    "It's a no from them I'm afraid.",
    "We have completed our selection and regret that you were not chosen.",
    "Another applicant was ranked ahead of you.",
    "You didn't get the job this time.",
    "The panel scored you highly but you were pipped to the post by another applicant.",
    "We are unable to take your application forward at this stage due to the volume of applications.",
    "This position has been filled.",
    "The position you applied for has been filled internally.",
    "We've now closed this vacancy.",
    "The role has been cancelled following a restructure.",
    "Due to budget cuts we will no longer be recruiting for this role.",
    "We have decided not to fill this position.",
    "The requisition has been closed without a hire.",
    "The job has been pulled by the client.",
    "The role is no longer going ahead.",
]

OFFERS = [
    "We are delighted to offer you the position of Warehouse Supervisor.",
    "Congratulations! We'd like to offer you the role.",
    "Please find attached your contract of employment and offer letter.",
    "I'm pleased to confirm our verbal offer of £32,000.",
    "Good news - they want to offer you the job!",
    "They loved you and are making an offer: 55k plus car.",
    "Great news, you got it!! Start Monday?",
    "We would love for you to join our team as Sous Chef.",
    "You are our first choice and we would like to make you an offer.",
    "You have been selected for the position of Civil Engineer III and we are prepared to offer a starting salary of $82,000.",
    "We are pleased to inform you that you have been selected for the post of Nurse.",
    "the job is urs if u want it",
    "when can u start? jobs yours",
    "I'd like to offer you the job, starting on 1 May at 15 an hour.",
    "Subject to references and a DBS check, we'd be delighted for you to join us.",
    "Please see attached a conditional offer of employment.",
    "The panel has recommended your appointment to the post.",
]

HOLDS = [
    "The role has been put on hold.",
    "Unfortunately, hiring has been paused across the company.",
    "We're pausing the search for now.",
    "All recruitment is on hold pending the merger.",
    "There's a hiring freeze so nothing will move until Q3.",
    "The project got delayed so they are holding off hiring until the summer.",
    "This one's gone on the back burner for now.",
    "We've had to stop recruitment for the time being.",
    "The vacancy is temporarily suspended.",
    "the owner wants to wait till after the season before taking anyone on",
]

REOPENINGS = [
    "Good news, the role is back on.",
    "We've got the green light to hire again.",
    "The hold has been lifted and we'd like to pick up where we left off.",
    "The person we hired didn't work out. Are you still looking?",
    "Our original candidate has withdrawn, so we'd like to reconsider your application.",
    "The position has reopened.",
    "The budget has now been approved, so we can restart the process.",
]

NO_OUTCOME = [
    "You are on the reserve list.",
    "We have received your application and it is under review.",
    "Only shortlisted candidates will be contacted.",
    "If you do not hear from us within four weeks, please assume you have been unsuccessful.",
    "We are interviewing other candidates this week and will be in touch.",
    "You're one of three candidates going through to the final.",
    "We are still deciding between you and one other candidate.",
    "We hope to make an offer by the end of the month.",
    "Before we can make an offer we need two references.",
    "If successful, you will be offered the position subject to references.",
    "We haven't made a decision yet.",
    "The hiring manager is on holiday so things are delayed.",
    "Other applicants may be considered.",
    "We aim to fill the position by June.",
    "What would you say if we offered you the job?",
    "Do you have any other offers on the table?",
    "We offer a competitive salary and a pension.",
    "We offer flexible working.",
    "The previous post holder has left.",
    "I have put you forward for the role.",
    "You were selected for an interview.",
    "Congratulations, you have been selected for the next round!",
    "You have been successful in reaching the second stage.",
    "Please note the role was originally advertised as part-time.",
    "The first candidate pulled out of the interview so we can see you earlier.",
    "We have not filled the role yet.",
    "I'm on hold with IT at the moment.",
    "We will let unsuccessful candidates know by email.",
    "The decision has been delayed until next week.",
    "The interview was moved to another room.",
    "We will be making an offer to the successful candidate on Friday.",
    "Your offer of a reference was kind.",
]

ACCEPTANCES = [
    "I accept the offer with pleasure.",
    "I'm thrilled to accept!",
    "Yes, I'd love to take the job.",
    "Signed contract attached, see you on the 1st.",
    "Please find attached the signed offer.",
    "I'm happy to accept your offer of employment.",
    "Happy to accept, when do I start?",
]

I_LEAVE = [
    "Thank you for the offer, but I have decided to decline.",
    "I'm sorry but I can't accept the offer.",
    "I've decided to stay where I am, so I'll have to turn this down.",
    "After a lot of thought I've decided not to take the role.",
    "I would like to withdraw my application for the role.",
    "Please withdraw me from the process, I've accepted a position elsewhere.",
    "I'm no longer looking, I start a new job on Monday.",
    "I've had a change of circumstances and need to pull out.",
    "I've decided this role isn't right for me.",
]

I_END_NOTHING = [
    "I am pleased to accept the invitation to interview.",
    "I'd love to take the job further in conversation.",
    "I have another interview that day.",
    "I wouldn't want to withdraw at this stage.",
    "I've signed the consent form.",
    "Thanks for the offer of a lift.",
]

ASKS = [
    "Could you let me know your availability for next week?",
    "Please reply with three dates that suit you.",
    "When would you be free for a call?",
    "Kindly revert with your updated resume at the earliest.",
    "Can you get me two referees by Friday?",
    "We'd need proof of your right to work before we can proceed.",
    "Please complete the attached application form and return it to me.",
    "What are your salary expectations?",
    "Drop me a line with a couple of times.",
    "Let me know if you are still interested.",
    "If you're still up for it, give me a ring.",
    "I'd be grateful for your phone number.",
    "Are you ok to travel to the Leeds site?",
    "Whats ur notice period",
    "send us a pic of ur licence n tickets",
    "Fancy a chat?",
    "Interested?",
    "Thoughts?",
    "Please use the link below to book a slot with me: https://x.example/y",
    "Pick a slot here: https://cal.example/ab",
    "You'll find our coding challenge attached; please submit it within five days.",
    "Please sign the attached NDA and send it back.",
    "We would appreciate your feedback on the proposed date.",
    "Would you mind sending over your certificates?",
    "I'm still waiting for your documents.",
    "We haven't received your references yet, please forward them.",
    "Just need your NI number and you're all set.",
    "Are we still on for Thursday?",
    "Can you confirm you're coming?",
    "Please acknowledge receipt of this email.",
    "Please indicate your preferred location.",
    "What do you think?",
    "Could you tell me a bit more about your experience with forklifts?",
    "Do you hold a clean driving licence?",
    "Please advise on your earliest start date.",
    "Let us know which works best.",
    "I need to know by Wednesday if you want to go ahead.",
    "Please find attached the test, due back on Monday.",
    "Your task: design a lesson. Send it to me by Sunday.",
    "Could I trouble you for a copy of your passport?",
    "May I have your consent to submit your profile?",
    "Please confirm your interest and share the below details:",
    "Mind if I call you tomorrow?",
    "How soon could you start?",
    "So, what's it gonna be?",
    "Please choose a time from the calendar.",
    "Can we have a quick word about the hours?",
    "We ask that you provide three professional references.",
    "Candidates must complete the online assessment by 10 March.",
    "You are required to submit the form before Friday.",
    "Ring me when you get a minute.",
    "gis a call when ur free",
    "Would either of those suit?",
    "Any chance you can do earlier?",
    "Shoot me your LinkedIn.",
    "Tell me a bit about why you're leaving.",
    "Looking forward to receiving your CV.",
    "I look forward to your positive response.",
    "Please respond at your earliest convenience.",
]

ASKS_NOTHING = [
    "Please let me know if you have any questions.",
    "Please don't hesitate to contact me.",
    "Feel free to call if anything is unclear.",
    "How are you?",
    "Hope you're well?",
    "Please arrive ten minutes early.",
    "Please bring your passport and proof of address.",
    "Bring ID.",
    "Please ask for me at reception.",
    "Please note our office moved.",
    "Please find attached the job description for your reference.",
    "Please see the attached agenda.",
    "If you need to reschedule, please call us.",
    "Please be patient while we review.",
    "I'll let you know by Friday.",
    "We will confirm the time later.",
    "No need to reply.",
    "Please do not reply to this email.",
    "Thank you for sending your CV.",
    "You will be asked to give a ten minute presentation.",
    "Please prepare a ten minute presentation for the interview.",
    "I will call you tomorrow.",
    "We look forward to meeting you.",
    "We'll need a few days to decide.",
    "I need to check with the manager.",
    "Let me check with HR.",
    "Let me get back to you next week.",
    "Let me know if that's a problem.",
    "Give us until Friday.",
    "Please bear with us.",
    "Please join using the link in the invite.",
    "Please report to the front desk on arrival.",
    "Dress code is smart casual.",
    "You can park behind the building.",
    "Just so you know, Jane is away next week.",
    "Who knew hiring could take this long?",
    "Isn't that great?",
    "What a week, eh?",
    "Should you have any queries, please contact HR.",
    "In case of any issues joining, call me.",
    "We have asked your referees for a statement.",
    "The panel asked whether you had retail experience and I said yes.",
    "I asked the client if they could speed up.",
    "They want to know more about your project so bring photos.",
    "For accessibility needs, please contact us.",
    "If you would like feedback, please ask.",
    "You may be asked for a sample of your work.",
    "Please accept my apologies for the delay.",
    "Please pass on my regards to your team.",
    "Please keep Thursday free.",
    "Kindly note the timings.",
    "Kindly bear with us.",
    "We're waiting for the client to come back.",
    "I'm waiting to hear from the hiring manager.",
    "Need anything from us, shout.",
    "Happy to answer any questions.",
    "Can't wait to meet you!",
    "Will do!",
    "Please wait for our call.",
    "Please remember that the office is closed on Monday.",
]


@pytest.mark.parametrize("text", NO_LONGER)
def test_a_no_is_read_however_it_is_put(text: str) -> None:
    found = kinds(said(text)) & OUTCOMES
    assert found
    assert found <= CLOSED


@pytest.mark.parametrize("text", OFFERS)
def test_an_offer_is_read(text: str) -> None:
    assert kinds(said(text)) & OUTCOMES == {Kind.OFFER}


@pytest.mark.parametrize("text", HOLDS)
def test_a_hold_is_read(text: str) -> None:
    assert kinds(said(text)) & OUTCOMES == {Kind.ON_HOLD}


@pytest.mark.parametrize("text", REOPENINGS)
def test_a_second_life_is_read(text: str) -> None:
    assert kinds(said(text)) & OUTCOMES == {Kind.REOPENED}


@pytest.mark.parametrize("text", NO_OUTCOME)
def test_what_only_sounds_like_an_outcome_is_none(text: str) -> None:
    assert not kinds(said(text)) & OUTCOMES


@pytest.mark.parametrize("text", ACCEPTANCES)
def test_my_yes_to_an_offer_is_read(text: str) -> None:
    assert kinds(said(text, mine=True)) & OUTCOMES == {Kind.ACCEPTED}


@pytest.mark.parametrize("text", I_LEAVE)
def test_my_no_is_read(text: str) -> None:
    found = kinds(said(text, mine=True)) & OUTCOMES
    assert found
    assert found <= LEFT


@pytest.mark.parametrize("text", I_END_NOTHING)
def test_what_i_say_besides_ends_nothing(text: str) -> None:
    assert not kinds(said(text, mine=True)) & OUTCOMES


@pytest.mark.parametrize("text", ASKS)
def test_a_request_makes_it_my_turn(text: str) -> None:
    assert kinds(said(text)) & {Kind.ASKS_ME, Kind.PROPOSES}


@pytest.mark.parametrize("text", ASKS_NOTHING)
def test_courtesies_and_directions_ask_nothing(text: str) -> None:
    assert not kinds(said(text)) & {Kind.ASKS_ME, Kind.PROPOSES}


def test_who_answers_their_own_question_asks_nothing() -> None:
    assert Kind.ASKS_ME not in kinds(said("Did you remember your clocks? I did not, I was an hour late."))
    assert Kind.ASKS_ME in kinds(said("Did you get my letter? I have it here otherwise."))


def test_terms_of_employment_are_an_offer_whatever_the_words() -> None:
    terms = "He put his name to the attached letter: Registrar, $69,500, parking. First day would be Monday, June 1."
    range_ = "The salary is in the band $60,000 to $70,000, the contract permanent, starting on 1 June."

    assert Kind.OFFER in kinds(said(terms))
    assert Kind.OFFER not in kinds(said(range_))


@pytest.mark.parametrize(
    "text",
    [
        "The Board of Health appointed Dena Sprague, RN, who has held the position since November.",
        "In the end we went with Tom Reid, who lives round the corner.",
        "Winn, going with Petty.",
    ],
)
def test_another_who_has_the_job_is_read_by_name(text: str) -> None:
    assert Kind.FILLED in kinds(said(text))


@pytest.mark.parametrize(
    "text",
    [
        "We have appointed Baxter Lyons to run the search for us.",
        "They chose Alex Kim.",
        "We went with Tom Reid's idea.",
        "We are going with Zoom.",
    ],
)
def test_a_name_that_has_no_job_fills_none(text: str) -> None:
    assert Kind.FILLED not in kinds(said(text))


def test_no_outcome_of_theirs_is_read_in_my_own_words() -> None:
    assert not kinds(said("I was told the position has been filled.", mine=True)) & OUTCOMES


def test_a_system_asks_nothing_of_me() -> None:
    assert Kind.ASKS_ME not in kinds(said("Please rate your experience.", machine=True))


@pytest.mark.parametrize("text", [
    "Same arrangement again, a week today? Only kidding, you don't get a say.",
    "You still good at whiteboards? (kidding, no need to answer)",
])  # fmt: skip
def test_a_question_that_is_taken_back_asks_nothing(text: str) -> None:
    assert Kind.ASKS_ME not in kinds(said(text))
