import type { ContactMethodForm } from '../backend';

/** A way to reach her before anything is known: nothing counts as safe until she says so. */
export function emptyMethod(): ContactMethodForm {
  return { channel: 'phone', value: '', safe: 'unknown', voicemail: 'not_asked', hours: '', coverName: '' };
}
