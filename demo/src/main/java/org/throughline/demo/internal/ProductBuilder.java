package org.throughline.demo.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.engineering.BomDraft;
import org.throughline.engineering.RevisionStatus;
import org.throughline.engineering.RoutingDraft;
import org.throughline.engineering.RoutingOperation;
import org.throughline.engineering.SaveBoms;
import org.throughline.engineering.SaveRoutings;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.factory.LotPolicy;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;

/** Builds what the shop makes and buys: items, bills of material and routings, family by family, size by size. */
@Component
class ProductBuilder {

    private static final Set<String> OUTSIDE = Set.of("HEAT", "ZINC");
    private static final int DAYS_OUTSIDE = 4;
    private static final int ASSEMBLED_IN_DAYS = 4;
    private static final int MADE_IN_DAYS = 5;
    private static final BigDecimal GROWTH_PER_SIZE = new BigDecimal("0.18");
    private static final BigDecimal COST_OF_PRICE = new BigDecimal("0.74");

    private final Items items;
    private final SaveBoms saveBoms;
    private final SaveRoutings saveRoutings;

    ProductBuilder(Items items, SaveBoms saveBoms, SaveRoutings saveRoutings) {
        this.items = items;
        this.saveBoms = saveBoms;
        this.saveRoutings = saveRoutings;
    }

    /** Collects drafts so that all structures are saved and checked at once. */
    private record Drafts(List<BomDraft> boms, List<RoutingDraft> routings) {}

    @Transactional
    void build(ShopPlan plan, Shop shop) {
        plan.bought().forEach(bought -> buy(bought, shop));
        var drafts = new Drafts(new ArrayList<>(), new ArrayList<>());
        for (var family : plan.families()) {
            for (int index = 0; index < family.sizes().size(); index++) {
                var factor = BigDecimal.ONE.add(GROWTH_PER_SIZE.multiply(BigDecimal.valueOf(index)));
                product(family, family.sizes().get(index), factor, shop, drafts);
            }
        }
        for (var simple : plan.simple()) {
            for (int index = 0; index < simple.sizes().size(); index++) {
                var factor = BigDecimal.ONE.add(GROWTH_PER_SIZE.multiply(BigDecimal.valueOf(index)));
                simple(simple, simple.sizes().get(index), factor, shop, drafts);
            }
        }
        saveBoms.save(drafts.boms());
        saveRoutings.save(drafts.routings());
    }

    private void buy(ShopPlan.BoughtPlan bought, Shop shop) {
        var item = Item.fresh(Item.Kind.BUY, bought.code(), bought.name(), bought.unit())
                .change()
                .nameEnglish(bought.nameEnglish())
                .specification(bought.specification())
                .group(shop.group(bought.group()))
                .leadTimeDays(bought.leadDays())
                .safetyStock(bought.safety())
                .lots(new LotPolicy(
                        LotPolicy.Rule.MIN_MULTIPLE,
                        bought.multiple(),
                        bought.multiple(),
                        null,
                        LotPolicy.Reading.LARGER,
                        0))
                .tracking(bought.inspect() ? Item.Tracking.LOT : Item.Tracking.NONE)
                .inspection(bought.inspect(), false)
                .standardCost(new Money(bought.price(), "CNY"))
                .done();
        shop.items.put(bought.code(), items.add(item));
    }

    private void product(ShopPlan.FamilyPlan family, int size, BigDecimal factor, Shop shop, Drafts drafts) {
        var code = family.code() + "-" + size;
        var frameLines = new ArrayList<BomDraft.Line>();
        for (var part : family.parts()) {
            frameLines.add(line(frameLines, part(part, code, factor, shop, drafts), BigDecimal.valueOf(part.count())));
        }
        frameLines.add(line(frameLines, shop.item("WLD-1.2"), rounded(new BigDecimal("0.35").multiply(factor))));
        var frame = make(
                family.frame().name(),
                family.frame().nameEnglish(),
                code + "-" + family.frame().suffix(),
                "WELD",
                shop);
        var price = family.price().multiply(factor).setScale(0, RoundingMode.HALF_UP);
        if (family.frameOperations().stream()
                .anyMatch(operation -> operation.workCentre().equals("POWDER"))) {
            frameLines.add(line(frameLines, shop.item("PWD-7035"), rounded(new BigDecimal("0.9").multiply(factor))));
        }
        drafts.boms().add(BomDraft.released(frame.id(), "A", frameLines.toArray(BomDraft.Line[]::new)));
        drafts.routings().add(routing(frame, family.frameOperations(), factor, shop));
        var lines = new ArrayList<BomDraft.Line>();
        lines.add(line(lines, frame, BigDecimal.ONE));
        for (var part : family.direct()) {
            lines.add(line(lines, part(part, code, factor, shop, drafts), BigDecimal.valueOf(part.count())));
        }
        for (var hardware : family.hardware()) {
            lines.add(line(lines, shop.item(hardware.item()), hardware.quantity()));
        }
        var product = product(code, family.name(), family.nameEnglish(), price, ASSEMBLED_IN_DAYS, shop);
        shop.products.add(product);
        drafts.boms().add(BomDraft.released(product.id(), "B", lines.toArray(BomDraft.Line[]::new)));
        drafts.routings().add(routing(product, family.operations(), factor, shop));
    }

