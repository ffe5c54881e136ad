//! A county of made-up people, some of whom were entered twice: what the search is tuned and measured on.
//!
//! One seed, one county. It has what makes real lists hard: short forms, double surnames, day and month swapped,
//! births missing, households with one phone, twins, fathers and sons, moves and marriages. Every name is drawn
//! from lists of common ones; nobody real is meant.

use std::collections::BTreeMap;

use super::person::{Appearance, Birth, Person};
use super::{Among, Band, POSSIBLE, find};

const WOMEN: [&str; 48] = [
    "Maria",
    "Elizabeth",
    "Jennifer",
    "Linda",
    "Patricia",
    "Margaret",
    "Susan",
    "Jessica",
    "Sarah",
    "Karen",
    "Nancy",
    "Deborah",
    "Rebecca",
    "Katherine",
    "Christina",
    "Samantha",
    "Victoria",
    "Amanda",
    "Kimberly",
    "Melissa",
    "Stephanie",
    "Angela",
    "Dorothy",
    "Pamela",
    "Guadalupe",
    "Rosario",
    "Francisca",
    "Dolores",
    "Concepcion",
    "Teresa",
    "Isabel",
    "Alejandra",
    "Gabriela",
    "Leticia",
    "Mercedes",
    "Graciela",
    "Adriana",
    "Silvia",
    "Yolanda",
    "Carmen",
    "Lucia",
    "Sofia",
    "Veronica",
    "Beatriz",
    "Emily",
    "Hannah",
    "Abigail",
    "Olivia",
];
const MEN: [&str; 40] = [
    "James",
    "Robert",
    "John",
    "Michael",
    "William",
    "David",
    "Richard",
    "Joseph",
    "Thomas",
    "Charles",
    "Daniel",
    "Matthew",
    "Anthony",
    "Steven",
    "Andrew",
    "Kenneth",
    "Joshua",
    "Edward",
    "Timothy",
    "Jeffrey",
    "Francisco",
    "Jose",
    "Juan",
    "Manuel",
    "Guillermo",
    "Enrique",
    "Ignacio",
    "Roberto",
    "Eduardo",
    "Alberto",
    "Jesus",
    "Rafael",
    "Alejandro",
    "Ricardo",
    "Fernando",
    "Miguel",
    "Jacob",
    "Nathan",
    "Samuel",
    "Benjamin",
];
/// Given names and how the people who have them are called.
const CALLED: [(&str, &[&str]); 40] = [
    ("Elizabeth", &["Liz", "Beth", "Betty"]),
    ("Jennifer", &["Jen", "Jenny"]),
    ("Patricia", &["Pat", "Trish"]),
    ("Margaret", &["Maggie", "Peggy", "Meg"]),
    ("Susan", &["Sue"]),
    ("Jessica", &["Jess"]),
    ("Deborah", &["Debbie", "Deb"]),
    ("Rebecca", &["Becky"]),
    ("Katherine", &["Kate", "Kathy", "Katie"]),
    ("Christina", &["Chris", "Tina"]),
    ("Samantha", &["Sam"]),
    ("Victoria", &["Vicky", "Tori"]),
    ("Amanda", &["Mandy"]),
    ("Kimberly", &["Kim"]),
    ("Guadalupe", &["Lupe", "Lupita"]),
    ("Francisca", &["Paca"]),
    ("Dolores", &["Lola"]),
    ("Concepcion", &["Concha"]),
    ("Teresa", &["Tere"]),
    ("Isabel", &["Chabela", "Isa"]),
    ("Gabriela", &["Gabi"]),
    ("James", &["Jim", "Jimmy"]),
    ("Robert", &["Bob", "Rob", "Bobby"]),
    ("John", &["Jack", "Johnny"]),
    ("Michael", &["Mike"]),
    ("William", &["Bill", "Will"]),
    ("David", &["Dave"]),
    ("Richard", &["Rick", "Dick"]),
    ("Joseph", &["Joe"]),
    ("Thomas", &["Tom"]),
    ("Charles", &["Charlie", "Chuck"]),
    ("Daniel", &["Dan"]),
    ("Anthony", &["Tony"]),
    ("Edward", &["Ed", "Ted"]),
    ("Francisco", &["Paco", "Pancho"]),
    ("Jose", &["Pepe"]),
    ("Guillermo", &["Memo"]),
    ("Enrique", &["Quique"]),
    ("Ignacio", &["Nacho"]),
    ("Roberto", &["Beto"]),
];
const ENGLISH: [&str; 56] = [
    "Smith",
    "Johnson",
    "Williams",
    "Brown",
    "Jones",
    "Miller",
    "Davis",
    "Wilson",
    "Anderson",
    "Taylor",
    "Thomas",
    "Moore",
    "Martin",
    "Jackson",
    "Thompson",
    "White",
    "Harris",
    "Clark",
    "Lewis",
    "Robinson",
    "Walker",
    "Young",
    "Allen",
    "King",
    "Wright",
    "Scott",
    "Hill",
    "Green",
    "Adams",
    "Baker",
    "Nelson",
    "Carter",
    "Mitchell",
    "Roberts",
    "Turner",
    "Phillips",
    "Campbell",
    "Parker",
    "Evans",
    "Edwards",
    "Collins",
    "Stewart",
    "Morris",
    "Rogers",
    "Reed",
    "Cook",
    "Morgan",
    "Bell",
    "Murphy",
    "Bailey",
    "O'Brien",
    "McAllister",
    "Vanderhoek",
    "Lindqvist",
    "Kowalski",
    "Abernathy",
];
const SPANISH: [&str; 32] = [
    "Garcia",
    "Rodriguez",
    "Martinez",
    "Hernandez",
    "Lopez",
    "Gonzalez",
    "Perez",
    "Sanchez",
    "Ramirez",
    "Torres",
    "Flores",
    "Rivera",
    "Gomez",
    "Diaz",
    "Reyes",
    "Morales",
    "Cruz",
    "Ortiz",
    "Gutierrez",
    "Chavez",
    "Ramos",
    "Mendoza",
    "Ruiz",
    "Alvarez",
    "Castillo",
    "Jimenez",
    "Vasquez",
    "Romero",
    "Herrera",
    "Medina",
    "Aguilar",
    "de la Cruz",
];
const STREETS: [&str; 30] = [
    "Main Street",
    "Oak Street",
    "Elm Street",
    "Maple Avenue",
    "Cedar Lane",
    "Pine Road",
    "Church Street",
    "Mill Road",
    "River Road",
    "County Road 12",
    "County Road 7",
    "Highway 16",
    "Ranch Road",
    "School Street",
    "Park Avenue",
    "Lake Drive",
    "Hill Street",
    "Depot Street",
    "Railroad Avenue",
    "Walnut Street",
    "Prairie Lane",
    "Sunset Drive",
    "Creek Road",
    "First Street",
    "Second Street",
    "Third Street",
    "Juniper Court",
    "Mesquite Lane",
    "Willow Way",
    "Quarry Road",
];
const ZONES: [(&str, &str); 8] = [
    ("Elm Creek", "79501"),
    ("Oak Flat", "79502"),
    ("Ash Bend", "79503"),
    ("Cedar Gap", "79511"),
    ("Rivertown", "79520"),
    ("Dry Fork", "79531"),
    ("Twin Buttes", "79540"),
    ("Mill Hollow", "79545"),
];

