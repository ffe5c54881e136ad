# Coming from a spreadsheet: what is wrong with a mapping, a table or a row.
# Values in braces are names of columns and fields, never what stands in a cell.

## The mapping file

err-import-mapping-unreadable = The mapping file cannot be read. Look at line { $line }.
rec-import-mapping-unreadable = Check commas, quotation marks and names there, or let “countyline import propose” write a new one. Nothing was taken in.

err-import-mapping-for-others = This mapping is for another kind of table.
rec-import-mapping-for-others = Look at “what” in the mapping file: victims, contacts, partners or partnerContacts. Nothing was taken in.

err-import-source-missing = The old system has no name.
rec-import-source-missing = Write one under “source”, for example Access 2015, and use it for all its tables. Nothing was taken in.

err-import-column-missing = The table has no column “{ $column }”.
rec-import-column-missing = Check how the column is called in the table and in the mapping file. Nothing was taken in.

err-import-column-undecided = Nobody has said what column “{ $column }” is.
rec-import-column-undecided = Put it under “columns” with its field, or under “leaveOut” to leave it out. Nothing was taken in.

err-import-column-not-taken = Column “{ $column }” looks like an alleged offender or a story of what happened. Those are not kept here: they are police records, and a court can ask for them.
rec-import-column-not-taken = Put it under “leaveOut” in the mapping file. Nothing was taken in.

err-import-column-twice = The mapping uses column “{ $column }” twice.
rec-import-column-twice = Keep one of them. Nothing was taken in.

err-import-no-such-field = There is no field “{ $named }” for these rows.
rec-import-no-such-field = Choose one of the fields listed in the guide “Coming from a spreadsheet”. Nothing was taken in.

err-import-field-twice = Field “{ $named }” can come from one column only.
rec-import-field-twice = Keep one of the columns and leave the other out. Nothing was taken in.

err-import-field-missing = Field “{ $named }” has no column.
rec-import-field-missing = Name a column for it, or write one answer for all rows under “always”. Nothing was taken in.

err-import-mapping-code = The mapping of “{ $column }” has a value that is not explained, or a code that is not on the list.
rec-import-mapping-code = Put a code from the list in place of each question mark, or null if the value says nothing. Nothing was taken in.

err-import-mapping-empty = An empty cell in column “{ $column }” cannot mean that.
rec-import-mapping-empty = It can mean not_asked, declined or unknown where the field has them. Never an answer nobody gave. Nothing was taken in.

err-import-date-format = This is no way to write a date: { $format }.
rec-import-date-format = Use YYYY or YY, MM or MON, and DD, for example MM/DD/YYYY. Nothing was taken in.

## The table

err-import-table-empty = There is no table in this file, or it has no rows.
rec-import-table-empty = Check the file, and the name of the sheet in the mapping file. Nothing was taken in.

err-import-table-too-large = The file is larger than { $megabytes } MB.
rec-import-table-too-large = Save it as CSV, or split it into several files with the same headings. Nothing was taken in.
err-import-unpacks-too-large = The workbook is small, but unpacked it is larger than { $megabytes } MB.
rec-import-unpacks-too-large = It may be damaged or made to fill the memory. If you trust who gave it to you, open it in a spreadsheet and save the sheet as CSV. Nothing was taken in.
err-import-sheet-too-large = A sheet of the workbook reaches so far down or to the right that it cannot be read.
rec-import-sheet-too-large = Delete the cells far away from the table, or save the sheet as CSV. Nothing was taken in.

err-import-row-without-end = The row that begins in line { $line } does not end.
rec-import-row-without-end = A quotation mark is not closed there. Mend it and try again. Nothing was taken in.

err-import-too-many-columns = The table has too many columns.
rec-import-too-many-columns = Save only the columns that are needed. Nothing was taken in.

err-import-heading-twice = Two columns are called “{ $column }”.
rec-import-heading-twice = Give one of them another name in the table. Nothing was taken in.

err-import-not-a-table = This file is not a table.
rec-import-not-a-table = Save it as CSV or as an Excel workbook without a password. Nothing was taken in.

err-import-table-unreadable = The file could not be read to its end.
rec-import-table-unreadable = Check the disk or stick and try again. Rows that were taken in are known again and make no doubles.

## A row

err-import-too-many-cells = The row has more cells than there are columns.
rec-import-too-many-cells = A comma or a line break stands where it should not. Mend the row.

