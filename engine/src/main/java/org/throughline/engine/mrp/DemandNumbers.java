package org.throughline.engine.mrp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A number for each demand line that stays the same from one run to the next. */
final class DemandNumbers {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Taker> takers = new ArrayList<>();

    int of(String demand) {
        return numbers.computeIfAbsent(demand, id -> {
            takers.add(new Taker(RequirementRef.Kind.DEMAND, id));
            return takers.size() - 1;
        });
    }

    int size() {
        return takers.size();
    }

    String id(int number) {
        return taker(number).ref.id();
    }

    Taker taker(int number) {
        return takers.get(number);
    }

    Taker taker(String demand) {
        return taker(of(demand));
    }

    void forgetDays() {
        takers.forEach(Taker::forget);
    }
}
