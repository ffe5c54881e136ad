//! What a deputy and a coordinator do at the window, one screen at a time.
//!
//! Each step ends when the program has answered, so that the next step, or a power cut, finds it done.

use std::path::Path;

use super::page::Window;

/// The passphrase of every office made here.
pub const PASSPHRASE: &str = "four made-up words";

impl Window {
    /// First run: makes a county office.
    pub async fn create_office(&self, office: &str, person: &str) {
        self.on_screen("first-run").await;
        self.click("#create-office").await;
        self.fill("#office-name", office).await;
        self.fill("#place-name", "County desk").await;
        self.fill("#person-name", person).await;
        self.fill_passphrase().await;
        self.click("#create").await;
        self.on_screen("today").await;
    }

    /// First run: makes a laptop that asks to join, and gives the six words it reads aloud. Its screen says which file
    /// to carry to the county.
    pub async fn ask_to_join(&self, laptop: &str, person: &str, stick: &Path) -> String {
        self.on_screen("first-run").await;
        self.click("#join-office").await;
        self.fill("#laptop-name", laptop).await;
        self.fill("#person-name", person).await;
        self.fill_passphrase().await;
        self.fill("#folder", &stick.to_string_lossy()).await;
        self.click("#join").await;
        self.on_screen("joining").await;
        let folder = stick.file_name().expect("a stick has a name");
        self.until_text("#carry", &folder.to_string_lossy()).await;
        self.text("#enrolment-words").await
    }

    /// The coordinator takes a laptop in; gives the laptop's words and the county's, as her screen shows them.
    pub async fn enrol(&self, request: &Path, stick: &Path) -> (String, String) {
        self.go_to("inbox").await;
        self.click("#enrol-laptop").await;
        self.fill("#enrol-file", &request.to_string_lossy()).await;
        self.click("#read-enrolment").await;
        let laptop_words = self.text("#laptop-words").await;
        self.fill("#enrol-folder", &stick.to_string_lossy()).await;
        self.click("#enrol").await;
        self.prove_if_asked("#county-words").await;
        (laptop_words, self.text("#county-words").await)
    }

    /// The laptop reads the welcome and accepts it; gives the county's words as the laptop shows them.
    pub async fn accept_welcome(&self, welcome: &Path) -> String {
        self.on_screen("joining").await;
        self.fill("#welcome", &welcome.to_string_lossy()).await;
        self.click("#read-welcome").await;
        let county_words = self.text("#county-words").await;
        self.click("#accept").await;
        self.on_screen("today").await;
        county_words
    }

    /// Opens a locked office.
    pub async fn unlock(&self) {
        self.unlock_with(PASSPHRASE).await;
    }

    /// Opens a locked office whose passphrase is this.
    pub async fn unlock_with(&self, passphrase: &str) {
        self.on_screen("unlock").await;
        self.fill("#passphrase", passphrase).await;
        self.click("#unlock").await;
        self.on_screen("today").await;
    }

    /// A place of the rail on the left.
    pub async fn go_to(&self, place: &str) {
        self.press_on(&format!("#rail-{place}")).await;
        self.on_screen(place).await;
    }

    /// A partner agency that answers legal needs.
    pub async fn add_partner(&self, name: &str) {
        self.go_to("partners").await;
        self.click("#new-partner").await;
        self.on_screen("new-partner").await;
        self.fill("#name", name).await;
        self.select("#kind", "legal_aid").await;
        self.fill("#phone", "555-0115").await;
        self.choose("needs-legal").await;
        self.click("#save").await;
        self.on_screen("partner").await;
    }

    /// A victim who can be reached by phone; ends on her page.
    pub async fn add_victim(&self, given: &str, family: &str, phone: &str) {
        self.go_to("today").await;
        self.click("#new-victim").await;
        self.on_screen("new-victim").await;
        self.fill("#given-name", given).await;
        self.fill("#family-name", family).await;
        self.choose("method-channel-phone").await;
        self.fill("#method-value", phone).await;
        self.choose("method-safe-yes").await;
        self.choose("method-voicemail-no").await;
        self.choose("needs-legal").await;
        self.click("#save").await;
        self.on_screen("victim").await;
    }

