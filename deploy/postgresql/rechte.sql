-- Rechte der Anwendung. Mit psql als Eigentümerin der Tabellen ausführen, nach jeder Aktualisierung:
--   psql --dbname ideen --set app=ideen_app --file deploy/postgresql/rechte.sql
-- Das Protokoll (Tabelle entry) kann die Anwendung lesen und fortschreiben, nicht ändern oder löschen.
\set ON_ERROR_STOP on
BEGIN;
GRANT USAGE ON SCHEMA public TO :"app";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO :"app";
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO :"app";
REVOKE UPDATE, DELETE, TRUNCATE ON entry FROM :"app";
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON alembic_version FROM :"app";
COMMIT;
