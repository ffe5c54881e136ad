# What a person reads when the program says no.
# Every code has two messages: err-<code> says what happened, rec-<code> says what to do next.
# Values in braces come from the program and are never about a victim.

## Opening the office

err-wrong-passphrase = That passphrase is not right.
rec-wrong-passphrase = Check Caps Lock and type it again. Nothing was changed. Forgotten? On a laptop your supervisor has a one-time code. At the county two recovery sheets open the office.

err-locked-out = Too many wrong passphrases. This laptop is locked.
rec-locked-out = Call your supervisor and ask for the one-time code. It works without a network. Nothing was erased.

err-locked-for-now = Too many wrong passphrases. This place is locked for { $minutes } more minutes.
rec-locked-for-now = Wait, and type the right passphrase then. Nothing was erased.

err-weak-passphrase = This passphrase is too easy to guess.
rec-weak-passphrase = Use at least 12 characters. Four or five words that do not belong together work well.

err-no-office = There is no office in this folder.
rec-no-office = Create a county office, join one with this laptop, or choose another folder.

err-office-exists = There is already an office in this folder.
rec-office-exists = Open it with its passphrase, or choose an empty folder. The office that is there was not touched.

err-not-a-case-file = The file in this folder is not a Countyline case file.
rec-not-a-case-file = Choose another folder. The file was not changed.

err-newer-case-file = This case file was written by a newer Countyline.
rec-newer-case-file = Update Countyline on this computer, then open the file again. The file was not changed.

err-damaged-case-file = The case file is damaged and cannot be read safely.
rec-damaged-case-file = Stop working in it and do not delete anything. Tell your coordinator. Look for your last copy of the office folder, or in “backups” next to the case file.

err-key-file-missing = The key file “case.key” is missing from the office folder.
rec-key-file-missing = Put case.key back next to case.db, or bring it back from your copy of the folder. The case file cannot be opened without it. Do not delete anything.

err-device-secret-missing = This computer does not have the secret that helps to open this case file.
rec-device-secret-missing = Open the office on the computer and in the user account where it was made. If that computer was replaced, bring back its user profile from a backup. The case file was not changed.

err-disk-full = The disk or stick is full.
rec-disk-full = Make room, then try again. What was saved before is safe; this last step was not done.

err-no-backup = There is no backup in this folder.
rec-no-backup = Choose the folder whose name begins with “countyline-”; it holds case.db and case.key. Nothing was changed.

err-stopped = You stopped this before its end.
rec-stopped = What it was about is as before. Begin again when you like.

err-file-in-use = Another program is using this case file.
rec-file-in-use = Close other Countyline windows and commands that use it, then try again. Nothing was changed.

err-locked = Countyline is locked.
rec-locked = Type your passphrase to unlock it. What was saved before is safe.

err-passphrase-needed = This step needs your passphrase first.
rec-passphrase-needed = Nothing was done. Try again and type your passphrase. What you typed here is still here.

err-storage = The computer could not finish this step: { $doing }.
rec-storage = Nothing was changed by this step. Try again. If it happens a second time, choose “Check my data” and tell your coordinator.

## Forms

err-not-found = This record is not here.
rec-not-found = Go back and search again. It may be in a week that has not reached this computer yet.

err-invalid-input = One answer could not be used: { failure-field }.
rec-invalid-input = Check that answer and save again. Nothing was saved yet, and what you typed is still here.

err-date-required = A date is missing or is not a real date: { failure-field }.
rec-date-required = Write the date as year-month-day, for example 2026-03-09, and save again.

err-name-required = A name or initials are needed.
rec-name-required = Write a name, or only initials if that is safer.

err-date-in-future = This date has not come yet: { failure-field }.
rec-date-in-future = Write the day it happened and save again. Nothing was saved yet, and what you typed is still here.

err-period-backwards = The period ends before it begins.
rec-period-backwards = Write the first day first, as year-month-day. Nothing was changed.

err-reason-required = A reason is missing: { failure-field }.
rec-reason-required = Choose or write the reason and save again. Nothing was saved yet.

err-answers-exclude = Two answers cannot both be true: { failure-field } and { failure-other }.
rec-answers-exclude = Keep the one that is right and clear the other. Nothing was saved yet, and what you typed is still here.

err-unknown-code = This choice is not on the list: { failure-field }.
rec-unknown-code = Choose an answer from the list and save again. Nothing was saved.

err-confidential-address = This agency keeps its location secret, so its address cannot be stored.
rec-confidential-address = Leave the address empty and write only the phone number. Nothing was saved.

err-confidential-not-said = This agency gives shelter, and nobody said whether its location is confidential. Until then no street is stored.
rec-confidential-not-said = Ask the agency, and answer yes or no. If yes, take the street out. Nothing was saved.

