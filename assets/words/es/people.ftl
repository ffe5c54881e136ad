# Palabras para víctimas, incidentes y lo que protege a las personas.

name-kind-legal = Nombre legal
name-kind-chosen = Nombre que ella eligió
name-kind-alias = Otro nombre
name-kind-unnamed = No dio su nombre

age-band-AGE1 = 0 a 12
age-band-AGE2 = 13 a 17
age-band-AGE3 = 18 a 24
age-band-AGE4 = 25 a 59
age-band-AGE5 = 60 o más

race-ethnicity-R01 = Indígena estadounidense o nativa de Alaska
race-ethnicity-R02 = Asiática
race-ethnicity-R03 = Negra o afroamericana
race-ethnicity-R04 = Hispana o latina
race-ethnicity-R05 = Nativa de Hawái o de otra isla del Pacífico
race-ethnicity-R06 = Blanca
race-ethnicity-R07 = Otra raza
race-ethnicity-not-asked = No se ha preguntado
race-ethnicity-declined = No quiso decirlo
race-ethnicity-unknown = No se sabe

gender-G1 = Hombre
gender-G2 = Mujer
gender-G3 = Otro
gender-not-asked = No se ha preguntado
gender-declined = No quiso decirlo
gender-unknown = No se sabe

special-class-S1 = Sorda o con dificultad para oír
special-class-S2 = Sin hogar
special-class-S3 = Inmigrante, refugiada o solicitante de asilo
special-class-S4 = LGBTQ
special-class-S5 = Veterana
special-class-S6 = Con una discapacidad
special-class-S7 = Poco inglés
special-class-S8 = Otra
special-class-not-asked = No se ha preguntado
special-class-declined = No quiso decirlo
special-class-unknown = No se sabe

relation-child = Hijo o hija
relation-parent = Madre o padre
relation-partner = Pareja
relation-other-family = Otro familiar
relation-household = Vive con ella
relation-guardian = Persona encargada
relation-other = Otra relación

incident-role-primary = Víctima
incident-role-secondary = Persona afectada
incident-role-witness = Testigo

victimization-V01 = Agresión física a una persona adulta
victimization-V02 = Agresión sexual a una persona adulta
victimization-V03 = Persona adulta que sufrió abuso sexual en la niñez
victimization-V04 = Incendio provocado
victimization-V05 = Acoso escolar o en línea
victimization-V06 = Robo en una casa o un local
victimization-V07 = Maltrato físico o descuido de menores
victimization-V08 = Pornografía infantil
victimization-V09 = Abuso sexual de menores
victimization-V10 = Violencia en el hogar o la familia
victimization-V11 = Choque por conducir bajo los efectos del alcohol o las drogas
victimization-V12 = Maltrato o descuido de personas mayores
victimization-V13 = Crimen de odio
victimization-V14 = Trata laboral
victimization-V15 = Trata sexual
victimization-V16 = Robo de identidad, fraude u otro delito de dinero
victimization-V17 = Secuestro, no por la madre o el padre
victimization-V18 = Secuestro por la madre o el padre
victimization-V19 = Violencia masiva
victimization-V20 = Otro delito con un vehículo
victimization-V21 = Asalto
victimization-V22 = Acecho o acoso
victimization-V23 = Familiar de una víctima de homicidio
victimization-V24 = Violencia en el noviazgo de adolescentes
victimization-V25 = Terrorismo
victimization-V26 = Otro

offender-relation-spouse = Cónyuge
offender-relation-ex = Expareja
offender-relation-dating = Novio o novia
offender-relation-parent = Madre o padre
offender-relation-child = Hijo o hija
offender-relation-other-family = Otro familiar
offender-relation-caregiver = Persona que la cuida
offender-relation-acquaintance = Persona conocida
offender-relation-stranger = Persona desconocida
offender-relation-unknown = No se sabe

