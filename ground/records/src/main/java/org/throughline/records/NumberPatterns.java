package org.throughline.records;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Patterns of business numbers: {@code SO-{yyyyMMdd}-{###}}. */
@Component
public class NumberPatterns implements RecordCheck {

    private static final Pattern PART = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern COUNTER = Pattern.compile("#+");
    private static final Pattern DATE = Pattern.compile("[yMdwQ\\-/.]+");

    NumberPatterns() {}

    /**
     * The pattern with its dates filled in and its counter left; the counter starts again when this changes.
     *
     * @throws NumberRuleRefused if the pattern has not exactly one counter, or a part that is no date
     */
    public String series(String pattern, LocalDate day) {
        var counters = new int[1];
        var series = PART.matcher(pattern).replaceAll(found -> {
            var part = found.group(1);
            if (COUNTER.matcher(part).matches()) {
                counters[0]++;
                return Matcher.quoteReplacement(found.group());
            }
            return Matcher.quoteReplacement(dated(pattern, part, day));
        });
        if (counters[0] != 1) {
            throw NumberRuleRefused.withoutCounter(pattern);
        }
        return series;
    }

    /** The number: the series with its counter filled in, with at least as many digits as it has {@code #}. */
    public String number(String series, long counter) {
        return PART.matcher(series)
                .replaceFirst(
                        found -> Matcher.quoteReplacement(("%0" + found.group(1).length() + "d").formatted(counter)));
    }

    @Override
    public void check(@Nullable RecordValues before, @Nullable RecordValues after) {
        if (after != null) {
            var pattern = after.text("pattern");
            series(pattern == null ? "" : pattern, LocalDate.EPOCH);
        }
    }

    private static String dated(String pattern, String part, LocalDate day) {
        if (!DATE.matcher(part).matches()) {
            throw NumberRuleRefused.unknownPart(pattern, part);
        }
        try {
            return day.format(DateTimeFormatter.ofPattern(part, Locale.ROOT));
        } catch (IllegalArgumentException noDatePattern) {
            throw NumberRuleRefused.unknownPart(pattern, part);
        }
    }
}