err-changed-meanwhile = Someone changed this while it was open here.
rec-changed-meanwhile = Look at what it says now, then make your change again. Nothing was overwritten.

err-erased = This record was erased for good, by an order of the county. Nothing was saved.
rec-erased = Do not write it down again. If you think this is a mistake, ask your coordinator.

err-victim-has-work = This victim cannot be hidden, because something was done with her: a contact, a referral, a release or a letter.
rec-victim-has-work = If she was recorded twice, link the two records instead. Nothing was changed.

err-nothing-to-undo = There is no merge that could be taken back.
rec-nothing-to-undo = Only the last merge can be taken back, and only once.

err-merge-built-on = The last merge cannot be taken back, because somebody has worked with what it brought.
rec-merge-built-on = Correct what is wrong in the records themselves. Nothing was changed.

err-merge-handed-out = The last merge cannot be taken back, because a file was handed to a laptop since.
rec-merge-handed-out = That laptop may count on what was merged. Correct what is wrong in the records themselves. Nothing was changed.

err-merged-since = The last merge cannot be taken back, because something else was merged since.
rec-merged-since = Correct what is wrong in the records themselves. Nothing was changed.

err-merged-file-gone = The last merge cannot be taken back, because the office does not have its sealed files any more.
rec-merged-file-gone = Without them the work would lie on a stick alone. Correct what is wrong in the records themselves. Nothing was changed.

err-own-change-refused = A change that was made on this computer could not be read back.
rec-own-change-refused = Nothing was saved. Choose “Check my data” and tell your coordinator.

## Contacting a victim

err-do-not-contact = This victim is marked “Do not contact”.
rec-do-not-contact = Do not call, write or visit. If the victim asked for contact again, change the mark first.

err-outcome-not-of-channel = “{ failure-outcome }” cannot come of “{ failure-channel }”.
rec-outcome-not-of-channel = Choose what came of this way of reaching her, or the way that was used, and save again. Nothing was saved yet, and what you typed is still here.

err-due-out-of-range = A follow-up cannot be due on that day: { failure-field }.
rec-due-out-of-range = Choose a day from { $earliest } to { $latest } and save again. Nothing was saved yet, and what you typed is still here.

err-channel-not-safe = This way of contact is not safe for this victim.
rec-channel-not-safe = Use a way the victim said is safe. If there is none, write down that no safe way was left and talk with your coordinator.

## Referrals and releases

err-status-not-allowed = That step cannot follow from where this stands now.
rec-status-not-allowed = It may have moved on since this was opened here. Choose one of the steps that are offered now. Nothing was changed.

err-basis-not-for-agency = This legal basis reaches a prosecutor or a court only.
rec-basis-not-for-agency = Have the victim sign a release for this agency, or give only the agency’s name and number. Nothing was changed.

err-outside-status-unknown = That stage of the other system is not known here.
rec-outside-status-unknown = Write it as the other system shows it, or choose one of our own stages. Nothing was changed.

err-partner-word-needs-release = The agency may tell us what came of it only under a release, and none is in force.
rec-partner-word-needs-release = Ask the victim at the next follow-up, or close the referral as unknown. The agency never has to tell. Nothing was changed.

err-release-required = The victim has not signed a release for this agency.
rec-release-required = Ask whether the victim wants one and have it signed, or give only the agency’s name and number. Help never depends on a signature.

err-release-expired = The release for this agency ended on { $on }.
rec-release-expired = Ask whether the victim wants to sign a new one. Nothing was sent.

err-release-revoked = The victim took back the release for this agency.
rec-release-revoked = Send this agency nothing. If the victim wants it again, have a new release signed.

err-release-other-recipient = This release is for another agency.
rec-release-other-recipient = A release names one agency. Choose the right release, or have one signed for this agency. Nothing was sent.

err-release-scope = The release does not cover this: { failure-item }.
rec-release-scope = Leave it out, or ask whether the victim wants to sign a release that covers it. Nothing was sent.

err-release-method = The release does not allow telling it this way: { failure-method }.
rec-release-method = Use a way the release names, or ask whether the victim wants to sign a release that allows this one. Nothing was sent.

err-exclusions-unread = There are things the victim does not want this agency to hear, and nobody confirmed having read them.
rec-exclusions-unread = Read what stands with the release, leave it out, and confirm it. Nothing was sent.

err-release-too-long = A release may hold { $days } days at most.
rec-release-too-long = Write an end date no later than { $until }. If more time is needed then, the victim signs again. Nothing was saved.

