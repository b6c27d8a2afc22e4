package org.throughline.demo.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.throughline.factory.Item;
import org.throughline.factory.Machine;
import org.throughline.identity.Account;
import org.throughline.kernel.Actor;

/** What was made of the plan: the identities the history works with. Filled by the builders, then only read. */
final class Shop {

    final Map<String, UUID> workCentres = new LinkedHashMap<>();
    final Map<UUID, List<Machine>> machines = new HashMap<>();
    final Map<UUID, List<UUID>> peopleOf = new HashMap<>();
    final Map<String, UUID> groups = new HashMap<>();
    final Map<String, UUID> suppliers = new HashMap<>();
    final List<UUID> customers = new ArrayList<>();
    final Map<String, Item> items = new LinkedHashMap<>();
    final List<Item> products = new ArrayList<>();
    final List<Item> simpleProducts = new ArrayList<>();
    final Map<String, Account> accounts = new LinkedHashMap<>();

    Item item(String code) {
        return required(items, code);
    }

    UUID workCentre(String code) {
        return required(workCentres, code);
    }

    UUID supplier(String key) {
        return required(suppliers, key);
    }

    UUID group(String code) {
        return required(groups, code);
    }

    /** The first account of the role, as an actor; what is done in a replay comes "from the demonstration". */
    Actor actor(String role) {
        return accounts.values().stream()
                .filter(account -> account.roles().contains(role))
                .findFirst()
                .map(Shop::actor)
                .orElseThrow(() -> new IllegalStateException("Nobody has the role (%s).".formatted(role)));
    }

    /** The account with this identity, as an actor. */
    Actor actor(UUID user) {
        return accounts.values().stream()
                .filter(account -> account.id().equals(user))
                .findFirst()
                .map(Shop::actor)
                .orElseThrow(() -> new IllegalStateException("The shop has no account (%s).".formatted(user)));
    }

    List<Actor> actors(String role) {
        return accounts.values().stream()
                .filter(account -> account.roles().contains(role))
                .map(Shop::actor)
                .toList();
    }

    private static Actor actor(Account account) {
        return new Actor(
                account.id(),
                account.displayName(),
                Actor.FIRST_ORGANISATION,
                account.partnerId(),
                Set.copyOf(account.roles()),
                "demo",
                "zh");
    }

    private static <T> T required(Map<String, T> map, String key) {
        var value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("The shop has no (%s).".formatted(key));
        }
        return value;
    }
}
