package org.throughline.engine.mrp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A number for each demand line that stays the same from one run to the next. */
final class DemandNumbers {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();

    int of(String demand) {
        return numbers.computeIfAbsent(demand, id -> {
            ids.add(id);
            return ids.size() - 1;
        });
    }

    String id(int number) {
        return ids.get(number);
    }
}
