# Lo que lee una persona cuando el programa dice que no.
# Cada código tiene dos mensajes: err-<código> dice qué pasó; rec-<código> dice qué se puede hacer.
# Los valores entre llaves los pone el programa y nunca son datos de una víctima.

## Abrir la oficina

err-wrong-passphrase = Esa frase de acceso no es correcta.
rec-wrong-passphrase = Revise si está activado Bloq Mayús y escríbala otra vez. No se cambió nada. Si la olvidó: para una laptop, quien supervisa tiene un código de un solo uso; en el condado, dos hojas de recuperación abren la oficina.

err-locked-out = Demasiadas frases de acceso equivocadas. Esta laptop está bloqueada.
rec-locked-out = Llame a quien supervisa y pida el código de un solo uso. Funciona sin red. No se borró nada.

err-locked-for-now = Demasiadas frases de acceso equivocadas. Este lugar está bloqueado { $minutes } minutos más.
rec-locked-for-now = Espere y escriba entonces la frase correcta. No se borró nada.

err-weak-passphrase = Esta frase de acceso es demasiado fácil de adivinar.
rec-weak-passphrase = Use por lo menos 12 caracteres. Cuatro o cinco palabras que no tengan relación entre sí funcionan bien.

err-no-office = No hay ninguna oficina en esta carpeta.
rec-no-office = Cree una oficina del condado, una esta laptop a una oficina o elija otra carpeta.

err-office-exists = Ya hay una oficina en esta carpeta.
rec-office-exists = Ábrala con su frase de acceso o elija una carpeta vacía. La oficina que está ahí no se tocó.

err-not-a-case-file = El archivo de esta carpeta no es un archivo de casos de Countyline.
rec-not-a-case-file = Elija otra carpeta. El archivo no se cambió.

err-newer-case-file = Este archivo de casos se escribió con una versión más nueva de Countyline.
rec-newer-case-file = Actualice Countyline en esta computadora y vuelva a abrir el archivo. El archivo no se cambió.

err-damaged-case-file = El archivo de casos está dañado y no se puede leer con seguridad.
rec-damaged-case-file = Deje de trabajar en él y no borre nada. Avise a su coordinador o coordinadora. Busque su última copia de la carpeta de la oficina, o en “backups”, junto al archivo de casos.

err-key-file-missing = Falta el archivo de llave “case.key” en la carpeta de la oficina.
rec-key-file-missing = Ponga case.key otra vez junto a case.db o recupérelo de su copia de la carpeta. Sin él no se puede abrir el archivo de casos. No borre nada.

err-device-secret-missing = Esta computadora no tiene el secreto que ayuda a abrir este archivo de casos.
rec-device-secret-missing = Abra la oficina en la computadora y en la cuenta de usuario donde se creó. Si cambiaron la computadora, recupere su perfil de usuario de una copia de respaldo. El archivo de casos no se cambió.

err-disk-full = El disco o la memoria USB está sin espacio.
rec-disk-full = Libere espacio e inténtelo de nuevo. Lo que guardó antes está seguro; este último paso no se hizo.

err-no-backup = En esta carpeta no hay ninguna copia de respaldo.
rec-no-backup = Elija la carpeta cuyo nombre empieza con “countyline-”; contiene case.db y case.key. No se cambió nada.

err-stopped = Usted detuvo esto antes de terminar.
rec-stopped = Lo que iba a cambiar sigue como antes. Empiece de nuevo cuando quiera.

err-file-in-use = Otro programa está usando este archivo de casos.
rec-file-in-use = Cierre las otras ventanas y comandos de Countyline que lo usan e inténtelo de nuevo. No se cambió nada.

err-locked = Countyline está bloqueado.
rec-locked = Escriba su frase de acceso para desbloquearlo. Lo que guardó antes está seguro.

err-passphrase-needed = Este paso pide primero su frase de acceso.
rec-passphrase-needed = No se hizo nada. Inténtelo de nuevo y escriba su frase de acceso. Lo que escribió aquí sigue aquí.

err-storage = La computadora no pudo terminar este paso: { $doing }.
rec-storage = Este paso no cambió nada. Inténtelo de nuevo. Si vuelve a pasar, elija “Revisar mis datos” y avise a su coordinador o coordinadora.

## Formularios

err-not-found = Este registro no está aquí.
rec-not-found = Regrese y busque otra vez. Puede estar en una semana que todavía no llega a esta computadora.

err-invalid-input = Una respuesta no se puede usar: { failure-field }.
rec-invalid-input = Revise esa respuesta y guarde otra vez. Todavía no se guardó nada y lo que escribió sigue aquí.

err-date-required = Falta una fecha o no es una fecha válida: { failure-field }.
rec-date-required = Escriba la fecha como año-mes-día, por ejemplo 2026-03-09, y guarde otra vez.

err-name-required = Hace falta un nombre o las iniciales.
rec-name-required = Escriba un nombre, o solo las iniciales si es más seguro.

err-date-in-future = Esta fecha todavía no ha llegado: { failure-field }.
rec-date-in-future = Escriba el día en que ocurrió y guarde otra vez. Todavía no se guardó nada y lo que escribió sigue aquí.

err-period-backwards = El período termina antes de empezar.
rec-period-backwards = Escriba primero el primer día, como año-mes-día. No se cambió nada.

err-reason-required = Falta un motivo: { failure-field }.
rec-reason-required = Elija o escriba el motivo y guarde otra vez. Todavía no se guardó nada.

err-answers-exclude = Dos respuestas no pueden ser ciertas a la vez: { failure-field } y { failure-other }.
rec-answers-exclude = Deje la correcta y borre la otra. Todavía no se guardó nada y lo que escribió sigue aquí.

