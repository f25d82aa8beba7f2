/** What a load did: counts by source and by reason, and progress while it runs. */
@NullMarked
package org.quadrille.etl.report;

import org.jspecify.annotations.NullMarked;
