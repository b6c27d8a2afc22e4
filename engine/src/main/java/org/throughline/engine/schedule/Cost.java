package org.throughline.engine.schedule;

/** What a complete board is worth; smaller is better, first by tardiness, then by setup, then by flow time. */
record Cost(double tardiness, double setup, double flow) implements Comparable<Cost> {

    static Cost of(Board board) {
        var network = board.network;
        int jobs = network.problem.jobs().size();
        long[] end = new long[jobs];
        java.util.Arrays.fill(end, Long.MIN_VALUE);
        for (int i = 0; i < network.size(); i++) {
            end[network.jobOf[i]] = Math.max(end[network.jobOf[i]], board.end[i]);
        }
        double tardiness = 0;
        double flow = 0;
        for (int j = 0; j < jobs; j++) {
            var job = network.problem.jobs().get(j);
            var due = job.due();
            if (end[j] != Long.MIN_VALUE) {
                flow += end[j] - network.problem.now();
                tardiness += due == null ? 0 : job.weight() * Math.max(0, end[j] - due);
            }
        }
        return new Cost(tardiness, setup(board), flow);
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
        int byTardiness = Double.compare(tardiness, other.tardiness);
        if (byTardiness != 0) {
            return byTardiness;
        }
        int bySetup = Double.compare(setup, other.setup);
        return bySetup != 0 ? bySetup : Double.compare(flow, other.flow);
    }
}
