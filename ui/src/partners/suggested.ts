// Partner agencies in the order a deputy would want them: those that answer the need and speak the language
// first, those whose entry is stale last.
import type { PartnerView } from '../backend';
import type { Option } from '../parts/option';
import { t, word } from '../words.svelte';

function detail(partner: PartnerView): string {
  const { form } = partner;
  return [
    word('partner_kind', form.kind),
    form.languages.join(', '),
    form.hours,
    partner.locationHidden ? t('partner-address-hidden') : form.zone,
    partner.stale ? t('partner-stale') : '',
  ].filter(Boolean).join(' · ');
}

/** `found` are the ids of those that answer what was typed; nothing typed is null. */
export function suggested(partners: PartnerView[], need: string, language: string, found: string[] | null, chosen: string[]): Option[] {
  const rank = (partner: PartnerView) =>
    (partner.form.needs.includes(need) ? 0 : 4) + (partner.form.languages.includes(language) ? 0 : 2) + (partner.stale ? 1 : 0);
  return partners
    .filter((partner) => chosen.includes(partner.id) || (found?.includes(partner.id) ?? true))
    .toSorted((a, b) => rank(a) - rank(b) || a.form.name.localeCompare(b.form.name))
    .map((partner) => ({ value: partner.id, label: partner.form.name, detail: detail(partner) }));
}
