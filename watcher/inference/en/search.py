"""What a mailbox is searched for that cannot be read whole: words of which a hiring has one in some mail of its thread.

Most of a hiring is found without them, since I write in it. They are for threads in which only others wrote: approaches
that I never answered, and what systems confirm, book and refuse; and for mail of mine that came back. A word that the rest of life uses as often costs twenty
units of Gmail's quota for each mail, so `role` and `position` stand only in phrases. Searches know a word in the form
given here alone, whatever its case.
"""

from __future__ import annotations

__all__ = ["SEARCH"]

SEARCH = tuple(
    line.strip()
    for line in """
    interview
    interviews
    interviewing
    interviewer
    interviewers
    recruiter
    recruiters
    recruiting
    recruitment
    headhunter
    talent acquisition
    talent team
    people team
    candidate
    candidates
    candidacy
    candidature
    applicant
    applicants
    applying
    shortlist
    shortlisted
    hiring
    vacancy
    vacancies
    résumé
    resume
    cv
    curriculum vitae
    your application
    application for
    application to
    application was
    application has
    applied for
    this post
    the post
    the position
    this position
    position of
    open position
    the role
    this role
    role of
    role at
    a role
    new role
    your background
    your profile
    your experience
    your qualifications
    job description
    job opening
    job offer
    offer letter
    letter of offer
    letter of appointment
    job opportunity
    career opportunity
    notice period
    salary expectations
    cover letter
    phone screen
    screening call
    assessment centre
    assessment center
    selection panel
    search committee
    coding challenge
    coding test
    coding assessment
    technical assessment
    technical test
    take home
    final round
    next round
    first round
    second round
    case round
    coding round
    technical round
    has been submitted
    position closes
    background check
    references for
    start date
    human resources
    could not be delivered
    delivery has failed
    user unknown
    """.strip().splitlines()
)
