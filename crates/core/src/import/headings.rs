//! What columns are called in offices' tables, in English and Spanish, and in what Access makes of them.

use super::ImportWhat;
use crate::search::plain;

/// Parts of names of columns that hold an alleged offender or a narrative.
const NOT_TAKEN: [&str; 33] = [
    "offender",
    "suspect",
    "perpetrator",
    "abuser",
    "defendant",
    "assailant",
    "accused",
    "arrestee",
    "respondent",
    "batterer",
    "agresor",
    "ofensor",
    "sospechoso",
    "acusado",
    "victimario",
    "imputado",
    "demandado",
    "abusador",
    "narrative",
    "statement",
    "whathappened",
    "incidentdescription",
    "descriptionofincident",
    "incidentdetails",
    "casesummary",
    "narrativa",
    "relato",
    "declaracion",
    "hechos",
    "quepaso",
    "descripciondelincidente",
    "criminalhistory",
    "antecedentespenales",
];

/// Whether a column looks like one that no field is for: who is said to have done it, and the story.
pub(super) fn is_not_taken(heading: &str) -> bool {
    let bare = bare(heading);
    NOT_TAKEN.iter().any(|part| bare.contains(part))
}

/// A heading without case, accents and everything that is no letter or digit: `First_Name` is `firstname`.
pub(super) fn bare(heading: &str) -> String {
    let heading = plain(heading);
    heading
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

/// The field that a heading names, if it is one of those known.
pub(super) fn field(what: ImportWhat, heading: &str) -> Option<&'static str> {
    let bare = bare(heading);
    let known = known(what)
        .iter()
        .find(|(_, names)| names.split_whitespace().any(|name| name == bare));
    known.map(|(field, _)| *field)
}

/// Whether a heading is what a table calls its own number for a row.
pub(super) fn is_key(what: ImportWhat, heading: &str) -> bool {
    let bare = bare(heading);
    let own: &[&str] = match what {
        ImportWhat::Victims => &[
            "victimid",
            "clientid",
            "victimno",
            "clientno",
            "caseid",
            "caseno",
            "casenumber",
            "casenum",
            "case",
            "filenumber",
            "fileno",
            "idvictima",
            "idcliente",
            "numerodecaso",
            "nodecaso",
            "caso",
            "expediente",
            "folio",
            "victimnumber",
            "clientnumber",
        ],
        ImportWhat::Contacts => &[
            "contactid",
            "contactno",
            "serviceid",
            "idcontacto",
            "noteid",
        ],
        ImportWhat::Partners => &[
            "agencyid",
            "partnerid",
            "organizationid",
            "orgid",
            "resourceid",
            "idagencia",
            "idorganizacion",
        ],
        ImportWhat::PartnerContacts => &["contactid", "meetingid", "idcontacto", "idreunion"],
    };
    let any = [
        "id",
        "key",
        "recordid",
        "recordno",
        "autonumber",
        "number",
        "no",
        "rowid",
        "clave",
        "numero",
    ];
    own.contains(&bare.as_str()) || any.contains(&bare.as_str())
}

/// Fields, each with the headings that name it, parted by spaces.
type Known = &'static [(&'static str, &'static str)];

fn known(what: ImportWhat) -> Known {
    match what {
        ImportWhat::Victims => VICTIMS,
        ImportWhat::Contacts => CONTACTS,
        ImportWhat::Partners => PARTNERS,
        ImportWhat::PartnerContacts => PARTNER_CONTACTS,
    }
}

