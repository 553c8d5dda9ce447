-- The database's roles. Run once by somebody who may create roles (a superuser, or an owner with CREATEROLE); running it again changes nothing.
DO $$
DECLARE
  kind text;
  kinds constant text[] := array['commissioner', 'provider', 'team', 'reviewer', 'clinician', 'programme', 'voice', 'advocate', 'regulator', 'guardian', 'administrator'];
  others constant text[] := array['sign_in', 'system'];
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'care_owner') THEN CREATE ROLE care_owner NOLOGIN; END IF;
  -- The login gets its password, and LOGIN with it, from whoever sets the server up.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'care_app') THEN CREATE ROLE care_app NOLOGIN NOINHERIT NOBYPASSRLS; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'care_signed_in') THEN CREATE ROLE care_signed_in NOLOGIN; END IF;

  FOREACH kind IN ARRAY kinds || others LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'care_' || kind) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', 'care_' || kind);
    END IF;
    IF kind = ANY (kinds) THEN
      EXECUTE format('GRANT care_signed_in TO %I', 'care_' || kind);
    END IF;
    IF current_setting('server_version_num')::int >= 160000 THEN
      EXECUTE format('GRANT %I TO care_app WITH INHERIT FALSE, SET TRUE', 'care_' || kind);
      EXECUTE format('GRANT %I TO care_owner WITH INHERIT FALSE, SET TRUE', 'care_' || kind);
    ELSE
      EXECUTE format('GRANT %I TO care_app, care_owner', 'care_' || kind);
    END IF;
  END LOOP;

  IF current_setting('server_version_num')::int < 160000 THEN
    ALTER ROLE care_owner NOINHERIT;
  END IF;
END $$;
