//! Every paper an office prints, in every language, beside the one that somebody looked at and approved.
//!
//! What a paper says is compared as text (poppler's `pdftotext`), how it looks as grey pixels, of which a few may
//! differ: another version of poppler draws edges otherwise. The office is made up and the same each time, and so are the
//! keys on its recovery sheets.
//!
//! A few papers are in a language that the office added by files: a sample of one that is written from right to left
//! (`tests/languages/ar`), in letters of Debian's fonts.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use countyline_core::agreements::{self, AgreementForm};
use countyline_core::casefile::CaseFile;
use countyline_core::letters::{self, Fonts, LetterRequest};
use countyline_core::paper_kinds::{self, PaperRequest};
use countyline_core::partners::{self, PartnerForm};
use countyline_core::policy::{self, PolicyForm};
use countyline_core::recovery::{self, OnPaper};
use countyline_core::referrals::{self, ReferralForm, ReferralView};
use countyline_core::releases::{self, ReleaseDetails, ReleaseForm};
use countyline_core::testing::{PASSPHRASE, World, partner, victim};
use countyline_core::victims;
use countyline_core::words::LANGUAGES;

use crate::grey;

/// Dots an inch of the approved pictures: a letter of the text is five dots high.
const DOTS_PER_INCH: &str = "36";
/// A dot counts as different from this difference of grey on, of 255.
const DIFFERENT_FROM: u8 = 96;
/// So many of ten thousand dots may differ.
const MAY_DIFFER: usize = 40;

/// How letters are printed beside the usual: what their names end with, the page, and whether in large print, which is in
/// high contrast.
const PRINTS: [(&str, &str, bool); 2] = [("a4", "a4", false), ("large", "us_letter", true)];
const FORMS: [&str; 5] = ["full", "plain", "discreet", "pocket_card", "agency"];
/// Papers that are no letters and go through the hands of victims: they are approved in each of these prints, too.
const FOR_HER: [&str; 5] = [
    "resource_list",
    "release_form",
    "rights_notice",
    "danger_signs",
    "safe_contact_card",
];

/// The sample language that is written from right to left, its folder, and a font for it.
const FROM_THE_RIGHT: &str = "ar";
const ITS_FILES: [&str; 2] = ["papers.ftl", "deny.txt"];
const ITS_FONTS: [&str; 2] = ["NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"];

/// Where the approved papers are.
pub fn approved() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("papers")
}

/// Makes every paper into a folder; their files by name, such as `es-letter-discreet`.
pub fn make(folder: &Path) -> BTreeMap<String, PathBuf> {
    let world = World::new();
    let mut office = Office::new(&world);
    let fonts = Fonts::load(&own_fonts()).expect("the fonts");
    let mut made = BTreeMap::new();
    make_recovery_sheets(&mut made, folder, &fonts);
    for language in LANGUAGES {
        for form in FORMS {
            let request = office.letter(form, language);
            let saved = letters::save(&mut office.county, &request, &fonts, folder);
            let saved = saved.unwrap_or_else(|refused| panic!("{language} {form}: {refused}"));
            keep(&mut made, format!("{language}-letter-{form}"), &saved.path);
        }
        for kind in paper_kinds::kinds() {
            // One is for anybody: what it says is the same for somebody.
            let about = match kind.code.as_str() {
                "resource_list" => None,
                _ => office.about(&kind.about),
            };
            let is_about_something = about.is_some();
            let mut wanted = vec![(kind.code.clone(), about)];
            if kind.may_be_blank && is_about_something {
                wanted.push((format!("{}-blank", kind.code), None));
            }
            for (name, about_id) in wanted {
                let request = paper(&kind.code, about_id, language);
                let place = office.place_of(&kind.code);
                let saved = paper_kinds::save(place, &request, &fonts, folder);
                let saved = saved.unwrap_or_else(|refused| panic!("{language} {name}: {refused}"));
                keep(&mut made, format!("{language}-{name}"), &saved.path);
            }
        }
        let goes_with_her = PaperRequest {
            goes_with_her: true,
            safe_to_carry: "yes".to_owned(),
            ..paper("resource_list", None, language)
        };
        let saved = paper_kinds::save(&mut office.county, &goes_with_her, &fonts, folder);
        let saved = saved.expect("a list that goes with her");
        keep(
            &mut made,
            format!("{language}-resource_list-carried"),
            &saved.path,
        );
    }
    // Last: a letter to an agency is in the account of what was told, which is one of the papers.
    for language in LANGUAGES {
        for (print, page, large_print) in PRINTS {
            for form in FORMS {
                let request = LetterRequest {
                    page: page.to_owned(),
                    large_print,
                    ..office.letter(form, language)
                };
                let saved = letters::save(&mut office.county, &request, &fonts, folder);
                let saved = saved.unwrap_or_else(|refused| panic!("{language} {form}: {refused}"));
                let name = format!("{language}-letter-{form}-{print}");
                keep(&mut made, name, &saved.path);
            }
            for kind in FOR_HER {
                let request = PaperRequest {
                    page: page.to_owned(),
                    large_print,
                    ..office.paper(kind, language)
                };
                let saved = paper_kinds::save(&mut office.county, &request, &fonts, folder);
                let saved = saved.unwrap_or_else(|refused| panic!("{language} {kind}: {refused}"));
                keep(&mut made, format!("{language}-{kind}-{print}"), &saved.path);
            }
        }
    }
    make_from_the_right(&mut made, &mut office, folder);
    made
}