err-unknown-code = Esta opción no está en la lista: { failure-field }.
rec-unknown-code = Elija una respuesta de la lista y guarde otra vez. No se guardó nada.

err-confidential-address = Esta agencia mantiene en secreto dónde está; por eso no se puede guardar su dirección.
rec-confidential-address = Deje la dirección vacía y escriba solo el teléfono. No se guardó nada.

err-confidential-not-said = Esta agencia da refugio y nadie dijo si su ubicación es confidencial. Hasta entonces no se guarda ninguna calle.
rec-confidential-not-said = Pregunte a la agencia y responda sí o no. Si es sí, quite la calle. No se guardó nada.

err-changed-meanwhile = Alguien cambió esto mientras estaba abierto aquí.
rec-changed-meanwhile = Mire lo que dice ahora y haga su cambio otra vez. No se borró lo que escribió la otra persona.

err-erased = Este registro se eliminó para siempre, por orden del condado. No se guardó nada.
rec-erased = No lo vuelva a anotar. Si cree que es un error, pregunte a su coordinador o coordinadora.

err-victim-has-work = No se puede ocultar a esta víctima, porque ya se hizo algo con ella: un contacto, una referencia, una autorización o una carta.
rec-victim-has-work = Si se registró dos veces, una los dos registros. No se cambió nada.

err-nothing-to-undo = No hay ninguna unión que se pueda deshacer.
rec-nothing-to-undo = Solo se puede deshacer la última unión, y una sola vez.

err-merge-built-on = No se puede deshacer la última unión, porque alguien ya trabajó con lo que trajo.
rec-merge-built-on = Corrija lo que esté mal en los registros mismos. No se cambió nada.

err-merge-handed-out = No se puede deshacer la última unión, porque desde entonces se entregó un archivo a una laptop.
rec-merge-handed-out = Esa laptop puede contar con lo que se unió. Corrija lo que esté mal en los registros mismos. No se cambió nada.

err-merged-since = No se puede deshacer la última unión, porque desde entonces se unió otra cosa.
rec-merged-since = Corrija lo que esté mal en los registros mismos. No se cambió nada.

err-merged-file-gone = No se puede deshacer la última unión, porque la oficina ya no tiene sus archivos sellados.
rec-merged-file-gone = Sin ellos el trabajo quedaría solo en una memoria USB. Corrija lo que esté mal en los registros mismos. No se cambió nada.

err-own-change-refused = Un cambio hecho en esta computadora no se pudo volver a leer.
rec-own-change-refused = No se guardó nada. Elija “Revisar mis datos” y avise a su coordinador o coordinadora.

## Comunicarse con una víctima

err-do-not-contact = Esta víctima está marcada “No contactar”.
rec-do-not-contact = No llame, no escriba y no la visite. Si la víctima pidió que se comuniquen otra vez, cambie primero la marca.

err-outcome-not-of-channel = “{ failure-outcome }” no puede salir de “{ failure-channel }”.
rec-outcome-not-of-channel = Elija qué resultó de esta vía, o la vía que se usó, y guarde otra vez. Todavía no se guardó nada y lo que escribió sigue aquí.

err-due-out-of-range = Un seguimiento no puede vencer ese día: { failure-field }.
rec-due-out-of-range = Elija un día entre { $earliest } y { $latest } y guarde otra vez. Todavía no se guardó nada y lo que escribió sigue aquí.

err-channel-not-safe = Esta forma de comunicarse no es segura para esta víctima.
rec-channel-not-safe = Use una forma que la víctima dijo que es segura. Si no hay ninguna, anote que no quedó una forma segura y hable con su coordinador o coordinadora.

## Referencias a servicios y autorizaciones

err-status-not-allowed = Ese paso no puede seguir al estado en que esto se encuentra ahora.
rec-status-not-allowed = Puede que haya cambiado desde que se abrió aquí. Elija uno de los pasos que se ofrecen ahora. No se cambió nada.

err-basis-not-for-agency = Esta base legal solo alcanza a una fiscalía o a un tribunal.
rec-basis-not-for-agency = Haga que la víctima firme una autorización para esta agencia, o dé solo el nombre y el número de la agencia. No se cambió nada.

err-outside-status-unknown = Esa etapa del otro sistema no se conoce aquí.
rec-outside-status-unknown = Escríbala como la muestra el otro sistema o elija una de nuestras etapas. No se cambió nada.

err-partner-word-needs-release = La agencia solo puede decirnos qué resultó con una autorización, y no hay ninguna vigente.
rec-partner-word-needs-release = Pregunte a la víctima en el próximo seguimiento o cierre la referencia como desconocida. La agencia nunca tiene que decirlo. No se cambió nada.

err-release-required = La víctima no ha firmado una autorización para esta agencia.
rec-release-required = Pregúntele si la quiere y que la firme, o dele solo el nombre y el número de la agencia. La ayuda nunca depende de una firma.

err-release-expired = La autorización para esta agencia terminó el { $on }.
rec-release-expired = Pregunte a la víctima si quiere firmar otra. No se envió nada.

err-release-revoked = La víctima retiró la autorización para esta agencia.
rec-release-revoked = No envíe nada a esta agencia. Si la víctima lo quiere de nuevo, pídale que firme otra autorización.

err-release-other-recipient = Esta autorización es para otra agencia.
rec-release-other-recipient = Cada autorización nombra una sola agencia. Elija la correcta o pida una firmada para esta agencia. No se envió nada.

err-release-scope = La autorización no incluye esto: { failure-item }.
rec-release-scope = Déjelo fuera o pregunte a la víctima si quiere firmar una autorización que lo incluya. No se envió nada.

err-release-method = La autorización no permite decirlo así: { failure-method }.
rec-release-method = Use una vía que la autorización nombre, o pregunte si la víctima quiere firmar una que permita esta. No se envió nada.