/// A made-up county's records, and who each of them really is.
pub struct County {
    /// The records.
    pub persons: Vec<Person>,
    /// For each record, the number of the person it is about.
    pub truth: Vec<u32>,
}

/// How well pairs were found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// Of the pairs found, the share that is right.
    pub precision: f64,
    /// Of the pairs there are, the share that was found.
    pub recall: f64,
    /// Pairs found.
    pub found: usize,
    /// Pairs found that are wrong.
    pub wrong: usize,
}

impl Score {
    /// The harmonic mean of precision and recall.
    pub fn f1(&self) -> f64 {
        2.0 * self.precision * self.recall / (self.precision + self.recall)
    }

    /// Scores pairs of places against who the records are about.
    pub fn of<T: PartialEq>(
        pairs: impl IntoIterator<Item = (usize, usize)>,
        truth: &[T],
        there_are: usize,
    ) -> Score {
        let (mut found, mut right) = (0usize, 0usize);
        for (one, other) in pairs {
            found += 1;
            right += usize::from(truth[one] == truth[other]);
        }
        Score {
            precision: right as f64 / found.max(1) as f64,
            recall: right as f64 / there_are.max(1) as f64,
            found,
            wrong: found - right,
        }
    }
}

/// The three ways side by side: the exact rule, ours in the probable band, ours with all that is possible.
pub struct Scores {
    /// Same name, same date of birth, letter by letter: what most programs do.
    pub exact: Score,
    /// Ours, `probable` alone.
    pub probable: Score,
    /// Ours, everything suggested.
    pub all: Score,
}