err-signer-not-confirmed = It is not confirmed that the signer is not the person who did harm.
rec-signer-not-confirmed = Ask who is signing. Check the box only if you are sure. Nothing was saved.

err-expiry-required = A release needs an end date that is still to come.
rec-expiry-required = Ask the victim how long the release should last and write the date. Two weeks to one month is usual. Nothing was saved.

## Letters

err-unsafe-to-carry = It is not safe for the victim to carry this letter, or nobody has asked yet.
rec-unsafe-to-carry = Ask the victim. If it is not safe, give the numbers by voice or keep the paper at the office. Nothing was printed.

err-name-not-looked-at = Nobody said whether the name on this form is the one on the release.
rec-name-not-looked-at = Look at the form. If the name is not as on the release, or must not go with her, make a new one and destroy this one. Nothing was changed.

err-wording-refused = { $flaw ->
    [unknown] No paper says “{ $message }”.
    [empty] “{ $message }” would say nothing.
    [too_long] “{ $message }” is longer than { $what } letters, or has too many choices.
    [not_fluent] “{ $message }” cannot be read: a brace or a choice is not closed.
    [value] “{ $message }” has no value “{ $what }”.
    [denied_word] “{ $message }” stands on a paper that may be found, and holds “{ $what }”.
    [office_name] “{ $message }” stands on a paper that may be found, and names “{ $what }”.
   *[other] “{ $message }” holds something else than text, values and choices between them.
}
rec-wording-refused = { $flaw ->
    [unknown] Choose one of the list. Nothing was changed.
    [value] Use only the values of the program’s own words. Nothing was changed.
    [denied_word] Say it without that word, also inside other words. Nothing was changed.
    [office_name] Say it without that name. Nothing was changed.
   *[other] Mend it and try again. Nothing was changed, and the words that stood before still stand.
}

err-language-refused = { $flaw ->
    [file] The language { $language } cannot be used: its file { $what } is missing, too large or no text.
    [not_fluent] The language { $language } cannot be used: something in { $what } is no message.
    [missing] The language { $language } cannot be used: “{ $what }” is missing.
    [values] The language { $language } cannot be used: “{ $what }” has other values in braces than in English.
    [file_name] The language { $language } cannot be used: “{ $what }” is the name of a file and has other signs than small letters, digits and hyphens.
    [deny_list] The language { $language } cannot be used: { $what } lists no word, or one that is too short.
    [denied_word] The language { $language } cannot be used: “{ $what }” stands on a paper that may be found, and holds “{ $word }”.
   *[wording] The language { $language } cannot be used: “{ $what }” cannot be read.
}
rec-language-refused = Mend the files in its folder and try again. Nothing was printed.

err-logo-refused = { $flaw ->
    [not_png] This is no PNG picture, or it is damaged.
    [large_file] This picture’s file is larger than { $most } kB.
    [dots] This picture has fewer than { $least } or more than { $most } dots across or down.
   *[text] Nothing says what the picture shows, or it takes more than { $most } letters.
}
rec-logo-refused = { $flaw ->
    [not_png] Save it as PNG and choose it again. Nothing was changed.
    [large_file] Save it with fewer dots or fewer colors. Nothing was changed.
    [dots] Save it in another size. Nothing was changed.
   *[text] Say in a few words what it shows, for people who cannot see it. Nothing was changed.
}

err-not-for-carrying = This paper is for the office. It goes with no victim.
rec-not-for-carrying = Make it without --goes-with-her and keep it where it belongs. Nothing was printed.

err-letter-would-leak = This letter would show a word that a discreet letter must not show.
rec-letter-would-leak = Leave out the agency the word comes from, or give its number by voice. Nothing was printed.

err-font-missing = A font that the letters need is missing: { $file }.
rec-font-missing = Install Countyline again. Your cases are not affected. Nothing was printed.

err-glyph-missing = The letter fonts cannot print this character: { $character } ({ $script }).
rec-glyph-missing = Write that word in another way, or put a font file for this script into the folder fonts of the office. Nothing was printed.

err-password-unusable = This password cannot be used.
rec-password-unusable = Use 1 to 127 letters and digits. Nothing was written.

## Files, sticks and weeks

err-not-joined = This laptop has not joined a county office yet.
rec-not-joined = Finish joining first: read the county’s welcome file and compare the six words. Nothing was changed.

err-bundle-not-a-bundle = This is not a Countyline file.
rec-bundle-not-a-bundle = Choose a file whose name ends in .clb. Nothing was merged.

err-bundle-damaged-in-transfer = The file was damaged on the way.
rec-bundle-damaged-in-transfer = Copy it again from the stick, or have the laptop send the week again. Do not send it as text in an e-mail. Nothing was merged.

