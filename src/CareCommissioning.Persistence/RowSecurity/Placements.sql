-- People, by reference, age and postcode district: commissioners all of their partnership, a team those it looks after, a provider those placed with it.
GRANT SELECT ON care.people TO care_commissioner, care_team, care_provider;
GRANT INSERT, UPDATE ON care.people TO care_team;
CREATE POLICY commissioner_reads ON care.people FOR SELECT TO care_commissioner USING (partnership_id = (SELECT app.partnership()));
CREATE POLICY team_works         ON care.people FOR ALL    TO care_team
  USING (team_id = (SELECT app.team())) WITH CHECK (team_id = (SELECT app.team()) AND partnership_id = (SELECT app.partnership()));
CREATE POLICY provider_reads     ON care.people FOR SELECT TO care_provider     USING (id IN (SELECT person_id FROM care.placements));
CREATE POLICY functions_read     ON care.people FOR SELECT TO care_owner        USING (true);
CREATE POLICY functions_move     ON care.people FOR UPDATE TO care_owner        USING (true) WITH CHECK (true);
SELECT app.audit('people', 'people', 'id');

-- Who they are, encrypted: the team that looks after them, and the provider where they live now. Commissioners never.
GRANT SELECT ON care.person_identities TO care_team, care_provider;
GRANT INSERT, UPDATE ON care.person_identities TO care_team;
CREATE POLICY team_works     ON care.person_identities FOR ALL TO care_team
  USING (EXISTS (SELECT FROM care.people p WHERE p.id = person_id)) WITH CHECK (EXISTS (SELECT FROM care.people p WHERE p.id = person_id));
CREATE POLICY provider_reads ON care.person_identities FOR SELECT TO care_provider USING (
  EXISTS (SELECT FROM care.placements p WHERE p.person_id = person_identities.person_id AND p.stage = 'Started'));
CREATE POLICY functions_read ON care.person_identities FOR SELECT TO care_owner USING (true);
SELECT app.audit('person_identities', 'people', 'person_id');

-- Placements: a partnership's commissioners all of them, and they alone approve; a team its own people's; a provider those agreed with it, in the partnership its people work in now.
GRANT SELECT ON care.placements TO care_commissioner, care_team, care_provider;
GRANT INSERT, UPDATE ON care.placements TO care_team;
GRANT UPDATE (stage, approved_at, approved_by) ON care.placements TO care_commissioner;
CREATE POLICY commissioner_reads    ON care.placements FOR SELECT TO care_commissioner USING (partnership_id = (SELECT app.partnership()));
CREATE POLICY commissioner_approves ON care.placements FOR UPDATE TO care_commissioner
  USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY team_works            ON care.placements FOR ALL    TO care_team
  USING (team_id = (SELECT app.team())) WITH CHECK (team_id = (SELECT app.team()) AND partnership_id = (SELECT app.partnership()));
CREATE POLICY provider_reads        ON care.placements FOR SELECT TO care_provider USING (
  provider_id = (SELECT app.organisation()) AND partnership_id = (SELECT app.partnership()) AND stage IN ('Approved', 'Started', 'Ended'));
CREATE POLICY functions_read        ON care.placements FOR SELECT TO care_owner USING (true);
CREATE POLICY functions_move        ON care.placements FOR UPDATE TO care_owner USING (true) WITH CHECK (true);
CREATE OR REPLACE FUNCTION app.guard_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Commissioners approve placements, in their own name.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE TRIGGER guard_approval BEFORE UPDATE ON care.placements FOR EACH ROW
  WHEN (app.actor() IS NOT NULL AND NEW.approved_at IS NOT NULL AND (OLD.approved_at, OLD.approved_by) IS DISTINCT FROM (NEW.approved_at, NEW.approved_by)
    AND (current_setting('role') <> 'care_commissioner' OR NEW.approved_by IS DISTINCT FROM app.actor()))
  EXECUTE FUNCTION app.guard_approval();
CREATE OR REPLACE TRIGGER guard_first_approval BEFORE INSERT ON care.placements FOR EACH ROW
  WHEN (app.actor() IS NOT NULL AND NEW.approved_at IS NOT NULL) EXECUTE FUNCTION app.guard_approval();
SELECT app.audit('placements', 'placements', 'id');

