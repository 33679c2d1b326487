-- The audit log still only grows: no entry goes, and none says anything new. What an entry says about a person may be
-- left out when the data go that it points at, and only by a transaction that says so.
CREATE OR REPLACE FUNCTION audit_log_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND current_setting('fachforum.audit_forgets', true) = 'on'
    AND (NEW.id, NEW.at, NEW.action, NEW.subject_type) = (OLD.id, OLD.at, OLD.action, OLD.subject_type)
    AND NEW.subject_id IS NOT DISTINCT FROM OLD.subject_id
    AND (NEW.actor_id IS NULL OR NEW.actor_id IS NOT DISTINCT FROM OLD.actor_id)
    AND NEW.detail <@ OLD.detail
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'audit_log is append-only';
END
$$;
