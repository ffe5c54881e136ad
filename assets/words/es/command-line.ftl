# Lo que dice el programa sin ventana: `countyline …`.
# Los errores están en failures.ftl. Los ids empiezan con cli-; cli-help-… describe comandos y opciones.

## Para qué sirve cada comando

cli-help-about = Countyline guarda los casos de servicios a víctimas de un condado en laptops sin red. Cada semana viaja a la oficina del condado en un archivo sellado.
cli-help-init = Crear una oficina del condado en una carpeta, o una laptop que pide unirse a una.
cli-help-contact = Anotar contactos con víctimas.
cli-help-contact-add = Anotar un contacto con una víctima.
cli-help-refer = Referir a una víctima a una agencia asociada.
cli-help-letter = Hacer una carta de referencia en PDF.
cli-help-export = Sellar en un archivo todo lo que el condado todavía no ha confirmado.
cli-help-enrol = Permitir que una laptop se una a esta oficina del condado.
cli-help-welcome = Aceptar en una laptop el archivo de bienvenida del condado.
cli-help-merge = Unir las semanas que trajeron las laptops.
cli-help-show = Mostrar los seguimientos de hoy, una víctima, las agencias asociadas o los conflictos.
cli-help-verify = Revisar que cada tabla coincide con el historial y que no falta ningún cambio.
cli-help-bundle = Mirar archivos sellados.
cli-help-bundle-inspect = Decir lo que se puede saber de un archivo sellado sin abrirlo.
cli-help-demo = Contar la historia de tres laptops y una oficina del condado, con personas inventadas, en una carpeta que usted elija.
cli-help-sample-office = Crear una oficina de práctica con personas inventadas.

cli-help-folder = La carpeta de la oficina: contiene case.db, case.key y backups.
cli-help-language = Idioma de las respuestas: en o es.
cli-help-passphrase-file = Leer la frase de acceso de la primera línea de este archivo en vez de preguntarla.
cli-help-json = Responder en JSON para otros programas.
cli-help-victim = El número de caso o id de la víctima.
cli-help-partner = El nombre o id de la agencia asociada.
cli-help-discreet = Hacer la carta discreta: solo números de teléfono con palabras neutras.
cli-help-out = La carpeta que recibe el archivo, por ejemplo una memoria USB.

## Preguntas

cli-ask-passphrase = Frase de acceso:
cli-ask-new-passphrase = Frase de acceso nueva (12 caracteres o más):
cli-ask-passphrase-again = La misma frase otra vez:
cli-passphrases-differ = Las dos frases no son iguales. No se cambió nada.
cli-ask-words-match = Léanse las seis palabras en voz alta. ¿Son las mismas? [s/N]
cli-ask-safe-to-carry = ¿Es seguro que la víctima lleve esta carta? [s/N]
cli-answer-yes = s
cli-stopped = Se detuvo. No se cambió nada.

## Crear, unirse

cli-office-created = { $office } está lista en { $folder }.
cli-office-keep-both = Guarde case.db y case.key juntos. Uno no se puede abrir sin el otro.
cli-laptop-created = { $laptop } está lista en { $folder }. Todavía tiene que unirse a una oficina del condado.
cli-enrolment-written = La solicitud para unirse está en { $path }. Llévela a la oficina del condado.
cli-enrolment-words = Las seis palabras de { $laptop }: { $words }
cli-county-words = Las seis palabras de { $county }: { $words }
cli-laptop-enrolled = { $laptop } está inscrita. Su archivo de bienvenida es { $path }.
cli-welcome-accepted = Esta laptop ya pertenece a { $county }.
cli-sample-created = En { $folder } está lista una oficina de práctica con { $victims } víctimas inventadas. La frase de acceso es “{ $passphrase }”.

## Anotar

cli-saved = Guardado a las { $time }.
cli-contact-saved = El contacto está guardado. { $followUp ->
    [none] No hay otro seguimiento planeado.
   *[other] El próximo seguimiento es el { $followUp }.
}
cli-referral-saved = Referencia a { $partner } para { $need }.
cli-letter-saved = La carta es { $path }.
cli-letter-checked = Pasó { $passed } de { $total } revisiones.
cli-letter-delete-file = Borre el archivo cuando esté impreso. Countyline guarda la constancia del papel, no el papel.

## Enviar y unir

