package org.throughline.engine.bench;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.throughline.engine.EngineRefusal;

/** {@code ./bench NAME …}: one JSON object per result line on standard output; exit code 2 for a refused input. */
public final class Bench {

    private Bench() {}

    public static void main(String[] words) {
        try {
            run(Arrays.asList(words));
        } catch (EngineRefusal refusal) {
            System.err.println(refusal.getMessage());
            System.exit(2);
        } catch (UncheckedIOException unreadable) {
            System.err.println("The file cannot be read or written: " + unreadable.getMessage());
            System.exit(2);
        }
    }

    private static void run(List<String> words) {
        var name = words.isEmpty() ? "" : words.getFirst();
        var rest = words.isEmpty() ? words : words.subList(1, words.size());
        switch (name) {
            case "mrp" -> MrpBench.run(rest);
            case "finite" -> FiniteBench.run(rest);
            case "schedule" -> ScheduleBench.run(rest);
            case "promise" -> PromiseBench.run(rest);
            case "repair" -> RepairBench.run(rest);
            case "netchange" -> NetChangeBench.run(rest);
            case "tables" -> TablesBench.run(rest);
            case "ci" -> CiBench.run();
            default -> throw Arguments.usage("./bench schedule|mrp|finite|promise|repair|netchange|tables|ci …");
        }
    }
}
