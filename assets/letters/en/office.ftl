# What papers in English say that stay with us or with a partner agency.
# roll-call-…   calls due, for a shift
# lost-…        what to do when a laptop is lost
# mou-…         an agreement with partner agencies on one page
# quick-…       the quick card for deputies
# recovery-…    a recovery sheet
# six-words-…    the six words of a laptop that joins

## Calls due

roll-call-title = Calls due
roll-call-file-name = calls-due
roll-call-introduction = Case codes only. Look each one up on the laptop before you call: the screen says which way is safe.
roll-call-column-case = Case code
roll-call-column-due = Due
roll-call-column-done = Done
roll-call-nothing = No call is due.
roll-call-not-listed = { $count ->
    [one] 1 more is due and stands on the screen only.
   *[other] { $count } more are due and stand on the screen only.
}
roll-call-day = { $date }
roll-call-shred = Shred this list at the end of the shift.

## A lost laptop

lost-title = A laptop is lost
lost-file-name = lost-laptop
lost-label-laptop = Laptop
lost-label-person = Who works with it
lost-label-id = Its id
lost-label-office = County office
lost-heading-now = Do this now, in this order
lost-now-1 = Call your supervisor, day or night. Do not wait until it turns up.
lost-now-2 = Say which laptop it is, where you saw it last, and whether it was open, locked or off.
lost-now-3 = Say whether its passphrase, its stick or any paper was with it.
lost-now-4 = The county office strikes it from the list of laptops the same day. From then on nothing new from it is taken in until a supervisor decides.
lost-now-5 = Report it as your department’s rules ask. Say that everything in it is encrypted.
lost-now-6 = If it turns up, do not open it. Bring it to the county office: it gets fresh keys first.
lost-heading-call = Whom to call
lost-line-supervisor = Supervisor
lost-line-office = County office, after hours
lost-line-it = Who keeps the machines running
lost-heading-notes = Write down
lost-line-noticed = Noticed on, at
lost-line-seen = Last seen at
lost-line-state = Open, locked or off
lost-no-keys = No passphrase, code or key stands on this sheet. Write none on it.

## An agreement on one page

mou-file-name = agreement
mou-between = Between { $office } and { $parties }
mou-heading-scope = What each of us does
mou-heading-confidential = What each of us keeps to itself
mou-heading-dates = Dates
mou-label-signed = Signed on
mou-label-renewed = Signed again on
mou-label-review = To be gone over on
mou-label-ended = Ended on
mou-not-signed = not signed yet
mou-nothing-written = Nothing is written down yet.
mou-no-release = This page names no victim and is no release. About a victim we tell only what she signed for, or what the law demands.
mou-undecided = Two of us wrote something on this page differently, and it is not settled yet.
mou-heading-signatures = Signatures
mou-line-for = For { $party }
mou-line-date = Date

## Quick card for deputies

quick-title = Quick card for deputies
quick-file-name = quick-card
quick-heading-scene = With a victim
quick-scene-1 = Safety first. After any pressure on the neck, call EMS and hand over the sheet of signs.
quick-scene-2 = Talk with her alone. Say what cannot stay between you: a court can ask for what you write.
quick-scene-3 = Ask which way to reach her is safe, at which hours, and whether a message may be left. Not asked means not safe.
quick-scene-4 = Ask what she needs, and which of the places may help.
quick-scene-5 = Before any paper: “Is it safe for you to carry this?” If not, say the numbers aloud.
quick-scene-6 = Tell an agency something only with her signed release. Our help never depends on it.
quick-scene-7 = Log the contact and set the next one. Write what you did, not what she told you.
quick-heading-keys = Keys
quick-column-key = Key
quick-column-does = What it does
quick-heading-rules = Remember

## Joining

six-words-title = Joining the county
six-words-file-name = joining
six-words-introduction = Read these six words aloud to the county office, by phone or side by side. The county office reads the words on its screen. Go on only if all six are the same.
six-words-label-laptop = Laptop
six-words-label-person = Who works with it
six-words-label-word = Word { $number }
six-words-step-1 = Bring the stick with this laptop’s request to the county office.
six-words-step-2 = Compare the six words.
six-words-step-3 = If one word differs, stop. The request may have been exchanged: make a new one and tell your supervisor.
six-words-step-4 = Bring the welcome file back on the stick and take it in.
six-words-no-secret = The words are no secret and open nothing.
six-words-heading-code = If the stick is lost
six-words-code = This laptop’s request as a code:
six-words-code-how = The square holds the same request as the stick. The county office reads it with a code reader, saves what it reads as a text file, and takes that file in like the one on the stick. The six words are compared all the same.

## Recovery sheet

recovery-title = Recovery sheet { $number } of 3
recovery-office = For { $office }, made on { $date }. Sheets made before that day open nothing any more.
recovery-what = Any two of the three sheets open the office when its computer or its passphrase is lost. One alone opens nothing.
recovery-column-line = Line
recovery-column-words = Words, in this order
recovery-keep-1 = Keep it in a sealed envelope, locked away, apart from the other two and from the computer.
recovery-keep-2 = Show it to nobody. Do not copy, photograph or scan it.
recovery-keep-3 = If it is lost or somebody saw it, say so at once: new sheets make this one useless.
recovery-keep-4 = Delete the file it was printed from.
