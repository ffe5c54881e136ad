# Every sentence of the screens, in English. `err-` and `rec-` words of the program's own refusals stand in
# failures.ftl; those here are for mistakes a screen sees before asking.

## Frame
rail-label = Main places
rail-today = Today
rail-find = Find
rail-new-victim = New victim
rail-partners = Partners
rail-send = Send week
rail-inbox = Inbox
rail-conflicts = To decide
rail-settings = Settings
rail-help = Help
rail-hide = Hide
rail-lock = Lock
frame-person = Signed in: { $person }
paused-title = Paused
training-banner = TRAINING OFFICE – made-up people
names-show = Show names
saved-at = Saved { $time }

## On many screens
save = Save
saving = Saving…
cancel = Cancel
back = Back
edit = Edit
open = Open
add = Add
remove = Remove
choose = Choose…
working = Working…
date = Date
about = About
not-known = Not known
looks-like-history = This looks like a copy of a criminal history return.
looks-like-history-line = { $field }, line { $line }: { $sign }
looks-like-history-remedy = Copies of such returns must not lie here: take it out. If you looked and it is none, you can save it.
save-all-the-same = Save it all the same
in-conflict = Two versions
who = Who
who-nothing = Nobody found. Check the spelling, or add a new victim.
how = How
needs = Needs
language = Language
languages = Languages
zone = Town or zone
phone = Phone
hours = Hours
address = Address
signature-paper-on-file = Signed on paper
signature-signed-here = Signed here

## Times
time-today = today
time-ago =
    { $days ->
        [0] today
        [1] yesterday
       *[other] { $days } days ago
    }
time-late =
    { $days ->
        [1] 1 day late
       *[other] { $days } days late
    }
time-due-today = due today
time-due = due { $day }
last-sent = Last sent: { $ago }
last-sent-late = Last sent: { $ago } (late)
never-sent = Nothing sent yet.
today-no-return = For { $days } days this laptop has taken in nothing from the county. Ask for your return file. Nothing is locked.
today-revoked = The county took this laptop off its list on { $day }. Nothing here was erased. Call the county office.
never-contacted = No contact yet
changes-waiting =
    { $count ->
        [1] 1 change waits for the county
       *[other] { $count } changes wait for the county
    }

## When something is refused
refused-title = This was not done
refused-unexpected = The program met something it does not know ({ $code }).
refused-unexpected-remedy = Nothing was saved. Try again; if it happens again, tell your coordinator these words.
err-choose-who = Choose who this is about.
rec-choose-who = Type a few letters of the name or the case number, then press Enter.
err-choose-outcome = Choose what came of it.
rec-choose-outcome = Press the digit beside the outcome.
err-choose-partner = Choose at least one partner agency.
rec-choose-partner = Press the digit beside its name.
err-choose-folder = Choose a folder.
rec-choose-folder = Type where it is, or press Choose…
err-choose-field = Choose at least one field of her record.
rec-choose-field = To erase everything of hers, choose that above.
err-choose-side = Choose one of the versions.
rec-choose-side = Press Left or Right.
err-passphrases-differ = The two new passphrases are not the same.
rec-passphrases-differ = Type the new passphrase again in both fields.

## First start
first-title = Welcome to Countyline
first-lead = Nothing is set up on this computer yet. Nothing here ever goes over a network.
first-office = Create a county office
first-office-hint = For the coordinator’s desk. It enrolls the laptops and merges their weeks.
first-laptop = Join a county office
first-laptop-hint = For a laptop in the field. It asks the county to take it in.
first-office-name = County
first-place-name = Name of this desk
first-laptop-name = Name of this laptop
first-laptop-name-hint = For example: Laptop 07
first-person-name = Your name
first-folder = Folder on the stick
first-folder-hint = Your request to join is written there. Carry it to the county.
first-create = Create the office
first-join = Write the request
passphrase = Passphrase
passphrase-hint = At least 12 characters. Four words are good.
passphrase-again = Passphrase again
passphrase-warning = Nobody can open the case file without this passphrase. Keep it in a safe place, away from this computer.
passphrase-show = Show
ask-again-title = Type your passphrase again
ask-again-why = This step needs the person whose window this is. Then it counts for { $minutes } minutes.
ask-again-go-on = Go on
words-match = The words match

## Waiting to join
joining-title = Waiting for the county
joining-carry = Carry this file to the county office: { $path }
joining-carry-later = Carry the file whose name begins with “enrol” to the county office. It is in the folder you chose.
joining-words = Words of { $laptop }: read them to the coordinator
joining-welcome = The county’s welcome file
joining-welcome-hint = The county writes it after comparing the words.
joining-read = Read the file
joining-county-words = Words of { $county }
joining-compare = Ask the coordinator to read the county’s words to you, by phone or in person. Go on only if all six are the same.

## Unlock
unlock = Unlock
unlock-opening = Opening…
unlock-wait =
    { $seconds ->
        [1] You can try again in 1 second.
       *[other] You can try again in { $seconds } seconds.
    }
version = Countyline { $version }
caps-lock = Caps Lock is on.
forgotten = I forgot my passphrase
forgotten-laptop = Call your supervisor at the county office: eight words open this laptop once. Then set a new passphrase.
forgotten-code = The eight words
forgotten-county = Two of the three people who keep recovery sheets bring theirs. Then set a new passphrase.
forgotten-one-sheet = One sheet
forgotten-other-sheet = Another sheet
forgotten-sheet-hint = Type its four lines, each beginning with its number.
theme-day = Day
theme-night = Night
theme-contrast = High contrast
theme-system = As the computer says

## Today
today-title = Today
today-late = Late
today-today = Today
today-upcoming = Next seven days
today-more = Show more ({ $count } not shown)
today-recall = { $count ->
    [one] One paper that is out has an old number
   *[other] { $count } papers that are out have an old number
}
today-nobody = Nobody is due in the next seven days.
# Referrals that an agency was told of and has not answered.
today-waiting = Waiting on a partner
today-waiting-sent = sent { $ago }
log-contact = Log contact
new-victim = New victim
week-title = This week
week-contacts =
    { $count ->
        [1] contact
       *[other] contacts
    }
week-referrals =
    { $count ->
        [1] referral
       *[other] referrals
    }
week-victims =
    { $count ->
        [1] new victim
       *[other] new victims
    }
today-conflicts =
    { $count ->
        [0] Nothing waits for a decision.
        [1] 1 thing waits for a decision.
       *[other] { $count } things wait for a decision.
    }
inbox-open = Open the inbox
conflicts-open = Decide conflicts

## Safe contact
safe-title = Safe contact
safe-channel = { $channel } first
safe-say = say “{ $name }”
safe-after-who = How she may be reached appears here as soon as you choose who.
safe-voicemail-yes = voicemail is OK
safe-voicemail-no = no voicemail
safe-voicemail-not-asked = voicemail not asked: leave none
safe-voicemail-declined = voicemail not answered: leave none
safe-voicemail-unknown = voicemail not known: leave none
contact-level-do-not-contact = Do not contact
contact-level-no-safe-way = No safe way is known
contact-level-ask-again = Ask again what is safe
contact-level-with-conditions = With care
contact-level-safe = Safe

## Log contact
outcome = Outcome
outcome-not-do-not-contact = Do not contact is on.
outcome-not-voicemail = No voicemail agreed.
next = Next follow-up
next-week = In 7 days, { $day }
next-pick = Pick a day
next-none = No more follow-up
next-on = Day
save-next = Save and next due
when-now = Now
when-earlier = Earlier
next-at = Call at, if she said when
gate-way = Which way was used
follows-title = Saved. What follows
follows-do-not-contact = She wants no more contact. On her page you can mark that nobody contacts her.
follows-coordinator = There is no safe way to reach her: leave it to the coordinator.
follows-open = Open her page
note = Note
note-hint = What was done. No new address, no shelter name.
minutes = Minutes

## Victims
given-name = Given name or initials
family-name = Family name
birth-year = Born in
victim-reach = May we reach her?
victim-reach-yes = She named a way to reach her
# Who may be on record already, with the case numbers behind it.
new-victim-known = On record already?
new-victim-happened = What happened
new-victim-occurred-in = Where it happened (town)
new-victim-card = Rights card given?
new-victim-card-yes = Yes, in { $language }
first-follow-up = First follow-up
find-label = Name, case number or last digits of a phone
find-hint = Accents and capitals do not matter.
find-count =
    { $count ->
        [1] 1 found
       *[other] { $count } found
    }
