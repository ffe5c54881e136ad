//! Every paper there is, in every language and print, made from records in which each text carries a marker of its
//! own: none says more than what it is for. Searched is all of it: what is read, what is hidden, every stream of the
//! file as it is inflated, and the pages of the screen.

use std::collections::{BTreeMap, BTreeSet};

use countyline_documents::{Block, Field, Level, Outline, Paper, Picture, QrCode, Table, lay_out};
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};

use super::test_office::{fonts, full_letter, release};
use super::*;
use crate::agreements::{self, AgreementForm};
use crate::erasure::markers::{MARKERS, found_in, marker, type_everything};
use crate::paper_kinds::{self, PaperRequest};
use crate::registry::{CONTACT_METHOD, DISCLOSURE, PARTNER, VICTIM};
use crate::releases::{ReleaseDetails, ReleaseForm};
use crate::testing::{World, partner};
use crate::{partners, victims};

#[path = "../../../documents/tests/paper/krilla_oracle.rs"]
pub(super) mod krilla_oracle;

/// Texts of an agency that is on papers: what papers name it by, and what it is not named by.
const OF_AGENCY: [(&str, &str); 6] = [
    ("name", "Agencynamemarker"),
    ("phone", "555-0177"),
    ("hours", "Agencytimemarker"),
    ("address", "Agencyaddressmarker"),
    ("zone", "Agencyzonemarker"),
    ("kind", "Agencykindmarker"),
];

/// Texts of a release and of an agreement.
const OF_OTHERS: [&str; 4] = [
    "Latersaidmarker",
    "Titlemarker",
    "Scopemarker",
    "Termsmarker",
];
/// How she is reached.
const REACHING_HER: [&str; 3] = ["5550199", "Hoursmarker", "Covermarker"];

struct Office {
    file: CaseFile,
    victim: String,
    agency: String,
    referral: String,
    agreement: String,
}

impl Office {
    fn new(world: &World) -> Office {
        let mut file = world.county("Rivertown");
        let agency = partners::create(&mut file, &partner("Valley Legal Aid"));
        let agency = agency.unwrap().id;
        let victim = type_everything(&mut file, &agency);
        let id = ids::parse(&PARTNER, &agency).unwrap();
        let marked = file.change(Action::EditPartner, |change| {
            let texts = OF_AGENCY.map(|(field, text)| (field, Value::text(text)));
            change.edit_current(&PARTNER, id, texts)
        });
        marked.unwrap();
        let referral = victims::page(&file, &victim)
            .unwrap()
            .referrals
            .remove(0)
            .id;
        let agreement = AgreementForm {
            title: "Titlemarker".to_owned(),
            party_ids: vec![agency.clone()],
            scope: "Scopemarker".to_owned(),
            confidentiality_terms: "Termsmarker".to_owned(),
            signed_on: None,
            review_on: "2027-01-15".to_owned(),
            ended_on: None,
        };
        let agreement = agreements::create(&mut file, &agreement).unwrap().id;
        Office {
            file,
            victim,
            agency,
            referral,
            agreement,
        }
    }

    fn letter(&self, form: &str, language: &str, print: Print) -> LetterRequest {
        LetterRequest {
            form: form.to_owned(),
            language: language.to_owned(),
            page: print.page.to_owned(),
            large_print: print.large,
            both_sides: print.large,
            exclusions_read: true,
            ..full_letter(self.victim.clone(), vec![self.referral.clone()])
        }
    }

    fn paper(&self, kind: &str, about: Option<&str>, language: &str, print: Print) -> PaperRequest {
        PaperRequest {
            kind: kind.to_owned(),
            about_id: about.map(str::to_owned),
            needs: Vec::new(),
            language: language.to_owned(),
            page: print.page.to_owned(),
            large_print: print.large,
            both_sides: print.large,
            goes_with_her: false,
            safe_to_carry: "not_asked".to_owned(),
        }
    }

    /// What a paper about that is made from.
    fn about<'a>(&'a self, subject: &str, release: &'a str) -> Option<&'a str> {
        match subject {
            "victim" => Some(&self.victim),
            "release" => Some(release),
            "agreement" => Some(&self.agreement),
            _ => None,
        }
    }

