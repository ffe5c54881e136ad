# What papers in English say that are handed to anybody and hold nothing about anybody.
# resource-…   the list of places
# rights-…     the rights of the state pack
# signs-…      when to get help after pressure on the neck

## Resource list

resource-title = Resource list
resource-file-name = resource-list
resource-introduction = Places that people in our area can call.
resource-column-place = Place
resource-column-phone = Phone
resource-column-hours = Hours
resource-column-languages = Languages
resource-nothing = No place is on the list yet.
resource-emergency = In an emergency, call 911.
resource-as-of = Numbers from a list as of { $date }.

## Rights notice

rights-title = Your rights
rights-file-name = your-rights
rights-sample = SAMPLE. These are made-up rights for trying the program. They are no state’s law. Do not hand them out.
rights-introduction = You have these rights. Ask for them now or later. You may change your mind at any time.
rights-heading-list = What you may ask for
rights-heading-costs = Help with costs of the crime
rights-report-within = Report the crime within { $hours } hours.
rights-file-within = File the claim within { $months } months.
rights-minor-until = A minor may file until the day of turning { $age }.
rights-late = A later claim may be heard if there was a good reason.
rights-heading-ask = How to ask
rights-how-to-ask = Tell anyone at { $office } which rights you want to use. You need not give a reason.
rights-no-condition = Our help does not depend on what you choose.
rights-source = These rights come from: { $pack }.

## After pressure on the neck

signs-title = After pressure on your neck: when to get help
signs-file-name = when-to-get-help
signs-introduction = If anyone or anything pressed on your neck, you can be hurt inside even when nothing shows. Trouble can come hours, days or weeks later. Have a doctor look at you, today if you can, also if you feel well.
signs-heading-now = Call 911 or go to an emergency room at once if
signs-now-1 = it is hard to breathe, or breathing makes a noise
signs-now-2 = it is hard to swallow, or it hurts
signs-now-3 = your voice is hoarse, different or gone
signs-now-4 = your neck, face or tongue swells, or your neck hurts more
signs-now-5 = your face droops, or an arm or a leg is weak or numb
signs-now-6 = you see double, blurred or nothing, or there are red spots in your eyes
signs-now-7 = you have a bad headache, or one that does not go away
signs-now-8 = you faint, feel dizzy, or lose your balance
signs-now-9 = your body shakes and you cannot stop it
signs-now-10 = you are confused, forget things, or find it hard to speak
signs-now-11 = you lost control of your bladder or bowels, then or since
signs-now-12 = you keep throwing up, or there is blood in it
signs-now-13 = you are pregnant and you bleed, your belly hurts, or the baby moves less
signs-now-14 = you think of hurting yourself: you can also call or text 988
signs-heading-care = Until a doctor has seen you, and for three days after
signs-care-1 = Do not stay alone if you can help it, above all at night.
signs-care-2 = Say at the hospital that your neck was pressed, with what, for how long, and whether you passed out.
signs-care-3 = If you are pregnant, see a doctor even if you feel well.
signs-care-4 = Write down any new sign, with the day and the hour.
signs-limits = This page does not take the place of a doctor.