err-import-merged-cells = The row shares a merged cell with the row above, so it cannot be told whose the value is.
rec-import-merged-cells = Fill the cell in, in this row, too.

err-import-formula-error = A formula in the row shows an error.
rec-import-formula-error = Write the value itself.

err-import-cell-too-long = A cell of the row is too long.
rec-import-cell-too-long = Shorten it.

err-import-key-missing = The cell with the old system’s own number is empty.
rec-import-key-missing = Fill it in: without it the row would come in twice.

err-import-key-twice = Row { $row } has the same number and says something else.
rec-import-key-twice = Keep one of the rows, or give one another number.

err-import-another-name = This number is here already, under another name.
rec-import-another-name = If the table is from another system, give that one its own name under “source”. If the name was corrected here, nothing needs to be done.

err-import-value-unknown = The mapping does not say what the value in “{ $column }” means.
rec-import-value-unknown = Add the value to the mapping file, or mend the cell.

err-import-not-a-date = The date in “{ $column }” cannot be read, or no calendar has it.
rec-import-not-a-date = Write it as 2026-03-09, or add its format to the mapping file.

err-import-not-a-number = There is no whole number in “{ $column }”.
rec-import-not-a-number = Write a number, or leave the cell empty.

err-import-cell-missing = “{ $column }” is empty, and a row needs it.
rec-import-cell-missing = Fill it in.

err-import-criminal-history = The text in “{ $column }” looks like a criminal-history return. That must not be kept here.
rec-import-criminal-history = Take it out of the cell.

err-import-victim-unknown = The victim this row names is not here.
rec-import-victim-unknown = Take the table of victims in first. A victim is named by her old number or by her case number.

err-import-partner-unknown = The agency this row names is not here.
rec-import-partner-unknown = Take the table of agencies in first. An agency is named by its old number or by its name.

err-import-several-partners = Several agencies have this name.
rec-import-several-partners = Name it by its old number.


## On the command line

cli-import-refused-row = Row { $row }: { $reason }
cli-import-more-refused = … and { $more } more.
cli-import-told = { $rows } rows: { $taken } taken in, { $here } here already, { $repeated } repeated, { $refused } refused.
cli-import-would-be = { $rows } rows: { $taken } would be taken in, { $here } are here already, { $repeated } repeated, { $refused } would be refused. Nothing was written.
cli-import-double-here = Row { $row } may be case { $number } ({ $band }).
cli-import-double-row = Row { $row } may be the same person as row { $other } ({ $band }).
cli-import-not-compared = There are too many people to look for doubles now. “countyline duplicates” does it afterwards.
cli-import-look-for-doubles = Look for doubles now: countyline duplicates
cli-import-rejects = The refused rows are in { $path }. It holds what victims told you: mend it, import it, and delete it.
cli-import-column-left-out = Left out: column { $name }
cli-import-sheets = Other sheets of the workbook were not read: { $sheets }
cli-import-encoding = Letters read as { $encoding }.
cli-import-proposed = The mapping is in { $path }. Go over every line before you use it.
cli-import-undecided = Not decided: column { $name }
cli-import-not-taken = Not kept here: column { $name } looks like an alleged offender or a story. Put it under “leaveOut”.
cli-import-unexplained = Values to explain: column { $name }

cli-help-import = Takes in tables from a spreadsheet or an Access file
cli-help-import-propose = Writes a mapping file from a table’s headings
cli-help-import-victims = Victims, with the ways to reach them
cli-help-import-contacts = Contacts with victims
cli-help-import-partners = Partner agencies
cli-help-import-partner-contacts = Contacts with partner agencies
cli-help-import-what = What the rows are
cli-help-import-table = The table: CSV, Excel or OpenDocument
cli-help-mapping = What the columns mean; see “import propose”
cli-help-import-source = A name for the old system, the same for all its tables
cli-help-import-sheet = Sheet of a workbook
cli-help-import-to = Where the mapping file goes

## Tables in and out

