# Agencias asociadas, la comunidad y las personas que trabajan aquí.

## Rechazos

err-dates-reversed = Las fechas están al revés: { failure-field }.
rec-dates-reversed = La fecha posterior no puede ser antes de la anterior. Revise las dos. No se guardó nada.

err-number-out-of-range = Ese número no puede ser correcto: { failure-field }.
rec-number-out-of-range = Escriba un número entre { $least } y { $most }. No se guardó nada.

err-text-too-long = Ese texto es demasiado largo: { failure-field }.
rec-text-too-long = Puede tener { $most } letras. Acórtelo, o escriba lo demás en una nota. No se guardó nada.

err-case-number-in-text = Hay un número de caso en este texto: { failure-field }.
rec-case-number-in-text = Lo que se escribe aquí nunca es sobre una sola víctima. Quite el número de caso y todo lo que diga quién es. No se guardó nada.

err-role-may-not =
    { $role ->
        [volunteer] Una persona voluntaria no puede hacer esto.
        [advocate] Una persona defensora no puede hacer esto aquí.
        [deputy] Un alguacil no puede hacer esto aquí.
        [grant_viewer] Su función solo ve cifras.
        [it_admin] Su función cuida las máquinas y no ve casos.
       *[other] Su función no puede hacer esto.
    }
rec-role-may-not = Pida a su coordinación que lo haga, o que cambie su función. No se cambió nada.

err-cases-not-shown = Su función no ve casos.
rec-cases-not-shown = Pregunte a su coordinación si lo necesita para su trabajo. No se mostró ni se cambió nada.

err-access-ended = Su acceso a esta oficina terminó.
rec-access-ended = Hable con su coordinación. Lo que usted escribió se conserva.

err-no-longer-here = El acceso de esta persona ha terminado.
rec-no-longer-here = Elija a alguien que trabaje aquí. No se cambió nada.

err-own-role = Nadie cambia su propia función ni termina su propio acceso.
rec-own-role = Pida a otra persona de coordinación que lo haga. No se cambió nada.

err-not-a-repeat = Esa sesión ya es una repetición.
rec-not-a-repeat = Elija la primera sesión de esta capacitación. No se guardó nada.

err-more-returned = Habrían vuelto más hojas de las que se entregaron.
rec-more-returned = Cuente otra vez y anote primero las entregadas. No se guardó nada.

err-directory-unreadable = El archivo “{ $file }” no se puede leer como directorio.
rec-directory-unreadable = Pida el directorio como paquete de datos HSDS 3.0 o como JSON. No se tomó nada.

## Códigos

role-advocate = Defensora o defensor
role-volunteer = Voluntaria o voluntario
role-grant-viewer = Subvenciones, solo cifras
role-it-admin = Computadoras, sin casos

service-status-active = Activo
service-status-inactive = No activo
service-status-defunct = Ya no existe
service-status-temporarily-closed = Cerrado por un tiempo

location-type-physical = Un lugar adonde ir
location-type-postal = Una dirección para cartas
location-type-virtual = Solo por teléfono o en línea

outreach-purpose-introduce-program = Presentar el programa
outreach-purpose-referral-protocol = Cómo referimos a las personas
outreach-purpose-mou = Un acuerdo
outreach-purpose-needs-assessment = Lo que falta en el condado
outreach-purpose-evaluation = Cómo va el trabajo
outreach-purpose-joint-case-protocol = Cómo trabajamos juntos un caso
outreach-purpose-funding-support-letter = Una carta de apoyo para fondos

commitment-by-us = Prometimos nosotros
commitment-by-them = Prometieron ellos
commitment-by-both = Prometimos ambos

commitment-state-open = Pendiente
commitment-state-kept = Cumplido
commitment-state-broken = No cumplido
commitment-state-released = Ya no se pide

fit-reason-answers-need = Responde a la necesidad
fit-reason-serves-zone = Atiende la zona
fit-reason-zone-not-said = No dijo qué zonas
fit-reason-other-zone = Atiende otras zonas
fit-reason-open-at-any-hour = Contesta a toda hora
fit-reason-open-then = Abierto entonces
fit-reason-hours-not-said = Horario no conocido
fit-reason-closed-then = Cerrado entonces
fit-reason-speaks-language = Habla el idioma
fit-reason-interpreter = Tiene intérpretes
fit-reason-language-not-said = Idioma no conocido
fit-reason-travel-short = A media hora o menos
fit-reason-travel-hour = A una hora o menos
fit-reason-travel-long = A más de una hora
fit-reason-travel-not-said = Distancia no conocida
fit-reason-checked = Dato revisado
fit-reason-stale = Dato viejo
fit-reason-never-checked = Dato nunca revisado
fit-reason-works-with-us = Trabaja con nosotros
fit-reason-wary = Desconfía de nosotros
fit-reason-age-not-said = Pregunte por la edad

