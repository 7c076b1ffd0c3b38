"""Which threads are one hiring process of mine, and which are none, by the rules alone.

These mails say just what a rule needs, and far less than the whole ones that the rest was learned of.
"""

from tests.unit.builders import DANA, ME, MINE, OMAR, mail, moment, says
from watcher.matching.agencies import agency_domains
from watcher.matching.grouping import group
from watcher.matching.linkage import by_rules
from watcher.matching.threads import threads
from watcher.model import BEGINS_APART, Address, Automatic, Confidence, Entry, Kind, Role, Side, Statement

ATS = Address("no-reply@us.greenhouse-mail.io", "Acme Robotics Hiring Team")
HEADHUNTER = Address("lorne@search.example", "Lorne Baptiste")
HIRING = says(Kind.HIRING)
LIKELY = Confidence.LIKELY


def processes(*entries: Entry) -> list[list[int]]:
    """The processes as sorted numbers of their messages."""
    found = group(threads(entries), ME, agency_domains(entries, ME), judge=by_rules)
    return [sorted(int(e.envelope.ref) for t in members for e in t.entries) for members in found]


def company(name: str, confidence: Confidence = Confidence.SURE) -> Statement:
    return says(Kind.NAMES_COMPANY, text=name, confidence=confidence)


def role(name: str) -> Statement:
    return says(Kind.NAMES_ROLE, text=name)


def notice(number: int, at: str, *statements: Statement) -> Entry:
    return mail(number, at, ATS, says(Kind.APPLIES), *statements, side=Side.MACHINE, automatic=Automatic.NOTICE,
                system="greenhouse", subject=f"Notice {number}")  # fmt: skip


def test_a_system_notice_and_the_recruiters_mail_are_one_process_by_the_employers_name() -> None:
    received = notice(1, "2026-03-01 10:00", company("Acme Robotics"), role("Backend Engineer"))
    words = mail(2, "2026-03-03 10:00", DANA, HIRING, company("Acme Robotics"))

    assert processes(received, words) == [[1, 2]]


def test_the_recruiters_domain_is_enough_where_she_names_no_employer() -> None:
    received = notice(1, "2026-03-01 10:00", company("Acme Robotics"))

    assert processes(received, mail(2, "2026-03-03 10:00", DANA, HIRING)) == [[1, 2]]


def test_two_positions_at_one_employer_stay_apart() -> None:
    one = notice(1, "2026-03-01 10:00", company("Acme Robotics"), role("Backend Engineer"))
    two = notice(2, "2026-03-01 11:00", company("Acme Robotics"), role("Data Scientist"))
    about_two = mail(3, "2026-03-05 10:00", DANA, HIRING, company("Acme Robotics"), role("Data Scientist"), subject="x")

    assert processes(one, two, about_two) == [[1], [2, 3]]


def test_a_headhunters_two_clients_stay_apart() -> None:
    one = mail(1, "2026-03-01 10:00", HEADHUNTER, HIRING, company("Fundy & Main"), role("Sales Director"), subject="a")
    two = mail(2, "2026-03-02 10:00", HEADHUNTER, HIRING, company("Harbour Inns"), role("General Manager"), subject="b")

    assert processes(one, two) == [[1], [2]]


def test_an_agency_and_the_client_it_names_later_are_one_process() -> None:
    headhunter = says(Kind.HAS_ROLE, text=Role.HEADHUNTER, who=(HEADHUNTER,))
    one = mail(1, "2026-03-01 10:00", HEADHUNTER, HIRING, company("Search & Sons"), headhunter, subject="a")
    two = mail(
        2, "2026-03-02 10:00", HEADHUNTER, HIRING, company("Harbour Inns"), company("Search & Sons"), subject="b"
    )

    assert processes(one, two) == [[1, 2]]


def test_an_approach_i_left_unanswered_is_no_part_of_my_own_application() -> None:
    mine = notice(1, "2026-03-01 10:00", company("Acme Robotics"), role("Backend Engineer"))
    stranger = mail(2, "2026-03-02 10:00", HEADHUNTER, says(Kind.OUTREACH), company("Acme Robotics"),
                    role("Backend Engineer"), subject="b")  # fmt: skip

    assert processes(mine, stranger) == [[1]]


def test_a_position_spelled_out_in_the_other_subject_is_the_same() -> None:
    received = mail(1, "2026-03-01 10:00", ATS, says(Kind.APPLIES), company("Acme Robotics"), role("Clinical Engineer"),
                    side=Side.MACHINE, automatic=Automatic.NOTICE, system="greenhouse",
                    subject="Clinical Engineer - Virtual Ward: received")  # fmt: skip
    short = mail(
        2, "2026-03-03 10:00", DANA, HIRING, company("Acme Robotics"), role("Virtual Ward engineer"), subject="x"
    )

    assert processes(received, short) == [[1, 2]]


def test_a_headhunters_mail_belongs_to_the_client_in_its_subject() -> None:
    one = mail(1, "2026-03-01 10:00", HEADHUNTER, HIRING, company("Merrow Capital"), role("Accountant"), subject="a")
    two = mail(2, "2026-03-02 10:00", HEADHUNTER, HIRING, company("Kestleigh Biologics"), role("Analyst"), subject="b")
    later = mail(3, "2026-03-09 10:00", HEADHUNTER, HIRING, subject="Merrow, final round")

    assert processes(one, two, later) == [[1, 3], [2]]


def test_two_reference_numbers_at_one_employer_are_two_positions() -> None:
    one = mail(1, "2026-03-01 10:00", ATS, says(Kind.APPLIES), company("Acme Robotics"), side=Side.MACHINE,
               automatic=Automatic.NOTICE, system="greenhouse", subject="Your application J-4127")  # fmt: skip
    two = mail(2, "2026-03-02 10:00", ATS, says(Kind.APPLIES), company("Acme Robotics"), side=Side.MACHINE,
               automatic=Automatic.NOTICE, system="greenhouse", subject="Your application J-4233")  # fmt: skip

    assert processes(one, two) == [[1], [2]]


def test_a_recruiters_positions_of_two_numbers_stay_apart_though_she_and_the_firm_are_the_same() -> None:
    one = mail(1, "2026-03-01 10:00", DANA, HIRING, company("Acme Robotics"), subject="Your form, R-104417")
    two = mail(2, "2026-03-05 10:00", DANA, HIRING, company("Acme Robotics"), subject="Your other one! R-104502")

    assert processes(one, two) == [[1], [2]]


def test_what_i_pass_on_to_a_friend_begins_no_process() -> None:
    forward = mail(1, "2026-03-01 10:00", MINE, says(Kind.HIRING, confidence=Confidence.LIKELY),
                   to=(Address("mama@mail2.example", "Mama"),))  # fmt: skip

    assert processes(forward) == []


def test_a_new_subject_from_a_known_person_belongs_though_it_names_nothing() -> None:
    first = mail(1, "2026-03-01 10:00", DANA, HIRING, company("Acme Robotics"), role("Backend Engineer"))

    assert processes(first, mail(2, "2026-03-05 10:00", DANA, subject="Yesterday")) == [[1, 2]]


def test_employers_of_similar_name_stay_apart() -> None:
    hotels = Address("a@maplecourthotels.example", "A")
    living = Address("b@maplecourtliving.example", "B")
    one = mail(1, "2026-03-01 10:00", hotels, HIRING, company("Maplecourt Hotels"), subject="a")
    two = mail(2, "2026-03-02 10:00", living, HIRING, company("Maplecourt Living"), subject="b")

    assert processes(one, two) == [[1], [2]]


def test_an_approach_is_none_of_mine_until_i_answer_it() -> None:
    cold = mail(1, "2026-03-01 10:00", HEADHUNTER, HIRING, says(Kind.OUTREACH))
    answer = mail(2, "2026-03-02 10:00", MINE, references=("<1@test.example>",), to=(HEADHUNTER,))
    refusal = mail(
        2, "2026-03-02 10:00", MINE, says(Kind.NOT_INTERESTED), references=("<1@test.example>",), to=(HEADHUNTER,)
    )

    assert processes(cold) == []
    assert processes(cold, answer) == [[1, 2]]
    assert processes(cold, refusal) == []


def test_what_is_no_hiring_process_is_left_out_whatever_date_it_names() -> None:
    landlord = mail(1, "2026-03-01 10:00", OMAR, says(Kind.DECIDES_BY), says(Kind.NOT_HIRING))

    assert processes(landlord, mail(2, "2026-03-01 11:00", DANA, subject="lunch?")) == []


