-- Services: seen wherever their provider is seen. The partnership that registered one keeps its record: its commissioners and its administrator.
GRANT SELECT ON care.services TO care_signed_in;
GRANT INSERT, UPDATE ON care.services TO care_commissioner, care_administrator;
CREATE POLICY with_the_provider ON care.services FOR SELECT TO care_signed_in USING (provider_id IN (SELECT id FROM care.organisations));
CREATE POLICY keeper_registers  ON care.services FOR INSERT TO care_commissioner, care_administrator WITH CHECK (
  partnership_id = (SELECT app.partnership()) AND provider_id IN (SELECT id FROM care.organisations));
CREATE POLICY keeper_changes    ON care.services FOR UPDATE TO care_commissioner, care_administrator
  USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY functions_read ON care.services FOR SELECT TO care_owner USING (true);
SELECT app.audit('services', 'services', 'id');
CREATE POLICY service_history ON care.audit_entries FOR SELECT TO care_signed_in USING (
  chain_id = (SELECT app.partnership()) AND root_table = 'services' AND root_id IN (SELECT id::text FROM care.services));
