# What the program without a window says: `countyline …`.
# Failures are in failures.ftl. Ids start with cli-; cli-help-… describe commands and options.

## What each command is for

cli-help-victim-command = Record victims.
cli-help-partner-command = Record partner agencies and contacts with them.
cli-help-release-command = Record releases of information.
cli-help-victim = The victim’s case number or id.
cli-help-partner = The partner agency’s name or id.
cli-help-init = Create a county office, or with --laptop a laptop that asks to join one.
cli-help-join = Join the county on a laptop, from its welcome file. Shows the county’s six words first.
cli-help-enrol = Let a laptop join this county office. Shows the laptop’s six words first.
cli-help-victim-add = Record a new victim.
cli-help-victim-correct = Correct what was written of a victim when she was recorded. What you do not give stays as it is.
cli-help-victim-do-not-contact = Mark a victim as not to be contacted, or take the mark back.
cli-help-contact = Record contacts with victims.
cli-help-contact-add = Record one contact with a victim.
cli-help-partner-add = Record a partner agency.
cli-help-partner-contact = Record a contact with a partner agency. It is never about one victim.
cli-help-refer = Refer a victim to partner agencies.
cli-help-release-sign = Record a release that the victim signed: one agency, an end date.
cli-help-release-revoke = Record that the victim took a release back.
cli-help-release-show = Show the releases of a victim, how each may be told and what she does not want told.
cli-help-letter = Make a referral letter as a PDF.
cli-help-export = Seal everything the county has not confirmed yet into one file.
cli-help-merge = Merge the weeks that laptops brought.
cli-help-undo-merge = Take the last merge back, as long as nobody has worked with it.
cli-help-inbox = Everything that waits for a person.
cli-help-inbox-show = Show one thing that waits, with who wrote it and how it came.
cli-help-inbox-settle = Settle one thing that waits.
cli-help-hide = Hide what was recorded by mistake: a way to reach a victim, a follow-up, or the victim.
cli-help-bring-back = Bring back what was hidden.
cli-help-item = Its id, as inbox shows it.
cli-help-way = How: side, other, both, keep, hide, same, not_same or seen, as inbox offers.
cli-help-inbox-settle-side = The side that is right, by its first eight characters.
cli-help-value = With other: what to write instead, for example value=555-0100. What is not given stays as it is.
cli-help-part = The id of the way to reach her or of the follow-up, as show victim --json has it; without it, the victim.
cli-help-return = Write for every laptop what it lacks, what is safe here and what we lack.
cli-help-receive = Take in what the county handed back to this laptop.
cli-help-laptops = Tell how each laptop stands: when it was last heard of, what never came, what it lacks.
cli-help-parked = List the files that cannot be merged yet, try one again, or put one away for good.
cli-help-parked-retry = Try a file that waits again.
cli-help-parked-forget = Put a file that waits away for good.
cli-help-notices = List what a person should know about histories.
cli-help-notices-settle = Say that you have dealt with a notice.
cli-help-backup = Make a backup, or bring one back.
cli-help-backup-make = Copy the case file, encrypted, into a folder of its own, and read the copy back from end to end.
cli-help-backup-bring-back = Put a backup where this office is looked for and none is.
cli-help-backup-bring-back-from = The folder of the backup.
cli-help-county-restored = Say that this county office was restored from a backup, so that laptops send again.
cli-help-conflicts = List what two people wrote differently.
cli-help-resolve = Settle a conflict with one of its sides.
cli-help-duplicates = List records that may be one person’s, in this office or in a table of your own.
cli-help-link = Say that two records are one person’s. Nothing is merged or lost, and it can be taken back.
cli-help-unlink = Take such a link back. Each record is again what it was.
cli-help-not-same = Say that two records are not one person’s, so that they are not suggested again.
cli-help-show = Show today’s follow-ups, victims, partner agencies, sent weeks or this office.
cli-help-show-today = Today’s follow-ups.
cli-help-show-victims = Victims by name, case number or phone.
cli-help-show-victim = Everything recorded about one victim.
cli-help-show-partners = Partner agencies by name, town or need.
cli-help-show-bundles = The weeks this laptop sent, and what waits to be sent.
cli-help-show-office = What this office is called and who works here.
cli-help-verify = Check that every table equals the history and that no change is missing.
cli-help-erase = Erase records for good, at the county and on every laptop.
cli-help-erase-order = Order an erasure. Without --for-good it only says what would be erased.
cli-help-erase-list = List the orders of erasure, and how many places have not confirmed them.
cli-help-erase-show = Show one order: who has carried it out, and what was written after it.
cli-help-victim-restrict = Send a victim’s record only to the county and to the laptops that need it, or to all again.
cli-help-bundle = Look at sealed files.
cli-help-bundle-inspect = Tell what can be told about a sealed file without opening it.
cli-help-passphrase = The passphrase of this office.
cli-help-passphrase-change = Replace the passphrase.
cli-help-laptop-command = The county’s laptops: who is enrolled, lost or found.
cli-help-laptop = The laptop’s name, or the first eight letters of its id.
cli-help-laptop-list = List every laptop that was ever enrolled.
cli-help-laptop-revoke = Strike a lost laptop from the list. What it wrote later waits for a supervisor.
cli-help-laptop-take-in = Take in a file that holds a revoked laptop’s later work: a supervisor has decided.
cli-help-laptop-keep-out = Write down that a revoked laptop’s later work is kept out. The file is not touched.
cli-help-laptop-renew-keys = On a laptop that was found again: make fresh keys and a new request to join.
cli-help-laptop-renew-keys-stick = The folder that receives the request to join.
cli-help-leave-work = Leave work here that the county has not taken in.
cli-help-key = The county’s key that weeks are sealed for.
cli-help-key-show = Show the key in use, the ones before it, and whom each waits for.
cli-help-key-replace = Make a new key. What is on its way still opens.
cli-help-key-destroy = Destroy a replaced key that nobody needs any more.
cli-help-epoch = The number of the key, as key show tells it.
cli-help-unlock-code = One-time codes that open a laptop whose passphrase was forgotten.
cli-help-unlock-code-list = List the laptops whose code the county has.
cli-help-unlock-code-ask = Show a laptop’s code, to be read over the phone. That you asked goes into the history.
cli-help-number = The number of the code, if it is not the newest.
cli-help-passphrase-forgotten = On a laptop: set a new passphrase with the one-time code your supervisor reads to you.
cli-help-code-file = Read the one-time code from the first line of this file instead of asking for it.
cli-help-recovery = Recovery sheets for the county office.
cli-help-recovery-make = Make three sheets. Any two open the office; earlier ones do not any more.
cli-help-recovery-make-to = The folder that receives the three sheets, for example a stick.
cli-help-recovery-make-pdf = As PDFs to be printed, instead of texts.
cli-help-recovery-use = Open the office with two sheets and set a new passphrase.
cli-help-sheet = A sheet as a text file; give two. Without them they are asked for line by line.
cli-help-sample-office = Create training offices with made-up people.
cli-help-demo = Play the story of three laptops and one county office, with made-up people, in a folder you choose.
cli-help-completions = Write the completion script of a shell.
cli-help-exit-codes = Exit codes: 0 done; 1 refused, nothing was changed; 2 the command was not understood; 3 something waits for a person; 4 checking the data found differences.
cli-help-about = Countyline keeps a county’s victim services cases on laptops that have no network. Every week travels to the county office in a sealed file.
cli-help-language = Language of the answers. Stands before the command.
cli-help-office = The office folder: it holds case.db, case.key and backups.
cli-help-profile = The private folder of this person on this machine. It holds the secret that case.key also needs.
cli-help-assets = Where the fonts of the letters are.
cli-help-json = Answer with JSON for scripts.
cli-help-save-all-the-same = Save a text also if it looks like a criminal history return. Say so only after you looked.
cli-help-passphrase-file = Read the passphrase from the first line of this file instead of asking for it.
cli-help-passphrase-fd = Read the passphrase from this open file descriptor.
cli-help-new-passphrase-file = Read the new passphrase from the first line of this file.
cli-help-init-county = The county’s name.
cli-help-init-place = This computer’s name.
cli-help-init-laptop = This laptop’s name.
cli-help-init-stick = The folder that receives the request to join, for example a stick.
cli-help-init-person = Who works here.
cli-help-init-training = For practice with made-up people. Every screen says so.
cli-help-welcome = The county’s welcome file.
cli-help-words-match = The six words were compared aloud and are the same.
cli-help-request = The laptop’s request to join.
cli-help-enrol-stick = The folder that receives the welcome file.
cli-help-answer = yes or no.
cli-help-from = Read the form from this JSON file; - is standard input. Keeps names out of the shell’s history.
cli-help-given = Given name or initials.
cli-help-family = Family name.
cli-help-birth-year = Year of birth.
cli-help-victim-add-language = The victim’s language.
cli-help-victim-correct-language = The victim’s language.
cli-help-victim-history = Show every change of a victim’s records, who wrote it, and what it was before.
cli-help-victim-history-about = Only changes of this kind of record or this field, such as contact_method or birth_year.
cli-help-victim-history-words = Only changes in which these words stand.
cli-help-need = Need, a code of the list; several with commas.
cli-help-zone = Town or zone.
cli-help-victim-add-phone = The victim’s phone number.
cli-help-safe = How safe it is: yes, with_conditions, unknown or no.
cli-help-voicemail = May a message be left: yes, no or not_asked.
cli-help-follow-up = Date of the first follow-up.
cli-help-channel = How contact was made, a code of the list.
cli-help-outcome = What came of it, a code of the list.
cli-help-at = When, if not now: 2026-03-09T14:30:00-06:00.
cli-help-minutes = Minutes spent.
cli-help-note-file = Read the note from this file; - is standard input.
cli-help-answers = The follow-up this contact answers.
cli-help-next = Date of the next follow-up.
cli-help-name = The agency’s name.
cli-help-partner-add-kind = Kind of agency, a code of the list.
cli-help-speaks = Languages spoken there; several with commas.
cli-help-phone = Public phone number.
cli-help-hours = Opening hours.
cli-help-address = Street address. Leave it out if the location is confidential.
cli-help-confidential-location = Is the location confidential: yes or no. Leave it out if nobody asked. A confidential one is never stored, shown or printed; a shelter keeps no street before the answer is no.
cli-help-victim-service-program = Counts as a victim service program.
cli-help-on = Date.
cli-help-partner-contact-kind = Kind of contact, a code of the list.
cli-help-stage = Where things stand, a code of the list.
cli-help-person = Whom we spoke with.
cli-help-concern = What worries them, a code of the list; several with commas.
cli-help-answered = What we answered.
cli-help-promised = What was promised.
cli-help-refer-kind = cold_info, warm_phone, warm_in_person or letter. Every kind but cold_info needs a release.
cli-help-release-sign-item = What may be shared, a code of the list; several with commas.
cli-help-expires = Date on which the release ends.
cli-help-order = Which order or statute, as it is called everywhere: a notice counts for this one only.
cli-help-told-by = How it may be told: phone, in_person, letter, secure_email or fax; several with commas. Left out: in any way.
cli-help-told-share-told-by = The way it would be told: phone, in_person, letter, secure_email or fax.
cli-help-excluded-file = A file with what the victim does not want told, in her words.
cli-help-service = Id of the service that is meant, at most one of each agency.
cli-help-exclusions-read = What the victim does not want told was read, and nothing of it is told.
cli-help-purpose = Why, in the victim’s words.
cli-help-signature = paper_on_file or signed_here.
cli-help-signer-is-not-the-abuser = It was asked and confirmed who signs.
cli-help-refer-release = The release that covers it.
cli-help-refer-status = offered or declined_by_victim, to keep a referral that is not sent. Left out, it is sent (cold_info: offered).
cli-help-referral-advance-release = The release it is sent under, if she signed it after the referral was offered.
cli-help-release-revoke-release = The release’s id or the agency’s name.
cli-help-referral = The referrals it names; without this, every open one.
cli-help-letter-form = full names the office and says what each place helps with; plain names neither the office nor a crime; discreet and pocket_card show phone numbers under neutral words only; agency is for a partner agency.
cli-help-letter-language = Language of the letter.
cli-help-page = Paper size.
cli-help-large-print = 18 point instead of 13.
cli-help-both-sides = On both sides of the sheet; what is printed next begins on a new one.
cli-help-safe-to-carry = The victim’s answer: is it safe to carry this? Only yes makes paper.
cli-help-password-file = A file whose first line is a password. The PDF opens with it and not without it.
cli-help-held = Hold the paper at the office for the victim, who carries nothing. It stands in the register as held.
cli-help-to = The folder that receives the file, for example a stick.
cli-help-merge-bundle = Sealed files, or folders that hold them.
cli-help-receive-file = Files the county handed back, or folders that hold them.
cli-help-all = For every laptop. Each finds its own file by itself.
cli-help-part-mib = Write several files of about this many mebibytes, each valid alone, for example to fit into e-mails.
cli-help-parked-retry-bundle = The file’s id, as parked shows it.
cli-help-parked-forget-bundle = The file’s id, as parked shows it.
cli-help-notice = The notice’s id, as notices shows it.
cli-help-rehearse = Only say what lies there and what it would bring.
cli-help-conflict = The conflict’s id, as conflicts shows it.
cli-help-side = The side’s id, or its first eight characters.
cli-help-duplicates-csv = A table of persons to look through: comma-separated, UTF-8, with a line of column names. No office is needed.
cli-help-duplicates-second = A second table: only pairs between the two are looked for.
cli-help-duplicates-out = The table of pairs to write.
cli-help-duplicates-least = The least likelihood a pair is written with, from 0 to 1.
cli-help-basis = Why it may be erased: a code of erase_basis.
cli-help-record = One record of the victim, as TYPE:ID. Without this, the victim with everything that belongs to her.
cli-help-field = Erase only these fields of that record.
cli-help-for-good = Erase now. This cannot be taken back.
cli-help-erase-show-order = The order’s id, or the beginning of it.
cli-help-victim-restrict-person = A person who works here and needs the record, by name.
cli-help-victim-restrict-no-longer = A person whose name is taken off her record, by name.
cli-help-one = One record’s id or case number.
cli-help-other = The other record’s id or case number.
cli-help-names = Show names instead of initials.
cli-help-query = Words to look for.
cli-help-file = The sealed file.
cli-help-out = The folder that receives everything; it must be empty or new.
cli-help-sample-office-victims = About how many victims.
cli-help-seed = The same number makes the same people.
cli-help-shell = The shell.

