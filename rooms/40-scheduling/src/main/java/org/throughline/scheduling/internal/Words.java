package org.throughline.scheduling.internal;

import java.util.Locale;
import java.util.ResourceBundle;
import org.throughline.kernel.Quantity;
import org.throughline.web.Language;

/** Sentences about promises, in the language of the one who asks; they stand in {@code words/scheduling_*.properties}. */
final class Words {

    private Words() {}

    /** Name, value, name, value … */
    static String say(String code, Object... namedValues) {
        var language = Language.ofAnswer();
        var locale = "zh".equals(language) ? Locale.CHINESE : Locale.ENGLISH;
        var text = ResourceBundle.getBundle("words.scheduling", locale).getString(code);
        for (int i = 0; i < namedValues.length; i += 2) {
            text = text.replace("{" + namedValues[i] + "}", shown(namedValues[i + 1], language));
        }
        return text;
    }

    private static String shown(Object value, String language) {
        if (value instanceof Quantity quantity) {
            var amount = quantity.amount().stripTrailingZeros().toPlainString();
            return switch (quantity.unit()) {
                case "C62" -> "zh".equals(language) ? amount + " 件" : amount + " pcs";
                case "KGM" -> amount + " kg";
                case "MTR" -> amount + " m";
                default -> amount + " " + quantity.unit();
            };
        }
        return value.toString();
    }
}
