# Partner agencies, the community, and the people who work here.

## Refusals

err-dates-reversed = The dates are the wrong way round: { failure-field }.
rec-dates-reversed = The later date cannot come before the earlier one. Look at both. Nothing was saved.

err-number-out-of-range = That number cannot be right: { failure-field }.
rec-number-out-of-range = Write a number between { $least } and { $most }. Nothing was saved.

err-text-too-long = That text is too long: { failure-field }.
rec-text-too-long = It can have { $most } letters. Make it shorter, or write the rest in a note. Nothing was saved.

err-case-number-in-text = There is a case number in this text: { failure-field }.
rec-case-number-in-text = What is written here is never about one victim. Take the case number out, and everything that tells who she is. Nothing was saved.

err-role-may-not =
    { $role ->
        [volunteer] A volunteer cannot do this.
        [advocate] An advocate cannot do this here.
        [deputy] A deputy cannot do this here.
        [grant_viewer] Your role sees figures only.
        [it_admin] Your role takes care of the machines and sees no cases.
       *[other] Your role cannot do this.
    }
rec-role-may-not = Ask your coordinator to do it, or to change your role. Nothing was changed.

err-cases-not-shown = Your role does not see cases.
rec-cases-not-shown = Ask your coordinator if you need this for your work. Nothing was shown and nothing was changed.

err-access-ended = Your access to this office has ended.
rec-access-ended = Talk to your coordinator. What you wrote is kept.

err-no-longer-here = This person’s access has ended.
rec-no-longer-here = Choose somebody who works here. Nothing was changed.

err-own-role = Nobody changes their own role or ends their own access.
rec-own-role = Ask another coordinator to do it. Nothing was changed.

err-not-a-repeat = That session is a repeat itself.
rec-not-a-repeat = Choose the first session of this training. Nothing was saved.

err-more-returned = More sheets would have come back than were handed out.
rec-more-returned = Count again, and write down what was handed out first. Nothing was saved.

err-directory-unreadable = The file “{ $file }” cannot be read as a directory.
rec-directory-unreadable = Ask for the directory as an HSDS 3.0 data package or as JSON. Nothing was taken in.

## Codes

role-advocate = Advocate
role-volunteer = Volunteer
role-grant-viewer = Grant viewer, figures only
role-it-admin = Computers, no cases

service-status-active = Active
service-status-inactive = Not active
service-status-defunct = Does not exist any more
service-status-temporarily-closed = Closed for a time

location-type-physical = A place to go to
location-type-postal = An address for letters
location-type-virtual = By phone or online only

outreach-purpose-introduce-program = To introduce the program
outreach-purpose-referral-protocol = How we refer people
outreach-purpose-mou = An agreement
outreach-purpose-needs-assessment = What the county lacks
outreach-purpose-evaluation = How the work goes
outreach-purpose-joint-case-protocol = How we work a case together
outreach-purpose-funding-support-letter = A letter of support for funding

commitment-by-us = We promised
commitment-by-them = They promised
commitment-by-both = Both promised

commitment-state-open = Open
commitment-state-kept = Kept
commitment-state-broken = Not kept
commitment-state-released = No longer asked for

fit-reason-answers-need = Answers the need
fit-reason-serves-zone = Serves the zone
fit-reason-zone-not-said = Did not say which zones
fit-reason-other-zone = Serves other zones
fit-reason-open-at-any-hour = Answers at any hour
fit-reason-open-then = Open then
fit-reason-hours-not-said = Hours not known
fit-reason-closed-then = Closed then
fit-reason-speaks-language = Speaks the language
fit-reason-interpreter = Has interpreters
fit-reason-language-not-said = Language not known
fit-reason-travel-short = Up to half an hour away
fit-reason-travel-hour = Up to an hour away
fit-reason-travel-long = More than an hour away
fit-reason-travel-not-said = Distance not known
fit-reason-checked = Entry was checked
fit-reason-stale = Entry is old
fit-reason-never-checked = Entry was never checked
fit-reason-works-with-us = Works with us
fit-reason-wary = Is wary of us
fit-reason-age-not-said = Ask about the age

hsds-problem-required = is missing
hsds-problem-not-a-uuid = is not an id (UUID)
hsds-problem-not-in-list = is not on its list
hsds-problem-not-a-number = is not a number
hsds-problem-not-a-date = is not a date
hsds-problem-not-a-time = is not a time
hsds-problem-out-of-range = cannot be right
hsds-problem-too-long = is too long
hsds-problem-case-number = holds a case number
hsds-problem-unknown-parent = belongs to nothing in the file
hsds-problem-id-twice = stands twice
hsds-problem-confidential-address = tells where a confidential place is
hsds-problem-confidential-not-said = tells where a shelter is, and nobody said whether that is confidential
hsds-problem-uneven = has more or fewer cells than the header
hsds-problem-cannot-read = cannot be read
hsds-problem-with-another = is sound, but its organization has a flaw

