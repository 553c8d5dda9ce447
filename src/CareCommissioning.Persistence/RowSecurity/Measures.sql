-- Measures and their values: read by everybody of the partnership, kept by commissioners and programme leads. A value is never changed or taken away.
GRANT SELECT ON care.measures, care.measure_observations TO care_signed_in;
GRANT INSERT, UPDATE ON care.measures TO care_commissioner, care_programme;
GRANT INSERT ON care.measure_observations TO care_commissioner, care_programme;
CREATE POLICY partnership_reads   ON care.measures             FOR SELECT TO care_signed_in    USING (partnership_id = (SELECT app.partnership()));
CREATE POLICY commissioner_writes ON care.measures             FOR ALL    TO care_commissioner USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY programme_writes    ON care.measures             FOR ALL    TO care_programme    USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY partnership_reads   ON care.measure_observations FOR SELECT TO care_signed_in    USING (partnership_id = (SELECT app.partnership()));
CREATE POLICY commissioner_writes ON care.measure_observations FOR INSERT TO care_commissioner WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY programme_writes    ON care.measure_observations FOR INSERT TO care_programme    WITH CHECK (partnership_id = (SELECT app.partnership()));
SELECT app.audit('measures', 'measures', 'id');
SELECT app.audit('measure_observations', 'measures', 'measure_id');
