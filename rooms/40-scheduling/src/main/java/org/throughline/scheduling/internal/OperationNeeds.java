package org.throughline.scheduling.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.engine.calendar.WorkingCalendar;
import org.throughline.engine.schedule.Operation;
import org.throughline.engine.schedule.SharedResource;
import org.throughline.factory.People;
import org.throughline.factory.Person;
import org.throughline.factory.Tool;
import org.throughline.factory.Tools;

/** People and tools that work takes beside its machine, from table {@code scheduling.operation_need}. */
@Component
class OperationNeeds {

    private final JdbcClient jdbc;
    private final People people;
    private final Tools tools;

    OperationNeeds(JdbcClient jdbc, People people, Tools tools) {
        this.jdbc = jdbc;
        this.people = people;
        this.tools = tools;
    }

    /** @param operationName null: every operation of the work centre */
    private record Need(
            UUID workCentreId,
            @Nullable String operationName,
            @Nullable UUID skillId,
            int leastGrade,
            @Nullable UUID toolId,
            int count) {}

    /** What is there now, and what it is needed for. */
    SideResources read() {
        var needs = jdbc.sql("""
                SELECT work_centre_id, operation_name, skill_id, least_grade, tool_id, count
                  FROM scheduling.operation_need
                 ORDER BY id
                """)
                .query((row, number) -> new Need(
                        row.getObject("work_centre_id", UUID.class),
                        row.getString("operation_name"),
                        row.getObject("skill_id", UUID.class),
                        row.getInt("least_grade"),
                        row.getObject("tool_id", UUID.class),
                        row.getInt("count")))
                .list();
        return needs.isEmpty() ? SideResources.NONE : new Reading(needs).resources();
    }

    /**
     * Whoever has a higher grade can do what asks for a lower one. So work of a grade takes one of everybody with at least
     * that grade, and one of everybody with at least each lower grade that other work asks for.
     */
    private final class Reading {

        private final List<Need> needs;
        private final Map<String, SharedResource> resources = new LinkedHashMap<>();
        private final Map<String, String> names = new HashMap<>();
        private final Map<UUID, List<Integer>> gradesOf = new HashMap<>();

        private Reading(List<Need> needs) {
            this.needs = needs;
        }

        private SideResources resources() {
            countTools();
            countPeople();
            var uses = new ArrayList<SideResources.Use>();
            for (var need : needs) {
                for (var resource : resourcesOf(need)) {
                    uses.add(new SideResources.Use(
                            need.workCentreId(), need.operationName(), new Operation.Use(resource, need.count())));
                }
            }
            return new SideResources(List.copyOf(resources.values()), uses, names);
        }

        private List<String> resourcesOf(Need need) {
            var skill = need.skillId();
            if (skill == null) {
                return List.of("tool:" + need.toolId());
            }
            return gradesOf.getOrDefault(skill, List.of()).stream()
                    .filter(grade -> grade <= need.leastGrade())
                    .map(grade -> skillKey(skill, grade))
                    .toList();
        }

        private void countTools() {
            var wanted = needs.stream().map(Need::toolId).toList();
            for (Tool tool : tools.all()) {
                if (wanted.contains(tool.id()) && tool.ready()) {
                    add("tool:" + tool.id(), tool.count(), tool.code() + " " + tool.name());
                }
            }
        }

        private void countPeople() {
            var here =
                    people.all().stream().filter(Person::active).map(Person::id).toList();
            var skilled = people.skillsOf(here);
            for (var skill : people.skills()) {
                var grades = needs.stream()
                        .filter(need -> skill.id().equals(need.skillId()))
                        .map(Need::leastGrade)
                        .distinct()
                        .sorted()
                        .toList();
                gradesOf.put(skill.id(), grades);
                for (int grade : grades) {
                    long able = skilled.stream()
                            .filter(one -> one.skillId().equals(skill.id()) && one.grade() >= grade)
                            .count();
                    add(skillKey(skill.id(), grade), Math.toIntExact(able), skill.name());
                }
            }
        }

        private static String skillKey(UUID skill, int grade) {
            return "skill:" + skill + ">=" + grade;
        }

        private void add(String id, int capacity, String name) {
            if (capacity > 0) {
                resources.put(id, new SharedResource(id, capacity, WorkingCalendar.always()));
                names.put(id, name);
            }
        }
    }
}
