-- What holds for every table, present and to come: row security forced on its owner too, and background work, which crosses partnerships, by a policy of its own.
DO $$
DECLARE
  name text;
BEGIN
  FOR name IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'care'::regnamespace AND c.relkind IN ('r', 'p') LOOP
    EXECUTE format('ALTER TABLE care.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE care.%I FORCE ROW LEVEL SECURITY', name);
    IF name = 'audit_entries' THEN
      EXECUTE format('GRANT SELECT ON care.%I TO care_system', name);
      EXECUTE format('CREATE POLICY system_reads ON care.%I FOR SELECT TO care_system USING (true)', name);
    ELSE
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON care.%I TO care_system', name);
      EXECUTE format('CREATE POLICY system_works ON care.%I FOR ALL TO care_system USING (true) WITH CHECK (true)', name);
    END IF;
  END LOOP;
END $$;
