package org.throughline.exchange;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** AdventureWorks computed straight from its files, in the most obvious way, to compare the product with. */
final class RawTables {

    private final Path folder;
    private final List<Line> bill = new ArrayList<>();

    record Line(String assembly, String component, LocalDate from, LocalDate lastDay, BigDecimal quantity) {
        boolean counts(LocalDate date) {
            return !date.isBefore(from) && !date.isAfter(lastDay);
        }
    }

    RawTables(Path folder) throws IOException {
        this.folder = folder;
        for (var cells : rows("BillOfMaterials.csv")) {
            if (!cells[1].isEmpty()) {
                bill.add(new Line(
                        cells[1],
                        cells[2],
                        LocalDate.parse(cells[3].substring(0, 10)),
                        cells[4].isEmpty() ? LocalDate.MAX : LocalDate.parse(cells[4].substring(0, 10)),
                        new BigDecimal(cells[7])));
            }
        }
    }

    List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream()
                .map(line -> line.split("\t", -1))
                .toList();
    }

    /** Total quantity of every component below, by product id. */
    Map<String, BigDecimal> explode(String product, BigDecimal quantity, LocalDate date) {
        var totals = new TreeMap<String, BigDecimal>();
        explode(product, quantity, date, totals);
        return totals;
    }

    private void explode(String product, BigDecimal quantity, LocalDate date, Map<String, BigDecimal> totals) {
        for (Line line : bill) {
            if (line.assembly().equals(product) && line.counts(date)) {
                BigDecimal needed = quantity.multiply(line.quantity());
                totals.merge(line.component(), needed, BigDecimal::add);
                explode(line.component(), needed, date, totals);
            }
        }
    }

    /** The bill of a product on a day. */
    List<Line> componentsOf(String product, LocalDate date) {
        return bill.stream()
                .filter(line -> line.assembly().equals(product) && line.counts(date))
                .toList();
    }

    /** Every product that the component goes into, directly or not. */
    Set<String> whereUsed(String component, LocalDate date) {
        var parents = new HashSet<String>();
        for (Line line : bill) {
            if (line.component().equals(component) && line.counts(date) && parents.add(line.assembly())) {
                parents.addAll(whereUsed(line.assembly(), date));
            }
        }
        return parents;
    }

    /** The deepest level of every product: repeated until nothing moves. */
    Map<String, Integer> lowLevelCodes(LocalDate date) {
        return levels(bill.stream().filter(line -> line.counts(date)).toList());
    }

    /** The same over every line, whenever it counts. */
    Map<String, Integer> lowLevelCodesOfAnyDay() {
        return levels(bill);
    }

    private static Map<String, Integer> levels(List<Line> bill) {
        var levels = new HashMap<String, Integer>();
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Line line : bill) {
                int wanted = levels.getOrDefault(line.assembly(), 0) + 1;
                if (levels.getOrDefault(line.component(), 0) < wanted) {
                    levels.put(line.component(), wanted);
                    moved = true;
                }
            }
        }
        return levels;
    }

    /** Quantity times standard cost over all rows of the inventory. */
    BigDecimal stockValue() throws IOException {
        var costs = new HashMap<String, BigDecimal>();
        for (var cells : rows("Product.csv")) {
            costs.put(cells[0], new BigDecimal(cells[8]));
        }
        var value = BigDecimal.ZERO;
        for (var cells : rows("ProductInventory.csv")) {
            value = value.add(new BigDecimal(cells[4]).multiply(costs.getOrDefault(cells[0], BigDecimal.ZERO)));
        }
        return value;
    }

    /** On hand over all locations, by product id. */
    Map<String, BigDecimal> onHand() throws IOException {
        var onHand = new HashMap<String, BigDecimal>();
        for (var cells : rows("ProductInventory.csv")) {
            onHand.merge(cells[0], new BigDecimal(cells[4]), BigDecimal::add);
        }
        return onHand;
    }
}
