package org.throughline.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One field of a record type; its name is the column's name. Immutable: every method answers a changed copy.
 *
 * @param name          column, e.g. {@code safety_stock}; also the key in the API
 * @param kind          what it holds
 * @param labels        as people read it
 * @param choices       for {@link FieldKind#CHOICE}, in their natural order; otherwise empty
 * @param referenceType for {@link FieldKind#REFERENCE}, the other record type's name; otherwise null
 * @param unitFrom      the field of the same record that holds this quantity's unit or this price's currency; or null
 * @param digits        digits shown after the point; kept exactly anyway
 * @param numberRule    the number rule that fills it when it is left empty; or null
 * @param synonyms      further headers under which imports know it
 * @param help          one sentence beside the field; or null
 * @param traits        how it behaves
 */
public record Field(
        String name,
        FieldKind kind,
        Labels labels,
        List<Choice> choices,
        @Nullable String referenceType,
        @Nullable String unitFrom,
        int digits,
        @Nullable String numberRule,
        List<String> synonyms,
        @Nullable Labels help,
        Set<Trait> traits) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,50}");

    /** How a field behaves. */
    public enum Trait {
        /** Must have a value. */
        REQUIRED,
        /** No two records have the same value. */
        UNIQUE,
        /** Found by the search box, by its characters and by its pinyin. */
        SEARCH,
        /** A column of the list as long as the user has not chosen others. */
        LIST,
        /** Shown but never typed in. */
        READ_ONLY,
        /** May be edited in place although the type is otherwise written by use cases. */
        EDITABLE,
        /** A price or cost: absent for those who see no prices. */
        PRICE,
        /** Made by a user of this house; column {@code x_…}. */
        CUSTOM
    }

    /** @throws IllegalArgumentException if the name is not a plain lower-case column name */
    public Field {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The field name (%s) must be lower-case letters, digits and '_'.".formatted(name));
        }
        choices = List.copyOf(choices);
        synonyms = List.copyOf(synonyms);
        traits = Set.copyOf(traits);
    }

    public static Field text(String name) {
        return of(name, FieldKind.TEXT);
    }

    public static Field longText(String name) {
        return of(name, FieldKind.LONG_TEXT);
    }

    public static Field integer(String name) {
        return of(name, FieldKind.INTEGER);
    }

    public static Field decimal(String name) {
        return of(name, FieldKind.DECIMAL);
    }

    public static Field quantity(String name) {
        return of(name, FieldKind.QUANTITY);
    }

    /** An amount of money; only who sees prices sees it. */
    public static Field money(String name) {
        return of(name, FieldKind.MONEY).with(Trait.PRICE);
    }

    /** A price or cost of one unit; only who sees prices sees it. */
    public static Field price(String name) {
        return of(name, FieldKind.PRICE).with(Trait.PRICE);
    }

    /** A share, kept as a fraction: 0.05 is 5 %. */
    public static Field percent(String name) {
        return of(name, FieldKind.PERCENT);
    }

    public static Field date(String name) {
        return of(name, FieldKind.DATE);
    }

    public static Field instant(String name) {
        return of(name, FieldKind.INSTANT);
    }

    /** Yes or no. */
    public static Field flag(String name) {
        return of(name, FieldKind.FLAG);
    }

    /** One of these codes; give the words with {@link #choiceLabels}. */
    public static Field choice(String name, String... values) {
        var choices = Arrays.stream(values)
                .map(value -> new Choice(value, new Labels(value, value), "grey"))
                .toList();
        return of(name, FieldKind.CHOICE).choices(choices);
    }

    /** Another record. Imports and the API accept its natural key or its title instead of the id. */
    public static Field reference(String name, String type) {
        return of(name, FieldKind.REFERENCE).to(type);
    }

    /** An account of the house. */
    public static Field user(String name) {
        return of(name, FieldKind.USER);
    }

    public static Field file(String name) {
        return of(name, FieldKind.FILE);
    }

    /** A structured value with an editor of its own. */
    public static Field json(String name) {
        return of(name, FieldKind.JSON);
    }

    private static Field of(String name, FieldKind kind) {
        return new Field(name, kind, new Labels(name, name), List.of(), null, null, 2, null, List.of(), null, Set.of());
    }

    public Field labels(String zh, String en) {
        return new Field(
                name,
                kind,
                new Labels(zh, en),
                choices,
                referenceType,
                unitFrom,
                digits,
                numberRule,
                synonyms,
                help,
                traits);
    }

    /** Further headers under which an imported file may name this field, in any language. */
    public Field synonyms(String... headers) {
        return new Field(
                name,
                kind,
                labels,
                choices,
                referenceType,
                unitFrom,
                digits,
                numberRule,
                List.of(headers),
                help,
                traits);
    }

    /** One sentence that stands beside the field. */
    public Field help(String zh, String en) {
        return new Field(
                name,
                kind,
                labels,
                choices,
                referenceType,
                unitFrom,
                digits,
                numberRule,
                synonyms,
                new Labels(zh, en),
                traits);
    }

    /** The words of the choices in their order: Chinese, English, Chinese, English … */
    public Field choiceLabels(String... zhAndEn) {
        if (zhAndEn.length != choices.size() * 2) {
            throw new IllegalArgumentException("Field (%s) has %d choices, so it needs %d words, not %d."
                    .formatted(name, choices.size(), choices.size() * 2, zhAndEn.length));
        }
        var labelled = new ArrayList<Choice>();
        for (int i = 0; i < choices.size(); i++) {
            var choice = choices.get(i);
            labelled.add(new Choice(choice.value(), new Labels(zhAndEn[2 * i], zhAndEn[2 * i + 1]), choice.tone()));
        }
        return choices(labelled);
    }

    /** The colours of the choices in their order: grey, blue, green, amber, red. */
    public Field tones(String... tones) {
        if (tones.length != choices.size()) {
            throw new IllegalArgumentException("Field (%s) has %d choices, so it needs as many tones, not %d."
                    .formatted(name, choices.size(), tones.length));
        }
        var toned = new ArrayList<Choice>();
        for (int i = 0; i < tones.length; i++) {
            toned.add(new Choice(choices.get(i).value(), choices.get(i).labels(), tones[i]));
        }
        return choices(toned);
    }

    /** The field of the same record that holds the unit of this quantity, or the currency of this price. */
    public Field unitFrom(String field) {
        return new Field(name, kind, labels, choices, referenceType, field, digits, numberRule, synonyms, help, traits);
    }

    /** Digits shown after the point. */
    public Field digits(int shown) {
        return new Field(
                name, kind, labels, choices, referenceType, unitFrom, shown, numberRule, synonyms, help, traits);
    }

    /** Left empty, the next number of this rule is taken. */
    public Field numberedBy(String rule) {
        return new Field(name, kind, labels, choices, referenceType, unitFrom, digits, rule, synonyms, help, traits);
    }

    public Field required() {
        return with(Trait.REQUIRED);
    }

    public Field unique() {
        return with(Trait.UNIQUE);
    }

    public Field search() {
        return with(Trait.SEARCH);
    }

    public Field list() {
        return with(Trait.LIST);
    }

    public Field readOnly() {
        return with(Trait.READ_ONLY);
    }

    /** May be edited in place although the type is otherwise written by use cases. */
    public Field editable() {
        return with(Trait.EDITABLE);
    }

    /** Seen only by those who see prices. */
    public Field onlyWithPrices() {
        return with(Trait.PRICE);
    }

    /** Whether the field has this trait. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    Field with(Trait trait) {
        var more = EnumSet.of(trait);
        more.addAll(traits);
        return new Field(
                name, kind, labels, choices, referenceType, unitFrom, digits, numberRule, synonyms, help, more);
    }

    private Field choices(List<Choice> changed) {
        return new Field(
                name, kind, labels, changed, referenceType, unitFrom, digits, numberRule, synonyms, help, traits);
    }

    private Field to(String type) {
        return new Field(name, kind, labels, choices, type, unitFrom, digits, numberRule, synonyms, help, traits);
    }
}
