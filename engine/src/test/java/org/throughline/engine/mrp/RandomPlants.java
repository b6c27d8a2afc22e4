package org.throughline.engine.mrp;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small random inputs; the same seed gives the same input. */
final class RandomPlants {

    private static final String[] PEGS = {"SO-1", "SO-2"};

    private RandomPlants() {}

    /** Lot-for-lot with stock only. */
    static MrpInput plain(int seed) {
        var random = new Random(seed);
        int count = 2 + random.nextInt(8);
        var items = new ArrayList<PlanItem>();
        for (int i = 0; i < count; i++) {
            items.add(PlanItem.builder("I" + i, Source.MAKE)
                    .leadDays(random.nextInt(4))
                    .build());
        }
        return MrpInput.of(
                MrpVectorsTest.week(0),
                items,
                bom(random, count),
                demands(random, count, false),
                stocks(random, count, false),
                List.of());
    }

    /** What the naive planner knows: lot rules without a maximum, scrap, safety stock or days, offsets; stock only. */
    static MrpInput ruled(int seed) {
        var random = new Random(seed);
        var plain = plain(seed);
        var items = plain.items().stream().map(item -> ruled(random, item)).toList();
        var bom = new ArrayList<>(plain.bom());
        bom.replaceAll(
                line -> random.nextBoolean() ? line : special(random, line).validBetween(null, null));
        return MrpInput.of(plain.planStart(), items, bom, plain.demands(), plain.stocks(), List.of());
    }

    private static PlanItem ruled(Random random, PlanItem item) {
        var builder = PlanItem.builder(item.id(), item.source())
                .leadDays(item.leadTime().fixedDays())
                .pegPolicy(random.nextBoolean() ? PegPolicy.FREE : PegPolicy.HARD)
                .lotRule(
                        switch (random.nextInt(5)) {
                            case 0 -> new LotRule.FixedQuantity(BigDecimal.valueOf(1 + random.nextInt(30)));
                            case 1 -> new LotRule.Periods(1 + random.nextInt(5));
                            case 2 -> new LotRule.DaysOfSupply(1 + random.nextInt(5));
                            case 3 ->
                                new LotRule.MinimumMultiple(
                                        BigDecimal.valueOf(random.nextInt(20)),
                                        BigDecimal.valueOf(random.nextInt(8)),
                                        null,
                                        reading(random));
                            default -> LotRule.lotForLot();
                        });
        if (random.nextInt(3) == 0) {
            builder.safetyStock(BigDecimal.valueOf(random.nextInt(20)));
        } else {
            builder.safetyDays(random.nextInt(3));
        }
        if (random.nextInt(3) == 0) {
            builder.scrap(new BigDecimal("0.05"), BigDecimal.valueOf(random.nextInt(2)));
        }
        return builder.build();
    }

    /** @param everything also by-products, alternates, frozen and tagged supply, and open receipts */
    static MrpInput input(int seed, boolean everything) {
        var random = new Random(seed);
        int count = 2 + random.nextInt(8);
        var items = new ArrayList<PlanItem>();
        for (int i = 0; i < count; i++) {
            items.add(item(random, "I" + i));
        }
        var bom = bom(random, count);
        if (everything) {
            bom.replaceAll(line -> random.nextInt(4) == 0 ? special(random, line) : line);
        }
        var alternates = new ArrayList<Alternate>();
        if (everything && random.nextBoolean()) {
            bom.add(BomLine.of("I0", "I" + (count - 1), new BigDecimal("-0.25")));
            var stock = new Alternate(
                    "I" + (count - 1),
                    "I" + (count - 2),
                    BigDecimal.ONE,
                    1,
                    random.nextBoolean() ? Alternate.Use.USE_UP_FIRST : Alternate.Use.BEFORE_NEW_ORDER);
            stock = random.nextInt(3) == 0 ? stock.onlyWhole() : stock;
            alternates.add(random.nextInt(3) == 0 ? valid(random, stock) : stock);
        }
        if (everything && random.nextInt(3) == 0) {
            var ratio = BigDecimal.valueOf(1 + random.nextInt(2));
            var share = BigDecimal.valueOf(1 + random.nextInt(10), 1);
            var shared = Alternate.shared("I" + (count - 2), "I" + (count - 1), ratio, share);
            alternates.add(random.nextInt(3) == 0 ? valid(random, shared) : shared);
        }
        var supplies = new ArrayList<OpenSupply>();
        for (int s = 0; everything && s < random.nextInt(6); s++) {
            var supply = OpenSupply.of(
                    "S" + s,
                    "I" + random.nextInt(count),
                    BigDecimal.valueOf(1 + random.nextInt(40)),
                    MrpVectorsTest.week(random.nextInt(20)));
            supply = random.nextInt(3) == 0 ? supply.frozen() : supply;
            supply = random.nextInt(3) == 0 ? supply.pegged(PEGS[random.nextInt(2)]) : supply;
            supplies.add(random.nextInt(3) == 0 ? supply.exploding(supply.due().minusDays(2)) : supply);
        }
        return new MrpInput(
                MrpVectorsTest.week(0),
                1,
                items,
                bom,
                alternates,
                demands(random, count, true),
                stocks(random, count, true),
                supplies,
                Map.of(),
                Damping.none());
    }

