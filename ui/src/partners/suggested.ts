// Partner agencies in the order in which they fit, each with the reasons and their points; behind them those of which
// the directory does not say that they answer the need.
import type { Fit, FitReason, PartnerView } from '../backend';
import type { Option } from '../parts/option';
import { dayWords } from '../times';
import { t, word } from '../words.svelte';

function reasonWords({ code, points, value }: FitReason, today: string): string {
  const known = value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayWords(value, today) : value && /^\d+$/.test(value) ? t('timeline-minutes', { minutes: value }) : value;
  const counts = points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '';
  return [word('fit_reason', code), known ? `(${known})` : '', counts].filter(Boolean).join(' ');
}

/** Why an agency stands where it stands, the notice of the day first. */
function fitWords(fit: Fit, today: string): string {
  return [fit.alert, fit.name, t('fit-points', { points: fit.points }), ...fit.reasons.map((reason) => reasonWords(reason, today))].filter(Boolean).join(' · ');
}

function entryWords(partner: PartnerView): string {
  const { form } = partner;
  return [word('partner_kind', form.kind), form.hours, partner.locationHidden ? t('partner-address-hidden') : '', partner.stale ? t('partner-stale') : '', t('fit-not-said')].filter(Boolean).join(' · ');
}

/** `fits` as the program ranks them, `found` the ids of those that answer what was typed; nothing typed is null. */
export function suggested(partners: PartnerView[], fits: Fit[], found: string[] | null, chosen: string[], today: string): Option[] {
  // Of an agency with several services the one that fits best counts.
  const best = new Map(fits.toReversed().map((fit) => [fit.partnerId, fit]));
  const place = (partner: PartnerView) => {
    const fit = best.get(partner.id);
    return fit ? fits.indexOf(fit) : fits.length;
  };
  return partners
    .filter((partner) => chosen.includes(partner.id) || (found?.includes(partner.id) ?? true))
    .toSorted((a, b) => place(a) - place(b) || a.form.name.localeCompare(b.form.name))
    .map((partner) => {
      const fit = best.get(partner.id);
      return { value: partner.id, label: partner.form.name, detail: fit ? fitWords(fit, today) : entryWords(partner) };
    });
}
