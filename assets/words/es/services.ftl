## Servicios, referencias, seguimientos, evaluaciones de riesgo y cifras: códigos

service-item-A1 = Información sobre el proceso de la justicia penal
service-item-A2 = Información sobre los derechos de las víctimas, cómo recibir avisos, etc.
service-item-A3 = Referencia a otros programas de servicios para víctimas
service-item-A4 = Referencia a otros servicios, apoyos y recursos (legales, médicos, organizaciones religiosas, programas de confidencialidad de la dirección, etc.)
service-item-B1 = Apoyo y acompañamiento a la atención médica de emergencia
service-item-B2 = Apoyo y acompañamiento al examen médico forense
service-item-B3 = Apoyo y acompañamiento a la entrevista con la policía
service-item-B4 = Apoyo individual (por ejemplo, ayuda para pedir beneficios públicos o recuperar pertenencias)
service-item-B5 = Examen o entrevista forense, médica o no médica, o toma de evidencia médica
service-item-B6 = Ayuda con inmigración (visas especiales, presencia continuada y otros alivios migratorios)
service-item-B7 = Intervención ante el empleador, los acreedores, el arrendador o la escuela
service-item-B8 = Ayuda con el cuidado de niños o dependientes (incluye coordinar servicios)
service-item-B9 = Ayuda con el transporte (incluye coordinar servicios)
service-item-B10 = Servicios de intérprete
service-item-C1 = Intervención en crisis (en persona, incluye el plan de seguridad, etc.)
service-item-C2 = Línea de ayuda o de crisis
service-item-C3 = Respuesta a la crisis en el lugar de los hechos (por ejemplo, respuesta comunitaria)
service-item-C4 = Consejería individual
service-item-C5 = Grupos de apoyo (con facilitador o entre pares)
service-item-C6 = Otra terapia (sanación tradicional, cultural o alternativa; terapia de arte, escritura o juego, etc.)
service-item-C7 = Ayuda económica de emergencia (incluye préstamos y dinero de emergencia, comida, ropa, cambio de ventanas o cerraduras, taxis, medicinas, equipo médico duradero, etc.)
service-item-D1 = Refugio de emergencia o casa segura
service-item-D2 = Vivienda de transición
service-item-D3 = Ayuda para mudarse (incluye ayuda para conseguir vivienda)
service-item-E1 = Aviso de eventos de la justicia penal (estado del caso, arresto, audiencias, resultado, liberación, etc.)
service-item-E2 = Ayuda con la declaración de impacto de la víctima
service-item-E3 = Ayuda con la restitución (incluye pedirla y cuando el cobro no tiene éxito)
service-item-E4 = Ayuda legal civil para obtener una orden de protección o de alejamiento
service-item-E5 = Ayuda legal civil en asuntos de familia (por ejemplo, custodia, visitas o manutención)
service-item-E6 = Otra ayuda de emergencia relacionada con la justicia
service-item-E7 = Ayuda con inmigración (visas especiales, presencia continuada y otros alivios migratorios)
service-item-E8 = Apoyo y acompañamiento a la entrevista con la fiscalía (incluye acompañar ante el fiscal y con víctimas y testigos)
service-item-E9 = Apoyo y acompañamiento a la entrevista con la policía
service-item-E10 = Apoyo y acompañamiento en asuntos penales
service-item-E11 = Otro consejo legal o asesoría

local-item-rights-card-explained = Tarjeta de derechos explicada
local-item-death-notification = Aviso de fallecimiento
local-item-loaned-phone = Teléfono de emergencia prestado
local-item-locks-changed = Cambio de cerraduras
local-item-ride-to-court = Viaje al tribunal

service-outcome-offered = Ofrecido
service-outcome-accepted = Prestado
service-outcome-declined = Rechazado
service-outcome-unmet = No se pudo conseguir

service-mode-in-person = En persona
service-mode-phone = Por teléfono
service-mode-text = Por mensaje de texto
service-mode-mail = Por correo
service-mode-court = En el tribunal
service-mode-other = Otro

