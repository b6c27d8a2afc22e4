package org.throughline.insight.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.throughline.kernel.Actor;

/** The sentences of the line in the reader's language: reasons, next steps, stations. */
@Component
class LineTexts {

    /** What is left at the end of a sentence whose last value is not known. */
    private static final Pattern DANGLING = Pattern.compile("[，,\\s]+$");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Properties chinese = load("zh");
    private final Properties english = load("en");

    /** @throws IllegalStateException if the sentence is missing in the reader's language */
    String text(String key, Map<String, String> values) {
        var actor = Actor.currentOrNull();
        var texts = actor != null && actor.language().equals("en") ? english : chinese;
        var text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("The sentence (%s) is missing.".formatted(key));
        }
        for (var value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", shown(texts, value.getKey(), value.getValue()));
        }
        return DANGLING.matcher(text).replaceFirst("");
    }

    /** Units and days are shown as people write them; a value that begins with {@code @} is itself a sentence of this book. */
    private String shown(Properties texts, String name, String value) {
        if (name.equals("unit")) {
            return texts.getProperty("unit." + value, value);
        }
        if (DAY.matcher(value).matches()) {
            var day = value.substring("2026-".length());
            return name.equals("arrival") ? text("arrival.dated", Map.of("date", day)) : day;
        }
        return value.startsWith("@") ? text(value.substring(1), Map.of()) : value;
    }

    String text(String key) {
        return text(key, Map.of());
    }

    private static Properties load(String language) {
        var texts = new Properties();
        var resource = "/lines/texts_" + language + ".properties";
        try (var stream = LineTexts.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The resource (%s) is missing.".formatted(resource));
            }
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
