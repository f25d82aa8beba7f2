/**
 * SQL for analysts: what a query, its columns and its errors are. {@code sql.view} tells what may
 * be asked (the star's tables and one wide view for each cube), {@code sql.plan} turns a text into
 * one statement of the database. The rows themselves come from {@code store}.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.cubes.sql;