## Asking

cli-ask-passphrase = Passphrase:
cli-ask-new-passphrase = New passphrase (at least 12 characters):
cli-ask-passphrase-again = The same passphrase again:
cli-ask-words-match = Read the six words aloud to each other. Are they the same? [y/N]
cli-ask-name-as-released = Is her name on the form as on the release? [y/N]
cli-ask-safe-to-carry = Is it safe for the victim to carry this letter? [y/N]
cli-ask-erase = Erase this for good? It cannot be taken back. [y/N]
cli-ask-save-all-the-same = Save it all the same? [y/N]
cli-answer-yes = y
cli-stopped = Stopped. Nothing was changed.

## Creating, joining

cli-office-created = { $office } is ready in { $folder }.
cli-office-keep-both = Keep case.db and case.key together. One cannot be opened without the other.
cli-passphrase-changed = The passphrase was changed. The old one no longer opens this office.
cli-laptop-created = { $laptop } is ready in { $folder }. It still has to join a county office.
cli-enrolment-written = The request to join was written to { $path }. Bring it to the county office.
cli-enrolment-words = The six words of { $laptop }: { $words }
cli-county-words = The six words of { $county }: { $words }
cli-laptop-enrolled = { $laptop } is enrolled. Its welcome file is { $path }.
cli-welcome-files = It is { $count } files. Take all of them to the laptop; they can be read in any order.
cli-welcome-accepted = This laptop now belongs to { $county }.
cli-welcome-missing = { $count } more files belong to this welcome and are not here. Read them with “receive” when you have them. Without them, what they hold comes with the next file that the county hands back.
cli-compare-words = Compare these six words aloud with the other side. If all six are the same, run this command again with --words-match.
cli-sample-created = A training office with { $victims } made-up victims is ready in { $folder }. The passphrase is “{ $passphrase }”.