advisory-group-kind-advisory-board = Advisory board
advisory-group-kind-task-force = Task force

material-item-brochure = Brochure
material-item-rights-card = Rights card
material-item-number-card = Card with numbers
material-item-backpack = Backpack for a child
material-item-loaned-phone = Loaned phone
material-item-other = Something else

looked-opened = Opened the office
looked-passphrase-again = Typed the passphrase again
looked-victim-page = Her page
looked-victim-record = What is recorded of her
looked-ways = How she is reached
looked-referral = A referral of hers
looked-paper = A paper on the screen
looked-decision = Two versions to decide
looked-looks = This log
looked-newer-program = Something a newer program knows
looked-wrong = { $count ->
    [one] after 1 wrong passphrase
   *[other] after { $count } wrong passphrases
}
looked-broken = { $name }: rows are missing here, or an old copy of the laptop was put back.
looked-due = A week has passed. Go through who looked at what.
call-out-place-scene = At the scene
call-out-place-hospital = Hospital
call-out-place-station = Station
call-out-place-home = At home
call-out-place-court = Court
call-out-place-other = Somewhere else

hours-kind-on-call = On call
hours-kind-casework = Casework
hours-kind-court = In court
hours-kind-outreach = Outreach
hours-kind-training = Training
hours-kind-other = Other

survey-audience-victim = Victims
survey-audience-officer = Officers
survey-audience-partner = Partner agencies

assessment-method-survey = Survey
assessment-method-forum = Forum
assessment-method-focus-group = Focus group
assessment-method-incident-report-review = Review of incident reports

export-table-victims = Victims
export-table-contacts = Contacts
export-table-referrals = Referrals
export-table-follow-ups = Follow-ups
export-table-partners = Partner agencies
export-table-services = Services of agencies
export-table-partner-contacts = Contacts with agencies
export-table-staff = People who work here

## Fields

field-alternate-name = Other name
field-description = What it does
field-email = Email
field-website = Page
field-accepts-letter = Takes referral letters
field-phones = Phones
field-more = From another directory
field-purpose = Purpose
field-commitment-by = Who promised
field-commitment-state = Was it kept?
field-next-step = Next step
field-next-on = Next step on
field-next-done-on = Done on
field-training-hours = Hours of training
field-background-check-on = Background check passed on
field-availability = Can be called
field-disabled-on = Access ends on
field-areas = Zones served
field-minimum-age = Least age
field-maximum-age = Greatest age
field-eligibility = Who it is for
field-application-process = How to get in
field-fees = What it costs
field-interpretation = Interpreters
field-alert = Notice
field-warm-line-24h = Answers at any hour
field-notes-for-deputies = Hints for deputies
field-schedules = Opening times
field-travel-minutes = Minutes of the drive
field-required-documents = What to bring
field-cost-options = Costs
field-location-type = Kind of place
field-addresses = Addresses
field-position = Coordinates
field-transportation = How to get there
field-accessibility = Help for people with disabilities
field-services = Services there
field-title = Title
field-department = Department
field-left-on = Left on
field-parties = Who signs
field-scope = Duties of each
field-confidentiality-terms = What each keeps to itself
field-review-on = Go over it on
field-renewals = Signed again on
field-ended-on = Ended on
field-person = Person
field-co-chair = Co-chair
field-joined-on = Joined on
field-held-on = Held on
field-present = Who was there
field-minutes = Minutes
field-decisions = Decisions
field-audience = Who it was for
field-population = Under-reached group
field-number-reached = People reached
field-note = Note
field-given-on = Given on
field-item = What
field-what = Which
field-quantity = How many
field-returned-on = Came back on
field-called-at = Called at
field-arrived-at = Arrived at
field-miles = Miles
field-topic = Topic
field-mandatory = Everybody must come
field-attended = Who came
field-began-on = Began on
field-counted-on = Counted on
field-handed-out = Handed out
field-returned = Came back
field-answers = Answers
field-campaign = What it is called
field-method = How
field-surveys = Surveys
field-findings = What was found
field-worked-on = Day

## Records

