package org.throughline.records.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.throughline.database.As;
import org.throughline.database.DatabaseForTests;
import org.throughline.database.SystemActs;
import org.throughline.database.TestClock;
import org.throughline.identity.IdentityGround;
import org.throughline.identity.NotAllowed;
import org.throughline.kernel.Actor;
import org.throughline.records.Attachments;
import org.throughline.records.Comments;
import org.throughline.records.FileRefused;
import org.throughline.records.Filter;
import org.throughline.records.NumberRuleRefused;
import org.throughline.records.Numbers;
import org.throughline.records.RecordImports.Mode;
import org.throughline.records.Records;
import org.throughline.records.RecordsGround;
import org.throughline.records.SampleTypes;
import org.throughline.web.WebGround;

@SpringJUnitConfig({
    DatabaseForTests.class,
    WebGround.class,
    IdentityGround.class,
    RecordsGround.class,
    SampleTypes.class
})
@ExtendWith(SystemActs.class)
class ExtrasTest {

    @Autowired
    Numbers numbers;

    @Autowired
    Comments comments;

    @Autowired
    Attachments attachments;

    @Autowired
    Records records;

    @Autowired
    RecordsController controller;

    @Autowired
    RecordExtrasController extras;

    @Autowired
    FieldsController fields;

    @Autowired
    CatalogueController catalogue;

    @Autowired
    SearchController search;

    @Autowired
    SavedViews views;

    @Autowired
    Importer importer;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void no_parts_and_the_first_day() {
        jdbc.sql("DELETE FROM sample.part").update();
        jdbc.sql("DELETE FROM sample.part_group").update();
        clock.set(TestClock.MONDAY_8AM);
    }

    @Test
    void numbers_count_on_within_a_day_and_start_again_on_the_next() {
        assertThat(numbers.next("sales-order")).isEqualTo("SO-20261123-001");
        assertThat(numbers.next("sales-order")).isEqualTo("SO-20261123-002");
        clock.set(Instant.parse("2026-11-23T16:30:00Z"));
        assertThat(numbers.next("sales-order")).isEqualTo("SO-20261124-001");
    }

