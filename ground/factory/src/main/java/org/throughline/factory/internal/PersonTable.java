package org.throughline.factory.internal;

import static org.throughline.factory.internal.Columns.id;
import static org.throughline.factory.internal.Columns.idOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.People;
import org.throughline.factory.Person;
import org.throughline.factory.PersonSkill;
import org.throughline.factory.Skill;
import org.throughline.factory.Team;
import org.throughline.kernel.Identity;

/** {@code factory.person}, {@code team}, {@code skill} and {@code person_skill}. */
@Repository
class PersonTable implements People {

    private final JdbcClient jdbc;
    private final MasterTable<Person> people;
    private final MasterTable<Team> teams;
    private final MasterTable<Skill> skills;

    PersonTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.people = new MasterTable<>(jdbc, "person", "factory.person", "code", Person::id, PersonTable::person);
        this.teams = new MasterTable<>(jdbc, "team", "factory.team", "code", Team::id, PersonTable::team);
        this.skills = new MasterTable<>(jdbc, "skill", "factory.skill", "code", Skill::id, PersonTable::skill);
    }

    @Override
    public Person get(UUID id) {
        return people.get(id);
    }

    @Override
    public Optional<Person> byCode(String code) {
        return people.by("code", code);
    }

    @Override
    public Optional<Person> byUser(UUID userId) {
        return people.by("user_id", userId);
    }

    @Override
    public Map<UUID, Person> all(Collection<UUID> ids) {
        return people.all(ids);
    }

    @Override
    public List<Person> all() {
        return people.all();
    }

    @Override
    @Transactional
    public Person save(Person person) {
        return people.save(
                person.id(),
                person.code(),
                person.version(),
                Columns.of(
                        "code", person.code(),
                        "name", person.name(),
                        "team_id", person.teamId(),
                        "phone", person.phone(),
                        "user_id", person.userId(),
                        "active", person.active()));
    }

    @Override
    public List<Team> teams() {
        return teams.all();
    }

    @Override
    @Transactional
    public Team save(Team team) {
        return teams.save(
                team.id(),
                team.code(),
                team.version(),
                Columns.of(
                        "code", team.code(),
                        "name", team.name(),
                        "leader_id", team.leaderId(),
                        "work_centre_id", team.workCentreId()));
    }

    @Override
    public List<Skill> skills() {
        return skills.all();
    }

    @Override
    @Transactional
    public Skill save(Skill skill) {
        return skills.save(
                skill.id(), skill.code(), skill.version(), Columns.of("code", skill.code(), "name", skill.name()));
    }

    @Override
    public List<PersonSkill> skillsOf(Collection<UUID> personIds) {
        return jdbc.sql("""
                SELECT person_id, skill_id, grade
                  FROM factory.person_skill
                 WHERE person_id = ANY (string_to_array(:people, ',')::uuid[])
                 ORDER BY person_id, skill_id
                """)
                .param("people", MasterTable.joined(personIds))
                .query((row, index) -> new PersonSkill(id(row, "person_id"), id(row, "skill_id"), row.getInt("grade")))
                .list();
    }

    @Override
    @Transactional
    public void grade(UUID personId, UUID skillId, int grade) {
        if (grade == 0) {
            jdbc.sql("DELETE FROM factory.person_skill WHERE person_id = :person AND skill_id = :skill")
                    .param("person", personId)
                    .param("skill", skillId)
                    .update();
            return;
        }
        jdbc.sql("""
                INSERT INTO factory.person_skill (id, person_id, skill_id, grade)
                VALUES (:id, :person, :skill, :grade)
                ON CONFLICT (person_id, skill_id) DO UPDATE
                   SET grade = excluded.grade, version = person_skill.version + 1
                 WHERE person_skill.grade <> excluded.grade
                """)
                .param("id", Identity.fresh())
                .param("person", personId)
                .param("skill", skillId)
                .param("grade", grade)
                .update();
    }

    private static Person person(ResultSet row, int index) throws SQLException {
        return new Person(
                id(row, "id"),
                row.getString("code"),
                row.getString("name"),
                idOrNull(row, "team_id"),
                row.getString("phone"),
                idOrNull(row, "user_id"),
                row.getBoolean("active"),
                row.getInt("version"));
    }

    private static Team team(ResultSet row, int index) throws SQLException {
        return new Team(
                id(row, "id"),
                row.getString("code"),
                row.getString("name"),
                idOrNull(row, "leader_id"),
                idOrNull(row, "work_centre_id"),
                row.getInt("version"));
    }

    private static Skill skill(ResultSet row, int index) throws SQLException {
        return new Skill(id(row, "id"), row.getString("code"), row.getString("name"), row.getInt("version"));
    }
}
