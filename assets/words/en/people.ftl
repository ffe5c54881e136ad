# Words for victims, incidents and what keeps people safe.

name-kind-legal = Legal name
name-kind-chosen = Name she chose
name-kind-alias = Other name
name-kind-unnamed = Gave no name

age-band-AGE1 = 0 to 12
age-band-AGE2 = 13 to 17
age-band-AGE3 = 18 to 24
age-band-AGE4 = 25 to 59
age-band-AGE5 = 60 and older

race-ethnicity-R01 = American Indian or Alaska Native
race-ethnicity-R02 = Asian
race-ethnicity-R03 = Black or African American
race-ethnicity-R04 = Hispanic or Latino
race-ethnicity-R05 = Native Hawaiian or Other Pacific Islander
race-ethnicity-R06 = White
race-ethnicity-R07 = Some other race
race-ethnicity-not-asked = Not asked yet
race-ethnicity-declined = Declined to say
race-ethnicity-unknown = Not known

gender-G1 = Male
gender-G2 = Female
gender-G3 = Other
gender-not-asked = Not asked yet
gender-declined = Declined to say
gender-unknown = Not known

special-class-S1 = Deaf or hard of hearing
special-class-S2 = Homeless
special-class-S3 = Immigrant, refugee or asylum seeker
special-class-S4 = LGBTQ
special-class-S5 = Veteran
special-class-S6 = With a disability
special-class-S7 = Limited English
special-class-S8 = Other
special-class-not-asked = Not asked yet
special-class-declined = Declined to say
special-class-unknown = Not known

relation-child = Child
relation-parent = Parent
relation-partner = Partner
relation-other-family = Other family
relation-household = Lives with her
relation-guardian = Guardian
relation-other = Other

incident-role-primary = Victim
incident-role-secondary = Affected by it
incident-role-witness = Witness

victimization-V01 = Adult physical assault
victimization-V02 = Adult sexual assault
victimization-V03 = Adult abused sexually as a child
victimization-V04 = Arson
victimization-V05 = Bullying
victimization-V06 = Burglary
victimization-V07 = Child physical abuse or neglect
victimization-V08 = Child pornography
victimization-V09 = Child sexual abuse
victimization-V10 = Domestic or family violence
victimization-V11 = Drunk or drugged driving
victimization-V12 = Elder abuse or neglect
victimization-V13 = Hate crime
victimization-V14 = Labor trafficking
victimization-V15 = Sex trafficking
victimization-V16 = Identity theft, fraud or other money crime
victimization-V17 = Kidnapping, not by a parent
victimization-V18 = Kidnapping by a parent
victimization-V19 = Mass violence
victimization-V20 = Other crime with a vehicle
victimization-V21 = Robbery
victimization-V22 = Stalking or harassment
victimization-V23 = Survivor of a homicide victim
victimization-V24 = Teen dating violence
victimization-V25 = Terrorism
victimization-V26 = Other

offender-relation-spouse = Spouse
offender-relation-ex = Former partner
offender-relation-dating = Dating partner
offender-relation-parent = Parent
offender-relation-child = Child
offender-relation-other-family = Other family
offender-relation-caregiver = Caregiver
offender-relation-acquaintance = Acquaintance
offender-relation-stranger = Stranger
offender-relation-unknown = Not known

incident-fact-firearm-surrender-asked = Surrender of firearms asked or ordered
incident-fact-ems-offered = Ambulance offered
incident-fact-ems-accepted = Ambulance accepted
incident-fact-danger-signs-sheet = Sheet of danger signs given
incident-fact-forensic-exam-offered = Forensic exam offered
incident-fact-transport-given = Ride given
incident-fact-u-visa-certification = U visa certification asked for
incident-fact-mandated-report = Mandated report made
incident-fact-passed-to-investigator = What she said was passed to the investigator
incident-fact-property-returned = Property returned
incident-fact-scene-cleaned = Crime scene cleaned up
incident-fact-pets-cared-for = Pets cared for