    private static Alternate valid(Random random, Alternate alternate) {
        var day = MrpVectorsTest.week(5 + random.nextInt(15));
        return random.nextBoolean() ? alternate.validBetween(day, null) : alternate.validBetween(null, day);
    }

    private static LotRule.MultipleReading reading(Random random) {
        return random.nextBoolean()
                ? LotRule.MultipleReading.LARGER_OF_BOTH
                : LotRule.MultipleReading.STEPS_ABOVE_MINIMUM;
    }

    private static PlanItem item(Random random, String id) {
        var bounds = random.nextBoolean()
                ? LotRule.MinimumMultiple.none()
                : new LotRule.MinimumMultiple(
                        BigDecimal.TEN, BigDecimal.valueOf(4), BigDecimal.valueOf(50), reading(random));
        LotRule rule = switch (random.nextInt(6)) {
            case 0 -> new LotRule.FixedQuantity(BigDecimal.valueOf(1 + random.nextInt(30)));
            case 1 -> new LotRule.Periods(1 + random.nextInt(5), bounds);
            case 2 -> new LotRule.DaysOfSupply(1 + random.nextInt(5), bounds);
            case 3 -> bounds;
            default -> LotRule.lotForLot();
        };
        var builder = PlanItem.builder(id, random.nextBoolean() ? Source.MAKE : Source.BUY)
                .lotRule(rule)
                .leadDays(random.nextInt(4))
                .phantom(random.nextInt(8) == 0)
                .frozenDays(Math.max(0, random.nextInt(12) - 6))
                .pegPolicy(random.nextBoolean() ? PegPolicy.FREE : PegPolicy.HARD);
        if (random.nextInt(4) == 0) {
            builder.safetyStock(BigDecimal.valueOf(random.nextInt(20)));
        } else if (random.nextInt(4) == 0) {
            builder.safetyDays(random.nextInt(3));
        }
        return random.nextInt(4) == 0
                ? builder.scrap(new BigDecimal("0.05"), BigDecimal.ONE).build()
                : builder.build();
    }

    private static List<BomLine> bom(Random random, int count) {
        var bom = new ArrayList<BomLine>();
        for (int parent = 0; parent < count; parent++) {
            for (int component = parent + 1; component < count; component++) {
                if (random.nextInt(3) == 0) {
                    bom.add(BomLine.of("I" + parent, "I" + component, BigDecimal.valueOf(1 + random.nextInt(3))));
                }
            }
        }
        return bom;
    }

    /** Scrap of either convention, an offset, or a time in which the line is valid. */
    private static BomLine special(Random random, BomLine line) {
        var day = MrpVectorsTest.week(5 + random.nextInt(15));
        return switch (random.nextInt(5)) {
            case 0 -> line.withScrap(new BigDecimal("0.04"), ScrapConvention.YIELD);
            case 1 -> line.withScrap(new BigDecimal("0.04"), ScrapConvention.ON_NET);
            case 2 -> line.withFixedScrap(new BigDecimal("0.5"));
            case 3 -> line.withOffsetDays(1 + random.nextInt(3));
            default -> random.nextBoolean() ? line.validBetween(day, null) : line.validBetween(null, day);
        };
    }

    private static List<Demand> demands(Random random, int count, boolean pegged) {
        var demands = new ArrayList<Demand>();
        int size = 1 + random.nextInt(8);
        for (int d = 0; d < size; d++) {
            var demand = Demand.of(
                    "D" + d,
                    "I" + random.nextInt(count),
                    BigDecimal.valueOf(1 + random.nextInt(30)),
                    MrpVectorsTest.week(random.nextInt(25)));
            demands.add(pegged && random.nextBoolean() ? demand.pegged(PEGS[random.nextInt(2)]) : demand);
        }
        return demands;
    }

    private static List<Stock> stocks(Random random, int count, boolean pegged) {
        var stocks = new ArrayList<Stock>();
        for (int i = 0; i < count; i++) {
            if (random.nextBoolean()) {
                var stock = Stock.of("I" + i, BigDecimal.valueOf(random.nextInt(60)));
                stocks.add(pegged && random.nextInt(3) == 0 ? stock.pegged(PEGS[random.nextInt(2)]) : stock);
            }
        }
        return stocks;
    }
}
