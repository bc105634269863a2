"""History is only added to: the database refuses to change or remove a row."""

from django.db import migrations

APPEND_ONLY = """
CREATE FUNCTION catalogue_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME;
END $$;
CREATE TRIGGER catalogue_append_only BEFORE UPDATE OR DELETE ON catalogue_revision FOR EACH ROW EXECUTE FUNCTION catalogue_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0001_initial")]
    operations = [
        migrations.RunSQL(APPEND_ONLY, "DROP TRIGGER catalogue_append_only ON catalogue_revision; DROP FUNCTION catalogue_append_only();")
    ]