incident-fact-firearm-surrender-asked = Se pidió u ordenó entregar las armas
incident-fact-ems-offered = Se ofreció ambulancia
incident-fact-ems-accepted = Aceptó la ambulancia
incident-fact-danger-signs-sheet = Se dio la hoja de señales de peligro
incident-fact-forensic-exam-offered = Se ofreció examen forense
incident-fact-transport-given = Se dio transporte
incident-fact-u-visa-certification = Se pidió la certificación para visa U
incident-fact-mandated-report = Se hizo el reporte obligatorio
incident-fact-passed-to-investigator = Lo que dijo se pasó a la persona que investiga
incident-fact-property-returned = Se devolvieron sus cosas
incident-fact-scene-cleaned = Se limpió el lugar
incident-fact-pets-cared-for = Se atendió a las mascotas

notice-item-state-card = Tarjeta de derechos del estado
notice-item-brochure = Folleto
notice-item-compensation-leaflet = Hoja sobre la compensación
notice-item-strangulation-sheet = Señales de peligro después de estrangulamiento
notice-item-vine-leaflet = Hoja sobre los avisos de custodia
notice-item-role-disclosure = Lo que no puede quedar en secreto

how-given-hand = En mano
how-given-mail = Por correo
how-given-verbal = De palabra

acknowledgement-signed = Firmó
acknowledgement-refused = No quiso firmar
acknowledgement-not-safe-to-sign = No era seguro firmar
acknowledgement-unable = No pudo firmar

court-event-first-appearance = Primera comparecencia
court-event-bail-hearing = Audiencia de fianza
court-event-protection-order-hearing = Audiencia sobre una orden de protección
court-event-hearing = Otra audiencia
court-event-trial = Juicio
court-event-plea = Declaración de culpabilidad
court-event-sentencing = Sentencia
court-event-parole-hearing = Audiencia de libertad condicional
court-event-other = Otra cosa en el tribunal

court-date-state-planned = Prevista
court-date-state-held = Se celebró
court-date-state-called-off = Cancelada

custody-state-registered-with-help = Se registró con nuestra ayuda
custody-state-not-registered = No está registrada
custody-state-declined = No lo quiso

claim-status-informed = Informada
claim-status-form-given = Se dio el formulario
claim-status-assisted = Se ayudó con el formulario
claim-status-filed = Presentada
claim-status-decision = Con decisión
claim-status-appeal = En apelación

disclosure-basis-same-agency = La misma agencia
disclosure-basis-le-prosecution-purpose = Policía o fiscalía
disclosure-basis-victim-release = Su autorización
disclosure-basis-court-or-statute = Orden de la corte o ley

disclosure-form-paper = En papel
disclosure-form-verbal = De palabra
disclosure-form-bundle = En un archivo sellado

letter-kind-victim = Para ella
letter-kind-agency = Para una agencia
letter-kind-office = Para nuestra oficina

paper-kind-resource-list = Lista de lugares
paper-kind-release-form = Autorización para compartir información
paper-kind-rights-notice = Aviso de derechos
paper-kind-danger-signs = Señales después de presión en el cuello
paper-kind-safe-contact-card = Tarjeta de contacto seguro, para el expediente
paper-kind-roll-call = Llamadas pendientes, para un turno
paper-kind-disclosure-log = Lo que se compartió de una víctima
paper-kind-lost-laptop = Qué hacer cuando se pierde una laptop
paper-kind-agreement-page = Un acuerdo en una hoja
paper-kind-quick-card = Tarjeta rápida para agentes
paper-kind-six-words = Las seis palabras de una laptop que se inscribe

paper-state-given = Entregada
paper-state-held = Guardada para ella
paper-state-given-verbally = Dicha de palabra
paper-state-destroyed = Destruida
paper-state-not-made = Nunca se hizo

envelope-never-send = No enviar nunca
envelope-hold-for-pickup = Guardar hasta que la recoja
envelope-send-to-trusted = Enviar a la persona de confianza
envelope-no-return-address = Sin remitente
envelope-plain = Sobre común

obstacle-do-not-contact = No contactar
obstacle-not-safe = No es seguro
obstacle-not-asked = Nadie preguntó si es seguro
obstacle-blocked = Contestó otra persona: pregúntele primero
obstacle-closed = No lleva a nadie
obstacle-monitored = Él puede estar vigilándolo
obstacle-never-send = No enviar correo nunca