## Recording

cli-saved = Saved at { $time }.
cli-victim-created = The case number is { $caseNumber }.
cli-contact-saved = The contact is saved. { $followUp ->
    [none] No follow-up is planned.
   *[other] The next follow-up is on { $followUp }.
}
cli-referral-saved = Referred to { $partner } for { $need }.
cli-letter-saved = The letter is { $path }.
cli-paper-saved = The paper is { $path }.
cli-paper-kind = { $kind }: { $name }
cli-paper-kind-carried = { $kind }: { $name } (may go with her)
cli-logo-shows = The logo shows: { $shows }
cli-logo-none = Papers have no logo.
cli-language = { $language }
cli-language-own = { $language } (added by this office)
cli-language-refused = { $language } (added by this office): { $why }
cli-language-begun = Put the files in { $folder } into that language. A font for its letters goes into the folder fonts of the office.
cli-wording-row = { $message }: { $text }
cli-wording-none = The county words nothing itself. “countyline wording list --all” shows what it can.
cli-wording-program = The program says: { $text }
cli-wording-own = The county says: { $text }
cli-wording-not-used = The county’s words are not used here. This program cannot say them, so its own stand in.
cli-wording-values = It may use: { $values }
cli-wording-discreet = A paper that may be found says it: no denied word and not this office’s name.
cli-letter-checked = { $passed } of { $total } checks passed.
cli-letter-delete-file = Delete the file when it is printed. Countyline keeps a record of the paper, not the paper.
cli-check-no-protected-address = The letter would show the address of a place that keeps its location secret.
cli-check-no-denied-word = The letter would show a word that a discreet letter must not show.
cli-check-no-agency-name = The letter would show the name of this office.
cli-check-no-victim-or-case = The letter would show the victim’s name or case number.
cli-check-neutral-file = The letter’s file name would say what it is.
cli-check-no-call-back-number = Our phone number is not written down: write it on the letter by hand, or set callBackPhone in the policy.
cli-check-denied-words-unread = The denied words of { $languages } cannot be read: look at the letter for them yourself.
cli-check-undecided = Two people wrote something that stands in this letter differently, and nobody has decided yet: countyline conflicts.
cli-check-sample-pack = The rights on it are a sample and no state’s law. Do not hand it out: countyline policy pack.
cli-check-nothing-excluded = The letter would hold something the victim does not want told.
cli-check-exclusions-read = The victim does not want this told: { $excluded } Read it, then write the letter with --exclusions-read.
cli-check-name-typed = The letter must not say who the victim is, but “{ $word }” stands in { $field ->
    [hours] the hours of a contact method
    [who_may_answer] who may answer
    [cover_name] the cover name
    [language_relay] the language or relay
    [access_needs] the access needs
   *[other] a contact method
}. Change it there first.
cli-check-service-ended = A service the victim was referred to is not given now. The letter has what the agency has.
cli-check-stale-numbers = { $count ->
    [one] One agency’s entry was
   *[other] { $count } agencies’ entries were
} not checked for half a year. Call the numbers before you hand the letter over.