err-exclusions-unread = Hay cosas que la víctima no quiere que esta agencia sepa, y nadie confirmó haberlas leído.
rec-exclusions-unread = Lea lo que está con la autorización, déjelo fuera y confírmelo. No se envió nada.

err-release-too-long = Una autorización puede valer { $days } días como máximo.
rec-release-too-long = Escriba una fecha final no posterior al { $until }. Si entonces hace falta más tiempo, la víctima firma otra vez. No se guardó nada.

err-signer-not-confirmed = No está confirmado que quien firma no es la persona que hizo el daño.
rec-signer-not-confirmed = Pregunte quién firma. Marque la casilla solo si está seguro o segura. No se guardó nada.

err-expiry-required = Una autorización necesita una fecha de fin que todavía no haya llegado.
rec-expiry-required = Pregunte a la víctima cuánto tiempo debe durar y escriba la fecha. Lo común es de dos semanas a un mes. No se guardó nada.

## Cartas

err-unsafe-to-carry = No es seguro que la víctima lleve esta carta, o todavía nadie se lo preguntó.
rec-unsafe-to-carry = Pregúntele. Si no es seguro, dele los números de palabra o guarde el papel en la oficina. No se imprimió nada.

err-name-not-looked-at = Nadie dijo si el nombre de este formulario es el de la autorización.
rec-name-not-looked-at = Mire el formulario. Si el nombre no está como en la autorización, o no debe ir con ella, haga uno nuevo y destruya este. No se cambió nada.

err-wording-refused = { $flaw ->
    [unknown] Ningún papel dice “{ $message }”.
    [empty] “{ $message }” no diría nada.
    [too_long] “{ $message }” tiene más de { $what } letras, o demasiadas opciones.
    [not_fluent] “{ $message }” no se puede leer: una llave o una opción no se cierra.
    [value] “{ $message }” no tiene un valor “{ $what }”.
    [denied_word] “{ $message }” está en un papel que alguien puede encontrar, y contiene “{ $what }”.
    [office_name] “{ $message }” está en un papel que alguien puede encontrar, y nombra “{ $what }”.
   *[other] “{ $message }” contiene algo distinto de texto, valores y opciones entre ellos.
}
rec-wording-refused = { $flaw ->
    [unknown] Elija uno de la lista. No se cambió nada.
    [value] Use solo los valores que tienen las palabras del programa. No se cambió nada.
    [denied_word] Dígalo sin esa palabra, tampoco dentro de otras. No se cambió nada.
    [office_name] Dígalo sin ese nombre. No se cambió nada.
   *[other] Corríjalo e inténtelo otra vez. No se cambió nada, y las palabras de antes siguen.
}

err-language-refused = { $flaw ->
    [file] El idioma { $language } no se puede usar: su archivo { $what } falta, es demasiado grande o no es texto.
    [not_fluent] El idioma { $language } no se puede usar: algo en { $what } no es un mensaje.
    [missing] El idioma { $language } no se puede usar: falta “{ $what }”.
    [values] El idioma { $language } no se puede usar: “{ $what }” tiene otros valores entre llaves que en inglés.
    [file_name] El idioma { $language } no se puede usar: “{ $what }” es el nombre de un archivo y tiene otros signos que letras minúsculas, cifras y guiones.
    [deny_list] El idioma { $language } no se puede usar: { $what } no tiene palabras, o una es demasiado corta.
    [denied_word] El idioma { $language } no se puede usar: “{ $what }” está en un papel que alguien puede encontrar, y contiene “{ $word }”.
   *[wording] El idioma { $language } no se puede usar: “{ $what }” no se puede leer.
}
rec-language-refused = Corrija los archivos de su carpeta e inténtelo otra vez. No se imprimió nada.

err-logo-refused = { $flaw ->
    [not_png] Esto no es una imagen PNG, o está dañada.
    [large_file] El archivo de esta imagen pasa de { $most } kB.
    [dots] Esta imagen tiene menos de { $least } o más de { $most } puntos de ancho o de alto.
   *[text] Nada dice qué muestra la imagen, o son más de { $most } letras.
}
rec-logo-refused = { $flaw ->
    [not_png] Guárdela como PNG y elíjala otra vez. No se cambió nada.
    [large_file] Guárdela con menos puntos o menos colores. No se cambió nada.
    [dots] Guárdela en otro tamaño. No se cambió nada.
   *[text] Diga en pocas palabras qué muestra, para quien no la puede ver. No se cambió nada.
}

err-not-for-carrying = Este papel es para la oficina. Ninguna víctima lo lleva.
rec-not-for-carrying = Hágalo sin --goes-with-her y guárdelo donde corresponde. No se imprimió nada.

err-letter-would-leak = Esta carta mostraría una palabra que una carta discreta no debe mostrar.
rec-letter-would-leak = Deje fuera la agencia de donde viene la palabra, o dé su número de palabra. No se imprimió nada.

err-font-missing = Falta un tipo de letra que necesitan las cartas: { $file }.
rec-font-missing = Instale Countyline otra vez. Sus casos no se ven afectados. No se imprimió nada.

err-glyph-missing = Los tipos de letra de las cartas no pueden imprimir este carácter: { $character } ({ $script }).
rec-glyph-missing = Escriba esa palabra de otra manera, o ponga un archivo de tipo de letra para esta escritura en la carpeta fonts de la oficina. No se imprimió nada.

err-password-unusable = Esta contraseña no se puede usar.
rec-password-unusable = Use de 1 a 127 letras y cifras. No se escribió nada.

## Archivos, memorias USB y semanas

err-not-joined = Esta laptop todavía no se ha unido a una oficina del condado.
rec-not-joined = Termine primero de unirla: lea el archivo de bienvenida del condado y compare las seis palabras. No se cambió nada.

