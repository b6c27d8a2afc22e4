package org.throughline.exchange.internal.frepple;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.exchange.RowRefused;
import org.throughline.exchange.internal.Outcome;
import org.throughline.factory.CalendarWindows;
import org.throughline.factory.Calendars;
import org.throughline.factory.Machine;
import org.throughline.factory.Machines;
import org.throughline.factory.People;
import org.throughline.factory.Person;
import org.throughline.factory.PersonSkill;
import org.throughline.factory.Skill;
import org.throughline.factory.WorkCentre;
import org.throughline.factory.WorkCentres;
import org.throughline.kernel.Identity;
import org.throughline.stock.Location;
import org.throughline.stock.Locations;
import org.throughline.workflow.ProgressJobs.Progress;

/**
 * Locations and resources. A resource becomes a work centre with as many places as its maximum; one that belongs to
 * another becomes a machine of it. Resources with skills are people too.
 */
@Component
class ResourceStep implements FreppleStep {

    private static final int PLACE = 30;
    private static final int WORKS_ALONE = 2;
    private static final int CODE_SCALE = 4;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final RowSteps steps;
    private final Locations locations;
    private final WorkCentres workCentres;
    private final Machines machines;
    private final People people;
    private final Calendars calendars;

    ResourceStep(
            RowSteps steps,
            Locations locations,
            WorkCentres workCentres,
            Machines machines,
            People people,
            Calendars calendars) {
        this.steps = steps;
        this.locations = locations;
        this.workCentres = workCentres;
        this.machines = machines;
        this.people = people;
        this.calendars = calendars;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public void run(Dataset data, Progress progress) {
        Set<String> groups = data.owners(Model.LOCATION);
        steps.each(data, Model.LOCATION, progress, row -> location(row, groups));
        for (FreppleRow row : data.rows(Model.RESOURCE)) {
            if (row.text("owner").isEmpty()) {
                steps.one(data, Model.RESOURCE, row, resource -> workCentre(data, resource));
            }
        }
        steps.each(data, Model.RESOURCE, progress, this::machine);
        steps.each(data, Model.SKILL, progress, this::skill);
        steps.each(data, Model.RESOURCESKILL, progress, this::personSkill);
    }

    private Outcome location(FreppleRow row, Set<String> groups) {
        String name = row.need("name");
        if (groups.contains(name)) {
            throw RowRefused.noCounterpart("location group", name);
        }
        if (locations.byCode(name).isPresent()) {
            return Outcome.UNCHANGED;
        }
        locations.save(new Location(
                Identity.fresh(),
                name,
                row.text("description").orElse(name),
                null,
                Location.Kind.STORE,
                false,
                true,
                FreppleKeys.key("location", name),
                0));
        return Outcome.INSERTED;
    }

    private Outcome workCentre(Dataset data, FreppleRow row) {
        String name = row.need("name");
        Optional<WorkCentre> known = workCentres.byCode(name);
        int places = row.number("maximum", BigDecimal.ONE)
                .max(BigDecimal.ONE)
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        var wanted = new WorkCentre(
                known.map(WorkCentre::id).orElseGet(Identity::fresh),
                name,
                name,
                known.map(WorkCentre::siteId).orElse(null),
                calendar(data, row),
                WorkCentre.Kind.MACHINE,
                places,
                row.number("efficiency", HUNDRED).divide(HUNDRED, CODE_SCALE, RoundingMode.HALF_UP),
                row.number("cost", BigDecimal.ZERO),
                known.map(WorkCentre::position).orElse(row.number()),
                true,
                FreppleKeys.key("resource", name),
                known.map(WorkCentre::version).orElse(0));
        if (known.isPresent() && known.get().equals(wanted)) {
            return Outcome.UNCHANGED;
        }
        workCentres.save(wanted);
        return known.isPresent() ? Outcome.UPDATED : Outcome.INSERTED;
    }

    private Outcome machine(FreppleRow row) {
        String name = row.need("name");
        String owner = row.need("owner");
        WorkCentre workCentre = workCentres.byCode(owner).orElseThrow(() -> RowRefused.unknown("owner", owner));
        Optional<Machine> known = machines.byCode(name);
        var wanted = new Machine(
                known.map(Machine::id).orElseGet(Identity::fresh),
                name,
                name,
                workCentre.id(),
                known.map(Machine::calendarId).orElse(null),
                known.map(Machine::status).orElse(Machine.Status.READY),
                row.number("efficiency", HUNDRED).divide(HUNDRED, CODE_SCALE, RoundingMode.HALF_UP),
                FreppleKeys.key("resource", name),
                known.map(Machine::version).orElse(0));
        if (known.isPresent() && known.get().equals(wanted)) {
            return Outcome.UNCHANGED;
        }
        machines.save(wanted);
        return known.isPresent() ? Outcome.UPDATED : Outcome.INSERTED;
    }

    /** The resource's own calendar, else that of its location. */
    private @Nullable UUID calendar(Dataset data, FreppleRow row) {
        return row.text("available")
                .or(() -> row.text("location")
                        .flatMap(location -> data.named(Model.LOCATION, location))
                        .flatMap(location -> location.text("available")))
                .flatMap(calendars::byCode)
                .map(CalendarWindows::calendarId)
                .orElse(null);
    }

    private Outcome skill(FreppleRow row) {
        String name = row.need("name");
        if (people.skills().stream().anyMatch(skill -> skill.code().equals(name))) {
            return Outcome.UNCHANGED;
        }
        people.save(new Skill(Identity.fresh(), name, name, 0));
        return Outcome.INSERTED;
    }

    private Outcome personSkill(FreppleRow row) {
        String skillName = row.need("skill");
        Skill skill = people.skills().stream()
                .filter(known -> known.code().equals(skillName))
                .findFirst()
                .orElseThrow(() -> RowRefused.unknown("skill", skillName));
        String name = row.need("resource");
        Person person = people.byCode(name)
                .orElseGet(() -> people.save(new Person(Identity.fresh(), name, name, null, null, null, true, 0)));
        var wanted = new PersonSkill(person.id(), skill.id(), WORKS_ALONE);
        if (people.skillsOf(List.of(person.id())).contains(wanted)) {
            return Outcome.UNCHANGED;
        }
        people.grade(person.id(), skill.id(), WORKS_ALONE);
        return Outcome.INSERTED;
    }
}
