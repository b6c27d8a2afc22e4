package org.throughline.engine.schedule;

/** How urgent a waiting operation is; see {@link Dispatch}. */
final class Urgency {

    /** Working minutes until the due date of what has none. */
    private static final double NO_DUE_DATE = 1e7;

    private static final double SMALLEST_WEIGHT = 1e-6;

    private final Network network;
    private final double[] logWeight;
    /** Working minutes from the plan's start to the due date, on the operation's first machine. */
    private final double[] dueWork;
    /** Minutes of the operation and the longest chain behind it. */
    private final double[] tail;

    private final double meanMinutes;
    private final double meanSetup;
    private double slackScale = 2;
    private double setupScale = 0.5;

    Urgency(Network network) {
        this.network = network;
        int n = network.size();
        logWeight = new double[n];
        dueWork = new double[n];
        tail = new double[n];
        double sum = 0;
        for (int k = n - 1; k >= 0; k--) {
            int i = network.arcs.topological[k];
            double behind = 0;
            for (var wait : network.arcs.after[i]) {
                behind = Math.max(behind, tail[wait.after()] + wait.arc().lag());
            }
            tail[i] = behind + network.alternativeMinutes[network.alternativeFrom[i]];
            sum += network.alternativeMinutes[network.alternativeFrom[i]];
            var job = network.job(i);
            var due = job.due();
            logWeight[i] = Math.log(Math.max(job.weight(), SMALLEST_WEIGHT));
            var calendar = network.alternativeCalendar[network.alternativeFrom[i]];
            dueWork[i] = due == null ? NO_DUE_DATE : dueWork(calendar, due);
        }
        meanMinutes = Math.max(1, sum / Math.max(1, n));
        meanSetup = Math.max(1, meanSetup());
    }

    private double dueWork(org.throughline.engine.calendar.WorkingCalendar calendar, long due) {
        long now = network.problem.now();
        return due >= now ? calendar.workBetween(now, due) : due - now;
    }

    void scale(double slack, double setup) {
        slackScale = slack;
        setupScale = setup;
    }

    /** Greater is more urgent. */
    double index(int operation, int machine, long now, int familyOnMachine) {
        int a = network.alternativeFrom[operation];
        double minutes = Math.max(1, network.alternativeMinutes[a]);
        double elapsed = network.alternativeCalendar[a].workBetween(network.problem.now(), now);
        double slack = Math.max(0, dueWork[operation] - tail[operation] - elapsed);
        long setup = network.setups.minutes(machine, familyOnMachine, network.family[operation]);
        return logWeight[operation]
                - Math.log(minutes)
                - slack / (slackScale * meanMinutes)
                - setup / (setupScale * meanSetup);
    }

    private double meanSetup() {
        double sum = 0;
        int count = 0;
        for (var matrix : network.problem.setups()) {
            for (var time : matrix.times()) {
                sum += time.minutes();
                count++;
            }
        }
        return count == 0 ? 1 : sum / count;
    }
}
