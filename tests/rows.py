"""Looking through everything that a database holds."""

import re
import warnings

from sqlalchemy import Engine, MetaData, inspect, select


def columns_with(engine: Engine, wanted: re.Pattern[str]) -> set[str]:
    """Name the columns in any row of which the pattern stands."""
    metadata, found = MetaData(), set()
    names = [name for name in inspect(engine).get_table_names() if "_fts" not in name]
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*expression-based index")
        metadata.reflect(engine, only=names)
    with engine.connect() as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table)).mappings():
                found |= {f"{table.name}.{key}" for key in row if wanted.search(str(row[key]))}
    return found
