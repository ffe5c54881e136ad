# Lo que dice el programa sin ventana: `countyline …`.
# Los errores están en failures.ftl. Los ids empiezan con cli-; cli-help-… describe comandos y opciones.

## Para qué sirve cada comando

cli-help-victim-command = Anotar víctimas.
cli-help-partner-command = Anotar agencias aliadas y contactos con ellas.
cli-help-release-command = Anotar autorizaciones para compartir información.
cli-help-victim = El número de caso o el id de la víctima.
cli-help-partner = El nombre o el id de la agencia aliada.
cli-help-init = Crear una oficina del condado o, con --laptop, una laptop que pide unirse a una.
cli-help-join = Unirse al condado en una laptop, con su archivo de bienvenida. Primero muestra las seis palabras del condado.
cli-help-enrol = Dejar que una laptop se una a esta oficina. Primero muestra las seis palabras de la laptop.
cli-help-victim-add = Anotar una víctima nueva.
cli-help-victim-correct = Corregir lo que se escribió de una víctima al registrarla. Lo que no indique queda como está.
cli-help-victim-do-not-contact = Marcar que no se debe contactar a una víctima, o quitar la marca.
cli-help-contact = Anotar contactos con víctimas.
cli-help-contact-add = Anotar un contacto con una víctima.
cli-help-partner-add = Anotar una agencia aliada.
cli-help-partner-contact = Anotar un contacto con una agencia aliada. Nunca trata de una víctima en particular.
cli-help-refer = Referir a una víctima a agencias aliadas.
cli-help-release-sign = Anotar una autorización que firmó la víctima: una agencia, una fecha de fin.
cli-help-release-revoke = Anotar que la víctima retiró una autorización.
cli-help-release-show = Mostrar las autorizaciones de una víctima, cómo puede decirse cada una y lo que ella no quiere que se diga.
cli-help-letter = Hacer una carta de referencia en PDF.
cli-help-export = Sellar en un archivo todo lo que el condado no ha confirmado.
cli-help-merge = Unir las semanas que trajeron las laptops.
cli-help-undo-merge = Deshacer la última unión, mientras nadie haya trabajado con ella.
cli-help-inbox = Todo lo que espera a una persona.
cli-help-inbox-show = Mostrar una de las cosas que esperan, con quién la escribió y cómo llegó.
cli-help-inbox-settle = Decidir una de las cosas que esperan.
cli-help-hide = Ocultar lo que se registró por error: una forma de contacto, un seguimiento o la víctima.
cli-help-bring-back = Recuperar lo que se ocultó.
cli-help-item = Su id, como lo muestra inbox.
cli-help-way = Cómo: side, other, both, keep, hide, same, not_same o seen, según ofrezca inbox.
cli-help-inbox-settle-side = El lado correcto, por sus primeros ocho caracteres.
cli-help-value = Con other: qué escribir en su lugar, por ejemplo value=555-0100. Lo que no se da queda como está.
cli-help-part = El id de la forma de contacto o del seguimiento, como lo tiene show victim --json; sin él, la víctima.
cli-help-return = Escribir para cada laptop lo que le falta, lo que aquí está a salvo y lo que nos falta.
cli-help-receive = Recibir lo que el condado devolvió a esta laptop.
cli-help-laptops = Decir cómo está cada laptop: cuándo se supo de ella, qué nunca llegó, qué le falta.
cli-help-parked = Mostrar los archivos que todavía no se pueden unir, probar uno otra vez o apartarlo para siempre.
cli-help-parked-retry = Probar otra vez un archivo que espera.
cli-help-parked-forget = Apartar para siempre un archivo que espera.
cli-help-notices = Mostrar lo que una persona debe saber sobre los historiales.
cli-help-notices-settle = Decir que usted ya atendió un aviso.
cli-help-backup = Hace una copia de respaldo o trae una de vuelta.
cli-help-backup-make = Copia el archivo de casos, cifrado, a una carpeta propia y lee la copia de principio a fin.
cli-help-backup-bring-back = Pone una copia de respaldo donde se busca esta oficina y no hay ninguna.
cli-help-backup-bring-back-from = La carpeta de la copia de respaldo.
cli-help-county-restored = Decir que esta oficina del condado se restauró de una copia, para que las laptops envíen otra vez.
cli-help-conflicts = Mostrar lo que dos personas escribieron distinto.
cli-help-resolve = Resolver un conflicto con uno de sus lados.
cli-help-duplicates = Muestra registros que pueden ser de una sola persona, en esta oficina o en una tabla propia.
cli-help-link = Dice que dos registros son de una sola persona. No se une ni se pierde nada, y se puede deshacer.
cli-help-unlink = Deshace ese enlace. Cada registro vuelve a ser lo que era.
cli-help-not-same = Dice que dos registros no son de una sola persona, para que no se propongan otra vez.
cli-help-show = Mostrar los seguimientos de hoy, víctimas, agencias aliadas, semanas enviadas o esta oficina.
cli-help-show-today = Los seguimientos de hoy.
cli-help-show-victims = Víctimas por nombre, número de caso o teléfono.
cli-help-show-victim = Todo lo anotado sobre una víctima.
cli-help-show-partners = Agencias aliadas por nombre, pueblo o necesidad.
cli-help-show-bundles = Las semanas que envió esta laptop y lo que falta enviar.
cli-help-show-office = Cómo se llama esta oficina y quién trabaja aquí.
cli-help-verify = Revisar que cada tabla coincida con el historial y que no falte ningún cambio.
cli-help-erase = Elimina registros para siempre, en el condado y en cada laptop.
cli-help-erase-order = Ordena una eliminación. Sin --for-good solo dice qué se eliminaría.
cli-help-erase-list = Muestra las órdenes de eliminación y cuántos lugares no las han confirmado.
cli-help-erase-show = Muestra una orden: quién la cumplió y qué se escribió después.
cli-help-victim-restrict = Envía el registro de una víctima solo al condado y a las laptops que lo necesitan, o de nuevo a todas.
cli-help-bundle = Mirar archivos sellados.
cli-help-bundle-inspect = Decir lo que se puede decir de un archivo sellado sin abrirlo.
cli-help-passphrase = La frase de contraseña de esta oficina.
cli-help-passphrase-change = Cambiar la frase de contraseña.
cli-help-laptop-command = Las laptops del condado: cuáles están inscritas, perdidas o encontradas.
cli-help-laptop = El nombre de la laptop o las primeras ocho letras de su id.
cli-help-laptop-list = Mostrar todas las laptops que se inscribieron alguna vez.
cli-help-laptop-revoke = Dar de baja una laptop perdida. Lo que escribió después espera a quien supervisa.
cli-help-laptop-take-in = Tomar un archivo con trabajo posterior de una laptop dada de baja: quien supervisa lo decidió.
cli-help-laptop-keep-out = Anotar que el trabajo posterior de una laptop dada de baja se queda fuera. El archivo no se toca.
cli-help-laptop-renew-keys = En una laptop que se encontró: hacer llaves nuevas y otra solicitud para unirse.
cli-help-laptop-renew-keys-stick = La carpeta que recibe la solicitud para unirse.
cli-help-leave-work = Dejar aquí el trabajo que el condado no ha tomado.
cli-help-key = La llave del condado para la que se sellan las semanas.
cli-help-key-show = Mostrar la llave en uso, las anteriores y a quién espera cada una.
cli-help-key-replace = Hacer una llave nueva. Lo que está en camino se abre igual.
cli-help-key-destroy = Destruir una llave reemplazada que ya nadie necesita.
cli-help-epoch = El número de la llave, como lo muestra key show.
cli-help-unlock-code = Códigos de un solo uso que abren una laptop cuya frase de acceso se olvidó.
cli-help-unlock-code-list = Mostrar las laptops cuyo código tiene el condado.
cli-help-unlock-code-ask = Mostrar el código de una laptop para leerlo por teléfono. En el historial queda que usted lo pidió.
cli-help-number = El número del código, si no es el más nuevo.
cli-help-passphrase-forgotten = En una laptop: poner una frase nueva con el código que le lee quien supervisa.
cli-help-code-file = Leer el código de la primera línea de este archivo en vez de preguntarlo.
cli-help-recovery = Hojas de recuperación de la oficina del condado.
cli-help-recovery-make = Hacer tres hojas. Dos cualesquiera abren la oficina; las anteriores ya no.
cli-help-recovery-make-to = La carpeta que recibe las tres hojas, por ejemplo una memoria USB.
cli-help-recovery-make-pdf = Como PDF para imprimir, en lugar de textos.
cli-help-recovery-use = Abrir la oficina con dos hojas y poner una frase nueva.
cli-help-sheet = Una hoja como archivo de texto; dé dos. Sin ellas se preguntan línea por línea.
cli-help-sample-office = Crear oficinas de práctica con personas inventadas.
cli-help-demo = Contar la historia de tres laptops y una oficina del condado, con personas inventadas, en la carpeta que elija.
cli-help-completions = Escribir el guion de autocompletado de una terminal.
cli-help-exit-codes = Códigos de salida: 0 hecho; 1 rechazado, nada cambió; 2 no se entendió el comando; 3 algo espera a una persona; 4 la revisión de los datos encontró diferencias.
cli-help-about = Countyline guarda los casos de servicios a víctimas de un condado en laptops sin red. Cada semana viaja a la oficina del condado en un archivo sellado.
cli-help-language = Idioma de las respuestas. Va antes del comando.
cli-help-office = La carpeta de la oficina: contiene case.db, case.key y backups.
cli-help-profile = La carpeta privada de esta persona en este equipo. Contiene el secreto que case.key también necesita.
cli-help-assets = Dónde están las fuentes de las cartas.
cli-help-json = Responder con JSON para guiones.
cli-help-save-all-the-same = Guardar un texto aunque parezca una respuesta de antecedentes penales. Úselo solo después de mirar.
cli-help-passphrase-file = Leer la frase de contraseña de la primera línea de este archivo en lugar de preguntarla.
cli-help-passphrase-fd = Leer la frase de contraseña de este descriptor de archivo abierto.
cli-help-new-passphrase-file = Leer la frase de contraseña nueva de la primera línea de este archivo.
cli-help-init-county = El nombre del condado.
cli-help-init-place = El nombre de este equipo.
cli-help-init-laptop = El nombre de esta laptop.
cli-help-init-stick = La carpeta que recibe la solicitud para unirse, por ejemplo una memoria USB.
cli-help-init-person = Quién trabaja aquí.
cli-help-init-training = Para practicar con personas inventadas. Cada pantalla lo dice.
cli-help-welcome = El archivo de bienvenida del condado.
cli-help-words-match = Las seis palabras se compararon en voz alta y son iguales.
cli-help-request = La solicitud de la laptop para unirse.
cli-help-enrol-stick = La carpeta que recibe el archivo de bienvenida.
cli-help-answer = yes (sí) o no.
cli-help-from = Leer el formulario de este archivo JSON; - es la entrada estándar. Así los nombres no quedan en el historial de la terminal.
cli-help-given = Nombre o iniciales.
cli-help-family = Apellido.
cli-help-birth-year = Año de nacimiento.
cli-help-victim-add-language = El idioma de la víctima.
cli-help-victim-correct-language = El idioma de la víctima.
cli-help-victim-history = Mostrar cada cambio de los registros de una víctima, quién lo escribió y qué había antes.
cli-help-victim-history-about = Solo los cambios de esta clase de registro o de este campo, como contact_method o birth_year.
cli-help-victim-history-words = Solo los cambios donde están estas palabras.
cli-help-need = Necesidad, un código de la lista; varios con comas.
cli-help-zone = Pueblo o zona.
cli-help-victim-add-phone = El teléfono de la víctima.
cli-help-safe = Qué tan seguro es: yes, with_conditions, unknown o no.
cli-help-voicemail = Si se puede dejar un mensaje: yes, no o not_asked.
cli-help-follow-up = Fecha del primer seguimiento.
cli-help-channel = Cómo fue el contacto, un código de la lista.
cli-help-outcome = Qué resultó, un código de la lista.
cli-help-at = Cuándo, si no fue ahora: 2026-03-09T14:30:00-06:00.
cli-help-minutes = Minutos dedicados.
cli-help-note-file = Leer la nota de este archivo; - es la entrada estándar.
cli-help-answers = El seguimiento que este contacto responde.
cli-help-next = Fecha del próximo seguimiento.
cli-help-name = El nombre de la agencia.
cli-help-partner-add-kind = Tipo de agencia, un código de la lista.
cli-help-speaks = Idiomas que se hablan ahí; varios con comas.
cli-help-phone = Teléfono público.
cli-help-hours = Horario.
cli-help-address = Dirección. No la escriba si el lugar es confidencial.
cli-help-confidential-location = Si la ubicación es confidencial: yes o no. No lo ponga si nadie preguntó. Una confidencial nunca se guarda, se muestra ni se imprime; un refugio no guarda calle antes de que la respuesta sea no.
cli-help-victim-service-program = Cuenta como programa de servicios a víctimas.
cli-help-on = Fecha.
cli-help-partner-contact-kind = Tipo de contacto, un código de la lista.
cli-help-stage = En qué punto está la relación, un código de la lista.
cli-help-person = Con quién hablamos.
cli-help-concern = Qué les preocupa, un código de la lista; varios con comas.
cli-help-answered = Qué respondimos.
cli-help-promised = Qué se prometió.
cli-help-refer-kind = cold_info, warm_phone, warm_in_person o letter. Todos menos cold_info necesitan una autorización.
cli-help-release-sign-item = Qué se puede compartir, un código de la lista; varios con comas.
cli-help-expires = Fecha en que termina la autorización.
cli-help-order = Qué orden o ley, con el nombre que lleva en todas partes: un aviso vale solo para esta.
cli-help-told-by = Cómo puede decirse: phone, in_person, letter, secure_email o fax; varios con comas. Si falta: de cualquier forma.
cli-help-told-share-told-by = La vía por la que se diría: phone, in_person, letter, secure_email o fax.
cli-help-excluded-file = Un archivo con lo que la víctima no quiere que se diga, en sus palabras.
cli-help-service = Id del servicio del que se trata, a lo más uno de cada agencia.
cli-help-exclusions-read = Se leyó lo que la víctima no quiere que se diga, y no se dice nada de eso.
cli-help-purpose = Para qué, en palabras de la víctima.
cli-help-signature = paper_on_file o signed_here.
cli-help-signer-is-not-the-abuser = Se preguntó y se confirmó quién firma.
cli-help-refer-release = La autorización que la cubre.
cli-help-refer-status = offered o declined_by_victim, para guardar una referencia que no se envía. Si falta, se envía (cold_info: offered).
cli-help-referral-advance-release = La autorización con que se envía, si la firmó después de ofrecérsele la referencia.
cli-help-release-revoke-release = El id de la autorización o el nombre de la agencia.
cli-help-referral = Las referencias que nombra; sin esto, todas las abiertas.
cli-help-letter-form = full nombra la oficina y dice con qué ayuda cada lugar; plain no nombra la oficina ni un delito; discreet y pocket_card solo muestran números bajo palabras neutras; agency es para una agencia asociada.
cli-help-letter-language = Idioma de la carta.
cli-help-page = Tamaño del papel.
cli-help-large-print = 18 puntos en lugar de 13.
cli-help-both-sides = Por los dos lados de la hoja; lo que se imprima después empieza en otra.
cli-help-safe-to-carry = La respuesta de la víctima: ¿es seguro llevar esto? Solo yes hace papel.
cli-help-password-file = Un archivo cuya primera línea es una contraseña. El PDF se abre con ella y no sin ella.
cli-help-held = Guardar el papel en la oficina para la víctima, que no lleva nada. Queda en el registro como guardado.
cli-help-to = La carpeta que recibe el archivo, por ejemplo una memoria USB.
cli-help-merge-bundle = Archivos sellados o carpetas que los contienen.
cli-help-receive-file = Archivos que devolvió el condado, o carpetas que los contienen.
cli-help-all = Para todas las laptops. Cada una encuentra su archivo por sí sola.
cli-help-part-mib = Escribir varios archivos de más o menos estos mebibytes, cada uno válido por sí solo, por ejemplo para enviarlos por correo.
cli-help-parked-retry-bundle = El identificador del archivo, como lo muestra parked.
cli-help-parked-forget-bundle = El identificador del archivo, como lo muestra parked.
cli-help-notice = El identificador del aviso, como lo muestra notices.
cli-help-rehearse = Solo decir qué hay y qué traería.
cli-help-conflict = El id del conflicto, como lo muestra conflicts.
cli-help-side = El id del lado, o sus primeros ocho caracteres.
cli-help-duplicates-csv = Una tabla de personas: separada por comas, UTF-8, con una línea de nombres de columnas. No hace falta ninguna oficina.
cli-help-duplicates-second = Una segunda tabla: solo se buscan parejas entre las dos.
cli-help-duplicates-out = La tabla de parejas que se escribe.
cli-help-duplicates-least = La menor probabilidad con la que se escribe una pareja, de 0 a 1.
cli-help-basis = Por qué se puede eliminar: un código de erase_basis.
cli-help-record = Un registro de la víctima, como TYPE:ID. Sin esto, la víctima con todo lo que le pertenece.
cli-help-field = Elimina solo estos campos de ese registro.
cli-help-for-good = Elimina ahora. No se puede deshacer.
cli-help-erase-show-order = El número de la orden, o su comienzo.
cli-help-victim-restrict-person = Una persona que trabaja aquí y necesita el registro, por su nombre.
cli-help-victim-restrict-no-longer = Una persona cuyo nombre se quita del registro, por su nombre.
cli-help-one = El identificador o número de caso de un registro.
cli-help-other = El identificador o número de caso del otro registro.
cli-help-names = Mostrar nombres en lugar de iniciales.
cli-help-query = Palabras que buscar.
cli-help-file = El archivo sellado.
cli-help-out = La carpeta que recibe todo; debe estar vacía o ser nueva.
cli-help-sample-office-victims = Cuántas víctimas, más o menos.
cli-help-seed = El mismo número hace las mismas personas.
cli-help-shell = La terminal.