hsds-problem-required = falta
hsds-problem-not-a-uuid = no es un identificador (UUID)
hsds-problem-not-in-list = no está en su lista
hsds-problem-not-a-number = no es un número
hsds-problem-not-a-date = no es una fecha
hsds-problem-not-a-time = no es una hora
hsds-problem-out-of-range = no puede ser correcto
hsds-problem-too-long = es demasiado largo
hsds-problem-case-number = contiene un número de caso
hsds-problem-unknown-parent = no pertenece a nada en el archivo
hsds-problem-id-twice = está dos veces
hsds-problem-confidential-address = dice dónde está un lugar confidencial
hsds-problem-confidential-not-said = dice dónde está un refugio, y nadie dijo si eso es confidencial
hsds-problem-uneven = tiene más o menos celdas que el encabezado
hsds-problem-cannot-read = no se puede leer
hsds-problem-with-another = está bien, pero su organización tiene una falla

advisory-group-kind-advisory-board = Consejo asesor
advisory-group-kind-task-force = Grupo de trabajo

material-item-brochure = Folleto
material-item-rights-card = Tarjeta de derechos
material-item-number-card = Tarjeta con números
material-item-backpack = Mochila para niña o niño
material-item-loaned-phone = Teléfono prestado
material-item-other = Otra cosa

looked-opened = Abrió la oficina
looked-passphrase-again = Escribió otra vez la frase de acceso
looked-victim-page = Su página
looked-victim-record = Lo anotado de ella
looked-ways = Cómo se le contacta
looked-referral = Una referencia suya
looked-paper = Un papel en la pantalla
looked-decision = Dos versiones por decidir
looked-looks = Este registro
looked-newer-program = Algo que conoce un programa más nuevo
looked-wrong = { $count ->
    [one] después de 1 frase equivocada
   *[other] después de { $count } frases equivocadas
}
looked-broken = { $name }: aquí faltan filas, o se repuso una copia vieja de la laptop.
looked-due = Pasó una semana. Revise quién miró qué.
call-out-place-scene = En el lugar
call-out-place-hospital = Hospital
call-out-place-station = Comisaría
call-out-place-home = En casa
call-out-place-court = Tribunal
call-out-place-other = Otro lugar

hours-kind-on-call = De guardia
hours-kind-casework = Trabajo con casos
hours-kind-court = En el tribunal
hours-kind-outreach = Alcance comunitario
hours-kind-training = Capacitación
hours-kind-other = Otro

survey-audience-victim = Víctimas
survey-audience-officer = Oficiales
survey-audience-partner = Agencias asociadas

assessment-method-survey = Encuesta
assessment-method-forum = Foro
assessment-method-focus-group = Grupo focal
assessment-method-incident-report-review = Revisión de informes de incidentes

export-table-victims = Víctimas
export-table-contacts = Contactos
export-table-referrals = Referencias
export-table-follow-ups = Seguimientos
export-table-partners = Agencias asociadas
export-table-services = Servicios de agencias
export-table-partner-contacts = Contactos con agencias
export-table-staff = Personas que trabajan aquí

## Campos

