package org.throughline.records.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.kernel.RuleViolation;
import org.throughline.records.RecordRefused;
import org.throughline.records.ValueRefused;

/**
 * What the tables' own constraints say no to, as refusals that people understand. PostgreSQL names constraint, table and
 * column in quotation marks and the key in brackets, whatever the language of its messages.
 */
final class TableRefusals {

    private static final Pattern KEY = Pattern.compile("\\((.+?)\\)=\\((.*)\\)");
    private static final Pattern NAMED = Pattern.compile("[\"“]([^\"”]+)[\"”]");
    private static final Pattern COMMA = Pattern.compile(", ");

    private TableRefusals() {}

    /** The refusal that a failed write means; the failure itself if it is none. */
    static RuntimeException of(Shape shape, RuntimeException failed) {
        var said = said(failed);
        if (said == null) {
            return failed;
        }
        var message = String.valueOf(said.getMessage());
        var type = shape.type().labels().in(FieldValues.language());
        return switch (String.valueOf(said.getSQLState())) {
            case "23505" -> duplicate(shape, message);
            case "23503" -> reference(shape, message);
            case "23502" -> required(shape, message);
            case "23514" -> ValueRefused.againstTable(type, last(named(message), message));
            case "22003", "22001", "P0001" -> ValueRefused.againstTable(type, firstLine(message));
            default -> failed;
        };
    }

    /** The refusal of a deletion: others refer to the record. */
    static RuntimeException onDelete(Shape shape, String key, RuntimeException failed) {
        var said = said(failed);
        return said != null && "23503".equals(said.getSQLState())
                ? RecordRefused.stillUsed(shape.type().name(), key, user(String.valueOf(said.getMessage())))
                : of(shape, failed);
    }

    private static String user(String message) {
        var named = named(firstLine(message));
        return last(named, message);
    }

    private static RuleViolation duplicate(Shape shape, String message) {
        var found = KEY.matcher(message);
        if (!found.find()) {
            return ValueRefused.againstTable(shape.type().name(), last(named(message), message));
        }
        var columns = COMMA.splitAsStream(found.group(1)).toList();
        var values = COMMA.splitAsStream(found.group(2)).toList();
        var field = "";
        var value = "";
        for (int i = 0; i < columns.size() && i < values.size(); i++) {
            if (!"organisation_id".equals(columns.get(i))) {
                field = columns.get(i);
                value = values.get(i);
            }
        }
        return ValueRefused.duplicate(field, label(shape, field), value);
    }

    private static RuleViolation reference(Shape shape, String message) {
        var found = KEY.matcher(message);
        if (!found.find()) {
            return ValueRefused.againstTable(shape.type().name(), last(named(message), message));
        }
        var column = found.group(1);
        return ValueRefused.unknownReference(
                column, label(shape, column), found.group(2), last(named(message), column));
    }

    private static RuleViolation required(Shape shape, String message) {
        var named = named(message);
        var column = named.isEmpty() ? "" : named.getFirst();
        return ValueRefused.required(column, label(shape, column));
    }

    private static String label(Shape shape, String column) {
        return shape.type().field(column).map(FieldValues::label).orElse(column);
    }

    private static List<String> named(String message) {
        var names = new ArrayList<String>();
        var found = NAMED.matcher(message);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    private static String last(List<String> named, String otherwise) {
        return named.isEmpty() ? firstLine(otherwise) : named.getLast();
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static @Nullable SQLException said(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getNextException() == null ? sql : sql.getNextException();
            }
        }
        return null;
    }
}
