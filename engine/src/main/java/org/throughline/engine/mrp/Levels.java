package org.throughline.engine.mrp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.throughline.engine.EngineRefusal;

/** Low-level codes by depth first search; a way that returns to itself is refused with its path. */
final class Levels {

    private static final int UNSEEN = 0;
    private static final int OPEN = 1;
    private static final int DONE = 2;

    private final ItemTable table;
    private final List<int[]> successors = new ArrayList<>();

    Levels(ItemTable table) {
        this.table = table;
        var lists = new ArrayList<List<Integer>>();
        for (int i = 0; i < table.size(); i++) {
            lists.add(new ArrayList<>());
        }
        for (int i = 0; i < table.size(); i++) {
            for (var part : table.parts.get(i)) {
                lists.get(i).add(part.component());
                for (var alternate : part.sharing()) {
                    lists.get(i).add(table.number(alternate.substitute(), alternate.item()));
                }
            }
            for (var alternate : table.alternates.get(i)) {
                if (!alternate.isShared()) {
                    lists.get(table.number(alternate.substitute(), alternate.item()))
                            .add(i);
                }
            }
        }
        lists.forEach(list -> successors.add(
                list.stream().mapToInt(Integer::intValue).sorted().distinct().toArray()));
    }

    /** Level per item: 0 for what follows nothing. */
    int[] compute() {
        int[] postorder = new int[table.size()];
        int done = 0;
        int[] state = new int[table.size()];
        int[] next = new int[table.size()];
        int[] path = new int[table.size()];
        for (int root = 0; root < table.size(); root++) {
            int depth = 0;
            if (state[root] == UNSEEN) {
                state[root] = OPEN;
                path[depth++] = root;
            }
            while (depth > 0) {
                int item = path[depth - 1];
                if (next[item] == successors.get(item).length) {
                    state[item] = DONE;
                    postorder[done++] = item;
                    depth--;
                } else {
                    int below = successors.get(item)[next[item]++];
                    if (state[below] == OPEN) {
                        throw cycle(path, depth, below);
                    }
                    if (state[below] == UNSEEN) {
                        state[below] = OPEN;
                        path[depth++] = below;
                    }
                }
            }
        }
        return longestWays(postorder);
    }

    private int[] longestWays(int[] postorder) {
        int[] level = new int[table.size()];
        for (int k = postorder.length - 1; k >= 0; k--) {
            for (int below : successors.get(postorder[k])) {
                level[below] = Math.max(level[below], level[postorder[k]] + 1);
            }
        }
        return level;
    }

    private EngineRefusal cycle(int[] path, int depth, int again) {
        int from = depth - 1;
        while (path[from] != again) {
            from--;
        }
        var names = new ArrayList<String>();
        Arrays.stream(path, from, depth).forEach(item -> names.add(table.items[item].id()));
        names.add(table.items[again].id());
        var way = String.join(" → ", names);
        return new EngineRefusal(
                "mrp.cycle",
                "The item (%s) contains itself: %s. Remove one of these lines.".formatted(names.getFirst(), way),
                Map.of("path", way));
    }
}