err-bundle-not-a-bundle = Este no es un archivo de Countyline.
rec-bundle-not-a-bundle = Elija un archivo cuyo nombre termine en .clb. No se unió nada.

err-bundle-damaged-in-transfer = El archivo se dañó en el camino.
rec-bundle-damaged-in-transfer = Cópielo otra vez de la memoria USB o pida que la laptop envíe la semana de nuevo. No lo envíe como texto por correo electrónico. No se unió nada.

err-bundle-newer = Este archivo se hizo con una versión más nueva de Countyline.
rec-bundle-newer = Actualice Countyline en esta computadora y vuelva a leer el archivo. Guarde el archivo. No se unió nada.

err-bundle-truncated = El archivo no está completo. Le falta el final.
rec-bundle-truncated = Quizás sacaron la memoria USB demasiado pronto. Pida que la laptop envíe la semana otra vez. No se unió nada y en la laptop no se perdió nada.

err-bundle-not-for-this-office = Este archivo se selló para otra oficina.
rec-bundle-not-for-this-office = No se puede abrir aquí. Devuélvalo a quien lo trajo. Si es de una laptop de ustedes y esta oficina se restauró de una copia: dígalo (county-restored), entregue a cada laptop su archivo de regreso y pida que envíe la semana otra vez. No se unió nada.

err-bundle-altered = Este archivo fue cambiado o cortado después de sellarlo.
rec-bundle-altered = Cópielo otra vez de donde vino e inténtelo de nuevo. Si se rechaza otra vez, no lo use: guárdelo, pregunte a quien lo envió cómo llegó hasta usted y pida que envíe la semana otra vez. No se unió nada.

err-bundle-unknown-laptop = Este archivo viene de una laptop que no está inscrita aquí.
rec-bundle-unknown-laptop = Guarde el archivo. Inscriba primero la laptop y vuelva a leer el archivo. No se unió nada.

err-bundle-revoked-laptop = Este archivo viene de una laptop que se quitó de la lista de esta oficina.
rec-bundle-revoked-laptop = Se guarda aquí, sellado, y no se unió nada de él. Decide quien supervisa: puede tener trabajo de verdad, o puede que otra persona tenga la laptop.

err-return-for-another-laptop = Este archivo es para otra laptop.
rec-return-for-another-laptop = Déjelo en la memoria. Esa laptop lo encuentra por sí sola. No se cambió nada.

err-bundle-wrong-direction = Este tipo de archivo no se puede leer aquí.
rec-bundle-wrong-direction = La semana de una laptop se une en la oficina del condado. Lo que el condado devuelve y su archivo de bienvenida se leen en la laptop. No se unió nada.

err-bundle-over-limit = Este archivo es más grande de lo que puede ser el trabajo de una semana.
rec-bundle-over-limit = No lo use. Pida a quien lo envió que envíe la semana otra vez. No se unió nada.

err-bundle-already-merged = Este archivo ya se unió antes.
rec-bundle-already-merged = No tiene que hacer nada. El mismo trabajo nunca se cuenta dos veces.

err-enrolment-altered = La solicitud de la laptop para unirse fue cambiada en el camino.
rec-enrolment-altered = No la inscriba. Haga una solicitud nueva en la laptop y tráigala otra vez.

err-welcome-not-for-this-laptop = Este archivo de bienvenida es para otra laptop.
rec-welcome-not-for-this-laptop = Pida a la oficina del condado el archivo hecho para esta laptop. No se cambió nada.

err-medium-removed = Sacaron la memoria USB antes de terminar.
rec-medium-removed = Vuelva a ponerla y repita este paso. Si quedó un archivo a medias, puede borrarlo. Su trabajo está seguro en esta computadora.

err-file-not-found = El archivo no está ahí.
rec-file-not-found = Revise que la memoria USB esté puesta y elija el archivo otra vez.

err-folder-not-found = La carpeta no está ahí.
rec-folder-not-found = Revise que la memoria USB esté puesta y elija la carpeta otra vez.

err-only-county = Solo la oficina del condado puede hacer esto.
rec-only-county = Haga este paso en la oficina del condado. No se cambió nada.

err-only-laptop = Solo una laptop puede hacer esto.
rec-only-laptop = Haga este paso en la laptop. No se cambió nada.

## Llaves, laptops perdidas, recuperación

err-no-unlock-code = Esta laptop todavía no tiene un código de un solo uso.
rec-no-unlock-code = Una laptop hace su primer código cuando se une al condado. Hasta entonces solo la abre su frase de acceso. No se cambió nada.

err-wrong-unlock-code = Ese código de un solo uso no es correcto.
rec-wrong-unlock-code = Pida que le lean otra vez las ocho palabras, una por una, y revise cada una. Si son correctas, quizás la laptop se restauró de una copia vieja: pida a quien supervisa el código anterior. No se cambió nada.

err-used-unlock-code = Ese código de un solo uso ya se usó. Un código sirve una sola vez.
rec-used-unlock-code = Si puso con él una frase nueva, esa frase abre la laptop. El código siguiente llega al condado con la próxima semana de la laptop. No se cambió nada.

err-unlock-code-unknown = Todavía no llegó ningún código de un solo uso de esta laptop.
rec-unlock-code-unknown = Los códigos llegan con las semanas de la laptop. Si nunca envió una, o si el código ya se usó, no hay ninguno que decir. No se cambió nada.

err-no-recovery = Nunca se hicieron hojas de recuperación para esta oficina.
rec-no-recovery = Busque una copia más nueva de la carpeta de la oficina: las hojas sirven con copias hechas después de ellas. No se cambió nada.

