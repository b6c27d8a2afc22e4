package org.throughline.database;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * What the database refused, out of the exception that carries it.
 *
 * @param kind       the sort of rule
 * @param schema     of the table; empty when unknown
 * @param table      empty when unknown
 * @param column     empty when the rule is about more than one
 * @param constraint the rule's name in the migration; empty when it has none
 * @param detail     the server's words with the offending values, in its own language
 */
public record BrokenConstraint(
        Kind kind, String schema, String table, String column, String constraint, String detail) {

    /** The sorts of rules that a database refuses by. */
    public enum Kind {
        /** The same key exists already. */
        DUPLICATE,
        /** The row refers to one that does not exist, or is still referred to. */
        REFERENCE,
        /** A named condition of the table does not hold. */
        CHECK,
        /** A value that is needed is absent. */
        MISSING,
        /** Two periods overlap. */
        OVERLAP,
        /** A number or text does not fit its column. */
        TOO_LARGE,
        /** A text is no number, date or identity. */
        UNREADABLE,
        /** The row belongs to another organisation or partner. */
        NOT_YOURS,
        /** Somebody else is writing the same rows; trying again helps. */
        BUSY
    }

    /** Finds the refusal in the chain of causes, if the database refused by a rule. */
    public static Optional<BrokenConstraint> in(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException refused) {
                var kind = kindOf(refused.getSQLState());
                return kind == null ? Optional.empty() : Optional.of(of(kind, refused));
            }
        }
        return Optional.empty();
    }

    private static BrokenConstraint of(Kind kind, PSQLException refused) {
        var message = refused.getServerErrorMessage();
        if (message == null) {
            return new BrokenConstraint(kind, "", "", "", "", "");
        }
        return new BrokenConstraint(
                kind,
                orEmpty(message.getSchema()),
                orEmpty(message.getTable()),
                orEmpty(message.getColumn()),
                orEmpty(message.getConstraint()),
                orEmpty(message.getDetail()));
    }

    private static @Nullable Kind kindOf(@Nullable String state) {
        return switch (state) {
            case "23505" -> Kind.DUPLICATE;
            case "23503", "23001" -> Kind.REFERENCE;
            case "23514" -> Kind.CHECK;
            case "23502" -> Kind.MISSING;
            case "23P01" -> Kind.OVERLAP;
            case "22003", "22001" -> Kind.TOO_LARGE;
            case "22P02", "22007", "22008" -> Kind.UNREADABLE;
            case "42501" -> Kind.NOT_YOURS;
            case "40001", "40P01", "55P03" -> Kind.BUSY;
            case null, default -> null;
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
