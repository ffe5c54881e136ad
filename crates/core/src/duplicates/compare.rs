//! Comparing two persons field by field: how far each field agrees.
//!
//! A field that either side lacks is not compared. An address is compared as a whole first: of one who moved,
//! every part differs, and that is one fact, not five.

use super::names;
use super::person::Birth;
use super::prepared::{Pool, Prepared, Word};

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Field {
    /// Given name.
    Given,
    /// Family name.
    Family,
    /// Middle name.
    Middle,
    /// Generation suffix.
    Suffix,
    /// Whole date of birth.
    Birth,
    /// Year of birth, where one side knows no more.
    BirthYear,
    /// Age, where one side knows no birth.
    Age,
    /// Sex.
    Sex,
    /// Phone numbers.
    Phone,
    /// Email address.
    Email,
    /// Whether anything of the two addresses agrees.
    Address,
    /// House number.
    Number,
    /// Street.
    Street,
    /// Second address line.
    Unit,
    /// Town or zone.
    Zone,
    /// Postal code, where the towns differ or one is missing.
    Postcode,
    /// Postal code, where the towns are the same: it may say nothing new.
    PostcodeInZone,
    /// State.
    State,
    /// Place of birth.
    BirthPlace,
    /// Occupation.
    Occupation,
}

/// How many fields there are.
pub(super) const FIELDS: usize = 20;

/// Every field with the name it has in tables and words.
pub const ALL_FIELDS: [(Field, &str); FIELDS] = [
    (Field::Given, "given"),
    (Field::Family, "family"),
    (Field::Middle, "middle"),
    (Field::Suffix, "suffix"),
    (Field::Birth, "date_of_birth"),
    (Field::BirthYear, "birth_year"),
    (Field::Age, "age"),
    (Field::Sex, "sex"),
    (Field::Phone, "phone"),
    (Field::Email, "email"),
    (Field::Address, "address"),
    (Field::Number, "street_number"),
    (Field::Street, "street"),
    (Field::Unit, "unit"),
    (Field::Zone, "zone"),
    (Field::Postcode, "postcode"),
    (Field::PostcodeInZone, "postcode_in_zone"),
    (Field::State, "state"),
    (Field::BirthPlace, "birth_place"),
    (Field::Occupation, "occupation"),
];

impl Field {
    /// The name it has in tables and words.
    pub fn name(self) -> &'static str {
        ALL_FIELDS[self as usize].1
    }
}

/// How far a field agrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Level {
    /// One side lacks it.
    Missing,
    /// The same.
    Same,
    /// Two forms of one given name.
    ShortForm,
    /// One of several names is the same, or one is part of the other.
    Part,
    /// An initial that fits.
    Initial,
    /// The same but for a typing error.
    Typo,
    /// Written or sounding much alike.
    Alike,
    /// Written somewhat alike.
    Faint,
    /// Given and family name are in each other's place.
    Swapped,
    /// Day and month are in each other's place.
    DayAndMonth,
    /// Two of year, month and day are the same.
    TwoParts,
    /// The year is the same.
    SameYear,
    /// Next to it: a year apart, the same area.
    Near,
    /// Different.
    Different,
}

/// How many levels there are.
pub(super) const LEVELS: usize = 14;

impl Level {
    /// The name it has in tables and words.
    pub fn name(self) -> &'static str {
        match self {
            Level::Missing => "",
            Level::Same => "same",
            Level::ShortForm => "short_form",
            Level::Part => "part",
            Level::Initial => "initial",
            Level::Typo => "typo",
            Level::Alike => "alike",
            Level::Faint => "faint",
            Level::Swapped => "swapped",
            Level::DayAndMonth => "day_and_month",
            Level::TwoParts => "two_parts",
            Level::SameYear => "same_year",
            Level::Near => "near",
            Level::Different => "different",
        }
    }
}

/// How far two persons agree, field by field.
pub(super) type Agreement = [Level; FIELDS];

/// Compares two persons.
pub(super) fn compare(one: &Prepared, other: &Prepared, pool: &Pool) -> Agreement {
    let mut agreement = [Level::Missing; FIELDS];
    let mut set = |field: Field, level: Level| agreement[field as usize] = level;
    let (given, family) = whole_names(one, other, pool);
    set(Field::Given, given);
    set(Field::Family, family);
    set(Field::Middle, middle(one, other, pool));
    set(Field::Suffix, same_or_not(one.suffix, other.suffix));
    if let (Some(_), Some(_)) = (one.birth.whole(), other.birth.whole()) {
        set(Field::Birth, births(one.birth, other.birth));
    } else if let (Some(year), Some(other_year)) = (one.birth.year, other.birth.year) {
        set(Field::BirthYear, years(year, other_year));
    } else if let (Some(age), Some(other_age)) = (one.age, other.age) {
        set(Field::Age, years(age, other_age));
    }
    set(Field::Sex, equal(one.sex, other.sex));
    set(Field::Phone, phones(&one.phones, &other.phones, pool));
    set(Field::Email, emails(one.email, other.email, pool));
    set(
        Field::BirthPlace,
        texts(one.birth_place, other.birth_place, pool),
    );
    set(
        Field::Occupation,
        texts(one.occupation, other.occupation, pool),
    );
    compare_addresses(one, other, pool, &mut set);
    agreement
}