err-recovery-sheet-mistyped = La línea { $line } de la hoja no está como se imprimió.
rec-recovery-sheet-mistyped = Compare esa línea con la hoja, palabra por palabra. Las líneas anteriores están bien. No se cambió nada.

err-recovery-sheet-twice = Se necesitan dos hojas distintas.
rec-recovery-sheet-twice = Pida la suya a otra de las tres personas que las guardan. No se cambió nada.

err-recovery-sheets-old = Estas hojas no abren esta oficina.
rec-recovery-sheets-old = Las dos están bien escritas, pero no son del mismo juego, o después se hicieron hojas nuevas, o son de otra oficina. No se cambió nada.

err-key-destroyed = Esta semana se selló para una llave que se destruyó el { $on }.
rec-key-destroyed = Ya nadie la puede abrir. Pida que la laptop envíe su semana otra vez: en ella va lo que el condado no confirmó. No se unió nada.

err-key-still-needed = Esta llave todavía hace falta.
rec-key-still-needed = Se va cuando cada laptop haya mostrado que conoce la llave nueva, y 90 días después. Mire en las llaves del condado a quién espera. No se cambió nada.

err-key-needed-by-files = Estos archivos esperan aquí y están sellados para esta llave: { $files }
rec-key-needed-by-files = Sin la llave ya nadie los podría abrir. Traiga lo que esperan, pida a quien supervisa que los tome, una otra vez lo que se deshizo, o descártelos para siempre. Después destruya la llave. No se cambió nada.

err-key-not-in-copy = Esta semana se selló para una llave que esta oficina tenía, y la copia de la que se restauró no la tiene.
rec-key-not-in-copy = Haga una llave nueva si las llaves del condado lo piden, entregue a la laptop su archivo de regreso y pida que envíe la semana otra vez: en ella va lo que el condado no confirmó. No se unió nada y en la laptop no se perdió nada.

err-roster-forked = Dos listas distintas de laptops llevan el mismo número.
rec-roster-forked = Pare, y avise a quien coordina. O la oficina del condado se restauró de una copia vieja, o alguien más firma en su nombre. No se tomó nada de este archivo.

err-file-exists = Ya hay un archivo con este nombre.
rec-file-exists = Elija otro nombre. El archivo que está ahí no se tocó.

err-several-laptops = Varias laptops se llaman así.
rec-several-laptops = Nombre la que quiere por las primeras letras de su id. No se cambió nada.

err-already-revoked = Esta laptop ya está dada de baja.
rec-already-revoked = No tiene que hacer nada. No se cambió nada.

err-not-revoked = Por lo que esta laptop sabe, no está dada de baja.
rec-not-revoked = Las llaves nuevas son para una laptop que se perdió y se encontró. Lea primero el archivo de regreso del condado. No se cambió nada.

err-work-not-taken-in = El condado no ha tomado todo lo que escribió esta laptop.
rec-work-not-taken-in = Envíe la semana, pida a quien supervisa que la tome y lea el archivo de regreso del condado. Después haga llaves nuevas. No se cambió nada.

## Personas: lo que puede decir un formulario y lo que las protege

err-age-out-of-range = Eso no es una edad.
rec-age-out-of-range = Escriba los años de 0 a 120 o déjelo vacío. No se cambió nada.

err-protected-address = Es el domicilio de alguien en un programa de domicilio confidencial.
rec-protected-address = Use el domicilio sustituto. El domicilio real solo se guarda si una ley lo exige: anote qué necesidad. No se cambió nada.

err-looks-like-pin = La nota tiene cuatro dígitos seguidos.
rec-looks-like-pin = El PIN de un aviso de custodia nunca se anota aquí. Quite los dígitos. No se cambió nada.

err-legal-hold = Hay una retención legal sobre estos expedientes.
rec-legal-hold = Mientras dure, no se borra nada de ella. Pregunte quién la puso. No se cambió nada.

err-not-due = Esto aún no ha vencido.
rec-not-due = Mire la lista de lo que ha vencido. No se depuró nada.

err-unknown-pack = Ningún paquete del estado con ese nombre viene con este programa ni está instalado.
rec-unknown-pack = Elija uno de la lista, o instale antes en el condado el paquete de su estado. No se cambió nada.

err-sample-months = El plazo de conservación viene de una muestra, no de la ley de su estado.
rec-sample-months = El condado fija en sus normas los meses propios de la oficina para los dos plazos, o instala el paquete de su estado; pregunte a su coordinación. No se depuró nada.

err-state-pack-refused = { $flaw ->
    [unreadable] El archivo no es un paquete del estado: no se puede leer como JSON desde la línea { $line }.
    [too_large] El archivo ocupa más de 64 KB, y ningún paquete del estado ocupa tanto.
    [missing] Al paquete del estado le falta el campo “{ $field }”.
    [unknown] Ningún paquete del estado tiene un campo “{ $field }”.
    [twice] En el paquete del estado, “{ $field }” aparece por segunda vez.
    [field_twice] La línea { $line } del paquete del estado nombra un campo por segunda vez.
    [no_text] En el paquete del estado, “{ $field }” debe ser un texto entre comillas.
    [no_number] En el paquete del estado, “{ $field }” debe ser un número entero.
    [no_number_or_null] En el paquete del estado, “{ $field }” debe ser un número entero, o null si el estado no pone límite.
    [no_yes_or_no] En el paquete del estado, “{ $field }” debe ser true o false.
    [no_list] En el paquete del estado, “{ $field }” debe ser una lista entre [ ].
    [no_group] En el paquete del estado, “{ $field }” debe ser un grupo de campos entre llaves.
    [empty] En el paquete del estado, “{ $field }” está vacío.
    [too_long] En el paquete del estado, “{ $field }” pasa de { $most }.
    [code] En el paquete del estado, “{ $field }” solo puede tener letras minúsculas, cifras y _.
    [version] En el paquete del estado, “{ $field }” debe tener cifras con puntos entre ellas, como 2026.1.
    [unseen] En el paquete del estado, “{ $field }” tiene un carácter que no se ve.
    [range] En el paquete del estado, “{ $field }” debe ir de { $least } a { $most }.
    [longer_than_all] En el paquete del estado, “{ $field }” es más que statistics_months: los nombres se guardarían más tiempo que todo lo demás.
    [of_the_program] En el paquete del estado, “{ $field }” es el de un paquete que viene con el programa.
    [older] En el paquete del estado, “{ $field }” no es posterior a { $installed }, que está instalada.
    [same_version] En el paquete del estado, “{ $field }” es { $installed }, como en el instalado, pero hay otra cosa distinta.
   *[other] En el paquete del estado, “{ $field }” no se puede usar.
}
rec-state-pack-refused = { $flaw ->
    [older] Dele una versión posterior a lo que debe valer e instálelo otra vez. El paquete que vale queda como está.
    [same_version] Suba la versión con cada cambio e instálelo otra vez. El paquete que vale queda como está.
   *[other] Corríjalo en el archivo e inténtelo otra vez. No se instaló nada, y lo que valía sigue valiendo.
}

