# Cada frase de las pantallas, en español. Las palabras `err-` y `rec-` de lo que el programa rechaza están en
# failures.ftl; las de aquí son para errores que la pantalla ve antes de preguntar.

## Frame
rail-label = Lugares principales
rail-today = Hoy
rail-find = Buscar
rail-new-victim = Nueva víctima
rail-partners = Agencias
rail-send = Enviar semana
rail-inbox = Bandeja
rail-conflicts = Por decidir
rail-settings = Ajustes
rail-help = Ayuda
rail-hide = Ocultar
rail-lock = Bloquear
frame-person = En sesión: { $person }
paused-title = En pausa
training-banner = OFICINA DE PRÁCTICA – personas inventadas
names-show = Ver nombres
saved-at = Guardado { $time }

## On many screens
save = Guardar
saving = Guardando…
cancel = Cancelar
back = Volver
edit = Editar
open = Abrir
add = Añadir
remove = Quitar
choose = Elegir…
working = Trabajando…
date = Fecha
about = Datos
not-known = No se sabe
looks-like-history = Esto parece una copia de una respuesta de antecedentes penales.
looks-like-history-line = { $field }, línea { $line }: { $sign }
looks-like-history-remedy = Aquí no debe haber copias de esas respuestas: quítela. Si miró y no lo es, puede guardarlo.
save-all-the-same = Guardarlo de todos modos
in-conflict = Dos versiones
who = Quién
who-nothing = No se encontró a nadie. Revise cómo se escribe o agregue una nueva víctima.
how = Cómo
needs = Necesidades
language = Idioma
languages = Idiomas
zone = Pueblo o zona
phone = Teléfono
hours = Horario
address = Dirección
signature-paper-on-file = Firmada en papel
signature-signed-here = Firmada aquí

## Times
time-today = hoy
time-ago =
    { $days ->
        [0] hoy
        [1] ayer
       *[other] hace { $days } días
    }
time-late =
    { $days ->
        [1] 1 día de retraso
       *[other] { $days } días de retraso
    }
time-due-today = para hoy
time-due = para el { $day }
last-sent = Último envío: { $ago }
last-sent-late = Último envío: { $ago } (con retraso)
never-sent = Todavía no se ha enviado nada.
today-no-return = Desde hace { $days } días esta laptop no ha tomado nada del condado. Pida su archivo de regreso. No se cierra nada.
today-revoked = El condado quitó esta laptop de su lista el { $day }. Aquí no se borró nada. Llame a la oficina del condado.
never-contacted = Sin contacto todavía
changes-waiting =
    { $count ->
        [1] 1 cambio espera al condado
       *[other] { $count } cambios esperan al condado
    }

## When something is refused
refused-title = Esto no se hizo
refused-unexpected = El programa encontró algo que no conoce ({ $code }).
refused-unexpected-remedy = No se guardó nada. Intente de nuevo; si vuelve a pasar, dígale estas palabras a su coordinador o coordinadora.
err-choose-who = Elija de quién se trata.
rec-choose-who = Escriba unas letras del nombre o el número de caso y oprima Enter.
err-choose-outcome = Elija el resultado.
rec-choose-outcome = Oprima el número que está junto al resultado.
err-choose-partner = Elija al menos una agencia asociada.
rec-choose-partner = Oprima el número que está junto a su nombre.
err-choose-folder = Elija una carpeta.
rec-choose-folder = Escriba dónde está u oprima Elegir…
err-choose-field = Elija al menos un campo de su registro.
rec-choose-field = Para borrar todo lo de ella, elija eso arriba.
err-choose-side = Elija una de las versiones.
rec-choose-side = Oprima Izquierda o Derecha.
err-passphrases-differ = Las dos frases nuevas no son iguales.
rec-passphrases-differ = Escriba la frase nueva otra vez en los dos campos.

## First start
first-title = Bienvenida a Countyline
first-lead = Todavía no hay nada en esta computadora. Nada de lo que hay aquí pasa por una red.
first-office = Crear una oficina del condado
first-office-hint = Para el escritorio de coordinación. Inscribe las laptops y une sus semanas.
first-laptop = Unirse a una oficina del condado
first-laptop-hint = Para una laptop de patrulla. Le pide al condado que la acepte.
first-office-name = Condado
first-place-name = Nombre de este escritorio
first-laptop-name = Nombre de esta laptop
first-laptop-name-hint = Por ejemplo: Laptop 07
first-person-name = Su nombre
first-folder = Carpeta en la memoria USB
first-folder-hint = Allí se escribe su solicitud. Llévela al condado.
first-create = Crear la oficina
first-join = Escribir la solicitud
passphrase = Frase de acceso
passphrase-hint = Al menos 12 caracteres. Cuatro palabras están bien.
passphrase-again = La frase otra vez
passphrase-warning = Nadie puede abrir el archivo de casos sin esta frase. Guárdela en un lugar seguro, lejos de esta computadora.
passphrase-show = Ver
ask-again-title = Escriba otra vez su frase de acceso
ask-again-why = Este paso lo da solo la persona a quien pertenece esta ventana. Después la frase vale por { $minutes } minutos.
ask-again-go-on = Continuar
words-match = Las palabras coinciden

## Waiting to join
joining-title = En espera del condado
joining-carry = Lleve este archivo a la oficina del condado: { $path }
joining-carry-later = Lleve a la oficina del condado el archivo cuyo nombre empieza con «enrol». Está en la carpeta que usted eligió.
joining-words = Palabras de { $laptop }: léalas a coordinación
joining-welcome = El archivo de bienvenida del condado
joining-welcome-hint = El condado lo escribe después de comparar las palabras.
joining-read = Leer el archivo
joining-county-words = Palabras de { $county }
joining-compare = Pida a coordinación que le lea las palabras del condado, por teléfono o en persona. Siga solo si las seis son iguales.

## Unlock
unlock = Abrir
unlock-opening = Abriendo…
unlock-wait =
    { $seconds ->
        [1] Puede intentar de nuevo en 1 segundo.
       *[other] Puede intentar de nuevo en { $seconds } segundos.
    }
version = Countyline { $version }
caps-lock = Las mayúsculas están activadas.
forgotten = Olvidé mi frase
forgotten-laptop = Llame a quien supervisa en la oficina del condado: ocho palabras abren esta laptop una vez. Después ponga una frase nueva.
forgotten-code = Las ocho palabras
forgotten-county = Dos de las tres personas que guardan hojas de recuperación traen la suya. Después ponga una frase nueva.
forgotten-one-sheet = Una hoja
forgotten-other-sheet = Otra hoja
forgotten-sheet-hint = Escriba sus cuatro renglones, cada uno con su número al principio.
theme-day = Día
theme-night = Noche
theme-contrast = Alto contraste
theme-system = Como diga la computadora

## Today
today-title = Hoy
today-late = Con retraso
today-today = Hoy
today-upcoming = Próximos siete días
today-more = Mostrar más ({ $count } sin mostrar)
today-recall = { $count ->
    [one] Un papel que está afuera tiene un número viejo
   *[other] { $count } papeles que están afuera tienen un número viejo
}
today-nobody = No hay seguimientos para los próximos siete días.
# Referencias de las que una agencia sabe y que no ha contestado.
today-waiting = En espera de una agencia
today-waiting-sent = enviada { $ago }
log-contact = Anotar contacto
new-victim = Nueva víctima
week-title = Esta semana
week-contacts =
    { $count ->
        [1] contacto
       *[other] contactos
    }
week-referrals =
    { $count ->
        [1] referencia
       *[other] referencias
    }
week-victims =
    { $count ->
        [1] víctima nueva
       *[other] víctimas nuevas
    }
today-conflicts =
    { $count ->
        [0] Nada espera una decisión.
        [1] 1 asunto espera una decisión.
       *[other] { $count } asuntos esperan una decisión.
    }
inbox-open = Abrir la bandeja
conflicts-open = Decidir conflictos

## Safe contact
safe-title = Contacto seguro
safe-channel = primero: { $channel }
safe-say = diga «{ $name }»
safe-after-who = Aquí aparece cómo se le puede contactar en cuanto elija quién.
safe-voicemail-yes = puede dejar mensaje de voz
safe-voicemail-no = sin mensajes de voz
safe-voicemail-not-asked = mensaje de voz sin preguntar: no deje ninguno
safe-voicemail-declined = mensaje de voz sin respuesta: no deje ninguno
safe-voicemail-unknown = mensaje de voz: no se sabe, no deje ninguno
contact-level-do-not-contact = No contactar
contact-level-no-safe-way = No se conoce una forma segura
contact-level-ask-again = Pregunte otra vez qué es seguro
contact-level-with-conditions = Con cuidado
contact-level-safe = Seguro

## Log contact
outcome = Resultado
outcome-not-do-not-contact = Está marcado No contactar.
outcome-not-voicemail = Sin permiso de mensaje.
next = Próximo seguimiento
next-week = En 7 días, { $day }
next-pick = Elegir un día
next-none = Sin más seguimiento
next-on = Día
save-next = Guardar y siguiente
when-now = Ahora
when-earlier = Antes
next-at = Llamar a las, si ella dijo cuándo
gate-way = Qué forma se usó
follows-title = Guardado. Lo que sigue
follows-do-not-contact = Ella ya no quiere contacto. En su página se puede marcar que nadie la contacte.
follows-coordinator = No hay una forma segura de contactarla: déjelo a la coordinación.
follows-open = Abrir su página
note = Nota
note-hint = Lo que se hizo. Sin dirección nueva ni nombre de refugio.
minutes = Minutos

## Victims
given-name = Nombre o iniciales
family-name = Apellido
birth-year = Nació en
victim-reach = ¿Se le puede contactar?
victim-reach-yes = Dijo una forma de contactarla
# Quién puede estar ya en los registros; detrás están los números de caso.
new-victim-known = ¿Ya está registrada?
new-victim-happened = Qué pasó
new-victim-occurred-in = Dónde pasó (pueblo)
new-victim-card = ¿Se le dio la tarjeta de derechos?
new-victim-card-yes = Sí: { $language }
first-follow-up = Primer seguimiento
find-label = Nombre, número de caso o últimos dígitos de un teléfono
find-hint = Los acentos y las mayúsculas no importan.
find-count =
    { $count ->
        [1] 1 resultado
       *[other] { $count } resultados
    }
