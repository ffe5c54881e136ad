# What a discreet letter in English says, and what any paper says of languages and days.
# discreet-…   the discreet letter: a list of numbers anyone may find
# pocket-…     the same as a card
# None of these texts, nor any value put into them, may hold a word of discreet-deny.json.

## Discreet letter

discreet-title = Community numbers
discreet-file-name = community-numbers
discreet-introduction = Useful numbers in our area.
discreet-heading-places = Numbers
discreet-label-phone = Phone
discreet-label-hours = Hours
discreet-label-languages = Languages
discreet-what-to-say = “I would like to know what you offer.”
discreet-as-of = Numbers as of { $date }

discreet-need-shelter = Housing
discreet-need-medical = Health care
discreet-need-legal = Legal questions
discreet-need-protection_order = Forms and papers
discreet-need-counseling = Wellness
discreet-need-food = Food
discreet-need-money = Help with bills
discreet-need-transport = Rides
discreet-need-child_care = Child care
discreet-need-safety_planning = Planning
discreet-need-compensation = Help with costs
discreet-need-other = Information

## Pocket card

pocket-title = Numbers
pocket-file-name = numbers
pocket-as-of = { $date }

## Languages, in every paper

letter-language-en = English
letter-language-es = Spanish
letter-language-vi = Vietnamese
letter-language-hmn = Hmong
letter-language-nv = Navajo
letter-language-ar = Arabic
letter-language-zh = Chinese
letter-language-ko = Korean
letter-language-ru = Russian
letter-language-other = other languages

## Numbers with an extension, in every paper

letter-phone-extension = { $number }, ext. { $extension }

## Dates, in every paper

letter-date = { $month } { $day }, { $year }
letter-month-1 = January
letter-month-2 = February
letter-month-3 = March
letter-month-4 = April
letter-month-5 = May
letter-month-6 = June
letter-month-7 = July
letter-month-8 = August
letter-month-9 = September
letter-month-10 = October
letter-month-11 = November
letter-month-12 = December

## Hours, in every paper

letter-hours-day-1 = Monday
letter-hours-day-2 = Tuesday
letter-hours-day-3 = Wednesday
letter-hours-day-4 = Thursday
letter-hours-day-5 = Friday
letter-hours-day-6 = Saturday
letter-hours-day-7 = Sunday
letter-hours-to = to
letter-hours-and = and
letter-hours-from = from
letter-hours-am = am
letter-hours-pm = pm
letter-hours-noon = noon
letter-hours-midnight = midnight
letter-hours-daily = daily
letter-hours-weekdays = weekdays
letter-hours-weekends = weekends
letter-hours-closed = closed
letter-hours-open = open
letter-hours-appointment = by appointment
letter-hours-hours = hours
letter-hours-all-day = 24 hours
letter-hours-except = except
letter-hours-holidays = holidays
