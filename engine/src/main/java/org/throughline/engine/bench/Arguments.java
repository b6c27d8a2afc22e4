package org.throughline.engine.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.EngineRefusal;

/** The words of a command line: files, options with a value, and flags. */
final class Arguments {

    private static final double MOST = 1e12;

    private final List<String> files = new ArrayList<>();
    private final Map<String, String> options = new HashMap<>();

    /** @throws EngineRefusal {@code bench.usage} if an option is unknown or lacks its value */
    Arguments(List<String> words, Set<String> withValue, Set<String> flags) {
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (!word.startsWith("--")) {
                files.add(word);
            } else if (flags.contains(word)) {
                options.put(word, "true");
            } else if (withValue.contains(word) && i + 1 < words.size()) {
                options.put(word, words.get(++i));
            } else {
                throw usage("the option %s is unknown or lacks its value".formatted(word));
            }
        }
    }

    static EngineRefusal usage(String reason) {
        return new EngineRefusal("bench.usage", "Usage: %s.".formatted(reason), Map.of("reason", reason));
    }

    List<String> files() {
        if (files.isEmpty()) {
            throw usage("no file or folder is given");
        }
        return List.copyOf(files);
    }

    /** The only file or folder. */
    Path file() {
        if (files().size() > 1) {
            throw usage("one file or folder is expected, not %d".formatted(files.size()));
        }
        return Path.of(files.getFirst());
    }

    @Nullable
    String text(String name) {
        return options.get(name);
    }

    String text(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    boolean flag(String name) {
        return options.containsKey(name);
    }

    /** A decimal number that is at least 0. */
    double decimal(String name, double otherwise) {
        var value = options.get(name);
        try {
            double number = value == null ? otherwise : Double.parseDouble(value);
            if (number >= 0 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException wrong) {
            throw needs(name, "a number", value).because(wrong);
        }
        throw needs(name, "a number of at least 0", value);
    }

    /** A whole number. */
    int integer(String name, int otherwise) {
        return integer(name, otherwise, Integer.MIN_VALUE);
    }

    /** A whole number that is at least {@code least}. */
    int integer(String name, int otherwise, int least) {
        var value = options.get(name);
        try {
            int number = value == null ? otherwise : Integer.parseInt(value);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException wrong) {
            throw needs(name, "a whole number", value).because(wrong);
        }
        throw needs(name, "a whole number of at least %d".formatted(least), value);
    }

    private static EngineRefusal needs(String name, String what, @Nullable String found) {
        return usage("%s needs %s, not (%s)".formatted(name, what, found));
    }
}