/// The sheets of a county of their own, whose random bytes are the same each time.
fn make_recovery_sheets(made: &mut BTreeMap<String, PathBuf>, folder: &Path, fonts: &Fonts) {
    let world = World::new();
    let mut county = world.county("Rivertown");
    for language in LANGUAGES {
        for page in ["us_letter", "a4"] {
            let files = [1, 2, 3].map(|number| folder.join(format!("sheet-{number}.pdf")));
            let asked = OnPaper {
                language,
                page,
                fonts,
            };
            let to = [&*files[0], &*files[1], &*files[2]];
            recovery::make_on_paper(&mut county, PASSPHRASE, to, &asked).expect("recovery sheets");
            let [first, second, third] = files;
            let (sheet, name, others) = match page {
                "a4" => (
                    second,
                    format!("{language}-recovery_sheet-a4"),
                    [first, third],
                ),
                _ => (first, format!("{language}-recovery_sheet"), [second, third]),
            };
            keep(made, name, &sheet.display().to_string());
            for other in others {
                fs::remove_file(other).expect("a sheet can be removed");
            }
        }
    }
}

/// Her papers in a language that the office added by files.
fn make_from_the_right(made: &mut BTreeMap<String, PathBuf>, office: &mut Office, folder: &Path) {
    let tag = FROM_THE_RIGHT;
    let packs = add_language(office.county.folder());
    let fonts = Fonts::load_with_packs(&own_fonts(), &packs).expect("the fonts of a pack");
    for form in FORMS {
        let request = office.letter(form, tag);
        let saved = letters::save(&mut office.county, &request, &fonts, folder);
        let saved = saved.unwrap_or_else(|refused| panic!("{tag} {form}: {refused}"));
        keep(made, format!("{tag}-letter-{form}"), &saved.path);
    }
    for kind in FOR_HER.into_iter().filter(|kind| *kind != "rights_notice") {
        let request = office.paper(kind, tag);
        let saved = paper_kinds::save(&mut office.county, &request, &fonts, folder);
        let saved = saved.unwrap_or_else(|refused| panic!("{tag} {kind}: {refused}"));
        keep(made, format!("{tag}-{kind}"), &saved.path);
    }
    let blank = paper("release_form", None, tag);
    let saved = paper_kinds::save(&mut office.county, &blank, &fonts, folder);
    let saved = saved.expect("a blank form");
    keep(made, format!("{tag}-release_form-blank"), &saved.path);
}

/// Puts the sample language into the folder of an office, as a county does; the folder of its fonts.
pub fn add_language(office: &Path) -> PathBuf {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("languages");
    let sample = sample.join(FROM_THE_RIGHT);
    let language = office.join("languages").join(FROM_THE_RIGHT);
    fs::create_dir_all(&language).expect("a folder can be made");
    for name in ITS_FILES {
        fs::copy(sample.join(name), language.join(name)).expect("the files of a language");
    }
    let packs = letters::font_packs(office);
    fs::create_dir_all(&packs).expect("a folder can be made");
    for name in ITS_FONTS {
        let font = Path::new("/usr/share/fonts/truetype/noto").join(name);
        fs::copy(font, packs.join(name)).expect("scripts/setup.sh installs fonts-noto-core");
    }
    packs
}