    /// Finds a victim and opens her page.
    pub async fn open_victim(&self, query: &str) {
        self.go_to("find").await;
        self.fill("#query", query).await;
        self.until_rows(1).await;
        self.click("main [data-row]").await;
        self.on_screen("victim").await;
    }

    /// From a victim's page: talked with her; ends once the contact is on disk.
    pub async fn log_contact(&self, note: &str) {
        self.click("#log-contact").await;
        self.on_screen("log-contact").await;
        self.choose("outcome-reached_talked").await;
        self.fill("#note", note).await;
        self.click("#save").await;
        // "Saved" may still stand there from what was saved before; the form goes away with its own.
        self.on_screen("victim").await;
        self.until_text("#status", "Saved").await;
    }

    /// From a victim's page: tells her about the first agency that fits, and saves the letter she takes along.
    pub async fn refer_and_save_letter(&self, folder: &Path) {
        self.click("#refer").await;
        self.on_screen("refer").await;
        self.choose_first("#partners").await;
        self.choose("kind-cold_info").await;
        self.click("#save-letter").await;
        self.on_screen("letter").await;
        self.choose("safe-to-carry-yes").await;
        self.find("#pages").await;
        self.fill("#folder", &folder.to_string_lossy()).await;
        self.click("#save-pdf").await;
    }

    /// From a victim's page: writes another number for her.
    pub async fn change_phone(&self, phone: &str) {
        self.click("[id^=edit-method-]").await;
        self.fill("#method-value", phone).await;
        self.click("#save-method").await;
        self.until_text("main [data-method]", phone).await;
    }

    /// Seals the week on a stick; gives the file.
    pub async fn send_week(&self, stick: &Path) -> String {
        self.go_to("send-week").await;
        self.fill("#folder", &stick.to_string_lossy()).await;
        self.click("#send").await;
        self.prove_if_asked("#sent-path").await;
        self.text("#sent-path").await
    }

    /// Types the passphrase again if the window asks for it before it shows `answer`, as it does once nobody typed it
    /// for a while.
    async fn prove_if_asked(&self, answer: &str) {
        let either = "return Boolean(document.querySelector(arguments[0]) ?? document.querySelector('#passphrase-again'))";
        self.until(either, answer.into()).await;
        if self.shows("#passphrase-again").await {
            self.fill("#passphrase-again", PASSPHRASE).await;
            self.click("#go-on").await;
        }
    }

    /// Merges everything on a stick; gives the number of new conflicts.
    pub async fn merge(&self, stick: &Path) -> String {
        self.go_to("inbox").await;
        self.fill("#folder", &stick.to_string_lossy()).await;
        self.click("#look").await;
        self.find("#files tr[data-state=ready]").await;
        self.click("#merge").await;
        self.text("#summary-conflicts").await
    }

    /// In Settings, as a person would.
    pub async fn prefer(&self, language: &str, theme: &str) {
        self.go_to("settings").await;
        self.choose(&format!("language-{language}")).await;
        self.find(&format!("html[lang={language}]")).await;
        self.choose(&format!("theme-{theme}")).await;
        self.find(&format!("html[data-theme={theme}]")).await;
    }

    /// Waits until a list has this many rows.
    pub async fn until_rows(&self, count: usize) {
        self.until(
            "return document.querySelectorAll('main [data-row]').length === arguments[0]",
            count.into(),
        )
        .await;
    }

    /// Chooses the first that can be chosen of a group.
    pub async fn choose_first(&self, group: &str) {
        let first = self.find(&format!("{group} input:enabled")).await;
        let id = first
            .attr("id")
            .await
            .ok()
            .flatten()
            .expect("every choice has an id");
        self.choose(&id).await;
    }

    async fn fill_passphrase(&self) {
        self.fill("#passphrase", PASSPHRASE).await;
        self.fill("#passphrase-again", PASSPHRASE).await;
    }
}