def test_newsletters_are_left_out_even_of_an_employer_of_mine() -> None:
    first = mail(1, "2026-03-01 10:00", DANA, HIRING, company("Acme Robotics"))
    news = mail(2, "2026-03-02 10:00", Address("news@acmerobotics.example"), company("Acme Robotics"), HIRING,
                side=Side.MACHINE, automatic=Automatic.BULK, subject="Acme news")  # fmt: skip

    assert processes(first, news) == [[1]]


def test_a_customer_mail_from_the_employers_domain_does_not_join() -> None:
    first = mail(1, "2026-03-01 10:00", DANA, HIRING, company("Acme Robotics"))
    shop = mail(2, "2026-03-02 10:00", Address("shop@acmerobotics.example", "Acme"), subject="Your order")

    assert processes(first, shop) == [[1]]


def test_a_colleague_who_speaks_of_another_joins_though_his_words_tell_nothing() -> None:
    gwen = Address("gwendolyn@acmerobotics.example", "Gwendolyn Baskerville")
    first = mail(1, "2026-03-01 10:00", gwen, HIRING, company("Acme Robotics"))
    hint = mail(2, "2026-03-02 10:00", OMAR, spoken_of("last", "night", "gwen"), subject="last night")
    results = mail(2, "2026-03-02 10:00", OMAR, spoken_of("Dear"), subject="Your results")
    bill = mail(2, "2026-03-02 10:00", OMAR, says(Kind.NOT_HIRING), spoken_of("Gwen"), subject="Your order")

    assert processes(first, hint) == [[1, 2]]
    assert processes(first, results) == [[1]]
    assert processes(first, bill) == [[1]]


def test_the_employer_that_i_turned_to_approaches_nobody_else() -> None:
    received = notice(1, "2026-03-01 10:00", company("Acme Robotics"))
    eager = mail(2, "2026-03-02 10:00", DANA, HIRING, says(Kind.OUTREACH), company("Acme Robotics"), subject="Hello")

    assert processes(received, eager) == [[1, 2]]


def test_an_owner_who_asks_from_home_begins_a_process_once_i_am_interested() -> None:
    art = Address("artbaca@mesapost.example", "Art Baca")
    firm = company("Trujillo & Baca", LIKELY)
    asks = mail(1, "2026-03-01 10:00", art, says(Kind.ASKS_ME), firm, subject="manny gave me this")
    friend = mail(1, "2026-03-01 10:00", art, says(Kind.ASKS_ME), subject="The lake")
    interested = mail(2, "2026-03-02 10:00", MINE, says(Kind.INTERESTED, confidence=LIKELY), to=(art,),
                      in_reply_to="<1@test.example>", subject="Re: manny gave me this")  # fmt: skip

    assert processes(asks, interested) == [[1, 2]]
    assert processes(friend, interested) == []


def test_my_forward_to_a_friend_is_no_word_to_the_employer() -> None:
    first = mail(1, "2026-03-01 10:00", DANA, HIRING, company("Acme Robotics"))
    friend = Address("femi@post.example", "Femi")
    forward = mail(2, "2026-03-02 10:00", MINE, references=("<1@test.example>",), to=(friend,), subject="Fwd: Backend")

    assert processes(first, forward) == [[1]]


def test_my_forward_under_a_subject_that_names_the_employer_is_no_word_to_them() -> None:
    asked = mail(1, "2026-03-01 10:00", DANA, HIRING, company("Acme Robotics"), subject="Acme: a visit")
    mama = (Address("mama@mail2.example", "Mama"),)
    passed_on = mail(2, "2026-03-02 10:00", MINE, to=mama, subject="Fwd: Acme: a visit")

    assert processes(asked, passed_on) == [[1]]


def test_an_event_of_the_same_identity_joins_whatever_else_differs() -> None:
    start = moment("2026-03-10 14:00")
    booked = says(Kind.INTERVIEW, start=start, uid="event-1")
    first = mail(1, "2026-03-01 10:00", DANA, HIRING, booked)
    moved = mail(2, "2026-03-02 10:00", Address("calendar@other.example"), says(Kind.INTERVIEW, start=start, uid="event-1"),
                 subject="Updated")  # fmt: skip

    assert processes(first, moved) == [[1, 2]]


def test_two_positions_with_one_recruiter_stay_apart_and_a_subject_tells_which_is_meant() -> None:
    one = mail(1, "2026-03-01 10:00", MINE, says(Kind.APPLIES), company("Acme"), role("Litigation Paralegal"))
    two = mail(2, "2026-03-02 10:00", MINE, says(Kind.APPLIES), company("Acme"), role("Immigration Paralegal"))
    about_one = mail(3, "2026-03-05 10:00", DANA, HIRING, subject="References (litigation)")

    assert processes(one, two, about_one) == [[1, 3], [2]]


def test_a_receipt_that_names_no_employer_is_for_the_position_in_its_subject() -> None:
    received = mail(1, "2026-03-01 10:00", ATS, says(Kind.APPLIES), side=Side.MACHINE, automatic=Automatic.NOTICE,
                    system="greenhouse", subject="Received: Registrar, Exhibitions and Loans")  # fmt: skip
    words = mail(2, "2026-03-03 10:00", DANA, HIRING, role("Registrar (Exhibitions and Loans)"), subject="Your letter")

    assert processes(received, words) == [[1, 2]]


def test_interviews_that_somebody_doubts_are_mine_need_more_evidence() -> None:
    panel = mail(1, "2026-03-01 10:00", DANA, HIRING, role("Graduate Engineer"))
    doubted = mail(
        2, "2026-03-02 10:00", OMAR, HIRING, role("Estimator"), says(Kind.NOT_HIRING, confidence=Confidence.LIKELY)
    )

    assert processes(panel) == [[1]]
    assert processes(doubted) == []


def test_an_approach_that_i_wrote_on_about_is_mine_though_my_first_word_read_like_a_no() -> None:
    approach = mail(1, "2026-03-01 10:00", DANA, HIRING, says(Kind.OUTREACH))
    doubtful = mail(2, "2026-03-02 10:00", MINE, says(Kind.NOT_INTERESTED), in_reply_to="<1@test.example>")
    further = mail(3, "2026-03-03 10:00", MINE, in_reply_to="<1@test.example>")

    assert processes(approach, doubtful) == []
    assert processes(approach, doubtful, further) == [[1, 2, 3]]


def test_an_answer_that_only_sounds_like_a_no_leaves_out_no_process() -> None:
    approach = mail(1, "2026-03-01 10:00", DANA, HIRING, says(Kind.OUTREACH))
    rule = 'the whole reads like it: "not"'
    heard = mail(2, "2026-03-02 10:00", MINE, says(Kind.NOT_INTERESTED, rule=rule), in_reply_to="<1@test.example>")

    assert processes(approach, heard) == [[1, 2]]


def test_a_system_approaches_nobody() -> None:
    received = mail(1, "2026-03-01 10:00", ATS, HIRING, says(Kind.OUTREACH), side=Side.MACHINE,
                    automatic=Automatic.NOTICE, system="greenhouse")  # fmt: skip

    assert processes(received) == [[1]]


def test_a_person_who_writes_from_another_address_is_known_by_name() -> None:
    first = mail(1, "2026-03-01 10:00", Address("ros.tate@loft.gmx.net", "Ros Tate"), HIRING, says(Kind.APPLIES))
    later = mail(2, "2026-03-05 10:00", Address("rt@kilnworks.example", "Tate, Ros"), HIRING, subject="Tuesday")
    other = mail(3, "2026-03-06 10:00", Address("m@kilnworks2.example", "Mo Tate"), HIRING, subject="Wednesday")

    assert processes(first, later) == [[1, 2]]
    assert processes(first, other) == [[1], [3]]


