-- Files uploaded to be imported: those who keep the market of the partnership or draw its pathways, for a week. Nobody changes one, and only the system deletes them. The log tells that there was one, not its content.
GRANT SELECT, INSERT ON care.checked_uploads TO care_commissioner, care_administrator, care_programme;
CREATE POLICY keeper_reads   ON care.checked_uploads FOR SELECT TO care_commissioner, care_administrator, care_programme USING (partnership_id = (SELECT app.partnership()));
CREATE POLICY keeper_uploads ON care.checked_uploads FOR INSERT TO care_commissioner, care_administrator, care_programme WITH CHECK (
  partnership_id = (SELECT app.partnership()) AND uploaded_by = (SELECT app.actor()));
SELECT app.audit('checked_uploads', 'checked_uploads', 'id', 'content');
