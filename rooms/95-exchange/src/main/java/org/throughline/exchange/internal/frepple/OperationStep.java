package org.throughline.exchange.internal.frepple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.engineering.RevisionStatus;
import org.throughline.engineering.RoutingDraft;
import org.throughline.engineering.RoutingOperation;
import org.throughline.engineering.SaveRoutings;
import org.throughline.engineering.Saved;
import org.throughline.exchange.RowRefused;
import org.throughline.exchange.internal.Outcome;
import org.throughline.factory.Item;
import org.throughline.factory.WorkCentre;
import org.throughline.factory.WorkCentres;
import org.throughline.workflow.ProgressJobs.Progress;

/**
 * Operations become routings, their resources the work centres. An item with several operations keeps the one of the
 * best priority; the alternatives are listed. A fixed time counts once for a lot, a time per piece for each.
 */
@Component
class OperationStep implements FreppleStep {

    private static final int PLACE = 50;
    private static final int SEQUENCE_STEP = 10;
    private static final String REVISION = "A";

    private final RowSteps steps;
    private final SaveRoutings saveRoutings;
    private final WorkCentres workCentres;
    private final FreppleKeys keys;
    private final MaterialStep materials;

    OperationStep(
            RowSteps steps,
            SaveRoutings saveRoutings,
            WorkCentres workCentres,
            FreppleKeys keys,
            MaterialStep materials) {
        this.steps = steps;
        this.saveRoutings = saveRoutings;
        this.workCentres = workCentres;
        this.keys = keys;
        this.materials = materials;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public void run(Dataset data, Progress progress) {
        var structure = new OperationTree(data);
        var kept = new LinkedHashMap<String, OperationTree.Way>();
        for (OperationTree.Way way : structure.ways()) {
            kept.merge(way.item(), way, (one, other) -> one.priority().compareTo(other.priority()) <= 0 ? one : other);
        }
        for (OperationTree.Way way : kept.values()) {
            progress.at(0, kept.size(), "frepple " + way.item());
            steps.one(data, Model.OPERATION, way.head(), head -> save(data, way));
            Outcome outcome = data.isRejected(way.head()) ? null : data.outcome(way.head());
            for (FreppleRow step : way.steps()) {
                if (outcome == null) {
                    data.reject(
                            Model.OPERATION,
                            step,
                            RowRefused.unknown("owner", way.head().need("name")));
                } else {
                    data.count(Model.OPERATION, step, outcome);
                }
            }
        }
        steps.each(data, Model.OPERATION, progress, row -> {
            throw RowRefused.noCounterpart("alternative or itemless operation", row.need("name"));
        });
        steps.each(data, Model.OPERATIONRESOURCE, progress, row -> resource(data, row, kept));
        materials.run(data, kept, progress);
    }

    private Outcome resource(Dataset data, FreppleRow row, Map<String, OperationTree.Way> kept) {
        String operation = row.need("operation");
        for (OperationTree.Way way : kept.values()) {
            for (FreppleRow step : way.steps()) {
                if (step.need("name").equals(operation)) {
                    boolean used = workCentreRow(data, operation)
                            .map(first -> first.equals(row))
                            .orElse(false);
                    if (used && !data.isRejected(step)) {
                        return data.outcome(step);
                    }
                    throw RowRefused.noCounterpart("further resource of an operation", row.need("resource"));
                }
            }
        }
        throw RowRefused.noCounterpart("resource of an operation that is not kept", operation);
    }

    private Outcome save(Dataset data, OperationTree.Way way) {
        Item item = keys.find(way.item()).orElseThrow(() -> RowRefused.unknown("item", way.item()));
        var operations = new ArrayList<RoutingOperation>();
        for (FreppleRow step : way.steps()) {
            operations.add(operation(data, step, (operations.size() + 1) * SEQUENCE_STEP));
        }
        var draft = new RoutingDraft(item.id(), REVISION, RevisionStatus.RELEASED, operations);
        return outcome(saveRoutings.save(List.of(draft)).get(item.id()));
    }

    private RoutingOperation operation(Dataset data, FreppleRow step, int sequence) {
        WorkCentre workCentre = workCentreRow(data, step.need("name"))
                .map(row -> row.need("resource"))
                .map(name -> data.named(Model.RESOURCE, name)
                        .flatMap(resource -> resource.text("owner"))
                        .orElse(name))
                .flatMap(workCentres::byCode)
                .or(() -> workCentres.all().stream().reduce((one, last) -> last))
                .orElseThrow(() -> RowRefused.unknown("resource", step.need("name")));
        return new RoutingOperation(
                null,
                sequence,
                step.need("name"),
                workCentre.id(),
                null,
                step.minutes("duration"),
                step.minutes("durationper"),
                false,
                null,
                0,
                false,
                null,
                null,
                null);
    }

    /** The resource an operation runs on: of several the one of the best priority. */
    private static Optional<FreppleRow> workCentreRow(Dataset data, String operation) {
        return data.rows(Model.OPERATIONRESOURCE).stream()
                .filter(row -> row.text("operation").orElse("").equals(operation))
                .min(Comparator.comparing((FreppleRow row) -> row.number("priority", BigDecimal.ONE))
                        .thenComparingInt(FreppleRow::number));
    }

    static Outcome outcome(@Nullable Saved saved) {
        return switch (Optional.ofNullable(saved).orElse(Saved.UNCHANGED)) {
            case INSERTED -> Outcome.INSERTED;
            case UPDATED -> Outcome.UPDATED;
            case UNCHANGED -> Outcome.UNCHANGED;
        };
    }
}
