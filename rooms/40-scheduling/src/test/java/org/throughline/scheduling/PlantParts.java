package org.throughline.scheduling;

import java.math.BigDecimal;
import org.throughline.factory.Machine;
import org.throughline.factory.Person;
import org.throughline.factory.WorkCentre;
import org.throughline.kernel.Identity;

/** Plain parts of a plant, not saved yet. */
final class PlantParts {

    private PlantParts() {}

    static WorkCentre centre(String code) {
        return new WorkCentre(
                Identity.fresh(),
                code,
                code,
                null,
                null,
                WorkCentre.Kind.MACHINE,
                1,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                1,
                true,
                null,
                0);
    }

    static Machine machine(WorkCentre centre, String code) {
        return new Machine(
                Identity.fresh(), code, code, centre.id(), null, Machine.Status.READY, BigDecimal.ONE, null, 0);
    }

    static Person person(String code) {
        return new Person(Identity.fresh(), code, code, null, null, null, true, 0);
    }
}
