package org.throughline.records.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.database.As;
import org.throughline.database.DatabaseForTests;
import org.throughline.database.SystemActs;
import org.throughline.identity.IdentityGround;
import org.throughline.identity.NotAllowed;
import org.throughline.kernel.ChangedMeanwhile;
import org.throughline.kernel.RuleViolation;
import org.throughline.records.FilterRefused;
import org.throughline.records.RecordOutdated;
import org.throughline.records.RecordRefused;
import org.throughline.records.RecordsGround;
import org.throughline.records.SampleTypes;
import org.throughline.web.Page;
import org.throughline.web.ProblemWriter;
import org.throughline.web.WebGround;

@SpringJUnitConfig({
    DatabaseForTests.class,
    WebGround.class,
    IdentityGround.class,
    RecordsGround.class,
    SampleTypes.class
})
@ExtendWith(SystemActs.class)
@Transactional
class RecordsTest {

    @Autowired
    RecordsController records;

    @Autowired
    RecordWriter writer;

    @Autowired
    CatalogueController catalogue;

    @Autowired
    JdbcClient jdbc;

    UUID fasteners = UUID.randomUUID();

    @BeforeEach
    void three_parts_in_a_group() {
        jdbc.sql("DELETE FROM sample.part").update();
        jdbc.sql("DELETE FROM sample.part_group").update();
        fasteners = writer.create("part-group", Map.of("code", "G1", "name", "紧固件"));
        part("B-2", "长春阀门", Map.of("group_id", "紧固件", "stock", "1,200.5", "unit", "件", "cost", "3.25"));
        part("A-1", "五金厂专用法兰", Map.of("kind", "外购", "due", "2026/11/30", "stock", "7"));
        part("C-3", "Pump ＡＢ１２", Map.of("active", "否", "pieces", 4));
    }

    @Test
    void a_list_is_found_by_characters_initials_and_full_pinyin() {
        assertThat(codes(found("五金"))).containsExactly("A-1");
        assertThat(codes(found("wjc"))).containsExactly("A-1");
        assertThat(codes(found("wujin"))).containsExactly("A-1");
        assertThat(codes(found("ab12"))).containsExactly("C-3");
    }

    @Test
    void a_character_of_two_readings_is_found_by_both() {
        assertThat(codes(found("ccfm"))).containsExactly("B-2");
        assertThat(codes(found("zcfm"))).containsExactly("B-2");
        assertThat(codes(found("changchun"))).containsExactly("B-2");
    }

    @Test
    void a_record_is_found_by_the_name_of_what_it_refers_to() {
        assertThat(codes(found("jgj"))).containsExactly("B-2");
    }

    @Test
    void a_filter_compares_numbers_days_choices_and_references() {
        assertThat(codes(filtered("""
                {"field":"stock","op":"gt","value":7}"""))).containsExactly("B-2");
        assertThat(codes(filtered("""
                {"all":[{"field":"due","op":"between","value":["$today","$today+7"]}]}"""))).containsExactly("A-1");
        assertThat(codes(filtered("""
                {"any":[{"field":"kind","op":"eq","value":"BUY"},{"field":"active","op":"eq","value":false}]}"""))).containsExactly("A-1", "C-3");
        assertThat(codes(filtered("""
                {"field":"group_id","op":"eq","value":"%s"}""".formatted(fasteners)))).containsExactly("B-2");
        assertThat(codes(filtered("""
                {"field":"group_id","op":"contains","value":"紧固"}"""))).containsExactly("B-2");
        assertThat(codes(filtered("""
                {"field":"group_id","op":"empty"}"""))).containsExactly("A-1", "C-3");
    }

    @Test
    void a_list_is_sorted_by_any_field_and_by_the_title_of_a_reference() {
        assertThat(codes(records.list("part", null, null, "-code", 0, 50))).containsExactly("C-3", "B-2", "A-1");
        assertThat(codes(records.list("part", null, null, "group_id,-code", 0, 50)))
                .containsExactly("B-2", "C-3", "A-1");
    }

    @Test
    void a_page_says_how_many_there_are_in_all() {
        var page = records.list("part", null, null, null, 1, 2);

        assertThat(codes(page)).containsExactly("C-3");
        assertThat(page.total()).isEqualTo(3);
    }

    @Test
    void values_are_exact_and_labels_are_readable() {
        var part = found("B-2").getFirst();

        assertThat(part.values()).containsEntry("stock", new BigDecimal("1200.5"));
        assertThat(part.labels()).containsEntry("group_id", "G1 紧固件").containsEntry("kind", "Make");
    }

    @Test
    void groups_count_the_rows_of_each_value() {
        assertThat(records.groups("part", "kind", null, null))
                .extracting(RecordReader.Group::label, RecordReader.Group::count)
                .containsExactly(tuple("Make", 2L), tuple("Buy", 1L));
    }

    @Test
    void an_unknown_field_in_a_filter_is_refused_by_name() {
        assertThatThrownBy(() -> filtered("{\"field\":\"colour\",\"op\":\"eq\",\"value\":1}"))
                .isInstanceOfSatisfying(
                        FilterRefused.class,
                        refusal -> assertThat(refusal.values()).containsEntry("field", "colour"));
    }

    @Test
    void the_second_of_two_writers_is_refused() {
        var part = found("A-1").getFirst();
        records.update("part", part.id(), null, "{\"version\":0,\"values\":{\"name\":\"法兰\"}}");

        assertThatThrownBy(
                        () -> records.update("part", part.id(), null, "{\"version\":0,\"values\":{\"name\":\"盲板\"}}"))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThat(records.get("part", part.id()).values()).containsEntry("name", "法兰");
    }

