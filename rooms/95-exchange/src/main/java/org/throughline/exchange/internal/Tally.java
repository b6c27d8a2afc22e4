package org.throughline.exchange.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.throughline.exchange.ImportReport;
import org.throughline.kernel.Actor;
import org.throughline.kernel.RuleViolation;
import org.throughline.web.Sentences;

/** Counts the rows of one table. Not thread-safe. */
public final class Tally {

    private final String table;
    private final String file;
    private final Sentences sentences;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final List<ImportReport.Rejected> rejected = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private int leftOut;

    public Tally(String table, String file, Sentences sentences) {
        this.table = table;
        this.file = file;
        this.sentences = sentences;
    }

    public String name() {
        return table;
    }

    public void count(Outcome outcome) {
        counts.merge(outcome, 1, Integer::sum);
    }

    public void reject(int row, RuleViolation why) {
        String language = Actor.current().language();
        rejected.add(new ImportReport.Rejected(file, row, why.code(), sentences.what(why, language)));
    }

    /** So many rows have no place here; a remark says why. */
    public void leaveOut(int rows) {
        leftOut += rows;
    }

    /** All these rows have no place here. */
    public void leaveOut(int rows, RuleViolation why) {
        leftOut += rows;
        remark(why);
    }

    /** A sentence of {@code refusals/exchange_*.properties} about the whole table. */
    public void remark(RuleViolation what) {
        remarks.add(sentences.what(what, Actor.current().language()));
    }

    public ImportReport.Table report() {
        int inserted = counts.getOrDefault(Outcome.INSERTED, 0);
        int updated = counts.getOrDefault(Outcome.UPDATED, 0);
        int unchanged = counts.getOrDefault(Outcome.UNCHANGED, 0);
        rejected.sort(Comparator.comparingInt(ImportReport.Rejected::row));
        return new ImportReport.Table(
                table,
                inserted + updated + unchanged + rejected.size() + leftOut,
                inserted,
                updated,
                unchanged,
                leftOut,
                rejected,
                remarks);
    }
}
