-- Accounts: the names and roles of people one works with; kept by their approver and their partnership's administrator. Own: acceptance of the rules.
GRANT SELECT, UPDATE ON care.accounts TO care_signed_in;
GRANT SELECT, INSERT, UPDATE (last_signed_in_at) ON care.accounts TO care_sign_in;
CREATE POLICY partnership_reads ON care.accounts FOR SELECT TO care_signed_in USING (
  id = (SELECT app.actor())
  OR organisation_id = (SELECT app.organisation())
  OR organisation_id IN (SELECT organisation_id FROM care.partnership_members WHERE partnership_id = (SELECT app.partnership()) AND accepted_on IS NOT NULL));
CREATE POLICY self_changes     ON care.accounts FOR UPDATE TO care_signed_in USING (id = (SELECT app.actor())) WITH CHECK (id = (SELECT app.actor()));
CREATE POLICY approver_changes ON care.accounts FOR UPDATE TO care_signed_in USING (app.manages_organisation(organisation_id)) WITH CHECK (app.manages_organisation(organisation_id));
CREATE POLICY signing_in_reads   ON care.accounts FOR SELECT TO care_sign_in USING (true);
CREATE POLICY invitation_accepted ON care.accounts FOR INSERT TO care_sign_in WITH CHECK (true);
CREATE POLICY signing_in_changes ON care.accounts FOR UPDATE TO care_sign_in USING (true) WITH CHECK (true);
CREATE POLICY functions_read     ON care.accounts FOR SELECT TO care_owner USING (true);
-- Nobody changes their own role, dates or access, and nobody moves an account to another organisation.
CREATE OR REPLACE FUNCTION app.refuse_own_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Nobody changes their own role, dates or access.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER not_for_yourself BEFORE UPDATE OF role, is_approver, starts_on, ends_on, disabled_at, organisation_id ON care.accounts FOR EACH ROW
  WHEN (NEW.id = app.actor() OR NEW.organisation_id <> OLD.organisation_id) EXECUTE FUNCTION app.refuse_own_terms();
SELECT app.audit('accounts', 'accounts', 'id', quiet => 'last_signed_in_at');

-- Only an administrator makes an administrator, takes that role away, or changes how long and whether an administrator's account may be used.
CREATE OR REPLACE FUNCTION app.refuse_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Only an administrator makes an administrator.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER administrators_alone BEFORE UPDATE OF role, is_approver, starts_on, ends_on, disabled_at ON care.accounts FOR EACH ROW
  WHEN ((NEW.role, NEW.is_approver, NEW.starts_on, NEW.ends_on, NEW.disabled_at) IS DISTINCT FROM (OLD.role, OLD.is_approver, OLD.starts_on, OLD.ends_on, OLD.disabled_at)
    AND 'SystemAdministrator' IN (NEW.role, OLD.role) AND app.actor() IS NOT NULL AND current_setting('role') <> 'care_administrator')
  EXECUTE FUNCTION app.refuse_administrator();
-- A role is one that such an organisation has: the table of roles (Domain/Access/AccessTable.cs) stands in app.role_functions.
CREATE OR REPLACE FUNCTION app.check_role_fits() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM care.organisations o JOIN care.organisation_kinds k ON k.code = o.kind_code
      WHERE o.id = NEW.organisation_id AND k.function = ANY (app.role_functions(NEW.role))) THEN
    RAISE EXCEPTION 'An organisation of this kind has nobody of this role.' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER role_fits BEFORE INSERT OR UPDATE OF role, organisation_id ON care.accounts FOR EACH ROW EXECUTE FUNCTION app.check_role_fits();
CREATE OR REPLACE TRIGGER role_fits BEFORE INSERT OR UPDATE OF role, organisation_id ON care.invitations FOR EACH ROW EXECUTE FUNCTION app.check_role_fits();

-- Credentials: the person's own; their approver sees the address and takes a lock or two-step verification off.
GRANT SELECT, UPDATE ON care.credentials TO care_signed_in;
GRANT SELECT, INSERT, UPDATE ON care.credentials TO care_sign_in;
CREATE POLICY own              ON care.credentials FOR ALL TO care_signed_in USING (account_id = (SELECT app.actor())) WITH CHECK (account_id = (SELECT app.actor()));
CREATE POLICY approver_helps   ON care.credentials FOR ALL TO care_signed_in USING (app.manages_account(account_id)) WITH CHECK (app.manages_account(account_id));
CREATE POLICY signing_in_works ON care.credentials FOR ALL TO care_sign_in USING (true) WITH CHECK (true);

