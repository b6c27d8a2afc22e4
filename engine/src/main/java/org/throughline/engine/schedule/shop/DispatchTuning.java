package org.throughline.engine.schedule.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;

/** Finds the scales with which {@link AtcsDispatch} does best on an instance: a few good ones, then ever closer around the best. */
final class DispatchTuning {

    private static final double WIDEST = 0.7;
    private static final double NARROWEST = 0.15;
    private static final double NARROWER = 0.985;
    /** Dispatches after which the next move is worth more than the next dispatch. */
    private static final int MOST = 240;
    /** One dispatch of so many operations is as much work as one move. */
    private static final int OPERATIONS_A_MOVE = 30;

    private final SetupShop plant;
    private final SetupSchedule best;
    private final LongConsumer onBetter;
    private final SplittableRandom random;
    private final List<Hand> hands = new ArrayList<>();
    private DispatchScales scales;
    private long bestCost = Long.MAX_VALUE;
    private double step = WIDEST;
    private long evaluations;

    /** What one thread works with. */
    private static final class Hand {
        private final AtcsDispatch dispatch;
        private final SetupSchedule schedule;
        private DispatchScales tried;
        private long found;

        private Hand(SetupShop plant, DispatchScales tried) {
            dispatch = new AtcsDispatch(plant);
            schedule = new SetupSchedule(plant);
            this.tried = tried;
        }
    }

    DispatchTuning(SetupShop plant, int hands, long seed, LongConsumer onBetter) {
        this.plant = plant;
        this.onBetter = onBetter;
        best = new SetupSchedule(plant);
        random = new SplittableRandom(seed);
        scales = DispatchScales.of(plant.setups(), 3, 0.6, 0.1, 1.2);
        for (int k = 0; k < hands; k++) {
            this.hands.add(new Hand(plant, scales));
        }
    }

    /** The best plan found. */
    SetupSchedule best() {
        return best;
    }

    long cost() {
        return bestCost;
    }

    long evaluations() {
        return evaluations;
    }

    /** Dispatches until a share of the effort is used, at least once. */
    void run(Effort effort, double share, Hands threads) {
        int centres = plant.setups();
        var first = List.of(
                scales,
                DispatchScales.of(centres, 10, 1, 0.02, 0.5),
                DispatchScales.of(centres, 1.5, 0.6, 0.05, 1.2),
                DispatchScales.of(centres, 3, 0.3, 0.02, 1));
        int tried = 0;
        do {
            for (var hand : hands) {
                hand.tried = tried < first.size() ? first.get(tried) : scales.near(step, random);
                tried++;
            }
            long limit = bestCost;
            threads.each(hands, hand -> hand.found = hand.dispatch.run(hand.tried, hand.schedule, limit));
            boolean isBetter = false;
            for (var hand : hands) {
                evaluations += Math.max(1, plant.shop().operations() / OPERATIONS_A_MOVE);
                isBetter |= take(hand);
            }
            step = isBetter ? step : Math.max(NARROWEST, step * NARROWER);
        } while (tried < MOST && bestCost > 0 && effort.done(evaluations) < share);
    }

    private boolean take(Hand hand) {
        if (hand.found >= bestCost) {
            return false;
        }
        bestCost = hand.found;
        scales = hand.tried;
        best.copyFrom(hand.schedule);
        onBetter.accept(bestCost);
        return true;
    }
}
