# Lo que dice una carta discreta en español, y lo que cualquier papel dice de idiomas y fechas.
# discreet-…   la carta discreta: una lista de números que cualquiera puede encontrar
# pocket-…     lo mismo en una tarjeta
# Ninguno de estos textos, ni los valores que se ponen en ellos, puede contener una palabra de discreet-deny.json.

## Carta discreta

discreet-title = Números de la comunidad
discreet-file-name = numeros-de-la-comunidad
discreet-introduction = Números útiles de nuestra zona.
discreet-heading-places = Números
discreet-label-phone = Teléfono
discreet-label-hours = Horario
discreet-label-languages = Idiomas
discreet-what-to-say = “Quisiera saber qué ofrecen”.
discreet-as-of = Números al { $date }

discreet-need-shelter = Vivienda
discreet-need-medical = Salud
discreet-need-legal = Preguntas legales
discreet-need-protection_order = Formularios y papeles
discreet-need-counseling = Bienestar
discreet-need-food = Comida
discreet-need-money = Ayuda con cuentas
discreet-need-transport = Transporte
discreet-need-child_care = Cuidado de niños
discreet-need-safety_planning = Planificación
discreet-need-compensation = Ayuda con gastos
discreet-need-other = Información

## Tarjeta de bolsillo

pocket-title = Números
pocket-file-name = numeros
pocket-as-of = { $date }

## Idiomas, en todos los papeles

letter-language-en = inglés
letter-language-es = español
letter-language-vi = vietnamita
letter-language-hmn = hmong
letter-language-nv = navajo
letter-language-ar = árabe
letter-language-zh = chino
letter-language-ko = coreano
letter-language-ru = ruso
letter-language-other = otros idiomas

## Números con extensión, en todos los papeles

letter-phone-extension = { $number }, ext. { $extension }

## Fechas, en todos los papeles

letter-date = { $day } de { $month } de { $year }
letter-month-1 = enero
letter-month-2 = febrero
letter-month-3 = marzo
letter-month-4 = abril
letter-month-5 = mayo
letter-month-6 = junio
letter-month-7 = julio
letter-month-8 = agosto
letter-month-9 = septiembre
letter-month-10 = octubre
letter-month-11 = noviembre
letter-month-12 = diciembre

## Horarios, en todos los papeles

letter-hours-day-1 = lunes
letter-hours-day-2 = martes
letter-hours-day-3 = miércoles
letter-hours-day-4 = jueves
letter-hours-day-5 = viernes
letter-hours-day-6 = sábado
letter-hours-day-7 = domingo
letter-hours-to = a
letter-hours-and = y
letter-hours-from = de
letter-hours-am = a. m.
letter-hours-pm = p. m.
letter-hours-noon = mediodía
letter-hours-midnight = medianoche
letter-hours-daily = todos los días
letter-hours-weekdays = entre semana
letter-hours-weekends = fines de semana
letter-hours-closed = cerrado
letter-hours-open = abierto
letter-hours-appointment = con cita
letter-hours-hours = horas
letter-hours-all-day = las 24 horas
letter-hours-except = excepto
letter-hours-holidays = días feriados
