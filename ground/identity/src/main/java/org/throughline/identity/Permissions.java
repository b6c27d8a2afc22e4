package org.throughline.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.throughline.identity.internal.PermissionTable;
import org.throughline.kernel.Actor;

/** The one place that says who may do what; asked by pages, the API and every use case ({@link Verb}). */
@Component
public class Permissions {

    private static final String ADMINISTRATOR = "administrator";

    private final PermissionTable table;

    Permissions(PermissionTable table) {
        this.table = table;
    }

    /**
     * Passes if the current actor may do this.
     *
     * @throws NotAllowed if not
     */
    public void require(String type, String operation) {
        if (!allowed(type, operation)) {
            throw NotAllowed.to(type, operation);
        }
    }

    /** Whether the current actor may do this to some record of the type; false outside any actor's scope. */
    public boolean allowed(String type, String operation) {
        var actor = Actor.currentOrNull();
        return actor != null
                && (mayAll(actor) || !covering(actor, type, operation).isEmpty());
    }

    /** Whether the current actor sees prices, costs and margins. */
    public boolean seesPrices() {
        return allowed("*", Permission.SEE_PRICES);
    }

    /** Fields of the type that the current actor does not see: those that every permitting role hides. */
    public Set<String> hiddenFields(String type) {
        return inAll(type, "read", Permission::hiddenFields);
    }

    /** Fields of the type that the current actor sees but does not write. */
    public Set<String> readOnlyFields(String type) {
        return inAll(type, "edit", Permission::readOnlyFields);
    }

    /** The filter of the rows that the current actor sees, as JSON {@code {"any":[…]}}; nothing: every row. */
    public Optional<String> rowCondition(String type) {
        var actor = Actor.current();
        if (mayAll(actor)) {
            return Optional.empty();
        }
        var conditions = covering(actor, type, "read").stream()
                .map(Permission::rowCondition)
                .toList();
        if (conditions.isEmpty() || conditions.stream().anyMatch(Objects::isNull)) {
            return Optional.empty();
        }
        return Optional.of("{\"any\":[%s]}"
                .formatted(conditions.stream().map(String::valueOf).collect(Collectors.joining(","))));
    }

    /** All that the current actor may do, as {@code type:operation}, sorted. */
    public Set<String> summary() {
        var actor = Actor.current();
        if (mayAll(actor)) {
            return new TreeSet<>(Set.of("*:*", "*:" + Permission.SEE_PRICES));
        }
        return table.all().stream()
                .filter(permission -> actor.roles().contains(permission.role()))
                .map(permission -> permission.recordType() + ":" + permission.operation())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> inAll(String type, String operation, Function<Permission, Set<String>> fields) {
        var actor = Actor.currentOrNull();
        if (actor == null || mayAll(actor)) {
            return Set.of();
        }
        var granted = covering(actor, type, operation);
        if (granted.isEmpty()) {
            return Set.of();
        }
        var common = new HashSet<>(fields.apply(granted.getFirst()));
        granted.forEach(permission -> common.retainAll(fields.apply(permission)));
        return common;
    }

    private List<Permission> covering(Actor actor, String type, String operation) {
        return table.all().stream()
                .filter(permission -> actor.roles().contains(permission.role()) && permission.covers(type, operation))
                .toList();
    }

    private static boolean mayAll(Actor actor) {
        return actor.roles().contains(ADMINISTRATOR);
    }
}
