package org.throughline.workflow.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughline.identity.Permissions;
import org.throughline.kernel.Money;
import org.throughline.kernel.Quantity;
import org.throughline.records.Choice;
import org.throughline.records.Field;
import org.throughline.web.Wording;
import org.throughline.workflow.ApprovalSubject;

/** The facts of what is approved: kept as they were submitted, shown as people read them. */
@Component
class FactSheet {

    private static final String AMOUNT = "amount";

    private final ObjectProvider<ApprovalSubject> subjects;
    private final Permissions permissions;
    private final Wording wording;

    FactSheet(ObjectProvider<ApprovalSubject> subjects, Permissions permissions, Wording wording) {
        this.subjects = subjects;
        this.permissions = permissions;
        this.wording = wording;
    }

    /** One fact as an approver reads it. */
    record Fact(String name, String label, String text) {}

    /** What rules compare: money by its amount, quantities too, lists not at all. */
    static Map<String, Object> comparable(Map<String, Object> facts) {
        var plain = new HashMap<String, Object>();
        facts.forEach((name, value) -> {
            switch (value) {
                case Money money -> plain.put(name, money.amount());
                case Quantity quantity -> plain.put(name, quantity.amount());
                case Collection<?> list -> {}
                default -> plain.put(name, value);
            }
        });
        return plain;
    }

    /** The fact {@code amount}, if it is money. */
    static @Nullable Money amount(Map<String, Object> facts) {
        return facts.get(AMOUNT) instanceof Money money ? money : null;
    }

    /** What the current actor may read, in the subject's order; facts that no subject describes are left out. */
    List<Fact> read(String recordType, String written, String language) {
        var values = KeptValues.read(written);
        var facts = new ArrayList<Fact>();
        for (var field : fields(recordType)) {
            var value = values.get(field.name());
            boolean hidden = field.is(Field.Trait.PRICE) && !permissions.seesPrices();
            if (value != null && !hidden) {
                facts.add(new Fact(field.name(), field.labels().in(language), text(field, value, language)));
            }
        }
        return facts;
    }

    private List<Field> fields(String recordType) {
        return subjects.stream()
                .filter(subject -> subject.recordType().equals(recordType))
                .map(ApprovalSubject::facts)
                .findFirst()
                .orElse(List.of());
    }

    private String text(Field field, Object value, String language) {
        return choice(field, value.toString())
                .map(choice -> choice.labels().in(language))
                .orElseGet(() -> wording.text(value, language));
    }

    private static Optional<Choice> choice(Field field, String value) {
        return field.choices().stream()
                .filter(choice -> choice.value().equals(value))
                .findFirst();
    }
}