## Preguntas

cli-ask-passphrase = Frase de acceso:
cli-ask-new-passphrase = Frase de acceso nueva (12 caracteres o más):
cli-ask-passphrase-again = La misma frase otra vez:
cli-ask-words-match = Léanse las seis palabras en voz alta. ¿Son las mismas? [s/N]
cli-ask-name-as-released = ¿Está su nombre en el formulario como en la autorización? [s/N]
cli-ask-safe-to-carry = ¿Es seguro que la víctima lleve esta carta? [s/N]
cli-ask-erase = ¿Eliminar esto para siempre? No se puede deshacer. [s/N]
cli-ask-save-all-the-same = ¿Guardarlo de todos modos? [s/N]
cli-answer-yes = s
cli-stopped = Se detuvo. No se cambió nada.

## Crear, unirse

cli-office-created = { $office } está lista en { $folder }.
cli-office-keep-both = Guarde case.db y case.key juntos. Uno no se puede abrir sin el otro.
cli-passphrase-changed = La frase de contraseña se cambió. La anterior ya no abre esta oficina.
cli-laptop-created = { $laptop } está lista en { $folder }. Todavía tiene que unirse a una oficina del condado.
cli-enrolment-written = La solicitud para unirse está en { $path }. Llévela a la oficina del condado.
cli-enrolment-words = Las seis palabras de { $laptop }: { $words }
cli-county-words = Las seis palabras de { $county }: { $words }
cli-laptop-enrolled = { $laptop } está inscrita. Su archivo de bienvenida es { $path }.
cli-welcome-files = Son { $count } archivos. Llévelos todos a la laptop; se pueden leer en cualquier orden.
cli-welcome-accepted = Esta laptop ya pertenece a { $county }.
cli-welcome-missing = A esta bienvenida le faltan { $count } archivos que no están aquí. Léalos con “receive” cuando los tenga. Sin ellos, lo que contienen llega con el próximo archivo que devuelva el condado.
cli-compare-words = Compare estas seis palabras en voz alta con el otro lado. Si las seis son iguales, repita este comando con --words-match.
cli-sample-created = En { $folder } está lista una oficina de práctica con { $victims } víctimas inventadas. La frase de acceso es “{ $passphrase }”.

