package org.throughline.engine.mrp;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How one item at one site is planned. Made with {@link #builder}.
 *
 * @param id unique; for several sites include the site
 * @param scrapRate part of an order's start quantity that is lost, 0 ≤ rate &lt; 1; start = receipt ÷ (1 − rate),
 *     rounded up to {@code startStep}
 * @param startStep step of the start quantity, for example 1 for pieces; zero for none
 * @param safetyStock never to be consumed by the plan
 * @param safetyDays workdays by which receipts come before the need; not together with a safety stock
 * @param phantom blown through: no lead time, lot-for-lot, stock on hand is consumed first
 * @param calendar key of {@link MrpInput#calendars()}; null for every day
 * @param demandFenceDays forecasts due before plan start + this many days are ignored (only orders count)
 * @param frozenDays no planned order is received before plan start + this many days; the need moves out, with a message
 */
public record PlanItem(
        String id,
        Source source,
        LotRule lotRule,
        LeadTime leadTime,
        BigDecimal scrapRate,
        BigDecimal startStep,
        BigDecimal safetyStock,
        int safetyDays,
        boolean phantom,
        PegPolicy pegPolicy,
        @Nullable String calendar,
        int demandFenceDays,
        int frozenDays) {

    /** A made or bought item, lot-for-lot, without lead time; change what differs. */
    public static Builder builder(String id, Source source) {
        return new Builder(id, source);
    }

    /** Collects what differs from the plainest item. */
    public static final class Builder {
        private final String id;
        private final Source source;
        private LotRule lotRule = LotRule.lotForLot();
        private LeadTime leadTime = LeadTime.days(0);
        private BigDecimal scrapRate = BigDecimal.ZERO;
        private BigDecimal startStep = BigDecimal.ZERO;
        private BigDecimal safetyStock = BigDecimal.ZERO;
        private int safetyDays;
        private boolean phantom;
        private PegPolicy pegPolicy = PegPolicy.FREE;
        private @Nullable String calendar;
        private int demandFenceDays;
        private int frozenDays;

        private Builder(String id, Source source) {
            this.id = id;
            this.source = source;
        }

        public Builder lotRule(LotRule value) {
            lotRule = value;
            return this;
        }

        public Builder leadTime(LeadTime value) {
            leadTime = value;
            return this;
        }

        public Builder leadDays(int days) {
            return leadTime(LeadTime.days(days));
        }

        /** Item scrap; {@code step} as in {@link PlanItem#startStep()}. */
        public Builder scrap(BigDecimal rate, BigDecimal step) {
            scrapRate = rate;
            startStep = step;
            return this;
        }

        public Builder safetyStock(BigDecimal value) {
            safetyStock = value;
            return this;
        }

        public Builder safetyDays(int value) {
            safetyDays = value;
            return this;
        }

        public Builder phantom(boolean value) {
            phantom = value;
            return this;
        }

        public Builder pegPolicy(PegPolicy value) {
            pegPolicy = value;
            return this;
        }

        public Builder calendar(@Nullable String value) {
            calendar = value;
            return this;
        }

        public Builder demandFenceDays(int value) {
            demandFenceDays = value;
            return this;
        }

        public Builder frozenDays(int value) {
            frozenDays = value;
            return this;
        }

        public PlanItem build() {
            return new PlanItem(
                    id,
                    source,
                    lotRule,
                    leadTime,
                    scrapRate,
                    startStep,
                    safetyStock,
                    safetyDays,
                    phantom,
                    pegPolicy,
                    calendar,
                    demandFenceDays,
                    frozenDays);
        }
    }
}
