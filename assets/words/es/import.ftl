# Venir de una hoja de cálculo: qué está mal en un mapa, una tabla o una fila.
# Los valores entre llaves son nombres de columnas y campos, nunca lo que dice una celda.

## El archivo del mapa

err-import-mapping-unreadable = El archivo del mapa no se puede leer. Mire la línea { $line }.
rec-import-mapping-unreadable = Revise ahí las comas, las comillas y los nombres, o deje que “countyline import propose” escriba uno nuevo. No se tomó nada.

err-import-mapping-for-others = Este mapa es para otra clase de tabla.
rec-import-mapping-for-others = Mire “what” en el mapa: victims, contacts, partners o partnerContacts. No se tomó nada.

err-import-source-missing = El sistema anterior no tiene nombre.
rec-import-source-missing = Escriba uno en “source”, por ejemplo Access 2015, y úselo para todas sus tablas. No se tomó nada.

err-import-column-missing = La tabla no tiene la columna “{ $column }”.
rec-import-column-missing = Revise cómo se llama la columna en la tabla y en el mapa. No se tomó nada.

err-import-column-undecided = Nadie ha dicho qué es la columna “{ $column }”.
rec-import-column-undecided = Póngala en “columns” con su campo, o en “leaveOut” para dejarla fuera. No se tomó nada.

err-import-column-not-taken = La columna “{ $column }” parece tratar del presunto agresor o contar lo que pasó. Eso no se guarda aquí: son registros de la policía, y un tribunal puede pedirlos.
rec-import-column-not-taken = Póngala en “leaveOut” en el mapa. No se tomó nada.

err-import-column-twice = El mapa usa dos veces la columna “{ $column }”.
rec-import-column-twice = Deje una sola. No se tomó nada.

err-import-no-such-field = No hay un campo “{ $named }” para estas filas.
rec-import-no-such-field = Elija uno de los campos de la guía “Coming from a spreadsheet”. No se tomó nada.

err-import-field-twice = El campo “{ $named }” puede venir de una sola columna.
rec-import-field-twice = Deje una columna y ponga la otra fuera. No se tomó nada.

err-import-field-missing = El campo “{ $named }” no tiene columna.
rec-import-field-missing = Nombre una columna, o escriba en “always” una respuesta para todas las filas. No se tomó nada.

err-import-mapping-code = El mapa de “{ $column }” tiene un valor sin explicar o un código que no está en la lista.
rec-import-mapping-code = Ponga un código de la lista en lugar de cada signo de interrogación, o null si el valor no dice nada. No se tomó nada.

err-import-mapping-empty = Una celda vacía de la columna “{ $column }” no puede significar eso.
rec-import-mapping-empty = Puede significar not_asked, declined o unknown donde el campo los tiene. Nunca una respuesta que nadie dio. No se tomó nada.

err-import-date-format = Así no se escribe una fecha: { $format }.
rec-import-date-format = Use YYYY o YY, MM o MON, y DD, por ejemplo MM/DD/YYYY. No se tomó nada.

## La tabla

err-import-table-empty = En este archivo no hay una tabla, o no tiene filas.
rec-import-table-empty = Revise el archivo y el nombre de la hoja en el mapa. No se tomó nada.

err-import-table-too-large = El archivo tiene más de { $megabytes } MB.
rec-import-table-too-large = Guárdelo como CSV, o divídalo en varios archivos con los mismos encabezados. No se tomó nada.
err-import-unpacks-too-large = El libro es pequeño, pero desempaquetado tiene más de { $megabytes } MB.
rec-import-unpacks-too-large = Puede estar dañado o hecho para llenar la memoria. Si confía en quien se lo dio, ábralo en una hoja de cálculo y guarde la hoja como CSV. No se tomó nada.
err-import-sheet-too-large = Una hoja del libro llega tan abajo o tan a la derecha que no se puede leer.
rec-import-sheet-too-large = Borre las celdas que están lejos de la tabla, o guarde la hoja como CSV. No se tomó nada.