funding-source-voca = VOCA
funding-source-match = Contrapartida de VOCA
funding-source-stop = Subvención STOP
funding-source-state = Estado
funding-source-county = Condado
funding-source-donation = Donación
funding-source-other = Otro

declined-reason-not-needed-now = No hace falta ahora
declined-reason-has-other-help = Tiene otra ayuda
declined-reason-no-trust = No hay confianza
declined-reason-too-far = Queda muy lejos
declined-reason-afraid = Tiene miedo
declined-reason-not-said = No dijo por qué
declined-reason-other = Otro

unmet-reason-no-provider = Nadie lo ofrece
unmet-reason-provider-full = La agencia está llena
unmet-reason-distance-transport = Muy lejos o sin transporte
unmet-reason-language = Idioma
unmet-reason-cost = Costo
unmet-reason-hours = Horario
unmet-reason-eligibility = No cumple los requisitos
unmet-reason-safety = No es seguro
unmet-reason-staff-capacity = Nuestra oficina no tenía a nadie libre
unmet-reason-other = Otro

barrier-no-provider = Nadie lo ofrece
barrier-provider-full = La agencia está llena
barrier-distance-transport = Muy lejos o sin transporte
barrier-language = Idioma
barrier-cost = Costo
barrier-hours = Horario
barrier-eligibility = No cumple los requisitos
barrier-safety = No es seguro
barrier-staff-capacity = Nuestra oficina no tenía a nadie libre
barrier-needs-client-action = Espera el siguiente paso de la víctima
barrier-other = Otro

urgency-routine = Normal
urgency-soon = Pronto
urgency-urgent = Urgente

referral-basis-victim-release = Autorización de la víctima
referral-basis-le-prosecution-purpose = Policía o fiscalía
referral-basis-court-or-statute = Una orden judicial o una ley

sent-method-phone = Por teléfono
sent-method-in-person = En persona
sent-method-letter = Por carta
sent-method-secure-email = Por correo electrónico seguro
sent-method-fax = Por fax

referral-outcome-got-help = Recibió ayuda
referral-outcome-partly = Recibió parte de la ayuda
referral-outcome-no = No recibió ayuda

outcome-source-victim = Lo dijo la víctima
outcome-source-partner-with-release = Lo dijo la agencia, con autorización
outcome-source-officer-saw = Lo vio el agente
outcome-source-none = Nadie lo dijo

outside-system-fhir = HL7 FHIR
outside-system-findhelp = findhelp

follow-up-policy-after-report = Después de una denuncia
follow-up-policy-after-screen = Después de una evaluación de riesgo

risk-level-high = Alto
risk-level-low = No se detectó
risk-level-not-done = No se hizo

risk-trigger-protocol = Por las respuestas
risk-trigger-officer-belief = Por lo que cree el agente
risk-trigger-none = Ninguno

not-done-reason-declined = La víctima no quiso
not-done-reason-not-safe-to-ask = No era seguro preguntar
not-done-reason-not-alone = La víctima no estaba a solas
not-done-reason-no-interpreter = Sin intérprete
not-done-reason-no-time = Sin tiempo
not-done-reason-other = Otro

screen-answer-yes = Sí
screen-answer-no = No
screen-answer-not-answered = Sin respuesta

next-step-first-attempt = Primer intento
next-step-attempt-again = Intentar otra vez
next-step-other-channel = Intentar por otro medio
next-step-call-at-agreed-time = Llamar a la hora acordada
next-step-close-unable-to-reach = Cerrar: no se logró el contacto
next-step-to-coordinator = Dejarlo al coordinador
next-step-offer-do-not-contact = Preguntar por “no contactar”
next-step-nothing = Nada

due-why-risk-high = riesgo alto
due-why-strangulation = se denunció estrangulamiento
due-why-crime-type = el tipo de delito
due-why-usual = el plazo normal
due-why-before-court = antes del primer día en el tribunal
due-why-next-workday = el siguiente día laborable
due-why-agreed-time = la hora que se acordó
due-why-spacing = tiempo desde el último intento
due-why-channel-tried-out = ya se intentó bastante por este medio
due-why-attempts-tried-out = ya se hicieron todos los intentos
due-why-no-safe-way = no hay un medio seguro
due-why-declined-contact = la víctima no quiere más contacto
due-why-closed = está cerrado
due-why-set-by-hand = fijado por una persona

