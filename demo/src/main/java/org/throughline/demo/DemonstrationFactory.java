package org.throughline.demo;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.throughline.database.EmptyHouse;
import org.throughline.demo.internal.Builds;
import org.throughline.demo.internal.DemonstrationBuilder;
import org.throughline.identity.Accounts;
import org.throughline.identity.KeepAccounts;
import org.throughline.identity.KeepAccounts.NewAccount;
import org.throughline.identity.Permissions;

/** Use cases: the demonstration factory is built when the house is empty, and taken away again. */
@Service
public class DemonstrationFactory {

    private static final long SEED = 20261122L;
    private static final String ADMINISTRATOR = "admin";
    private static final int LARGEST_LIST = 1;

    private final DemonstrationBuilder builder;
    private final Builds builds;
    private final EmptyHouse emptyHouse;
    private final Accounts accounts;
    private final KeepAccounts keepAccounts;
    private final Permissions permissions;
    private final Clock clock;
    private volatile @Nullable Progress progress;

    DemonstrationFactory(
            DemonstrationBuilder builder,
            Builds builds,
            EmptyHouse emptyHouse,
            Accounts accounts,
            KeepAccounts keepAccounts,
            Permissions permissions,
            Clock clock) {
        this.builder = builder;
        this.builds = builds;
        this.emptyHouse = emptyHouse;
        this.accounts = accounts;
        this.keepAccounts = keepAccounts;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** The account that can enter after the demonstration is gone; its password is said this once. */
    public record FirstAccount(String username, String password) {}

    /** Whether a demonstration is here. */
    public boolean exists() {
        return accounts.withRole("planner").stream().anyMatch(account -> account.demonstration());
    }

    /** Whether nobody has entered anything yet: no account but the first administrator. */
    public boolean houseIsEmpty() {
        return accounts.list("", 0, LARGEST_LIST).total() <= 1;
    }

    /** Whether its building was interrupted: what is here is a part of it. */
    public boolean isUnfinished() {
        return builds.isUnfinished();
    }

    /** How far the building is in this process; empty when none goes on. */
    public Optional<Progress> progress() {
        return Optional.ofNullable(progress);
    }

    /**
     * How far the building is.
     *
     * @param percent   of the time it takes
     * @param day       the day being replayed
     * @param orders    customers' orders so far
     * @param delivered order lines delivered so far
     */
    public record Progress(int percent, LocalDate day, int orders, int delivered) {}

    /**
     * Builds the shop and replays its last year until now. What an interrupted building left is taken away first.
     *
     * @param tell hears how far it is
     */
    public void build(Consumer<Progress> tell) {
        if (isUnfinished()) {
            emptyHouse.bringBack();
            administrator(DemonstrationBuilder.PASSWORD, true);
        }
        var build = builds.begin();
        try {
            builder.build(LocalDate.now(clock), SEED, now -> {
                progress = now;
                tell.accept(now);
            });
            builds.end(build);
        } finally {
            progress = null;
        }
    }

    /**
     * Takes everything away, whatever was entered since, and makes a fresh administrator.
     *
     * @throws org.throughline.identity.NotAllowed if the actor is no administrator
     */
    public FirstAccount remove() {
        permissions.require("demonstration", "delete");
        emptyHouse.bringBack();
        var random = new byte[6];
        new SecureRandom().nextBytes(random);
        var password = HexFormat.of().formatHex(random);
        administrator(password, false);
        return new FirstAccount(ADMINISTRATOR, password);
    }

    private void administrator(String password, boolean demonstration) {
        keepAccounts.create(new NewAccount(
                ADMINISTRATOR, "系统管理员", password, "zh", Set.of("administrator"), null, null, demonstration));
    }
}