fn compare_addresses(
    one: &Prepared,
    other: &Prepared,
    pool: &Pool,
    set: &mut impl FnMut(Field, Level),
) {
    let number = numbers(one.number, other.number, pool);
    let street = texts(one.street, other.street, pool);
    let unit = texts(one.unit, other.unit, pool);
    let zone = texts(one.zone, other.zone, pool);
    let postcode = postcodes(one.postcode, other.postcode, pool);
    let state = equal(one.state, other.state);
    // A house number or a state alone is no address. Nor is a postal code next to another, where there is more to
    // go by: all of a county's are.
    let places = [street, zone];
    let places_known = places.iter().any(|level| *level != Level::Missing);
    let agrees = |level: Level| !matches!(level, Level::Missing | Level::Different);
    let agree = places.into_iter().any(agrees)
        || postcode == Level::Same
        || !places_known && agrees(postcode);
    if !places_known && postcode == Level::Missing {
        set(Field::State, state);
        return;
    }
    if !agree {
        set(Field::Address, Level::Different);
        return;
    }
    set(Field::Address, Level::Same);
    set(Field::Number, number);
    set(Field::Street, street);
    set(Field::Unit, unit);
    set(Field::Zone, zone);
    if zone == Level::Same {
        set(Field::PostcodeInZone, postcode);
    } else {
        set(Field::Postcode, postcode);
    }
    set(Field::State, state);
}

/// Given and family name together, so that a pair in each other's place is seen as one slip.
fn whole_names(one: &Prepared, other: &Prepared, pool: &Pool) -> (Level, Level) {
    let given = given_names(one, other, pool);
    let family = family_names(one, other, pool);
    let agrees = |level: Level| level <= Level::Typo && level != Level::Missing;
    if !agrees(given)
        && !agrees(family)
        && crosswise(one, other, pool)
        && crosswise(other, one, pool)
    {
        return (Level::Swapped, Level::Missing);
    }
    (given, family)
}

/// Whether one's given name is the other's family name.
fn crosswise(one: &Prepared, other: &Prepared, pool: &Pool) -> bool {
    one.given != 0
        && other.family != 0
        && (one.given == other.family
            || likeness(pool.text(one.given), pool.text(other.family)) >= 0.92)
}

fn given_names(one: &Prepared, other: &Prepared, pool: &Pool) -> Level {
    let (given, other_given) = (one.given, other.given);
    if given == 0 || other_given == 0 {
        return Level::Missing;
    }
    if given == other_given {
        return Level::Same;
    }
    let pairs = || {
        let words = one.given_words.iter();
        words.flat_map(|word| other.given_words.iter().map(move |other| (*word, *other)))
    };
    if pairs().any(|(word, other)| word == other && pool.text(word).len() > 1) {
        return Level::Part;
    }
    if pairs().any(|(word, other)| names::are_forms_of_one(pool.text(word), pool.text(other))) {
        return Level::ShortForm;
    }
    let (text, other_text) = (pool.text(given), pool.text(other_given));
    let is_initial = |text: &str| text.chars().count() == 1;
    if is_initial(text) || is_initial(other_text) {
        return if text.chars().next() == other_text.chars().next() {
            Level::Initial
        } else {
            Level::Different
        };
    }
    alike(given, other_given, pool)
}

fn family_names(one: &Prepared, other: &Prepared, pool: &Pool) -> Level {
    if one.family == 0 || other.family == 0 {
        return Level::Missing;
    }
    if one.family == other.family {
        return Level::Same;
    }
    let several = one.family_names.len() > 1 || other.family_names.len() > 1;
    if several && shared_name(one, other).is_some() {
        return Level::Part;
    }
    alike(one.family, other.family, pool)
}

/// A family name both have, where one of them has several.
pub(super) fn shared_name(one: &Prepared, other: &Prepared) -> Option<Word> {
    let mut names = one.family_names.iter();
    names
        .find(|name| other.family_names.contains(name))
        .copied()
}

/// A given name both have, where one of them has several.
pub(super) fn shared_given(one: &Prepared, other: &Prepared) -> Option<Word> {
    let mut names = one.given_words.iter();
    names.find(|name| other.given_words.contains(name)).copied()
}

fn alike(one: Word, other: Word, pool: &Pool) -> Level {
    let likeness = likeness(pool.text(one), pool.text(other));
    if likeness >= 0.92 {
        Level::Typo
    } else if likeness >= 0.85 || sound_the_same(one, other, pool) {
        Level::Alike
    } else if likeness >= 0.7 {
        Level::Faint
    } else {
        Level::Different
    }
}

fn sound_the_same(one: Word, other: Word, pool: &Pool) -> bool {
    let sound = pool.sound(one);
    sound.len() > 1 && sound == pool.sound(other)
}

fn likeness(one: &str, other: &str) -> f64 {
    strsim::jaro_winkler(one, other)
}

