package org.throughline.identity.internal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.identity.Role;
import org.throughline.web.Vocabulary;

/** The names of the roles. */
@Component
class RoleWords implements Vocabulary {

    RoleWords() {}

    @Override
    public Optional<String> word(String subject, String code, String language) {
        return subject.equals("role") ? Role.of(code).map(role -> role.label(language)) : Optional.empty();
    }
}
