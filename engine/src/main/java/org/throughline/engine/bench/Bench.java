package org.throughline.engine.bench;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.throughline.engine.EngineRefusal;

/** {@code ./bench NAME …}: one JSON object per result line on standard output; exit code 2 for a refused input. */
public final class Bench {

    private Bench() {}

    public static void main(String[] words) {
        int code = answer(Arrays.asList(words), System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Runs the command; answers the exit code: 0, or 2 with a sentence on {@code errors} for what was refused. */
    static int answer(List<String> words, PrintStream errors) {
        try {
            run(words);
            return 0;
        } catch (EngineRefusal refusal) {
            errors.println(refusal.getMessage());
        } catch (UncheckedIOException unreadable) {
            errors.println("The file cannot be read or written: " + unreadable.getMessage());
        } catch (OutOfMemoryError tooLarge) {
            errors.println("The input needs more memory than Java was given; BENCH_JAVA_OPTIONS=-Xmx8g gives 8 GB.");
        }
        return 2;
    }

    private static void run(List<String> words) {
        var name = words.isEmpty() ? "" : words.getFirst();
        var rest = words.isEmpty() ? words : words.subList(1, words.size());
        switch (name) {
            case "mrp" -> MrpBench.run(rest);
            case "finite" -> FiniteBench.run(rest);
            case "schedule" -> ScheduleBench.run(rest);
            case "plan" -> PlanBench.run(rest);
            case "promise" -> PromiseBench.run(rest);
            case "repair" -> RepairBench.run(rest);
            case "netchange" -> NetChangeBench.run(rest);
            case "tables" -> TablesBench.run(rest);
            case "ci" -> CiBench.run();
            default -> throw Arguments.usage("./bench schedule|plan|mrp|finite|promise|repair|netchange|tables|ci …");
        }
    }
}
