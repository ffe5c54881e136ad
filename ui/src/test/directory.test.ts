import { expect, test } from 'vitest';
import type { PartnerLocationForm, PartnerServiceForm } from '../backend';
import { byId, main, settle, showWindow } from './show';

const PLACE = { screen: 'partner', partnerId: 'p1' } as const;

test('a_service_is_corrected_and_what_the_form_does_not_show_of_it_stays', async () => {
  const { office, user } = await showWindow({}, PLACE);
  await user.click(byId('edit-sv1'));
  await settle();
  await user.click(byId('schedules-0-FR'));
  await user.clear(byId('schedules-0-closes_at'));
  await user.type(byId('schedules-0-closes_at'), '18:00');
  expect(document.getElementById('schedules-1-MO')).toBeNull();
  await user.click(byId('add-phones'));
  await user.type(byId('phones-0-number'), '555-0177');
  await user.click(byId('warm-line24h-yes'));
  await user.click(byId('save-service'));
  await settle();
  const asked = office.asked('edit_partner_service') as { serviceId: string; seen: string; form: PartnerServiceForm };
  expect(asked).toMatchObject({ serviceId: 'sv1', seen: 'seen-sv1' });
  expect(asked.form.schedules).toEqual([
    { byday: 'MO,WE,FR', opens_at: '09:00', closes_at: '18:00', valid_from: '2026-01-01' },
    { byday: '1SA', freq: 'MONTHLY', opens_at: '10:00', closes_at: '12:00' },
  ]);
  expect(asked.form).toMatchObject({ warmLine24h: true, languages: ['en', 'so'], travelMinutes: { 'Elm Creek': 25 }, phones: [{ number: '555-0177' }], assuredOn: '2025-08-15' });
});

test('the_minutes_of_a_drive_are_a_zone_and_a_number', async () => {
  const { office, user } = await showWindow({}, PLACE);
  await user.click(byId('add-partner-services'));
  await user.type(byId('name'), 'Rides');
  await user.type(byId('travel-minutes'), 'Elm Creek');
  await user.click(byId('save-service'));
  await settle();
  expect(office.asked('create_partner_service')).toBeUndefined();
  expect(main().querySelector('[role=alert]')).toHaveAttribute('data-code', 'invalid-input');
  await user.type(byId('travel-minutes'), ': 25');
  await user.click(byId('save-service'));
  await settle();
  expect(office.asked('create_partner_service')?.form).toMatchObject({ partnerId: 'p1', name: 'Rides', travelMinutes: { 'Elm Creek': 25 }, warmLine24h: null });
});

test('a_service_is_said_to_be_checked_today_by_one_press', async () => {
  const { office, user } = await showWindow({}, PLACE);
  await user.click(byId('assured-sv1'));
  await settle();
  expect(office.asked('assure_partner_service')).toEqual({ serviceId: 'sv1' });
});

test('a_confidential_place_has_no_field_for_where_it_is', async () => {
  const { office, user } = await showWindow({}, { screen: 'partner', partnerId: 'p3' });
  await user.click(byId('add-partner-places'));
  await settle();
  for (const field of ['name', 'location-type', 'add-addresses', 'transportation', 'description']) expect(document.getElementById(field)).toBeNull();
  await user.click(byId('services-sv1'));
  await user.click(byId('save-location'));
  await settle();
  const form = office.asked('create_partner_location')?.form as PartnerLocationForm;
  expect(form).toMatchObject({ partnerId: 'p3', locationType: 'virtual', name: '', addresses: [], serviceIds: ['sv1'] });
});

test('a_place_is_written_with_its_address', async () => {
  const { office, user } = await showWindow({}, PLACE);
  await user.click(byId('edit-lo1'));
  await settle();
  await user.click(byId('add-addresses'));
  await user.type(byId('addresses-0-address_1'), '1 Main St');
  await user.type(byId('addresses-0-city'), 'Rivertown');
  await user.click(byId('save-location'));
  await settle();
  expect(office.asked('edit_partner_location')).toMatchObject({
    locationId: 'lo1', seen: 'seen-lo1', form: { addresses: [{ address_1: '1 Main St', city: 'Rivertown', country: 'US', address_type: 'physical' }], serviceIds: ['sv1'] },
  });
});

test('somebody_who_left_keeps_her_row_with_the_day', async () => {
  const { office, user } = await showWindow({}, PLACE);
  await user.click(byId('edit-pe1'));
  await settle();
  await user.type(byId('left-on'), '2026-02-01');
  await user.click(byId('save-partner-person'));
  await settle();
  expect(office.asked('edit_partner_person')).toMatchObject({ personId: 'pe1', seen: 'seen-pe1', form: { name: 'R. Hale', leftOn: '2026-02-01' } });
});

test('an_agency_is_corrected_in_place_of_what_its_form_showed', async () => {
  const { office, user } = await showWindow({}, PLACE);
  await user.click(byId('edit-partner'));
  await settle();
  await user.clear(byId('phone'));
  await user.type(byId('phone'), '555-0199');
  await user.click(byId('confidential-location-yes'));
  await user.click(byId('save-partner'));
  await settle();
  expect(office.asked('edit_partner')).toMatchObject({ partnerId: 'p1', seen: 'seen-p', form: { phone: '555-0199', confidentialLocation: true, address: '', kind: 'legal_aid' } });
});

test('whether_they_take_letters_is_asked_and_not_guessed', async () => {
  const { office, user } = await showWindow({}, PLACE);
  await user.click(byId('add-details'));
  await settle();
  await user.type(byId('email'), 'help@example.org');
  await user.click(byId('save-details'));
  await settle();
  expect(office.asked('describe_partner')).toMatchObject({ partnerId: 'p1', seen: 'seen-p', details: { email: 'help@example.org', acceptsLetter: null, phones: [{ number: '555-0120', type: 'voice' }] } });
});

test('esc_closes_the_form_of_a_person_and_gives_the_focus_back', async () => {
  const { user } = await showWindow({}, PLACE);
  await user.click(byId('edit-pe1'));
  await settle();
  await user.keyboard('{Escape}');
  await settle();
  expect(main().dataset.screen).toBe('partner');
  expect(document.activeElement).toHaveAttribute('id', 'edit-pe1');
});
