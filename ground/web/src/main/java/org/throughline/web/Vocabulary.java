package org.throughline.web;

import java.util.Optional;

/**
 * Tells how people call what programs write as a code, so that a sentence says "已取消" and not {@code CANCELLED}.
 * Implemented by those who own the words; the sentences of all modules ask every one of them.
 */
public interface Vocabulary {

    /**
     * The word for a code.
     *
     * @param subject  what the code is one of: {@code <record type>.<choice field>}, {@code <record type>} for
     *                 its fields, {@code record-type}, {@code operation}, {@code unit}
     * @param language {@code zh} or {@code en}
     * @return nothing if this is not a word of its own
     */
    Optional<String> word(String subject, String code, String language);
}
