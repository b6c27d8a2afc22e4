package org.throughline.engine.schedule;

/** To come. */
record Network(ScheduleProblem problem) {
    static Network of(ScheduleProblem problem) {
        return new Network(problem);
    }
}
