package org.throughline.records.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.records.Field.Trait;

/** {@code /api/search}: one box over all types that the actor may read, by characters and pinyin. */
@RestController
class SearchController {

    private static final int OF_EACH_TYPE = 6;
    private static final int LOOKED_AT = 200;
    private static final int MOST = 30;

    private final DSLContext sql;
    private final Catalogue catalogue;
    private final Access access;
    private final Conditions conditions;
    private final RecordReader reader;

    SearchController(DSLContext sql, Catalogue catalogue, Access access, Conditions conditions, RecordReader reader) {
        this.sql = sql;
        this.catalogue = catalogue;
        this.access = access;
        this.conditions = conditions;
        this.reader = reader;
    }

    record Hit(
            String type,
            String typeLabel,
            UUID id,
            String title,
            @Nullable String subtitle,
            String path) {}

    /** 200 the best hits, records whose code or number begins with the words first. */
    @GetMapping("/api/search")
    List<Hit> search(@RequestParam(defaultValue = "") String q) {
        if (q.isBlank()) {
            return List.of();
        }
        var types = new LinkedHashMap<String, Shape>();
        var best = new ArrayList<Select<Record5<String, UUID, String, String, Integer>>>();
        for (var shape : catalogue.all()) {
            boolean searchable = shape.hasSearchText() && shape.type().parentField() == null;
            if (searchable && access.reads(shape.type().name())) {
                var seen = access.seen(shape);
                best(seen, q.strip()).ifPresent(select -> {
                    types.put(seen.type().name(), seen);
                    best.add(select);
                });
            }
        }
        return best.stream().reduce(Select::unionAll).stream()
                .flatMap(all -> sql.fetch(all).stream())
                .sorted(Comparator.comparingInt(Record5::value5))
                .limit(MOST)
                .map(row -> hit(Objects.requireNonNull(types.get(row.value1())), row))
                .toList();
    }

    /** The best rows of one type: its name, id, first and second word of the title, rank. */
    private Optional<Select<Record5<String, UUID, String, String, Integer>>> best(Shape seen, String q) {
        var titles = seen.type().title().stream()
                .map(name -> seen.type().field(name).orElseThrow())
                .filter(field -> Catalogue.isText(field.kind()))
                .toList();
        if (titles.isEmpty() || seen.type().fields().stream().noneMatch(field -> field.is(Trait.SEARCH))) {
            return Optional.empty();
        }
        var first = DSL.field(DSL.name(Shape.ROW, titles.getFirst().name()), String.class);
        Field<String> second = titles.size() > 1
                ? DSL.field(DSL.name(Shape.ROW, titles.get(1).name()), String.class)
                : DSL.inline((String) null, String.class);
        Select<? extends Record> candidates = DSL.select(seen.id().as("id"), first.as("one"), second.as("two"))
                .from(seen.from())
                .where(reader.rowsOf(seen).and(conditions.searchOwn(seen, q)))
                .limit(LOOKED_AT);
        var one = DSL.field(DSL.name("c", "one"), String.class);
        var rank = DSL.when(DSL.lower(one).eq(q.toLowerCase(Locale.ROOT)), 0)
                .when(one.startsWithIgnoreCase(q), 1)
                .otherwise(2);
        return Optional.of(DSL.select(
                        DSL.inline(seen.type().name()),
                        DSL.field(DSL.name("c", "id"), UUID.class),
                        one,
                        DSL.field(DSL.name("c", "two"), String.class),
                        rank)
                .from(DSL.table(candidates).as("c"))
                .orderBy(rank, DSL.length(one), one)
                .limit(OF_EACH_TYPE));
    }

    private static Hit hit(Shape seen, Record5<String, UUID, String, String, Integer> row) {
        var id = row.value2();
        @Nullable String title = row.value3();
        var page = seen.type().page();
        var path =
                page == null ? "/records/%s/%s".formatted(seen.type().name(), id) : page.replace("{id}", id.toString());
        return new Hit(
                seen.type().name(),
                seen.type().labels().in(FieldValues.language()),
                id,
                title == null ? "" : title,
                row.value4(),
                path);
    }
}