    @Test
    void a_change_is_made_to_the_version_that_if_match_names_and_to_no_other() {
        var part = found("A-1").getFirst();

        records.update("part", part.id(), "\"0\"", "{\"values\":{\"name\":\"法兰\"}}");

        assertThatThrownBy(() -> records.update("part", part.id(), "\"0\"", "{\"values\":{\"name\":\"盲板\"}}"))
                .isInstanceOfSatisfying(
                        RecordOutdated.class,
                        refused ->
                                assertThat(ProblemWriter.statusOf(refused)).isEqualTo(HttpStatus.PRECONDITION_FAILED));
        assertThatThrownBy(() -> records.delete("part", part.id(), "\"0\"")).isInstanceOf(RecordOutdated.class);
        records.update("part", part.id(), "*", "{\"values\":{\"name\":\"盲板\"}}");
        records.delete("part", part.id(), "\"1\", \"2\"");
        assertThat(found("A-1")).isEmpty();
    }

    @Test
    void a_wrong_value_is_refused_with_its_reason() {
        assertThat(refusal(Map.of("code", "X", "name", "X", "stock", "1.1234567")))
                .isEqualTo("value.too-precise");
        assertThat(refusal(Map.of("code", "X", "name", "X", "stock", "abc"))).isEqualTo("value.wrong-decimal");
        assertThat(refusal(Map.of("code", "X", "name", "X", "stock", "9999999999999")))
                .isEqualTo("value.too-large");
        assertThat(refusal(Map.of("code", "X", "name", "X", "pieces", 1.5))).isEqualTo("value.too-precise");
        assertThat(refusal(Map.of("code", "X", "name", "X", "due", "31.02.2026")))
                .isEqualTo("value.wrong-date");
        assertThat(refusal(Map.of("code", "X", "name", "X", "kind", "租用"))).isEqualTo("value.no-choice");
        assertThat(refusal(Map.of("code", "X", "name", "X", "group_id", "G9"))).isEqualTo("value.unknown-reference");
        assertThat(refusal(Map.of("code", "A-1", "name", "X"))).isEqualTo("value.duplicate");
        assertThat(refusal(Map.of("code", "X"))).isEqualTo("value.required");
        assertThat(refusal(Map.of("code", "X", "name", "X", "colour", "red"))).isEqualTo("value.unknown-field");
        assertThat(refusal(Map.of("code", "X", "name", "X", "stock", -1))).isEqualTo("value.against-table");
    }

    @Test
    void a_type_of_use_cases_refuses_generic_writes_except_of_editable_fields() {
        assertThatThrownBy(() -> records.create("ticket", "{\"values\":{\"number\":\"T1\"}}"))
                .isInstanceOf(RecordRefused.class);
    }

    @Test
    void a_group_in_use_cannot_be_deleted() {
        assertThatThrownBy(() -> records.delete("part-group", fasteners, null))
                .isInstanceOfSatisfying(
                        RecordRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("record.still-used"));
    }

    @Test
    void a_copy_gets_its_own_key() {
        var copy = records.copy("part", found("A-1").getFirst().id());

        assertThat(copy.values()).containsEntry("code", "A-1-2").containsEntry("name", "五金厂专用法兰");
    }

    @Test
    void who_sees_no_prices_neither_reads_nor_filters_nor_sorts_by_cost() {
        var part = As.person("王五", Set.of("warehouse"), () -> found("B-2").getFirst());

        assertThat(part.values()).doesNotContainKey("cost").containsKey("stock");
        assertThatThrownBy(() -> As.person(
                        "王五", Set.of("warehouse"), () -> filtered("{\"field\":\"cost\",\"op\":\"gt\",\"value\":1}")))
                .isInstanceOf(FilterRefused.class);
        assertThatThrownBy(() ->
                        As.person("王五", Set.of("warehouse"), () -> records.list("part", null, null, "cost", 0, 50)))
                .isInstanceOf(FilterRefused.class);
        assertThatThrownBy(() -> As.person(
                        "王五", Set.of("warehouse"), () -> writer.create("part", Map.of("code", "Z", "name", "Z"))))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void the_catalogue_describes_fields_verbs_and_children_in_the_readers_language() {
        var types = catalogue.catalogue().types();

        assertThat(types).extracting(CatalogueController.TypeView::name).contains("part", "ticket", "number-rule");
        var part = types.stream()
                .filter(type -> type.name().equals("part"))
                .findFirst()
                .orElseThrow();
        assertThat(part.label()).isEqualTo("Part");
        assertThat(part.children())
                .extracting(CatalogueController.ChildView::type)
                .containsExactly("ticket");
        assertThat(part.may().create()).isTrue();
    }

    private void part(String code, String name, Map<String, ?> more) {
        var values = new HashMap<String, @Nullable Object>(more);
        values.put("code", code);
        values.put("name", name);
        writer.create("part", values);
    }

    private String refusal(Map<String, ?> values) {
        try {
            writer.create("part", values);
            return "none";
        } catch (RuleViolation refused) {
            return refused.code();
        }
    }

    private List<RecordsController.RecordView> found(String q) {
        return records.list("part", q, null, null, 0, 50).items();
    }

    private Page<RecordsController.RecordView> filtered(String filter) {
        return records.list("part", null, filter, null, 0, 50);
    }

    private static List<Object> codes(Page<RecordsController.RecordView> page) {
        return codes(page.items());
    }

    private static List<Object> codes(List<RecordsController.RecordView> items) {
        return items.stream()
                .map(item -> (Object) String.valueOf(item.values().get("code")))
                .toList();
    }
}
