# Lo que dicen en español los papeles que se entregan a cualquiera y no contienen nada de nadie.
# resource-…   la lista de lugares
# rights-…     los derechos del paquete del estado
# signs-…      cuándo pedir ayuda después de presión en el cuello

## Lista de lugares

resource-title = Lista de lugares útiles
resource-file-name = lista-de-lugares
resource-introduction = Lugares a los que puede llamar la gente de nuestra zona.
resource-column-place = Lugar
resource-column-phone = Teléfono
resource-column-hours = Horario
resource-column-languages = Idiomas
resource-nothing = Todavía no hay lugares en la lista.
resource-emergency = En una emergencia, llame al 911.
resource-as-of = Números según una lista al { $date }.

## Aviso de derechos

rights-title = Sus derechos
rights-file-name = sus-derechos
rights-sample = MUESTRA. Son derechos inventados para probar el programa. No son la ley de ningún estado. No los entregue.
rights-introduction = Usted tiene estos derechos. Pídalos ahora o después. Puede cambiar de opinión en cualquier momento.
rights-heading-list = Lo que puede pedir
rights-heading-costs = Ayuda con los gastos del delito
rights-report-within = Denuncie el delito dentro de { $hours } horas.
rights-file-within = Presente el reclamo dentro de { $months } meses.
rights-minor-until = Un menor puede presentarlo hasta el día en que cumpla { $age } años.
rights-late = Un reclamo posterior se puede considerar si hubo una buena razón.
rights-heading-ask = Cómo pedirlos
rights-how-to-ask = Diga a cualquier persona de { $office } qué derechos quiere usar. No tiene que dar una razón.
rights-no-condition = Nuestra ayuda no depende de lo que usted decida.
rights-source = Estos derechos vienen de: { $pack }.

## Después de presión en el cuello

signs-title = Después de presión en el cuello: cuándo pedir ayuda
signs-file-name = cuando-pedir-ayuda
signs-introduction = Si alguien o algo le apretó el cuello, puede tener una lesión por dentro aunque no se vea nada. Los problemas pueden llegar horas, días o semanas después. Pida que un médico le revise, hoy si puede, también si se siente bien.
signs-heading-now = Llame al 911 o vaya a una sala de emergencias de inmediato si
signs-now-1 = le cuesta respirar, o hace ruido al respirar
signs-now-2 = le cuesta tragar, o le duele
signs-now-3 = tiene la voz ronca o distinta, o no tiene voz
signs-now-4 = se le hincha el cuello, la cara o la lengua, o le duele más el cuello
signs-now-5 = se le cae un lado de la cara, o siente débil o dormido un brazo o una pierna
signs-now-6 = ve doble, borroso o nada, o tiene puntos rojos en los ojos
signs-now-7 = tiene un dolor de cabeza fuerte, o uno que no se quita
signs-now-8 = se desmaya, se marea o pierde el equilibrio
signs-now-9 = el cuerpo le tiembla y no lo puede parar
signs-now-10 = se siente confundida o confundido, olvida cosas o le cuesta hablar
signs-now-11 = perdió el control de la orina o del excremento, en ese momento o después
signs-now-12 = vomita una y otra vez, o vomita sangre
signs-now-13 = está embarazada y sangra, le duele el vientre o el bebé se mueve menos
signs-now-14 = piensa en hacerse daño: también puede llamar o mandar un texto al 988
signs-heading-care = Hasta que le vea un médico, y durante los tres días siguientes
signs-care-1 = No se quede a solas si lo puede evitar, sobre todo de noche.
signs-care-2 = Diga en el hospital que le apretaron el cuello, con qué, por cuánto tiempo, y si perdió el conocimiento.
signs-care-3 = Si está embarazada, vea a un médico aunque se sienta bien.
signs-care-4 = Anote cualquier señal nueva, con el día y la hora.
signs-limits = Esta hoja no toma el lugar de un médico.
