package org.throughline.insight.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.insight.internal.LineViews.LineRow;
import org.throughline.insight.internal.LineViews.MilestoneView;
import org.throughline.order.OrderChange;
import org.throughline.order.SalesOrders;
import org.throughline.portal.CustomerTalk;
import org.throughline.records.Attachments;
import org.throughline.records.Comments;
import org.throughline.shopfloor.FloorFacts;
import org.throughline.workflow.Acknowledgement;
import org.throughline.workflow.Acknowledgements;
import org.throughline.workflow.Approval;
import org.throughline.workflow.Approvals;

/** Messages, approvals, documents, acknowledgements and stations of a line on one spine, newest first. */
@Component
class LineTimeline {

    private static final String LINE = "sales-order-line";
    private static final String ORDER = "sales-order";

    private final Comments comments;
    private final CustomerTalk talk;
    private final Approvals approvals;
    private final Acknowledgements acknowledgements;
    private final Attachments attachments;
    private final SalesOrders orders;
    private final FloorFacts floor;

    LineTimeline(
            Comments comments,
            CustomerTalk talk,
            Approvals approvals,
            Acknowledgements acknowledgements,
            Attachments attachments,
            SalesOrders orders,
            FloorFacts floor) {
        this.comments = comments;
        this.talk = talk;
        this.approvals = approvals;
        this.acknowledgements = acknowledgements;
        this.attachments = attachments;
        this.orders = orders;
        this.floor = floor;
    }

    /** What kind of thing happened; {@code CUSTOMER} and {@code SHARED} are seen by the customer too. */
    enum Kind {
        COMMENT,
        CUSTOMER,
        SHARED,
        APPROVAL,
        DOCUMENT,
        ACKNOWLEDGEMENT,
        CHANGE,
        MILESTONE
    }

    /**
     * One thing that happened.
     *
     * @param subject  the record, e.g. the approval that can be decided in place
     * @param waiting  whether it still waits for somebody
     * @param waitsFor the people it waits for
     * @param done     how many of those asked have acted; null where nobody was asked
     * @param asked    how many were asked
     */
    record Entry(
            Instant at,
            Kind kind,
            @Nullable String actor,
            String text,
            @Nullable UUID subject,
            boolean waiting,
            List<UUID> waitsFor,
            @Nullable Integer done,
            @Nullable Integer asked) {

        static Entry of(Instant at, Kind kind, @Nullable String actor, String text, @Nullable UUID subject) {
            return new Entry(at, kind, actor, text, subject, false, List.of(), null, null);
        }
    }

    List<Entry> of(LineRow line) {
        var entries = new ArrayList<Entry>();
        for (var record : Map.of(LINE, line.id(), ORDER, line.orderId()).entrySet()) {
            var ids = Set.of(record.getValue());
            comments.of(record.getKey(), ids).values().stream()
                    .flatMap(List::stream)
                    .forEach(comment -> entries.add(
                            Entry.of(comment.at(), Kind.COMMENT, comment.authorName(), comment.text(), comment.id())));
            documents(record.getKey(), ids).forEach(entries::add);
            acknowledgements
                    .of(record.getKey(), ids)
                    .values()
                    .forEach(asked -> acknowledged(asked).forEach(entries::add));
        }
        documents("report", floor.badReportsOf(line.id())).forEach(entries::add);
        talk.messages(line.id())
                .forEach(message -> entries.add(
                        Entry.of(message.at(), Kind.CUSTOMER, message.authorName(), message.text(), message.id())));
        talk.documents(line.id())
                .forEach(file ->
                        entries.add(Entry.of(file.at(), Kind.SHARED, file.authorName(), file.name(), file.id())));
        approvals.of(ORDER, Set.of(line.orderId())).values().stream()
                .flatMap(List::stream)
                .forEach(approval -> entries.add(approval(approval)));
        orders.changesOf(Set.of(line.id())).forEach(change -> entries.add(change(change)));
        line.milestones().stream()
                .filter(LineTimeline::isPassed)
                .forEach(milestone -> entries.add(milestone(milestone)));
        entries.sort(Comparator.comparing(Entry::at).reversed());
        return entries;
    }

    private Stream<Entry> documents(String recordType, Collection<UUID> ids) {
        return attachments.of(recordType, ids).values().stream()
                .flatMap(List::stream)
                .map(file -> Entry.of(file.at(), Kind.DOCUMENT, file.authorName(), file.name(), file.id()));
    }

    private static boolean isPassed(MilestoneView milestone) {
        return milestone.state().equals("DONE") && milestone.evidence() != null && milestone.at() != null;
    }

    private static Entry milestone(MilestoneView milestone) {
        var owner = milestone.owner();
        var at = java.util.Objects.requireNonNull(milestone.at());
        return Entry.of(
                at,
                Kind.MILESTONE,
                owner == null ? null : owner.name(),
                milestone.kind().name(),
                milestone.evidenceId());
    }

    private static Entry approval(Approval approval) {
        var waiting = approval.waitingTasks();
        return new Entry(
                approval.submittedAt(),
                Kind.APPROVAL,
                approval.submittedByName(),
                approval.title(),
                approval.id(),
                !waiting.isEmpty(),
                waiting.stream().map(Approval.Task::user).toList(),
                approval.step(),
                approval.steps().size());
    }

    private static Entry change(OrderChange change) {
        return new Entry(
                change.at(),
                Kind.CHANGE,
                null,
                change.reason(),
                change.id(),
                change.status() == OrderChange.Status.OPEN,
                List.of(),
                null,
                null);
    }

    /** The people asked about one text stand in one entry. */
    private static List<Entry> acknowledged(List<Acknowledgement> asked) {
        var byText = new java.util.LinkedHashMap<String, List<Acknowledgement>>();
        asked.forEach(one ->
                byText.computeIfAbsent(one.text(), text -> new ArrayList<>()).add(one));
        return byText.values().stream()
                .map(group -> {
                    var open = group.stream()
                            .filter(one -> one.acknowledgedAt() == null)
                            .toList();
                    var first = group.getFirst();
                    return new Entry(
                            first.askedAt(),
                            Kind.ACKNOWLEDGEMENT,
                            null,
                            first.text(),
                            first.recordId(),
                            !open.isEmpty(),
                            open.stream().map(Acknowledgement::user).toList(),
                            group.size() - open.size(),
                            group.size());
                })
                .toList();
    }
}