-- An approver helps and never becomes the person: no password, address or authenticator key of somebody else is set (ASVS V6.4.6).
CREATE OR REPLACE FUNCTION app.guard_credentials() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.actor() <> OLD.account_id AND (
      (NEW.password_hash, NEW.email, NEW.normalized_email) IS DISTINCT FROM (OLD.password_hash, OLD.email, OLD.normalized_email)
      OR (NEW.authenticator_key IS NOT NULL AND NEW.authenticator_key IS DISTINCT FROM OLD.authenticator_key)
      OR (NEW.two_step_enabled AND NOT OLD.two_step_enabled)) THEN
    RAISE EXCEPTION 'Nobody sets the password, address or authenticator of another person.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER guard BEFORE UPDATE ON care.credentials FOR EACH ROW EXECUTE FUNCTION app.guard_credentials();
SELECT app.audit('credentials', 'accounts', 'account_id', quiet => 'failed_sign_ins,last_authenticator_step,security_stamp');

GRANT SELECT, INSERT, DELETE ON care.recovery_codes TO care_signed_in, care_sign_in;
CREATE POLICY own              ON care.recovery_codes FOR ALL TO care_signed_in USING (account_id = (SELECT app.actor())) WITH CHECK (account_id = (SELECT app.actor()));
CREATE POLICY approver_removes ON care.recovery_codes FOR ALL TO care_signed_in USING (app.manages_account(account_id)) WITH CHECK (false);
CREATE POLICY signing_in_works ON care.recovery_codes FOR ALL TO care_sign_in USING (true) WITH CHECK (true);
SELECT app.audit('recovery_codes', 'accounts', 'account_id');

-- Invitations: the approver's and the administrator's; whoever holds the link accepts.
GRANT SELECT, INSERT, UPDATE ON care.invitations TO care_signed_in;
GRANT SELECT, UPDATE (accepted_at) ON care.invitations TO care_sign_in;
CREATE POLICY approver_invites ON care.invitations FOR ALL TO care_signed_in USING (app.manages_organisation(organisation_id)) WITH CHECK (
  app.manages_organisation(organisation_id) AND (role <> 'SystemAdministrator' OR current_setting('role') = 'care_administrator'));
CREATE POLICY link_reads       ON care.invitations FOR SELECT TO care_sign_in USING (true);
CREATE POLICY link_accepts     ON care.invitations FOR UPDATE TO care_sign_in USING (true) WITH CHECK (true);
SELECT app.audit('invitations', 'invitations', 'id');

-- Sessions: one's own, and those of the people one approves, to end them. Each sign-in and sign-out is an event of the audit log; the rows are not audited.
GRANT SELECT, UPDATE (ended_at, ended_because, partnership_id, team_id, key_hash, two_step_at, last_seen_at, confirmed_at) ON care.sessions TO care_signed_in;
GRANT SELECT, INSERT, UPDATE ON care.sessions TO care_sign_in;
CREATE POLICY own              ON care.sessions FOR ALL TO care_signed_in USING (account_id = (SELECT app.actor())) WITH CHECK (account_id = (SELECT app.actor()));
CREATE POLICY approver_ends    ON care.sessions FOR ALL TO care_signed_in USING (app.manages_account(account_id)) WITH CHECK (app.manages_account(account_id));
-- Whoever may end a colleague's session may do nothing else to it: a key of one's own making would be that colleague's session in one's own browser.
CREATE OR REPLACE FUNCTION app.guard_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A session of somebody else is ended and never changed.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER guard BEFORE UPDATE ON care.sessions FOR EACH ROW
  WHEN (OLD.account_id <> app.actor() AND to_jsonb(NEW) - '{ended_at,ended_because}'::text[] <> to_jsonb(OLD) - '{ended_at,ended_because}'::text[])
  EXECUTE FUNCTION app.guard_sessions();
CREATE POLICY signing_in_works ON care.sessions FOR ALL TO care_sign_in USING (true) WITH CHECK (true);

CREATE POLICY account_history ON care.audit_entries FOR SELECT TO care_signed_in USING (
  chain_id = (SELECT app.partnership()) AND root_table = 'accounts' AND root_id IN (SELECT id::text FROM care.accounts WHERE app.manages_organisation(organisation_id)));
CREATE POLICY own_history ON care.audit_entries FOR SELECT TO care_signed_in USING (root_table = 'accounts' AND root_id = (SELECT app.actor())::text);