err-import-row-without-end = La fila que empieza en la línea { $line } no termina.
rec-import-row-without-end = Ahí falta cerrar unas comillas. Corríjalo e intente de nuevo. No se tomó nada.

err-import-too-many-columns = La tabla tiene demasiadas columnas.
rec-import-too-many-columns = Guarde solo las columnas necesarias. No se tomó nada.

err-import-heading-twice = Dos columnas se llaman “{ $column }”.
rec-import-heading-twice = Cambie el nombre de una en la tabla. No se tomó nada.

err-import-not-a-table = Este archivo no es una tabla.
rec-import-not-a-table = Guárdelo como CSV o como libro de Excel sin contraseña. No se tomó nada.

err-import-table-unreadable = El archivo no se pudo leer hasta el final.
rec-import-table-unreadable = Revise el disco o la memoria e intente de nuevo. Las filas ya tomadas se reconocen y no se duplican.

## Una fila

err-import-too-many-cells = La fila tiene más celdas que columnas.
rec-import-too-many-cells = Hay una coma o un salto de línea donde no debe. Corrija la fila.

err-import-merged-cells = La fila comparte una celda combinada con la de arriba, y no se puede saber de quién es el valor.
rec-import-merged-cells = Llene la celda también en esta fila.

err-import-formula-error = Una fórmula de la fila muestra un error.
rec-import-formula-error = Escriba el valor mismo.

err-import-cell-too-long = Una celda de la fila es demasiado larga.
rec-import-cell-too-long = Acórtela.

err-import-key-missing = La celda con el número del sistema anterior está vacía.
rec-import-key-missing = Llénela: sin ella la fila entraría dos veces.

err-import-key-twice = La fila { $row } tiene el mismo número y dice otra cosa.
rec-import-key-twice = Deje una de las filas, o dé a una otro número.

err-import-another-name = Este número ya está aquí con otro nombre.
rec-import-another-name = Si la tabla es de otro sistema, dele su propio nombre en “source”. Si el nombre se corrigió aquí, no hay que hacer nada.

err-import-value-unknown = El mapa no dice qué significa el valor de “{ $column }”.
rec-import-value-unknown = Agregue el valor al mapa, o corrija la celda.

err-import-not-a-date = La fecha de “{ $column }” no se puede leer, o no existe.
rec-import-not-a-date = Escríbala como 2026-03-09, o agregue su formato al mapa.

err-import-not-a-number = En “{ $column }” no hay un número entero.
rec-import-not-a-number = Escriba un número, o deje la celda vacía.

err-import-cell-missing = “{ $column }” está vacía, y la fila la necesita.
rec-import-cell-missing = Llénela.

err-import-criminal-history = El texto de “{ $column }” parece una consulta de antecedentes penales. Eso no se debe guardar aquí.
rec-import-criminal-history = Quítelo de la celda.

err-import-victim-unknown = La víctima que nombra esta fila no está aquí.
rec-import-victim-unknown = Tome primero la tabla de víctimas. A una víctima se la nombra por su número anterior o por su número de caso.

err-import-partner-unknown = La agencia que nombra esta fila no está aquí.
rec-import-partner-unknown = Tome primero la tabla de agencias. A una agencia se la nombra por su número anterior o por su nombre.

err-import-several-partners = Varias agencias tienen este nombre.
rec-import-several-partners = Nómbrela por su número anterior.


## En la línea de comandos