signer-capacity-self = Ella misma
signer-capacity-minor = La persona menor
signer-capacity-parent = La madre o el padre
signer-capacity-guardian = La persona encargada

release-method-phone = Teléfono
release-method-in-person = En persona
release-method-letter = Carta
release-method-secure-email = Correo electrónico seguro
release-method-fax = Fax

revoked-how-oral = De palabra
revoked-how-written = Por escrito

withheld-reason-absent = Sin autorización
withheld-reason-revoked = Retirada
withheld-reason-future-dated = Aún no vale
withheld-reason-expired = Vencida
withheld-reason-out-of-scope = No lo incluye

history-sign-field-codes = Campos como en una respuesta de NCIC
history-sign-heading = Encabezado de antecedentes penales
history-sign-record-number = Número de un expediente penal

follow-up-reason-strangulation-check = Después de estrangulamiento: preguntar cómo está
follow-up-reason-notify-of-order = Avisarle de la orden
letter-form-agency = Para una agencia
letter-form-plain = Sencilla
letter-form-pocket-card = Tarjeta de bolsillo
letter-form-release-form = Autorización para compartir información
letter-form-safe-contact-card = Tarjeta de contacto seguro
letter-form-disclosure-log = Lo que se compartió
letter-form-resource-list = Lista de lugares útiles
check-sample-pack = Los derechos son una muestra y no la ley de un estado: no lo entregue
check-known-as-of = Lo que escribieron otras personas se sabe aquí solo hasta el { $date }

field-name-kind = Clase de nombre
field-name-safe-to-print = ¿Se puede imprimir su nombre?
field-birth-date = Fecha de nacimiento
field-age-at-incident = Edad cuando ocurrió
field-age-at-first-service = Edad al primer servicio
field-age-band = Edad aproximada
field-gender = Género
field-gender-stated = Género, en sus palabras
field-pronoun = Cómo hablar de ella
field-special-class-other = Otro grupo, explicado
field-interpreter-need = ¿Necesita intérprete?
field-access-needs = Lo que necesita para recibir servicio
field-acp = ¿Está en un programa de domicilio confidencial?
field-acp-substitute-address = Domicilio sustituto
field-acp-card-number = Número del certificado
field-acp-expires-on = Certificado hasta
field-real-address = Domicilio, guardado por una necesidad legal
field-real-address-need = La necesidad legal
field-minor = ¿Es menor de edad?
field-guardian = Quién puede firmar
field-guardian-is-alleged-abuser = ¿La persona encargada es quien presuntamente la maltrata?
field-tribal-affiliation = Tribu
field-sealed = Sellado: solo quienes están nombrados para ella
field-legal-hold = Retención legal
field-legal-hold-reason = Quién pidió la retención
field-do-not-contact-reason = Por qué no contactarla
field-verified-on = Se dijo que es seguro el
field-who-may-answer = Quién puede contestar
field-code-word = Palabra clave
field-envelope = Correo
field-language-relay = Idioma, servicio de relevo o TTY
field-monitored-device = ¿Puede él estar vigilándolo?
field-blocked = Bloqueado hasta preguntarle
field-closed = No lleva a nadie
field-signer = Quién firmó
field-signer-capacity = Firmó como
field-effective-on = Desde
field-excluded-items = Lo que no quiere que se diga
field-revoked-on = Retirada el
field-revoked-how = Cómo se retiró
field-revoked-by = Quién la retiró
field-paper-state = Dónde está el papel
field-came-out = ¿Se imprimió?
field-agency-case-number = Número de la agencia
field-occurred-on = Ocurrió el
field-occurred-at = Hora
field-tribal-jurisdiction = ¿Jurisdicción tribal?
field-arrest = ¿Hubo arresto?
field-in-custody = ¿Está detenido?
field-weapon-firearm = ¿Hay un arma de fuego?
field-children-present = ¿Había menores?
field-protection-order-in-force = ¿Había orden de protección vigente?
field-responding-agency = Quién atendió la llamada
field-victimization-other = Tipo de delito, explicado
field-offender-relation = Qué es él para ella
field-strangulation-reported = ¿Se reportó estrangulamiento?
field-explained = ¿Se le explicó?
field-served = ¿Se le notificó a él?
field-status-on = Desde el
field-report-by = Denunciar antes del
field-file-by = Presentar antes del
field-verify-after-days = Volver a preguntar después de (días)
field-state-pack = Paquete del estado
field-identity-months = Nombres y notas se guardan (meses)
field-call-back-phone = Nuestro teléfono en cartas a agencias
field-statistics-months = Todo se guarda (meses)

