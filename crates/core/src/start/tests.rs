use super::*;
use crate::outside::testing::outside;
use crate::testing::{PASSPHRASE, World};

fn office(language: &str, name: &str) -> NewOffice {
    NewOffice {
        office_name: name.to_owned(),
        place_name: "County desk".to_owned(),
        person_name: "Pat Coordinator".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
        language: language.to_owned(),
    }
}

#[test]
fn an_office_that_cannot_be_begun_leaves_nothing_and_can_be_made_again() {
    let world = World::new();
    let folder = world.path("Rivertown");
    let refused = create_office(
        &folder,
        &office("xx", "Rivertown"),
        outside(&world.clock, 1),
    );
    assert!(matches!(
        refused.err(),
        Some(Error::UnknownCode { field: "language" })
    ));
    assert!(!folder.exists());
    create_office(
        &folder,
        &office("es", "Rivertown"),
        outside(&world.clock, 1),
    )
    .unwrap();
    assert_eq!(preferences(&folder).language, "es");
}

#[test]
fn what_was_chosen_for_the_screens_is_kept_and_older_files_have_the_usual_size() {
    let world = World::new();
    let folder = world.path("Rivertown");
    fs::create_dir(&folder).unwrap();
    fs::write(
        folder.join("preferences.json"),
        r#"{"language":"es","theme":"night"}"#,
    )
    .unwrap();
    let older = preferences(&folder);
    assert_eq!((older.theme.as_str(), older.zoom), ("night", 100));
    assert!(older.single_keys);
    for zoom in [80, 200] {
        let larger = Preferences {
            zoom,
            single_keys: false,
            ..older.clone()
        };
        set_preferences(&folder, &larger).unwrap();
        assert_eq!(preferences(&folder), larger);
    }
    for theme in ["day", "night", "contrast", "system"] {
        let theme = theme.to_owned();
        let chosen = Preferences {
            theme,
            ..older.clone()
        };
        set_preferences(&folder, &chosen).unwrap();
        assert_eq!(preferences(&folder), chosen);
    }
    let theme = "pink".to_owned();
    let pink = Preferences {
        theme,
        ..older.clone()
    };
    let refused = set_preferences(&folder, &pink);
    assert!(matches!(
        refused,
        Err(Error::UnknownCode { field: "theme" })
    ));
    for zoom in [79, 201] {
        let refused = set_preferences(
            &folder,
            &Preferences {
                zoom,
                ..older.clone()
            },
        );
        assert!(matches!(refused, Err(Error::UnknownCode { field: "zoom" })));
    }
}

#[test]
fn a_laptop_whose_request_cannot_be_written_leaves_nothing() {
    let world = World::new();
    let folder = world.path("Laptop 07");
    let stick = world.stick("stick");
    let form = NewLaptop {
        laptop_name: "Laptop 07".to_owned(),
        person_name: "Dana Deputy".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
        language: "xx".to_owned(),
        folder: stick.display().to_string(),
    };
    assert!(create_laptop(&folder, &form, outside(&world.clock, 1)).is_err());
    assert!(!folder.exists());
    assert_eq!(fs::read_dir(&stick).unwrap().count(), 0);
}

#[test]
fn a_name_that_no_roster_can_carry_is_refused_by_its_field() {
    let world = World::new();
    let folder = world.path("Rivertown");
    let form = office("en", &"x".repeat(201));
    let refused = create_office(&folder, &form, outside(&world.clock, 1));
    assert!(matches!(
        refused.err(),
        Some(Error::InvalidInput {
            field: "office_name"
        })
    ));
    let refused = create_office(&folder, &office("en", "  "), outside(&world.clock, 1));
    assert!(matches!(refused.err(), Some(Error::NameRequired)));
    assert!(!folder.exists());
}
