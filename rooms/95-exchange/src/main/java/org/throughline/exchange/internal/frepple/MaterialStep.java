package org.throughline.exchange.internal.frepple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.engineering.BomDraft;
import org.throughline.engineering.RevisionStatus;
import org.throughline.engineering.SaveBoms;
import org.throughline.engineering.ScrapConvention;
import org.throughline.exchange.RowRefused;
import org.throughline.exchange.internal.Outcome;
import org.throughline.factory.Item;
import org.throughline.kernel.Quantity;
import org.throughline.kernel.RuleViolation;
import org.throughline.workflow.ProgressJobs.Progress;

/** What flows into the operations of an item is its bill of material; what flows out is the lot the bill is for. */
@Component
class MaterialStep {

    private static final int STEP = 10;
    private static final String REVISION = "A";

    private final SaveBoms saveBoms;
    private final FreppleKeys keys;
    private final TransactionTemplate transactions;

    MaterialStep(SaveBoms saveBoms, FreppleKeys keys, TransactionTemplate transactions) {
        this.saveBoms = saveBoms;
        this.keys = keys;
        this.transactions = transactions;
    }

    /** Where in which routing an operation stands. */
    private record Place(OperationTree.Way way, int sequence) {}

    void run(Dataset data, Map<String, OperationTree.Way> kept, Progress progress) {
        var places = new LinkedHashMap<String, Place>();
        for (OperationTree.Way way : kept.values()) {
            places.put(way.head().need("name"), new Place(way, STEP));
            for (int i = 0; i < way.steps().size(); i++) {
                places.put(way.steps().get(i).need("name"), new Place(way, (i + 1) * STEP));
            }
        }
        var rows = new LinkedHashMap<OperationTree.Way, List<FreppleRow>>();
        for (FreppleRow row : data.rows(Model.OPERATIONMATERIAL)) {
            Place place = places.get(row.text("operation").orElse(""));
            if (place == null) {
                data.reject(
                        Model.OPERATIONMATERIAL,
                        row,
                        RowRefused.noCounterpart(
                                "material of an operation that is not kept",
                                row.text("operation").orElse("")));
            } else {
                rows.computeIfAbsent(place.way(), unseen -> new ArrayList<>()).add(row);
            }
        }
        rows.forEach((way, flows) -> {
            progress.at(0, rows.size(), "frepple " + way.item());
            save(data, way, flows, places);
        });
    }

    private void save(Dataset data, OperationTree.Way way, List<FreppleRow> flows, Map<String, Place> places) {
        try {
            Item item = keys.find(way.item()).orElseThrow(() -> RowRefused.unknown("item", way.item()));
            var lot = BigDecimal.ONE;
            var lines = new ArrayList<BomDraft.Line>();
            var used = new ArrayList<FreppleRow>();
            for (FreppleRow flow : flows) {
                BigDecimal quantity = flow.number("quantity", BigDecimal.ONE);
                if (quantity.signum() > 0 && flow.text("item").orElse("").equals(way.item())) {
                    lot = quantity;
                    used.add(flow);
                } else if (quantity.signum() >= 0) {
                    data.reject(
                            Model.OPERATIONMATERIAL,
                            flow,
                            RowRefused.noCounterpart("by-product or fixed flow", flow.need("item")));
                } else {
                    line(data, flow, quantity.negate(), places, lines, used);
                }
            }
            Outcome outcome = lines.isEmpty() ? Outcome.UNCHANGED : write(item, lot, lines);
            used.forEach(flow -> data.count(Model.OPERATIONMATERIAL, flow, outcome));
        } catch (RuleViolation refused) {
            flows.forEach(flow -> data.reject(Model.OPERATIONMATERIAL, flow, refused));
        }
    }

    private void line(
            Dataset data,
            FreppleRow flow,
            BigDecimal quantity,
            Map<String, Place> places,
            List<BomDraft.Line> lines,
            List<FreppleRow> used) {
        var component = keys.find(flow.text("item").orElse(""));
        Place place = places.get(flow.need("operation"));
        if (component.isEmpty() || place == null) {
            data.reject(
                    Model.OPERATIONMATERIAL,
                    flow,
                    RowRefused.unknown("item", flow.text("item").orElse("")));
            return;
        }
        lines.add(new BomDraft.Line(
                (lines.size() + 1) * STEP,
                component.get().id(),
                new Quantity(quantity, FreppleKeys.UNIT),
                BigDecimal.ZERO,
                ScrapConvention.ON_TOP,
                BigDecimal.ZERO,
                null,
                null,
                place.sequence(),
                flow.text("name").orElse(null),
                flow.number("priority", BigDecimal.ONE).max(BigDecimal.ONE).intValue(),
                FreppleKeys.key("flow", flow.need("operation") + ":" + flow.need("item"))));
        used.add(flow);
    }

    private Outcome write(Item item, BigDecimal lot, List<BomDraft.Line> lines) {
        var draft = new BomDraft(item.id(), REVISION, RevisionStatus.RELEASED, lot, null, null, lines);
        Outcome outcome = transactions.execute(
                status -> OperationStep.outcome(saveBoms.save(List.of(draft)).get(item.id())));
        return outcome == null ? Outcome.UNCHANGED : outcome;
    }
}
