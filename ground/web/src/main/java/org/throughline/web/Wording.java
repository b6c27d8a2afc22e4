package org.throughline.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;

/**
 * Puts values into sentences as people write them: {@code 1,200 件}, {@code ¥3,918.84}, {@code 2026-11-22 14:30}.
 *
 * <p>{@code {name}} stands for a value. {@code {name:subject}} stands for the word of a code: {@code
 * {status:sales-order.status}} reads 已取消. Words stand in {@code words/*.properties} ({@code <subject>.<code>}) or come
 * from a {@link Vocabulary}. A list reads with the language's comma; a list within a list, with blanks.
 */
@Component
public final class Wording {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]\\w*)(?::([\\w.-]+))?}");
    private static final Pattern BEFORE_STOP = Pattern.compile(" +(?=[。，；：）]|[.](?:\\s|$))");
    private static final Pattern BETWEEN_HAN = Pattern.compile("(?<=\\p{IsHan}) +(?=\\p{IsHan})");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final Map<String, String> SIGNS = Map.of("CNY", "¥", "USD", "$", "EUR", "€", "GBP", "£");

    private final SentenceFiles words = new SentenceFiles("words");
    private final Supplier<List<Vocabulary>> vocabularies;
    private final Supplier<Clock> clock;

    @Autowired
    Wording(ObjectProvider<Vocabulary> vocabularies, ObjectProvider<Clock> clock) {
        this.vocabularies = () -> vocabularies.orderedStream().toList();
        this.clock = () -> clock.getIfAvailable(Clock::systemUTC);
    }

    private Wording() {
        this.vocabularies = List::of;
        this.clock = Clock::systemUTC;
    }

    /** Without the words of the database, for commands that run beside the house. */
    public static Wording ofFiles() {
        return new Wording();
    }

    /** The pattern with its places filled; a place without a value stays as it is. */
    public String filled(String pattern, Map<String, ?> values, String language) {
        var text = PLACE.matcher(pattern).replaceAll(place -> {
            var name = place.group(1);
            if (!values.containsKey(name)) {
                return Matcher.quoteReplacement(place.group());
            }
            return Matcher.quoteReplacement(text(values.get(name), place.group(2), language));
        });
        return tidy(text, pattern.startsWith("{") && "en".equals(language));
    }

    /** Without the blanks around a value that has nothing to read, or between two Chinese words. */
    private static String tidy(String text, boolean capital) {
        var tidy = BETWEEN_HAN.matcher(BEFORE_STOP.matcher(text).replaceAll("")).replaceAll("");
        return capital && !tidy.isEmpty() ? Character.toUpperCase(tidy.charAt(0)) + tidy.substring(1) : tidy;
    }

    /** The word for a code; the code itself where there is none. */
    public String word(String subject, String code, String language) {
        return words.pattern(subject + "." + code, language)
                .or(() -> vocabularies.get().stream()
                        .map(vocabulary -> vocabulary.word(subject, code, language))
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse(code);
    }

    /** {@code Order line} reads "order line" within an English sentence, {@code BOM} stays. */
    private String spoken(String subject, String code, String language) {
        var word = word(subject, code, language);
        boolean plain = "en".equals(language)
                && word.length() > 1
                && !word.equals(code)
                && Character.isLowerCase(word.charAt(1));
        return plain ? Character.toLowerCase(word.charAt(0)) + word.substring(1) : word;
    }

    /** One value as people read it; an identity has nothing to read. */
    public String text(@Nullable Object value, String language) {
        return text(value, null, language);
    }

    private String text(@Nullable Object value, @Nullable String subject, String language) {
        return switch (value) {
            case null -> "—";
            case Collection<?> list -> list(list, subject, language);
            case Quantity quantity -> grouped(quantity.amount()) + " " + word("unit", quantity.unit(), language);
            case Money money -> money(money);
            case Instant instant -> MINUTE.format(instant.atZone(clock.get().getZone()));
            case BigDecimal number -> grouped(number);
            case UUID identity -> "";
            default -> subject == null ? value.toString() : spoken(subject, value.toString(), language);
        };
    }

    private String list(Collection<?> list, @Nullable String subject, String language) {
        boolean chinese = "zh".equals(language);
        var comma = chinese ? "、" : ", ";
        if (list.isEmpty()) {
            return chinese ? "无" : "none";
        }
        return list.stream()
                .map(one -> one instanceof Collection<?> parts
                        ? parts.stream()
                                .map(part -> text(part, subject, language))
                                .collect(Collectors.joining(" "))
                        : text(one, subject, language))
                .collect(Collectors.joining(comma));
    }

    /** {@code ¥3,918.84}; a currency without a sign of its own is written before the amount. */
    public static String money(Money money) {
        var sign = Objects.requireNonNullElse(SIGNS.get(money.currency()), money.currency() + " ");
        var amount = money.amount().setScale(2, RoundingMode.HALF_UP);
        var digits = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount.abs());
        return (amount.signum() < 0 ? "-" : "") + sign + digits;
    }

    /** {@code 1,200.5}: thousands grouped, no trailing zeros, nothing rounded. */
    public static String grouped(BigDecimal number) {
        var pattern = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        pattern.setMaximumFractionDigits(Math.max(0, number.stripTrailingZeros().scale()));
        return pattern.format(number);
    }
}