field-alternate-name = Otro nombre
field-description = Qué hace
field-email = Correo electrónico
field-website = Página
field-accepts-letter = Acepta cartas de referencia
field-phones = Teléfonos
field-more = De otro directorio
field-purpose = Propósito
field-commitment-by = Quién prometió
field-commitment-state = ¿Se cumplió?
field-next-step = Próximo paso
field-next-on = Próximo paso el
field-next-done-on = Hecho el
field-training-hours = Horas de capacitación
field-background-check-on = Antecedentes aprobados el
field-availability = Se le puede llamar
field-disabled-on = El acceso termina el
field-areas = Zonas que atiende
field-minimum-age = Edad mínima
field-maximum-age = Edad máxima
field-eligibility = Para quién es
field-application-process = Cómo entrar
field-fees = Cuánto cuesta
field-interpretation = Intérpretes
field-alert = Aviso
field-warm-line-24h = Contesta a toda hora
field-notes-for-deputies = Consejos para alguaciles
field-schedules = Horario
field-travel-minutes = Minutos de viaje
field-required-documents = Qué llevar
field-cost-options = Costos
field-location-type = Tipo de lugar
field-addresses = Direcciones
field-position = Coordenadas
field-transportation = Cómo llegar
field-accessibility = Ayuda para personas con discapacidad
field-services = Servicios allí
field-title = Título
field-department = Departamento
field-left-on = Se fue el
field-parties = Quiénes firman
field-scope = Deberes de cada parte
field-confidentiality-terms = Lo que cada parte guarda para sí
field-review-on = Revisar el
field-renewals = Firmado de nuevo el
field-ended-on = Terminó el
field-person = Persona
field-co-chair = Copreside
field-joined-on = Entró el
field-held-on = Fecha
field-present = Quiénes estuvieron
field-minutes = Minutos
field-decisions = Decisiones
field-audience = Para quiénes
field-population = Grupo poco atendido
field-number-reached = Personas alcanzadas
field-note = Nota
field-given-on = Entregado el
field-item = Qué
field-what = Cuál
field-quantity = Cuántos
field-returned-on = Volvió el
field-called-at = Llamada a las
field-arrived-at = Llegada a las
field-miles = Millas
field-topic = Tema
field-mandatory = Todos deben venir
field-attended = Quiénes vinieron
field-began-on = Empezó el
field-counted-on = Contado el
field-handed-out = Entregadas
field-returned = Devueltas
field-answers = Respuestas
field-campaign = Cómo se llama
field-method = Cómo
field-surveys = Encuestas
field-findings = Lo que se encontró
field-worked-on = Día

## Registros

conflict-record-partner-service = Servicio de una agencia
conflict-record-partner-location = Lugar de una agencia
conflict-record-partner-person = Persona en una agencia
conflict-record-partner-contact = Contacto con una agencia
conflict-record-agreement = Acuerdo
conflict-record-advisory-group = Grupo asesor
conflict-record-group-member = Integrante de un grupo
conflict-record-group-meeting = Reunión de un grupo
conflict-record-community-event = Alcance comunitario
conflict-record-material = Material
conflict-record-call-out = Salida
conflict-record-training-session = Sesión de capacitación
conflict-record-survey = Encuesta
conflict-record-survey-return = Conteo de una encuesta
conflict-record-needs-assessment = Evaluación de necesidades
conflict-record-staff-hours = Horas

## La línea de comandos

