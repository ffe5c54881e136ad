# Lo que dicen en español los papeles que tratan de una víctima, y el formulario que ella firma.
# release-form-…   la autorización para compartir información, en blanco o llena
# safe-card-…      cómo contactarla sin riesgo, para el expediente
# told-log-…       la cuenta de lo que se compartió de ella

## Autorización para compartir información

release-form-title = Autorización para compartir información
release-form-file-name = autorizacion
release-form-introduction = Con este formulario usted permite que { $office } comparta con una sola agencia lo que se nombra abajo, y nada más. Usted decide. No tiene que firmarlo.
release-form-label-name = Nombre
release-form-label-agency = La única agencia que lo puede saber
release-form-label-items = Qué se puede compartir
release-form-label-purpose = Para qué
release-form-label-methods = Cómo se puede compartir
release-form-label-excluded = Qué no se debe compartir
release-form-label-begins = Desde
release-form-label-until = Hasta, a más tardar
release-form-any-way = Por cualquier vía
release-form-nothing-excluded = No se nombró nada
release-form-mark-items = Qué se puede compartir: marque lo que permite y tache lo demás
release-form-mark-methods = Cómo se puede compartir: marque lo que permite. Si no marca nada, se permite cualquier vía
release-form-heading-rights = Sus derechos
release-form-right-1 = Nuestra ayuda no depende de este formulario. Usted recibe la misma ayuda si no firma.
release-form-right-2 = La puede retirar en cualquier momento, de palabra o por escrito. Desde entonces no compartimos nada más. Lo que ya se dijo no se puede borrar.
release-form-right-3 = Termina por sí sola el último día. Usted puede elegir un día anterior.
release-form-right-4 = Puede preguntar en cualquier momento qué compartimos, con quién y cuándo.
release-form-right-5 = Pregúntenos antes qué puede salir mal: cada agencia tiene sus reglas, y una corte puede pedir papeles.
release-form-right-6 = Puede tener una copia, si es seguro que la guarde.
release-form-heading-signature = Firma
release-form-line-signature = Firma
release-form-line-date = Fecha
release-form-line-signer = Quién firma, si es otra persona, y por qué
release-form-line-interpreter = Intérprete
release-form-line-witness = Testigo
release-form-no-abuser = Nadie firma por otra persona si se dice que le hizo daño.

## Tarjeta de contacto seguro

safe-card-title = Cómo contactarla sin riesgo
safe-card-file-name = contacto-seguro
safe-card-for-office = Para el expediente en nuestra oficina. Nadie lleva consigo esta hoja, ni la manda por correo, ni la deja en un auto. Tritúrela cuando algo cambie.
safe-card-label-case = Caso
safe-card-do-not-contact = No la contacte. No se puede usar ninguna vía.
safe-card-no-way = Ahora no se puede usar ninguna vía. Pregúntele cuando la vea.
safe-card-heading-ways = Ella dijo que estas son seguras
safe-card-heading-not = No se deben usar
safe-card-label-hours = Horario
safe-card-label-who-may-answer = Puede contestar
safe-card-label-cover-name = Diga que llama
safe-card-label-relay = Idioma o servicio de relevo
safe-card-label-envelope = Sobre
safe-card-label-voicemail = Mensaje
safe-card-voicemail-yes = se puede dejar
safe-card-voicemail-no = no deje ninguno
safe-card-label-asked-on = La última vez que dijo que es segura
safe-card-ask-again = hace demasiado tiempo: pregunte otra vez antes
safe-card-ask-first = Pregunte cada vez si puede hablar sin riesgo. Si contesta otra persona, no diga quién es usted.
safe-card-as-of = Como se sabe aquí el { $date }. La pantalla es más nueva que esta hoja.

## Lo que se compartió

told-log-title = Lo que se compartió fuera de nuestra oficina
told-log-file-name = lo-que-se-compartio
told-log-label-case = Caso
told-log-introduction = Qué tipo de cosa se compartió, con quién, cuándo y por qué, según lo anotado aquí. Lo que decía no se guarda.
told-log-nothing = No se compartió nada.
told-log-column-when = Cuándo
told-log-column-whom = Con quién
told-log-column-what = Qué
told-log-column-why = Con qué base
told-log-column-how = Cómo
told-log-order = { $basis }: { $order }
told-log-not-made = El papel no se hizo, y no se compartió nada
told-log-as-of = Como se sabe aquí el { $date }.
