//! A person entered again, as another deputy would have: called otherwise, mistyped, moved, married.

use super::households::Making;
use super::names::CALLED;
use crate::duplicates::person::Person;

impl Making {
    pub(super) fn entered_again(&mut self, person: &Person, family: &str) -> Person {
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
