package org.throughline.engineering.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.engineering.Explosion;
import org.throughline.engineering.FrozenStructure;
import org.throughline.engineering.Routing;
import org.throughline.engineering.Structures;
import org.throughline.factory.Item;
import org.throughline.factory.Items;
import org.throughline.identity.Permissions;
import org.throughline.kernel.NotFound;
import org.throughline.kernel.Quantity;

/** What things consist of: explosion, where-used, routing, low-level codes. An item is named by its id or its code. */
@RestController
@RequestMapping("/api")
class StructureController {

    private final Structures structures;
    private final Items items;
    private final Permissions permissions;
    private final Clock clock;

    StructureController(Structures structures, Items items, Permissions permissions, Clock clock) {
        this.structures = structures;
        this.items = items;
        this.permissions = permissions;
        this.clock = clock;
    }

    /**
     * The item taken apart.
     *
     * @param date     which lines are valid; today unless said otherwise
     * @param quantity 1 unless said otherwise
     */
    @GetMapping("/items/{item}/explosion")
    ExplosionView explosion(
            @PathVariable String item,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable BigDecimal quantity) {
        permissions.require("bom", "read");
        var root = find(item);
        var wanted = new Quantity(Objects.requireNonNullElse(quantity, BigDecimal.ONE), root.unit());
        var explosion = structures.explode(root.id(), wanted, day(date));
        var totals = explosion.totals();
        var ids = new HashSet<>(totals.keySet());
        ids.add(root.id());
        var known = items.all(ids);
        var bought = totals.entrySet().stream()
                .map(total -> new Total(
                        ItemView.of(known, total.getKey()),
                        total.getValue().amount(),
                        total.getValue().unit(),
                        level(explosion.root(), total.getKey())))
                .sorted(Comparator.comparingInt(Total::level)
                        .thenComparing(total -> total.item().code()))
                .toList();
        return new ExplosionView(explosion.date(), node(explosion.root(), known), bought);
    }

    private static int level(Explosion.Node node, UUID itemId) {
        int deepest = node.itemId().equals(itemId) ? node.level() : -1;
        for (var component : node.components()) {
            deepest = Math.max(deepest, level(component, itemId));
        }
        return deepest;
    }

    private static NodeView node(Explosion.Node node, Map<UUID, Item> known) {
        var line = node.line();
        return new NodeView(
                ItemView.of(known, node.itemId()),
                node.level(),
                node.quantity().amount(),
                node.quantity().unit(),
                line == null ? null : line.quantityPer().amount(),
                line == null ? null : line.scrapRate(),
                line == null ? null : line.validFrom(),
                line == null ? null : line.validTo(),
                node.revision(),
                node.components().stream()
                        .map(component -> node(component, known))
                        .toList());
    }

    /** Everything the item goes into. */
    @GetMapping("/items/{item}/where-used")
    List<UseView> whereUsed(@PathVariable String item, @RequestParam(required = false) @Nullable LocalDate date) {
        permissions.require("bom", "read");
        var uses = structures.whereUsed(find(item).id(), day(date));
        var ids = new HashSet<UUID>();
        uses.forEach(use -> ids.addAll(use.path()));
        var known = items.all(ids);
        return uses.stream()
                .map(use -> new UseView(
                        ItemView.of(known, use.parentId()),
                        use.level(),
                        use.path().stream()
                                .map(id -> ItemView.of(known, id).code())
                                .toList(),
                        use.quantityPer().amount(),
                        use.quantityPer().unit(),
                        use.top()))
                .toList();
    }

    /** How the item is made; {@code defaulted} says that it is only its group's default operation. */
    @GetMapping("/items/{item}/routing")
    Routing routing(@PathVariable String item) {
        permissions.require("routing", "read");
        return structures.routingOf(find(item).id());
    }

    /** The low-level code of every item in any released bill, by item code. */
    @GetMapping("/structures/low-level-codes")
    Map<String, Integer> lowLevelCodes(@RequestParam(required = false) @Nullable LocalDate date) {
        permissions.require("bom", "read");
        var levels = structures.lowLevelCodes(day(date));
        var known = items.all(levels.keySet());
        var byCode = new LinkedHashMap<String, Integer>();
        levels.entrySet().stream()
                .map(level -> Map.entry(ItemView.of(known, level.getKey()).code(), level.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(level -> byCode.put(level.getKey(), level.getValue()));
        return byCode;
    }

    /** What an order line was released with. */
    @GetMapping("/order-lines/{id}/structure")
    Collection<FrozenStructure> frozen(@PathVariable UUID id) {
        permissions.require("bom", "read");
        return structures.frozenFor(id);
    }

    private Item find(String key) {
        if (key.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            return items.get(UUID.fromString(key));
        }
        return items.byCode(key).orElseThrow(() -> new NotFound("item", key));
    }

    private LocalDate day(@Nullable LocalDate date) {
        return date == null ? LocalDate.now(clock) : date;
    }

    record ItemView(UUID id, String code, String name, Item.@Nullable Kind kind) {
        static ItemView of(Map<UUID, Item> known, UUID id) {
            var item = known.get(id);
            return item == null
                    ? new ItemView(id, id.toString(), "", null)
                    : new ItemView(id, item.code(), item.name(), item.kind());
        }
    }

    /** @param totals every item below the root, deepest level and sum over all places */
    record ExplosionView(LocalDate date, NodeView root, List<Total> totals) {}

    record Total(ItemView item, BigDecimal quantity, String unit, int level) {}

    record NodeView(
            ItemView item,
            int level,
            BigDecimal quantity,
            String unit,
            @Nullable BigDecimal quantityPer,
            @Nullable BigDecimal scrapRate,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String revision,
            List<NodeView> components) {}

    record UseView(ItemView item, int level, List<String> path, BigDecimal quantityPer, String unit, boolean top) {}
}
