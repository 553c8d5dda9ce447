-- The audit log: written by the functions of Foundation.sql, read by the information-governance lead, changed by nobody.
CREATE POLICY guardian_reads   ON care.audit_entries FOR SELECT TO care_guardian USING (chain_id = (SELECT app.partnership()));
CREATE POLICY functions_read   ON care.audit_entries FOR SELECT TO care_owner    USING (true);
CREATE POLICY functions_write  ON care.audit_entries FOR INSERT TO care_owner    WITH CHECK (true);
GRANT SELECT ON care.audit_entries TO care_signed_in;
CREATE OR REPLACE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit log is never changed.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER never_changed   BEFORE UPDATE OR DELETE ON care.audit_entries FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE OR REPLACE TRIGGER never_truncated BEFORE TRUNCATE ON care.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- Forms sent: one's own. A retry finds what the first try did.
GRANT SELECT, INSERT, UPDATE ON care.submissions TO care_signed_in;
CREATE POLICY own ON care.submissions FOR ALL TO care_signed_in USING (account_id = (SELECT app.actor())) WITH CHECK (account_id = (SELECT app.actor()));

-- E-mails to send: anybody's work may leave one; only the sender, a system actor, reads them.
GRANT INSERT ON care.outbox_emails TO care_signed_in, care_sign_in;
CREATE POLICY leaves_one ON care.outbox_emails FOR INSERT TO care_signed_in, care_sign_in WITH CHECK (true);