find-nothing = No se encontró a nadie.
find-not-here = No está: nueva víctima
role-disclosure-due = Todavía nadie le dijo lo que no puede quedar en secreto.
role-disclosure-told = Se le dijo hoy
holds-more = Un programa más nuevo anotó en este registro algo que este no puede mostrar. No se pierde nada.
record-not-here = El registro aún no ha llegado
not-sent = { $count } sin enviar
timeline-title = Historial
timeline-empty = Todavía no hay nada.
timeline-by = { $by }, { $place }
timeline-contact = Contacto
timeline-referral = Referencia
timeline-letter = Carta
timeline-release = Autorización
timeline-minutes = { $minutes } min
given-printed = impresa
given-saved = guardada en PDF
given-not-made = nunca se hizo
timeline-partner-contact = Contacto
do-not-contact = No contactar
do-not-contact-on = Marcar: no contactar
do-not-contact-off = No contactar está marcado: permitir contacto

## Ways to reach her
methods-title = Formas de contacto
methods-add = Agregar
methods-none = No se conoce ninguna.
method-channel = Por
method-value = Número, dirección o lugar
method-hours = Horario
method-hours-hint = En sus palabras: de 9 a 11 am
method-cover-name = Quién decir que llama
method-cover-name-hint = Por ejemplo: la biblioteca
method-mark-reason = Por qué se marcó así
method-mark-reason-hint = Por ejemplo: él lee sus mensajes
method-safe = ¿Es segura?
method-is-safe = segura: { $safe }
method-voicemail = ¿Mensaje de voz?

## Follow-ups
follow-ups-title = Seguimientos
follow-ups-none = Sin seguimientos.
follow-up-done = Hecho
follow-up-cancel = Cancelarlo
more-queue = Quién hace qué
more-queue-lead = Seguimientos pendientes de cada persona, por número de caso
queue-nobody = Nadie en particular
queue-assign = Asignar o mover
queue-none = No hay ningún seguimiento pendiente.

## Referrals
refer = Referir
referrals-title = Referencias
referrals-none = Ninguna todavía.
referral-change = Nuevo estado para { $partner }
referral-reference = Referencia { $reference }
referral-next = ¿Qué resultó?
referral-outcome = Qué le trajo
referred =
    { $count ->
        [1] 1 referencia guardada
       *[other] { $count } referencias guardadas
    }
refer-need = Para
refer-partners = A qué agencias asociadas
refer-kind = De qué manera
refer-wanted = ¿Ella lo quiere?
wanted-sent = Sí: enviarla ahora
wanted-offered = Quiere pensarlo
wanted-declined-by-victim = No
refer-more = Agregar detalles
refer-adults = Para cuántos adultos
refer-children = Para cuántos niños
refer-instead-of = En lugar de
fit-zone = Dónde está ella
fit-when = Cuándo
fit-now = Hace falta ahora
fit-points = { $points ->
        [1] 1 punto
       *[other] { $points } puntos
    }
fit-not-said = no consta que atienda esta necesidad
referral-more = Ver todo
referral-less = Menos
referral-on = Qué día
referral-stages = Etapas
referral-people = Para
referral-adults = { $count ->
    [one] un adulto
   *[other] { $count } adultos
}
referral-children = { $count ->
    [one] un niño
   *[other] { $count } niños
}
referral-came-of-it = Qué resultó
referral-told-outside = Según otro sistema
referral-system = Qué sistema
referral-told-status = Su etapa allí
referral-told-hint = Como está escrita allí
referral-told-reason = Motivo que da
refer-save = Guardar referencia
refer-letters = A cada agencia se le escribe su propia carta, con su propia autorización. Guarde, y elíjalas con las cartas.
refer-save-letter = Guardar y hacer la carta
refer-release = Autorización
refer-release-needed = Esto informa a la agencia sobre ella, por eso debe haber firmado una autorización.
refer-no-release = Nada sobre ella va a la agencia: ella recibe el nombre y el número.

## Releases
releases-title = Autorizaciones para compartir información
releases-none = Ninguna firmada.
release-sign = Nueva autorización
release-save = Guardar la autorización
release-revoke = Revocar
release-until = hasta el { $day }
release-methods = Cómo puede decirse (nada: de cualquier forma)
release-told-by = Solo por: { $methods }
release-excluded = Lo que ella no quiere que se diga
release-not-told = No debe decirse: { $excluded }
release-exclusions = Antes de decirle algo a la agencia
release-exclusions-read = Lo he leído y no digo nada de eso
release-recipient = Quién puede recibirla
release-expires = Hasta
release-items = Qué se puede compartir
release-purpose = Para qué, en sus palabras
release-signature = Firma
release-signer = Quién firmó
release-signer-yes = Pregunté: quien firma no es quien la lastimó

## Letter
letter = Carta
letter-safe = ¿Es seguro que ella lleve esto consigo?
letter-hold = O
letter-hold-yes = Hacerla y guardarla en la oficina
carry-yes = Sí
carry-no = No
carry-not-asked = Sin preguntar
no-paper-not-asked = Pregúntele primero. El papel aparece aquí solo si ella dice que sí.
no-paper-no = Sin papel. Léaselo en voz alta o deje que llame desde aquí.
no-paper-yes = No se puede mostrar la carta.
letter-told-by-voice = Le dije los números, en { $language }
letter-told = Queda anotado que se le dijo de viva voz.
letter-form = Tipo
letter-form-detail-discreet = Números con palabras neutras
letter-form-detail-full = Con el nombre de la oficina
letter-page = Papel
letter-size = Tamaño
letter-large = Letra grande (18 puntos)
letter-sides = Lados de la hoja
letter-both-sides = Imprimir por los dos lados
letter-both-sides-detail = Lo que se imprima después empieza en otra hoja
letter-preview = La carta
letter-page-number = Página { $page } de { $pages }
letter-print = Imprimir
did-it-print = { $count ->
    [one] ¿Se imprimió?
   *[other] ¿Se imprimieron los { $count }?
}
did-it-print-why = Mientras no conteste, cuenta como impreso. Una carta cuenta como enviada con su sí.
did-it-print-missing = ¿Cuáles no se imprimieron?
did-it-print-yes = Sí, se imprimió
did-it-print-again = No, imprimir otra vez
did-it-print-no = No, no se imprimió nada
letter-password = Contraseña para el archivo, si quiere
letter-password-hint = El archivo se abre con ella y no sin ella. Dígala por otra vía que la del archivo.
letter-save = Guardar PDF
letter-folder = Carpeta para el PDF
letter-file = Nombre del archivo: { $name }
letter-saved = Guardada: { $path }. Borre el archivo cuando esté impreso o entregado.
agency-letter = Carta para la agencia
agency-letter-to = Para { $partner }
agency-letter-no-release = Ella no ha firmado ninguna autorización vigente para { $partner }. Sin ella no se les puede escribir nada sobre ella.
agency-letter-told = Al imprimirla o guardarla queda anotado: a { $partner } se le dijo lo que está en la carta.
agency-letter-people = Personas adultas: { $adults }. Menores: { $children }.
agency-letters = Cartas a agencias
agency-letter-waits = La carta aparece aquí.
checked-ready = Revisada: lista
checked-not-ready = Revisada: no está lista
checked-ok = Bien
checked-warn = Nota
checked-danger = Alto
check-no-protected-address = Ninguna dirección protegida
check-no-denied-word = Ninguna palabra que la delate
check-no-agency-name = Ningún nombre de oficina, lugar o agente
check-no-victim-or-case = Ni su nombre ni el número de caso
check-neutral-file = El nombre y el título del archivo son neutros
check-no-call-back-number = Nuestro teléfono no está anotado: escríbalo a mano en la carta, o póngalo en Reglas y listas
check-denied-words-unread = No se pueden leer las palabras prohibidas de { $languages }: búsquelas usted en la carta
check-undecided = Dos personas anotaron algo de ella de forma distinta; decídalo primero, si puede
check-nothing-excluded = Nada que ella no quiera que se diga
check-exclusions-read = No debe decirse: { $excluded }
check-no-name-typed = Ningún nombre de ella en lo que se escribió
check-name-typed =
    Esta carta no debe decir quién es ella. “{ $word }” está en { $field ->
        [hours] su horario
        [who_may_answer] quién puede contestar
        [cover_name] quién decir que llama
        [language_relay] su idioma o servicio de relevo
        [access_needs] lo que necesita
       *[other] la vía para contactarla
    }: cámbielo allí primero
check-service-ended = Un servicio al que se le refirió no se da ahora: la carta lleva lo de la agencia
check-stale-numbers =
    { $count ->
        [one] 1 número no se ha revisado últimamente
       *[other] { $count } números no se han revisado últimamente
    }
page-us-letter = Carta
page-a4 = A4

## Partner agencies
new-partner = Nueva agencia asociada
partners-filter = Buscar una agencia asociada
partners-none = No se encontró ninguna agencia.
partner-name = Nombre
partner-kind = Tipo
partner-phone = Teléfono público
partner-stale = Revise estos datos
partner-address-hidden = Dirección oculta
partner-assured = Última revisión
partner-referrals = Referencias enviadas
partner-contacts = Nuestros contactos con ellos
partner-log = Anotar contacto con ellos
partner-contact-notice = Nunca escriba aquí sobre una víctima.
partner-person = Con quién hablamos
partner-concerns = Qué les preocupa
partner-response = Qué respondimos
partner-commitment = Qué se prometió
partner-stage = En qué punto estamos
partner-location = ¿Su ubicación es confidencial?
partner-location-first = Pregunte primero si su ubicación es confidencial.
partner-confidential-detail = La dirección nunca se guarda, se muestra ni se imprime.
partner-counts = Informes
partner-program = Programa de servicios para víctimas
partner-answers = Necesidades que atienden
directory-services = Servicios que ofrecen
directory-add-service = Nuevo servicio
directory-places = Lugares
directory-add-place = Nuevo lugar
directory-people = Personas allí
directory-add-person = Nueva persona
directory-details = Qué más se sabe de ellos
directory-none = No hay nada anotado.
directory-assured = Revisado hoy
directory-checked = revisado el { $day }
directory-left = se fue el { $day }
directory-job = Qué hace allí
directory-days = Días
directory-opens = Abre
directory-closes = Cierra
directory-hours-hint = Horas como 09:00 y 17:30. Sin día significa todos los días.
directory-drive-hint = Uno en cada renglón: la zona, dos puntos, los minutos. Por ejemplo: Elm Creek: 25
directory-number = Número
directory-extension = Extensión
directory-remark = Para qué es
directory-document = Qué llevar
directory-what-for = Por qué
directory-amount = Cantidad
directory-currency = Moneda
directory-street = Calle
directory-city = Ciudad
directory-state = Estado
directory-zip = Código postal
directory-place-description = Qué hay allí

