package org.throughline.engine.bench;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.throughline.engine.EngineRefusal;

/** The planning benchmark's files as flat arrays; items are numbers in an order where parents come before components. */
final class PlanningData {

    private static final int MOST_DAYS = 36_525;
    private static final int MOST_CAPACITY = 10_000;

    final LocalDate planStart;
    final String[] item;
    final boolean[] made;
    /** Days between release and receipt: of making for made items, of the supplier for bought ones. */
    final int[] leadDays;

    final long[] onHand;
    final int[] lineFrom;
    final int[] component;
    final int[] quantityPer;
    /** Row of operations of item i. */
    final int[] stepFrom;

    final int[] stepNumber;
    final int[] stepResource;
    final int[] stepSetup;
    final int[] stepRun;
    final String[] resource;
    final int[] resourceCapacity;
    final String[] demand;
    final int[] demandItem;
    final int[] demandQuantity;
    /** Days after the plan's start. */
    final int[] demandDay;

    final int[] demandPriority;

    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * Reads the files of a folder.
     *
     * @throws EngineRefusal {@code bench.malformed} with file, line and reason, or {@code bench.unreadable}
     */
    PlanningData(Path folder) {
        planStart = planStart(folder);
        var rows = itemRows(folder);
        var lines = lines(folder, "bom.csv", "parent_id,component_id,qty_per");
        int[] order = parentsFirst(rows, lines, folder);
        int n = rows.size();
        item = new String[n];
        made = new boolean[n];
        leadDays = new int[n];
        onHand = new long[n];
        for (int i = 0; i < n; i++) {
            var row = rows.get(order[i]);
            item[i] = row.id();
            made[i] = row.made();
            leadDays[i] = row.leadDays();
            numbers.put(row.id(), i);
        }
        lines.sort((left, right) -> Integer.compare(number(left.parent), number(right.parent)));
        lineFrom = new int[n + 1];
        component = new int[lines.size()];
        quantityPer = new int[lines.size()];
        for (int k = 0; k < lines.size(); k++) {
            lineFrom[number(lines.get(k).parent) + 1]++;
            component[k] = number(lines.get(k).component);
            quantityPer[k] = lines.get(k).quantity;
        }
        accumulate(lineFrom);
        readStocks(folder);
        var resources = new HashMap<String, Integer>();
        var capacities = new ArrayList<Integer>();
        var file = Csv.open(folder.resolve("resources.csv"), "resource_id,capacity");
        while (file.hasNext()) {
            if (resources.put(file.name(), resources.size()) != null) {
                throw file.malformed("the resource occurs twice");
            }
            int capacity = file.integer(1);
            if (capacity > MOST_CAPACITY) {
                throw file.malformed("the capacity (%d) is more than %d".formatted(capacity, MOST_CAPACITY));
            }
            capacities.add(capacity);
        }
        resource = new String[resources.size()];
        resources.forEach((id, number) -> resource[number] = id);
        resourceCapacity = capacities.stream().mapToInt(Integer::intValue).toArray();
        var steps = steps(folder, resources);
        stepFrom = new int[n + 1];
        steps.forEach(step -> stepFrom[step[0] + 1]++);
        accumulate(stepFrom);
        stepNumber = column(steps, 1);
        stepResource = column(steps, 2);
        stepSetup = column(steps, 3);
        stepRun = column(steps, 4);
        var demandIds = new ArrayList<String>();
        var demands = demands(folder, demandIds);
        demand = demandIds.toArray(String[]::new);
        demandItem = column(demands, 0);
        demandQuantity = column(demands, 1);
        demandDay = column(demands, 2);
        demandPriority = column(demands, 3);
    }

    int items() {
        return item.length;
    }

    private record ItemRow(String id, boolean made, int leadDays) {}

    private record Line(String parent, String component, int quantity, int number) {}

    private static LocalDate planStart(Path folder) {
        var file = Csv.open(folder.resolve("plan.csv"), "key,value");
        while (file.hasNext()) {
            var key = file.text();
            var value = file.text();
            if (key.equals("plan_start")) {
                return date(file, value);
            }
        }
        throw file.malformed("plan_start is missing");
    }

