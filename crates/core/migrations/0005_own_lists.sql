ALTER TABLE office_policy ADD COLUMN own_lists TEXT;
