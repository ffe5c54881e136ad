// Which outcomes a contact can have, and which the safe-contact line forbids. The program is the judge;
// this only spares a person a choice that would be refused, and says why.
import policy from '../../../assets/policies/contact-outcomes.json';
import type { SafeContactView } from '../backend';
import type { Option } from '../parts/option';
import { t, word } from '../words.svelte';

const BLOCKED = 'blocked_no_safe_method';
const OF_CHANNEL: Record<string, string[]> = policy.channels;

function whyNot(outcome: string, channel: string, safe: SafeContactView | null): string | undefined {
  if (!safe || outcome === BLOCKED) return undefined;
  // Face to face she came to us, or we stood before her: that may always be written down.
  if (safe.level === 'do_not_contact' && channel !== 'in_person') return t('outcome-not-do-not-contact');
  if (outcome === 'voicemail_left' && safe.voicemail !== 'yes') return t('outcome-not-voicemail');
  return undefined;
}

/** The outcomes to offer for a channel, of those the program knows; forbidden ones say why. */
export function outcomesFor(channel: string, known: string[], safe: SafeContactView | null): Option[] {
  const offered = (OF_CHANNEL[channel] ?? known).filter((code) => known.includes(code));
  return offered.map((code) => {
    const reason = whyNot(code, channel, safe);
    return { value: code, label: word('outcome', code), disabled: reason !== undefined, reason };
  });
}
