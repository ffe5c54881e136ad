// Empty forms of an incident: nothing was asked yet.
import type { IncidentForm, PartForm } from '../backend';

const NOT_ASKED = 'not_asked';

export function partOf(part: PartForm = {}): Required<PartForm> {
  return {
    role: 'primary', victimizationOther: '', offenderRelation: '', strangulationReported: NOT_ASKED, ...part,
    victimization: [...(part.victimization ?? [])],
  };
}

export function incidentOf(form: IncidentForm = {}): Required<IncidentForm> {
  return {
    agencyCaseNumber: '', occurredOn: '', occurredAt: '', zone: '', tribalJurisdiction: NOT_ASKED, arrest: NOT_ASKED, inCustody: NOT_ASKED,
    weaponFirearm: NOT_ASKED, childrenPresent: NOT_ASKED, protectionOrderInForce: NOT_ASKED, respondingPartner: null, respondingAgency: '',
    reportingOfficer: null, ...form, part: partOf(form.part),
  };
}