    @Test
    void numbers_taken_by_many_at_once_are_all_different() throws Exception {
        var taken = new HashSet<String>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<List<String>> take = () -> As.system(() -> {
                var mine = new ArrayList<String>();
                for (int i = 0; i < 50; i++) {
                    mine.add(numbers.next("work-order"));
                }
                return mine;
            });
            for (Future<List<String>> mine : threads.invokeAll(List.of(take, take, take, take))) {
                taken.addAll(mine.get());
            }
        }
        assertThat(taken).hasSize(200).contains("WO-20261123-001", "WO-20261123-200");
    }

    @Test
    void a_number_pattern_without_counter_is_refused() {
        assertThatThrownBy(() ->
                        records.create("number-rule", Map.of("code", "x", "name", "x", "pattern", "SO-{yyyyMMdd}")))
                .isInstanceOf(NumberRuleRefused.class);
        assertThatThrownBy(() ->
                        records.create("number-rule", Map.of("code", "x", "name", "x", "pattern", "SO-{hello}-{###}")))
                .isInstanceOf(NumberRuleRefused.class);
    }

    @Test
    void a_history_tells_who_changed_which_field_from_what_to_what() {
        var group = records.create("part-group", Map.of("code", "G1", "name", "紧固件"));
        var id = part("A", "法兰");
        records.update("part", id, 0, Map.of("group_id", group, "kind", "BUY", "stock", "2.50"));

        var history = extras.history("part", id);

        assertThat(history)
                .extracting(RecordExtrasController.HistoryView::operation)
                .containsExactly("UPDATED", "CREATED");
        assertThat(history.getFirst().changes())
                .extracting(
                        RecordExtrasController.ChangeView::label,
                        RecordExtrasController.ChangeView::old,
                        RecordExtrasController.ChangeView::now)
                .containsExactly(
                        tuple("Source", "Make", "Buy"),
                        tuple("Group", null, "G1 紧固件"),
                        tuple("Safety stock", null, "2.5"));
    }

    @Test
    void a_users_own_field_is_at_once_in_list_form_import_search_and_catalogue() {
        var made = fields.add(
                "part",
                new FieldsController.NewField(
                        null, "表面处理", null, "choice", List.of("镀锌", "发黑"), null, null, null, null, null));
        var text = fields.add(
                "part",
                new FieldsController.NewField(null, "Old number", null, "text", null, null, null, null, null, true));

        assertThat(made.name()).isEqualTo("x_biaomianchuli");
        assertThat(text.name()).isEqualTo("x_old_number");
        importer.file(
                "part",
                "a.csv",
                "编码,名称,表面处理,Old number\nA,法兰,发黑,旧图号77\n".getBytes(StandardCharsets.UTF_8),
                Mode.UPSERT,
                false,
                Map.of());
        assertThat(controller
                        .list(
                                "part",
                                "jth77",
                                "{\"field\":\"x_biaomianchuli\",\"op\":\"eq\",\"value\":\"发黑\"}",
                                null,
                                0,
                                5)
                        .items())
                .extracting(item -> item.values().get("x_biaomianchuli"))
                .containsExactly("发黑");
        assertThat(catalogue.catalogue().types().stream()
                        .filter(type -> type.name().equals("part"))
                        .flatMap(type -> type.fields().stream())
                        .filter(CatalogueController.FieldView::custom))
                .extracting(CatalogueController.FieldView::label)
                .contains("表面处理", "Old number");
    }

    @Test
    void a_users_own_field_is_not_made_by_everybody_nor_on_the_platforms_tables() {
        assertThatThrownBy(() -> As.person(
                        "李四",
                        Set.of("operator"),
                        () -> fields.add(
                                "part",
                                new FieldsController.NewField(
                                        null, "x", null, "text", null, null, null, null, null, null))))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> jdbc.sql("SELECT records.add_field('identity', 'user_account', 'x_y', 'text')")
                        .query((row, index) -> "")
                        .list())
                .hasStackTraceContaining("not open");
        assertThatThrownBy(() -> jdbc.sql("SELECT records.add_field('sample', 'part', 'name; drop', 'text')")
                        .query((row, index) -> "")
                        .list())
                .hasStackTraceContaining("not named");
    }

    @Test
    void one_box_searches_every_type_that_the_actor_may_read() {
        records.create("part-group", Map.of("code", "FL", "name", "法兰类"));
        part("FL-100", "对焊法兰");
        part("X-FL", "其他");

        var hits = search.search("fl");

        assertThat(hits)
                .extracting(SearchController.Hit::title)
                .startsWith("FL")
                .contains("FL-100", "X-FL");
        assertThat(hits).extracting(SearchController.Hit::path).allMatch(path -> path.startsWith("/records/"));
        assertThat(As.person("外人", Set.of("customer"), () -> search.search("fl")))
                .isEmpty();
    }

    @Test
    void a_view_is_kept_for_oneself_or_for_all() {
        var filter = Json.tree("{\"all\":[]}");
        var mine = new SavedViews.ViewBody("我的", filter, null, null, null, null);
        var everybodys = new SavedViews.ViewBody(" 大家的 ", filter, null, null, null, true);
        As.person("张三", Set.of("sales"), () -> views.save("part", mine));
        As.person("张三", Set.of("sales"), () -> views.save("part", everybodys));

        assertThat(As.person("李四", Set.of("sales"), () -> views.list("part")))
                .extracting(SavedViews.ViewView::name, SavedViews.ViewView::filter)
                .containsExactly(tuple("大家的", filter));
    }

    @Test
    void comments_and_files_belong_to_their_record() {
        var id = part("A", "法兰");
        comments.add("part", id, "图纸待确认");
        var file = attachments.add("part", id, "C:\\图纸\\A.pdf", "application/pdf", new byte[] {1, 2, 3});

        assertThat(comments.of("part", List.of(id)).get(id))
                .extracting(comment -> comment.text())
                .containsExactly("图纸待确认");
        assertThat(attachments.of("part", List.of(id)).get(id))
                .extracting(one -> one.name())
                .containsExactly("A.pdf");
        assertThat(attachments.content(file.id())).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> attachments.add("part", id, "e.txt", "text/plain", new byte[0]))
                .isInstanceOf(FileRefused.class);
    }

    @Test
    void programs_read_and_write_by_the_same_rules() {
        var id = part("A", "法兰");

        assertThat(records.list("part", Filter.parse("{\"field\":\"code\",\"op\":\"eq\",\"value\":\"A\"}"), 10))
                .extracting(found -> found.id("id"))
                .containsExactly(id);
        assertThat(records.find("part", UUID.randomUUID())).isEmpty();
    }

    @Test
    void every_refusal_has_a_sentence_and_an_advice_in_both_languages() throws Exception {
        var zh = texts("zh");
        var en = texts("en");

        assertThat(zh.stringPropertyNames()).isEqualTo(en.stringPropertyNames());
        for (var code : zh.stringPropertyNames()) {
            assertThat(code.endsWith(".advice") || zh.containsKey(code + ".advice"))
                    .as(code)
                    .isTrue();
        }
        assertThat(Actor.current().language()).isEqualTo("en");
    }

    private static Properties texts(String language) throws Exception {
        var texts = new Properties();
        try (var file = ExtrasTest.class.getResourceAsStream("/refusals/records_%s.properties".formatted(language))) {
            texts.load(new StringReader(
                    new String(file == null ? new byte[0] : file.readAllBytes(), StandardCharsets.UTF_8)));
        }
        return texts;
    }

    private UUID part(String code, String name) {
        return records.create("part", Map.of("code", code, "name", name));
    }
}
