//! What keeps two records from being suggested, whatever their weight.
//!
//! Two who appear in one incident in different roles share a name, an address and a phone, and are not one person:
//! to link a victim to her abuser would hand him her safe number. Twins share a birthday, fathers and sons a name.

use std::collections::BTreeMap;

use super::compare::{Agreement, Field, Level};
use super::model::Ground;
use super::person::Appearance;

/// Whether two appear together in an incident, in different roles.
///
/// Roles are compared as plain text. Where a role is missing, nothing is known, and the two may be one.
pub fn appear_in_different_roles(one: &[Appearance], other: &[Appearance]) -> bool {
    if one.is_empty() || other.is_empty() {
        return false;
    }
    let mut roles: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for appearance in one {
        let role = roles.entry(plain(&appearance.incident)).or_default();
        role.push(plain(&appearance.role));
    }
    other.iter().any(|appearance| {
        let role = plain(&appearance.role);
        let known = roles.get(&plain(&appearance.incident));
        // The same role in the same incident is the same part played: a record entered twice.
        known.is_some_and(|roles| {
            !role.is_empty() && !roles.contains(&role) && roles.iter().any(|role| !role.is_empty())
        })
    })
}

/// Whether the suffixes say that these are two: a father and his son.
pub(super) fn are_generations(agreement: &Agreement) -> bool {
    agreement[Field::Suffix as usize] == Level::Different
}

/// Whether two have all that twins share, and no given name to show that they are one.
pub fn may_be_twins(grounds: &[Ground]) -> bool {
    let level = |field: Field| {
        let ground = grounds.iter().find(|ground| ground.field == field);
        ground.map_or(Level::Missing, |ground| ground.level)
    };
    let given = matches!(
        level(Field::Given),
        Level::Different | Level::Faint | Level::Alike
    );
    let born = matches!(
        level(Field::Birth),
        Level::Same | Level::DayAndMonth | Level::Typo
    ) || matches!(level(Field::BirthYear), Level::Same | Level::Near);
    given && born && level(Field::Family) != Level::Different
}

fn plain(text: &str) -> String {
    crate::search::plain(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn appears(incident: &str, role: &str) -> Vec<Appearance> {
        vec![Appearance {
            incident: incident.to_owned(),
            role: role.to_owned(),
        }]
    }

    #[test]
    fn two_roles_in_one_incident_are_two_persons() {
        let victim = appears("26-0042", "victim");
        assert!(appear_in_different_roles(
            &victim,
            &appears("26-0042", "offender")
        ));
        for (incident, role) in [
            ("26-0042", "Victim"),
            ("26-0043", "offender"),
            ("26-0042", ""),
        ] {
            let other = appears(incident, role);
            assert!(!appear_in_different_roles(&victim, &other), "{role}");
        }
        assert!(!appear_in_different_roles(&victim, &[]));
    }
}
