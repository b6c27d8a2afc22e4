package org.throughline.records.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughline.identity.Permissions;
import org.throughline.records.Field;
import org.throughline.records.Filter;
import org.throughline.records.RecordRefused;
import org.throughline.records.RecordType;
import org.throughline.records.RecordType.WrittenBy;

/**
 * The one place that decides what the current actor sees and writes of a type. Everything above works with
 * {@link #seen}: a hidden field is not there, so nobody can list, filter, sort, export or guess it.
 */
@Component
class Access {

    private final Permissions permissions;
    private final Catalogue catalogue;

    Access(Permissions permissions, Catalogue catalogue) {
        this.permissions = permissions;
        this.catalogue = catalogue;
    }

    /** What the actor may do with a type as a whole. */
    record May(boolean create, boolean edit, boolean delete, boolean imports, boolean export) {}

    boolean reads(String type) {
        return permissions.allowed(type, "read");
    }

    boolean allowed(String type, String operation) {
        return permissions.allowed(type, operation);
    }

    void require(String type, String operation) {
        permissions.require(type, operation);
    }

    /**
     * The type as the actor sees it: without hidden fields, and without prices if the actor sees none.
     *
     * @throws org.throughline.identity.NotAllowed if the actor may not read it
     */
    Shape seen(String type) {
        permissions.require(type, "read");
        return seen(catalogue.shape(type));
    }

    Shape seen(Shape shape) {
        var type = shape.type();
        var hidden = new HashSet<>(permissions.hiddenFields(type.name()));
        if (!permissions.seesPrices()) {
            type.fields().stream()
                    .filter(field -> field.is(Field.Trait.PRICE))
                    .forEach(field -> hidden.add(field.name()));
        }
        return hidden.isEmpty() ? shape : shape.as(without(type, hidden));
    }

    /** The rows of a type that the actor sees. */
    Filter rows(String type) {
        return Filter.parse(permissions.rowCondition(type).orElse(null));
    }

    May may(RecordType type) {
        var name = type.name();
        boolean free = type.writtenBy() == WrittenBy.FREE;
        boolean some = type.fields().stream().anyMatch(field -> field.is(Field.Trait.EDITABLE));
        boolean edit = permissions.allowed(name, "edit") && (free || (some && type.writtenBy() != WrittenBy.NOBODY));
        return new May(
                free && permissions.allowed(name, "create"),
                edit,
                free && permissions.allowed(name, "delete"),
                permissions.allowed(name, "import") && (free || some),
                permissions.allowed(name, "export"));
    }

    /** The fields of a seen type that the actor may write through the catalogue. */
    Set<String> writable(RecordType seen) {
        var readOnly = permissions.readOnlyFields(seen.name());
        var writable = new HashSet<String>();
        for (var field : seen.fields()) {
            boolean open = switch (seen.writtenBy()) {
                case FREE -> !field.is(Field.Trait.READ_ONLY);
                case USE_CASES -> field.is(Field.Trait.EDITABLE) || field.is(Field.Trait.CUSTOM);
                case NOBODY -> false;
            };
            if (open && !readOnly.contains(field.name())) {
                writable.add(field.name());
            }
        }
        return writable;
    }

    /** @throws RecordRefused if records of this type come and go by use cases only */
    void requireFree(RecordType type, String operation) {
        permissions.require(type.name(), operation);
        if (type.writtenBy() != WrittenBy.FREE) {
            throw RecordRefused.onlyByUseCase(type.name(), operation);
        }
    }

    private static RecordType without(RecordType type, Set<String> hidden) {
        var fields = type.fields().stream()
                .filter(field -> !hidden.contains(field.name()))
                .toList();
        return new RecordType(
                type.name(),
                type.table(),
                type.labels(),
                type.room(),
                visible(type.title(), hidden),
                fields,
                visible(type.naturalKey(), hidden),
                visible(type.defaultSort(), hidden),
                type.writtenBy(),
                type.verbs(),
                type.checks(),
                type.parentField() != null && hidden.contains(type.parentField()) ? null : type.parentField(),
                type.page());
    }

    private static List<String> visible(List<String> names, Set<String> hidden) {
        return names.stream()
                .filter(name -> !hidden.contains(name.startsWith("-") ? name.substring(1) : name))
                .toList();
    }
}
