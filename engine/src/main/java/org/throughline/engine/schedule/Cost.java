package org.throughline.engine.schedule;

/** What a complete board is worth; smaller is better, first by the objective's sum, then by setup, then by flow time. */
record Cost(double total, double tardiness, double setup, double flow) implements Comparable<Cost> {

    /** More than anything. */
    static final Cost INFINITE = new Cost(
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    static Cost of(Board board, Goal goal) {
        var network = board.network;
        int jobs = network.problem.jobs().size();
        long[] end = new long[jobs];
        java.util.Arrays.fill(end, Long.MIN_VALUE);
        for (int i = 0; i < network.size(); i++) {
            end[network.jobOf[i]] = Math.max(end[network.jobOf[i]], board.end[i]);
        }
        double tardiness = 0;
        double flow = 0;
        int late = 0;
        for (int j = 0; j < jobs; j++) {
            var job = network.problem.jobs().get(j);
            var due = job.due();
            if (end[j] != Long.MIN_VALUE) {
                flow += end[j] - Math.max(network.problem.now(), job.release());
                tardiness += due == null ? 0 : job.weight() * Math.max(0, end[j] - due);
                late += due != null && end[j] > due ? 1 : 0;
            }
        }
        double setup = setup(board);
        var objective = goal.objective;
        double total = objective.tardiness() * tardiness
                + objective.lateJob() * late
                + objective.setup() * setup
                + objective.flow() * flow
                + (objective.stability() == 0 ? 0 : objective.stability() * goal.moved(board));
        return new Cost(total, tardiness, setup, flow);
    }

    private static double setup(Board board) {
        double sum = 0;
        for (int m = 0; m < board.timelines.length; m++) {
            var timeline = board.timelines[m];
            for (int k = 0; k < timeline.size(); k++) {
                sum += board.network.setups.minutes(m, timeline.familyBefore(k), timeline.ownFamily(k));
            }
        }
        return sum;
    }

    @Override
    public int compareTo(Cost other) {
        int byTotal = Double.compare(total, other.total);
        if (byTotal != 0) {
            return byTotal;
        }
        int bySetup = Double.compare(setup, other.setup);
        return bySetup != 0 ? bySetup : Double.compare(flow, other.flow);
    }
}
