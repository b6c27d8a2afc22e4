package org.throughline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.throughline.identity.Account;
import org.throughline.identity.Accounts;
import org.throughline.identity.KeepAccounts;
import org.throughline.identity.KeepAccounts.NewAccount;
import org.throughline.identity.Role;
import org.throughline.kernel.Actor;

/** Makes the first administrator at the first start, and says where the door is when it is open. */
@Component
@ConditionalOnWebApplication
class Welcome {

    private static final String DEMONSTRATION_PASSWORD = "throughline";
    private static final int MOST_ACCOUNTS = 200;

    private final Accounts accounts;
    private final KeepAccounts keepAccounts;
    private final Path passwordFile;
    private final boolean empty;

    Welcome(
            Accounts accounts,
            KeepAccounts keepAccounts,
            @Value("${throughline.data:data}") String data,
            @Value("${throughline.empty:false}") boolean empty) {
        this.accounts = accounts;
        this.keepAccounts = keepAccounts;
        this.passwordFile = Path.of(data).resolve("first-password.txt");
        this.empty = empty;
    }

    @EventListener(ApplicationStartedEvent.class)
    void firstAdministrator() {
        Actor.system().run(() -> {
            if (accounts.list("", 0, 1).total() == 0) {
                var password = empty ? randomPassword() : DEMONSTRATION_PASSWORD;
                keepAccounts.create(new NewAccount(
                        "admin", "系统管理员", password, "zh", Set.of(Role.ADMINISTRATOR.code()), null, null, !empty));
            }
        });
    }

    private String randomPassword() {
        var random = new byte[6];
        new SecureRandom().nextBytes(random);
        var password = HexFormat.of().formatHex(random);
        try {
            Files.createDirectories(passwordFile.toAbsolutePath().getParent());
            Files.deleteIfExists(passwordFile);
            Files.createFile(
                    passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, password + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return password;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        int port = event.getApplicationContext() instanceof ServletWebServerApplicationContext server
                        && server.getWebServer() != null
                ? server.getWebServer().getPort()
                : 0;
        System.out.println();
        System.out.printf("  Throughline 贯通  →  http://localhost:%d%n%n", port);
        Actor.system().run(this::printAccounts);
        System.out.println("  Ctrl-C stops it. 按 Ctrl-C 停止。");
        System.out.println();
    }

    private void printAccounts() {
        var demonstration = accounts.list("", 0, MOST_ACCOUNTS).items().stream()
                .filter(account -> account.demonstration() && account.active())
                .sorted(Comparator.comparingInt(Welcome::place).thenComparing(Account::id))
                .toList();
        if (demonstration.isEmpty()) {
            if (Files.exists(passwordFile)) {
                System.out.printf("  First account: admin — its password is in %s%n%n", passwordFile);
            }
            return;
        }
        System.out.printf("  Accounts 账号 (password 密码: %s)%n", DEMONSTRATION_PASSWORD);
        var shown = new HashSet<String>();
        for (var account : demonstration) {
            if (shown.add(roleOf(account))) {
                System.out.printf("    %-18s %s %s%n", account.username(), account.displayName(), roleOf(account));
            }
        }
        System.out.println();
    }

    private static int place(Account account) {
        return account.roles().stream()
                .flatMap(code -> Role.of(code).stream())
                .mapToInt(Role::ordinal)
                .min()
                .orElse(Role.values().length);
    }

    private static String roleOf(Account account) {
        return account.roles().stream()
                .flatMap(code -> Role.of(code).stream())
                .min(Comparator.naturalOrder())
                .map(role -> role.label("zh") + " " + role.label("en"))
                .orElse("");
    }
}
