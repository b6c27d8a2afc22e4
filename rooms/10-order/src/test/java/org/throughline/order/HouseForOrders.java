package org.throughline.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.throughline.kernel.BusinessEvent;
import org.throughline.kernel.Identity;
import org.throughline.kernel.Money;
import org.throughline.records.Comment;
import org.throughline.records.Comments;
import org.throughline.records.Numbers;
import org.throughline.workflow.Acknowledgement;
import org.throughline.workflow.Acknowledgements;
import org.throughline.workflow.Approval;
import org.throughline.workflow.ApprovalGranted;
import org.throughline.workflow.ApprovalRejected;
import org.throughline.workflow.ApprovalRequest;
import org.throughline.workflow.Approvals;
import org.throughline.workflow.Notice;
import org.throughline.workflow.Notices;
import tools.jackson.databind.json.JsonMapper;

/** What the order room needs of the ground, kept in memory, and a date computer that says what a test wants. */
@TestConfiguration(proxyBeanMethods = false)
class HouseForOrders {

    @Bean
    Numbers numbers() {
        var counter = new AtomicInteger();
        return rule -> rule + "-" + counter.incrementAndGet();
    }

    @Bean
    JsonMapper jsonMapper() {
        return JsonMapper.builder().build();
    }

    @Bean
    Heard heard() {
        return new Heard();
    }

    @Bean
    FakeApprovals approvals(ApplicationEventPublisher events) {
        return new FakeApprovals(events);
    }

    @Bean
    FakePromises promises() {
        return new FakePromises();
    }

    @Bean
    Comments comments() {
        return new Comments() {
            @Override
            public Comment add(String recordType, UUID recordId, String text) {
                return new Comment(Identity.fresh(), recordType, recordId, text, null, "", Instant.EPOCH);
            }

            @Override
            public Map<UUID, List<Comment>> of(String recordType, Collection<UUID> recordIds) {
                return Map.of();
            }
        };
    }

    @Bean
    Notices notices() {
        return new Notices() {
            @Override
            public void tell(Collection<UUID> users, String code, Map<String, ?> values, @Nullable String link) {}

            @Override
            public void tellRole(String role, String code, Map<String, ?> values, @Nullable String link) {}

            @Override
            public List<Notice> mine(int limit) {
                return List.of();
            }
        };
    }

    @Bean
    FakeAcknowledgements acknowledgements() {
        return new FakeAcknowledgements();
    }

    /** Everything the room told. */
    static class Heard {

        private final List<BusinessEvent> events = new ArrayList<>();

        @EventListener
        void on(BusinessEvent event) {
            events.add(event);
        }

        <T> List<T> of(Class<T> type) {
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        }

        void forget() {
            events.clear();
        }
    }

    /** Answers the same date to everybody; null answers that it fits. */
    static class FakePromises implements PromiseDates {

        @Nullable
        LocalDate earliest;

        @Override
        public Asking together() {
            return this::answer;
        }

        private Promise answer(Inquiry inquiry) {
            var wanted = inquiry.wanted();
            var day = earliest == null ? (wanted == null ? LocalDate.of(2026, 12, 1) : wanted) : earliest;
            var step = new Promise.Step(Promise.Kind.MACHINE, inquiry.itemId(), "CNC-1", day, day, "");
            return new Promise(day, wanted == null || !day.isAfter(wanted), List.of(step), "CNC-1", List.of());
        }
    }

    static class FakeAcknowledgements implements Acknowledgements {

        final List<UUID> asked = new ArrayList<>();

        @Override
        public List<Acknowledgement> ask(
                String recordType, UUID recordId, String text, Collection<UUID> users, @Nullable String link) {
            asked.addAll(users);
            return List.of();
        }

        @Override
        public Acknowledgement acknowledge(UUID id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Acknowledgement> waitingForMe() {
            return List.of();
        }

        @Override
        public Map<UUID, List<Acknowledgement>> of(String recordType, Collection<UUID> recordIds) {
            return Map.of();
        }
    }

    /** One chain with one step for amounts of 100,000 and more; below, granted at once. */
    static class FakeApprovals implements Approvals {

        private static final BigDecimal LIMIT = new BigDecimal("100000");

        private final ApplicationEventPublisher events;
        private final Map<UUID, Approval> known = new HashMap<>();

        FakeApprovals(ApplicationEventPublisher events) {
            this.events = events;
        }

        @Override
        public Approval submit(ApprovalRequest request) {
            var amount = ((Money) Objects.requireNonNull(request.facts().get("amount"))).amount();
            boolean waits = amount.compareTo(LIMIT) >= 0;
            var approval = approval(request.recordId(), waits ? Approval.State.WAITING : Approval.State.GRANTED);
            known.put(approval.recordId(), approval);
            if (!waits) {
                grant(request.recordId());
            }
            return approval;
        }

        void grant(UUID recordId) {
            known.put(recordId, approval(recordId, Approval.State.GRANTED));
            events.publishEvent(new ApprovalGranted("sales-order", recordId, Identity.fresh(), Instant.EPOCH));
        }

        void refuse(UUID recordId, String reason) {
            known.put(recordId, approval(recordId, Approval.State.REJECTED));
            events.publishEvent(new ApprovalRejected("sales-order", recordId, Identity.fresh(), reason, Instant.EPOCH));
        }

        private static Approval approval(UUID recordId, Approval.State state) {
            var task = Approval.Task.asked(Identity.fresh(), 0, Identity.fresh(), "总经理");
            var step = Approval.Step.plain("总经理", Approval.Mode.ANY, List.of(task));
            return new Approval(
                    Identity.fresh(),
                    "sales-order",
                    recordId,
                    "",
                    state,
                    0,
                    List.of(step),
                    null,
                    null,
                    "",
                    Instant.EPOCH,
                    null,
                    null,
                    0);
        }

        @Override
        public Approval approve(UUID id, @Nullable String comment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Approval reject(UUID id, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Approval withdraw(UUID id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Approval> waitingForMe() {
            return List.of();
        }

        @Override
        public Map<UUID, List<Approval>> of(String recordType, Collection<UUID> recordIds) {
            var found = new HashMap<UUID, List<Approval>>();
            recordIds.forEach(id -> {
                if (known.containsKey(id)) {
                    found.put(id, List.of(known.get(id)));
                }
            });
            return found;
        }
    }
}
