package org.throughline.engine.mrp;

final class NettingRun {
    private final ItemTable table;

    NettingRun(ItemTable t) {
        table = t;
    }

    MrpPlan plan() {
        if (table.input().items().isEmpty()) {
            return new MrpPlan(
                    java.util.List.of(),
                    java.util.List.of(),
                    java.util.List.of(),
                    java.util.List.of(),
                    java.util.List.of(),
                    java.util.List.of());
        }
        throw new UnsupportedOperationException(table.toString());
    }
}