err-bundle-newer = This file was made by a newer Countyline.
rec-bundle-newer = Update Countyline on this computer, then read the file again. Keep the file. Nothing was merged.

err-bundle-truncated = The file is not complete. Its end is missing.
rec-bundle-truncated = The stick may have been pulled out too soon. Have the laptop send the week again. Nothing was merged, and nothing is lost on the laptop.

err-bundle-not-for-this-office = This file was sealed for another office.
rec-bundle-not-for-this-office = It cannot be opened here. Give it back to the person who brought it. Is it from a laptop of yours, and was this office brought back from a copy? Say so (county-restored), hand every laptop its return file, and have the week sent again. Nothing was merged.

err-bundle-altered = This file was changed or cut after it was sealed.
rec-bundle-altered = Copy it again from where it came from and try once more. If it is refused again, do not use it: keep it, ask the sender how it reached you, and have the week sent again. Nothing was merged.

err-bundle-unknown-laptop = This file comes from a laptop that is not enrolled here.
rec-bundle-unknown-laptop = Keep the file. Enroll the laptop first, then read the file again. Nothing was merged.

err-bundle-revoked-laptop = This file comes from a laptop that was taken off the list of this office.
rec-bundle-revoked-laptop = It is kept here, sealed, and nothing of it was merged. A supervisor decides: it may hold real work, or somebody else may have the laptop.

err-return-for-another-laptop = This file is for another laptop.
rec-return-for-another-laptop = Leave it on the stick. That laptop finds it by itself. Nothing was changed.

err-bundle-wrong-direction = This kind of file cannot be read here.
rec-bundle-wrong-direction = A laptop’s week is merged at the county office. What the county hands back, and its welcome file, are read on the laptop. Nothing was merged.

err-bundle-over-limit = This file is larger than a week’s work can be.
rec-bundle-over-limit = Do not use it. Ask the sender to send the week again. Nothing was merged.

err-bundle-already-merged = This file was merged before.
rec-bundle-already-merged = You do not need to do anything. The same work is never counted twice.

err-enrolment-altered = The laptop’s request to join was changed on the way.
rec-enrolment-altered = Do not enroll it. Make a new request on the laptop and bring it again.

err-welcome-not-for-this-laptop = This welcome file is for another laptop.
rec-welcome-not-for-this-laptop = Ask the county office for the file made for this laptop. Nothing was changed.

err-medium-removed = The stick was pulled out before we were done.
rec-medium-removed = Put it back and do this step again. A half-written file on it can be deleted. Your work is safe on this computer.

err-file-not-found = The file is not there.
rec-file-not-found = Check that the stick is in and choose the file again.

err-folder-not-found = The folder is not there.
rec-folder-not-found = Check that the stick is in and choose the folder again.

err-only-county = Only the county office can do this.
rec-only-county = Do this step at the county office. Nothing was changed.

err-only-laptop = Only a laptop can do this.
rec-only-laptop = Do this step on the laptop. Nothing was changed.

## Keys, lost laptops, recovery

err-no-unlock-code = This laptop has no one-time code yet.
rec-no-unlock-code = A laptop makes its first code when it joins the county. Until then only its passphrase opens it. Nothing was changed.

err-wrong-unlock-code = That one-time code is not right.
rec-wrong-unlock-code = Have the eight words read again, one by one, and check each. If they are right, the laptop may have been put back from an old copy: ask your supervisor for the code before. Nothing was changed.

err-used-unlock-code = That one-time code was used before. A code works once.
rec-used-unlock-code = If you set a new passphrase with it, that passphrase opens the laptop. The next code reaches the county with the laptop’s next week. Nothing was changed.

err-unlock-code-unknown = No one-time code of this laptop has come yet.
rec-unlock-code-unknown = Codes come with the laptop’s weeks. If it never sent one, or if the code you want was used, there is none to tell. Nothing was changed.

err-no-recovery = No recovery sheets were ever made for this office.
rec-no-recovery = Look for a newer copy of the office folder: sheets work with copies made after them. Nothing was changed.

err-recovery-sheet-mistyped = Line { $line } of the sheet is not as it was printed.
rec-recovery-sheet-mistyped = Compare that line with the sheet, word by word. The lines before it are right. Nothing was changed.

err-recovery-sheet-twice = Two different sheets are needed.
rec-recovery-sheet-twice = Ask another of the three custodians for theirs. Nothing was changed.

err-recovery-sheets-old = These sheets do not open this office.
rec-recovery-sheets-old = They are both typed right, but they are not of one set, or newer sheets were made after them, or they are another office’s. Nothing was changed.