notice-item-state-card = Rights card of the state
notice-item-brochure = Brochure
notice-item-compensation-leaflet = Leaflet on compensation
notice-item-strangulation-sheet = Danger signs after strangulation
notice-item-vine-leaflet = Leaflet on custody notices
notice-item-role-disclosure = What cannot stay confidential

how-given-hand = By hand
how-given-mail = By mail
how-given-verbal = By voice

acknowledgement-signed = Signed
acknowledgement-refused = Did not want to sign
acknowledgement-not-safe-to-sign = Not safe to sign
acknowledgement-unable = Could not sign

court-event-first-appearance = First appearance
court-event-bail-hearing = Bail hearing
court-event-protection-order-hearing = Hearing about a protection order
court-event-hearing = Another hearing
court-event-trial = Trial
court-event-plea = Plea
court-event-sentencing = Sentencing
court-event-parole-hearing = Parole hearing
court-event-other = Something else in court

court-date-state-planned = Planned
court-date-state-held = Took place
court-date-state-called-off = Called off

custody-state-registered-with-help = Registered with our help
custody-state-not-registered = Not registered
custody-state-declined = Did not want it

claim-status-informed = Told about it
claim-status-form-given = Form given
claim-status-assisted = Helped with the form
claim-status-filed = Filed
claim-status-decision = Decided
claim-status-appeal = Appealed

disclosure-basis-same-agency = Same agency
disclosure-basis-le-prosecution-purpose = Law enforcement or prosecution
disclosure-basis-victim-release = Her release
disclosure-basis-court-or-statute = Court order or law

disclosure-form-paper = On paper
disclosure-form-verbal = By voice
disclosure-form-bundle = In a sealed file

letter-kind-victim = For herself
letter-kind-agency = For an agency
letter-kind-office = For our office

paper-kind-resource-list = Resource list
paper-kind-release-form = Release of information
paper-kind-rights-notice = Rights notice
paper-kind-danger-signs = Signs after pressure on the neck
paper-kind-safe-contact-card = Safe-contact card, for the file
paper-kind-roll-call = Calls due, for a shift
paper-kind-disclosure-log = What was told about a victim
paper-kind-lost-laptop = What to do when a laptop is lost
paper-kind-agreement-page = An agreement on one page
paper-kind-quick-card = Quick card for deputies
paper-kind-six-words = The six words of a laptop that joins

paper-state-given = Given
paper-state-held = Held for her
paper-state-given-verbally = Told by voice
paper-state-destroyed = Destroyed
paper-state-not-made = Never made

envelope-never-send = Never send
envelope-hold-for-pickup = Hold for pickup
envelope-send-to-trusted = Send to the person she trusts
envelope-no-return-address = No return address
envelope-plain = Plain

obstacle-do-not-contact = Do not contact
obstacle-not-safe = Not safe
obstacle-not-asked = Nobody asked whether it is safe
obstacle-blocked = Somebody else answered: ask her first
obstacle-closed = Leads nowhere
obstacle-monitored = He may be watching it
obstacle-never-send = Never send mail

signer-capacity-self = Herself
signer-capacity-minor = The minor
signer-capacity-parent = A parent
signer-capacity-guardian = A guardian

release-method-phone = Phone
release-method-in-person = In person
release-method-letter = Letter
release-method-secure-email = Secure email
release-method-fax = Fax

revoked-how-oral = By word
revoked-how-written = In writing

withheld-reason-absent = No release
withheld-reason-revoked = Taken back
withheld-reason-future-dated = Not in force yet
withheld-reason-expired = Run out
withheld-reason-out-of-scope = Does not cover it

history-sign-field-codes = Fields as in a return from NCIC
history-sign-heading = Heading of a criminal history
history-sign-record-number = Number of a criminal history record