find-nothing = Nobody found.
find-not-here = Not here: new victim
role-disclosure-due = Nobody told her yet what cannot stay confidential.
role-disclosure-told = She was told today
holds-more = A newer program wrote something in this record that this one cannot show. Nothing of it is lost.
record-not-here = Record not here yet
not-sent = { $count } not sent
timeline-title = Timeline
timeline-empty = Nothing here yet.
timeline-by = { $by }, { $place }
timeline-contact = Contact
timeline-referral = Referral
timeline-letter = Letter
timeline-release = Release
timeline-minutes = { $minutes } min
given-printed = printed
given-saved = saved as PDF
given-not-made = never made
timeline-partner-contact = Contact
do-not-contact = Do not contact
do-not-contact-on = Mark: do not contact
do-not-contact-off = Do not contact is on: allow contact again

## Ways to reach her
methods-title = Ways to reach her
methods-add = Add
methods-none = None is known.
method-channel = By
method-value = Number, address or place
method-hours = Hours
method-hours-hint = In her words: 9 to 11 am
method-cover-name = Say who is calling
method-cover-name-hint = For example: the library
method-mark-reason = Why it is marked so
method-mark-reason-hint = For example: he reads her texts
method-safe = Is it safe?
method-is-safe = safe: { $safe }
method-voicemail = Voicemail OK?

## Follow-ups
follow-ups-title = Follow-ups
follow-ups-none = No follow-up.
follow-up-done = Done
follow-up-cancel = Cancel it
more-queue = Who does what
more-queue-lead = Open follow-ups of everybody, by case number
queue-nobody = Nobody in particular
queue-assign = Assign or move
queue-none = No follow-up is open.

## Referrals
refer = Refer
referrals-title = Referrals
referrals-none = None yet.
referral-change = New status for { $partner }
referral-reference = Reference { $reference }
referral-next = What came of it?
referral-outcome = What it brought her
referred =
    { $count ->
        [1] 1 referral saved
       *[other] { $count } referrals saved
    }
refer-need = For
refer-partners = To which partner agencies
refer-kind = In what way
refer-wanted = Does she want it?
wanted-sent = Yes: send it now
wanted-offered = She wants to think about it
wanted-declined-by-victim = No
refer-more = Say more about it
refer-adults = For how many adults
refer-children = For how many children
refer-instead-of = In place of
fit-zone = Where she is
fit-when = When
fit-now = It is needed now
fit-points = { $points ->
        [1] 1 point
       *[other] { $points } points
    }
fit-not-said = no word that it answers this need
referral-more = Show all of it
referral-less = Less
referral-on = On which day
referral-stages = Stages
referral-people = For
referral-adults = { $count ->
    [one] one adult
   *[other] { $count } adults
}
referral-children = { $count ->
    [one] one child
   *[other] { $count } children
}
referral-came-of-it = What came of it
referral-told-outside = As another system says
referral-system = Which system
referral-told-status = Its stage there
referral-told-hint = As it is written there
referral-told-reason = Reason given there
refer-save = Save referral
refer-letters = Each agency is told by its own letter, under its own release. Save, and choose them with the letters.
refer-save-letter = Save and make the letter
refer-release = Release
refer-release-needed = This tells the partner agency about her, so she must have signed a release for it.
refer-no-release = Nothing about her goes to the partner agency: she gets its name and number.

## Releases
releases-title = Releases of information
releases-none = None signed.
release-sign = New release
release-save = Save the release
release-revoke = Revoke
release-until = until { $day }
release-methods = How it may be told (none: any way)
release-told-by = Only by: { $methods }
release-excluded = What she does not want told
release-not-told = Not to be told: { $excluded }
release-exclusions = Before you tell the agency anything
release-exclusions-read = I have read it and tell nothing of it
release-recipient = Who may receive it
release-expires = Until
release-items = What may be shared
release-purpose = Why, in her words
release-signature = Signature
release-signer = Who signed
release-signer-yes = I asked: the signer is not the person who hurt her

## Letter
letter = Letter
letter-safe = Is it safe for her to carry this?
letter-hold = Or
letter-hold-yes = Make it and hold it at the office
carry-yes = Yes
carry-no = No
carry-not-asked = Not asked
no-paper-not-asked = Ask her first. The paper appears here only when she says yes.
no-paper-no = No paper. Read it out loud, or let her call from here.
no-paper-yes = The letter cannot be shown.
letter-told-by-voice = I told her the numbers, in { $language }
letter-told = It is kept that she was told by voice.
letter-form = Form
letter-form-detail-discreet = Numbers under neutral words
letter-form-detail-full = With our office’s name
letter-page = Paper
letter-size = Size
letter-large = Large print (18 point)
letter-sides = Sides of the sheet
letter-both-sides = Print on both sides
letter-both-sides-detail = What is printed next begins on a new sheet
letter-preview = The letter
letter-page-number = Page { $page } of { $pages }
letter-print = Print
did-it-print = { $count ->
    [one] Did it print?
   *[other] Did all { $count } print?
}
did-it-print-why = Until you answer, it counts as printed. A letter counts as sent with your yes.
did-it-print-missing = Which did not print?
did-it-print-yes = Yes, it printed
did-it-print-again = No, print again
did-it-print-no = No, nothing was printed
letter-password = Password for the file, if you want one
letter-password-hint = The file opens with it and not without it. Tell it another way than you send the file.
letter-save = Save PDF
letter-folder = Folder for the PDF
letter-file = File name: { $name }
letter-saved = Saved: { $path }. Delete the file once it is printed or handed over.
agency-letter = Letter to the agency
agency-letter-to = To { $partner }
agency-letter-no-release = She has signed no release for { $partner } that is in force. Without one nothing about her may be written to them.
agency-letter-told = Printing or saving it is written down: { $partner } was told what stands in the letter.
agency-letter-people = Adults it is for: { $adults }. Children: { $children }.
agency-letters = Letters to agencies
agency-letter-waits = The letter appears here.
checked-ready = Checked: ready
checked-not-ready = Checked: not ready
checked-ok = OK
checked-warn = Note
checked-danger = Stop
check-no-protected-address = No protected address
check-no-denied-word = No word that gives it away
check-no-agency-name = No office, place or officer name
check-no-victim-or-case = No name of hers, no case number
check-neutral-file = File name and title are neutral
check-no-call-back-number = Our phone number is not written down: write it on the letter by hand, or set it under Policies and lists
check-denied-words-unread = The denied words of { $languages } cannot be read: look at the letter for them yourself
check-undecided = Two people wrote something on it differently; decide first, if you can
check-nothing-excluded = Nothing she does not want told
check-exclusions-read = Not to be told: { $excluded }
check-no-name-typed = No name of hers in what was typed
check-name-typed =
    This letter must not say who she is. “{ $word }” stands in { $field ->
        [hours] her hours
        [who_may_answer] who may answer
        [cover_name] whom to say is calling
        [language_relay] her language or relay
        [access_needs] what she needs
       *[other] the way to reach her
    }: change it there first
check-service-ended = A service she was referred to is not given now: the letter has what the agency has
check-stale-numbers =
    { $count ->
        [one] 1 number was not checked lately
       *[other] { $count } numbers were not checked lately
    }
page-us-letter = Letter
page-a4 = A4

## Partner agencies
new-partner = New partner agency
partners-filter = Find a partner agency
partners-none = No partner agency found.
partner-name = Name
partner-kind = Kind
partner-phone = Public phone
partner-stale = Check this entry
partner-address-hidden = Address hidden
partner-assured = Last checked
partner-referrals = Referrals sent
partner-contacts = Our contacts with them
partner-log = Log contact with them
partner-contact-notice = Never write about one victim here.
partner-person = Whom we spoke with
partner-concerns = What worries them
partner-response = What we answered
partner-commitment = What was promised
partner-stage = Where we stand
partner-location = Is its location confidential?
partner-location-first = Ask first whether its location is confidential.
partner-confidential-detail = The address is never stored, shown or printed.
partner-counts = Reports
partner-program = Victim service program
partner-answers = Needs they can answer
directory-services = Services they offer
directory-add-service = New service
directory-places = Places
directory-add-place = New place
directory-people = People there
directory-add-person = New person
directory-details = What else is known of them
directory-none = None is written down.
directory-assured = Checked today
directory-checked = checked { $day }
directory-left = left { $day }
directory-job = What he or she does there
directory-days = Days
directory-opens = Opens
directory-closes = Closes
directory-hours-hint = Times as 09:00 and 17:30. No day means every day.
directory-drive-hint = One on each line: the zone, a colon, the minutes. For example: Elm Creek: 25
directory-number = Number
directory-extension = Extension
directory-remark = What it is for
directory-document = What to bring
directory-what-for = For what
directory-amount = Amount
directory-currency = Currency
directory-street = Street
directory-city = Town
directory-state = State
directory-zip = ZIP code
directory-place-description = What is there

