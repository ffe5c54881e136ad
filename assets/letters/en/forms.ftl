# What papers in English say that are about one victim, and the form she signs.
# release-form-…   the release of information, blank or filled
# safe-card-…      how she is reached safely, for the file
# told-log-…       the account of what was told about her

## Release of information

release-form-title = Release of information
release-form-file-name = release-form
release-form-introduction = With this form you let { $office } tell one agency what is named below, and nothing else. You decide. You need not sign it.
release-form-label-name = Name
release-form-label-agency = The one agency that may be told
release-form-label-items = What may be told
release-form-label-purpose = What for
release-form-label-methods = How it may be told
release-form-label-excluded = What must not be told
release-form-label-begins = From
release-form-label-until = Until, at the latest
release-form-any-way = In any way
release-form-nothing-excluded = Nothing was named
release-form-mark-items = What may be told: mark what you allow, and strike out the rest
release-form-mark-methods = How it may be told: mark what you allow. If you mark nothing, any way is allowed
release-form-heading-rights = Your rights
release-form-right-1 = Our help does not depend on this form. You get the same help if you do not sign.
release-form-right-2 = You may take it back at any time, by word or in writing. From then on we tell nothing more. What was told before cannot be made unsaid.
release-form-right-3 = It ends by itself on the last day. You may choose an earlier one.
release-form-right-4 = You may ask at any time what we told, to whom and when.
release-form-right-5 = Ask us first what can go wrong: an agency has its own rules, and a court can ask for papers.
release-form-right-6 = You may have a copy, if it is safe for you to keep one.
release-form-heading-signature = Signature
release-form-line-signature = Signature
release-form-line-date = Date
release-form-line-signer = Who signs, if it is somebody else, and why
release-form-line-interpreter = Interpreter
release-form-line-witness = Witness
release-form-no-abuser = Nobody signs for another person who is said to have hurt that person.

## Safe-contact card

safe-card-title = How to reach her safely
safe-card-file-name = safe-contact
safe-card-for-office = For the file in our office. Nobody carries this page, mails it or leaves it in a car. Shred it when something on it changes.
safe-card-label-case = Case
safe-card-do-not-contact = Do not contact her. No way may be used.
safe-card-no-way = No way may be used now. Ask her when you next see her.
safe-card-heading-ways = She said these are safe
safe-card-heading-not = Not to be used
safe-card-label-hours = Hours
safe-card-label-who-may-answer = May answer
safe-card-label-cover-name = Say who is calling
safe-card-label-relay = Language or relay
safe-card-label-envelope = Envelope
safe-card-label-voicemail = Message
safe-card-voicemail-yes = may be left
safe-card-voicemail-no = leave none
safe-card-label-asked-on = Last said to be safe
safe-card-ask-again = too long ago: ask again first
safe-card-ask-first = Ask each time whether it is safe to talk. If somebody else answers, do not say who you are.
safe-card-as-of = As it is known here on { $date }. The screen is newer than this page.

## What was told

told-log-title = What was told outside our office
told-log-file-name = what-was-told
told-log-label-case = Case
told-log-introduction = The kind of thing that was told, to whom, when and why, as far as it is recorded here. What it said is not kept.
told-log-nothing = Nothing was told.
told-log-column-when = When
told-log-column-whom = To whom
told-log-column-what = What
told-log-column-why = On what basis
told-log-column-how = How
told-log-order = { $basis }: { $order }
told-log-not-made = The paper was not made, and nothing was told
told-log-as-of = As it is known here on { $date }.