    /// Has her sign a release of these items for the agency.
    fn sign(&mut self, items: &[&str]) -> String {
        let details = Some(ReleaseDetails::default());
        let form = ReleaseForm {
            purpose: "Latersaidmarker".to_owned(),
            ..release(&self.victim, &self.agency, items, details)
        };
        releases::sign(&mut self.file, &form).unwrap().id
    }
}

#[derive(Clone, Copy)]
struct Print {
    page: &'static str,
    large: bool,
}

const PRINTS: [Print; 2] = [
    Print {
        page: "us_letter",
        large: false,
    },
    Print {
        page: "a4",
        large: true,
    },
];

/// Every language with every print.
fn every_print() -> impl Iterator<Item = (&'static str, Print)> {
    let languages = ["en", "es"].into_iter();
    languages.flat_map(|language| PRINTS.map(|print| (language, print)))
}

/// The markers in everything that a paper is: of the victim's records, of the agency, of the agreement.
fn markers_on(made: &LetterPreview, pdf: &[u8]) -> BTreeSet<String> {
    let mut everything = made.pages.join("\n").into_bytes();
    everything.extend(made.text.bytes());
    everything.extend(made.file_name.bytes());
    everything.extend(pdf);
    let told = countyline_documents::visible_and_hidden_text(pdf).unwrap();
    everything.extend(told.bytes());
    for object in lopdf::Document::load_mem(pdf).unwrap().objects.values() {
        if let Ok(stream) = object.as_stream() {
            everything.extend(stream.decompressed_content().unwrap_or_default());
        }
    }
    let plain = crate::search::plain(&String::from_utf8_lossy(&everything));
    let others = OF_AGENCY.into_iter().map(|(_, text)| text);
    let others = others.chain(OF_OTHERS);
    let others = others.filter(|marker| plain.contains(&crate::search::plain(marker)));
    let hers = found_in(&everything).into_iter();
    hers.chain(others).map(str::to_owned).collect()
}

/// What may stand on each paper: on those not named here no marker does.
fn may_stand(paper: &str) -> BTreeSet<String> {
    let agency: &[&str] = match paper {
        "full" | "plain" => &["name", "phone", "hours", "address"],
        "discreet" | "resource_list" => &["name", "phone", "hours"],
        "pocket_card" => &["name", "phone"],
        "agency" | "release_form" | "disclosure_log" | "agreement_page" => &["name"],
        _ => &[],
    };
    let agency = OF_AGENCY.iter().filter(|(field, _)| agency.contains(field));
    let agency = agency.map(|(_, text)| (*text).to_owned());
    let name = marker(&VICTIM, VICTIM.field("name"));
    let way = marker(&CONTACT_METHOD, CONTACT_METHOD.field("way"));
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let others: Vec<String> = match paper {
        "full" | "plain" => vec![name],
        "agency" => {
            let needs = marker(&VICTIM, VICTIM.field("access_needs"));
            [vec![name, needs], texts(&REACHING_HER)].concat()
        }
        "release_form" => [vec![name], texts(&["Latersaidmarker"])].concat(),
        // A channel of a newer program is called by its code.
        "safe_contact_card" => [vec![way], texts(&REACHING_HER)].concat(),
        "disclosure_log" => vec![marker(&DISCLOSURE, DISCLOSURE.field("demanded_by"))],
        "agreement_page" => texts(&["Titlemarker", "Scopemarker", "Termsmarker"]),
        _ => Vec::new(),
    };
    agency.chain(others).collect()
}

