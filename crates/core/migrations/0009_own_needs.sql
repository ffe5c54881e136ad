ALTER TABLE referral ADD COLUMN own_need TEXT;
ALTER TABLE referral ADD COLUMN service BLOB;