    private static LocalDate date(Csv file, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw file.malformed("(%s) is no date".formatted(text)).because(wrong);
        }
    }

    private static List<ItemRow> itemRows(Path folder) {
        var lead = new HashMap<String, Integer>();
        var suppliers = Csv.open(folder.resolve("suppliers.csv"), "item_id,supplier_id,lead_days");
        while (suppliers.hasNext()) {
            var id = suppliers.name();
            suppliers.text();
            lead.put(id, leadDays(suppliers));
        }
        var rows = new ArrayList<ItemRow>();
        var file = Csv.open(folder.resolve("items.csv"), "item_id,level,source,mfg_lead_days");
        var ids = new HashSet<String>();
        while (file.hasNext()) {
            var id = file.name();
            if (!ids.add(id)) {
                throw file.malformed("the item (%s) occurs twice".formatted(id));
            }
            file.integer();
            boolean made = isMade(file);
            int days = made ? leadDays(file) : lead.getOrDefault(id, 0);
            if (!made) {
                file.text();
            }
            rows.add(new ItemRow(id, made, days));
        }
        return rows;
    }

    private static boolean isMade(Csv file) {
        var source = file.text();
        if (!source.equals("MAKE") && !source.equals("BUY")) {
            throw file.malformed("the source (%s) is neither MAKE nor BUY".formatted(source));
        }
        return source.equals("MAKE");
    }

    private static int leadDays(Csv file) {
        int days = file.integer(0);
        if (days > MOST_DAYS) {
            throw file.malformed("the lead time (%d) is more than a hundred years".formatted(days));
        }
        return days;
    }

    private static List<Line> lines(Path folder, String name, String header) {
        var file = Csv.open(folder.resolve(name), header);
        var lines = new ArrayList<Line>();
        while (file.hasNext()) {
            lines.add(new Line(file.name(), file.name(), file.integer(0), file.line()));
        }
        return lines;
    }

    /** Item rows by low-level code; the level column is informative only. */
    private static int[] parentsFirst(List<ItemRow> rows, List<Line> lines, Path folder) {
        var index = new HashMap<String, Integer>();
        for (int i = 0; i < rows.size(); i++) {
            index.put(rows.get(i).id(), i);
        }
        var components = new ArrayList<List<Integer>>();
        rows.forEach(row -> components.add(new ArrayList<>()));
        int[] parents = new int[rows.size()];
        for (var line : lines) {
            var parent = index.get(line.parent);
            var child = index.get(line.component);
            if (parent == null || child == null) {
                throw Csv.malformed(
                        folder.resolve("bom.csv"),
                        line.number,
                        "the item (%s) is unknown".formatted(parent == null ? line.parent : line.component));
            }
            components.get(parent).add(child);
            parents[child]++;
        }
        int[] order = new int[rows.size()];
        int filled = 0;
        for (int i = 0; i < parents.length; i++) {
            if (parents[i] == 0) {
                order[filled++] = i;
            }
        }
        for (int read = 0; read < filled; read++) {
            for (int child : components.get(order[read])) {
                if (--parents[child] == 0) {
                    order[filled++] = child;
                }
            }
        }
        if (filled < order.length) {
            throw cycle(folder, lines, line -> parents[index.getOrDefault(line.parent, 0)] > 0);
        }
        return order;
    }

    /** @param isBelow whether a line hangs on items that contain themselves */
    private static EngineRefusal cycle(Path folder, List<Line> lines, Predicate<Line> isBelow) {
        var line = lines.stream().filter(isBelow).findFirst().orElseThrow();
        return Csv.malformed(
                folder.resolve("bom.csv"),
                line.number,
                "an item contains itself: (%s), or what stands above it".formatted(line.parent));
    }

    private void readStocks(Path folder) {
        var file = Csv.open(folder.resolve("onhand.csv"), "item_id,qty");
        while (file.hasNext()) {
            onHand[known(file)] += file.integer(0);
        }
    }

    private List<int[]> steps(Path folder, Map<String, Integer> resources) {
        var file = Csv.open(folder.resolve("routing.csv"), "item_id,op_seq,resource_id,setup_sec,run_sec_per_unit");
        var steps = new ArrayList<int[]>();
        while (file.hasNext()) {
            int owner = known(file);
            int sequence = file.integer();
            var id = file.name();
            var number = resources.get(id);
            if (number == null) {
                throw file.malformed("the resource (%s) is unknown".formatted(id));
            }
            steps.add(new int[] {owner, sequence, number, file.integer(0), file.integer(0)});
        }
        steps.sort((left, right) ->
                left[0] != right[0] ? Integer.compare(left[0], right[0]) : Integer.compare(left[1], right[1]));
        return steps;
    }

    private List<int[]> demands(Path folder, List<String> ids) {
        var file = Csv.open(folder.resolve("demands.csv"), "demand_id,item_id,qty,due,priority");
        var rows = new ArrayList<int[]>();
        var dates = new HashMap<String, Integer>();
        var known = new HashSet<String>();
        while (file.hasNext()) {
            var id = file.name();
            if (!known.add(id)) {
                throw file.malformed("the demand (%s) occurs twice".formatted(id));
            }
            ids.add(id);
            int wanted = known(file);
            int quantity = file.integer(1);
            var text = file.text();
            var day = dates.get(text);
            if (day == null) {
                day = day(file, text);
                dates.put(text, day);
            }
            rows.add(new int[] {wanted, quantity, day, file.integer()});
        }
        return rows;
    }

    private int day(Csv file, String text) {
        long day = date(file, text).toEpochDay() - planStart.toEpochDay();
        if (Math.abs(day) > MOST_DAYS) {
            throw file.malformed("(%s) is more than a hundred years from the plan's start".formatted(text));
        }
        return (int) day;
    }

    private int known(Csv file) {
        var id = file.text();
        var number = numbers.get(id);
        if (number == null) {
            throw file.malformed("the item (%s) is unknown".formatted(id));
        }
        return number;
    }

    private int number(String id) {
        return numbers.getOrDefault(id, -1);
    }

    private static void accumulate(int[] from) {
        for (int i = 1; i < from.length; i++) {
            from[i] += from[i - 1];
        }
    }

    private static int[] column(List<int[]> rows, int index) {
        int[] values = new int[rows.size()];
        Arrays.setAll(values, i -> rows.get(i)[index]);
        return values;
    }
}
