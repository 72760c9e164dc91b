/// The parts of HTTP that serving resources and files needs: entity tags, ranges, dispositions.
@NullMarked
package io.sillok.queryapi.http;

import org.jspecify.annotations.NullMarked;
