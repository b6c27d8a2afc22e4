package org.throughline.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.throughline.kernel.RuleViolation;

/** The sentences of all refusals, in Chinese and English, out of {@code refusals/*.properties} of every module. */
@Component
public final class Sentences {

    private final Map<String, Properties> byLanguage = new HashMap<>();

    /** Reads all files once. */
    public Sentences() {
        for (var language : new String[] {"en", "zh"}) {
            byLanguage.put(language, read(language));
        }
    }

    /**
     * The sentence that belongs to a code, with the values put in.
     *
     * @param language {@code zh} or {@code en}; anything else reads English
     * @return nothing if no module has a sentence for the code
     */
    public Optional<String> sentence(String code, Map<String, Object> values, String language) {
        var sentences = "zh".equals(language) ? byLanguage.get("zh") : byLanguage.get("en");
        var pattern = sentences == null ? null : sentences.getProperty(code);
        return Optional.ofNullable(pattern).map(text -> filled(text, values));
    }

    /** What is wrong; the bare code with its values if its sentence is missing. */
    public String what(RuleViolation refusal, String language) {
        return sentence(refusal.code(), refusal.values(), language).orElse(refusal.code() + " " + refusal.values());
    }

    /** What to do about it, or null. */
    public @Nullable String advice(RuleViolation refusal, String language) {
        return sentence(refusal.code() + ".advice", refusal.values(), language).orElse(null);
    }

    private static String filled(String pattern, Map<String, Object> values) {
        var text = pattern;
        for (var value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", String.valueOf(value.getValue()));
        }
        return text;
    }

    private static Properties read(String language) {
        var all = new Properties();
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            for (Resource file : resolver.getResources("classpath*:refusals/*_%s.properties".formatted(language))) {
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    all.load(reader);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }
}
