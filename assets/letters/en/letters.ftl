# What letters in English say.
# letterhead   the line at the top of papers that name the office
# letter-…     the full letter, with the office’s name and plain words
# plain-…      the plain letter: no office, and none of the denied words in what it says of its own
# agency-…     the letter to a partner agency

## Papers that name the office

letterhead = { $office }

## Full letter

letter-title = Places that can help you
letter-file-name = letter
letter-greeting-named = Dear { $name },
letter-greeting = Hello,
letter-introduction = Here are places that can help. You decide whether to call, when to call, and what to say. Their help does not depend on whether you filed a report.
letter-heading-places = Who you can call

letter-label-helps-with = They help with
letter-label-service = Ask for
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

## Plain letter

plain-title = Helpful places
plain-file-name = helpful-places
plain-greeting-named = Dear { $name },
plain-greeting = Hello,
plain-introduction = Here are places you can call. You decide whether to call, when to call, and what to say.
plain-heading-places = Who you can call
plain-label-helps-with = They help with
plain-label-service = Ask for
plain-label-address = Address
plain-no-address = This place keeps its address private. Call first.
plain-heading-what-to-say = What to say
plain-what-to-say-1 = “I was given your number. I would like to know how you can help.”
plain-what-to-say-2 = You do not have to give your name on the first call.
plain-what-to-say-3 = You can ask for an interpreter. It should cost you nothing.
plain-emergency = In an emergency, call 911.
plain-as-of = Numbers from a list as of { $date }.

## Letter to an agency

agency-title = Referral
agency-file-name = referral
agency-to = To: { $partner }
agency-label-service = Service
agency-introduction = { $office } asks for your help for the person below. She signed a release of information for your agency. This letter holds what it covers and no more.
agency-label-name = Name
agency-label-reference = Reference
agency-no-name = Her name is not on this letter. When you call us, say the reference: { $reference }.
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
agency-call-back-phone = Phone: { $phone }
agency-line-call-back-phone = Phone to call back
agency-heading-reply = Reply, if you wish
agency-reply-why = Answer only as far as your own rules allow. No answer is needed.
agency-reply-1 = Accepted
agency-reply-2 = Not eligible
agency-reply-3 = No room at this time
agency-reply-4 = Could not reach her
agency-reply-5 = Other
agency-reply-line-name = Who answers
agency-reply-line-date = Date
