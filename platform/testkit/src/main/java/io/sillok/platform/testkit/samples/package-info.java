/// Real documents to take in: made on the spot, with the words one wants to find again.
@NullMarked
package io.sillok.platform.testkit.samples;

import org.jspecify.annotations.NullMarked;
