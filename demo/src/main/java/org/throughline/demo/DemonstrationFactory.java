package org.throughline.demo;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.throughline.database.EmptyHouse;
import org.throughline.demo.internal.DemonstrationBuilder;
import org.throughline.identity.Accounts;
import org.throughline.identity.KeepAccounts;
import org.throughline.identity.KeepAccounts.NewAccount;
import org.throughline.identity.Permissions;

/** Use cases: the demonstration factory is built when the house is empty, and taken away again. */
@Service
public class DemonstrationFactory {

    private static final long SEED = 20261122L;
    private static final int LARGEST_LIST = 1;

    private final DemonstrationBuilder builder;
    private final EmptyHouse emptyHouse;
    private final Accounts accounts;
    private final KeepAccounts keepAccounts;
    private final Permissions permissions;
    private final Clock clock;

    DemonstrationFactory(
            DemonstrationBuilder builder,
            EmptyHouse emptyHouse,
            Accounts accounts,
            KeepAccounts keepAccounts,
            Permissions permissions,
            Clock clock) {
        this.builder = builder;
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

    /**
     * Builds the shop and replays its last months until this morning.
     *
     * @param tell hears how far it is, in one line each
     */
    public void build(Consumer<String> tell) {
        builder.build(LocalDate.now(clock), SEED, tell);
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
        keepAccounts.create(
                new NewAccount("admin", "系统管理员", password, "zh", Set.of("administrator"), null, null, false));
        return new FirstAccount("admin", password);
    }
}
