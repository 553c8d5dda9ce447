-- Who acts, as each connection was told when it was opened. Nothing was told: null, and no row matches.
CREATE OR REPLACE FUNCTION app.actor()        RETURNS uuid    LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.actor', true), '')::uuid $$;
CREATE OR REPLACE FUNCTION app.organisation() RETURNS uuid    LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.organisation', true), '')::uuid $$;
CREATE OR REPLACE FUNCTION app.partnership()  RETURNS uuid    LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.partnership', true), '')::uuid $$;
CREATE OR REPLACE FUNCTION app.team()         RETURNS uuid    LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.team', true), '')::uuid $$;
CREATE OR REPLACE FUNCTION app.is_approver()  RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT coalesce(current_setting('app.approver', true) = 'true', false) $$;

-- Which log a change belongs to: the partnership the actor works in, else the row's own, else its organisation's, else the platform's.
CREATE OR REPLACE FUNCTION app.chain_of(row_content jsonb) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce(
    app.partnership(),
    nullif(row_content ->> 'partnership_id', '')::uuid,
    (SELECT o.partnership_id FROM care.organisations o WHERE o.id = nullif(row_content ->> 'organisation_id', '')::uuid),
    (SELECT o.partnership_id FROM care.accounts a JOIN care.organisations o ON o.id = a.organisation_id WHERE a.id = nullif(row_content ->> 'account_id', '')::uuid),
    '00000000-0000-0000-0000-000000000000')
$$;

-- Adds one line to a chain. The lock is held until the transaction ends, so lines stand in the order of commits, without a gap.
CREATE OR REPLACE FUNCTION app.write_entry(chain uuid, action text, table_name text, record_id text, root_table text, root_id text, changes jsonb)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  entry care.audit_entries;
  last record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('care audit ' || chain, 0));
  SELECT e.sequence, e.hash INTO last FROM care.audit_entries e WHERE e.chain_id = chain ORDER BY e.sequence DESC LIMIT 1;
  entry.chain_id := chain;
  entry.sequence := coalesce(last.sequence, 0) + 1;
  entry.at := clock_timestamp();
  entry.actor_id := app.actor();
  entry.actor_name := coalesce(left(nullif(current_setting('app.actor_name', true), ''), 120), session_user);
  entry.actor_role := coalesce(nullif(current_setting('app.actor_role', true), ''), 'Database');
  entry.organisation_id := app.organisation();
  entry.action := action;
  entry.table_name := table_name;
  entry.record_id := record_id;
  entry.root_table := root_table;
  entry.root_id := root_id;
  entry.changes := changes;
  entry.reason := nullif(current_setting('app.reason', true), '');
  entry.page := left(nullif(current_setting('app.page', true), ''), 200);
  entry.request_id := nullif(current_setting('app.request', true), '');
  entry.address := left(nullif(current_setting('app.address', true), ''), 64);
  entry.previous_hash := coalesce(last.hash, '\x');
  entry.hash := sha256(entry.previous_hash || convert_to(app.audit_line(entry), 'UTF8'));
  INSERT INTO care.audit_entries SELECT entry.*;
END $$;

-- What is hashed: every column but the hashes, as one JSON array; the address, which came later, only where there is one. `verify-audit` builds the same text without this function.
CREATE OR REPLACE FUNCTION app.audit_line(e care.audit_entries) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT (jsonb_build_array(e.chain_id, e.sequence, extract(epoch from e.at), e.actor_id, e.actor_name, e.actor_role, e.organisation_id, e.action,
    e.table_name, e.record_id, e.root_table, e.root_id, e.changes, e.reason, e.page, e.request_id)
    || CASE WHEN e.address IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(e.address) END)::text
$$;

-- Writes what one row was and became. Deferred to the commit, so that waiting for the chain's lock is the last thing a transaction does
-- and never happens while it still wants rows.
-- Arguments: key columns, root table, root column, hidden columns, quiet columns (each a comma-separated list).
CREATE OR REPLACE FUNCTION app.audit_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) ELSE '{}' END;
  after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) ELSE '{}' END;
  content jsonb := CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
  hidden text[] := string_to_array(TG_ARGV[3], ',');
  quiet text[] := string_to_array(TG_ARGV[4], ',');
  changes jsonb;
