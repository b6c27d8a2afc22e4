package org.throughline.identity.internal;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.identity.Permission;
import org.throughline.identity.Permissions;
import org.throughline.kernel.Identity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/permissions}: what each role may do. */
@RestController
@RequestMapping("/api/permissions")
class PermissionController {

    private final PermissionTable table;
    private final Permissions permissions;
    private final JsonMapper json;

    PermissionController(PermissionTable table, Permissions permissions, JsonMapper json) {
        this.table = table;
        this.permissions = permissions;
        this.json = json;
    }

    /** What each role may, by type and operation. */
    @GetMapping
    List<PermissionView> list() {
        permissions.require("permission", "read");
        return table.all().stream().map(this::view).toList();
    }

    /** Sets what a role may do with a type; the one of the same role, type and operation is replaced. */
    @PutMapping
    @Transactional
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@RequestBody PermissionView wanted) {
        permissions.require("permission", "edit");
        table.put(new Permission(
                Objects.requireNonNullElseGet(wanted.id(), Identity::fresh),
                wanted.role(),
                wanted.recordType(),
                wanted.operation(),
                wanted.rowCondition() == null ? null : wanted.rowCondition().toString(),
                wanted.hiddenFields(),
                wanted.readOnlyFields(),
                wanted.version()));
    }

    /** Takes a permission away. */
    @DeleteMapping("/{id}")
    @Transactional
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        permissions.require("permission", "delete");
        table.remove(id);
    }

    private PermissionView view(Permission permission) {
        var condition = permission.rowCondition();
        return new PermissionView(
                permission.id(),
                permission.role(),
                permission.recordType(),
                permission.operation(),
                condition == null ? null : json.readTree(condition),
                permission.hiddenFields(),
                permission.readOnlyFields(),
                permission.version());
    }

    record PermissionView(
            @Nullable UUID id,
            String role,
            String recordType,
            String operation,
            @Nullable JsonNode rowCondition,
            Set<String> hiddenFields,
            Set<String> readOnlyFields,
            int version) {}
}
