package org.throughline.engine.schedule;

import java.util.List;

/** Collects a sentence about everything that is wrong with a schedule. */
abstract class RuleChecker {

    final ScheduleProblem problem;
    final List<String> violations;

    /** @param violations gets the sentences */
    RuleChecker(ScheduleProblem problem, List<String> violations) {
        this.problem = problem;
        this.violations = violations;
    }

    void require(boolean holds, String sentence) {
        if (!holds) {
            violations.add(sentence);
        }
    }

    Operation operation(String id) {
        return problem.jobs().stream()
                .flatMap(job -> job.operations().stream())
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