fn own_fonts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/fonts")
}

/// Gives a paper's file a name of its own: papers of a kind share one in both languages.
fn keep(made: &mut BTreeMap<String, PathBuf>, name: String, path: &str) {
    let own = Path::new(path).with_file_name(format!("{name}.pdf"));
    fs::rename(path, &own).expect("a paper can be renamed");
    made.insert(name, own);
}

/// What is different between papers that were made and those that were approved, in words; nothing if they are the
/// same.
pub fn differences(made: &BTreeMap<String, PathBuf>, approved: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for (name, pdf) in made {
        let said = fs::read_to_string(approved.join(format!("{name}.txt"))).unwrap_or_default();
        if said != text(pdf) {
            found.push(format!("{name} says something else"));
        }
        let looked = grey::read(&approved.join(format!("{name}.grey")));
        let share = grey::share_that_differs(&looked, &dots(pdf), DIFFERENT_FROM);
        if share > MAY_DIFFER {
            found.push(format!("{name} looks different: {share} of 10000 dots"));
        }
    }
    for name in names(approved) {
        if !made.contains_key(&name) {
            found.push(format!("{name} is not made any more"));
        }
    }
    found
}

/// Keeps papers as approved.
pub fn approve(made: &BTreeMap<String, PathBuf>, approved: &Path) {
    if approved.exists() {
        fs::remove_dir_all(approved).expect("the approved papers can be replaced");
    }
    fs::create_dir_all(approved).expect("a folder can be made");
    for (name, pdf) in made {
        fs::write(approved.join(format!("{name}.txt")), text(pdf))
            .expect("an approved paper can be written");
        grey::write(&approved.join(format!("{name}.grey")), &dots(pdf));
    }
}

/// What a paper says, laid out as on the page.
pub fn text(pdf: &Path) -> String {
    let told = run(
        "pdftotext",
        &["-layout".as_ref(), pdf.as_os_str(), "-".as_ref()],
    );
    String::from_utf8(told).expect("poppler writes UTF-8")
}

/// Its pages as grey dots, one behind the other, each with its size before it (PGM).
fn dots(pdf: &Path) -> Vec<u8> {
    let resolution = ["-gray", "-r", DOTS_PER_INCH].map(AsRef::as_ref);
    run("pdftoppm", &[&resolution[..], &[pdf.as_os_str()]].concat())
}

fn run(program: &str, arguments: &[&std::ffi::OsStr]) -> Vec<u8> {
    let answer = Command::new(program).args(arguments).output();
    let answer = answer.unwrap_or_else(|_| panic!("{program} is missing: install poppler-utils"));
    assert!(answer.status.success(), "{program} cannot read a paper");
    answer.stdout
}

fn names(approved: &Path) -> Vec<String> {
    let entries = fs::read_dir(approved).into_iter().flatten().flatten();
    let files = entries.map(|entry| entry.path());
    files
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect()
}

/// A county with a laptop, a victim, three agencies, a release and an agreement.
struct Office {
    county: CaseFile,
    laptop: CaseFile,
    victim: String,
    referrals: Vec<String>,
    to_legal_aid: String,
    release: String,
    agreement: String,
}