## Sending and merging

cli-export-done = Week { $number }: { $changes ->
    [one] one change is
   *[other] { $changes } changes are
} sealed in { $path } ({ $size } bytes). It was read back and compared. It is safe to remove the stick.
cli-export-sha256 = SHA-256: { $sha256 }
cli-export-files = It took { $count } files. Take all of them along; they can be merged in any order.
cli-merge-rehearsal = Nothing has been merged yet. This is what lies there:
cli-rehearsal-conflict = {"  "}would need a decision: { $about }, { $field }
cli-rehearsal-takes-effect = {"  "}would hold at once, because it is safer: { $about }, { $field }: { $value }
cli-rehearsal-sum = In all: { $added } new records, { $changed } changed, { $conflicts } decisions, { $stricter } safer answers that hold at once, { $hidden } records hidden, { $problems } odd changes, { $missing } changes missing.
cli-rehearsal-same-person = { $count ->
    [one] With them, two records more may be one person’s. Only a person can say so.
   *[other] With them, { $count } more pairs of records may be one person’s. Only a person can say so.
}
cli-undo-merge-done = The last merge was taken back at { $time }. Its sealed files are kept in this office and can be merged again:
cli-inbox-waiting = { $count ->
    [0] Nothing waits for you.
    [one] One thing waits for you.
   *[other] { $count } things wait for you.
}
cli-inbox-heading = { $urgency }. { $kind }: { $about } { $field } ({ $ways })
cli-inbox-origin = {"  "}{ $by }, { $place }, { $when } by their clock; received { $received } in { $file }
cli-inbox-written-by = {"  "}changed meanwhile by { $by }, { $place }, { $when } by their clock; received { $received } in { $file }
cli-merge-file-ready = { $file }: from { $place }, { $new ->
    [one] one new change
   *[other] { $new } new changes
}, { $known } already here
cli-merge-file-missing = { $file }: { $missing ->
    [one] one earlier change has
   *[other] { $missing } earlier changes have
} not reached us yet. Ask { $place } for the week before.
cli-merge-file-known = { $file }: merged before, nothing to do
cli-merge-file-refused = { $file }: refused. { $reason }
cli-merge-file-parked = { $file }: waits. { $reason }
cli-receive-for-another = { $file }: for another laptop, left alone
cli-return-done = { $laptop }: { $changes ->
    [one] one change
   *[other] { $changes } changes
} in { $files ->
    [one] one file
   *[other] { $files } files
}. Read back and compared.
cli-receive-safe = Everything written here up to { $time } is safe at the county.
cli-receive-nothing-safe = The county has not confirmed anything of this laptop yet.
cli-receive-unconfirmed = { $count ->
    [one] One change was sent and is not confirmed yet. It goes along with the next week again.
   *[other] { $count } changes were sent and are not confirmed yet. They go along with the next week again.
}
cli-laptop = { $laptop }, { $person }: { $heard }
cli-laptop-heard = last week merged { $time }
cli-laptop-never-heard = no week has come yet
cli-laptop-revoked = Taken off the list.
cli-laptop-late = Late: nothing for { $count } days.
cli-laptop-never-came = { $count ->
    [one] One file it wrote never came here. What it held comes with every later one.
   *[other] { $count } files it wrote never came here. What they held comes with every later one.
}
cli-laptop-missing = { $count ->
    [one] One earlier change is missing before others that are here.
   *[other] { $count } earlier changes are missing before others that are here.
}
cli-laptop-lacks = { $count ->
    [one] It lacks one change. Hand it back.
   *[other] It lacks { $count } changes. Hand them back.
}
cli-laptop-histories = It has written { $count } histories: it was restored from a copy, or its disk was copied.
cli-laptop-old-roster = It does not know the newest list of laptops yet.
cli-parked = { $count ->
    [0] No file waits.
    [one] One file waits. It is tried again at every merge.
   *[other] { $count } files wait. They are tried again at every merge.
}
cli-parked-forgotten = The file was put away for good. The history says that you did.
cli-no-notices = There is nothing you should know about histories.
cli-how-far = { $files ->
    [1] { $done } of { $of }
   *[other] File { $file } of { $files }: { $done } of { $of }
}
cli-backup-made = The backup is in { $path } ({ $kib } KiB). It was read back from end to end.
cli-backup-needs = It opens with the passphrase of this office and this computer’s secret: keep a copy of { $profile } elsewhere, or recovery sheets.
cli-backup-is-back = The office is in { $folder }. Open it with its passphrase. At the county, if laptops were handed anything since: countyline county-restored
cli-county-restored = This office begins anew. Hand back to every laptop now; each will send again what is not confirmed.
cli-merge-done = Merged: { $added } records added, { $changed } changed, { $known } changes already here.
cli-merge-conflicts = { $count ->
    [0] Nothing waits for a decision.
    [one] One conflict waits for a decision. Until then the safer answer holds.
   *[other] { $count } conflicts wait for a decision. Until then the safer answer holds.
}
cli-merge-same-person = { $count ->
    [one] Two records may be one person’s, and nobody has said so yet: inbox.
   *[other] { $count } pairs of records may be one person’s, and nobody has said so yet: inbox.
}