err-lists-refused = { $flaw ->
    [unreadable] El archivo con las listas de la oficina no se puede leer desde la línea { $line }: falta algo, no se conoce o está escrito de otro modo.
    [too_large] El archivo pasa de 64 KB; ninguna lista de una oficina es tan grande.
    [version] La versión de las listas debe ser un número entero desde 2.
    [older] Las listas no tienen una versión posterior a { $installed }, que está instalada.
    [code] El código «{ $what }» solo puede tener letras pequeñas, cifras y _, y 60 como máximo.
    [taken] Ya hay un servicio «{ $what }».
    [name] El servicio «{ $what }» necesita un nombre en inglés y otro en español, de 60 letras como máximo.
    [counts_as] El servicio «{ $what }» no cuenta como nada que pida el informe.
    [left_out] Falta el servicio «{ $what }», pero puede haber registros que lo nombran.
    [no_policy] No hay una regla de seguimiento «{ $what }».
    [rule] Las cifras de «{ $what }» no pueden valer: una regla debe ser para todos, las horas van de 1 a 720 y los intentos de 1 a 50.
    [zone_name] La zona «{ $what }» necesita un nombre de 60 letras como máximo, sin espacio antes ni después.
    [zone_twice] La zona «{ $what }» está dos veces.
    [denied_word] “{ $what }” no puede ser una palabra prohibida: necesita 2 letras como mínimo y 60 como máximo.
   *[other] Las listas de la oficina no se pueden usar.
}
rec-lists-refused = { $flaw ->
    [left_out] Déjelo, con "retired": true. Así ya no se ofrece, y lo registrado conserva su nombre. No se instaló nada.
    [older] Suba la versión con cada cambio e instálela otra vez. Lo que vale sigue igual.
   *[other] Corríjalo en el archivo e inténtelo otra vez. No se instaló nada, y lo que valía sigue valiendo.
}

err-zone-unknown = La lista de la oficina no tiene esa zona. La más parecida es «{ $nearest }».
rec-zone-unknown = Elija una zona de la lista, o pida a la coordinación que agregue la suya. No se guardó nada.

err-notify-first = Aún no se ha previsto avisarle de la orden.
rec-notify-first = Anote primero la orden. Eso crea la tarea de avisarle y proteger su privacidad. No se dijo nada.

err-release-not-yet = La autorización empieza el { $on }.
rec-release-not-yet = Espere hasta entonces o pídale que firme otra. No se dijo nada a la agencia.

err-signer-is-abuser = Quien firma por ella es la persona que presuntamente la maltrata.
rec-signer-is-abuser = Nadie de quien se dice que la lastimó puede firmar por ella. Pregunte quién más puede. No se dijo nada a la agencia.

err-channel-blocked = Algo pasó en esta manera de contactarla.
rec-channel-blocked = Pregúntele primero si otra vez es seguro y anote la respuesta. No se cambió nada.

## Palabras dentro de las frases de arriba

