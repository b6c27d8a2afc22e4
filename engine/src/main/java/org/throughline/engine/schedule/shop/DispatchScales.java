package org.throughline.engine.schedule.shop;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What an {@link AtcsDispatch} is tuned by, each centre for itself.
 *
 * @param slack per centre: how far ahead of its due date work becomes urgent, in mean durations; greater than 0
 * @param setup per centre: how little a setup weighs, in mean setups; greater than 0
 * @param rest per centre: share of the minutes still to come on its machines that counts like minutes now; at least 0
 * @param allowance minutes to allow per minute of work left; greater than 0
 */
@SuppressWarnings("ArrayRecordComponent") // flat arrays; never compared
record DispatchScales(double[] slack, double[] setup, double[] rest, double allowance) {

    /** The same for all centres. */
    static DispatchScales of(int centres, double slack, double setup, double rest, double allowance) {
        return new DispatchScales(filled(centres, slack), filled(centres, setup), filled(centres, rest), allowance);
    }

    private static double[] filled(int centres, double value) {
        double[] values = new double[centres];
        Arrays.fill(values, value);
        return values;
    }

    /** Changes one scale everywhere or the scales of one centre, by a factor of at most e to the step. */
    DispatchScales near(double step, SplittableRandom random) {
        var changed = new DispatchScales(slack.clone(), setup.clone(), rest.clone(), allowance);
        int kind = random.nextInt(12);
        if (kind == 0) {
            return new DispatchScales(slack, setup, rest, allowance * factor(step, random));
        }
        double[][] scales = {changed.slack, changed.setup, changed.rest};
        if (kind <= 3) {
            double factor = factor(step, random);
            Arrays.setAll(scales[kind - 1], c -> scales[kind - 1][c] * factor);
            return changed;
        }
        int centre = random.nextInt(slack.length);
        for (double[] scale : scales) {
            if (random.nextBoolean()) {
                scale[centre] *= factor(step, random);
            }
        }
        return changed;
    }

    private static double factor(double step, SplittableRandom random) {
        return Math.exp((random.nextDouble() * 2 - 1) * step);
    }
}
