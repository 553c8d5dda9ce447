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
  WHEN (OLD.state NOT IN ('Draft', 'InConsultation') AND (NEW.map, NEW.changes, NEW.pathway_id, NEW.number, NEW.outlook) IS DISTINCT FROM (OLD.map, OLD.changes, OLD.pathway_id, OLD.number, OLD.outlook))
  EXECUTE FUNCTION app.guard_frozen_map();
SELECT app.audit('pathway_versions', 'pathways', 'pathway_id', 'map,changes');

-- Who changed what in a map, element by element: those who draw it. Nobody takes a line away; one that was taken back says by which.
GRANT SELECT, INSERT ON care.pathway_changes TO care_commissioner, care_programme;
GRANT UPDATE (undone_by) ON care.pathway_changes TO care_commissioner, care_programme;
CREATE POLICY commissioner_writes ON care.pathway_changes FOR ALL TO care_commissioner USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY programme_writes    ON care.pathway_changes FOR ALL TO care_programme    USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
SELECT app.audit('pathway_changes', 'pathway_versions', 'version_id');

-- The history of a record is seen by those who see the record.
CREATE POLICY pathway_history ON care.audit_entries FOR SELECT TO care_commissioner, care_programme USING (
  chain_id = (SELECT app.partnership()) AND root_table = 'pathways' AND root_id IN (SELECT id::text FROM care.pathways));