## Send week
send-title = Send week to the county
send-what = What
send-among = Among them: { $contacts ->
        [1] 1 contact
       *[other] { $contacts } contacts
    }, { $referrals ->
        [1] 1 referral
       *[other] { $referrals } referrals
    }, { $victims ->
        [1] 1 new victim
       *[other] { $victims } new victims
    }.
send-who = Who can open it
send-county = Only { $county }.
send-words = The county’s words
send-folder = Folder on the stick
send-folder-hint = The file is written there and read back.
send-make = Make the file
send-writing = Writing and reading back…
send-history = Sent before
sent-title = No. { $number } saved and read back OK
sent-status = No. { $number } saved and read back OK
sent-safe = It is safe to take out the stick.
sent-detail = { $changes ->
        [1] 1 change
       *[other] { $changes } changes
    }, { $kilobytes } kB
bundle-number = No. { $number }
bundle-detail = { $changes ->
        [1] 1 change
       *[other] { $changes } changes
    }, { $file }

## Inbox of the county
inbox-title = Inbox
inbox-folder = Folder with the laptops’ files
inbox-look = Look in it
inbox-add = Add files…
inbox-empty = Put in a stick and choose its folder, or drag files and folders here. Nothing is merged until you say so.
inbox-none-found = No file from a laptop was found there.
inbox-from = From
inbox-file = File
inbox-made = Made
inbox-changes = Changes
inbox-state = State
inbox-counts = { $fresh } new, { $known } known
inbox-missing = { $count } missing before it
inbox-merge =
    { $count ->
        [0] Nothing to merge
        [1] Merge 1 file
       *[other] Merge { $count } files
    }
inbox-safe-again = Adding the same file twice does no harm.
bundle-state-ready = Ready
bundle-state-already-merged = Already merged
bundle-state-refused = Refused
bundle-state-stopped = Stopped
bundle-state-parked = Waits
bundle-state-for-another = For another laptop
merged-status =
    { $count ->
        [1] 1 file merged
       *[other] { $count } files merged
    }
rehearsal-title = If you merge now
rehearsal-added = new records
rehearsal-changed = changed
rehearsal-conflicts = to decide
rehearsal-stricter = safer answers that hold at once
rehearsal-hidden = hidden
rehearsal-problems = odd changes
rehearsal-missing = changes missing
rehearsal-same-person = pairs that may be one person
rehearsal-conflict = To decide
rehearsal-holds = Holds at once
undo-title = The last merge
undo-last = { $by } merged { $files ->
    [one] one file
   *[other] { $files } files
}, { $at }: { $changes ->
    [one] one change
   *[other] { $changes } changes
}.
undo-merge = Take the merge back
undo-hint = Possible until somebody works with what it brought.
undo-look-again = { $count ->
    [one] Look at the file that was taken back
   *[other] Look at the { $count } files that were taken back
}
undo-kept = The sealed files stay in this office and can be merged again.
summary-title = Merged
summary-added = new
summary-changed = changed
summary-known = already here
summary-conflicts = new conflicts
summary-same-person =
    { $count ->
        [1] One pair of records may be one person’s. Nobody has said so yet.
       *[other] { $count } pairs of records may be one person’s. Nobody has said so yet.
    }
summary-same-person-look = Look at them
summary-review =
    { $count ->
        [1] Decide 1 conflict
       *[other] Decide { $count } conflicts
    }
enrol-title = Enroll a laptop
enrol-file = The laptop’s request
enrol-read = Read the file
enrol-words = Words of { $laptop }, { $person }
enrol-compare = Ask the person at the laptop to read its words to you. Go on only if all six are the same.
enrol-folder = Folder for the welcome file
enrol-confirm = The words match: enroll
enrol-done = { $laptop } is enrolled. Welcome file:
enrol-files = It is { $count } files. Take all of them to the laptop.
enrol-county-words = The county’s words: read them to the person at the laptop

## Conflicts
conflicts-title = What waits for you
conflicts-none = Nothing waits for a decision.
inbox-all = Everything that waits
inbox-kind-conflict = Two versions
inbox-kind-deleted-while-edited = Hidden by one, changed by another
inbox-kind-hidden-with-work = Work for a hidden victim
inbox-kind-unknown-operation = Written by a newer program
inbox-kind-wrong-kind = Written in a way that does not fit
inbox-kind-append-rewritten = Something final was written again
inbox-kind-wrote-twice = One change wrote a field twice
inbox-kind-log-continued-twice = A laptop’s history goes two ways
inbox-kind-same-case-number = Two victims have one case number
inbox-kind-same-person = Two records, maybe one person
inbox-about-deleted-while-edited = Someone hid this as recorded by mistake. Someone else changed it and had not seen that. It stays visible until you decide.
inbox-about-hidden-with-work = This victim was hidden as recorded by mistake, but there is work for her. Bring her back, or confirm that she stays hidden.
inbox-about-unknown-operation = A newer version of this program wrote something that this one cannot show. It is kept. Update this computer to see it.
inbox-about-wrong-kind = A change was written in a way that does not fit its field. It was merged. Look at the record and see whether it is right.
inbox-about-append-rewritten = Something that is written only once, like a contact, was written again. Both versions are in the history. Look at the record.
inbox-about-wrote-twice = One change wrote the same field twice. The later value counts. Look at the record.
inbox-about-log-continued-twice = This laptop was restored from an old copy, or copied. Both histories are kept and nothing is lost. Find out what happened to it.
inbox-about-same-case-number = These victims have the same case number. Use their pages, not the number, until one of them has another number.
urgency-safety = Safety
urgency-contact = Contact
urgency-other = Other
settle-keep = Keep it
settle-hide = Hide it anyway
settle-seen = I have seen this
item-from = Where it comes from
item-hidden-by = Hidden by
item-written-by = Changed meanwhile by
item-received = Received here { $at } in { $file }
conflict-other = Write something else
conflict-use-other = Use what I wrote
conflict-both = Both are right
conflict-both-hint = The chosen one stays here; the other is added as another way to reach her.
conflict-of = { $number } of { $count }
conflict-choose = Which version is right?
conflict-protective = This is about safety. The more careful version holds until you choose.
conflict-in-effect = Holds until you choose
conflict-by = Written by { $by }, { $at } by their clock
conflict-signed-by = Signed by the machine of { $who }, not of { $by }. Ask both.
conflict-own = Written in this office
conflict-use = Use this
conflict-chosen = Chosen
conflict-resolve = Use the chosen version
conflict-later = Later
conflict-kept = The other version stays in the history.
value-empty = (empty)

## Settings
settings-language = Language of the screens
settings-theme = Colors
settings-single-keys = Keys that are one letter or digit
single-keys-on = On
single-keys-off = Off
single-keys-which = Such as N, / and ?
settings-zoom = Size of everything
percent = { $percent } %
zoom-now = Size: { $percent } %
passphrase-change = Change passphrase
passphrase-changed = Passphrase changed
passphrase-old = Passphrase now
passphrase-new = New passphrase
my-data-title = Check my data
my-data-lead = Compares every table with its history. It takes a moment and changes nothing.
my-data-run = Check now
my-data-ok = Everything matches its history.
my-data-bad = Something does not match. Do not merge; call for help.
my-data-read = { $commits ->
        [1] 1 change read
       *[other] { $commits } changes read
    }, { $rows ->
        [1] 1 row compared
       *[other] { $rows } rows compared
    }

## Help
help-keys = Keys
help-rules = Remember
help-safe = Read the safe-contact line before you call. Not asked means not safe.
help-address = Never write a new address or the name of a shelter in a note.
help-saved = “Saved” appears only when the work is on disk.
help-send = Until the county has your week, this laptop is the only place that has it.
help-in-english = This page is not in your language yet. Here it is in English.
key-help = Help for this screen
key-keys = The keys
key-log = Log a contact
key-find = Find
key-refer = Refer
key-send = Send week, or the county’s inbox
key-night = Day or night colors
key-zoom = Everything larger, smaller, at its usual size
key-hide = Hide everything; any key comes back
key-lock = Lock
key-save = Save
key-print = Letter, print
key-back = Back
key-names = Hold to see names
key-rail = The places on the left
key-rows = Move between rows
key-digits = Choose beside a digit
key-new = New victim

