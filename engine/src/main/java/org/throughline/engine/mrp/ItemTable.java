package org.throughline.engine.mrp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.engine.EngineRefusal;
import org.throughline.engine.calendar.WorkdayCalendar;

/**
 * The input, checked and indexed: items by number in the order of their ids, lines by parent, and the order of planning.
 *
 * <p>An item's level is the longest way down to it: parents, and substitutes that are offered to it, come before it.
 */
final class ItemTable {

    final MrpInput input;
    final PlanItem[] items;
    final WorkdayCalendar[] calendars;
    final List<List<BomLine>> lines;
    final List<List<Alternate>> alternates;
    /** The lines of each parent with what they name. */
    final List<List<Part>> parts = new ArrayList<>();

    final int[] level;
    /** Item numbers by level, then id: the order in which they are netted. */
    final int[] order;

    private final Map<String, Integer> numbers = new HashMap<>();

    private ItemTable(MrpInput input) {
        this.input = input;
        checkFrame();
        items = input.items().toArray(PlanItem[]::new);
        Arrays.sort(items, Comparator.comparing(PlanItem::id));
        calendars = new WorkdayCalendar[items.length];
        for (int i = 0; i < items.length; i++) {
            if (numbers.put(items[i].id(), i) != null) {
                throw invalid("The item (%s) occurs twice.".formatted(items[i].id()), items[i].id());
            }
            calendars[i] = calendarOf(items[i]);
            ItemRules.check(items[i]);
        }
        lines = linesByParent();
        alternates = alternatesByItem();
        lines.forEach(ofParent -> parts.add(ofParent.stream().map(this::part).toList()));
        checkReferences();
        level = new Levels(this).compute();
        order = planningOrder();
    }

    static ItemTable of(MrpInput input) {
        return new ItemTable(input);
    }

    int size() {
        return items.length;
    }

    int planStart() {
        return Math.toIntExact(input.planStart().toEpochDay());
    }

    /** @throws EngineRefusal {@code mrp.unknown-item} */
    int number(String item, String namedBy) {
        var number = numbers.get(item);
        if (number == null) {
            throw new EngineRefusal(
                    "mrp.unknown-item",
                    "%s names item (%s), which is not in the input.".formatted(namedBy, item),
                    Map.of("item", item, "namedBy", namedBy));
        }
        return number;
    }

    static EngineRefusal invalid(String sentence, String where) {
        return new EngineRefusal("mrp.invalid", sentence, Map.of("where", where));
    }

    private Part part(BomLine line) {
        int component = number(line.component(), line.parent());
        var sharing = alternates.get(component).stream()
                .filter(one -> one.isShared() && one.isFor(line.parent()))
                .toList();
        return Part.of(line, component, sharing);
    }

    private WorkdayCalendar calendarOf(PlanItem item) {
        var key = item.calendar();
        if (key == null) {
            return WorkdayCalendar.everyDay();
        }
        var calendar = input.calendars().get(key);
        if (calendar == null) {
            throw invalid("The item (%s) names calendar (%s), which is missing.".formatted(item.id(), key), item.id());
        }
        return calendar;
    }

    private List<List<BomLine>> linesByParent() {
        var byParent = this.<BomLine>emptyLists();
        for (var line : input.bom()) {
            ItemRules.check(line);
            number(line.component(), "A line of " + line.parent());
            byParent.add(number(line.parent(), "A line"), line);
        }
        byParent.lists.forEach(list -> list.sort(Comparator.comparing(BomLine::component)));
        return byParent.lists;
    }

    private List<List<Alternate>> alternatesByItem() {
        var byItem = this.<Alternate>emptyLists();
        for (var alternate : input.alternates()) {
            ItemRules.check(alternate);
            number(alternate.substitute(), "An alternate of " + alternate.item());
            var parent = alternate.parent();
            if (parent != null) {
                number(parent, "An alternate of " + alternate.item());
            }
            byItem.add(number(alternate.item(), "An alternate"), alternate);
        }
        byItem.lists.forEach(ItemRules::checkShares);
        byItem.lists.forEach(
                list -> list.sort(Comparator.comparingInt(Alternate::priority).thenComparing(Alternate::substitute)));
        return byItem.lists;
    }

    private void checkFrame() {
        Days.of(input.planStart(), "the plan's start");
        if (input.bucketDays() < 1) {
            throw invalid("A bucket (%d days) must be a day at least.".formatted(input.bucketDays()), "bucketDays");
        }
    }

    private void checkReferences() {
        Set<String> ids = new HashSet<>();
        for (var demand : input.demands()) {
            number(demand.item(), "Demand " + demand.id());
            if (demand.quantity().signum() <= 0 || !ids.add(demand.id())) {
                throw invalid("The demand (%s) must be unique and positive.".formatted(demand.id()), demand.id());
            }
            Days.of(demand.due(), demand.id());
        }
        ids.clear();
        for (var supply : input.supplies()) {
            number(supply.item(), "Supply " + supply.id());
            if (supply.quantity().signum() <= 0 || !ids.add(supply.id())) {
                throw invalid("The supply (%s) must be unique and positive.".formatted(supply.id()), supply.id());
            }
            Days.of(supply.due(), supply.id());
            if (supply.start() != null) {
                Days.of(supply.start(), supply.id());
            }
        }
        ids.clear();
        for (var stock : input.stocks()) {
            number(stock.item(), "Stock " + stock.id());
            if (stock.quantity().signum() < 0 || !ids.add(stock.id())) {
                throw invalid("The stock (%s) must be unique and not negative.".formatted(stock.id()), stock.id());
            }
        }
    }

    private int[] planningOrder() {
        return java.util.stream.IntStream.range(0, items.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> level[i]).thenComparingInt(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private <T> Lists<T> emptyLists() {
        return new Lists<>(items.length);
    }

    /** One growing list per item. */
    private static final class Lists<T> {
        private final List<List<T>> lists = new ArrayList<>();

        private Lists(int size) {
            for (int i = 0; i < size; i++) {
                lists.add(new ArrayList<>());
            }
        }

        private void add(int item, T element) {
            lists.get(item).add(element);
        }
    }
}