# A sample’s name never stands without the word that it is no state’s law: commands and screens say it by this message.
state-pack-name = { $sample ->
    [yes] { $name } (muestra, no es la ley de su estado: pregunte a su coordinación)
   *[no] { $name }
}
field-installed-pack = Paquete del estado, propio de la oficina
field-logo = Logotipo de los papeles
field-own-lists = Listas propias de la oficina
field-pack-sample = ¿Es una muestra, no la ley de un estado?
field-pack-chosen-by = Quién eligió el paquete del estado

cli-policy-phone = Teléfono en cartas a agencias: { $phone }
cli-policy = Se pregunta otra vez después de { $days } días. Paquete del estado: { $pack }. Nombres y notas se guardan { $identity } meses; todo, { $statistics } meses.
state-pack-stands-in = El condado eligió el paquete del estado “{ $chosen }”. Aún no llegó a esta computadora, o este programa no lo entiende: en su lugar vale la muestra.
state-pack-sample-months = El plazo de conservación viene de { $pack }. Por él no se depura nada hasta que el condado fije sus propios meses.
cli-pack-checked = Se puede instalar: { $pack }. Fuente: { $source }
cli-pack-installed = Instalado y elegido para cada lugar de la oficina: { $pack }. Fuente: { $source }
cli-lists = { $version ->
    [0] La oficina no tiene listas propias.
   *[other] Listas propias de la oficina, versión { $version }.
}
cli-lists-checked = Se puede instalar: listas de la versión { $version }.
cli-lists-installed = Instaladas para todos los puestos de la oficina: listas de la versión { $version }.
cli-lists-service = {"  "}{ $name } ({ $code }) cuenta como { $countsAs }{ $retired ->
    [yes] ; ya no se da
   *[no] {""}
}
cli-lists-follow-up = {"  "}Cifras propias: { $policy }
cli-lists-denied = {"  "}Nunca en un papel que se pueda encontrar: { $words }
cli-lists-closed = {"  "}Cerrado el { $on }
cli-claim-row = { $status }  { $on }  denunciar antes del { $reportBy }  presentar antes del { $fileBy }  { $id }
cli-claim-pack = {"  "}Plazos según el paquete del estado { $pack }. Lo eligió: { $by }
cli-notice-row = { $on }  { $item }  { $id }
cli-notice-right = {"  "}{ $right }
cli-notice-pack = {"  "}Derechos según el paquete del estado { $pack }.