## Showing

cli-today-heading = Today, { $date }
cli-today-late = Late
cli-today-due = Due today
cli-today-upcoming = Next seven days
cli-today-row = { $caseNumber }  { $initials }  { $reason }  { $due }
cli-today-empty = Nobody is waiting for a follow-up today.
# The history of a victim's records: what is told of one change.
cli-history-row = { $at }  { $record }: { $what }  { $by } ({ $place })
cli-history-field = - { $field }: { $after }
cli-history-field-was = - { $field }: { $after } (was { $before })
cli-history-received = - came here { $at } in { $file }
cli-waiting = { $changes ->
    [0] Everything was sent to the county.
    [one] One change has not been sent to the county.
   *[other] { $changes } changes have not been sent to the county.
}
cli-record-not-here = Record not here yet.
cli-role-disclosure-due = Nobody told her yet what cannot stay confidential.
cli-victim-holds-more = A newer program wrote something in this record that this one cannot show. Nothing of it is lost.
cli-victim-safe-contact = SAFE CONTACT: { $line }
cli-conflict-heading = { $about }: { $field }
cli-conflict-side = { $by }, { $place }, { $when } by their clock; received { $received } in { $file }: { $value }
cli-signed-by = {"  "}signed by the machine of { $who }, not of { $by }
cli-conflict-in-effect = holds until someone decides
cli-duplicates-written = { $rows } rows: { $probable } probable pairs and { $possible } possible ones, written to { $file }.
cli-duplicates-unreadable = { $count } cells are no date or age and were not used, the first on line { $line }.
cli-duplicates-count = { $count ->
    [0] Nobody seems to be recorded twice.
    [one] Two records may be one person’s. Nothing is linked until someone decides.
   *[other] { $count } pairs of records may be one person’s. Nothing is linked until someone decides.
}
cli-duplicates-pair = { $one } and { $other }: { $band }, { $percent } %
cli-duplicates-side = { $number } { $name }, recorded by { $by }, { $place }, { $when }
cli-duplicates-reason = { $field }: { $level } ({ $weight })