## Labels of values in conflict

hide-mistake = Hide: a mistake
hidden-title = { $count ->
    [one] One hidden entry
   *[other] { $count } hidden entries
}
hidden-by = Hidden by { $by }, { $place }, { $at } by their clock
bring-back = Bring back
field-role = Role
field-place = Place
field-case-number = Case number
field-opened-on = Opened on
field-need = Need
field-release = Release
field-assured-on = Last checked
field-given-name = Given name
field-family-name = Family name
field-birth-year = Born in
field-language = Language
field-needs = Needs
field-restricted = Restricted to those who need it
field-zone = Town or zone
field-channel = By
field-value = Number, address or place
field-safe = Is it safe?
field-voicemail = Voicemail OK?
field-hours = Hours
field-cover-name = Say who is calling
field-do-not-contact = Do not contact
field-status = Status
field-name = Name
field-kind = Kind
field-phone = Phone
field-address = Address
field-confidential-location = Confidential location
field-victim-service-program = Victim service program
field-languages = Languages
field-expires-on = Until
field-revoked = Revoked
field-due-on = Due
field-state = State
field-reason = Reason
field-acknowledgement = Acknowledgement
field-victimization = Kind of crime
field-way = How to reach her
field-agency = Agency
field-advisory-group = Advisory group
field-answer = Answer
field-answered-on = Answered on
field-assigned-to = Who does it
field-basis = On what basis
field-came-of-it = What came of it
field-commitment = Promise
field-community-event = Community event
field-concerns = Worries
field-contact-method = Way that was used
field-contacted-on = Contacted on
field-copy-given = Copy given
field-fact = What was asked
field-fields = What stands in it
field-follow-up = Follow-up
field-form = Form
field-given = How it was given
field-how-given = How it was given
field-incident = Incident
field-interpreter = Interpreter
field-items = What may be told
field-letter = Letter
field-made-at = Made on
field-methods = By which ways
field-numbers = Numbers on it
field-pack = State pack
field-partner = Agency
field-partners = Agencies on it
field-re-referred-from = Referred again from
field-recipient = For whom
field-referral = Referral
field-relationship-stage = Where we stand
field-repeat-of = Repeats
field-representative = Who signs for her
field-response-given = Our answer
field-rights-requested = Rights she asked for
field-rights-waived = Rights she waived
field-risks-explained = Risks were explained
field-sha256 = Fingerprint of the file
field-signature = Signature
field-signed-on = Signed on
field-signer-not-abuser = Whoever signed did not hurt her
field-staff = Who wrote it
field-survey = Survey
field-status-dates = Dates of each stage
field-version = Version
field-victim = Victim
field-witness = Witness
field-mark-reason = Why it is marked so
field-reporting-officer = Reporting officer
field-responding-partner = Responding agency, in the directory
field-adults = Adults it is for
field-children = Children it is for
field-page = Page
field-large-print = Large print
field-template-version = Version of the wording
field-ways = Ways to reach her on it
field-places = Numbers on it, and whose
field-other-names = Other names
field-relations = Related to
field-named-staff = Named for her
field-same-as = The same person as
field-not-same-as = Not the same person as

conflict-record-release-of-information = a release of information
conflict-record-staff = a person of the office
conflict-record-contact = a contact with a victim
conflict-record-victim = about the victim
conflict-record-contact-method = a way to reach her
conflict-record-partner = a partner agency
conflict-record-referral = a referral
conflict-record-follow-up = a follow-up

## Codes: <list>-<code>, with - for _

answer-yes = Yes
answer-no = No
answer-not-asked = Not asked
answer-declined = Declined to say
answer-unknown = Not known

language-en = English
language-es = Spanish
language-vi = Vietnamese
language-hmn = Hmong
language-nv = Navajo
language-ar = Arabic
language-zh = Chinese
language-ko = Korean
language-ru = Russian
language-ase = American Sign Language
language-am = Amharic
language-my = Burmese
language-chr = Cherokee
language-chk = Chuukese
language-fr = French
language-ht = Haitian Creole
language-hi = Hindi
language-ja = Japanese
language-kar = Karen
language-quc = K’iche’
language-lkt = Lakota
language-mam = Mam
language-mh = Marshallese
language-mix = Mixtec
language-nah = Nahuatl
language-ne = Nepali
language-pdc = Pennsylvania Dutch
language-pt = Portuguese
language-pa = Punjabi
language-so = Somali
language-sw = Swahili
language-tl = Tagalog
language-uk = Ukrainian
language-esu = Yup’ik
language-other = Other

need-shelter = Shelter
need-medical = Medical
need-legal = Legal help
need-protection-order = Protection order
need-counseling = Counseling
need-food = Food
need-money = Money
need-transport = Transport
need-child-care = Child care
need-safety-planning = Safety planning
need-compensation = Compensation
need-other = Other

channel-phone = Phone
channel-text = Text
channel-email = Email
channel-post = Mail
channel-in-person = In person
channel-home-visit = Home visit
channel-work-school-visit = Work or school
channel-trusted-person = Trusted person

safe-no = No
safe-unknown = Not known
safe-with-conditions = With conditions
safe-yes = Yes

outcome-reached-talked = Reached, talked
outcome-reached-not-safe = Reached, not safe to talk
outcome-reached-declined = Wants no contact
outcome-no-answer-no-message = No answer, no message
outcome-voicemail-left = Safe voicemail left
outcome-message-trusted-person = Told trusted person
outcome-other-answered-hung-up = Other person: hung up
outcome-other-answered-cover = Other person: used cover
outcome-number-wrong = Wrong number
outcome-letter-sent = Letter sent
outcome-letter-returned = Letter came back
outcome-home-reached = Visit, reached
outcome-home-not-home = Visit, not there
outcome-home-not-safe = Visit, not safe
outcome-blocked-no-safe-method = Not tried: no safe way

partner-kind-victim-service-program = Victim service program
partner-kind-shelter = Shelter
partner-kind-legal-aid = Legal aid
partner-kind-clinic = Clinic
partner-kind-hospital = Hospital
partner-kind-mental-health = Mental health
partner-kind-prosecutor = Prosecutor
partner-kind-court = Court
partner-kind-school = School
partner-kind-food = Food
partner-kind-housing = Housing
partner-kind-faith = Faith community
partner-kind-tribal = Tribal program
partner-kind-other = Other

partner-contact-kind-introduction = Introduction
partner-contact-kind-meeting = Meeting
partner-contact-kind-forum = Forum
partner-contact-kind-training = Training
partner-contact-kind-mdt-task-force = Task force
partner-contact-kind-advisory-board = Advisory board
partner-contact-kind-phone = Phone
partner-contact-kind-letter = Letter
partner-contact-kind-event = Event

concern-loss-of-funding = Losing funding
concern-loss-of-public-support = Losing public support
concern-duplication = Doing the same twice
concern-no-history = We have not worked together
concern-past-conflict = Past conflict
concern-client-confidentiality = Client confidentiality
concern-victim-trust-in-police = Victims’ trust in police
concern-capacity = Not enough people or time
concern-other = Other

relationship-stage-unknown = Not known yet
relationship-stage-contacted = Contacted
relationship-stage-met = Met
relationship-stage-wary = Wary
relationship-stage-cooperating = Cooperating
relationship-stage-mou-signed = Agreement signed
relationship-stage-active-both-ways = Active both ways
relationship-stage-lapsed = Lapsed

referral-kind-cold-info = Name and number only
referral-kind-warm-phone = We call together
referral-kind-warm-in-person = We introduce her
referral-kind-letter = By letter

referral-status-draft = Draft
referral-status-offered = Offered
referral-status-declined-by-victim = She said no
referral-status-sent = Sent
referral-status-acknowledged = They have it
referral-status-accepted = Accepted
referral-status-in-progress = In progress
referral-status-waiting-list = Waiting list
referral-status-completed = Completed
referral-status-not-eligible = Not eligible
referral-status-no-capacity = No capacity
referral-status-could-not-reach = Could not reach her
referral-status-no-longer-wanted = No longer wanted
referral-status-withdrawn-by-us = Withdrawn by us
referral-status-unknown-partner-confidential = They keep it confidential
referral-status-referred-elsewhere = Referred elsewhere
referral-status-could-not-get-help = Could not get help
referral-status-declined-by-partner = Declined by partner
referral-status-entered-in-error = Entered by mistake