conflict-record-partner-service = Service of an agency
conflict-record-partner-location = Place of an agency
conflict-record-partner-person = Person at an agency
conflict-record-partner-contact = Contact with an agency
conflict-record-agreement = Agreement
conflict-record-advisory-group = Advisory group
conflict-record-group-member = Member of a group
conflict-record-group-meeting = Meeting of a group
conflict-record-community-event = Outreach to the community
conflict-record-material = Material
conflict-record-call-out = Call-out
conflict-record-training-session = Training session
conflict-record-survey = Survey
conflict-record-survey-return = Count of a survey
conflict-record-needs-assessment = Needs assessment
conflict-record-staff-hours = Hours

## The command line

cli-help-partner-outreach = Record a contact with a partner agency in full, from a form. It is never about one victim.
cli-help-partner-fits = Which agency fits: the services that answer a need, the best first, with the reasons.
cli-help-partner-show = Everything the directory says about an agency.
cli-help-partner-trust = The history with an agency: stages, worries and our answers, promises, agreements, numbers.
cli-help-partner-edit = Edit an agency, from a form.
cli-help-partner-describe = Write what else is known of an agency, from a form.
cli-help-partner-service = Record a service of an agency, or edit one, from a form.
cli-help-partner-location = Record a place of an agency, or edit one, from a form. A confidential one says nothing of where it is.
cli-help-partner-person = Record a person at an agency, or edit one, from a form.
cli-help-partner-assure = Say that somebody checked a service today and everything holds.
cli-help-partner-commitment = Say whether something promised was kept.
cli-help-partner-done = Say that the next step agreed in a contact was done.
cli-help-partner-import = Take a directory in: an HSDS 3.0 data package in a folder, or JSON. What has a flaw is left out and named.
cli-help-partner-export = Write the directory for other programs: HSDS 3.0. Confidential locations are never in it.
cli-help-partner-export-to = A folder for the data package, or a file that ends in .json.
cli-help-directory = The folder with the package, or the JSON file.
cli-help-dry-run = Only tell what would be done.
cli-help-rejects = Write the rows that were not taken into this table, with row, column and reason.
cli-help-edit = The id of the one to edit, as partner show tells it; without it a new one.
cli-help-partner-assure-service = The service’s id, as partner show tells it.
cli-help-partner-commitment-contact = The id of the contact in which it was promised, as partner trust tells it.
cli-help-partner-commitment-state = kept, broken or released.
cli-help-partner-done-contact = The id of the contact, as partner trust --json tells it.
cli-help-partner-fits-speaks = Language of the person, a code of the list.
cli-help-age = Age in years.
cli-help-now = Help is needed now.
cli-help-partner-fits-at = The moment help is needed: 2026-03-09T02:30:00-06:00.
cli-help-agreement-command = Agreements with partner agencies.
cli-help-agreement = The agreement’s id, as agreement list tells it.
cli-help-agreement-list = List agreements, the earliest review first.
cli-help-agreement-add = Record an agreement, from a form.
cli-help-agreement-renew = Say that an agreement was signed again.
cli-help-signed = Date it was signed again.
cli-help-review = Date to go over it next.
cli-help-group-command = Advisory boards and task forces.
cli-help-group = The group’s id, as group list tells it.
cli-help-group-list = List the groups.
cli-help-group-show = A group with its members and meetings.
cli-help-group-add = Record a group.
cli-help-group-add-name = The group’s name.
cli-help-group-add-kind = advisory_board or task_force.
cli-help-group-member = Add a member, from a form.
cli-help-group-meeting = Record a meeting, from a form. It is never about one victim.
cli-help-community = Outreach to the community, and what was handed out.
cli-help-community-list = List outreach and materials.
cli-help-community-add = Record outreach, from a form.
cli-help-community-material = Record material that went out, from a form.
cli-help-community-returned = Say that a loan came back.
cli-help-material = The material’s id, as community list tells it.
cli-help-staff = The people who work here, paid or not.
cli-help-looked = Who looked at what: everybody’s looks for the coordinator, your own for you.
cli-help-looked-victim = Only looks at this victim: case number or id.
cli-help-looked-person = Only this person’s looks: name or id.
cli-help-looked-since = The first day; a week ago if none.
cli-help-looked-until = The last day; today if none.
cli-help-looked-reviewed = Keep that you went through them.
cli-looked-count = { $count } of { $all }, { $since } to { $until }.
cli-looked-reviewed = Last gone through: { $on } { $by }
cli-help-staff-list = List everybody with role.
cli-help-staff-show = A person with hours and call-outs.
cli-help-staff-add = Record a person without a laptop, from a form.
cli-help-staff-role = Give a person a role.
cli-help-staff-end-access = End a person’s access from a day on.
cli-help-staff-give-access = Give a person access again.
cli-help-staff-hours = Record hours somebody gave.
cli-help-staff-call-out = Record a call-out, from a form. It never says to whom.
cli-help-staff-show-person = The person’s name or id.
cli-help-staff-role-person = The person’s name or id.
cli-help-staff-end-access-person = The person’s name or id.
cli-help-staff-give-access-person = The person’s name or id.
cli-help-staff-hours-person = The person’s name or id.
cli-help-staff-call-out-person = The person’s name or id.
cli-help-training-attended-person = The person’s name or id.
cli-help-role = deputy, advocate, volunteer, coordinator, grant_viewer or it_admin.
cli-help-staff-hours-kind = What for, a code of the list.
cli-help-training = Training sessions, and who still lacks them.
cli-help-training-list = List training with who still lacks it.
cli-help-training-add = Record a session, from a form.
cli-help-training-attended = Say who came to a session.
cli-help-session = The session’s id, as training list tells it.
cli-help-survey-command = Surveys and needs assessments.
cli-help-survey = The survey’s id, as survey list tells it.
cli-help-survey-list = List surveys with counts and answers.
cli-help-survey-add = Record a survey, from a form.
cli-help-survey-count = Count sheets handed out and come back, from a form.
cli-help-survey-assessment = Record a needs assessment, from a form.
cli-help-survey-assessments = List needs assessments.
cli-help-export-table = Write a table for a spreadsheet. It never says where a victim lives or how to reach her.
cli-help-table = victims, contacts, referrals, follow_ups, partners, services, partner_contacts or staff.
cli-help-export-table-to = The file to write.
cli-help-export-table-names = Write names of victims instead of initials.