## Checking

cli-verify-ok = Your data is sound. { $commits } changes were read again and { $rows } rows compared.
cli-verify-differs = These parts do not equal the history: { $names }. Do not delete anything and tell your coordinator.
cli-inspect-heading = { $file }: a sealed file of { $size } bytes, format { $format }.
cli-inspect-recipients = { $count ->
    [one] One office can open it.
   *[other] { $count } offices can open it.
}
cli-inspect-sealed = Who wrote it and what it says is sealed.

## Erasing for good

cli-erase-would = This would be erased for good, here and on every laptop:
cli-erase-would-row = {"  "}{ $record }: { $count }
cli-erase-would-fields = {"  "}only these fields: { $fields }
cli-erase-backups = { $count ->
    [0] There is no backup in the office folder.
    [one] The backup in the office folder still holds it and is replaced by a fresh one.
   *[other] The { $count } backups in the office folder still hold it and are replaced by a fresh one.
}
cli-erase-not-done = Nothing was erased. Say --for-good to erase it.
cli-erase-done = Erased here under order { $order }. The laptops erase it when they hear of the order.
cli-erase-unfinished = The order stands, but traces are left in the office folder. Close the office and open it again.
cli-erase-limits = Not reached: paper, sealed files on sticks, and copies made outside the office folder.
cli-erase-none = No erasure was ordered.
cli-erase-row = { $order }  { $when }  { $basis }  records: { $records }  { $outstanding ->
    [0] confirmed by every place
    [one] one place has not confirmed
   *[other] { $outstanding } places have not confirmed
}
cli-erase-place-confirmed = {"  "}{ $place }, { $person }: nothing is left there, { $when }
cli-erase-place-outstanding = {"  "}{ $place }, { $person }: not confirmed
cli-erase-place-revoked = {"  "}{ $place }, { $person }: revoked, and not confirmed
cli-erase-late = {"  "}Written on after the order, and erased when it came: { $by }, { $place }, { $when }
cli-erase-refused = An order in the log of { $place } ({ $by }, { $when }) has no effect. Only the county orders an erasure.

