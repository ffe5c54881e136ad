# What the referral letter in English says.
# letter-…    the full letter, with the office's name and plain words
# discreet-…  the discreet letter: a list of numbers anyone may find. None of its texts, nor any value put into them,
#             may hold a word of discreet-deny.json.

## Full letter

letter-title = Places that can help you
letter-file-name = letter
letter-greeting-named = Dear { $name },
letter-greeting = Hello,
letter-introduction = Here are places that can help. You decide whether to call, when to call, and what to say. Their help does not depend on whether you filed a report.
letter-heading-places = Who you can call

letter-label-helps-with = They help with
letter-label-phone = Phone
letter-label-hours = Hours
letter-label-languages = They speak
letter-label-address = Address
letter-agency-no-address = This place keeps its address private. Call first.

letter-heading-what-to-say = What to say
letter-what-to-say-1 = “I was given your number. I would like to know how you can help.”
letter-what-to-say-2 = You do not have to give your name on the first call.
letter-what-to-say-3 = You can ask what they keep private before you tell them anything.
letter-what-to-say-4 = You can ask for an interpreter. It should cost you nothing.

letter-heading-safety = To stay safe
letter-safety-1 = If you are in danger now, call 911.
letter-safety-2 = Call from a phone that nobody else checks. A shared phone bill can show the numbers you called.
letter-safety-3 = Keep this letter where only you will find it, or leave it with someone you trust.
letter-safety-4 = Have your papers, medicine and a spare key ready in case you need to leave fast.

letter-as-of = Numbers from our list as of { $date }.
letter-closing = You are not alone in this. If a number does not work, tell us and we will find another.
letter-signed = { $office }

letter-need-shelter = a safe place to stay
letter-need-medical = medical care
letter-need-legal = legal help
letter-need-protection_order = a protection order
letter-need-counseling = counseling
letter-need-food = food
letter-need-money = money for urgent needs
letter-need-transport = rides
letter-need-child_care = child care
letter-need-safety_planning = planning to stay safe
letter-need-compensation = crime victim compensation
letter-need-other = other help

## Letter to an agency

agency-title = Referral
agency-file-name = referral
agency-to = To: { $partner }
agency-introduction = { $office } asks for your help for the person below. She signed a release of information for your agency. This letter holds what it covers and no more.
agency-label-name = Name
agency-label-need = Asks for
agency-label-people = For
agency-people-adults = { $count ->
    [one] 1 adult
   *[other] { $count } adults
}
agency-people-children = { $count ->
    [one] 1 child
   *[other] { $count } children
}
agency-label-language = Speaks
agency-label-access-needs = Needs
agency-label-interpreter = Interpreter
agency-interpreter-yes = needed
agency-label-case-number = Our number
agency-label-hours = Hours
agency-label-who-may-answer = May answer
agency-label-cover-name = Say who is calling
agency-label-relay = Language or relay
agency-label-voicemail = Message
agency-voicemail-yes = may be left
agency-voicemail-no = leave none
agency-heading-reach = How to reach her safely
agency-ask-first = Ask first whether it is a safe time to talk. If somebody else answers, do not say who you are.
agency-through-us = Reach her through us.
agency-no-safe-way = There is no safe way to reach her now. Reach her through us.
agency-undecided = Two of us wrote something on this page differently, and it is not settled yet. Ask us before you rely on it.
agency-heading-release = The release
agency-release = It holds until { $until }. She can take it back at any time. Use this letter for nothing else and show it to nobody else.
agency-release-methods = She allows us to tell you of her only in these ways: { $methods }.
agency-as-of = What we know of her releases is as of { $date }.
agency-call-back = Call back: { $person }, { $office }.
agency-heading-reply = Reply, if you wish
agency-reply-why = Answer only as far as your own rules allow. No answer is needed.
agency-reply-1 = Accepted
agency-reply-2 = Not eligible
agency-reply-3 = No room at this time
agency-reply-4 = Could not reach her
agency-reply-5 = Other

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

## Languages, in both letters

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

## Dates, in both letters

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