failure-field = { $field ->
    [about] de qué trata el papel
    [acknowledgement] si se firmó
    [acp_expires_on] la fecha en que vence el certificado
    [address] la dirección
    [addresses] las direcciones
    [age] la edad
    [age_at_incident] la edad cuando ocurrió
    [age_band] la edad por grupos
    [answer] la respuesta
    [answered_on] la fecha
    [answers] las respuestas
    [areas] las zonas
    [arrived_at] cuándo llegó
    [assured_on] la fecha en que se revisó
    [at] la hora
    [audience] quiénes asistieron
    [availability] cuándo se le puede llamar
    [award_start] el primer día de la subvención
    [background_check_on] el día de la verificación de antecedentes
    [barrier] lo que lo impidió
    [basis] la base legal
    [began_on] el primer día
    [birth_date] la fecha de nacimiento
    [birth_year] el año de nacimiento
    [call_back_phone] el teléfono de la oficina
    [called_at] cuándo se le llamó
    [came_out] si se imprimió
    [campaign] la campaña
    [case_number] el número de caso
    [channel] la forma de contacto
    [commitment] lo que se prometió
    [compensation_assistance] la ayuda con la compensación
    [concerns] lo que les preocupa
    [contact_method] la forma de contacto
    [contacted_on] la fecha
    [counted_on] el día de la cuenta
    [court_on] el día en el tribunal
    [cover_name] quién se dice que llama
    [date] la fecha
    [day] el día
    [description] la descripción
    [disabled_on] el día en que termina el acceso
    [do_not_contact_reason] por qué no se la debe contactar
    [due_on] la fecha del seguimiento
    [effective_on] el primer día
    [ended_on] el último día
    [envelope] cómo se envía el correo
    [expires_on] la fecha de fin
    [fact] lo que se respondió
    [family_name] el apellido
    [field] un campo que no se puede eliminar solo
    [findings] los hallazgos
    [follow_up_on] el primer seguimiento
    [form] el tipo de carta
    [from] el primer día
    [funding_source] quién paga
    [gender_stated] el género, en sus palabras
    [given_name] el nombre de pila
    [given_on] la fecha
    [guardian] la persona encargada
    [guardian_is_alleged_abuser] si la persona encargada es quien presuntamente la maltrata
    [held] que se guarda en la oficina
    [handed_out] cuántos se repartieron
    [held_on] el día en que tuvo lugar
    [hotline_answered] si contestó la línea de ayuda
    [hotline_called_at] cuándo se llamó a la línea de ayuda
    [hours] el horario
    [how_given] cómo se dio
    [identity_months] cuánto se guardan los nombres y las notas
    [incident] el incidente
    [instrument] la evaluación de riesgo
    [interpreter_need] si hace falta intérprete
    [item] el servicio
    [items] lo que se puede compartir
    [joined_on] el día de entrada
    [kind] el tipo
    [language] el idioma
    [languages] los idiomas
    [laptop_name] el nombre de la laptop
    [last_work] el último trabajo
    [latitude] la latitud
    [left_on] el día de salida
    [legal_basis] la base legal
    [legal_basis_note] qué orden o ley
    [legal_hold_reason] quién pidió la retención
    [local_item] el servicio propio
    [longitude] la longitud
    [maximum_age] la edad máxima
    [methods] cómo se puede decir
    [miles] las millas
    [minimum_age] la edad mínima
    [minor] si es menor de edad
    [minutes] los minutos
    [mode] cómo se prestó el servicio
    [monitored_device] si está vigilado
    [name] el nombre
    [name_kind] la clase de nombre
    [name_safe_to_print] si se puede imprimir el nombre
    [need] la necesidad
    [needs] las necesidades
    [next_at] cuándo volver a llamar
    [next_done_on] el día en que se hizo el siguiente paso
    [next_follow_up_on] el siguiente seguimiento
    [next_on] el día del siguiente paso
    [not_done_reason] por qué no se hizo
    [note] la nota
    [number_reached] a cuántas personas se llegó
    [occurred_at] la hora
    [occurred_on] el día en que ocurrió
    [offender_relation] qué es él para ella
    [office_name] el nombre del condado
    [officer_believes] lo que cree el agente
    [on] la fecha
    [order] qué orden o ley
    [outcome] el resultado
    [outcome_source] quién dijo qué resultó
    [override_reason] por qué lo cree el agente
    [page] el tamaño del papel
    [paper] el papel
    [paper_state] dónde está el papel
    [parties] quiénes firman
    [partner] la agencia asociada
    [person] con quién hablamos
    [person_name] su nombre
    [phone] el teléfono
    [place] el lugar
    [place_name] el nombre de esta computadora
    [policy] la norma de seguimiento
    [population] el grupo
    [purpose] para qué es la autorización
    [quantity] cuántas veces
    [question] la pregunta
    [race_ethnicity] la raza y el origen étnico
    [reason] el motivo
    [record] la clase de registro
    [referral] la referencia
    [relation] la relación
    [relationship_stage] en qué punto estamos
    [response_given] lo que respondimos
    [returned] cuántos volvieron
    [returned_on] el día en que volvió
    [review_on] el día de la revisión
    [revoked_how] cómo se retiró
    [right] el derecho
    [rights_requested] los derechos pedidos
    [rights_waived] los derechos a los que renunció
    [role] el papel en el incidente
    [safe] si es segura
    [safe_check_reasked] si se volvió a preguntar
    [scope] lo que abarca
    [seen] lo que mostraba el formulario al abrirse; ábralo de nuevo
    [sent_method] cómo se envió
    [served] si se notificó
    [served_on] el día del servicio
    [setting] un ajuste de la cuenta
    [side] quién lo prometió
    [signature] la firma
    [signed_on] el día de la firma
    [signer] quién firmó
    [signer_capacity] en calidad de qué se firmó
    [size] un texto demasiado largo
    [special_class_other] el otro grupo
    [special_classes] los grupos
    [state] el estado
    [statistics_months] cuánto se guarda todo
    [status] el estado
    [status_on] la fecha
    [strangulation] si se denunció estrangulamiento
    [strangulation_reported] si se reportó estrangulamiento
    [system] el otro sistema
    [table] la tabla
    [theme] los colores
    [times] las veces
    [title] el título
    [to] el último día
    [topic] el tema
    [training_hours] las horas de capacitación
    [travel_minutes] los minutos de camino
    [urgency] la urgencia
    [value] el número, la dirección o el lugar
    [verify_after_days] los días hasta volver a preguntar
    [victim] la víctima
    [victim_spoke] si la víctima habló con la línea de ayuda
    [victimization] el tipo de delito
    [victimization_other] el tipo de delito, explicado
    [voicemail] si se puede dejar mensaje
    [way] la forma de contacto
    [what] qué es
    [worked_on] el día del trabajo
    [zone] el pueblo o la zona
   *[other] { $field }
}

