import type { ContactMethodForm } from '../backend';

/** A way to reach her before anything is known: nothing counts as safe until she says so. */
export function emptyMethod(): ContactMethodForm {
  return { channel: 'phone', value: '', safe: 'unknown', voicemail: 'not_asked', hours: '', coverName: '', markReason: '' };
}

/** What is written freely in it, by the word ids of its fields. */
export function textsOf(form: ContactMethodForm): Record<string, string> {
  return { 'method-value': form.value, 'method-hours': form.hours, 'method-cover-name': form.coverName, 'method-mark-reason': form.markReason ?? '' };
}