cli-nothing-to-send = El condado ya confirmó todo. No hay nada que enviar.
cli-export-done = Semana { $number }: { $changes ->
    [one] un cambio sellado
   *[other] { $changes } cambios sellados
} en { $path } ({ $size } bytes). Se volvió a leer y se comparó. Ya puede sacar la memoria USB.
cli-export-sha256 = SHA-256: { $sha256 }
cli-merge-rehearsal = Todavía no se unió nada. Esto es lo que hay:
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
cli-merge-done = Unido: { $added } registros agregados, { $changed } cambiados, { $known } cambios que ya estaban aquí.
cli-merge-conflicts = { $count ->
    [0] Nada espera una decisión.
    [one] Un conflicto espera una decisión. Mientras tanto vale la respuesta más segura.
   *[other] { $count } conflictos esperan una decisión. Mientras tanto vale la respuesta más segura.
}

## Mostrar

cli-today-heading = Hoy, { $date }
cli-today-late = Atrasados
cli-today-due = Para hoy
cli-today-upcoming = Próximos siete días
cli-today-row = { $caseNumber }  { $initials }  { $reason }  { $due }
cli-today-empty = Hoy nadie espera un seguimiento.
cli-waiting = { $changes ->
    [0] Todo se envió al condado.
    [one] Un cambio no se ha enviado al condado.
   *[other] { $changes } cambios no se han enviado al condado.
}
cli-victim-safe-contact = CONTACTO SEGURO: { $line }
cli-conflict-heading = { $about }: { $field }
cli-conflict-side = { $by }, { $place }, { $when }: { $value }
cli-conflict-in-effect = vale hasta que alguien decida

## Revisar

cli-verify-ok = Sus datos están bien. Se volvieron a leer { $commits } cambios y se compararon { $rows } filas.
cli-verify-differs = Estas partes no coinciden con el historial: { $names }. No borre nada y avise a su coordinador o coordinadora.
cli-inspect-heading = { $file }: un archivo sellado de { $size } bytes, formato { $format }.
cli-inspect-recipients = { $count ->
    [one] Una oficina puede abrirlo.
   *[other] { $count } oficinas pueden abrirlo.
}
cli-inspect-sealed = Quién lo escribió y qué dice está sellado.

## La historia de tres laptops y un condado

cli-demo-title = Tres laptops, una oficina del condado, ninguna red
cli-demo-made-up = Todas las personas de esta historia son inventadas. La carpeta es { $folder }.
cli-demo-office = { $county } abre su oficina. { $coordinator } elige una frase de acceso; aquí se crean el archivo de casos y su llave.
cli-demo-laptop = { $deputy } prepara { $laptop } y pide unirse. Se leen las seis palabras por teléfono y son las mismas.
cli-demo-scene = { $deputy } se encuentra con { $victim } en { $zone }. No hay señal. El contacto queda guardado en { $laptop }.
cli-demo-refer = { $victim } quiere ayuda con { $need }. { $deputy } le ofrece { $partner } e imprime una carta discreta: números de teléfono con palabras neutras.
cli-demo-same-victim = { $deputy }, que trabaja con { $laptop }, se encuentra con la misma víctima, { $victim }.
cli-demo-safe-changed = En { $laptop } alguien escribe: llamar es { $answer }.
cli-demo-send = { $deputy } envía la semana: { $changes } cambios, sellados en una memoria USB como { $file }. Solo { $county } puede abrirlo.
cli-demo-lost-stick = La memoria USB de { $laptop } se pierde en el camino. No se pierde nada: el próximo archivo llevará otra vez ese trabajo.
cli-demo-twice = La misma memoria USB se une por segunda vez. No cambia nada.
cli-demo-tampered = Se cambia un byte de una copia. { $county } rechaza el archivo y no toca nada.
cli-demo-order = En una segunda oficina las semanas se unen en otro orden. Las dos oficinas tienen los mismos registros.
cli-demo-merged = { $county } une { $files } archivos: { $added } registros agregados, { $conflicts } conflictos.
cli-demo-safer = Dos laptops no coinciden en si es seguro llamar a un teléfono. Vale “{ $answer }”, porque es la respuesta más segura, hasta que { $coordinator } decida.
cli-demo-decided = { $coordinator } decide. Las dos respuestas quedan en el historial.
cli-demo-verified = { $county } revisa sus datos: { $commits } cambios leídos otra vez, cada tabla coincide con el historial.
cli-demo-done = Fin. Mire con calma lo que hay en { $folder }; la frase de acceso es “{ $passphrase }”.