failure-other = { $other ->
    [age_band] la edad por grupos
    [anonymous_contact] que no se dio ningún nombre
    [barrier] lo que lo impidió
    [birth_year] el año de nacimiento
    [expires_on] la fecha de fin
    [form] qué clase de carta es
    [guardian] la persona encargada
    [hotline_answered] que contestó la línea de ayuda
    [local_item] el servicio propio
    [minor] si es menor de edad
    [minutes] los minutos
    [name_kind] la clase de nombre
    [next_follow_up_on] el siguiente seguimiento
    [not_done_reason] por qué no se hizo
    [override_reason] por qué lo cree el agente
    [race_ethnicity] la raza y el origen étnico
    [reason] el motivo
    [rights_waived] los derechos a los que renunció
    [special_classes] los grupos
    [statistics_months] cuánto se guarda todo
    [victim_spoke] que la víctima habló con la línea de ayuda
    [victimization] el tipo de delito
   *[other] { $other }
}

failure-item = { $item ->
    [name] el nombre
    [safe_contact] cómo comunicarse de forma segura
    [need] lo que la víctima necesita
    [incident_date] la fecha del incidente
    [case_number] el número de caso
    [risk_level] el nivel de riesgo
    [documents] documentos
   *[other] { $item }
}

failure-method = { $method ->
    [phone] por teléfono
    [in_person] en persona
    [letter] por carta
    [secure_email] por correo electrónico seguro
    [fax] por fax
   *[other] { $method }
}

# Tablas de personas. No cambian nada en la oficina.
err-csv-empty = La tabla no tiene filas.
rec-csv-empty = Elija una tabla con una línea de nombres de columnas y al menos una persona. No se escribió nada.
err-csv-too-large = La tabla es demasiado grande.
rec-csv-too-large = Divídala: como máximo un millón de filas, 200 columnas y 256 MB. No se escribió nada.
err-csv-not-text = La línea { $line } no es texto que se pueda leer.
rec-csv-not-text = Guarde la tabla otra vez como CSV en UTF-8. No se escribió nada.
err-csv-uneven = La línea { $line } tiene { $found } celdas, la primera línea tiene { $expected }.
rec-csv-uneven = Busque en esa línea una coma que falta o que sobra. No se escribió nada.
err-csv-no-names = Ninguna columna se llama como un nombre.
rec-csv-no-names = Llame a las columnas given y family, o first_name y surname. No se escribió nada.
err-csv-column-twice = Las columnas { $first } y { $second } significan lo mismo.
rec-csv-column-twice = Deje una de ellas o póngale otro nombre a la otra. No se escribió nada.
err-csv-id-twice = El identificador de la línea { $line } está también en la línea { $first }.
rec-csv-id-twice = Cada fila necesita su propio identificador. Sin esa columna se usan los números de línea. No se escribió nada.
err-csv-cell-too-long = Una celda de la línea { $line } es demasiado larga.
rec-csv-cell-too-long = Busque en esa línea unas comillas que nunca se cierran. No se escribió nada.

failure-outcome = { $outcome ->
    [reached_talked] { outcome-reached-talked }
    [reached_not_safe] { outcome-reached-not-safe }
    [reached_declined] { outcome-reached-declined }
    [no_answer_no_message] { outcome-no-answer-no-message }
    [voicemail_left] { outcome-voicemail-left }
    [message_trusted_person] { outcome-message-trusted-person }
    [other_answered_hung_up] { outcome-other-answered-hung-up }
    [other_answered_cover] { outcome-other-answered-cover }
    [number_wrong] { outcome-number-wrong }
    [letter_sent] { outcome-letter-sent }
    [letter_returned] { outcome-letter-returned }
    [home_reached] { outcome-home-reached }
    [home_not_home] { outcome-home-not-home }
    [home_not_safe] { outcome-home-not-safe }
    [blocked_no_safe_method] { outcome-blocked-no-safe-method }
   *[other] { $outcome }
}

failure-channel = { $channel ->
    [phone] { channel-phone }
    [text] { channel-text }
    [email] { channel-email }
    [post] { channel-post }
    [in_person] { channel-in-person }
    [home_visit] { channel-home-visit }
    [work_school_visit] { channel-work-school-visit }
    [trusted_person] { channel-trusted-person }
   *[other] { $channel }
}

## Deshacer

err-not-taken-back = { $why ->
    [over] No hay nada que deshacer.
    [nothing] Eso no cambió ningún registro; no hay nada que deshacer.
    [sent] Eso ya salió de esta oficina. No se puede deshacer.
    [told] Algo se le dijo o se le dio a alguien. Eso ya pasó, así que se queda.
    [protects] Eso protege a alguien. No se deshace tan rápido.
    [keys] Las laptops y las llaves no se deshacen.
    [erased] Lo que se borró ya no está.
    [merged] Una unión de semanas no se deshace aquí.
    [decided] Eso se decidió entre lo que otras personas habían escrito.
    [people] Quién trabaja aquí y con qué función no se deshace aquí.
   *[many] Entró una tabla entera. No se deshace de una vez.
}
rec-not-taken-back = { $why ->
    [over] Solo se deshace lo último que se guardó, durante diez minutos y hasta que se bloquea la ventana. Abra el registro para corregirlo.
    [sent] Corrija el registro y envíe otra vez.
    [told] Si se escribió por error, avise a su coordinador o coordinadora. No se cambió nada.
    [protects] Abra el registro y cámbielo ahí: el formulario pide lo que hace falta. No se cambió nada.
    [keys] Vea las laptops y las llaves de esta oficina. No se cambió nada.
    [merged] La última unión se deshace donde se unen las semanas. No se cambió nada.
    [decided] Decídalo de nuevo donde está. No se cambió nada.
    [people] Abra a la persona y cámbielo ahí. No se cambió nada.
    [many] Oculte o corrija los registros que estén mal. No se cambió nada.
   *[other] No se cambió nada.
}

err-written-since = { $known ->
    [no] Alguien escribió aquí después, así que no se deshace.
   *[yes] Alguien escribió aquí después: { $by }. No se deshace.
}
rec-written-since = Abra el registro y vea qué dice ahora. No se cambió nada.