follow-up-reason-strangulation-check = After strangulation: ask how she is
follow-up-reason-notify-of-order = Tell her of the order
letter-form-agency = For an agency
letter-form-plain = Plain
letter-form-pocket-card = Pocket card
letter-form-release-form = Release of information
letter-form-safe-contact-card = Safe-contact card
letter-form-disclosure-log = What was told
letter-form-resource-list = Resource list
check-sample-pack = The rights are a sample and no state’s law: do not hand it out
check-known-as-of = What the others wrote is known here only as of { $date }

field-name-kind = Kind of name
field-name-safe-to-print = May her name be printed?
field-birth-date = Born on
field-age-at-incident = Age at the incident
field-age-at-first-service = Age at the first service
field-age-band = About how old
field-gender = Gender
field-gender-stated = Gender, in her words
field-pronoun = How to speak of her
field-special-class-other = Other group, explained
field-interpreter-need = Needs an interpreter?
field-access-needs = What she needs to be served
field-acp = In an address confidentiality program?
field-acp-substitute-address = Substitute address
field-acp-card-number = Number of the certificate
field-acp-expires-on = Certificate until
field-real-address = Street, kept for a legal need
field-real-address-need = The legal need
field-minor = A minor?
field-guardian = Who may sign
field-guardian-is-alleged-abuser = Is the guardian the alleged abuser?
field-tribal-affiliation = Tribe
field-sealed = Sealed: only those named for her
field-legal-hold = Legal hold
field-legal-hold-reason = Who asked for the hold
field-do-not-contact-reason = Why not to contact her
field-verified-on = Said to be safe on
field-who-may-answer = Who may answer
field-code-word = Code word
field-envelope = Mail
field-language-relay = Language, relay or TTY
field-monitored-device = May he be watching it?
field-blocked = Blocked until she was asked
field-closed = Leads nowhere
field-signer = Who signed
field-signer-capacity = Signed as
field-effective-on = From
field-excluded-items = What she does not want told
field-revoked-on = Taken back on
field-revoked-how = Taken back how
field-revoked-by = Taken back by
field-paper-state = Where the paper is
field-came-out = Did it print?
field-agency-case-number = The agency’s number
field-occurred-on = Happened on
field-occurred-at = Time
field-tribal-jurisdiction = Tribal jurisdiction?
field-arrest = Arrest?
field-in-custody = Held?
field-weapon-firearm = A gun?
field-children-present = Children there?
field-protection-order-in-force = Protection order in force?
field-responding-agency = Who answered the call
field-victimization-other = Kind of crime, explained
field-offender-relation = What he is to her
field-strangulation-reported = Strangulation reported?
field-explained = Explained to her?
field-served = Served on him?
field-status-on = Since
field-report-by = Report by
field-file-by = File by
field-verify-after-days = Ask again after, in days
field-state-pack = State pack
field-identity-months = Names and notes kept, in months
field-call-back-phone = Our phone on letters to agencies
field-statistics-months = Everything kept, in months

# A sample’s name never stands without the word that it is no state’s law: commands and screens say it by this message.
state-pack-name = { $sample ->
    [yes] { $name } (sample, not your state’s law: ask your coordinator)
   *[no] { $name }
}
field-installed-pack = State pack of the office’s own
field-logo = Logo on papers
field-own-lists = The office’s own lists
field-pack-sample = A sample, no state’s law?
field-pack-chosen-by = Who chose the state pack

