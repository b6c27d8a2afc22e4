package org.throughline.workflow.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.identity.Account;
import org.throughline.identity.Accounts;
import org.throughline.records.Filter;
import org.throughline.workflow.ApprovalRefused;
import org.throughline.workflow.internal.ChainSteps.ChainStep;
import org.throughline.workflow.internal.ChainSteps.CopyTime;
import org.throughline.workflow.internal.ChainSteps.People;

/** Which chain a record walks and whom each step asks, in table {@code workflow.approval_rule}. */
@Repository
class ApprovalRules {

    private static final String LAST_RESORT = "administrator";

    private final JdbcClient jdbc;
    private final Accounts accounts;

    ApprovalRules(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** A chosen rule: its name, its steps with the people of each, and who only reads. */
    record Chain(String rule, List<AskedStep> steps, List<Copied> copies) {}

    /** A step with the people each of its branches asks, by id. */
    record AskedStep(ChainStep step, List<Map<UUID, String>> people) {}

    /** Somebody who only reads. */
    record Copied(UUID user, String userName, CopyTime when) {}

    private record Rule(String name, String condition, String steps, String copies) {}

    /** The first active rule by priority whose condition the facts fulfil. */
    Optional<Chain> chain(String recordType, Map<String, Object> facts, LocalDate today) {
        return jdbc
                .sql("""
                SELECT name, condition::text AS condition, steps::text AS steps, copies::text AS copies
                  FROM workflow.approval_rule
                 WHERE active AND record_type = :type
                 ORDER BY priority, name, id
                """)
                .param("type", recordType)
                .query((row, index) -> new Rule(
                        row.getString("name"),
                        row.getString("condition"),
                        row.getString("steps"),
                        row.getString("copies")))
                .list()
                .stream()
                .filter(rule -> Filter.parse(rule.condition()).matches(facts, today))
                .findFirst()
                .map(this::asked);
    }

    private Chain asked(Rule rule) {
        var steps = new ArrayList<AskedStep>();
        for (var step : ChainSteps.parse(rule.name(), rule.steps())) {
            var people = step.branches().stream()
                    .map(branch -> somebody(rule, branch.asks().name(), branch.people()))
                    .toList();
            steps.add(new AskedStep(step, people));
        }
        return new Chain(rule.name(), steps, copies(rule));
    }

    private List<Copied> copies(Rule rule) {
        var copied = new LinkedHashMap<UUID, Copied>();
        for (var copy : ChainSteps.copies(rule.name(), rule.copies())) {
            people(copy.people())
                    .forEach((user, name) -> copied.merge(
                            user,
                            new Copied(user, name, copy.when()),
                            (one, other) -> one.when() == other.when() ? one : new Copied(user, name, CopyTime.BOTH)));
        }
        return List.copyOf(copied.values());
    }

    private Map<UUID, String> somebody(Rule rule, String branch, People named) {
        var people = people(named);
        if (people.isEmpty()) {
            accounts.withRole(LAST_RESORT).forEach(account -> people.put(account.id(), account.displayName()));
        }
        if (people.isEmpty()) {
            throw ApprovalRefused.nobodyToAsk(rule.name(), branch);
        }
        return people;
    }

    private Map<UUID, String> people(People named) {
        var people = new LinkedHashMap<UUID, String>();
        var role = named.role();
        if (role != null) {
            accounts.withRole(role).forEach(account -> people.put(account.id(), account.displayName()));
        }
        for (var user : named.users()) {
            account(user).filter(Account::active).ifPresent(account -> people.put(account.id(), account.displayName()));
        }
        return people;
    }

    private Optional<Account> account(String idOrUsername) {
        return idOrUsername.length() == 36
                ? Optional.of(accounts.get(UUID.fromString(idOrUsername)))
                : accounts.byUsername(idOrUsername);
    }
}