## Laptops, keys, codes and sheets

cli-ask-unlock-code = The one-time code, eight words:
cli-ask-sheet-line = Line { $line } of the sheet, without its number:
cli-days-without-return = For { $days } days this laptop has taken in nothing from the county office. Send your week and ask for your return file: it brings what others wrote, and who is safe to call. Nothing is locked.
cli-standing-revoked = The county revoked this laptop on { $at }. Nothing here was erased. What you send waits until a supervisor decides; call the county office.
cli-laptop-row = { $id }  { $laptop }  { $person }  last week read here: { $heard }
cli-laptop-row-revoked = {"          "}revoked on { $at }
cli-laptop-was-revoked = { $laptop } is revoked. What it wrote after the last week that was read here waits for a supervisor. Hand every other laptop its return file, and think of the people whose cases it held.
cli-revoked-work-taken-in = A supervisor took this work in. Who decided stands in the history.
cli-revoked-work-kept-out = { $file } is kept out. The file was not touched, and you can still decide otherwise.
cli-key-replaced = Weeks are sealed for key { $epoch } from here on. The laptops learn it from their return files.
cli-key-destroyed = Key { $epoch } is destroyed. What was sealed for it can be opened by nobody any more.
cli-key-backups = The backups in this folder were replaced by a fresh one. Copies of the folder that lie elsewhere still hold that key: destroy those you do not need.
cli-key-present = Key { $epoch }, in use since { $since }. Its six words: { $words }
cli-key-missing = This office was brought back from a copy older than its key. Weeks sealed for the newer key cannot be opened here. Make a new key now: key replace.
cli-key-replace-now = It is time for a new key: key replace.
cli-key-replace-on = A new key is suggested on { $on }.
cli-key-gone = Key { $epoch } was destroyed on { $at }.
cli-key-can-go = Key { $epoch } was replaced. It can be destroyed from { $on } on.
cli-key-waits = Key { $epoch } was replaced. These laptops have not shown yet that they know the new one: { $laptops }
cli-roster-alarm = Alarm: { $laptop } knows a list of laptops with the number { $version } that this office did not make. Tell your coordinator.
cli-unlock-code-row = { $laptop }  { $person }  code { $number }, received { $at }
cli-unlock-code-none = { $laptop }  { $person }  no code has come yet
cli-unlock-code-told = { $laptop }, { $person }: code { $number }, received { $at }. Be sure who is on the phone. It works once. That you asked for it stands in the history.
cli-unlock-code-next = The code is used up. The next one goes to the county with your next week.
cli-recovery-made = Three sheets were written. Print each, hand each to another custodian, and destroy these files: the program keeps none. Earlier sheets open nothing any more.
cli-recovery-used = The office is open and has its new passphrase. The two sheets still work: make new ones with recovery make if anybody has seen them.
cli-sheet-heading = Countyline recovery sheet { $number } of 3 for { $office }
cli-sheet-what = Any two of the three sheets open the office when its computer or its passphrase is lost. One alone opens nothing. Keep it in a sealed envelope and show it to nobody.

## The story of three laptops and a county