cli-facts-saved = Se guardó quién es, según lo que dijo.
cli-gate-line = { $channel }  { $value }  { $safe }
cli-gate-usable = {"  "}se puede usar. Horario: { $hours }. Puede contestar: { $who }. Diga: { $cover }. Mensaje: { $voicemail }.
cli-gate-obstacle = {"  "}no se debe usar: { $obstacle }
cli-gate-reason = {"  "}se marcó así porque: { $reason }
cli-gate-ask-again = {"  "}Pregunte otra vez si es seguro. Se dijo por última vez el { $on }.
cli-gate-code-word = {"  "}Se acordó una palabra clave. Véala con safe-contact code-word; eso queda en el historial.
cli-gate-none = No hay ninguna manera de contactarla anotada.
cli-code-word = Palabra clave: { $word }
cli-code-word-none = No se acordó ninguna palabra clave.
cli-incident-row = { $on }  { $zone }  { $types }  { $relation }  { $id }
cli-incident-officer = {"  "}informe de { $officer }
cli-incident-partner = {"  "}acudió { $agency }
cli-incident-held = {"  "}Hay una retención legal, no se borra nada de nadie de este incidente: { $reason }
cli-exists-heading = Lo que existe sobre { $caseNumber }, abierto el { $openedOn }
cli-exists-row = {"  "}{ $record }: { $count }
cli-exists-hold = {"  "}Hay una retención legal: no se borra nada.
cli-told-row = { $at }  { $caseNumber }  { $recipient }  { $items }  { $basis }  { $form }  { $by }
cli-told-not-made = nunca se hizo, no se dijo nada
cli-told-order = exigido por: { $order }
cli-told-none = No se dijo nada.
cli-paper-row = { $at }  { $caseNumber }  { $kind }  { $state }  { $partners }  { $id }
cli-paper-printed = {"  "}impresa como: { $form }, { $language }, { $page }, { $size ->
    [large] letra grande
   *[other] letra normal
}; texto de { $version }
cli-paper-old-numbers = {"  "}lleva un número viejo de: { $names }
cli-paper-old-way = {"  "}lleva una forma de contactarla que cambió o no es segura
cli-paper-unanswered = {"  "}nadie ha dicho todavía si se imprimió
cli-papers-none = No hay papeles fuera.
cli-share-row = { $victim }  se puede decir hasta el { $until }
cli-share-withheld = { $victim }  no se entrega: { $reason }
cli-release-row = { $partner }  { $state }  hasta { $until }  { $items }  { $id }
cli-release-methods =   solo por: { $methods }
cli-release-excluded =   no debe decirse: { $excluded }
cli-release-none = La víctima no firmó ninguna autorización.
cli-due-row = { $caseNumber }  último trabajo { $on }  { $clock }
cli-due-held = { $caseNumber }  último trabajo { $on }  hay una retención legal
cli-due-none = No hay nada vencido.
cli-due-not-purged = No se depuró nada. Diga --for-good para depurarlo.
cli-clock-identity = nombres, domicilios y notas
cli-clock-everything = todo
cli-history-warning = La línea { $line } parece una respuesta de antecedentes penales: { $sign }. Quítela: aquí no debe haber copias de esas respuestas.
cli-check-known-as-of = Lo que escribieron otras personas se sabe aquí solo hasta el { $date }. Desde entonces pudo retirarse una autorización.