more-bring-in = Bring in a table
more-bring-in-lead = From a spreadsheet or an Access file
bring-in-lead = Nothing in the old file is changed, and a try writes nothing. A row that is here already never comes in twice.
bring-in-what = What its rows are
bring-in-victims = Victims
bring-in-contacts = Contacts with victims
bring-in-partners = Partner agencies
bring-in-partnercontacts = Contacts with agencies
bring-in-file = File
bring-in-file-hint = A workbook (.xlsx) or a CSV file
bring-in-source = Name of the old system
bring-in-source-hint = The same for all its tables, for example Access 2015
bring-in-read = Read its columns
bring-in-mapping = A mapping you saved before
bring-in-mapping-file = Mapping file
bring-in-mapping-use = Use it
bring-in-mapping-save = Save what stands below
bring-in-saved = Mapping saved
bring-in-columns = What its columns mean
bring-in-column = Column
bring-in-means = Is
bring-in-means-of = What { $column } is
bring-in-values = Its values
bring-in-undecided = Not decided yet
bring-in-leave-out = Leave it out
bring-in-key = The old number of the row
bring-in-explain = What is it?
bring-in-as-empty = Says nothing
bring-in-not-kept = This looks like an alleged offender or a story. There is no place for it here: leave it out.
bring-in-open =
    { $count ->
        [0] Every column is decided.
        [1] One column waits for you.
       *[other] { $count } columns wait for you.
    }
bring-in-dates = How days are written
bring-in-dates-hint = MM/DD/YYYY; several with commas. Check the order: 3/4 is March 4 or April 3.
bring-in-always = One answer for every row
bring-in-rejects-file = File for rows that are refused
bring-in-rejects-hint = A new file. Mend the rows in it and bring it in the same way. Then delete it: it holds what victims told you.
bring-in-try = Try it, write nothing
bring-in-now = Bring it in
bring-in-try-first = Try it first. After a change, try again.
bring-in-would-be = What would come of it. Nothing was written.
bring-in-done = It is in
bring-in-stopped = Stopped. What came in before stays; begin again and it goes on there.
bring-in-rows = Rows read
bring-in-taken = Taken in
bring-in-here = Here already
bring-in-repeated = Twice in the file
bring-in-refused = Refused
bring-in-letters = Its letters were read as { $encoding }.
bring-in-sheets = Other sheets, which were not read: { $sheets }
bring-in-rejects = The refused rows are in { $path }.
bring-in-refused-rows = Rows that are refused
bring-in-row = Row
bring-in-why = Why
bring-in-more-refused = … and { $count } more
bring-in-doubles = Rows that may be one person’s
bring-in-may-be = May be
bring-in-row-number = row { $row }
more-take-out = Tables for a spreadsheet
more-take-out-lead = Lists inside the office, and the directory for other programs
take-out-table = A table
take-out-lead = For use inside your office. It is not encrypted once it is written. No way to reach a victim is in it.
take-out-which = Table
take-out-names = Names of victims
take-out-covered = Initials only
take-out-shown = In full
take-out-folder = Folder
take-out-name = File name
take-out-now = Write it
take-out-done =
    { $rows ->
        [one] One row is written.
       *[other] { $rows } rows are written.
    }
take-out-withheld =
    { $count ->
        [1] One restricted record was left out.
       *[other] { $count } restricted records were left out.
    }
take-out-directory = The directory of agencies
take-out-directory-lead = As other programs read it (HSDS 3.0). It says nothing of any victim.
take-out-directory-done = { $organizations ->
        [1] 1 agency
       *[other] { $organizations } agencies
    } and { $services ->
        [1] 1 service
       *[other] { $services } services
    } are written.
take-out-without-location =
    { $count ->
        [1] Nothing in it says where one of them is: its location is confidential.
       *[other] Nothing in it says where { $count } of them are: their location is confidential.
    }
field-full-name = Full name
field-other-name = Other name
field-race-ethnicity = Race or ethnicity
field-special-classes = Special groups
field-follow-up-on = Follow up on
field-phone-safe = Phone: is it safe
field-phone-voicemail = Phone: voicemail
field-phone-hours = Phone: hours
field-phone-cover-name = Phone: name to give
field-other-phone = Other phone
field-other-phone-safe = Other phone: is it safe
field-other-phone-voicemail = Other phone: voicemail
field-other-phone-hours = Other phone: hours
field-other-phone-cover-name = Other phone: name to give
field-text-safe = Text: is it safe
field-text-hours = Text: hours
field-email-safe = Email: is it safe
field-post = Mail
field-post-safe = Mail: is it safe
field-trusted-person = Trusted person
field-trusted-person-safe = Trusted person: is it safe
field-next-follow-up-on = Next follow-up on
field-on = On