cli-demo-title = Three laptops, one county office, no network
cli-demo-made-up = Everyone in this story is made up, and so are the towns and the numbers.
cli-demo-office = Monday. { $county } opens its office. { $coordinator } chooses a passphrase and writes { $partners } partner agencies into the directory.
cli-demo-laptop =
    { $deputy } sets up { $laptop } and asks to join. The six words are read over the phone, first the laptop’s, then the county’s, and they match.
    Laptop: { $words }
    { $county }: { $countyWords }
cli-demo-partner = Tuesday. { $deputy } visits { $partner }. They worry about their patients’ privacy; the answer and their promise are saved on { $laptop }.
cli-demo-scene = Wednesday. { $deputy } meets { $victim } in person. There is no signal. The contact is saved on { $laptop }.
cli-demo-refer = { $victim } wants legal help and signs a release for { $partner }. { $deputy } refers her and gives her the shelter’s number as well.
cli-demo-letters = { $deputy } asks whether it is safe to carry paper. It is. Four letters are printed: full and discreet, in English and in Spanish.
cli-demo-phone-unsafe = Thursday morning. { $deputy } hears that he answers { $victim }’s phone now. On { $laptop } the number is marked as not safe.
cli-demo-phone-new = The same afternoon { $deputy }, who cannot see that, writes { $victim }’s new number on { $laptop }: it is safe to call.
cli-demo-send-forgotten = Thursday evening. { $deputy } sends { $changes } changes for { $county } as { $file } and forgets the stick in the car. Friday’s file will carry the same work again.
cli-demo-send = { $deputy } sends the week: { $changes } changes, sealed on a stick as { $file }. Only { $county } can open it.
cli-demo-merging = Monday again. The sticks reach { $county }.
cli-demo-twice = The first stick is merged a second time. Nothing changes.
cli-demo-late = The stick that was forgotten in the car arrives, older than what { $laptop } already sent. Nothing changes.
cli-demo-tampered = One byte of a copied stick is changed. { $county } refuses the file and touches nothing.
cli-demo-safer = Two laptops disagree about { $victim }’s phone. Until { $coordinator } decides, the safer answer holds: do not call.
cli-demo-decided = { $coordinator } asks both deputies and chooses the new number. Both answers stay in the history.
cli-demo-hand-back = { $county } hands back: { $files } files on one stick, one for each laptop, each with what that laptop does not have.
cli-demo-received = { $laptop } takes in its own file: { $added } new records, { $changed } changed. All that { $deputy } sent is safe at the county, and the new number is there.
cli-demo-smaller = Thursday. { $deputy } logs one contact and sends the week: { $changes } changes. Last week it was { $before }; what the county said it has is not carried again.
cli-demo-verified = { $office } checks its data: { $commits } changes read again, every table equals the history.
cli-demo-done = The end. The letters and the sealed files are in the folder you chose; the passphrase of every office in it is “{ $passphrase }”.
cli-demo-row-laptops = Laptops that joined
cli-demo-row-partners = Partner agencies
cli-demo-row-victims = Victims (made up)
cli-demo-row-letters = Letters printed
cli-demo-row-files-read = Files that reached the county
cli-demo-row-files-merged = {"  "}merged
cli-demo-row-files-known = {"  "}known already
cli-demo-row-files-refused = {"  "}refused
cli-demo-row-returns = Files that laptops took in
cli-demo-row-records = Records added by merging
cli-demo-row-conflicts = Conflicts
cli-demo-row-decided = {"  "}decided by the coordinator
cli-demo-row-sound = Offices whose data is sound
cli-demo-row-checked = Changes read again

## Refusals of this program alone

err-passphrase-missing = The passphrase could not be asked for here.
rec-passphrase-missing = Run this in a terminal, or name a file with --passphrase-file. Nothing was changed.

err-passphrase-unreadable = The passphrase could not be read.
rec-passphrase-unreadable = Check the file or the file descriptor you named. Nothing was changed.

err-passphrases-differ = The two passphrases are not the same.
rec-passphrases-differ = Run the command again and type the same passphrase twice. Nothing was changed.

err-more-than-one = More than one record matches that.
rec-more-than-one = Use the case number, the agency’s full name or the id. Nothing was changed.

err-form-unreadable = The form in that file could not be read.
rec-form-unreadable = Check that it is JSON with every answer of the form. Nothing was changed.
err-looks-like-history = What you wrote looks like a copy of a criminal history return.
rec-looks-like-history = Take it out: copies of such returns must not lie here. If you looked and it is none, save it with --save-all-the-same. Nothing was saved.

err-folder-not-empty = The folder is not empty.
rec-folder-not-empty = Choose an empty folder or a new one. Nothing in it was changed.

err-story-does-not-hold = The story did not go as it is told.
rec-story-does-not-hold = This is a fault in the program. Report it, and do not use this copy with real cases.
