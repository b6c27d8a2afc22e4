package org.throughline.shopfloor.internal;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.factory.People;
import org.throughline.factory.Person;
import org.throughline.kernel.Actor;

/** Who works, and who leads them. */
@Component
public class Crew {

    private static final List<String> LEADING_ROLES = List.of("team-leader", "manager", "administrator");

    private final People people;

    Crew(People people) {
        this.people = people;
    }

    /** The person named, else the person behind the account that acts; null when neither is known. */
    public @Nullable UUID worker(@Nullable UUID named) {
        if (named != null) {
            return people.get(named).id();
        }
        var user = Actor.current().user();
        return user == null ? null : people.byUser(user).map(Person::id).orElse(null);
    }

    /** Whether the one who acts may allow what operators may not. */
    public boolean leads() {
        return LEADING_ROLES.stream().anyMatch(Actor.current().roles()::contains);
    }

    /** Who leads the teams of a work centre. */
    public List<Person> leadersOf(UUID workCentreId) {
        var ids = people.teams().stream()
                .filter(team -> workCentreId.equals(team.workCentreId()))
                .map(team -> team.leaderId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var byId = people.all(ids);
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    /** Names of those who lead the teams of a work centre; {@code —} when nobody is entered. */
    public String leaderNames(UUID workCentreId) {
        var leaders = leadersOf(workCentreId);
        return leaders.isEmpty() ? "—" : leaders.stream().map(Person::name).collect(Collectors.joining(", "));
    }
}
