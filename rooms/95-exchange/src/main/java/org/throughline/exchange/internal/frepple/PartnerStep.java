package org.throughline.exchange.internal.frepple;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughline.exchange.RowRefused;
import org.throughline.exchange.internal.Outcome;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;
import org.throughline.kernel.Identity;
import org.throughline.workflow.ProgressJobs.Progress;

/** Customers and suppliers; a customer that only groups others is listed. */
@Component
class PartnerStep implements FreppleStep {

    private static final int PLACE = 10;

    private final RowSteps steps;
    private final Partners partners;

    PartnerStep(RowSteps steps, Partners partners) {
        this.steps = steps;
        this.partners = partners;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public void run(Dataset data, Progress progress) {
        Set<String> groups = data.owners(Model.CUSTOMER);
        steps.each(data, Model.CUSTOMER, progress, row -> {
            if (groups.contains(row.need("name"))) {
                throw RowRefused.noCounterpart("customer group", row.need("name"));
            }
            return save(row.need("name"), true);
        });
        steps.each(data, Model.SUPPLIER, progress, row -> save(row.need("name"), false));
    }

    private Outcome save(String name, boolean customer) {
        Optional<Partner> known = partners.byCode(name);
        Partner from = known.orElseGet(() -> customer ? Partner.customer(name, name) : Partner.supplier(name, name));
        var wanted = new Partner(
                known.map(Partner::id).orElseGet(Identity::fresh),
                name,
                from.name(),
                from.shortName(),
                from.isCustomer() || customer,
                from.isSupplier() || !customer,
                from.phone(),
                from.email(),
                from.address(),
                from.contact(),
                from.currency(),
                from.paymentTerms(),
                from.rating(),
                from.active(),
                known.map(Partner::externalId).orElse(FreppleKeys.key("partner", name)),
                from.version());
        if (known.isPresent() && known.get().equals(wanted)) {
            return Outcome.UNCHANGED;
        }
        partners.save(wanted);
        return known.isPresent() ? Outcome.UPDATED : Outcome.INSERTED;
    }
}