## Anotar

cli-saved = Guardado a las { $time }.
cli-victim-created = El número de caso es { $caseNumber }.
cli-contact-saved = El contacto está guardado. { $followUp ->
    [none] No hay otro seguimiento planeado.
   *[other] El próximo seguimiento es el { $followUp }.
}
cli-referral-saved = Referencia a { $partner } para { $need }.
cli-letter-saved = La carta es { $path }.
cli-paper-saved = El papel es { $path }.
cli-paper-kind = { $kind }: { $name }
cli-paper-kind-carried = { $kind }: { $name } (ella lo puede llevar)
cli-logo-shows = El logotipo muestra: { $shows }
cli-logo-none = Los papeles no tienen logotipo.
cli-language = { $language }
cli-language-own = { $language } (agregado por esta oficina)
cli-language-refused = { $language } (agregado por esta oficina): { $why }
cli-language-begun = Traduzca a ese idioma los archivos de { $folder }. Un tipo de letra para su escritura va en la carpeta fonts de la oficina.
cli-wording-row = { $message }: { $text }
cli-wording-none = El condado no redacta nada por sí mismo. “countyline wording list --all” muestra lo que puede.
cli-wording-program = El programa dice: { $text }
cli-wording-own = El condado dice: { $text }
cli-wording-not-used = Las palabras del condado no se usan aquí. Este programa no las puede decir y usa las suyas.
cli-wording-values = Puede usar: { $values }
cli-wording-discreet = Lo dice un papel que alguien puede encontrar: ninguna palabra vetada ni el nombre de esta oficina.
cli-letter-checked = Pasó { $passed } de { $total } revisiones.
cli-letter-delete-file = Borre el archivo cuando esté impreso. Countyline guarda la constancia del papel, no el papel.
cli-check-no-protected-address = La carta mostraría la dirección de un lugar que guarda en secreto dónde está.
cli-check-no-denied-word = La carta mostraría una palabra que una carta discreta no debe mostrar.
cli-check-no-agency-name = La carta mostraría el nombre de esta oficina.
cli-check-no-victim-or-case = La carta mostraría el nombre de la víctima o el número de caso.
cli-check-neutral-file = El nombre del archivo de la carta diría qué es.
cli-check-no-call-back-number = Nuestro teléfono no está anotado: escríbalo a mano en la carta, o ponga callBackPhone en las reglas.
cli-check-denied-words-unread = No se pueden leer las palabras prohibidas de { $languages }: búsquelas usted en la carta.
cli-check-undecided = Dos personas anotaron de forma distinta algo que está en esta carta, y nadie lo ha decidido todavía: countyline conflicts.
cli-check-sample-pack = Los derechos que contiene son una muestra y no son la ley de ningún estado. No lo entregue: countyline policy pack.
cli-check-nothing-excluded = La carta contendría algo que la víctima no quiere que se diga.
cli-check-exclusions-read = La víctima no quiere que se diga esto: { $excluded } Léalo y luego escriba la carta con --exclusions-read.
cli-check-name-typed = La carta no debe decir quién es la víctima, pero “{ $word }” está en { $field ->
    [hours] el horario de una vía de contacto
    [who_may_answer] quién puede contestar
    [cover_name] quién decir que llama
    [language_relay] el idioma o servicio de relevo
    [access_needs] lo que necesita
   *[other] una vía de contacto
}. Cámbielo allí primero.
cli-check-service-ended = Un servicio al que se refirió a la víctima no se da ahora. La carta lleva lo de la agencia.
cli-check-stale-numbers = { $count ->
    [one] La ficha de una agencia no se ha
   *[other] Las fichas de { $count } agencias no se han
} revisado en medio año. Llame a los números antes de entregar la carta.

