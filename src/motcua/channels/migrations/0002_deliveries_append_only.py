"""History is only added to: the database refuses to change or remove a row."""

from django.db import migrations

APPEND_ONLY = """
CREATE FUNCTION channels_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME;
END $$;
CREATE TRIGGER channels_append_only BEFORE UPDATE OR DELETE ON channels_delivery FOR EACH ROW EXECUTE FUNCTION channels_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [("channels", "0001_initial")]
    operations = [
        migrations.RunSQL(APPEND_ONLY, "DROP TRIGGER channels_append_only ON channels_delivery; DROP FUNCTION channels_append_only();")
    ]