BEGIN
  SELECT jsonb_object_agg(column_name, CASE
      WHEN column_name = ANY (hidden) THEN jsonb_build_array('(hidden)', '(hidden)')
      ELSE jsonb_build_array(before -> column_name, after -> column_name) END)
    INTO changes
    FROM jsonb_object_keys(before || after) AS column_name
    WHERE NOT column_name = ANY (quiet)
      AND coalesce(before -> column_name, 'null') IS DISTINCT FROM coalesce(after -> column_name, 'null');
  IF changes IS NOT NULL THEN
    PERFORM app.write_entry(
      app.chain_of(content), lower(TG_OP), TG_TABLE_NAME,
      (SELECT string_agg(content ->> key, '/') FROM unnest(string_to_array(TG_ARGV[0], ',')) AS key),
      TG_ARGV[1], content ->> TG_ARGV[2], changes);
  END IF;
  RETURN NULL;
END $$;

-- Declares that changes of a table are audited: under which record a reader finds them, and which columns are noise.
CREATE OR REPLACE FUNCTION app.audit(table_name text, root_table text, root_column text, quiet text DEFAULT '') RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  key_columns text;
  hidden text;
BEGIN
  SELECT string_agg(a.attname, ',' ORDER BY array_position(i.indkey::int2[], a.attnum)) INTO key_columns
    FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
    WHERE i.indrelid = ('care.' || table_name)::regclass AND i.indisprimary;
  SELECT coalesce(string_agg(a.attname, ','), '') INTO hidden
    FROM pg_attribute a
    WHERE a.attrelid = ('care.' || table_name)::regclass AND a.attnum > 0 AND NOT a.attisdropped
      AND col_description(a.attrelid, a.attnum) IN ('class: secret', 'class: identifiable', 'class: special_category');
  EXECUTE format('CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON care.%I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.audit_row(%L, %L, %L, %L, %L)',
    table_name, key_columns, root_table, root_column, hidden, quiet);
END $$;

-- Records something that changed no row: a sign-in, the opening of a person's record, an export. A change of a row is written by its trigger and by nothing else.
CREATE OR REPLACE FUNCTION app.record_event(action text, table_name text, record_id text, details jsonb, about jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF action IN ('insert', 'update', 'delete') THEN
    RAISE EXCEPTION 'Changes are recorded by the tables themselves.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM app.write_entry(app.chain_of(about), action, table_name, record_id, table_name, record_id, details);
END $$;

-- True when the actor's partnership registered the organisation and so keeps its record.
CREATE OR REPLACE FUNCTION app.keeps_organisation(organisation uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM care.organisations o WHERE o.id = organisation AND o.partnership_id = app.partnership())
$$;

-- True when, besides, the organisation is a provider: the part of the register that commissioners keep (S1-057).
CREATE OR REPLACE FUNCTION app.keeps_provider(organisation uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM care.organisations o JOIN care.organisation_kinds k ON k.code = o.kind_code
    WHERE o.id = organisation AND o.partnership_id = app.partnership() AND k.function = 'Provider')
$$;

-- True for a system administrator where their partnership keeps the organisation's record, and for an approver at their own organisation.
CREATE OR REPLACE FUNCTION app.manages_organisation(organisation uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN current_setting('role') = 'care_administrator' THEN app.keeps_organisation(organisation)
    ELSE app.is_approver() AND organisation = app.organisation() END
$$;

CREATE OR REPLACE FUNCTION app.organisation_of(account uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.organisation_id FROM care.accounts a WHERE a.id = account
$$;

CREATE OR REPLACE FUNCTION app.manages_account(account uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT app.manages_organisation(app.organisation_of(account))
$$;

-- True when the actor's organisation is asked to sign a version of the pathway.
CREATE OR REPLACE FUNCTION app.signs_pathway(pathway uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM care.pathway_versions v
    JOIN care.agreements a ON a.subject_id = v.id AND a.state <> 'Withdrawn'
    JOIN care.agreement_parties p ON p.agreement_id = a.id
    WHERE v.pathway_id = pathway AND v.state IN ('AwaitingAgreement', 'Agreed') AND p.organisation_id = app.organisation())
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
GRANT USAGE ON SCHEMA care, app TO care_signed_in, care_sign_in, care_system;
GRANT EXECUTE ON FUNCTION app.actor(), app.organisation(), app.partnership(), app.team(), app.is_approver(), app.chain_of(jsonb), app.keeps_organisation(uuid), app.keeps_provider(uuid),
  app.manages_organisation(uuid), app.organisation_of(uuid), app.manages_account(uuid), app.signs_pathway(uuid),
  app.record_event(text, text, text, jsonb, jsonb) TO care_signed_in, care_sign_in, care_system;