figure-Q1 = Personas atendidas
figure-Q2 = Contactos anónimos
figure-Q3 = Personas nuevas
figure-Q4A = Personas nuevas por raza o etnia
figure-Q4B = Personas nuevas por género
figure-Q4C = Personas nuevas por edad
figure-Q5A = Personas por tipo de delito
figure-Q5B = Personas con más de un tipo
figure-Q5C = Personas por clase especial
figure-Q6 = Con ayuda para pedir compensación
figure-Q7 = Tipos de servicio
figure-Q8A = Información y referencias
figure-Q8B = Apoyo personal y acompañamiento
figure-Q8C = Apoyo emocional y seguridad
figure-Q8D = Refugio y vivienda
figure-Q8E = Ayuda con los tribunales

referral-kind-joint-visit = Visitamos juntos
follow-up-reason-after-screen = Después de una evaluación de riesgo

instrument-demo-for-whom = Para practicar: alguien cuya pareja o expareja es la otra persona de la denuncia.
instrument-demo-script = Esto es una demostración. No se ha puesto a prueba y no predice nada. Pregunte en privado, cuando el lugar sea seguro y la investigación haya terminado. La víctima puede contestar algunas, todas o ninguna.
instrument-demo-item-1 = ¿Esta persona le ha hecho daño de una forma que le hizo pensar en morir?
instrument-demo-item-2 = ¿Cree que esta persona podría matarle?
instrument-demo-item-3 = ¿Está empeorando o pasa más seguido?
instrument-demo-item-4 = ¿Dejó a esta persona o dijo que lo haría?
instrument-demo-item-5 = ¿Esta persona vigila adónde va o con quién habla?
instrument-demo-item-6 = ¿Hay un arma que esta persona pueda alcanzar?
instrument-demo-result-by-protocol = Detectado por las respuestas. Dígale a la víctima que otras personas con esas respuestas estuvieron en gran peligro. Llame ahora a la línea de ayuda y pregunte si quiere hablar.
instrument-demo-result-by-belief = Detectado porque usted cree que el peligro es grande. Llame ahora a la línea de ayuda y pregunte si quiere hablar.
instrument-demo-result-not-screened-in = No se detectó. Eso no quiere decir que no haya peligro. Dé el número de la línea de ayuda y diga que hay ayuda a toda hora.
instrument-not-done = No se hizo. Eso no es un resultado bajo. Pregunte otra vez cuando sea seguro.

field-urgency = Urgencia
field-legal-basis = Base legal
field-legal-basis-note = Qué orden o ley
field-about = De qué orden o ley se le avisa
field-demanded-by = Qué orden o ley lo exigió
field-sent-method = Cómo se envió
field-status-reason = Por qué
field-outcome = Qué resultó
field-outcome-source = Quién lo dijo
field-barrier = Qué lo impidió
field-policy = Norma
field-policy-version = Versión de la norma
field-why = El plazo se debe a
field-due-at = Vence a las
field-served-on = Día del servicio
field-item = Servicio
field-local-item = Servicio propio
field-quantity = Veces
field-minutes = Minutos
field-miles = Millas
field-mode = Cómo
field-funding-source = Se paga con
field-compensation-assistance = Ayuda con la compensación
field-anonymous-contact = Anónimo
field-at = Cuándo
field-next-at = Volver a llamar
field-safe-check-reasked = Se preguntó si es seguro
field-instrument = Evaluación de riesgo
field-instrument-version = Versión
field-result = Resultado
field-level = Nivel
field-trigger = Por
field-override-reason = Por qué lo cree el agente
field-not-done-reason = Por qué no se hizo
field-hotline-called-at = Hora de la llamada a la línea
field-hotline-answered = Contestó la línea
field-victim-spoke = La víctima habló con la línea