## Send week
send-title = Enviar la semana al condado
send-what = Qué
send-among = Entre ellos: { $contacts ->
        [1] 1 contacto
       *[other] { $contacts } contactos
    }, { $referrals ->
        [1] 1 referencia
       *[other] { $referrals } referencias
    }, { $victims ->
        [1] 1 víctima nueva
       *[other] { $victims } víctimas nuevas
    }.
send-who = Quién puede abrirlo
send-county = Solo { $county }.
send-words = Las palabras del condado
send-folder = Carpeta en la memoria USB
send-folder-hint = El archivo se escribe allí y se vuelve a leer.
send-make = Hacer el archivo
send-writing = Escribiendo y volviendo a leer…
send-history = Envíos anteriores
sent-title = N.º { $number } guardado y leído de vuelta sin errores
sent-status = N.º { $number } guardado y leído de vuelta sin errores
sent-safe = Ya puede sacar la memoria USB.
sent-detail = { $changes ->
        [1] 1 cambio
       *[other] { $changes } cambios
    }, { $kilobytes } kB
bundle-number = N.º { $number }
bundle-detail = { $changes ->
        [1] 1 cambio
       *[other] { $changes } cambios
    }, { $file }

## Inbox of the county
inbox-title = Bandeja
inbox-folder = Carpeta con los archivos de las laptops
inbox-look = Ver qué hay
inbox-add = Agregar archivos…
inbox-empty = Ponga una memoria USB y elija su carpeta, o arrastre aquí archivos y carpetas. Nada se une hasta que usted lo diga.
inbox-none-found = No se encontró allí ningún archivo de una laptop.
inbox-from = De
inbox-file = Archivo
inbox-made = Hecho
inbox-changes = Cambios
inbox-state = Estado
inbox-counts = { $fresh ->
        [1] 1 nuevo
       *[other] { $fresh } nuevos
    }, { $known ->
        [1] 1 conocido
       *[other] { $known } conocidos
    }
inbox-missing = { $count ->
        [1] falta 1 antes
       *[other] faltan { $count } antes
    }
inbox-merge =
    { $count ->
        [0] Nada que unir
        [1] Unir 1 archivo
       *[other] Unir { $count } archivos
    }
inbox-safe-again = Agregar dos veces el mismo archivo no hace daño.
bundle-state-ready = Listo
bundle-state-already-merged = Ya está unido
bundle-state-refused = Rechazado
bundle-state-stopped = Detenido
bundle-state-parked = En espera
bundle-state-for-another = Para otra laptop
merged-status =
    { $count ->
        [1] 1 archivo unido
       *[other] { $count } archivos unidos
    }
rehearsal-title = Si une ahora
rehearsal-added = registros nuevos
rehearsal-changed = cambiados
rehearsal-conflicts = por decidir
rehearsal-stricter = respuestas más seguras que valen enseguida
rehearsal-hidden = ocultos
rehearsal-problems = cambios extraños
rehearsal-missing = cambios que faltan
rehearsal-same-person = pares que pueden ser una sola persona
rehearsal-conflict = Por decidir
rehearsal-holds = Vale enseguida
undo-title = La última unión
undo-last = { $by } unió { $files ->
    [one] un archivo
   *[other] { $files } archivos
}, { $at }: { $changes ->
    [one] un cambio
   *[other] { $changes } cambios
}.
undo-merge = Deshacer la unión
undo-hint = Se puede hasta que alguien trabaje con lo que trajo.
undo-look-again = { $count ->
    [one] Ver el archivo de la unión deshecha
   *[other] Ver los { $count } archivos de la unión deshecha
}
undo-kept = Los archivos sellados quedan en esta oficina y se pueden unir otra vez.
summary-title = Unido
summary-added = nuevos
summary-changed = cambiados
summary-known = ya estaban
summary-conflicts = conflictos nuevos
summary-same-person =
    { $count ->
        [1] Un par de registros puede ser de una sola persona. Nadie lo ha dicho todavía.
       *[other] { $count } pares de registros pueden ser de una sola persona. Nadie lo ha dicho todavía.
    }
summary-same-person-look = Verlos
summary-review =
    { $count ->
        [1] Decidir 1 conflicto
       *[other] Decidir { $count } conflictos
    }
enrol-title = Inscribir una laptop
enrol-file = La solicitud de la laptop
enrol-read = Leer el archivo
enrol-words = Palabras de { $laptop }, { $person }
enrol-compare = Pida a la persona de la laptop que le lea sus palabras. Siga solo si las seis son iguales.
enrol-folder = Carpeta para el archivo de bienvenida
enrol-confirm = Las palabras coinciden: inscribir
enrol-done = { $laptop } está inscrita. Archivo de bienvenida:
enrol-files = Son { $count } archivos. Llévelos todos a la laptop.
enrol-county-words = Las palabras del condado: léalas a la persona de la laptop

## Conflicts
conflicts-title = Lo que le espera
conflicts-none = Nada espera una decisión.
inbox-all = Todo lo que espera
inbox-kind-conflict = Dos versiones
inbox-kind-deleted-while-edited = Alguien lo ocultó y alguien lo cambió
inbox-kind-hidden-with-work = Trabajo para una víctima oculta
inbox-kind-unknown-operation = Escrito por un programa más nuevo
inbox-kind-wrong-kind = Escrito de una forma que no corresponde
inbox-kind-append-rewritten = Algo definitivo se escribió otra vez
inbox-kind-wrote-twice = Un cambio escribió un campo dos veces
inbox-kind-log-continued-twice = El historial de una laptop va por dos caminos
inbox-kind-same-case-number = Dos víctimas tienen un mismo número de caso
inbox-kind-same-person = Dos registros, quizás una sola persona
inbox-about-deleted-while-edited = Alguien ocultó esto por haberse registrado por error. Otra persona lo cambió sin haberlo visto. Queda visible hasta que usted decida.
inbox-about-hidden-with-work = Se ocultó a esta víctima por haberse registrado por error, pero hay trabajo para ella. Recupérela o confirme que queda oculta.
inbox-about-unknown-operation = Una versión más nueva de este programa escribió algo que esta no puede mostrar. Se conserva. Actualice esta computadora para verlo.
inbox-about-wrong-kind = Un cambio se escribió de una forma que no corresponde a su campo. Se unió. Mire el registro y vea si está bien.
inbox-about-append-rewritten = Algo que se escribe una sola vez, como un contacto, se escribió de nuevo. Las dos versiones están en el historial. Mire el registro.
inbox-about-wrote-twice = Un cambio escribió el mismo campo dos veces. Cuenta el último valor. Mire el registro.
inbox-about-log-continued-twice = Esta laptop se restauró de una copia vieja, o se copió. Se conservan los dos historiales y no se perdió nada. Averigüe qué le pasó.
inbox-about-same-case-number = Estas víctimas tienen el mismo número de caso. Use sus páginas, no el número, hasta que una de ellas tenga otro.
urgency-safety = Seguridad
urgency-contact = Contacto
urgency-other = Otros
settle-keep = Conservarlo
settle-hide = Ocultarlo de todos modos
settle-seen = Ya lo vi
item-from = De dónde viene
item-hidden-by = Lo ocultó
item-written-by = Lo cambió mientras tanto
item-received = Recibido aquí { $at } en { $file }
conflict-other = Escribir otra cosa
conflict-use-other = Usar lo que escribí
conflict-both = Las dos son correctas
conflict-both-hint = La elegida queda aquí; la otra se agrega como otra forma de contacto.
conflict-of = { $number } de { $count }
conflict-choose = ¿Qué versión es la correcta?
conflict-protective = Se trata de seguridad. La versión más cuidadosa vale hasta que usted elija.
conflict-in-effect = Vale hasta que elija
conflict-by = Escrito por { $by }, { $at } según su reloj
conflict-signed-by = Firmado por el equipo de { $who }, no de { $by }. Pregunte a las dos personas.
conflict-own = Escrito en esta oficina
conflict-use = Usar esta
conflict-chosen = Elegida
conflict-resolve = Usar la versión elegida
conflict-later = Después
conflict-kept = La otra versión queda en el historial.
value-empty = (vacío)

## Settings
settings-language = Idioma de las pantallas
settings-theme = Colores
settings-single-keys = Teclas de una sola letra o cifra
single-keys-on = Sí
single-keys-off = No
single-keys-which = Como N, / y ?
settings-zoom = Tamaño de todo
percent = { $percent } %
zoom-now = Tamaño: { $percent } %
passphrase-change = Cambiar la frase de acceso
passphrase-changed = Frase de acceso cambiada
passphrase-old = Frase actual
passphrase-new = Frase nueva
my-data-title = Revisar mis datos
my-data-lead = Compara cada tabla con su historial. Tarda un momento y no cambia nada.
my-data-run = Revisar ahora
my-data-ok = Todo coincide con su historial.
my-data-bad = Algo no coincide. No una archivos; pida ayuda.
my-data-read = { $commits ->
        [1] 1 cambio leído
       *[other] { $commits } cambios leídos
    }, { $rows ->
        [1] 1 fila comparada
       *[other] { $rows } filas comparadas
    }

## Help
help-keys = Teclas
help-rules = Recuerde
help-safe = Lea la línea de contacto seguro antes de llamar. Sin preguntar significa no seguro.
help-address = Nunca escriba en una nota una dirección nueva ni el nombre de un refugio.
help-saved = «Guardado» aparece solo cuando el trabajo está en el disco.
help-send = Hasta que el condado tenga su semana, esta laptop es el único lugar que la tiene.
help-in-english = Esta página aún no está traducida. Aquí está en inglés.
key-help = Ayuda de esta pantalla
key-keys = Las teclas
key-log = Anotar un contacto
key-find = Buscar
key-refer = Referir
key-send = Enviar semana, o la bandeja del condado
key-night = Colores de día o de noche
key-zoom = Todo más grande, más pequeño, al tamaño normal
key-hide = Ocultar todo; cualquier tecla regresa
key-lock = Bloquear
key-save = Guardar
key-print = Carta, imprimir
key-back = Volver
key-names = Mantenga para ver nombres
key-rail = Los lugares a la izquierda
key-rows = Moverse entre filas
key-digits = Elegir junto a un número
key-new = Nueva víctima