cli-help-victim-facts = Anotar quién es una víctima: nombres, edad, lo que necesita.
cli-help-victim-address = Anotar lo que protege su domicilio.
cli-help-victim-relate = Decir qué es una víctima para otra.
cli-help-victim-relate-relation = Qué es ella para la otra, un código de relation.
cli-help-victim-unrelate = Retirar lo que se dijo de dos víctimas.
cli-help-victim-unrelate-relation = Qué se dijo que es ella para la otra, un código de relation.
cli-help-victim-classify = Decir quién puede tener su expediente.
cli-help-victim-hold = Poner o quitar una retención legal de sus expedientes.
cli-help-victim-record = Mostrar todo lo anotado de ella; como JSON con --json.
cli-help-victim-exists = Mostrar lo que existe sobre ella y lo que se dijo.
cli-help-reason-text = La razón, en palabras.
cli-help-incident-command = Incidentes y lo que fue cada uno para una víctima.
cli-help-incident = El id del incidente.
cli-help-incident-add = Anotar un incidente con la parte de una víctima.
cli-help-incident-edit = Cambiar uno de sus incidentes.
cli-help-incident-join = Anotar que otra víctima también estuvo.
cli-help-incident-edit-part = Cambiar lo que un incidente fue para ella.
cli-help-incident-fact = Guardar una respuesta con fecha sobre ella en un incidente.
cli-help-incident-hold = Ponga una retención legal en uno de los incidentes de ella, o quítela: no se borra nada de nadie de ese incidente.
cli-help-safe-contact = Lo que hay que saber antes de contactar a una víctima.
cli-help-safe-contact-show = Mostrar qué maneras se pueden usar ahora y cómo.
cli-help-safe-contact-add = Agregar una manera de contactarla.
cli-help-safe-contact-edit = Mostrar una vía como está escrita, con el número entero, o corregirla desde un archivo.
cli-help-safe-contact-check = Guardar que se le preguntó otra vez si una manera es segura.
cli-help-safe-contact-details = Anotar las condiciones de una manera.
cli-help-safe-contact-code-word = Ver la palabra clave de una manera.
cli-help-safe-contact-check-way = El id de la manera o su canal.
cli-help-safe-contact-edit-way = El id de la manera o su canal.
cli-help-safe-contact-details-way = El id de la manera o su canal.
cli-help-safe-contact-code-word-way = El id de la manera o su canal.
cli-help-protection = Órdenes de protección, días en el tribunal, avisos de custodia y reclamos.
cli-help-protection-order = Anotar una orden de protección.
cli-help-protection-edit-order = Cambiar una orden de protección.
cli-help-protection-court = Anotar un día en el tribunal.
cli-help-protection-edit-court = Cambiar un día en el tribunal, o decir qué pasó con él.
cli-help-court-date-id = El id del día en el tribunal.
cli-help-protection-custody = Anotar los avisos de custodia; nunca el PIN.
cli-help-protection-claim = Abrir un reclamo de compensación.
cli-help-protection-advance-claim = Avanzar un reclamo.
cli-help-protection-notice = Anotar que se le dijo o entregó algo.
cli-help-order-id = El id de la orden.
cli-help-claim = El id del reclamo.
cli-help-protection-advance-claim-status = El nuevo estado.
cli-help-told = La cuenta de lo que se dijo sobre víctimas.
cli-help-told-log = Mostrar lo que se dijo, a quién y con qué base.
cli-help-told-announce-order = Guardar que una corte ordenó decir algo.
cli-help-told-under-order = Decir algo a una agencia por una orden.
cli-help-told-share = Mostrar lo que se puede decir hoy a una agencia y lo que no.
cli-help-paper = Papeles: hacer uno, y ver cuáles están fuera.
cli-help-paper-kinds = Mostrar qué papeles se pueden hacer.
cli-help-paper-make = Hacer un papel que no es una carta, como PDF.
cli-help-paper-make-kind = Qué papel, un código de la lista que muestra “paper kinds”.
cli-help-paper-make-about = De qué trata: una víctima, el identificador de una autorización o de un acuerdo, el nombre de una laptop. Si se omite: uno en blanco.
cli-help-paper-make-needs = Una lista de lugares que ayudan con esto; varios con comas.
cli-help-paper-make-language = Idioma del papel.
cli-help-goes-with-her = Una víctima se lo lleva. Se le pregunta si es seguro.
cli-help-paper-logo = Mostrar qué logotipo tienen los papeles.
cli-help-paper-set-logo = Poner el logotipo en los papeles que nombran a la oficina.
cli-help-paper-set-logo-picture = Un archivo PNG de hasta 16 kB, de 48 a 600 puntos de ancho y de alto.
cli-help-paper-set-logo-shows = Qué muestra, para quien no lo puede ver.
cli-help-paper-remove-logo = Quitar el logotipo de los papeles.
cli-help-paper-languages = Mostrar qué idiomas hablan los papeles.
cli-help-paper-begin-language = Empezar un idioma de los papeles: escribir sus archivos en inglés, para traducirlos.
cli-help-paper-begin-language-tag = Su etiqueta, por ejemplo vi o zh-Hant.
cli-help-paper-out = Mostrar los papeles que están fuera.
cli-help-paper-move = Guardar qué pasó con un papel.
cli-help-name-as-released = De una autorización llena: su nombre está como en la autorización.
cli-help-paper-printed = Guardar si un papel salió de la impresora.
cli-help-paper-printed-answer = yes, o no si no se imprimió nada.
cli-help-paper-voice = Guardar que los números se dijeron de palabra.
cli-help-letter-id = El id del papel.
cli-help-paper-state = given, held, given_verbally o destroyed.
cli-help-retention = Lo que ha vencido y se puede depurar.
cli-help-retention-due = Mostrar a quién le toca, por número de caso.
cli-help-retention-purge = Depurar lo vencido de una víctima, en todas partes.
cli-help-retention-purge-clock = identity o everything.
cli-help-policy-command = Lo que el condado decide para cada lugar.
cli-help-policy-show = Mostrar lo que vale.
cli-help-policy-set = Fijar lo que vale, desde un archivo.
cli-help-policy-pack = Instalar el paquete del estado propio de la oficina desde un archivo, y elegirlo.
cli-help-pack-file = Un archivo JSON con la forma que explica docs/guide/state-pack.md.
cli-help-policy-pack-check = Solo leer el archivo y decir si se puede instalar.
cli-lists-zone = Zona: { $zone }
cli-help-policy-zones = Mostrar los registros cuya zona no está en la lista de la oficina.
cli-help-policy-lists = Muestra las listas propias de la oficina o las instala de un archivo: sus servicios, cuándo volver a llamar y los días que cierra.
cli-help-lists-file = Un archivo JSON como lo explica docs/guide/own-lists.md. Sin él se muestra lo instalado.
cli-help-policy-lists-check = Solo lee el archivo y dice si se puede instalar.
cli-help-wording = Las palabras propias del condado para sus papeles.
cli-help-wording-of = El idioma del texto.
cli-help-wording-list = Mostrar lo que el condado redactó.
cli-help-wording-list-all = Todos los mensajes que se pueden redactar.
cli-help-wording-show = Mostrar un mensaje: las palabras del programa, las del condado y los valores que puede usar.
cli-help-wording-set = Redactar un mensaje como lo quiere el condado.
cli-help-wording-set-text = Las palabras: texto, valores como $office entre llaves, y opciones entre ellos.
cli-help-wording-set-from = Un archivo con las palabras.
cli-help-wording-reset = Volver a las palabras del programa.
cli-help-message = El nombre del mensaje, por ejemplo letter-closing.
cli-help-check-text = Avisar si un texto parece una respuesta de antecedentes penales.
cli-help-text-file = El archivo con el texto.
cli-help-to-victim = La otra víctima.
cli-help-as-what = normal, restricted o sealed.
cli-help-letter-release = La autorización con la que se escribe una carta a una agencia; con varias referencias, las de sus agencias, con comas: un archivo lleva todas las cartas.
cli-help-told-under-order-item = Lo que se dice, un código de la lista; varios con comas.
cli-help-told-share-item = Lo que se diría, un código de la lista; varios con comas.

