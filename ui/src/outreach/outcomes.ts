// Which outcomes a contact can have, and which the safe-contact line forbids. The program is the judge;
// this only spares a person a choice that would be refused, and says why.
import type { SafeContactView } from '../backend';
import type { Option } from '../parts/option';
import { t, word } from '../words.svelte';

const BLOCKED = 'blocked_no_safe_method';
const REACHED = ['reached_talked', 'reached_not_safe', 'reached_declined'];
const OF_CHANNEL: Record<string, string[]> = {
  phone: [...REACHED, 'no_answer_no_message', 'voicemail_left', 'message_trusted_person', 'other_answered_hung_up', 'other_answered_cover', 'number_wrong', BLOCKED],
  text: [...REACHED, 'no_answer_no_message', 'number_wrong', BLOCKED],
  email: [...REACHED, 'no_answer_no_message', 'number_wrong', BLOCKED],
  post: ['letter_sent', 'letter_returned', BLOCKED],
  in_person: [...REACHED, BLOCKED],
  home_visit: ['home_reached', 'home_not_home', 'home_not_safe', 'reached_declined', 'other_answered_cover', BLOCKED],
  trusted_person: ['reached_talked', 'message_trusted_person', 'no_answer_no_message', 'reached_declined', 'number_wrong', BLOCKED],
};

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