cli-import-refused-row = Fila { $row }: { $reason }
cli-import-more-refused = … y { $more } más.
cli-import-told = { $rows } filas: { $taken } tomadas, { $here } ya estaban, { $repeated } repetidas, { $refused } rechazadas.
cli-import-would-be = { $rows } filas: { $taken } se tomarían, { $here } ya están, { $repeated } repetidas, { $refused } se rechazarían. No se escribió nada.
cli-import-double-here = La fila { $row } puede ser el caso { $number } ({ $band }).
cli-import-double-row = La fila { $row } puede ser la misma persona que la fila { $other } ({ $band }).
cli-import-not-compared = Hay demasiadas personas para buscar duplicados ahora. “countyline duplicates” lo hace después.
cli-import-look-for-doubles = Busque duplicados ahora: countyline duplicates
cli-import-rejects = Las filas rechazadas están en { $path }. Contiene lo que contaron las víctimas: corríjalo, impórtelo y bórrelo.
cli-import-column-left-out = Fuera: columna { $name }
cli-import-sheets = No se leyeron otras hojas del libro: { $sheets }
cli-import-encoding = Letras leídas como { $encoding }.
cli-import-proposed = El mapa está en { $path }. Revise cada línea antes de usarlo.
cli-import-undecided = Sin decidir: columna { $name }
cli-import-not-taken = No se guarda aquí: la columna { $name } parece tratar del presunto agresor o contar lo que pasó. Póngala en “leaveOut”.
cli-import-unexplained = Valores por explicar: columna { $name }

cli-help-import = Toma tablas de una hoja de cálculo o de Access
cli-help-import-propose = Escribe un mapa a partir de los encabezados de una tabla
cli-help-import-victims = Víctimas, con los medios para comunicarse con ellas
cli-help-import-contacts = Contactos con víctimas
cli-help-import-partners = Agencias asociadas
cli-help-import-partner-contacts = Contactos con agencias asociadas
cli-help-import-what = Qué son las filas
cli-help-import-table = La tabla: CSV, Excel u OpenDocument
cli-help-mapping = Qué significan las columnas; vea “import propose”
cli-help-import-source = Un nombre para el sistema anterior, el mismo para todas sus tablas
cli-help-import-sheet = Hoja de un libro
cli-help-import-to = Adónde va el mapa

## Tablas que entran y salen

more-bring-in = Traer una tabla
more-bring-in-lead = De una hoja de cálculo o de un archivo de Access
bring-in-lead = Nada cambia en el archivo viejo, y probar no escribe nada. Una fila que ya está aquí nunca entra dos veces.
bring-in-what = Qué son sus filas
bring-in-victims = Víctimas
bring-in-contacts = Contactos con víctimas
bring-in-partners = Agencias
bring-in-partnercontacts = Contactos con agencias
bring-in-file = Archivo
bring-in-file-hint = Un libro de cálculo (.xlsx) o un archivo CSV
bring-in-source = Nombre del sistema viejo
bring-in-source-hint = El mismo para todas sus tablas, por ejemplo Access 2015
bring-in-read = Leer sus columnas
bring-in-mapping = Una correspondencia guardada antes
bring-in-mapping-file = Archivo de correspondencia
bring-in-mapping-use = Usarla
bring-in-mapping-save = Guardar lo de abajo
bring-in-saved = Correspondencia guardada
bring-in-columns = Qué significan sus columnas
bring-in-column = Columna
bring-in-means = Es
bring-in-means-of = Qué es { $column }
bring-in-values = Sus valores
bring-in-undecided = Sin decidir
bring-in-leave-out = Dejarla fuera
bring-in-key = El número viejo de la fila
bring-in-explain = ¿Qué es?
bring-in-as-empty = No dice nada
bring-in-not-kept = Parece un presunto agresor o un relato. Aquí no hay lugar para eso: déjela fuera.
bring-in-open =
    { $count ->
        [0] Todas las columnas están decididas.
        [1] Una columna espera su decisión.
       *[other] { $count } columnas esperan su decisión.
    }