release-item-name = Name
release-item-safe-contact = Safe contact
release-item-need = Need
release-item-incident-date = Date of incident
release-item-case-number = Case number
release-item-risk-level = Risk level
release-item-access-needs = Language and access needs
release-item-people = People it is for
release-item-documents = Documents
release-item-other = Other

release-state-in-force = In force
release-state-expired = Expired
release-state-revoked = Revoked
release-state-not-yet = Not yet

follow-up-reason-first-follow-up = First follow-up
follow-up-reason-next-contact = Next contact
follow-up-reason-court-date = Court date
follow-up-reason-referral-check = Check the referral
follow-up-reason-other = Other

follow-up-state-open = Open
follow-up-state-done = Done
follow-up-state-unable-to-reach = Unable to reach
follow-up-state-cancelled = Cancelled

letter-form-full = Full
letter-form-discreet = Discreet

erase-basis-court-order = A court ordered it
erase-basis-expungement = Expungement by law
erase-basis-retention-ended = The time to keep it has ended
erase-basis-recorded-by-mistake = Recorded by mistake
erase-basis-victim-request = The victim asked for it

role-deputy = Deputy
role-coordinator = Coordinator

## Handing back and taking in
hand-back-title = Hand back to the laptops
hand-back-why = Every laptop gets what the others did and learns what is safe here. One stick can go round: each finds its own file.
hand-back-folder = Folder on the stick
hand-back = Write the files
handed-back-detail =
    { $files ->
        [1] { $changes } changes, written and read back
       *[other] { $changes } changes in { $files } files, written and read back
    }
handed-back-nobody = No laptop has joined yet.
take-in-title = From the county
take-in-why = The stick from the county brings what the others did and says what of yours is safe there.
take-in-folder = Folder on the stick
take-in = Take in what the county sent
take-in-done = Taken in: { $added } new, { $changed } changed.
safe-up-to = Safe at the county up to { $time }.
not-confirmed =
    { $count ->
        [1] 1 change was sent and is not confirmed yet. It goes along again.
       *[other] { $count } changes were sent and are not confirmed yet. They go along again.
    }
parked-title = Files that wait
parked-retry = Try again
parked-forget = Put away for good
notice-settled = I have dealt with this
laptops-title = Laptops
laptops-laptop = Laptop
laptops-heard = Last week merged
laptops-state = How it stands
laptops-never = never
laptops-revoked = taken off the list
laptops-late = late, { $days ->
        [1] 1 day
       *[other] { $days } days
    }
laptops-never-came = { $count ->
        [1] 1 file never came
       *[other] { $count } files never came
    }
laptops-lacks = lacks { $count ->
        [1] 1 change
       *[other] { $count } changes
    }
laptops-histories = { $count ->
        [1] 1 history
       *[other] { $count } histories
    }
laptops-old-roster = old list of laptops

## What a person should know about histories
notice-told-differently = The county and the laptop tell this history differently. Nothing was deleted. Send the week and take in what the county hands back; if this is still here then, tell your coordinator.
notice-began-anew = An older copy of this laptop was put back. It goes on in a new history, and what is missing comes back from the county.
notice-county-restored = An older copy of this county office was put back. Laptops send again what it does not have.

# Records that may be one person’s
duplicates-title = Recorded twice?
duplicates-none = Nobody seems to be recorded twice.
duplicates-careful = People who live together share a name, an address and a phone. Look before you say yes. It can be taken back.
duplicates-same = The same person
duplicates-not-same = Not the same person
duplicate-recorded = Recorded by
duplicate-reasons = Why they may be one person
duplicate-reason = { $field }: { $level }
duplicate-for = for
duplicate-against = against
duplicate-band-probable = probable
duplicate-band-possible = possible
duplicate-field-given = Given name
duplicate-field-family = Family name
duplicate-field-middle = Middle name
duplicate-field-suffix = Suffix
duplicate-field-date-of-birth = Date of birth
duplicate-field-birth-year = Year of birth
duplicate-field-age = Age
duplicate-field-sex = Sex
duplicate-field-phone = Phone
duplicate-field-email = Email
duplicate-field-address = Address
duplicate-field-street-number = House number
duplicate-field-street = Street
duplicate-field-unit = Apartment
duplicate-field-zone = Town or zone
duplicate-field-postcode = Postal code
duplicate-field-postcode-in-zone = Postal code
duplicate-field-state = State
duplicate-field-birth-place = Place of birth
duplicate-field-occupation = Occupation
duplicate-level-same = the same
duplicate-level-short-form = short form of the same name
duplicate-level-part = one part is the same
duplicate-level-initial = the initial fits
duplicate-level-typo = almost the same
duplicate-level-alike = sounds or looks alike
duplicate-level-faint = a little alike
duplicate-level-swapped = given and family name swapped
duplicate-level-day-and-month = day and month swapped
duplicate-level-two-parts = two of day, month and year
duplicate-level-same-year = the same year
duplicate-level-near = close
duplicate-level-different = different
find-also = also { $numbers }
same-person-title = Her other records
same-person-safer = Somebody said that these are one person’s. The safer answer of any of them holds for all.
same-person-do-not-contact = One of her records says: do not contact. That holds for all of them.
same-person-said = { $one } and { $other } are one person’s
same-person-unlink = Take this link back

## What is typed and not saved yet
drafts-title = You stopped in the middle of something
drafts-hint = What you typed is kept on this laptop and nowhere else. It is not saved and not sent until you finish it.
drafts-later = Keep for later
drafts-waiting =
    { $count ->
        [1] 1 form is not finished.
       *[other] { $count } forms are not finished.
    }
drafts-not-sent =
    { $count ->
        [1] 1 form is not finished and will not be sent.
       *[other] { $count } forms are not finished and will not be sent.
    }
drafts-open = Look
draft-form-log-contact = Log contact
draft-form-new-victim = New victim
draft-form-new-partner = New agency
draft-form-partner-contact = Contact with an agency
draft-form-refer = Refer
# Forms that stand on a page, by their own names.
draft-form-agreement = Agreement
draft-form-renewal = An agreement signed again
draft-form-event = Outreach event
draft-form-material = What was left or lent
draft-form-meeting = Meeting of a group
draft-form-said = What she said of a way to reach her
draft-form-may-be-told = May something be told?
draft-form-order = Court order or statute
draft-form-told = What was told under an order
draft-form-assigned = Who does a follow-up
draft-form-plan = Follow-ups by a policy
draft-form-group = Group
draft-form-member = Member of a group
draft-form-incident-new = New incident
draft-form-incident-incident = Edit of an incident
draft-form-incident-part = Her part in an incident
draft-form-incident-join = Somebody else in an incident
draft-form-incident-fact = Answer about an incident
draft-form-partner = Edit of an agency
draft-form-details = More about an agency
draft-form-location = Place of an agency
draft-form-partner-person = Person at an agency
draft-form-service = Service
draft-form-pack = Our state pack
draft-form-lists = Our lists
draft-form-read-pack = File of a state pack
draft-form-read-lists = File of our lists
draft-form-policy = What holds in this office
draft-form-claim = Compensation claim
draft-form-custody = Custody notice
draft-form-shift = A shift
draft-form-day-in-court = Day in court
draft-form-order-of-protection = Protection order
draft-form-outcome = What came of a referral
draft-form-told-outside = Referral as another system says
draft-form-revocation = Taking back a release
draft-form-rights = Rights and notices
draft-form-screen = Risk screen
draft-form-survey = Survey
draft-form-training = Training
draft-form-attended = Who came to a training
draft-form-person = Person who works here
draft-form-work-hours = Hours
draft-form-work-call-out = Call-out
draft-form-assessment = Needs assessment
draft-form-count = Count of a survey
draft-form-access = Who has her record
draft-form-name = Who is named for her
draft-form-address = What protects her address
draft-form-facts = Who she is
draft-form-hold = Legal hold
draft-form-relation = What she is to another
draft-form-logo = Our logo
draft-form-wording = Words of a paper
draft-form-part = A form on a page
draft-form-other = A form this program does not know
draft-kept-at = Kept at { $time }, not saved yet
draft-kept-on = kept { $day }, { $time }
draft-brought-back = You typed this { $day }, { $time }, and did not save it.
draft-start-afresh = Start afresh
draft-discard = Discard
draft-discard-ask = Discard what you typed?
draft-discard-yes = Yes, discard
draft-discard-no = No, keep it

