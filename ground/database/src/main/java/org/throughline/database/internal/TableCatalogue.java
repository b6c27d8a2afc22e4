package org.throughline.database.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The modules' tables as PostgreSQL's own catalogue knows them: every table of a schema that has a migration history, and
 * of the schema {@code custom} that users make.
 */
public final class TableCatalogue {

    private static final String HISTORY = "flyway_schema_history";

    private final Connection connection;
    private final SortedMap<String, String> versions;
    private final Map<String, Table> tables;
    private final List<String> relaxedConstraints = new ArrayList<>();

    /**
     * @param name    {@code schema.table}
     * @param columns name to type, without generated ones, in their order
     */
    public record Table(String name, Map<String, String> columns) {

        /** Reads what the backup's manifest says: name, then column and type, separated by tabs. */
        public static Table parse(String line) {
            var parts = List.of(line.split("\t", -1));
            var columns = new LinkedHashMap<String, String>();
            for (int i = 1; i + 1 < parts.size(); i += 2) {
                columns.put(parts.get(i), parts.get(i + 1));
            }
            return new Table(parts.getFirst(), columns);
        }

        /** The name for a statement. */
        public String quoted() {
            int dot = name.indexOf('.');
            return quote(name.substring(0, dot)) + "." + quote(name.substring(dot + 1));
        }

        /** The columns for a statement. */
        public String columnList() {
            return columns.keySet().stream().map(TableCatalogue::quote).collect(Collectors.joining(", "));
        }
    }

    /** Reads the catalogue in the connection's transaction. */
    public TableCatalogue(Connection connection) throws SQLException {
        this.connection = connection;
        this.versions = readVersions();
        this.tables = readTables();
    }

    /** The version of each module's schema. */
    public SortedMap<String, String> versions() {
        return versions;
    }

    /** All tables by name. */
    public Map<String, Table> tables() {
        return tables;
    }

    private SortedMap<String, String> readVersions() throws SQLException {
        var found = new TreeMap<String, String>();
        for (var schema : texts("""
                SELECT schemaname FROM pg_tables WHERE tablename = 'flyway_schema_history' ORDER BY schemaname
                """)) {
            var version = texts("""
                    SELECT version FROM %s.%s WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1
                    """.formatted(quote(schema), HISTORY));
            if (!version.isEmpty()) {
                found.put(schema, version.getFirst());
            }
        }
        return found;
    }

    private Map<String, Table> readTables() throws SQLException {
        var found = new LinkedHashMap<String, Table>();
        try (var statement = connection.prepareStatement("""
                SELECT n.nspname || '.' || c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
                  FROM pg_class c
                  JOIN pg_namespace n ON n.oid = c.relnamespace
                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                 WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND a.attgenerated = '' AND c.relname <> ?
                   AND (n.nspname = ANY (?) OR n.nspname = 'custom')
                 ORDER BY n.nspname, c.relname, a.attnum
                """)) {
            statement.setString(1, HISTORY);
            statement.setArray(
                    2, connection.createArrayOf("text", versions.keySet().toArray()));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getString(1), name -> new Table(name, new LinkedHashMap<>()))
                            .columns()
                            .put(row.getString(2), row.getString(3));
                }
            }
        }
        return found;
    }

    /** The last value of each sequence that was used, by {@code schema.sequence}. */
    public SortedMap<String, Long> sequences() throws SQLException {
        var values = new TreeMap<String, Long>();
        try (var statement = connection.prepareStatement("""
                SELECT schemaname || '.' || sequencename, last_value
                  FROM pg_sequences
                 WHERE last_value IS NOT NULL AND (schemaname = ANY (?) OR schemaname = 'custom')
                 ORDER BY 1
                """)) {
            statement.setArray(
                    1, connection.createArrayOf("text", versions.keySet().toArray()));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    values.put(row.getString(1), row.getLong(2));
                }
            }
        }
        return values;
    }

    /** Sets the sequences to what {@link #sequences} found, one per line. */
    public void setSequences(String lines) throws SQLException {
        for (var line : lines.lines().toList()) {
            int space = line.lastIndexOf(' ');
            try (var statement = connection.prepareStatement("SELECT setval(to_regclass(?), ?)")) {
                statement.setString(1, line.substring(0, space));
                statement.setLong(2, Long.parseLong(line.substring(space + 1)));
                statement.execute();
            }
        }
    }

    /** Adds the columns {@code x_…} that users had made and that are missing here. */
    public void addOwnFields(Map<String, Table> wanted) throws SQLException {
        for (var table : wanted.values()) {
            var here = tables.get(table.name());
            if (here == null) {
                throw new SQLException("There is no table " + table.name());
            }
            for (var column : table.columns().entrySet()) {
                if (column.getKey().startsWith("x_") && !here.columns().containsKey(column.getKey())) {
                    execute("ALTER TABLE %s ADD COLUMN %s %s"
                            .formatted(here.quoted(), quote(column.getKey()), column.getValue()));
                }
            }
        }
    }

    /** Empties every table; triggers and guards rest, references are checked at the end. */
    public void beginReplacing() throws SQLException {
        for (var table : tables.values()) {
            execute("ALTER TABLE %s DISABLE TRIGGER USER".formatted(table.quoted()));
            execute("ALTER TABLE %s NO FORCE ROW LEVEL SECURITY".formatted(table.quoted()));
        }
        execute("TRUNCATE " + tables.values().stream().map(Table::quoted).collect(Collectors.joining(", ")));
        for (var constraint : texts("""
                SELECT format('ALTER TABLE %s ALTER CONSTRAINT %I', k.conrelid::regclass, k.conname)
                  FROM pg_constraint k
                  JOIN pg_class c ON c.oid = k.conrelid AND c.relkind = 'r'
                 WHERE k.contype = 'f' AND NOT k.condeferrable
                 ORDER BY 1
                """)) {
            execute(constraint + " DEFERRABLE INITIALLY DEFERRED");
            relaxedConstraints.add(constraint);
        }
    }

    /** Checks all references and sets triggers and guards to work again. */
    public void endReplacing() throws SQLException {
        execute("SET CONSTRAINTS ALL IMMEDIATE");
        for (var constraint : relaxedConstraints) {
            execute(constraint + " NOT DEFERRABLE");
        }
        for (var table : tables.values()) {
            execute("ALTER TABLE %s ENABLE TRIGGER USER".formatted(table.quoted()));
        }
        for (var name : texts("""
                SELECT c.oid::regclass::text
                  FROM pg_class c
                 WHERE c.relkind = 'r' AND c.relrowsecurity
                   AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'owner')
                 ORDER BY 1
                """)) {
            execute("ALTER TABLE %s FORCE ROW LEVEL SECURITY".formatted(name));
        }
        execute("INSERT INTO platform.change_mark (schema_name, table_name, transaction) "
                + "VALUES ('*', '*', pg_current_xact_id())");
        execute("SELECT pg_notify('throughline_live', '{\"t\": \"*\"}')");
    }

    private List<String> texts(String query) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
