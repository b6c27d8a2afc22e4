package org.throughline.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The sentences of one folder of all modules, in Chinese and English: {@code <folder>/<module>_zh.properties}. */
public final class SentenceFiles {

    private final Map<String, Properties> byLanguage;

    /** @param folder e.g. {@code refusals}; its files are read once */
    public SentenceFiles(String folder) {
        byLanguage = Map.of("zh", read(folder, "zh"), "en", read(folder, "en"));
    }

    /**
     * The sentence as it stands in the file, places for values included.
     *
     * @param language {@code zh}; anything else reads English
     */
    public Optional<String> pattern(String code, String language) {
        var sentences = byLanguage.get("zh".equals(language) ? "zh" : "en");
        return Optional.ofNullable(sentences == null ? null : sentences.getProperty(code));
    }

    private static Properties read(String folder, String language) {
        var all = new Properties();
        try {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:%s/*_%s.properties".formatted(folder, language));
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