static VICTIMS: Known = &[
    (
        "given_name",
        "firstname first fname givenname victimfirstname clientfirstname nombre nombres primernombre \
         middlename segundonombre",
    ),
    (
        "family_name",
        "lastname last lname surname familyname victimlastname clientlastname apellido apellidos \
         apellidopaterno apellidomaterno",
    ),
    (
        "full_name",
        "name fullname victim victimname client clientname nombrecompleto victima nombredelavictima cliente",
    ),
    (
        "other_name",
        "alias aka maidenname nickname othername apodo otronombre",
    ),
    (
        "birth_date",
        "dob birthdate dateofbirth birthday born fechadenacimiento fechanacimiento fnacimiento nacimiento",
    ),
    ("birth_year", "yearofbirth birthyear yob anodenacimiento"),
    ("age_at_first_service", "age ageatintake edad"),
    ("age_at_incident", "ageatincident edadalincidente"),
    ("gender", "sex gender sexo genero"),
    ("pronoun", "pronoun pronouns pronombre pronombres"),
    (
        "race_ethnicity",
        "race ethnicity raceethnicity raza etnia origen",
    ),
    (
        "special_classes",
        "specialclass specialclasses specialclassification clasificacionespecial",
    ),
    (
        "language",
        "language primarylanguage lang spokenlanguage preferredlanguage idioma lengua",
    ),
    (
        "interpreter_need",
        "interpreter interpreterneeded needsinterpreter interprete necesitainterprete",
    ),
    (
        "access_needs",
        "accessibility accommodations accessneeds accesibilidad",
    ),
    (
        "needs",
        "needs need servicesneeded serviceneeds necesidades",
    ),
    (
        "zone",
        "town city area zone community location ciudad pueblo zona comunidad localidad",
    ),
    ("minor", "minor juvenile under18 menor menordeedad"),
    (
        "guardian",
        "guardian parent parentguardian tutor padreotutor",
    ),
    ("tribal_affiliation", "tribe tribalaffiliation tribu"),
    (
        "opened_on",
        "opened dateopened opendate intake intakedate dateofintake firstseen firstcontact datein \
         fechadeingreso fechaingreso fechadeapertura apertura",
    ),
    (
        "follow_up_on",
        "followup followupdate followupon nextfollowup nextcontact seguimiento proximoseguimiento \
         fechadeseguimiento",
    ),
    (
        "do_not_contact",
        "donotcontact dnc nocontact donotcall nocontactar nollamar",
    ),
    (
        "acp",
        "acp addressconfidentiality addressconfidentialityprogram safeathome confidencialidaddedomicilio",
    ),
    (
        "acp_substitute_address",
        "substituteaddress acpaddress direccionsustituta",
    ),
    (
        "phone",
        "phone phonenumber telephone tel homephone cell cellphone mobile phone1 telefono celular \
         numerodetelefono",
    ),
    (
        "phone_safe",
        "safe safetocall phonesafe safephone oktocall safenumber seguro telefonoseguro sepuedellamar esseguro",
    ),
    (
        "phone_voicemail",
        "voicemail leavemessage oktoleavemessage message messageok buzon dejarmensaje mensaje",
    ),
    (
        "phone_hours",
        "besttime besttimetocall hours safetimes mejorhora horario",
    ),
    ("phone_cover_name", "covername sayis nombredecobertura"),
    (
        "other_phone",
        "phone2 otherphone altphone alternatephone workphone otrotelefono telefono2",
    ),
    (
        "other_phone_safe",
        "phone2safe otherphonesafe safe2 telefono2seguro",
    ),
    ("email", "email emailaddress mail correo correoelectronico"),
    ("email_safe", "emailsafe safeemail safetoemail correoseguro"),
    (
        "post",
        "address street streetaddress mailingaddress homeaddress address1 address2 state zip zipcode \
         postalcode direccion domicilio calle estado codigopostal",
    ),
    (
        "post_safe",
        "safetomail mailsafe safeaddress addresssafe correspondenciasegura direccionsegura",
    ),
    (
        "trusted_person",
        "trustedperson safeperson emergencycontact personadeconfianza contactodeemergencia",
    ),
];

static CONTACTS: Known = &[
    (
        "victim",
        "victim victimid clientid client caseid caseno casenumber case victimno idvictima victima idcliente \
         cliente numerodecaso expediente folio",
    ),
    (
        "at",
        "date datetime contactdate dateofcontact when calldate servicedate fecha fechadecontacto fechahora \
         cuando",
    ),
    (
        "channel",
        "type contacttype method how channel typeofcontact tipo tipodecontacto medio como",
    ),
    ("outcome", "outcome result resultado"),
    (
        "minutes",
        "minutes mins timespent duration minutos duracion",
    ),
    (
        "next_follow_up_on",
        "followup followupdate nextcontact nextfollowup seguimiento proximoseguimiento",
    ),
];

static PARTNERS: Known = &[
    (
        "name",
        "name agency agencyname organization organizationname partner company resource nombre agencia \
         organizacion recurso",
    ),
    ("kind", "type kind agencytype category tipo categoria"),
    (
        "needs",
        "services needs service servicesoffered servicios necesidades",
    ),
    ("languages", "languages language idiomas idioma"),
    (
        "phone",
        "phone phonenumber telephone tel hotline telefono linea",
    ),
    ("hours", "hours hoursofoperation openhours horario horas"),
    (
        "address",
        "address street streetaddress address1 address2 state zip zipcode direccion domicilio calle estado \
         codigopostal",
    ),
    ("zone", "town city area county zone ciudad zona condado"),
    (
        "confidential_location",
        "confidential confidentiallocation hiddenlocation secret confidencial ubicacionconfidencial",
    ),
    (
        "victim_service_program",
        "victimserviceprogram victimservices vsp serviciosavictimas",
    ),
    (
        "assured_on",
        "lastchecked verified lastverified dateverified lastupdated verificado actualizado",
    ),
];

static PARTNER_CONTACTS: Known = &[
    (
        "partner",
        "agency agencyname agencyid partner partnerid organization organizationid agencia organizacion \
         idagencia",
    ),
    (
        "on",
        "date contactdate meetingdate when fecha fechadereunion",
    ),
    ("kind", "type kind contacttype tipo"),
    (
        "person",
        "person contactperson spokewith metwith contact persona contacto hablocon",
    ),
    ("concerns", "concerns concern worries preocupaciones"),
    ("response_given", "response answer respuesta"),
    ("commitment", "commitment promise agreed compromiso promesa"),
    ("purpose", "purpose proposito motivo"),
    ("relationship_stage", "stage relationship etapa relacion"),
    ("next_step", "nextstep nextsteps todo proximopaso"),
    (
        "next_on",
        "nextdate followup followupdate proximafecha seguimiento",
    ),
];

/// Every field that a heading leads to.
#[cfg(test)]
pub(super) fn fields(what: ImportWhat) -> impl Iterator<Item = &'static str> {
    known(what).iter().map(|(field, _)| *field)
}
