# What the program without a window says: `countyline …`.
# Failures are in failures.ftl. Ids start with cli-; cli-help-… describe commands and options.

## What each command is for

cli-help-about = Countyline keeps a county’s victim services cases on laptops that have no network. Every week travels to the county office in a sealed file.
cli-help-init = Create a county office in a folder, or a laptop that asks to join one.
cli-help-contact = Record contacts with victims.
cli-help-contact-add = Record one contact with a victim.
cli-help-refer = Refer a victim to a partner agency.
cli-help-letter = Make a referral letter as a PDF.
cli-help-export = Seal everything the county has not confirmed yet into one file.
cli-help-enrol = Let a laptop join this county office.
cli-help-welcome = Accept the county’s welcome file on a laptop.
cli-help-merge = Merge the weeks that laptops brought.
cli-help-show = Show today’s follow-ups, a victim, the partner agencies or the conflicts.
cli-help-verify = Check that every table equals the history and that no change is missing.
cli-help-bundle = Look at sealed files.
cli-help-bundle-inspect = Tell what can be told about a sealed file without opening it.
cli-help-demo = Play the story of three laptops and one county office, with made-up people, in a folder you choose.
cli-help-sample-office = Create a training office with made-up people.

cli-help-folder = The office folder: it holds case.db, case.key and backups.
cli-help-language = Language of the answers: en or es.
cli-help-passphrase-file = Read the passphrase from the first line of this file instead of asking for it.
cli-help-json = Answer with JSON for scripts.
cli-help-victim = The victim’s case number or id.
cli-help-partner = The partner agency’s name or id.
cli-help-discreet = Make the discreet letter: phone numbers under neutral words only.
cli-help-out = The folder that receives the file, for example a stick.

## Asking

cli-ask-passphrase = Passphrase:
cli-ask-new-passphrase = New passphrase (at least 12 characters):
cli-ask-passphrase-again = The same passphrase again:
cli-passphrases-differ = The two passphrases are not the same. Nothing was changed.
cli-ask-words-match = Read the six words aloud to each other. Are they the same? [y/N]
cli-ask-safe-to-carry = Is it safe for the victim to carry this letter? [y/N]
cli-answer-yes = y
cli-stopped = Stopped. Nothing was changed.

## Creating, joining

cli-office-created = { $office } is ready in { $folder }.
cli-office-keep-both = Keep case.db and case.key together. One cannot be opened without the other.
cli-laptop-created = { $laptop } is ready in { $folder }. It still has to join a county office.
cli-enrolment-written = The request to join was written to { $path }. Bring it to the county office.
cli-enrolment-words = The six words of { $laptop }: { $words }
cli-county-words = The six words of { $county }: { $words }
cli-laptop-enrolled = { $laptop } is enrolled. Its welcome file is { $path }.
cli-welcome-accepted = This laptop now belongs to { $county }.
cli-sample-created = A training office with { $victims } made-up victims is ready in { $folder }. The passphrase is “{ $passphrase }”.

## Recording

cli-saved = Saved at { $time }.
cli-contact-saved = The contact is saved. { $followUp ->
    [none] No follow-up is planned.
   *[other] The next follow-up is on { $followUp }.
}
cli-referral-saved = Referred to { $partner } for { $need }.
cli-letter-saved = The letter is { $path }.
cli-letter-checked = { $passed } of { $total } checks passed.
cli-letter-delete-file = Delete the file when it is printed. Countyline keeps a record of the paper, not the paper.

## Sending and merging

cli-nothing-to-send = The county has confirmed everything. There is nothing to send.
cli-export-done = Week { $number }: { $changes ->
    [one] one change is
   *[other] { $changes } changes are
} sealed in { $path } ({ $size } bytes). It was read back and compared. It is safe to remove the stick.
cli-export-sha256 = SHA-256: { $sha256 }
cli-merge-rehearsal = Nothing has been merged yet. This is what lies there:
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
cli-merge-done = Merged: { $added } records added, { $changed } changed, { $known } changes already here.
cli-merge-conflicts = { $count ->
    [0] Nothing waits for a decision.
    [one] One conflict waits for a decision. Until then the safer answer holds.
   *[other] { $count } conflicts wait for a decision. Until then the safer answer holds.
}

## Showing

cli-today-heading = Today, { $date }
cli-today-late = Late
cli-today-due = Due today
cli-today-upcoming = Next seven days
cli-today-row = { $caseNumber }  { $initials }  { $reason }  { $due }
cli-today-empty = Nobody is waiting for a follow-up today.
cli-waiting = { $changes ->
    [0] Everything was sent to the county.
    [one] One change has not been sent to the county.
   *[other] { $changes } changes have not been sent to the county.
}
cli-victim-safe-contact = SAFE CONTACT: { $line }
cli-conflict-heading = { $about }: { $field }
cli-conflict-side = { $by }, { $place }, { $when }: { $value }
cli-conflict-in-effect = holds until someone decides

## Checking

cli-verify-ok = Your data is sound. { $commits } changes were read again and { $rows } rows compared.
cli-verify-differs = These parts do not equal the history: { $names }. Do not delete anything and tell your coordinator.
cli-inspect-heading = { $file }: a sealed file of { $size } bytes, format { $format }.
cli-inspect-recipients = { $count ->
    [one] One office can open it.
   *[other] { $count } offices can open it.
}
cli-inspect-sealed = Who wrote it and what it says is sealed.

## The story of three laptops and a county

cli-demo-title = Three laptops, one county office, no network
cli-demo-made-up = Everyone in this story is made up. The folder is { $folder }.
cli-demo-office = { $county } opens its office. { $coordinator } chooses a passphrase; the case file and its key are made here.
cli-demo-laptop = { $deputy } sets up { $laptop } and asks to join. The six words are read over the phone and they match.
cli-demo-scene = { $deputy } meets { $victim } in { $zone }. There is no signal. The contact is saved on { $laptop }.
cli-demo-refer = { $victim } wants help with { $need }. { $deputy } offers { $partner } and prints a discreet letter: phone numbers under neutral words.
cli-demo-same-victim = { $deputy } meets the same victim, { $victim }, while working from { $laptop }.
cli-demo-safe-changed = On { $laptop } someone writes: calling is { $answer }.
cli-demo-send = { $deputy } sends the week: { $changes } changes, sealed on a stick as { $file }. Only { $county } can open it.
cli-demo-lost-stick = The stick of { $laptop } is lost on the road. Nothing is lost: the next file will carry that work again.
cli-demo-twice = The same stick is merged a second time. Nothing changes.
cli-demo-tampered = One byte of a copied stick is changed. { $county } refuses the file and touches nothing.
cli-demo-order = The weeks are merged in another order in a second office. Both offices hold the same records.
cli-demo-merged = { $county } merges { $files } files: { $added } records added, { $conflicts } conflicts.
cli-demo-safer = Two laptops disagree about a phone that is safe to call. “{ $answer }” holds, because it is the safer answer, until { $coordinator } decides.
cli-demo-decided = { $coordinator } decides. Both answers stay in the history.
cli-demo-verified = { $county } checks its data: { $commits } changes read again, every table equals the history.
cli-demo-done = The end. Look around in { $folder }; the passphrase is “{ $passphrase }”.