## Enviar y unir

cli-export-done = Semana { $number }: { $changes ->
    [one] un cambio sellado
   *[other] { $changes } cambios sellados
} en { $path } ({ $size } bytes). Se volvió a leer y se comparó. Ya puede sacar la memoria USB.
cli-export-sha256 = SHA-256: { $sha256 }
cli-export-files = Ocupó { $count } archivos. Llévelos todos; se pueden unir en cualquier orden.
cli-merge-rehearsal = Todavía no se unió nada. Esto es lo que hay:
cli-rehearsal-conflict = {"  "}necesitaría una decisión: { $about }, { $field }
cli-rehearsal-takes-effect = {"  "}valdría enseguida, por ser más segura: { $about }, { $field }: { $value }
cli-rehearsal-sum = En total: { $added } registros nuevos, { $changed } cambiados, { $conflicts } decisiones, { $stricter } respuestas más seguras que valen enseguida, { $hidden } registros ocultos, { $problems } cambios extraños, { $missing } cambios que faltan.
cli-rehearsal-same-person = { $count ->
    [one] Con ellos, dos registros más pueden ser de una sola persona. Solo una persona lo puede decir.
   *[other] Con ellos, { $count } pares más de registros pueden ser de una sola persona. Solo una persona lo puede decir.
}
cli-undo-merge-done = La última unión se deshizo a las { $time }. Sus archivos sellados quedan en esta oficina y se pueden unir otra vez:
cli-inbox-waiting = { $count ->
    [0] Nada le espera.
    [one] Una cosa le espera.
   *[other] { $count } cosas le esperan.
}
cli-inbox-heading = { $urgency }. { $kind }: { $about } { $field } ({ $ways })
cli-inbox-origin = {"  "}{ $by }, { $place }, { $when } según su reloj; recibido { $received } en { $file }
cli-inbox-written-by = {"  "}cambiado mientras tanto por { $by }, { $place }, { $when } según su reloj; recibido { $received } en { $file }
cli-merge-file-ready = { $file }: de { $place }, { $new ->
    [one] un cambio nuevo
   *[other] { $new } cambios nuevos
}, { $known } que ya estaban aquí
cli-merge-file-missing = { $file }: { $missing ->
    [one] un cambio anterior todavía no nos ha llegado
   *[other] { $missing } cambios anteriores todavía no nos han llegado
}. Pida a { $place } la semana anterior.
cli-merge-file-known = { $file }: ya se unió antes, no hay nada que hacer
cli-merge-file-refused = { $file }: rechazado. { $reason }
cli-merge-file-parked = { $file }: en espera. { $reason }
cli-receive-for-another = { $file }: para otra laptop, no se tocó
cli-return-done = { $laptop }: { $changes ->
    [one] un cambio
   *[other] { $changes } cambios
} en { $files ->
    [one] un archivo
   *[other] { $files } archivos
}. Se volvió a leer y se comparó.
cli-receive-safe = Todo lo escrito aquí hasta { $time } está a salvo en el condado.
cli-receive-nothing-safe = El condado todavía no ha confirmado nada de esta laptop.
cli-receive-unconfirmed = { $count ->
    [one] Un cambio se envió y todavía no está confirmado. Va otra vez con la próxima semana.
   *[other] { $count } cambios se enviaron y todavía no están confirmados. Van otra vez con la próxima semana.
}
cli-laptop = { $laptop }, { $person }: { $heard }
cli-laptop-heard = última semana unida { $time }
cli-laptop-never-heard = todavía no ha llegado ninguna semana
cli-laptop-revoked = Se quitó de la lista.
cli-laptop-late = Atrasada: nada desde hace { $count } días.
cli-laptop-never-came = { $count ->
    [one] Un archivo que escribió nunca llegó aquí. Lo que contenía viene con cada uno de los siguientes.
   *[other] { $count } archivos que escribió nunca llegaron aquí. Lo que contenían viene con cada uno de los siguientes.
}
cli-laptop-missing = { $count ->
    [one] Falta un cambio anterior a otros que ya están aquí.
   *[other] Faltan { $count } cambios anteriores a otros que ya están aquí.
}
cli-laptop-lacks = { $count ->
    [one] Le falta un cambio. Devuélvaselo.
   *[other] Le faltan { $count } cambios. Devuélvaselos.
}
cli-laptop-histories = Ha escrito { $count } historiales: se restauró de una copia, o se copió su disco.
cli-laptop-old-roster = Todavía no conoce la lista más nueva de laptops.
cli-parked = { $count ->
    [0] Ningún archivo espera.
    [one] Un archivo espera. Se prueba otra vez en cada unión.
   *[other] { $count } archivos esperan. Se prueban otra vez en cada unión.
}
cli-parked-forgotten = El archivo se apartó para siempre. El historial dice que usted lo hizo.
cli-no-notices = No hay nada que deba saber sobre los historiales.
cli-how-far = { $files ->
    [1] { $done } de { $of }
   *[other] Archivo { $file } de { $files }: { $done } de { $of }
}
cli-backup-made = La copia de respaldo está en { $path } ({ $kib } KiB). Se leyó de principio a fin.
cli-backup-needs = Se abre con la frase de contraseña de esta oficina y el secreto de esta computadora: guarde una copia de { $profile } en otro lugar, o las hojas de recuperación.
cli-backup-is-back = La oficina está en { $folder }. Ábrala con su frase de contraseña. En el condado, si desde entonces se entregó algo a las laptops: countyline county-restored
cli-county-restored = Esta oficina comienza de nuevo. Devuelva ahora a cada laptop; cada una enviará otra vez lo que no esté confirmado.
cli-merge-done = Unido: { $added } registros agregados, { $changed } cambiados, { $known } cambios que ya estaban aquí.
cli-merge-conflicts = { $count ->
    [0] Nada espera una decisión.
    [one] Un conflicto espera una decisión. Mientras tanto vale la respuesta más segura.
   *[other] { $count } conflictos esperan una decisión. Mientras tanto vale la respuesta más segura.
}
cli-merge-same-person = { $count ->
    [one] Dos registros pueden ser de una sola persona y nadie lo ha dicho todavía: inbox.
   *[other] { $count } pares de registros pueden ser de una sola persona y nadie lo ha dicho todavía: inbox.
}

