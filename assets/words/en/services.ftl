## Services, referrals, follow-ups, risk screens and counts: codes

service-item-A1 = Information about the criminal justice process
service-item-A2 = Information about victim rights, how to obtain notifications, etc.
service-item-A3 = Referral to other victim service programs
service-item-A4 = Referral to other services, supports, and resources (includes legal, medical, faith-based organizations, address-confidentiality programs, etc.)
service-item-B1 = Victim advocacy/accompaniment to emergency medical care
service-item-B2 = Victim advocacy/accompaniment to medical forensic exam
service-item-B3 = Law enforcement interview advocacy/accompaniment
service-item-B4 = Individual advocacy (e.g., assistance in applying for public benefits, return of personal property or effects)
service-item-B5 = Performance of medical or nonmedical forensic exam or interview, or medical evidence collection
service-item-B6 = Immigration assistance (e.g., special visas, continued presence application, and other immigration relief)
service-item-B7 = Intervention with employer, creditor, landlord, or academic institution
service-item-B8 = Child or dependent care assistance (includes coordination of services)
service-item-B9 = Transportation assistance (includes coordination of services)
service-item-B10 = Interpreter services
service-item-C1 = Crisis intervention (in-person, includes safety planning, etc.)
service-item-C2 = Hotline/crisis line counseling
service-item-C3 = On-scene crisis response (e.g., community crisis response)
service-item-C4 = Individual counseling
service-item-C5 = Support groups (facilitated or peer)
service-item-C6 = Other therapy (traditional, cultural, or alternative healing; art, writing, or play therapy, etc.)
service-item-C7 = Emergency financial assistance (includes emergency loans and petty cash, payment for items such as food and/or clothing, changing windows and/or locks, taxis, prophylactic and nonprophylactic medications, durable medical equipment, etc.)
service-item-D1 = Emergency shelter or safe house
service-item-D2 = Transitional housing
service-item-D3 = Relocation assistance (includes assistance with obtaining housing)
service-item-E1 = Notification of criminal justice events (e.g., case status, arrest, court proceedings, case disposition, release, etc.)
service-item-E2 = Victim impact statement assistance
service-item-E3 = Assistance with restitution (includes assistance in requesting and when collection efforts are not successful)
service-item-E4 = Civil legal assistance in obtaining protection or restraining order
service-item-E5 = Civil legal assistance with family law issues (e.g., custody, visitation, or support)
service-item-E6 = Other emergency justice-related assistance
service-item-E7 = Immigration assistance (e.g., special visas, continued presence application, and other immigration relief)
service-item-E8 = Prosecution interview advocacy/accompaniment (includes accompaniment with prosecuting attorney and with victim/witness)
service-item-E9 = Law enforcement interview advocacy/accompaniment
service-item-E10 = Criminal advocacy/accompaniment
service-item-E11 = Other legal advice and/or counsel

local-item-rights-card-explained = Rights card explained
local-item-death-notification = Death notification
local-item-loaned-phone = Emergency phone loaned
local-item-locks-changed = Locks changed
local-item-ride-to-court = Ride to court

service-outcome-offered = Offered
service-outcome-accepted = Given
service-outcome-declined = Declined
service-outcome-unmet = Could not be had

service-mode-in-person = In person
service-mode-phone = By phone
service-mode-text = By text
service-mode-mail = By mail
service-mode-court = In court
service-mode-other = Other

funding-source-voca = VOCA
funding-source-match = VOCA match
funding-source-stop = STOP grant
funding-source-state = State
funding-source-county = County
funding-source-donation = Donation
funding-source-other = Other

declined-reason-not-needed-now = Not needed now
declined-reason-has-other-help = Has other help
declined-reason-no-trust = No trust
declined-reason-too-far = Too far
declined-reason-afraid = Afraid
declined-reason-not-said = Did not say why
declined-reason-other = Other

unmet-reason-no-provider = No one offers it
unmet-reason-provider-full = The agency is full
unmet-reason-distance-transport = Too far, or no ride
unmet-reason-language = Language
unmet-reason-cost = Cost
unmet-reason-hours = Hours
unmet-reason-eligibility = Not eligible
unmet-reason-safety = Not safe
unmet-reason-staff-capacity = Our office had no one free
unmet-reason-other = Other