-- Fees and who pays them: with the placement. A team agrees them before the start, a commissioner changes them afterwards.
GRANT SELECT ON care.placement_terms TO care_commissioner, care_team, care_provider;
GRANT INSERT, UPDATE ON care.placement_terms TO care_commissioner, care_team;
CREATE POLICY commissioner_works ON care.placement_terms FOR ALL TO care_commissioner
  USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY with_the_placement ON care.placement_terms FOR SELECT TO care_team, care_provider USING (EXISTS (SELECT FROM care.placements p WHERE p.id = placement_id));
CREATE POLICY team_agrees        ON care.placement_terms FOR INSERT TO care_team WITH CHECK (
  EXISTS (SELECT FROM care.placements p WHERE p.id = placement_id AND p.stage IN ('Referred', 'Matched', 'Approved')));
CREATE POLICY team_corrects      ON care.placement_terms FOR UPDATE TO care_team
  USING (EXISTS (SELECT FROM care.placements p WHERE p.id = placement_id AND p.stage IN ('Referred', 'Matched', 'Approved')))
  WITH CHECK (EXISTS (SELECT FROM care.placements p WHERE p.id = placement_id AND p.stage IN ('Referred', 'Matched', 'Approved')));
CREATE POLICY functions_read     ON care.placement_terms FOR SELECT TO care_owner USING (true);
SELECT app.audit('placement_terms', 'placements', 'placement_id');

-- Reviews: with the placement. What was said in one is for the team; commissioners and the provider see when it was, what was decided and how late.
GRANT SELECT, INSERT ON care.placement_reviews TO care_team;
GRANT SELECT (id, placement_id, partnership_id, due_on, reviewed_on, decision, next_due_on, reviewed_by) ON care.placement_reviews TO care_commissioner, care_provider;
CREATE POLICY commissioner_reads ON care.placement_reviews FOR SELECT TO care_commissioner USING (partnership_id = (SELECT app.partnership()));
CREATE POLICY with_the_placement ON care.placement_reviews FOR SELECT TO care_team, care_provider USING (EXISTS (SELECT FROM care.placements p WHERE p.id = placement_id));
CREATE POLICY team_reviews       ON care.placement_reviews FOR INSERT TO care_team WITH CHECK (
  reviewed_by = (SELECT app.actor()) AND EXISTS (SELECT FROM care.placements p WHERE p.id = placement_id));
SELECT app.audit('placement_reviews', 'placements', 'placement_id');

-- What people want to reach: their team, and the provider where they live now, who is to help them.
GRANT SELECT ON care.placement_goals TO care_team, care_provider;
GRANT INSERT, UPDATE ON care.placement_goals TO care_team;
CREATE POLICY team_works     ON care.placement_goals FOR ALL    TO care_team
  USING (EXISTS (SELECT FROM care.placements p WHERE p.id = placement_id)) WITH CHECK (EXISTS (SELECT FROM care.placements p WHERE p.id = placement_id));
CREATE POLICY provider_reads ON care.placement_goals FOR SELECT TO care_provider USING (EXISTS (SELECT FROM care.placements p WHERE p.id = placement_id AND p.stage = 'Started'));
SELECT app.audit('placement_goals', 'placements', 'placement_id');

-- How people live: their team alone. Nobody changes what was written down. Others see sums, by the function below.
GRANT SELECT, INSERT ON care.placement_circumstances TO care_team;
CREATE POLICY team_reads     ON care.placement_circumstances FOR SELECT TO care_team USING (EXISTS (SELECT FROM care.placements p WHERE p.id = placement_id));
CREATE POLICY team_writes    ON care.placement_circumstances FOR INSERT TO care_team WITH CHECK (EXISTS (SELECT FROM care.placements p WHERE p.id = placement_id));
CREATE POLICY functions_read ON care.placement_circumstances FOR SELECT TO care_owner USING (true);
SELECT app.audit('placement_circumstances', 'placements', 'placement_id');

-- How often placements are reviewed here: read by all who review or watch, set by commissioners.
GRANT SELECT ON care.review_settings TO care_commissioner, care_team, care_provider;
GRANT INSERT, UPDATE, DELETE ON care.review_settings TO care_commissioner;
CREATE POLICY partnership_reads ON care.review_settings FOR SELECT TO care_team, care_provider USING (partnership_id = (SELECT app.partnership()));
CREATE POLICY commissioner_sets ON care.review_settings FOR ALL TO care_commissioner
  USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
