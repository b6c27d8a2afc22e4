package org.throughline.engine.schedule.shop;

/**
 * A flexible job shop with sequence-dependent family setups, releases, due dates and weights. Setups are anticipatory: they
 * begin when the machine is free, also before the work arrives.
 *
 * @param shop machines, jobs, alternatives
 * @param centre of each machine
 * @param families number of families of each centre
 * @param setup per centre, flat: {@code setup[c][(from + 1) * families[c] + to]}; from −1 is the initial state
 * @param family of each operation, in the centre of its machines
 * @param release of each job
 * @param due of each job
 * @param weight of each job, at least 0
 */
@SuppressWarnings("ArrayRecordComponent") // flat arrays; never compared
public record SetupShop(
        Shop shop, int[] centre, int[] families, int[][] setup, int[] family, int[] release, int[] due, int[] weight) {

    int setup(int machine, int familyBefore, int familyNow) {
        int c = centre[machine];
        return setup[c][(familyBefore + 1) * families[c] + familyNow];
    }

    int setups() {
        return families.length;
    }
}