err-key-destroyed = This week was sealed for a key that was destroyed on { $on }.
rec-key-destroyed = Nobody can open it any more. Ask the laptop to send its week again: what the county did not confirm is in it. Nothing was merged.

err-key-still-needed = This key is still needed.
rec-key-still-needed = It goes when every laptop has shown that it knows the new key, and 90 days after. Look at the county’s keys for whom it waits. Nothing was changed.

err-key-needed-by-files = These files wait here and are sealed for this key: { $files }
rec-key-needed-by-files = Without the key nobody could open them any more. Bring what they wait for, have a supervisor take them in, merge again what was taken back, or put them away for good. Then destroy the key. Nothing was changed.

err-key-not-in-copy = This week was sealed for a key that this office had, and the copy it was brought back from does not.
rec-key-not-in-copy = Make a new key if the county’s keys say so, hand the laptop its return file, and have the week sent again: what the county did not confirm is in it. Nothing was merged, and nothing is lost on the laptop.

err-roster-forked = Two different lists of laptops carry the same number.
rec-roster-forked = Stop, and tell your coordinator. Either the county office was put back from an old copy, or somebody else signs in its name. Nothing was taken from this file.

err-file-exists = A file of this name is there already.
rec-file-exists = Choose another name. The file that is there was not touched.

err-several-laptops = Several laptops have this name.
rec-several-laptops = Name the one you mean by the first letters of its id. Nothing was changed.

err-already-revoked = This laptop is revoked already.
rec-already-revoked = You do not need to do anything. Nothing was changed.

err-not-revoked = As far as this laptop knows, it is not revoked.
rec-not-revoked = Fresh keys are for a laptop that was lost and found. Read the county’s return file first. Nothing was changed.

err-work-not-taken-in = The county has not taken in all that this laptop wrote.
rec-work-not-taken-in = Send the week, have your supervisor take it in, and read the county’s return file. Then make fresh keys. Nothing was changed.

## People: what a form may say, and what protects them

err-age-out-of-range = That is not an age.
rec-age-out-of-range = Write the years from 0 to 120, or leave it empty. Nothing was changed.

err-protected-address = This is a street of somebody in an address confidentiality program.
rec-protected-address = Use the substitute address. A street is kept only if a law requires it: write down which need. Nothing was changed.

err-looks-like-pin = The note holds four digits in a row.
rec-looks-like-pin = The PIN of a custody notice is never written down here. Take the digits out. Nothing was changed.

err-legal-hold = A legal hold is on these records.
rec-legal-hold = Nothing of hers is erased while it is on. Ask who put it on. Nothing was changed.

err-not-due = This has not fallen due.
rec-not-due = Look at the list of what has fallen due. Nothing was purged.

err-unknown-pack = No state pack of that name comes with this program or is installed.
rec-unknown-pack = Choose one from the list, or install your state’s pack at the county first. Nothing was changed.

err-sample-months = How long is kept what comes from a sample, not from your state’s law.
rec-sample-months = The county sets the office’s own months for both clocks in its policy, or installs your state’s pack; ask your coordinator. Nothing was purged.

err-state-pack-refused = { $flaw ->
    [unreadable] The file is no state pack: it cannot be read as JSON, from line { $line } on.
    [too_large] The file is larger than 64 KB, which no state pack is.
    [missing] The state pack has no field “{ $field }”.
    [unknown] No state pack has a field “{ $field }”.
    [twice] In the state pack “{ $field }” stands a second time.
    [field_twice] Line { $line } of the state pack names a field a second time.
    [no_text] In the state pack “{ $field }” must be a text in quotation marks.
    [no_number] In the state pack “{ $field }” must be a whole number.
    [no_number_or_null] In the state pack “{ $field }” must be a whole number, or null where the state sets no limit.
    [no_yes_or_no] In the state pack “{ $field }” must be true or false.
    [no_list] In the state pack “{ $field }” must be a list in [ ].
    [no_group] In the state pack “{ $field }” must be a group of fields in braces.
    [empty] In the state pack “{ $field }” is empty.
    [too_long] In the state pack “{ $field }” is longer than { $most }.
    [code] In the state pack “{ $field }” may have small letters, digits and _ only.
    [version] In the state pack “{ $field }” must be digits with points between them, as in 2026.1.
    [unseen] In the state pack “{ $field }” has a character that cannot be seen.
    [range] In the state pack “{ $field }” must be from { $least } to { $most }.
    [longer_than_all] In the state pack “{ $field }” is more than statistics_months: names would be kept longer than everything else.
    [of_the_program] In the state pack “{ $field }” is that of a pack that comes with the program.
    [older] In the state pack “{ $field }” is not later than { $installed }, which is installed.
    [same_version] In the state pack “{ $field }” is { $installed }, as in the installed one, but something else is different.
   *[other] In the state pack “{ $field }” cannot be used.
}
rec-state-pack-refused = { $flaw ->
    [older] Give what is to hold a later version, and install it again. The pack that holds stays as it is.
    [same_version] Raise the version with every change, and install it again. The pack that holds stays as it is.
   *[other] Mend it in the file, and try again. Nothing was installed, and what held before still holds.
}