cli-help-partner-outreach = Registrar por completo un contacto con una agencia, desde un formulario. Nunca es sobre una sola víctima.
cli-help-partner-fits = Qué agencia sirve: los servicios que responden a una necesidad, los mejores primero, con las razones.
cli-help-partner-show = Todo lo que el directorio dice de una agencia.
cli-help-partner-trust = La historia con una agencia: etapas, preocupaciones y nuestras respuestas, promesas, acuerdos, cifras.
cli-help-partner-edit = Editar una agencia, desde un formulario.
cli-help-partner-describe = Escribir qué más se sabe de una agencia, desde un formulario.
cli-help-partner-service = Registrar un servicio de una agencia, o editar uno, desde un formulario.
cli-help-partner-location = Registrar un lugar de una agencia, o editar uno, desde un formulario. Uno confidencial no dice dónde está.
cli-help-partner-person = Registrar una persona de una agencia, o editarla, desde un formulario.
cli-help-partner-assure = Decir que alguien revisó hoy un servicio y que todo sigue igual.
cli-help-partner-commitment = Decir si se cumplió algo prometido.
cli-help-partner-done = Decir que se hizo el próximo paso acordado en un contacto.
cli-help-partner-import = Tomar un directorio: un paquete de datos HSDS 3.0 en una carpeta, o JSON. Lo que tiene fallas se deja fuera y se nombra.
cli-help-partner-export = Escribir el directorio para otros programas: HSDS 3.0. Los lugares confidenciales nunca están.
cli-help-partner-export-to = Una carpeta para el paquete de datos, o un archivo que termina en .json.
cli-help-directory = La carpeta con el paquete, o el archivo JSON.
cli-help-dry-run = Solo decir lo que se haría.
cli-help-rejects = Escribir en esta tabla las filas que no se tomaron, con fila, columna y razón.
cli-help-edit = El identificador del que se edita, como lo dice partner show; sin él, uno nuevo.
cli-help-partner-assure-service = El identificador del servicio, como lo dice partner show.
cli-help-partner-commitment-contact = El identificador del contacto en que se prometió, como lo dice partner trust.
cli-help-partner-commitment-state = kept (cumplido), broken (no cumplido) o released (ya no se pide).
cli-help-partner-done-contact = El identificador del contacto, como lo dice partner trust --json.
cli-help-partner-fits-speaks = Idioma de la persona, un código de la lista.
cli-help-age = Edad en años.
cli-help-now = La ayuda hace falta ahora.
cli-help-partner-fits-at = El momento en que hace falta: 2026-03-09T02:30:00-06:00.
cli-help-agreement-command = Acuerdos con agencias asociadas.
cli-help-agreement = El identificador del acuerdo, como lo dice agreement list.
cli-help-agreement-list = Listar los acuerdos, la revisión más próxima primero.
cli-help-agreement-add = Registrar un acuerdo, desde un formulario.
cli-help-agreement-renew = Decir que un acuerdo se firmó de nuevo.
cli-help-signed = Fecha en que se firmó de nuevo.
cli-help-review = Fecha de la próxima revisión.
cli-help-group-command = Consejos asesores y grupos de trabajo.
cli-help-group = El identificador del grupo, como lo dice group list.
cli-help-group-list = Listar los grupos.
cli-help-group-show = Un grupo con sus integrantes y reuniones.
cli-help-group-add = Registrar un grupo.
cli-help-group-add-name = El nombre del grupo.
cli-help-group-add-kind = advisory_board (consejo) o task_force (grupo de trabajo).
cli-help-group-member = Agregar una persona, desde un formulario.
cli-help-group-meeting = Registrar una reunión, desde un formulario. Nunca es sobre una sola víctima.
cli-help-community = Alcance comunitario, y lo que se entregó.
cli-help-community-list = Listar el alcance y los materiales.
cli-help-community-add = Registrar alcance comunitario, desde un formulario.
cli-help-community-material = Registrar material que salió, desde un formulario.
cli-help-community-returned = Decir que un préstamo volvió.
cli-help-material = El identificador del material, como lo dice community list.
cli-help-staff = Las personas que trabajan aquí, pagadas o no.
cli-help-looked = Quién miró qué: lo de todos para la coordinación, lo suyo para usted.
cli-help-looked-victim = Solo lo que es de esta víctima: número de caso o id.
cli-help-looked-person = Solo lo de esta persona: nombre o id.
cli-help-looked-since = El primer día; si no, hace una semana.
cli-help-looked-until = El último día; si no, hoy.
cli-help-looked-reviewed = Guardar que usted los revisó.
cli-looked-count = { $count } de { $all }, de { $since } a { $until }.
cli-looked-reviewed = Revisado por última vez: { $on } { $by }
cli-help-staff-list = Listar a todas las personas con su función.
cli-help-staff-show = Una persona con horas y salidas.
cli-help-staff-add = Registrar a una persona sin laptop, desde un formulario.
cli-help-staff-role = Dar una función a una persona.
cli-help-staff-end-access = Terminar el acceso de una persona desde un día.
cli-help-staff-give-access = Dar acceso otra vez a una persona.
cli-help-staff-hours = Registrar horas que alguien dio.
cli-help-staff-call-out = Registrar una salida, desde un formulario. Nunca dice a quién.
cli-help-staff-show-person = El nombre o identificador de la persona.
cli-help-staff-role-person = El nombre o identificador de la persona.
cli-help-staff-end-access-person = El nombre o identificador de la persona.
cli-help-staff-give-access-person = El nombre o identificador de la persona.
cli-help-staff-hours-person = El nombre o identificador de la persona.
cli-help-staff-call-out-person = El nombre o identificador de la persona.
cli-help-training-attended-person = El nombre o identificador de la persona.
cli-help-role = deputy, advocate, volunteer, coordinator, grant_viewer o it_admin.
cli-help-staff-hours-kind = Para qué, un código de la lista.
cli-help-training = Capacitaciones, y a quién le faltan.
cli-help-training-list = Listar las capacitaciones con quién falta.
cli-help-training-add = Registrar una sesión, desde un formulario.
cli-help-training-attended = Decir quién vino a una sesión.
cli-help-session = El identificador de la sesión, como lo dice training list.
cli-help-survey-command = Encuestas y evaluaciones de necesidades.
cli-help-survey = El identificador de la encuesta, como lo dice survey list.
cli-help-survey-list = Listar encuestas con conteos y respuestas.
cli-help-survey-add = Registrar una encuesta, desde un formulario.
cli-help-survey-count = Contar hojas entregadas y devueltas, desde un formulario.
cli-help-survey-assessment = Registrar una evaluación de necesidades, desde un formulario.
cli-help-survey-assessments = Listar evaluaciones de necesidades.
cli-help-export-table = Escribir una tabla para hoja de cálculo. Nunca dice dónde vive una víctima ni cómo contactarla.
cli-help-table = victims, contacts, referrals, follow_ups, partners, services, partner_contacts o staff.
cli-help-export-table-to = El archivo que se escribe.
cli-help-export-table-names = Escribir nombres de víctimas en lugar de iniciales.

