/**
 * Sends reports at their times: {@link org.quadrille.server.schedule.Schedules} keeps what is due
 * in the state database by db-scheduler, {@link org.quadrille.server.schedule.ReportSender} makes
 * the report of each recipient and hands it to {@code mail}, {@link
 * org.quadrille.server.schedule.RunLog} remembers what left, so that nothing leaves twice.
 */
@org.jspecify.annotations.NullMarked
package org.quadrille.server.schedule;
