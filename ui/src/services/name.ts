// What a service of the office's own is called.
import type { OwnService } from '../backend';
import { language } from '../words.svelte';

export function serviceName(own: OwnService): string {
  return language() === 'es' ? own.es : own.en;
}