    private void simple(ShopPlan.SimplePlan plan, int size, BigDecimal factor, Shop shop, Drafts drafts) {
        var code = plan.code() + "-" + size;
        var price = plan.price().multiply(factor).setScale(0, RoundingMode.HALF_UP);
        var product = product(code, plan.name(), plan.nameEnglish(), price, MADE_IN_DAYS, shop);
        var lines = new ArrayList<BomDraft.Line>();
        lines.add(
                line(lines, shop.item(plan.material()), rounded(plan.perPiece().multiply(factor))));
        for (var hardware : plan.hardware()) {
            lines.add(line(lines, shop.item(hardware.item()), hardware.quantity()));
        }
        shop.simpleProducts.add(product);
        drafts.boms().add(BomDraft.released(product.id(), "B", lines.toArray(BomDraft.Line[]::new)));
        drafts.routings().add(routing(product, plan.operations(), factor, shop));
    }

    private Item product(String code, String name, String nameEnglish, BigDecimal price, int leadTimeDays, Shop shop) {
        var product = items.add(Item.fresh(Item.Kind.MAKE, code, name + " " + code, "C62")
                .change()
                .nameEnglish(nameEnglish + " " + code)
                .drawing(code + "-00", "B")
                .group(shop.group("FG"))
                .leadTimeDays(leadTimeDays)
                .peg(Item.Peg.HARD)
                .tracking(Item.Tracking.LOT)
                .inspection(false, true)
                .standardCost(new Money(price.multiply(COST_OF_PRICE).setScale(2, RoundingMode.HALF_UP), "CNY"))
                .listPrice(new Money(price, "CNY"))
                .done());
        shop.items.put(code, product);
        return product;
    }

    private Item part(ShopPlan.PartPlan part, String product, BigDecimal factor, Shop shop, Drafts drafts) {
        var item = make(part.name(), part.nameEnglish(), product + "-" + part.suffix(), part.group(), shop);
        var material = BomDraft.Line.of(
                10,
                shop.item(part.material()).id(),
                new Quantity(
                        rounded(part.perPiece().multiply(factor)),
                        shop.item(part.material()).unit()));
        drafts.boms().add(BomDraft.released(item.id(), "A", material));
        drafts.routings().add(routing(item, part.operations(), factor, shop));
        return item;
    }

    private Item make(String name, String nameEnglish, String code, String group, Shop shop) {
        var item = items.add(Item.fresh(Item.Kind.MAKE, code, name, "C62")
                .change()
                .nameEnglish(nameEnglish)
                .drawing(code, "A")
                .group(shop.group(group))
                .leadTimeDays(3)
                .peg(Item.Peg.HARD)
                .done());
        shop.items.put(code, item);
        return item;
    }

    private static BomDraft.Line line(List<BomDraft.Line> before, Item component, BigDecimal quantity) {
        return BomDraft.Line.of((before.size() + 1) * 10, component.id(), new Quantity(quantity, component.unit()));
    }

    private static RoutingDraft routing(Item item, List<ShopPlan.OperationPlan> plans, BigDecimal factor, Shop shop) {
        var operations = new ArrayList<RoutingOperation>();
        for (var plan : plans) {
            operations.add(operation(plan, (operations.size() + 1) * 10, factor, shop));
        }
        return new RoutingDraft(item.id(), "A", RevisionStatus.RELEASED, operations);
    }

    private static RoutingOperation operation(ShopPlan.OperationPlan plan, int sequence, BigDecimal factor, Shop shop) {
        boolean outside = OUTSIDE.contains(plan.workCentre());
        var supplier = outside ? shop.supplier(plan.workCentre().equals("HEAT") ? "HL" : "ZD") : null;
        return new RoutingOperation(
                null,
                sequence,
                plan.name(),
                shop.workCentre(plan.workCentre()),
                null,
                plan.setup(),
                rounded(plan.run().multiply(factor)),
                outside,
                supplier,
                outside ? DAYS_OUTSIDE : 0,
                false,
                null,
                null,
                null);
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP);
    }
}
