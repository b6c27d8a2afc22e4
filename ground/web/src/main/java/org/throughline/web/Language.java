package org.throughline.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.throughline.kernel.Actor;

/** In which language to answer: the actor's own, before the login the browser's. */
public final class Language {

    private static final List<Locale> SPOKEN = List.of(Locale.CHINESE, Locale.ENGLISH);

    private Language() {}

    /** {@code zh} or {@code en}. */
    public static String ofAnswer() {
        var actor = Actor.currentOrNull();
        if (actor != null) {
            return actor.language();
        }
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest().getHeader("Accept-Language"))
                : "zh";
    }

    /**
     * The best spoken language for an {@code Accept-Language} header.
     *
     * @return {@code zh} when nothing fits
     */
    public static String of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return "zh";
        }
        try {
            var wanted = Locale.LanguageRange.parse(acceptLanguage);
            var best = Locale.lookup(wanted, SPOKEN);
            return best == null ? "zh" : best.getLanguage();
        } catch (IllegalArgumentException malformed) {
            return "zh";
        }
    }
}
