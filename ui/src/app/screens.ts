// Which component is the screen of a place.
import type { Component } from 'svelte';
import AgencyLetter from '../screens/AgencyLetter.svelte';
import Agreements from '../screens/Agreements.svelte';
import Anonymous from '../screens/Anonymous.svelte';
import Backup from '../screens/Backup.svelte';
import BringIn from '../screens/BringIn.svelte';
import Conflicts from '../screens/Conflicts.svelte';
import Counts from '../screens/Counts.svelte';
import Disclosures from '../screens/Disclosures.svelte';
import Drafts from '../screens/Drafts.svelte';
import Duplicates from '../screens/Duplicates.svelte';
import Erasures from '../screens/Erasures.svelte';
import Find from '../screens/Find.svelte';
import Groups from '../screens/Groups.svelte';
import History from '../screens/History.svelte';
import Inbox from '../screens/Inbox.svelte';
import Laptops from '../screens/Laptops.svelte';
import Letter from '../screens/Letter.svelte';
import LogContact from '../screens/LogContact.svelte';
import MakePaper from '../screens/MakePaper.svelte';
import More from '../screens/More.svelte';
import NewPartner from '../screens/NewPartner.svelte';
import NewVictim from '../screens/NewVictim.svelte';
import Outreach from '../screens/Outreach.svelte';
import Papers from '../screens/Papers.svelte';
import Partner from '../screens/Partner.svelte';
import Partners from '../screens/Partners.svelte';
import Policies from '../screens/Policies.svelte';
import Queue from '../screens/Queue.svelte';
import Refer from '../screens/Refer.svelte';
import SendWeek from '../screens/SendWeek.svelte';
import Settings from '../screens/Settings.svelte';
import Staff from '../screens/Staff.svelte';
import Surveys from '../screens/Surveys.svelte';
import TakeOut from '../screens/TakeOut.svelte';
import Today from '../screens/Today.svelte';
import Trainings from '../screens/Trainings.svelte';
import Victim from '../screens/Victim.svelte';
import WhoLooked from '../screens/WhoLooked.svelte';
import Wordings from '../screens/Wordings.svelte';
import type { ScreenName } from './router.svelte';

/** A screen takes of its place what it needs. */
type Screen = Component<never>;

export const SCREENS: Record<ScreenName, Screen> = {
  today: Today, find: Find, 'log-contact': LogContact, victim: Victim, drafts: Drafts,
  'new-victim': NewVictim, history: History, refer: Refer, letter: Letter, 'agency-letter': AgencyLetter, 'make-paper': MakePaper, papers: Papers,
  partners: Partners, partner: Partner, 'new-partner': NewPartner, agreements: Agreements, outreach: Outreach, groups: Groups,
  'send-week': SendWeek, inbox: Inbox, conflicts: Conflicts, duplicates: Duplicates, 'bring-in': BringIn, 'take-out': TakeOut,
  disclosures: Disclosures, 'who-looked': WhoLooked, anonymous: Anonymous, erasures: Erasures, queue: Queue, wordings: Wordings, policies: Policies,
  staff: Staff, trainings: Trainings, surveys: Surveys, counts: Counts, laptops: Laptops, backup: Backup, more: More, settings: Settings,
};