bring-in-dates = Cómo se escriben los días
bring-in-dates-hint = MM/DD/YYYY; varias formas con comas. Revise el orden: 3/4 es 4 de marzo o 3 de abril.
bring-in-always = Una respuesta para todas las filas
bring-in-rejects-file = Archivo para las filas rechazadas
bring-in-rejects-hint = Un archivo nuevo. Corrija allí las filas y tráigalo del mismo modo. Después bórrelo: tiene lo que las víctimas le contaron.
bring-in-try = Probar sin escribir nada
bring-in-now = Traerla
bring-in-try-first = Pruebe primero. Después de un cambio, pruebe otra vez.
bring-in-would-be = Lo que resultaría. No se escribió nada.
bring-in-done = Ya está dentro
bring-in-stopped = Detenido. Lo que entró antes se queda; empiece de nuevo y sigue desde allí.
bring-in-rows = Filas leídas
bring-in-taken = Tomadas
bring-in-here = Ya estaban aquí
bring-in-repeated = Dos veces en el archivo
bring-in-refused = Rechazadas
bring-in-letters = Sus letras se leyeron como { $encoding }.
bring-in-sheets = Otras hojas, que no se leyeron: { $sheets }
bring-in-rejects = Las filas rechazadas están en { $path }.
bring-in-refused-rows = Filas que se rechazan
bring-in-row = Fila
bring-in-why = Por qué
bring-in-more-refused = … y { $count } más
bring-in-doubles = Filas que pueden ser de una misma persona
bring-in-may-be = Puede ser
bring-in-row-number = fila { $row }
more-take-out = Tablas para una hoja de cálculo
more-take-out-lead = Listas dentro de la oficina, y el directorio para otros programas
take-out-table = Una tabla
take-out-lead = Para usar dentro de su oficina. Una vez escrita no está cifrada. No contiene ninguna forma de contactar a una víctima.
take-out-which = Tabla
take-out-names = Nombres de las víctimas
take-out-covered = Solo iniciales
take-out-shown = Completos
take-out-folder = Carpeta
take-out-name = Nombre del archivo
take-out-now = Escribirla
take-out-done =
    { $rows ->
        [one] Se escribió una fila.
       *[other] Se escribieron { $rows } filas.
    }
take-out-withheld =
    { $count ->
        [1] Se dejó fuera un expediente restringido.
       *[other] Se dejaron fuera { $count } expedientes restringidos.
    }
take-out-directory = El directorio de agencias
take-out-directory-lead = Como lo leen otros programas (HSDS 3.0). No dice nada de ninguna víctima.
take-out-directory-done = Se escribieron { $organizations ->
        [1] 1 agencia
       *[other] { $organizations } agencias
    } y { $services ->
        [1] 1 servicio
       *[other] { $services } servicios
    }.
take-out-without-location =
    { $count ->
        [1] Nada dice dónde está una de ellas: su ubicación es confidencial.
       *[other] Nada dice dónde están { $count } de ellas: su ubicación es confidencial.
    }
field-full-name = Nombre completo
field-other-name = Otro nombre
field-race-ethnicity = Raza u origen étnico
field-special-classes = Grupos especiales
field-follow-up-on = Dar seguimiento el
field-phone-safe = Teléfono: si es seguro
field-phone-voicemail = Teléfono: buzón de voz
field-phone-hours = Teléfono: horario
field-phone-cover-name = Teléfono: nombre que se da
field-other-phone = Otro teléfono
field-other-phone-safe = Otro teléfono: si es seguro
field-other-phone-voicemail = Otro teléfono: buzón de voz
field-other-phone-hours = Otro teléfono: horario
field-other-phone-cover-name = Otro teléfono: nombre que se da
field-text-safe = Mensajes: si son seguros
field-text-hours = Mensajes: horario
field-email-safe = Correo electrónico: si es seguro
field-post = Correo postal
field-post-safe = Correo postal: si es seguro
field-trusted-person = Persona de confianza
field-trusted-person-safe = Persona de confianza: si es segura
field-next-follow-up-on = Próximo seguimiento el
field-on = Fecha