## Labels of values in conflict

hide-mistake = Ocultar: un error
hidden-title = { $count ->
    [one] Una entrada oculta
   *[other] { $count } entradas ocultas
}
hidden-by = Lo ocultó { $by }, { $place }, { $at } según su reloj
bring-back = Recuperar
field-role = Función
field-place = Lugar
field-case-number = Número de caso
field-opened-on = Abierto el
field-need = Necesidad
field-release = Autorización
field-assured-on = Última revisión
field-given-name = Nombre
field-family-name = Apellido
field-birth-year = Nació en
field-language = Idioma
field-needs = Necesidades
field-restricted = Solo para quienes lo necesitan
field-zone = Pueblo o zona
field-channel = Por
field-value = Número, dirección o lugar
field-safe = ¿Es segura?
field-voicemail = ¿Mensaje de voz?
field-hours = Horario
field-cover-name = Quién decir que llama
field-do-not-contact = No contactar
field-status = Estado
field-name = Nombre
field-kind = Tipo
field-phone = Teléfono
field-address = Dirección
field-confidential-location = Ubicación confidencial
field-victim-service-program = Programa de servicios para víctimas
field-languages = Idiomas
field-expires-on = Hasta
field-revoked = Revocada
field-due-on = Para el
field-state = Estado
field-reason = Motivo
field-acknowledgement = Acuse de recibo
field-victimization = Clase de delito
field-way = Cómo contactarla
field-agency = Agencia
field-advisory-group = Grupo asesor
field-answer = Respuesta
field-answered-on = Respondido el
field-assigned-to = Quién lo hace
field-basis = Con qué base
field-came-of-it = En qué quedó
field-commitment = Compromiso
field-community-event = Evento comunitario
field-concerns = Preocupaciones
field-contact-method = Medio que se usó
field-contacted-on = Contacto el
field-copy-given = Copia entregada
field-fact = Qué se preguntó
field-fields = Qué contiene
field-follow-up = Seguimiento
field-form = Forma
field-given = Cómo se entregó
field-how-given = Cómo se dio
field-incident = Incidente
field-interpreter = Intérprete
field-items = Qué se puede decir
field-letter = Carta
field-made-at = Hecho el
field-methods = Por qué medios
field-numbers = Números que contiene
field-pack = Paquete estatal
field-partner = Agencia
field-partners = Agencias que contiene
field-re-referred-from = Referida otra vez desde
field-recipient = Para quién
field-referral = Referencia
field-relationship-stage = Cómo va la relación
field-repeat-of = Repite
field-representative = Quién firma por ella
field-response-given = Nuestra respuesta
field-rights-requested = Derechos que pidió
field-rights-waived = Derechos a los que renunció
field-risks-explained = Se explicaron los riesgos
field-sha256 = Huella del archivo
field-signature = Firma
field-signed-on = Firmado el
field-signer-not-abuser = Quien firmó no le hizo daño
field-staff = Quién lo escribió
field-survey = Encuesta
field-status-dates = Fechas de cada etapa
field-version = Versión
field-victim = Víctima
field-witness = Testigo
field-mark-reason = Por qué se marcó así
field-reporting-officer = Agente que hizo el informe
field-responding-partner = Agencia que acudió, del directorio
field-adults = Adultos para quienes es
field-children = Niños para quienes es
field-page = Página
field-large-print = Letra grande
field-template-version = Versión del texto
field-ways = Formas de contactarla que contiene
field-places = Números que contiene, y de quién
field-other-names = Otros nombres
field-relations = Relacionada con
field-named-staff = Nombradas para ella
field-same-as = La misma persona que
field-not-same-as = No es la misma persona que

conflict-record-release-of-information = una autorización
conflict-record-staff = una persona de la oficina
conflict-record-contact = un contacto con una víctima
conflict-record-victim = sobre la víctima
conflict-record-contact-method = una forma de contacto
conflict-record-partner = una agencia asociada
conflict-record-referral = una referencia
conflict-record-follow-up = un seguimiento

## Codes: <list>-<code>, with - for _

answer-yes = Sí
answer-no = No
answer-not-asked = Sin preguntar
answer-declined = Prefirió no decir
answer-unknown = No se sabe

language-en = Inglés
language-es = Español
language-vi = Vietnamita
language-hmn = Hmong
language-nv = Navajo
language-ar = Árabe
language-zh = Chino
language-ko = Coreano
language-ru = Ruso
language-ase = Lengua de señas americana
language-am = Amárico
language-my = Birmano
language-chr = Cheroqui
language-chk = Chuukés
language-fr = Francés
language-ht = Criollo haitiano
language-hi = Hindi
language-ja = Japonés
language-kar = Karen
language-quc = Quiché
language-lkt = Lakota
language-mam = Mam
language-mh = Marshalés
language-mix = Mixteco
language-nah = Náhuatl
language-ne = Nepalí
language-pdc = Alemán de Pensilvania
language-pt = Portugués
language-pa = Panyabí
language-so = Somalí
language-sw = Suajili
language-tl = Tagalo
language-uk = Ucraniano
language-esu = Yupik
language-other = Otro

need-shelter = Refugio
need-medical = Atención médica
need-legal = Ayuda legal
need-protection-order = Orden de protección
need-counseling = Consejería
need-food = Alimentos
need-money = Dinero
need-transport = Transporte
need-child-care = Cuidado de niños
need-safety-planning = Plan de seguridad
need-compensation = Compensación
need-other = Otra

channel-phone = Teléfono
channel-text = Mensaje de texto
channel-email = Correo electrónico
channel-post = Correo postal
channel-in-person = En persona
channel-home-visit = Visita a casa
channel-work-school-visit = Trabajo o escuela
channel-trusted-person = Persona de confianza

safe-no = No
safe-unknown = No se sabe
safe-with-conditions = Con condiciones
safe-yes = Sí

outcome-reached-talked = Se habló con ella
outcome-reached-not-safe = Contestó, no era seguro hablar
outcome-reached-declined = No desea contacto
outcome-no-answer-no-message = Sin respuesta, sin mensaje
outcome-voicemail-left = Mensaje de voz seguro
outcome-message-trusted-person = Mensaje con persona de confianza
outcome-other-answered-hung-up = Otra persona: se colgó
outcome-other-answered-cover = Otra persona: se usó el nombre acordado
outcome-number-wrong = Número equivocado
outcome-letter-sent = Carta enviada
outcome-letter-returned = Carta devuelta
outcome-home-reached = Visita, se habló con ella
outcome-home-not-home = Visita, no estaba
outcome-home-not-safe = Visita, no era seguro
outcome-blocked-no-safe-method = No se intentó: sin forma segura

partner-kind-victim-service-program = Programa para víctimas
partner-kind-shelter = Refugio
partner-kind-legal-aid = Ayuda legal
partner-kind-clinic = Clínica
partner-kind-hospital = Hospital
partner-kind-mental-health = Salud mental
partner-kind-prosecutor = Fiscalía
partner-kind-court = Tribunal
partner-kind-school = Escuela
partner-kind-food = Alimentos
partner-kind-housing = Vivienda
partner-kind-faith = Comunidad de fe
partner-kind-tribal = Programa tribal
partner-kind-other = Otra

partner-contact-kind-introduction = Presentación
partner-contact-kind-meeting = Reunión
partner-contact-kind-forum = Foro
partner-contact-kind-training = Capacitación
partner-contact-kind-mdt-task-force = Grupo de trabajo
partner-contact-kind-advisory-board = Consejo asesor
partner-contact-kind-phone = Teléfono
partner-contact-kind-letter = Carta
partner-contact-kind-event = Evento

concern-loss-of-funding = Perder fondos
concern-loss-of-public-support = Perder apoyo público
concern-duplication = Duplicar servicios
concern-no-history = No hemos trabajado juntos
concern-past-conflict = Conflicto anterior
concern-client-confidentiality = Confidencialidad de clientes
concern-victim-trust-in-police = Confianza de víctimas en la policía
concern-capacity = Falta de gente o tiempo
concern-other = Otra

relationship-stage-unknown = Sin conocer
relationship-stage-contacted = Contactada
relationship-stage-met = Nos reunimos
relationship-stage-wary = Con reservas
relationship-stage-cooperating = Cooperando
relationship-stage-mou-signed = Acuerdo firmado
relationship-stage-active-both-ways = Activa en ambos sentidos
relationship-stage-lapsed = Interrumpida

referral-kind-cold-info = Solo nombre y número
referral-kind-warm-phone = Llamamos juntos
referral-kind-warm-in-person = La presentamos en persona
referral-kind-letter = Por carta

referral-status-draft = Borrador
referral-status-offered = Ofrecida
referral-status-declined-by-victim = Ella dijo que no
referral-status-sent = Enviada
referral-status-acknowledged = La recibieron
referral-status-accepted = Aceptada
referral-status-in-progress = En curso
referral-status-waiting-list = Lista de espera
referral-status-completed = Completada
referral-status-not-eligible = No cumple requisitos
referral-status-no-capacity = Sin cupo
referral-status-could-not-reach = No pudieron contactarla
referral-status-no-longer-wanted = Ya no la desea
referral-status-withdrawn-by-us = La retiramos
referral-status-unknown-partner-confidential = La agencia no lo comparte
referral-status-referred-elsewhere = Referida a otro lugar
referral-status-could-not-get-help = No obtuvo ayuda
referral-status-declined-by-partner = Rechazada por la agencia
referral-status-entered-in-error = Anotada por error

release-item-name = Nombre
release-item-safe-contact = Contacto seguro
release-item-need = Necesidad
release-item-incident-date = Fecha del incidente
release-item-case-number = Número de caso
release-item-risk-level = Nivel de riesgo
release-item-access-needs = Idioma y necesidades de acceso
release-item-people = Personas para quienes es
release-item-documents = Documentos
release-item-other = Otro

release-state-in-force = Vigente
release-state-expired = Vencida
release-state-revoked = Revocada
release-state-not-yet = Todavía no