barrier-no-provider = No one offers it
barrier-provider-full = The agency is full
barrier-distance-transport = Too far, or no ride
barrier-language = Language
barrier-cost = Cost
barrier-hours = Hours
barrier-eligibility = Not eligible
barrier-safety = Not safe
barrier-staff-capacity = Our office had no one free
barrier-needs-client-action = Waits for the victim’s next step
barrier-other = Other

urgency-routine = Routine
urgency-soon = Soon
urgency-urgent = Urgent

referral-basis-victim-release = The victim’s release
referral-basis-le-prosecution-purpose = Law enforcement or prosecution
referral-basis-court-or-statute = A court order or a statute

sent-method-phone = By phone
sent-method-in-person = In person
sent-method-letter = By letter
sent-method-secure-email = By secure email
sent-method-fax = By fax

referral-outcome-got-help = Got help
referral-outcome-partly = Got part of the help
referral-outcome-no = Got no help

outcome-source-victim = The victim said so
outcome-source-partner-with-release = The agency said so, with a release
outcome-source-officer-saw = The officer saw it
outcome-source-none = No one said

outside-system-fhir = HL7 FHIR
outside-system-findhelp = findhelp

follow-up-policy-after-report = After a report
follow-up-policy-after-screen = After a risk screen

risk-level-high = High
risk-level-low = Not screened in
risk-level-not-done = Not done

risk-trigger-protocol = By the answers
risk-trigger-officer-belief = By the officer’s belief
risk-trigger-none = None

not-done-reason-declined = The victim declined
not-done-reason-not-safe-to-ask = Not safe to ask
not-done-reason-not-alone = The victim was not alone
not-done-reason-no-interpreter = No interpreter
not-done-reason-no-time = No time
not-done-reason-other = Other

screen-answer-yes = Yes
screen-answer-no = No
screen-answer-not-answered = Not answered

next-step-first-attempt = First attempt
next-step-attempt-again = Try again
next-step-other-channel = Try another way
next-step-call-at-agreed-time = Call at the agreed time
next-step-close-unable-to-reach = Close: could not be reached
next-step-to-coordinator = Leave it to the coordinator
next-step-offer-do-not-contact = Ask about “do not contact”
next-step-nothing = Nothing

due-why-risk-high = high risk
due-why-strangulation = strangulation was reported
due-why-crime-type = the kind of crime
due-why-usual = the usual time
due-why-before-court = before the first day in court
due-why-next-workday = the next workday
due-why-agreed-time = the time that was agreed
due-why-spacing = time since the last try
due-why-channel-tried-out = this way was tried often enough
due-why-attempts-tried-out = all attempts were made
due-why-no-safe-way = there is no safe way
due-why-declined-contact = the victim wants no more contact
due-why-closed = it is closed
due-why-set-by-hand = set by a person

figure-Q1 = People served
figure-Q2 = Anonymous contacts
figure-Q3 = New people
figure-Q4A = New people by race or ethnicity
figure-Q4B = New people by gender
figure-Q4C = New people by age
figure-Q5A = People by type of crime
figure-Q5B = People with more than one type
figure-Q5C = People by special class
figure-Q6 = Helped with a compensation claim
figure-Q7 = Types of service
figure-Q8A = Information and referral
figure-Q8B = Personal advocacy and company
figure-Q8C = Emotional support and safety
figure-Q8D = Shelter and housing
figure-Q8E = Help with the courts

referral-kind-joint-visit = We visit together
follow-up-reason-after-screen = After a risk screen

instrument-demo-for-whom = For practice: someone whose partner or former partner is the other person in the report.
instrument-demo-script = This is a demonstration. It has not been tested and predicts nothing. Ask in private, once the scene is safe and the investigation is done. The victim may answer some, all or none.
instrument-demo-item-1 = Has this person hurt you in a way that made you think of dying?
instrument-demo-item-2 = Do you think this person could kill you?
instrument-demo-item-3 = Is it getting worse, or happening more often?
instrument-demo-item-4 = Did you leave this person, or say that you would?
instrument-demo-item-5 = Does this person watch where you go or whom you talk to?
instrument-demo-item-6 = Is there a weapon this person can reach?
instrument-demo-result-by-protocol = Screened in by the answers. Tell the victim that others with such answers were in great danger. Call the hotline now and ask whether the victim wants to talk.
instrument-demo-result-by-belief = Screened in because you believe the danger is great. Call the hotline now and ask whether the victim wants to talk.
instrument-demo-result-not-screened-in = Not screened in. That does not mean safe. Give the hotline’s number and say that help is there any time.
instrument-not-done = Not done. That is not a low result. Ask again when it is safe.

