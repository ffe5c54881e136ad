ALTER TABLE office_policy ADD COLUMN call_back_phone TEXT;
