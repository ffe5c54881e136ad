# Lo que dicen las cartas en español.
# letterhead   la línea de arriba de los papeles que nombran la oficina
# letter-…     la carta completa, con el nombre de la oficina y palabras sencillas
# plain-…      la carta sencilla: sin la oficina, y sin las palabras vetadas en lo que dice por sí misma
# agency-…     la carta a una agencia asociada

## Papeles que nombran la oficina

letterhead = { $office }

## Carta completa

letter-title = Lugares que le pueden ayudar
letter-file-name = carta
letter-greeting-named = Hola, { $name }:
letter-greeting = Hola:
letter-introduction = Estos son lugares que le pueden ayudar. Usted decide si llama, cuándo llama y qué dice. Su ayuda no depende de que usted haya hecho una denuncia.
letter-heading-places = A quién puede llamar

letter-label-helps-with = Ayudan con
letter-label-service = Pregunte por
letter-label-phone = Teléfono
letter-label-hours = Horario
letter-label-languages = Hablan
letter-label-address = Dirección
letter-agency-no-address = Este lugar no da a conocer su dirección. Llame primero.

letter-heading-what-to-say = Qué puede decir
letter-what-to-say-1 = “Me dieron su número. Quisiera saber cómo me pueden ayudar”.
letter-what-to-say-2 = No tiene que dar su nombre en la primera llamada.
letter-what-to-say-3 = Puede preguntar qué mantienen en privado antes de contarles algo.
letter-what-to-say-4 = Puede pedir un intérprete. No le deben cobrar por eso.

letter-heading-safety = Para su seguridad
letter-safety-1 = Si está en peligro ahora, llame al 911.
letter-safety-2 = Llame desde un teléfono que nadie más revise. Una cuenta de teléfono compartida puede mostrar los números que marcó.
letter-safety-3 = Guarde esta carta donde solo usted la encuentre, o déjela con alguien de confianza.
letter-safety-4 = Tenga listos sus documentos, sus medicinas y una llave de repuesto por si necesita salir pronto.

letter-as-of = Números según nuestra lista al { $date }.
letter-closing = Cuente con nosotros. Si un número no funciona, díganos y buscaremos otro.
letter-signed = { $office }

letter-need-shelter = un lugar seguro donde quedarse
letter-need-medical = atención médica
letter-need-legal = ayuda legal
letter-need-protection_order = una orden de protección
letter-need-counseling = consejería
letter-need-food = comida
letter-need-money = dinero para gastos urgentes
letter-need-transport = transporte
letter-need-child_care = cuidado de niños
letter-need-safety_planning = un plan para su seguridad
letter-need-compensation = compensación para víctimas de delitos
letter-need-other = otra ayuda

## Carta sencilla

plain-title = Lugares útiles
plain-file-name = lugares-utiles
plain-greeting-named = Hola, { $name }:
plain-greeting = Hola:
plain-introduction = Estos son lugares a los que puede llamar. Usted decide si llama, cuándo llama y qué dice.
plain-heading-places = A quién puede llamar
plain-label-helps-with = Ayudan con
plain-label-service = Pregunte por
plain-label-address = Dirección
plain-no-address = Este lugar no da a conocer su dirección. Llame primero.
plain-heading-what-to-say = Qué puede decir
plain-what-to-say-1 = “Me dieron su número. Quisiera saber cómo me pueden ayudar”.
plain-what-to-say-2 = No tiene que dar su nombre en la primera llamada.
plain-what-to-say-3 = Puede pedir un intérprete. No le deben cobrar por eso.
plain-emergency = En una emergencia, llame al 911.
plain-as-of = Números según una lista al { $date }.

## Carta a una agencia

agency-title = Referencia
agency-file-name = referencia
agency-to = Para: { $partner }
agency-label-service = Servicio
agency-introduction = { $office } les pide ayuda para la persona de abajo. Ella firmó una autorización para su agencia. Esta carta contiene lo que esa autorización incluye y nada más.
agency-label-name = Nombre
agency-label-reference = Referencia
agency-no-name = Esta carta no lleva el nombre de ella. Cuando nos llamen, den el número de referencia: { $reference }.
agency-label-need = Pide
agency-label-people = Para
agency-people-adults = { $count ->
    [one] 1 adulto
   *[other] { $count } adultos
}
agency-people-children = { $count ->
    [one] 1 niño
   *[other] { $count } niños
}
agency-label-language = Habla
agency-label-access-needs = Necesita
agency-label-interpreter = Intérprete
agency-interpreter-yes = hace falta
agency-label-case-number = Nuestro número
agency-label-hours = Horario
agency-label-who-may-answer = Puede contestar
agency-label-cover-name = Diga que llama
agency-label-relay = Idioma o servicio de relevo
agency-label-voicemail = Mensaje
agency-voicemail-yes = se puede dejar
agency-voicemail-no = no deje ninguno
agency-heading-reach = Cómo contactarla sin riesgo
agency-ask-first = Pregunte primero si puede hablar sin riesgo. Si contesta otra persona, no diga quién es usted.
agency-through-us = Contáctela por medio de nosotros.
agency-no-safe-way = Ahora no hay una manera segura de contactarla. Contáctela por medio de nosotros.
agency-undecided = Dos de nosotros anotamos algo de esta página de forma distinta, y aún no está resuelto. Pregúntennos antes de confiar en ello.
agency-heading-release = La autorización
agency-release = Vale hasta el { $until }. Ella puede retirarla en cualquier momento. No use esta carta para otra cosa ni la muestre a nadie más.
agency-release-methods = Ella permite que le hablemos de su caso solo por estas vías: { $methods }.
agency-as-of = Lo que sabemos de sus autorizaciones es al { $date }.
agency-call-back = Para contestar: { $person }, { $office }.
agency-call-back-phone = Teléfono: { $phone }
agency-line-call-back-phone = Teléfono para contestar
agency-heading-reply = Respuesta, si quieren darla
agency-reply-why = Contesten solo lo que permitan sus propias reglas. No hace falta contestar.
agency-reply-1 = Aceptada
agency-reply-2 = No cumple los requisitos
agency-reply-3 = No hay lugar por ahora
agency-reply-4 = No pudimos contactarla
agency-reply-5 = Otra respuesta
agency-reply-line-name = Quién contesta
agency-reply-line-date = Fecha