## Mostrar

cli-today-heading = Hoy, { $date }
cli-today-late = Atrasados
cli-today-due = Para hoy
cli-today-upcoming = Próximos siete días
cli-today-row = { $caseNumber }  { $initials }  { $reason }  { $due }
cli-today-empty = Hoy nadie espera un seguimiento.
# La historia de los registros de una víctima: lo que se dice de un cambio.
cli-history-row = { $at }  { $record }: { $what }  { $by } ({ $place })
cli-history-field = - { $field }: { $after }
cli-history-field-was = - { $field }: { $after } (antes { $before })
cli-history-received = - llegó aquí { $at } en { $file }
cli-waiting = { $changes ->
    [0] Todo se envió al condado.
    [one] Un cambio no se ha enviado al condado.
   *[other] { $changes } cambios no se han enviado al condado.
}
cli-record-not-here = El registro aún no ha llegado.
cli-role-disclosure-due = Todavía nadie le dijo lo que no puede quedar en secreto.
cli-victim-holds-more = Un programa más nuevo anotó en este registro algo que este no puede mostrar. No se pierde nada.
cli-victim-safe-contact = CONTACTO SEGURO: { $line }
cli-conflict-heading = { $about }: { $field }
cli-conflict-side = { $by }, { $place }, { $when } según su reloj; recibido { $received } en { $file }: { $value }
cli-signed-by = {"  "}firmado por el equipo de { $who }, no de { $by }
cli-conflict-in-effect = vale hasta que alguien decida
cli-duplicates-written = { $rows } filas: { $probable } parejas probables y { $possible } posibles, escritas en { $file }.
cli-duplicates-unreadable = { $count } celdas no son fecha ni edad y no se usaron; la primera está en la línea { $line }.
cli-duplicates-count = { $count ->
    [0] Nadie parece estar registrado dos veces.
    [one] Dos registros pueden ser de una sola persona. Nada se enlaza hasta que alguien decida.
   *[other] { $count } parejas de registros pueden ser de una sola persona. Nada se enlaza hasta que alguien decida.
}
cli-duplicates-pair = { $one } y { $other }: { $band }, { $percent } %
cli-duplicates-side = { $number } { $name }, registrado por { $by }, { $place }, { $when }
cli-duplicates-reason = { $field }: { $level } ({ $weight })