err-lists-refused = { $flaw ->
    [unreadable] The file with the office’s lists cannot be read from line { $line } on: something is missing there, is not known, or is written another way.
    [too_large] The file is larger than 64 KB, which no office’s lists are.
    [version] The version of the lists must be a whole number from 2 on.
    [older] The lists have no later version than { $installed }, which is installed.
    [code] The code “{ $what }” may have small letters, digits and _ only, and 60 at most.
    [taken] There is a service “{ $what }” already.
    [name] The service “{ $what }” needs a name in English and one in Spanish, of 60 letters at most.
    [counts_as] The service “{ $what }” counts as nothing the report asks for.
    [left_out] The service “{ $what }” is left out, but records may name it.
    [no_policy] There is no follow-up policy “{ $what }”.
    [rule] The figures of “{ $what }” cannot hold: one rule must be for everybody, hours are from 1 to 720, and attempts from 1 to 50.
    [zone_name] The zone “{ $what }” needs a name of 60 letters at most, without a space before or behind it.
    [zone_twice] The zone “{ $what }” stands there twice.
    [denied_word] “{ $what }” cannot be a denied word: it needs 2 letters at least, and 60 at most.
   *[other] The office’s lists cannot be used.
}
rec-lists-refused = { $flaw ->
    [left_out] Leave it in, with "retired": true. It is then not offered any more, and what was recorded keeps its name. Nothing was installed.
    [older] Raise the version with every change, and install it again. What holds stays as it is.
   *[other] Mend it in the file, and try again. Nothing was installed, and what held before still holds.
}

err-zone-unknown = The office’s list has no such zone. The nearest is “{ $nearest }”.
rec-zone-unknown = Choose a zone of the list, or have the coordinator add yours to it. Nothing was saved.

err-notify-first = She was not to be told of the order yet.
rec-notify-first = Write down the order first. That sets the task to notify her and to protect her privacy. Nothing was told.

err-release-not-yet = The release begins on { $on }.
rec-release-not-yet = Wait until then, or ask her to sign another one. Nothing was told to the agency.

err-signer-is-abuser = The one who signs for her is the alleged abuser.
rec-signer-is-abuser = Nobody who is said to have hurt her may sign for her. Ask who else can. Nothing was told to the agency.

err-channel-blocked = Something happened on this way to reach her.
rec-channel-blocked = Ask her first whether it is safe again, and write down the answer. Nothing was changed.

## Words inside the sentences above