conflict-record-incident = un incidente
conflict-record-participation = su parte en un incidente
conflict-record-incident-fact = una respuesta con fecha
conflict-record-rights-notice = un aviso
conflict-record-protection-order = una orden de protección
field-own-need = Necesidad propia de la oficina
field-own-needs = Necesidades propias de la oficina
field-own-crimes = Tipos de delito propios de la oficina
field-service = Servicio
field-court-date = Día en el tribunal
field-event = De qué se trata
field-held-at = Hora
field-report = Informe
field-covers-from = Primer día
field-covers-to = Último día
field-settings = Lo que se cuenta
field-figures = Cifras
field-handed-in-on = Entregado el
field-amends = En lugar de
conflict-record-report-snapshot = un informe entregado
conflict-record-court-date = un día en el tribunal
conflict-record-custody-notice = un aviso de custodia
conflict-record-compensation-claim = un reclamo de compensación
conflict-record-disclosure = algo que se dijo
conflict-record-letter = un papel
conflict-record-wording = el texto de un papel
field-message = Mensaje
field-text = Texto
conflict-record-office-policy = lo que decide el condado

cli-laptop-clock-ahead = Su reloj va { $count } días adelantado. Corríjalo; nada se decidió por él.
cli-laptop-clock-behind = Su reloj va { $count } días atrasado. Corríjalo; nada se decidió por él.