## Revisar

cli-verify-ok = Sus datos están bien. Se volvieron a leer { $commits } cambios y se compararon { $rows } filas.
cli-verify-differs = Estas partes no coinciden con el historial: { $names }. No borre nada y avise a su coordinador o coordinadora.
cli-inspect-heading = { $file }: un archivo sellado de { $size } bytes, formato { $format }.
cli-inspect-recipients = { $count ->
    [one] Una oficina puede abrirlo.
   *[other] { $count } oficinas pueden abrirlo.
}
cli-inspect-sealed = Quién lo escribió y qué dice está sellado.

## Eliminar para siempre

cli-erase-would = Esto se eliminaría para siempre, aquí y en cada laptop:
cli-erase-would-row = {"  "}{ $record }: { $count }
cli-erase-would-fields = {"  "}solo estos campos: { $fields }
cli-erase-backups = { $count ->
    [0] No hay ninguna copia en la carpeta de la oficina.
    [one] La copia en la carpeta de la oficina todavía lo contiene y se cambia por una nueva.
   *[other] Las { $count } copias en la carpeta de la oficina todavía lo contienen y se cambian por una nueva.
}
cli-erase-not-done = No se eliminó nada. Diga --for-good para eliminarlo.
cli-erase-done = Eliminado aquí con la orden { $order }. Las laptops lo eliminan cuando reciben la orden.
cli-erase-unfinished = La orden vale, pero quedan rastros en la carpeta de la oficina. Cierre la oficina y ábrala otra vez.
cli-erase-limits = No llega a: papel, archivos sellados en memorias USB y copias hechas fuera de la carpeta de la oficina.
cli-erase-none = No se ordenó ninguna eliminación.
cli-erase-row = { $order }  { $when }  { $basis }  registros: { $records }  { $outstanding ->
    [0] confirmada por todos los lugares
    [one] un lugar no la ha confirmado
   *[other] { $outstanding } lugares no la han confirmado
}
cli-erase-place-confirmed = {"  "}{ $place }, { $person }: ya no queda nada, { $when }
cli-erase-place-outstanding = {"  "}{ $place }, { $person }: sin confirmar
cli-erase-place-revoked = {"  "}{ $place }, { $person }: revocada, y sin confirmar
cli-erase-late = {"  "}Escrito después de la orden y eliminado al llegar: { $by }, { $place }, { $when }
cli-erase-refused = Una orden en el registro de cambios de { $place } ({ $by }, { $when }) no vale. Solo el condado ordena una eliminación.

