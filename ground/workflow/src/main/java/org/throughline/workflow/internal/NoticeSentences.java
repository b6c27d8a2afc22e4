package org.throughline.workflow.internal;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.web.SentenceFiles;
import org.throughline.web.Wording;

/** The sentences of all notices, in Chinese and English, out of {@code notices/*.properties} of every module. */
@Component
class NoticeSentences {

    private final SentenceFiles files = new SentenceFiles("notices");
    private final Wording wording;

    NoticeSentences(Wording wording) {
        this.wording = wording;
    }

    /** The sentence with the values put in; the bare code if no module has a sentence for it. */
    String sentence(String code, Map<String, Object> values, String language) {
        return wording.filled(files.pattern(code, language).orElse(code), values, language);
    }
}