failure-field = { $field ->
    [about] what the paper is about
    [acknowledgement] whether it was signed
    [acp_expires_on] the end of the certificate
    [address] the address
    [addresses] the addresses
    [age] the age
    [age_at_incident] the age at the incident
    [age_band] the age in steps
    [answer] the answer
    [answered_on] the date
    [answers] the answers
    [areas] the areas
    [arrived_at] when she arrived
    [assured_on] the date the entry was checked
    [at] the time
    [audience] who came
    [availability] when she can be called
    [award_start] the first day of the award
    [background_check_on] the day of the background check
    [barrier] what stood in the way
    [basis] the legal basis
    [began_on] the first day
    [birth_date] the date of birth
    [birth_year] the year of birth
    [call_back_phone] the office’s phone number
    [called_at] when she was called
    [came_out] whether it printed
    [campaign] the campaign
    [case_number] the case number
    [channel] the way of contact
    [commitment] what was promised
    [compensation_assistance] help with compensation
    [concerns] the concerns
    [contact_method] the way of contact
    [contacted_on] the date
    [counted_on] the day of the count
    [court_on] the day in court
    [cover_name] who to say is calling
    [date] the date
    [day] the day
    [description] the description
    [disabled_on] the day access ends
    [do_not_contact_reason] why she must not be contacted
    [due_on] the due date
    [effective_on] the first day
    [ended_on] the last day
    [envelope] how mail is sent
    [expires_on] the end date
    [fact] what was answered
    [family_name] the family name
    [field] a field that cannot be erased alone
    [findings] the findings
    [follow_up_on] the first follow-up
    [form] the form of the letter
    [from] the first day
    [funding_source] who pays
    [gender_stated] the gender, in her words
    [given_name] the given name
    [given_on] the date
    [guardian] the guardian
    [guardian_is_alleged_abuser] whether the guardian is the alleged abuser
    [held] that it is held at the office
    [handed_out] how many were handed out
    [held_on] the day it took place
    [hotline_answered] whether the hotline answered
    [hotline_called_at] when the hotline was called
    [hours] the hours
    [how_given] how it was given
    [identity_months] how long names and notes are kept
    [incident] the incident
    [instrument] the risk screen
    [interpreter_need] whether an interpreter is needed
    [item] the service
    [items] what may be shared
    [joined_on] the day of joining
    [kind] the kind
    [language] the language
    [languages] the languages
    [laptop_name] the laptop’s name
    [last_work] the last work
    [latitude] the latitude
    [left_on] the day of leaving
    [legal_basis] the legal basis
    [legal_basis_note] which order or statute
    [legal_hold_reason] who asked for the hold
    [local_item] our own service
    [longitude] the longitude
    [maximum_age] the highest age
    [methods] how it may be told
    [miles] the miles
    [minimum_age] the lowest age
    [minor] whether it is a minor
    [minutes] the minutes
    [mode] how the service was given
    [monitored_device] whether it is watched
    [name] the name
    [name_kind] the kind of name
    [name_safe_to_print] whether the name may be printed
    [need] the need
    [needs] the needs
    [next_at] when to call again
    [next_done_on] the day the next step was done
    [next_follow_up_on] the next follow-up
    [next_on] the day of the next step
    [not_done_reason] why it was not done
    [note] the note
    [number_reached] how many people were reached
    [occurred_at] the time of day
    [occurred_on] the day it happened
    [offender_relation] what he is to her
    [office_name] the county’s name
    [officer_believes] what the officer believes
    [on] the date
    [order] which order or statute
    [outcome] the outcome
    [outcome_source] who said what came of it
    [override_reason] why the officer believes it
    [page] the paper size
    [paper] the paper
    [paper_state] where the paper is
    [parties] who signs
    [partner] the partner agency
    [person] whom we spoke with
    [person_name] your name
    [phone] the phone number
    [place] the place
    [place_name] this computer’s name
    [policy] the follow-up policy
    [population] the group
    [purpose] what the release is for
    [quantity] how many times
    [question] the question
    [race_ethnicity] race and ethnicity
    [reason] the reason
    [record] the kind of record
    [referral] the referral
    [relation] the relation
    [relationship_stage] where things stand
    [response_given] what we answered
    [returned] how many came back
    [returned_on] the day it came back
    [review_on] the day of the review
    [revoked_how] how it was taken back
    [right] the right
    [rights_requested] the rights asked for
    [rights_waived] the rights waived
    [role] the role
    [safe] how safe it is
    [safe_check_reasked] whether it was asked again
    [scope] what it covers
    [seen] what the form showed when it was opened; open it again
    [sent_method] how it was sent
    [served] whether it was served
    [served_on] the day of the service
    [setting] a setting of the count
    [side] who promised it
    [signature] the signature
    [signed_on] the day of signing
    [signer] who signed
    [signer_capacity] in what capacity it was signed
    [size] a text that is too long
    [special_class_other] the other group
    [special_classes] the groups
    [state] the state
    [statistics_months] how long everything is kept
    [status] the status
    [status_on] the date
    [strangulation] whether strangulation was reported
    [strangulation_reported] whether strangulation was reported
    [system] the other system
    [table] the table
    [theme] the colors
    [times] the times
    [title] the title
    [to] the last day
    [topic] the topic
    [training_hours] the hours of training
    [travel_minutes] the minutes of the drive
    [urgency] the urgency
    [value] the number, address or place
    [verify_after_days] the days until asking again
    [victim] the victim
    [victim_spoke] whether the victim spoke with the hotline
    [victimization] the type of crime
    [victimization_other] the kind of crime, explained
    [voicemail] whether a message may be left
    [way] the way of contact
    [what] what it is
    [worked_on] the day of the work
    [zone] the town or zone
   *[other] { $field }
}

failure-other = { $other ->
    [age_band] the age in steps
    [anonymous_contact] that no name was given
    [barrier] what stood in the way
    [birth_year] the year of birth
    [expires_on] the end date
    [form] what kind of letter it is
    [guardian] the guardian
    [hotline_answered] that the hotline answered
    [local_item] our own service
    [minor] whether it is a minor
    [minutes] the minutes
    [name_kind] the kind of name
    [next_follow_up_on] the next follow-up
    [not_done_reason] why it was not done
    [override_reason] why the officer believes it
    [race_ethnicity] race and ethnicity
    [reason] the reason
    [rights_waived] the rights waived
    [special_classes] the groups
    [statistics_months] how long everything is kept
    [victim_spoke] that the victim spoke with the hotline
    [victimization] the type of crime
   *[other] { $other }
}

