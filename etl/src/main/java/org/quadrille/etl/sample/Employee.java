package org.quadrille.etl.sample;

import org.jspecify.annotations.Nullable;

/**
 * An employee.
 *
 * @param manager null at the top
 * @param discountHabit what he or she gives away beyond the contract, 0 to 1
 */
record Employee(
    int index,
    String id,
    Name name,
    Name department,
    Name team,
    Name title,
    int hireDay,
    @Nullable Employee manager,
    double discountHabit) {}