## More, and the palette
rail-more = More
rail-palette = Do…
palette-title = What do you want to do?
palette-hint = For example: ref 1004. Up and Down move, Enter does it, Esc closes.
palette-nothing = Nothing fits. Type fewer letters.
palette-night = Day or night colors
key-palette = Do anything by typing it
more-duplicates = Recorded twice?
more-duplicates-lead = Records that may be one person’s
more-new-partner = New partner agency
more-new-partner-lead = Add an agency to the directory
more-help = Help
more-help-lead = The keys, and what to remember
not-said = Not said
since = Since
how-many = How many
more-agreements = Agreements
more-agreements-lead = With partner agencies, and when to go over them

## The history with a partner agency
partner-stages = How it went
partner-stages-picture = { $count ->
    [one] A line of one step. The table below it has the day.
   *[other] A line of { $count } steps. The table below it has the days.
}
partner-no-answer = Not answered
partner-no-concern = They named no worry.
partner-promises = Promises and next steps
partner-no-promise = Nothing was promised.
partner-step-done = Done { $day }
partner-came-of-it = What came of referrals to them
agreements-title = Agreements
agreements-add = New agreement
agreements-none = None.
agreements-renew = Signed again
agreements-review = go over it { $day }
agreements-ended = ended { $day }

## What else is recorded of a victim
panes-label = What is recorded of her
hint-clock = For example: 21:40
incidents-title = Incidents
incidents-add = New incident
incidents-none = None recorded.
incident-no-day = Day not known
incident-strangulation = Strangulation reported
incident-others = { $count ->
    [one] one other in it
   *[other] { $count } others in it
}
incident-edit = Edit
incident-edit-part = Edit her part
incident-add-fact = Add an answer
incident-none = No single one
services-by = Done by
services-by-me = Me
services-title = Services
services-add = Record a service
services-none = None recorded.
services-item = Item of the grant report
services-reason = Why
services-quantity = How often
services-times = { $count ->
        [1] 1 time
       *[other] { $count } times
    }
services-miles = { $miles ->
        [1] 1 mile
       *[other] { $miles } miles
    }
services-of-referral = by a referral
services-compensation = It helped with a claim
screens-title = Risk screens
screens-add = New screen
screens-none = Not screened.
screens-follow-up = A follow-up is set for { $at }.
screens-hotline = hotline called { $at }
screens-belief = What you believe
screens-belief-yes = I believe the danger is great, whatever was answered
screens-hotline-step = Hotline
screens-hotline-now = The hotline was called just now
next-steps-title = What comes next
next-steps-add = Set by a policy
next-steps-court = First day in court
next-steps-not-by = not by { $channel }
next-steps-attempts = { $count ->
    [one] one attempt
   *[other] { $count } attempts
}
next-steps-left = { $count ->
    [one] one left
   *[other] { $count } left
}
rights-pane-title = Rights and notices
rights-add = Give a notice
rights-none = None given.
rights-item = What she was told or handed
rights-version = Version printed on it
orders-title = Protection orders
orders-add = New order
orders-none = None recorded.
orders-no-end = No last day is known
orders-run-out = has run out
court-title = Days in court
court-add = New day in court
court-none = None recorded.
court-event = What is heard
court-on = Day
court-at = Time
court-place = Court and room
court-tell = She is told of it before the day comes, and again if it changes: a follow-up is set.
custody-title = Custody notices
custody-add = Record
custody-none = Not asked yet.
custody-phone = Phone that is registered
custody-no-pin = Never write the PIN.
custody-phone-unsafe = Calls to this phone can harm her
claims-title = Compensation
claims-add = Open a claim
claims-none = None opened.
claims-next = Next
claims-file-by = file by { $day }
claims-report-by = report by { $day }
told-title = What was told about her
told-announce = A court order or a statute
told-announce-hint = Saving it sets a follow-up: she is told of it first.
told-under-order = Tell under the order
told-nothing = Nothing was told to anybody.
told-to = To whom
told-what = What
told-not-made = The letter was never made: nothing was told
facts-title = Who she is
facts-age-hint = Her date of birth, or her age, or about how old. One is enough.
facts-race = Race or ethnicity, as she said
facts-classes = Groups the grant asks about
facts-other-name = Another name
facts-add-name = Add another name
facts-remove-name = Take out
facts-missing = Not asked yet: { $what }
relations-title = What she is to others on record
relations-add = Add
relations-none = None recorded.
relations-take-back = Take back
relations-what = To that person she is
address-title = What protects her address
address-blocks = Ways that lead to a street are blocked as soon as you save.
address-street-hint = Leave it empty unless a law requires it. No paper ever shows it.
address-street-kept = A street is kept for a legal need: { $need }
access-title = Who has her record
access-who = Who may have it
access-kept = What a laptop had before, it keeps.
access-named = Named for her
access-named-none = Nobody is named.
access-name = Name somebody
access-name-who = Who works here
access-name-lead = A restricted or sealed record goes to that person’s laptop with its next return file. A volunteer sees her.
access-no-longer = No longer
classification-normal = Normal
classification-restricted = Restricted
classification-sealed = Sealed
classification-means-normal = Every laptop of the office.
classification-means-restricted = The county, those who wrote about her, and those named for her.
classification-means-sealed = The county and those named for her.
hold-put = Put on a legal hold
hold-lift = Lift the legal hold
hold-lift-reason = Who asked to lift it
hold-means = While it is on, nothing of hers is erased.
hold-means-incident = While it is on, nothing of anybody in this incident is erased.
method-ask-again = Asked again
method-said = Is it safe, as she says today?
method-said-on = said { $day }
method-may-answer = may answer: { $who }
method-conditions = Conditions
code-word-show = Code word (hold)
code-word-kept = That you looked is kept.
code-word-hint = Both of you say it when you speak.
code-word-stays = Leave it empty to keep the one that stands.
incident-join = Add another person
exists-title = What exists about her
exists-hint = For the day she asks, or a court: kinds and numbers of records, never what stands in them.
exists-show = Show
exists-opened = { $case }, opened { $day }
exists-told = { $count ->
    [0] Nothing was told about her.
    [one] Told about her: once
   *[other] Told about her: { $count } times
}
exists-papers = { $count ->
    [0] No paper was made for her.
    [one] Made for her: one paper
   *[other] Made for her: { $count } papers
}
exists-code-word = A code word was agreed with her.
exists-print = What was told about her can be printed under Other papers.
may-be-told = May this be told?
may-be-told-look = Look
may-be-told-yes = This may be told, until { $day }.
may-be-told-no = This must not be told: { $reason }
papers-title = Papers
papers-none = No paper.
papers-old-number = Old number of { $names }
papers-name = Look at the form: is her name on it as on the release?
papers-name-no = Then it does not go with her. Make a new form, and destroy this one.
papers-old-way = Her number on it is old or not safe
paper-to-given = She has it
paper-to-given_verbally = Read out loud
paper-to-destroyed = Destroyed
release-more = The rest of the form
guarded-title = Protecting her record
guarded-address = Address program
guarded-who = Who may have it
guarded-normal = Every laptop of the office
guarded-restricted = The county, those who wrote about her, and those named for her
guarded-sealed = The county and those named for her alone
guarded-hold = Put a hold on
guarded-hold-means = Nothing of hers is erased while it is on.
guarded-lift = Lift the hold
guarded-lift-means = From then on what is hers can fall due and be erased.
guarded-lift-why = Who asked to lift it
guarded-street-hint = Leave it empty unless a law requires the street. It stands on no paper.

## The county's laptops, files, papers and orders
days = Days
more-laptops = Laptops and keys
more-laptops-lead = Who is late, a lost laptop, files that wait, the county’s key
more-papers = Papers that are out
more-papers-lead = What was given or is held, and which have an old number
more-disclosures = What was told about whom
more-disclosures-lead = To which agency, on what basis, by whom
more-erasures = Erase for good
more-erasures-lead = Orders, who has carried them out, and what has fallen due
laptops-clock = { $ahead ->
    [yes] clock { $days } days ahead
   *[no] clock { $days } days behind
}
laptops-revoke = Take off the list
laptops-revoke-means = { $laptop } is lost or stolen: what it writes from now on is kept out, and it gets nothing more. It must be enrolled anew to come back.
laptops-revoked-now = { $laptop } is off the list
laptops-quiet = Days without a week
parked-none = No file waits.
parked-look = Show what it holds
parked-inside = { $place }, { $person }: { $fresh ->
        [1] 1 new change
       *[other] { $fresh } new changes
    }.
