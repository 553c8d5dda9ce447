-- Pathways: known to everybody of the partnership, kept by its commissioners and programme leads.
GRANT SELECT ON care.pathways TO care_signed_in;
GRANT INSERT, UPDATE ON care.pathways TO care_commissioner, care_programme;
CREATE POLICY partnership_reads   ON care.pathways FOR SELECT TO care_signed_in    USING (partnership_id = (SELECT app.partnership()));
CREATE POLICY commissioner_writes ON care.pathways FOR ALL    TO care_commissioner USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY programme_writes    ON care.pathways FOR ALL    TO care_programme    USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
SELECT app.audit('pathways', 'pathways', 'id');

-- Versions of their maps: a draft only those who draw it; everybody of the partnership from the consultation on. What changed in a map stands in its changes.
GRANT SELECT ON care.pathway_versions TO care_signed_in;
GRANT INSERT, UPDATE ON care.pathway_versions TO care_commissioner, care_programme;
CREATE POLICY partnership_reads   ON care.pathway_versions FOR SELECT TO care_signed_in    USING (partnership_id = (SELECT app.partnership()) AND state <> 'Draft');
CREATE POLICY commissioner_writes ON care.pathway_versions FOR ALL    TO care_commissioner USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY programme_writes    ON care.pathway_versions FOR ALL    TO care_programme    USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
-- What was put to signature, and what was agreed, never changes.
CREATE OR REPLACE FUNCTION app.guard_frozen_map() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A version that is no longer drafted or consulted on keeps its map.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER guard_frozen_map BEFORE UPDATE ON care.pathway_versions FOR EACH ROW
  WHEN (OLD.state NOT IN ('Draft', 'InConsultation') AND (NEW.map, NEW.grounds, NEW.changes, NEW.pathway_id, NEW.number, NEW.outlook) IS DISTINCT FROM (OLD.map, OLD.grounds, OLD.changes, OLD.pathway_id, OLD.number, OLD.outlook))
  EXECUTE FUNCTION app.guard_frozen_map();
-- It is agreed when its agreement is reached, and superseded when another of its outlook is agreed; whoever signs last could not write the version otherwise.
CREATE OR REPLACE FUNCTION app.guard_agreed_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.state = 'Agreed' AND NOT (OLD.state = 'AwaitingAgreement' AND EXISTS (SELECT FROM care.agreements a WHERE a.subject_id = NEW.id AND a.state = 'Reached'))
    OR NEW.state = 'Superseded' AND OLD.state <> 'Agreed'
    OR OLD.state IN ('Agreed', 'Superseded') AND NEW.state NOT IN ('Agreed', 'Superseded')
    OR OLD.state = 'AwaitingAgreement' AND NEW.state = 'InConsultation' AND EXISTS (SELECT FROM care.agreements a WHERE a.subject_id = NEW.id AND a.state <> 'Withdrawn') THEN
    RAISE EXCEPTION 'A version becomes % by the signatures under its agreement, and in no other way.', NEW.state USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER guard_agreed_version BEFORE UPDATE OF state ON care.pathway_versions FOR EACH ROW WHEN (NEW.state <> OLD.state) EXECUTE FUNCTION app.guard_agreed_version();
GRANT UPDATE (state) ON care.pathway_versions TO care_provider, care_voice;
CREATE POLICY signatory_concludes ON care.pathway_versions FOR UPDATE TO care_provider, care_voice
  USING (partnership_id = (SELECT app.partnership()) AND state IN ('AwaitingAgreement', 'Agreed') AND app.signs_pathway(pathway_id))
  WITH CHECK (partnership_id = (SELECT app.partnership()) AND state IN ('Agreed', 'Superseded'));
CREATE POLICY functions_read      ON care.pathway_versions FOR SELECT TO care_owner USING (true);
SELECT app.audit('pathway_versions', 'pathways', 'pathway_id', 'map,changes');

