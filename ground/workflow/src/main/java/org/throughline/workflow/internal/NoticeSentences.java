package org.throughline.workflow.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The sentences of all notices, in Chinese and English, out of {@code notices/*.properties} of every module. */
@Component
class NoticeSentences {

    private final Map<String, Properties> byLanguage = new HashMap<>();

    NoticeSentences() {
        for (var language : List.of("zh", "en")) {
            byLanguage.put(language, read(language));
        }
    }

    /** The sentence with the values put in; the bare code if no module has a sentence for it. */
    String sentence(String code, Map<String, Object> values, String language) {
        var sentences = byLanguage.getOrDefault("en".equals(language) ? "en" : "zh", new Properties());
        var text = sentences.getProperty(code, code);
        for (var value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", String.valueOf(value.getValue()));
        }
        return text;
    }

    private static Properties read(String language) {
        var all = new Properties();
        try {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:notices/*_%s.properties".formatted(language));
            for (var file : files) {
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
