//! What the packages of each system are made from, read as Tauri reads it when it makes them.

use std::path::Path;

use tauri::utils::config::parse::read_from;
use tauri::utils::config::{
    BundleTarget, BundleType, Config, NSISInstallerMode, WebviewInstallMode,
};
use tauri::utils::platform::Target;

const HERE: &str = env!("CARGO_MANIFEST_DIR");

/// The configuration of a system; an unknown word in it is refused.
fn config(target: Target) -> Config {
    let (read, _) = read_from(target, Path::new(HERE)).unwrap();
    serde_json::from_value(read).unwrap()
}

fn is_there(path: &str) -> bool {
    Path::new(HERE).join(path).is_file()
}

#[test]
fn every_system_has_a_package_and_its_icons_and_licence_are_there() {
    for (target, kinds) in [
        (Target::Linux, vec![BundleType::Deb]),
        (Target::Windows, vec![BundleType::Nsis]),
        (Target::MacOS, vec![BundleType::App, BundleType::Dmg]),
    ] {
        let Config { bundle, app, .. } = config(target);
        assert_eq!(bundle.targets, BundleTarget::List(kinds));
        assert!(
            bundle.icon.iter().all(|icon| is_there(icon)),
            "{:?}",
            bundle.icon
        );
        let licence = bundle.license_file.unwrap_or("../LICENSE".into());
        assert!(is_there(licence.to_str().unwrap()));
        // A system's own file takes nothing away from the doors that are closed everywhere.
        assert!(app.security.freeze_prototype);
        let closed = app.security.csp.unwrap().to_string();
        assert!(closed.contains("default-src 'none'"), "{closed}");
    }
}

/// What is made while the package is: `scripts/notices.mjs` writes where the package takes it from.
#[test]
fn the_debian_package_carries_the_notices_that_are_made_before_it_is_bundled() {
    let Config { build, bundle, .. } = config(Target::Linux);
    let files = bundle.linux.deb.files;
    let notices = &files[Path::new("/usr/share/doc/countyline/third-party-notices.txt")];
    let written = notices.strip_prefix("..").unwrap().to_str().unwrap();
    let before = format!("{:?}", build.before_bundle_command.unwrap());
    assert!(
        before.contains(&format!("node scripts/notices.mjs {written}")),
        "{before}"
    );
    assert!(is_there("../scripts/notices.mjs"));
}

#[test]
fn windows_is_installed_by_who_works_there_without_a_network() {
    let windows = config(Target::Windows).bundle.windows;
    assert!(matches!(
        windows.webview_install_mode,
        WebviewInstallMode::OfflineInstaller { .. }
    ));
    let installer = windows.nsis.unwrap();
    assert_eq!(installer.install_mode, NSISInstallerMode::CurrentUser);
    let languages = installer.languages.unwrap();
    assert_eq!(languages, ["English", "Spanish"]);
    assert!(
        !windows.allow_downgrades,
        "an older program opens no newer file"
    );
}

#[test]
fn a_mac_allows_the_program_nothing_more_than_any_program() {
    let mac = config(Target::MacOS).bundle.macos;
    assert!(mac.hardened_runtime);
    assert_eq!(mac.entitlements, None);
    assert_eq!(mac.exception_domain, None);
    assert!(is_there(mac.info_plist.unwrap().to_str().unwrap()));
    assert!(mac.minimum_system_version.is_some());
}
