-- Registers: read by everybody of the partnership, kept by commissioners and programme leads; what people find effective, by their representatives too. Nothing is taken away: it is closed.
GRANT SELECT ON care.register_entries TO care_signed_in;
GRANT INSERT, UPDATE ON care.register_entries TO care_commissioner, care_programme, care_voice;
CREATE POLICY partnership_reads   ON care.register_entries FOR SELECT TO care_signed_in    USING (partnership_id = (SELECT app.partnership()));
CREATE POLICY commissioner_writes ON care.register_entries FOR ALL    TO care_commissioner USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY programme_writes    ON care.register_entries FOR ALL    TO care_programme    USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY voice_writes        ON care.register_entries FOR ALL    TO care_voice        USING (partnership_id = (SELECT app.partnership()) AND kind_code = 'what-helps') WITH CHECK (partnership_id = (SELECT app.partnership()) AND kind_code = 'what-helps');
SELECT app.audit('register_entries', 'register_entries', 'id');

-- Votes: each person's own, given and taken back. Pages tell how many, never whose.
GRANT SELECT ON care.register_votes TO care_signed_in;
GRANT INSERT, DELETE ON care.register_votes TO care_commissioner, care_programme, care_provider, care_team, care_reviewer, care_clinician, care_voice, care_advocate;
CREATE POLICY partnership_reads ON care.register_votes FOR SELECT TO care_signed_in USING (partnership_id = (SELECT app.partnership()));
CREATE POLICY votes             ON care.register_votes FOR INSERT TO care_commissioner, care_programme, care_provider, care_team, care_reviewer, care_clinician, care_voice, care_advocate WITH CHECK (
  partnership_id = (SELECT app.partnership()) AND account_id = (SELECT app.actor()) AND entry_id IN (SELECT id FROM care.register_entries WHERE state = 'open'));
CREATE POLICY takes_back        ON care.register_votes FOR DELETE TO care_commissioner, care_programme, care_provider, care_team, care_reviewer, care_clinician, care_voice, care_advocate USING (
  partnership_id = (SELECT app.partnership()) AND account_id = (SELECT app.actor()));
SELECT app.audit('register_votes', 'register_entries', 'entry_id');

-- Ties between two things: read by everybody of the partnership; made and undone by those who may write the thing they begin at.
GRANT SELECT ON care.links TO care_signed_in;
GRANT INSERT, DELETE ON care.links TO care_commissioner, care_programme, care_voice;
CREATE POLICY partnership_reads ON care.links FOR SELECT TO care_signed_in USING (partnership_id = (SELECT app.partnership()));
CREATE POLICY keeper_ties       ON care.links FOR INSERT TO care_commissioner, care_programme WITH CHECK (
  partnership_id = (SELECT app.partnership()) AND from_end = 'RegisterEntry' AND from_id IN (SELECT id FROM care.register_entries)
  AND (to_id IN (SELECT id FROM care.services) OR to_id IN (SELECT id FROM care.pathway_versions) OR to_id IN (SELECT id FROM care.register_entries)));
CREATE POLICY voice_ties        ON care.links FOR INSERT TO care_voice WITH CHECK (
  partnership_id = (SELECT app.partnership()) AND from_end = 'RegisterEntry' AND from_id IN (SELECT id FROM care.register_entries WHERE kind_code = 'what-helps') AND to_id IN (SELECT id FROM care.services));
CREATE POLICY keeper_unties     ON care.links FOR DELETE TO care_commissioner, care_programme USING (partnership_id = (SELECT app.partnership()));
CREATE POLICY voice_unties      ON care.links FOR DELETE TO care_voice USING (partnership_id = (SELECT app.partnership()) AND from_id IN (SELECT id FROM care.register_entries WHERE kind_code = 'what-helps'));
SELECT app.audit('links', 'register_entries', 'from_id');

-- The history of a record is seen by those who see the record; who voted is nobody's business.
CREATE POLICY register_history ON care.audit_entries FOR SELECT TO care_commissioner, care_programme USING (
  chain_id = (SELECT app.partnership()) AND root_table = 'register_entries' AND table_name <> 'register_votes' AND root_id IN (SELECT id::text FROM care.register_entries));
CREATE POLICY statement_history ON care.audit_entries FOR SELECT TO care_voice USING (
  chain_id = (SELECT app.partnership()) AND root_table = 'register_entries' AND table_name <> 'register_votes' AND root_id IN (SELECT id::text FROM care.register_entries WHERE kind_code = 'what-helps'));