cli-policy-phone = Phone on letters to agencies: { $phone }
cli-policy = Asked again after { $days } days. State pack: { $pack }. Names and notes kept { $identity } months, everything { $statistics } months.
state-pack-stands-in = The county chose the state pack “{ $chosen }”. It has not come to this computer yet, or this program does not understand it: the sample stands in.
state-pack-sample-months = How long is kept what comes from { $pack }. Nothing is purged by that until the county sets its own months.
cli-pack-checked = This can be installed: { $pack }. Source: { $source }
cli-pack-installed = Installed, and chosen for every place of the office: { $pack }. Source: { $source }
cli-lists = { $version ->
    [0] The office has no lists of its own.
   *[other] The office’s own lists, version { $version }.
}
cli-lists-checked = This can be installed: lists of version { $version }.
cli-lists-installed = Installed for every place of the office: lists of version { $version }.
cli-lists-service = {"  "}{ $name } ({ $code }) counts as { $countsAs }{ $retired ->
    [yes] ; not given any more
   *[no] {""}
}
cli-lists-follow-up = {"  "}Own figures: { $policy }
cli-lists-denied = {"  "}Never on a paper that may be found: { $words }
cli-lists-closed = {"  "}Closed on { $on }
cli-claim-row = { $status }  { $on }  report by { $reportBy }  file by { $fileBy }  { $id }
cli-claim-pack = {"  "}Deadlines by the state pack { $pack }. Chosen by: { $by }
cli-notice-row = { $on }  { $item }  { $id }
cli-notice-right = {"  "}{ $right }
cli-notice-pack = {"  "}Rights by the state pack { $pack }.

cli-facts-saved = Saved who she is, as far as she said.
cli-gate-line = { $channel }  { $value }  { $safe }
cli-gate-usable = {"  "}may be used. Hours: { $hours }. May answer: { $who }. Say: { $cover }. Message: { $voicemail }.
cli-gate-obstacle = {"  "}not to be used: { $obstacle }
cli-gate-reason = {"  "}marked so because: { $reason }
cli-gate-ask-again = {"  "}Ask again whether it is safe. Last said on { $on }.
cli-gate-code-word = {"  "}A code word was agreed. Look it up with safe-contact code-word; that stays in the history.
cli-gate-none = No way to reach her is written down.
cli-code-word = Code word: { $word }
cli-code-word-none = No code word was agreed.
cli-incident-row = { $on }  { $zone }  { $types }  { $relation }  { $id }
cli-incident-officer = {"  "}report of { $officer }
cli-incident-partner = {"  "}answered by { $agency }
cli-incident-held = {"  "}A legal hold is on, nothing of anybody in it is erased: { $reason }
cli-exists-heading = What exists about { $caseNumber }, opened on { $openedOn }
cli-exists-row = {"  "}{ $record }: { $count }
cli-exists-hold = {"  "}A legal hold is on: nothing is erased.
cli-told-row = { $at }  { $caseNumber }  { $recipient }  { $items }  { $basis }  { $form }  { $by }
cli-told-not-made = never made, nothing was told
cli-told-order = demanded by: { $order }
cli-told-none = Nothing was told.
cli-paper-row = { $at }  { $caseNumber }  { $kind }  { $state }  { $partners }  { $id }
cli-paper-printed = {"  "}printed as: { $form }, { $language }, { $page }, { $size ->
    [large] large print
   *[other] usual print
}; wording of { $version }
cli-paper-old-numbers = {"  "}carries an old number of: { $names }
cli-paper-old-way = {"  "}carries a way to reach her that has changed or is not safe
cli-paper-unanswered = {"  "}nobody said yet whether it printed
cli-papers-none = No paper is out.
cli-share-row = { $victim }  may be told until { $until }
cli-share-withheld = { $victim }  withheld: { $reason }
cli-release-row = { $partner }  { $state }  until { $until }  { $items }  { $id }
cli-release-methods =   only by: { $methods }
cli-release-excluded =   not to be told: { $excluded }
cli-release-none = The victim signed no release.
cli-due-row = { $caseNumber }  last work { $on }  { $clock }
cli-due-held = { $caseNumber }  last work { $on }  a legal hold is on
cli-due-none = Nothing has fallen due.
cli-due-not-purged = Nothing was purged. Say --for-good to purge it.
cli-clock-identity = names, addresses and notes
cli-clock-everything = everything
cli-history-warning = Line { $line } looks like a criminal history return: { $sign }. Take it out: copies of such returns must not lie here.
cli-check-known-as-of = What the others wrote is known here only as of { $date }. A release may have been taken back since.