## Laptops, llaves, códigos y hojas

cli-ask-unlock-code = El código de un solo uso, ocho palabras:
cli-ask-sheet-line = Línea { $line } de la hoja, sin su número:
cli-days-without-return = Desde hace { $days } días esta laptop no ha tomado nada de la oficina del condado. Envíe su semana y pida su archivo de regreso: trae lo que escribieron los demás y a quién es seguro llamar. No se cierra nada.
cli-standing-revoked = El condado dio de baja esta laptop el { $at }. Aquí no se borró nada. Lo que envíe espera hasta que decida quien supervisa; llame a la oficina del condado.
cli-laptop-row = { $id }  { $laptop }  { $person }  última semana leída aquí: { $heard }
cli-laptop-row-revoked = {"          "}dada de baja el { $at }
cli-laptop-was-revoked = { $laptop } está dada de baja. Lo que escribió después de la última semana leída aquí espera a quien supervisa. Entregue a las otras laptops su archivo de regreso y piense en las personas cuyos casos llevaba.
cli-revoked-work-taken-in = Quien supervisa tomó este trabajo. En el historial queda quién lo decidió.
cli-revoked-work-kept-out = { $file } se queda fuera. El archivo no se tocó y todavía puede decidir otra cosa.
cli-key-replaced = Desde ahora las semanas se sellan para la llave { $epoch }. Las laptops la conocen por su archivo de regreso.
cli-key-destroyed = La llave { $epoch } se destruyó. Lo que se selló para ella ya no lo puede abrir nadie.
cli-key-backups = Las copias de respaldo de esta carpeta se reemplazaron por una nueva. Las copias de la carpeta guardadas en otro lugar todavía tienen esa llave: destruya las que no necesite.
cli-key-present = Llave { $epoch }, en uso desde { $since }. Sus seis palabras: { $words }
cli-key-missing = Esta oficina se restauró de una copia más vieja que su llave. Las semanas selladas para la llave más nueva no se pueden abrir aquí. Haga ahora una llave nueva: key replace.
cli-key-replace-now = Es hora de una llave nueva: key replace.
cli-key-replace-on = Se sugiere una llave nueva el { $on }.
cli-key-gone = La llave { $epoch } se destruyó el { $at }.
cli-key-can-go = La llave { $epoch } se reemplazó. Se puede destruir desde el { $on }.
cli-key-waits = La llave { $epoch } se reemplazó. Estas laptops todavía no muestran que conocen la nueva: { $laptops }
cli-roster-alarm = Alarma: { $laptop } conoce una lista de laptops con el número { $version } que esta oficina no hizo. Avise a su coordinador o coordinadora.
cli-unlock-code-row = { $laptop }  { $person }  código { $number }, recibido { $at }
cli-unlock-code-none = { $laptop }  { $person }  todavía no llegó ningún código
cli-unlock-code-told = { $laptop }, { $person }: código { $number }, recibido { $at }. Asegúrese de quién está al teléfono. Sirve una sola vez. En el historial queda que usted lo pidió.
cli-unlock-code-next = El código ya se gastó. El siguiente va al condado con su próxima semana.
cli-recovery-made = Se escribieron tres hojas. Imprima cada una, entregue cada una a otra persona que la guarde y destruya estos archivos: el programa no guarda ninguno. Las hojas anteriores ya no abren nada.
cli-recovery-used = La oficina está abierta y tiene su frase nueva. Las dos hojas todavía sirven: si alguien las vio, haga otras con recovery make.
cli-sheet-heading = Hoja de recuperación de Countyline { $number } de 3 para { $office }
cli-sheet-what = Dos de las tres hojas abren la oficina cuando se pierde su computadora o su frase de acceso. Una sola no abre nada. Guárdela en un sobre cerrado y no la muestre a nadie.

## La historia de tres laptops y un condado

