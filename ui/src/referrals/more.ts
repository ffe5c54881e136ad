// What a referral may say beyond to whom it goes and what for. Nothing of it has to be said.
import { numberOf } from '../answers/number';
import type { ReferralDetails } from '../backend';

export interface MoreDraft {
  urgency: string;
  legalBasis: string;
  legalBasisNote: string;
  sentMethod: string;
  reReferredFrom: string;
  fundingSource: string;
  adults: string;
  children: string;
}

export function moreOf(kept: Partial<MoreDraft> = {}): MoreDraft {
  return { urgency: '', legalBasis: '', legalBasisNote: '', sentMethod: '', reReferredFrom: '', fundingSource: '', adults: '', children: '', ...kept };
}

/**
 * What of it was said.
 *
 * @throws Refused where a number is none
 */
export function saidOf(draft: MoreDraft): ReferralDetails {
  const numbers = { adults: numberOf('adults', draft.adults), children: numberOf('children', draft.children) };
  return Object.fromEntries(Object.entries({ ...draft, ...numbers }).filter(([, value]) => value !== '' && value !== null));
}