def test_one_of_the_family_whose_firm_it_is_speaks_for_it() -> None:
    father = mail(1, "2026-03-01 10:00", Address("nino@gmail.com", "Nino Ferrante"), HIRING, says(Kind.APPLIES))
    son = mail(2, "2026-03-05 10:00", Address("marco@ferrante-el.example", "Marco"), HIRING,
               company("Ferrante & Sons"), subject="Dad")  # fmt: skip
    wife = mail(3, "2026-03-06 10:00", Address("rosa@gmail.com", "Rosa Ferrante"), HIRING, subject="Nino")
    gina = mail(5, "2026-03-07 10:00", Address("gina.f@gmail.com", "Gina Ferrante"), HIRING, subject="Trial")
    enzo = mail(6, "2026-03-02 10:00", Address("enzoferrante52@gmail.com", "Enzo"), HIRING, says(Kind.APPLIES))
    cousin = mail(4, "2026-03-06 10:00", Address("lu@gmail.com", "Lu Ferrante"), subject="Lunch")

    assert processes(father, son, wife, cousin) == [[1, 2, 3]]
    assert processes(enzo, gina) == [[5, 6]]


def test_one_of_a_family_at_a_firm_of_any_name_joins_where_one_speaks_of_the_other() -> None:
    doctor = mail(1, "2026-03-01 10:00", Address("doc@farmline.example", "Hollis Amstutz"), HIRING, says(Kind.APPLIES))
    judy = Address("judy.amstutz49@farmmail.example", "Judy Amstutz")
    wife = mail(2, "2026-03-05 10:00", judy, HIRING, spoken_of("Hollis", "Erin"), subject="From Judy")
    namesake = mail(3, "2026-03-05 10:00", judy, HIRING, subject="From Judy")

    assert processes(doctor, wife) == [[1, 2]]
    assert processes(doctor, namesake) == [[1], [3]]


def test_somebody_new_who_begins_with_a_name_of_the_other_goes_on_with_it() -> None:
    bartek = mail(1, "2026-03-01 10:00", Address("bw@skrzynka.example", "Bartek Wrona"), HIRING, says(Kind.APPLIES))
    dorota = Address("desk@valephysio.example", "Dorota")
    wife = mail(2, "2026-03-05 10:00", dorota, HIRING, spoken_of("Bartek"), subject="Saturday trial")
    another = mail(3, "2026-03-05 10:00", dorota, HIRING, company("Vale Spa"), spoken_of("Bartek"), subject="Trial")

    assert processes(bartek, wife) == [[1, 2]]
    assert processes(bartek, another) == [[1], [3]]


def test_a_firm_of_which_its_founder_spoke_from_home_goes_on_from_its_own_domain() -> None:
    home = mail(1, "2026-03-01 10:00", Address("oz.tam88@inkmail.example", "oz"), HIRING, says(Kind.APPLIES),
                spoken_of("lockers", "peblo"), subject="jas gave me ur email")  # fmt: skip
    olena = mail(2, "2026-03-05 10:00", Address("olena@peblo.example", "Olena"), subject="Small exercise")
    other = mail(3, "2026-03-05 10:00", Address("olena@pebble.example", "Olena"), subject="Small exercise")

    assert processes(home, olena) == [[1, 2]]
    assert processes(home, other) == [[1]]


def test_a_firm_that_an_owner_or_an_agency_spoke_of_is_known_when_it_writes() -> None:
    owner = mail(1, "2026-03-01 10:00", Address("owain.mix@homemail.example", "Owain"), HIRING, says(Kind.APPLIES),
                 spoken_of("Celtway", "Audio"), subject="Podcast editor")  # fmt: skip
    agency = says(Kind.HAS_ROLE, text=Role.HEADHUNTER, who=(HEADHUNTER,))
    client = mail(2, "2026-03-02 10:00", HEADHUNTER, HIRING, agency, role("Editor"), spoken_of("Celtway", "Audio"))
    nia = Address("nia@celtwayaudio.example", "Nia Celyn")
    firm = mail(3, "2026-03-09 10:00", nia, HIRING, company("Celtway Audio"), subject="The job")
    other = mail(3, "2026-03-09 10:00", nia, HIRING, company("Celtway Glass"), subject="The job")

    assert processes(owner, firm) == [[1, 3]]
    assert processes(client, firm) == [[2, 3]]
    assert processes(owner, other) == [[1], [3]]


def test_a_firm_that_somebody_only_compares_his_own_with_is_not_his() -> None:
    large = mail(1, "2026-03-01 10:00", Address("vj@sahyacomponents.example", "Vaishali"), HIRING,
                 company("Sahya Components"), subject="Your application")  # fmt: skip
    small = mail(2, "2026-03-05 10:00", Address("bharat62@homemail.example", "Bharat"), HIRING, says(Kind.APPLIES),
                 spoken_of("sahya", "composites", "components"), subject="namaste")  # fmt: skip

    assert processes(large, small) == [[1], [2]]


def test_what_was_too_weak_to_begin_joins_whoever_goes_on_with_it() -> None:
    son = Address("donnacha@quaymail.example", "Donnacha Crowley")
    weak = mail(1, "2026-03-01 10:00", son, says(Kind.HIRING, confidence=Confidence.UNCLEAR), subject="chef")
    mine = mail(2, "2026-03-02 10:00", MINE, to=(son,), in_reply_to="<1@test.example>", subject="Re: chef")
    mother = mail(3, "2026-03-05 10:00", Address("nc52@homemail.example", "Mrs N. Crowe"), HIRING,
                  spoken_of("Donnacha"), subject="Interview")  # fmt: skip

    assert processes(weak, mine) == []
    assert processes(weak, mine, mother) == [[1, 2, 3]]


def test_the_first_person_of_a_firm_that_a_machine_had_answered_for_joins_though_the_words_tell_nothing() -> None:
    receipt = notice(1, "2026-03-01 10:00", says(Kind.APPLIES), company("Kestrel Bridges"))
    person = Address("ngaire@kestrelbridges.example", "Ngaire")
    exercise = mail(2, "2026-03-05 10:00", person, says(Kind.ASKS_ME), subject="A wee exercise")
    bill = mail(3, "2026-03-05 10:00", person, says(Kind.NOT_HIRING), subject="Your order")

    assert processes(receipt, exercise) == [[1, 2]]
    assert processes(receipt, bill) == [[1]]


def test_a_part_of_what_a_position_is_called_is_no_other_one() -> None:
    approach = mail(1, "2026-03-01 10:00", DANA, HIRING, role("Collections Lead"), spoken_of("Heritage", "Lead"))
    news = mail(2, "2026-03-05 10:00", DANA, HIRING, role("Heritage Lead"), subject="Read this")
    other = mail(3, "2026-03-05 10:00", DANA, HIRING, role("Archive Lead"), subject="Read this")

    assert processes(approach, news) == [[1, 2]]
    assert processes(approach, other) == [[1], [3]]


def test_a_receipt_whose_subject_alone_tells_the_firm_belongs_to_what_follows() -> None:
    received = mail(1, "2026-03-01 10:00", ATS, HIRING, says(Kind.APPLIES), role("Backend Engineer"), side=Side.MACHINE,
                    automatic=Automatic.NOTICE, system="greenhouse", subject="Acme Robotics: we have it")  # fmt: skip
    by_name = mail(2, "2026-03-03 10:00", Address("d@mail.gmx.net", "Dana Ruiz"), HIRING, company("Acme Robotics"))
    by_domain = mail(3, "2026-03-03 10:00", DANA, HIRING, subject="Monday")

    assert processes(received, by_name) == [[1, 2]]
    assert processes(received, by_domain) == [[1, 3]]


def test_processes_that_turn_out_to_be_one_are_joined_and_different_positions_are_not() -> None:
    nino = Address("nino@gmail.com", "Nino Ferrante")
    one = mail(1, "2026-03-01 10:00", nino, HIRING, says(Kind.APPLIES), subject="Hello")
    two = mail(2, "2026-03-03 10:00", DANA, HIRING, says(Kind.APPLIES), subject="A call")
    both = mail(3, "2026-03-05 10:00", DANA, HIRING, subject="Thursday", cc=(nino,))

    assert processes(one, two) == [[1], [2]]
    assert processes(one, two, both) == [[1, 2, 3]]

    first, second = (
        Entry(one.envelope, (*one.statements, role("Foreman"))),
        Entry(two.envelope, (*two.statements, role("Buyer"))),
    )

    assert processes(first, second, both) == [[1], [2, 3]]


def test_what_my_employer_hires_for_is_settled_by_what_they_said_first() -> None:
    asked = mail(1, "2026-03-01 10:00", DANA, says(Kind.NOT_HIRING), says(Kind.INTERVIEW), subject="x")
    answer = mail(2, "2026-03-02 10:00", MINE, HIRING, role("Cook"), in_reply_to="<1@test.example>", subject="Re: x")

    assert processes(asked, answer) == []


