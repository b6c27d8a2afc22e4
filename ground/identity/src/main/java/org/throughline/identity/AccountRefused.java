package org.throughline.identity;

import org.throughline.kernel.RuleViolation;

/** An account cannot be made or changed like this. */
public final class AccountRefused extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private AccountRefused(String code, Object... namedValues) {
        super(code, namedValues);
    }

    static AccountRefused nameTaken(String username) {
        return new AccountRefused("identity.name-taken", "username", username);
    }

    static AccountRefused badName(String username) {
        return new AccountRefused("identity.bad-name", "username", username);
    }

    static AccountRefused passwordTooShort(int least) {
        return new AccountRefused("identity.password-too-short", "least", least);
    }

    static AccountRefused passwordTooLong(int most) {
        return new AccountRefused("identity.password-too-long", "most", most);
    }

    static AccountRefused unknownRole(String role) {
        return new AccountRefused("identity.unknown-role", "role", role);
    }

    static AccountRefused externalWithoutPartner(String username) {
        return new AccountRefused("identity.external-without-partner", "username", username);
    }

    static AccountRefused lastAdministrator() {
        return new AccountRefused("identity.last-administrator");
    }

    static AccountRefused wrongOldPassword() {
        return new AccountRefused("identity.wrong-old-password");
    }

    static AccountRefused unknownLanguage(String language) {
        return new AccountRefused("identity.unknown-language", "language", language);
    }
}
