package org.throughline.workflow.internal;

import java.util.ArrayList;
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
     * @param role  everybody who has it is asked; null: only {@code users}
     * @param users ids or usernames
     * @param hours allowed; null: no limit
     */
    public record ChainStep(
            String name,
            @Nullable String role,
            List<String> users,
            Mode mode,
            @Nullable Integer hours) {

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
        if ((role == null && users.isEmpty()) || !(mode.equals("ANY") || mode.equals("ALL"))) {
            throw ApprovalRefused.malformedRule(rule, node.toString());
        }
        var hours = node.path("hours").isNumber() ? node.path("hours").asInt() : null;
        var name = node.path("name").asString(role == null ? users.getFirst() : role);
        return new ChainStep(name, role, users, Mode.valueOf(mode), hours);
    }
}