SELECT app.audit('review_settings', 'review_settings', 'partnership_id');

-- A person is found by the keyed hash of their NHS number in one's own partnership, whichever team looks after them: that there is one, and which team to ask.
CREATE OR REPLACE FUNCTION app.find_person(wanted bytea) RETURNS TABLE (person_id uuid, team_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT p.id, p.team_id FROM care.person_identities i JOIN care.people p ON p.id = i.person_id
  WHERE i.partnership_id = app.partnership() AND i.look_up = wanted
$$;
-- A team hands a person over to another team of the partnership, with everything that is not over.
CREATE OR REPLACE FUNCTION app.hand_over(person uuid, to_team uuid, to_coordinator uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  -- Locked first: of two who hand the same person over at once, the second finds that it has happened.
  PERFORM 1 FROM care.people p WHERE p.id = person AND p.team_id = app.team() AND p.partnership_id = app.partnership() FOR UPDATE;
  IF NOT FOUND
      OR NOT EXISTS (SELECT FROM care.teams t JOIN care.team_members m ON m.team_id = t.id WHERE t.id = to_team AND t.partnership_id = app.partnership() AND m.account_id = to_coordinator) THEN
    RAISE EXCEPTION 'A team hands its own people over to a care co-ordinator of another team here.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE care.people SET team_id = to_team WHERE id = person;
  UPDATE care.placements SET team_id = to_team,
    care_coordinator_id = CASE WHEN stage IN ('Ended', 'Withdrawn') THEN care_coordinator_id ELSE to_coordinator END
    WHERE person_id = person AND partnership_id = app.partnership();
END $$;
-- How many people are with a service now, whoever placed them: numbers only, and only of providers that serve one's own partnership.
CREATE OR REPLACE FUNCTION app.places_taken(wanted uuid[]) RETURNS TABLE (service_id uuid, taken integer) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT p.service_id, count(*)::integer FROM care.placements p
  WHERE p.service_id = ANY (wanted) AND p.stage = 'Started'
    AND EXISTS (SELECT FROM care.partnership_members m WHERE m.organisation_id = p.provider_id AND m.partnership_id = app.partnership() AND m.accepted_on IS NOT NULL)
  GROUP BY p.service_id
$$;

-- How the people placed live and how far they have come, in sums: of all, by kind of service ('type'), by provider or by service; for a provider its own. Nothing is told of fewer than five.
CREATE OR REPLACE FUNCTION app.placement_outcomes(grouped text, today date) RETURNS TABLE (
  key text, people integer, housing_known integer, settled integer, work_known integer, in_paid_work integer, company numeric, recovery numeric, followed integer, gained numeric, gained_in_all numeric, cost numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH placed AS (
    SELECT p.id, p.person_id, p.stage, x.birth_year,
      CASE grouped WHEN 'all' THEN 'all' WHEN 'type' THEN s.type WHEN 'provider' THEN p.provider_id::text ELSE p.service_id::text END AS key
    FROM care.placements p JOIN care.services s ON s.id = p.service_id JOIN care.people x ON x.id = p.person_id
    WHERE p.partnership_id = app.partnership() AND (current_setting('role') = 'care_commissioner' OR p.provider_id = app.organisation())
      AND (p.stage = 'Started' OR p.stage = 'Ended' AND p.ended_on > today - 365)),
  known AS (
    SELECT f.*, c.as_of, c.housing, c.work, c.company, (c.company + c.hope + c.self + c.meaning + c.control) * 5 AS score
    FROM placed f JOIN care.placement_circumstances c ON c.placement_id = f.id),
  -- As they live now: of somebody with two placements the latest that was written down.
  latest AS (SELECT DISTINCT ON (k.key, k.person_id) k.* FROM known k WHERE k.stage = 'Started' ORDER BY k.key, k.person_id, k.as_of DESC, k.id),
  live AS (
    SELECT l.key, count(*)::integer AS people,
      count(*) FILTER (WHERE l.housing <> 'NotKnown')::integer AS housing_known,
      count(*) FILTER (WHERE l.housing IN ('OwnHome', 'WithFamilyOrFriends', 'SupportedHousing'))::integer AS settled,
      count(*) FILTER (WHERE l.work <> 'NotKnown' AND a.is_of_working_age)::integer AS work_known,
      count(*) FILTER (WHERE l.work = 'PaidWork' AND a.is_of_working_age)::integer AS in_paid_work,
      count(l.score)::integer AS answered, avg(l.company) AS company, avg(l.score) AS recovery
    FROM latest l, LATERAL (SELECT extract(year FROM today) - l.birth_year BETWEEN 18 AND 69 AS is_of_working_age) a GROUP BY l.key),
  -- From the first to the last answer within one placement.
  pairs AS (
    SELECT k.key, k.id, min(k.as_of) AS first_on, max(k.as_of) AS last_on, (array_agg(k.score ORDER BY k.as_of DESC))[1] - (array_agg(k.score ORDER BY k.as_of))[1] AS gained
    FROM known k WHERE k.score IS NOT NULL GROUP BY k.key, k.id HAVING min(k.as_of) < max(k.as_of)),
  come AS (
    SELECT q.key, count(*)::integer AS followed, avg(q.gained) AS gained, sum(q.gained) AS gained_in_all, sum(c.cost) AS cost
    FROM pairs q, LATERAL (
      SELECT sum(greatest(0, least(coalesce(t.valid_to, q.last_on), q.last_on) - greatest(t.valid_from, q.first_on)) * t.weekly_fee / 7) AS cost
      FROM care.placement_terms t WHERE t.placement_id = q.id) c
    GROUP BY q.key)
  SELECT coalesce(v.key, e.key), CASE WHEN v.people >= 5 THEN v.people END,
    CASE WHEN v.housing_known >= 5 THEN v.housing_known END, CASE WHEN v.housing_known >= 5 THEN v.settled END,
    CASE WHEN v.work_known >= 5 THEN v.work_known END, CASE WHEN v.work_known >= 5 THEN v.in_paid_work END,
    CASE WHEN v.answered >= 5 THEN round(v.company, 2) END, CASE WHEN v.answered >= 5 THEN round(v.recovery, 1) END,
    CASE WHEN e.followed >= 5 THEN e.followed END, CASE WHEN e.followed >= 5 THEN round(e.gained, 1) END,
    CASE WHEN e.followed >= 5 THEN e.gained_in_all::numeric END, CASE WHEN e.followed >= 5 THEN round(e.cost, 2) END
  FROM live v FULL JOIN come e ON e.key = v.key
$$;

-- What the log tells of one person, asked by the reference that people use: who opened their identity, alone or in a list, and what was done with them and their placements.
CREATE OR REPLACE FUNCTION app.audit_of_person(wanted integer, reference text) RETURNS SETOF bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH records AS (
    SELECT p.id FROM care.people p WHERE p.number = wanted AND p.partnership_id = app.partnership()
    UNION ALL SELECT s.id FROM care.placements s JOIN care.people p ON p.id = s.person_id WHERE p.number = wanted AND p.partnership_id = app.partnership())
  SELECT e.sequence FROM care.audit_entries e
  WHERE e.chain_id = app.partnership()
    AND (e.root_id IN (SELECT r.id::text FROM records r) OR (e.action = 'opened' AND reference = ANY (string_to_array(e.changes ->> 'references', ', '))))
$$;
REVOKE ALL ON FUNCTION app.find_person(bytea), app.hand_over(uuid, uuid, uuid), app.places_taken(uuid[]), app.placement_outcomes(text, date), app.audit_of_person(integer, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.audit_of_person(integer, text) TO care_guardian;
GRANT EXECUTE ON FUNCTION app.find_person(bytea), app.hand_over(uuid, uuid, uuid) TO care_team;
GRANT EXECUTE ON FUNCTION app.places_taken(uuid[]) TO care_team, care_commissioner;
GRANT EXECUTE ON FUNCTION app.placement_outcomes(text, date) TO care_commissioner, care_provider;

-- The history of a record is seen by those who see the record.
CREATE POLICY placement_history ON care.audit_entries FOR SELECT TO care_commissioner, care_team USING (
  chain_id = (SELECT app.partnership()) AND CASE WHEN root_table = 'placements' THEN EXISTS (SELECT FROM care.placements p WHERE p.id = root_id::uuid) ELSE false END);
CREATE POLICY person_history    ON care.audit_entries FOR SELECT TO care_team USING (
  chain_id = (SELECT app.partnership()) AND CASE WHEN root_table = 'people' THEN EXISTS (SELECT FROM care.people p WHERE p.id = root_id::uuid) ELSE false END);
