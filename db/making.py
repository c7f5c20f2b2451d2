"""Making an empty summit file."""

from pathlib import Path

from db import engines, schema, search, sorting


def build(part: Path) -> None:
    """Make an empty summit file at `part`."""
    part.unlink(missing_ok=True)
    part.touch()
    engine = engines.writer(part)
    try:
        with engine.connect() as connection:
            schema.create(connection)
            search.ensure(connection)
            sorting.ensure(connection)
            connection.exec_driver_sql(f"PRAGMA application_id={schema.APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={schema.CURRENT}")
            connection.commit()
        engines.checkpoint(engine)
    finally:
        engine.dispose()
