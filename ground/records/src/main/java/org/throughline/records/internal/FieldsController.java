package org.throughline.records.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.kernel.NotFound;
import org.throughline.records.Choice;
import org.throughline.records.Field;
import org.throughline.records.Field.Trait;
import org.throughline.records.FieldKind;
import org.throughline.records.Labels;
import org.throughline.records.RecordRefused;
import org.throughline.records.RecordType.WrittenBy;
import org.throughline.records.ValueRefused;

/** {@code /api/records/{type}/fields}: fields that the users of this house add to built-in types. */
@RestController
@RequestMapping("/api/records/{type}/fields")
class FieldsController {

    private static final int LONGEST_NAME = 40;

    private final Catalogue catalogue;
    private final CustomFields customFields;
    private final TableColumns columns;
    private final Access access;

    FieldsController(Catalogue catalogue, CustomFields customFields, TableColumns columns, Access access) {
        this.catalogue = catalogue;
        this.customFields = customFields;
        this.columns = columns;
        this.access = access;
    }

    /** What a user says about a new field; the name is made from the label when it is not given. */
    record NewField(
            @Nullable String name,
            String labelZh,
            @Nullable String labelEn,
            String kind,
            @Nullable List<String> choices,
            @Nullable String referenceType,
            @Nullable Integer digits,
            @Nullable Boolean required,
            @Nullable Boolean list,
            @Nullable Boolean search) {}

    record MadeField(String name) {}

    /** 201 the field: from now on in list, form, import, export and API · 422 a name or kind that does not work. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public MadeField add(@PathVariable String type, @RequestBody NewField wanted) {
        access.require(type, "customise");
        var shape = catalogue.shape(type);
        if (shape.type().writtenBy() == WrittenBy.NOBODY) {
            throw RecordRefused.onlyByUseCase(type, "customise");
        }
        if (wanted.labelZh().isBlank()) {
            throw ValueRefused.required("labelZh", "labelZh");
        }
        var field = field(shape, wanted);
        customFields.addColumn(
                shape.type().schemaName(), shape.type().tableName(), field.name(), columnType(field.kind()));
        customFields.insert(type, field);
        columns.forget(shape.type().table());
        if (field.is(Trait.SEARCH)) {
            catalogue.keepSearchText(catalogue.shape(type).type());
        }
        return new MadeField(field.name());
    }

    /** 204 gone from everywhere; what was written into it stays in the table and returns with a field of the name. */
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void remove(@PathVariable String type, @PathVariable String name) {
        access.require(type, "customise");
        if (!customFields.delete(type, name)) {
            throw new NotFound("field", name);
        }
    }

    private Field field(Shape shape, NewField wanted) {
        var kind = kind(wanted.kind());
        var reference = kind == FieldKind.REFERENCE ? wanted.referenceType() : null;
        if (kind == FieldKind.REFERENCE && (reference == null || !catalogue.knows(reference))) {
            throw ValueRefused.unknownReference(
                    "referenceType", "referenceType", String.valueOf(reference), "record-type");
        }
        var traits = EnumSet.of(Trait.CUSTOM, Trait.EDITABLE);
        if (!Boolean.FALSE.equals(wanted.list())) {
            traits.add(Trait.LIST);
        }
        if (Boolean.TRUE.equals(wanted.required())) {
            traits.add(Trait.REQUIRED);
        }
        if (Boolean.TRUE.equals(wanted.search()) && Catalogue.isText(kind)) {
            traits.add(Trait.SEARCH);
        }
        if (kind == FieldKind.MONEY || kind == FieldKind.PRICE) {
            traits.add(Trait.PRICE);
        }
        var english = wanted.labelEn() == null || wanted.labelEn().isBlank() ? wanted.labelZh() : wanted.labelEn();
        return new Field(
                name(shape, wanted),
                kind,
                new Labels(wanted.labelZh().strip(), english.strip()),
                choices(kind, wanted.choices()),
                reference,
                null,
                wanted.digits() == null ? 2 : wanted.digits(),
                null,
                List.of(),
                null,
                traits);
    }

    private static FieldKind kind(String code) {
        var name = code.toUpperCase(Locale.ROOT).replace('-', '_');
        for (var kind : FieldKind.values()) {
            if (kind.name().equals(name) && kind != FieldKind.JSON && kind != FieldKind.FILE) {
                return kind;
            }
        }
        throw ValueRefused.noChoice("kind", "kind", code, "text, integer, decimal, date, choice, reference …");
    }

    private static List<Choice> choices(FieldKind kind, @Nullable List<String> words) {
        if (kind != FieldKind.CHOICE) {
            return List.of();
        }
        if (words == null || words.isEmpty()) {
            throw ValueRefused.required("choices", "choices");
        }
        var choices = new ArrayList<Choice>();
        for (var word : words) {
            choices.add(new Choice(word.strip(), new Labels(word.strip(), word.strip()), "grey"));
        }
        return choices;
    }

    /** {@code x_} and the given name, or the pinyin of the label, made unique among the type's columns. */
    private String name(Shape shape, NewField wanted) {
        var given = wanted.name() == null || wanted.name().isBlank() ? wanted.labelZh() : wanted.name();
        var plain = given.codePoints().anyMatch(Character::isIdeographic) ? customFields.pinyin(given) : given;
        var letters =
                plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^x?_+|_+$", "");
        var base = "x_"
                + (letters.isEmpty() ? "field" : letters.substring(0, Math.min(LONGEST_NAME - 4, letters.length())));
        var name = base;
        var taken = shape.columns();
        for (int suffix = 2; shape.type().field(name).isPresent() || taken.containsKey(name); suffix++) {
            if (!shape.type().field(name).isPresent() && wanted.name() != null) {
                break;
            }
            name = base + "_" + suffix;
        }
        return name;
    }

    static String columnType(FieldKind kind) {
        var types = Map.of(
                FieldKind.INTEGER, "bigint",
                FieldKind.DECIMAL, "numeric(18,6)",
                FieldKind.QUANTITY, "numeric(18,6)",
                FieldKind.PRICE, "numeric(18,6)",
                FieldKind.PERCENT, "numeric(18,6)",
                FieldKind.MONEY, "numeric(18,4)",
                FieldKind.DATE, "date",
                FieldKind.INSTANT, "timestamptz",
                FieldKind.FLAG, "boolean");
        return kind == FieldKind.REFERENCE || kind == FieldKind.USER ? "uuid" : types.getOrDefault(kind, "text");
    }
}