#[test]
fn no_paper_says_more_than_what_it_is_for() {
    let world = World::new();
    let mut office = Office::new(&world);
    let release = office.sign(&["name", "need", "safe_contact", "access_needs"]);
    let stick = world.stick("papers");
    let mut said: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut keep = |paper: &str, made: &LetterPreview, saved: Result<SavedLetter>| {
        let saved = saved.unwrap_or_else(|refused| panic!("{paper}: {refused}"));
        let pdf = std::fs::read(saved.path).unwrap();
        let found = markers_on(made, &pdf);
        let may = may_stand(paper);
        let more: Vec<_> = found.difference(&may).collect();
        assert!(more.is_empty(), "{paper} says {more:?}");
        said.entry(paper.to_owned()).or_default().extend(found);
    };
    for (language, print) in every_print() {
        for form in ["full", "plain", "discreet", "pocket_card", "agency"] {
            let mut request = office.letter(form, language, print);
            request.release_id = (form == "agency").then(|| release.clone());
            let made = preview(&office.file, &request, &fonts()).unwrap();
            let saved = save(&mut office.file, &request, &fonts(), &stick);
            keep(form, &made, saved);
        }
        for kind in paper_kinds::kinds() {
            // The county has no six words to be enrolled by.
            if kind.code == "six_words" {
                continue;
            }
            let about = office.about(&kind.about, &release);
            let request = office.paper(&kind.code, about, language, print);
            let made = paper_kinds::preview(&office.file, &request, &fonts()).unwrap();
            let saved = paper_kinds::save(&mut office.file, &request, &fonts(), &stick);
            keep(&kind.code, &made, saved);
        }
    }
    assert_eq!(said.len(), 5 + paper_kinds::kinds().len() - 1);
    // What is searched for is found where it stands.
    for (paper, found) in said {
        assert_eq!(found, may_stand(&paper), "{paper}");
    }
}

/// krilla draws every paper with its validators for PDF/UA-1 and PDF/A-2a on: it refuses what they forbid.
#[test]
fn another_writer_accepts_every_paper_as_pdf_ua_1_and_pdf_a_2a() {
    let world = World::new();
    let mut office = Office::new(&world);
    let release = office.sign(&["name", "need", "safe_contact", "access_needs"]);
    let mut known = krilla_oracle::Fonts::new();
    let mut accepted = 0;
    let mut ensure_accepted = |paper: &str, layout: &Layout| {
        let both = ConfigurationBuilder::new()
            .with_accessibility_validator(Accessibility::UA1)
            .with_archival_validator(Archival::A2_A)
            .finish()
            .unwrap();
        let drawn = krilla_oracle::drawn(layout, &mut known, both);
        drawn.unwrap_or_else(|complaint| panic!("{paper}: {complaint}"));
        accepted += 1;
    };
    for (language, print) in every_print() {
        for form in ["full", "plain", "discreet", "pocket_card", "agency"] {
            let mut request = office.letter(form, language, print);
            request.release_id = (form == "agency").then(|| release.clone());
            let made = make(&office.file, &request, &fonts()).unwrap();
            ensure_accepted(form, &made.layout);
        }
        for kind in paper_kinds::kinds() {
            // The county has no six words to be enrolled by.
            if kind.code == "six_words" {
                continue;
            }
            let about = office.about(&kind.about, &release);
            let request = office.paper(&kind.code, about, language, print);
            let layout = paper_kinds::laid_out(&office.file, &request, &fonts()).unwrap();
            ensure_accepted(&kind.code, &layout);
        }
    }
    assert_eq!(
        accepted,
        every_print().count() * (5 + paper_kinds::kinds().len() - 1)
    );
}

/// Whatever she signed for, a letter to an agency holds that and nothing else of hers.
#[test]
fn a_letter_to_an_agency_holds_the_items_of_its_release_whichever_they_are() {
    let world = World::new();
    let mut office = Office::new(&world);
    let stick = world.stick("papers");
    let page = victims::page(&office.file, &office.victim).unwrap();
    let number = page.summary.case_number;
    const ITEMS: [&str; 4] = ["safe_contact", "access_needs", "case_number", "documents"];
    for chosen in 0..1 << ITEMS.len() {
        let is_chosen = |item: &&str| {
            let at = ITEMS.iter().position(|one| one == item).unwrap();
            chosen & (1 << at) != 0
        };
        let items: Vec<&str> = ITEMS.into_iter().filter(|item| is_chosen(item)).collect();
        let release = office.sign(&[&["name", "need"], &*items].concat());
        let mut request = office.letter("agency", "en", PRINTS[0]);
        request.release_id = Some(release);
        let made = preview(&office.file, &request, &fonts()).unwrap();
        let saved = save(&mut office.file, &request, &fonts(), &stick).unwrap();
        let found = markers_on(&made, &std::fs::read(saved.path).unwrap());
        let mut may = may_stand("agency");
        if !items.contains(&"safe_contact") {
            may.retain(|marker| !REACHING_HER.contains(&&**marker));
        }
        if !items.contains(&"access_needs") {
            may.remove(&marker(&VICTIM, VICTIM.field("access_needs")));
        }
        assert_eq!(found, may, "{items:?}");
        let has_number = made.text.contains(&number);
        assert_eq!(has_number, items.contains(&"case_number"), "{items:?}");
    }
}