cli-fits-none = Ninguna agencia del directorio responde a esto.
cli-agreement-due = Revise “{ $title }” antes del { $on }.
cli-training-lacking =   Faltan: { $names }
cli-import-left-out = No se toma: { $name }
cli-import-did = Tomadas: { $new } nuevas, { $changed } cambiadas, { $same } sin cambio, { $refused } dejadas fuera.
cli-import-would = No se escribió nada. Serían: { $new } nuevas, { $changed } cambiadas, { $same } sin cambio, { $refused } dejadas fuera.
cli-directory-exported = Escrito en { $path }: { $organizations } agencias, { $services } servicios. De { $hidden } el lugar es confidencial y no está.
cli-table-written = Escrito en { $path }: { $rows } filas.
cli-table-withheld = Dejadas fuera por ser restringidas: { $count }.

# Quién está de guardia
err-shifts-overlap = { $name } ya está de guardia a esa hora.
rec-shifts-overlap = La otra guardia es de { $begins } a { $ends }. Cambie una de las dos. No se guardó nada.
err-access-ended-then = { $name } ya no trabaja aquí desde el { $on }.
rec-access-ended-then = Elija a otra persona o un día anterior. No se guardó nada.
on-call-order-first = Se le llama primero
on-call-order-backup = Suplente
conflict-record-on-call-shift = Guardia
field-time = Desde y hasta
field-call-order = En qué orden
field-called-off = Cancelada
field-begins-at = Desde qué hora
field-ends-at = Hasta qué hora
field-shift-days = Días de una guardia
field-repeat-weeks = Semanas que se repite
on-call-nobody = nadie
on-call-now = De guardia ahora
on-call-tonight = Esta noche
cli-help-on-call = Quién está de guardia.
cli-help-on-call-now = A quién se puede llamar ahora y esta noche.
cli-help-on-call-list = Las guardias de unos días.
cli-help-on-call-list-from = El primer día; si no, hoy.
cli-help-on-call-list-to = El último día; si no, cinco semanas después.
cli-help-on-call-add = Anotar una guardia, una vez o cada semana hasta un día.
cli-help-on-call-swap = Dar una guardia a otra persona.
cli-help-on-call-move = Cambiar la hora de una guardia.
cli-help-on-call-off = Cancelar una guardia; queda como se planeó.
cli-help-on-call-back = Deshacer que se canceló una guardia.
cli-help-on-call-add-person = Nombre o id de la persona.
cli-help-on-call-swap-person = Quién la toma: nombre o id.
cli-help-on-call-add-from = Día y hora en que empieza: 2026-03-06T18:00.
cli-help-on-call-add-to = Día y hora en que termina.
cli-help-on-call-move-from = Día y hora en que empieza: 2026-03-06T18:00.
cli-help-on-call-move-to = Día y hora en que termina.
cli-help-on-call-add-backup = Es suplente; si no, se le llama primero.
cli-help-on-call-add-repeat-until = Lo mismo cada semana, hasta este día.
cli-help-on-call-swap-shift = El id de la guardia, como lo muestra la lista.
cli-help-on-call-move-shift = El id de la guardia, como lo muestra la lista.
cli-help-on-call-off-shift = El id de la guardia, como lo muestra la lista.
cli-help-on-call-back-shift = El id de la guardia, como lo muestra la lista.
cli-on-call-entered = { $count ->
    [one] Se anotó 1 guardia.
   *[other] Se anotaron { $count } guardias.
}
