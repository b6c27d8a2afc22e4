/**
 * Ground: who may enter and do what — accounts, sessions, roles, permissions by role, record type, operation, row and
 * field, and the audit trail.
 */
@NullMarked
package org.throughline.identity;

import org.jspecify.annotations.NullMarked;
