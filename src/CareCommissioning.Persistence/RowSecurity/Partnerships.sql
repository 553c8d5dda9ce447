-- Partnerships: one's own, and those one's organisation also serves. An administrator reads every name, to let a provider serve another partnership.
GRANT SELECT ON care.partnerships TO care_signed_in, care_sign_in;
CREATE POLICY own_and_served      ON care.partnerships FOR SELECT TO care_signed_in     USING (id = (SELECT app.partnership()) OR id IN (SELECT partnership_id FROM care.partnership_members WHERE organisation_id = (SELECT app.organisation()) AND accepted_on IS NOT NULL));
CREATE POLICY administrator_reads ON care.partnerships FOR SELECT TO care_administrator USING (true);
CREATE POLICY signing_in_reads    ON care.partnerships FOR SELECT TO care_sign_in       USING (true);
SELECT app.audit('partnerships', 'partnerships', 'id');

-- Localities: read by everybody of the partnership, kept by its administrator.
GRANT SELECT ON care.localities TO care_signed_in;
GRANT INSERT, UPDATE, DELETE ON care.localities TO care_administrator;
CREATE POLICY partnership_reads   ON care.localities FOR SELECT TO care_signed_in     USING (partnership_id = (SELECT app.partnership()));
CREATE POLICY administrator_keeps ON care.localities FOR ALL    TO care_administrator USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
SELECT app.audit('localities', 'localities', 'id');

-- Kinds of organisation: public facts, the same for all partnerships; an administrator adds a kind or ends one.
GRANT SELECT ON care.organisation_kinds TO care_signed_in, care_sign_in;
GRANT INSERT, UPDATE ON care.organisation_kinds TO care_administrator;
CREATE POLICY everybody_reads       ON care.organisation_kinds FOR SELECT TO care_signed_in, care_sign_in USING (true);
CREATE POLICY administrator_adds    ON care.organisation_kinds FOR INSERT TO care_administrator WITH CHECK (true);
CREATE POLICY administrator_changes ON care.organisation_kinds FOR UPDATE TO care_administrator USING (true) WITH CHECK (true);
CREATE POLICY functions_read        ON care.organisation_kinds FOR SELECT TO care_owner USING (true);
SELECT app.audit('organisation_kinds', 'organisation_kinds', 'code');

-- Organisations: those that serve the partnership, and one's own; an administrator also those that were offered to it. The partnership that registered one keeps its record: its administrator all of them, its commissioners the providers (S1-057).
GRANT SELECT ON care.organisations TO care_signed_in, care_sign_in;
GRANT INSERT, UPDATE ON care.organisations TO care_administrator, care_commissioner;
CREATE POLICY partnership_reads ON care.organisations FOR SELECT TO care_signed_in USING (
  partnership_id = (SELECT app.partnership())
  OR id = (SELECT app.organisation())
  OR id IN (SELECT organisation_id FROM care.partnership_members WHERE partnership_id = (SELECT app.partnership()) AND accepted_on IS NOT NULL));
CREATE POLICY offered_reads     ON care.organisations FOR SELECT TO care_administrator USING (
  id IN (SELECT organisation_id FROM care.partnership_members WHERE partnership_id = (SELECT app.partnership())));
CREATE POLICY signing_in_reads  ON care.organisations FOR SELECT TO care_sign_in USING (true);
CREATE POLICY keeper_registers  ON care.organisations FOR INSERT TO care_administrator WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY keeper_changes    ON care.organisations FOR UPDATE TO care_administrator USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY market_registers  ON care.organisations FOR INSERT TO care_commissioner WITH CHECK (
  partnership_id = (SELECT app.partnership()) AND kind_code IN (SELECT code FROM care.organisation_kinds WHERE function = 'Provider'));
CREATE POLICY market_changes    ON care.organisations FOR UPDATE TO care_commissioner
  USING (partnership_id = (SELECT app.partnership()) AND kind_code IN (SELECT code FROM care.organisation_kinds WHERE function = 'Provider'))
  WITH CHECK (partnership_id = (SELECT app.partnership()) AND kind_code IN (SELECT code FROM care.organisation_kinds WHERE function = 'Provider'));
CREATE POLICY functions_read    ON care.organisations FOR SELECT TO care_owner USING (true);
SELECT app.audit('organisations', 'organisations', 'id');

-- Their names over time: with the organisation.
GRANT SELECT ON care.organisation_names TO care_signed_in, care_sign_in;
GRANT INSERT, UPDATE ON care.organisation_names TO care_administrator, care_commissioner;
CREATE POLICY with_the_organisation ON care.organisation_names FOR SELECT TO care_signed_in USING (organisation_id IN (SELECT id FROM care.organisations));
CREATE POLICY signing_in_reads      ON care.organisation_names FOR SELECT TO care_sign_in USING (true);
CREATE POLICY keeper_names          ON care.organisation_names FOR INSERT TO care_administrator WITH CHECK (app.keeps_organisation(organisation_id));
CREATE POLICY keeper_changes        ON care.organisation_names FOR UPDATE TO care_administrator USING (app.keeps_organisation(organisation_id)) WITH CHECK (app.keeps_organisation(organisation_id));
CREATE POLICY market_names          ON care.organisation_names FOR INSERT TO care_commissioner  WITH CHECK (app.keeps_provider(organisation_id));
CREATE POLICY market_changes        ON care.organisation_names FOR UPDATE TO care_commissioner  USING (app.keeps_provider(organisation_id)) WITH CHECK (app.keeps_provider(organisation_id));
SELECT app.audit('organisation_names', 'organisations', 'organisation_id');

