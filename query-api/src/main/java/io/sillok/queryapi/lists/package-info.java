/// How every list of a view is asked for and read: filtered, in one of its orders, by page or by
/// cursor. A list only declares what it selects, what it filters by and its orders.
@NullMarked
package io.sillok.queryapi.lists;

import org.jspecify.annotations.NullMarked;
