package org.throughline.engine.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.EngineRefusal;

/** The words of a command line: files, options with a value, and flags. */
final class Arguments {

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

    double decimal(String name, double otherwise) {
        var value = options.get(name);
        try {
            return value == null ? otherwise : Double.parseDouble(value);
        } catch (NumberFormatException wrong) {
            var refusal = usage("%s needs a number, not (%s)".formatted(name, value));
            refusal.initCause(wrong);
            throw refusal;
        }
    }

    int integer(String name, int otherwise) {
        return (int) decimal(name, otherwise);
    }
}
