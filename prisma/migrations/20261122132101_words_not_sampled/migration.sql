-- The server keeps samples of what stands in a column for its planner, and keeps them when the rows are gone: of a table that was emptied
-- for good. Of columns with people's words none are taken any more. Setting a column's type again drops the samples there are; it rewrites
-- nothing.
DO $$
DECLARE
  it record;
BEGIN
  FOR it IN
    SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod) AS type
    FROM (VALUES
      ('Answer', 'content'), ('TypedReply', 'text'), ('Statement', 'text'), ('HiddenWords', 'reason'), ('ReviewSecret', 'sealed'),
      ('Review', 'question'), ('Decision', 'rationale'), ('Post', 'message'), ('AuditEntry', 'details'), ('ClientImport', 'text'),
      ('PulseAnswer', 'comment'), ('Evidence', 'text'), ('Evidence', 'link'), ('Intake', 'answers'),
      ('ActionPlan', 'words'), ('PlanItem', 'text'), ('PlanItem', 'reason'),
      ('ClientMeeting', 'place'), ('ClientMeeting', 'prepSheet'), ('ClientMeeting', 'record'),
      ('Readiness', 'skippedReason'), ('ReadinessAnswer', 'comment'), ('OutcomeCheck', 'why'),
      ('PartingStep', 'title'), ('PartingStep', 'note'), ('PartingStep', 'reason'), ('Notice', 'text'),
      ('Installation', 'sealedToken')
    ) AS words(in_table, in_column)
    JOIN pg_class c ON c.oid = format('%I', in_table)::regclass
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = in_column
  LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE %s', it.relname, it.attname, it.type);
    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET STATISTICS 0', it.relname, it.attname);
  END LOOP;
END $$;
