package org.throughline.factory.internal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.factory.Unit;
import org.throughline.factory.Units;
import org.throughline.kernel.Actor;
import org.throughline.web.Vocabulary;

/** The house's own names of its units. */
@Component
class UnitWords implements Vocabulary {

    private final Units units;

    UnitWords(Units units) {
        this.units = units;
    }

    @Override
    public Optional<String> word(String subject, String code, String language) {
        if (!subject.equals("unit") || Actor.currentOrNull() == null) {
            return Optional.empty();
        }
        return units.find(code).map(unit -> named(unit, language));
    }

    private static String named(Unit unit, String language) {
        return "zh".equals(language) ? unit.nameZh() : unit.nameEn();
    }
}