/// A place of a paper that a text of hers could reach by mistake.
type Break = fn(&mut Paper, &mut String, String);

/// Each place a paper says something in, seen or unseen.
const BREAKS: [(&str, Break); 15] = [
    ("a paragraph", |paper, _, text| {
        paper.blocks.push(Block::paragraph(text));
    }),
    ("a value", |paper, _, text| {
        let fields = vec![Field::new("Number", text)];
        paper.blocks.push(Block::Fields(fields));
    }),
    ("a label", |paper, _, text| {
        let fields = vec![Field::new(text, "555-0100")];
        paper.blocks.push(Block::Fields(fields));
    }),
    ("a point of a list", |paper, _, text| {
        paper.blocks.push(Block::Bullets(vec![text]));
    }),
    ("a table", |paper, _, text| {
        paper.blocks.push(Block::Table(Table {
            widths: vec![1.0],
            head: vec!["Number".to_owned()],
            rows: vec![vec![text]],
        }));
    }),
    ("a card", |paper, _, text| {
        let said = vec![Block::paragraph(text)];
        paper.blocks.push(folded_cards(vec![[vec![], said]], 8.0));
    }),
    ("the list of headings", |paper, _, text| {
        paper.outline = Outline::FromHeadings;
        paper.blocks.push(Block::heading(Level::One, text));
    }),
    ("the line at the top", |paper, _, text| {
        paper.header = Some(text);
    }),
    ("the line at the foot", |paper, _, text| {
        paper.footer = Some(text);
    }),
    ("where a link leads", |paper, _, text| {
        paper.blocks.push(link(text, "A map"));
    }),
    ("what is said of a link", |paper, _, text| {
        paper.blocks.push(link("map".to_owned(), &text));
    }),
    ("what a picture shows", |paper, _, text| {
        let picture = Picture::from_rgb(1, 1, vec![0; 3], text, 20.0);
        paper.blocks.push(Block::Picture(picture.unwrap()));
    }),
    ("what a code says", |paper, _, text| {
        let alt = "A number".to_owned();
        paper.blocks.push(Block::Qr(QrCode { text, alt }));
    }),
    ("the title", |paper, _, text| {
        paper.title = text;
    }),
    ("the name of the file", |_, file_name, text| {
        *file_name = format!("{text}.pdf");
    }),
];

fn link(where_to: String, alt: &str) -> Block {
    Block::Link {
        text: "A map".to_owned(),
        uri: format!("https://example.org/{}", where_to.replace(' ', "/")),
        alt: alt.to_owned(),
    }
}

/// Papers that are broken on purpose: whatever they say too much, and wherever, is found.
#[test]
fn what_a_paper_says_too_much_is_found_in_whatever_place_it_stands() {
    let others = OF_AGENCY.map(|(_, text)| text).into_iter().chain(OF_OTHERS);
    let all: Vec<&str> = MARKERS.iter().map(String::as_str).chain(others).collect();
    // As many as a code can say.
    for markers in all.chunks(QrCode::LONGEST_TEXT_BYTES / 40) {
        for (place, says_too_much) in BREAKS {
            let mut paper = Paper::new("Numbers", "en");
            paper.blocks = vec![Block::paragraph("Numbers")];
            let mut file_name = "numbers-en.pdf".to_owned();
            says_too_much(&mut paper, &mut file_name, markers.join(" "));
            let layout =
                lay_out(&paper, &fonts()).unwrap_or_else(|error| panic!("{place}: {error}"));
            let made = LetterPreview {
                pages: to_svg_pages(&layout),
                text: plain_text(&layout),
                checks: Vec::new(),
                file_name,
                ready: true,
            };
            let found = markers_on(&made, &to_pdf(&layout).unwrap());
            let lost = markers.iter().filter(|marker| !found.contains(**marker));
            assert_eq!(lost.collect::<Vec<_>>(), Vec::<&&str>::new(), "{place}");
        }
    }
}