follow-up-reason-first-follow-up = Primer seguimiento
follow-up-reason-next-contact = Próximo contacto
follow-up-reason-court-date = Fecha en el tribunal
follow-up-reason-referral-check = Revisar la referencia
follow-up-reason-other = Otro

follow-up-state-open = Abierto
follow-up-state-done = Hecho
follow-up-state-unable-to-reach = No se pudo contactar
follow-up-state-cancelled = Cancelado

letter-form-full = Completa
letter-form-discreet = Discreta

erase-basis-court-order = Lo ordenó un tribunal
erase-basis-expungement = Eliminación por ley
erase-basis-retention-ended = Terminó el plazo para guardarlo
erase-basis-recorded-by-mistake = Se anotó por error
erase-basis-victim-request = Lo pidió la víctima

role-deputy = Agente
role-coordinator = Coordinación

## Devolver y recibir
hand-back-title = Devolver a las laptops
hand-back-why = Cada laptop recibe lo que hicieron las demás y sabe qué está a salvo aquí. Una memoria puede pasar por todas: cada una encuentra su archivo.
hand-back-folder = Carpeta en la memoria
hand-back = Escribir los archivos
handed-back-detail =
    { $files ->
        [1] { $changes } cambios, escritos y vueltos a leer
       *[other] { $changes } cambios en { $files } archivos, escritos y vueltos a leer
    }
handed-back-nobody = Todavía no se ha unido ninguna laptop.
take-in-title = Del condado
take-in-why = La memoria del condado trae lo que hicieron las demás y dice qué de lo suyo está a salvo allí.
take-in-folder = Carpeta en la memoria
take-in = Recibir lo que envió el condado
take-in-done = Recibido: { $added } nuevos, { $changed } cambiados.
safe-up-to = A salvo en el condado hasta { $time }.
not-confirmed =
    { $count ->
        [1] 1 cambio se envió y todavía no está confirmado. Va otra vez.
       *[other] { $count } cambios se enviaron y todavía no están confirmados. Van otra vez.
    }
parked-title = Archivos que esperan
parked-retry = Probar otra vez
parked-forget = Apartar para siempre
notice-settled = Ya lo atendí
laptops-title = Laptops
laptops-laptop = Laptop
laptops-heard = Última semana unida
laptops-state = Cómo está
laptops-never = nunca
laptops-revoked = fuera de la lista
laptops-late = atrasada, { $days ->
        [1] 1 día
       *[other] { $days } días
    }
laptops-never-came = { $count ->
        [1] 1 archivo nunca llegó
       *[other] { $count } archivos nunca llegaron
    }
laptops-lacks = { $count ->
        [1] le falta 1 cambio
       *[other] le faltan { $count } cambios
    }
laptops-histories = { $count ->
        [1] 1 historial
       *[other] { $count } historiales
    }
laptops-old-roster = lista vieja de laptops

## Lo que una persona debe saber sobre los historiales
notice-told-differently = El condado y la laptop cuentan este historial de manera distinta. No se borró nada. Envíe la semana y reciba lo que el condado devuelva; si esto sigue aquí, avise a su coordinador o coordinadora.
notice-began-anew = Se puso una copia más vieja de esta laptop. Sigue en un historial nuevo, y lo que falta vuelve del condado.
notice-county-restored = Se puso una copia más vieja de esta oficina del condado. Las laptops envían otra vez lo que no tiene.

# Registros que pueden ser de una sola persona
duplicates-title = ¿Registrada dos veces?
duplicates-none = Nadie parece estar registrado dos veces.
duplicates-careful = Quienes viven juntos comparten apellido, dirección y teléfono. Mire antes de decir que sí. Se puede deshacer.
duplicates-same = Es la misma persona
duplicates-not-same = No es la misma persona
duplicate-recorded = Registrado por
duplicate-reasons = Por qué pueden ser una sola persona
duplicate-reason = { $field }: { $level }
duplicate-for = a favor
duplicate-against = en contra
duplicate-band-probable = probable
duplicate-band-possible = posible
duplicate-field-given = Nombre
duplicate-field-family = Apellido
duplicate-field-middle = Segundo nombre
duplicate-field-suffix = Sufijo
duplicate-field-date-of-birth = Fecha de nacimiento
duplicate-field-birth-year = Año de nacimiento
duplicate-field-age = Edad
duplicate-field-sex = Sexo
duplicate-field-phone = Teléfono
duplicate-field-email = Correo
duplicate-field-address = Dirección
duplicate-field-street-number = Número de casa
duplicate-field-street = Calle
duplicate-field-unit = Apartamento
duplicate-field-zone = Zona
duplicate-field-postcode = Código postal
duplicate-field-postcode-in-zone = Código postal
duplicate-field-state = Estado
duplicate-field-birth-place = Lugar de nacimiento
duplicate-field-occupation = Ocupación
duplicate-level-same = igual
duplicate-level-short-form = forma corta del mismo nombre
duplicate-level-part = una parte es igual
duplicate-level-initial = la inicial coincide
duplicate-level-typo = casi igual
duplicate-level-alike = suena o se ve parecido
duplicate-level-faint = algo parecido
duplicate-level-swapped = nombre y apellido intercambiados
duplicate-level-day-and-month = día y mes intercambiados
duplicate-level-two-parts = dos de día, mes y año
duplicate-level-same-year = el mismo año
duplicate-level-near = cercano
duplicate-level-different = diferente
find-also = también { $numbers }
same-person-title = Sus otros registros
same-person-safer = Alguien dijo que son de una sola persona. La respuesta más segura de cualquiera de ellos vale para todos.
same-person-do-not-contact = Uno de sus registros dice: no contactar. Eso vale para todos.
same-person-said = { $one } y { $other } son de una sola persona
same-person-unlink = Deshacer este enlace

## Lo escrito y aún no guardado
drafts-title = Dejó algo a medias
drafts-hint = Lo que escribió está en esta laptop y en ningún otro lugar. No está guardado ni se envía hasta que lo termine.
drafts-later = Dejar para después
drafts-waiting =
    { $count ->
        [1] 1 formulario está sin terminar.
       *[other] { $count } formularios están sin terminar.
    }
drafts-not-sent =
    { $count ->
        [1] 1 formulario está sin terminar y no se enviará.
       *[other] { $count } formularios están sin terminar y no se enviarán.
    }
drafts-open = Ver
draft-form-log-contact = Registrar contacto
draft-form-new-victim = Víctima nueva
draft-form-new-partner = Agencia nueva
draft-form-partner-contact = Contacto con una agencia
draft-form-refer = Remitir
# Formularios de una página, por su nombre.
draft-form-agreement = Acuerdo
draft-form-renewal = Un acuerdo firmado otra vez
draft-form-event = Actividad en la comunidad
draft-form-material = Lo que se dejó o prestó
draft-form-meeting = Reunión de un grupo
draft-form-said = Lo que dijo de una forma de contacto
draft-form-may-be-told = ¿Se puede decir algo?
draft-form-order = Orden de un tribunal o ley
draft-form-told = Lo que se dijo por una orden
draft-form-assigned = Quién hace un seguimiento
draft-form-plan = Seguimientos por una política
draft-form-group = Grupo
draft-form-member = Miembro de un grupo
draft-form-incident-new = Incidente nuevo
draft-form-incident-incident = Cambio de un incidente
draft-form-incident-part = Su parte en un incidente
draft-form-incident-join = Otra persona en un incidente
draft-form-incident-fact = Respuesta sobre un incidente
draft-form-partner = Cambio de una agencia
draft-form-details = Más sobre una agencia
draft-form-location = Lugar de una agencia
draft-form-partner-person = Persona de una agencia
draft-form-service = Servicio
draft-form-pack = Nuestro paquete del estado
draft-form-lists = Nuestras listas
draft-form-read-pack = Archivo de un paquete del estado
draft-form-read-lists = Archivo de nuestras listas
draft-form-policy = Lo que vale en esta oficina
draft-form-claim = Reclamo de compensación
draft-form-custody = Aviso de custodia
draft-form-shift = Una guardia
draft-form-day-in-court = Día en el tribunal
draft-form-order-of-protection = Orden de protección
draft-form-outcome = Qué resultó de una referencia
draft-form-told-outside = Referencia según otro sistema
draft-form-revocation = Revocar una autorización
draft-form-rights = Derechos y avisos
draft-form-screen = Evaluación de riesgo
draft-form-survey = Encuesta
draft-form-training = Capacitación
draft-form-attended = Quién vino a una capacitación
draft-form-person = Persona que trabaja aquí
draft-form-work-hours = Horas
draft-form-work-call-out = Llamada a la escena
draft-form-assessment = Estudio de necesidades
draft-form-count = Cuenta de una encuesta
draft-form-access = Quién tiene su registro
draft-form-name = Quién está a cargo de ella
draft-form-address = Lo que protege su dirección
draft-form-facts = Quién es ella
draft-form-hold = Retención legal
draft-form-relation = Qué es ella de otra persona
draft-form-logo = Nuestro logotipo
draft-form-wording = Palabras de un papel
draft-form-part = Un formulario de una página
draft-form-other = Un formulario que este programa no conoce
draft-kept-at = Conservado a las { $time }, aún sin guardar
draft-kept-on = conservado { $day }, { $time }
draft-brought-back = Escribió esto { $day }, { $time }, y no lo guardó.
draft-start-afresh = Empezar de nuevo
draft-discard = Descartar
draft-discard-ask = ¿Descartar lo que escribió?
draft-discard-yes = Sí, descartar
draft-discard-no = No, conservarlo

## More, and the palette
rail-more = Más
rail-palette = Hacer…
palette-title = ¿Qué quiere hacer?
palette-hint = Por ejemplo: ref 1004. Arriba y Abajo mueven, Enter lo hace, Esc cierra.
palette-nothing = Nada coincide. Escriba menos letras.
palette-night = Colores de día o de noche
key-palette = Hacer cualquier cosa escribiéndola
more-duplicates = ¿Registrada dos veces?
more-duplicates-lead = Registros que pueden ser de una sola persona
more-new-partner = Nueva agencia asociada
more-new-partner-lead = Añadir una agencia al directorio
more-help = Ayuda
more-help-lead = Las teclas y lo que hay que recordar
not-said = No se dijo
since = Desde
how-many = Cuántos
more-agreements = Acuerdos
more-agreements-lead = Con las agencias asociadas, y cuándo revisarlos