impl County {
    /// Makes a county of about so many records.
    pub fn new(records: usize, seed: u64) -> County {
        let mut making = Making {
            chance: Chance(seed ^ 0x5bd1_e995),
            persons: Vec::new(),
            truth: Vec::new(),
            people: 0,
        };
        // One in nine people was entered again, so this comes out at about the number asked for.
        while making.persons.len() < records {
            making.household();
        }
        let mut county = County {
            persons: making.persons,
            truth: making.truth,
        };
        for (number, person) in county.persons.iter_mut().enumerate() {
            person.id = format!("G{number:05}");
        }
        county
    }

    /// How many pairs of records are one person's.
    pub fn pairs(&self) -> usize {
        let mut records: BTreeMap<u32, usize> = BTreeMap::new();
        for person in &self.truth {
            *records.entry(*person).or_default() += 1;
        }
        records.values().map(|count| count * (count - 1) / 2).sum()
    }

    /// Finds pairs in three ways and scores them.
    pub fn scores(&self) -> Scores {
        let found = find(&self.persons, Among::All, POSSIBLE);
        let places = |pairs: &[super::Pair], probable_only: bool| -> Vec<(usize, usize)> {
            let wanted = pairs
                .iter()
                .filter(|pair| !probable_only || pair.band == Band::Probable);
            wanted.map(|pair| (pair.one, pair.other)).collect()
        };
        let there_are = self.pairs();
        Scores {
            exact: Score::of(self.exact(), &self.truth, there_are),
            probable: Score::of(places(&found.pairs, true), &self.truth, there_are),
            all: Score::of(places(&found.pairs, false), &self.truth, there_are),
        }
    }

    /// Pairs with the same name and the same whole date of birth.
    fn exact(&self) -> Vec<(usize, usize)> {
        let mut same: BTreeMap<(String, String, [u8; 8]), Vec<usize>> = BTreeMap::new();
        for (place, person) in self.persons.iter().enumerate() {
            if let Some(digits) = person.birth.digits() {
                let names = (person.given.to_lowercase(), person.family.to_lowercase());
                same.entry((names.0, names.1, digits))
                    .or_default()
                    .push(place);
            }
        }
        let mut pairs = Vec::new();
        for group in same.into_values() {
            for (at, one) in group.iter().enumerate() {
                pairs.extend(group[at + 1..].iter().map(|other| (*one, *other)));
            }
        }
        pairs
    }
}

struct Making {
    chance: Chance,
    persons: Vec<Person>,
    truth: Vec<u32>,
    people: u32,
}