## Línea de comandos

cli-contact-offers-do-not-contact = La víctima no quiere más contacto. Para marcarlo: countyline victim do-not-contact NÚMERO-DE-CASO yes --reason TEXTO
cli-follow-up-planned = Vence { $due }: { $why }.
cli-follow-up-of-nobody = Nadie en particular
cli-screen-follow-up = Comuníquese otra vez antes de { $due }.
counts-check = Revise esto: la comprobación { $id } no se cumple.
counts-left-out = No se cuentan: { $notDelivered } no prestados, { $otherFunding } pagados con otra cosa, { $notSaid } en que nadie dijo quién paga.
counts-missing = { $count ->
    [one] A una persona nueva le falta una respuesta que nunca se pidió o no se sabe.
   *[other] A { $count } personas nuevas les falta una respuesta que nunca se pidió o no se sabe.
}
counts-shared-out = Las cifras son la parte del trabajo que paga la subvención. Los totales pueden no sumar.
counts-hidden = oculto
counts-not-tracked = no se lleva
cli-help-service-command = Lo que se hizo por una víctima, como lo cuenta el informe de la subvención
cli-help-service-add = Registrar un servicio
cli-help-service-list = Los servicios de una víctima
cli-help-service-hide = Ocultar un servicio registrado por error
cli-help-service-hide-service = El identificador del servicio
cli-help-service-add-from = Leer el formulario de este archivo JSON; - es la entrada estándar
cli-help-service-add-item = Código del servicio en el informe, de A1 a E11
cli-help-local-item = El servicio propio de la oficina; cuenta como el servicio del informe al que corresponde
cli-help-service-add-on = Día del servicio, AAAA-MM-DD; hoy si no se da
cli-help-times = Cuántas veces; una si no se da
cli-help-miles = Millas recorridas
cli-help-mode = Cómo se prestó: in_person, phone, text, mail, court, other
cli-help-paid-by = Quién paga: voca, match, stop, state, county, donation, other
cli-help-service-add-outcome = accepted (prestado), offered, declined o unmet
cli-help-service-add-reason = Por qué se rechazó o no se pudo conseguir
cli-help-compensation = Ayudó a pedir compensación
cli-help-anonymous = Para alguien que no dio su nombre
cli-help-types = Tipos de delito, de V01 a V26
cli-help-follow-up-command = Seguimientos que fija una norma
cli-help-follow-up-plan = Fijar un seguimiento según una norma
cli-help-follow-up-next = Qué sigue para una víctima y por qué
cli-help-follow-up-close = Cerrar un seguimiento
cli-help-follow-up-assign = Decir quién hace un seguimiento
cli-help-follow-up-queue = Quién tiene qué seguimientos abiertos
cli-help-follow-up-assign-follow-up = El identificador del seguimiento
cli-help-follow-up-assign-person = Quién lo hace, por su nombre. Si falta: nadie en particular.
cli-help-policy = after_report o after_screen
cli-help-since = Cuándo ocurrió, con fecha y huso; ahora si no se da
cli-help-strangulation = Se denunció estrangulamiento: yes, no, declined, unknown, not_asked
cli-help-court = Primer día en el tribunal, AAAA-MM-DD
cli-help-follow-up-close-follow-up = El identificador del seguimiento
cli-help-follow-up-move = Pasa un seguimiento a otro día
cli-help-follow-up-move-follow-up = El identificador del seguimiento
cli-help-due-on = El día, de hoy en adelante
cli-help-by = Quién lo hizo, por su nombre. Si falta: usted.
cli-help-state = done, unable_to_reach o cancelled
cli-help-referral-command = Lo que sigue después de una referencia
cli-help-referral-show = Todo lo registrado sobre una referencia
cli-help-referral-show-referral = El identificador de la referencia o el nombre de la agencia
cli-help-referral-advance = Pasar una referencia a su siguiente etapa
cli-help-referral-advance-referral = El identificador de la referencia o el nombre de la agencia
cli-help-referral-told = Avanzar una referencia según dice otro sistema
cli-help-referral-told-referral = El identificador de la referencia o el nombre de la agencia
cli-help-referral-told-status = La etapa como la muestra el otro sistema
cli-help-referral-told-reason = El motivo que vino con ella
cli-help-referral-outcome = Registrar qué resultó de una referencia
cli-help-referral-outcome-referral = El identificador de la referencia o el nombre de la agencia
cli-help-referral-outcome-outcome = got_help, partly o no
cli-help-status = Código de la etapa
cli-help-reason-file = Leer el motivo de este archivo; - es la entrada estándar
cli-help-referral-advance-on = Día en que ocurrió, AAAA-MM-DD; hoy si no se da
cli-help-system = fhir o findhelp
cli-help-source = Quién lo dijo: victim, partner_with_release, officer_saw
cli-help-barrier = Lo que lo impidió; hace falta si no hubo ayuda
cli-help-urgency = routine, soon o urgent
cli-help-adults = Para cuántos adultos es. Una carta a la agencia lo dice solo si la autorización incluye people.
cli-help-children = Para cuántos niños es, como con --adults.
cli-help-basis-note = Qué orden o ley
cli-help-refer-basis = Por qué se puede informar a la agencia: victim_release, le_prosecution_purpose, court_or_statute
cli-help-sent-by = Cómo se envió: phone, in_person, letter, secure_email, fax
cli-help-instead-of = La referencia anterior que no dio resultado
cli-help-next-at = Cuándo quiere la víctima que se le llame otra vez, con fecha y huso
cli-help-contact-add-way = Identificador de la forma de contacto que se usó
cli-help-asked-again = Se preguntó otra vez si es segura: yes, no, declined, unknown, not_asked
cli-help-screen-command = Evaluaciones de riesgo
cli-help-screen-instruments = Las evaluaciones de riesgo de esta oficina, con sus preguntas
cli-help-screen-add = Registrar una evaluación de riesgo, o por qué no se hizo
cli-help-screen-list = Las evaluaciones de riesgo de una víctima
cli-help-instrument = Identificador de la evaluación
cli-help-screen-add-answer = Pregunta y respuesta: yes, no o not_answered
cli-help-belief-file = Usted cree que el peligro es grande; el motivo se lee de este archivo
cli-help-not-done = Por qué no se hizo: declined, not_safe_to_ask, not_alone, no_interpreter, no_time, other
cli-help-hotline-at = Cuándo se llamó a la línea de ayuda, con fecha y huso
cli-help-hotline-answered = Contestó la línea de ayuda
cli-help-spoke = Habló la víctima con la línea de ayuda
cli-help-counts = Contar un período con las reglas del informe de la subvención
cli-help-counts-from = Primer día, AAAA-MM-DD
cli-help-counts-to = Último día, AAAA-MM-DD
cli-help-setting = Un ajuste de la cuenta, por ejemplo new_reset=SFY_0701
cli-help-public = Ocultar las cifras pequeñas, como para personas de fuera
cli-help-yearly = Lo que se pide una vez al año: solicitudes sin atender y por qué, encuestas, tarjetas de derechos
cli-help-hand-in = Guardar estas cifras como entregadas este día
cli-help-amends = Id del informe que este corrige
cli-help-handed-in = Lo que se entregó de este período, y lo que hoy se cuenta de otro modo
cli-handed-in = { $id }: entregado el { $on } por { $by }. Hoy se cuenta de otro modo: { $count }
cli-year =
    Solicitudes sin atender por falta de personal o medios: { $capacity }. Encuestas: { $handedOut } entregadas, { $returned } devueltas.
    Registros nuevos: { $recorded }; con la tarjeta de derechos: { $cards }.
cli-year-unmet = {"  "}{ $requests } × { $item }: { $reason }
cli-help-open = Los números de caso detrás de una cifra, por ejemplo Q1 o Q8A:A3

## Lo que puede estar en conflicto

conflict-record-service-event = un servicio
conflict-record-risk-screen = una evaluación de riesgo
