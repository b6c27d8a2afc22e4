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

    /** A chosen rule: its name and its steps with the people of each. */
    record Chain(String rule, List<AskedStep> steps) {}

    /** A step with the people it asks, by id. */
    record AskedStep(ChainStep step, Map<UUID, String> people) {}

    private record Rule(String name, String condition, String steps) {}

    /** The first active rule by priority whose condition the facts fulfil. */
    Optional<Chain> chain(String recordType, Map<String, Object> facts, LocalDate today) {
        return jdbc
                .sql("""
                SELECT name, condition::text AS condition, steps::text AS steps
                  FROM workflow.approval_rule
                 WHERE active AND record_type = :type
                 ORDER BY priority, name, id
                """)
                .param("type", recordType)
                .query((row, index) ->
                        new Rule(row.getString("name"), row.getString("condition"), row.getString("steps")))
                .list()
                .stream()
                .filter(rule -> Filter.parse(rule.condition()).matches(facts, today))
                .findFirst()
                .map(this::asked);
    }

    private Chain asked(Rule rule) {
        var steps = new ArrayList<AskedStep>();
        for (var step : ChainSteps.parse(rule.name(), rule.steps())) {
            var people = people(step);
            if (people.isEmpty()) {
                accounts.withRole(LAST_RESORT).forEach(account -> people.put(account.id(), account.displayName()));
            }
            if (people.isEmpty()) {
                throw ApprovalRefused.nobodyToAsk(rule.name(), step.name());
            }
            steps.add(new AskedStep(step, people));
        }
        return new Chain(rule.name(), steps);
    }

    private Map<UUID, String> people(ChainStep step) {
        var people = new LinkedHashMap<UUID, String>();
        var role = step.role();
        if (role != null) {
            accounts.withRole(role).forEach(account -> people.put(account.id(), account.displayName()));
        }
        for (var user : step.users()) {
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
