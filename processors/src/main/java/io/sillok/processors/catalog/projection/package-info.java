/// The views of the catalog: what its events mean to Postgres and to OpenSearch.
@NullMarked
package io.sillok.processors.catalog.projection;

import org.jspecify.annotations.NullMarked;
