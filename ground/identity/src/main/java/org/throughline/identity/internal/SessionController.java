package org.throughline.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.database.Organisations;
import org.throughline.database.Organisations.Organisation;
import org.throughline.identity.Account;
import org.throughline.identity.Accounts;
import org.throughline.identity.KeepAccounts;
import org.throughline.identity.NotSignedIn;
import org.throughline.identity.Permissions;
import org.throughline.kernel.Actor;

/** {@code /api/session}: sign in, who am I, my language and password, sign out. */
@RestController
@RequestMapping("/api/session")
class SessionController {

    private final Login login;
    private final Sessions sessions;
    private final Accounts accounts;
    private final KeepAccounts keepAccounts;
    private final Permissions permissions;
    private final Organisations organisations;

    SessionController(
            Login login,
            Sessions sessions,
            Accounts accounts,
            KeepAccounts keepAccounts,
            Permissions permissions,
            Organisations organisations) {
        this.login = login;
        this.sessions = sessions;
        this.accounts = accounts;
        this.keepAccounts = keepAccounts;
        this.permissions = permissions;
        this.organisations = organisations;
    }

    /** 200 the account and a token, which is also set as a cookie · 401 wrong or locked · 429 too many attempts. */
    @PostMapping
    ResponseEntity<SignedInView> signIn(@RequestBody Credentials credentials, HttpServletRequest request) {
        var signedIn = login.signIn(credentials.username(), credentials.password(), request.getRemoteAddr());
        var account = signedIn.account();
        var actor = new Actor(
                account.id(),
                account.displayName(),
                signedIn.organisation(),
                account.partnerId(),
                account.roles(),
                request.getRemoteAddr(),
                account.language());
        var cookie = cookie(signedIn.token(), request).maxAge(Sessions.LIFETIME).build();
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new SignedInView(as(actor, account), signedIn.token()));
    }

    /** 200 who I am and what I may do · 401 nobody is signed in. */
    @GetMapping
    UserView me() {
        return view(accounts.get(myself()));
    }

    /** Changes my language, or my password (old and new). */
    @PatchMapping
    UserView change(@RequestBody Change change) {
        var id = myself();
        if (change.newPassword() != null) {
            keepAccounts.changeOwnPassword(
                    id, Objects.requireNonNullElse(change.oldPassword(), ""), change.newPassword());
        }
        if (change.language() != null) {
            keepAccounts.changeOwnLanguage(id, change.language());
        }
        sessions.forget();
        return view(accounts.get(id));
    }

    /** Ends the session. */
    @DeleteMapping
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        var token = SessionFilter.token(request);
        if (token != null) {
            sessions.close(token);
        }
        var cookie = cookie("", request).maxAge(0).build();
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .build();
    }

    private static UUID myself() {
        var user = Actor.current().user();
        if (user == null) {
            throw NotSignedIn.noSession();
        }
        return user;
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String token, HttpServletRequest request) {
        return ResponseCookie.from(SessionFilter.COOKIE, token)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .path("/");
    }

    private UserView as(Actor actor, Account account) {
        try {
            return actor.call(() -> view(account));
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private UserView view(Account account) {
        var organisation = organisations.get(Actor.current().organisation());
        return new UserView(
                account.id(),
                account.username(),
                account.displayName(),
                account.roles(),
                account.language(),
                organisation,
                account.personId(),
                account.partnerId(),
                permissions.summary(),
                permissions.seesPrices());
    }

    record Credentials(String username, String password) {}

    record SignedInView(UserView user, String token) {}

    record Change(
            @Nullable String language,
            @Nullable String oldPassword,
            @Nullable String newPassword) {}

    /**
     * @param permissions as {@code type:operation}; {@code *} stands for all
     * @param seesPrices  whether prices and costs are answered at all
     */
    record UserView(
            UUID id,
            String username,
            String name,
            Set<String> roles,
            String language,
            Organisation organisation,
            @Nullable UUID personId,
            @Nullable UUID partnerId,
            Set<String> permissions,
            boolean seesPrices) {}
}
