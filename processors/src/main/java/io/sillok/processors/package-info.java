/// The only writer of events and views: deciders, workers and projections, in one process or in
/// many.
@NullMarked
package io.sillok.processors;

import org.jspecify.annotations.NullMarked;
