import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("documents", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="PagePicture",
            fields=[
                (
                    "stored",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="documents.storedfile",
                    ),
                ),
                ("content", models.BinaryField(help_text="WebP; empty when the page cannot be drawn.")),
            ],
        ),
        # The database itself forgets the picture with the file, whoever removes the file's row.
        migrations.RunSQL(
            "ALTER TABLE documents_pagepicture ADD CONSTRAINT documents_pagepicture_stored "
            "FOREIGN KEY (stored_id) REFERENCES documents_storedfile (sha256) ON DELETE CASCADE",
            "ALTER TABLE documents_pagepicture DROP CONSTRAINT documents_pagepicture_stored",
        ),
    ]