## The history with a partner agency
partner-stages = Cómo ha ido
partner-stages-picture = { $count ->
    [one] Una línea de un paso. La tabla de abajo tiene la fecha.
   *[other] Una línea de { $count } pasos. La tabla de abajo tiene las fechas.
}
partner-no-answer = Sin respuesta
partner-no-concern = No dijeron qué les preocupa.
partner-promises = Compromisos y próximos pasos
partner-no-promise = No se prometió nada.
partner-step-done = Hecho { $day }
partner-came-of-it = Qué resultó de las referencias a ellos
agreements-title = Acuerdos
agreements-add = Nuevo acuerdo
agreements-none = Ninguno.
agreements-renew = Firmado de nuevo
agreements-review = revisar el { $day }
agreements-ended = terminó el { $day }

## What else is recorded of a victim
panes-label = Lo que se registró de ella
hint-clock = Por ejemplo: 21:40
incidents-title = Incidentes
incidents-add = Nuevo incidente
incidents-none = Ninguno registrado.
incident-no-day = Fecha no conocida
incident-strangulation = Se reportó estrangulación
incident-others = { $count ->
    [one] una persona más
   *[other] { $count } personas más
}
incident-edit = Cambiar
incident-edit-part = Cambiar su parte
incident-add-fact = Añadir una respuesta
incident-none = Ninguno en particular
services-by = Hecho por
services-by-me = Yo
services-title = Servicios
services-add = Registrar un servicio
services-none = Ninguno registrado.
services-item = Renglón del informe de la subvención
services-reason = Por qué
services-quantity = Cuántas veces
services-times = { $count ->
        [1] 1 vez
       *[other] { $count } veces
    }
services-miles = { $miles ->
        [1] 1 milla
       *[other] { $miles } millas
    }
services-of-referral = por una referencia
services-compensation = Ayudó con una solicitud
screens-title = Evaluaciones de riesgo
screens-add = Nueva evaluación
screens-none = Sin evaluación.
screens-follow-up = Hay un seguimiento para { $at }.
screens-hotline = se llamó a la línea { $at }
screens-belief = Lo que usted cree
screens-belief-yes = Creo que el peligro es grande, aunque las respuestas digan otra cosa
screens-hotline-step = Línea de ayuda
screens-hotline-now = Se acaba de llamar a la línea
next-steps-title = Lo que sigue
next-steps-add = Fijar según una regla
next-steps-court = Primer día en la corte
next-steps-not-by = no por { $channel }
next-steps-attempts = { $count ->
    [one] un intento
   *[other] { $count } intentos
}
next-steps-left = { $count ->
    [one] queda uno
   *[other] quedan { $count }
}
rights-pane-title = Derechos y avisos
rights-add = Dar un aviso
rights-none = Ninguno dado.
rights-item = Lo que se le dijo o entregó
rights-version = Versión impresa
orders-title = Órdenes de protección
orders-add = Nueva orden
orders-none = Ninguna registrada.
orders-no-end = No se conoce el último día
orders-run-out = ya venció
court-title = Días en el tribunal
court-add = Nuevo día
court-none = Ninguno registrado.
court-event = De qué se trata
court-on = Día
court-at = Hora
court-place = Tribunal y sala
court-tell = Se le avisa antes de que llegue el día, y otra vez si cambia: se pone un seguimiento.
custody-title = Avisos de custodia
custody-add = Registrar
custody-none = Aún no se preguntó.
custody-phone = Teléfono registrado
custody-no-pin = Nunca escriba el PIN.
custody-phone-unsafe = Llamar a este teléfono puede dañarla
claims-title = Compensación
claims-add = Abrir una solicitud
claims-none = Ninguna abierta.
claims-next = Siguiente
claims-file-by = presentar antes del { $day }
claims-report-by = reportar antes del { $day }
told-title = Lo que se dijo de ella
told-announce = Orden de la corte o ley
told-announce-hint = Al guardarla queda un seguimiento: primero se le avisa a ella.
told-under-order = Informar según la orden
told-nothing = No se dijo nada a nadie.
told-to = A quién
told-what = Qué
told-not-made = La carta nunca se hizo: no se dijo nada
facts-title = Quién es
facts-age-hint = Su fecha de nacimiento, o su edad, o la edad aproximada. Con una basta.
facts-race = Raza u origen étnico, según ella
facts-classes = Grupos por los que pregunta la subvención
facts-other-name = Otro nombre
facts-add-name = Agregar otro nombre
facts-remove-name = Quitar
facts-missing = Sin preguntar todavía: { $what }
relations-title = Qué es ella de otras personas registradas
relations-add = Agregar
relations-none = Nada registrado.
relations-take-back = Retirar
relations-what = De esa persona, ella es
address-title = Lo que protege su domicilio
address-blocks = Al guardar se bloquean las formas de contacto que llevan a un domicilio.
address-street-hint = Déjelo vacío a menos que una ley lo exija. Ningún papel lo muestra.
address-street-kept = Se guarda un domicilio por una necesidad legal: { $need }
access-title = Quién tiene su expediente
access-who = Quién puede tenerlo
access-kept = Lo que una laptop ya tenía, lo conserva.
access-named = Nombradas para ella
access-named-none = No hay nadie nombrado.
access-name = Nombrar a alguien
access-name-who = Quién trabaja aquí
access-name-lead = Un registro restringido o sellado va a la computadora de esa persona con su próximo archivo de regreso. Un voluntario la ve.
access-no-longer = Ya no
classification-normal = Normal
classification-restricted = Restringido
classification-sealed = Sellado
classification-means-normal = Todas las laptops de la oficina.
classification-means-restricted = El condado, quienes escribieron sobre ella y quienes están nombrados para ella.
classification-means-sealed = El condado y quienes están nombrados para ella.
hold-put = Poner una retención legal
hold-lift = Levantar la retención legal
hold-lift-reason = Quién pidió levantarla
hold-means = Mientras dure, no se borra nada de ella.
hold-means-incident = Mientras dure, no se borra nada de nadie de este incidente.
method-ask-again = Se preguntó de nuevo
method-said = ¿Es segura, según dice ella hoy?
method-said-on = lo dijo { $day }
method-may-answer = puede contestar: { $who }
method-conditions = Condiciones
code-word-show = Palabra clave (mantener)
code-word-kept = Queda anotado que usted la vio.
code-word-hint = Las dos personas la dicen al hablar.
code-word-stays = Déjelo vacío para conservar la que hay.
incident-join = Agregar a otra persona
exists-title = Lo que existe de ella
exists-hint = Para el día en que ella o una corte pregunte: clases y cantidades de registros, nunca lo que dicen.
exists-show = Mostrar
exists-opened = { $case }, abierto { $day }
exists-told = { $count ->
    [0] No se dijo nada de ella.
    [one] Se informó de ella: una vez
   *[other] Se informó de ella: { $count } veces
}
exists-papers = { $count ->
    [0] No se hizo ningún papel para ella.
    [one] Se hizo para ella: un papel
   *[other] Se hicieron para ella: { $count } papeles
}
exists-code-word = Se acordó una palabra clave con ella.
exists-print = Lo que se dijo de ella se puede imprimir en Otros papeles.
may-be-told = ¿Se puede decir esto?
may-be-told-look = Ver
may-be-told-yes = Se puede decir, hasta { $day }.
may-be-told-no = No se debe decir: { $reason }
papers-title = Papeles
papers-none = Ningún papel.
papers-old-number = Número viejo de { $names }
papers-name = Mire el formulario: ¿está su nombre como en la autorización?
papers-name-no = Entonces no se lo lleva. Haga uno nuevo y destruya este.
papers-old-way = El número de ella es viejo o no es seguro
paper-to-given = Ella lo tiene
paper-to-given_verbally = Leído en voz alta
paper-to-destroyed = Destruido
release-more = El resto del formulario
guarded-title = Proteger su registro
guarded-address = Programa de direcciones
guarded-who = Quién puede tenerlo
guarded-normal = Todas las laptops de la oficina
guarded-restricted = El condado, quienes escribieron sobre ella y quienes fueron nombrados para ella
guarded-sealed = Solo el condado y quienes fueron nombrados para ella
guarded-hold = Poner una retención
guarded-hold-means = Mientras esté puesta no se borra nada de ella.
guarded-lift = Quitar la retención
guarded-lift-means = Desde entonces lo de ella puede vencer y borrarse.
guarded-lift-why = Quién pidió quitarla
guarded-street-hint = Déjelo vacío si ninguna ley exige la calle. No aparece en ningún papel.

## The county's laptops, files, papers and orders
days = Días
more-laptops = Laptops y llaves
more-laptops-lead = Quién se atrasó, una laptop perdida, archivos que esperan, la llave del condado
more-papers = Papeles afuera
more-papers-lead = Lo que se dio o se guarda, y cuáles tienen un número viejo
more-disclosures = Qué se dijo y de quién
more-disclosures-lead = A qué agencia, con qué base, quién lo hizo
more-erasures = Borrar para siempre
more-erasures-lead = Órdenes, quién las cumplió y lo que ya venció
laptops-clock = { $ahead ->
    [yes] reloj { $days } días adelantado
   *[no] reloj { $days } días atrasado
}
laptops-revoke = Quitar de la lista
laptops-revoke-means = { $laptop } se perdió o la robaron: lo que escriba desde ahora queda fuera y no recibe nada más. Para volver hay que inscribirla de nuevo.
laptops-revoked-now = { $laptop } está fuera de la lista
laptops-quiet = Días sin una semana
parked-none = Ningún archivo espera.
parked-look = Ver qué contiene
parked-inside = { $place }, { $person }: { $fresh ->
        [1] 1 cambio nuevo
       *[other] { $fresh } cambios nuevos
    }.
