package org.throughline.engine.schedule.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LowerBoundTest {

    @Test
    void the_longest_job_is_a_bound() {
        assertThat(LowerBound.of(Shops.of(2, new int[][] {{0, 5}, {1, 2}}, new int[][] {{1, 3}})))
                .isEqualTo(7);
    }

    @Test
    void work_that_any_machine_may_do_is_spread_evenly() {
        int[][] job = {{0, 4, 1, 4}};
        assertThat(LowerBound.of(Shops.of(2, job, job, job))).isEqualTo(6);
    }

    /** Machine 1 cannot begin before 2, works 3 + 4, and the shorter rest of its two jobs takes 1. */
    @Test
    void a_machine_waits_for_its_first_work_and_its_last_work_is_not_the_end() {
        var shop = Shops.of(4, new int[][] {{0, 2}, {1, 3}, {2, 5}}, new int[][] {{0, 3}, {1, 4}, {3, 1}});
        assertThat(LowerBound.of(shop)).isEqualTo(10);
    }
}
