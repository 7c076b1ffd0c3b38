"""How the schema came about, one file a change, run by Alembic when an older state is opened."""