impl Office {
    fn new(world: &World) -> Office {
        let mut county = world.county("Rivertown");
        let laptop = world.joined_laptop(&mut county, "Laptop 07", "Dana Deputy");
        let victim = victims::create(&mut county, &victim("María", "Examplar"))
            .expect("a victim")
            .id;
        let partner_ids: Vec<String> = agencies()
            .iter()
            .map(|agency| partners::create(&mut county, agency).expect("an agency").id)
            .collect();
        let release = releases::sign(&mut county, &release(&victim, &partner_ids[0]));
        let release = release.expect("a release").id;
        let referral = ReferralForm {
            victim_id: victim.clone(),
            partner_ids: partner_ids.clone(),
            need: "legal".to_owned(),
            kind: "cold_info".to_owned(),
            release_id: None,
        };
        let referred = referrals::refer_victim(&mut county, &referral).expect("a referral");
        let first = |referral: &&ReferralView| referral.partner_id == partner_ids[0];
        let to_legal_aid = referred.iter().find(first).expect("a referral").id.clone();
        let phone = PolicyForm {
            verify_after_days: 30,
            state_pack: "sample".to_owned(),
            identity_months: None,
            statistics_months: None,
            call_back_phone: Some("555-0170".to_owned()),
        };
        policy::set(&mut county, &phone, "").expect("the office’s phone");
        let agreement = AgreementForm {
            title: "Working together".to_owned(),
            party_ids: vec![partner_ids[0].clone()],
            scope: "The sheriff’s office gives the number. Legal Aid answers within two days."
                .to_owned(),
            confidentiality_terms: "Each keeps its own records.".to_owned(),
            signed_on: Some("2026-01-15".to_owned()),
            review_on: "2027-01-15".to_owned(),
            ended_on: None,
        };
        let agreement = agreements::create(&mut county, &agreement)
            .expect("an agreement")
            .id;
        Office {
            laptop,
            victim,
            to_legal_aid,
            referrals: referred.into_iter().map(|referral| referral.id).collect(),
            release,
            agreement,
            county,
        }
    }

    fn letter(&self, form: &str, language: &str) -> LetterRequest {
        let is_for_agency = form == "agency";
        let referral_ids = match is_for_agency {
            true => vec![self.to_legal_aid.clone()],
            false => self.referrals.clone(),
        };
        LetterRequest {
            victim_id: self.victim.clone(),
            referral_ids,
            form: form.to_owned(),
            language: language.to_owned(),
            page: "us_letter".to_owned(),
            large_print: false,
            both_sides: false,
            safe_to_carry: "yes".to_owned(),
            release_id: is_for_agency.then(|| self.release.clone()),
            exclusions_read: true,
            held: false,
        }
    }

    /// A kind of paper, of her where it is of somebody.
    fn paper(&self, kind: &str, language: &str) -> PaperRequest {
        let about = match kind {
            "release_form" => Some(self.release.clone()),
            "safe_contact_card" => Some(self.victim.clone()),
            _ => None,
        };
        paper(kind, about, language)
    }

    /// Where a kind of paper is made: a laptop has six words of its own.
    fn place_of(&mut self, kind: &str) -> &mut CaseFile {
        match kind {
            "six_words" => &mut self.laptop,
            _ => &mut self.county,
        }
    }

    fn about(&self, subject: &str) -> Option<String> {
        match subject {
            "victim" => Some(self.victim.clone()),
            "release" => Some(self.release.clone()),
            "agreement" => Some(self.agreement.clone()),
            _ => None,
        }
    }
}

fn paper(kind: &str, about_id: Option<String>, language: &str) -> PaperRequest {
    PaperRequest {
        kind: kind.to_owned(),
        about_id,
        needs: Vec::new(),
        language: language.to_owned(),
        page: "us_letter".to_owned(),
        large_print: false,
        both_sides: false,
        goes_with_her: false,
        safe_to_carry: "not_asked".to_owned(),
    }
}

fn agencies() -> [PartnerForm; 3] {
    let with = |name: &str, need: &str| PartnerForm {
        needs: vec![need.to_owned()],
        ..partner(name)
    };
    [
        with("Valley Legal Aid", "legal"),
        with("Oak Flat Clinic", "medical"),
        with("Ash Bend Pantry", "food"),
    ]
}

fn release(victim: &str, recipient: &str) -> ReleaseForm {
    ReleaseForm {
        victim_id: victim.to_owned(),
        recipient_id: recipient.to_owned(),
        items: ["name", "need", "safe_contact", "access_needs"]
            .map(str::to_owned)
            .to_vec(),
        purpose: "To get a lawyer".to_owned(),
        expires_on: "2026-03-20".to_owned(),
        signature: "paper_on_file".to_owned(),
        signer_is_not_the_abuser: true,
        details: Some(ReleaseDetails::default()),
    }
}
