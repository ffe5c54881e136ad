CREATE INDEX referral_waiting ON referral (made_at, id) WHERE status = 'sent';