def test_words_of_hiring_that_no_more_than_balance_a_doubt_leave_a_booked_interview_half_its_weight() -> None:
    panel = mail(1, "2026-03-01 10:00", DANA, says(Kind.HIRING, confidence=LIKELY), says(Kind.INTERVIEW),
                 says(Kind.NOT_HIRING, confidence=LIKELY), subject="x")  # fmt: skip
    answer = mail(2, "2026-03-02 10:00", MINE, in_reply_to="<1@test.example>", subject="Re: x")

    assert processes(panel, answer) == []


def wanted(number: int, at: str, name: str) -> Entry:
    """An agency's first word of an opening whose employer it does not name."""
    headhunter = says(Kind.HAS_ROLE, text=Role.HEADHUNTER, who=(HEADHUNTER,))
    opening = says(Kind.NAMES_ROLE, text=name, rule="role.need_a", confidence=LIKELY)
    return mail(number, at, HEADHUNTER, HIRING, headhunter, opening, subject=f"Opening {number}")


def test_an_agency_that_tells_of_an_opening_again_tells_of_another() -> None:
    one, two = wanted(1, "2026-03-01 10:00", "Surveyor"), wanted(2, "2026-03-08 10:00", "Manager")
    answers = [
        mail(n + 2, f"2026-03-1{n} 10:00", MINE, to=(HEADHUNTER,), in_reply_to=f"<{n}@test.example>") for n in (1, 2)
    ]

    assert processes(one, two, *answers) == [[1, 3], [2, 4]]


def test_another_opening_is_another_whatever_the_mail_reads_like() -> None:
    one = wanted(1, "2026-03-01 10:00", "Chef")
    other = says(Kind.OUTREACH, rule="another_opening; doubted", confidence=Confidence.UNCLEAR)
    two = mail(2, "2026-03-08 10:00", HEADHUNTER, HIRING, other, role("Chef"), subject="b")
    answers = [mail(n + 2, f"2026-03-1{n} 10:00", MINE, to=(HEADHUNTER,), in_reply_to=f"<{n}@test.example>")
               for n in (1, 2)]  # fmt: skip

    assert processes(one, two, *answers) == [[1, 3], [2, 4]]


def test_somebody_new_of_a_firm_who_sets_his_opening_apart_tells_of_another() -> None:
    omar = Address("omar@acmerobotics.example", "Omar Haddad")
    mould = mail(1, "2026-03-01 10:00", DANA, HIRING, subject="Your application")
    apart = says(Kind.OUTREACH, rule="another_opening; doubted", confidence=Confidence.UNCLEAR)
    mill = mail(2, "2026-03-08 10:00", omar, HIRING, apart, spoken_of("Dana"), subject="My own opening")
    no_other = mail(2, "2026-03-08 10:00", omar, HIRING, spoken_of("Dana"), subject="My own opening")
    received = notice(3, "2026-03-01 10:00", company("Acme Robotics"))

    assert processes(mould, mill) == [[1], [2]]
    assert processes(mould, no_other) == [[1, 2]]
    assert processes(received, mill) == [[2, 3]]


def test_an_opening_that_an_agency_tells_of_is_none_of_mine_until_i_answer() -> None:
    told = wanted(1, "2026-03-01 10:00", "Surveyor")
    mine = mail(2, "2026-03-02 10:00", MINE, to=(HEADHUNTER,), in_reply_to="<1@test.example>", subject="Re: Opening 1")

    assert processes(told) == []
    assert processes(told, mine) == [[1, 2]]


def test_an_employer_in_the_subject_tells_more_than_who_writes() -> None:
    inns = mail(1, "2026-03-01 10:00", HEADHUNTER, HIRING, company("Harbour Inns"), subject="a")
    mill = mail(2, "2026-03-02 10:00", OMAR, HIRING, company("Wexley Mill"), subject="b")
    later = mail(3, "2026-03-09 10:00", HEADHUNTER, HIRING, subject="Wexley Mill")

    assert processes(inns, mill, later) == [[1], [2, 3]]


def test_of_two_employers_that_begin_alike_a_subject_speaks_of_the_one_it_has_more_words_of() -> None:
    hill = mail(1, "2026-03-01 10:00", OMAR, HIRING, company("Baobab Hill Lodge"), subject="a")
    bay = mail(2, "2026-03-02 10:00", HEADHUNTER, HIRING, company("Baobab Bay Hotels"), subject="b")
    owner = mail(3, "2026-03-09 10:00", Address("liesel@isarpost.example", "Liesel Lang"), says(Kind.PROPOSES),
                 subject="Baobab Hill")  # fmt: skip

    assert processes(hill, bay, owner) == [[1, 3], [2]]


def test_who_writes_from_home_was_announced_by_first_name() -> None:
    chair = says(Kind.HAS_ROLE, text=Role.HIRING_MANAGER, who=(Address("", "Dermot"),))
    office = mail(1, "2026-03-01 10:00", OMAR, HIRING, company("Wexley College"), chair, subject="a")
    dermot = Address("d.fahy@farmpost.example", "Dermot Fahy")
    home = mail(2, "2026-03-09 10:00", dermot, HIRING, subject="principal")
    elsewhere = mail(2, "2026-03-09 10:00", dermot, HIRING, company("Loughrea Marts"), subject="principal")

    assert processes(office, home) == [[1, 2]]
    assert processes(office, elsewhere) == [[1], [2]]


def spoken_of(*names: str) -> Statement:
    return says(Kind.MENTIONS, text=" ".join(names))


def test_of_two_positions_at_one_firm_a_new_colleague_writes_of_that_whose_people_she_names() -> None:
    one = mail(1, "2026-03-01 10:00", DANA, HIRING, role("Backend Engineer"), subject="a")
    two = mail(2, "2026-03-02 10:00", OMAR, HIRING, role("Data Scientist"), subject="b")
    fay = Address("fay@acmerobotics.example", "Fay Odum")
    of_the_first = mail(3, "2026-03-09 10:00", fay, HIRING, spoken_of("Dana"), subject="Hello")

    assert processes(one, two, of_the_first) == [[1, 3], [2]]


def test_whoever_takes_an_agencys_candidates_over_writes_of_the_same_opening() -> None:
    successor = Address("fay@search.example", "Fay Odum")
    one = mail(1, "2026-03-01 10:00", HEADHUNTER, HIRING, says(Kind.OUTREACH), role("Pharmacist"), subject="a")
    mine = mail(2, "2026-03-02 10:00", MINE, to=(HEADHUNTER,), in_reply_to="<1@test.example>", subject="Re: a")
    agency = says(Kind.HAS_ROLE, text=Role.HEADHUNTER, who=(HEADHUNTER,))
    known = mail(3, "2026-03-03 10:00", HEADHUNTER, agency, in_reply_to="<2@test.example>", subject="Re: a")
    reveals = mail(4, "2026-03-09 10:00", successor, HIRING, says(Kind.OUTREACH), role("Pharmacist"),
                   company("Harbour Inns"), spoken_of("Lorne"), subject="b")  # fmt: skip

    assert processes(one, mine, known, reveals) == [[1, 2, 3, 4]]


def test_a_name_in_passing_tells_which_of_an_agencys_clients_is_meant() -> None:
    one = mail(1, "2026-03-01 10:00", HEADHUNTER, HIRING, company("Harbour Inns"), role("Analyst"), subject="a")
    two = mail(2, "2026-03-02 10:00", HEADHUNTER, HIRING, company("Merrow"), role("Accountant"), subject="b")
    later = mail(3, "2026-03-09 10:00", HEADHUNTER, HIRING, company("Harbour Inns", Confidence.UNCLEAR), subject="c")

    assert processes(one, two, later) == [[1, 3], [2]]


def test_a_word_of_a_clients_name_tells_which_of_an_agencys_clients_is_meant() -> None:
    one = mail(1, "2026-03-01 10:00", HEADHUNTER, HIRING, company("Piñon Ridge"), role("Analyst"), subject="a")
    two = mail(2, "2026-03-02 10:00", HEADHUNTER, HIRING, company("Merrow"), role("Accountant"), subject="b")
    later = mail(3, "2026-03-09 10:00", HEADHUNTER, HIRING, spoken_of("The", "Piñon", "Tuesday"), subject="c")

    assert processes(one, two, later) == [[1, 3], [2]]


