package org.throughline.engineering.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.throughline.engineering.internal.StructureTables.Edge;

class LevelCodesTest {

    private static final Map<UUID, Integer> NUMBER = new HashMap<>();

    @Test
    void an_item_is_planned_at_the_deepest_level_at_which_it_appears() {
        var codes = new LevelCodes(edges("A>B", "A>C", "B>D", "B>E", "C>E", "C>F", "F>D", "F>G")).levels();

        assertThat(codes)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(id("A"), 0, id("B"), 1, id("C"), 1, id("E"), 2, id("F"), 2, id("D"), 3, id("G"), 3));
    }

    @Test
    void a_cycle_is_named_from_an_item_back_to_itself() {
        var cycle = new LevelCodes(edges("A>B", "B>C", "C>D", "D>B", "D>E")).cycle();

        assertThat(cycle).hasSize(4);
        assertThat(cycle.getFirst()).isEqualTo(cycle.getLast());
        assertThat(cycle).contains(id("B"), id("C"), id("D")).doesNotContain(id("A"), id("E"));
    }

    @Test
    void an_item_that_needs_itself_is_the_shortest_cycle() {
        assertThat(new LevelCodes(edges("A>A")).cycle()).containsExactly(id("A"), id("A"));
        assertThat(new LevelCodes(edges("A>B")).cycle()).isEmpty();
    }

    @Test
    void a_hundred_thousand_lines_are_levelled_as_a_naive_walk_levels_them() {
        var random = new Random(20261122);
        var edges = new ArrayList<Edge>();
        for (int i = 0; i < 100_000; i++) {
            int parent = random.nextInt(9_999);
            edges.add(new Edge(id("I" + parent), id("I" + random.nextInt(parent + 1, 10_000))));
        }
        long began = System.nanoTime();
        var levels = new LevelCodes(edges).levels();
        long milliseconds = (System.nanoTime() - began) / 1_000_000;

        assertThat(levels).containsAllEntriesOf(naive(edges));
        assertThat(milliseconds).isLessThan(2_000);
    }

    private static Map<UUID, Integer> naive(List<Edge> edges) {
        var levels = new HashMap<UUID, Integer>();
        for (int i = 0; i < 10_000; i++) {
            levels.put(id("I" + i), 0);
        }
        var byNumber = edges.stream()
                .sorted(Comparator.comparing(edge -> NUMBER.getOrDefault(edge.parentId(), 0)))
                .toList();
        byNumber.forEach(
                edge -> levels.merge(edge.componentId(), levels.getOrDefault(edge.parentId(), 0) + 1, Math::max));
        levels.keySet()
                .retainAll(new HashSet<>(edges.stream()
                        .flatMap(edge -> Stream.of(edge.parentId(), edge.componentId()))
                        .toList()));
        return levels;
    }

    private static UUID id(String name) {
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        if (name.startsWith("I")) {
            NUMBER.put(id, Integer.parseInt(name.substring(1)));
        }
        return id;
    }

    private static List<Edge> edges(String... arrows) {
        var edges = new ArrayList<Edge>();
        for (var arrow : arrows) {
            edges.add(new Edge(id(arrow.substring(0, 1)), id(arrow.substring(2))));
        }
        return edges;
    }
}