cli-demo-title = Tres laptops, una oficina del condado, ninguna red
cli-demo-made-up = Todas las personas de esta historia son inventadas, igual que los pueblos y los números.
cli-demo-office = Lunes. { $county } abre su oficina. { $coordinator } elige una frase de contraseña y anota { $partners } agencias aliadas en el directorio.
cli-demo-laptop =
    { $deputy } prepara { $laptop } y pide unirse. Las seis palabras se leen por teléfono, primero las de la laptop y luego las del condado, y coinciden.
    Laptop: { $words }
    { $county }: { $countyWords }
cli-demo-partner = Martes. { $deputy } visita { $partner }. Les preocupa la privacidad de sus pacientes; la respuesta y su promesa quedan guardadas en { $laptop }.
cli-demo-scene = Miércoles. { $deputy } se reúne en persona con { $victim }. No hay señal. El contacto queda guardado en { $laptop }.
cli-demo-refer = { $victim } quiere ayuda legal y firma una autorización para { $partner }. { $deputy } hace la referencia y le da también el número del albergue.
cli-demo-letters = { $deputy } pregunta si es seguro llevar papel. Lo es. Se imprimen cuatro cartas: completa y discreta, en inglés y en español.
cli-demo-phone-unsafe = Jueves por la mañana. { $deputy } se entera de que ahora él contesta el teléfono de { $victim }. En { $laptop } el número queda marcado como no seguro.
cli-demo-phone-new = Esa misma tarde { $deputy }, que no puede ver eso, anota en { $laptop } el número nuevo de { $victim }: es seguro llamar.
cli-demo-send-forgotten = Jueves por la tarde. { $deputy } envía { $changes } cambios para { $county } como { $file } y olvida la memoria USB en el carro. El archivo del viernes llevará otra vez el mismo trabajo.
cli-demo-send = { $deputy } envía la semana: { $changes } cambios, sellados en una memoria USB como { $file }. Solo { $county } puede abrirlo.
cli-demo-merging = Lunes otra vez. Las memorias USB llegan a { $county }.
cli-demo-twice = La primera memoria USB se une por segunda vez. Nada cambia.
cli-demo-late = Llega la memoria USB olvidada en el carro, más vieja que lo que { $laptop } ya envió. Nada cambia.
cli-demo-tampered = Se cambia un byte de una copia. { $county } rechaza el archivo y no toca nada.
cli-demo-safer = Dos laptops no coinciden sobre el teléfono de { $victim }. Hasta que { $coordinator } decida, vale la respuesta más segura: no llamar.
cli-demo-decided = { $coordinator } pregunta a las dos personas y elige el número nuevo. Las dos respuestas quedan en el historial.
cli-demo-hand-back = { $county } devuelve: { $files } archivos en una memoria, uno para cada laptop, cada uno con lo que esa laptop no tiene.
cli-demo-received = { $laptop } recibe su propio archivo: { $added } registros nuevos, { $changed } cambiados. Todo lo que { $deputy } envió está seguro en el condado, y el número nuevo ya está ahí.
cli-demo-smaller = Jueves. { $deputy } anota un contacto y envía la semana: { $changes } cambios. La semana pasada fueron { $before }; lo que el condado dijo que tiene no se lleva otra vez.
cli-demo-verified = { $office } revisa sus datos: se volvieron a leer { $commits } cambios y todas las tablas coinciden con el historial.
cli-demo-done = Fin. Las cartas y los archivos sellados están en la carpeta que eligió; la frase de contraseña de cada oficina que hay en ella es “{ $passphrase }”.
cli-demo-row-laptops = Laptops que se unieron
cli-demo-row-partners = Agencias aliadas
cli-demo-row-victims = Víctimas (inventadas)
cli-demo-row-letters = Cartas impresas
cli-demo-row-files-read = Archivos que llegaron al condado
cli-demo-row-files-merged = {"  "}unidos
cli-demo-row-files-known = {"  "}ya conocidos
cli-demo-row-files-refused = {"  "}rechazados
cli-demo-row-returns = Archivos que recibieron las laptops
cli-demo-row-records = Registros agregados al unir
cli-demo-row-conflicts = Conflictos
cli-demo-row-decided = {"  "}decididos en la coordinación
cli-demo-row-sound = Oficinas con datos en orden
cli-demo-row-checked = Cambios leídos otra vez

## Lo que solo este programa rechaza

err-passphrase-missing = Aquí no se pudo pedir la frase de contraseña.
rec-passphrase-missing = Ejecute esto en una terminal o indique un archivo con --passphrase-file. Nada cambió.

err-passphrase-unreadable = No se pudo leer la frase de contraseña.
rec-passphrase-unreadable = Revise el archivo o el descriptor que indicó. Nada cambió.

err-passphrases-differ = Las dos frases de contraseña no son iguales.
rec-passphrases-differ = Repita el comando y escriba dos veces la misma frase. Nada cambió.

err-more-than-one = Más de un registro coincide con eso.
rec-more-than-one = Use el número de caso, el nombre completo de la agencia o el id. Nada cambió.

err-form-unreadable = No se pudo leer el formulario de ese archivo.
rec-form-unreadable = Revise que sea JSON con todas las respuestas del formulario. Nada cambió.
err-looks-like-history = Lo que escribió parece una copia de una respuesta de antecedentes penales.
rec-looks-like-history = Quítela: aquí no debe haber copias de esas respuestas. Si miró y no lo es, guárdelo con --save-all-the-same. No se guardó nada.

err-folder-not-empty = La carpeta no está vacía.
rec-folder-not-empty = Elija una carpeta vacía o una nueva. Nada de lo que hay en ella cambió.

err-story-does-not-hold = La historia no salió como se cuenta.
rec-story-does-not-hold = Es una falla del programa. Repórtela y no use esta copia con casos reales.