def test_who_names_another_firm_in_an_answer_is_of_an_agency_though_the_references_were_lost() -> None:
    names = says(Kind.NAMES_COMPANY, text="Merlion Bank", rule="company.it_is")
    answer = mail(1, "2026-03-01 10:00", HEADHUNTER, names, subject="Re: Something rather good")
    of_its_own = mail(1, "2026-03-01 10:00", HEADHUNTER, names, subject="Something rather good")

    assert agency_domains([answer], ME) == {"search.example"}
    assert agency_domains([of_its_own], ME) == frozenset()


def test_the_employer_an_agency_names_tells_more_than_who_writes_of_it() -> None:
    successor = Address("fay@search.example", "Fay Odum")
    agency = says(Kind.HAS_ROLE, text=Role.HEADHUNTER, who=(HEADHUNTER,))
    energy = mail(1, "2026-03-01 10:00", HEADHUNTER, HIRING, agency, company("Tidewrack"), role("Analyst"), subject="a")
    outdoor = mail(2, "2026-03-02 10:00", HEADHUNTER, HIRING, agency, company("Hollowell"), role("Buyer"), subject="b")
    of_energy = mail(3, "2026-03-09 10:00", successor, HIRING, company("Tidewrack"), spoken_of("Lorne"), subject="c")
    named = company("Hollowell", LIKELY)
    of_outdoor = mail(4, "2026-03-09 11:00", successor, HIRING, named, spoken_of("Lorne"), subject="d")

    assert processes(energy, outdoor, of_energy, of_outdoor) == [[1, 3], [2, 4]]


def test_a_word_that_processes_of_any_firm_have_tells_nothing() -> None:
    one = mail(1, "2026-03-01 10:00", DANA, HIRING, role("Backend Engineer"), spoken_of("Harbour"), subject="a")
    two = mail(2, "2026-03-02 10:00", DANA, HIRING, role("Data Scientist"), spoken_of("Your", "Teams"), subject="b")
    elsewhere = mail(3, "2026-03-03 10:00", Address("jo@merrow.example", "Jo"), HIRING, company("Merrow"),
                     spoken_of("Your", "Teams"), subject="c")  # fmt: skip
    later = mail(4, "2026-03-09 10:00", DANA, HIRING, spoken_of("Your", "Teams", "Harbour"), subject="d")

    assert processes(one, two, elsewhere, later) == [[1, 4], [2], [3]]


def test_the_names_of_its_own_people_and_of_its_agency_tell_of_no_process_more_than_of_another() -> None:
    agency = (says(Kind.HAS_ROLE, text=Role.HEADHUNTER, who=(HEADHUNTER,)), company("Search Baptiste"))
    horses = mail(1, "2026-03-01 10:00", HEADHUNTER, HIRING, *agency, role("Manager"), spoken_of("Hugo"), subject="a")
    claims = mail(2, "2026-03-02 10:00", HEADHUNTER, HIRING, *agency, role("Lead"), cc=(OMAR,), subject="b")
    client = mail(3, "2026-03-03 10:00", OMAR, HIRING, spoken_of("Lorne", "Search", "Baptiste"), subject="c")
    successor = mail(4, "2026-03-09 10:00", Address("fay@search.example", "Fay Odum"), HIRING,
                     spoken_of("Lorne", "Search", "Baptiste", "Hugo"), subject="d")  # fmt: skip

    assert processes(horses, claims, client, successor) == [[1, 4], [2, 3]]


def test_what_was_clear_before_anything_spoke_against_it_stays_a_process() -> None:
    asked = mail(1, "2026-03-01 10:00", DANA, HIRING, subject="a")
    mine = mail(2, "2026-03-02 10:00", MINE, in_reply_to="<1@test.example>", subject="Re: a")
    wedding = mail(3, "2026-03-03 10:00", DANA, says(Kind.NOT_HIRING), in_reply_to="<2@test.example>", subject="Re: a")

    assert processes(asked, mine, wedding) == [[1, 2, 3]]


def test_what_an_agency_says_of_one_client_is_of_that_client_whatever_else_it_names() -> None:
    agency = says(Kind.HAS_ROLE, text=Role.HEADHUNTER, who=(HEADHUNTER,))
    one = mail(
        1, "2026-03-01 10:00", HEADHUNTER, HIRING, agency, company("Nullagine"), role("Tunnel lead"), subject="a"
    )
    two = mail(2, "2026-03-02 10:00", HEADHUNTER, HIRING, agency, company("Gidgee"), role("Dam engineer"), subject="b")
    filled = mail(3, "2026-03-09 10:00", HEADHUNTER, HIRING, role("Bridge lead"), spoken_of("Nullagine"), subject="c")

    assert processes(one, two, filled) == [[1, 3], [2]]


def test_an_absence_says_nothing_of_what_is_written_about() -> None:
    asked = mail(1, "2026-03-01 10:00", DANA, HIRING, subject="a")
    mine = mail(2, "2026-03-02 10:00", MINE, in_reply_to="<1@test.example>", subject="Re: a")
    away = mail(3, "2026-03-02 10:01", DANA, says(Kind.NOT_HIRING), in_reply_to="<2@test.example>", subject="Re: a",
                side=Side.MACHINE, automatic=Automatic.AWAY)  # fmt: skip

    assert processes(asked, mine, away) == [[1, 2, 3]]


def test_whom_i_copy_in_tells_of_whose_lunch_i_write() -> None:
    house = mail(1, "2026-03-01 10:00", DANA, HIRING, company("Kilbrack House"), subject="Your menus")
    husband = Address("rupert.orr@waterpost.example", "Rupert Orr")
    lunch = mail(2, "2026-03-05 10:00", husband, says(Kind.ASKS_ME), subject="Luncheon")
    answer = mail(3, "2026-03-05 16:00", MINE, to=(husband,), cc=(DANA,), in_reply_to="<2@test.example>")

    assert processes(house, lunch) == [[1]]
    assert processes(house, lunch, answer) == [[1, 2, 3]]


def test_what_surely_is_none_of_hiring_is_none_of_it_whoever_writes() -> None:
    placements = Address("placements@school.example", "Prof. Kulkarni")
    result = mail(1, "2026-03-01 10:00", placements, HIRING, company("Acme Robotics"), subject="Result")
    robes = mail(2, "2026-03-05 10:00", placements, says(Kind.NOT_HIRING), subject="Convocation")

    assert processes(result, robes) == [[1]]


def test_what_i_write_to_a_client_and_its_agency_is_of_that_client() -> None:
    one = mail(1, "2026-03-01 10:00", HEADHUNTER, HIRING, role("Analyst"), cc=(OMAR,), subject="a")
    two = mail(2, "2026-03-02 10:00", HEADHUNTER, HIRING, role("Accountant"), subject="b")
    thanks = mail(3, "2026-03-09 10:00", MINE, to=(OMAR,), cc=(HEADHUNTER,), subject="Yesterday")

    assert processes(one, two, thanks) == [[1, 3], [2]]


def test_a_name_that_one_process_alone_has_tells_that_it_is_meant() -> None:
    one = mail(1, "2026-03-01 10:00", HEADHUNTER, HIRING, role("Analyst"), spoken_of("Harms", "Friday"), subject="a")
    two = mail(2, "2026-03-02 10:00", HEADHUNTER, HIRING, role("Accountant"), spoken_of("Kiel"), subject="b")
    later = mail(3, "2026-03-09 10:00", HEADHUNTER, HIRING, spoken_of("Mr", "Harms"), subject="c")
    on_a_day = mail(3, "2026-03-09 10:00", HEADHUNTER, HIRING, spoken_of("Friday"), subject="c")

    assert processes(one, two, later) == [[1, 3], [2]]
    assert processes(one, two, on_a_day) == [[1], [2, 3]]


def test_an_agencys_opening_that_i_answered_is_mine_whatever_its_words_read_like() -> None:
    doubt = says(Kind.NOT_HIRING, confidence=LIKELY)
    told = wanted(1, "2026-03-01 10:00", "Surveyor")
    mine = mail(2, "2026-03-02 10:00", MINE, doubt, to=(HEADHUNTER,), in_reply_to="<1@test.example>")
    doubted = mail(3, "2026-03-03 10:00", HEADHUNTER, doubt, says(Kind.NOT_HIRING), in_reply_to="<2@test.example>")

    assert processes(told, mine, doubted) == [[1, 2, 3]]