impl Making {
    /// One household: a person alone, a couple, a parent and children, twins, a father and his son.
    fn household(&mut self) {
        let home = self.home();
        let spanish = self.chance.one_in(3);
        let family = self.family_name(spanish);
        let first = self.person(&home, &family, spanish);
        match self.chance.below(100) {
            0..=49 => {
                self.enter(first, &family);
            }
            // Two who live together, with one name or with two.
            50..=71 => {
                let own_name = self.family_name(spanish);
                let second_name = if self.chance.one_in(2) {
                    &family
                } else {
                    &own_name
                };
                let mut second = self.person(&home, second_name, spanish);
                let mut first = first;
                if self.chance.one_in(4) {
                    let incident = format!("26-{:04}", self.people);
                    appear(&mut first, &incident, "victim");
                    appear(&mut second, &incident, "offender");
                }
                self.enter(first, &family);
                self.enter(second, second_name);
            }
            // A parent and one or two children.
            72..=91 => {
                self.enter(first, &family);
                for _ in 0..=self.chance.below(2) {
                    let mut child = self.person(&home, &family, spanish);
                    child.birth = self.birth(1996, 2020);
                    self.enter(child, &family);
                }
            }
            92..=96 => {
                let mut twin = self.person(&home, &family, spanish);
                while twin.given == first.given {
                    twin = self.person(&home, &family, spanish);
                }
                twin.birth = first.birth;
                self.enter(first, &family);
                self.enter(twin, &family);
            }
            _ => {
                let mut son = self.person(&home, &family, spanish);
                son.given.clone_from(&first.given);
                son.sex.clone_from(&first.sex);
                son.birth = self.birth(1990, 2008);
                let mut father = first;
                father.birth = self.birth(1950, 1975);
                if self.chance.one_in(2) {
                    "Jr".clone_into(&mut son.suffix);
                    "Sr".clone_into(&mut father.suffix);
                }
                self.enter(father, &family);
                self.enter(son, &family);
            }
        }
    }

    /// Enters a person, and for one in nine enters the person again, as another deputy would have.
    fn enter(&mut self, person: Person, family: &str) {
        let number = self.people;
        self.people += 1;
        let mut copies = u64::from(self.chance.one_in(9));
        copies += u64::from(copies == 1 && self.chance.one_in(5));
        for _ in 0..copies {
            let again = self.entered_again(&person, family);
            self.persons.push(again);
            self.truth.push(number);
        }
        let first = self.as_first_entered(person);
        self.persons.push(first);
        self.truth.push(number);
    }

    fn as_first_entered(&mut self, mut person: Person) -> Person {
        if self.chance.percent(12) {
            person.birth = Birth::default();
        } else if self.chance.percent(10) {
            person.birth.day = None;
        }
        if self.chance.percent(20) {
            person.phones.clear();
        }
        if self.chance.percent(30) {
            person.number.clear();
            person.street.clear();
        }
        person
    }

    fn entered_again(&mut self, person: &Person, family: &str) -> Person {
        let mut again = self.as_first_entered(person.clone());
        match self.chance.below(100) {
            0..=24 => again.given = self.called(&again.given),
            25..=32 => again.given = self.mistyped(&again.given),
            33..=36 => again.given = again.given.chars().take(1).collect(),
            37 => again.given = self.given_name(again.sex == "female"),
            38..=39 => std::mem::swap(&mut again.given, &mut again.family),
            _ => {}
        }
        let halves: Vec<&str> = family.split(['-', ' ']).collect();
        let double = halves.len() == 2 && !family.starts_with("de ");
        match self.chance.below(100) {
            0..=34 if double => again.family = halves[0].to_owned(),
            35..=44 if double => again.family = halves[1].to_owned(),
            45..=54 if double => again.family = format!("{} {}", halves[1], halves[0]),
            55..=64 if double => again.family = format!("{}-{}", halves[0], halves[1]),
            65..=76 => again.family = self.mistyped(&again.family),
            77..=80 if again.sex == "female" => {
                let spanish = self.chance.one_in(3);
                again.family = self.family_name(spanish);
            }
            _ => {}
        }
        if let (Some(year), Some((month, day))) = (again.birth.year, again.birth.day) {
            match self.chance.below(100) {
                0..=6 if day <= 12 => again.birth.day = Some((day, month)),
                7..=11 => again.birth.day = Some((month, (day + 9) % 28 + 1)),
                12..=14 => again.birth.year = Some(year + 1),
                15..=16 => again.birth.year = Some(year - 10),
                _ => {}
            }
        }
        if self.chance.percent(25) {
            again.phones = vec![self.phone()];
        }
        if self.chance.percent(25) {
            let new = self.home();
            (again.number, again.street) = (new.number, new.street);
            (again.zone, again.postcode) = (new.zone, new.postcode);
        } else if !again.street.is_empty() && self.chance.percent(15) {
            again.street = self.mistyped(&again.street);
        }
        if self.chance.percent(15) {
            again.zone.clear();
            again.postcode.clear();
        }
        if again.sex == "female" && self.chance.percent(2) {
            again.sex.clear();
        }
        again
    }