cli-help-victim-facts = Write down who a victim is: names, age, what she needs.
cli-help-victim-address = Write down what protects her address.
cli-help-victim-relate = Say what a victim is to another one.
cli-help-victim-relate-relation = What she is to the other, a code of relation.
cli-help-victim-unrelate = Take back what was said of two victims.
cli-help-victim-unrelate-relation = What she was called to the other, a code of relation.
cli-help-victim-classify = Say who may have her record.
cli-help-victim-hold = Put a legal hold on her records, or lift it.
cli-help-victim-record = Show everything recorded of her, as JSON with --json.
cli-help-victim-exists = Show what exists about her and what was told.
cli-help-reason-text = The reason, in words.
cli-help-incident-command = Incidents, and what each was for a victim.
cli-help-incident = The incident’s id.
cli-help-incident-add = Record an incident with a victim’s part in it.
cli-help-incident-edit = Edit one of her incidents.
cli-help-incident-join = Record that another victim was in it too.
cli-help-incident-edit-part = Edit what an incident was for her.
cli-help-incident-fact = Keep a dated answer about her in an incident.
cli-help-incident-hold = Put a legal hold on one of her incidents, or lift it: nothing of anybody in it is erased.
cli-help-safe-contact = The gate before a victim is contacted.
cli-help-safe-contact-show = Show which ways may be used now, and how.
cli-help-safe-contact-add = Add a way to reach her.
cli-help-safe-contact-edit = Show a way as it is written, the whole number with it, or correct it from a file.
cli-help-safe-contact-check = Keep that she was asked again whether a way is safe.
cli-help-safe-contact-details = Write down the conditions of a way.
cli-help-safe-contact-code-word = Look up the code word of a way.
cli-help-safe-contact-check-way = The way’s id or its channel.
cli-help-safe-contact-edit-way = The way’s id or its channel.
cli-help-safe-contact-details-way = The way’s id or its channel.
cli-help-safe-contact-code-word-way = The way’s id or its channel.
cli-help-protection = Protection orders, days in court, custody notices and claims.
cli-help-protection-order = Record a protection order.
cli-help-protection-edit-order = Edit a protection order.
cli-help-protection-court = Record a day in court.
cli-help-protection-edit-court = Move a day in court, or say what became of it.
cli-help-court-date-id = The id of the day in court.
cli-help-protection-custody = Record how it stands with custody notices; never the PIN.
cli-help-protection-claim = Open a claim for compensation.
cli-help-protection-advance-claim = Move a claim on.
cli-help-protection-notice = Record that she was told or handed something.
cli-help-order-id = The order’s id.
cli-help-claim = The claim’s id.
cli-help-protection-advance-claim-status = The new status.
cli-help-told = The account of what was told about victims.
cli-help-told-log = Show what was told, to whom and on what basis.
cli-help-told-announce-order = Keep that a court ordered something to be told.
cli-help-told-under-order = Tell an agency something under an order.
cli-help-told-share = Show what an agency may be told today, and what is withheld.
cli-help-paper = Papers: make one, and see which are out.
cli-help-paper-kinds = Show which papers can be made.
cli-help-paper-make = Make a paper that is no letter, as a PDF.
cli-help-paper-make-kind = Which paper, a code of the list that “paper kinds” shows.
cli-help-paper-make-about = What it is about: a victim, the id of a release or an agreement, a laptop’s name. Left out: a blank one.
cli-help-paper-make-needs = A resource list of places that help with these; several with commas.
cli-help-paper-make-language = Language of the paper.
cli-help-goes-with-her = A victim takes it along. She is asked whether that is safe.
cli-help-paper-logo = Show which logo papers have.
cli-help-paper-set-logo = Set the logo at the top of papers that name the office.
cli-help-paper-set-logo-picture = A PNG file of at most 16 kB, 48 to 600 dots across and down.
cli-help-paper-set-logo-shows = What it shows, for people who cannot see it.
cli-help-paper-remove-logo = Take the logo off papers.
cli-help-paper-languages = Show which languages papers speak.
cli-help-paper-begin-language = Begin a language of papers: write its files in English, to be put into it.
cli-help-paper-begin-language-tag = Its tag, for instance vi or zh-Hant.
cli-help-paper-out = Show the papers that are out.
cli-help-paper-move = Keep what became of a paper.
cli-help-name-as-released = Of a filled release form: her name on it is as on the release.
cli-help-paper-printed = Keep whether a paper came out of the printer.
cli-help-paper-printed-answer = yes, or no if nothing was printed.
cli-help-paper-voice = Keep that numbers were told by voice instead.
cli-help-letter-id = The paper’s id.
cli-help-paper-state = given, held, given_verbally or destroyed.
cli-help-retention = What has fallen due to be purged.
cli-help-retention-due = Show who falls due, by case number.
cli-help-retention-purge = Purge what has fallen due of one victim, everywhere.
cli-help-retention-purge-clock = identity or everything.
cli-help-policy-command = What the county decides for every place.
cli-help-policy-show = Show what holds.
cli-help-policy-set = Set what holds, from a file.
cli-help-policy-pack = Install the office’s own state pack from a file, and choose it.
cli-help-pack-file = A JSON file of the form that docs/guide/state-pack.md explains.
cli-help-policy-pack-check = Only read the file and say whether it can be installed.
cli-lists-zone = Zone: { $zone }
cli-help-policy-zones = List the records whose zone is on no list of the office.
cli-help-policy-lists = Show the office’s own lists, or install them from a file: its own services, when to get in touch again, and the days it is closed.
cli-help-lists-file = A JSON file of the form that docs/guide/own-lists.md explains. Without it, what is installed is shown.
cli-help-policy-lists-check = Only read the file and say whether it can be installed.
cli-help-wording = The county’s own words for its papers.
cli-help-wording-of = The language that is worded.
cli-help-wording-list = Show what the county worded.
cli-help-wording-list-all = Every message that can be worded.
cli-help-wording-show = Show a message: the program’s words, the county’s, and the values it may use.
cli-help-wording-set = Word a message as the county wants it.
cli-help-wording-set-text = The words: text, values such as $office in braces, and choices between them.
cli-help-wording-set-from = A file with the words.
cli-help-wording-reset = Let the program’s own words stand again.
cli-help-message = The message’s name, for instance letter-closing.
cli-help-check-text = Warn where a text looks like a criminal history return.
cli-help-text-file = The file with the text.
cli-help-to-victim = The other victim.
cli-help-as-what = normal, restricted or sealed.
cli-help-letter-release = The release that a letter to an agency is written under; with several referrals, those of their agencies, with commas: one file holds all the letters.
cli-help-told-under-order-item = What is told, a code of the list; several with commas.
cli-help-told-share-item = What would be told, a code of the list; several with commas.

conflict-record-incident = an incident
conflict-record-participation = her part in an incident
conflict-record-incident-fact = a dated answer
conflict-record-rights-notice = a notice
conflict-record-protection-order = a protection order
field-own-need = The office’s own need
field-own-needs = The office’s own needs
field-own-crimes = The office’s own kinds of crime
field-service = Service
field-court-date = Day in court
field-event = What is heard
field-held-at = Time
field-report = Report
field-covers-from = First day
field-covers-to = Last day
field-settings = What is counted
field-figures = Figures
field-handed-in-on = Handed in on
field-amends = In place of
conflict-record-report-snapshot = a report that was handed in
conflict-record-court-date = a day in court
conflict-record-custody-notice = a custody notice
conflict-record-compensation-claim = a claim for compensation
conflict-record-disclosure = something that was told
conflict-record-letter = a paper
conflict-record-wording = the wording of a paper
field-message = Message
field-text = Words
conflict-record-office-policy = what the county decides

cli-laptop-clock-ahead = Its clock is { $count } days ahead. Set it right; nothing was decided by it.
cli-laptop-clock-behind = Its clock is { $count } days behind. Set it right; nothing was decided by it.