parked-take-in = Take it in
parked-take-in-means = You vouch that this is honest work, done by the person of that laptop.
parked-keep-out = Keep it out
parked-forget-means = The file is deleted here. What only it holds is gone unless the laptop sends it again.
keys-title = The county’s key
keys-present = Key { $number }, in use since { $since }. A new one is suggested { $on }.
keys-replace = Make a new key
keys-replace-now = It is time for a new key.
keys-replace-means = Weeks are sealed for the new key as soon as a laptop has taken in its next return file. The old one still opens what is on its way.
keys-own-missing = This office was brought back from an old copy and lacks its key. Make a new key now.
keys-alarm = { $laptop } knows a list of laptops that this office did not make ({ $at }). Find out why before you merge.
keys-replaced = Key { $number }, replaced { $at }
keys-destroyed = destroyed { $at }
keys-can-go = can go from { $day } on
keys-waits = waits for { $laptops }
keys-destroy = Destroy this key
keys-destroy-means = What was ever sealed for it can be opened by nobody any more: old sticks, mailed copies, what was erased since.
keys-your-passphrase = Your passphrase, again
codes-title = One-time codes
codes-none = No code has come yet.
codes-number = code { $number }, received { $at }
codes-tell = Forgot the passphrase
codes-show = Show the code
codes-who = Be sure that { $person } is on the phone: whoever has the laptop and these words opens it. That you asked stands in the history.
codes-older = Number of an older code
codes-older-hint = Only if the newest does not open it.
codes-of = { $laptop }, { $person }
codes-words = Read these eight words aloud
codes-after = It works once. On the laptop: “I forgot my passphrase”.
codes-hide = Hide the words
sheets-title = Recovery sheets
sheets-none = None were made. If this computer breaks or the passphrase is lost, nobody can open the office.
sheets-in-force = Made { $at }. Any two of the three open this office.
sheets-make = Make sheets
sheets-make-new = Make new sheets
sheets-make-three = Make three sheets
sheets-means = Three people each keep one. Any two of them open this office; one alone is worth nothing.
sheets-means-new = From now on only the new ones count: the sheets of before open nothing any more.
sheets-folder = Folder on a stick
sheets-folder-hint = Three PDFs are written there. A stick knows no persons: keep it in your hand.
sheets-after = Print each on a printer that keeps no copies, seal it, give each to another person, and destroy these files and the stick. Then close the program: until it is closed, its memory still holds them.
papers-recall = The number of { $name } changed: { $count ->
    [one] one paper is out
   *[other] { $count } papers are out
}
papers-recall-ways = A way to reach her has changed or is not safe any more: { $count ->
    [one] one paper with it is out
   *[other] { $count } papers with it are out
}
papers-recall-remedy = Give a new paper where it is safe, or tell the number by voice, and mark the old one destroyed.
told-filter = Case number, agency or person

# Who looked at what
more-looks = Who looked at what
more-looks-lead = When, who, whose record
looked-since = From
looked-until = To
looked-filter = Case number or person
looked-show = Show these days
looked-who = Who
looked-what = What
looked-own = These are your own. The coordinator sees everybody’s.
looked-more = The newest { $count } of { $all } are shown. Choose fewer days to see the others.
looked-reviewed = Last gone through: { $on }, { $by }
looked-never = Nobody has gone through these yet.
looked-review = I went through these
erase-order = New order
erase-basis = On what ground
erase-what = What is to be erased
erase-what-everything = Everything of hers
erase-what-one = One record, or fields of one
erase-record = Which record
erase-fields = Only these fields (none: the whole record)
erase-fields-of-hers = Which fields of her record
erase-only-fields = Of it only: { $fields }
erase-part-means = What is listed is erased here now, and on every laptop with its next return file. Nobody can bring it back.
erase-rehearse = Show what would go
erase-would = Of { $case } would be erased, everywhere and for good:
erase-backups = { $count ->
    [one] One backup of this office would be replaced by a fresh one.
   *[other] { $count } backups of this office would be replaced by a fresh one.
}
erase-for-good = Erase for good
erase-means = { $case } is erased here now, and on every laptop with its next return file. Nobody can bring it back.
erase-orders = Orders given
erase-none = None was given.
erase-outstanding = { $count ->
    [one] one place to go
   *[other] { $count } places to go
}
erase-everywhere = carried out everywhere
erase-not-finished = not finished here
erase-records = { $count ->
    [one] one record
   *[other] { $count } records
}
erase-place = Place
erase-confirmed = Nothing is left there
erase-waits = not said yet
erase-revoked = off the list: it may never say
erase-late = Erased on arrival: { $by }, { $place }, { $at }
erase-refused = An order in the log of { $place } ({ $by }, { $at }) has no effect: only the county orders.
erase-done = Erased here; the laptops follow
erase-done-later = The order stands; the next start finishes it here
due-title = Kept long enough
due-months = Names and notes { $identity } months, everything { $everything } months after the last work.
due-sample = These months come from { $pack }: nothing is purged by them.
due-identity = names, addresses and notes
due-everything = everything
due-last-work = last work { $day }
due-purge = Purge
due-none = Nobody’s time has ended.

