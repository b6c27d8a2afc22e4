package org.throughline.web;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.throughline.kernel.RuleViolation;

/** The sentences of all refusals, in Chinese and English, out of {@code refusals/*.properties} of every module. */
@Component
public final class Sentences {

    private final SentenceFiles files = new SentenceFiles("refusals");
    private final Wording wording;

    @Autowired
    Sentences(Wording wording) {
        this.wording = wording;
    }

    /** For commands that run beside the house: without the words of its database. */
    public Sentences() {
        this(Wording.ofFiles());
    }

    /**
     * The sentence that belongs to a code, with the values put in.
     *
     * @param language {@code zh}; anything else reads English
     * @return nothing if no module has a sentence for the code
     */
    public Optional<String> sentence(String code, Map<String, Object> values, String language) {
        return files.pattern(code, language).map(pattern -> wording.filled(pattern, values, language));
    }

    /** What is wrong; the bare code with its values if its sentence is missing. */
    public String what(RuleViolation refusal, String language) {
        return sentence(refusal.code(), refusal.values(), language).orElse(refusal.code() + " " + refusal.values());
    }

    /** What to do about it, or null. */
    public @Nullable String advice(RuleViolation refusal, String language) {
        return sentence(refusal.code() + ".advice", refusal.values(), language).orElse(null);
    }
}
