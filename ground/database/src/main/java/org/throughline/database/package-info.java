/**
 * Ground: the one PostgreSQL. Starts the embedded server or reaches an external one, runs the modules' migrations, tells
 * the database who acts, guards and audits tables, and takes backups.
 */
@NullMarked
package org.throughline.database;

import org.jspecify.annotations.NullMarked;
