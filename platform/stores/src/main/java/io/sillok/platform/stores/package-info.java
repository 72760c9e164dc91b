/// Postgres and OpenSearch as every service meets them: settings, connections with timeouts, the
/// schema of the read model, health. Names no domain.
@NullMarked
package io.sillok.platform.stores;

import org.jspecify.annotations.NullMarked;
