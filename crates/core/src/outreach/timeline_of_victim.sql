-- What was done with one victim? Contacts, referrals, letters and releases, newest first.
SELECT entry.id, entry.at, entry.kind, entry.first, entry.second, entry.third,
       coalesce(staff.name, ''), coalesce(staff.place, ''), entry.note
FROM (
    SELECT id, coalesce(at, '') AS at, 'contact' AS kind, channel AS first, outcome AS second,
           CAST(minutes AS TEXT) AS third, coalesce(note, '') AS note, staff
    FROM contact WHERE victim = :victim AND deleted <> 1
    UNION ALL
    SELECT referral.id, coalesce(made_at, ''), 'referral', partner.name, referral.status,
           referral.need, '', referral.staff
    FROM referral LEFT JOIN partner ON partner.id = referral.partner
    WHERE victim = :victim AND referral.deleted <> 1
    UNION ALL
    SELECT id, coalesce(at, ''), 'letter', form, language,
           CASE WHEN paper_state = 'not_made' AND coalesce(came_out, '') <> 'yes' THEN 'not_made' ELSE given END,
           '', staff
    FROM letter WHERE victim = :victim AND deleted <> 1
    UNION ALL
    SELECT release_of_information.id, coalesce(at, ''), 'release', partner.name, expires_on,
           CASE WHEN revoked = 1 THEN 'revoked' ELSE '' END, '', release_of_information.staff
    FROM release_of_information LEFT JOIN partner ON partner.id = recipient
    WHERE victim = :victim AND release_of_information.deleted <> 1
) AS entry
LEFT JOIN staff ON staff.id = entry.staff
ORDER BY entry.at DESC, entry.id DESC