def test_a_number_in_two_subjects_is_a_positions_though_nothing_calls_it_so() -> None:
    firm = company("Acme Robotics")
    one = notice(1, "2026-03-01 10:00", firm, role("Backend Engineer"))
    other = mail(2, "2026-03-01 11:00", ATS, says(Kind.APPLIES), firm, role("Data Scientist"), side=Side.MACHINE,
                 automatic=Automatic.NOTICE, system="greenhouse", subject="Acme: Data Scientist, 3402, thank you")  # fmt: skip
    of_one = mail(3, "2026-03-02 10:00", OMAR, HIRING, firm, role("Backend Engineer"), subject="Backend Engineer")
    colleague = says(Kind.MENTIONS, text="Omar")
    of_other = mail(4, "2026-03-03 10:00", DANA, HIRING, firm, colleague, subject="Your 3402 application")

    assert processes(one, other, of_one, of_other) == [[1, 3], [2, 4]]


def test_of_two_employers_of_one_name_the_domain_tells() -> None:
    college = notice(1, "2026-03-01 10:00", company("St Alban's College"), role("Mathematics Teacher"))
    head = Address("head@stalbansgrammar.example", "Hugh Carmody")
    name = company("St Alban's Grammar School")
    other = mail(2, "2026-03-02 10:00", head, HIRING, name, role("Head of Drama"), subject="Drama")
    gabby = Address("gtran@stalbans-college.example", "Gabrielle Tran")
    asked = mail(3, "2026-03-03 10:00", gabby, HIRING, company("St Albans"), subject="The job at St Albans")

    assert processes(college, other, asked) == [[1, 3], [2]]


def test_a_colleague_who_asks_me_something_joins_though_nothing_else_tells_what_it_is_about() -> None:
    first = mail(1, "2026-03-01 10:00", DANA, HIRING, company("Acme Robotics"))
    asks = mail(2, "2026-03-02 10:00", OMAR, says(Kind.ASKS_ME), subject="your drawing")

    assert processes(first, asks) == [[1, 2]]


def test_of_two_positions_at_one_employer_that_joins_whose_words_a_mail_has() -> None:
    one = notice(1, "2026-03-01 10:00", company("Acme Robotics"), role("Operations Manager"))
    two = notice(2, "2026-03-01 11:00", company("Acme Robotics"), role("Data Scientist"))
    words = mail(3, "2026-03-05 10:00", DANA, HIRING, company("Acme Robotics"), spoken_of("Operations"), subject="Hi")

    assert processes(one, two, words) == [[1, 3], [2]]


def test_of_an_agencys_two_clients_the_one_that_its_writer_deals_with_goes_on() -> None:
    colleague = Address("ruth@search.example", "Ruth Amadi")
    one = mail(1, "2026-03-01 10:00", HEADHUNTER, HIRING, company("Fundy & Main"), subject="a")
    two = mail(2, "2026-03-02 10:00", HEADHUNTER, HIRING, company("Harbour Inns"), subject="b")
    taken = mail(3, "2026-03-03 10:00", colleague, HIRING, company("Harbour Inns"), references=("<2@test.example>",))
    on = mail(4, "2026-03-04 10:00", HEADHUNTER, HIRING, subject="c")

    assert processes(one, two, taken, on) == [[1, 4], [2, 3]]


def test_where_i_stand_elsewhere_does_not_tell_what_my_answer_belongs_to() -> None:
    other = notice(1, "2026-03-01 10:00", company("Acme Robotics"), role("Data Scientist"))
    one = mail(2, "2026-03-01 12:00", HEADHUNTER, HIRING, company("Fundy & Main"), role("Sales Director"), subject="a")
    on = mail(3, "2026-03-04 10:00", HEADHUNTER, HIRING, subject="b")
    answer = mail(4, "2026-03-04 12:00", MINE, company("Acme Robotics"), role("Data Scientist"), to=(HEADHUNTER,),
                  in_reply_to="<3@test.example>", references=("<3@test.example>",), subject="Re: b")  # fmt: skip

    assert processes(other, one, on, answer) == [[1], [2, 3, 4]]


def test_a_colleague_who_writes_from_home_joins_by_the_firm_and_somebody_he_speaks_of() -> None:
    first = mail(1, "2026-03-01 10:00", DANA, HIRING, company("Acme Robotics"), spoken_of("Kasia"))
    home = Address("mdrozd.priv@poczta.example", "michał d.")
    words = mail(2, "2026-03-05 10:00", home, HIRING, spoken_of("Acme", "Kasia"), subject="late scans")
    other = mail(2, "2026-03-05 10:00", home, HIRING, spoken_of("Kasia"), subject="late scans")

    assert processes(first, words) == [[1, 2]]
    assert processes(first, other) == [[1], [2]]


APART = says(Kind.OUTREACH, rule="another_opening; doubted", confidence=Confidence.UNCLEAR, text=BEGINS_APART)


def test_who_answers_an_old_mail_to_tell_of_another_opening_tells_of_another() -> None:
    one = mail(1, "2026-03-01 10:00", HEADHUNTER, HIRING, company("Fundy & Main"), subject="Fundy")
    yes = mail(2, "2026-03-02 10:00", MINE, to=(HEADHUNTER,), in_reply_to="<1@test.example>", subject="Re: Fundy")
    two = mail(3, "2026-03-08 10:00", HEADHUNTER, HIRING, APART, company("Harbour Inns"),
               in_reply_to="<2@test.example>", subject="Re: Fundy")  # fmt: skip
    answer = mail(4, "2026-03-09 10:00", MINE, to=(HEADHUNTER,), in_reply_to="<3@test.example>", subject="Re: Fundy")
    on = mail(5, "2026-03-10 10:00", HEADHUNTER, HIRING, in_reply_to="<2@test.example>", subject="Re: Fundy")

    assert processes(one, yes, two, answer, on) == [[1, 2, 5], [3, 4]]


def test_an_answer_in_the_wrong_thread_joins_what_it_speaks_of() -> None:
    one = mail(1, "2026-03-01 10:00", HEADHUNTER, HIRING, company("Fundy & Main"), subject="Fundy")
    two = mail(2, "2026-03-02 10:00", HEADHUNTER, HIRING, company("Harbour Inns"), subject="Inns")
    wrong = mail(3, "2026-03-08 10:00", HEADHUNTER, HIRING, APART, company("Harbour Inns"),
                 in_reply_to="<1@test.example>", subject="Re: Fundy")  # fmt: skip

    assert processes(one, two, wrong) == [[1], [2, 3]]


def test_an_opening_that_i_answer_in_a_mail_of_its_own_is_taken_up() -> None:
    known = mail(1, "2026-03-01 10:00", HEADHUNTER, HIRING, company("Fundy & Main"), subject="a")
    agency = says(Kind.HAS_ROLE, text=Role.HEADHUNTER, rule="role.agency")
    told = mail(2, "2026-03-04 10:00", HEADHUNTER, HIRING, agency, APART, company("Harbour Inns"), subject="b")
    mine = mail(3, "2026-03-05 10:00", MINE, to=(HEADHUNTER,), subject="Harbour Inns")
    other = mail(3, "2026-03-05 10:00", MINE, to=(HEADHUNTER,), subject="Thursday")

    assert processes(known, told, mine) == [[1], [2, 3]]
    assert processes(known, told, other) == [[1, 3]]


def test_whom_i_turn_to_of_my_own_accord_are_two_though_the_position_is_one() -> None:
    anjali, ennis = Address("anjali@inmail.example", "Anjali"), Address("ennis@grove.example", "P. Ennis")
    one = mail(1, "2026-03-01 10:00", MINE, says(Kind.APPLIES), HIRING, role("Hygienist"), to=(anjali,), subject="a")
    two = mail(2, "2026-03-02 10:00", MINE, says(Kind.APPLIES), HIRING, role("Hygienist"), to=(ennis,), subject="b")

    assert processes(one, two) == [[1], [2]]


def test_a_department_of_a_firm_is_no_other_employer() -> None:
    first = mail(1, "2026-03-01 10:00", DANA, HIRING, company("Acme Robotics"), subject="a")
    other = mail(2, "2026-03-04 10:00", OMAR, HIRING, company("Fraud Analytics"), subject="b")

    assert processes(first, other) == [[1, 2]]


