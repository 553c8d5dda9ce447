-- Row security is written anew from these files after every migration, in one transaction: first everything it was is taken away.
CREATE SCHEMA IF NOT EXISTS app;
DO $$
DECLARE
  it record;
BEGIN
  FOR it IN SELECT policyname, tablename FROM pg_policies WHERE schemaname = 'care' LOOP
    EXECUTE format('DROP POLICY %I ON care.%I', it.policyname, it.tablename);
  END LOOP;
  FOR it IN SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            WHERE c.relnamespace = 'care'::regnamespace AND t.tgname = 'audit' LOOP
    EXECUTE format('DROP TRIGGER %I ON care.%I', it.tgname, it.relname);
  END LOOP;
  FOR it IN SELECT rolname FROM pg_roles WHERE rolname LIKE 'care\_%' AND rolname NOT IN ('care_owner', 'care_app') LOOP
    EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA care FROM %I', it.rolname);
    EXECUTE format('REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM %I', it.rolname);
  END LOOP;
END $$;
REVOKE ALL ON SCHEMA care, app FROM PUBLIC;
