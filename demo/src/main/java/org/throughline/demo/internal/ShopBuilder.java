package org.throughline.demo.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.factory.Calendars;
import org.throughline.factory.ItemGroup;
import org.throughline.factory.ItemGroups;
import org.throughline.factory.Machine;
import org.throughline.factory.Machines;
import org.throughline.factory.Partner;
import org.throughline.factory.Partners;
import org.throughline.factory.People;
import org.throughline.factory.Person;
import org.throughline.factory.Site;
import org.throughline.factory.Sites;
import org.throughline.factory.Skill;
import org.throughline.factory.Team;
import org.throughline.factory.WorkCentre;
import org.throughline.factory.WorkCentres;
import org.throughline.identity.Accounts;
import org.throughline.identity.KeepAccounts;
import org.throughline.kernel.Identity;

/** Builds the shop itself: plant, work centres, machines, people, teams, partners, accounts. */
@Component
class ShopBuilder {

    private static final BigDecimal USUAL_SETUP = new BigDecimal("15");
    private static final BigDecimal USUAL_RUN = new BigDecimal("5");

    private final Sites sites;
    private final Calendars calendars;
    private final WorkCentres workCentres;
    private final Machines machines;
    private final People people;
    private final ItemGroups groups;
    private final Partners partners;
    private final KeepAccounts keepAccounts;
    private final Accounts accounts;

    ShopBuilder(
            Sites sites,
            Calendars calendars,
            WorkCentres workCentres,
            Machines machines,
            People people,
            ItemGroups groups,
            Partners partners,
            KeepAccounts keepAccounts,
            Accounts accounts) {
        this.sites = sites;
        this.calendars = calendars;
        this.workCentres = workCentres;
        this.machines = machines;
        this.people = people;
        this.groups = groups;
        this.partners = partners;
        this.keepAccounts = keepAccounts;
        this.accounts = accounts;
    }

    @Transactional
    void build(ShopPlan plan, Shop shop) {
        var site = site(plan.site());
        var position = 10;
        for (var centre : plan.workCentres()) {
            workCentre(centre, site, position, shop);
            position += 10;
        }
        for (var group : plan.groups()) {
            var centre = group.workCentre() == null ? null : shop.workCentre(group.workCentre());
            shop.groups.put(group.code(), group(group, centre));
        }
        partners(plan, shop);
        accounts(plan, shop);
        people(plan, shop);
        setStatus("W-06", Machine.Status.NOT_INSTALLED);
    }

    private UUID site(ShopPlan.SitePlan plan) {
        return sites.byCode(plan.code())
                .orElseGet(() -> sites.save(new Site(Identity.fresh(), plan.code(), plan.name(), "Asia/Shanghai", 0)))
                .id();
    }

    private void workCentre(ShopPlan.WorkCentrePlan plan, UUID site, int position, Shop shop) {
        var calendar = calendars.byCode(plan.calendar()).orElseThrow().calendarId();
        var centre = workCentres.save(new WorkCentre(
                Identity.fresh(),
                plan.code(),
                plan.name(),
                site,
                calendar,
                WorkCentre.Kind.valueOf(plan.kind()),
                Math.max(1, plan.machines().size()),
                BigDecimal.ONE,
                plan.hourlyCost(),
                position,
                true,
                null,
                0));
        shop.workCentres.put(plan.code(), centre.id());
        var made = new ArrayList<Machine>();
        for (var machine : plan.machines()) {
            made.add(machines.save(new Machine(
                    Identity.fresh(),
                    machine.code(),
                    machine.name(),
                    centre.id(),
                    null,
                    Machine.Status.READY,
                    BigDecimal.ONE,
                    null,
                    0)));
        }
        made.sort(Comparator.comparing(Machine::code));
        shop.machines.put(centre.id(), made);
    }

    private void setStatus(String code, Machine.Status status) {
        machines.byCode(code)
                .ifPresent(machine -> machines.save(new Machine(
                        machine.id(),
                        machine.code(),
                        machine.name(),
                        machine.workCentreId(),
                        machine.calendarId(),
                        status,
                        machine.speed(),
                        machine.externalId(),
                        machine.version())));
    }

