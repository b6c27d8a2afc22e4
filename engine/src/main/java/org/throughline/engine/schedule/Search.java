package org.throughline.engine.schedule;

/** To come. */
final class Search {
    private Search() {}

    static Schedule run(Network network, Budget budget) {
        if (budget.iterations() < 0) {
            throw new IllegalArgumentException("negative");
        }
        throw new UnsupportedOperationException(network.toString());
    }
}