fn middle(one: &Prepared, other: &Prepared, pool: &Pool) -> Level {
    if one.middle == 0 || other.middle == 0 {
        return Level::Missing;
    }
    if one.middle == other.middle {
        return Level::Same;
    }
    let (text, other_text) = (pool.text(one.middle), pool.text(other.middle));
    let is_initial = text.chars().count() == 1 || other_text.chars().count() == 1;
    if is_initial && text.chars().next() == other_text.chars().next() {
        Level::Initial
    } else if !is_initial && likeness(text, other_text) >= 0.9 {
        Level::Typo
    } else {
        Level::Different
    }
}

fn births(one: Birth, other: Birth) -> Level {
    let (Some((year, month, day)), Some((other_year, other_month, other_day))) =
        (one.whole(), other.whole())
    else {
        return Level::Missing;
    };
    if one == other {
        return Level::Same;
    }
    if year == other_year && month == other_day && day == other_month {
        return Level::DayAndMonth;
    }
    if one
        .digits()
        .zip(other.digits())
        .is_some_and(|(one, other)| one_slip(&one, &other))
    {
        return Level::Typo;
    }
    let same = [year == other_year, month == other_month, day == other_day];
    if same.iter().filter(|same| **same).count() == 2 {
        Level::TwoParts
    } else if year == other_year {
        Level::SameYear
    } else {
        Level::Different
    }
}

/// One digit is another, or two neighbors changed places.
fn one_slip(one: &[u8], other: &[u8]) -> bool {
    let differing: Vec<usize> = (0..one.len().min(other.len()))
        .filter(|place| one[*place] != other[*place])
        .collect();
    match differing[..] {
        [_] => one.len() == other.len(),
        [first, second] => {
            one.len() == other.len()
                && second == first + 1
                && one[first] == other[second]
                && one[second] == other[first]
        }
        _ => false,
    }
}

fn years(one: u16, other: u16) -> Level {
    match one.abs_diff(other) {
        0 => Level::Same,
        1 => Level::Near,
        _ => Level::Different,
    }
}

fn phones(one: &[Word], other: &[Word], pool: &Pool) -> Level {
    if one.is_empty() || other.is_empty() {
        return Level::Missing;
    }
    if one.iter().any(|number| other.contains(number)) {
        return Level::Same;
    }
    let slip = |number: &Word| {
        let number = pool.text(*number).as_bytes();
        let mut others = other.iter().map(|other| pool.text(*other).as_bytes());
        others.any(|other| one_slip(number, other))
    };
    if one.iter().any(slip) {
        Level::Typo
    } else {
        Level::Different
    }
}

fn emails(one: Word, other: Word, pool: &Pool) -> Level {
    if one == 0 || other == 0 {
        return Level::Missing;
    }
    if one == other {
        return Level::Same;
    }
    let (text, other_text) = (pool.text(one), pool.text(other));
    let local = |address: &str| address.split('@').next().unwrap_or_default().to_owned();
    if !local(text).is_empty() && local(text) == local(other_text) {
        Level::Part
    } else if likeness(text, other_text) >= 0.92 {
        Level::Typo
    } else {
        Level::Different
    }
}

/// Words of an address, a town, an occupation.
fn texts(one: Word, other: Word, pool: &Pool) -> Level {
    if one == 0 || other == 0 {
        return Level::Missing;
    }
    if one == other {
        return Level::Same;
    }
    let (text, other_text) = (pool.text(one), pool.text(other));
    let (short, long) = if text.len() < other_text.len() {
        (text, other_text)
    } else {
        (other_text, text)
    };
    if likeness(text, other_text) >= 0.92 {
        Level::Typo
    } else if short.len() >= 4 && long.contains(short) {
        Level::Part
    } else if likeness(text, other_text) >= 0.85 {
        Level::Alike
    } else {
        Level::Different
    }
}

fn numbers(one: Word, other: Word, pool: &Pool) -> Level {
    if one == 0 || other == 0 {
        return Level::Missing;
    }
    if one == other {
        return Level::Same;
    }
    match strsim::osa_distance(pool.text(one), pool.text(other)) {
        1 => Level::Typo,
        _ => Level::Different,
    }
}

fn postcodes(one: Word, other: Word, pool: &Pool) -> Level {
    let level = numbers(one, other, pool);
    let (text, other_text) = (pool.text(one), pool.text(other));
    let area = |text: &str| text.get(..3).map(str::to_owned);
    if level == Level::Different && text.len() >= 5 && area(text) == area(other_text) {
        return Level::Near;
    }
    level
}

fn equal(one: Word, other: Word) -> Level {
    match (one, other) {
        (0, _) | (_, 0) => Level::Missing,
        _ if one == other => Level::Same,
        _ => Level::Different,
    }
}

fn same_or_not(one: Option<&str>, other: Option<&str>) -> Level {
    match (one, other) {
        (Some(one), Some(other)) if one == other => Level::Same,
        (Some(_), Some(_)) => Level::Different,
        _ => Level::Missing,
    }
}
