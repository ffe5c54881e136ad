//! What screens show about advisory groups.

use crate::view::views;

views! {
    /// A group, as the form sends it.
    pub struct GroupForm {
        /// What it is called.
        pub name: String,
        /// Code of `advisory_group_kind`.
        pub kind: String,
    }

    /// A group.
    pub struct GroupView {
        /// Group id.
        pub id: String,
        /// What is written.
        pub form: GroupForm,
        /// Members who have not left.
        pub members: i32,
        /// Meetings held.
        pub meetings: i32,
        /// Two people wrote something different.
        pub in_conflict: bool,
    }

    /// A member of a group, as the form sends it.
    pub struct MemberForm {
        /// Who.
        pub person: String,
        /// Partner agency id; none for somebody who speaks for none in the directory.
        pub partner_id: Option<String>,
        /// Leads the group with others.
        pub co_chair: bool,
        /// ISO date.
        pub joined_on: Option<String>,
        /// ISO date; none while a member.
        pub left_on: Option<String>,
    }

    /// A member of a group.
    pub struct MemberView {
        /// Member id.
        pub id: String,
        /// What is written.
        pub form: MemberForm,
        /// The agency he or she speaks for.
        pub partner_name: Option<String>,
        /// Two people wrote something different.
        pub in_conflict: bool,
        /// What this shows; goes back with an edit.
        pub seen: String,
    }

    /// A meeting, as the form sends it. Never about one victim.
    pub struct MeetingForm {
        /// ISO date.
        pub held_on: String,
        /// Who was there.
        pub present: Vec<String>,
        /// What was said.
        pub minutes: String,
        /// What was decided.
        pub decisions: Vec<String>,
    }

    /// A meeting.
    pub struct MeetingView {
        /// Meeting id.
        pub id: String,
        /// What is written.
        pub form: MeetingForm,
        /// When it was written down, RFC 3339.
        pub at: String,
    }

    /// A group with its members and meetings.
    pub struct GroupPage {
        /// The group.
        pub group: GroupView,
        /// Its members, co-chairs first, those who left last.
        pub members: Vec<MemberView>,
        /// Its meetings, newest first.
        pub meetings: Vec<MeetingView>,
    }
}
