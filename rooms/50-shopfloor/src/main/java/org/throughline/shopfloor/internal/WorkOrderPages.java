package org.throughline.shopfloor.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.Machines;
import org.throughline.factory.People;
import org.throughline.factory.ScrapReason;
import org.throughline.factory.ScrapReasons;
import org.throughline.kernel.Actor;
import org.throughline.shopfloor.OperationFlow;
import org.throughline.shopfloor.Report;
import org.throughline.shopfloor.ReportKind;
import org.throughline.shopfloor.ReportOperation;
import org.throughline.shopfloor.WorkOrder;
import org.throughline.shopfloor.WorkOrderMaterial;
import org.throughline.web.Language;

/** Gathers the page of one work order. */
@Component
class WorkOrderPages {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final WorkOrders workOrders;
    private final Operations operations;
    private final Materials materials;
    private final Reports reports;
    private final TaskCards cards;
    private final MaterialCover cover;
    private final Crew crew;
    private final Items items;
    private final People people;
    private final Machines machines;
    private final ScrapReasons scrapReasons;
    private final Clock clock;

    WorkOrderPages(
            WorkOrders workOrders,
            Operations operations,
            Materials materials,
            Reports reports,
            TaskCards cards,
            MaterialCover cover,
            Crew crew,
            Items items,
            People people,
            Machines machines,
            ScrapReasons scrapReasons,
            Clock clock) {
        this.workOrders = workOrders;
        this.operations = operations;
        this.materials = materials;
        this.reports = reports;
        this.cards = cards;
        this.cover = cover;
        this.crew = crew;
        this.items = items;
        this.people = people;
        this.machines = machines;
        this.scrapReasons = scrapReasons;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    WorkOrderPage of(UUID id) {
        var order = workOrders.get(id);
        var flow = new OperationFlow(order.quantity(), operations.of(id));
        var tasks = cards.of(List.of(id));
        var needed = materials.of(id);
        var moments = order.moments();
        return new WorkOrderPage(
                id,
                order.number(),
                order.status(),
                tasks.getFirst().item(),
                tasks.getFirst().order(),
                link(order.purpose().parentId()),
                link(order.purpose().reworkOf()),
                order.quantity().amount(),
                order.quantity().unit(),
                order.progress().good().amount(),
                order.progress().scrap().amount(),
                order.progress().received().amount(),
                percent(flow),
                order.start(),
                order.due(),
                moments.releasedAt(),
                moments.startedAt(),
                moments.completedAt(),
                moments.closedAt(),
                tasks,
                materials(order, needed),
                order.status().isOpen()
                        ? cover.shortages(order, needed).stream()
                                .map(WorkOrderPage.ShortageView::of)
                                .toList()
                        : List.of(),
                workOrders.childrenOf(id).stream()
                        .map(WorkOrderPage.WorkOrderLink::of)
                        .toList(),
                reports(flow, id),
                order.version());
    }

    /** The lots to take, with the words for them. */
    List<WorkOrderPage.PickView> picks(List<LotChoice.Pick> picks) {
        var known = items.all(
                picks.stream().map(LotChoice.Pick::componentId).distinct().toList());
        return picks.stream()
                .map(pick -> {
                    var item = Objects.requireNonNull(known.get(pick.componentId()));
                    return new WorkOrderPage.PickView(
                            pick.componentId(),
                            item.code(),
                            item.name(),
                            pick.place().lotId(),
                            pick.lotNumber(),
                            pick.place().locationId(),
                            pick.locationCode(),
                            pick.quantity().amount(),
                            pick.quantity().unit(),
                            pick.own());
                })
                .toList();
    }

    private WorkOrderPage.@Nullable WorkOrderLink link(@Nullable UUID id) {
        return id == null ? null : WorkOrderPage.WorkOrderLink.of(workOrders.get(id));
    }

    private List<WorkOrderPage.MaterialView> materials(WorkOrder order, List<WorkOrderMaterial> needed) {
        var ids = needed.stream().map(WorkOrderMaterial::componentId).distinct().toList();
        Map<UUID, Item> known = items.all(ids);
        var takeable = cover.takeable(order, ids);
        return needed.stream()
                .map(material -> {
                    var item = Objects.requireNonNull(known.get(material.componentId()));
                    var free = takeable.get(item.id());
                    return new WorkOrderPage.MaterialView(
                            material.id(),
                            item.id(),
                            item.code(),
                            item.name(),
                            item.specification(),
                            material.required().amount(),
                            material.issued().amount(),
                            material.open().amount(),
                            free == null ? BigDecimal.ZERO : free.amount(),
                            material.required().unit(),
                            material.operationSequence());
                })
                .toList();
    }

    private List<WorkOrderPage.ReportView> reports(OperationFlow flow, UUID id) {
        var all = reports.ofWorkOrder(id).reversed();
        var persons = named(all, Report::personId, people::all, person -> person.name());
        var places = named(all, Report::machineId, machines::all, machine -> machine.name());
        var reasons = scrapReasons.all().stream().collect(Collectors.toMap(ScrapReason::id, reason -> reason));
        return all.stream()
                .map(report -> new WorkOrderPage.ReportView(
                        report.id(),
                        report.operationId(),
                        Objects.requireNonNull(flow.find(report.operationId())).name(),
                        report.kind(),
                        report.quantities().good().amount(),
                        report.quantities().scrap().amount(),
                        report.quantities().rework().amount(),
                        report.personId() == null ? null : persons.get(report.personId()),
                        report.machineId() == null ? null : places.get(report.machineId()),
                        report.startedAt(),
                        report.endedAt(),
                        report.seconds(),
                        report.bookedAt(),
                        reasons(report, reasons),
                        report.note(),
                        report.undoneAt(),
                        undoable(report)))
                .toList();
    }

    private static List<WorkOrderPage.ReasonView> reasons(Report report, Map<UUID, ScrapReason> known) {
        return report.quantities().reasons().stream()
                .map(reason -> new WorkOrderPage.ReasonView(
                        reason.fate(),
                        name(known.get(reason.reasonId())),
                        reason.cause(),
                        reason.quantity().amount()))
                .toList();
    }

    private static String name(@Nullable ScrapReason reason) {
        if (reason == null) {
            return "";
        }
        return "en".equals(Language.ofAnswer()) && reason.nameEn() != null ? reason.nameEn() : reason.name();
    }

    private boolean undoable(Report report) {
        if (report.undoneAt() != null || (report.kind() != ReportKind.QUANTITY && report.kind() != ReportKind.FINISH)) {
            return false;
        }
        var inTime = !clock.instant().isAfter(report.bookedAt().plus(ReportOperation.UNDO));
        return crew.leads()
                || (inTime && Objects.equals(report.userId(), Actor.current().user()));
    }

    private static <T> Map<UUID, String> named(
            List<Report> reports,
            Function<Report, @Nullable UUID> id,
            Function<Collection<UUID>, Map<UUID, T>> all,
            Function<T, String> name) {
        var ids = reports.stream().map(id).filter(Objects::nonNull).distinct().toList();
        return all.apply(ids).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> name.apply(entry.getValue())));
    }

    private static BigDecimal percent(OperationFlow flow) {
        var whole = flow.standardMinutes();
        if (whole.signum() == 0) {
            return flow.isDone() ? HUNDRED : BigDecimal.ZERO;
        }
        return flow.earnedMinutes().multiply(HUNDRED).divide(whole, 1, RoundingMode.DOWN);
    }
}