    private UUID group(ShopPlan.GroupPlan plan, @Nullable UUID centre) {
        return groups.byCode(plan.code())
                .orElseGet(() -> groups.save(new ItemGroup(
                        Identity.fresh(), plan.code(), plan.name(), centre, USUAL_SETUP, USUAL_RUN, null, 0)))
                .id();
    }

    private void partners(ShopPlan plan, Shop shop) {
        int number = 0;
        for (var customer : plan.customers()) {
            number++;
            shop.customers.add(partners.save(partner(
                            Partner.customer(customer.code(), customer.name()),
                            customer.shortName(),
                            customer.contact(),
                            customer.address(),
                            "0512-6600 %04d".formatted(number * 7)))
                    .id());
        }
        for (var supplier : plan.suppliers()) {
            number++;
            shop.suppliers.put(
                    supplier.key(),
                    partners.save(partner(
                                    Partner.supplier(supplier.code(), supplier.name()),
                                    supplier.shortName(),
                                    null,
                                    null,
                                    "0510-8800 %04d".formatted(number * 9)))
                            .id());
        }
    }

    private static Partner partner(
            Partner partner, String shortName, @Nullable String contact, @Nullable String address, String phone) {
        return new Partner(
                partner.id(),
                partner.code(),
                partner.name(),
                shortName,
                partner.isCustomer(),
                partner.isSupplier(),
                phone,
                null,
                address,
                contact,
                "CNY",
                "月结 30 天",
                null,
                true,
                null,
                0);
    }

    private void accounts(ShopPlan plan, Shop shop) {
        for (var account : plan.accounts()) {
            keep(shop, account.username(), account.name(), account.roles(), null);
        }
        keep(shop, "ruize", "高工（瑞泽液压）", Set.of("customer"), shop.customers.getFirst());
        keep(shop, "honggang", "宏钢（供应商）", Set.of("supplier"), shop.supplier("BG"));
    }

    private void keep(Shop shop, String username, String name, Set<String> roles, @Nullable UUID partner) {
        var known = accounts.byUsername(username);
        var account = known.isPresent()
                ? known.get()
                : keepAccounts.create(new KeepAccounts.NewAccount(
                        username, name, DemonstrationBuilder.PASSWORD, "zh", roles, null, partner, true));
        shop.accounts.put(username, account);
    }

    private void people(ShopPlan plan, Shop shop) {
        var skills = plan.skills().stream()
                .map(skill -> people.save(new Skill(Identity.fresh(), skill.code(), skill.name(), 0)))
                .toList();
        var persons = new java.util.HashMap<String, Person>();
        int number = 1000;
        for (var account : shop.accounts.values()) {
            if (account.partnerId() == null) {
                number++;
                persons.put(account.displayName(), person(number, account.displayName(), null, account.id()));
            }
        }
        for (var team : plan.teams()) {
            var leader = persons.get(team.leader());
            var saved = people.save(new Team(
                    Identity.fresh(),
                    team.code(),
                    team.name(),
                    leader == null ? null : leader.id(),
                    shop.workCentre(team.workCentre()),
                    0));
            var members = new ArrayList<UUID>();
            for (var name : team.members()) {
                var known = persons.get(name);
                number++;
                var member = known == null
                        ? person(number, name, saved.id(), null)
                        : people.save(new Person(
                                known.id(),
                                known.code(),
                                known.name(),
                                saved.id(),
                                known.phone(),
                                known.userId(),
                                true,
                                known.version()));
                members.add(member.id());
                grade(team.workCentre(), member.id(), skills);
            }
            shop.peopleOf.put(shop.workCentre(team.workCentre()), List.copyOf(members));
        }
    }

    private void grade(String workCentre, UUID person, List<Skill> skills) {
        skills.stream()
                .filter(skill -> skill.code().equals(workCentre))
                .forEach(skill -> people.grade(person, skill.id(), 2));
    }

    private Person person(int number, String name, @Nullable UUID team, @Nullable UUID user) {
        return people.save(new Person(
                Identity.fresh(), "P" + number, name, team, "138%08d".formatted(number * 7919L), user, true, 0));
    }
}