-- Who changed what in a map, element by element: those who draw it. Nobody takes a line away; one that was taken back says by which.
GRANT SELECT, INSERT ON care.pathway_changes TO care_commissioner, care_programme;
GRANT UPDATE (undone_by) ON care.pathway_changes TO care_commissioner, care_programme;
CREATE POLICY commissioner_writes ON care.pathway_changes FOR ALL TO care_commissioner USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY programme_writes    ON care.pathway_changes FOR ALL TO care_programme    USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
SELECT app.audit('pathway_changes', 'pathway_versions', 'version_id');

-- What the partners hold to be best practice: read by everybody of the partnership, written by those who draw, never changed.
GRANT SELECT ON care.consensus_statements TO care_signed_in;
GRANT INSERT ON care.consensus_statements TO care_commissioner, care_programme;
CREATE POLICY partnership_reads   ON care.consensus_statements FOR SELECT TO care_signed_in    USING (partnership_id = (SELECT app.partnership()));
CREATE POLICY commissioner_writes ON care.consensus_statements FOR INSERT TO care_commissioner WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY programme_writes    ON care.consensus_statements FOR INSERT TO care_programme    WITH CHECK (partnership_id = (SELECT app.partnership()));
SELECT app.audit('consensus_statements', 'pathways', 'pathway_id');

-- Benefits: read by everybody of the partnership, kept by those who draw.
GRANT SELECT ON care.benefits TO care_signed_in;
GRANT INSERT, UPDATE ON care.benefits TO care_commissioner, care_programme;
CREATE POLICY partnership_reads   ON care.benefits FOR SELECT TO care_signed_in    USING (partnership_id = (SELECT app.partnership()));
CREATE POLICY commissioner_writes ON care.benefits FOR ALL    TO care_commissioner USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY programme_writes    ON care.benefits FOR ALL    TO care_programme    USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
SELECT app.audit('benefits', 'pathways', 'pathway_id');

-- Care packages: read by everybody of the partnership, kept by those who draw.
GRANT SELECT ON care.care_packages TO care_signed_in;
GRANT INSERT, UPDATE, DELETE ON care.care_packages TO care_commissioner, care_programme;
CREATE POLICY partnership_reads   ON care.care_packages FOR SELECT TO care_signed_in    USING (partnership_id = (SELECT app.partnership()));
CREATE POLICY commissioner_writes ON care.care_packages FOR ALL    TO care_commissioner USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY programme_writes    ON care.care_packages FOR ALL    TO care_programme    USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
SELECT app.audit('care_packages', 'pathways', 'pathway_id');

-- What people who use services tell: read by everybody of the partnership, written down by those who draw and by service-user representatives.
GRANT SELECT ON care.experience_sessions, care.experience_touchpoints TO care_signed_in;
GRANT INSERT, UPDATE ON care.experience_sessions TO care_commissioner, care_programme, care_voice;
GRANT INSERT, DELETE ON care.experience_touchpoints TO care_commissioner, care_programme, care_voice;
CREATE POLICY partnership_reads   ON care.experience_sessions    FOR SELECT TO care_signed_in    USING (partnership_id = (SELECT app.partnership()));
CREATE POLICY commissioner_writes ON care.experience_sessions    FOR ALL    TO care_commissioner USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY programme_writes    ON care.experience_sessions    FOR ALL    TO care_programme    USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY voice_writes        ON care.experience_sessions    FOR ALL    TO care_voice        USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY partnership_reads   ON care.experience_touchpoints FOR SELECT TO care_signed_in    USING (partnership_id = (SELECT app.partnership()));
CREATE POLICY commissioner_writes ON care.experience_touchpoints FOR ALL    TO care_commissioner USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY programme_writes    ON care.experience_touchpoints FOR ALL    TO care_programme    USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY voice_writes        ON care.experience_touchpoints FOR ALL    TO care_voice        USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
SELECT app.audit('experience_sessions', 'pathways', 'pathway_id');
SELECT app.audit('experience_touchpoints', 'experience_sessions', 'session_id');

-- The history of a record is seen by those who see the record.
CREATE POLICY pathway_history ON care.audit_entries FOR SELECT TO care_commissioner, care_programme USING (
  chain_id = (SELECT app.partnership()) AND root_table = 'pathways' AND root_id IN (SELECT id::text FROM care.pathways));
