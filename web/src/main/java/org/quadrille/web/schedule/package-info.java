/**
 * The page of what is sent when: states, next runs, history. {@link
 * org.quadrille.web.schedule.ScheduleBoard} is what the server puts in; this package sends nothing.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.web.schedule;
