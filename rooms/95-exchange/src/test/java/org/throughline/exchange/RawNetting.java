package org.throughline.exchange;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Net requirements straight from the AdventureWorks files, in the most obvious way: products by low-level code; the
 * needs of each by date; stock and open purchase orders first, then a new order for what is missing, which needs its
 * components on the day it starts, by the bill of that day.
 */
final class RawNetting {

    private final RawTables raw;
    private final LocalDate today;
    private final boolean withSafetyStock;
    private final BiFunction<LocalDate, Integer, LocalDate> workingDaysBefore;
    private final Map<String, List<Need>> needs = new HashMap<>();
    private final Map<String, Result> results = new TreeMap<>();

    private record Need(LocalDate day, BigDecimal quantity) {}

    private record Terms(int leadDays, BigDecimal minimum) {}

    /** What the netting says of one product; {@code orders}: what is started or ordered on each day. */
    static final class Result {
        BigDecimal gross = BigDecimal.ZERO;
        BigDecimal stock = BigDecimal.ZERO;
        BigDecimal supply = BigDecimal.ZERO;
        BigDecimal net = BigDecimal.ZERO;
        final Map<LocalDate, BigDecimal> orders = new TreeMap<>();

        @Nullable
        LocalDate orderBy() {
            return orders.isEmpty() ? null : orders.keySet().iterator().next();
        }
    }

    /** @param workingDaysBefore the day so many working days of the plant before another */
    RawNetting(
            RawTables raw,
            LocalDate today,
            boolean withSafetyStock,
            BiFunction<LocalDate, Integer, LocalDate> workingDaysBefore) {
        this.raw = raw;
        this.today = today;
        this.withSafetyStock = withSafetyStock;
        this.workingDaysBefore = workingDaysBefore;
    }

    Map<String, Result> of(String product, BigDecimal quantity, LocalDate due) throws IOException {
        var onHand = raw.onHand();
        var onOrder = onOrder();
        var terms = terms();
        need(product, due, quantity);
        var products = new HashMap<String, String[]>();
        for (var cells : raw.rows("Product.csv")) {
            products.put(cells[0], cells);
            if (withSafetyStock && !cells[6].equals("0")) {
                need(cells[0], today, new BigDecimal(cells[6]));
            }
        }
        var levels = raw.lowLevelCodesOfAnyDay();
        var order = new ArrayList<>(products.keySet());
        order.sort(
                Comparator.comparing((String id) -> levels.getOrDefault(id, 0)).thenComparing(id -> id));
        for (var id : order) {
            var result = new Result();
            result.stock = onHand.getOrDefault(id, BigDecimal.ZERO);
            result.supply = onOrder.getOrDefault(id, BigDecimal.ZERO);
            net(id, Objects.requireNonNull(products.get(id)), terms.get(id), result);
        }
        return results;
    }

    private void net(String id, String[] product, @Nullable Terms terms, Result result) {
        var stock = result.stock;
        var supply = result.supply;
        result.stock = BigDecimal.ZERO;
        result.supply = BigDecimal.ZERO;
        var surplus = BigDecimal.ZERO;
        boolean made = product[3].equals("1");
        var sorted = new TreeMap<LocalDate, BigDecimal>();
        needs.getOrDefault(id, List.of()).forEach(need -> sorted.merge(need.day(), need.quantity(), BigDecimal::add));
        for (var need : sorted.entrySet()) {
            var missing = need.getValue();
            result.gross = result.gross.add(missing);
            var fromStock = missing.min(stock);
            stock = stock.subtract(fromStock);
            missing = missing.subtract(fromStock);
            var fromSupply = missing.min(supply);
            supply = supply.subtract(fromSupply);
            missing = missing.subtract(fromSupply);
            result.stock = result.stock.add(fromStock);
            result.supply = result.supply.add(fromSupply);
            result.net = result.net.add(missing);
            var fromSurplus = missing.min(surplus);
            surplus = surplus.subtract(fromSurplus);
            missing = missing.subtract(fromSurplus);
            if (missing.signum() > 0) {
                var lot = made || terms == null ? missing : missing.max(terms.minimum());
                surplus = surplus.add(lot).subtract(missing);
                order(id, product, made, terms, need.getKey(), lot, result);
            }
        }
        results.put(id, result);
    }

    private void order(
            String id,
            String[] product,
            boolean made,
            @Nullable Terms terms,
            LocalDate day,
            BigDecimal lot,
            Result result) {
        var start = made
                ? workingDaysBefore.apply(day, Integer.valueOf(product[14]))
                : day.minusDays(terms == null ? 0 : terms.leadDays());
        start = start.isBefore(today) ? today : start;
        result.orders.merge(start, lot, BigDecimal::add);
        if (made) {
            for (var line : raw.componentsOf(id, start)) {
                need(line.component(), start, lot.multiply(line.quantity()));
            }
        }
    }

    private void need(String product, LocalDate day, BigDecimal quantity) {
        needs.computeIfAbsent(product, id -> new ArrayList<>()).add(new Need(day, quantity));
    }

    /** Of pending and approved orders, what has not come in. */
    private Map<String, BigDecimal> onOrder() throws IOException {
        var underway = new HashMap<String, Boolean>();
        for (var head : raw.rows("PurchaseOrderHeader.csv")) {
            underway.put(head[0], head[2].equals("1") || head[2].equals("2"));
        }
        var open = new HashMap<String, BigDecimal>();
        for (var line : raw.rows("PurchaseOrderDetail.csv")) {
            var rest = new BigDecimal(line[3]).subtract(new BigDecimal(line[7]));
            if (underway.getOrDefault(line[0], false) && rest.signum() > 0) {
                open.merge(line[4], rest, BigDecimal::add);
            }
        }
        return open;
    }

    /** The active vendor with the best rating, the cheapest of them. */
    private Map<String, Terms> terms() throws IOException {
        var vendors = new HashMap<String, String[]>();
        for (var vendor : raw.rows("Vendor.csv")) {
            vendors.put(vendor[0], vendor);
        }
        var chosen = new HashMap<String, String[]>();
        for (var row : raw.rows("ProductVendor.csv")) {
            if (vendor(vendors, row)[5].equals("1")) {
                chosen.merge(row[0], row, (one, other) -> better(one, other, vendors));
            }
        }
        var terms = new HashMap<String, Terms>();
        chosen.forEach((id, row) -> terms.put(id, new Terms(Integer.parseInt(row[2]), new BigDecimal(row[6]))));
        return terms;
    }

    private static String[] vendor(Map<String, String[]> vendors, String[] offer) {
        return Objects.requireNonNull(vendors.get(offer[1]));
    }

    private static String[] better(String[] one, String[] other, Map<String, String[]> vendors) {
        int byRating =
                Integer.compare(Integer.parseInt(vendor(vendors, one)[3]), Integer.parseInt(vendor(vendors, other)[3]));
        int byPrice = new BigDecimal(one[3]).compareTo(new BigDecimal(other[3]));
        return byRating < 0 || (byRating == 0 && byPrice <= 0) ? one : other;
    }
}
