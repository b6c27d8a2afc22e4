package org.throughline.engine.schedule;

import org.jspecify.annotations.Nullable;
import org.throughline.engine.schedule.shop.Effort;
import org.throughline.engine.schedule.shop.SetupShop;
import org.throughline.engine.schedule.shop.TardinessSearch;

/**
 * The problem without what {@link SetupShop} does not know, so that {@link TardinessSearch} can look for a good order at some
 * hundred thousand moves a second. The order is then placed with everything that holds.
 *
 * <p>Left out are people, tools, setup crews, whether an operation may pause, transfer batches, longest waits and journeys.
 * Machines work by one {@link WorkClock}. Waits between {@link Chains} become releases and due dates, which a first search makes
 * more precise for a second.
 */
final class Relaxation {

    private final Network network;
    private final WorkClock clock;
    private final Chains chains;

    /**
     * An order of work.
     *
     * @param start of each operation, by the work clock
     * @param machine of each operation
     */
    @SuppressWarnings("ArrayRecordComponent") // flat arrays; never compared
    record Order(long[] start, int[] machine) {}

    Relaxation(Network network) {
        this.network = network;
        clock = new WorkClock(network);
        chains = new Chains(network, clock);
    }

    /** Whether a second search knows more, because the first one says when other chains will be done. */
    boolean isWorthRepeating() {
        return chains.areLinked();
    }

    /**
     * Searches, and remembers when every operation ended for the next search.
     *
     * @return null if the minutes of the problem are too many for the search
     */
    @Nullable
    Order search(Effort effort, long seed) {
        var shop = new RelaxedShop(network, clock, chains);
        if (shop.isTooLong()) {
            return null;
        }
        var result = TardinessSearch.search(shop.plant(), 1, seed, effort, value -> {});
        long[] start = new long[network.size()];
        long[] end = new long[start.length];
        int[] machine = new int[start.length];
        for (int k = 0; k < shop.operations(); k++) {
            int i = shop.operation(k);
            if (i != RelaxedShop.WAIT) {
                start[i] = result.start()[k];
                end[i] = result.end()[k];
                machine[i] = shop.machine(result.machine()[k]);
            }
        }
        chains.headsAndDates(end);
        return new Order(start, machine);
    }
}