parked-take-in = Recibirlo
parked-take-in-means = Usted responde de que es trabajo honesto de la persona de esa laptop.
parked-keep-out = Dejarlo fuera
parked-forget-means = El archivo se borra aquí. Lo que solo él contiene se pierde, a menos que la laptop lo envíe otra vez.
keys-title = La llave del condado
keys-present = Llave { $number }, en uso desde { $since }. Se sugiere una nueva el { $on }.
keys-replace = Hacer una llave nueva
keys-replace-now = Es hora de una llave nueva.
keys-replace-means = Las semanas se sellan para la llave nueva en cuanto una laptop recibe su próximo archivo. La vieja aún abre lo que viene en camino.
keys-own-missing = Esta oficina se recuperó de una copia vieja y le falta su llave. Haga una llave nueva ahora.
keys-alarm = { $laptop } conoce una lista de laptops que esta oficina no hizo ({ $at }). Averigüe por qué antes de unir.
keys-replaced = Llave { $number }, reemplazada el { $at }
keys-destroyed = destruida el { $at }
keys-can-go = se puede destruir desde el { $day }
keys-waits = espera a { $laptops }
keys-destroy = Destruir esta llave
keys-destroy-means = Lo que se selló para ella ya no lo abre nadie: memorias viejas, copias enviadas, lo que se borró después.
keys-your-passphrase = Su frase de acceso, otra vez
codes-title = Códigos de un solo uso
codes-none = Todavía no llegó ningún código.
codes-number = código { $number }, recibido: { $at }
codes-tell = Olvidó su frase
codes-show = Mostrar el código
codes-who = Asegúrese de que { $person } está al teléfono: quien tenga la laptop y estas palabras la abre. En el historial queda que usted lo pidió.
codes-older = Número de un código anterior
codes-older-hint = Solo si el más nuevo no la abre.
codes-of = { $laptop }, { $person }
codes-words = Lea en voz alta estas ocho palabras
codes-after = Sirve una sola vez. En la laptop: “Olvidé mi frase”.
codes-hide = Ocultar las palabras
sheets-title = Hojas de recuperación
sheets-none = No se ha hecho ninguna. Si esta computadora se daña o se pierde la frase, nadie puede abrir la oficina.
sheets-in-force = Hechas: { $at }. Dos cualesquiera de las tres abren esta oficina.
sheets-make = Hacer hojas
sheets-make-new = Hacer hojas nuevas
sheets-make-three = Hacer tres hojas
sheets-means = Tres personas guardan una cada una. Dos cualesquiera abren esta oficina; una sola no vale nada.
sheets-means-new = Desde ahora solo valen las nuevas: las hojas de antes ya no abren nada.
sheets-folder = Carpeta en una memoria
sheets-folder-hint = Allí se escriben tres PDF. Una memoria no distingue personas: no la suelte.
sheets-after = Imprima cada una en una impresora que no guarde copias, séllela, entregue cada una a otra persona y destruya estos archivos y la memoria. Después cierre el programa: mientras siga abierto, su memoria aún las contiene.
papers-recall = El número de { $name } cambió: { $count ->
    [one] hay un papel afuera
   *[other] hay { $count } papeles afuera
}
papers-recall-ways = Una forma de contactarla cambió o ya no es segura: { $count ->
    [one] hay un papel afuera con ella
   *[other] hay { $count } papeles afuera con ella
}
papers-recall-remedy = Dé un papel nuevo donde sea seguro, o diga el número de viva voz, y marque el viejo como destruido.
told-filter = Número de caso, agencia o persona

# Quién miró qué
more-looks = Quién miró qué
more-looks-lead = Cuándo, quién, qué expediente
looked-since = Desde
looked-until = Hasta
looked-filter = Número de caso o persona
looked-show = Mostrar estos días
looked-who = Quién
looked-what = Qué
looked-own = Esto es lo suyo. La coordinación ve lo de todos.
looked-more = Se muestran los { $count } más nuevos de { $all }. Elija menos días para ver los demás.
looked-reviewed = Revisado por última vez: { $on }, { $by }
looked-never = Nadie los ha revisado todavía.
looked-review = Ya los revisé
erase-order = Nueva orden
erase-basis = Con qué fundamento
erase-what = Qué se debe borrar
erase-what-everything = Todo lo de ella
erase-what-one = Un registro, o campos de uno
erase-record = Qué registro
erase-fields = Solo estos campos (ninguno: todo el registro)
erase-fields-of-hers = Qué campos de su registro
erase-only-fields = De él solo: { $fields }
erase-part-means = Lo que está en la lista se borra aquí ahora, y en cada laptop con su próximo archivo. Nadie puede recuperarlo.
erase-rehearse = Ver qué se borraría
erase-would = De { $case } se borraría, en todas partes y para siempre:
erase-backups = { $count ->
    [one] Una copia de esta oficina se cambiaría por una nueva.
   *[other] { $count } copias de esta oficina se cambiarían por una nueva.
}
erase-for-good = Borrar para siempre
erase-means = { $case } se borra aquí ahora, y en cada laptop con su próximo archivo. Nadie puede recuperarlo.
erase-orders = Órdenes dadas
erase-none = No se dio ninguna.
erase-outstanding = { $count ->
    [one] falta un lugar
   *[other] faltan { $count } lugares
}
erase-everywhere = cumplida en todas partes
erase-not-finished = sin terminar aquí
erase-records = { $count ->
    [one] un registro
   *[other] { $count } registros
}
erase-place = Lugar
erase-confirmed = Allí no queda nada
erase-waits = aún no lo dice
erase-revoked = fuera de la lista: quizá nunca lo diga
erase-late = Borrado al llegar: { $by }, { $place }, { $at }
erase-refused = Una orden en el historial de { $place } ({ $by }, { $at }) no vale: solo el condado ordena.
erase-done = Borrado aquí; siguen las laptops
erase-done-later = La orden vale; el próximo inicio la termina aquí
due-title = Guardado lo suficiente
due-months = Nombres y notas { $identity } meses, todo { $everything } meses después del último trabajo.
due-sample = Estos meses vienen de { $pack }: no se borra nada por ellos.
due-identity = nombres, direcciones y notas
due-everything = todo
due-last-work = último trabajo el { $day }
due-purge = Borrar
due-none = Nadie ha vencido.

## People, trainings, surveys, outreach, policies, counts
hint-a-line-each = Uno en cada renglón
more-staff = Personas y guardias
more-staff-lead = Quién trabaja aquí, cuándo se le puede llamar, horas y salidas
staff-people = Personas
staff-add = Alguien sin laptop
staff-availability-hint = Uno en cada renglón, por ejemplo: vie 18:00 a dom 06:00
staff-no-access = sin acceso
staff-end-access = Quitar el acceso
staff-end-access-means = Desde hoy ya nada se abre para { $name }. Lo que escribió se conserva.
staff-give-access = Devolver el acceso
staff-hours = Horas
staff-hours-kind = Para qué
staff-add-hours = Registrar horas
staff-call-outs = Salidas
staff-add-call-out = Registrar una salida
staff-response = llegó en { $minutes } min
staff-called-out = Quién acudió a las llamadas
more-anonymous = Contactos anónimos
more-anonymous-lead = Personas que no dieron su nombre: cada una cuenta como contacto
anonymous-title = Contactos sin nombre
anonymous-add = Registrar uno
anonymous-crimes = De qué clases de delito se trató
anonymous-from = Desde
anonymous-to = Hasta
anonymous-show = Mostrar
more-trainings = Capacitaciones
more-trainings-lead = Quién asistió y a quién le falta
trainings-title = Capacitaciones
trainings-add = Nueva sesión
trainings-first = Es la primera
trainings-lacking = Faltan: { $names }
trainings-planned = prevista
more-surveys = Encuestas
more-surveys-lead = Hojas entregadas y devueltas, y lo que dicen
surveys-title = Encuestas
surveys-add = Nueva encuesta
surveys-count = Contar hojas
surveys-sheets = { $out } entregadas, { $back } devueltas
surveys-answers-hint = Un renglón por respuesta: pregunta; respuesta; cuántas veces. Nunca quién lo dijo.
more-outreach = Difusión y reuniones
more-outreach-lead = Un mes a la vista, y el registro
outreach-title = Difusión en la comunidad
outreach-add = Registrar difusión
outreach-reached = { $count ->
    [one] una persona
   *[other] { $count } personas
}
meetings-title = Reuniones de grupos
meetings-add = Registrar una reunión
meetings-minutes = Lo que se dijo
more-groups = Juntas y grupos de trabajo
more-groups-lead = Quiénes son, quién dirige y qué se decidió
groups-title = Grupos
groups-add = Nuevo grupo
groups-none = Aún no hay ningún grupo.
groups-members = Integrantes
groups-add-member = Nuevo integrante
groups-speaks-for = Habla por
groups-for-nobody = Ninguna agencia del directorio
groups-members-count = { $count ->
    [one] un integrante
   *[other] { $count } integrantes
}
groups-meetings-count = { $count ->
    [one] una reunión
   *[other] { $count } reuniones
}
materials-title = Entregado y prestado
materials-add = Registrar lo entregado o prestado
materials-notice = Nunca escriba a quién se le dio: para una víctima eso es un servicio suyo.
materials-item = Qué
materials-left = Lo que se dejó allí
materials-returned = volvió el { $day }
assessments-title = Estudios de necesidades
assessments-add = Nuevo estudio
assessments-scope = Sobre qué pregunta
loans-title = Prestado
loans-returned = Devuelto
month-before = Mes anterior
month-after = Mes siguiente
month-held = { $count ->
        [1] 1 realizado
       *[other] { $count } realizados
    }
