-- Agreements: everybody of the partnership sees what is signed, by whom, and who disagrees. Those who draw pathways ask for signatures.
GRANT SELECT ON care.agreements TO care_signed_in;
GRANT INSERT, UPDATE ON care.agreements TO care_commissioner, care_programme;
GRANT UPDATE (state, closed_at) ON care.agreements TO care_provider, care_voice;
CREATE POLICY partnership_reads   ON care.agreements FOR SELECT TO care_signed_in    USING (partnership_id = (SELECT app.partnership()));
CREATE POLICY commissioner_writes ON care.agreements FOR ALL    TO care_commissioner USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY programme_writes    ON care.agreements FOR ALL    TO care_programme    USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY signatory_concludes ON care.agreements FOR UPDATE TO care_provider, care_voice
  USING (partnership_id = (SELECT app.partnership()) AND id IN (SELECT agreement_id FROM care.agreement_parties WHERE organisation_id = (SELECT app.organisation())))
  WITH CHECK (partnership_id = (SELECT app.partnership()) AND state IN ('Open', 'Reached'));
CREATE POLICY functions_read      ON care.agreements FOR SELECT TO care_owner USING (true);
-- Reached only when all who must sign agree; never opened again. Whoever asks.
CREATE OR REPLACE FUNCTION app.guard_agreement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF OLD.state <> 'Open' OR (NEW.subject_id, NEW.fingerprint, NEW.title) IS DISTINCT FROM (OLD.subject_id, OLD.fingerprint, OLD.title) THEN
    RAISE EXCEPTION 'An agreement keeps what was signed, and is not opened again.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.state = 'Reached' AND EXISTS (
    SELECT FROM care.agreement_parties p WHERE p.agreement_id = NEW.id AND p.must_sign AND coalesce(
      (SELECT o.position FROM care.agreement_positions o WHERE o.agreement_id = p.agreement_id AND o.organisation_id = p.organisation_id ORDER BY o.number DESC LIMIT 1), 'Disagree') = 'Disagree') THEN
    RAISE EXCEPTION 'Not everybody who must sign agrees.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
-- After the statement's other rows: the last signature is written in the same moment.
CREATE OR REPLACE TRIGGER guard_agreement BEFORE UPDATE ON care.agreements FOR EACH ROW EXECUTE FUNCTION app.guard_agreement();
SELECT app.audit('agreements', 'agreements', 'id');

-- Who is asked: chosen by those who ask.
GRANT SELECT ON care.agreement_parties TO care_signed_in;
GRANT INSERT ON care.agreement_parties TO care_commissioner, care_programme;
CREATE POLICY partnership_reads   ON care.agreement_parties FOR SELECT TO care_signed_in    USING (partnership_id = (SELECT app.partnership()));
CREATE POLICY commissioner_asks   ON care.agreement_parties FOR INSERT TO care_commissioner WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY programme_asks      ON care.agreement_parties FOR INSERT TO care_programme    WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY functions_read      ON care.agreement_parties FOR SELECT TO care_owner USING (true);
SELECT app.audit('agreement_parties', 'agreements', 'agreement_id');

-- Positions: each for one's own organisation, by oneself, while it is open. Nobody changes or takes one away.
GRANT SELECT ON care.agreement_positions TO care_signed_in;
GRANT INSERT ON care.agreement_positions TO care_commissioner, care_provider, care_voice;
CREATE POLICY partnership_reads ON care.agreement_positions FOR SELECT TO care_signed_in USING (partnership_id = (SELECT app.partnership()));
CREATE POLICY signatory_signs   ON care.agreement_positions FOR INSERT TO care_commissioner, care_provider, care_voice WITH CHECK (
  partnership_id = (SELECT app.partnership()) AND organisation_id = (SELECT app.organisation()) AND by = (SELECT app.actor())
  AND agreement_id IN (SELECT id FROM care.agreements WHERE state = 'Open'));
CREATE POLICY functions_read    ON care.agreement_positions FOR SELECT TO care_owner USING (true);
SELECT app.audit('agreement_positions', 'agreements', 'agreement_id');

-- Discussions: where one sees what they are about, one sees what was said. Each is started by oneself, for one's own organisation; answered by those who draw; asked again by the organisation that started it.
GRANT SELECT ON care.discussions TO care_signed_in;
GRANT INSERT ON care.discussions TO care_commissioner, care_programme, care_provider, care_team, care_reviewer, care_clinician, care_voice, care_advocate;
GRANT UPDATE (state, disposition) ON care.discussions TO care_commissioner, care_programme, care_provider, care_team, care_reviewer, care_clinician, care_voice, care_advocate;
CREATE POLICY with_its_subject ON care.discussions FOR SELECT TO care_signed_in USING (subject_id IN (SELECT id FROM care.pathway_versions));
CREATE POLICY starts           ON care.discussions FOR INSERT TO care_commissioner, care_programme, care_provider, care_team, care_reviewer, care_clinician, care_voice, care_advocate WITH CHECK (
  partnership_id = (SELECT app.partnership()) AND organisation_id = (SELECT app.organisation()) AND started_by = (SELECT app.actor()) AND subject_id IN (SELECT id FROM care.pathway_versions));
CREATE POLICY answers          ON care.discussions FOR UPDATE TO care_commissioner, care_programme
  USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY asks_again       ON care.discussions FOR UPDATE TO care_provider, care_team, care_reviewer, care_clinician, care_voice, care_advocate
  USING (partnership_id = (SELECT app.partnership()) AND organisation_id = (SELECT app.organisation())) WITH CHECK (organisation_id = (SELECT app.organisation()) AND state = 'Open');
SELECT app.audit('discussions', 'discussions', 'id');

-- What was said in them: by oneself, and never changed.
GRANT SELECT ON care.discussion_entries TO care_signed_in;
GRANT INSERT ON care.discussion_entries TO care_commissioner, care_programme, care_provider, care_team, care_reviewer, care_clinician, care_voice, care_advocate;
CREATE POLICY with_its_discussion ON care.discussion_entries FOR SELECT TO care_signed_in USING (discussion_id IN (SELECT id FROM care.discussions));
CREATE POLICY says                ON care.discussion_entries FOR INSERT TO care_commissioner, care_programme, care_provider, care_team, care_reviewer, care_clinician, care_voice, care_advocate WITH CHECK (
  partnership_id = (SELECT app.partnership()) AND organisation_id = (SELECT app.organisation()) AND by = (SELECT app.actor()) AND discussion_id IN (SELECT id FROM care.discussions));
SELECT app.audit('discussion_entries', 'discussions', 'discussion_id');
