package org.throughline.records.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.kernel.Identity;
import org.throughline.records.NumberPatterns;
import org.throughline.records.Numbers;

/** The number rules, in table {@code records.number_rule}. */
@Repository
class NumberRules implements Numbers {

    private final JdbcClient jdbc;
    private final NumberPatterns patterns;
    private final Clock clock;

    NumberRules(JdbcClient jdbc, NumberPatterns patterns, Clock clock) {
        this.jdbc = jdbc;
        this.patterns = patterns;
        this.clock = clock;
    }

    private record Rule(String pattern, String countedIn, long counter) {}

    @Override
    @Transactional
    public String next(String rule) {
        var locked = locked(rule).orElseGet(() -> {
            make(rule);
            return locked(rule).orElseThrow();
        });
        var series = patterns.series(locked.pattern(), LocalDate.now(clock));
        long counter = series.equals(locked.countedIn()) ? locked.counter() + 1 : 1;
        jdbc.sql("""
                UPDATE records.number_rule
                   SET counted_in = :series, counter = :counter
                 WHERE code = :code
                """)
                .param("series", series)
                .param("counter", counter)
                .param("code", rule)
                .update();
        return patterns.number(series, counter);
    }

    private Optional<Rule> locked(String rule) {
        return jdbc.sql("""
                SELECT pattern, counted_in, counter
                  FROM records.number_rule
                 WHERE code = :code
                   FOR UPDATE
                """).param("code", rule).query(Rule.class).optional();
    }

    private void make(String rule) {
        jdbc.sql("""
                INSERT INTO records.number_rule (id, code, name, pattern)
                VALUES (:id, :code, :name, :pattern)
                ON CONFLICT (organisation_id, code) DO NOTHING
                """)
                .param("id", Identity.fresh())
                .param("code", rule)
                .param("name", rule)
                .param("pattern", firstPattern(rule))
                .update();
    }

    /** {@code sales-order} gives {@code SO-{yyyyMMdd}-{###}}, {@code inspection} gives {@code INS-…}. */
    static String firstPattern(String rule) {
        var words = rule.toUpperCase(Locale.ROOT).split("-");
        var initials = words.length == 1
                ? words[0].substring(0, Math.min(3, words[0].length()))
                : Arrays.stream(words).map(word -> word.substring(0, 1)).collect(Collectors.joining());
        return initials + "-{yyyyMMdd}-{###}";
    }
}
