package org.throughline.workflow.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.workflow.Approval.Mode;
import org.throughline.workflow.ApprovalRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The steps of an approval rule, as its JSON says them. */
public final class ChainSteps {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ChainSteps() {}

    /**
     * One step of a rule.
     *
     * @param role     everybody who has it is asked; null: only {@code users}
     * @param users    ids or usernames
     * @param needed   of {@link Mode#SOME}: how many must agree
     * @param hours    allowed; null: no limit
     * @param escalate the role asked too when the hours are long over; null: nobody
     */
    public record ChainStep(
            String name,
            @Nullable String role,
            List<String> users,
            Mode mode,
            int needed,
            @Nullable Integer hours,
            @Nullable String escalate) {

        /** Copies the users. */
        public ChainStep {
            users = List.copyOf(users);
        }
    }

    /**
     * Reads {@code [{"name":"经理","role":"manager","mode":"ANY","hours":24}]}.
     *
     * @throws ApprovalRefused if it is malformed or has no step
     */
    public static List<ChainStep> parse(String rule, String json) {
        try {
            var array = MAPPER.readTree(json);
            if (!array.isArray() || array.isEmpty()) {
                throw ApprovalRefused.malformedRule(rule, json);
            }
            var steps = new ArrayList<ChainStep>();
            for (var node : array) {
                steps.add(step(rule, node));
            }
            return steps;
        } catch (JacksonException malformed) {
            throw ApprovalRefused.malformedRule(rule, json);
        }
    }

    private static ChainStep step(String rule, JsonNode node) {
        var users = new ArrayList<String>();
        if (node.path("user").isString()) {
            users.add(node.path("user").asString());
        }
        node.path("users").forEach(user -> users.add(user.asString()));
        var role = node.path("role").isString() ? node.path("role").asString() : null;
        var mode = node.path("mode").asString("ANY");
        boolean known = Arrays.stream(Mode.values()).anyMatch(one -> one.name().equals(mode));
        int needed = node.path("needed").asInt(1);
        if ((role == null && users.isEmpty()) || !known || needed < 1) {
            throw ApprovalRefused.malformedRule(rule, node.toString());
        }
        var hours = node.path("hours").isNumber() ? node.path("hours").asInt() : null;
        var name = node.path("name").asString(role == null ? users.getFirst() : role);
        var escalate = node.path("escalate").isString() ? node.path("escalate").asString() : null;
        return new ChainStep(name, role, users, Mode.valueOf(mode), needed, hours, escalate);
    }
}
