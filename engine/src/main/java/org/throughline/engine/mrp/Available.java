package org.throughline.engine.mrp;

import java.util.ArrayList;
import java.util.List;

/** The supplies that one group of needs may use, by day; those at the head that are used up are never looked at again. */
final class Available {

    private final List<Supply> supplies = new ArrayList<>();
    /** The first that is not used up. */
    private int head;

    boolean isEmpty() {
        return head == supplies.size();
    }

    /** Behind all others of its day. Cost: O(log supplies), and moving those of later days. */
    void add(Supply supply) {
        int low = head;
        int high = supplies.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (supplies.get(middle).day <= supply.day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        supplies.add(low, supply);
    }

    /** Covers what it can of the need, by the earliest supplies that serve its day. */
    void cover(Need need) {
        for (int k = head; k < supplies.size() && need.open() > 0; k++) {
            var supply = supplies.get(k);
            if (supply.left > 0 && supply.serves(need.day)) {
                supply.cover(need);
            }
        }
        while (head < supplies.size() && supplies.get(head).left == 0) {
            head++;
        }
    }
}