## People, trainings, surveys, outreach, policies, counts
hint-a-line-each = One on each line
more-staff = People and on-call
more-staff-lead = Who works here, when each can be called, hours and call-outs
staff-people = People
staff-add = Somebody without a laptop
staff-availability-hint = One on each line, for example: Fri 18:00 to Sun 06:00
staff-no-access = no access
staff-end-access = End access
staff-end-access-means = From today on nothing opens for { $name } any more. What { $name } wrote is kept.
staff-give-access = Give access again
staff-hours = Hours
staff-hours-kind = What for
staff-add-hours = Record hours
staff-call-outs = Call-outs
staff-add-call-out = Record a call-out
staff-response = there in { $minutes } min
staff-called-out = Who was called out
more-anonymous = Anonymous contacts
more-anonymous-lead = People who gave no name: each counts as a contact
anonymous-title = Contacts without a name
anonymous-add = Record one
anonymous-crimes = Kinds of crime it was about
anonymous-from = From
anonymous-to = To
anonymous-show = Show
more-trainings = Trainings
more-trainings-lead = Who came, and who still lacks one
trainings-title = Trainings
trainings-add = New session
trainings-first = It is the first
trainings-lacking = Still to come: { $names }
trainings-planned = planned
more-surveys = Surveys
more-surveys-lead = Sheets handed out and come back, and what they said
surveys-title = Surveys
surveys-add = New survey
surveys-count = Count sheets
surveys-sheets = { $out } handed out, { $back } came back
surveys-answers-hint = A line for each answer: question; answer; how often. Never who said it.
more-outreach = Outreach and meetings
more-outreach-lead = A month at a glance, and the log
outreach-title = Outreach to the community
outreach-add = Record outreach
outreach-reached = { $count ->
    [one] one person
   *[other] { $count } people
}
meetings-title = Meetings of groups
meetings-add = Record a meeting
meetings-minutes = What was said
more-groups = Boards and task forces
more-groups-lead = Who belongs to each, who leads, and what was decided
groups-title = Groups
groups-add = New group
groups-none = No group yet.
groups-members = Members
groups-add-member = New member
groups-speaks-for = Speaks for
groups-for-nobody = No agency of the directory
groups-members-count = { $count ->
    [one] one member
   *[other] { $count } members
}
groups-meetings-count = { $count ->
    [one] one meeting
   *[other] { $count } meetings
}
materials-title = Left and lent
materials-add = Record what was left or lent
materials-notice = Never write to whom it went: for a victim that is a service of hers.
materials-item = What
materials-left = What was left there
materials-returned = came back { $day }
assessments-title = Needs assessments
assessments-add = New assessment
assessments-scope = What it asks about
loans-title = Out on loan
loans-returned = Came back
month-before = Month before
month-after = Month after
month-held = { $count } held
month-nothing = Nothing was held in this month.
more-policies = Policies and lists
more-policies-lead = What the county decided, state packs, and every code list
policies-county = What holds in every place
policies-own = the county’s own
policies-of-pack = from the state pack
policies-codes = Code lists
policies-list = List
policies-code = Code
policies-word = Word
policies-phone-hint = Empty: a line to write it on
policies-empty-hint = Empty: as the state pack says
policies-changes = What changes
policies-no-change = Nothing changes.
policies-follow = It holds here at once, and on every laptop with its next return file.
policies-due = Other people’s time may end by this. Look under “Erase for good” afterwards; nothing is erased by itself.
policies-stands-in = The state pack that was chosen is not here: the sample stands in for it.
policies-install-pack = Install our state pack
policies-install-lists = Install our lists
policies-file-pack = File of the state pack
policies-file-lists = File of our lists
policies-install-hint = A JSON file, as the guide explains. It is read first; nothing is saved yet.
policies-install-read = Read it
policies-save-pack = Install and choose it
policies-save-lists = Install them
lists-title = Lists of our own
lists-none = None: the program’s own hold.
lists-retired = not given any more
lists-follow-up = Own figures: { $policy }
lists-denied = Never on a paper that may be found
lists-closed = Closed on
policies-install-holds = What it says
more-wordings = Words of our papers
more-wordings-lead = What letters and forms say, in the county’s own words
wordings-texts = Texts
wordings-which = Which texts
wordings-only-own = Only those the county worded, of every paper
wordings-none = No text.
wordings-choose = Choose a text. Its words appear here, the program’s and the county’s.
logo = Logo on papers
logo-where = It stands at the top of papers that name the office. No paper that may be found has it.
logo-none = Papers have no logo.
logo-file = Picture file
logo-file-hint = A PNG file of at most 16 kB, 48 to 600 dots across and down.
logo-shows = What it shows
logo-shows-hint = For people who cannot see it. Up to 100 letters.
logo-set = Put it on papers
logo-remove = Take it off papers
wordings-every = Said on every paper
wordings-signatures = Signatures under letters
wordings-full = Her letter, full
wordings-plain = Her letter, plain
wordings-discreet = Her letter, discreet
wordings-recovery = Recovery sheet
wordings-program = The program’s own words
wordings-county = The county’s words
wordings-values = It may use: { $values }
wordings-no-values = Nothing is put into it.
wordings-discreet-rule = This stands on a paper that may be found: no word that gives it away, and not the name of our office.
wordings-not-used = The county’s words are not used: this program does not understand them, or must not say them.
wordings-unused = not used
wordings-show = Show how it reads
wordings-reads = How it reads
wordings-reset = Give the program’s words back
more-counts = Figures for the grant
more-counts-lead = A quarter beside the one before, and how each was counted
quarter-before = Quarter before
quarter-after = Quarter after
counts-what = What
counts-now = This quarter
counts-before = Before
counts-how = How counted?
counts-settings = What is counted
counts-public = For the public
counts-public-hint = Hides counts of 1 to 10, and what they follow from.
counts-new-reset = Everybody is new again
counts-reset-FFY = each October
counts-reset-SFY-0701 = each July
counts-reset-LIFETIME = never
handed-in-title = Handed in
hand-in = We handed these in today
hand-in-amended = As an amended report, today
handed-in-on = Handed in on { $day } by { $by }.
handed-in-same = Counted the same now.
handed-in-differs = { $count ->
    [one] One figure is counted differently now
   *[other] { $count } figures are counted differently now
}
counts-notes = Look at this
counts-unit-persons = People, each once.
counts-unit-contacts = Contacts, every one.
counts-unit-times = As often as it was given.
counts-rule-Q1 = Everybody who was given at least one service that the grant pays for.
counts-rule-Q2 = Somebody who gave no name.
counts-rule-Q3 = Whoever was first served in this quarter of her year.
counts-rule-Q4A = New people only. Who chose several counts as multiple.
counts-rule-Q4B = New people only, as each said it herself.
counts-rule-Q4C = New people only, by age at the first service.
counts-rule-Q5A = By the crimes of the incidents they were served for; one person may count under several. Anonymous contacts count too.
counts-rule-Q5B = People served for two or more kinds of crime.
counts-rule-Q5C = As they said themselves; one person may count under several.
counts-rule-Q6 = Helped with a claim, whatever service it was.
counts-rule-Q7 = Kinds of service that were given.
counts-rule-Q8A = Services of this kind that were given and that the grant pays for.
counts-rule-Q8B = Services of this kind that were given and that the grant pays for.
counts-rule-Q8C = Services of this kind that were given and that the grant pays for.
counts-rule-Q8D = Services of this kind that were given and that the grant pays for.
counts-rule-Q8E = Services of this kind that were given and that the grant pays for.
counts-several = Several
counts-not-reported = Not reported
today-late-laptops = Late laptops

## Other papers
more-make-paper = Other papers
more-make-paper-lead = Forms, cards and lists to print
paper-which = Which paper
paper-blank = Blank, to be filled in by hand
paper-agreement = Which agreement
paper-none-yet = None chosen
carry-stays = It stays with us
paper-stays = This paper stays with us. It goes with no victim.
paper-choose = Choose what it is about. The paper appears here.
letter-form-detail-pocket-card = Phone numbers alone, for a wallet
letter-form-detail-plain = Plain words, no office and no crime

## Long work, and backups

more-backup = Back up
more-backup-lead = Copy everything, encrypted, to a stick or another disk
backup-last = Last backup: { $time }
backup-none = No backup has been made from this screen yet.
backup-folder = Folder for the backup
backup-folder-hint = Choose a stick or a disk that stays somewhere else. The copy gets a folder of its own.
backup-make = Back up now
backup-made = The backup is there. It was read back from end to end.
backup-size = { $megabytes } MB
backup-needs = What you need to open it
backup-needs-passphrase = The passphrase of this office. The backup is as safe as that passphrase.
backup-needs-secret = This computer’s own secret, which is not in the backup. If the computer is gone, the county opens its backup with two recovery sheets. A laptop joins again, and gets back all that the county has.
backup-needs-erasing = If a court has something erased later, this copy still holds it. Destroy old copies.
first-backup = Bring back a backup
first-backup-hint = This computer had an office, and its folder is gone or broken.
first-backup-folder = Folder of the backup
first-backup-folder-hint = The one whose name begins with “countyline-”.
first-backup-now = Bring it back
work-merge = Merging
work-rehearse = Looking at the files
work-receive = Taking in
work-return = Writing the return files
work-import = Taking in the table
work-export = Writing the table
work-check = Checking my data
work-backup = Backing up
work-file = File { $file } of { $files }
work-done = { $done } of { $of }
work-left-seconds = about { $count } s left
work-left-minutes = about { $count } min left
work-stop = Stop
work-stopping = Stopping…
## Taking back
undo = Undo
redo = Redo
undo-saved = Saved: { $record }
undo-taken-back = Taken back: { $record }
undo-of = Undo: { $record }
redo-of = Redo: { $record }
undo-close = Close
taken-back-at = Taken back { $time }. It stays in the history.
done-again-at = Done again { $time }
key-undo = Take back what was saved last
timeline-taken-back = Taken back
record-victim = A victim
record-contact-method = A way to reach her
record-contact = A contact
record-partner = A partner agency
record-partner-contact = A contact with an agency
record-referral = A referral
record-release-of-information = A release
record-follow-up = A follow-up
record-incident = An incident
record-participation = Her part in an incident
record-rights-notice = A notice of rights
record-protection-order = A protection order
record-report-snapshot = Report handed in
record-court-date = A day in court
record-custody-notice = A custody notice
record-compensation-claim = A claim
record-incident-fact = A fact of an incident
record-office-policy = What holds in this office
record-wording = The wording of a paper
record-service-event = A service
record-risk-screen = A risk screen
record-partner-service = An agency’s service
record-partner-location = An agency’s place
record-partner-person = A person at an agency
record-agreement = An agreement
record-advisory-group = A group
record-group-member = A member of a group
record-group-meeting = A meeting
record-community-event = Outreach
record-material = Material
record-call-out = A call-out
record-training-session = A training
record-survey = A survey
record-survey-return = A survey’s count
record-needs-assessment = A needs assessment
record-staff-hours = Hours

# Who is on call
on-call-title = Who is on call
on-call-add = Enter a shift
on-call-none = No shifts in these weeks.
on-call-off = Called off
on-call-call-off = Call off
on-call-on-again = Will be after all
on-call-repeat-hint = Leave it empty for one shift
field-repeat-until = Every week until
field-begins-on = From what day
field-ends-on = Until what day
record-on-call-shift = A shift
record-letter = A letter
record-disclosure = What an agency was told

## The history of her records
history-title = History of { $number }
history-open = History
history-lead = Every change of her records, the newest first. Nothing here can be changed.
history-about = About
history-everything = Everything
history-words = Words to look for
history-count = { $count ->
    [one] One change
   *[other] { $count } changes
}
history-none = No change fits.
history-was = was { $before }
history-gone = taken out
history-made = written
history-changed = changed
history-hidden = hidden
history-brought-back = brought back

lists-zones = Zones
lists-other-zones = { $count ->
    [one] Zones that are in no list: 1 record
   *[other] Zones that are in no list: { $count } records
}
