//! What screens show about victims.

use crate::contacts::{SafeContactView, WayView};
use crate::duplicates::SamePersonView;
use crate::followups::FollowUpView;
use crate::hiding::HiddenView;
use crate::outreach::TimelineEntry;
use crate::referrals::ReferralView;
use crate::releases::ReleaseView;
use crate::view::views;

views! {
    /// One row of Find.
    pub struct VictimSummary {
        /// Victim id.
        pub id: String,
        /// For example `RV-26-B7K-0042`.
        pub case_number: String,
        /// Initials, safe to show over a shoulder.
        pub initials: String,
        /// Full name; the screen shows it only while asked to.
        pub name: String,
        /// Year of birth.
        pub birth_year: Option<i32>,
        /// Last two digits of a phone number.
        pub phone_end: Option<String>,
        /// Code of `language`; empty where nobody asked.
        pub language: String,
        /// Date of the last contact.
        pub last_contact_on: Option<String>,
        /// The safe-contact line.
        pub safe_contact: SafeContactView,
        /// Two people wrote something different about this victim.
        pub in_conflict: bool,
        /// Case numbers of her other records, where somebody said that they are one person's.
        pub other_numbers: Vec<String>,
    }

    /// A new victim. Everything may be empty but name or initials.
    pub struct VictimForm {
        /// Given name or initials.
        pub given_name: String,
        /// Family name.
        pub family_name: String,
        /// Year of birth.
        pub birth_year: Option<i32>,
        /// Code of `language`; empty where nobody asked.
        pub language: String,
        /// Codes of `need`, and of the office's own needs.
        pub needs: Vec<String>,
        /// Town or zone.
        pub zone: String,
        /// First way to reach her, if she named one.
        pub contact_method: Option<crate::contacts::ContactMethodForm>,
        /// First follow-up, ISO date.
        pub follow_up_on: Option<String>,
        /// Who she is, as far as she said; none if nothing was asked yet.
        pub facts: Option<crate::victims::VictimFacts>,
    }

    /// What else is written down where a deputy first meets her; nothing of it has to be.
    #[derive(Default)]
    #[serde(default)]
    pub struct Scene {
        /// What happened, with her part in it.
        pub incident: Option<crate::incidents::IncidentForm>,
        /// The card of rights she was given; it is about that incident, and about no other.
        pub rights: Option<crate::rights::RightsNoticeForm>,
    }

    /// What a victim's page says of her, and the form that corrects it.
    pub struct VictimAbout {
        /// Given name or initials.
        pub given_name: String,
        /// Family name.
        pub family_name: String,
        /// Year of birth.
        pub birth_year: Option<i32>,
        /// Code of `language`; empty where nobody asked.
        pub language: String,
        /// Town or zone.
        pub zone: String,
        /// Codes of `need`, and of the office's own needs.
        pub needs: Vec<String>,
    }

    /// The victim page.
    pub struct VictimPage {
        /// The row as in Find.
        pub summary: VictimSummary,
        /// What was written of her when she was recorded, as it stands now.
        pub about: VictimAbout,
        /// Never contact this victim on any channel.
        pub do_not_contact: bool,
        /// Why; empty where she may be contacted.
        pub do_not_contact_reason: String,
        /// Ways to reach her, each with what stands in its way.
        pub contact_methods: Vec<WayView>,
        /// Newest first.
        pub timeline: Vec<TimelineEntry>,
        /// Newest first.
        pub referrals: Vec<ReferralView>,
        /// Newest first.
        pub releases: Vec<ReleaseView>,
        /// Open ones first.
        pub follow_ups: Vec<FollowUpView>,
        /// Ways to reach her and follow-ups that somebody hid as recorded by mistake.
        pub hidden: Vec<HiddenView>,
        /// Her other records, if there are any, and what they say differently.
        pub same_person: Option<SamePersonView>,
        /// What this page shows; goes back with a correction and with a change of "do not contact".
        pub seen: String,
        /// Changes about this victim that the county has not been sent.
        pub not_sent: i32,
        /// Nobody told her yet that what she tells us cannot stay confidential.
        pub role_disclosure_due: bool,
        /// A newer program wrote something in her record or a way to reach her that this one cannot show.
        pub holds_more: bool,
    }
}