month-nothing = No hubo nada en este mes.
more-policies = Reglas y listas
more-policies-lead = Lo que decidió el condado, paquetes estatales y cada lista
policies-county = Lo que vale en todas partes
policies-own = propio del condado
policies-of-pack = del paquete del estado
policies-codes = Listas de códigos
policies-list = Lista
policies-code = Código
policies-word = Palabra
policies-phone-hint = Vacío: una línea para escribirlo
policies-empty-hint = Vacío: lo que diga el paquete del estado
policies-changes = Qué cambia
policies-no-change = No cambia nada.
policies-follow = Vale aquí de inmediato, y en cada laptop con su próximo archivo.
policies-due = Con esto puede vencer el tiempo de otras personas. Mire después en “Borrar para siempre”; nada se borra solo.
policies-stands-in = El paquete del estado elegido no está aquí: en su lugar está el de muestra.
policies-install-pack = Instalar nuestro paquete del estado
policies-install-lists = Instalar nuestras listas
policies-file-pack = Archivo del paquete del estado
policies-file-lists = Archivo de nuestras listas
policies-install-hint = Un archivo JSON, como explica la guía. Primero se lee; todavía no se guarda nada.
policies-install-read = Leerlo
policies-save-pack = Instalarlo y elegirlo
policies-save-lists = Instalarlas
lists-title = Listas propias
lists-none = Ninguna: valen las del programa.
lists-retired = ya no se da
lists-follow-up = Cifras propias: { $policy }
lists-denied = Nunca en un papel que se pueda encontrar
lists-closed = Cerrado el
policies-install-holds = Lo que dice
more-wordings = Palabras de nuestros papeles
more-wordings-lead = Lo que dicen cartas y formularios, con palabras del condado
wordings-texts = Textos
wordings-which = Qué textos
wordings-only-own = Solo los que el condado escribió, de todos los papeles
wordings-none = Ningún texto.
wordings-choose = Elija un texto. Aquí aparecen sus palabras, las del programa y las del condado.
logo = Logotipo de los papeles
logo-where = Está arriba en los papeles que nombran a la oficina. Ningún papel que alguien puede encontrar lo tiene.
logo-none = Los papeles no tienen logotipo.
logo-file = Archivo de la imagen
logo-file-hint = Un archivo PNG de hasta 16 kB, de 48 a 600 puntos de ancho y de alto.
logo-shows = Qué muestra
logo-shows-hint = Para quien no lo puede ver. Hasta 100 letras.
logo-set = Ponerlo en los papeles
logo-remove = Quitarlo de los papeles
wordings-every = Lo que dice todo papel
wordings-signatures = Firmas de las cartas
wordings-full = Su carta, completa
wordings-plain = Su carta, sencilla
wordings-discreet = Su carta, discreta
wordings-recovery = Hoja de recuperación
wordings-program = Las palabras del programa
wordings-county = Las palabras del condado
wordings-values = Puede usar: { $values }
wordings-no-values = No se pone nada en él.
wordings-discreet-rule = Está en un papel que alguien puede encontrar: ninguna palabra que lo delate, ni el nombre de la oficina.
wordings-not-used = No se usan las palabras del condado: este programa no las entiende o no debe decirlas.
wordings-unused = no se usa
wordings-show = Ver cómo se lee
wordings-reads = Así se lee
wordings-reset = Volver a las palabras del programa
more-counts = Cifras para la subvención
more-counts-lead = Un trimestre junto al anterior, y cómo se contó
quarter-before = Trimestre anterior
quarter-after = Trimestre siguiente
counts-what = Qué
counts-now = Este trimestre
counts-before = Antes
counts-how = ¿Cómo se contó?
counts-settings = Qué se cuenta
counts-public = Para el público
counts-public-hint = Oculta las cifras de 1 a 10 y aquello de lo que se deducen.
counts-new-reset = Todos vuelven a ser nuevos
counts-reset-FFY = cada octubre
counts-reset-SFY-0701 = cada julio
counts-reset-LIFETIME = nunca
handed-in-title = Entregado
hand-in = Entregamos estas cifras hoy
hand-in-amended = Como informe corregido, hoy
handed-in-on = Entregado el { $day } por { $by }.
handed-in-same = Hoy se cuenta igual.
handed-in-differs = { $count ->
    [one] Una cifra se cuenta hoy de otro modo
   *[other] { $count } cifras se cuentan hoy de otro modo
}
counts-notes = Revise esto
counts-unit-persons = Personas, cada una una vez.
counts-unit-contacts = Contactos, todos.
counts-unit-times = Tantas veces como se dio.
counts-rule-Q1 = Quien recibió al menos un servicio que paga la subvención.
counts-rule-Q2 = Alguien que no dio su nombre.
counts-rule-Q3 = Quien recibió servicios por primera vez en este trimestre de su año.
counts-rule-Q4A = Solo personas nuevas. Quien eligió varias cuenta como múltiple.
counts-rule-Q4B = Solo personas nuevas, como cada una lo dijo.
counts-rule-Q4C = Solo personas nuevas, según su edad en el primer servicio.
counts-rule-Q5A = Según los delitos de los incidentes por los que se les atendió; una persona puede contar en varios. También cuentan los contactos anónimos.
counts-rule-Q5B = Personas atendidas por dos o más clases de delito.
counts-rule-Q5C = Como ellas mismas lo dijeron; una persona puede contar en varios.
counts-rule-Q6 = Con ayuda para una solicitud, cualquiera que fuera el servicio.
counts-rule-Q7 = Clases de servicio que se dieron.
counts-rule-Q8A = Servicios de esta clase que se dieron y que paga la subvención.
counts-rule-Q8B = Servicios de esta clase que se dieron y que paga la subvención.
counts-rule-Q8C = Servicios de esta clase que se dieron y que paga la subvención.
counts-rule-Q8D = Servicios de esta clase que se dieron y que paga la subvención.
counts-rule-Q8E = Servicios de esta clase que se dieron y que paga la subvención.
counts-several = Varias
counts-not-reported = No informado
today-late-laptops = Laptops atrasadas

## Otros papeles
more-make-paper = Otros papeles
more-make-paper-lead = Formularios, tarjetas y listas para imprimir
paper-which = Qué papel
paper-blank = En blanco, para llenar a mano
paper-agreement = Qué acuerdo
paper-none-yet = Ninguno elegido
carry-stays = Se queda con nosotros
paper-stays = Este papel se queda con nosotros. No va con ninguna víctima.
paper-choose = Elija de qué trata. El papel aparece aquí.
letter-form-detail-pocket-card = Solo números de teléfono, para la cartera
letter-form-detail-plain = Palabras sencillas, sin oficina ni delito

## Trabajo largo y copias de respaldo

more-backup = Copia de respaldo
more-backup-lead = Copiar todo, cifrado, a una memoria USB u otro disco
backup-last = Última copia de respaldo: { $time }
backup-none = Todavía no se ha hecho ninguna copia desde esta pantalla.
backup-folder = Carpeta para la copia
backup-folder-hint = Elija una memoria USB o un disco que se guarde en otro lugar. La copia tendrá su propia carpeta.
backup-make = Hacer la copia ahora
backup-made = La copia está hecha. Se leyó de principio a fin.
backup-size = { $megabytes } MB
backup-needs = Lo que hace falta para abrirla
backup-needs-passphrase = La frase de contraseña de esta oficina. La copia es tan segura como esa frase.
backup-needs-secret = El secreto propio de esta computadora, que no está en la copia. Si la computadora ya no existe, el condado abre su copia con dos hojas de recuperación. Una laptop se une de nuevo y recibe todo lo que tiene el condado.
backup-needs-erasing = Si después un tribunal ordena borrar algo, esta copia todavía lo tiene. Destruya las copias viejas.
first-backup = Traer de vuelta una copia
first-backup-hint = Esta computadora tenía una oficina y su carpeta se perdió o se dañó.
first-backup-folder = Carpeta de la copia de respaldo
first-backup-folder-hint = La carpeta cuyo nombre empieza con “countyline-”.
first-backup-now = Traerla de vuelta
work-merge = Uniendo
work-rehearse = Revisando los archivos
work-receive = Recibiendo
work-return = Escribiendo los archivos de regreso
work-import = Tomando la tabla
work-export = Escribiendo la tabla
work-check = Revisando mis datos
work-backup = Haciendo la copia de respaldo
work-file = Archivo { $file } de { $files }
work-done = { $done } de { $of }
work-left-seconds = faltan unos { $count } s
work-left-minutes = faltan unos { $count } min
work-stop = Detener
work-stopping = Deteniendo…
## Taking back
undo = Deshacer
redo = Rehacer
undo-saved = Guardado: { $record }
undo-taken-back = Deshecho: { $record }
undo-of = Deshacer: { $record }
redo-of = Rehacer: { $record }
undo-close = Cerrar
taken-back-at = Deshecho a las { $time }. Queda en el historial.
done-again-at = Rehecho a las { $time }
key-undo = Deshacer lo último que guardó
timeline-taken-back = Deshecho
record-victim = Víctima
record-contact-method = Forma de contacto
record-contact = Contacto
record-partner = Organización aliada
record-partner-contact = Contacto con una organización
record-referral = Referencia
record-release-of-information = Autorización
record-follow-up = Seguimiento
record-incident = Incidente
record-participation = Su participación en un incidente
record-rights-notice = Aviso de derechos
record-protection-order = Orden de protección
record-report-snapshot = Informe entregado
record-court-date = Un día en el tribunal
record-custody-notice = Aviso de custodia
record-compensation-claim = Solicitud de compensación
record-incident-fact = Dato de un incidente
record-office-policy = Lo que rige en esta oficina
record-wording = El texto de un documento
record-service-event = Servicio
record-risk-screen = Evaluación de riesgo
record-partner-service = Servicio de una organización
record-partner-location = Lugar de una organización
record-partner-person = Persona de una organización
record-agreement = Convenio
record-advisory-group = Grupo
record-group-member = Integrante de un grupo
record-group-meeting = Reunión
record-community-event = Actividad comunitaria
record-material = Material
record-call-out = Llamado de servicio
record-training-session = Capacitación
record-survey = Encuesta
record-survey-return = Conteo de una encuesta
record-needs-assessment = Evaluación de necesidades
record-staff-hours = Horas

# Quién está de guardia
on-call-title = Quién está de guardia
on-call-add = Anotar una guardia
on-call-none = No hay guardias en estas semanas.
on-call-off = Cancelada
on-call-call-off = Cancelar
on-call-on-again = Sí va a ser
on-call-repeat-hint = Déjelo vacío para una sola guardia
field-repeat-until = Cada semana hasta
field-begins-on = Desde qué día
field-ends-on = Hasta qué día
record-on-call-shift = Una guardia
record-letter = Una carta
record-disclosure = Lo que se dijo a una agencia

## La historia de sus registros
history-title = Cambios de { $number }
history-open = Todos los cambios
history-lead = Cada cambio de sus registros, primero el más nuevo. Aquí nada se puede cambiar.
history-about = Sobre
history-everything = Todo
history-words = Palabras que busca
history-count = { $count ->
    [one] Un cambio
   *[other] { $count } cambios
}
history-none = Ningún cambio coincide.
history-was = antes { $before }
history-gone = quitado
history-made = escrito
history-changed = cambiado
history-hidden = oculto
history-brought-back = traído de vuelta

lists-zones = Zonas
lists-other-zones = { $count ->
    [one] Zonas que no están en la lista: 1 registro
   *[other] Zonas que no están en la lista: { $count } registros
}
