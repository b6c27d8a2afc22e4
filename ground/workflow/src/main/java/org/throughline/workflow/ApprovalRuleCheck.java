package org.throughline.workflow;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.records.Filter;
import org.throughline.records.RecordCheck;
import org.throughline.records.RecordValues;
import org.throughline.workflow.internal.ChainSteps;

/** An approval rule must be readable before it is kept. */
@Component
class ApprovalRuleCheck implements RecordCheck {

    ApprovalRuleCheck() {}

    @Override
    public void check(@Nullable RecordValues before, @Nullable RecordValues after) {
        if (after != null) {
            var name = after.text("name");
            var steps = after.text("steps");
            Filter.parse(after.text("condition"));
            var copies = after.text("copies");
            ChainSteps.parse(name == null ? "" : name, steps == null ? "[]" : steps);
            ChainSteps.copies(name == null ? "" : name, copies == null ? "[]" : copies);
        }
    }
}
