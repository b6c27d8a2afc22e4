package org.throughline.order;

import java.util.Set;

/** Who answers "can we, when, how much" before an order is accepted. */
public enum Department {
    SALES,
    ENGINEERING,
    PRODUCTION;

    private static final Set<String> EVERYWHERE = Set.of("manager", "administrator");

    /** Whether somebody with these roles may speak for the department; the manager speaks for all. */
    public boolean isAnsweredBy(Set<String> roles) {
        var own = switch (this) {
            case SALES -> Set.of("sales");
            case ENGINEERING -> Set.of("engineer");
            case PRODUCTION -> Set.of("planner", "team-leader");
        };
        return roles.stream().anyMatch(role -> own.contains(role) || EVERYWHERE.contains(role));
    }
}