field-urgency = Urgency
field-legal-basis = Legal basis
field-legal-basis-note = Which order or statute
field-about = Which order or statute she is told of
field-demanded-by = Which order or statute demanded it
field-sent-method = Sent how
field-status-reason = Why
field-outcome = What came of it
field-outcome-source = Who said so
field-barrier = What stood in the way
field-policy = Policy
field-policy-version = Version of the policy
field-why = Due because of
field-due-at = Due at
field-served-on = Day of service
field-item = Service
field-local-item = Our own service
field-quantity = Times
field-minutes = Minutes
field-miles = Miles
field-mode = How
field-funding-source = Paid by
field-compensation-assistance = Help with compensation
field-anonymous-contact = Anonymous
field-at = When
field-next-at = Call again at
field-safe-check-reasked = Asked again if safe
field-instrument = Risk screen
field-instrument-version = Version
field-result = Result
field-level = Level
field-trigger = Because of
field-override-reason = Why the officer believes it
field-not-done-reason = Why it was not done
field-hotline-called-at = Hotline called at
field-hotline-answered = Hotline answered
field-victim-spoke = Victim spoke with the hotline

## Command line

cli-contact-offers-do-not-contact = The victim wants no more contact. To mark that: countyline victim do-not-contact CASE-NUMBER yes --reason TEXT
cli-follow-up-planned = Due { $due }: { $why }.
cli-follow-up-of-nobody = Nobody in particular
cli-screen-follow-up = Get in touch again by { $due }.
counts-check = Look at this again: check { $id } does not hold.
counts-left-out = Not counted: { $notDelivered } not given, { $otherFunding } paid by something else, { $notSaid } where no one said who pays.
counts-missing = { $count ->
    [one] One new person has an answer that was never asked or is not known.
   *[other] { $count } new people have an answer that was never asked or is not known.
}
counts-shared-out = The figures are the grant’s share of the work. Totals may not add up.
counts-hidden = hidden
counts-not-tracked = not tracked
cli-help-service-command = What was done for a victim, as the grant report counts it
cli-help-service-add = Record a service
cli-help-service-list = The services of a victim
cli-help-service-hide = Hide a service that was recorded by mistake
cli-help-service-hide-service = The service’s id
cli-help-service-add-from = Read the form from this JSON file; - is standard input
cli-help-service-add-item = Code of the report’s service, A1 to E11
cli-help-local-item = The office’s own service; it counts as the report’s service it rolls up to
cli-help-service-add-on = Day of the service, YYYY-MM-DD; today if left out
cli-help-times = How many times; once if left out
cli-help-miles = Miles driven
cli-help-mode = How it was given: in_person, phone, text, mail, court, other
cli-help-paid-by = Who pays: voca, match, stop, state, county, donation, other
cli-help-service-add-outcome = accepted (given), offered, declined or unmet
cli-help-service-add-reason = Why it was declined or could not be had
cli-help-compensation = It helped with a compensation claim
cli-help-anonymous = For someone who gave no name
cli-help-types = Types of crime, V01 to V26
cli-help-follow-up-command = Follow-ups that a policy sets
cli-help-follow-up-plan = Set a follow-up by a policy
cli-help-follow-up-next = What is due next for a victim, and why
cli-help-follow-up-close = Close a follow-up
cli-help-follow-up-assign = Say who is to do a follow-up
cli-help-follow-up-queue = Who has which open follow-ups
cli-help-follow-up-assign-follow-up = The follow-up’s id
cli-help-follow-up-assign-person = Who is to do it, by name. Left out: nobody in particular.
cli-help-policy = after_report or after_screen
cli-help-since = When it happened, with date and offset; now if left out
cli-help-strangulation = Was strangulation reported: yes, no, declined, unknown, not_asked
cli-help-court = First day in court, YYYY-MM-DD
cli-help-follow-up-close-follow-up = The follow-up’s id
cli-help-follow-up-move = Move a follow-up to another day
cli-help-follow-up-move-follow-up = The follow-up’s id
cli-help-due-on = The day, from today on
cli-help-by = Who did it, by name. Left out: you.
cli-help-state = done, unable_to_reach or cancelled
cli-help-referral-command = What follows after a referral was made
cli-help-referral-show = Everything recorded about a referral
cli-help-referral-show-referral = The referral’s id, or the agency’s name
cli-help-referral-advance = Move a referral to its next stage
cli-help-referral-advance-referral = The referral’s id, or the agency’s name
cli-help-referral-told = Move a referral on as another system tells
cli-help-referral-told-referral = The referral’s id, or the agency’s name
cli-help-referral-told-status = The stage as the other system shows it
cli-help-referral-told-reason = The reason that came with it
cli-help-referral-outcome = Record what came of a referral
cli-help-referral-outcome-referral = The referral’s id, or the agency’s name
cli-help-referral-outcome-outcome = got_help, partly or no
cli-help-status = Code of the stage
cli-help-reason-file = Read the reason from this file; - is standard input
cli-help-referral-advance-on = Day it happened, YYYY-MM-DD; today if left out
cli-help-system = fhir or findhelp
cli-help-source = Who said so: victim, partner_with_release, officer_saw
cli-help-barrier = What stood in the way; needed where there was no help
cli-help-urgency = routine, soon or urgent
cli-help-adults = How many adults it is for. A letter to the agency says so only if the release covers people.
cli-help-children = How many children it is for, as with --adults.
cli-help-basis-note = Which order or statute
cli-help-refer-basis = Why the agency may be told: victim_release, le_prosecution_purpose, court_or_statute
cli-help-sent-by = How it was sent: phone, in_person, letter, secure_email, fax
cli-help-instead-of = The referral that led nowhere before
cli-help-next-at = When the victim wants to be called again, with date and offset
cli-help-contact-add-way = Id of the contact method that was used
cli-help-asked-again = Was it asked again if the way is safe: yes, no, declined, unknown, not_asked
cli-help-screen-command = Risk screens
cli-help-screen-instruments = The risk screens of this office, with their questions
cli-help-screen-add = Record a risk screen, or why it was not done
cli-help-screen-list = The risk screens of a victim
cli-help-instrument = Id of the risk screen
cli-help-screen-add-answer = Question and answer: yes, no or not_answered
cli-help-belief-file = You believe the danger is great; the reason is read from this file
cli-help-not-done = Why it was not done: declined, not_safe_to_ask, not_alone, no_interpreter, no_time, other
cli-help-hotline-at = When the hotline was called, with date and offset
cli-help-hotline-answered = Did the hotline answer
cli-help-spoke = Did the victim speak with the hotline
cli-help-counts = Count a period by the rules of the grant report
cli-help-counts-from = First day, YYYY-MM-DD
cli-help-counts-to = Last day, YYYY-MM-DD
cli-help-setting = A setting of the count, for example new_reset=SFY_0701
cli-help-public = Hide small figures, as for people outside
cli-help-yearly = What is asked once a year: requests not met and why, survey sheets, rights cards
cli-help-hand-in = Keep these figures as handed in on this day
cli-help-amends = Id of the report that this one amends
cli-help-handed-in = What was handed in of this period, and what is counted differently now
cli-handed-in = { $id }: handed in on { $on } by { $by }. Counted differently now: { $count }
cli-year =
    Requests not met for want of people or means: { $capacity }. Survey sheets: { $handedOut } handed out, { $returned } came back.
    Newly recorded: { $recorded }; with the card of rights: { $cards }.
cli-year-unmet = {"  "}{ $requests } × { $item }: { $reason }
cli-help-open = The case numbers behind a figure, for example Q1 or Q8A:A3

## What may be in conflict

conflict-record-service-event = a service
conflict-record-risk-screen = a risk screen
