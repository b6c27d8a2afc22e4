package org.throughline.records;

/**
 * The same word in the house's two languages.
 *
 * @param zh Chinese
 * @param en English
 */
public record Labels(String zh, String en) {

    /** The word in {@code language}: {@code en}, anything else is Chinese. */
    public String in(String language) {
        return "en".equals(language) ? en : zh;
    }
}