    fn person(&mut self, home: &Person, family: &str, spanish: bool) -> Person {
        let woman = self.chance.percent(65);
        let mut person = home.clone();
        person.given = self.given_name(woman);
        if spanish && self.chance.one_in(6) {
            person.given = format!("{} {}", person.given, self.given_name(woman));
        }
        if self.chance.one_in(3) {
            person.middle = char::from(b'A' + self.chance.small(26)).to_string();
        }
        person.family = family.to_owned();
        person.sex = if woman { "female" } else { "male" }.to_owned();
        person.birth = self.birth(1940, 2008);
        if person.phones.is_empty() || self.chance.one_in(2) {
            person.phones = vec![self.phone()];
        }
        person
    }

    fn home(&mut self) -> Person {
        let (zone, postcode) = *self.chance.of(&ZONES);
        Person {
            number: (self.chance.below(900) + 1).to_string(),
            street: (*self.chance.of(&STREETS)).to_owned(),
            zone: zone.to_owned(),
            postcode: postcode.to_owned(),
            phones: vec![self.phone()],
            ..Person::default()
        }
    }

    fn phone(&mut self) -> String {
        format!(
            "555-{:03}-{:04}",
            self.chance.below(1000),
            self.chance.below(10_000)
        )
    }

    fn birth(&mut self, from: u16, to: u16) -> Birth {
        let years = u64::from(to - from);
        let year = from + u16::try_from(self.chance.below(years)).unwrap_or(0);
        Birth {
            year: Some(year),
            day: Some((self.chance.small(12) + 1, self.chance.small(28) + 1)),
        }
    }

    /// Common names are common: the list is drawn from its head more often than from its tail.
    fn given_name(&mut self, woman: bool) -> String {
        let names: &[&str] = if woman { &WOMEN } else { &MEN };
        (*self.chance.of_head(names)).to_owned()
    }

    fn family_name(&mut self, spanish: bool) -> String {
        if !spanish {
            let name = *self.chance.of_head(&ENGLISH);
            if self.chance.percent(5) {
                return format!("{name}-{}", self.chance.of_head(&ENGLISH));
            }
            return name.to_owned();
        }
        let first = *self.chance.of_head(&SPANISH);
        if self.chance.percent(55) {
            format!("{first} {}", self.chance.of_head(&SPANISH[..31]))
        } else {
            first.to_owned()
        }
    }

    fn called(&mut self, given: &str) -> String {
        let known = CALLED.iter().find(|(name, _)| *name == given);
        known.map_or_else(
            || given.to_owned(),
            |(_, forms)| (*self.chance.of(forms)).to_owned(),
        )
    }

    /// One letter left out, doubled, changed, or in its neighbor's place.
    fn mistyped(&mut self, text: &str) -> String {
        let mut letters: Vec<char> = text.chars().collect();
        if letters.len() < 3 {
            return text.to_owned();
        }
        let place = 1 + usize::from(
            self.chance
                .small(u8::try_from(letters.len() - 2).unwrap_or(1)),
        );
        match self.chance.below(4) {
            0 => {
                letters.remove(place);
            }
            1 => letters.insert(place, letters[place]),
            2 => letters[place] = char::from(b'a' + self.chance.small(26)),
            _ => letters.swap(place, place + 1),
        }
        letters.into_iter().collect()
    }
}

fn appear(person: &mut Person, incident: &str, role: &str) {
    person.appears.push(Appearance {
        incident: incident.to_owned(),
        role: role.to_owned(),
    });
}

/// SplitMix64 from a seed.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    fn small(&mut self, end: u8) -> u8 {
        u8::try_from(self.below(end.into())).unwrap_or(0)
    }

    fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    fn one_in(&mut self, number: u64) -> bool {
        self.below(number) == 0
    }

    fn of<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[usize::try_from(self.below(items.len() as u64)).unwrap_or(0)]
    }

    fn of_head<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        let (one, other) = (
            self.below(items.len() as u64),
            self.below(items.len() as u64),
        );
        &items[usize::try_from(one.min(other)).unwrap_or(0)]
    }
}
