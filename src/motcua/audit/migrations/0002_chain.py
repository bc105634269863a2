"""Each new row is linked to the one before it in its chain, by the database itself."""

from django.db import migrations

CHAIN = """
CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    last record;
BEGIN
    -- One writer a chain at a time, so that a chain never forks.
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.chain, 45));
    SELECT sequence, hash INTO last FROM audit_record
        WHERE chain = NEW.chain ORDER BY sequence DESC LIMIT 1;
    NEW.sequence := coalesce(last.sequence, 0) + 1;
    NEW.previous_hash := coalesce(last.hash, '');
    NEW.hash := encode(sha256(convert_to(
        NEW.previous_hash || '|' || NEW.sequence || '|' || NEW.payload, 'UTF8')), 'hex');
    RETURN NEW;
END $$;
CREATE TRIGGER audit_chain BEFORE INSERT ON audit_record FOR EACH ROW EXECUTE FUNCTION audit_chain();
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [
        migrations.RunSQL(
            CHAIN, "DROP TRIGGER audit_chain ON audit_record; DROP FUNCTION audit_chain();"
        )
    ]
