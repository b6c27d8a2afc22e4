package org.throughline.shopfloor.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.factory.Item;
import org.throughline.kernel.RuleViolation;
import org.throughline.shopfloor.OperationFlow;
import org.throughline.shopfloor.OperationRefused;
import org.throughline.shopfloor.QualityHolds;
import org.throughline.shopfloor.WorkOrder;
import org.throughline.shopfloor.WorkOrderMaterial;
import org.throughline.shopfloor.WorkOrderOperation;
import org.throughline.shopfloor.WorkOrderRefused;
import org.throughline.web.Language;
import org.throughline.web.ProblemWriter;
import org.throughline.web.Sentences;

/** Why a job can or cannot be done, in the words that a refusal would use. */
@Component
class CardReasons {

    private final Sentences sentences;

    CardReasons(Sentences sentences) {
        this.sentences = sentences;
    }

    /** Everything that keeps people from working on it now. */
    List<TaskView.Block> blocks(
            WorkOrder order,
            OperationFlow flow,
            int index,
            List<WorkOrderMaterial> needed,
            Map<UUID, Item> items,
            QualityHolds.@Nullable Hold hold) {
        var step = flow.operations().get(index);
        var blocks = new ArrayList<TaskView.Block>();
        if (step.status() == WorkOrderOperation.Status.DONE) {
            return blocks;
        }
        if (!order.status().isOnTheFloor()) {
            blocks.add(block(WorkOrderRefused.notOnTheFloor(order.number(), order.status())));
            return blocks;
        }
        if (hold != null) {
            blocks.add(block(OperationRefused.heldByQuality(step.name(), hold.number(), hold.reason())));
        }
        if (index > 0
                && flow.available(index).isZero()
                && step.counts().rework().isZero()) {
            blocks.add(block(OperationRefused.nothingArrived(step.name())));
        }
        var missing = FloorGate.notIssued(flow, index, needed);
        if (!missing.isEmpty()) {
            blocks.add(block(OperationRefused.materialNotIssued(
                    step.name(),
                    missing.stream()
                            .map(material -> List.<Object>of(
                                    Objects.requireNonNull(items.get(material.componentId()))
                                            .code(),
                                    material.open()))
                            .toList())));
        }
        return blocks;
    }

    /** What must be so, with whether it is. */
    List<TaskView.Check> checks(
            OperationFlow flow, int index, List<WorkOrderMaterial> needed, QualityHolds.@Nullable Hold hold) {
        var checks = new ArrayList<TaskView.Check>();
        var used = FloorGate.usedAt(flow, index, needed);
        if (!used.isEmpty()) {
            var complete = used.stream().allMatch(material -> material.open().isZero());
            checks.add(
                    check("material", complete, complete ? "floor.material-issued" : "floor.material-open", Map.of()));
        }
        if (index > 0) {
            var previous = flow.operations().get(index - 1);
            var good = previous.counts().good();
            checks.add(check(
                    "previous",
                    good.isPositive(),
                    "floor.previous-passed-on",
                    Map.of(
                            "previous",
                            previous.name(),
                            "good",
                            plain(good.amount()),
                            "total",
                            plain(flow.expected(index - 1).amount()))));
        }
        checks.add(
                check("quality", hold == null, hold == null ? "floor.quality-free" : "floor.quality-hold", Map.of()));
        return checks;
    }

    private TaskView.Check check(String code, boolean passed, String sentence, Map<String, Object> values) {
        return new TaskView.Check(
                code,
                passed,
                sentences.sentence(sentence, values, Language.ofAnswer()).orElse(sentence));
    }

    private TaskView.Block block(RuleViolation refusal) {
        var language = Language.ofAnswer();
        return new TaskView.Block(
                refusal.code(),
                sentences.what(refusal, language),
                sentences.advice(refusal, language),
                ProblemWriter.plain(refusal.values()));
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