def test_a_thread_of_two_openings_goes_on_with_that_of_which_a_mail_has_the_names() -> None:
    one = mail(1, "2026-03-01 10:00", HEADHUNTER, HIRING, company("Fundy & Main"), spoken_of("Fundy", "Curtis"))
    two = mail(2, "2026-03-08 10:00", HEADHUNTER, HIRING, APART, company("Harbour Inns"), spoken_of("Harbour"),
               in_reply_to="<1@test.example>")  # fmt: skip
    yes = mail(3, "2026-03-09 10:00", MINE, to=(HEADHUNTER,), in_reply_to="<2@test.example>")
    again = mail(4, "2026-03-10 10:00", HEADHUNTER, spoken_of("Curtis", "Tuesday"), in_reply_to="<3@test.example>")

    assert processes(one, two, yes, again) == [[1, 4], [2, 3]]


def test_a_position_is_known_by_its_initials() -> None:
    one = notice(1, "2026-03-01 10:00", company("Acme Robotics"), role("Clinical Research Coordinator"))
    two = notice(2, "2026-03-01 11:00", company("Acme Robotics"), role("Trials Administrator"))
    words = mail(3, "2026-03-05 10:00", DANA, HIRING, company("Acme Robotics"), subject="Senior CRC: interview")

    assert processes(one, two, words) == [[1, 3], [2]]


def test_a_receipt_for_my_application_begins_a_process() -> None:
    received = says(Kind.HIRING, text="applied", confidence=LIKELY)
    by_a_portal = mail(1, "2026-03-01 10:00", ATS, received, side=Side.MACHINE, automatic=Automatic.NOTICE)
    of_hiring = mail(1, "2026-03-01 10:00", ATS, says(Kind.HIRING, confidence=LIKELY), side=Side.MACHINE,
                     automatic=Automatic.NOTICE)  # fmt: skip

    assert processes(by_a_portal) == [[1]]
    assert processes(of_hiring) == []


def rare(*words: str) -> Statement:
    return says(Kind.RARE_WORDS, text=" ".join(f"{word}:3" for word in words))


def test_of_two_positions_with_one_recruiter_a_mail_is_of_that_whose_rare_words_it_has() -> None:
    tar, crane = rare("tar", "kettle"), rare("crane", "jib")
    one = mail(1, "2026-03-01 10:00", DANA, HIRING, tar, role("Roofer"), company("Acme Robotics"), subject="a")
    two = mail(2, "2026-03-02 10:00", DANA, HIRING, crane, role("Rigger"), company("Acme Robotics"), subject="b")
    kettle = mail(3, "2026-03-09 10:00", DANA, HIRING, rare("tar", "kettle", "jib"), subject="Hello")
    neither = mail(3, "2026-03-09 10:00", DANA, HIRING, rare("tar", "jib"), subject="Hello")

    assert processes(one, two, kettle) == [[1, 3], [2]]
    assert processes(one, two, neither) == [[1], [2, 3]]


def test_an_agency_that_signs_by_a_name_it_had_is_one() -> None:
    agency = says(Kind.HAS_ROLE, text=Role.HEADHUNTER, who=(HEADHUNTER,))
    signed = says(Kind.NAMES_COMPANY, text="Search & Sons", rule="company.signature")
    renamed = says(Kind.NAMES_COMPANY, text="Seeker", rule="company.signature", words="Seeker (formerly Search & Sons)")
    fay = Address("fay@seeker.example", "Fay Odum")
    known = mail(1, "2026-03-01 10:00", HEADHUNTER, HIRING, agency, signed, subject="a")

    assert agency_domains((known, mail(2, "2026-03-09 10:00", fay, renamed)), ME) == {
        "search.example",
        "seeker.example",
    }
    assert agency_domains((known, mail(2, "2026-03-09 10:00", fay)), ME) == {"search.example"}


def test_who_succeeds_an_agent_at_another_address_writes_of_the_opening_that_was_hers() -> None:
    fay = Address("fay@search-sons.example", "Fay Odum")
    agency = says(Kind.HAS_ROLE, text=Role.HEADHUNTER, who=(HEADHUNTER,))
    signed = says(Kind.NAMES_COMPANY, text="Search & Sons", rule="company.signature")
    one = mail(1, "2026-03-01 10:00", HEADHUNTER, HIRING, agency, signed, company("Harbour Inns"), subject="a")
    lorne = mail(2, "2026-03-09 10:00", fay, HIRING, signed, spoken_of("Lorne"), subject="what I found")
    nobody = mail(2, "2026-03-09 10:00", fay, HIRING, signed, subject="what I found")

    assert processes(one, lorne) == [[1, 2]]
    assert processes(one, nobody) == [[1], [2]]


def test_who_speaks_of_the_firm_and_of_its_people_stands_in_for_them() -> None:
    parent = Address("sheryl@polaris.example", "Sheryl Vance")
    first = mail(1, "2026-03-01 10:00", DANA, HIRING, company("Acme Robotics"), subject="a")
    polaris = company("Polaris Foods")
    both = mail(2, "2026-03-09 10:00", parent, HIRING, polaris, spoken_of("Dana"), subject="the Acme openings")
    firm = mail(2, "2026-03-09 10:00", parent, HIRING, polaris, subject="the Acme openings")

    assert processes(first, both) == [[1, 2]]
    assert processes(first, firm) == [[1], [2]]


def test_who_approaches_me_at_a_firm_after_its_no_tells_of_another_position() -> None:
    first = mail(1, "2026-03-01 10:00", DANA, HIRING, company("Acme Robotics"), subject="a")
    no = mail(2, "2026-03-08 10:00", DANA, says(Kind.REJECTED), in_reply_to="<1@test.example>", subject="Re: a")
    approach = mail(3, "2026-03-09 10:00", OMAR, HIRING, says(Kind.OUTREACH), subject="b")
    mine = mail(4, "2026-03-10 10:00", MINE, to=(OMAR,), in_reply_to="<3@test.example>", subject="Re: b")

    assert processes(first, no, approach, mine) == [[1, 2], [3, 4]]
    assert processes(first, approach, mine) == [[1, 3, 4]]


def test_a_colleague_who_was_announced_by_her_full_name_writes_of_that_position() -> None:
    firm = company("Acme Robotics")
    one = mail(1, "2026-03-01 10:00", DANA, HIRING, firm, role("Roofer"), spoken_of("Fay", "Odum"), subject="a")
    two = mail(2, "2026-03-02 10:00", DANA, HIRING, firm, role("Rigger"), spoken_of("Fay"), subject="b")
    fay = Address("fay@acmerobotics.example", "Fay Odum")

    assert processes(one, two, mail(3, "2026-03-09 10:00", fay, HIRING, subject="Hello")) == [[1, 3], [2]]


def test_a_subject_that_bears_the_writers_own_name_names_no_other_firm() -> None:
    rod, simone = Address("rod@fastpost.example", "Rod Kress"), Address("simone@kressrand.example", "Simone Hiltz")
    one = mail(1, "2026-03-01 10:00", rod, HIRING, role("Roofer"), subject="a", to=(ME_AT, DONNA))
    two = mail(2, "2026-03-02 10:00", simone, HIRING, company("Kress Rand"), role("Rigger"), subject="b")

    assert processes(one, two, mail(3, "2026-03-09 10:00", DONNA, HIRING, subject="Kress - coffee")) == [[1, 3], [2]]


ME_AT, DONNA = Address(ME.addresses[0], ME.name), Address("donna@kressroofs.example", "Donna")
ASKED_AGAIN = says(Kind.ASKS_ME, rule="may_i_put_you_forward")


def test_an_agent_who_asks_again_whether_to_put_me_forward_has_another_opening() -> None:
    one = mail(1, "2026-03-01 10:00", HEADHUNTER, HIRING, ASKED_AGAIN, company("Fundy & Main"), spoken_of("Fundy"))
    yes = mail(2, "2026-03-02 10:00", MINE, to=(HEADHUNTER,), in_reply_to="<1@test.example>")
    again = {"in_reply_to": "<2@test.example>"}
    two = mail(3, "2026-03-08 10:00", HEADHUNTER, HIRING, ASKED_AGAIN, company("Tern"), spoken_of("Tern"), **again)
    same = mail(3, "2026-03-08 10:00", HEADHUNTER, HIRING, ASKED_AGAIN, spoken_of("Fundy"), **again)
    answer = mail(4, "2026-03-09 10:00", MINE, to=(HEADHUNTER,), in_reply_to="<3@test.example>")

    assert processes(one, yes, two, answer) == [[1, 2], [3, 4]]
    assert processes(one, yes, same, answer) == [[1, 2, 3, 4]]


