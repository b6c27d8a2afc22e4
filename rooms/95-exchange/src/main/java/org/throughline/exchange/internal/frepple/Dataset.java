package org.throughline.exchange.internal.frepple;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.throughline.exchange.ImportReport;
import org.throughline.exchange.RowRefused;
import org.throughline.exchange.internal.Outcome;
import org.throughline.exchange.internal.Tally;
import org.throughline.kernel.RuleViolation;
import org.throughline.web.Sentences;

/** All rows of the files, and what became of each. A row that nobody counts is listed as having no place here. */
final class Dataset {

    private final Map<Model, List<FreppleRow>> rows = new EnumMap<>(Model.class);
    private final Map<String, List<FreppleRow>> others = new HashMap<>();
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final Map<FreppleRow, Optional<Outcome>> counted = new HashMap<>();
    private final Sentences sentences;

    Dataset(Map<String, List<FreppleRow>> byName, Sentences sentences) {
        this.sentences = sentences;
        byName.forEach((name, found) -> Model.named(name)
                .ifPresentOrElse(
                        model -> rows.computeIfAbsent(model, unseen -> new ArrayList<>())
                                .addAll(found),
                        () -> others.computeIfAbsent(name, unseen -> new ArrayList<>())
                                .addAll(found)));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    List<FreppleRow> rows(Model model) {
        return rows.getOrDefault(model, List.of());
    }

    /** Everything that names another one as its owner names a group. */
    Set<String> owners(Model model) {
        var owners = new HashSet<String>();
        rows(model).forEach(row -> row.text("owner").ifPresent(owners::add));
        return owners;
    }

    /** The row of this name; of several the last. */
    Optional<FreppleRow> named(Model model, String name) {
        return rows(model).stream()
                .filter(row -> row.text("name").orElse("").equals(name))
                .reduce((one, other) -> other);
    }

    Optional<String> parameter(String name) {
        return others.entrySet().stream()
                .filter(entry -> Model.plain(entry.getKey()).endsWith("parameter"))
                .flatMap(entry -> entry.getValue().stream())
                .filter(row -> row.text("name").orElse("").equals(name))
                .flatMap(row -> row.text("value").stream())
                .findFirst();
    }

    Tally tally(Model model, FreppleRow row) {
        return tally(row.file(), Model.plain(model.name()));
    }

    void count(Model model, FreppleRow row, Outcome outcome) {
        if (counted.putIfAbsent(row, Optional.of(outcome)) == null) {
            tally(model, row).count(outcome);
        }
    }

    void reject(Model model, FreppleRow row, RuleViolation why) {
        if (counted.putIfAbsent(row, Optional.empty()) == null) {
            tally(model, row).reject(row.number(), why);
        }
    }

    boolean isCounted(FreppleRow row) {
        return counted.containsKey(row);
    }

    boolean isRejected(FreppleRow row) {
        return counted.containsKey(row) && outcomeOf(row).isEmpty();
    }

    /** What importing the row did; unchanged when it was not counted. */
    Outcome outcome(FreppleRow row) {
        return outcomeOf(row).orElse(Outcome.UNCHANGED);
    }

    private Optional<Outcome> outcomeOf(FreppleRow row) {
        return counted.getOrDefault(row, Optional.empty());
    }

    List<ImportReport.Table> report() {
        rows.forEach((model, all) -> all.forEach(row -> reject(model, row, RowRefused.notCarried(model.name()))));
        others.forEach((name, all) -> all.forEach(row -> tally(row.file(), name).leaveOut(1)));
        return tallies.values().stream().map(Tally::report).toList();
    }

    private Tally tally(String file, String name) {
        String key = file + "/" + name;
        return tallies.computeIfAbsent(key, unseen -> {
            var tally = new Tally(key, file, sentences);
            if (others.containsKey(name)) {
                tally.remark(RowRefused.notCarried(name));
            }
            return tally;
        });
    }
}
