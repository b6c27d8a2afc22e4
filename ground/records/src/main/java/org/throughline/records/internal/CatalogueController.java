package org.throughline.records.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.records.Field;
import org.throughline.records.FieldKind;
import org.throughline.records.Labels;
import org.throughline.records.RecordType;
import org.throughline.records.RecordType.WrittenBy;
import org.throughline.records.RecordVerb;

/** {@code /api/catalogue}: everything that the pages need to draw lists and forms, in the actor's language. */
@RestController
class CatalogueController {

    private final Catalogue catalogue;
    private final Access access;

    CatalogueController(Catalogue catalogue, Access access) {
        this.catalogue = catalogue;
        this.access = access;
    }

    record CatalogueView(List<TypeView> types) {}

    record TypeView(
            String name,
            String label,
            String room,
            List<String> title,
            List<FieldView> fields,
            List<VerbView> verbs,
            List<ChildView> children,
            MayView may,
            List<String> defaultSort,
            List<String> naturalKey,
            WrittenBy writtenBy,
            @Nullable String parentField,
            @Nullable String page) {}

    record FieldView(
            String name,
            String label,
            FieldKind kind,
            boolean required,
            boolean unique,
            boolean readOnly,
            boolean list,
            boolean search,
            boolean sortable,
            boolean custom,
            @Nullable String referenceType,
            boolean byCode,
            List<ChoiceView> choices,
            @Nullable String unitFrom,
            int digits,
            @Nullable String help) {}

    record ChoiceView(String value, String label, String tone) {}

    record VerbView(
            String name,
            String label,
            String method,
            String path,
            @Nullable WhenView when) {}

    record WhenView(String field, List<String> values) {}

    record ChildView(String type, String field, String label) {}

    record MayView(
            boolean create,
            boolean edit,
            boolean delete,
            @JsonProperty("import") boolean imports,
            boolean export,
            boolean customise) {}

    /** 200 the types that the actor may read; hidden fields are absent. */
    @GetMapping("/api/catalogue")
    CatalogueView catalogue() {
        var seen = catalogue.all().stream()
                .filter(shape -> access.reads(shape.type().name()))
                .map(access::seen)
                .toList();
        return new CatalogueView(seen.stream().map(shape -> type(shape, seen)).toList());
    }

    private TypeView type(Shape shape, List<Shape> all) {
        var type = shape.type();
        var writable = access.writable(type);
        var may = access.may(type);
        return new TypeView(
                type.name(),
                word(type.labels()),
                type.room(),
                type.title(),
                type.fields().stream()
                        .map(field -> field(shape, field, writable.contains(field.name())))
                        .toList(),
                type.verbs().stream()
                        .filter(verb -> access.allowed(type.name(), verb.name()))
                        .map(CatalogueController::verb)
                        .toList(),
                children(type, all),
                new MayView(
                        may.create(),
                        may.edit(),
                        may.delete(),
                        may.imports(),
                        may.export(),
                        access.allowed(type.name(), "customise")),
                type.defaultSort(),
                type.naturalKey(),
                type.writtenBy(),
                type.parentField(),
                type.page());
    }

    private static FieldView field(Shape shape, Field field, boolean writable) {
        return new FieldView(
                field.name(),
                word(field.labels()),
                field.kind(),
                field.is(Field.Trait.REQUIRED),
                field.is(Field.Trait.UNIQUE),
                !writable,
                field.is(Field.Trait.LIST),
                field.is(Field.Trait.SEARCH),
                field.kind() != FieldKind.JSON,
                field.is(Field.Trait.CUSTOM),
                field.referenceType(),
                shape.refersByCode(field),
                field.choices().stream()
                        .map(choice -> new ChoiceView(choice.value(), word(choice.labels()), choice.tone()))
                        .toList(),
                field.unitFrom(),
                field.digits(),
                field.help() == null ? null : word(field.help()));
    }

    private static VerbView verb(RecordVerb verb) {
        var field = verb.whenField();
        return new VerbView(
                verb.name(),
                word(verb.labels()),
                verb.method(),
                verb.path(),
                field == null ? null : new WhenView(field, verb.whenValues()));
    }

    private static List<ChildView> children(RecordType type, List<Shape> all) {
        return all.stream()
                .map(Shape::type)
                .filter(child -> child.parentField() != null)
                .filter(child -> child.field(String.valueOf(child.parentField()))
                        .filter(field -> type.name().equals(field.referenceType()))
                        .isPresent())
                .map(child -> new ChildView(child.name(), String.valueOf(child.parentField()), word(child.labels())))
                .toList();
    }

    private static String word(Labels labels) {
        return labels.in(FieldValues.language());
    }
}
