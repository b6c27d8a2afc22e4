package org.throughline.factory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** People, their teams and skills. Accounts belong to identity. */
public interface People {

    /** @throws org.throughline.kernel.NotFound if there is none */
    Person get(UUID id);

    Optional<Person> byCode(String code);

    /** The person behind an account. */
    Optional<Person> byUser(UUID userId);

    /** By identity; unknown identities are left out. */
    Map<UUID, Person> all(Collection<UUID> ids);

    /** Every person, by code. */
    List<Person> all();

    /** Adds the person, or writes it over the one with the same identity and version. */
    Person save(Person person);

    /** Every team, by code. */
    List<Team> teams();

    /** Adds the team, or writes it over the one with the same identity and version. */
    Team save(Team team);

    /** Every skill, by code. */
    List<Skill> skills();

    /** Adds the skill, or writes it over the one with the same identity and version. */
    Skill save(Skill skill);

    /** What these people can do, by person and skill. */
    List<PersonSkill> skillsOf(Collection<UUID> personIds);

    /** Says how well the person can do it: grade 1 to 3, or 0 to take the skill away. */
    void grade(UUID personId, UUID skillId, int grade);
}
