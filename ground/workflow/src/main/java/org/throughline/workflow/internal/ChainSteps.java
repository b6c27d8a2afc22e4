package org.throughline.workflow.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.throughline.workflow.Approval.Branch;
import org.throughline.workflow.Approval.Join;
import org.throughline.workflow.Approval.Mode;
import org.throughline.workflow.ApprovalRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The steps and the copies of an approval rule, as its JSON says them. */
public final class ChainSteps {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ChainSteps() {}

    /**
     * One step of a rule.
     *
     * @param name     empty where only its branches have names
     * @param hours    allowed; null: no limit
     * @param escalate the role asked too when the hours are long over; null: nobody
     */
    public record ChainStep(
            String name,
            Join join,
            List<ChainBranch> branches,
            @Nullable Integer hours,
            @Nullable String escalate) {

        /** Copies the branches. */
        public ChainStep {
            branches = List.copyOf(branches);
        }
    }

    /** Those of a step who agree among themselves. */
    public record ChainBranch(Branch asks, People people) {}

    /**
     * People as a rule names them.
     *
     * @param role  everybody who has it; null: only {@code users}
     * @param users ids or usernames
     */
    public record People(@Nullable String role, List<String> users) {

        /** Copies the users. */
        public People {
            users = List.copyOf(users);
        }

        boolean isNobody() {
            return role == null && users.isEmpty();
        }

        String first() {
            return role == null ? users.getFirst() : role;
        }
    }

    /** People who only read what the chain decides, and when they are told. */
    public record Copy(People people, CopyTime when) {}

    /** When somebody who only reads is told. */
    public enum CopyTime {
        SUBMITTED,
        GRANTED,
        BOTH
    }

    /**
     * Reads {@code [{"name":"经理","role":"manager","mode":"ANY","hours":24}]}; a step with parallel branches is
     * {@code {"join":"ALL","branches":[{"role":"finance"},{"role":"engineer","mode":"ALL"}],"hours":24}}.
     *
     * @throws ApprovalRefused if it is malformed or has no step
     */
    public static List<ChainStep> parse(String rule, String json) {
        var steps = list(rule, json, ChainSteps::step);
        if (steps.isEmpty()) {
            throw ApprovalRefused.malformedRule(rule, json);
        }
        return steps;
    }

    /**
     * Reads {@code [{"role":"finance","when":"GRANTED"}]}.
     *
     * @throws ApprovalRefused if it is malformed
     */
    public static List<Copy> copies(String rule, String json) {
        return list(rule, json, ChainSteps::copy);
    }

    private static <T> List<T> list(String rule, String json, BiFunction<String, JsonNode, T> read) {
        try {
            var array = MAPPER.readTree(json);
            if (!array.isArray()) {
                throw ApprovalRefused.malformedRule(rule, json);
            }
            var found = new ArrayList<T>();
            array.forEach(node -> found.add(read.apply(rule, node)));
            return found;
        } catch (JacksonException malformed) {
            throw ApprovalRefused.malformedRule(rule, json);
        }
    }

    private static ChainStep step(String rule, JsonNode node) {
        var branches = new ArrayList<ChainBranch>();
        node.path("branches").forEach(branch -> branches.add(branch(rule, branch)));
        boolean plain = branches.isEmpty();
        if (plain) {
            branches.add(branch(rule, node));
        }
        var hours = node.path("hours").isNumber() ? node.path("hours").asInt() : null;
        var name = plain ? branches.getFirst().asks().name() : node.path("name").asString("");
        var escalate = node.path("escalate").isString() ? node.path("escalate").asString() : null;
        return new ChainStep(name, named(Join.class, rule, node, "join", Join.ALL), branches, hours, escalate);
    }

    private static ChainBranch branch(String rule, JsonNode node) {
        var people = people(rule, node);
        int needed = node.path("needed").asInt(1);
        if (needed < 1) {
            throw ApprovalRefused.malformedRule(rule, node.toString());
        }
        var name = node.path("name").asString(people.first());
        return new ChainBranch(new Branch(name, named(Mode.class, rule, node, "mode", Mode.ANY), needed), people);
    }

    private static Copy copy(String rule, JsonNode node) {
        return new Copy(people(rule, node), named(CopyTime.class, rule, node, "when", CopyTime.GRANTED));
    }

    private static People people(String rule, JsonNode node) {
        var users = new ArrayList<String>();
        if (node.path("user").isString()) {
            users.add(node.path("user").asString());
        }
        node.path("users").forEach(user -> users.add(user.asString()));
        var people = new People(node.path("role").isString() ? node.path("role").asString() : null, users);
        if (people.isNobody()) {
            throw ApprovalRefused.malformedRule(rule, node.toString());
        }
        return people;
    }

    private static <E extends Enum<E>> E named(Class<E> type, String rule, JsonNode node, String field, E usual) {
        var name = node.path(field).asString(usual.name());
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ApprovalRefused.malformedRule(rule, node.toString()));
    }
}
