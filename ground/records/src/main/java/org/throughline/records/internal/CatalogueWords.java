package org.throughline.records.internal;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughline.records.Choice;
import org.throughline.records.Field;
import org.throughline.records.Labels;
import org.throughline.records.RecordType;
import org.throughline.records.RecordVerb;
import org.throughline.web.Vocabulary;

/** The words of the catalogue: choices by {@code <type>.<field>}, fields by type, record types and the verbs on them. */
@Component
class CatalogueWords implements Vocabulary {

    private static final String TYPE = "record-type";
    private static final String VERB = "operation";

    private final ObjectProvider<RecordType> types;

    CatalogueWords(ObjectProvider<RecordType> types) {
        this.types = types;
    }

    @Override
    public Optional<String> word(String subject, String code, String language) {
        return labels(subject, code).map(labels -> labels.in(language)).findFirst();
    }

    private Stream<Labels> labels(String subject, String code) {
        if (subject.equals(TYPE)) {
            return types.stream().filter(type -> type.name().equals(code)).map(RecordType::labels);
        }
        if (subject.equals(VERB)) {
            return types.stream()
                    .flatMap(type -> type.verbs().stream())
                    .filter(verb -> verb.name().equals(code))
                    .map(RecordVerb::labels);
        }
        int point = subject.indexOf('.');
        return point < 0
                ? field(subject, code).map(Field::labels)
                : field(subject.substring(0, point), subject.substring(point + 1))
                        .flatMap(field -> field.choices().stream())
                        .filter(choice -> choice.value().equals(code))
                        .map(Choice::labels);
    }

    private Stream<Field> field(String type, String name) {
        return types.stream().filter(known -> known.name().equals(type)).flatMap(known -> known.field(name).stream());
    }
}