cli-fits-none = No agency in the directory answers this.
cli-agreement-due = Go over “{ $title }” by { $on }.
cli-training-lacking =   Still to come: { $names }
cli-import-left-out = Not taken: { $name }
cli-import-did = Taken in: { $new } new, { $changed } changed, { $same } as they were, { $refused } left out.
cli-import-would = Nothing was written. It would be: { $new } new, { $changed } changed, { $same } as they are, { $refused } left out.
cli-directory-exported = Written to { $path }: { $organizations } agencies, { $services } services. Of { $hidden } the location is confidential and not in it.
cli-table-written = Written to { $path }: { $rows } rows.
cli-table-withheld = Left out because they are restricted: { $count }.

# Who is on call
err-shifts-overlap = { $name } is on call then already.
rec-shifts-overlap = The other shift is from { $begins } to { $ends }. Change one of the two. Nothing was saved.
err-access-ended-then = { $name } works here no more from { $on } on.
rec-access-ended-then = Choose somebody else, or an earlier day. Nothing was saved.
on-call-order-first = Called first
on-call-order-backup = Stands in
conflict-record-on-call-shift = On-call shift
field-time = From and to
field-call-order = In which order
field-called-off = Called off
field-begins-at = From what time
field-ends-at = Until what time
field-shift-days = Days of a shift
field-repeat-weeks = Weeks of repeating
on-call-nobody = nobody
on-call-now = On call now
on-call-tonight = Tonight
cli-help-on-call = Who is on call.
cli-help-on-call-now = Who can be called now and tonight.
cli-help-on-call-list = The shifts of some days.
cli-help-on-call-list-from = The first day; today if none.
cli-help-on-call-list-to = The last day; five weeks later if none.
cli-help-on-call-add = Enter a shift, once or every week until a day.
cli-help-on-call-swap = Give a shift to somebody else.
cli-help-on-call-move = Change the time of a shift.
cli-help-on-call-off = Call a shift off; it stays as what was planned.
cli-help-on-call-back = Take back that a shift was called off.
cli-help-on-call-add-person = The person’s name or id.
cli-help-on-call-swap-person = Who takes it: name or id.
cli-help-on-call-add-from = Day and time it begins: 2026-03-06T18:00.
cli-help-on-call-add-to = Day and time it is over.
cli-help-on-call-move-from = Day and time it begins: 2026-03-06T18:00.
cli-help-on-call-move-to = Day and time it is over.
cli-help-on-call-add-backup = She stands in; without it she is called first.
cli-help-on-call-add-repeat-until = The same every week, up to this day.
cli-help-on-call-swap-shift = The shift’s id, as the list shows it.
cli-help-on-call-move-shift = The shift’s id, as the list shows it.
cli-help-on-call-off-shift = The shift’s id, as the list shows it.
cli-help-on-call-back-shift = The shift’s id, as the list shows it.
cli-on-call-entered = { $count ->
    [one] 1 shift is entered.
   *[other] { $count } shifts are entered.
}
