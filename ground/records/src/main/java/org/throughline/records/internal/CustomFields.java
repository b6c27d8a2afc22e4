package org.throughline.records.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.throughline.database.Notifications;
import org.throughline.kernel.Actor;
import org.throughline.kernel.Identity;
import org.throughline.records.Choice;
import org.throughline.records.Field;
import org.throughline.records.FieldKind;
import org.throughline.records.Labels;
import tools.jackson.databind.JsonNode;

/** The fields that users of this house made, in table {@code records.custom_field}; remembered until one changes. */
@Repository
class CustomFields implements Notifications.Listener {

    private final JdbcClient jdbc;
    private final ConcurrentHashMap<UUID, Map<String, List<Field>>> byOrganisation = new ConcurrentHashMap<>();

    CustomFields(JdbcClient jdbc, ObjectProvider<Notifications> notifications) {
        this.jdbc = jdbc;
        notifications.ifAvailable(source -> source.hear(this));
    }

    @Override
    public void told(String payload) {
        if (payload.contains("\"records.custom_field\"")) {
            byOrganisation.clear();
        }
    }

    @Override
    public void mayHaveMissed() {
        byOrganisation.clear();
    }

    /** Forgets now, and again when the transaction ends: what was read meanwhile may have been taken back. */
    private void forget() {
        byOrganisation.clear();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    byOrganisation.clear();
                }
            });
        }
    }

    List<Field> of(String type) {
        return byType().getOrDefault(type, List.of());
    }

    /** Of the current organisation; nothing outside any actor's scope. */
    Map<String, List<Field>> byType() {
        var actor = Actor.currentOrNull();
        return actor == null ? Map.of() : byOrganisation.computeIfAbsent(actor.organisation(), organisation -> read());
    }

    private Map<String, List<Field>> read() {
        var byType = new LinkedHashMap<String, List<Field>>();
        jdbc.sql("""
                SELECT record_type, name, kind, label_zh, label_en, definition::text AS definition
                  FROM records.custom_field
                 ORDER BY record_type, position, name
                """).query(row -> {
            byType.computeIfAbsent(row.getString("record_type"), type -> new ArrayList<>())
                    .add(map(row));
        });
        return byType;
    }

    void insert(String type, Field field) {
        forget();
        jdbc.sql("""
                INSERT INTO records.custom_field (id, record_type, name, kind, label_zh, label_en, definition, position)
                VALUES (:id, :type, :name, :kind, :zh, :en, :definition::jsonb,
                        (SELECT count(*) FROM records.custom_field WHERE record_type = :type))
                """)
                .param("id", Identity.fresh())
                .param("type", type)
                .param("name", field.name())
                .param("kind", field.kind().name())
                .param("zh", field.labels().zh())
                .param("en", field.labels().en())
                .param("definition", definition(field))
                .update();
    }

    boolean delete(String type, String name) {
        forget();
        return jdbc.sql("DELETE FROM records.custom_field WHERE record_type = :type AND name = :name")
                        .param("type", type)
                        .param("name", name)
                        .update()
                > 0;
    }

    void addColumn(String schema, String table, String column, String columnType) {
        jdbc.sql("SELECT records.add_field(:schema, :table, :column, :type)")
                .param("schema", schema)
                .param("table", table)
                .param("column", column)
                .param("type", columnType)
                .query((row, index) -> "")
                .list();
    }

    /** The full pinyin of a text, as letters only. */
    String pinyin(String text) {
        return jdbc.sql("SELECT split_part(records.pinyin(:text), ' ', 1)")
                .param("text", text)
                .query(String.class)
                .single();
    }

    private static String definition(Field field) {
        var definition = new LinkedHashMap<String, Object>();
        definition.put(
                "traits", field.traits().stream().map(Enum::name).sorted().toList());
        definition.put("digits", field.digits());
        definition.put(
                "choices",
                field.choices().stream()
                        .map(choice -> Map.of(
                                "value", choice.value(),
                                "zh", choice.labels().zh(),
                                "en", choice.labels().en(),
                                "tone", choice.tone()))
                        .toList());
        var reference = field.referenceType();
        if (reference != null) {
            definition.put("referenceType", reference);
        }
        return Json.write(definition);
    }

    private static Field map(ResultSet row) throws SQLException {
        var definition = Json.tree(row.getString("definition"));
        var choices = new ArrayList<Choice>();
        for (JsonNode choice : definition.path("choices")) {
            choices.add(new Choice(
                    choice.path("value").asString(""),
                    new Labels(choice.path("zh").asString(""), choice.path("en").asString("")),
                    choice.path("tone").asString("grey")));
        }
        var traits = new HashSet<Field.Trait>();
        for (JsonNode trait : definition.path("traits")) {
            traits.add(Field.Trait.valueOf(trait.asString("")));
        }
        var reference = definition.path("referenceType");
        return new Field(
                row.getString("name"),
                FieldKind.valueOf(row.getString("kind")),
                new Labels(row.getString("label_zh"), row.getString("label_en")),
                choices,
                reference.isString() ? reference.asString() : null,
                null,
                definition.path("digits").asInt(2),
                null,
                List.of(),
                null,
                traits);
    }
}