-- Which organisation serves which partnership: seen from either side. The administrator of the partnership that keeps the organisation's record offers it; the administrator of the other one accepts; either ends it. A commissioner who registers a provider lets it serve their own partnership and no other.
GRANT SELECT ON care.partnership_members TO care_signed_in, care_sign_in;
GRANT INSERT, UPDATE, DELETE ON care.partnership_members TO care_administrator;
GRANT INSERT ON care.partnership_members TO care_commissioner;
CREATE POLICY both_sides_read ON care.partnership_members FOR SELECT TO care_signed_in USING (
  (partnership_id = (SELECT app.partnership()) OR organisation_id = (SELECT app.organisation())) AND accepted_on IS NOT NULL);
CREATE POLICY keeper_reads    ON care.partnership_members FOR SELECT TO care_administrator, care_commissioner USING (app.keeps_organisation(organisation_id));
CREATE POLICY offered_reads   ON care.partnership_members FOR SELECT TO care_administrator USING (partnership_id = (SELECT app.partnership()));
CREATE POLICY signing_in_reads ON care.partnership_members FOR SELECT TO care_sign_in USING (true);
CREATE POLICY keeper_offers   ON care.partnership_members FOR INSERT TO care_administrator WITH CHECK (
  app.keeps_organisation(organisation_id) AND (accepted_on IS NULL OR partnership_id = (SELECT app.partnership())));
CREATE POLICY either_decides  ON care.partnership_members FOR UPDATE TO care_administrator
  USING (app.keeps_organisation(organisation_id) OR partnership_id = (SELECT app.partnership()))
  WITH CHECK (app.keeps_organisation(organisation_id) OR partnership_id = (SELECT app.partnership()));
CREATE POLICY either_takes_back ON care.partnership_members FOR DELETE TO care_administrator USING (
  accepted_on IS NULL AND (app.keeps_organisation(organisation_id) OR partnership_id = (SELECT app.partnership())));
CREATE POLICY market_begins   ON care.partnership_members FOR INSERT TO care_commissioner WITH CHECK (partnership_id = (SELECT app.partnership()) AND app.keeps_provider(organisation_id));
CREATE POLICY functions_read  ON care.partnership_members FOR SELECT TO care_owner USING (true);
-- Nobody accepts for another partnership, and what was accepted is made shorter and never longer without being offered and accepted again.
CREATE OR REPLACE FUNCTION app.guard_membership() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.partnership_id, NEW.organisation_id) <> (OLD.partnership_id, OLD.organisation_id)
      OR (OLD.accepted_on IS NULL AND NEW.accepted_on IS NOT NULL AND (NEW.partnership_id <> app.partnership() OR NEW.valid_from <> OLD.valid_from))
      OR (OLD.accepted_on IS NOT NULL AND NEW.accepted_on IS NOT NULL
        AND (NEW.accepted_on, NEW.valid_from) <> (OLD.accepted_on, OLD.valid_from))
      OR (OLD.accepted_on IS NOT NULL AND NEW.accepted_on IS NOT NULL AND coalesce(NEW.valid_to, 'infinity') > coalesce(OLD.valid_to, 'infinity')) THEN
    RAISE EXCEPTION 'A partnership itself accepts who serves it.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER guard BEFORE UPDATE ON care.partnership_members FOR EACH ROW WHEN (app.actor() IS NOT NULL) EXECUTE FUNCTION app.guard_membership();
SELECT app.audit('partnership_members', 'organisations', 'organisation_id');

-- Teams and who works in them: read by everybody of the partnership, kept by its administrator.
GRANT SELECT ON care.teams, care.team_members TO care_signed_in, care_sign_in;
GRANT INSERT, UPDATE ON care.teams TO care_administrator;
GRANT INSERT, DELETE ON care.team_members TO care_administrator;
CREATE POLICY partnership_reads   ON care.teams FOR SELECT TO care_signed_in     USING (partnership_id = (SELECT app.partnership()));
CREATE POLICY signing_in_reads    ON care.teams FOR SELECT TO care_sign_in       USING (true);
CREATE POLICY administrator_keeps ON care.teams FOR ALL    TO care_administrator USING (partnership_id = (SELECT app.partnership())) WITH CHECK (partnership_id = (SELECT app.partnership()));
CREATE POLICY with_the_team       ON care.team_members FOR SELECT TO care_signed_in     USING (team_id IN (SELECT id FROM care.teams) OR account_id = (SELECT app.actor()));
CREATE POLICY signing_in_reads    ON care.team_members FOR SELECT TO care_sign_in       USING (true);
CREATE POLICY administrator_keeps ON care.team_members FOR ALL    TO care_administrator USING (team_id IN (SELECT id FROM care.teams)) WITH CHECK (team_id IN (SELECT id FROM care.teams));
CREATE POLICY functions_read      ON care.teams        FOR SELECT TO care_owner USING (true);
CREATE POLICY functions_read      ON care.team_members FOR SELECT TO care_owner USING (true);
SELECT app.audit('teams', 'teams', 'id');
SELECT app.audit('team_members', 'teams', 'team_id');

-- The history of a record is seen by those who see the record.
CREATE POLICY organisation_history ON care.audit_entries FOR SELECT TO care_signed_in USING (
  chain_id = (SELECT app.partnership()) AND root_table = 'organisations' AND root_id IN (SELECT id::text FROM care.organisations));
CREATE POLICY place_history ON care.audit_entries FOR SELECT TO care_signed_in USING (
  chain_id = (SELECT app.partnership()) AND root_table IN ('localities', 'teams', 'organisation_kinds'));