failure-item = { $item ->
    [name] the name
    [safe_contact] how to make contact safely
    [need] what the victim needs
    [incident_date] the date of the incident
    [case_number] the case number
    [risk_level] the level of risk
    [documents] documents
   *[other] { $item }
}

failure-method = { $method ->
    [phone] by phone
    [in_person] in person
    [letter] by letter
    [secure_email] by secure email
    [fax] by fax
   *[other] { $method }
}

# Tables of persons. Nothing in the office is changed by them.
err-csv-empty = The table has no rows.
rec-csv-empty = Choose a table with one line of column names and at least one person. Nothing was written.
err-csv-too-large = The table is too large.
rec-csv-too-large = Split it: at most one million rows, 200 columns and 256 MB. Nothing was written.
err-csv-not-text = Line { $line } is not readable text.
rec-csv-not-text = Save the table again as CSV in UTF-8. Nothing was written.
err-csv-uneven = Line { $line } has { $found } cells, the first line has { $expected }.
rec-csv-uneven = Look at that line for a missing or an extra comma. Nothing was written.
err-csv-no-names = No column is called like a name.
rec-csv-no-names = Call the columns given and family, or first_name and surname. Nothing was written.
err-csv-column-twice = Columns { $first } and { $second } mean the same.
rec-csv-column-twice = Keep one of them, or give the other one another name. Nothing was written.
err-csv-id-twice = The id on line { $line } is also on line { $first }.
rec-csv-id-twice = Every row needs its own id. Without an id column the line numbers are used. Nothing was written.
err-csv-cell-too-long = A cell on line { $line } is too long.
rec-csv-cell-too-long = Look at that line for a quotation mark that never ends. Nothing was written.

failure-outcome = { $outcome ->
    [reached_talked] { outcome-reached-talked }
    [reached_not_safe] { outcome-reached-not-safe }
    [reached_declined] { outcome-reached-declined }
    [no_answer_no_message] { outcome-no-answer-no-message }
    [voicemail_left] { outcome-voicemail-left }
    [message_trusted_person] { outcome-message-trusted-person }
    [other_answered_hung_up] { outcome-other-answered-hung-up }
    [other_answered_cover] { outcome-other-answered-cover }
    [number_wrong] { outcome-number-wrong }
    [letter_sent] { outcome-letter-sent }
    [letter_returned] { outcome-letter-returned }
    [home_reached] { outcome-home-reached }
    [home_not_home] { outcome-home-not-home }
    [home_not_safe] { outcome-home-not-safe }
    [blocked_no_safe_method] { outcome-blocked-no-safe-method }
   *[other] { $outcome }
}

failure-channel = { $channel ->
    [phone] { channel-phone }
    [text] { channel-text }
    [email] { channel-email }
    [post] { channel-post }
    [in_person] { channel-in-person }
    [home_visit] { channel-home-visit }
    [work_school_visit] { channel-work-school-visit }
    [trusted_person] { channel-trusted-person }
   *[other] { $channel }
}

## Taking back

err-not-taken-back = { $why ->
    [over] There is nothing to take back.
    [nothing] That changed no record, so there is nothing to take back.
    [sent] That has left this office. It cannot be taken back.
    [told] Somebody was told or given something. That happened, so it stays.
    [protects] That protects somebody. It is not taken back so quickly.
    [keys] Laptops and keys are not taken back.
    [erased] What was erased is gone for good.
    [merged] A merge is not taken back here.
    [decided] That was decided between what others had written.
    [people] Who works here, and as what, is not taken back here.
   *[many] A whole table came in. It is not taken back at once.
}
rec-not-taken-back = { $why ->
    [over] Only the last thing saved can be taken back, for ten minutes and until the window is locked. Open the record to correct it.
    [sent] Correct the record, and send again.
    [told] If it was written down by mistake, tell your coordinator. Nothing was changed.
    [protects] Open the record and change it there: the form asks for what it needs. Nothing was changed.
    [keys] See the laptops and keys of this office. Nothing was changed.
    [merged] The last merge is taken back where weeks are merged. Nothing was changed.
    [decided] Decide it anew where it stands. Nothing was changed.
    [people] Open the person and change it there. Nothing was changed.
    [many] Hide or correct the records that are wrong. Nothing was changed.
   *[other] Nothing was changed.
}

err-written-since = { $known ->
    [no] Somebody wrote this since, so it is not taken back.
   *[yes] Somebody wrote this since: { $by }. It is not taken back.
}
rec-written-since = Open the record and look at what stands there now. Nothing was changed.