def test_an_agent_who_tells_of_a_need_where_another_is_under_way_has_another_opening() -> None:
    promised = says(Kind.DECIDES_BY)
    one = mail(1, "2026-03-01 10:00", HEADHUNTER, HIRING, company("Fundy & Main"), spoken_of("Fundy"))
    on = mail(2, "2026-03-04 10:00", HEADHUNTER, promised, in_reply_to="<1@test.example>")
    need = says(Kind.NAMES_ROLE, text="Rigger", rule="role.need_a", confidence=LIKELY)
    firm = says(Kind.NAMES_COMPANY, text="Harbour Inns", rule="company.is_hiring", confidence=LIKELY)
    new = (HIRING, says(Kind.ASKS_ME), need, firm)
    two = mail(3, "2026-03-08 10:00", HEADHUNTER, *new, in_reply_to="<2@test.example>")
    answer = mail(4, "2026-03-09 10:00", MINE, to=(HEADHUNTER,), in_reply_to="<3@test.example>")

    assert processes(one, on, two, answer) == [[1, 2], [3, 4]]
    assert processes(one, two, answer) == [[1, 3, 4]]


def test_who_names_another_number_in_a_thread_writes_of_that_position_until_the_first_is_named_again() -> None:
    def numbered(number: str) -> Statement:
        return says(Kind.NUMBERED, text=number, rule="number")

    def they(number: int, at: str, *statements: Statement, answers: int = 0) -> Entry:
        reply = f"<{answers}@test.example>" if answers else ""
        return mail(number, at, DANA, *statements, subject="R-2207", in_reply_to=reply)

    other = mail(1, "2026-03-01 10:00", ATS, says(Kind.APPLIES), company("Acme Robotics"), numbered("R-2231"),
                 side=Side.MACHINE, automatic=Automatic.NOTICE, system="greenhouse", subject="R-2231 received")  # fmt: skip
    first = they(2, "2026-03-02 10:00", HIRING, company("Acme Robotics"), numbered("R-2207"))
    leaves = they(3, "2026-03-04 10:00", HIRING, company("Acme Robotics"), numbered("R-2231"), answers=2)
    answer = mail(4, "2026-03-05 10:00", MINE, to=(DANA,), in_reply_to="<3@test.example>")
    back = they(5, "2026-03-06 10:00", numbered("R-2207"), answers=4)
    both = they(3, "2026-03-04 10:00", HIRING, numbered("R-2207"), numbered("R-2231"), answers=2)

    assert processes(other, first, leaves, answer, back) == [[1, 3, 4], [2, 5]]
    assert [2, 3, 4, 5] in processes(first, both, answer, back)


def test_a_position_in_a_subject_tells_more_than_that_somebody_wrote_of_another_there() -> None:
    firm = company("Acme Robotics")
    one = mail(1, "2026-03-01 10:00", DANA, HIRING, firm, role("Data Engineer"), spoken_of("Analytics"), subject="a")
    two = notice(2, "2026-03-01 11:00", firm, role("Analytics Engineer"))
    later = mail(3, "2026-03-09 10:00", DANA, HIRING, firm, role("Analytics Engineer"), subject="Analytics Engineer")

    assert processes(one, two, later) == [[1], [2, 3]]


def test_of_two_employers_that_begin_alike_neither_takes_the_others_people_in() -> None:
    sons = mail(1, "2026-03-01 10:00", Address("ken@pargeterandsons.example", "Ken Pargeter"), HIRING,
                company("Pargeter & Sons"), role("Design Engineer"), spoken_of("Pargeter"), subject="a")  # fmt: skip
    thermal = notice(2, "2026-03-02 10:00", company("Pargeter Thermal Systems"), role("Design Engineer"))

    assert processes(sons, thermal) == [[1], [2]]


def test_a_position_in_the_subject_tells_more_than_rare_words() -> None:
    rare = says(Kind.RARE_WORDS, text="ledger:3 reconciliation:6", rule="rare words")
    ledger = notice(1, "2026-03-01 10:00", company("Acme Robotics"), role("Backend Engineer, Ledger"), rare)
    build = notice(2, "2026-03-03 10:00", company("Acme Robotics"), role("Software Engineer, Build Systems"))
    gene = Address("gene@acme-robotics.example", "Gene Whitaker")
    exercise = mail(
        3, "2026-03-04 10:00", gene, HIRING, company("Acme Robotics"), rare, subject="Build Systems - exercise"
    )

    assert processes(ledger, build, exercise) == [[1], [2, 3]]


def test_a_friend_who_names_one_of_theirs_and_asks_how_it_went_is_none_of_them() -> None:
    first = mail(1, "2026-03-01 10:00", DANA, HIRING, company("Acme Robotics"), subject="a")
    friend = Address("deirdre@isarpost.example", "Deirdre Walsh")
    met = says(Kind.NAMES_TIME, who=(Address("", DANA.name),))
    asks = mail(2, "2026-03-09 10:00", friend, says(Kind.NOT_HIRING, confidence=LIKELY), met, subject="b")

    assert processes(first, asks) == [[1]]


def test_an_agents_answer_under_a_new_subject_may_be_of_another_client() -> None:
    agent = says(Kind.HAS_ROLE, text=Role.HEADHUNTER, who=(HEADHUNTER,), rule="role.agency")
    one = mail(1, "2026-03-01 10:00", HEADHUNTER, agent, HIRING, company("Fundy & Main"), subject="Fundy & Main")
    two = mail(2, "2026-03-02 10:00", HEADHUNTER, agent, HIRING, company("Harbour Inns"), subject="Harbour Inns")
    news = mail(3, "2026-03-09 10:00", HEADHUNTER, agent, HIRING, spoken_of("Harbour"), subject="Harbour, good news",
                in_reply_to="<1@test.example>")  # fmt: skip

    assert processes(one, two, news) == [[1], [2, 3]]


def test_an_employers_own_office_for_hiring_is_no_agency() -> None:
    applied = notice(1, "2026-03-01 10:00", company("Corvane Research"))
    stand_in = mail(2, "2026-03-09 10:00", Address("priyanka@corvane-talent.example", "Priyanka Sood"), HIRING,
                    says(Kind.NAMES_COMPANY, text="Corvane Talent", confidence=LIKELY, rule="agency.domain"))  # fmt: skip

    assert agency_domains([applied, stand_in], ME) == frozenset()
    assert agency_domains([stand_in], ME) == frozenset({"corvane-talent.example"})


def test_the_client_that_an_agency_did_not_name_speaks_of_the_agency() -> None:
    agency = says(Kind.NAMES_COMPANY, text="Udaan Talent", rule="agency.signature")
    told = mail(1, "2026-03-01 10:00", HEADHUNTER, HIRING, agency, role("BI Analyst"), subject="BI Analyst, Pune")
    test = mail(2, "2026-03-05 10:00", DANA, HIRING, company("Acme Robotics"), role("BI Analyst"), spoken_of("Udaan"),
                subject="Online test")  # fmt: skip
    stranger = mail(2, "2026-03-05 10:00", DANA, HIRING, company("Acme Robotics"), role("BI Analyst"),
                    subject="Online test")  # fmt: skip
    answer = mail(3, "2026-03-01 12:00", MINE, to=(HEADHUNTER,), in_reply_to="<1@test.example>")

    assert processes(told, answer, test) == [[1, 2, 3]]
    assert processes(told, answer, stranger) == [[1, 3], [2]]


def test_a_position_that_the_subject_names_is_the_one_that_is_meant() -> None:
    other = says(Kind.NAMES_OTHER_ROLE, text="Research Operations Manager")
    one = notice(1, "2026-03-01 10:00", company("Acme Robotics"), role("Research Operations Manager"))
    two = notice(2, "2026-03-02 10:00", company("Acme Robotics"), role("Product Designer"))
    named = mail(3, "2026-03-05 10:00", DANA, HIRING, company("Acme Robotics"), other, subject="Acme - Research Ops")

    assert processes(one, two, named) == [[1, 3], [2]]
