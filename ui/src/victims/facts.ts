// Who a victim is, as a form holds it. Not asked yet, declined and not known are three answers, and each stands alone.
import { numberOf } from '../answers/number';
import type { VictimFacts } from '../backend';

const NOT_ASKED = 'not_asked';
const NO_ANSWERS = [NOT_ASKED, 'declined', 'unknown'];

/** What the form holds: as the program has it, but with numbers as they are typed. */
export interface FactsDraft extends Omit<Required<VictimFacts>, 'birthDate' | 'ageAtIncident' | 'ageAtFirstService'> {
  birthDate: string;
  ageAtIncident: string;
  ageAtFirstService: string;
}

export function draftOf(facts: VictimFacts): FactsDraft {
  const answered = (codes: string[] | undefined) => (codes?.length ? [...codes] : [NOT_ASKED]);
  return {
    nameKind: '', nameSafeToPrint: NOT_ASKED, ageBand: '', genderStated: '', pronoun: '', specialClassOther: '', interpreterNeed: NOT_ASKED, accessNeeds: '',
    minor: NOT_ASKED, guardian: '', guardianIsAllegedAbuser: NOT_ASKED, tribalAffiliation: '', ...facts,
    otherNames: (facts.otherNames ?? []).map((one) => ({ ...one })),
    birthDate: facts.birthDate ?? '', ageAtIncident: facts.ageAtIncident?.toString() ?? '', ageAtFirstService: facts.ageAtFirstService?.toString() ?? '',
    raceEthnicity: answered(facts.raceEthnicity), specialClasses: answered(facts.specialClasses), gender: facts.gender || NOT_ASKED,
  };
}

/**
 * What is sent. Where nobody asked, nothing is written.
 *
 * @throws Refused where an age is no number
 */
export function factsOf(draft: FactsDraft): VictimFacts {
  const said = (codes: string[]) => codes.filter((code) => code !== NOT_ASKED);
  return {
    ...draft,
    otherNames: draft.otherNames.filter((one) => one.name.trim()),
    birthDate: draft.birthDate || null,
    ageAtIncident: numberOf('age_at_incident', draft.ageAtIncident),
    ageAtFirstService: numberOf('age_at_first_service', draft.ageAtFirstService),
    raceEthnicity: said(draft.raceEthnicity), specialClasses: said(draft.specialClasses), gender: draft.gender === NOT_ASKED ? '' : draft.gender,
  };
}

/** What is ticked after a change: an answer takes the place of none, none takes the place of every answer. */
export function answersAfter(before: string[], next: string[]): string[] {
  const added = next.find((code) => !before.includes(code));
  if (added && NO_ANSWERS.includes(added)) return [added];
  const answers = added ? next.filter((code) => !NO_ANSWERS.includes(code)) : next;
  return answers.length > 0 ? answers : [NOT_ASKED];
}

/** What is written freely in it, by the word ids of its fields. */
export function textsOf(draft: FactsDraft): Record<string, string> {
  return {
    'facts-other-name': draft.otherNames.map((one) => one.name).join('\n'), 'field-gender-stated': draft.genderStated, 'field-pronoun': draft.pronoun,
    'field-special-class-other': draft.specialClassOther, 'field-access-needs': draft.accessNeeds, 'field-guardian': draft.guardian,
    'field-tribal-affiliation': draft.tribalAffiliation,
  };
}
