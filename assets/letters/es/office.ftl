# Lo que dicen en español los papeles que se quedan con nosotros o con una agencia asociada.
# roll-call-…   llamadas pendientes, para un turno
# lost-…        qué hacer cuando se pierde una laptop
# mou-…         un acuerdo con agencias asociadas en una hoja
# quick-…       la tarjeta rápida para agentes
# recovery-…    una hoja de recuperación
# six-words-…    las seis palabras de una laptop que se inscribe

## Llamadas pendientes

roll-call-title = Llamadas pendientes
roll-call-file-name = llamadas-pendientes
roll-call-introduction = Solo claves de caso. Búsquelas en la laptop antes de llamar: la pantalla dice qué vía es segura.
roll-call-column-case = Clave del caso
roll-call-column-due = Para el
roll-call-column-done = Hecha
roll-call-nothing = No hay llamadas pendientes.
roll-call-not-listed = { $count ->
    [one] Hay 1 más, que solo está en la pantalla.
   *[other] Hay { $count } más, que solo están en la pantalla.
}
roll-call-day = { $date }
roll-call-shred = Triture esta lista al final del turno.

## Una laptop perdida

lost-title = Se perdió una laptop
lost-file-name = laptop-perdida
lost-label-laptop = Laptop
lost-label-person = Quién trabaja con ella
lost-label-id = Su identificador
lost-label-office = Oficina del condado
lost-heading-now = Haga esto ahora, en este orden
lost-now-1 = Llame a su supervisor, de día o de noche. No espere a que aparezca.
lost-now-2 = Diga qué laptop es, dónde la vio por última vez, y si estaba abierta, bloqueada o apagada.
lost-now-3 = Diga si con ella estaban su frase de acceso, su memoria USB o algún papel.
lost-now-4 = La oficina del condado la da de baja de la lista el mismo día. Desde entonces no se toma nada nuevo de ella hasta que un supervisor decida.
lost-now-5 = Repórtela como piden las reglas de su departamento. Diga que todo lo que contiene está cifrado.
lost-now-6 = Si aparece, no la abra. Llévela a la oficina del condado: primero recibe llaves nuevas.
lost-heading-call = A quién llamar
lost-line-supervisor = Supervisor
lost-line-office = Oficina del condado, fuera de horario
lost-line-it = Quien mantiene las máquinas
lost-heading-notes = Anote
lost-line-noticed = Se notó el día y a la hora
lost-line-seen = Vista por última vez en
lost-line-state = Abierta, bloqueada o apagada
lost-no-keys = En esta hoja no hay frases de acceso, códigos ni llaves. No escriba ninguno.

## Un acuerdo en una hoja

mou-file-name = acuerdo
mou-between = Entre { $office } y { $parties }
mou-heading-scope = Lo que hace cada parte
mou-heading-confidential = Lo que cada parte no da a conocer
mou-heading-dates = Fechas
mou-label-signed = Firmado el
mou-label-renewed = Firmado de nuevo el
mou-label-review = Para revisar el
mou-label-ended = Terminado el
mou-not-signed = todavía sin firmar
mou-nothing-written = Todavía no hay nada escrito.
mou-no-release = Esta hoja no nombra a ninguna víctima y no es una autorización. De una víctima compartimos solo lo que ella firmó, o lo que exige la ley.
mou-undecided = Dos de nosotros anotamos algo de esta página de forma distinta, y aún no está resuelto.
mou-heading-signatures = Firmas
mou-line-for = Por { $party }
mou-line-date = Fecha

## Tarjeta rápida para agentes

quick-title = Tarjeta rápida para agentes
quick-file-name = tarjeta-rapida
quick-heading-scene = Con una víctima
quick-scene-1 = Primero la seguridad. Después de cualquier presión en el cuello, llame a los servicios de emergencia y entregue la hoja de señales.
quick-scene-2 = Hable con ella a solas. Diga lo que no puede quedar entre ustedes: una corte puede pedir lo que usted anote.
quick-scene-3 = Pregunte qué vía para contactarla es segura, en qué horario, y si se puede dejar un mensaje. Si no se preguntó, no es segura.
quick-scene-4 = Pregunte qué necesita, y cuáles de los lugares pueden ayudar.
quick-scene-5 = Antes de cualquier papel: “¿Es seguro que lleve esto consigo?”. Si no, diga los números en voz alta.
quick-scene-6 = Comparta algo con una agencia solo con la autorización firmada por ella. Nuestra ayuda nunca depende de eso.
quick-scene-7 = Anote el contacto y fije el siguiente. Escriba lo que usted hizo, no lo que ella contó.
quick-heading-keys = Teclas
quick-column-key = Tecla
quick-column-does = Qué hace
quick-heading-rules = Recuerde

## Inscripción

six-words-title = Inscripción en el condado
six-words-file-name = inscripcion
six-words-introduction = Lea en voz alta estas seis palabras a la oficina del condado, por teléfono o en persona. La oficina del condado lee las palabras de su pantalla. Siga solo si las seis son iguales.
six-words-label-laptop = Laptop
six-words-label-person = Quién trabaja con ella
six-words-label-word = Palabra { $number }
six-words-step-1 = Lleve a la oficina del condado la memoria USB con la solicitud de esta laptop.
six-words-step-2 = Comparen las seis palabras.
six-words-step-3 = Si una palabra es distinta, deténganse. Pueden haber cambiado la solicitud: haga otra y avise a su supervisor.
six-words-step-4 = Traiga de vuelta el archivo de bienvenida en la memoria USB y tómelo.
six-words-no-secret = Las palabras no son un secreto y no abren nada.
six-words-heading-code = Si se pierde la memoria USB
six-words-code = La solicitud de esta laptop como código:
six-words-code-how = El cuadro contiene la misma solicitud que la memoria USB. La oficina del condado lo lee con un lector de códigos, guarda lo leído como archivo de texto y toma ese archivo como el de la memoria. Las seis palabras se comparan de todos modos.

## Hoja de recuperación

recovery-title = Hoja de recuperación { $number } de 3
recovery-office = Para { $office }, hecha el { $date }. Las hojas hechas antes de ese día ya no abren nada.
recovery-what = Dos de las tres hojas abren la oficina cuando se pierde su computadora o su frase de acceso. Una sola no abre nada.
recovery-column-line = Línea
recovery-column-words = Palabras, en este orden
recovery-keep-1 = Guárdela en un sobre cerrado, bajo llave, aparte de las otras dos y de la computadora.
recovery-keep-2 = No la muestre a nadie. No la copie, ni la fotografíe, ni la escanee.
recovery-keep-3 = Si se pierde o alguien la vio, avise de inmediato: unas hojas nuevas la dejan sin efecto.
recovery-keep-4 = Borre el archivo del que se imprimió.
